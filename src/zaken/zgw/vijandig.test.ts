import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { test } from 'node:test'
import { detail, heel, opstelling, opZoek, soortVan } from '../../../test/zgw/opstelling.ts'
import { type Anders, eigenBsn, pagina, startVijand, stuur, uuids } from '../../../test/zgw/vijandig.ts'
import { gewoneToonregel } from '../toonregel.ts'
import { maxDocumentBytes } from './documenten.ts'

test('an orderly source is read whole', async (t) => {
  const { bron, ik, ref } = await opstelling(t)
  const { zaken, isVolledig } = heel(await bron.zoek(ik))
  assert.ok(isVolledig)
  assert.deepEqual(
    zaken.map(({ ref }) => ref.uuid),
    [uuids.zaak],
  )
  const { documenten, besluiten, tijdlijn, ontbreekt } = detail(await bron.haal(ik, ref))
  assert.deepEqual([documenten.length, besluiten.length, tijdlijn.length, ontbreekt.length], [1, 1, 1, 0])
  assert.equal(soortVan(await bron.document(ik, ref, uuids.document)), 'ok')
})

test('what is no answer has a name, and is never an empty list', async (t) => {
  const gevallen: readonly (readonly [string, string, Anders])[] = [
    ['malformed JSON', 'onleesbaar', (_, a) => ruw(a, '{"count": 1, "results": [', 'application/json')],
    ['no JSON that says it is', 'onleesbaar', (_, a) => ruw(a, '<html>Welkom</html>', 'application/json')],
    ['a page for people', 'onleesbaar', (_, a) => ruw(a, '{"results": [], "next": null}', 'text/html')],
    ['another shape', 'onleesbaar', (_, a) => stuur(a, { zaken: [] })],
    ['nothing', 'onleesbaar', (_, a) => ruw(a, '', 'application/json')],
    ['a redirect', 'geweigerd', (v, a) => stuur(a, {}, 302, { location: v.url })],
    ['a redirect that stays', 'geweigerd', (v, a) => stuur(a, {}, 308, { location: v.url })],
    ['it is ill', 'storing', (_, a) => stuur(a, {}, 503)],
    ['it does not know us', 'geweigerd', (_, a) => stuur(a, {}, 403)],
    [
      'ten million characters',
      'onleesbaar',
      (_, a, w) => stuur(a, pagina([w.zaak(uuids.zaak, eigenBsn, lang(10))])),
    ],
  ]
  for (const [wat, soort, doe] of gevallen) {
    const { bron, ik, vijand } = await opstelling(t)
    vijand.zet(opZoek(doe))
    assert.equal(soortVan(await bron.zoek(ik)), soort, wat)
    assert.equal(vijand.gezien.length, 1, `${wat}: niet nog eens, en nergens anders`)
  }
})

const lang = (miljoen: number) => ({ omschrijving: 'x'.repeat(miljoen * 1_000_000) })
function ruw(antwoord: Parameters<Anders>[1], tekst: string, soort: string): true {
  antwoord.writeHead(200, { 'content-type': soort }).end(tekst)
  return true
}

test('a part that goes wrong costs that part, and is named', async (t) => {
  const gevallen = [
    ['/statussen', 'tijdlijn'],
    ['/zaakinformatieobjecten', 'documenten'],
    [`/enkelvoudiginformatieobjecten/${uuids.document}`, 'documenten'],
    ['/besluiten', 'besluiten'],
    [`/besluittypen/${uuids.besluittype}`, 'besluiten'],
  ] as const
  for (const [pad, deel] of gevallen) {
    const { bron, ik, ref, vijand } = await opstelling(t)
    vijand.zet(({ url }, a) => url.split('?')[0]?.endsWith(pad) === true && ruw(a, '[{', 'application/json'))
    const gekomen = detail(await bron.haal(ik, ref))
    assert.deepEqual(gekomen.ontbreekt, [deel], pad)
    assert.equal(gekomen.zaak.ref.uuid, uuids.zaak)
  }
})

test('pages that never end are read so far, and it is told', async (t) => {
  for (const volgende of [(nr: number) => `?page=${nr + 1}`, () => '?page=2', () => '']) {
    const { bron, ik, vijand } = await opstelling(t)
    vijand.zet(
      opZoek(({ url }, a, w) => {
        const nr = Number(/page=(\d+)/.exec(url)?.[1] ?? 1)
        const zaak = w.zaak(`${uuids.zaak.slice(0, -4)}${String(nr).padStart(4, '0')}`)
        return stuur(a, pagina([zaak], w.zrc(`zaken/_zoek${volgende(nr)}`)))
      }),
    )
    const { zaken, isVolledig } = heel(await bron.zoek(ik))
    assert.equal(isVolledig, false)
    assert.ok(zaken.length >= 1 && zaken.length <= 20)
    assert.ok(vijand.gezien.filter(({ url }) => url.includes('_zoek')).length <= 20)
  }
})

test('a later page that fails leaves the first', async (t) => {
  const { bron, ik, vijand } = await opstelling(t)
  vijand.zet(
    opZoek(({ url }, a, w) =>
      url.includes('page=2')
        ? stuur(a, {}, 500)
        : stuur(a, pagina([w.zaak(uuids.zaak)], w.zrc('zaken/_zoek?page=2'))),
    ),
  )
  const { zaken, isVolledig } = heel(await bron.zoek(ik))
  assert.deepEqual([zaken.length, isVolledig], [1, false])
})

test('an address outside the source is never asked, however it is written', async (t) => {
  const elders = await startVijand()
  t.after(() => elders.sluit())
  const daar = elders.bron.urls.zrc.origin
  const vreemd = (hier: string) => [
    `${daar}/zaken/api/v1/statussen/${uuids.status}`,
    `${hier.replace('127.0.0.1', 'localhost')}/zaken/api/v1/statussen/${uuids.status}`,
    `${hier}@${daar.slice(7)}/zaken/api/v1/statussen/${uuids.status}`,
    `${hier}/zaken/api/v1/../../beheer/${uuids.status}`,
    `${hier}/zaken/api/v1/%2e%2e/beheer/${uuids.status}`,
    `${hier}/zaken/api/v1beheer/statussen/${uuids.status}`,
    'file:///etc/passwd',
    'http://169.254.169.254/latest/meta-data',
  ]
  const velden = ['status', 'zaaktype', 'resultaat', 'url'] as const
  for (const veld of velden) {
    for (let i = 0; i < 8; i++) {
      const { bron, ik, vijand } = await opstelling(t)
      const hier = vijand.bron.urls.zrc.origin
      const url = vreemd(hier)[i]
      vijand.zet(
        opZoek((_, a, w) =>
          stuur(a, pagina([w.zaak(uuids.zaak, eigenBsn, { [veld]: url }), w.zaak(uuids.ander)])),
        ),
      )
      const { zaken, isVolledig } = heel(await bron.zoek(ik))
      assert.equal(isVolledig, false, `${veld} ${url}`)
      assert.ok(zaken.some(({ ref }) => ref.uuid === uuids.ander))
      const buiten = vijand.gezien.filter(({ url: gevraagd }) => /beheer|meta-data|passwd/.test(gevraagd))
      assert.deepEqual(buiten, [])
    }
  }
  assert.equal(elders.gezien.length, 0)
})

test('the next page and the documents stay at the source too', async (t) => {
  const elders = await startVijand()
  t.after(() => elders.sluit())
  const { bron, ik, ref, vijand } = await opstelling(t)
  const daar = elders.bron.urls.zrc.origin
  vijand.zet((verzoek, a, w) => {
    if (verzoek.url.includes('_zoek')) {
      return stuur(a, pagina([w.zaak(uuids.zaak)], `${daar}/zaken/api/v1/zaken/_zoek?page=2`))
    }
    if (!verzoek.url.includes('zaakinformatieobjecten')) return false
    const weg = `${daar}/documenten/api/v1/enkelvoudiginformatieobjecten/${uuids.document}`
    return stuur(a, [w.koppeling(uuids.zaak), { ...w.koppeling(uuids.zaak), informatieobject: weg }])
  })
  assert.equal(heel(await bron.zoek(ik)).isVolledig, false)
  const { documenten, ontbreekt } = detail(await bron.haal(ik, ref))
  assert.deepEqual([documenten.length, ontbreekt], [1, ['documenten']])
  vijand.zet((verzoek, a, w) =>
    verzoek.url.endsWith(uuids.document) ? stuur(a, w.document({ inhoud: `${daar}/geheim` })) : false,
  )
  assert.equal(soortVan(await bron.document(ik, ref, uuids.document)), 'ok')
  assert.equal(elders.gezien.length, 0)
})

test('in every text: tags are text, and nothing invisible comes through', async (t) => {
  const boos = `<script>alert(1)</script>\u0000\u001b[31m\u202e\u2066\u200f\ufeff\ud800 \u{e0041}${'ha'.repeat(9_000)}`
  const { bron, ik, ref, vijand } = await opstelling(t, {
    regels: { standaard: { ...gewoneToonregel, statustoelichting: true }, perZaaktype: [] },
  })
  const namen = { omschrijving: boos, omschrijvingGeneriek: boos }
  vijand.zet(({ url }, a, w) => {
    const pad = url.split('?')[0] ?? ''
    const resultaat = {
      url: w.zrc(`resultaten/${uuids.resultaat}`),
      zaak: w.zrc(`zaken/${uuids.zaak}`),
      resultaattype: w.ztc(`resultaattypen/${uuids.resultaat}`),
      toelichting: boos,
    }
    const zaak = w.zaak(uuids.zaak, eigenBsn, {
      identificatie: boos,
      omschrijving: boos,
      toelichting: boos,
      resultaat: resultaat.url,
      _expand: {
        zaaktype: w.type(namen),
        rollen: [w.rol(uuids.zaak, eigenBsn, { roltoelichting: boos })],
        status: w.status(uuids.zaak, { statustoelichting: boos }),
        resultaat,
      },
    })
    if (pad.endsWith('/_zoek')) return stuur(a, pagina([zaak]))
    if (pad.endsWith(`/zaken/${uuids.zaak}`)) return stuur(a, zaak)
    if (pad.endsWith('/statustypen')) return stuur(a, pagina([w.stap({ ...namen, statustekst: boos })]))
    if (pad.includes('/resultaattypen/')) return stuur(a, { url: resultaat.resultaattype, ...namen })
    if (pad.includes('/besluittypen/')) {
      return stuur(a, { url: w.ztc(`besluittypen/${uuids.besluittype}`), ...namen })
    }
    if (pad.endsWith('/besluiten')) return stuur(a, pagina([w.besluit(uuids.zaak, { toelichting: boos })]))
    if (pad.endsWith(uuids.document)) {
      return stuur(a, w.document({ titel: boos, bestandsnaam: `../${boos}/x`, formaat: boos }))
    }
    return pad.endsWith('/statussen') && stuur(a, pagina([w.status(uuids.zaak, { statustoelichting: boos })]))
  })
  const gekomen = detail(await bron.haal(ik, ref))
  assert.deepEqual(gekomen.ontbreekt, [])
  const teksten = [...heel(await bron.zoek(ik)).zaken.flatMap(tekstenIn), ...tekstenIn(gekomen)]
  const beschreven = teksten.filter((tekst) => tekst.includes('alert(1)'))
  assert.ok(beschreven.length >= 14, String(beschreven.length))
  for (const tekst of teksten) {
    assert.ok(tekst.isWellFormed() && tekst.length <= 2_000)
    assert.ok(!/[^\n\P{Cc}]|\p{Cf}/u.test(tekst), JSON.stringify(tekst.slice(0, 60)))
  }
  const [document] = gekomen.documenten
  assert.equal(document?.formaat, undefined)
  assert.ok(document?.bestandsnaam !== undefined && !/[/\\<>"]|^\./.test(document.bestandsnaam))
})

function tekstenIn(waarde: unknown): string[] {
  if (typeof waarde === 'string') return [waarde]
  if (typeof waarde !== 'object' || waarde === null || waarde instanceof Date) return []
  return Object.values(waarde).flatMap(tekstenIn)
}

test('rows that are nothing cost themselves alone', async (t) => {
  const { bron, ik, vijand } = await opstelling(t)
  const rijen = [
    null,
    1,
    'zaak',
    [],
    {},
    { url: 1 },
    JSON.parse('{"__proto__":{"url":"x"}}'),
    { startdatum: 'x' },
  ]
  vijand.zet(
    opZoek((_, a, w) =>
      stuur(
        a,
        pagina([...rijen, w.zaak(uuids.zaak), w.zaak(uuids.ander, eigenBsn, { startdatum: '31-12-2025' })]),
      ),
    ),
  )
  const { zaken, isVolledig } = heel(await bron.zoek(ik))
  assert.deepEqual([zaken.length, isVolledig], [1, false])
})

test('a description of seven million characters is cut', async (t) => {
  const { bron, ik, vijand } = await opstelling(t)
  vijand.zet(opZoek((_, a, w) => stuur(a, pagina([w.zaak(uuids.zaak, eigenBsn, lang(7))]))))
  const [zaak] = heel(await bron.zoek(ik)).zaken
  assert.equal(zaak?.omschrijving?.length, 100)
})

test('a document that is larger than may be is not read to its end', async (t) => {
  const { bron, ik, ref, vijand } = await opstelling(t)
  const blok = Buffer.alloc(1024 * 1024)
  vijand.zet(({ url }, a) => {
    if (!url.endsWith('/download')) return false
    a.writeHead(200, { 'content-type': 'application/octet-stream' })
    for (let geschreven = 0; geschreven <= maxDocumentBytes; geschreven += blok.length) a.write(blok)
    return true
  })
  assert.equal(soortVan(await bron.document(ik, ref, uuids.document)), 'onleesbaar')
})

const pem = (naam: string) =>
  readFileSync(new URL(`../../../test/fixtures/tls/${naam}.pem`, import.meta.url), 'utf8')

test('a certificate that has expired is nobody that we trust; one that is good is', async (t) => {
  for (const [naam, soort] of [
    ['verlopen', 'onbereikbaar'],
    ['geldig', 'ok'],
  ] as const) {
    const cert = pem(naam)
    const { bron, ik, vijand } = await opstelling(t, { tls: { ca: cert } }, { cert, key: pem('sleutel') })
    assert.equal(soortVan(await bron.zoek(ik)), soort)
    const { onderdelen } = await bron.verken()
    assert.equal(onderdelen[0]?.oorzaak, soort === 'ok' ? undefined : 'CERT_HAS_EXPIRED')
    if (soort !== 'ok') assert.equal(vijand.gezien.length, 0)
  }
})

test('a source that wants to see our certificate gets it, and refuses who has none', async (t) => {
  const [ca, key] = [pem('geldig'), pem('sleutel')]
  const server = { cert: ca, key, ca, requestCert: true, rejectUnauthorized: true }
  const zonder = await opstelling(t, { tls: { ca } }, server)
  assert.notEqual(soortVan(await zonder.bron.zoek(zonder.ik)), 'ok')
  const met = await opstelling(t, { tls: { ca, certificaat: ca, sleutel: key } }, server)
  assert.equal(soortVan(await met.bron.zoek(met.ik)), 'ok')
})

test('somebody who takes the call and says nothing at all is not there', async (t) => {
  const stil = createServer(() => {})
  await new Promise<void>((klaar) => stil.listen(0, '127.0.0.1', klaar))
  const adres = stil.address()
  assert.ok(typeof adres === 'object' && adres !== null)
  const lijnen: Socket[] = []
  const gebeld = new Promise<void>((klaar) => {
    stil.on('connection', (lijn) => {
      lijnen.push(lijn)
      klaar()
    })
  })
  const op = (naam: string) => new URL(`https://127.0.0.1:${adres.port}/${naam}/api/v1`)
  const { bron, ik, tijd } = await opstelling(t, { urls: { zrc: op('zaken'), ztc: op('catalogi') } })
  const uitkomst = bron.zoek(ik)
  await gebeld
  tijd.vooruit(2_000)
  assert.equal(soortVan(await uitkomst), 'onbereikbaar')
  for (const lijn of lijnen) lijn.destroy()
  await new Promise((klaar) => stil.close(klaar))
})

test('a source that takes the question and says nothing costs its time and no more', async (t) => {
  const { bron, ik, tijd, vijand } = await opstelling(t)
  vijand.zet(() => true)
  const gekomen = vijand.volgende()
  const uitkomst = bron.zoek(ik)
  await gekomen
  tijd.vooruit(10_000)
  assert.equal(soortVan(await uitkomst), 'te-laat')
})

test('a source that drips costs its time and no more', async (t) => {
  const { bron, ik, tijd, vijand } = await opstelling(t)
  let druppel: (() => void) | undefined
  vijand.zet((_, a) => {
    a.writeHead(200, { 'content-type': 'application/json' })
    druppel = () => a.write(' ')
    return true
  })
  const gekomen = vijand.volgende()
  const uitkomst = bron.zoek(ik)
  await gekomen
  for (let s = 0; s < 10; s++) {
    druppel?.()
    await new Promise((verder) => setImmediate(verder))
    tijd.vooruit(1_000)
  }
  assert.equal(soortVan(await uitkomst), 'te-laat')
})

test('half of a part that hangs is named as missing, after the time of the whole errand', async (t) => {
  const { bron, ik, ref, tijd, vijand } = await opstelling(t)
  const { promise: gekomen, resolve } = Promise.withResolvers<void>()
  vijand.zet(({ url }) => {
    if (!url.includes('/statussen?')) return false
    resolve()
    return true
  })
  const uitkomst = bron.haal(ik, ref)
  await gekomen
  tijd.vooruit(20_000)
  assert.deepEqual(detail(await uitkomst).ontbreekt.includes('tijdlijn'), true)
})

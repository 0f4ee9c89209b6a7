import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { test } from 'node:test'
import { opstelling, soortVan } from '../../../test/zgw/opstelling.ts'
import { eisVerzoek } from '../../../test/zgw/specificatie.ts'
import { eigenBsn, pagina, rsin, stuur, uuids, type Vijand, Wereld } from '../../../test/zgw/vijandig.ts'
import { type Datum, parseDatum } from '../../domain/index.ts'
import { identificatieVoor } from './toevoegen.ts'

function eisDatum(): Datum {
  const datum = parseDatum('2026-03-01')
  assert.ok(datum)
  return datum
}
const nieuw = (inhoud = 'loonstrook') => ({
  titel: 'Loonstrook',
  bestandsnaam: 'loon.pdf',
  formaat: 'application/pdf',
  inhoud: new TextEncoder().encode(inhoud),
  datum: eisDatum(),
  kenmerk: 'k-1',
})

/** A register of documents that keeps what it gets, and fails where the test says. */
function documentregister(
  vijand: Vijand,
  mislukt: (waarheen: string, keer: number) => number | undefined,
  zonderFilter?: (wereld: Wereld) => readonly unknown[],
) {
  const stukken: Record<string, unknown>[] = []
  const koppelingen: unknown[] = []
  const delen: string[] = []
  const keren = new Map<string, number>()
  vijand.zet(({ methode, url, lichaam }, a, w) => {
    const pad = url.split('?')[0] ?? ''
    const naam = `${methode} ${pad.split('/').slice(4).join('/')}`
    const keer = (keren.get(naam) ?? 0) + 1
    keren.set(naam, keer)
    const fout = mislukt(naam, keer)
    if (fout !== undefined) return stuur(a, { code: 'error' }, fout)
    if (naam === 'POST enkelvoudiginformatieobjecten') {
      const json = JSON.parse(lichaam)
      const isInDelen = json.inhoud === null
      const omvang = json.bestandsomvang
      const deel = (volgnummer: number, bytes: number) => ({
        url: w.drc(`bestandsdelen/${uuids.rol.slice(0, -1)}${volgnummer}`),
        volgnummer,
        omvang: bytes,
        voltooid: false,
      })
      const stuk = {
        ...w.document(),
        ...json,
        inhoud: isInDelen ? '' : w.drc('x/download'),
        lock: isInDelen ? 'slot' : '',
        bestandsdelen: isInDelen ? [deel(2, omvang - 4), deel(1, 4)] : [],
      }
      stukken.push(stuk)
      return stuur(a, stuk, 201)
    }
    if (naam === 'GET enkelvoudiginformatieobjecten') {
      if (zonderFilter !== undefined) return stuur(a, pagina(zonderFilter(w)))
      const gevraagd = new URLSearchParams(url.split('?')[1]).get('identificatie')
      return stuur(a, pagina(stukken.filter(({ identificatie }) => identificatie === gevraagd)))
    }
    if (naam === 'GET zaakinformatieobjecten') return stuur(a, koppelingen)
    if (naam === 'POST zaakinformatieobjecten') {
      koppelingen.push(JSON.parse(lichaam))
      return stuur(a, JSON.parse(lichaam), 201)
    }
    if (methode === 'PUT') {
      delen.push(lichaam)
      return stuur(a, {})
    }
    if (naam.endsWith('/unlock')) {
      a.writeHead(204).end()
      return true
    }
    return false
  })
  return { stukken, koppelingen, delen, keren }
}

test('whatever fails halfway, trying again makes one document with one tie', async (t) => {
  for (const kapot of [
    'POST zaakinformatieobjecten',
    'POST enkelvoudiginformatieobjecten',
    'GET zaakinformatieobjecten',
  ]) {
    const { vijand, bron, ik, ref } = await opstelling(t)
    const { stukken, koppelingen } = documentregister(vijand, (naam, keer) =>
      naam === kapot && keer === 1 ? 500 : undefined,
    )
    const eerste = await bron.voegToe(ik, ref, nieuw())
    if (kapot.startsWith('POST')) assert.equal(eerste.status, 'fout', kapot)
    assert.equal((await bron.voegToe(ik, ref, nieuw())).status, 'ok', kapot)
    assert.equal((await bron.voegToe(ik, ref, nieuw())).status, 'ok', kapot)
    assert.deepEqual([stukken.length, koppelingen.length], [1, 1], kapot)
  }
})

test('a document says what the standard asks, and whose it is not by number', async (t) => {
  const { vijand, bron, ik, ref } = await opstelling(t)
  const { stukken, koppelingen } = documentregister(vijand, () => undefined)
  await bron.voegToe(ik, ref, nieuw())
  const verstuurd = (pad: string) => {
    const verzoek = vijand.gezien.find(({ methode, url }) => methode === 'POST' && url.endsWith(pad))
    return JSON.parse(verzoek?.lichaam ?? '')
  }
  for (const [api, pad] of [
    ['documenten', '/enkelvoudiginformatieobjecten'],
    ['zaken', '/zaakinformatieobjecten'],
  ] as const) {
    eisVerzoek(api, 'post', pad, verstuurd(pad))
  }
  const [stuk] = stukken
  assert.equal(stuk?.indicatieGebruiksrecht, false)
  assert.equal(stuk?.status, 'definitief')
  assert.equal(stuk?.auteur, 'Inwoner')
  assert.match(String(stuk?.identificatie), /^VD-[0-9a-f]{32}$/)
  assert.equal(stuk?.bestandsomvang, 10)
  assert.ok(!JSON.stringify([stukken, koppelingen]).includes(eigenBsn))
})

test('what is too large goes in parts, in order and whole', async (t) => {
  const { vijand, bron, ik, ref } = await opstelling(t)
  const { stukken, koppelingen, delen, keren } = documentregister(vijand, (naam, keer) =>
    naam === 'POST enkelvoudiginformatieobjecten' && keer === 1 ? 413 : undefined,
  )
  assert.equal((await bron.voegToe(ik, ref, nieuw())).status, 'ok')
  assert.deepEqual([stukken.length, koppelingen.length, delen.length], [1, 1, 2])
  const inhouden = delen.map((deel) => /octet-stream\r\n\r\n([\s\S]*?)\r\n--/.exec(deel)?.[1])
  assert.deepEqual(inhouden, ['loon', 'strook'])
  for (const deel of delen) assert.match(deel, /name="lock"\r\n\r\nslot\r\n/)
  assert.equal([...keren.keys()].filter((naam) => naam.endsWith('/unlock')).length, 1)
})

test('a document of which the parts never came is made anew, and is not tied', async (t) => {
  const { vijand, bron, ik, ref } = await opstelling(t)
  const { stukken, koppelingen } = documentregister(vijand, (naam, keer) => {
    // Whole it is too large, each time.
    if (naam === 'POST enkelvoudiginformatieobjecten' && keer % 2 === 1) return 413
    return naam.startsWith('PUT') && keer === 1 ? 500 : undefined
  })
  assert.equal((await bron.voegToe(ik, ref, nieuw())).status, 'fout')
  assert.equal(koppelingen.length, 0)
  await bron.voegToe(ik, ref, nieuw())
  assert.equal(koppelingen.length, 0)
  assert.equal((await bron.voegToe(ik, ref, nieuw())).status, 'ok')
  assert.deepEqual([koppelingen.length, new Set(stukken.map((stuk) => stuk.identificatie)).size], [1, 3])
})

test('a register that does not look at the number asked for: nothing of a stranger is tied', async (t) => {
  for (const welke of ['ander nummer', 'andere organisatie', 'geen nummer'] as const) {
    const { vijand, bron, ik, ref } = await opstelling(t)
    const identificatie = identificatieVoor(ref, nieuw().kenmerk, 1)
    const vreemd = {
      'ander nummer': {},
      'andere organisatie': { identificatie, bronorganisatie: '999800027' },
      'geen nummer': { identificatie: undefined },
    }[welke]
    const { stukken, koppelingen } = documentregister(
      vijand,
      () => undefined,
      (w) => [vanVreemde(w, vreemd)],
    )
    assert.equal(soortVan(await bron.voegToe(ik, ref, nieuw())), 'ander-persoon')
    assert.deepEqual([stukken.length, koppelingen.length], [0, 0], welke)
  }
})

test('among documents of others one that came before is found, and not made again', async (t) => {
  const { vijand, bron, ik, ref } = await opstelling(t)
  const { stukken, koppelingen } = documentregister(
    vijand,
    (naam, keer) => (naam === 'POST zaakinformatieobjecten' && keer === 1 ? 500 : undefined),
    (w) => (stukken.length === 0 ? [] : [vanVreemde(w), ...stukken]),
  )
  assert.equal((await bron.voegToe(ik, ref, nieuw())).status, 'fout')
  assert.equal((await bron.voegToe(ik, ref, nieuw())).status, 'ok')
  assert.deepEqual([stukken.length, koppelingen.length], [1, 1])
  assert.match(JSON.stringify(koppelingen), new RegExp(`enkelvoudiginformatieobjecten/${uuids.document}"`))
})

test('the tie of another document, or to another case, is no proof that this one is tied', async (t) => {
  for (const anders of ['document', 'zaak'] as const) {
    const { vijand, bron, ik, ref } = await opstelling(t)
    const { koppelingen } = documentregister(vijand, () => undefined)
    const vreemd = (w: Wereld) => ({
      ...w.koppeling(anders === 'zaak' ? uuids.ander : uuids.zaak),
      ...(anders === 'document' && { informatieobject: vanVreemde(w).url }),
    })
    koppelingen.push(vreemd(new Wereld(vijand.bron.urls.zrc.origin)))
    assert.equal((await bron.voegToe(ik, ref, nieuw())).status, 'ok')
    assert.equal(koppelingen.length, 2, anders)
  }
})

test('when the catalogue does not say what may come in, nothing is sent under a type that may go out', async (t) => {
  const antwoorden: readonly ((a: ServerResponse) => true)[] = [
    (a) => stuur(a, { code: 'error' }, 500),
    (a) => stuur(a, pagina([{ informatieobjecttype: 7 }])),
  ]
  for (const antwoord of antwoorden) {
    const { vijand, bron, ik, ref } = await opstelling(t)
    let gemaakt = 0
    vijand.zet(({ methode, url }, a) => {
      if (methode === 'POST' && url.endsWith('/enkelvoudiginformatieobjecten')) gemaakt++
      return url.includes('zaaktype-informatieobjecttypen') && antwoord(a)
    })
    assert.equal((await bron.voegToe(ik, ref, nieuw())).status, 'fout')
    assert.equal(gemaakt, 0)
  }
})

function vanVreemde(w: Wereld, anders: Readonly<Record<string, unknown>> = {}) {
  const url = w.drc(`enkelvoudiginformatieobjecten/${uuids.ander}`)
  return w.document({ url, identificatie: 'DOC-1', bronorganisatie: rsin, ...anders })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { opstelling } from '../../../test/zgw/opstelling.ts'
import { eisVerzoek } from '../../../test/zgw/specificatie.ts'
import { eigenBsn, pagina, stuur, uuids, type Vijand, Wereld } from '../../../test/zgw/vijandig.ts'
import { vraagVan } from '../../../test/zgw/zaakbronnen.ts'
import { leesToken } from '../../zgw/index.ts'

const aantal = ({ gezien }: Vijand, deel: string) => gezien.filter(({ url }) => url.includes(deel)).length

test('what goes out: a search in a body, both coordinate headers, a fresh token that names no number', async (t) => {
  const { vijand, tijd, bron, ik } = await opstelling(t)
  await bron.zoek(ik)
  const [eerste] = vijand.gezien
  assert.deepEqual([eerste?.methode, eerste?.url], ['POST', '/zaken/api/v1/zaken/_zoek'])
  assert.deepEqual(JSON.parse(eerste?.lichaam ?? ''), {
    rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn: eigenBsn,
    maximaleVertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
    expand: 'zaaktype,status,status.statustype,resultaat,resultaat.resultaattype,rollen',
  })
  eisVerzoek('zaken', 'post', '/zaken/_zoek', JSON.parse(eerste?.lichaam ?? ''))
  assert.deepEqual([eerste?.koppen['accept-crs'], eerste?.koppen['content-crs']], ['EPSG:4326', 'EPSG:4326'])
  const token = String(eerste?.koppen.authorization).replace('Bearer ', '')
  const gelezen = await leesToken(token, () => 'geheim', tijd.klok.nu())
  assert.deepEqual(gelezen, { client: 'voordeur', gebruiker: `p-${ik.persoon.slice(-6)}` })
  for (const { url, koppen } of vijand.gezien) {
    const leesbaar = `${url} ${JSON.stringify(koppen)} ${Buffer.from(token.split('.')[1] ?? '', 'base64url')}`
    assert.ok(!leesbaar.includes(eigenBsn))
  }
})

test('a base address with a slip in it gets no number in an address', async (t) => {
  const { vijand, bron, ik } = await opstelling(t)
  vijand.zet(({ url }, a) => url.includes('/zaken/api/v1') && stuur(a, {}, 404))
  const uitkomst = await bron.zoek(ik)
  assert.equal(uitkomst.status, 'fout')
  assert.ok(vijand.gezien.every(({ url }) => !url.includes(eigenBsn)))
})

test('only without a search a number goes into an address, and into nothing of ours', async (t) => {
  const { vijand, bron, ik, regels, tijd } = await opstelling(t)
  vijand.zet(({ url }, a, w) => {
    if (url.includes('_zoek')) return stuur(a, {}, 405)
    return url.includes(eigenBsn) && stuur(a, pagina([w.zaak(uuids.zaak)]))
  })
  assert.equal((await bron.zoek(ik)).status, 'ok')
  assert.equal(aantal(vijand, '_zoek'), 1)
  assert.equal((await bron.zoek(ik)).status, 'ok')
  assert.equal(aantal(vijand, '_zoek'), 1, 'onthouden')
  tijd.vooruit(61 * 60_000)
  await bron.zoek(ik)
  assert.equal(aantal(vijand, '_zoek'), 2, 'na een uur opnieuw geprobeerd')
  vijand.zet((_, a) => stuur(a, { detail: eigenBsn }, 500))
  const mislukt = await bron.zoek(ik)
  assert.ok(!`${JSON.stringify(mislukt)}${regels.join('')}`.includes(eigenBsn))
  assert.ok(!regels.join('').includes('#########'))
})

test('a search that refuses the highest level is asked without it', async (t) => {
  const { vijand, bron, ik } = await opstelling(t)
  vijand.zet(
    ({ lichaam, url }, a) => url.includes('_zoek') && lichaam.includes('maximale') && stuur(a, {}, 400),
  )
  const uitkomst = await bron.zoek(ik)
  assert.ok(uitkomst.status === 'ok' && uitkomst.gegevens.zaken.length === 1)
  assert.ok(vijand.gezien.every(({ url }) => !url.includes(eigenBsn)))
})

test('people who come at the same time wait for one question to the catalogue, and it is kept', async (t) => {
  const { vijand, bron, ik, tijd } = await opstelling(t)
  await Promise.all(Array.from({ length: 20 }, () => bron.zoek(ik)))
  assert.equal(aantal(vijand, '/catalogussen/'), 1)
  assert.equal(aantal(vijand, '/statustypen'), 1)
  await bron.zoek(ik)
  assert.equal(aantal(vijand, '/catalogi/'), 2)
  tijd.vooruit(61 * 60_000)
  await bron.zoek(ik)
  assert.equal(aantal(vijand, '/catalogussen/'), 2)
})

test('what did not change is not sent again; what cannot be asked stays good for a day', async (t) => {
  const { vijand, bron, ik, tijd } = await opstelling(t)
  const catalogus = '/catalogussen/'
  vijand.zet(({ url, koppen }, a, w) => {
    if (!url.includes(catalogus)) return false
    if (koppen['if-none-match'] === '"een"')
      return void a.writeHead(304, { etag: '"een"' }).end() === undefined
    return stuur(a, w.catalogus(), 200, { etag: '"een"' })
  })
  const isGoed = async () => {
    const uitkomst = await bron.zoek(ik)
    return uitkomst.status === 'ok' && uitkomst.gegevens.isVolledig && uitkomst.gegevens.zaken.length === 1
  }
  assert.ok(await isGoed())
  tijd.vooruit(61 * 60_000)
  assert.ok(await isGoed())
  assert.equal(vijand.gezien.findLast(({ url }) => url.includes(catalogus))?.koppen['if-none-match'], '"een"')
  vijand.zet(({ url }, a) => url.includes('/catalogi/') && stuur(a, {}, 500))
  tijd.vooruit(61 * 60_000)
  assert.ok(await isGoed())
  tijd.vooruit(25 * 60 * 60_000)
  assert.equal((await bron.zoek(ik)).status, 'fout', 'zonder type is niet bekend of het getoond mag worden')
})

test('exploring names the mistakes that operators make', async (t) => {
  const { vijand, bron, tijd } = await opstelling(t)
  vijand.zet(({ url }, a, w) => {
    if (url.includes('catalogussen')) {
      const anders = {
        ...w.catalogus(),
        url: `https://intern.voorbeeld.nl/api/catalogussen/${uuids.catalogus}`,
      }
      return stuur(a, pagina([anders]), 200, {
        date: new Date(tijd.klok.nu().getTime() - 300_000).toUTCString(),
      })
    }
    if (url.includes('/zaken/api')) return stuur(a, {}, 412)
    return url.includes('/documenten') && stuur(a, {}, 403)
  })
  const { noemtZich, crs, onderdelen, klokverschilS } = await bron.verken()
  assert.equal(noemtZich, 'https://intern.voorbeeld.nl/api')
  assert.equal(crs, 'geweigerd')
  assert.equal(klokverschilS, -300)
  assert.deepEqual(
    onderdelen.map(({ component, stand, http }) => [component, stand, http]),
    [
      ['zrc', 'onbegrepen', 412],
      ['ztc', 'goed', 200],
      ['drc', 'geweigerd', 403],
      ['brc', 'goed', 200],
    ],
  )
})

test('a source that we reach by another road is read by the name it calls itself', async (t) => {
  const intern = new Wereld('https://intern.voorbeeld.nl')
  const op = (naam: string) => [new URL(`https://intern.voorbeeld.nl/${naam}/api/v1`)]
  const noemtZich = {
    zrc: op('zaken'),
    ztc: op('catalogi'),
    drc: op('documenten'),
    brc: op('besluiten'),
  }
  const { vijand, bron, ik, ref } = await opstelling(t, { noemtZich })
  vijand.zet(({ methode, url }, a) => {
    const gewoon = intern.gewoon(methode, url)
    return gewoon !== undefined && stuur(a, gewoon)
  })
  const uitkomst = await bron.zoek(ik)
  assert.ok(uitkomst.status === 'ok' && uitkomst.gegevens.isVolledig && uitkomst.gegevens.zaken.length === 1)
  const geopend = await bron.haal(ik, ref)
  assert.ok(geopend.status === 'ok' && geopend.gegevens.documenten.length === 1)
  assert.deepEqual(geopend.gegevens.ontbreekt, [])
  assert.deepEqual(bron.refVan(intern.zrc(`zaken/${uuids.zaak}`)), ref)
})

test('roles that come along without a number are asked for', async (t) => {
  const { vijand, bron, ik } = await opstelling(t)
  vijand.zet(({ url }, a, w) => {
    if (!url.includes('_zoek')) return false
    const rollen = [w.rol(uuids.zaak, '', { betrokkeneIdentificatie: null })]
    return stuur(a, pagina([w.zaak(uuids.zaak, eigenBsn, { _expand: { zaaktype: w.type(), rollen } })]))
  })
  const uitkomst = await bron.zoek(ik)
  assert.ok(uitkomst.status === 'ok' && uitkomst.gegevens.zaken.length === 1)
  const [gevraagd] = vijand.gezien.filter(({ url }) => url.includes('/rollen'))
  // Officials are left out of the answer already there.
  assert.match(gevraagd?.url ?? '', /betrokkeneType=natuurlijk_persoon/)
  assert.ok(!gevraagd?.url.includes(eigenBsn))
})

test('a company is also looked for by its number where that is known, once where it is not', async (t) => {
  const { vijand, bron, kluis } = await opstelling(t)
  const bedrijf = vraagVan(kluis.persoonMet('kvk', '90004007'))
  vijand.zet(({ url, lichaam }, a, w) => {
    if (!url.includes('_zoek')) return false
    if (!lichaam.includes('__kvkNummer')) return stuur(a, pagina([]))
    const betrokkeneIdentificatie = { innNnpId: '999800015', kvkNummer: '90004007' }
    const rol = w.rol(uuids.zaak, '', { betrokkeneType: 'niet_natuurlijk_persoon', betrokkeneIdentificatie })
    return stuur(a, pagina([w.zaak(uuids.zaak, '', { _expand: { zaaktype: w.type(), rollen: [rol] } })]))
  })
  const uitkomst = await bron.zoek(bedrijf)
  assert.ok(uitkomst.status === 'ok' && uitkomst.gegevens.zaken.length === 1)
  const ander = await opstelling(t)
  const elders = vraagVan(ander.kluis.persoonMet('kvk', '90004007'))
  ander.vijand.zet(({ url, lichaam }, a) => {
    if (!url.includes('_zoek')) return false
    return lichaam.includes('__kvkNummer') ? stuur(a, {}, 400) : stuur(a, pagina([]))
  })
  for (let keer = 0; keer < 3; keer++) assert.equal((await ander.bron.zoek(elders)).status, 'ok')
  const gevraagd = ander.vijand.gezien.filter(({ lichaam }) => lichaam.includes('__kvkNummer'))
  assert.equal(gevraagd.length, 1)
})

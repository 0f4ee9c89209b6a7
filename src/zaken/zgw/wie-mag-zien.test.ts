import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detail, heel, opstelling, opZoek, soortVan } from '../../../test/zgw/opstelling.ts'
import { anderBsn, eigenBsn, pagina, stuur, uuids } from '../../../test/zgw/vijandig.ts'

test('a case of somebody else is left out, and counts against the source', async (t) => {
  const { bron, ik, vijand, regels } = await opstelling(t)
  vijand.zet(opZoek((_, a, w) => stuur(a, pagina([w.zaak(uuids.zaak), w.zaak(uuids.ander, anderBsn)]))))
  const { zaken, isVolledig } = heel(await bron.zoek(ik))
  assert.deepEqual(
    zaken.map(({ ref }) => ref.uuid),
    [uuids.zaak],
  )
  assert.equal(isVolledig, false)
  assert.equal(bron.standen().zrc?.laatsteFout, 'ander-antwoord')
  assert.ok(regels.some((regel) => regel.includes('antwoord afgekeurd')))
})

test('with nothing but cases of somebody else the source is at fault; on opening it is as if there is none', async (t) => {
  const { bron, ik, ref, vijand } = await opstelling(t)
  vijand.zet(({ url }, a, w) => {
    if (url.includes('_zoek')) return stuur(a, pagina([w.zaak(uuids.ander, anderBsn)]))
    return url.includes(`/zaken/${uuids.zaak}`) && stuur(a, w.zaak(uuids.zaak, anderBsn))
  })
  assert.equal(soortVan(await bron.zoek(ik)), 'ander-persoon')
  assert.equal(soortVan(await bron.haal(ik, ref)), 'onbekend')
  assert.equal(soortVan(await bron.document(ik, ref, uuids.document)), 'onbekend')
  const verder = vijand.gezien.filter(({ url }) => /statussen\?|informatieobject|besluiten/.test(url))
  assert.deepEqual(verder, [], 'van een ander wordt niets meer gelezen')
})

test('another case than was asked for is a fault', async (t) => {
  const { bron, ik, ref, vijand } = await opstelling(t)
  vijand.zet(({ url }, a, w) => url.includes(`/zaken/${uuids.zaak}`) && stuur(a, w.zaak(uuids.ander)))
  assert.equal(soortVan(await bron.haal(ik, ref)), 'ander-persoon')
})

test('only an own role of this person in this case opens it', async (t) => {
  const rollen: readonly (readonly [string, Readonly<Record<string, unknown>>, boolean])[] = [
    ['asked for it', {}, true],
    ['it is about them', { omschrijvingGeneriek: 'belanghebbende' }, true],
    ['an adviser', { omschrijvingGeneriek: 'adviseur' }, false],
    ['works on it', { omschrijvingGeneriek: 'behandelaar' }, false],
    ['no kind of role', { omschrijvingGeneriek: '' }, false],
    ['acts for another', { indicatieMachtiging: 'gemachtigde' }, false],
    ['an official with that number', { betrokkeneType: 'medewerker' }, false],
    ['a role in another case', { zaak: 'http://127.0.0.1/zaken/api/v1/zaken/x' }, false],
    ['nobody', { betrokkeneIdentificatie: null }, false],
    ['no number', { betrokkeneIdentificatie: { inpBsn: '' } }, false],
  ]
  for (const [wat, anders, mag] of rollen) {
    const { bron, ik, vijand } = await opstelling(t)
    vijand.zet(({ url }, a, w) => {
      const rollen = [w.rol(uuids.zaak, eigenBsn, anders)]
      if (url.includes('/rollen')) return stuur(a, pagina(rollen))
      const _expand = { zaaktype: w.type(), rollen }
      return url.includes('_zoek') && stuur(a, pagina([w.zaak(uuids.zaak, eigenBsn, { _expand })]))
    })
    const uitkomst = await bron.zoek(ik)
    const aantal = uitkomst.status === 'ok' ? uitkomst.gegevens.zaken.length : 0
    assert.equal(aantal, mag ? 1 : 0, wat)
  }
})

test('what is not clearly for residents is not shown', async (t) => {
  const zaken: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['too confidential', { vertrouwelijkheidaanduiding: 'vertrouwelijk' }],
    ['a level that nobody knows', { vertrouwelijkheidaanduiding: 'strikt' }],
    ['no level', { vertrouwelijkheidaanduiding: '' }],
    ['no status', { status: null }],
    ['gone to the archive', { archiefstatus: 'overgedragen' }],
    ['of another organisation', { verantwoordelijkeOrganisatie: '999812346' }],
  ]
  for (const [wat, anders] of zaken) {
    const { bron, ik, vijand } = await opstelling(t)
    vijand.zet(opZoek((_, a, w) => stuur(a, pagina([w.zaak(uuids.zaak, eigenBsn, anders)]))))
    const { zaken: gezien, isVolledig } = heel(await bron.zoek(ik))
    assert.deepEqual([gezien.length, isVolledig], [0, true], wat)
  }
  for (const anders of [{ indicatieInternOfExtern: 'intern' }, { indicatieInternOfExtern: 'beide' }]) {
    const { bron, ik, vijand } = await opstelling(t)
    vijand.zet(
      opZoek((_, a, w) => {
        const _expand = { zaaktype: w.type(anders), rollen: [w.rol(uuids.zaak, eigenBsn)] }
        return stuur(a, pagina([w.zaak(uuids.zaak, eigenBsn, { _expand })]))
      }),
    )
    assert.equal(heel(await bron.zoek(ik)).zaken.length, 0)
  }
  for (const anders of [
    { status: 'in_bewerking' },
    { status: '' },
    { vertrouwelijkheidaanduiding: 'geheim' },
  ]) {
    const { bron, ik, ref, vijand } = await opstelling(t)
    vijand.zet(({ url }, a, w) => url.endsWith(uuids.document) && stuur(a, w.document(anders)))
    assert.deepEqual(detail(await bron.haal(ik, ref)).documenten, [])
    assert.equal(soortVan(await bron.document(ik, ref, uuids.document)), 'onbekend')
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakProef } from '../../../../test/zgw/proef.ts'
import { maakRegister, rsin, typen } from '../../../../test/zgw/register.ts'
import type { Buiten } from '../context.ts'

const ztc = '/catalogi/api/v1'
const lijst = 'https://lijsten.example'

const zaaktype = (meer: object = {}) => ({
  identificatie: 'WAS',
  omschrijving: 'Wasmachine',
  vertrouwelijkheidaanduiding: 'openbaar',
  doel: 'Schone was',
  aanleiding: 'Aanvraag',
  indicatieInternOfExtern: 'extern',
  handelingInitiator: 'Aanvragen',
  onderwerp: 'Was',
  handelingBehandelaar: 'Behandelen',
  doorlooptijd: 'P10D',
  opschortingEnAanhoudingMogelijk: false,
  verlengingMogelijk: true,
  verlengingstermijn: 'P5D',
  publicatieIndicatie: false,
  productenOfDiensten: [],
  selectielijstProcestype: `${lijst}/procestypen/1`,
  referentieproces: { naam: 'Was' },
  verantwoordelijke: rsin,
  catalogus: typen.catalogus,
  besluittypen: [],
  deelzaaktypen: [],
  gerelateerdeZaaktypen: [],
  beginGeldigheid: '2026-01-01',
  versiedatum: '2026-01-01',
  ...meer,
})

const resultaat = (van: string, procedure: object, meer: object = {}) => ({
  zaaktype: van,
  omschrijving: 'Klaar',
  resultaattypeomschrijving: `${lijst}/omschrijvingen/1`,
  selectielijstklasse: `${lijst}/resultaten/nihil`,
  archiefnominatie: 'vernietigen',
  archiefactietermijn: 'P1Y',
  besluittypen: [],
  brondatumArchiefprocedure: { afleidingswijze: 'afgehandeld', datumkenmerk: '', ...procedure },
  ...meer,
})

/** The reference lists, as far as these tests need them. */
const buiten: Buiten = async (adres) => {
  const pad = adres.slice(lijst.length)
  if (pad === '/procestypen/1') return { json: { nummer: 1, naam: 'Proces' } }
  if (pad === '/omschrijvingen/1') return { json: { omschrijving: 'Afgehandeld' } }
  const [, soort, naam] = pad.split('/')
  if (soort !== 'resultaten' || naam === '404') return undefined
  const procesType = naam === 'ander' ? `${lijst}/procestypen/2` : `${lijst}/procestypen/1`
  const procestermijn =
    naam === 'duur' ? 'ingeschatte_bestaansduur_procesobject' : naam === 'nihil' ? 'nihil' : ''
  return { json: { procesType, procestermijn, waardering: 'blijvend_bewaren', bewaartermijn: 'P5Y' } }
}

test('how the start of the archive term is found fits together (ztc-004 to ztc-008)', async () => {
  const { goed, fout } = maakProef(maakRegister().vraag)
  const { url } = await goed('POST', `${ztc}/zaaktypen`, zaaktype())
  const groep = 'brondatumArchiefprocedure'
  for (const [procedure, verwacht] of [
    [{ datumkenmerk: 'einde' }, [`${groep}.datumkenmerk: must-be-empty`]],
    [{ einddatumBekend: true }, [`${groep}.einddatumBekend: must-be-empty`]],
    [{ afleidingswijze: 'termijn' }, [`${groep}.procestermijn: required`]],
    [{ afleidingswijze: 'eigenschap' }, [`${groep}.datumkenmerk: required`]],
    [
      { afleidingswijze: 'zaakobject', registratie: 'BAG' },
      [
        `${groep}.datumkenmerk: required`,
        `${groep}.objecttype: required`,
        `${groep}.registratie: must-be-empty`,
      ],
    ],
    [
      { afleidingswijze: 'ander_datumkenmerk', datumkenmerk: 'einde', objecttype: 'pand' },
      [`${groep}.registratie: required`],
    ],
  ] as const) {
    assert.deepEqual(await fout('POST', `${ztc}/resultaattypen`, resultaat(url, procedure)), verwacht)
  }
  await goed(
    'POST',
    `${ztc}/resultaattypen`,
    resultaat(url, { afleidingswijze: 'termijn', procestermijn: 'P1Y' }),
  )
})

test('with the selection list at hand a result follows it (ztc-002, ztc-003)', async () => {
  const { goed, fout } = maakProef(maakRegister({ buiten }).vraag)
  const { url } = await goed('POST', `${ztc}/zaaktypen`, zaaktype())
  const klasse = (naam: string) => ({ selectielijstklasse: `${lijst}/resultaten/${naam}` })
  const leeg = { archiefnominatie: '', archiefactietermijn: null }
  const gemaakt = await goed('POST', `${ztc}/resultaattypen`, resultaat(url, {}, leeg))
  assert.deepEqual(
    [gemaakt.omschrijvingGeneriek, gemaakt.archiefnominatie, gemaakt.archiefactietermijn],
    ['Afgehandeld', 'blijvend_bewaren', 'P5Y'],
  )
  for (const [json, verwacht] of [
    [resultaat(url, {}, klasse('404')), 'selectielijstklasse: invalid-resource'],
    [resultaat(url, {}, klasse('ander')), 'nonFieldErrors: procestype-mismatch'],
    [resultaat(url, {}, klasse('duur')), 'nonFieldErrors: invalid-afleidingswijze-for-procestermijn'],
    [
      resultaat(url, { afleidingswijze: 'hoofdzaak' }),
      'nonFieldErrors: invalid-afleidingswijze-for-procestermijn',
    ],
    [
      resultaat(url, {}, { resultaattypeomschrijving: `${lijst}/niets` }),
      'resultaattypeomschrijving: invalid-resource',
    ],
  ] as const) {
    assert.deepEqual(await fout('POST', `${ztc}/resultaattypen`, json), [verwacht])
  }
  await goed(
    'POST',
    `${ztc}/resultaattypen`,
    resultaat(url, { afleidingswijze: 'hoofdzaak' }, klasse('vrij')),
  )
})

test('what was published stays, but for the day until which it is valid; its parts stay with it', async () => {
  const register = maakRegister()
  const { goed, fout } = maakProef(register.vraag)
  const { url } = await goed('POST', `${ztc}/zaaktypen`, zaaktype())
  const status = { zaaktype: url, omschrijving: 'Klaar', volgnummer: 1 }
  const deel = await goed('POST', `${ztc}/statustypen`, status)
  assert.equal(deel.beginGeldigheid, '2026-01-01')
  assert.deepEqual(
    await fout('POST', `${ztc}/statustypen`, { ...status, volgnummer: 2, beginGeldigheid: '2025-01-01' }),
    ['beginGeldigheid: invalid'],
  )
  const object = await goed('POST', `${ztc}/zaakobjecttypen`, {
    zaaktype: url,
    anderObjecttype: false,
    beginGeldigheid: '2026-01-01',
    objecttype: 'https://objecten.example/pand',
    relatieOmschrijving: 'Waar het om gaat',
    catalogus: typen.catalogus,
  })
  const tie = { zaaktype: url, informatieobjecttype: 'Brief', volgnummer: 1, richting: 'inkomend' }
  const gekoppeld = await goed('POST', `${ztc}/zaaktype-informatieobjecttypen`, tie)
  assert.deepEqual((await goed('GET', url)).informatieobjecttypen, [typen.brief])
  await goed('POST', `${url}/publish`, {})
  assert.deepEqual(await fout('POST', `${url}/publish`, {}), ['nonFieldErrors: non-concept-object'])
  assert.equal((await goed('PATCH', url, { eindeGeldigheid: '2027-01-01' })).eindeGeldigheid, '2027-01-01')
  assert.deepEqual(await fout('PATCH', url, { omschrijving: 'X', eindeGeldigheid: null }), [
    'nonFieldErrors: non-concept-object',
  ])
  assert.deepEqual(await fout('PUT', url, zaaktype()), ['nonFieldErrors: non-concept-object'])
  assert.deepEqual(await fout('DELETE', url), ['nonFieldErrors: non-concept-object'])
  for (const weg of [deel.url, object.url]) {
    assert.deepEqual(await fout('DELETE', weg), ['nonFieldErrors: non-concept-zaaktype'])
  }
  assert.deepEqual(await fout('PATCH', deel.url, { omschrijving: 'X' }), [
    'nonFieldErrors: non-concept-zaaktype',
  ])
  assert.deepEqual(await fout('DELETE', gekoppeld.url), ['nonFieldErrors: non-concept-relation'])
  assert.deepEqual(await fout('POST', `${ztc}/statustypen`, { ...status, volgnummer: 2 }), [
    'nonFieldErrors: non-concept-zaaktype',
  ])
  assert.deepEqual(
    register.gemeld.filter(({ kanaal }) => kanaal === 'zaaktypen').map(({ actie }) => actie),
    ['create', 'update', 'partial_update'],
  )
})

test('whoever may force, and says so by its scope, corrects what was published', async () => {
  const scopes = [
    'catalogi.lezen',
    'catalogi.schrijven',
    'catalogi.geforceerd-schrijven',
    'catalogi.geforceerd-verwijderen',
  ]
  const { goed } = maakProef(
    maakRegister({
      clienten: () => ({ geheim: 'geheim-van-alles', autorisaties: [{ component: 'ztc', scopes }] }),
    }).vraag,
  )
  await goed('PATCH', typen.ontvangen, { statustekst: 'Wij hebben uw aanvraag' })
  await goed('DELETE', typen.belanghebbende)
})

test('types belong together within one catalogue (ztc-013), which is there once', async () => {
  const { goed, fout } = maakProef(maakRegister().vraag)
  const catalogus = { domein: 'ANDER', rsin, contactpersoonBeheerNaam: 'Beheer' }
  const ander = await goed('POST', `${ztc}/catalogussen`, catalogus)
  assert.deepEqual(await fout('POST', `${ztc}/catalogussen`, catalogus), ['nonFieldErrors: unique'])
  const { url: vreemd } = await goed('POST', `${ztc}/besluittypen`, {
    catalogus: ander.url,
    omschrijving: 'Toekenning',
    publicatieIndicatie: false,
    informatieobjecttypen: [],
    beginGeldigheid: '2026-01-01',
  })
  assert.deepEqual((await goed('GET', ander.url)).besluittypen, [vreemd])
  const eigen = zaaktype({ catalogus: ander.url, besluittypen: ['Toekenning'] })
  const genoemd = await goed('POST', `${ztc}/zaaktypen`, eigen)
  const wie = async () => (await goed('GET', vreemd)).zaaktypen
  assert.deepEqual(await wie(), [genoemd.url])
  await goed('PATCH', genoemd.url, { besluittypen: [] })
  assert.deepEqual(await wie(), [])
  await goed('PATCH', genoemd.url, { besluittypen: ['Toekenning'] })
  await goed('DELETE', genoemd.url)
  assert.deepEqual(await wie(), [])
  assert.deepEqual(await fout('POST', `${ztc}/zaaktypen`, zaaktype({ besluittypen: [vreemd] })), [
    'nonFieldErrors: relations-incorrect-catalogus',
  ])
  assert.deepEqual(await fout('POST', `${ztc}/zaaktypen`, zaaktype({ besluittypen: ['Toekenning'] })), [
    'besluittypen: bad-url',
  ])
  const { url } = await goed('POST', `${ztc}/zaaktypen`, zaaktype({ catalogus: ander.url }))
  const tie = { zaaktype: url, informatieobjecttype: typen.brief, volgnummer: 1, richting: 'inkomend' }
  assert.deepEqual(await fout('POST', `${ztc}/zaaktype-informatieobjecttypen`, tie), [
    'nonFieldErrors: relations-incorrect-catalogus',
  ])
})

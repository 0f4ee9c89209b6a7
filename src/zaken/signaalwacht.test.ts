import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { nepbewijs } from '../audit/proefaudit.ts'
import { maakPersoonId, parseOrganisatieId } from '../domain/index.ts'
import { parseDatum } from '../kalender/index.ts'
import type { NieuwBericht } from '../kanalen/index.ts'
import { createSignaalwacht } from './signaalwacht.ts'
import type { Taak } from './taakbron.ts'
import { gewoneToonregels } from './toonregel.ts'
import type { Zaakgegevens } from './zaakgegevens.ts'
import type { Zaaksignaal } from './zaaksignalen.ts'

const nu = new Date('2026-03-02T10:00:00Z')
const dag = (tekst: string) => parseDatum(tekst) ?? assert.fail()
const bron = parseOrganisatieId('gemeente-GM0513') ?? assert.fail()
const uuid = '018f2d0a-0000-4000-8000-000000000001'

const zaak = (over: Partial<Zaakgegevens> = {}): Zaakgegevens => ({
  ref: { bron, uuid },
  nummer: 'ZAAK-1',
  organisatie: bron,
  type: {
    sleutel: { domein: 'ZAKEN', rsin: '123456782', identificatie: 'b' },
    namen: ['Bijstand'],
    stappen: [],
  },
  rol: 'initiator',
  start: dag('2026-01-01'),
  uiterlijk: dag('2026-02-12'),
  isOpgeschort: false,
  isVerlengd: false,
  verwant: [],
  ...over,
})

function opstelling() {
  const gemerkt: Zaaksignaal[] = []
  const rondes: { readonly zaken: readonly string[]; readonly open: readonly Zaaksignaal[] }[] = []
  const gestuurd: NieuwBericht[] = []
  const verwerkt: string[] = []
  const wacht = createSignaalwacht({
    signalen: {
      merk: async (signaal) => gemerkt.push(signaal) > 0,
      rond: async (_bron, zaken, open) => void rondes.push({ zaken, open }),
    },
    audit: {
      metVerwerking: async (verwerking, fn) => {
        verwerkt.push(verwerking.doel)
        return fn(nepbewijs())
      },
    },
    berichten: {
      kent: async ({ kenmerk }) => gestuurd.some((een) => een.kenmerk === kenmerk),
      stuur: async (bericht) => {
        gestuurd.push(bericht)
        return 'gestuurd'
      },
    },
    opstel: (_zaak, signaal) => ({ onderwerp: { nl: signaal.soort }, alineas: [] }),
    opstelNieuws: (_zaak, nieuws) => ({ onderwerp: { nl: nieuws.soort }, alineas: [] }),
    leeswijze: () => ({
      zaaktaal: { vindZaaktype: () => undefined, vindStatus: () => undefined },
      regels: gewoneToonregels,
      zone: 'Europe/Amsterdam',
      vandaag: dag('2026-03-02'),
    }),
    nu: () => nu,
  })
  return { wacht, gemerkt, rondes, gestuurd, verwerkt }
}

const ik = maakPersoonId(nu, randomBytes)

test('a late case is told to whose it is and to the organisation, with a mark that stays the same', async () => {
  const { wacht, gemerkt, rondes, gestuurd, verwerkt } = opstelling()
  await wacht.neem(ik, bron, [zaak()])
  await wacht.neem(ik, bron, [zaak()])
  // Once in the log: what is known already is told to nobody, and written by nobody.
  assert.deepEqual(verwerkt, ['zaken-signalen'])
  assert.deepEqual(
    [...new Set(gestuurd.map(({ kenmerk }) => kenmerk))],
    [`${bron} ${uuid} te-laat 2026-02-12`],
  )
  assert.equal(gestuurd[0]?.persoon, ik)
  assert.deepEqual(gemerkt[0], {
    ref: { bron, uuid },
    organisatie: bron,
    nummer: 'ZAAK-1',
    zaaktype: 'Bijstand',
    soort: 'te-laat',
    vanaf: dag('2026-02-12'),
  })
  assert.deepEqual(rondes[0]?.open, [gemerkt[0]])
  // Nothing of the person goes to the organisation.
  assert.doesNotMatch(JSON.stringify(gemerkt), new RegExp(ik))
})

test('while the organisation waits for something of them it is not late, and what was said before is solved', async () => {
  const { wacht, rondes, gestuurd } = opstelling()
  const taak = (status: Taak['status'], over = uuid): Taak => ({
    uuid: 't',
    titel: { nl: 'Stuur een loonstrook' },
    status,
    zaak: over,
    uitvoering: { soort: 'anders', elders: new URL('https://bron.example/doe') },
  })
  await wacht.neem(ik, bron, [zaak()], { taken: [taak('open')] })
  assert.deepEqual(
    gestuurd.map(({ soort }) => soort),
    ['taak'],
    'what is asked is told, and nothing as late',
  )
  assert.deepEqual(rondes[0]?.open, [])
  gestuurd.length = 0
  await wacht.neem(ik, bron, [zaak()], { taken: [taak('afgerond'), taak('open', 'een-andere')] })
  assert.equal(gestuurd.length, 1)
})

test('a new term is a new signal; one that is met or that stands still is solved', async () => {
  const { wacht, rondes, gestuurd } = opstelling()
  await wacht.neem(ik, bron, [zaak({ uiterlijk: dag('2026-02-20') })])
  assert.match(gestuurd[0]?.kenmerk ?? '', /2026-02-20$/)
  await wacht.neem(ik, bron, [zaak({ uiterlijk: dag('2026-04-01') })])
  await wacht.neem(ik, bron, [zaak({ isOpgeschort: true })])
  await wacht.neem(ik, bron, [zaak({ einde: dag('2026-02-10') })])
  assert.equal(gestuurd.length, 1)
  assert.deepEqual(
    rondes.slice(1).map(({ zaken, open }) => [zaken, open]),
    [1, 2, 3].map(() => [[uuid], []]),
  )
})

test('who stands in the background of a case gets no message; the organisation does hear', async () => {
  const { wacht, gemerkt, gestuurd } = opstelling()
  await wacht.neem(ik, bron, [zaak({ rol: 'belanghebbende' })])
  assert.equal(gemerkt.length, 1)
  assert.deepEqual(gestuurd, [])
})

test('something new that is asked, and a new step, are told once; what was long ago or is of another is not', async () => {
  const { wacht, gestuurd } = opstelling()
  const taak = (over: Partial<Taak> = {}): Taak => ({
    uuid: 't-1',
    titel: { nl: 'Stuur een loonstrook' },
    status: 'open',
    zaak: uuid,
    uitvoering: { soort: 'anders', elders: new URL('https://bron.example/doe') },
    ...over,
  })
  const loopt = (op: string, over: Partial<Zaakgegevens> = {}) =>
    zaak({
      uiterlijk: dag('2026-04-01'),
      status: { volgnummer: 2, namen: ['In behandeling'], isEinde: false, op: new Date(op) },
      ...over,
    })
  const taken = [taak(), taak({ uuid: 't-2', status: 'afgerond' }), taak({ uuid: 't-3', zaak: 'andere' })]
  await wacht.neem(ik, bron, [loopt('2026-02-27T10:00:00Z')], { taken })
  await wacht.neem(ik, bron, [loopt('2026-02-27T10:00:00Z')], { taken })
  assert.deepEqual(
    gestuurd.map(({ soort, kenmerk }) => [soort, kenmerk]),
    [
      ['taak', `${bron} taak t-1`],
      ['zaak-bijgewerkt', `${bron} zaak-bijgewerkt ${uuid} 2026-02-27T10:00:00.000Z`],
    ],
  )
  await wacht.neem(ik, bron, [loopt('2026-03-01T10:00:00Z')], { taken: [taak({ uuid: 't-4' })] })
  assert.equal(gestuurd.length, 4, 'a next step, and a next task')
  gestuurd.length = 0
  await wacht.neem(ik, bron, [loopt('2026-02-10T10:00:00Z')])
  await wacht.neem(ik, bron, [loopt('2026-03-01T12:00:00Z', { start: dag('2026-03-01') })])
  await wacht.neem(ik, bron, [loopt('2026-03-02T10:00:00Z', { rol: 'belanghebbende' })], { taken })
  assert.deepEqual(gestuurd, [])
})

test('what is asked to complete an application is that, and a task otherwise; once, whatever the term does', async () => {
  const { wacht, gestuurd } = opstelling()
  const taak: Taak = {
    uuid: 't-1',
    titel: { nl: 'Stuur een loonstrook' },
    status: 'open',
    zaak: uuid,
    uiterlijk: new Date('2026-03-31T21:59:59Z'),
    uitvoering: {
      soort: 'upload',
      elders: new URL('https://bron.example/doe'),
      maxBestanden: 1,
      maxOmvang: 1,
      formaten: [],
    },
  }
  const aanvraag = { ...zaak().type, isAanvraagMetBesluit: true }
  const { uiterlijk: _dag, ...zonderDag } = taak
  const elders = { ...taak, uitvoering: { soort: 'betaling', elders: taak.uitvoering.elders } as const }
  const gevallen: readonly (readonly [Partial<Zaakgegevens>, Taak, NieuwBericht['soort']])[] = [
    [{ type: aanvraag, isOpgeschort: true }, taak, 'verzoek-om-aanvulling'],
    [{ type: aanvraag }, taak, 'taak'],
    [{ isOpgeschort: true }, taak, 'taak'],
    [{ type: aanvraag, isOpgeschort: true }, zonderDag, 'taak'],
    [{ type: aanvraag, isOpgeschort: true }, elders, 'taak'],
  ]
  for (const [over, een, soort] of gevallen) {
    gestuurd.length = 0
    await wacht.neem(ik, bron, [zaak(over)], { taken: [een] })
    await wacht.neem(ik, bron, [zaak({ ...over, isOpgeschort: false })], { taken: [een] })
    assert.deepEqual(
      gestuurd.map((bericht) => bericht.soort),
      [soort],
    )
  }
})

test('a decision is told with its own words and instead of the step; what cannot be asked is told later', async () => {
  const { wacht, gestuurd } = opstelling()
  const beslist = zaak({
    uiterlijk: dag('2026-04-01'),
    einde: dag('2026-02-28'),
    status: { volgnummer: 4, namen: ['Besloten'], isEinde: true, op: new Date('2026-02-28T10:00:00Z') },
  })
  const besluit = { namen: ['Toekenning'], datum: dag('2026-02-27'), bezwaarTot: dag('2026-04-10') }
  await wacht.neem(ik, bron, [beslist], { besluitenVan: async () => undefined })
  assert.deepEqual(gestuurd, [])
  for (let keer = 0; keer < 2; keer += 1)
    await wacht.neem(ik, bron, [beslist], { besluitenVan: async () => [besluit] })
  assert.deepEqual(
    gestuurd.map(({ soort, kenmerk }) => [soort, kenmerk]),
    [['besluit', `${bron} besluit ${uuid} 2026-02-27 Toekenning`]],
  )
  gestuurd.length = 0
  const oud = { ...besluit, datum: dag('2025-12-01') }
  for (const genomen of [[], [oud]]) {
    gestuurd.length = 0
    await wacht.neem(ik, bron, [beslist], { besluitenVan: async () => genomen })
    assert.deepEqual(
      gestuurd.map(({ soort }) => soort),
      ['zaak-bijgewerkt'],
    )
  }
})

test('an answer to what was asked here is told once; what was said on the telephone is not', async () => {
  const { wacht, gestuurd } = opstelling()
  const gevraagd = {
    ...{ id: 'c-1', kanaal: 'portaal', onderwerp: 'Hoe lang nog?', zaken: [uuid] },
    op: new Date('2026-02-10T10:00:00Z'),
  }
  const antwoord = 'Wij beslissen deze week.'
  const geldig = zaak({ uiterlijk: dag('2026-04-01') })
  await wacht.neem(ik, bron, [geldig], { contacten: [gevraagd] })
  assert.deepEqual(gestuurd, [])
  const alle = [
    { ...gevraagd, antwoord },
    { ...gevraagd, id: 'c-2', kanaal: 'telefoon', antwoord },
    { ...gevraagd, id: 'c-3', zaken: ['andere'], antwoord },
    { ...gevraagd, id: 'c-4', op: new Date('2025-11-01T10:00:00Z'), antwoord },
  ]
  await wacht.neem(ik, bron, [geldig], { contacten: alle })
  await wacht.neem(ik, bron, [geldig], { contacten: alle })
  assert.deepEqual(
    gestuurd.map(({ soort, kenmerk }) => [soort, kenmerk]),
    [['antwoord', `${bron} antwoord c-1`]],
  )
})

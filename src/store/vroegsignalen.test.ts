import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openSleutelring } from '../audit/index.ts'
import { openProefaudit, proefbewijs, proeforganisatie } from '../audit/proefaudit.ts'
import { maakPersoonId, type PersoonId } from '../domain/index.ts'
import type { PersoonsRegister, Zoekregister } from '../inwoner/index.ts'
import { datum } from '../kalender/index.ts'
import {
  type AanbodDelen,
  createHulpaanbiedingen,
  koppelSignalen,
  openVroegontvangst,
  plichten,
  type Signaalpartner,
  signaalsoortregel,
  signaalvoorvoegsel,
  vroegsignaalDoel,
} from '../proactief/index.ts'
import { ingangen } from './context.ts'
import { hulpaanbodOpslag } from './hulpaanbiedingen.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { vroegsignaalOpslag, wisVroegsignalen } from './vroegsignalen.ts'

const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])
const organisatie = proeforganisatie('gemeente-GM0599')
const ander = proeforganisatie('gemeente-GM0363')

const partner = (bron: string, soort: Signaalpartner['soort'], meer: Partial<Signaalpartner> = {}) => ({
  ...{ bron, soort, naam: `Bedrijf ${bron}`, organisatie, gemeente: 'GM0599', ...meer },
})

/** Who lives where, as the register would say it. */
interface Mens {
  readonly persoon: PersoonId
  readonly geboren: string
  readonly straat: string
  readonly gebied?: string
}

async function opzet(t: Parameters<typeof openProefdatabank>[0]) {
  const { databank, alsRol } = await openProefdatabank(t)
  const klok = { nu: new Date('2026-03-02T10:00:00Z') }
  const nu = () => klok.nu
  const { audit } = openProefaudit({
    schrijf: async (bewijzen) => bewijzen.map(() => ({ onderwerp: 'persoon:x', volgnummer: 1 })),
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const mensen: Mens[] = []
  const register: { staat: 'goed' | 'weg' | 'stuk' } = { staat: 'goed' }
  const metVerwerking: typeof audit.metVerwerking = ({ betrokkenen }, fn) => fn(proefbewijs(betrokkenen))
  const zoekregister: Zoekregister = {
    zoek: async (_, vraag) => ({
      status: 'ok',
      treffers: mensen
        .filter(({ geboren }) => vraag.soort === 'naam' && vraag.geboren === geboren)
        .map(({ persoon }) => ({
          ...{ persoon, naam: undefined, geboren: undefined, woonplaats: undefined },
          ...{ geheim: 'nee' as const, isOverleden: false },
        })),
    }),
  }
  const personen = {
    raadpleeg: async (persoon: PersoonId) => {
      if (register.staat === 'weg') return { status: 'weg', bron: 'brp' }
      if (register.staat === 'stuk' && persoon === mensen[0]?.persoon) throw new Error('stuk')
      const wie = mensen.find((een) => een.persoon === persoon)
      const adres = { regel1: wie?.straat, regel2: '3011 AB  ROTTERDAM', gebied: wie?.gebied ?? 'GM0599' }
      return { status: 'ok', gegevens: { adres: { waarde: adres } } }
    },
    // The matcher reads the address and nothing else.
  } as unknown as PersoonsRegister
  const store = vroegsignaalOpslag(databank)
  for (const een of [partner('woonstad', 'huur'), partner('stroom', 'energie'), partner('water', 'water')])
    await store.zetPartner(een)
  const gestuurd: string[] = []
  const delen: AanbodDelen = {
    ...{ ring, nu, toeval: randomBytes, audit },
    store: hulpaanbodOpslag(databank),
    berichten: {
      stuur: async ({ kenmerk }) => {
        const is = gestuurd.includes(kenmerk)
        if (!is) gestuurd.push(kenmerk)
        return is ? 'was-er-al' : 'gestuurd'
      },
    },
    opstel: () => ({ onderwerp: { nl: 'x' }, alineas: [] }),
  }
  const mens = (geboren: string, straat = 'Voorbeeldstraat 12') => {
    const persoon = maakPersoonId(klok.nu, randomBytes)
    mensen.push({ persoon, geboren, straat })
    return persoon
  }
  const { ontvang } = openVroegontvangst({ store, ring, nu, toeval: randomBytes })
  const koppelDelen = {
    store,
    zoekregister,
    personen,
    audit: { ...audit, metVerwerking },
    ring,
    nu,
    toeval: randomBytes,
  }
  return {
    ...{ databank, alsRol, klok, store, ontvang, mens, gestuurd, register },
    koppel: () => koppelSignalen(koppelDelen),
    aanbod: createHulpaanbiedingen(delen),
    tel: async () => {
      const rijen = await delen.store.tellingen(organisatie, datum('2026-01-01'))
      return Object.fromEntries(rijen.map(({ soort, wat, aantal }) => [`${soort} ${wat}`, aantal]))
    },
  }
}

const bericht = (id: string, geboren: string | undefined, meer: object = {}, wat = 'achterstand') => ({
  ...{ specversion: '1.0', id, source: 'urn:x', type: `${signaalvoorvoegsel}${wat}` },
  data: {
    ...{ gemeente: 'GM0599', bedrag: 120_000, plichten: [...plichten] },
    contact: {
      ...{ geslachtsnaam: 'Nourani', postcode: '3011AB', huisnummer: '12' },
      ...(geboren !== undefined && { geboren }),
    },
    ...meer,
  },
})
const intrekken = (id: string, intrekt: string) => ({
  ...bericht(id, undefined, {}, 'ingetrokken'),
  data: { intrekt },
})

const desk = { medewerker: 'joost', organisatie }
const zelf = (persoon: PersoonId) => ({ soort: 'persoon', persoon }) as const
const balie = (persoon: PersoonId, bij = organisatie) =>
  ({ soort: 'medewerker', persoon, medewerker: 'joost', organisatie: bij }) as const

test('a signal becomes an offer of one municipality to one person, once, and only they and who helps them see it', async (t) => {
  const { ontvang, koppel, aanbod, mens, tel } = await opzet(t)
  const [ik, buur] = [mens('1990-05-01'), mens('1980-01-01', 'Voorbeeldstraat 14')]
  const reeks = [bericht('a', '1990-05-01'), bericht('a', '1990-05-01'), bericht('b', '1971-01-01')]
  const uit = await ontvang('woonstad', [...reeks, bericht('c', '1990-05-01', { bsn: 'x' })])
  assert.deepEqual(uit, {
    ...{ status: 'ontvangen', nieuw: 2, dubbel: 1, ingetrokken: 0 },
    geweigerd: [{ id: 'c', reden: 'meer-dan-mag', veld: 'bsn' }],
  })
  assert.deepEqual(await ontvang('niemand', reeks), { status: 'geen-partner' })
  assert.deepEqual(await ontvang('woonstad', [bericht('z', '1990-05-01'), { id: 'x' }]), {
    ...{ status: 'ongeldig', plaats: '/1' },
  })
  await koppel()
  await ontvang('woonstad', reeks)
  await ontvang('stroom', bericht('a', '1990-05-01'))
  await koppel()
  const { regels, apart } = await aanbod.werklijst(desk)
  assert.deepEqual(
    regels.map(({ stand, aanleiding, soorten, uiterlijk }) => [stand, aanleiding, soorten, uiterlijk]),
    [['te-doen', 'achterstand', ['energie', 'huur'], '2026-03-30']],
  )
  assert.deepEqual(apart, [{ reden: 'niet-gevonden', aantal: 1 }])
  assert.doesNotMatch(JSON.stringify(regels), new RegExp(ik))
  const id = regels[0]?.id ?? ''
  assert.equal(await aanbod.wie(desk, id, proefbewijs([])), ik)
  assert.equal(await aanbod.wie({ ...desk, organisatie: ander }, id, proefbewijs([])), undefined)
  // Of another municipality, of a neighbour, or of nobody: there is nothing.
  assert.equal((await aanbod.open(zelf(ik), id, proefbewijs(ik)))?.signalen.length, 2)
  assert.equal((await aanbod.open(balie(ik), id, proefbewijs(ik)))?.signalen[0]?.bedrag, 120_000)
  assert.equal(await aanbod.open(balie(ik, ander), id, proefbewijs(ik)), undefined)
  assert.equal(await aanbod.open(zelf(buur), id, proefbewijs(buur)), undefined)
  assert.deepEqual(await aanbod.lijst(zelf(buur), proefbewijs(buur)), [])
  await assert.rejects(aanbod.open(zelf(ik), id, proefbewijs(buur)))
  assert.deepEqual(await tel(), {
    ...{ 'huur binnen': 2, 'huur geweigerd': 1, 'huur apart': 1, 'energie binnen': 1 },
  })
})

test('without a ground nobody of the desk reads a row, nor a task that is another', async (t) => {
  const { ontvang, koppel, mens, databank } = await opzet(t)
  mens('1990-05-01')
  await ontvang('woonstad', bericht('a', '1990-05-01'))
  await koppel()
  const { alsTaak, alsMedewerker } = ingangen(databank)
  const tel = (tx: Parameters<Parameters<typeof alsTaak>[1]>[0]) =>
    sql<{ n: number }>`select (select count(*) from hulpaanbod) + (select count(*) from vroegsignaal) as n`
      .execute(tx)
      .then(({ rows }) => Number(rows[0]?.n))
  assert.equal(await alsTaak('levensloop', tel), 0)
  assert.equal(await alsMedewerker(desk, tel), 0)
  assert.equal(await alsTaak('vroegsignalering', tel), 2)
})

test('declined is as easy as accepted: it erases what was told, is respected, and a threat asks once more', async (t) => {
  const { ontvang, koppel, aanbod, mens, tel, gestuurd, databank } = await opzet(t)
  const ik = mens('1990-05-01')
  await ontvang('woonstad', bericht('a', '1990-05-01'))
  await koppel()
  const [regel] = (await aanbod.werklijst(desk)).regels
  const id = regel?.id ?? ''
  const doe = (
    wie: Parameters<typeof aanbod.doe>[0],
    opdracht: Parameters<typeof aanbod.doe>[2],
    welk = id,
  ) => aanbod.doe(wie, welk, opdracht, proefbewijs(ik)).then(({ status }) => status)
  assert.equal(await doe(balie(ik), { soort: 'aangeboden', weg: 'bericht', bel: 'Joost, 14 010' }), 'ok')
  assert.equal(
    await doe(balie(ik), { soort: 'aangeboden', weg: 'bericht', bel: 'Joost, 14 010' }),
    'was-al-zo',
  )
  assert.equal(gestuurd.length, 1)
  assert.equal(await doe(zelf(ik), { soort: 'afgewezen' }), 'ok')
  assert.equal(await doe(zelf(ik), { soort: 'afgewezen' }), 'was-al-zo')
  const na = await aanbod.open(zelf(ik), id, proefbewijs(ik))
  assert.deepEqual([na?.aanbod.stand, na?.signalen], ['afgewezen', []])
  assert.deepEqual((await aanbod.werklijst(desk)).regels, [])
  // The chain stays for ever: it names no creditor and no answer.
  const regels = await ingangen(databank).alsTaak('bewijs-controle', async (tx) => {
    const { rows } = await sql<{ soort: string; codes: Record<string, string> }>`
      select soort, codes from bewijs_regel where onderwerp = ${`persoon:${ik}`} order by volgnummer`.execute(
      tx,
    )
    return rows
  })
  assert.ok(regels.length >= 3)
  assert.doesNotMatch(JSON.stringify(regels), /woonstad|huur|afgewezen|bericht/)
  // The same once more, and another one of the same creditor: nobody asks.
  await ontvang('woonstad', [bericht('a', '1990-05-01'), bericht('a2', '1990-05-01')])
  await koppel()
  assert.deepEqual((await aanbod.werklijst(desk)).regels, [])
  assert.equal((await aanbod.lijst(zelf(ik), proefbewijs(ik))).length, 1)
  await ontvang('woonstad', bericht('a3', '1990-05-01', { dreiging: signaalsoortregel('huur').dreiging }))
  await koppel()
  const [weer] = (await aanbod.werklijst(desk)).regels
  assert.deepEqual([weer?.aanleiding, weer?.uiterlijk], ['dreiging', '2026-03-05'])
  assert.equal(await doe(zelf(ik), { soort: 'aangenomen' }, weer?.id), 'ok')
  const [open] = (await aanbod.werklijst(desk)).regels
  assert.deepEqual([open?.stand, open?.gesprekUiterlijk], ['aangenomen', '2026-03-05'])
  assert.deepEqual(await tel(), {
    ...{ 'huur binnen': 3, 'huur eerder-nee': 1, 'huur aangeboden': 1, 'huur aangeboden-op-tijd': 1 },
    ...{ 'huur bereikt': 2, 'huur afgewezen': 1, 'huur aangenomen': 1 },
  })
})

test('what a creditor takes back goes, also before it came; a correction takes the place of what it corrects', async (t) => {
  const { ontvang, koppel, aanbod, mens } = await opzet(t)
  const ik = mens('1990-05-01')
  await ontvang('woonstad', intrekken('i1', 'a'))
  assert.equal((await ontvang('woonstad', bericht('a', '1990-05-01'))).status, 'ontvangen')
  await koppel()
  assert.deepEqual((await aanbod.werklijst(desk)).regels, [])
  await ontvang('woonstad', bericht('b', '1990-05-01'))
  await koppel()
  await ontvang('woonstad', bericht('c', '1990-05-01', { vervangt: 'b', bedrag: 50_000 }))
  await koppel()
  const [regel] = (await aanbod.werklijst(desk)).regels
  const open = await aanbod.open(balie(ik), regel?.id ?? '', proefbewijs(ik))
  assert.deepEqual(
    open?.signalen.map(({ bedrag }) => bedrag),
    [50_000],
  )
  // Another creditor cannot take it back.
  await ontvang('stroom', intrekken('i2', 'c'))
  await koppel()
  assert.equal((await aanbod.werklijst(desk)).regels.length, 1)
  await ontvang('woonstad', intrekken('i3', 'c'))
  await koppel()
  assert.deepEqual((await aanbod.werklijst(desk)).regels, [])
  assert.equal((await aanbod.open(zelf(ik), regel?.id ?? '', proefbewijs(ik)))?.aanbod.stand, 'gesloten')
})

test('who does not live there, or of whom there are two, waits for a human and not for a machine', async (t) => {
  const { ontvang, koppel, aanbod, mens } = await opzet(t)
  mens('1990-05-01', 'Andere straat 3')
  mens('1981-01-01')
  mens('1981-01-01')
  await ontvang('woonstad', [
    bericht('a', '1990-05-01'),
    bericht('b', '1981-01-01'),
    bericht('c', undefined),
    bericht('d', '1970-01-01'),
  ])
  await koppel()
  assert.deepEqual((await aanbod.werklijst(desk)).apart, [
    { reden: 'ander-adres', aantal: 1 },
    { reden: 'meer-gevonden', aantal: 1 },
    { reden: 'niet-gevonden', aantal: 1 },
    { reden: 'zonder-geboortedatum', aantal: 1 },
  ])
})

test('the retention role erases what is over, with a line on their record, and nothing else', async (t) => {
  const { ontvang, koppel, aanbod, mens, alsRol, klok } = await opzet(t)
  const [ik, ander_, derde] = [mens('1990-05-01'), mens('1980-01-01'), mens('1970-01-01')]
  await ontvang('woonstad', [
    bericht('a', '1990-05-01'),
    bericht('b', '1980-01-01'),
    bericht('c', '1970-01-01'),
    bericht('d', '1960-01-01'),
  ])
  await koppel()
  const vind = async (wie: PersoonId) => (await aanbod.lijst(zelf(wie), proefbewijs(wie)))[0]?.id ?? ''
  const [mijn, zijn] = [await vind(ik), await vind(ander_)]
  await aanbod.doe(balie(ik), mijn, { soort: 'gesloten', reden: 'betaald' }, proefbewijs(ik))
  await aanbod.doe(zelf(ander_), zijn, { soort: 'afgewezen' }, proefbewijs(ander_))
  const gewist: string[] = []
  const { audit } = openProefaudit({
    schrijf: async () => [],
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const wis = async (dag: string) => {
    gewist.length = 0
    klok.nu = new Date(`${dag}T12:00:00Z`)
    return wisVroegsignalen(alsRol('bewaring'), klok.nu, ({ persoon, aanbod: id, stand }) => {
      gewist.push(stand)
      return audit.verzegel({
        onderwerp: `persoon:${persoon}`,
        soort: 'gewist',
        tijd: klok.nu,
        codes: { verwerking: vroegsignaalDoel, aanbod: id, stand },
      })
    })
  }
  assert.equal(await wis('2026-03-29'), 0)
  // Four weeks: the closed one, and the signal of nobody.
  assert.equal(await wis('2026-03-30'), 2)
  assert.deepEqual(gewist, ['gesloten'])
  assert.deepEqual((await aanbod.werklijst(desk)).apart, [])
  assert.equal(await vind(ik), '')
  assert.notEqual(await vind(ander_), '')
  // Half a year: who said no, and who never answered with what was told of them.
  assert.equal(await wis('2026-09-02'), 3)
  assert.deepEqual(gewist.toSorted(), ['afgewezen', 'te-doen'])
  assert.deepEqual([await vind(ander_), await vind(derde)], ['', ''])
  // What is erased does not come back with the same id.
  klok.nu = new Date('2026-09-02T13:00:00Z')
  const weer = await ontvang('woonstad', bericht('c', '1970-01-01'))
  assert.ok(weer.status === 'ontvangen')
  assert.deepEqual([weer.nieuw, weer.dubbel], [0, 1])
})

test('what a register does not answer comes again, and one that goes wrong holds up no other', async (t) => {
  const { ontvang, koppel, aanbod, mens, register, klok } = await opzet(t)
  mens('1990-05-01')
  mens('1980-01-01')
  await ontvang('woonstad', [bericht('a', '1990-05-01'), bericht('b', '1980-01-01')])
  const aantal = async () => (await aanbod.werklijst(desk)).regels.length
  register.staat = 'weg'
  await koppel()
  assert.equal(await aantal(), 0)
  register.staat = 'stuk'
  klok.nu = new Date(klok.nu.getTime() + 61_000)
  await assert.rejects(koppel(), /stuk/)
  assert.equal(await aantal(), 1)
  register.staat = 'goed'
  klok.nu = new Date(klok.nu.getTime() + 61_000)
  await koppel()
  assert.equal(await aantal(), 2)
  // Two that come at once about one person make one offer.
  await ontvang('stroom', [bericht('p', '1990-05-01'), bericht('q', '1990-05-01')])
  await Promise.all([koppel(), koppel()])
  assert.equal(await aantal(), 2)
})

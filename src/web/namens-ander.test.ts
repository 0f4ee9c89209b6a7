/** What somebody who acts for another reads of what others did: never more than is safe for whom they act. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { geefAanleiding } from '../audit/aanleiding.ts'
import type { Inzage } from '../audit/index.ts'
import { nepbewijs, openProefaudit, proefmedewerker, proeforganisatie } from '../audit/proefaudit.ts'
import { maakPersoonId } from '../domain/index.ts'
import type { Gegevensoort, Terugmelding } from '../inwoner/index.ts'
import { datum } from '../kalender/index.ts'
import { createKern } from '../platform/http/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { stilLog } from '../platform/index.ts'
import { type Machtiging, openSessies, type VoorKeuze } from '../toegang/index.ts'
import type { MijnBronnen } from './pages/mijn/bronnen.ts'
import { geenTerugmeldingen, geheugensessies, proefmachtiging, proefmijn } from './proefinwoner.ts'
import { keurPagina } from './proefkeuring.ts'
import { proefbronnen, proefdag, proefsleutel } from './proefweb.ts'
import { createWeb } from './register.ts'

const [ik, ander, moeder] = [1, 2, 3].map((n) => maakPersoonId(new Date(n), () => new Uint8Array(16).fill(n)))
assert.ok(ik && ander && moeder)

const organisatie = proeforganisatie('gemeente-GM0344')
const basis = proefmachtiging(ander, ik)
const kind: VoorKeuze = {
  soort: 'kind',
  persoon: ander,
  meerderjarigOp: datum('2030-01-01'),
  gezagOp: proefdag.toISOString(),
  naam: 'Kees',
}
const gemachtigd: VoorKeuze = { soort: 'machtiging', id: basis.id, naam: 'Noor' }

interface Stand {
  soort: Machtiging['soort']
  meldingen: readonly Terugmelding[]
  inzagen: readonly Inzage[]
  brp: 'stil' | 'geen-bsn' | 'onbekend'
}

/** One website for all of these tests; `stand` is what the stores hold. */
function opstelling() {
  const stand: Stand = { soort: 'bewind', meldingen: [], inzagen: [], brp: 'stil' }
  const { audit } = openProefaudit({
    schrijf: async () => [],
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const sessies = openSessies({ store: geheugensessies(), audit, nu: () => proefdag, toeval: randomBytes })
  const stil = { status: 'fout', soort: 'onbereikbaar', sinds: proefdag } as const
  const leeg = proefmijn({
    sessies,
    audit: { ...audit, metVerwerking: async ({ doel, gegevens }, fn) => fn(nepbewijs(doel, gegevens)) },
    registers: {
      brp: {
        raadpleeg: async () => {
          if (stand.brp === 'geen-bsn') return { status: 'geen-bsn' }
          return stand.brp === 'onbekend' ? { status: 'onbekend', op: proefdag } : stil
        },
      },
      inkomen: { raadpleeg: async () => stil },
    },
    vindMachtiging: async () => ({ ...basis, soort: stand.soort }),
  })
  const terug = geenTerugmeldingen(() => proefdag)
  const mijn: MijnBronnen = {
    ...leeg,
    terugmelden: { ...terug, store: { ...terug.store, vanPersoon: async () => stand.meldingen } },
    toegang: {
      ...leeg.toegang,
      leesInzage: async (_persoon, _bewijs, { tot, max = 200 } = {}) =>
        stand.inzagen.filter(({ tijd }) => tot === undefined || tijd < tot).slice(0, max),
      leesKeuzes: async () => ({ verwerkingen: ['schuldhulp-geven'], organisaties: [organisatie] }),
    },
  }
  const teksten = loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten'))
  const web = createWeb({ bronnen: proefbronnen(), mijn, teksten, sleutel: proefsleutel, isHttps: false })
  const app = createKern({ log: stilLog, foutpagina: web.foutpagina })
  web.register(app)
  const bron = 'https://x.example'
  const herkenning = { middel: 'digid', niveau: 'substantieel', bron, op: proefdag } as const
  return async (voor: VoorKeuze, pad: string, nieuw: Partial<Stand>, status = 200) => {
    Object.assign(stand, { meldingen: [], inzagen: [] }, nieuw)
    const wie = { soort: 'inwoner', persoon: ik as NonNullable<typeof ik>, herkenning } as const
    const { token } = await sessies.begin({ wie, voor, apparaat: '' })
    const headers = { accept: 'text/html', cookie: `voordeur-sessie=${token}` }
    const antwoord = await app.inject({ url: pad, headers })
    assert.equal(antwoord.statusCode, status, pad)
    return antwoord.body
  }
}
const lees = opstelling()

function melding(gegeven: Gegevensoort, door: typeof ik): Terugmelding {
  return {
    id: '00000000-0000-7000-8000-000000000001',
    persoon: ander as NonNullable<typeof ander>,
    door: door as NonNullable<typeof door>,
    gegeven,
    toelichting: `woorden-over-${gegeven}`,
    status: 'aangepast',
    sinds: proefdag,
    gemaaktOp: proefdag,
    uitleg: `bron-over-${gegeven}`,
    pogingen: 1,
    volgendePoging: undefined,
  }
}

test('a parent reads nothing of what another reported about where the child lives', async () => {
  const alle = (door: typeof ik) =>
    (['adres', 'medebewoners', 'naam'] as const).map((een) => melding(een, door))
  const meldingen = (voor: VoorKeuze, van: typeof ik, soort: Machtiging['soort'] = 'bewind') =>
    lees(voor, '/mijn/meldingen', { soort, meldingen: alle(van) })
  const vanMoeder = await meldingen(kind, moeder)
  assert.doesNotMatch(vanMoeder, /over-adres|over-medebewoners|<h2>(Adres|Anderen op uw adres)/)
  // Of the rest they hear that it was reported and how it stands; the words are those of who wrote them.
  assert.match(vanMoeder, /<h2>Naam/)
  assert.match(vanMoeder, /Iemand anders schreef op/)
  assert.doesNotMatch(vanMoeder, /U schreef|over-naam/)
  const eigen = await meldingen(kind, ik)
  for (const gegeven of ['adres', 'medebewoners', 'naam'])
    assert.match(eigen, new RegExp(`U schreef op [^<]*<q>woorden-over-${gegeven}`))
  // The source may answer with the address itself.
  assert.doesNotMatch(eigen, /bron-over-(adres|medebewoners)/)
  assert.match(eigen, /bron-over-naam/)
  for (const soort of ['bewind', 'curatele'] as const) {
    const body = await meldingen(gemachtigd, ander, soort)
    assert.match(body, /Iemand anders schreef op [^<]*<q>woorden-over-adres/)
    assert.match(body, /bron-over-adres/)
  }
})

function inzage(door: NonNullable<Inzage['inhoud']>['door'], deel: Partial<Inzage['inhoud']> = {}): Inzage {
  const naam = 'eigen-gegevens-tonen'
  return {
    volgnummer: 1,
    tijd: proefdag,
    verwerking: naam,
    versie: 1,
    afloop: 'gelukt',
    inhoud: { naam, attributen: {}, gegevens: ['naam'], door, ...deel },
    ldv: {
      trace_id: 't',
      span_id: 's',
      status: 'Ok',
      name: naam,
      start_time: proefdag.getTime(),
      attributes: { 'dpl.core.foreign_operation.processor': 'https://logboek.gemeente-GM0344.example/' },
    },
  }
}

test('a parent does not read at which organisation somebody looked at the child: that says where it lives', async () => {
  const medewerker = { ...proefmedewerker(organisatie), aanleiding: geefAanleiding('zaak', 'GM0344-zaak-7') }
  const gekeken = { inzagen: [inzage(medewerker, { bronnen: [organisatie] })] }
  for (const pad of ['/mijn/inzage', '/mijn/inzage/inzage.json']) {
    const body = await lees(kind, pad, gekeken)
    assert.match(body, /Een medewerker van een organisatie \(/, pad)
    assert.doesNotMatch(body, /Utrecht|GM0344/, pad)
    // Who a court appointed for somebody does.
    assert.match(await lees(gemachtigd, pad, { ...gekeken, soort: 'bewind' }), /GM0344/, pad)
  }
  // Who sat beside the other parent, and for which service they came.
  const helper = { naam: 'Jo', organisatie: 'Opvang Utrecht' }
  const als = { alsVertegenwoordiger: 'kind', waarvoor: { organisatie } } as const
  assert.ok(moeder && ik)
  const vanMoeder = await lees(kind, '/mijn/inzage', {
    inzagen: [inzage({ soort: 'inwoner', persoon: moeder, ...als }, { helper })],
  })
  assert.doesNotMatch(vanMoeder, /Utrecht|GM0344|Jo\b/)
  const eigen = await lees(kind, '/mijn/inzage', {
    inzagen: [inzage({ soort: 'inwoner', persoon: ik, ...als }, { helper })],
  })
  assert.match(eigen, /Opvang Utrecht/)
})

test('of a household a housemate reads what they are to the other and no more; who acts for somebody reads whose partner it is', async () => {
  const bekend = {
    waarvoor: 'schuldhulp-geven',
    haalde: { soort: 'medewerker', organisatie, rol: 'klantcontact' },
  } as const
  const regel = (relatie: 'partner' | 'medebewoner', deel: object = {}) => [
    inzage({ soort: 'huishouden', relatie, ...deel }, { bronnen: [organisatie] }),
  ]
  const pad = '/mijn/inzage'
  const zelf: VoorKeuze = { soort: 'zelf' }
  const huisgenoot = await lees(zelf, pad, { inzagen: regel('medebewoner') })
  assert.match(huisgenoot, /Meegekomen met de gegevens van iemand met wie u woont</)
  assert.doesNotMatch(huisgenoot, /Het hoorde bij|Gevraagd bij/)
  const partner = await lees(zelf, pad, { inzagen: regel('partner', { naam: 'Jan', bekend }) })
  assert.match(partner, /Een medewerker van [^<]*, voor uw partner \(Jan\)/)
  assert.match(partner, /Het hoorde bij/)
  const lezer = { ...bekend, haalde: { soort: 'lezer' } }
  for (const [taal, van, door] of [
    ['', /van de partner van Noor \(Jan\)/, /door Noor zelf, voor de partner van Noor/],
    ['/en', /of the partner of Noor \(Jan\)/, /by Noor, when they acted for the partner of Noor/],
    ['/pap', /di e partner di Noor \(Jan\)/, /Noor mes a busk’é, pa e partner di Noor/],
  ] as const) {
    const bewind = { soort: 'bewind' } as const
    const regels = [...regel('partner', { naam: 'Jan' }), ...regel('partner', { bekend: lezer })]
    const gelezen = await lees(gemachtigd, `${taal}${pad}`, { ...bewind, inzagen: regels.slice(0, 1) })
    assert.match(gelezen, van)
    const zelfGehaald = await lees(gemachtigd, `${taal}${pad}`, { ...bewind, inzagen: regels.slice(1) })
    assert.match(zelfGehaald, door)
    assert.doesNotMatch(gelezen + zelfGehaald, /uw partner|your partner|bo partner/)
  }
})

test('a parent reads the same of data that came along, whether or not whose they are is protected', async () => {
  const regel = (relatie: 'ouder' | 'afgeschermd', deel: object = {}) => [
    inzage({ soort: 'huishouden', relatie, ...deel }),
  ]
  for (const pad of ['/mijn/inzage', '/mijn/inzage/inzage.json']) {
    const gewoon = await lees(kind, pad, { inzagen: regel('ouder', { naam: 'Jan' }) })
    const beschermd = await lees(kind, pad, { inzagen: regel('afgeschermd') })
    assert.equal(gewoon, beschermd, pad)
    assert.doesNotMatch(gewoon, /Jan|dat beschermt die persoon/, pad)
  }
})

test('a page of the log stays what it was while each look makes the log longer; what was chosen wrongly gives no file', async () => {
  const een = (n: number): Inzage => {
    const regel = inzage({ soort: 'taak', taak: 'x' }, { gegevens: [`soort-${n}-`] })
    return {
      ...regel,
      tijd: new Date(proefdag.getTime() + n * 1000),
      ldv: { ...regel.ldv, span_id: String(n) },
    }
  }
  const regels = (aantal: number) => Array.from({ length: aantal }, (_, n) => een(n)).toReversed()
  const soort = 'bewind'
  const eerste = await lees(gemachtigd, '/mijn/inzage', { soort, inzagen: regels(150) })
  const [, volgende] = /href="([^"]*n=2[^"]*)"/.exec(eerste) ?? []
  assert.ok(volgende)
  const tweede = await lees(gemachtigd, volgende.replaceAll('&amp;', '&'), { soort, inzagen: regels(170) })
  assert.match(tweede, /nummer 101 tot en met 150/)
  assert.ok(tweede.includes('soort-49-') && tweede.includes('soort-0-') && !tweede.includes('soort-50-'))
  // No link to a page that cannot be asked for.
  const laatste = await lees(gemachtigd, '/mijn/inzage?n=99', { soort, inzagen: regels(9950) })
  assert.match(laatste, /nummer 9801 tot en met 9900/)
  assert.doesNotMatch(laatste, /n=100/)
  assert.match(laatste, /niet verder teruggekeken/)

  for (const vraag of ['wie=2', 'wat=9', 'wie=niemand']) {
    assert.match(await lees(gemachtigd, `/mijn/inzage?${vraag}`, { soort }), /Kies iets uit de lijst/)
    await lees(gemachtigd, `/mijn/inzage/inzage.json?${vraag}`, { soort }, 400)
  }
  for (const taal of ['', '/en', '/pap'])
    assert.deepEqual(
      keurPagina(await lees(gemachtigd, `${taal}/mijn/inzage?wie=2&wat=9`, { soort })),
      [],
      taal,
    )
  // A parent cannot choose an organisation, also not by writing the address.
  await lees(kind, '/mijn/inzage/inzage.json?wie=1', {}, 400)
})

test('that a register does not know somebody is said of whom it is about', async () => {
  for (const [brp, vanU, vanAnder] of [
    ['geen-bsn', /hebben wij niet van u\./, /hebben wij niet van deze persoon\./],
    ['onbekend', /Dit register kent u niet/, /Dit register kent deze persoon niet/],
  ] as const) {
    assert.match(await lees({ soort: 'zelf' }, '/mijn/gegevens', { brp }), vanU)
    const body = await lees(gemachtigd, '/mijn/gegevens', { brp, soort: 'bewind' })
    assert.match(body, vanAnder)
    assert.doesNotMatch(body, vanU)
  }
})

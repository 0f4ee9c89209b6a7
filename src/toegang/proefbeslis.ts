/** For tests: every subject, for whom they may act, and everything that can be asked about it. */
import assert from 'node:assert/strict'
import type { Verwerkingsactiviteit, Verwerkingsregister } from '../audit/index.ts'
import { proeforganisatie } from '../audit/proefaudit.ts'
import {
  type Datum,
  maakPersoonId,
  type PersoonId,
  parseDatum,
  parseVestigingsnummer,
  type Vestigingsnummer,
} from '../domain/index.ts'
import { beleid } from './beleid.ts'
import { handelingen, voorwerpen } from './beleidsregel.ts'
import type { Toegangsvraag, Voorwerp } from './beslis.ts'
import type { Maatregel, Machtiging, MachtigingSoort } from './machtiging.ts'
import { medewerkerrollen } from './rollen.ts'
import { type EigenBedrijf, niveaus, type Subject, type Voor } from './wie.ts'

export const nu = new Date('2026-06-01T12:00:00Z')
export const vandaag = dag('2026-06-01')
export const svb = proeforganisatie('svb')
export const duo = proeforganisatie('duo')

const mens = (nummer: number): PersoonId =>
  maakPersoonId(new Date(nummer), () => new Uint8Array(16).fill(nummer))
export const [ik, ander, vreemde, kind, bedrijf] = [mens(1), mens(2), mens(3), mens(4), mens(5)]

export const [arnhem, nijmegen] = [vestigingMet('000090009111'), vestigingMet('000090009112')]

function vestigingMet(tekst: string): Vestigingsnummer {
  const vestiging = parseVestigingsnummer(tekst)
  assert.ok(vestiging)
  return vestiging
}

function dag(tekst: string): Datum {
  const datum = parseDatum(tekst)
  assert.ok(datum)
  return datum
}

/** Every purpose that the policy names, for everybody and every role. */
const activiteiten = [...new Set(beleid.flatMap(({ doelen }) => doelen ?? []))].map(
  (id): Verwerkingsactiviteit => ({
    id,
    versie: 1,
    gegevens: ['x'],
    betrokkenen: ['inwoner'],
    door: ['inwoner', 'medewerker'],
    rollen: [...new Set(beleid.flatMap((r) => (r.doelen?.includes(id) === true ? (r.rollen ?? []) : [])))],
    bewaren: { regel: 'B', termijn: 'P1Y' },
  }),
)
export const register: Verwerkingsregister = {
  vind: (id) => activiteiten.find((a) => a.id === id),
  alle: () => activiteiten,
}
/** What a professional may state, and one purpose that is for residents. */
const gesteld = activiteiten
  .filter(({ id, rollen }) => rollen.length > 0 || id === 'sessies')
  .map(({ id }) => id)
export const doelen = [undefined, 'iets-anders', ...activiteiten.map(({ id }) => id)]

export function inwoner(niveau: (typeof niveaus)[number], minutenGeleden = 0): Subject {
  const op = new Date(nu.getTime() - minutenGeleden * 60_000)
  return {
    soort: 'inwoner',
    persoon: ik,
    herkenning: { middel: 'digid', niveau, bron: 'https://x.example', op },
  }
}

/** Recognised for a company, or for one branch of it. */
export function ondernemer(eigen: EigenBedrijf): Subject {
  const wie = inwoner('substantieel')
  assert.ok(wie.soort === 'inwoner')
  return { ...wie, herkenning: { ...wie.herkenning, middel: 'eherkenning' }, bedrijf: eigen }
}

export function medewerker(anders: Partial<Subject & { soort: 'medewerker' }> = {}): Subject {
  return {
    soort: 'medewerker',
    medewerker: 'm-1',
    organisatie: svb,
    rollen: ['balie'],
    doelen: activiteiten.map(({ id }) => id),
    ...anders,
  }
}

const onderCuratele: Maatregel = {
  soort: 'curatele',
  geldigVanaf: dag('2020-01-01'),
  geldigTot: dag('2100-01-01'),
}

export function machtiging(soort: MachtigingSoort, anders: Partial<Machtiging> = {}): Voor {
  return {
    soort: 'machtiging',
    machtiging: {
      id: 'x',
      soort,
      gever: ander,
      gemachtigde: ik,
      organisatie: svb,
      diensten: ['aow'],
      geldigVanaf: dag('2026-01-01'),
      geldigTot: dag('2027-01-01'),
      wijze: { soort: 'digitaal' },
      vastgelegd: nu,
      ingetrokken: undefined,
      ...anders,
    },
  }
}

const soorten = ['machtiging', 'bewind', 'mentorschap', 'curatele'] as const
/** A child of whom the register said this about secrecy. */
export const voorKind = (anders: Partial<Extract<Voor, { soort: 'kind' }>> = {}): Voor => ({
  soort: 'kind',
  persoon: kind,
  meerderjarigOp: dag('2026-06-02'),
  gezagOp: nu,
  ...anders,
})

export const voorWie: readonly Voor[] = [
  { soort: 'zelf' },
  { soort: 'kind', persoon: kind, meerderjarigOp: dag('2026-06-02'), gezagOp: nu },
  { soort: 'kind', persoon: kind, meerderjarigOp: dag('2026-06-01'), gezagOp: nu },
  { soort: 'bedrijf', persoon: bedrijf },
  { soort: 'bedrijf', persoon: bedrijf, vestiging: arnhem },
  { soort: 'bedrijf', persoon: bedrijf, vestiging: nijmegen },
  machtiging('machtiging', { diensten: ['aow', 'anw'] }),
  machtiging('machtiging', { diensten: ['aow'], maatregelen: [onderCuratele] }),
  ...soorten.flatMap((soort) => [
    machtiging(soort),
    machtiging(soort, { ingetrokken: nu }),
    machtiging(soort, { geldigTot: dag('2026-06-01') }),
    machtiging(soort, { geldigVanaf: dag('2026-06-02') }),
    machtiging(soort, { gemachtigde: vreemde }),
    machtiging(soort, { organisatie: duo, diensten: [] }),
  ]),
  ...(['ja', 'nee', 'onbekend'] as const).map((geheimhouding) => voorKind({ geheimhouding })),
  voorKind({ geheimhouding: 'nee', meerderjarigOp: dag('2026-06-01') }),
  voorKind({ geheimhouding: 'nee', gezagOp: new Date(nu.getTime() - 16 * 60_000) }),
]

export const grond = (doel: string, persoon: PersoonId | undefined, minuten = 0) => ({
  doel,
  gesteldOp: new Date(nu.getTime() - minuten * 60_000),
  ...(persoon !== undefined && { persoon }),
})

const subjecten: readonly Subject[] = [
  { soort: 'anoniem' },
  { soort: 'helper' },
  { soort: 'genodigde', ketenzaak: 'k-1', deelnemer: 'd-1' },
  ...niveaus.map((niveau) => inwoner(niveau)),
  inwoner('hoog', 6),
  ondernemer({ persoon: bedrijf }),
  ondernemer({ persoon: bedrijf, vestiging: arnhem }),
  ondernemer({ persoon: vreemde }),
  medewerker(),
  medewerker({ rollen: [] }),
  // Everybody with a role, whatever they stated: about this person, or about nobody yet.
  ...medewerkerrollen.flatMap((rol) =>
    [undefined, ...gesteld].flatMap((id) => [
      medewerker({ rollen: [rol], ...(id !== undefined && { grond: grond(id, ander) }) }),
      medewerker({ rollen: [rol], ...(id !== undefined && { grond: grond(id, undefined) }) }),
    ]),
  ),
  ...gesteld.flatMap((id) => {
    const rollen = register.vind(id)?.rollen ?? []
    return [
      medewerker({ rollen, grond: grond(id, ander), organisatie: duo }),
      medewerker({ rollen, grond: grond(id, ander), doelen: [] }),
      medewerker({ rollen, grond: grond(id, ander, 61) }),
      medewerker({ rollen, grond: grond(id, undefined, 61) }),
      medewerker({ rollen, grond: grond(id, ander, -1) }),
      medewerker({ rollen, grond: { ...grond(id, ander), ander: vreemde } }),
    ]
  }),
]

const eigenaren = [undefined, ik, ander, vreemde, kind, bedrijf]
const plaatsen = [
  {},
  { organisatie: svb },
  { organisatie: svb, dienst: 'aow' },
  { organisatie: svb, dienst: 'anw' },
  { organisatie: duo, dienst: 'aow' },
]

/** A branch is of a company; of a company a service is of no matter. */
function plaatsenVoor(voor: Voor): readonly Omit<Voorwerp, 'soort'>[] {
  return voor.soort === 'bedrijf' ? [{}, { vestiging: arnhem }, { vestiging: nijmegen }] : plaatsen
}
// A professional has nothing of their own here, and services are of no concern to them: fewer will do.
const vanAnderen = [undefined, ander, vreemde]
const plaatsenVanMedewerkers = [{}, { organisatie: svb }, { organisatie: duo }]
/** Chain cases: who takes part in them stands with them. */
const ketens: readonly Omit<Voorwerp, 'soort'>[] = [
  { ketenzaak: 'k-1', organisatie: duo, deelnemers: [duo, svb] },
  { ketenzaak: 'k-2', organisatie: svb, deelnemers: [] },
  { ketenzaak: 'k-3', organisatie: duo, deelnemers: [duo] },
  { organisatie: duo },
]

export function* alleVragen(): Generator<Toegangsvraag> {
  for (const subject of subjecten)
    for (const voor of subject.soort === 'inwoner' ? voorWie : voorWie.slice(0, 1))
      for (const handeling of handelingen)
        for (const soort of voorwerpen)
          for (const eigenaar of eigenarenVoor(subject, handeling, soort))
            for (const plaats of plekkenVoor(subject, voor, handeling, soort)) {
              const voorwerp: Voorwerp = { soort, ...plaats, ...(eigenaar !== undefined && { eigenaar }) }
              // Only purposes that could matter for this thing, and two that never do.
              for (const doel of doelenBij.get(soort) ?? doelen) {
                yield { subject, voor, handeling, voorwerp, nu, vandaag, ...(doel !== undefined && { doel }) }
              }
            }
}

/**
 * Where no line of the table speaks of this act on this thing, whose it is and where changes nothing that a table could
 * have said: one of each is enough there, with every subject, every «for whom» and every purpose.
 */
function staatErIets(handeling: Toegangsvraag['handeling'], soort: Voorwerp['soort']): boolean {
  return beleid.some((regel) => regel.handelingen.includes(handeling) && regel.voorwerpen.includes(soort))
}

function eigenarenVoor(
  { soort: wie }: Subject,
  handeling: Toegangsvraag['handeling'],
  soort: Voorwerp['soort'],
): readonly Voorwerp['eigenaar'][] {
  const alle: readonly Voorwerp['eigenaar'][] = wie === 'medewerker' ? vanAnderen : eigenaren
  return staatErIets(handeling, soort) ? alle : alle.slice(1, 2)
}

function plekkenVoor(
  { soort: wie }: Subject,
  voor: Toegangsvraag['voor'],
  handeling: Toegangsvraag['handeling'],
  soort: Voorwerp['soort'],
) {
  const waar = wie === 'medewerker' ? plaatsenVanMedewerkers : plaatsenVoor(voor)
  const alle = soort === 'ketenzaak' ? [...waar, ...ketens] : waar
  return staatErIets(handeling, soort) ? alle : alle.slice(1, 2)
}

const doelenBij = new Map(
  voorwerpen.map((soort) => [
    soort,
    doelen.filter((doel) => doel === undefined || doel === 'iets-anders' || raakt(soort, doel)),
  ]),
)

function raakt(soort: Voorwerp['soort'], doel: string): boolean {
  return beleid.some((regel) => regel.voorwerpen.includes(soort) && regel.doelen?.includes(doel))
}

/** What is known of schemes, and who walks in unnamed: about nobody. `undefined` for everything else. */
export function magZonderPersoon(
  { soort }: Voorwerp,
  handeling: Toegangsvraag['handeling'],
  { rollen, isEigen }: { readonly rollen: readonly string[]; readonly isEigen: boolean },
): boolean | undefined {
  const heeft = (...van: readonly string[]) => rollen.some((rol) => van.includes(rol))
  const ontvangt = heeft('informatiepunt', 'adviseur', 'balie', 'klantcontact', 'hulpverlener')
  if (soort === 'lijngesprek')
    return handeling === 'stellen' && (ontvangt || heeft('behandelaar', 'coordinator', 'doorbreker'))
  if (soort === 'lijndienst')
    return (
      handeling === 'stellen' && isEigen && (ontvangt || heeft('behandelaar', 'coordinator', 'doorbreker'))
    )
  if (soort === 'kennis') return ['bekijken', 'melden-onjuist'].includes(handeling)
  if (soort === 'intakekaart')
    return handeling === 'geven'
      ? heeft('informatiepunt', 'adviseur')
      : ['bekijken', 'invullen'].includes(handeling) && ontvangt
  if (soort === 'kennismelding')
    return (
      handeling === 'beheren' &&
      (heeft('installatiebeheerder') || (isEigen && heeft('behandelaar', 'beheerder')))
    )
  if (soort === 'lijn') return handeling === 'bekijken'
  if (soort === 'niet-gebruik')
    return handeling === 'stellen'
      ? isEigen && heeft('beleid')
      : ['bekijken', 'beheren'].includes(handeling) && heeft('beleid', 'installatiebeheerder')
  if (soort === 'campagne') return ['bekijken', 'beheren'].includes(handeling) && isEigen && heeft('beleid')
  if (soort === 'lijncijfers')
    return handeling === 'bekijken' && (heeft('installatiebeheerder') || (isEigen && heeft('beheerder')))
  if (soort === 'wetswijziging')
    return ['bekijken', 'stellen'].includes(handeling) && isEigen && heeft('beleid', 'installatiebeheerder')
  if (soort === 'lijnteam') return handeling === 'beheren' && isEigen && heeft('beheerder')
  if (soort !== 'naamloze-afspraak') return undefined
  if (handeling === 'afspreken') return ontvangt
  return ['bekijken', 'beeindigen'].includes(handeling) && isEigen && heeft('balie', 'klantcontact')
}

/**
 * Why a right changed from one day to the next. Three things can have moved: the text of the law, the facts of the
 * household, and time itself (somebody grew older). Each that changes the outcome by itself is named; when none
 * does, those that do it together.
 */

import { type Dag, leeftijd, maandenTussen, plusMaanden } from './datum.ts'
import { delen } from './doorlopen.ts'
import type { Interval, JaNee, Lijst, Mens } from './gezin.ts'
import type { Knoop, PlanRegel } from './ir.ts'
import type { Jarige } from './jarige.ts'
import { type Assen, gelijk, type Moment, momentMet, type Uitslag, uitslag } from './moment.ts'
import type { Omgeving } from './omgeving.ts'
import { metWaarde } from './onbekenden.ts'
import type { Plan } from './plan.ts'
import { peildag, type Situatie } from './situatie.ts'
import type { Oorzaak } from './types.ts'
import type { Feit } from './vocabulaire.ts'

type As = keyof Assen

/** Smallest first, so that what acts alone is named alone. */
const GROEPEN: readonly (readonly As[])[][] = [
  [['wet'], ['feiten'], ['tijd']],
  [
    ['wet', 'feiten'],
    ['wet', 'tijd'],
    ['feiten', 'tijd'],
  ],
  [['wet', 'feiten', 'tijd']],
]

/** What made the outcome of `a` into that of `b`, a later day; never empty. */
export function oorzaken(s: Situatie, id: string, a: Moment, b: Moment): readonly Oorzaak[] {
  const met = (groep: readonly As[]): Moment => {
    const dag = (as: As): Dag => (groep.includes(as) ? b.dag : a.dag)
    return momentMet(s, id, { wet: dag('wet'), feiten: dag('feiten'), tijd: dag('tijd') })
  }
  for (const groepen of GROEPEN) {
    const werkt = groepen.filter((g) => !gelijk(a, met(g)))
    if (werkt.length === 0) continue
    const uit = (['wet', 'tijd', 'feiten'] as const).flatMap((as): readonly Oorzaak[] => {
      const groep = werkt.find((g) => g.includes(as))
      if (!groep) return []
      const [zonder, erbij] = [met(groep.filter((x) => x !== as)), met(groep)]
      if (as === 'wet') return [doorWet(zonder, erbij)]
      if (as === 'tijd') return doorTijd(s, zonder, erbij)
      return [{ soort: 'situatie', oorzaak: 'Uw situatie is veranderd.', artikel: wetArtikel(zonder, erbij) }]
    })
    return uit
  }
  return [doorKalender(a, b)]
}

function wetArtikel(a: Moment, b: Moment): string {
  return (b.plan ?? a.plan)?.wet.info.grondslag.wet ?? ''
}

function doorKalender(a: Moment, b: Moment): Oorzaak {
  return { soort: 'onbekend', oorzaak: 'Een andere maand of een ander jaar.', artikel: wetArtikel(a, b) }
}

function doorWet(a: Moment, b: Moment): Oorzaak {
  if (b.keus.k === 'verlopen')
    return {
      soort: 'bedragen',
      oorzaak: 'De bedragen vanaf deze dag zijn nog niet bekend.',
      artikel: wetArtikel(a, b),
    }
  const nieuw = b.plan?.onderdelen.find((w) => !a.plan?.onderdelen.includes(w))
  const artikel = nieuw?.info.grondslag.wet || wetArtikel(a, b)
  const zelfdeRegels =
    a.plan !== undefined &&
    a.plan.regels.length === b.plan?.regels.length &&
    a.plan.regels.every((r, i) => r.def.formule === b.plan?.regels[i]?.def.formule)
  return zelfdeRegels
    ? { soort: 'bedragen', oorzaak: 'Nieuwe bedragen.', artikel }
    : { soort: 'wet', oorzaak: 'De regels zijn veranderd.', artikel }
}

interface Geboren {
  readonly m: Mens
  readonly dag: Dag
}

/** Who grew older, each with the article of the rule that turned. `a` and `b` differ in time alone. */
function doorTijd(s: Situatie, a: Moment, b: Moment): readonly Oorzaak[] {
  const { plan, e } = b
  const feit = s.corpus.vocabulaire.opNaam.get('aanvrager.geboortedatum')
  const kalender = doorKalender(a, b)
  if (!plan || !e || !a.e || !feit) return [kalender]
  const oud = a.e
  const mensen = geborenen(e, feit)
  const met = (ouder: (p: Geboren) => boolean): Uitslag =>
    zonderOuderTeWorden(
      e,
      feit,
      mensen.filter((p) => !ouder(p)),
      oud.g.peildatum,
      () => uitslag(plan, e, b.keus.k === 'verlopen' ? b.wetDag : undefined),
    )
  // With nobody older only the calendar moved: the first of a quarter, a new year.
  const niemand = met(() => false)
  const uit: Oorzaak[] = gelijk(a, niemand) ? [] : [kalender]
  const verjaard = (p: Geboren): Oorzaak => {
    const door = omgeslagen(plan, oud, e, p.m)
    const jaren = leeftijd(p.dag, b.dag)
    return {
      soort: 'verjaardag',
      oorzaak: `${naam(p.m.pad)} wordt ${jaren}.`,
      artikel: door?.artikel ?? wetArtikel(a, b),
      jarig: { wie: wie(p.m.pad), leeftijd: jaren, ...(door && { regel: door.naam }) },
    }
  }
  uit.push(
    ...mensen
      .filter(
        (p) =>
          !gelijk(
            niemand,
            met((x) => x === p),
          ),
      )
      .map(verjaard),
  )
  if (uit.length > 0) return uit
  // Nobody by himself: those who had a birthday, together.
  const vanaf = peildag(plan.wet, a.dag) - WACHTTIJD
  const jarig = mensen.filter((p) => leeftijd(p.dag, b.dag) > leeftijd(p.dag, vanaf))
  return jarig.length > 0 ? jarig.map(verjaard) : [kalender]
}

/** Days: what the law counts from the month after a birthday has its cause in the month before. */
const WACHTTIJD = 32

interface Geboren {
  readonly m: Mens
  readonly dag: Dag
}

function geborenen(e: Omgeving, feit: Feit): readonly Geboren[] {
  return e.g.mensen.flatMap((m) => {
    const w = m.waarden[feit.slot]
    return typeof w === 'object' && w.lo === w.hi && !m.sjabloon ? [{ m, dag: Number(w.lo) }] : []
  })
}

/** As if these people were born as much later as time went on since `van`: so they are as old as they were. */
function zonderOuderTeWorden<T>(
  e: Omgeving,
  feit: Feit,
  mensen: readonly Geboren[],
  van: Dag,
  doe: () => T,
): T {
  const [eerste, ...rest] = mensen
  if (!eerste) return doe()
  const maanden = maandenTussen(van, e.g.peildatum)
  // From the first of a month to that of another in months, so that a long month makes nobody a day older.
  const dag =
    plusMaanden(van, maanden) === e.g.peildatum
      ? plusMaanden(eerste.dag, maanden)
      : eerste.dag + e.g.peildatum - van
  return metWaarde(e, eerste.m, feit, { lo: dag, hi: dag }, () =>
    zonderOuderTeWorden(e, feit, rest, van, doe),
  )
}

/** A rule about dates that turned: one about this person, else one about the whole household. */
function omgeslagen(p: Plan, a: Omgeving, b: Omgeving, m: Mens): PlanRegel['def'] | undefined {
  const anders = (r: PlanRegel): boolean => {
    const op = (e: Omgeving): string => {
      if (r.v !== undefined) e.v[r.v] = m
      return toon(p.evaluator.waarde(r.knoop)(e))
    }
    return op(a) !== op(b)
  }
  const kan = p.regels.filter((r) => metDatum(r.knoop))
  const eigen = kan.find((r) => r.v !== undefined && r.def.voor?.includes(m.soort) && anders(r))
  return (eigen ?? kan.find((r) => r.v === undefined && anders(r)))?.def
}

function toon(w: Interval | JaNee | Lijst): string {
  if (typeof w === 'number') return String(w)
  return 'leden' in w ? w.leden.map((d) => `${d.m.nr} ${d.min} ${d.max}`).join() : `${w.lo} ${w.hi}`
}

function metDatum(k: Knoop): boolean {
  return k.t === 'dag' || k.t === 'peil' || delen(k).some(metDatum)
}

function wie(pad: string): Jarige['wie'] {
  const [, , bij] = pad.split('/')
  return bij === 'aanvrager' || bij === 'partner' || bij === 'kinderen' ? bij : 'medebewoners'
}

function naam(pad: string): string {
  const [, , bij, n] = pad.split('/')
  if (bij === 'aanvrager') return 'U'
  if (bij === 'partner') return 'Uw partner'
  return bij === 'kinderen' ? `Kind ${Number(n) + 1}` : `Medebewoner ${Number(n) + 1}`
}

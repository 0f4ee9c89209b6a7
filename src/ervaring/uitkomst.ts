/** From counters to what a service owner reads. Pure; what is too small to say is not said here, so no page can forget it. */
import type { Datum } from '../domain/index.ts'
import { plusDagen } from '../kalender/index.ts'
import type { Weektelling } from './ervaring-store.ts'
import type { Stap } from './reizen.ts'
import { antwoorden, type Gelukt, type Kanaal, kanalen, type Reden, redenen, type Soort } from './telling.ts'

/**
 * Named limit: a number below this is shown as «minder dan 10». A choice of ours, with two reasons: so few visits say
 * nothing about a step, and in a small place or a small language they could point at somebody.
 */
export const KLEINSTE = 10

/** Named limit: numbers are said in steps of this, so that no sum or difference of what is said tells a small one. */
export const AFGEROND = 5

export function rondAf(n: number): number {
  return Math.round(n / AFGEROND) * AFGEROND
}

/** A number that may be said, or that it is above nothing and below `KLEINSTE`. */
export type Getal = { readonly soort: 'getal'; readonly n: number } | { readonly soort: 'klein' }

export function toonGetal(n: number): Getal {
  return n > 0 && n < KLEINSTE ? { soort: 'klein' } : { soort: 'getal', n: rondAf(n) }
}

export interface Stapuitkomst {
  readonly stap: Stap
  readonly gekomen: Getal
  readonly isEinde: boolean
  /** Absent where the journey ends, and where one of the two is too small: with who came, the one tells the other. */
  readonly verder?: Getal
  /** Came and did not go on; where one can be done (`kanKlaar`) that is no giving up. Absent as `verder` is. */
  readonly gestopt?: Getal
  readonly fout: Getal
  readonly terug: Getal
  /** For the length of a bar alone, of what is said; absent when too few came to draw one. */
  readonly lengte?: { readonly gekomen: number; readonly verder?: number }
}

/**
 * Per step how many arrived, went on and stopped, from counters that know nothing of each other. Somebody who came by
 * another way can go on without having arrived; there are then never less than nobody who stopped.
 */
export function perStap(van: readonly Weektelling[], stappen: readonly Stap[]): readonly Stapuitkomst[] {
  return stappen.map((stap) => {
    const som = (soort: Soort) => optellen(van, (een) => een.stap === stap.id && een.soort === soort)
    const [gekomen, verder] = [som('begonnen'), som('verder')]
    const isEinde = stap.verder.length === 0
    const isTeWeinig = gekomen < KLEINSTE
    const gestopt = Math.max(0, gekomen - verder)
    const magDelen = !isTeWeinig && [verder, gestopt].every((n) => toonGetal(n).soort === 'getal')
    const tot = isEinde ? gekomen : magDelen ? Math.min(verder, gekomen) : undefined
    return {
      stap,
      isEinde,
      gekomen: toonGetal(gekomen),
      ...(!isEinde && magDelen && { verder: toonGetal(verder), gestopt: toonGetal(gestopt) }),
      fout: toonGetal(som('fout')),
      terug: toonGetal(som('terug')),
      ...(!isTeWeinig && {
        lengte: { gekomen: rondAf(gekomen), ...(tot !== undefined && { verder: rondAf(tot) }) },
      }),
    }
  })
}

/** Where most stopped, of the steps of which that may be said. Whoever may be done there did not give up. */
export function grootsteUitval(uitkomsten: readonly Stapuitkomst[]): Stapuitkomst | undefined {
  const gestopt = ({ stap, lengte, gestopt: n }: Stapuitkomst) =>
    lengte !== undefined && n?.soort === 'getal' && stap.kanKlaar !== true ? n.n : 0
  const [eerste] = uitkomsten.toSorted((a, b) => gestopt(b) - gestopt(a))
  return eerste !== undefined && gestopt(eerste) > 0 ? eerste : undefined
}

export interface Verdeling {
  readonly delen: Readonly<Record<Gelukt, Getal>>
  /** Absent when it would give away the one part that is too small to say. */
  readonly totaal?: Getal
  /** Whole percentages, of those parts that may be said; absent when too few answered. */
  readonly procent?: Readonly<Partial<Record<Gelukt, number>>>
}

/** «Is dit gelukt?», of the counters that fit. */
export function verdeling(
  van: readonly Weektelling[],
  past: (een: Weektelling) => boolean = () => true,
): Verdeling | undefined {
  const n = (een: Gelukt) => optellen(van, (t) => t.soort === `antwoord-${een}` && past(t))
  const aantal = { ja: n('ja'), deels: n('deels'), nee: n('nee') }
  const totaal = aantal.ja + aantal.deels + aantal.nee
  if (totaal === 0) return undefined
  const delen = {
    ja: toonGetal(aantal.ja),
    deels: toonGetal(aantal.deels),
    nee: toonGetal(aantal.nee),
  }
  const klein = antwoorden.filter((een) => delen[een].soort === 'klein').length
  // With one part hidden the total tells it: with the others it is a sum.
  const magTotaal = klein !== 1
  const procent = Object.fromEntries(
    antwoorden.flatMap((een) =>
      delen[een].soort === 'getal'
        ? [[een, Math.min(100, Math.round((100 * rondAf(aantal[een])) / rondAf(totaal)))]]
        : [],
    ),
  )
  return {
    delen,
    ...(magTotaal && { totaal: toonGetal(totaal) }),
    ...(magTotaal && totaal >= KLEINSTE && { procent }),
  }
}

export function perKanaal(
  van: readonly Weektelling[],
  stapIds: readonly string[],
): readonly { readonly stap: string; readonly kanaal: Kanaal; readonly verdeling: Verdeling }[] {
  return stapIds.flatMap((stap) =>
    kanalen.flatMap((kanaal) => {
      const uit = verdeling(van, (een) => een.stap === stap && een.kanaal === kanaal)
      return uit === undefined ? [] : [{ stap, kanaal, verdeling: uit }]
    }),
  )
}

/** What went wrong, most named first; what nobody named is left out. */
export function perReden(
  van: readonly Weektelling[],
): readonly { readonly reden: Reden; readonly aantal: Getal }[] {
  return redenen
    .map((reden) => ({ reden, n: optellen(van, ({ soort }) => soort === `reden-${reden}`) }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n)
    .map(({ reden, n }) => ({ reden, aantal: toonGetal(n) }))
}

export interface Weekuitkomst {
  /** Its Monday. */
  readonly week: Datum
  readonly gekomen: Getal
  readonly verdeling?: Verdeling
}

/** Each week of the period, also those in which nothing happened. The first and the last may be cut short. */
export function perWeek(
  van: readonly Weektelling[],
  { van: begin, tot }: { readonly van: Datum; readonly tot: Datum },
): readonly Weekuitkomst[] {
  const weken: Weekuitkomst[] = []
  for (let week = maandagVan(begin); week < tot; week = plusDagen(week, 7)) {
    const eigen = van.filter((een) => een.week === week)
    const uit = verdeling(eigen)
    weken.push({
      week,
      gekomen: toonGetal(optellen(eigen, ({ soort }) => soort === 'begonnen')),
      ...(uit && { verdeling: uit }),
    })
  }
  return weken
}

export function maandagVan(dag: Datum): Datum {
  // 0 is Sunday.
  const weekdag = new Date(`${dag}T00:00:00Z`).getUTCDay()
  return plusDagen(dag, -((weekdag + 6) % 7))
}

function optellen(van: readonly Weektelling[], past: (een: Weektelling) => boolean): number {
  return van.reduce((som, een) => (past(een) ? som + een.aantal : som), 0)
}

/** The months of a year as bars: what is certain, what may come on top, what nobody knows yet; and what changes when. */
import type { Bedrag, Maand, Per, Uitkomst, Wijziging } from '../engine/index.ts'
import { maandwaarde } from './maandwaarde.ts'
import { perMaand } from './overzicht.ts'

export interface Maandstaaf {
  /** First day of the month. */
  readonly maand: string
  /** `onbekend`: the figures of that month are not published. */
  readonly stand: 'bekend' | 'grenzen' | 'onbekend'
  /** Cents per month. */
  readonly van: number
  readonly tot: number
}

export interface Maandwissel {
  readonly datum: string
  readonly regeling: string
  readonly soort: Wijziging['soort']
  readonly oorzaak: string
  /** Cents per month; null when not known. */
  readonly voor: number | null
  readonly na: number | null
}

export interface Maandbeeld {
  readonly staven: readonly Maandstaaf[]
  readonly wissels: readonly Maandwissel[]
  /** The first day of which the figures are not known, when it lies within the months. */
  readonly onbekendVanaf: string | undefined
  /** A scheme that is not paid by the month is shown as if it were. */
  readonly omgerekend: readonly Per[]
}

/** `uitkomsten` with months and changes, all of the same period. */
export function maandbeeld(uitkomsten: readonly Uitkomst[]): Maandbeeld {
  const geld = uitkomsten.filter((u) => u.soort === 'geld' && !isEenmalig(u))
  const maanden = geld[0]?.maanden?.map(({ maand }) => maand) ?? []
  const staven = maanden.map((maand, i) =>
    staaf(
      maand,
      geld.flatMap((u) => u.maanden?.[i] ?? []),
    ),
  )
  const onbekendVanaf = staven.find((s) => s.stand === 'onbekend')?.maand
  const wissels = geld
    .flatMap((u) => (u.wijzigingen ?? []).flatMap((w) => wissel(u, w)))
    .filter(({ datum }) => onbekendVanaf === undefined || datum < onbekendVanaf)
    .sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0))
  const omgerekend = new Set(
    geld.flatMap((u) =>
      (u.maanden ?? []).flatMap(({ recht, bedrag }) => (recht === 'ja' && bedrag ? [bedrag.per] : [])),
    ),
  )
  omgerekend.delete('maand')
  return { staven, wissels, onbekendVanaf, omgerekend: [...omgerekend] }
}

function staaf(maand: string, delen: readonly Maand[]): Maandstaaf {
  let [van, tot] = [0, 0]
  for (const deel of delen) {
    // No limits at all: the figures of that month are not published. Limits without an end: it is left out.
    if (deel.recht === 'onbekend' && !deel.grenzen) return { maand, stand: 'onbekend', van: 0, tot: 0 }
    const waarde = maandwaarde(deel)
    van += waarde?.van ?? 0
    tot += waarde?.tot ?? 0
  }
  return { maand, stand: van === tot ? 'bekend' : 'grenzen', van, tot }
}

function wissel(u: Uitkomst, w: Wijziging): Maandwissel[] {
  const bedrag = u.maanden?.map((m) => m.bedrag).find((b) => b !== undefined && b.per !== undefined)
  const om = (waarde: number | null): number | null =>
    waarde === null
      ? null
      : waarde === 0
        ? 0
        : bedrag
          ? perMaand({ ...bedrag, waarde } satisfies Bedrag)
          : null
  const [voor, na] = [om(w.voor), om(w.na)]
  if (voor === na) return []
  return [{ datum: w.datum, regeling: u.regeling, soort: w.soort, oorzaak: w.oorzaak, voor, na }]
}

function isEenmalig(u: Uitkomst): boolean {
  return [u.bedrag, u.grenzen, ...(u.maanden ?? []).map((m) => m.bedrag ?? m.grenzen)].some(
    (b) => b?.per === 'eenmalig',
  )
}

import type { Antwoord, Bedrag, Grenzen, Per, Uitkomst, Valuta } from '../engine/index.ts'

/** Where an outcome stands in the overview. */
export type Groep = 'zeker' | 'mogelijk' | 'vraag-na' | 'niet-nu'

export interface Overzicht {
  readonly groepen: Readonly<Record<Groep, readonly Uitkomst[]>>
  readonly totaal: Totaal
}

/** Money per month, in cents, rounded down: what a household can count on is never shown too high. */
export interface Totaal {
  readonly valuta: Valuta
  readonly zeker: number
  /** Sound limits of everything whose limits are known, what is certain included. */
  readonly van: number
  readonly tot: number
  /** Schemes of money that may come on top, with no known limit. */
  readonly zonderGrens: number
}

export function maakOverzicht(antwoord: Antwoord, valuta: Valuta): Overzicht {
  const groepen: Record<Groep, Uitkomst[]> = { zeker: [], mogelijk: [], 'vraag-na': [], 'niet-nu': [] }
  for (const uitkomst of antwoord.uitkomsten) groepen[groepVan(uitkomst)].push(uitkomst)
  groepen.zeker.sort((a, b) => perMaand(b.bedrag) - perMaand(a.bedrag))
  groepen.mogelijk.sort((a, b) => maandGrens(b.grenzen, 'tot') - maandGrens(a.grenzen, 'tot'))
  return { groepen, totaal: telOp(antwoord.uitkomsten, valuta) }
}

/**
 * `mogelijk` when an answer of the visitor can still decide it; `vraag-na` when only the organisation can:
 * the law leaves it open, a figure is not known, or we did not model it.
 */
export function groepVan(uitkomst: Uitkomst): Groep {
  if (uitkomst.recht === 'nee') return 'niet-nu'
  if (uitkomst.recht === 'ja') return 'zeker'
  return uitkomst.ontbreekt.some((o) => o.pad !== undefined && o.reden === 'niet-gevraagd')
    ? 'mogelijk'
    : 'vraag-na'
}

export const KEER_PER_JAAR: Readonly<Record<Per, number>> = {
  '2-weken': 26,
  maand: 12,
  kwartaal: 4,
  jaar: 1,
  eenmalig: 0,
}

/** Cents per month, rounded down; 0 for what is paid once. */
export function perMaand(bedrag: Bedrag | undefined): number {
  return bedrag ? Math.floor((bedrag.waarde * KEER_PER_JAAR[bedrag.per]) / 12) : 0
}

function maandGrens(grenzen: Grenzen | undefined, kant: 'van' | 'tot'): number {
  const waarde = grenzen?.[kant]
  if (!grenzen || waarde === null || waarde === undefined) return 0
  return perMaand({ waarde, valuta: grenzen.valuta, per: grenzen.per })
}

function telOp(uitkomsten: readonly Uitkomst[], valuta: Valuta): Totaal {
  let zeker = 0
  let van = 0
  let tot = 0
  let zonderGrens = 0
  for (const uitkomst of uitkomsten) {
    if (uitkomst.recht === 'nee' || uitkomst.soort !== 'geld') continue
    if (uitkomst.recht === 'ja' && uitkomst.bedrag) {
      zeker += perMaand(uitkomst.bedrag)
      van += perMaand(uitkomst.bedrag)
      tot += perMaand(uitkomst.bedrag)
    } else if (uitkomst.grenzen && uitkomst.grenzen.tot !== null) {
      van += maandGrens(uitkomst.grenzen, 'van')
      tot += maandGrens(uitkomst.grenzen, 'tot')
    } else zonderGrens += 1
  }
  return { valuta, zeker, van, tot, zonderGrens }
}

import type { Inkomen, Inkomenssoort } from './persoon.ts'
import type { Zaad } from './toeval.ts'

/** Per kind of income: who knows it, yearly amounts in whole euros (or dollars) between which people fall. */
const soorten: Readonly<
  Record<Inkomenssoort, { readonly organisatie: string; readonly van: number; readonly tot: number }>
> = {
  loon: { organisatie: 'uwv', van: 14_000, tot: 72_000 },
  winst: { organisatie: 'belastingdienst', van: 9_000, tot: 85_000 },
  aow: { organisatie: 'svb', van: 15_000, tot: 20_000 },
  pensioen: { organisatie: 'belastingdienst', van: 2_000, tot: 28_000 },
  bijstand: { organisatie: 'gemeente', van: 14_000, tot: 18_000 },
  studie: { organisatie: 'duo', van: 0, tot: 6_000 },
  uitkering: { organisatie: 'uwv', van: 13_000, tot: 32_000 },
  aov: { organisatie: 'rcn-szw', van: 6_000, tot: 12_000 },
}

export interface InkomenKeus {
  readonly soorten: readonly Inkomenssoort[]
  readonly valuta: 'EUR' | 'USD'
  /** Whole euros per year, when the story needs an exact one. */
  readonly perJaar?: number
  readonly vermogen?: number
}

/**
 * Amounts that belong together: three years that follow each other, a month that fits the running year. They are
 * made up; no figure here says what a benefit is in law.
 */
export function maakInkomen(zaad: Zaad, keus: InkomenKeus): Inkomen {
  const perJaar =
    keus.perJaar ??
    keus.soorten.reduce((som, soort) => som + zaad.heel(soorten[soort].van, soorten[soort].tot), 0)
  const groei = 1 + zaad.heel(0, 40) / 1_000
  const jaar = (deler: number) => Math.round((perJaar / deler) * 100)
  const vermogen = keus.vermogen ?? (zaad.kans(0.55) ? zaad.heel(0, 6_000) : zaad.heel(4_000, 95_000))
  return {
    bronnen: keus.soorten.map((soort) => ({ soort, organisatie: soorten[soort].organisatie })),
    valuta: keus.valuta,
    jaren: [
      { jaar: 2024, centen: jaar(groei * groei), status: 'vastgesteld', opDatum: '2025-09-12' },
      { jaar: 2025, centen: jaar(groei), status: 'voorlopig', opDatum: '2026-01-31' },
      { jaar: 2026, centen: jaar(1), status: 'verwacht', opDatum: '2026-02-20' },
    ],
    vermogen: { centen: vermogen * 100, peildatum: '2026-01-01' },
    nettoPerMaand: { centen: Math.round((perJaar * 100 * nettodeel(perJaar)) / 12), maand: '2026-02' },
  }
}

/** What is left of a whole after tax, roughly and evenly: more of a little, less of a lot. */
function nettodeel(perJaar: number): number {
  return Math.max(0.55, 0.93 - perJaar / 300_000)
}

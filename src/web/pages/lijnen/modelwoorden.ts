/** How the model says a wait, a part and what has no answer. */
import type { Modelwacht, Uitkomst } from '../../../lijnen/index.ts'
import type { Spraak } from '../../ui/spraak.ts'

/** Seconds with one decimal: the formulas are exact, and what is seen beside them is not finer. */
export function seconden({ getal }: Spraak, s: number | undefined): string {
  return s === undefined ? '–' : getal(rond(s))
}

/** In a sentence: from two minutes on in minutes. */
export function duur(spraak: Spraak, s: number): string {
  const { t, getal } = spraak
  if (s < 1) return t('lijnmodel.duur.kort')
  const aantal = s < 10 ? rond(s) : Math.round(s)
  if (s < 120) return t('lijnmodel.duur.seconden', { aantal, n: getal(aantal) })
  return t('lijnmodel.duur.minuten', { n: getal(rond(s / 60)) })
}

export function procent({ getal }: Spraak, deel: number | undefined): string {
  return deel === undefined ? '–' : `${getal(rond(deel * 100))}%`
}

/** «2,9% langer», «4% korter», «even lang». */
export function verschil(spraak: Spraak, deel: number): string {
  const rondDeel = Math.round(deel * 1000)
  if (rondDeel === 0) return spraak.t('lijnmodel.verschil.gelijk')
  return spraak.t(rondDeel > 0 ? 'lijnmodel.verschil.langer' : 'lijnmodel.verschil.korter', {
    n: procent(spraak, Math.abs(deel)),
  })
}

export function inSeconden(uit: Uitkomst<Modelwacht>): number | undefined {
  return uit.soort === 'bekend' ? uit.waarde.gemiddeldMinuten * 60 : undefined
}

function rond(n: number): number {
  return Math.round(n * 10) / 10
}

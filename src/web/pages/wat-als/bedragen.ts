import type { Valuta } from '../../../engine/index.ts'
import type { Kant, Maandwaarde } from '../../../rechten/index.ts'
import { bedragMetPer, per, type Spraak } from '../../ui/spraak.ts'

/** Whole euros, rounded down as the overview does, so that the two never differ by one. */
export function geheel(cents: number): number {
  return Math.floor(cents / 100) * 100
}

/** «€ 167 minder», «€ 50 tot € 167 meer», «tussen € 30 minder en € 167 meer». */
export function verschiltekst(spraak: Spraak, valuta: Valuta, { van, tot }: Maandwaarde): string {
  const { t } = spraak
  // To the nearest euro: of a difference neither direction is the safe one.
  const [a, b] = [van, tot].map((cents) => Math.round(cents / 100) * 100) as [number, number] // two in, two out
  const geld = (cents: number): string => spraak.geld(Math.abs(cents), valuta)
  if (a === 0 && b === 0) return t('wat-als.bedrag.gelijk')
  if (a === b) return t(a < 0 ? 'wat-als.bedrag.minder' : 'wat-als.bedrag.meer', { bedrag: geld(a) })
  if (a >= 0) return t('wat-als.bedrag.meer_tussen', { van: geld(a), tot: geld(b) })
  if (b <= 0) return t('wat-als.bedrag.minder_tussen', { van: geld(b), tot: geld(a) })
  return t('wat-als.bedrag.tussen', { minder: geld(a), meer: geld(b) })
}

/** One side of one scheme, as it is paid. */
export function kanttekst(spraak: Spraak, kant: Kant | undefined): string {
  const { t } = spraak
  if (!kant || kant.recht === 'nee') return t('wat-als.kant.nee')
  const { uitkomst } = kant
  if (kant.isIndicatie && uitkomst.indicatie) {
    return t('wat-als.kant.indicatie', { bedrag: bedragMetPer(spraak, uitkomst.indicatie) })
  }
  const { bedrag, grenzen } = uitkomst
  if (kant.recht === 'ja') {
    if (bedrag) return bedragMetPer(spraak, bedrag)
    return t(uitkomst.soort === 'geld' ? 'overzicht.kaart.recht' : `overzicht.kaart.${uitkomst.soort}`)
  }
  if (grenzen && grenzen.tot !== null && grenzen.tot > 0) {
    const van = spraak.geld(grenzen.van, grenzen.valuta)
    return `${van} – ${spraak.geld(grenzen.tot, grenzen.valuta)} ${per(spraak, grenzen.per)}`
  }
  return t('wat-als.kant.onbekend')
}

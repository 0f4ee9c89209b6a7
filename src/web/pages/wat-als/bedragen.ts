import type { Valuta } from '../../../engine/index.ts'
import {
  type Kant,
  type Maandwaarde,
  type Regelverschil,
  type Vergelijking,
  zegbaar,
  zegbareGrenzen,
} from '../../../rechten/index.ts'
import { bedragMetPer, per, type Spraak } from '../../ui/spraak.ts'

/** Whole euros, rounded down as the overview does, so that the two never differ by one. */
export function geheel(cents: number): number {
  return Math.floor(cents / 100) * 100
}

/** «€ 167 minder», «€ 50 tot € 167 meer», «tussen € 30 minder en € 167 meer»; cents as they come. */
export function verschiltekst(spraak: Spraak, valuta: Valuta, { van, tot }: Maandwaarde): string {
  const { t } = spraak
  const geld = (cents: number): string => spraak.geld(Math.abs(cents), valuta)
  if (van === 0 && tot === 0) return t('wat-als.bedrag.gelijk')
  const hoe = zegbaar({ van, tot })
  if (hoe === 'te-vroeg') return t('overzicht.kaart.te_vroeg')
  if (hoe === 'vanaf') {
    return van > 0
      ? t('wat-als.bedrag.minstens_meer', { bedrag: geld(van) })
      : t('wat-als.bedrag.minstens_minder', { bedrag: geld(tot) })
  }
  if (van === tot) return t(van < 0 ? 'wat-als.bedrag.minder' : 'wat-als.bedrag.meer', { bedrag: geld(van) })
  if (van >= 0) return t('wat-als.bedrag.meer_tussen', { van: geld(van), tot: geld(tot) })
  if (tot <= 0) return t('wat-als.bedrag.minder_tussen', { van: geld(tot), tot: geld(van) })
  return t('wat-als.bedrag.tussen', { minder: geld(van), meer: geld(tot) })
}

/** Between the totals as they are shown, so that the three figures agree to the euro. */
export function totaalverschil({ nu, dan, verschil }: Vergelijking): Maandwaarde {
  const isPrecies = nu.van === nu.tot && dan.van === dan.tot
  const precies = geheel(dan.van) - geheel(nu.van)
  return isPrecies ? { van: precies, tot: precies } : afgerond(verschil)
}

/** To the cent when both sides are paid by the month; what was converted is rounded to the euro. */
export function regelverschil({ nu, dan, verschil }: Regelverschil): Maandwaarde | undefined {
  const perMaand = [nu, dan].every((kant) => {
    const bedrag = kant?.uitkomst.bedrag
    return !kant || kant.recht === 'nee' || bedrag?.per === 'maand'
  })
  return verschil && (perMaand ? verschil : afgerond(verschil))
}

function afgerond({ van, tot }: Maandwaarde): Maandwaarde {
  const rond = (cents: number): number => Math.round(cents / 100) * 100
  return { van: rond(van), tot: rond(tot) }
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
    const hoe = zegbareGrenzen(grenzen)
    if (hoe === 'te-vroeg') return t('overzicht.kaart.te_vroeg')
    if (hoe === 'vanaf') return `${t('overzicht.kaart.vanaf', { bedrag: van })} ${per(spraak, grenzen.per)}`
    return `${van} – ${spraak.geld(grenzen.tot, grenzen.valuta)} ${per(spraak, grenzen.per)}`
  }
  return t('wat-als.kant.onbekend')
}

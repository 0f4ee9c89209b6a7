import { type Getal, KLEINSTE } from '../../../ervaring/index.ts'
import type { Context } from '../../ui/context.ts'

/** A number, or that it is too small to say; nothing at all where it is not known. */
export function zeg({ spraak: { t, getal } }: Context, een: Getal | undefined): string {
  if (een === undefined) return t('ervaring.getal.niet_te_zeggen')
  return een.soort === 'klein' ? t('ervaring.getal.klein', { n: KLEINSTE }) : getal(een.n)
}

/** With its share, where that may be said. */
export function zegProcent(context: Context, een: Getal, procent: number | undefined): string {
  const tekst = zeg(context, een)
  return procent === undefined ? tekst : `${tekst} (${procent}%)`
}

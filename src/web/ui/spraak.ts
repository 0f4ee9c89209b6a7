import type { Bedrag, Per } from '../../engine/index.ts'
import { type Berichten, createVertaler, taalvormen, type Vertaler } from '../../platform/i18n/index.ts'
import { type Taal, talen } from '../routes.ts'

/** How a page speaks: texts by key, numbers and dates as people in that language write them. */
export interface Spraak {
  readonly taal: Taal
  readonly t: Vertaler
  /** Cents; whole amounts without cents: € 1.203 and € 12,50. */
  readonly geld: (cents: number, valuta: 'EUR' | 'USD') => string
  /** `2026-03-04` as 4 maart 2026. */
  readonly datum: (datum: string) => string
  /** A decimal string or a number, with the separators of the language. */
  readonly getal: (getal: number | string) => string
}

export function maakSpraak(teksten: Readonly<Record<Taal, Berichten>>): Readonly<Record<Taal, Spraak>> {
  const [nl, en, pap] = talen.map((taal): Spraak => {
    const { geld, datum, getal } = taalvormen(taal)
    return { taal, t: createVertaler(taal, teksten[taal]), geld, datum, getal }
  })
  if (!nl || !en || !pap) throw new Error('een taal ontbreekt')
  return { nl, en, pap }
}

export function per(spraak: Spraak, keer: Per): string {
  return spraak.t(`algemeen.per.${keer}`)
}

export function bedragMetPer(spraak: Spraak, bedrag: Bedrag): string {
  return `${spraak.geld(bedrag.waarde, bedrag.valuta)} ${per(spraak, bedrag.per)}`
}

/** `a, b en c` */
export function opsomming(
  spraak: Spraak,
  delen: readonly string[],
  tussen = spraak.t('algemeen.en'),
): string {
  const laatste = delen.at(-1)
  if (laatste === undefined || delen.length === 1) return laatste ?? ''
  return `${delen.slice(0, -1).join(', ')} ${tussen} ${laatste}`
}

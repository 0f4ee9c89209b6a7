import { rijenPerPagina } from '../pagina.ts'

/** In what a supplier may differ and still call it ZGW. The kernel itself is `standaard`. */
export interface Dialect {
  /** Versions before 1.5 know no expand: some then refuse the parameter, some act as if it was not there. */
  readonly expand: 'ja' | 'negeert' | 'weigert'
  /** Before 1.5 `_zoek` took a geometry and nothing else; some have none. */
  readonly zoek: boolean
  /** The standard does not say whether several `rol__` filters are about one role; a supplier took any role. */
  readonly rolfilter: 'zelfde-rol' | 'elke-rol'
  readonly perPagina: number
  /** By which parameter `next` says where it goes on; the standard knows the number of a page alone. */
  readonly plaats?: string
}

export const standaard: Dialect = {
  expand: 'ja',
  zoek: true,
  rolfilter: 'zelfde-rol',
  perPagina: rijenPerPagina,
}

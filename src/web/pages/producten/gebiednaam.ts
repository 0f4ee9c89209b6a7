import type { GebiedInfo } from '../../../engine/index.ts'
import type { Spraak } from '../../ui/spraak.ts'

/** Where a scheme holds: «Voor het hele land», and a province apart from the municipality of the same name. */
export function gebiednaam({ t }: Spraak, { naam, soort }: GebiedInfo): string {
  if (soort === 'land') return t('product.lijst.landelijk')
  return soort === 'provincie' ? t('product.lijst.provincie', { naam }) : naam
}

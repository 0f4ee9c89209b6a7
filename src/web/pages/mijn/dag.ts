import { type Deeldatum, isHele } from '../../../inwoner/index.ts'
import type { Spraak } from '../../ui/spraak.ts'

/** A day as far as a register knows it. */
export function dag(spraak: Spraak, datum: Deeldatum | undefined): string {
  if (datum === undefined) return spraak.t('mijn.gegevens.niet_bekend')
  if (isHele(datum)) return spraak.datum(datum.van)
  return spraak.t('mijn.gegevens.tussen', { van: spraak.datum(datum.van), tot: spraak.datum(datum.tot) })
}

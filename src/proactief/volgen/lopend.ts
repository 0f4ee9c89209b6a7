/** Whether they applied already: asked only of who said yes to that, and only where there is a chance to tell. */
import type { PersoonId } from '../../domain/index.ts'
import { teVertellen, type Uitgewerkt } from './levensloopboeking.ts'

/**
 * Schemes of which a case of theirs runs, as far as organisations said so within the limit of whoever asks them. What
 * nobody said in time is not in it: then they are told, and read that who applied already need do nothing.
 */
export type LopendeZaken = (persoon: PersoonId) => Promise<ReadonlySet<string>>

export async function leesLopend(
  {
    lopend,
    meldFout,
  }: { readonly lopend?: LopendeZaken | undefined; readonly meldFout: (fout: unknown) => void },
  uitgewerkt: readonly Uitgewerkt[],
): Promise<ReadonlyMap<PersoonId, ReadonlySet<string>>> {
  if (lopend === undefined) return new Map()
  const wie = uitgewerkt.filter(
    (een) =>
      een.inhoud.feiten.kijktZaken === true &&
      teVertellen(een).some(({ soort, stand }) => soort === 'kans' && stand === 'open'),
  )
  const gelezen = await Promise.all(
    wie.map(async ({ werk: { persoon } }) => {
      try {
        return [[persoon, await lopend(persoon)] as const]
      } catch (fout) {
        meldFout(fout)
        return []
      }
    }),
  )
  return new Map(gelezen.flat())
}

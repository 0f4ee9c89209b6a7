/** Whether they applied already: asked only of who said yes to that, and only where there is a chance to tell. */
import type { PersoonId } from '../../domain/index.ts'
import { teVertellen, type Uitgewerkt } from './levensloopboeking.ts'

/**
 * Schemes of which a case of theirs runs, as far as organisations said so within the limit of whoever asks them. What
 * nobody said in time is not in it: then they are told, and read that who applied already need do nothing. Each look
 * stands on the record of whom it is about, written by what asks the organisations (zaken).
 */
export type LopendeZaken = (persoon: PersoonId) => Promise<ReadonlySet<string>>

interface Zakenvraag {
  readonly lopend?: LopendeZaken | undefined
  readonly meldFout: (fout: unknown) => void
}

/** They said yes to it, and there is something to tell of what one applies for. */
export function moetKijken({ lopend }: Zakenvraag, een: Uitgewerkt): boolean {
  return (
    lopend !== undefined &&
    een.inhoud.feiten.kijktZaken === true &&
    teVertellen(een).some(({ soort, stand }) => soort === 'kans' && stand === 'open')
  )
}

/** Never fails: of who cannot be asked for nothing is known. */
export async function leesLopend(
  { lopend, meldFout }: Zakenvraag,
  uitgewerkt: readonly Uitgewerkt[],
): Promise<ReadonlyMap<PersoonId, ReadonlySet<string>>> {
  const uit = new Map<PersoonId, ReadonlySet<string>>()
  await Promise.all(
    uitgewerkt.map(async ({ werk: { persoon } }) => {
      try {
        if (lopend !== undefined) uit.set(persoon, await lopend(persoon))
      } catch (fout) {
        meldFout(fout)
      }
    }),
  )
  return uit
}

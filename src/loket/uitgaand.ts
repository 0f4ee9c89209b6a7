import type { Uitgaand, UitgaandStore } from './uitgaand-store.ts'

/** What came of one try. `wacht`: the other side did not answer well; it comes again. */
export type Bezorgd = { readonly status: 'klaar'; readonly uitkomst?: unknown } | { readonly status: 'wacht' }

/** Named limits: so many at once; so long are they of one node; and how long is waited before the next try. */
const perKeer = 50
const pachtMs = 60_000
const eersteMs = 5_000
const langsteMs = 3_600_000
/** Who could not be reached for so long is not told any more; they read how it stands when they are back. */
const opgevenMs = 14 * 86_400_000

export interface Bezorgdelen {
  readonly store: Pick<UitgaandStore, 'pak' | 'later' | 'klaar'>
  readonly bezorg: (wat: Uitgaand) => Promise<Bezorgd>
  readonly meldOpgegeven: (wat: Uitgaand) => void
  readonly nu: () => Date
  /** Between 0 and 1. */
  readonly loting: () => number
}

/** One round: at least once for each, again and again with longer pauses. Gives how many arrived. */
export async function bezorgUitgaand({
  store,
  bezorg,
  meldOpgegeven,
  nu,
  loting,
}: Bezorgdelen): Promise<number> {
  const begin = nu()
  const rijen = await store.pak(begin, new Date(begin.getTime() + pachtMs), perKeer)
  const uit = await Promise.allSettled(
    rijen.map(async (wat) => {
      const [uitkomst] = await Promise.allSettled([bezorg(wat)])
      const op = nu()
      if (uitkomst.status === 'fulfilled' && uitkomst.value.status === 'klaar') {
        await store.klaar(wat.id, op, uitkomst.value.uitkomst)
        return true
      }
      if (op.getTime() - wat.op.getTime() > opgevenMs) {
        meldOpgegeven(wat)
        await store.klaar(wat.id, op, { status: 'opgegeven' })
      } else await store.later(wat.id, volgendOp(wat.pogingen, op, loting()))
      if (uitkomst.status === 'rejected') throw uitkomst.reason
      return false
    }),
  )
  // One that fails keeps no other; it comes later and later like one that nobody answered, and is given up as well.
  const mis = uit.find((een) => een.status === 'rejected')
  if (mis !== undefined) throw mis.reason
  return uit.filter((een) => een.status === 'fulfilled' && een.value).length
}

/** Twice as long each time, half of it by chance: who failed together does not come back together. */
export function volgendOp(pogingen: number, op: Date, lot: number): Date {
  const ms = Math.min(eersteMs * 2 ** Math.max(0, pogingen - 1), langsteMs)
  return new Date(op.getTime() + ms * (0.5 + lot / 2))
}

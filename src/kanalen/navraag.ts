/** Asks about items of which no word came: a receipt that got lost leaves nothing «sent» for ever. */
import type { Terugbericht, Verzendkanaal, Verzendweg } from './verzendweg.ts'
import type { ZendingStore } from './zending-store.ts'

export interface Navraag {
  readonly store: Pick<ZendingStore, 'zonderBericht' | 'stelNavraagUit'>
  /** Asks the service itself. `undefined`: it does not know yet, or not any more; that it is down is thrown. */
  readonly volg: (kanaal: Verzendweg['kanaal'], zending: string) => Promise<Terugbericht | undefined>
  /** Ways that this service carries; of others it knows nothing. */
  readonly kanalen: readonly Verzendkanaal[]
  readonly neemTerug: (terug: Terugbericht) => Promise<unknown>
  readonly nu: () => Date
  readonly meldFout: (fout: unknown) => void
}

/** Named limits: not sooner after it left or was asked, not later than the service remembers, and so many at once. */
const naMs = 3_600_000
const hoogstensMs = 7 * 24 * 3_600_000
const perKeer = 50
/** Named limit: of a service that did not answer it is asked again no sooner. */
const rustMs = 10 * 60_000
const tegelijk = 5

/** Gives of how many it was heard what became of them. Run it every minute, on any number of nodes. */
export async function vraagNa({ store, volg, kanalen, neemTerug, nu, meldFout }: Navraag): Promise<number> {
  if (kanalen.length === 0) return 0
  const op = nu()
  const vragen = await store.zonderBericht({
    kanalen,
    voor: new Date(op.getTime() - naMs),
    vanaf: new Date(op.getTime() - hoogstensMs),
    rustMs,
    hoogstens: perKeer,
  })
  const rij = vragen[Symbol.iterator]()
  let gehoord = 0
  const loop = async (): Promise<void> => {
    for (const { id, kanaal } of rij) {
      if (kanaal === 'berichtenbox') continue
      try {
        const terug = await volg(kanaal, id)
        if (terug === undefined) {
          await store.stelNavraagUit(id, op)
          continue
        }
        await neemTerug(terug)
        gehoord++
      } catch (fout) {
        meldFout(fout)
      }
    }
  }
  await Promise.all(Array.from({ length: tegelijk }, loop))
  return gehoord
}

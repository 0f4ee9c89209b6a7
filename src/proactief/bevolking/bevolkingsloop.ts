/**
 * Runs over the made-up population in the background: one at a time in an installation, of whatever kind, with the time
 * that is left, stopped and taken up again. A kind says what is worked out and how it adds up (`Loopbeschrijving`).
 */
import type { GeladenCorpus } from '../../corpus/index.ts'
import type {
  Bevolkingsloop,
  BevolkingsloopStore,
  Geschreven,
  Loopbeurt,
  Loopsoort,
  Loopvoortgang,
} from './bevolkingsloop-store.ts'
import type { Loopopdracht, Stukresultaat } from './doorrekening.ts'
import type { Loopopties, Loopuitkomst } from './loop.ts'
import { loopmerk } from './stukkenbestand.ts'

/** Named limit: so long may a run be silent before another node takes it. */
export const STIL_MS = 60_000
const DAG_MS = 86_400_000

export type Loopcorpus = Pick<GeladenCorpus, 'engine' | 'bestanden'>

/** What one run works out. Pieces that come back out of the store are those that this same plan put there. */
export interface Loopplan<U extends Stukresultaat = Stukresultaat> {
  readonly opdracht: Loopopdracht
  reken(opties: Loopopties<U>): Promise<Loopuitkomst<U>>
  /** As it is kept: plain data. */
  tel(uitkomsten: readonly U[]): unknown
}

/** One kind of run; knows no store and no clock. */
export interface Loopbeschrijving {
  readonly soort: Loopsoort
  /** `undefined`: the law changed since it was asked, and this no longer fits. */
  plan(corpus: Loopcorpus, loop: Bevolkingsloop): Promise<Loopplan | undefined>
}

export type Loopeinde = 'niets' | 'klaar' | 'gestopt' | 'kwijt' | 'mislukt'

export interface Bevolkingsloper {
  /** Takes a run, if there is one, and works it out; answers with how it ended. */
  werk(stop?: AbortSignal, bij?: (stand: Loopvoortgang) => void): Promise<Loopeinde>
}

export interface Loperbronnen {
  readonly store: BevolkingsloopStore
  readonly corpus: () => Loopcorpus
  readonly nu: () => Date
  readonly draden: number
  /** Runs of other kinds are left to others. */
  readonly soorten: readonly Loopbeschrijving[]
}

export function openBevolkingsloper(bronnen: Loperbronnen): Bevolkingsloper {
  const { store, nu, soorten } = bronnen
  return {
    async werk(stop, bij) {
      const op = nu()
      const stil = new Date(op.getTime() - STIL_MS)
      const beurt = await store.neem(
        soorten.map(({ soort }) => soort),
        op,
        stil,
      )
      const soort = soorten.find((een) => een.soort === beurt?.loop.soort)
      if (beurt === undefined || soort === undefined) return 'niets'
      try {
        const plan = await soort.plan(bronnen.corpus(), beurt.loop)
        if (plan !== undefined) return await werkUit(bronnen, beurt, plan, { stop, bij })
        await store.zet(beurt, 'mislukt', nu())
        return 'mislukt'
      } catch (fout) {
        await store.zet(beurt, 'mislukt', nu())
        throw fout
      }
    },
  }
}

/** `YYYY-MM-DD` as day number. */
export function dagVan(datum: string): number {
  return Date.parse(`${datum}T00:00:00Z`) / DAG_MS
}

interface Buiten {
  readonly stop: AbortSignal | undefined
  readonly bij: ((stand: Loopvoortgang) => void) | undefined
}

async function werkUit(
  { store, nu, draden }: Loperbronnen,
  beurt: Loopbeurt,
  plan: Loopplan,
  { stop, bij }: Buiten,
): Promise<Loopeinde> {
  const { opdracht } = plan
  const merk = loopmerk(opdracht)
  const stukken = opdracht.stukken.length
  const einde = new AbortController()
  let einder: 'gestopt' | 'kwijt' = 'gestopt'
  const schrijf = async (geschreven: Promise<Geschreven>): Promise<void> => {
    const uit = await geschreven
    if (uit === 'ok') return
    if (uit === 'kwijt') einder = 'kwijt'
    einde.abort()
  }
  const rondAf = async (uitkomst: unknown): Promise<Loopeinde> =>
    (await store.rondAf(beurt, uitkomst, nu())) === 'kwijt' ? 'kwijt' : 'klaar'
  await schrijf(store.begin(beurt, merk, stukken, nu()))
  const al = await store.eerder(beurt, merk)
  if (al !== undefined && !einde.signal.aborted) return rondAf(al)
  let stand: Loopvoortgang = { gedaan: 0, stukken, nogMs: undefined }
  let bewaard = 0
  const uit = await plan.reken({
    draden,
    stop: AbortSignal.any([einde.signal, ...(stop ? [stop] : [])]),
    store: {
      async gedaan() {
        const al = await store.gedaan(beurt)
        bewaard = al.length
        return al
      },
      bewaar: (stuk) => schrijf(store.bewaar(beurt, stuk, { ...stand, gedaan: ++bewaard }, nu())),
    },
    voortgang: ({ gedaan, stukken, nogMs }) => {
      stand = { gedaan, stukken, nogMs }
      bij?.(stand)
    },
  })
  if (uit.heel) return rondAf(plan.tel(uit.uitkomsten))
  // Of a node that closes, any other takes it up by itself.
  if (einder === 'gestopt') await store.zet(beurt, einde.signal.aborted ? 'gestopt' : 'wacht', nu())
  return einder
}

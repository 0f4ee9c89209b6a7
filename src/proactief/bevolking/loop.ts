/** The whole country over worker threads: in pieces, with the time that is left, to be stopped and taken up again. */
import { Worker } from 'node:worker_threads'
import type { Loopopdracht, Opdracht, Stukresultaat, Stukuitkomst } from './doorrekening.ts'
import type { Vergelijkopdracht, Vergelijkstuk } from './vergelijkopdracht.ts'
import type { Bericht } from './werker.ts'

/** Where pieces that are done are kept, so that a run that was stopped goes on where it was. */
export interface Stukkenbewaring<U extends Stukresultaat = Stukuitkomst> {
  /** What was done of this same run: an empty list for a run never seen. */
  gedaan(): Promise<readonly U[]>
  bewaar(uit: U): Promise<void>
}

export interface Voortgang {
  readonly gedaan: number
  readonly stukken: number
  readonly huishoudens: number
  /** Milliseconds that are left at this pace; undefined before the first piece of this run. */
  readonly nogMs: number | undefined
}

export interface Loopopties<U extends Stukresultaat = Stukuitkomst> {
  readonly draden: number
  readonly store?: Stukkenbewaring<U>
  readonly voortgang?: (v: Voortgang) => void
  /** Stops after the pieces that are being worked on; what is done stays kept. */
  readonly stop?: AbortSignal
  /** Milliseconds, to tell the time that is left. */
  readonly klok?: () => number
}

export interface Loopuitkomst<U extends Stukresultaat = Stukuitkomst> {
  /** By number of the piece. */
  readonly uitkomsten: readonly U[]
  /** Whether every piece is there. */
  readonly heel: boolean
  /** The most memory the whole process held, in bytes. */
  readonly geheugen: number
}

/** Every scheme over every household. */
export function rekenDoor(o: Opdracht, opties: Loopopties): Promise<Loopuitkomst> {
  return loop(o, opties)
}

/** Two versions of the law over every household. */
export function vergelijkDoor(
  o: Vergelijkopdracht,
  opties: Loopopties<Vergelijkstuk>,
): Promise<Loopuitkomst<Vergelijkstuk>> {
  return loop(o, opties)
}

async function loop<U extends Stukresultaat>(
  o: Loopopdracht,
  opties: Loopopties<U>,
): Promise<Loopuitkomst<U>> {
  const klok = opties.klok ?? (() => performance.now())
  const uit = new Map<number, U>()
  for (const s of (await opties.store?.gedaan()) ?? []) uit.set(s.nr, s)
  const wachten = o.stukken.filter((s) => !uit.has(s.nr))
  const alles = wachten.reduce((n, s) => n + s.huishoudens, 0)
  const beginMs = klok()
  let [nieuw, huishoudens] = [0, [...uit.values()].reduce((n, u) => n + u.huishoudens, 0)]
  const volgende = (): number => (opties.stop?.aborted ? -1 : (wachten.shift()?.nr ?? -1))
  const neem = async (s: U): Promise<void> => {
    await opties.store?.bewaar(s)
    uit.set(s.nr, s)
    nieuw += s.huishoudens
    huishoudens += s.huishoudens
    const nogMs = ((klok() - beginMs) * (alles - nieuw)) / nieuw
    opties.voortgang?.({ gedaan: uit.size, stukken: o.stukken.length, huishoudens, nogMs })
  }
  const geheugens = await Promise.all(
    Array.from({ length: Math.max(1, Math.min(opties.draden, wachten.length)) }, () =>
      draad(o, volgende, neem),
    ),
  )
  return {
    uitkomsten: [...uit.values()].sort((a, b) => a.nr - b.nr),
    heel: uit.size === o.stukken.length,
    geheugen: Math.max(...geheugens),
  }
}

/** One thread from its first piece to its last; answers with the memory of the process. */
function draad<U extends Stukresultaat>(
  o: Loopopdracht,
  volgende: () => number,
  neem: (s: U) => Promise<void>,
): Promise<number> {
  const bezig: Promise<void>[] = []
  const einde = new Promise<number>((klaar, mis) => {
    const w = new Worker(new URL('./werker.ts', import.meta.url), { workerData: o })
    let geheugen = 0
    w.on('error', mis)
    w.on('exit', (code) => (code === 0 ? klaar(geheugen) : mis(new Error(`a thread stopped with ${code}`))))
    w.on('message', (b: Bericht<U>) => {
      if ('klaar' in b) {
        geheugen = b.geheugen
        return
      }
      // The next piece is worked out while this one is kept, and no further: who stops wants that to be soon.
      const vorige = bezig.at(-1)
      const verder = () => w.postMessage(volgende())
      if (vorige) vorige.then(verder)
      else verder()
      bezig.push(
        neem(b.uit).catch((fout: unknown) => {
          w.terminate()
          mis(fout)
        }),
      )
    })
    w.postMessage(volgende())
  })
  // The thread may be ready before its last pieces are kept.
  return einde.then(async (geheugen) => {
    await Promise.all(bezig)
    return geheugen
  })
}

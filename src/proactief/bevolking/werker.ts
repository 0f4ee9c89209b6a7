/** A worker thread: makes the people of a piece, works out what was asked, and says what came out. */
import { parentPort, workerData } from 'node:worker_threads'
import { maakBevolking } from './bevolking.ts'
import { maakRekenaar, type Opdracht, type Stukresultaat } from './doorrekening.ts'
import { maakVergelijker } from './vergelijker.ts'
import type { Vergelijkopdracht } from './vergelijkopdracht.ts'

export type Bericht<U extends Stukresultaat> =
  | { readonly uit: U }
  /** After the last piece: the most memory this process ever held, in bytes. */
  | { readonly klaar: true; readonly geheugen: number }

const opdracht = workerData as Opdracht | Vergelijkopdracht // given by loop.ts
const bevolking = maakBevolking(opdracht.woorden, opdracht.zaad, opdracht.dag, opdracht.gelezen)
const rekenaar = 'paren' in opdracht ? maakVergelijker(opdracht) : maakRekenaar(opdracht)

parentPort?.on('message', (nr: number) => {
  if (nr < 0) {
    meld({ klaar: true, geheugen: process.resourceUsage().maxRSS * 1024 })
    parentPort?.close()
    return
  }
  const stuk = opdracht.stukken[nr]
  if (!stuk) throw new RangeError(`no piece ${nr}`)
  meld({ uit: rekenaar.reken(stuk, bevolking.maak(stuk)) })
})

function meld(b: Bericht<Stukresultaat>): void {
  parentPort?.postMessage(b)
}

/**
 * Lays another text or another version beside the law, in a thread of its own: compiling a text takes as long as who wrote
 * it likes, finding where two versions differ takes all municipalities, and whoever asks a page meanwhile waits for neither.
 */
import { Worker } from 'node:worker_threads'
import type { BronBestand } from '../../corpus/index.ts'
import type { Wijziguitslag, Wijzigvraag } from './wijziging.ts'

/** Named limits: a text that takes longer or more memory is refused. A scheme takes seconds, also on a busy machine. */
const MAX_DUUR_MS = 180_000
const MAX_GEHEUGEN_MB = 768

export interface Werkvraag extends Omit<Wijzigvraag, 'lagen' | 'corpus' | 'wijziging'> {
  /** What takes part now. */
  readonly bestanden: readonly Werktekst[]
  readonly wijziging:
    | ({ readonly soort: 'tekst' } & Werktekst)
    | { readonly soort: 'versie'; readonly regeling: string; readonly datum: string }
}

type Werktekst = Pick<BronBestand, 'bestand' | 'tekst'>

export type Werkuitslag =
  | Wijziguitslag
  /** It took longer or more memory than a scheme ever does, or it could not be worked through at all. */
  | { readonly status: 'te-zwaar' }

export interface Draadgrens {
  readonly maxMs?: number
  readonly maxMb?: number
}

export function openInDraad(
  vraag: Werkvraag,
  { maxMs = MAX_DUUR_MS, maxMb = MAX_GEHEUGEN_MB }: Draadgrens = {},
): Promise<Werkuitslag> {
  const kaal = ({ bestand, tekst }: Werktekst) => ({ bestand, tekst })
  const werker = new Worker(new URL('./wijzigwerker.ts', import.meta.url), {
    workerData: { ...vraag, bestanden: vraag.bestanden.map(kaal) },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: maxMb },
  })
  werker.unref()
  const { promise, resolve, reject } = Promise.withResolvers<Werkuitslag>()
  const grens = setTimeout(() => void werker.terminate(), maxMs)
  // Our own thread sends nothing else.
  werker.on('message', (uitslag: Wijziguitslag) => resolve(uitslag))
  werker.on('error', (fout: unknown) => (isTeVeel(fout) ? resolve({ status: 'te-zwaar' }) : reject(fout)))
  werker.on('exit', () => {
    clearTimeout(grens)
    resolve({ status: 'te-zwaar' })
  })
  return promise
}

/** Nested deeper than anybody writes, or too large for the memory. Everything else is a mistake of ours. */
function isTeVeel(fout: unknown): boolean {
  return (
    fout instanceof RangeError ||
    (fout instanceof Error && 'code' in fout && fout.code === 'ERR_WORKER_OUT_OF_MEMORY')
  )
}

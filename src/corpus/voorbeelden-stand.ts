/** Whether the examples of a corpus come out: computed once for each corpus, beside the server and not in its way. */
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { GeladenCorpus } from './laden.ts'
import type { Herkomst } from './voorbeelden.ts'

/** Named limit: computing that takes longer is stopped, and the page says that it did not work. */
const MAX_DUUR_MS = 180_000
/** Named limit: the thread may not take more memory than this. */
const MAX_GEHEUGEN_MB = 768

export interface Werkopdracht {
  readonly bestanden: readonly Bestandstekst[]
  readonly voorbeelden: readonly Bestandstekst[]
}

export interface Bestandstekst {
  readonly bestand: string
  readonly tekst: string
}

export interface Voorbeelduitkomst {
  readonly naam: string
  readonly herkomst: Herkomst
  readonly bron: string | undefined
  readonly datum: string
  readonly verwacht: Readonly<Record<string, unknown>>
  /** Empty when it comes out. */
  readonly verschillen: readonly string[]
}

export interface Bestandsuitslag {
  readonly bestand: string
  /** Undefined when the file could not be read. */
  readonly regeling: string | undefined
  readonly voorbeelden: readonly Voorbeelduitkomst[]
  /** Why the file as a whole was not computed. */
  readonly fouten: readonly string[]
}

export interface Voorbeeldenstand {
  readonly staat: 'bezig' | 'klaar' | 'mislukt'
  /** Files of examples there are, computed or not. */
  readonly aantal: number
  readonly uitslagen: readonly Bestandsuitslag[]
}

interface Telling {
  staat: Voorbeeldenstand['staat']
  readonly aantal: number
  readonly uitslagen: Bestandsuitslag[]
  readonly einde: Promise<void>
}

const bewaard = new WeakMap<GeladenCorpus['engine'], Telling>()

/**
 * What is known now. Begins when first asked, and then waits at most `wachtMs`: who asks does not wait for
 * everything. The thread keeps no process alive.
 */
export async function voorbeeldenstand(
  corpus: Pick<GeladenCorpus, 'engine' | 'bestanden' | 'voorbeelden'>,
  wachtMs: number,
): Promise<Voorbeeldenstand> {
  const telling = bewaard.get(corpus.engine) ?? begin(corpus)
  bewaard.set(corpus.engine, telling)
  if (telling.staat === 'bezig') {
    const stop = new AbortController()
    const genoeg = setTimeout(wachtMs, undefined, { signal: stop.signal }).catch(() => undefined)
    await Promise.race([telling.einde, genoeg])
    stop.abort()
  }
  const { staat, aantal, uitslagen } = telling
  return { staat, aantal, uitslagen: [...uitslagen] }
}

function begin({ bestanden, voorbeelden }: Pick<GeladenCorpus, 'bestanden' | 'voorbeelden'>): Telling {
  const kaal = ({ bestand, tekst }: Bestandstekst): Bestandstekst => ({ bestand, tekst })
  const workerData: Werkopdracht = { bestanden: bestanden.map(kaal), voorbeelden: voorbeelden.map(kaal) }
  const werker = new Worker(new URL('./voorbeelden-werker.ts', import.meta.url), {
    workerData,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MAX_GEHEUGEN_MB },
  })
  werker.unref()
  const { promise: einde, resolve } = Promise.withResolvers<void>()
  const telling: Telling = { staat: 'bezig', aantal: voorbeelden.length, uitslagen: [], einde }
  const grens = globalThis.setTimeout(() => void werker.terminate(), MAX_DUUR_MS)
  grens.unref()
  // Our own thread sends nothing else.
  werker.on('message', (uitslag: Bestandsuitslag) => telling.uitslagen.push(uitslag))
  // «exit» follows, and says that not everything came.
  werker.on('error', () => undefined)
  werker.on('exit', () => {
    clearTimeout(grens)
    telling.staat = telling.uitslagen.length === telling.aantal ? 'klaar' : 'mislukt'
    resolve()
  })
  return telling
}

import type { CorpusFout } from '../engine/index.ts'
import type { CorpusArchief } from './archief.ts'
import type { BronBestand } from './bestand.ts'
import type { Leesgeheugen } from './kiezen.ts'
import type { Laag } from './laag.ts'
import { type GeladenCorpus, laadGedeeld, leesLagen, vingerafdrukVan } from './laden.ts'
import { isAnders, type Schijfgeheugen } from './map-lezen.ts'

export type Verversing =
  | { readonly status: 'ongewijzigd' }
  | { readonly status: 'gewisseld'; readonly waarschuwingen: readonly CorpusFout[] }
  /** The shipped files themselves went wrong on disk: the corpus in force stays. */
  | { readonly status: 'geweigerd'; readonly fouten: readonly CorpusFout[] }

/** For /gezond and for the operator. */
export interface CorpusStand {
  readonly activering: number
  readonly bestanden: number
  readonly geweigerd: GeladenCorpus['geweigerd']
  /** Faults in the shipped files that appeared while running. */
  readonly fouten: readonly CorpusFout[]
}

/**
 * The corpus of a running server. Who computes takes `huidig()` once per request: it never changes under
 * his hands. `ververs()` looks whether something was published or changed on disk, and swaps as a whole.
 */
export interface LopendCorpus {
  huidig(): GeladenCorpus
  stand(): CorpusStand
  ververs(): Promise<Verversing>
}

export interface LopendOpties {
  /** Directories; the first is the shipped corpus. */
  readonly mappen: readonly string[]
  readonly archief: CorpusArchief
}

export type Gestart =
  | { readonly ok: true; readonly lopend: LopendCorpus; readonly waarschuwingen: readonly CorpusFout[] }
  | { readonly ok: false; readonly fouten: readonly CorpusFout[] }

export async function startCorpus({ mappen, archief }: LopendOpties): Promise<Gestart> {
  const geheugen: Leesgeheugen = new Map()
  const schijf: Schijfgeheugen = new Map()
  const goed = new Map<string, BronBestand>()
  const vorige = new Map<string, BronBestand>()
  const laatsteGoede = (laag: string, bestand: string) =>
    goed.get(`${laag} ${bestand}`) ?? vorige.get(bestand)
  const laad = (lagen: readonly Laag[]) => laadGedeeld(lagen, { geheugen, laatsteGoede })

  let publicatie = await archief.gepubliceerd()
  const lees = () => leesLagen({ mappen, gepubliceerd: publicatie.bestanden, schijf })
  const lagen = lees()
  let vingerafdruk = vingerafdrukVan(lagen)
  let eerste = laad(lagen)
  if (eerste.ok && eerste.corpus.geweigerd.length > 0) {
    // Faulty at the start: the archive knows the text that was right when we last ran.
    const paden = eerste.corpus.geweigerd.map((g) => g.bestand)
    for (const bestand of await archief.laatste(paden)) vorige.set(bestand.bestand, bestand)
    eerste = laad(lagen)
  }
  if (!eerste.ok) return eerste
  let corpus = eerste.corpus
  let fouten: readonly CorpusFout[] = []
  await onthoud(corpus)

  async function onthoud({ bestanden }: GeladenCorpus): Promise<void> {
    for (const bestand of bestanden) goed.set(`${bestand.laag} ${bestand.bestand}`, bestand)
    const gebruikt = new Set(bestanden.map((b) => `${b.sha256} ${b.bestand}`))
    for (const sleutel of geheugen.keys()) if (!gebruikt.has(sleutel)) geheugen.delete(sleutel)
    await archief.bewaar(bestanden)
  }

  async function zijnAnders(): Promise<boolean> {
    for (const map of mappen) if (await isAnders(map, schijf)) return true
    return false
  }

  async function wissel(): Promise<Verversing> {
    if ((await archief.nummer()) !== publicatie.nummer) publicatie = await archief.gepubliceerd()
    else if (!(await zijnAnders())) return { status: 'ongewijzigd' }
    const nieuweLagen = lees()
    const nieuw = vingerafdrukVan(nieuweLagen)
    if (nieuw === vingerafdruk) return { status: 'ongewijzigd' }
    const geladen = laad(nieuweLagen)
    if (!geladen.ok) {
      vingerafdruk = nieuw
      fouten = geladen.fouten
      return { status: 'geweigerd', fouten }
    }
    // Kept first: an outcome must never point to a text that cannot be found again.
    await onthoud(geladen.corpus)
    vingerafdruk = nieuw
    fouten = []
    corpus = geladen.corpus
    return { status: 'gewisseld', waarschuwingen: geladen.waarschuwingen }
  }

  // One at a time: a notice and the timer may come together.
  let bezig: Promise<unknown> = Promise.resolve()
  const lopend: LopendCorpus = {
    huidig: () => corpus,
    stand: () => ({
      activering: publicatie.nummer,
      bestanden: corpus.bestanden.length,
      geweigerd: corpus.geweigerd,
      fouten,
    }),
    ververs() {
      const beurt = bezig.then(wissel)
      bezig = beurt.catch(() => undefined)
      return beurt
    },
  }
  return { ok: true, lopend, waarschuwingen: eerste.waarschuwingen }
}

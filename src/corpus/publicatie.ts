/** What was published from the command line: what each file is, whether it holds, and what happens without it. */
import type { Corpus, CorpusFout } from '../engine/index.ts'
import { bronBestand } from './bestand.ts'
import { type GepubliceerdBestand, laadLagen, leesLagen } from './laden.ts'
import { versieVan } from './plaatsing.ts'
import { waardeOp } from './velden.ts'
import { leesYaml } from './yaml.ts'

export interface Gepubliceerd extends GepubliceerdBestand {
  /** Of a scheme; a file of facts or of an organisation has only its path. */
  readonly id: string | undefined
  readonly gebied: string | undefined
  readonly vanaf: string | undefined
  readonly versie: number
}

export interface GepubliceerdMetStand extends Gepubliceerd {
  /** `telt-niet-mee`: another layer has a higher version, or the same text. */
  readonly stand: 'geldt' | 'geweigerd' | 'telt-niet-mee'
  readonly fouten: readonly CorpusFout[]
}

export function beschrijfPublicatie(gepubliceerd: GepubliceerdBestand): Gepubliceerd {
  const { document } = leesYaml(bronBestand(gepubliceerd.bestand, gepubliceerd.tekst))
  const tekst = (veld: string): string | undefined => {
    const waarde = document === undefined ? undefined : waardeOp(document.inhoud, [veld])
    return typeof waarde === 'string' ? waarde : undefined
  }
  const isRegeling = gepubliceerd.bestand.startsWith('regelingen/')
  return {
    ...gepubliceerd,
    id: tekst('id'),
    gebied: tekst('gebied') ?? (isRegeling ? 'nederland' : undefined),
    vanaf: tekst('vanaf'),
    versie: document === undefined ? 1 : versieVan(document),
  }
}

interface Bronnen {
  readonly mappen: readonly string[]
  readonly gepubliceerd: readonly GepubliceerdBestand[]
}

/** Everything published, in order of path, with what became of it. */
export function standVanPublicaties({ mappen, gepubliceerd }: Bronnen): GepubliceerdMetStand[] {
  const geladen = laadLagen(leesLagen({ mappen, gepubliceerd }), {})
  return gepubliceerd.map(beschrijfPublicatie).map((p) => {
    if (!geladen.ok) return { ...p, stand: 'geweigerd', fouten: geladen.fouten }
    const { bestanden, geweigerd } = geladen.corpus
    const afgewezen = geweigerd.find((g) => g.bestand === p.bestand && g.sha256 === p.sha256)
    if (afgewezen !== undefined) return { ...p, stand: 'geweigerd', fouten: afgewezen.fouten }
    const doetMee = bestanden.some((b) => b.bestand === p.bestand && b.sha256 === p.sha256)
    return { ...p, stand: doetMee ? 'geldt' : 'telt-niet-mee', fouten: [] }
  })
}

export type Intrekking =
  /** The corpus as it would be, and the file of an earlier layer that then holds at this path. */
  | { readonly ok: true; readonly corpus: Corpus; readonly inPlaats: string | undefined }
  /** Other files cannot do without it. */
  | { readonly ok: false; readonly fouten: readonly CorpusFout[] }

/** What would happen without this file. Files that are refused already do not count against it. */
export function controleerIntrekking(
  { mappen, gepubliceerd }: Bronnen,
  weg: GepubliceerdBestand,
): Intrekking {
  const geheugen = new Map()
  const laad = (bestanden: readonly GepubliceerdBestand[]) =>
    laadLagen(leesLagen({ mappen, gepubliceerd: bestanden }), { geheugen })
  const nu = laad(gepubliceerd)
  const straks = laad(gepubliceerd.filter((b) => b.bestand !== weg.bestand))
  if (!straks.ok) return { ok: false, fouten: straks.fouten }
  const alGeweigerd = new Set((nu.ok ? nu.corpus.geweigerd : []).map((g) => `${g.laag} ${g.bestand}`))
  const fouten = straks.corpus.geweigerd
    .filter((g) => !alGeweigerd.has(`${g.laag} ${g.bestand}`))
    .flatMap((g) => g.fouten)
  if (fouten.length > 0) return { ok: false, fouten }
  const inPlaats = straks.corpus.bestanden.find((b) => b.bestand === weg.bestand)?.laag
  return { ok: true, corpus: straks.corpus.engine, inPlaats }
}

import type { CorpusFout } from '../engine/index.ts'
import { type BronBestand, soortVan } from './bestand.ts'
import type { Deelnemer, Laag } from './laag.ts'
import { controleerPlaatsing, versieVan } from './plaatsing.ts'
import { type Gelezen, leesYaml } from './yaml.ts'

/** A text read once is not read again: texts are known by their hash. */
export type Leesgeheugen = Map<string, Gelezen>

/** Shared by everything in this process that lays the same files on each other, such as a check before and after a publication. */
const gedeeld: Leesgeheugen = new Map()
/** Named limit: a few times what is shipped. The oldest goes first. */
const maxGedeeld = 2_000

export interface Keuze {
  /** One file per path: what takes part in the corpus. */
  readonly deelnemers: readonly Deelnemer[]
  /** Files that cannot take part, with their faults. */
  readonly afgewezen: readonly Afgewezen[]
}

export interface Afgewezen {
  readonly laag: Laag
  readonly bron: BronBestand
  readonly fouten: readonly CorpusFout[]
  /** When it could be read. */
  readonly deelnemer?: Deelnemer
}

/** Lays the layers on each other: of each path the last file that may replace the one below it. */
export function kiesBestanden(lagen: readonly Laag[], geheugen: Leesgeheugen): Keuze {
  const gekozen = new Map<string, Deelnemer>()
  const afgewezen: Afgewezen[] = []
  for (const laag of lagen) {
    for (const bron of laag.bestanden) {
      const soort = soortVan(bron.bestand)
      if (soort === 'voorbeelden') continue
      if (soort === undefined) {
        afgewezen.push({ laag, bron, fouten: [verdwaald(bron)] })
        continue
      }
      const gelezen = lees(bron, geheugen)
      if (gelezen.document === undefined) {
        afgewezen.push({ laag, bron, fouten: gelezen.ok ? [] : gelezen.fouten })
        continue
      }
      const deelnemer: Deelnemer = { laag, soort, bron, document: gelezen.document }
      const fouten = [
        ...(gelezen.ok ? [] : gelezen.fouten),
        ...(soort === 'regeling' ? controleerPlaatsing(gelezen.document) : []),
        ...vervangFouten(gekozen.get(bron.bestand), deelnemer),
      ]
      if (fouten.length > 0) afgewezen.push({ laag, bron, fouten, deelnemer })
      else if (magVervangen(gekozen.get(bron.bestand), deelnemer)) gekozen.set(bron.bestand, deelnemer)
    }
  }
  return { deelnemers: [...gekozen.values()], afgewezen }
}

function lees(bron: BronBestand, geheugen: Leesgeheugen): Gelezen {
  const sleutel = `${bron.sha256} ${bron.bestand}`
  const bekend = geheugen.get(sleutel)
  if (bekend !== undefined) return bekend
  const gelezen = gedeeld.get(sleutel) ?? leesYaml(bron)
  geheugen.set(sleutel, gelezen)
  gedeeld.set(sleutel, gelezen)
  const [oudste] = gedeeld.keys()
  if (gedeeld.size > maxGedeeld && oudste !== undefined) gedeeld.delete(oudste)
  return gelezen
}

// A .yml file, or a law file outside a folder of its own, would otherwise be silently left out.
function verdwaald({ bestand }: BronBestand): CorpusFout {
  return {
    code: 'bestand-plaats',
    bestand,
    regel: 1,
    kolom: 1,
    melding: 'Op deze plaats, of met deze naam, wordt het bestand niet gelezen.',
    remedie: 'Een regeling staat in regelingen/…/<id>/<datum>.yaml. Gebruik .yaml, niet .yml.',
  }
}

/** A correction of a law file is a higher version; an older one simply loses, an equal one with another text is a fault. */
function vervangFouten(onder: Deelnemer | undefined, boven: Deelnemer): CorpusFout[] {
  if (onder === undefined || onder.bron.sha256 === boven.bron.sha256) return []
  const plek = boven.document.plaats(['versie'])
  const fout = { bestand: boven.bron.bestand, ...plek }
  if (heeftVersies(boven)) {
    const versie = versieVan(onder.document)
    if (versieVan(boven.document) !== versie) return []
    return [
      {
        ...fout,
        code: 'regeling-versie',
        melding: `Van dit bestand bestaat al versie ${versie}, met een andere tekst.`,
        remedie: `Schrijf versie: ${versie + 1}.`,
      },
    ]
  }
  if (boven.soort === 'organisatie' || boven.soort === 'gebeurtenis') return []
  return [
    {
      ...fout,
      code: 'bestand-bestaat',
      melding: 'Een bestand met deze naam bestaat al in een eerdere laag van het corpus.',
      remedie: 'Geef het bestand een andere naam.',
    },
  ]
}

function magVervangen(onder: Deelnemer | undefined, boven: Deelnemer): boolean {
  if (onder === undefined || !heeftVersies(boven)) return true
  return versieVan(boven.document) >= versieVan(onder.document)
}

/** Receipts and logs point to a version: another text under the same number would make them say something else. */
function heeftVersies({ soort }: Deelnemer): boolean {
  return ['regeling', 'verwerking', 'postwegen', 'contactgrond'].includes(soort)
}

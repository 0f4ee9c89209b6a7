import { type Corpus, type CorpusFout, compileCorpus } from '../engine/index.ts'
import type { BronBestand } from './bestand.ts'
import type { Laag } from './laag.ts'
import type { Levensgebeurtenis } from './levensgebeurtenis.ts'
import { versieVan } from './plaatsing.ts'
import { type Poging, probeer, samen } from './proberen.ts'
import { stelSamen } from './samenstellen.ts'

export type Bestandscontrole =
  | {
      readonly status: 'goed'
      readonly corpus: Corpus
      readonly gebeurtenissen: ReadonlyMap<string, Levensgebeurtenis>
    }
  | {
      readonly status: 'fout'
      /** In the file itself. */
      readonly fouten: readonly CorpusFout[]
      /** In other files, with this file in its place. */
      readonly elders: readonly CorpusFout[]
    }

/** Checks a file that already stands in one of the layers. */
export function controleerTerPlaatse(lagen: readonly Laag[], bestand: string): Bestandscontrole {
  return oordeel(probeer<Corpus>(lagen, compileCorpus, new Map()), bestand)
}

/**
 * Checks a file that does not stand in the corpus yet: laid on top of what is in force.
 * Files of others that are refused now do not count against it.
 */
export function controleerErbovenop(lagen: readonly Laag[], nieuw: BronBestand): Bestandscontrole {
  const geheugen = new Map()
  const nu = stelSamen<Corpus>({ lagen, compileer: compileCorpus, geheugen })
  const mee = nu.ok ? new Set(nu.deelnemers.map((d) => d.bron)) : undefined
  const basis =
    mee === undefined ? lagen : lagen.map((l) => ({ ...l, bestanden: l.bestanden.filter((b) => mee.has(b)) }))
  const bovenop: Laag = { naam: 'nieuw', soort: 'gepubliceerd', bestanden: [nieuw] }
  const poging = probeer<Corpus>([...basis, bovenop], compileCorpus, geheugen)
  const verliest = verliestVan(poging, nieuw)
  return verliest === undefined
    ? oordeel(poging, nieuw.bestand)
    : { status: 'fout', fouten: [verliest], elders: [] }
}

function oordeel(poging: Poging<Corpus>, bestand: string): Bestandscontrole {
  const fouten = [...poging.afgewezen.flatMap((a) => a.fouten), ...poging.fouten]
  const hier = samen(fouten, poging.ook).filter((f) => f.bestand === bestand)
  if (fouten.length === 0 && poging.engine !== undefined) {
    return { status: 'goed', corpus: poging.engine, gebeurtenissen: poging.gebeurtenissen }
  }
  return {
    status: 'fout',
    fouten: hier.sort((a, b) => a.regel - b.regel || a.kolom - b.kolom),
    elders: samen(fouten).filter((f) => f.bestand !== bestand),
  }
}

/** A lower version than the one in force would simply not count; who publishes it should know. */
function verliestVan(poging: Poging<Corpus>, nieuw: BronBestand): CorpusFout | undefined {
  const nu = poging.deelnemers.find((d) => d.bron.bestand === nieuw.bestand)
  if (nu === undefined || nu.bron.sha256 === nieuw.sha256) return undefined
  if (poging.afgewezen.some((a) => a.bron === nieuw)) return undefined
  const versie = versieVan(nu.document)
  return {
    code: 'regeling-versie',
    bestand: nieuw.bestand,
    regel: 1,
    kolom: 1,
    melding: `Van dit bestand geldt nu versie ${versie}; dit is een lagere.`,
    remedie: `Schrijf versie: ${versie + 1}.`,
  }
}

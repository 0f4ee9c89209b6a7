import type { CorpusDocumenten, CorpusFout, GebiedInfo, RegelingInfo } from '../engine/index.ts'
import { controleerVerband } from './controles.ts'
import { type Afgewezen, kiesBestanden, type Leesgeheugen } from './kiezen.ts'
import type { Deelnemer, Laag } from './laag.ts'
import { type LevensgebeurtenisNaam, leesLevensgebeurtenissen } from './levensgebeurtenis.ts'
import { leesOrganisatie, type Organisatie } from './organisatie.ts'
import { controleerFeitTeksten, controleerRegelingTeksten } from './tekst-controle.ts'
import { leesVerwerking, type Verwerking } from './verwerking.ts'

/** What we need to know of a compiled corpus here; the engine's own type has more. */
export interface Gecompileerd {
  readonly gebieden: ReadonlyMap<string, GebiedInfo>
  alleRegelingen(): readonly RegelingInfo[]
}

export type Compileer<C extends Gecompileerd> = (
  documenten: CorpusDocumenten,
) =>
  | { readonly ok: true; readonly corpus: C }
  | { readonly ok: false; readonly fouten: readonly CorpusFout[] }

/** One attempt to make a corpus of these layers. Without faults and with `engine` it is the corpus. */
export interface Poging<C extends Gecompileerd> {
  readonly deelnemers: readonly Deelnemer[]
  readonly afgewezen: readonly Afgewezen[]
  /** Faults that show only when everything is laid together. */
  readonly fouten: readonly CorpusFout[]
  readonly organisaties: ReadonlyMap<string, Organisatie>
  readonly gebeurtenissen: readonly LevensgebeurtenisNaam[]
  readonly verwerkingen: ReadonlyMap<string, Verwerking>
  readonly engine: C | undefined
}

export function probeer<C extends Gecompileerd>(
  lagen: readonly Laag[],
  compileer: Compileer<C>,
  geheugen: Leesgeheugen,
): Poging<C> {
  const { deelnemers, afgewezen } = kiesBestanden(lagen, geheugen)
  const fouten: CorpusFout[] = []
  const organisaties = new Map<string, Organisatie>()
  const gebeurtenissen: LevensgebeurtenisNaam[] = []
  const verwerkingen = new Map<string, Verwerking>()
  for (const { soort, laag, document } of deelnemers) {
    const talen = laag.soort === 'meegeleverd' ? ['nl', 'en', 'pap'] : ['nl']
    if (soort === 'regeling') fouten.push(...controleerRegelingTeksten(document))
    else if (soort === 'feiten') fouten.push(...controleerFeitTeksten(document, talen))
    else if (soort === 'organisatie') {
      const gelezen = leesOrganisatie(document, { talen })
      fouten.push(...gelezen.fouten)
      organisaties.set(gelezen.organisatie.id, gelezen.organisatie)
    } else if (soort === 'levensgebeurtenissen') {
      const gelezen = leesLevensgebeurtenissen(document)
      fouten.push(...gelezen.fouten)
      gebeurtenissen.push(...gelezen.namen)
    } else if (soort === 'verwerking') {
      const gelezen = leesVerwerking(document, { talen })
      fouten.push(...gelezen.fouten)
      verwerkingen.set(gelezen.verwerking.id, gelezen.verwerking)
    }
  }
  const gecompileerd = compileer(documentenVan(deelnemers))
  if (!gecompileerd.ok) fouten.push(...gecompileerd.fouten)
  const engine = gecompileerd.ok ? gecompileerd.corpus : undefined
  if (engine !== undefined) {
    fouten.push(
      ...controleerVerband({
        regelingen: engine.alleRegelingen(),
        deelnemers,
        organisaties,
        gebeurtenissen,
        isCaribisch: (code) =>
          code === 'caribisch' || engine.gebieden.get(code)?.in.includes('caribisch') === true,
      }),
    )
  }
  return { deelnemers, afgewezen, fouten, organisaties, gebeurtenissen, verwerkingen, engine }
}

function documentenVan(deelnemers: readonly Deelnemer[]): CorpusDocumenten {
  const van = (soort: Deelnemer['soort']) =>
    deelnemers.filter((d) => d.soort === soort).map((d) => d.document)
  return {
    regelingen: van('regeling'),
    feiten: van('feiten'),
    gebieden: van('gebieden'),
    prior: van('prior'),
  }
}

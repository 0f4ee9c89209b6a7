import type { CorpusFout } from '../engine/index.ts'
import { type Corpus, compileCorpus } from '../engine/index.ts'
import type { Afspraakteam } from './afspraakteam.ts'
import type { Afzender } from './afzender.ts'
import { type BronBestand, bronBestand, soortVan } from './bestand.ts'
import type { Contactgronden } from './contactgrond.ts'
import type { Informatiepunt } from './informatiepunt.ts'
import type { Kennisblad } from './kennisblad.ts'
import type { Leesgeheugen } from './kiezen.ts'
import type { Geweigerd, Laag } from './laag.ts'
import type { Levensgebeurtenis } from './levensgebeurtenis.ts'
import type { Lijstgrond } from './lijstgrond.ts'
import { leesMap, type Schijfgeheugen } from './map-lezen.ts'
import type { Organisatie } from './organisatie.ts'
import type { Postwegregister } from './postwegen.ts'
import { stelSamen } from './samenstellen.ts'
import type { Synoniemen } from './synoniemen.ts'
import type { Verwerking } from './verwerking.ts'
import type { Vraagvolgorde } from './vraagvolgorde.ts'
import type { Zaaktaal } from './zaaktaal-woorden.ts'

/** A file published from the command line, as the database keeps it. */
export interface GepubliceerdBestand {
  readonly bestand: string
  readonly sha256: string
  readonly tekst: string
}

export interface CorpusBronnen extends Laadhulp {
  /** Directories; the first is the shipped corpus, later ones come on top. */
  readonly mappen: readonly string[]
  readonly gepubliceerd?: readonly GepubliceerdBestand[]
  readonly schijf?: Schijfgeheugen
}

export interface Laadhulp {
  readonly laatsteGoede?: (laag: string, bestand: string) => BronBestand | undefined
  /** Kept between loads, so that only changed files are read again. */
  readonly geheugen?: Leesgeheugen
}

/** Everything the corpus says at this moment. It does not change; a change gives a new one. */
export interface GeladenCorpus {
  /** The rules, ready for `bereken` and the other functions of the engine. */
  readonly engine: Corpus
  readonly organisaties: ReadonlyMap<string, Organisatie>
  /** Every life event with its steps, by id. */
  readonly gebeurtenissen: ReadonlyMap<string, Levensgebeurtenis>
  /** Words that mean the same to who searches. */
  readonly synoniemen: Synoniemen
  /** Which questions the website asks first. */
  readonly vraagvolgorde: Vraagvolgorde
  /** The register of processing activities, by id. */
  readonly verwerkingen: ReadonlyMap<string, Verwerking>
  /** What cases and their steps mean, whatever an organisation calls them. */
  readonly zaaktaal: Zaaktaal
  /** From where bodies of government write and call, by id. */
  readonly afzenders: ReadonlyMap<string, Afzender>
  /** By which ways one may send to a body, by its id; of a body that is not in it nothing is established. */
  readonly postwegen: Postwegregister
  /** With whom an appointment can be made, by id. */
  readonly afspraakteams: ReadonlyMap<string, Afspraakteam>
  /** Where somebody sits down with whoever comes in, by id. */
  readonly informatiepunten: ReadonlyMap<string, Informatiepunt>
  /** What colleagues of other organisations should know, by `regeling-<id>` or `gebeurtenis-<id>`. */
  readonly kennis: ReadonlyMap<string, Kennisblad>
  /** How somebody may be told of a scheme without having applied, by its id. */
  readonly contactgronden: Contactgronden
  /** With which a list may be made of people who probably do not use a right, by id. */
  readonly lijstgronden: ReadonlyMap<string, Lijstgrond>
  /** The text of each file that takes part, for the archive and for receipts. */
  readonly bestanden: readonly (BronBestand & { readonly laag: string })[]
  /** Files of examples, as they lie; the last layer that has one wins. */
  readonly voorbeelden: readonly BronBestand[]
  /** Files that were refused: to be shown at /gezond. */
  readonly geweigerd: readonly Geweigerd[]
}

export type Geladen =
  | { readonly ok: true; readonly corpus: GeladenCorpus; readonly waarschuwingen: readonly CorpusFout[] }
  | { readonly ok: false; readonly fouten: readonly CorpusFout[] }

export const GEPUBLICEERD = 'gepubliceerd'

export function loadCorpus(bronnen: CorpusBronnen): Geladen {
  return laadLagen(leesLagen(bronnen), bronnen)
}

export function leesLagen({ mappen, gepubliceerd = [], schijf }: CorpusBronnen): Laag[] {
  const lagen = mappen.map((map, index): Laag => {
    const soort = index === 0 ? 'meegeleverd' : 'toegevoegd'
    return { naam: index === 0 ? 'meegeleverd' : map, soort, bestanden: leesMap(map, schijf) }
  })
  const bestanden = gepubliceerd.map(({ bestand, tekst }) => bronBestand(bestand, tekst))
  return [...lagen, { naam: GEPUBLICEERD, soort: 'gepubliceerd', bestanden }]
}

/** What was made last for a server, as long as somebody holds it. */
let laatst: { readonly vingerafdruk: string; readonly corpus: WeakRef<GeladenCorpus> } | undefined

/**
 * As `laadLagen`, but the same files give the same corpus to everything that runs in this process, with what was counted
 * for it since. Only one of which nothing was refused: what takes the place of a refused file depends on more than the
 * files.
 */
export function laadGedeeld(lagen: readonly Laag[], hulp: Laadhulp): Geladen {
  const vingerafdruk = vingerafdrukVan(lagen)
  const eerder = laatst?.vingerafdruk === vingerafdruk ? laatst.corpus.deref() : undefined
  if (eerder !== undefined) return { ok: true, corpus: eerder, waarschuwingen: [] }
  const geladen = laadLagen(lagen, hulp)
  if (geladen.ok && geladen.corpus.geweigerd.length === 0)
    laatst = { vingerafdruk, corpus: new WeakRef(geladen.corpus) }
  return geladen
}

/** Which files lie in which layer, and what stands in them. */
export function vingerafdrukVan(lagen: readonly Laag[]): string {
  return lagen
    .flatMap((l) => [`${l.soort} ${l.naam}`, ...l.bestanden.map((b) => `${b.bestand}=${b.sha256}`)])
    .join('\n')
}

export function laadLagen(lagen: readonly Laag[], { geheugen, laatsteGoede }: Laadhulp): Geladen {
  const gemaakt = stelSamen<Corpus>({
    lagen,
    compileer: compileCorpus,
    geheugen: geheugen ?? new Map(),
    ...(laatsteGoede && { laatsteGoede }),
  })
  if (!gemaakt.ok) return gemaakt
  const { engine, organisaties, gebeurtenissen, synoniemen, vraagvolgorde, verwerkingen } = gemaakt
  const { zaaktaal, afzenders, postwegen, afspraakteams, informatiepunten, kennis, lijstgronden } = gemaakt
  const { contactgronden, deelnemers, geweigerd } = gemaakt
  const bestanden = deelnemers.map(({ bron, laag }) => ({ ...bron, laag: laag.naam }))
  return {
    ok: true,
    corpus: {
      engine,
      organisaties,
      gebeurtenissen,
      synoniemen,
      vraagvolgorde,
      verwerkingen,
      zaaktaal,
      afzenders,
      postwegen,
      afspraakteams,
      informatiepunten,
      kennis,
      contactgronden,
      lijstgronden,
      bestanden,
      voorbeelden: voorbeeldenVan(lagen),
      geweigerd,
    },
    waarschuwingen: geweigerd.flatMap(({ fouten }) => fouten),
  }
}

function voorbeeldenVan(lagen: readonly Laag[]): readonly BronBestand[] {
  const alle = lagen.flatMap(({ bestanden }) =>
    bestanden.filter((b) => soortVan(b.bestand) === 'voorbeelden'),
  )
  return [...new Map(alle.map((bron) => [bron.bestand, bron])).values()]
}

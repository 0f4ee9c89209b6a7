import {
  type Afspraakteam,
  type GeladenCorpus,
  type Informatiepunt,
  type Levensgebeurtenis,
  type Organisatie,
  type Vraagvolgorde,
  vindOrganisatie,
} from '../../../corpus/index.ts'
import {
  type Antwoord,
  bereken,
  type Corpus,
  type GebiedInfo,
  type Huishouden,
  type Kanaal,
  parseHuishouden,
  type RegelingInfo,
  type Valuta,
} from '../../../engine/index.ts'
import { datumOp, type Tijdzone } from '../../../kalender/index.ts'
import { type Antwoorden, PAD_PLAATS, PAD_WATERSCHAP, waardeOp } from '../../../rechten/index.ts'
import type { Zoekopdracht, Zoekuitslag } from '../../../zoeken/index.ts'
import type { Taal } from '../../routes.ts'
import type { Echtbronnen } from '../echt/bronnen.ts'

/** What the pages about rights read; each a function, since the corpus can be replaced while we run. */
export interface RechtenBronnen {
  readonly corpus: () => Corpus
  /** Everything that was loaded, with the texts of the files: for who writes them. */
  readonly geheel: () => GeladenCorpus
  readonly organisaties: () => ReadonlyMap<string, Organisatie>
  readonly gebeurtenissen: () => ReadonlyMap<string, Levensgebeurtenis>
  /** Rejects when search does not answer. */
  readonly zoek: (opdracht: Zoekopdracht) => Promise<Zoekuitslag>
  /** For the log of the operator; the page itself says what does not work. */
  readonly meldFout: (waar: string, fout: unknown) => void
  readonly nu: () => Date
  /** Codes on what we send, and what was imported; absent in tests of other pages. */
  readonly echt?: Echtbronnen | undefined
  /** Who helps whoever gets stuck; what is made up only beside made-up organisations. */
  readonly steun: () => Steun
}

export interface Steun {
  readonly teams: readonly Afspraakteam[]
  readonly punten: readonly Informatiepunt[]
}

/** Everything about one visitor at one moment. Made per request, kept nowhere. */
export interface Beeld {
  readonly corpus: Corpus
  readonly organisaties: ReadonlyMap<string, Organisatie>
  readonly gebeurtenissen: ReadonlyMap<string, Levensgebeurtenis>
  readonly antwoorden: Antwoorden
  /** Which questions come first. */
  readonly eerst: Vraagvolgorde
  readonly huishouden: Huishouden
  /** Today, in the zone of the place. */
  readonly datum: string
  readonly plaats: GebiedInfo | undefined
  readonly valuta: Valuta
  readonly regelingen: ReadonlyMap<string, RegelingInfo>
}

/** Nothing when the answers do not fit the vocabulary any more: then the visitor begins anew. */
export function maakBeeld(bronnen: RechtenBronnen, antwoorden: Antwoorden, taal: Taal): Beeld | undefined {
  const corpus = bronnen.corpus()
  const gelezen = parseHuishouden(corpus, antwoorden.huishouden)
  if (!gelezen.ok) return undefined
  const code = waardeOp(antwoorden, PAD_PLAATS)
  const plaats = typeof code === 'string' ? corpus.gebieden.get(code) : undefined
  // Before we know where somebody lives, the language is the best guess for the clock and the currency.
  const zone: Tijdzone =
    (plaats?.tijdzone ?? (taal === 'pap' ? 'America/Kralendijk' : '')) === 'America/Kralendijk'
      ? 'America/Kralendijk'
      : 'Europe/Amsterdam'
  const datum = datumOp(bronnen.nu(), zone)
  return {
    corpus,
    organisaties: bronnen.organisaties(),
    gebeurtenissen: bronnen.gebeurtenissen(),
    antwoorden,
    eerst: bronnen.geheel().vraagvolgorde,
    huishouden: gelezen.huishouden,
    datum,
    plaats,
    valuta: plaats?.valuta ?? 'EUR',
    regelingen: new Map(corpus.regelingenOp(datum, plaats?.code).map((r) => [r.id, r])),
  }
}

/** The same visitor in another situation, on the same or another day. */
export function metHuishouden(
  beeld: Beeld,
  huishouden: Antwoorden['huishouden'],
  datum = beeld.datum,
): Beeld | undefined {
  const { corpus } = beeld
  const gelezen = parseHuishouden(corpus, huishouden)
  if (!gelezen.ok) return undefined
  const antwoorden = { ...beeld.antwoorden, huishouden }
  const code = waardeOp(antwoorden, PAD_PLAATS)
  const plaats = typeof code === 'string' ? corpus.gebieden.get(code) : undefined
  return {
    ...beeld,
    antwoorden,
    huishouden: gelezen.huishouden,
    datum,
    plaats,
    valuta: plaats?.valuta ?? 'EUR',
    regelingen: new Map(corpus.regelingenOp(datum, plaats?.code).map((r) => [r.id, r])),
  }
}

export function rekenUit(beeld: Beeld, opties: { uitleg: boolean; regeling?: string }): Antwoord {
  return bereken(
    beeld.corpus,
    {
      datum: beeld.datum,
      huishouden: beeld.huishouden,
      ...(opties.regeling === undefined ? {} : { regelingen: [opties.regeling] }),
    },
    { uitleg: opties.uitleg },
  )
}

/** The description of who carries something out, at the visitor's own place when there is one. */
export function organisatieVan(beeld: Beeld, id: string): Organisatie | undefined {
  return vindOrganisatie(beeld.organisaties, id, beeld.plaats ? gebiedenVan(beeld) : [])
}

export interface Uitvoerder {
  readonly naam: string
  readonly kanalen: Readonly<Record<string, Kanaal>>
}

/** Codes of the places somebody lives in, most specific first; the country when we do not know. */
export function gebiedenVan({ plaats, antwoorden }: Pick<Beeld, 'plaats' | 'antwoorden'>): readonly string[] {
  if (!plaats) return ['nederland']
  const genoemd = waardeOp(antwoorden, PAD_WATERSCHAP)
  const waterschap = typeof genoemd === 'string' ? [genoemd] : plaats.waterschappen.slice(0, 1)
  return [plaats.code, ...waterschap, ...plaats.in]
}

/** Who carries a scheme out; `gemeente`, `provincie` and `waterschap` mean the one of the place. */
export function uitvoerderVan(beeld: Beeld, id: string, taal: Taal): Uitvoerder {
  const { organisaties, plaats } = beeld
  const algemeen = organisaties.get(id)
  const gevonden = organisatieVan(beeld, id)
  const isEigen = gevonden !== algemeen
  // A name is Dutch in every language; «your municipality» is a description and has words in each.
  const bekend = gevonden?.noem?.[taal] ?? gevonden?.naam ?? id
  const naam = !isEigen && id === 'gemeente' && plaats ? `Gemeente ${plaats.naam}` : bekend
  return { naam, kanalen: { ...algemeen?.kanalen, ...(isEigen ? gevonden?.kanalen : {}) } }
}

/** A way to phone that belongs to the place: of its own municipality, or of the island's office. */
export function bellenIn(beeld: Beeld): { readonly nummer: string; readonly naam: string } | undefined {
  if (!beeld.plaats) return undefined
  const id = beeld.plaats.soort === 'eiland' ? 'rcn-szw' : `gemeente-${beeld.plaats.code}`
  const organisatie = beeld.organisaties.get(id)
  const telefoon = organisatie?.kanalen.telefoon
  if (!organisatie || !telefoon?.nummer) return undefined
  return { nummer: telefoon.nummer, naam: organisatie.naam }
}

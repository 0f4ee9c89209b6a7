import type { Corpus, FeitBij, FeitInfo, Huishouden, Vraagkandidaat } from '../engine/index.ts'
import { volgendeVragen } from '../engine/index.ts'
import { type Antwoorden, isBeantwoord, isLijst, isTeVragen, PAD_PLAATS, segmenten } from './antwoorden.ts'

/** One question as a page asks it. */
export interface Vraagstelling {
  readonly pad: string
  /** `aantal`: how many people of a list; partner is asked as yes or no. */
  readonly soort: 'plaats' | 'gebied' | 'partner' | 'aantal' | 'ja-nee' | 'datum' | 'geld' | 'getal' | 'keuze'
  /** Of whom or what: aanvrager, partner, kinderen, medebewoners, woning, opvang. */
  readonly bij: FeitBij
  /** Counts from 0 within its list. */
  readonly index?: number
  /** Which childcare of that child, from 0. */
  readonly opvang?: number
  /** Absent for the lists themselves. */
  readonly feit?: FeitInfo
  /** Schemes for which the answer matters; empty when not known. */
  readonly regelingen: readonly string[]
}

/** One visitor on one day: what was answered, the same as the engine reads it, and which questions come first. */
export interface Situatie {
  readonly corpus: Corpus
  readonly datum: string
  readonly antwoorden: Antwoorden
  readonly huishouden: Huishouden
  /** Groups of names of questions, from the corpus. */
  readonly eerst: readonly (readonly string[])[]
}

/**
 * The question that decides most, after those with which people expect to begin. Where somebody lives comes first, whatever the scores say:
 * it settles which law, which currency and which schemes the other questions are about.
 */
export function volgendeVraag(situatie: Situatie): Vraagstelling | undefined {
  const { corpus, antwoorden } = situatie
  if (!isBeantwoord(antwoorden, PAD_PLAATS)) return vraagstelling(corpus, PAD_PLAATS)
  for (const { pad, regelingen } of opVolgorde(openVragen(situatie), situatie.eerst)) {
    const vraag = vraagstelling(corpus, pad, regelingen)
    if (vraag) return vraag
  }
  return undefined
}

/** Group after group; what stands in no group, and what stands in one together, keeps its order. */
export function opVolgorde(
  kandidaten: readonly Vraagkandidaat[],
  eerst: readonly (readonly string[])[],
): readonly Vraagkandidaat[] {
  const rang = ({ pad }: Vraagkandidaat): number => {
    const groep = eerst.findIndex((namen) => namen.includes(vraagnaam(pad)))
    return groep < 0 ? eerst.length : groep
  }
  return [...kandidaten].sort((a, b) => rang(a) - rang(b))
}

/** `/huishouden/kinderen/1/geboortedatum` is `kinderen.geboortedatum`; `/huishouden/kinderen` is `kinderen`. */
function vraagnaam(pad: string): string {
  const deel = segmenten(pad)
  const wie = deel[2] === 'opvang' && deel.length > 3 ? 'opvang' : deel[0]
  return deel.length === 1 ? `${wie}` : `${wie}.${deel.at(-1)}`
}

/** Every question that can still change something, most deciding first. */
export function openVragen({
  corpus,
  datum,
  antwoorden,
  huishouden,
}: Omit<Situatie, 'eerst'>): readonly Vraagkandidaat[] {
  const kandidaten = volgendeVragen(corpus, { datum, huishouden }, { overslaan: antwoorden.onbekend })
  return kandidaten.filter(({ pad }) => isTeVragen(antwoorden, pad) && !isBeantwoord(antwoorden, pad))
}

/** What a pointer asks, or nothing when no fact stands there. */
export function vraagstelling(
  corpus: Corpus,
  pad: string,
  regelingen: readonly string[] = [],
): Vraagstelling | undefined {
  const deel = segmenten(pad)
  const groep = deel[0]
  if (groep === undefined || !isGroep(groep)) return undefined
  const plek = { pad, regelingen, ...nummers(deel) }
  if (isLijst(pad)) {
    const bij = deel.at(-1) === 'opvang' ? 'opvang' : groep
    return { ...plek, bij, soort: bij === 'partner' ? 'partner' : 'aantal' }
  }
  const bij: FeitBij = deel.includes('opvang') ? 'opvang' : groep
  const feit = corpus.feiten.find((f) => f.id === deel.at(-1) && f.bij.includes(bij))
  if (!feit) return undefined
  return { ...plek, bij, feit, soort: pad === PAD_PLAATS ? 'plaats' : feit.type }
}

function nummers(deel: readonly string[]): { index?: number; opvang?: number } {
  return {
    ...(isNummer(deel[1]) ? { index: Number(deel[1]) } : {}),
    ...(isNummer(deel[3]) ? { opvang: Number(deel[3]) } : {}),
  }
}

function isNummer(deel: string | undefined): boolean {
  return deel !== undefined && /^\d{1,3}$/.test(deel)
}

function isGroep(naam: string): naam is 'aanvrager' | 'partner' | 'kinderen' | 'medebewoners' | 'woning' {
  return ['aanvrager', 'partner', 'kinderen', 'medebewoners', 'woning'].includes(naam)
}

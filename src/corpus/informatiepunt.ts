import type { CorpusDocument, CorpusFout } from '../engine/index.ts'
import { type Afspraakteam, HULPVERTROUWEN, type Hulpvertrouwen } from './afspraakteam.ts'
import { leesIdZoalsBestand, leesKeuze, leesLijst } from './gebeurtenis-lezen.ts'
import { leesOpeningstijden, type Openingstijd } from './openingstijd.ts'
import { veldLezer } from './velden.ts'

/** A place where somebody sits down with whoever comes in: a library, mostly. */
export interface Informatiepunt {
  readonly id: string
  readonly naam: string
  readonly adres: string
  readonly telefoon?: string
  readonly openingstijden: readonly Openingstijd[]
  /** First and last four digits of the postcodes that it is there for. */
  readonly postcodes: readonly { readonly van: number; readonly totEnMet: number }[]
  readonly vertrouwen: Hulpvertrouwen
  readonly bron: string
}

export function leesInformatiepunt(document: CorpusDocument): {
  readonly punt: Informatiepunt
  readonly fouten: readonly CorpusFout[]
} {
  const lezer = veldLezer(document)
  const { inhoud } = document
  lezer.alleen([], ['id', 'naam', 'adres', 'telefoon', 'openingstijden', 'postcodes', 'vertrouwen', 'bron'])
  const telefoon = lezer.mogelijkeTekst(['telefoon'])
  const postcodes = leesLijst(lezer, inhoud, ['postcodes']).flatMap((pad) => {
    const [, van, tot] = /^([1-9]\d{3})(?:-([1-9]\d{3}))?$/.exec(lezer.tekst(pad)) ?? []
    const reeks = { van: Number(van), totEnMet: Number(tot ?? van) }
    if (van !== undefined && reeks.van <= reeks.totEnMet) return [reeks]
    lezer.meld(pad, 'informatiepunt-postcode', 'Dit is geen reeks.', 'Schrijf "6811" of "6811-6846".')
    return []
  })
  const punt: Informatiepunt = {
    id: leesIdZoalsBestand(lezer, document.bestand),
    naam: lezer.tekst(['naam']),
    adres: lezer.tekst(['adres']),
    ...(telefoon !== undefined && { telefoon }),
    openingstijden: leesOpeningstijden(lezer, inhoud, ['openingstijden']),
    postcodes,
    vertrouwen: leesKeuze(lezer, ['vertrouwen'], HULPVERTROUWEN),
    bron: lezer.tekst(['bron']),
  }
  return { punt, fouten: lezer.fouten }
}

/** What takes part: made up only beside made-up organisations. */
export function steunVan(
  corpus: {
    readonly afspraakteams: ReadonlyMap<string, Afspraakteam>
    readonly informatiepunten: ReadonlyMap<string, Informatiepunt>
  },
  metVerzonnen: boolean,
): { readonly teams: readonly Afspraakteam[]; readonly punten: readonly Informatiepunt[] } {
  const doetMee = ({ vertrouwen }: { readonly vertrouwen: Hulpvertrouwen }) =>
    metVerzonnen || vertrouwen !== 'verzonnen'
  return {
    teams: [...corpus.afspraakteams.values()].filter((team) => team.steun && doetMee(team)),
    punten: [...corpus.informatiepunten.values()].filter(doetMee),
  }
}

/** Those that are there for these four digits, in the order of their names. */
export function informatiepuntenBij(
  punten: Iterable<Informatiepunt>,
  cijfers: number,
): readonly Informatiepunt[] {
  return [...punten]
    .filter(({ postcodes }) => postcodes.some(({ van, totEnMet }) => van <= cijfers && cijfers <= totEnMet))
    .sort((a, b) => a.naam.localeCompare(b.naam, 'nl'))
}

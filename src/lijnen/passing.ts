import type { Bevoegdheid, Lijngebied, Lijnniveau, Lijnonderwerp, Lijnteam } from './lijnteam.ts'

/** What somebody asks for. Nothing about the person it is about. */
export interface Lijnvraag {
  readonly onderwerp: Lijnonderwerp
  readonly nodig: Bevoegdheid
  /** Code of the municipality or island; absent when unknown, and then only teams for the whole country fit. */
  readonly gebied?: string
  /** In which the call will be held, as BCP 47. */
  readonly taal: string
  readonly niveau?: Lijnniveau
}

/** How far we look by now: the own team, a neighbour, a generalist. After that a callback. */
export type Stap = 0 | 1 | 2 | 3

/** Why a team fits, in codes; a page makes words of it. */
export type Passreden =
  | { readonly soort: 'onderwerp'; readonly bevoegdheid: Bevoegdheid }
  | { readonly soort: 'gebied'; readonly hoe: 'eigen' | 'heel-het-land' | 'buur' }
  | { readonly soort: 'taal'; readonly taal: string }
  /** They do not say that they speak it: an interpreter may be needed. */
  | { readonly soort: 'zonder-taal'; readonly taal: string }
  | { readonly soort: 'niveau'; readonly niveau: Lijnniveau }
  /** General help of an organisation of which another team knows this subject. */
  | { readonly soort: 'generalist-van-organisatie' }

/** Why a team does not fit, whatever the wait. */
export type Passbezwaar = 'ander-onderwerp' | 'mag-niet-beslissen' | 'ander-gebied' | 'gebied-onbekend'

export interface Passing {
  readonly team: string
  /** From this step of looking further on it may take the call. */
  readonly vanafStap: 0 | 1 | 2
  /** Of the soft wishes: language counts for 2, level for 1. */
  readonly score: number
  readonly redenen: readonly Passreden[]
}

export interface Teamoordeel {
  /** Best first: who may soonest, then who fits best, then by id. */
  readonly passend: readonly Passing[]
  readonly nietPassend: readonly { readonly team: string; readonly bezwaren: readonly Passbezwaar[] }[]
}

/** Which teams fit a question, and why or why not. Scheme and region are musts; language and level are wishes. */
export function beoordeelTeams(teams: Iterable<Lijnteam>, vraag: Lijnvraag): Teamoordeel {
  const alle = [...teams]
  const kenners = new Set(
    alle.filter((team) => bevoegdheidVan(team, vraag) !== undefined).map(({ organisatie }) => organisatie),
  )
  const passend: Passing[] = []
  const nietPassend: Teamoordeel['nietPassend'][number][] = []
  for (const team of alle) {
    const oordeel = beoordeel(team, vraag, kenners.has(team.organisatie))
    if (Array.isArray(oordeel)) nietPassend.push({ team: team.id, bezwaren: oordeel })
    else passend.push(oordeel)
  }
  passend.sort(
    (a, b) =>
      a.vanafStap - b.vanafStap || b.score - a.score || (a.team < b.team ? -1 : a.team > b.team ? 1 : 0),
  )
  return { passend, nietPassend }
}

function beoordeel(team: Lijnteam, vraag: Lijnvraag, kentOrganisatieHet: boolean): Passing | Passbezwaar[] {
  const bevoegdheid = bevoegdheidVan(team, vraag)
  const gebied = gebiedVan(team.gebied, vraag.gebied)
  const magGenoeg = bevoegdheid === 'beslissen' || bevoegdheid === vraag.nodig
  const isAlgemeen = !magGenoeg && team.niveau === 'generalist' && kentOrganisatieHet
  if (gebied !== undefined && (magGenoeg || isAlgemeen)) {
    const spreekt = team.talen.includes(vraag.taal)
    const isNiveau = vraag.niveau === team.niveau
    return {
      team: team.id,
      vanafStap: isAlgemeen ? 2 : gebied === 'buur' ? 1 : 0,
      score: (spreekt ? 2 : 0) + (isNiveau ? 1 : 0),
      redenen: [
        isAlgemeen || bevoegdheid === undefined
          ? { soort: 'generalist-van-organisatie' }
          : { soort: 'onderwerp', bevoegdheid },
        { soort: 'gebied', hoe: gebied },
        { soort: spreekt ? 'taal' : 'zonder-taal', taal: vraag.taal },
        ...(isNiveau ? [{ soort: 'niveau', niveau: team.niveau } as const] : []),
      ],
    }
  }
  const bezwaren: Passbezwaar[] = []
  if (!magGenoeg) bezwaren.push(bevoegdheid === undefined ? 'ander-onderwerp' : 'mag-niet-beslissen')
  if (gebied === undefined) bezwaren.push(vraag.gebied === undefined ? 'gebied-onbekend' : 'ander-gebied')
  return bezwaren
}

function bevoegdheidVan({ kan }: Lijnteam, { onderwerp }: Lijnvraag): Bevoegdheid | undefined {
  const rijen = kan.filter(
    (rij) => rij.onderwerp.soort === onderwerp.soort && rij.onderwerp.id === onderwerp.id,
  )
  return rijen.find(({ bevoegdheid }) => bevoegdheid === 'beslissen')?.bevoegdheid ?? rijen[0]?.bevoegdheid
}

function gebiedVan(
  gebied: Lijngebied,
  plaats: string | undefined,
): 'eigen' | 'heel-het-land' | 'buur' | undefined {
  if (gebied.soort === 'heel-het-land') {
    if (plaats === undefined || plaats.startsWith('GM')) return 'heel-het-land'
    return gebied.ook.includes(plaats) ? 'eigen' : undefined
  }
  if (plaats === undefined) return undefined
  if (gebied.eigen.includes(plaats)) return 'eigen'
  return gebied.buren.includes(plaats) ? 'buur' : undefined
}

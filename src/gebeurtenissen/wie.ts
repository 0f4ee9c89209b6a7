import type { Organisatie, Stap } from '../corpus/index.ts'
import { type Kanalen, stapelWegen, verdeelWegen, vindOrganisatie } from '../corpus/index.ts'

/** Where somebody lives, as far as the plan needs it. */
export interface Plaats {
  readonly code: string
  readonly naam: string
  /** Larger areas that it lies in. */
  readonly in: readonly string[]
  readonly soort: string
  readonly waterschappen?: readonly string[]
}

/** The organisation of a step for this place, with the ways to do the step there and the ways to ask about it. */
export interface Stapwie {
  readonly id: string
  /** The organisation itself; absent when the corpus does not know it. */
  readonly organisatie: Organisatie | undefined
  /** Its own name when we have no description of it: «Gemeente Aalsmeer». */
  readonly eigenNaam?: string
  readonly isOverheid: boolean
  readonly kanalen: Kanalen
  readonly vragen: Kanalen
}

export interface Omgeving {
  readonly organisaties: ReadonlyMap<string, Organisatie>
  readonly plaats: Plaats | undefined
  /** The water board the visitor named, for a municipality with more than one. */
  readonly waterschap?: string
}

/**
 * Who to go to. `gemeente` is the one of the place; on an island that is the public entity. A step that says
 * `welke` is about another one than that of the place, so the general description speaks.
 */
export function stapwie(stap: Stap, { organisaties, plaats, waterschap }: Omgeving): Stapwie {
  const isVanEiland = plaats?.soort === 'eiland' && stap.welke === undefined
  const id = stap.organisatie === 'gemeente' && isVanEiland ? 'eiland' : stap.organisatie
  const algemeen = organisaties.get(id)
  const isVanPlaats = plaats !== undefined && stap.welke === undefined
  const gevonden = isVanPlaats ? vindOrganisatie(organisaties, id, gebiedenVan(plaats, waterschap)) : algemeen
  const naam =
    id === 'gemeente' && isVanPlaats && gevonden === algemeen ? `Gemeente ${plaats.naam}` : undefined
  const { doen, vragen } = verdeelWegen(
    stapelWegen(algemeen?.kanalen, gevonden === algemeen ? undefined : gevonden?.kanalen),
    stap.kanalen,
  )
  return {
    id: gevonden?.id ?? id,
    organisatie: gevonden,
    ...(naam !== undefined && { eigenNaam: naam }),
    isOverheid: gevonden?.overheid ?? algemeen?.overheid ?? true,
    kanalen: doen,
    vragen,
  }
}

function gebiedenVan(plaats: Plaats, waterschap: string | undefined): string[] {
  const borden = waterschap === undefined ? (plaats.waterschappen ?? []) : [waterschap]
  // With several water boards the address decides, so none is ours to choose.
  return [plaats.code, ...(borden.length === 1 ? borden : []), ...plaats.in]
}

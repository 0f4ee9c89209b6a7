/** What may fit a question, each with why. A proposal and no more: the professional and the visitor choose. */
import type { GeladenCorpus, Levensgebeurtenis, Organisatie } from '../../../corpus/index.ts'
import type { RegelingInfo } from '../../../engine/index.ts'
import { regelingOp } from '../../../kennis/index.ts'
import type { Treffer } from '../../../zoeken/index.ts'

export type Reden =
  /** These of their own words led to it. */
  | { readonly soort: 'woorden'; readonly woorden: readonly string[] }
  /** It belongs to a life event, or to a scheme, that fits. */
  | { readonly soort: 'bij'; readonly gebeurtenis: Levensgebeurtenis }
  | { readonly soort: 'voert-uit'; readonly regeling: RegelingInfo }
  | {
      readonly soort: 'stap'
      readonly gebeurtenis: Levensgebeurtenis
      readonly stap: Levensgebeurtenis['stappen'][number]
    }

export type Voorstel = { readonly keuze: string; readonly redenen: readonly Reden[] } & (
  | { readonly soort: 'gebeurtenis'; readonly gebeurtenis: Levensgebeurtenis }
  | { readonly soort: 'regeling'; readonly regeling: RegelingInfo }
  | { readonly soort: 'organisatie'; readonly organisatie: Organisatie }
)

/** Named limits: more than this nobody talks through at a table. */
const HOOGSTENS = { gebeurtenis: 3, regeling: 7, organisatie: 7 } as const
/** Of an event that was found in passing, what hangs on it is too much. */
const GEBEURTENISSEN_DIE_TELLEN = 2
const HOOGSTENS_REDENEN = 2
/** A word by which more of what was found than this was found says nothing about any of it. */
const HOOGSTENS_DEEL = 0.6

export interface Vindplaats {
  readonly corpus: GeladenCorpus
  readonly datum: string
  /** Where the visitor lives: what is only for elsewhere is left out. */
  readonly gebieden: readonly string[]
  /** The body of a place behind `gemeente` and the like. */
  readonly organisatieBij: (id: string) => Organisatie | undefined
}

export function voorstellen(treffers: readonly Treffer[], waar: Vindplaats): readonly Voorstel[] {
  const mand = new Map<string, Voorstel>()
  const leg = (voorstel: Voorstel): void => {
    const al = mand.get(voorstel.keuze)
    const redenen = samen([...(al?.redenen ?? []), ...voorstel.redenen]).slice(0, HOOGSTENS_REDENEN)
    mand.set(voorstel.keuze, { ...(al ?? voorstel), redenen })
  }
  for (const treffer of zeggend(treffers)) for (const een of uitTreffer(treffer, waar)) leg(een)
  const gebeurtenissen = [...mand.values()].flatMap((een) =>
    een.soort === 'gebeurtenis' ? [een.gebeurtenis] : [],
  )
  const voorop = gebeurtenissen.slice(0, GEBEURTENISSEN_DIE_TELLEN)
  for (const gebeurtenis of voorop) for (const een of regelingenVan(gebeurtenis, waar)) leg(een)
  const regelingen = [...mand.values()].flatMap((een) => (een.soort === 'regeling' ? [een.regeling] : []))
  for (const regeling of regelingen.slice(0, HOOGSTENS.regeling)) {
    const organisatie = waar.organisatieBij(regeling.uitvoerder)
    if (organisatie !== undefined) leg(vanOrganisatie(organisatie, [{ soort: 'voert-uit', regeling }]))
  }
  // After who decides on what they asked: an event has steps at many.
  for (const gebeurtenis of voorop) for (const een of stapplekkenVan(gebeurtenis, waar)) leg(een)
  return (['gebeurtenis', 'regeling', 'organisatie'] as const).flatMap((soort) =>
    [...mand.values()].filter((een) => een.soort === soort).slice(0, HOOGSTENS[soort]),
  )
}

/** Without the words that nearly everything was found by: «weet» tells nobody why. */
function zeggend(treffers: readonly Treffer[]): readonly Treffer[] {
  const keer = new Map<string, number>()
  for (const woord of treffers.flatMap(({ door }) => door)) keer.set(woord, (keer.get(woord) ?? 0) + 1)
  const isZeldzaam = (woord: string) => (keer.get(woord) ?? 0) <= treffers.length * HOOGSTENS_DEEL
  return treffers.map((treffer) => {
    const door = treffer.door.filter(isZeldzaam)
    return door.length === 0 ? treffer : { ...treffer, door }
  })
}

/** Their own words in one reason, each once. */
function samen(redenen: readonly Reden[]): readonly Reden[] {
  const woorden = new Set(redenen.flatMap((reden) => (reden.soort === 'woorden' ? reden.woorden : [])))
  const rest = redenen.filter(({ soort }) => soort !== 'woorden')
  return woorden.size === 0 ? rest : [{ soort: 'woorden', woorden: [...woorden] }, ...rest]
}

function uitTreffer({ soort, id, ouder, door }: Treffer, waar: Vindplaats): readonly Voorstel[] {
  const redenen: readonly Reden[] = door.length === 0 ? [] : [{ soort: 'woorden', woorden: door }]
  if (soort === 'regeling') return vanRegeling(id, redenen, waar)
  if (soort === 'organisatie') {
    const organisatie = waar.organisatieBij(id)
    const { gebied } = organisatie ?? {}
    return organisatie === undefined || (gebied !== undefined && !waar.gebieden.includes(gebied))
      ? []
      : [vanOrganisatie(organisatie, redenen)]
  }
  const gebeurtenis = waar.corpus.gebeurtenissen.get(
    soort === 'stap' ? (ouder ?? '') : soort === 'gebeurtenis' ? id : '',
  )
  return gebeurtenis === undefined ? [] : [vanGebeurtenis(gebeurtenis, redenen)]
}

/** The schemes to look at again when it happens. */
function regelingenVan(gebeurtenis: Levensgebeurtenis, waar: Vindplaats): readonly Voorstel[] {
  return gebeurtenis.regelingen.flatMap((id) => vanRegeling(id, [{ soort: 'bij', gebeurtenis }], waar))
}

/** Where its steps are done. */
function stapplekkenVan(gebeurtenis: Levensgebeurtenis, waar: Vindplaats): readonly Voorstel[] {
  return gebeurtenis.stappen
    .filter(({ wie, gebied }) => wie === 'u' && (gebied === undefined || waar.gebieden.includes(gebied)))
    .flatMap((stap) => {
      const organisatie = waar.organisatieBij(stap.organisatie)
      return organisatie === undefined
        ? []
        : [vanOrganisatie(organisatie, [{ soort: 'stap', gebeurtenis, stap }])]
    })
}

function vanRegeling(
  id: string,
  redenen: readonly Reden[],
  { corpus, datum, gebieden }: Vindplaats,
): readonly Voorstel[] {
  const regeling = regelingOp(corpus, id, datum)
  if (regeling === undefined || !gebieden.includes(regeling.gebied)) return []
  return [{ soort: 'regeling', keuze: `regeling:${id}`, regeling, redenen }]
}

function vanGebeurtenis(gebeurtenis: Levensgebeurtenis, redenen: readonly Reden[]): Voorstel {
  return { soort: 'gebeurtenis', keuze: `gebeurtenis:${gebeurtenis.id}`, gebeurtenis, redenen }
}

function vanOrganisatie(organisatie: Organisatie, redenen: readonly Reden[]): Voorstel {
  return { soort: 'organisatie', keuze: `organisatie:${organisatie.id}`, organisatie, redenen }
}

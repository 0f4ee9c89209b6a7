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
    const redenen = [...(al?.redenen ?? []), ...voorstel.redenen].slice(0, HOOGSTENS_REDENEN)
    mand.set(voorstel.keuze, { ...(al ?? voorstel), redenen })
  }
  for (const treffer of treffers) for (const een of uitTreffer(treffer, waar)) leg(een)
  const gebeurtenissen = [...mand.values()].flatMap((een) =>
    een.soort === 'gebeurtenis' ? [een.gebeurtenis] : [],
  )
  for (const gebeurtenis of gebeurtenissen.slice(0, GEBEURTENISSEN_DIE_TELLEN))
    for (const een of uitGebeurtenis(gebeurtenis, waar)) leg(een)
  const regelingen = [...mand.values()].flatMap((een) => (een.soort === 'regeling' ? [een.regeling] : []))
  for (const regeling of regelingen.slice(0, HOOGSTENS.regeling)) {
    const organisatie = waar.organisatieBij(regeling.uitvoerder)
    if (organisatie !== undefined) leg(vanOrganisatie(organisatie, [{ soort: 'voert-uit', regeling }]))
  }
  return (['gebeurtenis', 'regeling', 'organisatie'] as const).flatMap((soort) =>
    [...mand.values()].filter((een) => een.soort === soort).slice(0, HOOGSTENS[soort]),
  )
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

/** The schemes to look at again when it happens, and who does its steps. */
function uitGebeurtenis(gebeurtenis: Levensgebeurtenis, waar: Vindplaats): readonly Voorstel[] {
  const regelingen = gebeurtenis.regelingen.flatMap((id) =>
    vanRegeling(id, [{ soort: 'bij', gebeurtenis }], waar),
  )
  const organisaties = gebeurtenis.stappen
    .filter(({ wie, gebied }) => wie === 'u' && (gebied === undefined || waar.gebieden.includes(gebied)))
    .flatMap((stap) => {
      const organisatie = waar.organisatieBij(stap.organisatie)
      return organisatie === undefined
        ? []
        : [vanOrganisatie(organisatie, [{ soort: 'stap', gebeurtenis, stap }])]
    })
  return [...regelingen, ...organisaties]
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

import { type Datum, type OrganisatieId, parseOrganisatieId } from '../../../domain/index.ts'
import {
  type Kanaal,
  type Keuze,
  kanalen,
  type ReisId,
  reizen,
  type Taal,
  talen,
} from '../../../ervaring/index.ts'
import { datumOp, plusDagen } from '../../../kalender/index.ts'

/** In weeks, up to and with today. */
export const periodes = [4, 13, 52] as const
export type Periode = (typeof periodes)[number]

export const eigenHuis = 'eigen-huis'

export interface Ervaringfilter {
  readonly weken: Periode
  readonly reis?: ReisId | undefined
  readonly kanaal?: Kanaal | undefined
  readonly taal?: Taal | undefined
  readonly organisatie?: OrganisatieId | typeof eigenHuis | undefined
}

const namen = ['weken', 'reis', 'kanaal', 'taal', 'organisatie'] as const

/** What stands after the `?` counts only when it is a word of ours or looks like an id. */
export function leesFilter(zoek: URLSearchParams): Ervaringfilter {
  const organisatie = zoek.get('organisatie')
  return {
    weken: periodes.find((een) => String(een) === zoek.get('weken')) ?? 13,
    reis: reizen.find(({ id }) => id === zoek.get('reis'))?.id,
    kanaal: kanalen.find((een) => een === zoek.get('kanaal')),
    taal: talen.find((een) => een === zoek.get('taal')),
    organisatie: organisatie === eigenHuis ? eigenHuis : parseOrganisatieId(organisatie ?? ''),
  }
}

/** For an address: what was chosen, and nothing else. */
export function filterdelen(filter: Ervaringfilter): Readonly<Record<string, string>> {
  return Object.fromEntries(
    namen.flatMap((naam) => {
      const waarde = filter[naam]
      return waarde === undefined ? [] : [[naam, String(waarde)]]
    }),
  )
}

/** For the same page in another language. */
export function zoekdeel(zoek: URLSearchParams): string {
  const delen = filterdelen(leesFilter(zoek))
  const uit = new URLSearchParams(Object.entries(delen).filter(([naam]) => zoek.has(naam)))
  return uit.size === 0 ? '' : `?${uit}`
}

export function keuzeVan(
  { weken, kanaal, taal, organisatie }: Ervaringfilter,
  nu: Date,
): Keuze & { tot: Datum } {
  const tot = plusDagen(datumOp(nu, 'Europe/Amsterdam'), 1)
  return { van: plusDagen(tot, -7 * weken), tot, kanaal, taal, organisatie }
}

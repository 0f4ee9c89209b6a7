import { parseOrganisatieId } from '../../../domain/index.ts'

/** Which messages somebody wants to see: words of ours and ids, never what they type. */
export interface Berichtfilter {
  readonly map: 'postvak' | 'archief'
  /** `ons`: of this installation itself. */
  readonly van?: string
  readonly alleenNieuw: boolean
}

/** What cannot be is not there. */
export function leesFilter(zoek: URLSearchParams): Berichtfilter {
  const van = zoek.get('van')
  const isVan = van === 'ons' || parseOrganisatieId(van) !== undefined
  return {
    map: zoek.get('map') === 'archief' ? 'archief' : 'postvak',
    ...(van !== null && isVan && { van }),
    alleenNieuw: zoek.get('stand') === 'nieuw',
  }
}

export function filterdelen({ map, van, alleenNieuw }: Berichtfilter): Readonly<Record<string, string>> {
  return {
    ...(map === 'archief' && { map }),
    ...(van !== undefined && { van }),
    ...(alleenNieuw && { stand: 'nieuw' }),
  }
}

/** For the other languages of the page. */
export function zoekdeel(zoek: URLSearchParams): string {
  const delen = new URLSearchParams(filterdelen(leesFilter(zoek)))
  return delen.size === 0 ? '' : `?${delen}`
}

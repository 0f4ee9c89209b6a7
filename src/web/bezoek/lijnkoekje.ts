import { koekregel, leesKoekje } from './sessiekoekje.ts'

/** A name of its own: says that this browser has something on a line, and opens nothing. */
const naam = 'lijn'

/** The number of a shift, or of a call that waits. */
export type Lijnkoekje =
  | { readonly soort: 'dienst'; readonly plek: string }
  | { readonly soort: 'oproep'; readonly beller: string }

export function lijnRegel(wat: Lijnkoekje, isHttps: boolean): string {
  return koekregel(naam, wat.soort === 'dienst' ? `d.${wat.plek}` : `o.${wat.beller}`, isHttps)
}

export function zonderLijnRegel(isHttps: boolean): string {
  return koekregel(naam, '', isHttps, 0)
}

export function lijnUit(header: string | undefined, isHttps: boolean): Lijnkoekje | undefined {
  const gelezen = /^([do])\.([A-Za-z0-9_-]{22})$/.exec(leesKoekje(header, naam, isHttps) ?? '')
  const [, soort, id] = gelezen ?? []
  if (id === undefined) return undefined
  return soort === 'd' ? { soort: 'dienst', plek: id } : { soort: 'oproep', beller: id }
}

import { koekregel, leesKoekje } from './sessiekoekje.ts'

/** A name of its own: the key of one call opens that call while it lasts, after that its note, and nothing else. */
const naam = 'gesprek'

/** Ends with the browser; until when the key holds is for the call to say. */
export function gesprekRegel(sleutel: string, isHttps: boolean): string {
  return koekregel(naam, sleutel, isHttps)
}

export function zonderGesprekRegel(isHttps: boolean): string {
  return koekregel(naam, '', isHttps, 0)
}

export function gespreksleutelUit(header: string | undefined, isHttps: boolean): string | undefined {
  return leesKoekje(header, naam, isHttps)
}

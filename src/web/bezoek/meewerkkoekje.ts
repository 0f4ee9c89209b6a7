import { koekregel, leesKoekje } from './sessiekoekje.ts'

/** Another name than those of residents and professionals: the key of an outside party opens one case and nothing else. */
const naam = 'meewerken'

/** Ends with the browser; until when the key itself holds is for the server to say. */
export function meewerkRegel(sleutel: string, isHttps: boolean): string {
  return koekregel(naam, sleutel, isHttps)
}

export function zonderMeewerkRegel(isHttps: boolean): string {
  return koekregel(naam, '', isHttps, 0)
}

export function meewerksleutelUit(header: string | undefined, isHttps: boolean): string | undefined {
  return leesKoekje(header, naam, isHttps)
}

import type { Meld } from './config-bestand.ts'

/** The TURN server through which calls go where browsers do not reach each other directly. */
export interface Turninstelling {
  readonly urls: readonly string[]
  readonly geheim: string
  readonly isAlleen: boolean
}

/** Named limit, in characters: whoever has the secret relays at our expense. */
const kortsteGeheim = 16

/** VOORDEUR_TURN_URLS, VOORDEUR_TURN_GEHEIM and VOORDEUR_TURN_ALLEEN; the first two together or neither. */
export function leesTurn(lees: (naam: string) => string | undefined, meld: Meld): Turninstelling | undefined {
  const urls = lees('VOORDEUR_TURN_URLS')?.split(/\s+/) ?? []
  const geheim = lees('VOORDEUR_TURN_GEHEIM')
  const alleen = lees('VOORDEUR_TURN_ALLEEN') ?? 'false'
  if (urls.some((url) => !/^turns?:[\w.[\]:-]+(\?transport=(tcp|udp))?$/.test(url)))
    meld('VOORDEUR_TURN_URLS', 'moet adressen noemen zoals turns:turn.gemeente.example:443?transport=tcp')
  if (alleen !== 'true' && alleen !== 'false') meld('VOORDEUR_TURN_ALLEEN', 'moet true of false zijn')
  if (urls.length > 0 && geheim === undefined)
    meld('VOORDEUR_TURN_GEHEIM', 'ontbreekt: het geheim dat de TURN-server ook kent')
  if (urls.length === 0 && (geheim !== undefined || alleen === 'true'))
    meld('VOORDEUR_TURN_URLS', 'ontbreekt: waar de TURN-server staat')
  if (geheim !== undefined && geheim.length < kortsteGeheim)
    meld('VOORDEUR_TURN_GEHEIM', `moet minstens ${kortsteGeheim} tekens lang zijn`)
  if (urls.length === 0 || geheim === undefined) return undefined
  return { urls, geheim, isAlleen: alleen === 'true' }
}

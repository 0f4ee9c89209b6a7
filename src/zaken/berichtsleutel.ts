import { deursleutel, type Kid, naamBijDeursleutel, type Sleutelring } from '../audit/index.ts'
import { parseOrganisatieId } from '../domain/index.ts'
import type { BronId } from './zaakgegevens.ts'

const gebruik = 'zaakberichten'

/**
 * What an organisation shows when it tells us something; opens the doors for messages of this one connection and
 * nothing else, as long as its number is that of the connection (`Aansluiting.sleutelnummer`).
 */
export function berichtsleutel(
  ring: Sleutelring,
  bron: BronId,
  welke: { readonly nummer?: number | undefined; readonly kid?: Kid } = {},
): string {
  return deursleutel(ring, gebruik, bron, welke)
}

/**
 * Who shows this; `undefined` for whatever we did not make, and for a key that was replaced.
 * @param nummerVan The number of the key that holds now; `undefined`: this one may bring nothing.
 */
export function afzenderVan(
  ring: Sleutelring,
  kop: string | undefined,
  nummerVan: (bron: BronId) => number | undefined,
): BronId | undefined {
  const naam = naamBijDeursleutel(ring, gebruik, kop, (wie) => {
    const bron = parseOrganisatieId(wie)
    return bron && nummerVan(bron)
  })
  return parseOrganisatieId(naam)
}

/** What an organisation that sends CloudEvents fills in: where it brings them, and what it shows there (`Authorization`). */
export interface Gebeurtenisadres {
  readonly naar: string
  readonly auth: string
}

/** @param hier Where sources reach us. */
export function gebeurtenisadres(
  ring: Sleutelring,
  hier: URL,
  bron: BronId,
  nummer: number | undefined,
): Gebeurtenisadres {
  const auth = berichtsleutel(ring, bron, { nummer })
  return { naar: new URL('/api/v1/gebeurtenisberichten', hier).href, auth }
}

import { deursleutel, type Kid, naamBijDeursleutel, type Sleutelring } from '../audit/index.ts'
import { parseOrganisatieId } from '../domain/index.ts'
import type { BronId } from './zaakgegevens.ts'

const gebruik = 'zaakberichten'

/** What an organisation shows when it tells us something; opens the doors for messages of this one connection and nothing else. */
export function berichtsleutel(ring: Sleutelring, bron: BronId, kid: Kid = ring.actief()): string {
  return deursleutel(ring, gebruik, bron, kid)
}

/** Who shows this; `undefined` for whatever we did not make. */
export function afzenderVan(ring: Sleutelring, kop: string | undefined): BronId | undefined {
  return parseOrganisatieId(naamBijDeursleutel(ring, gebruik, kop))
}

/** What an organisation that sends CloudEvents fills in: where it brings them, and what it shows there (`Authorization`). */
export interface Gebeurtenisadres {
  readonly naar: string
  readonly auth: string
}

/** @param hier Where sources reach us. */
export function gebeurtenisadres(ring: Sleutelring, hier: URL, bron: BronId): Gebeurtenisadres {
  return { naar: new URL('/api/v1/gebeurtenisberichten', hier).href, auth: berichtsleutel(ring, bron) }
}

import type { ZodType } from 'zod'
import type { Lezing } from './antwoord.ts'
import type { BronAntwoord } from './oproep.ts'
import type { Spoor } from './spoor.ts'

/** What every question has. */
interface Basisverzoek {
  /** What is asked, in a word: for the log. Never something about a person. */
  readonly handeling: string
  readonly methode: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below the base URL, without a leading slash. Nothing personal in it. */
  readonly pad: string
  readonly json?: unknown
  /** Instead of `json`: a form, as OAuth wants. */
  readonly formulier?: Readonly<Record<string, string>>
  /** Instead of `json`: bytes of some other kind. */
  readonly lichaam?: { readonly soort: string; readonly bytes: Uint8Array }
  /** May it be asked twice? A POST that only reads may; one that makes something only with a key that is recognised. */
  readonly isHerhaalbaar: boolean
  readonly spoor?: Spoor | undefined
  /** Beside those that every question has; small letters. */
  readonly koppen?: Readonly<Record<string, string>>
  /** For whom we ask, as this source may know it: goes to `aanmelden`. Never a number of a person. */
  readonly namens?: string | undefined
  /** Less time than the source has for everything together, for a question that is part of a larger one. */
  readonly totaalMs?: number | undefined
  /** Another largest size of the answer than the source has. */
  readonly maxBytes?: number | undefined
  /** A refusal that says in the shape of the standard why (`400`, `403`): read like a 2xx, and no fault. */
  readonly ookAntwoord?: readonly number[] | undefined
}

export interface BronVerzoek<T> extends Basisverzoek {
  readonly vorm: ZodType<T>
  /** Is this the answer to our question? Otherwise it counts as a fault of the source and nobody sees it. */
  readonly pastBij?: (inhoud: T) => boolean
}

/** A question to which the answer is no JSON, or of which the headers matter. */
export interface BronOproep<T> extends Basisverzoek {
  /** What we want to have; `application/json` when absent. */
  readonly accept?: string
  /** Of every 2xx, and of a 304 when `if-none-match` was sent along. */
  readonly lees: (antwoord: BronAntwoord) => Lezing<T>
}

export function lichaamVan({
  json,
  formulier,
  lichaam,
}: Pick<Basisverzoek, 'json' | 'formulier' | 'lichaam'>): {
  soort: string
  lichaam: string | Uint8Array | undefined
} {
  if (lichaam !== undefined) return { soort: lichaam.soort, lichaam: lichaam.bytes }
  if (formulier !== undefined) {
    return { soort: 'application/x-www-form-urlencoded', lichaam: new URLSearchParams(formulier).toString() }
  }
  const tekst = json === undefined ? undefined : JSON.stringify(json)
  return { soort: 'application/json; charset=utf-8', lichaam: tekst }
}

import { type Fout, naarProblem, ongeldig, ZgwFout } from '../fout.ts'

/** A request as it arrived, without a server around it. */
export interface ZgwVerzoek {
  readonly methode: string
  /** As the client called it, complete: references in the answer begin like it. */
  readonly adres: URL
  /** Names in small letters. */
  readonly koppen: Readonly<Record<string, string | undefined>>
  readonly lichaam: string
  /** The same as it came in, for what is no text: a part of a document. */
  readonly bytes?: Uint8Array
  /** The network address it came from, where it came over one. */
  readonly van?: string
}

export interface ZgwAntwoord {
  readonly status: number
  readonly koppen: Readonly<Record<string, string>>
  /** Empty for 204, 304 and HEAD. */
  readonly lichaam: string | Uint8Array
}

export function jsonAntwoord(
  status: number,
  inhoud: unknown,
  koppen: Readonly<Record<string, string>> = {},
): ZgwAntwoord {
  return {
    status,
    koppen: { 'content-type': 'application/json', ...koppen },
    lichaam: JSON.stringify(inhoud),
  }
}

export function foutAntwoord(fout: ZgwFout, uuid: string): ZgwAntwoord {
  const problem: Fout = naarProblem(fout, uuid)
  return {
    status: fout.status,
    koppen: { 'content-type': 'application/problem+json', ...fout.koppen },
    lichaam: JSON.stringify(problem),
  }
}

/** Named limit: a document in base64 and some more. */
const maxTekens = 16 * 1024 * 1024

export function leesJson({ koppen, lichaam }: ZgwVerzoek): unknown {
  if (!/^application\/json\s*(;|$)/i.test(koppen['content-type'] ?? '')) {
    throw new ZgwFout(415, 'unsupported_media_type', 'Stuur application/json.')
  }
  if (lichaam.length > maxTekens)
    throw new ZgwFout(413, 'request_entity_too_large', 'Het bericht is te groot.')
  try {
    return JSON.parse(lichaam)
  } catch {
    throw ongeldig({ name: 'nonFieldErrors', code: 'parse_error', reason: 'Dit is geen JSON.' })
  }
}

import { type Invoerfout, PlatformError } from '../errors.ts'

export const problemType = 'application/problem+json'

/** RFC 9457. `errors` is our extension: every fault in what was sent, each with a JSON Pointer (RFC 6901). */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  /** `urn:uuid:…` of the request: the same number stands in the log. */
  readonly instance: string
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
}

/** The detail of a fault on our side stays in the log; that of a fault in the request helps the sender. */
export function problemVan(fout: PlatformError, requestId: string): Problem {
  const isVanAfzender = fout.status < 500
  return {
    // A relative reference to our own explanation of the code (RFC 9457 §3.1.1 allows it).
    type: `/fouten#${fout.code}`,
    title: fout.publiek,
    status: fout.status,
    ...(isVanAfzender && fout.detail !== undefined ? { detail: fout.detail } : {}),
    instance: `urn:uuid:${requestId}`,
    ...(fout.fouten.length > 0 ? { errors: fout.fouten.map(toError) } : {}),
  }
}

function toError({ pointer, melding }: Invoerfout) {
  return { pointer, detail: melding }
}

/** What Fastify itself throws (bad JSON, too large, unknown type) gets one of our codes. */
export function platformErrorVan(fout: unknown): PlatformError {
  if (fout instanceof PlatformError) return fout
  const status = typeof fout === 'object' && fout !== null && 'statusCode' in fout ? fout.statusCode : 500
  const detail = fout instanceof Error ? fout.message : undefined
  const details = { cause: fout, ...(detail === undefined ? {} : { detail }) }
  if (status === 413) return new PlatformError('te-groot', details)
  if (status === 415) return new PlatformError('soort-onbekend', details)
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new PlatformError('verzoek-ongeldig', details)
  }
  return new PlatformError('onverwacht', details)
}

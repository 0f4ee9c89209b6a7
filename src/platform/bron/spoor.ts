import type { Toeval } from './wekker.ts'

/** W3C Trace Context, level 1: one number for the whole chain of calls, one for the call itself. */
export interface Spoor {
  readonly traceId: string
  readonly spanId: string
}

/** Only version 00 is written; of a later version the first four fields are read, as the standard asks (§3.2.4). */
export function leesSpoor(kop: string | undefined): Spoor | undefined {
  const delen = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/.exec(kop ?? '')
  const [, versie, traceId, spanId, rest] = delen ?? []
  if (traceId === undefined || spanId === undefined || versie === 'ff') return undefined
  if (versie === '00' && rest !== undefined) return undefined
  // All zeros is no number (§3.2.2.3, §3.2.2.4).
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined
  return { traceId, spanId }
}

export function nieuwSpoor(toeval: Toeval): Spoor {
  return { traceId: hex(toeval(16)), spanId: hex(toeval(8)) }
}

/** The same chain, one call further. */
export function vervolgSpoor(spoor: Spoor, toeval: Toeval): Spoor {
  return { traceId: spoor.traceId, spanId: hex(toeval(8)) }
}

/** Flag 01: this call is recorded. Processing of personal data is never sampled. */
export function traceparent({ traceId, spanId }: Spoor): string {
  return `00-${traceId}-${spanId}-01`
}

function hex(bytes: Uint8Array): string {
  const tekst = Buffer.from(bytes).toString('hex')
  // Chance gives all zeros once in 2^64 times; the standard forbids it.
  return /^0+$/.test(tekst) ? `${tekst.slice(1)}1` : tekst
}

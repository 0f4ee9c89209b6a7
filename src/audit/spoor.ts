import type { Toeval } from '../domain/index.ts'

/** Where in a chain of calls we are: W3C Trace Context, so that two organisations can lay their logs together. */
export interface Spoor {
  /** 16 bytes, hexadecimal. */
  readonly traceId: string
  /** 8 bytes, hexadecimal. */
  readonly spanId: string
  readonly ouderSpanId?: string
}

export function nieuwSpoor(toeval: Toeval, traceId = hex(toeval(16))): Spoor {
  return { traceId, spanId: hex(toeval(8)) }
}

/** One step deeper in the same trace. */
export function volgSpoor(ouder: Spoor, toeval: Toeval): Spoor {
  return { traceId: ouder.traceId, spanId: hex(toeval(8)), ouderSpanId: ouder.spanId }
}

/** Reads a `traceparent` header; what does not fit the standard is as if it was not there. */
export function leesTraceparent(kop: string | undefined): Spoor | undefined {
  const [, versie, traceId = '', spanId = ''] =
    /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/.exec(kop ?? '') ?? []
  if (versie === undefined || versie === 'ff' || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined
  return { traceId, spanId }
}

/** Always `sampled` (01): of processing nothing may be left out (Logboek Dataverwerkingen). */
export function traceparent({ traceId, spanId }: Spoor): string {
  return `00-${traceId}-${spanId}-01`
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

import { createHmac, timingSafeEqual } from 'node:crypto'
import { isUuid } from '../../domain/index.ts'

/**
 * Where a mail that cannot be delivered goes back to: an address of its own for each item (VERP), so that whatever
 * comes back says by its address alone what it is about. The tag is keyed: who does not know the key cannot make
 * somebody's mail look undelivered.
 */
export interface Retoursleutels {
  /** Keys for this use alone, the one in use first; older ones still recognise what was sent with them. */
  readonly sleutels: () => readonly Uint8Array[]
}

/** In bytes: nobody guesses eighty bits, and the whole stays below the 64 octets of RFC 5321 §4.5.3.1.1. */
const tagLengte = 10

/** The part before the @; `undefined` for an item whose id is no uuid. Small letters: not every server keeps others. */
export function retourmerk(zending: string, { sleutels }: Retoursleutels): string | undefined {
  const [sleutel] = sleutels()
  if (!isUuid(zending) || sleutel === undefined) return undefined
  return `b-${zending.replaceAll('-', '')}-${tagVan(zending, sleutel).toString('hex')}`
}

/** Finds the first mark of ours in a text, in whatever letters it came back. `undefined`: there is none. */
export function zendingIn(tekst: string, { sleutels }: Retoursleutels): string | undefined {
  for (const [, hex = '', tag = ''] of tekst.matchAll(
    /(?<![0-9a-z])b-([0-9a-f]{32})-([0-9a-f]{20})(?![0-9a-z])/gi,
  )) {
    const zending = hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    const gegeven = Buffer.from(tag, 'hex')
    if (sleutels().some((sleutel) => timingSafeEqual(tagVan(zending, sleutel), gegeven))) return zending
  }
  return undefined
}

function tagVan(zending: string, sleutel: Uint8Array): Buffer {
  return createHmac('sha256', sleutel).update(`retouradres|${zending}`).digest().subarray(0, tagLengte)
}

/**
 * What another node needs to hang up a telephone that this one dialled (RFC 3261 §12: the state of a dialogue), sealed: the
 * number of who was called can stand in it, and the database keeps it as long as they are on the line.
 */
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import { z } from 'zod'

export interface Sipdraad {
  readonly id: string
  readonly van: string
  readonly naar: string
  readonly doel: string
  readonly wegen: readonly string[]
  /** Of what was asked last in it. */
  readonly nr: number
}

const vorm = z.object({
  ...{ id: z.string(), van: z.string(), naar: z.string(), doel: z.string() },
  ...{ wegen: z.array(z.string()), nr: z.number() },
})
const [NONCE_BYTES, TAG_BYTES] = [12, 16]

/** `geheim`: the same on every node. `nonce`: 12 random bytes, never used twice. */
export function verzegelDraad(draad: Sipdraad, geheim: string, nonce: Uint8Array): string {
  const aes = createCipheriv('aes-256-gcm', sleutelVan(geheim), nonce)
  const cijfer = Buffer.concat([aes.update(JSON.stringify(draad), 'utf8'), aes.final()])
  return Buffer.concat([nonce, cijfer, aes.getAuthTag()]).toString('base64url')
}

/** `undefined`: made with another secret, or changed. */
export function openDraad(lijn: string, geheim: string): Sipdraad | undefined {
  const alles = Buffer.from(lijn, 'base64url')
  if (alles.length <= NONCE_BYTES + TAG_BYTES) return undefined
  const aes = createDecipheriv('aes-256-gcm', sleutelVan(geheim), alles.subarray(0, NONCE_BYTES))
  aes.setAuthTag(alles.subarray(-TAG_BYTES))
  try {
    const tekst = Buffer.concat([aes.update(alles.subarray(NONCE_BYTES, -TAG_BYTES)), aes.final()])
    return vorm.safeParse(JSON.parse(tekst.toString('utf8'))).data
  } catch {
    return undefined
  }
}

function sleutelVan(geheim: string): Buffer {
  return createHmac('sha256', geheim).update('voordeur telefoonlijn').digest()
}

import { hash } from 'node:crypto'
import { Zaad } from '../bevolking/toeval.ts'

/** The same key, the same number, on every machine. The `5` says that it was made of a name (RFC 9562). */
export function uuidVan(sleutel: string): string {
  const hex = hash('sha1', sleutel)
  const tekst = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  // One flat string instead of a rope of slices that each keep the whole: there are a hundred thousand of these.
  return Buffer.from(tekst, 'latin1').toString('latin1')
}

/** Whether something was made from the seed, and not by a client. */
export function isUitZaad(url: string): boolean {
  return url.at(-22) === '5'
}

export function zaadVan(sleutel: string): Zaad {
  return new Zaad(Number.parseInt(hash('sha1', sleutel).slice(0, 8), 16))
}

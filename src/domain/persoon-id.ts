declare const merk: unique symbol

/**
 * A person inside this installation, and nothing more: a random number with the moment of making in front
 * (UUIDv7, RFC 9562), so that new rows stand together in an index. It says nothing about who it is.
 */
export type PersoonId = string & { readonly [merk]: 'PersoonId' }

const vorm = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export function isUuid7(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && vorm.test(waarde)
}

export function parsePersoonId(waarde: unknown): PersoonId | undefined {
  if (!isUuid7(waarde)) return undefined
  // The pattern above is the proof of this cast.
  return waarde as PersoonId
}

/** Gives so many random bytes; passed in, like the clock. */
export type Toeval = (aantal: number) => Uint8Array

export function maakPersoonId(nu: Date, toeval: Toeval): PersoonId {
  // maakUuid7 gives what the pattern asks: see the test.
  return maakUuid7(nu, toeval) as PersoonId
}

const hexVan = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** 48 bits of milliseconds, then 74 random bits around version and variant. */
export function maakUuid7(nu: Date, toeval: Toeval): string {
  const bytes = Uint8Array.from(toeval(16))
  let ms = nu.getTime()
  for (let i = 5; i >= 0; i--) {
    bytes[i] = ms % 256
    ms = Math.floor(ms / 256)
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  let hex = ''
  for (const byte of bytes) hex += hexVan[byte]
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

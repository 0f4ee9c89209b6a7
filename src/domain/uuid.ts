const vorm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** In the one spelling that we keep: small letters. Of which version it is, is up to who made it. */
export function isUuid(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && vorm.test(waarde)
}

/** From outside: capitals mean the same (RFC 9562, section 4) and become the one spelling. `undefined`: no uuid. */
export function parseUuid(waarde: unknown): string | undefined {
  const klein = typeof waarde === 'string' ? waarde.toLowerCase() : undefined
  return isUuid(klein) ? klein : undefined
}

/** When a uuid of version 7 was made (RFC 9562, section 5.7), to the millisecond. */
export function momentVan(uuid7: string): Date {
  return new Date(Number.parseInt(uuid7.slice(0, 8) + uuid7.slice(9, 13), 16))
}

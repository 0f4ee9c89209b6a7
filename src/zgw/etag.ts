import { createHash } from 'node:crypto'

/** Strong: another representation (with `expand`, say) has another mark. */
export function maakEtag(lichaam: string): string {
  return `"${createHash('sha256').update(lichaam).digest('hex').slice(0, 32)}"`
}

/** RFC 9110 §13.1.2: a list, `*`, and weak marks, which compare by their value. */
export function isOngewijzigd(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((deel) => {
    const kaal = deel.trim()
    return kaal === '*' || kaal.replace(/^W\//, '') === etag
  })
}

/** Shapes of a request, and the words for what was given and what is expected. */
import { toonDatum } from './datum.ts'
import type { Feit } from './vocabulaire.ts'

/** A longer list is not repeated in a message. */
const MAX_GETOOND = 20

export function isObject(w: unknown): w is Obj {
  return typeof w === 'object' && w !== null && !Array.isArray(w)
}

/** Spells: a non-empty list of {vanaf, tot, waarde}. */
export function isPeriodes(w: unknown): w is Obj[] {
  return Array.isArray(w) && w.length > 0 && w.every((x) => isObject(x) && Object.hasOwn(x, 'waarde'))
}

/** A JSON number as a scaled integer, exactly as its digits say; undefined when it has more decimals. */
export function geschaald(n: number, decimalen: number): number | undefined {
  const x = n * 10 ** decimalen
  const r = Math.round(x)
  return Math.abs(x - r) < 1e-6 && Number.isSafeInteger(r) ? r : undefined
}

export function verwacht(f: Feit): string {
  switch (f.type) {
    case 'ja-nee':
      return 'true of false'
    case 'keuze':
      return `een van: ${f.opties.join(', ')}`
    case 'gebied':
      return f.id === 'waterschap'
        ? 'een code zoals WS0155'
        : 'een code zoals GM0363, of bonaire, saba, sint-eustatius'
    case 'datum':
      return `een datum van ${toonDatum(f.van)} tot en met ${toonDatum(f.tot)}`
    case 'geld':
      return `hele centen, van ${f.van} tot en met ${f.tot}`
    default:
      return `een getal van ${f.van / 10 ** f.decimalen} tot en met ${f.tot / 10 ** f.decimalen} (${f.eenheid})`
  }
}

export function ontsnap(s: string): string {
  return s.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 80)
}

/** What was given, as JSON, shortened; of a long list only its length, of a number beyond JSON its name. */
export function kort(w: unknown): string {
  if (Array.isArray(w) && w.length > MAX_GETOOND) return `een lijst van ${w.length}`
  const t = typeof w === 'number' ? String(w) : (JSON.stringify(w) ?? String(w))
  return t.length > 80 ? `${t.slice(0, 77)}…` : t
}

export type Obj = Record<string, unknown>

import { createHash } from 'node:crypto'

/** What somebody wrote or said, on its way in. */
export interface Woorden {
  readonly woorden: string
}

/**
 * Where such words stand: sealed, beside the events, and erasable. The hash is salted with what stands under the seal,
 * so that it proves which words were there and, once they are gone, says nothing.
 */
export interface Tekstverwijzing {
  readonly tekst: string
  readonly hash: string
}

/** Words as a reader gets them; `undefined` where they were erased. */
export type Gelezen = string | undefined

/** Named limit: of one text, in characters. */
export const HOOGSTENS_WOORDEN = 4_000

export function tekstverwijzing(id: string, zout: Uint8Array, woorden: string): Tekstverwijzing {
  return { tekst: id, hash: createHash('sha256').update(zout).update(woorden, 'utf8').digest('hex') }
}

/**
 * The same thing with something else in the place of each text. What words are is seen by their shape, `{ woorden }` or
 * `{ tekst, hash }`, so that a new kind of command or event needs no line here.
 */
export function vervangWoorden<V>(waarde: unknown, nieuw: (woorden: string) => V): unknown {
  return vervang(waarde, isWoorden, ({ woorden }) => nieuw(woorden))
}

export function vervangVerwijzingen<V>(waarde: unknown, nieuw: (tekst: Tekstverwijzing) => V): unknown {
  return vervang(waarde, isVerwijzing, nieuw)
}

/** Every text that a thing refers to. */
export function verwijzingenIn(waarde: unknown): readonly Tekstverwijzing[] {
  const gevonden: Tekstverwijzing[] = []
  vervangVerwijzingen(waarde, (tekst) => gevonden.push(tekst))
  return gevonden
}

function vervang<T extends object, V>(
  waarde: unknown,
  is: (een: object) => een is T,
  nieuw: (een: T) => V,
): unknown {
  if (Array.isArray(waarde)) return waarde.map((een) => vervang(een, is, nieuw))
  if (typeof waarde !== 'object' || waarde === null || waarde instanceof Date) return waarde
  if (is(waarde)) return nieuw(waarde)
  return Object.fromEntries(Object.entries(waarde).map(([naam, deel]) => [naam, vervang(deel, is, nieuw)]))
}

function isWoorden(waarde: object): waarde is Woorden {
  return 'woorden' in waarde && typeof waarde.woorden === 'string' && Object.keys(waarde).length === 1
}

function isVerwijzing(waarde: object): waarde is Tekstverwijzing {
  return (
    'tekst' in waarde &&
    'hash' in waarde &&
    typeof waarde.tekst === 'string' &&
    typeof waarde.hash === 'string' &&
    Object.keys(waarde).length === 2
  )
}

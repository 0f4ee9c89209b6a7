/**
 * What a visitor told about life events: a date and a few answers for each. Pure; where it is kept is not known here.
 * No answer to a question is «I do not know»: then a step stays, with the words for whom it is.
 */
import type { Levensgebeurtenis } from '../corpus/index.ts'
import { type Datum, parseDatum } from '../kalender/index.ts'

export interface Gegevens {
  readonly datum?: Datum
  /** By id of the question, the id of the answer. */
  readonly antwoorden: Readonly<Record<string, string>>
}

/** By id of the event; the one filled in last stands last. */
export type GegevensPerGebeurtenis = ReadonlyMap<string, Gegevens>

export const GEEN_GEGEVENS: Gegevens = { antwoorden: {} }

/** More than this at once is a matter for a desk; the oldest makes place. */
export const HOOGSTENS_GEBEURTENISSEN = 6
const HOOGSTENS_ID = 60

export function metGegevens(
  bestaand: GegevensPerGebeurtenis,
  id: string,
  gegevens: Gegevens,
): GegevensPerGebeurtenis {
  const rest = [...bestaand].filter(([ander]) => ander !== id)
  return new Map([...rest, [id, gegevens] as const].slice(-HOOGSTENS_GEBEURTENISSEN))
}

/** Only what this event asks: an event may have changed since somebody answered. */
export function passendeGegevens(gebeurtenis: Levensgebeurtenis, gegevens: Gegevens | undefined): Gegevens {
  const antwoorden: Record<string, string> = {}
  for (const { id, opties } of gebeurtenis.vragen) {
    const antwoord = gegevens?.antwoorden[id]
    if (antwoord !== undefined && opties.some((optie) => optie.id === antwoord)) antwoorden[id] = antwoord
  }
  return { ...(gegevens?.datum && { datum: gegevens.datum }), antwoorden }
}

/** Short, since it travels in a cookie: `[["kind-krijgen", "2026-03-14", { "getrouwd": "nee" }]]`. */
export function schrijfGegevens(gegevens: GegevensPerGebeurtenis): unknown {
  return [...gegevens].map(([id, { datum, antwoorden }]) => [id, datum ?? null, antwoorden])
}

/** Undefined when it is not what `schrijfGegevens` wrote. */
export function leesGegevens(waarde: unknown): GegevensPerGebeurtenis | undefined {
  if (waarde === undefined) return new Map()
  if (!Array.isArray(waarde) || waarde.length > HOOGSTENS_GEBEURTENISSEN) return undefined
  const gelezen = new Map<string, Gegevens>()
  for (const rij of waarde) {
    if (!Array.isArray(rij)) return undefined
    const [id, dag, antwoorden]: readonly unknown[] = rij
    if (!isId(id) || !isAntwoorden(antwoorden)) return undefined
    const datum = parseDatum(dag)
    if (dag !== null && datum === undefined) return undefined
    gelezen.set(id, { ...(datum && { datum }), antwoorden })
  }
  return gelezen
}

function isId(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && waarde.length <= HOOGSTENS_ID
}

function isAntwoorden(waarde: unknown): waarde is Readonly<Record<string, string>> {
  return (
    typeof waarde === 'object' &&
    waarde !== null &&
    !Array.isArray(waarde) &&
    Object.entries(waarde).length <= HOOGSTENS_GEBEURTENISSEN &&
    Object.entries(waarde).every(([vraag, antwoord]) => isId(vraag) && isId(antwoord))
  )
}

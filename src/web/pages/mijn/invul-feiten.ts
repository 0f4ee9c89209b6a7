import type { PersoonId } from '../../../domain/index.ts'
import { type BronId, bronIds, type HuishoudenVoorRechten } from '../../../inwoner/index.ts'
import { type Antwoorden, beantwoord, isBeantwoord, type Json, vergeet } from '../../../rechten/index.ts'
import type { Inhoud } from '../../bezoek/bezoek.ts'

/** Which answers came from which source. A source that is here may be used; another may not. */
export type UitBronnen = Readonly<Partial<Record<BronId, readonly string[]>>>

/**
 * Puts facts of one source among the answers. What the visitor answered stays as it is: they know better what they
 * meant, and a register may be behind.
 */
export function vulIn(
  antwoorden: Antwoorden,
  { huishouden, herkomst }: Pick<HuishoudenVoorRechten, 'huishouden' | 'herkomst'>,
  bron: BronId,
): { readonly antwoorden: Antwoorden; readonly paden: readonly string[] } {
  let nieuw = antwoorden
  const paden: string[] = []
  const zet = (pad: string, waarde: Json): void => {
    if (isBeantwoord(antwoorden, pad)) return
    nieuw = beantwoord(nieuw, pad, waarde)
    paden.push(pad)
  }
  for (const [pointer, { bron: uit }] of herkomst) {
    if (uit !== bron) continue
    const pad = `/huishouden${pointer}`
    const [, groep = '', sleutel] = pointer.split('/')
    const inhoud = huishouden[groep]
    if (sleutel !== undefined) {
      const waarde = isVelden(inhoud) ? inhoud[sleutel] : undefined
      if (isVast(waarde)) zet(pad, waarde)
    } else if (!isBeantwoord(antwoorden, pad)) zetMensen(pad, inhoud, zet)
  }
  return { antwoorden: nieuw, paden }
}

/** First how many, then what is known of each: only whole values, no ranges. */
function zetMensen(pad: string, inhoud: unknown, zet: (pad: string, waarde: Json) => void): void {
  const lijst = Array.isArray(inhoud) ? inhoud : inhoud === null ? [] : [inhoud]
  zet(pad, lijst.length)
  for (const [i, mens] of lijst.entries()) {
    const eigen = Array.isArray(inhoud) ? `${pad}/${i}` : pad
    for (const [naam, waarde] of Object.entries(isVelden(mens) ? mens : {}))
      if (isVast(waarde)) zet(`${eigen}/${naam}`, waarde)
  }
}

function isVast(waarde: unknown): waarde is string | number | boolean {
  return typeof waarde === 'string' || typeof waarde === 'number' || typeof waarde === 'boolean'
}

function isVelden(waarde: unknown): waarde is Readonly<Record<string, unknown>> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

/** Takes back what came from these sources; all of them when none is named. For the answer of a page. */
export function zonderBronnen(
  { antwoorden, uitBronnen }: Pick<Inhoud, 'antwoorden' | 'uitBronnen'>,
  bronnen: readonly BronId[] = bronIds,
): { readonly bewaar?: Antwoorden; readonly bewaarUitBronnen?: UitBronnen } {
  const weg = bronnen.filter((bron) => uitBronnen[bron] !== undefined)
  if (weg.length === 0) return {}
  const paden = weg.flatMap((bron) => uitBronnen[bron] ?? [])
  const over = Object.fromEntries(
    Object.entries(uitBronnen).filter(([bron]) => !weg.some((een) => een === bron)),
  )
  return { bewaar: vergeet(antwoorden, paden), bewaarUitBronnen: over }
}

/**
 * When somebody logs in: what a register said about whoever was here before does not stay in the same browser, also
 * when that one never logged out. Who only proves again who they are keeps what they had.
 */
export function bijInloggen(
  bezoek: Pick<Inhoud, 'antwoorden' | 'uitBronnen'>,
  vorige: PersoonId | undefined,
  nieuwe: PersoonId,
): ReturnType<typeof zonderBronnen> {
  return vorige === nieuwe ? {} : zonderBronnen(bezoek)
}

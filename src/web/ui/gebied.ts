import type { Corpus } from '../../engine/index.ts'
import type { Spraak } from './spraak.ts'

/** Kinds of places that share names: Groningen is a municipality and a province, Limburg also a water board. */
const SOORTEN: readonly string[] = ['gemeente', 'provincie', 'waterschap']

/** The name of a place, with its kind when another place has that name too: «Groningen (provincie)». */
export function gebiedsnaam({ t }: Spraak, gebieden: Corpus['gebieden'], code: string): string {
  const gebied = gebieden.get(code)
  if (!gebied) return code
  const { naam, soort } = gebied
  const isDubbel = [...gebieden.values()].some((ander) => ander.naam === naam && ander.code !== code)
  return isDubbel && SOORTEN.includes(soort) ? `${naam} (${t(`algemeen.gebied.${soort}`)})` : naam
}

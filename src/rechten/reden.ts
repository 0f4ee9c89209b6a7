import type { Uitkomst, UitlegStap, Verwijzing } from '../engine/index.ts'

/**
 * Pointers of the answers that an outcome rests on, in the order in which the law reads them, each once.
 * What was assumed is not in it: the outcome names its assumptions itself.
 */
export function gebruikteFeiten(uitkomst: Uitkomst): readonly string[] {
  const paden = new Set<string>()
  const loop = (stap: UitlegStap): void => {
    for (const verwijzing of stap.gebruikt) kijk(verwijzing)
  }
  const kijk = (verwijzing: Verwijzing): void => {
    if (verwijzing.soort === 'regel') loop(verwijzing.stap)
    if (verwijzing.soort === 'feit' && verwijzing.herkomst === 'opgegeven') paden.add(verwijzing.pad)
  }
  uitkomst.uitleg.stappen.forEach(loop)
  return [...paden]
}

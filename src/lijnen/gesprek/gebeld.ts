import { type Belgesprek, type Deelnemer, isVanMedewerker } from './belgesprek.ts'

export const UUR_MS = 3_600_000

export function isTelefoon({ partij }: Deelnemer): boolean {
  return partij.soort === 'telefoon'
}

/** How many telephones they had dialled since then, in all their calls. */
export function telGebeld(
  gesprekken: readonly Belgesprek[],
  { organisatie, medewerker }: { readonly organisatie: string; readonly medewerker: string },
  sindsMs: number,
): number {
  return gesprekken.reduce((som, { deelnemers }) => {
    const eigen = new Set(
      deelnemers.filter((een) => isVanMedewerker(een, organisatie, medewerker)).map(({ id }) => id),
    )
    const gebeld = deelnemers.filter(
      ({ partij }) =>
        partij.soort === 'telefoon' && eigen.has(partij.door ?? '') && (partij.gebeldMs ?? 0) > sindsMs,
    )
    return som + gebeld.length
  }, 0)
}

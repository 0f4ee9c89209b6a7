import { type Bedrijf, maakBedrijven } from './bedrijven.ts'
import { type Bekende, maakBekenden } from './bekenden.ts'
import { Bouwer } from './bouwer.ts'
import { type Levensloop, maakLevensloop } from './levensloop.ts'
import type { Huishouden, Persoon } from './persoon.ts'
import { plaatsen } from './plaatsen.ts'
import { coOuders, recepten } from './recepten.ts'

export interface Bevolking {
  readonly personen: readonly Persoon[]
  readonly huishoudens: readonly Huishouden[]
  /** People with a story, to log in as. */
  readonly bekenden: readonly Bekende[]
  /** Companies, with who acts for them. */
  readonly bedrijven: readonly Bedrijf[]
  readonly persoon: (nr: number) => Persoon
  readonly opBsn: (bsn: string) => Persoon | undefined
  readonly thuisVan: (persoon: Persoon) => Huishouden
  /** What happens to them from now on. */
  readonly levensloop: Levensloop
}

/** Households per place, besides the people with a story. */
const perPlaats = 9

/** The day on which everything below is true. */
export const peildatum = '2026-03-01'

/** The same people for the same seed, on every machine and every day. */
export function createBevolking(zaad = 20_260_301): Bevolking {
  const bouw = new Bouwer(zaad)
  const bekenden = maakBekenden(bouw)
  for (const [i, plaats] of plaatsen.entries()) {
    for (let j = 0; j < perPlaats; j++) recepten[(i * 5 + j) % recepten.length]?.(bouw, plaats)
    const elders = plaatsen[(i + 1) % 20]
    // On the islands nobody has the other parent across the ocean.
    if (elders !== undefined && plaats.land === undefined) coOuders(bouw, plaats, elders)
  }
  const { personen, huishoudens } = bouw
  const bsns = new Map<string | undefined, Persoon>(personen.map((persoon) => [persoon.bsn, persoon]))
  const haal = <T>(lijst: readonly T[], nr: number): T => {
    const gevonden = lijst[nr - 1]
    if (gevonden === undefined) throw new Error(`nummer ${nr} bestaat niet`)
    return gevonden
  }
  const vind = {
    persoon: (nr: number) => haal(personen, nr),
    thuisVan: ({ huishouden }: Persoon) => haal(huishoudens, huishouden),
  }
  return {
    personen,
    huishoudens,
    bekenden,
    bedrijven: maakBedrijven(bekenden),
    ...vind,
    opBsn: (bsn) => bsns.get(bsn),
    levensloop: maakLevensloop(bouw, vind, bsns),
  }
}

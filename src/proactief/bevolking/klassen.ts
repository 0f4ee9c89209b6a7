/** The classes in which households are counted, because they use what they have a right to more or less often. */
import type { VolleKolommen } from '../../engine/index.ts'
import type { Woordenlijst } from './ruimte.ts'

/** Who somebody is, as far as published figures of use tell them apart. The first that fits counts. */
export const GROEPEN = ['bijstand', 'pas-aow', 'ondernemer', 'overig'] as const
export type Groep = (typeof GROEPEN)[number]
/** `klein`: an amount of at most 50 euros a month. */
export const BANDEN = ['klein', 'groot'] as const
export type Band = (typeof BANDEN)[number]

export interface Klasse {
  readonly groep: Groep
  readonly band: Band
}

/** In the order of their numbers. */
export const KLASSEN: readonly Klasse[] = GROEPEN.flatMap((groep) => BANDEN.map((band) => ({ groep, band })))

export const KLEIN_CENTEN_PER_MAAND = 5000
const AOW_JAREN = 67
const PAS_JAREN = 3
const JAAR = 365.25
const [BIJSTAND, PAS_AOW, ONDERNEMER, OVERIG] = [0, 1, 2, 3]
/** The scheme whose right puts a household in the first group. */
export const BIJSTANDSREGELING = 'bijstand'

/** Where the facts stand that tell the groups apart. */
export interface Klassenvakken {
  readonly geboren: number
  readonly ondernemer: number
}

export function klassenvakken(w: Woordenlijst): Klassenvakken {
  const vak = (id: string) => w.feiten.find((f) => f.id === id && f.bij.includes('aanvrager'))?.slot ?? -1
  return { geboren: vak('geboortedatum'), ondernemer: vak('ondernemer') }
}

/** Number of the group of each household, but for the first: that follows from an outcome (`metBijstand`). */
export function vulGroepen(
  uit: Uint8Array,
  k: VolleKolommen,
  { geboren, ondernemer }: Klassenvakken,
  dag: number,
): void {
  const [laatst, eerst] = [dag - AOW_JAREN * JAAR, dag - (AOW_JAREN + PAS_JAREN) * JAAR]
  for (let h = 0; h < k.aantal; h++) {
    const i = k.begin[h] ?? 0
    const op = k.mens[geboren]?.[i] ?? 0
    if (op <= laatst && op > eerst) uit[h] = PAS_AOW
    else uit[h] = k.mens[ondernemer]?.[i] === 1 ? ONDERNEMER : OVERIG
  }
}

export function metBijstand(groepen: Uint8Array, uitkomst: Float64Array, aantal: number): void {
  for (let h = 0; h < aantal; h++) if ((uitkomst[h] ?? 0) > 0) groepen[h] = BIJSTAND
}

/** Of each class first how many households have a right, then cents in a year: twice as many numbers as classes. */
export function telKlassen(
  groepen: Uint8Array,
  uitkomst: Float64Array,
  aantal: number,
  { isBedrag, perJaar }: { readonly isBedrag: boolean; readonly perJaar: number },
): number[] {
  const uit = new Array<number>(2 * KLASSEN.length).fill(0)
  const klein = (KLEIN_CENTEN_PER_MAAND * 12) / perJaar
  for (let h = 0; h < aantal; h++) {
    const w = uitkomst[h] ?? 0
    if (!(w > 0)) continue
    const klasse = 2 * (groepen[h] ?? OVERIG) + (isBedrag && w <= klein ? 0 : 1)
    uit[klasse] = (uit[klasse] ?? 0) + 1
    if (isBedrag) uit[KLASSEN.length + klasse] = (uit[KLASSEN.length + klasse] ?? 0) + w * perJaar
  }
  return uit
}

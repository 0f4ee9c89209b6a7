/** A made-up company that tells the municipality of arrears. */
export interface Schuldeiser {
  /** As the installation calls it; also who signs. */
  readonly bron: string
  readonly soort: 'huur' | 'energie' | 'water' | 'zorg'
  readonly naam: string
  /** Whole cents. */
  readonly bedrag: number
  readonly dreiging: string
}

export const schuldeisers: readonly Schuldeiser[] = [
  {
    bron: 'demo-verhuurder',
    soort: 'huur',
    naam: 'Woonhuis Voorbeeld',
    bedrag: 134_000,
    dreiging: 'ontruiming',
  },
  { bron: 'demo-energie', soort: 'energie', naam: 'Stroom & Zo', bedrag: 41_250, dreiging: 'afsluiting' },
  { bron: 'demo-water', soort: 'water', naam: 'Waterbedrijf De Bron', bedrag: 9_630, dreiging: 'afsluiting' },
  {
    ...{ bron: 'demo-zorg', soort: 'zorg', naam: 'Zorgverzekeraar Zeker', bedrag: 31_780 },
    dreiging: 'einde-verzekering',
  },
]

/** Somebody of whom they can tell something. */
export interface Klant {
  readonly nr: number
  readonly naam: string
}

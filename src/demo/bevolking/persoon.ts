import type { Adres } from './plaatsen.ts'

export type Geslacht = 'M' | 'V' | 'O'

/** How a source misbehaves: for everybody, or for one person. */
export const storingen = ['weg', 'traag', 'hangt', 'fout-500', 'onzin', 'ander-persoon', 'half'] as const
export type Storing = (typeof storingen)[number]

export interface Tabelwaarde {
  readonly code: string
  readonly omschrijving: string
}

export interface Jaarinkomen {
  readonly jaar: number
  readonly centen: number
  /** Final, not yet final, or what is expected of the year that runs. */
  readonly status: 'vastgesteld' | 'voorlopig' | 'verwacht'
  readonly opDatum: string
}

export interface Inkomen {
  /** What the money comes from; the id of the organisation that knows. */
  readonly bronnen: readonly { readonly soort: Inkomenssoort; readonly organisatie: string }[]
  readonly valuta: 'EUR' | 'USD'
  readonly jaren: readonly Jaarinkomen[]
  /** On 1 January. */
  readonly vermogen: { readonly centen: number; readonly peildatum: string }
  readonly nettoPerMaand: { readonly centen: number; readonly maand: string }
}

export type Inkomenssoort =
  | 'loon'
  | 'winst'
  | 'aow'
  | 'pensioen'
  | 'bijstand'
  | 'studie'
  | 'uitkering'
  | 'aov'

export interface Persoon {
  readonly nr: number
  /** One of these, or none: then nobody can log in as this person. */
  readonly bsn?: string
  readonly eilandnummer?: string
  readonly eidas?: string
  readonly voornamen: string
  readonly voorvoegsel: string
  readonly geslachtsnaam: string
  readonly geslacht: Geslacht
  /** `1990-05-01`, or less when less is known: `1990-05`, `1990`, ``. */
  readonly geboren: string
  readonly geboorteland: Tabelwaarde
  readonly geboorteplaats: string
  readonly nationaliteit: Tabelwaarde
  readonly huishouden: number
  /** Since when at this address. */
  woontSinds: string
  partner?: { readonly nr: number; readonly soort: 'huwelijk' | 'partnerschap'; readonly sinds: string }
  /** A marriage that ended. */
  gehuwdGeweest?: {
    readonly sinds: string
    readonly tot: string
    readonly door: 'scheiding' | 'overlijden'
  }
  readonly ouders: number[]
  readonly kinderen: number[]
  /** Somebody under custody of a court decision, and who decides. */
  vertegenwoordigd?: {
    readonly soort: 'bewind' | 'curatele' | 'mentorschap'
    readonly door: number
    readonly sinds: string
  }
  overleden?: string
  isGeheim?: boolean
  /** The register doubts the address. */
  adresInOnderzoekSinds?: string
  onderneming?: { readonly kvk: string; readonly vestiging: string; readonly handelsnaam: string }
  inkomen?: Inkomen
  storing?: { readonly bron: 'brp' | 'inkomen'; readonly soort: Storing }
}

export interface Woning {
  readonly soort: 'huur' | 'koop' | 'inwonend'
  readonly isZelfstandig: boolean
  /** Per month; only of a rented home. */
  readonly kaleHuurCenten?: number
  readonly servicekostenCenten?: number
}

export interface Opvang {
  readonly kind: number
  readonly soort: 'dagopvang' | 'bso' | 'gastouder'
  readonly urenPerMaand: number
  readonly uurtariefCenten: number
}

export interface Huishouden {
  readonly nr: number
  readonly soort: string
  adres: Adres
  readonly woning: Woning
  /** Everybody registered at the address. */
  readonly leden: number[]
  readonly opvang: Opvang[]
  /** Children who live elsewhere half of the week, and the other parent's household. */
  coOuder?: { readonly huishouden: number; readonly dagenHier: number }
}

import type { Cents, PersoonId } from '../domain/index.ts'
import type { Gegeven } from './gegeven.ts'
import type { Verwerkingsbewijs } from './kluistoegang.ts'
import type { RegisterUitkomst } from './register.ts'

export interface Toetsingsinkomen {
  readonly jaar: number
  readonly bedrag: Cents
  /** Final; may still change; expected from the months so far. */
  readonly status: 'vastgesteld' | 'voorlopig' | 'verwacht'
}

/** Amounts in whole cents of `valuta`. What the register does not say is absent, never zero. */
export interface Inkomensgegevens {
  readonly valuta: 'EUR' | 'USD'
  /** One for each year, the latest first. */
  readonly toetsingsinkomens: readonly Gegeven<Toetsingsinkomen>[]
  readonly vermogen: Gegeven<Cents> | undefined
  readonly nettoMaandinkomen: Gegeven<Cents> | undefined
  /** What the money comes from, and which organisation knows. */
  readonly bronnen: readonly { readonly soort: string; readonly organisatie: string }[]
}

export interface InkomensRegister {
  readonly raadpleeg: (
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
  ) => Promise<RegisterUitkomst<Inkomensgegevens>>
}

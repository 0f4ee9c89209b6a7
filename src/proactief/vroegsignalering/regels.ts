/**
 * What the law says about signals of arrears, as data: which creditor may tell what, after which efforts of its own, and
 * how long what was told is kept. `opgesteld`: written here beside the text that `bron` names, and read by no lawyer.
 * `alleen-tekst`: not found in any text that could be read; it is a choice, and no page says that the law asks it.
 */
import type { Vertrouwen } from '../../engine/index.ts'
import type { Termijn } from '../../kalender/index.ts'

/** The activity in the register. */
export const vroegsignaalDoel = 'vroegsignalering'

export interface Grondslag {
  readonly wet: string
  /** Absent: the article was not found. */
  readonly artikel?: string
  readonly bron: string
  readonly vertrouwen: Vertrouwen
}

/** What a creditor does itself before it tells anybody. */
export const plichten = [
  /** Tried to speak to them in person, about how not to fall behind. */
  'persoonlijk-contact',
  /** Pointed them to help with debts. */
  'gewezen-op-hulp',
  /** At least one reminder in writing. */
  'herinnerd',
  /** Offered in it to pass on how they are reached, with their consent. */
  'doorgeven-aangeboden',
  /** They did not say no to that. */
  'niet-geweigerd',
] as const
export type Plicht = (typeof plichten)[number]

/** What may happen next, for which the law knows a shorter term (Wgs art. 4 lid 2). */
export const dreigingen = ['ontruiming', 'afsluiting', 'einde-verzekering'] as const
export type Dreiging = (typeof dreigingen)[number]

interface Soortregel {
  readonly plichten: readonly Plicht[]
  /** What can happen to them at this creditor. */
  readonly dreiging: Dreiging
  /** Whether the number by which it knows its customer may come along. */
  readonly magKlantnummer: boolean
  readonly grondslag: Grondslag
}

const alle = plichten

/** Of whom signals are taken in (Besluit gemeentelijke schuldhulpverlening art. 2 and 3). Others there are none. */
export const signaalsoorten = {
  huur: {
    plichten: alle,
    dreiging: 'ontruiming',
    magKlantnummer: false,
    grondslag: {
      wet: 'Besluit gemeentelijke schuldhulpverlening',
      artikel: '2',
      bron: 'Stb. 2020, 240, art. 2 onder a tot en met d',
      vertrouwen: 'opgesteld',
    },
  },
  energie: {
    plichten: alle,
    dreiging: 'afsluiting',
    // The older rule had it; whether the Energieregeling of 2026 has it too was not read.
    magKlantnummer: false,
    grondslag: {
      wet: 'Energieregeling',
      bron: 'NVVK, 26 januari 2026, over de Energieregeling: eerst persoonlijk contact; artikel niet gelezen',
      vertrouwen: 'alleen-tekst',
    },
  },
  water: {
    plichten: alle,
    dreiging: 'afsluiting',
    magKlantnummer: true,
    grondslag: {
      wet: 'Regeling afsluitbeleid voor kleinverbruikers van drinkwater',
      artikel: '3, 4 en 5',
      bron: 'BWBR0031481, tekst van 2012; latere wijzigingen niet gelezen',
      vertrouwen: 'opgesteld',
    },
  },
  zorg: {
    plichten: ['persoonlijk-contact', 'gewezen-op-hulp'],
    dreiging: 'einde-verzekering',
    magKlantnummer: false,
    grondslag: {
      wet: 'Besluit gemeentelijke schuldhulpverlening',
      artikel: '3',
      bron: 'toelichting bij Stcrt. 2021, 45719: art. 3 noemt de overige signalen; de plicht zelf niet gelezen',
      vertrouwen: 'alleen-tekst',
    },
  },
} as const satisfies Readonly<Record<string, Soortregel>>

export type Achterstandsoort = keyof typeof signaalsoorten

// The keys of a table that is written out above.
export const soortnamen = Object.keys(signaalsoorten) as readonly Achterstandsoort[]

export function soortregel(soort: Achterstandsoort): Soortregel {
  return signaalsoorten[soort]
}

interface Termijnregel {
  readonly termijn: Termijn
  readonly grondslag: Grondslag
}

const wgs4 = (lid: string): Grondslag => ({
  wet: 'Wet gemeentelijke schuldhulpverlening',
  artikel: `4 lid ${lid}`,
  bron: 'BWBR0031331',
  vertrouwen: 'opgesteld',
})

/** Within which the first talk takes place, from the day on which somebody says yes. */
export const gesprekstermijnen = {
  gewoon: { termijn: { aantal: 4, eenheid: 'weken' }, grondslag: wgs4('1') },
  dreiging: { termijn: { aantal: 3, eenheid: 'werkdagen' }, grondslag: wgs4('2') },
} as const satisfies Readonly<Record<string, Termijnregel>>

const eigenKeuze: Grondslag = {
  wet: 'Wet gemeentelijke schuldhulpverlening',
  artikel: '3 lid 1 onder b',
  bron: 'keuze van de verantwoordelijke: een termijn voor het aanbod zelf is niet gevonden',
  vertrouwen: 'alleen-tekst',
}

/** Within which the offer itself is made, from the day on which the signal came: what we ask of ourselves. */
export const aanbodtermijnen = {
  gewoon: { termijn: { aantal: 4, eenheid: 'weken' }, grondslag: eigenKeuze },
  dreiging: { termijn: { aantal: 3, eenheid: 'werkdagen' }, grondslag: eigenKeuze },
} as const satisfies Readonly<Record<string, Termijnregel>>

/**
 * How long it stays after the last thing that happened. No term was found in a text of law: these are choices of whoever
 * is responsible, and no longer than what is needed for the end that is named (AVG art. 5 lid 1 onder c en e).
 */
export const bewaartermijnen = {
  /** Nobody answered, or nobody looked yet. */
  open: { aantal: 6, eenheid: 'maanden' },
  /** Only that they said no, and to which creditor it was: so that nobody asks again. */
  afgewezen: { aantal: 6, eenheid: 'maanden' },
  /** Help goes on elsewhere, with what they told themselves. */
  aangenomen: { aantal: 4, eenheid: 'weken' },
  /** It was not right, was paid, or help ran already. */
  gesloten: { aantal: 4, eenheid: 'weken' },
  /** Nobody was found whom it is about. */
  apart: { aantal: 4, eenheid: 'weken' },
} as const satisfies Readonly<Record<string, Termijn>>

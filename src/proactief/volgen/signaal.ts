import type { Levensloopsoort } from './gebeurtenis.ts'
import { isZelfde, type Rechtsstand, type Verschil } from './herziening.ts'
import type { Tijdreden } from './tijdreden.ts'

/** A right that began, ended, or gives more or less: something to tell somebody. */
export const signaalsoorten = ['kans', 'einde', 'meer', 'minder'] as const
export type Signaalsoort = (typeof signaalsoorten)[number]

/** What somebody can say of it. */
export const signaalantwoorden = ['geregeld', 'niet-voor-mij', 'klopt-niet', 'hulp'] as const
export type Signaalantwoord = (typeof signaalantwoorden)[number]

/**
 * What came of it. `vervallen`: it turned out not to be so, and nobody had been told. `hersteld`: it turned out not to
 * be so after they were told, and they are told that too.
 */
export const signaalstanden = ['open', 'verteld', 'vervallen', 'hersteld', ...signaalantwoorden] as const
export type Signaalstand = (typeof signaalstanden)[number]

/** Why it was looked at: an event of a source, or time or the law itself. */
export type Aanleiding =
  | { readonly soort: Levensloopsoort; readonly bron: string; readonly melding: string }
  | { readonly soort: 'wet' }
  /** `door`: what made that day count; absent where it is not known. */
  | { readonly soort: 'tijd'; readonly door?: Tijdreden }

export interface Signaal {
  /** Of one that is kept: it stays the same through everything that becomes of it. */
  readonly id?: string
  readonly regeling: string
  readonly soort: Signaalsoort
  readonly stand: Signaalstand
  /** What somebody had, as far as we knew, before the first change that this is about. */
  readonly voor: Rechtsstand | undefined
  readonly na: Rechtsstand | undefined
  readonly aanleidingen: readonly Aanleiding[]
  /** The facts that said something else: which data, for whom it is about. */
  readonly gegevens: readonly string[]
}

/** `undefined`: no difference to speak of. Between unknown and no there is nothing to tell. */
export function soortVan(
  voor: Rechtsstand | undefined,
  na: Rechtsstand | undefined,
): Signaalsoort | undefined {
  const [had, heeft] = [voor?.recht === 'ja', na?.recht === 'ja']
  if (!had && heeft) return 'kans'
  // Not known any more is not ended.
  if (had && (na === undefined || na.recht === 'nee')) return 'einde'
  if (!had || !heeft) return undefined
  const [a, b] = [voor?.bedrag, na?.bedrag]
  if (a === undefined || b === undefined || a.per !== b.per || a.valuta !== b.valuta) return undefined
  return a.waarde === b.waarde ? undefined : a.waarde < b.waarde ? 'meer' : 'minder'
}

/**
 * The signals of one person after something was worked out anew. One scheme has at most one that runs: a second change
 * goes into it, and a change back to what was undoes it, also when it is a correction that came late.
 * `waaromVan`: per scheme, since what changed one of them may say nothing to another.
 * `isEerste`: nobody had looked before, so that nothing changed.
 */
export function verwerk(
  lopend: readonly Signaal[],
  verschillen: readonly Verschil[],
  waaromVan: (regeling: string) => Pick<Signaal, 'aanleidingen' | 'gegevens'>,
  { isEerste = false }: { readonly isEerste?: boolean } = {},
): readonly Signaal[] {
  if (isEerste) return lopend
  const uit = [...lopend]
  for (const { regeling, voor, na } of verschillen) {
    // What is not known for a while ends nothing, and nothing is said of it until it is known again.
    const waarom = waaromVan(regeling)
    const isUitzicht = isVoorNabestaande({ voor, na }, waarom.aanleidingen)
    if (na?.recht === 'onbekend' && !isUitzicht) continue
    const plek = uit.findLastIndex((een) => een.regeling === regeling && isLopend(een))
    const loopt = uit[plek]
    const vanaf = loopt === undefined ? voor : loopt.voor
    const soort = isUitzicht ? 'kans' : soortVan(vanaf, na)
    const rest = {
      regeling,
      voor: vanaf,
      na,
      aanleidingen: samen(loopt?.aanleidingen ?? [], waarom.aanleidingen),
      gegevens: [...new Set([...(loopt?.gegevens ?? []), ...waarom.gegevens])],
    }
    if (loopt === undefined) {
      if (soort !== undefined) uit.push({ ...rest, soort, stand: 'open' })
    } else if (soort === undefined || isZelfde(vanaf, na)) {
      uit[plek] = {
        ...loopt,
        ...rest,
        soort: loopt.soort,
        stand: loopt.stand === 'open' ? 'vervallen' : 'hersteld',
      }
    } else if (loopt.stand === 'open') uit[plek] = { ...loopt, ...rest, soort, stand: 'open' }
    // They were told of what is not so any more: what is so now is a message of its own.
    else uit.splice(plek, 1, { ...loopt, stand: 'hersteld' }, { ...rest, soort, stand: 'open' })
  }
  return uit
}

/**
 * What is written down of it holds, and only the body that decides knows the rest: as of Anw, whether the one who died was
 * insured. Of such a scheme nothing is said, but to who lost a partner, for whom it is there; and not of what they had.
 */
function isVoorNabestaande(
  { voor, na }: Pick<Verschil, 'voor' | 'na'>,
  aanleidingen: readonly Aanleiding[],
): boolean {
  return (
    voor?.recht !== 'ja' &&
    na?.voldoet === true &&
    aanleidingen.some(({ soort }) => soort === 'overlijden-partner')
  )
}

function isLopend({ stand }: Signaal): boolean {
  return stand === 'open' || stand === 'verteld'
}

/** Named limit: so many causes are kept, the newest: enough to say why, however many a source sends about one person. */
const hoogstensAanleidingen = 10

function samen(oud: readonly Aanleiding[], nieuw: readonly Aanleiding[]): readonly Aanleiding[] {
  const uniek = new Map([...oud, ...nieuw].map((een) => [JSON.stringify(een), een]))
  return [...uniek.values()].slice(-hoogstensAanleidingen)
}

/** Somebody says what it is to them. `undefined`: there is nothing to say any more. */
export function beantwoord(signaal: Signaal, antwoord: Signaalantwoord): Signaal | undefined {
  return signaal.stand === 'vervallen' || signaal.stand === 'hersteld'
    ? undefined
    : { ...signaal, stand: antwoord }
}

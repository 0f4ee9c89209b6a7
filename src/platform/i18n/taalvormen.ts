/** How numbers, money and dates are written in a language. */
export const talen = ['nl', 'en', 'pap'] as const
export type Taal = (typeof talen)[number]

export interface Taalvormen {
  /** Cents; whole amounts without cents: € 1.203 and € 12,50. Never converted: the currency is the scheme's own. */
  readonly geld: (cents: number, valuta: 'EUR' | 'USD') => string
  /** `2026-03-04` as 4 maart 2026. A day without time or zone stays that day. */
  readonly datum: (datum: string) => string
  /** A number or a decimal string, with the separators of the language and no decimals lost. */
  readonly getal: (getal: number | string) => string
  readonly getalvorm: (opties?: Intl.NumberFormatOptions) => Intl.NumberFormat
  readonly meervoud: (opties?: Intl.PluralRulesOptions) => Intl.PluralRules
}

/**
 * Which locale of Intl a language borrows. English is British (`en-BQ` would give American dates).
 * Papiamentu does not exist in Intl, except its plurals: numbers follow the Dutch of Bonaire, dates are our own.
 * Asking Intl for `pap` does not fail but silently gives the language of the machine.
 */
const locales: Readonly<Record<Taal, string>> = { nl: 'nl-NL', en: 'en-GB', pap: 'nl-BQ' }

/** As the spelling list writes them, in small letters. The glibc locales differ and have another currency. */
const maandenPap = [
  ...['yanüari', 'febrüari', 'mart', 'aprel', 'mei', 'yüni'],
  ...['yüli', 'ougùstùs', 'sèptèmber', 'òktober', 'novèmber', 'desèmber'],
] as const

export function taalvormen(taal: Taal): Taalvormen {
  gemaakt[taal] ??= maak(taal)
  return gemaakt[taal]
}

function maak(taal: Taal): Taalvormen {
  const locale = locales[taal]
  const getalvorm = onthoud((opties?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, opties))
  const dagvorm = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return {
    getalvorm,
    meervoud: onthoud((opties?: Intl.PluralRulesOptions) => new Intl.PluralRules(taal, opties)),
    geld: (cents, currency) => {
      const cijfers = cents % 100 === 0 ? 0 : 2
      return getalvorm({
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: cijfers,
        maximumFractionDigits: cijfers,
      }).format(toDecimaal(cents))
    },
    datum: (datum) => (taal === 'pap' ? datumPap(datum) : dagvorm.format(new Date(`${datum}T00:00:00Z`))),
    // A string keeps all its decimals: ECMA-402 formats it without going through a double.
    getal: (getal) => getalvorm({ maximumFractionDigits: 20 }).format(getal as `${number}`),
  }
}

/** `4 di aprel 2026`; the first day of a month is `promé di yanüari 2026`. */
function datumPap(datum: string): string {
  const [jaar, maand, dag] = datum.split('-').map(Number)
  return `${dag === 1 ? 'promé' : dag} di ${maandenPap[(maand ?? 0) - 1]} ${jaar}`
}

// Not cents / 100: above 2^53 / 100 the quotient is no longer exact.
function toDecimaal(cents: number): `${number}` {
  const teken = cents < 0 ? '-' : ''
  const cijfers = String(Math.abs(cents)).padStart(3, '0')
  // An optional sign, digits, a point and two digits: always a number.
  return `${teken}${cijfers.slice(0, -2)}.${cijfers.slice(-2)}` as `${number}`
}

// Making one costs some 20 microseconds, using one less than 1.
function onthoud<O extends object, T>(maakVorm: (opties?: O) => T): (opties?: O) => T {
  const vormen = new Map<string, T>()
  return (opties) => {
    const sleutel = JSON.stringify(opties) ?? ''
    const vorm = vormen.get(sleutel) ?? maakVorm(opties)
    vormen.set(sleutel, vorm)
    return vorm
  }
}

const gemaakt: Partial<Record<Taal, Taalvormen>> = {}

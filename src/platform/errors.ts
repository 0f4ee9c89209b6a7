/**
 * Operating errors: something outside the program is not as it should be. Each has a code from this
 * closed list; `docs/errors.md` explains the same codes and `errors.test.ts` compares both ways.
 * What is expected is a union, not an error; what is a mistake of ours is an ordinary `Error`.
 */
export const foutcodes = {
  'configuratie-ongeldig': { status: 500, publiek: 'Een instelling klopt niet.' },
  'poort-bezet': { status: 500, publiek: 'Het netwerkadres is al in gebruik.' },
  'datamap-onbruikbaar': { status: 500, publiek: 'De map voor de gegevens is niet te gebruiken.' },
  'sleutel-ontbreekt': { status: 500, publiek: 'Er ontbreekt een sleutel.' },
  'databank-onbereikbaar': { status: 503, publiek: 'De databank antwoordt niet.' },
  'databank-start-mislukt': { status: 500, publiek: 'De databank start niet.' },
  'databank-rechten': { status: 500, publiek: 'De databank staat iets niet toe.' },
  'migratie-mislukt': { status: 500, publiek: 'De databank kan niet worden bijgewerkt.' },
  'corpus-ongeldig': { status: 500, publiek: 'In de regelingen staan fouten.' },
  'verzoek-ongeldig': { status: 400, publiek: 'Wij begrijpen uw vraag niet.' },
  'niet-ingelogd': { status: 401, publiek: 'Log in om deze pagina te zien.' },
  'niveau-te-laag': { status: 401, publiek: 'Log in met een zekerder middel.' },
  'opnieuw-inloggen': { status: 401, publiek: 'Log opnieuw in om dit te doen.' },
  'geen-toegang': { status: 403, publiek: 'U mag deze pagina niet openen.' },
  'geen-toestemming': { status: 403, publiek: 'Hiervoor is geen toestemming gegeven.' },
  'gezag-voorbij': { status: 403, publiek: 'Het register zegt niet meer dat u dit kind vertegenwoordigt.' },
  'gezag-onbekend': { status: 503, publiek: 'Wij kunnen nu niet nakijken of u dit kind vertegenwoordigt.' },
  'kind-afgeschermd': { status: 403, publiek: 'De zaken van dit kind laten wij hier niet zien.' },
  'grond-ontbreekt': { status: 403, publiek: 'Zeg eerst waarom u kijkt.' },
  'grond-verlopen': { status: 403, publiek: 'Uw reden geldt niet meer.' },
  'andere-herkomst': { status: 403, publiek: 'Dit formulier kwam niet van onze website.' },
  'niet-gevonden': { status: 404, publiek: 'Deze pagina is er niet.' },
  'methode-onbekend': { status: 405, publiek: 'Dit kan niet op dit adres.' },
  'te-traag': { status: 408, publiek: 'Uw vraag kwam niet op tijd helemaal binnen.' },
  'te-groot': { status: 413, publiek: 'Wat u stuurt is te groot.' },
  'adres-te-lang': { status: 414, publiek: 'Dit adres is te lang.' },
  'soort-onbekend': { status: 415, publiek: 'Dit soort bestand kennen wij niet.' },
  'te-vaak': { status: 429, publiek: 'U deed dit te vaak achter elkaar. Probeer het straks opnieuw.' },
  'kopregels-te-groot': { status: 431, publiek: 'Uw browser stuurde te veel gegevens mee.' },
  'niet-gereed': { status: 503, publiek: 'Wij zijn nog niet klaar. Probeer het over een minuut.' },
  'te-druk': {
    status: 503,
    publiek:
      'Er komt nu te veel tegelijk binnen. Wat u stuurde, is niet bewaard. Stuur het straks nog een keer.',
  },
  onverwacht: { status: 500, publiek: 'Er ging iets mis bij ons. U deed niets fout.' },
} as const satisfies Record<string, { status: number; publiek: string }>

export type Foutcode = keyof typeof foutcodes

/** One fault in what was sent: where (JSON Pointer), what is wrong, and what would have been right. */
export interface Invoerfout {
  readonly pointer: string
  readonly melding: string
}

export interface FoutDetails {
  /** For the log and for the operator. Never with personal data. */
  readonly detail?: string
  /** For `verzoek-ongeldig`: every fault at once, so that nobody has to guess ten times. */
  readonly fouten?: readonly Invoerfout[]
  readonly cause?: unknown
  /** For `te-vaak` and `te-druk`: so long until it may be done again. */
  readonly wachtSeconden?: number
  /** For `te-vaak`: others on the same network count too. */
  readonly isGedeeld?: boolean
}

/** Caught in `web`, `api`, `cli`, `main.ts` and by the job runner; nowhere else. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError'
  readonly code: Foutcode
  readonly detail: string | undefined
  readonly fouten: readonly Invoerfout[]
  readonly wachtSeconden: number | undefined
  readonly isGedeeld: boolean

  constructor(code: Foutcode, details: FoutDetails = {}) {
    super(details.detail ?? foutcodes[code].publiek, { cause: details.cause })
    this.code = code
    this.detail = details.detail
    this.fouten = details.fouten ?? []
    this.wachtSeconden = details.wachtSeconden
    this.isGedeeld = details.isGedeeld === true
  }

  get status(): number {
    return foutcodes[this.code].status
  }

  get publiek(): string {
    return foutcodes[this.code].publiek
  }
}

/** The message of whatever was thrown; `catch` gives `unknown`. */
export function meldingVan(fout: unknown): string {
  if (fout instanceof AggregateError && fout.message === '') return fout.errors.map(meldingVan).join('; ')
  return fout instanceof Error ? fout.message : String(fout)
}

/** The system's code (ENOENT, EADDRINUSE) or SQLSTATE of whatever was thrown, if it has one. */
export function codeVan(fout: unknown): string | undefined {
  if (typeof fout !== 'object' || fout === null || !('code' in fout)) return undefined
  return typeof fout.code === 'string' ? fout.code : undefined
}

/** Closes a `switch` over a union: a new member then fails to compile here. */
export function assertNever(waarde: never): never {
  throw new Error(`onverwachte waarde: ${JSON.stringify(waarde)}`)
}

/** Faults as RFC 9457 writes them, in Dutch: what each code says here, and the faults of an input all at once. */
import { z } from 'zod'
import type { InvoerFout } from '../engine/index.ts'
import { type Foutcode, foutcodes, PlatformError } from '../platform/index.ts'
import { component } from './componenten.ts'

/** Faults named in one answer; the rest is counted. */
export const MAX_FOUTEN = 1_000

/** What each of our error codes says here; the codes and their statuses are those of the whole product. */
const teksten = {
  'verzoek-ongeldig': ['De invoer klopt niet', 'Verbeter de genoemde fouten en probeer het opnieuw.'],
  'niet-ingelogd': [
    'Geen geldige sleutel',
    'Stuur de sleutel van uw organisatie mee in de kopregel Authorization.',
  ],
  'geen-toegang': ['Geen toegang', 'U mag dit niet opvragen.'],
  'geen-toestemming': [
    'Geen toestemming',
    'Voor dit portaal is geen toestemming. Een inwoner geeft die zelf, bij ons op de pagina Andere portalen.',
  ],
  'niet-gevonden': [
    'Niet gevonden',
    'Op dit adres is niets. In /api/v1/openapi.json staat welke adressen er zijn.',
  ],
  'methode-onbekend': ['Deze methode kan hier niet', 'De kopregel Allow noemt wat hier wel kan.'],
  'te-traag': ['Het verzoek kwam niet op tijd binnen', 'Stuur het opnieuw, binnen 30 seconden.'],
  'te-groot': ['De inhoud is te groot', 'De inhoud mag hoogstens 1 MB zijn.'],
  'adres-te-lang': ['Het adres is te lang', 'Een deel van een adres mag hoogstens 100 tekens zijn.'],
  'soort-onbekend': [
    'Deze soort inhoud lezen wij niet',
    'Stuur JSON, met de kopregel Content-Type: application/json.',
  ],
  'te-vaak': ['Te vaak gevraagd', 'Wacht zo veel seconden als de kopregel Retry-After zegt.'],
  'kopregels-te-groot': ['De kopregels zijn te groot', 'De kopregels mogen samen hoogstens 16 kB zijn.'],
  'niet-gereed': ['Nog niet gereed', 'Probeer het over een minuut nog eens.'],
  onverwacht: ['Er ging iets mis bij ons', 'U deed niets fout. Probeer het later nog eens.'],
} as const satisfies Partial<Record<Foutcode, readonly [title: string, detail: string]>>

export type Probleemsoort = keyof typeof teksten

const tekst = z.string()

export const foutSchema = component(
  'Fout',
  z.object({
    in: z
      .enum(['body', 'query', 'path', 'header'])
      .meta({ description: 'Waar de fout zit: in de inhoud, het zoekdeel, het adres zelf of de kopregels.' }),
    pointer: tekst.optional().meta({
      description: 'JSON Pointer (RFC 6901) naar de plaats in de inhoud.',
      example: '/huishouden/kinderen/0/geboortedatum',
    }),
    parameter: tekst
      .optional()
      .meta({ description: 'Naam van de parameter, als de fout niet in de inhoud zit.', example: 'gebied' }),
    code: tekst.meta({ description: 'Vaste code van dit soort fout.', example: 'datum' }),
    detail: tekst.meta({
      description: 'Wat er mis is, in gewoon Nederlands.',
      example: 'Deze datum bestaat niet.',
    }),
    gegeven: tekst
      .optional()
      .meta({ description: 'Wat er stond, zo nodig ingekort.', example: '2026-02-30' }),
    verwacht: tekst.meta({ description: 'Wat hier had kunnen staan.', example: 'een datum als 2026-03-01' }),
  }),
)

export const probleemSchema = component(
  'Probleem',
  z.object({
    type: tekst.meta({
      description: 'Soort probleem: verwijst naar onze uitleg.',
      example: '/fouten#niet-gevonden',
    }),
    title: tekst.meta({ description: 'Korte naam van het probleem.', example: 'Niet gevonden' }),
    status: z.int().min(400).max(599).meta({ description: 'De HTTP-status, ook hier.', example: 404 }),
    detail: tekst.meta({
      description: 'Wat er mis is en wat u eraan doet.',
      example: 'Op dit adres is niets.',
    }),
    instance: tekst.meta({
      description: 'Kenmerk van dit verzoek, voor wie ons om hulp vraagt.',
      example: 'urn:uuid:0199d6a8-3f1c-7d7e-9a53-0b7c3f0e5a11',
    }),
  }),
)

export type Fout = z.infer<typeof foutSchema>
export type Probleem = z.infer<typeof probleemSchema> & { readonly errors?: readonly Fout[] }

/** Expected, so not an error of ours: a handler throws it to answer with a problem. */
export class ApiProbleem extends Error {
  override readonly name = 'ApiProbleem'
  readonly soort: Probleemsoort
  readonly errors: readonly Fout[]
  /** What helps at this route, where the sentence of all routes says too little. */
  readonly uitleg: string | undefined
  constructor(soort: Probleemsoort, errors: readonly Fout[] = [], uitleg?: string) {
    super(teksten[soort][0])
    this.soort = soort
    this.errors = errors
    this.uitleg = uitleg
  }
}

export function statusVan(soort: Probleemsoort): number {
  return foutcodes[soort].status
}

export function titelVan(soort: Probleemsoort): string {
  return teksten[soort][0]
}

export function invoerProbleem(fouten: readonly InvoerFout[]): ApiProbleem {
  return new ApiProbleem(
    'verzoek-ongeldig',
    fouten.map(({ pointer, code, melding, gegeven, verwacht }) => ({
      in: 'body',
      pointer,
      code,
      detail: melding,
      ...(gegeven === undefined ? {} : { gegeven }),
      verwacht,
    })),
  )
}

/** Whatever was thrown becomes one of our problems; what we did not foresee says nothing of the inside. */
export function apiProbleemVan(oorzaak: unknown): ApiProbleem {
  if (oorzaak instanceof ApiProbleem) return oorzaak
  if (oorzaak instanceof PlatformError) {
    const soort = isSoort(oorzaak.code) ? oorzaak.code : 'onverwacht'
    return new ApiProbleem(soort, soort === 'verzoek-ongeldig' ? buitenDeInhoud(oorzaak) : [])
  }
  // What Fastify throws before a handler runs carries its status.
  const status =
    typeof oorzaak === 'object' && oorzaak !== null && 'statusCode' in oorzaak ? oorzaak.statusCode : 500
  if (status === 413) return new ApiProbleem('te-groot')
  if (status === 415) return new ApiProbleem('soort-onbekend')
  if (status === 400) return invoerProbleem([LENGTE_KLOPT_NIET])
  return new ApiProbleem('onverwacht')
}

/** The kernel refuses a request before its body is read: the fault is in the address or in the headers. */
function buitenDeInhoud({ detail = 'Dit verzoek is niet te lezen.' }: PlatformError): Fout[] {
  return detail.startsWith('Dit adres')
    ? [
        {
          in: 'path',
          code: 'ongeldig-adres',
          detail,
          verwacht: 'een adres als /api/v1/regelingen/zorgtoeslag',
        },
      ]
    : [
        {
          in: 'header',
          code: 'ongeldig-verzoek',
          detail,
          verwacht: 'een verzoek volgens HTTP/1.1 (RFC 9112)',
        },
      ]
}

const LENGTE_KLOPT_NIET: InvoerFout = {
  pointer: '',
  code: 'onleesbaar',
  melding: 'De inhoud is niet te lezen.',
  verwacht: 'JSON in UTF-8, zo lang als de kopregel Content-Length zegt',
}

/** The body of the answer. `kenmerk` is the id of the request, a UUID; the log has the same. */
export function probleemVan({ soort, errors, uitleg }: ApiProbleem, kenmerk: string): Probleem {
  const [title, gewoon] = teksten[soort]
  const detail = uitleg ?? gewoon
  return {
    // A relative reference to our own explanation of the code (RFC 9457 §3.1.1 allows it).
    type: `/fouten#${soort}`,
    title,
    status: statusVan(soort),
    detail: errors.length === 0 ? detail : `${aantal(errors.length)} ${detail}`,
    instance: `urn:uuid:${kenmerk}`,
    ...(soort === 'verzoek-ongeldig' ? { errors: errors.slice(0, MAX_FOUTEN) } : {}),
  }
}

function isSoort(code: Foutcode): code is Probleemsoort {
  return Object.hasOwn(teksten, code)
}

function aantal(n: number): string {
  if (n > MAX_FOUTEN) return `Er zijn ${n} fouten; de eerste ${MAX_FOUTEN} staan hier.`
  return n === 1 ? 'Er is 1 fout.' : `Er zijn ${n} fouten.`
}

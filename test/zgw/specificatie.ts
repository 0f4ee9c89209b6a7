import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { z } from 'zod'

/** The published descriptions as contracts: see test/fixtures/zgw/README.md. */
export type Specificatie =
  | 'zaken'
  | 'catalogi'
  | 'documenten'
  | 'besluiten'
  | 'notificaties'
  | 'autorisaties'
  | 'webhook'

const parameterSchema = z.object({ name: z.string(), in: z.string() })
const inhoudSchema = z.record(z.string(), z.object({ schema: z.unknown() }))
const antwoordSchema = z.object({
  content: inhoudSchema.optional(),
  headers: z.record(z.string(), z.unknown()).optional(),
})
const operatieSchema = z.object({
  parameters: z.array(z.unknown()).optional(),
  requestBody: z.unknown().optional(),
  responses: z.record(z.string(), z.unknown()),
})
const beveiligingSchema = z.object({
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
})
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.record(z.string(), z.record(z.string(), z.unknown())),
})

type Document = z.infer<typeof documentSchema>

const documenten = new Map<Specificatie, Document>()
const toetsen = new Map<string, ValidateFunction>()

/** Every implementation gives a list here; the file says text. */
const fouteTeksten = new Set(['informatieobjecttypen', 'zaaktypen'])

const formaten: Readonly<Record<string, RegExp>> = {
  uri: /^https?:\/\/\S+$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  duration: /^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/,
  email: /^[^@\s]+@[^@\s]+$/,
}

/** Of one operation: the names of its query parameters. */
export function vraagparameters(spec: Specificatie, methode: string, pad: string): string[] {
  const document = lees(spec)
  const item = document.paths[pad] ?? {}
  const operatie = operatieSchema.parse(item[methode])
  const delen = [...z.array(z.unknown()).parse(item.parameters ?? []), ...(operatie.parameters ?? [])]
  return delen
    .map((deel) => parameterSchema.parse(los(document, deel)))
    .filter((deel) => deel.in === 'query')
    .map(({ name }) => name)
}

/** The path of the file that an address is of: `/zaken/{uuid}`. A written part goes before one that may be anything. */
export function sjabloonVan(spec: Specificatie, pad: string): string | undefined {
  const delen = pad.split('/')
  const past = Object.keys(lees(spec).paths).filter((sjabloon) => {
    const wil = sjabloon.split('/')
    return wil.length === delen.length && wil.every((deel, i) => deel.startsWith('{') || deel === delen[i])
  })
  return past.sort((a, b) => a.split('{').length - b.split('{').length)[0]
}

export function heeftOperatie(spec: Specificatie, methode: string, pad: string): boolean {
  return lees(spec).paths[pad]?.[methode] !== undefined
}

/** The scopes of which one is needed, as the file writes them: alone, or `(een | ander)`. */
export function scopesVan(spec: Specificatie, methode: string, pad: string): string[] {
  const gelezen = beveiligingSchema.safeParse(lees(spec).paths[pad]?.[methode])
  const genoemd = (gelezen.data?.security ?? []).flatMap((deel) => Object.values(deel).flat())
  return genoemd
    .flatMap((tekst) => tekst.replace(/[()]/g, '').split('|'))
    .map((deel) => deel.trim())
    .sort()
}

/** Every path with its methods in capitals. */
export function operatiesVan(spec: Specificatie): [string, string[]][] {
  return Object.entries(lees(spec).paths).map(([pad, item]) => [
    pad,
    Object.keys(item)
      .filter((naam) => /^(get|head|post|put|patch|delete)$/.test(naam))
      .map((naam) => naam.toUpperCase()),
  ])
}

/** Fails with every difference between an answer and the description of it. */
export function eisAntwoord(
  spec: Specificatie,
  methode: string,
  pad: string,
  { status, koppen, inhoud }: { status: number; koppen: Readonly<Record<string, string>>; inhoud: unknown },
): void {
  const document = lees(spec)
  const operatie = operatieSchema.parse(document.paths[pad]?.[methode])
  const beschreven = operatie.responses[String(status)] ?? uitDeTekst(document, methode, pad, status)
  assert.ok(beschreven !== undefined, `${methode} ${pad}: ${status} staat niet in de specificatie`)
  const { content, headers } = antwoordSchema.parse(los(document, beschreven))
  for (const naam of Object.keys(headers ?? {})) {
    assert.ok(
      koppen[naam.toLowerCase()] !== undefined,
      `${methode} ${pad} ${status}: header ${naam} ontbreekt`,
    )
  }
  if (content === undefined) return
  const soort = (koppen['content-type'] ?? '').split(';')[0] ?? ''
  const vorm = content[soort]
  assert.ok(vorm !== undefined, `${methode} ${pad} ${status}: ${soort} staat niet in de specificatie`)
  if (soort === 'application/octet-stream') return
  // One of the known faults: see test/fixtures/zgw/README.md.
  const isEen = pad === '/applicaties/consumer' && status === 200
  eis(spec, `${methode} ${pad} ${status}`, vorm.schema, isEen ? [inhoud] : inhoud)
}

/** What the prose of the standard asks and the file left out: what a delete answers, and what POST gives back. */
function uitDeTekst(document: Document, methode: string, pad: string, status: number): unknown {
  const schema = { $ref: '#/components/schemas/ValidatieFout' }
  if (status === 400 && methode === 'delete') return { content: { 'application/problem+json': { schema } } }
  if (status === 204 && methode === 'delete') return {}
  if (status === 201 && methode === 'post') {
    return operatieSchema.safeParse(document.paths[pad]?.post).data?.responses['200']
  }
  return undefined
}

/** The same for the body of a request. */
export function eisVerzoek(spec: Specificatie, methode: string, pad: string, inhoud: unknown): void {
  const document = lees(spec)
  const { requestBody } = operatieSchema.parse(document.paths[pad]?.[methode])
  const { content } = antwoordSchema.parse(los(document, requestBody))
  eis(spec, `${methode} ${pad} verzoek`, content?.['application/json']?.schema, inhoud)
}

function eis(spec: Specificatie, naam: string, schema: unknown, inhoud: unknown): void {
  const isVerzoek = naam.endsWith(' verzoek')
  const sleutel = `${spec} ${naam}`
  const toets = toetsen.get(sleutel) ?? maakToets(spec, schema, isVerzoek)
  toetsen.set(sleutel, toets)
  if (toets(inhoud)) return
  const fouten = (toets.errors ?? []).map(
    (fout) => `${fout.instancePath} ${fout.message ?? ''} ${JSON.stringify(fout.params)}`,
  )
  assert.fail(`${naam}\n${fouten.join('\n')}\n${JSON.stringify(inhoud).slice(0, 800)}`)
}

function maakToets(spec: Specificatie, schema: unknown, isVerzoek: boolean): ValidateFunction {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    formats: formaten,
    logger: false,
    unicodeRegExp: false,
  })
  const { components } = lees(spec)
  const heel = { allOf: [schema], components: { schemas: components.schemas ?? {} } }
  return ajv.compile(vertaal(heel, isVerzoek, '') as object)
}

/** OpenAPI 3.0 to JSON Schema: `nullable`, and what a server fills is not asked of a client. */
function vertaal(deel: unknown, isVerzoek: boolean, naam: string): unknown {
  if (Array.isArray(deel)) return deel.map((binnen) => vertaal(binnen, isVerzoek, ''))
  if (typeof deel !== 'object' || deel === null) return deel
  // Not null and no list: an object with names.
  const bron = deel as Readonly<Record<string, unknown>>
  const uit: Record<string, unknown> = {}
  for (const [sleutel, waarde] of Object.entries(bron)) {
    if (sleutel === 'nullable' || sleutel === 'discriminator' || sleutel === 'readOnly') continue
    if (sleutel === 'properties') {
      uit[sleutel] = Object.fromEntries(
        Object.entries(z.record(z.string(), z.unknown()).parse(waarde)).map(([veld, binnen]) => [
          veld,
          vertaal(binnen, isVerzoek, veld),
        ]),
      )
    } else if (sleutel === 'required' && Array.isArray(waarde) && isVerzoek) {
      uit[sleutel] = waarde.filter((veld) => !isVanServer(bron, String(veld)))
    } else if (sleutel === '$ref') uit[sleutel] = String(waarde).replaceAll('/oneOf/', '/anyOf/')
    else uit[sleutel === 'oneOf' ? 'anyOf' : sleutel] = vertaal(waarde, isVerzoek, '')
  }
  if (fouteTeksten.has(naam) && uit.type === 'string') return { type: 'array', items: { type: 'string' } }
  return bron.nullable === true ? { anyOf: [uit, { type: 'null' }] } : uit
}

function isVanServer({ properties }: Readonly<Record<string, unknown>>, veld: string): boolean {
  const velden = z.record(z.string(), z.unknown()).catch({}).parse(properties)
  return z.object({ readOnly: z.literal(true) }).safeParse(velden[veld]).success
}

function lees(spec: Specificatie): Document {
  const bestaand = documenten.get(spec)
  if (bestaand !== undefined) return bestaand
  const bestand = join(import.meta.dirname, '..', 'fixtures', 'zgw', `${spec}.json`)
  const document = documentSchema.parse(JSON.parse(readFileSync(bestand, 'utf8')))
  documenten.set(spec, document)
  return document
}

function los(document: Document, deel: unknown): unknown {
  const { data } = z.object({ $ref: z.string() }).safeParse(deel)
  if (data === undefined) return deel
  const [, soort = '', naam = ''] = /^#\/components\/([^/]+)\/(.+)$/.exec(data.$ref) ?? []
  return document.components[soort]?.[naam]
}

/**
 * JSON Schema 2020-12 written as OpenAPI 3.0 does: nullable instead of a type null, enum instead of const, no
 * keywords it does not have. What cannot be said is left out; the schema then allows more, never less.
 */

export type Schema = { [sleutel: string]: unknown }

/** Keywords that OpenAPI 3.0 shares with JSON Schema as they are (OpenAPI 3.0.3 §4.7.24). */
const GELIJK = new Set([
  'title',
  'description',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'multipleOf',
  'required',
  'enum',
  'default',
  'minimum',
  'maximum',
  'example',
  'deprecated',
  'readOnly',
  'nullable',
])

/** `$defs` become components of their own, named by `naam`. */
export function naarOpenApi(schema: unknown, naam: (def: string) => string): Schema {
  if (!isSchema(schema)) return {}
  if (typeof schema.$ref === 'string') {
    const def = /^#\/\$defs\/(.+)$/.exec(schema.$ref)?.[1]
    return { $ref: def === undefined ? schema.$ref : `#/components/schemas/${naam(def)}` }
  }
  const uit: Schema = {}
  const zet = (sleutel: string, waarde: unknown): void => {
    uit[sleutel] = waarde
  }
  for (const [sleutel, waarde] of Object.entries(schema)) {
    if (GELIJK.has(sleutel) || sleutel.startsWith('x-')) zet(sleutel, waarde)
    else if (sleutel === 'type') zetType(uit, waarde)
    else if (sleutel === 'const') zet('enum', [waarde])
    else if (sleutel === 'examples' && Array.isArray(waarde) && waarde.length > 0) zet('example', waarde[0])
    else if (sleutel === 'properties' && isSchema(waarde)) zet(sleutel, perSleutel(waarde, naam))
    else if (sleutel === 'items' || sleutel === 'not') zet(sleutel, naarOpenApi(waarde, naam))
    else if (sleutel === 'additionalProperties')
      zet(sleutel, isSchema(waarde) ? naarOpenApi(waarde, naam) : waarde)
    else if (sleutel === 'allOf' && Array.isArray(waarde))
      zet(
        sleutel,
        waarde.map((s) => naarOpenApi(s, naam)),
      )
    else if ((sleutel === 'anyOf' || sleutel === 'oneOf') && Array.isArray(waarde))
      zetKeuze(uit, sleutel, waarde, naam)
    else if (sleutel === 'exclusiveMinimum' && typeof waarde === 'number')
      Object.assign(uit, { minimum: waarde, exclusiveMinimum: true })
    else if (sleutel === 'exclusiveMaximum' && typeof waarde === 'number')
      Object.assign(uit, { maximum: waarde, exclusiveMaximum: true })
  }
  // A list without the kind of its items is not valid in 3.0.
  if (uit.type === 'array' && uit.items === undefined) zet('items', {})
  return uit
}

export function isSchema(waarde: unknown): waarde is Schema {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

function perSleutel(properties: Schema, naam: (def: string) => string): Schema {
  return Object.fromEntries(Object.entries(properties).map(([sleutel, s]) => [sleutel, naarOpenApi(s, naam)]))
}

function zetType(uit: Schema, type: unknown): void {
  const soorten: unknown[] = Array.isArray(type) ? type : [type]
  const echte = soorten.filter((s) => s !== 'null')
  if (echte.length < soorten.length) uit.nullable = true
  if (echte.length === 1) uit.type = echte[0]
  else if (echte.length > 1)
    uit.anyOf = echte.map((s) => (s === 'array' ? { type: s, items: {} } : { type: s }))
}

/** A choice with «null» in it is the choice without, and nullable. */
function zetKeuze(
  uit: Schema,
  sleutel: string,
  keuzes: readonly unknown[],
  naam: (def: string) => string,
): void {
  const isNull = (s: unknown): boolean => isSchema(s) && s.type === 'null'
  const rest = keuzes.filter((s) => !isNull(s)).map((s) => naarOpenApi(s, naam))
  if (rest.length < keuzes.length) {
    // `nullable` has no effect beside a $ref, nor without a type (OpenAPI 3.0.3 proposal 2019-10-31).
    rest.push({ type: 'object', nullable: true, enum: [null] })
  }
  uit[sleutel] = rest
}

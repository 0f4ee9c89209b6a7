import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { type BestandSoort, soortVan } from './bestand.ts'
import { leesMap } from './map-lezen.ts'

const CORPUS = join(import.meta.dirname, '../../corpus')
const SCHEMAS = join(CORPUS, 'schema')

function laadSchemas(): Ajv2020 {
  // strictTypes off: `number of string` is meant here. Formats are for editors; they are not a dependency.
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
    validateFormats: false,
    allowUnionTypes: true,
  })
  for (const naam of readdirSync(SCHEMAS)) {
    const schema: AnySchemaObject = JSON.parse(readFileSync(join(SCHEMAS, naam), 'utf8'))
    ajv.addSchema(schema, naam)
  }
  return ajv
}

function keurder(ajv: Ajv2020, soort: BestandSoort): ValidateFunction {
  const keur = ajv.getSchema(`${soort}.json`)
  assert.ok(keur, `er is geen corpus/schema/${soort}.json`)
  return keur
}

test('every shipped file is as its published JSON Schema says', () => {
  const ajv = laadSchemas()
  const fouten: string[] = []
  let aantal = 0
  for (const { bestand, tekst } of leesMap(CORPUS)) {
    const soort = soortVan(bestand)
    assert.ok(soort, bestand)
    const keur = keurder(ajv, soort)
    aantal += 1
    if (keur(parse(tekst))) continue
    for (const fout of keur.errors ?? []) {
      fouten.push(`${bestand} ${fout.instancePath} ${fout.message} ${JSON.stringify(fout.params)}`)
    }
  }
  assert.deepEqual(fouten, [])
  assert.ok(aantal > 0)
})

test('a schema tells an editor about every field: each property has a description', () => {
  const zonder: string[] = []
  for (const naam of readdirSync(SCHEMAS)) {
    const loop = (deel: unknown, pad: string): void => {
      if (typeof deel !== 'object' || deel === null) return
      if ('properties' in deel && typeof deel.properties === 'object' && deel.properties !== null) {
        for (const [veld, schema] of Object.entries(deel.properties)) {
          const taal = ['nl', 'en', 'pap'].includes(veld)
          if (!taal && !('description' in schema)) zonder.push(`${pad}/${veld}`)
        }
      }
      for (const [sleutel, kind] of Object.entries(deel)) loop(kind, `${pad}/${sleutel}`)
    }
    loop(JSON.parse(readFileSync(join(SCHEMAS, naam), 'utf8')), naam)
  }
  assert.deepEqual(zonder, [])
})

test('the schema of a law file refuses what an author easily gets wrong', () => {
  const keur = keurder(laadSchemas(), 'regeling')
  const goed = {
    id: 'a',
    vanaf: '2026-01-01',
    vult_in: 'b',
    parameters: { p: { waarde: 1, eenheid: 'EUR', bron: 'x' } },
  }
  assert.ok(keur(goed), JSON.stringify(keur.errors))
  assert.ok(!keur({ ...goed, vanaf: '1 januari 2026' }))
  assert.ok(!keur({ ...goed, parameters: { p: { waarde: 1, eenheid: 'EUR' } } }), 'a figure without a source')
  assert.ok(!keur({ ...goed, parameter: {} }), 'a name that does not exist')
  assert.ok(!keur({ id: 'a', vanaf: '2026-01-01' }), 'a scheme without anything')
})

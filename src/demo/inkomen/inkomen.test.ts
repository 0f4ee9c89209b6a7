import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { startDemo } from '../index.ts'

const docs = join(import.meta.dirname, '..', '..', '..', 'docs')

function document(naam: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(docs, naam), 'utf8'))
}

/** Holds an answer against one of the schemas of a published contract. */
function vorm(naam: string, schema: string) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema(document(naam), 'contract')
  const check = ajv.compile({ $ref: `contract#/components/schemas/${schema}` })
  return (json: unknown) => {
    check(json)
    assert.deepEqual(check.errors ?? [], [])
  }
}

async function opstelling(t: TestContext) {
  const demo = await startDemo({ nu: () => new Date('2026-03-01T10:00:00Z') })
  t.after(demo.sluit)
  const vraag = async (pad: string, json?: unknown, bron = demo.inkomen) => {
    const antwoord = await fetch(`${bron.url}/${pad}`, {
      method: json === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': bron.sleutel },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    })
    return { status: antwoord.status, json: (await antwoord.json()) as unknown }
  }
  const bsnVan = (id: string) => demo.bekenden.find((een) => een.id === id)?.persoon.bsn ?? 'geen'
  return { demo, vraag, bsnVan }
}

test('both contracts of our own are valid OpenAPI', async () => {
  for (const naam of ['inkomensregister.openapi.json', 'terugmelding.openapi.json']) {
    const uitslag = await new Validator().validate(document(naam))
    assert.deepEqual(uitslag.errors ?? [], [], naam)
    assert.equal(uitslag.valid, true)
  }
})

test('everybody with an income gets an answer in the shape of the contract', async (t) => {
  const { demo, vraag } = await opstelling(t)
  const past = vorm('inkomensregister.openapi.json', 'Inkomensgegevens')
  const mensen = demo.bevolking.personen.filter((een) => een.inkomen && een.bsn && een.storing === undefined)
  for (const { bsn } of mensen.slice(0, 60)) {
    const { status, json } = await vraag('inkomensgegevens', { burgerservicenummer: bsn })
    assert.equal(status, 200)
    past(json)
    assert.ok(JSON.stringify(json).includes(`"${bsn}"`))
  }
})

test('only the fields that were asked come, and a field that does not exist is refused', async (t) => {
  const { demo, vraag, bsnVan } = await opstelling(t)
  const past = vorm('inkomensregister.openapi.json', 'Inkomensgegevens')
  const burgerservicenummer = bsnVan('fatima')
  const { status, json } = await vraag('inkomensgegevens', { burgerservicenummer, velden: ['vermogen'] })
  assert.equal(status, 200)
  past(json)
  assert.match(JSON.stringify(json), /"vermogen"/)
  assert.doesNotMatch(JSON.stringify(json), /toetsingsinkomens|nettoMaandinkomen/)
  for (const velden of [[], ['schulden'], 'vermogen'])
    assert.equal((await vraag('inkomensgegevens', { burgerservicenummer, velden })).status, 400)
  assert.ok(demo.bevolking.opBsn(burgerservicenummer)?.inkomen)
})

test('of whom nothing is known it says so, and a wrong question is refused', async (t) => {
  const { demo, vraag } = await opstelling(t)
  const kind = demo.bevolking.personen.find((een) => een.inkomen === undefined && een.bsn !== undefined)
  assert.equal((await vraag('inkomensgegevens', { burgerservicenummer: kind?.bsn })).status, 404)
  assert.equal((await vraag('inkomensgegevens', { burgerservicenummer: '12' })).status, 400)
  assert.equal((await vraag('inkomensgegevens', { burgerservicenummer: '999990019', meer: 1 })).status, 400)
  assert.equal((await vraag('iets')).status, 404)
})

test('a correction is received once, followed, and decided by the source holder, at both registers', async (t) => {
  const { demo, vraag, bsnVan } = await opstelling(t)
  const past = vorm('terugmelding.openapi.json', 'Melding')
  for (const bron of [demo.brp, demo.inkomen]) {
    const melding = {
      burgerservicenummer: bsnVan('kees'),
      gegeven: 'adres',
      toelichting: 'Ik ben verhuisd.',
      kenmerk: '018f-aa',
    }
    const eerste = await vraag('terugmeldingen', melding, bron)
    assert.equal(eerste.status, 201)
    past(eerste.json)
    const nogEens = await vraag('terugmeldingen', melding, bron)
    assert.equal(nogEens.status, 200)
    assert.deepEqual(nogEens.json, eerste.json)
    const ander = await vraag('terugmeldingen', { ...melding, burgerservicenummer: bsnVan('ria') }, bron)
    assert.equal(ander.status, 409)
    await fetch(new URL('terugmeldingen/018f-aa', bron.beheerUrl), {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-beheersleutel': demo.beheersleutel },
      body: JSON.stringify({ status: 'aangepast', uitleg: 'Het adres is verbeterd.' }),
    })
    const daarna = await vraag('terugmeldingen/018f-aa', undefined, bron)
    past(daarna.json)
    assert.match(JSON.stringify(daarna.json), /"status":"aangepast".*verbeterd/)
    assert.equal((await vraag('terugmeldingen', { ...melding, toelichting: '' }, bron)).status, 400)
    assert.equal((await vraag('terugmeldingen/bestaat-niet', undefined, bron)).status, 404)
  }
})

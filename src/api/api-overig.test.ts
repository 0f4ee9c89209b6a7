import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { POSTSOORTEN } from '../corpus/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { createKern } from '../platform/http/index.ts'
import { stilLog } from '../platform/index.ts'
import { berekeningRoutes, VOORBEELDVRAAG } from './berekeningen.ts'
import { api } from './index.ts'
import { overzichtRoutes } from './overzichten.ts'
import type { Fout } from './problemen.ts'
import { regelingRoutes } from './regelingen.ts'
import type { antwoord as antwoordSchema } from './uitkomst-schema.ts'

type Antwoord = z.infer<typeof antwoordSchema>
type Json = Record<string, unknown>

const geladen = proefcorpus()
let app: FastifyInstance

before(() => {
  const { engine, gebeurtenissen, organisaties } = geladen
  app = createKern({ log: stilLog })
  const nu = (): Date => new Date('2026-03-01T12:00:00Z')
  app.register(api, {
    log: stilLog,
    corpus: () => engine,
    gebeurtenissen: () => gebeurtenissen,
    organisaties: () => organisaties,
    postwegen: () => geladen.postwegen,
    nu,
  })
})

const stuur = (payload: string | object, url = '/api/v1/berekeningen') =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })

async function reken(vraag: object): Promise<Antwoord> {
  const { statusCode, body } = await stuur(vraag)
  assert.equal(statusCode, 200, body)
  return JSON.parse(body) as Antwoord
}

describe('what is not JSON of at most 1 MB', () => {
  const post = (payload: string, soort: string | undefined) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/berekeningen',
      payload,
      headers: soort === undefined ? {} : { 'content-type': soort },
    })

  it('is refused with the status that says why', async () => {
    assert.equal((await post('<a/>', 'application/xml')).statusCode, 415)
    assert.equal((await post('datum=2026-03-01', 'application/x-www-form-urlencoded')).statusCode, 415)
    assert.equal((await post('{}', 'text/plain')).statusCode, 415)
    assert.equal((await post(`{"a":"${'x'.repeat(1024 * 1024)}"}`, 'application/json')).statusCode, 413)
    assert.equal((await app.inject({ method: 'POST', url: '/api/v1/berekeningen' })).statusCode, 400)
    assert.equal(
      (await post(JSON.stringify(VOORBEELDVRAAG), 'application/json; charset=utf-8')).statusCode,
      200,
    )
  })

  it('a wrong method names the right ones', async () => {
    const fout = await app.inject({ method: 'DELETE', url: '/api/v1/regelingen/zorgtoeslag' })
    assert.equal(fout.statusCode, 405)
    assert.equal(fout.headers.allow, 'GET, HEAD')
  })
})

describe('too much of a good thing', () => {
  const D = '2026-03-01'
  const code = async (vraag: string | object): Promise<string> => {
    const { statusCode, headers, body } = await stuur(vraag)
    assert.match(String(headers['content-type']), /^application\/problem\+json/)
    const { errors = [] } = JSON.parse(body) as { errors?: Fout[] }
    // Every limit is named: what would have been right.
    for (const fout of errors) assert.match(fout.verwacht, /\d/)
    return [statusCode, ...errors.map((f) => `${f.code} ${f.pointer}`)].join(' ')
  }

  it('is refused with the limit that it passes', async () => {
    const kinderen = (n: number) => Array.from({ length: n }, () => ({ geboortedatum: '2016-04-02' }))
    const diep = `{"datum":"${D}","huishouden":${'{"a":'.repeat(150_000)}`
    const regelingen = Array.from({ length: 10_000 }, () => 'zorgtoeslag')
    const spoor = Array.from({ length: 61 }, () => ({ vanaf: '2026-01-01', tot: '2026-01-02', waarde: 1 }))
    const reeks = { van: '1900-01-01', tot: '2100-01-01' }
    for (const [vraag, verwacht] of [
      [{ datum: D, huishouden: { kinderen: kinderen(5_000) } }, '400 te-veel /huishouden/kinderen'],
      [diep, '400 te-diep /huishouden/a/a/a/a'],
      [{ datum: D, huishouden: {}, regelingen }, '400 vorm /regelingen'],
      [{ datum: D, huishouden: {}, reeks }, '400 bereik /reeks'],
      [{ datum: D, huishouden: {}, reeks: { van: '2020-01-01', tot: '2099-01-01' } }, '400 te-lang /reeks'],
      [
        { datum: D, huishouden: { aanvrager: { vermogen: spoor } } },
        '400 te-veel /huishouden/aanvrager/vermogen',
      ],
      [`{"a":[${'1,'.repeat(60_000)}1]}`, '400 te-veel-waarden '],
      [`"${'x'.repeat(1024 * 1024)}"`, '413'],
    ] as const)
      assert.equal(await code(vraag), verwacht)
  })

  it('the longest question that is accepted lets the others go first', async () => {
    const volgorde: string[] = []
    const reeks = { van: '2020-01-01', tot: '2029-12-01' }
    const lang = stuur({ datum: D, huishouden: {}, reeks }).then(({ statusCode }) => {
      volgorde.push('lang')
      return statusCode
    })
    for (let i = 0; i < 5; i++) {
      assert.equal((await app.inject('/api/v1/gebeurtenissen')).statusCode, 200)
      volgorde.push('kort')
    }
    assert.equal(await lang, 200)
    assert.deepEqual(volgorde, ['kort', 'kort', 'kort', 'kort', 'kort', 'lang'])
  })
})

describe('POST /api/v1/berekeningen/controle', () => {
  const controle = async (bewijs: object): Promise<Json> =>
    JSON.parse((await stuur(bewijs, '/api/v1/berekeningen/controle')).body)

  it('replays every receipt to the same answer, bare or with its name around it', async () => {
    const { uitkomsten } = await reken({ ...VOORBEELDVRAAG, regelingen: undefined, reeks: undefined })
    assert.ok(uitkomsten.length > 0)
    for (const { regeling, ontvangstbewijs } of uitkomsten) {
      assert.deepEqual(await controle(ontvangstbewijs), { status: 'gelijk' }, regeling)
      assert.deepEqual(await controle({ ontvangstbewijs }), { status: 'gelijk' }, regeling)
    }
  })

  it('says what is not the same', async () => {
    const { uitkomsten } = await reken({ ...VOORBEELDVRAAG, reeks: undefined })
    const bewijs = uitkomsten[0]?.ontvangstbewijs
    assert.ok(bewijs)
    const ander = await controle({ ...bewijs, uitkomst: { ...bewijs.uitkomst, bedrag: 1 } })
    assert.equal(ander.status, 'anders')
    assert.equal((await controle({ ...bewijs, engine: '0.0.1' })).status, 'andere-engine')
    const vreemd = bewijs.bestanden.map((b) => ({ ...b, sha256: '0'.repeat(64) }))
    assert.equal((await controle({ ...bewijs, bestanden: vreemd })).status, 'bestand-onbekend')
    assert.equal((await stuur({ engine: 1 }, '/api/v1/berekeningen/controle')).statusCode, 400)
    assert.equal((await stuur('[]', '/api/v1/berekeningen/controle')).statusCode, 400)
  })
})

describe('the lists', () => {
  const lees = async (pad: string): Promise<Json> => {
    const { statusCode, body } = await app.inject(`/api/v1${pad}`)
    assert.equal(statusCode, 200, body)
    return JSON.parse(body)
  }

  it('have no property that the document does not describe', async () => {
    for (const route of [...berekeningRoutes, ...regelingRoutes, ...overzichtRoutes].filter(
      (r) => r.methode === 'GET',
    )) {
      const uit = await lees(route.pad.replace('{id}', 'zorgtoeslag'))
      assert.deepEqual(route.antwoord.schema.parse(uit), uit, route.pad)
    }
  })

  it('schemes of a place and a date, with the share of households they can answer', async () => {
    const { regelingen } = (await lees('/regelingen?gebied=GM0363&datum=2026-03-01')) as {
      regelingen: Json[]
    }
    const zorg = regelingen.find((r) => r.id === 'zorgtoeslag')
    assert.ok(zorg)
    assert.equal(zorg.gebied, 'nederland')
    assert.equal(zorg.vanaf, '2026-01-01')
    assert.ok(Number(zorg.aandeelBeantwoord) > 0.5)
    const oud = (await lees('/regelingen?datum=2024-06-01')) as { datum: string; regelingen: Json[] }
    assert.equal(oud.regelingen.find((r) => r.id === 'zorgtoeslag')?.vanaf, '2024-01-01')
    const eiland = (await lees('/regelingen?gebied=bonaire')) as { regelingen: Json[] }
    assert.equal(
      eiland.regelingen.some((r) => r.id === 'zorgtoeslag'),
      false,
    )
  })

  it('one scheme has its texts, its law, its ways to apply and its other texts in time', async () => {
    const zorg = (await lees('/regelingen/zorgtoeslag')) as {
      versies: Json[]
      teksten: Json
      kanalen: Json
      contact: Json
      grondslag: Json
    }
    assert.ok(zorg.teksten.nl)
    assert.ok(zorg.teksten.en)
    assert.equal(zorg.grondslag.bwb, 'BWBR0018451')
    assert.deepEqual(Object.keys(zorg.kanalen), ['web', 'balie', 'informatiepunt'])
    assert.deepEqual(Object.keys(zorg.contact), ['telefoon', 'brief'])
    const bijstand = (await lees('/regelingen/bijzondere-bijstand?gebied=GM0344')) as { contact: Json }
    assert.deepEqual(Object.keys(bijstand.contact), ['telefoon', 'informatiepunt'])
    assert.ok(zorg.versies.length > 1)
    assert.equal((await app.inject('/api/v1/regelingen/bestaat-niet')).statusCode, 404)
    assert.equal((await app.inject('/api/v1/regelingen/__proto__')).statusCode, 404)
  })

  it('places, life events and the vocabulary', async () => {
    const { gebieden } = (await lees('/gebieden')) as { gebieden: Json[] }
    assert.equal(gebieden.find((g) => g.code === 'GM0363')?.naam, 'Amsterdam')
    const { gebeurtenissen } = (await lees('/gebeurtenissen')) as {
      gebeurtenissen: { id: string; stappen: { organisatie: string; overheid: boolean; kanalen: Json }[] }[]
    }
    const kind = gebeurtenissen.find((g) => g.id === 'kind-krijgen')
    assert.equal(kind?.stappen.find((s) => s.organisatie === 'gemeente')?.overheid, true)
    assert.equal(kind?.stappen.find((s) => s.organisatie === 'werkgever')?.overheid, false)
    for (const { id, stappen } of gebeurtenissen) {
      assert.ok(stappen.length >= 5, id)
      for (const { kanalen } of stappen)
        assert.ok(
          Object.keys(kanalen).some((k) => ['telefoon', 'balie', 'brief', 'informatiepunt'].includes(k)),
          id,
        )
    }
    const feiten = await lees('/feiten')
    assert.equal(feiten.$schema, 'https://json-schema.org/draft/2020-12/schema')
  })

  it('a wrong parameter is named, all at once', async () => {
    const { statusCode, body } = await app.inject(
      '/api/v1/regelingen?datum=2026-02-30&gebiet=GM0363&gebied=GM0363&gebied=GM0599',
    )
    assert.equal(statusCode, 400)
    assert.deepEqual(
      (JSON.parse(body) as { errors: Fout[] }).errors.map((f) => `${f.code} ${f.parameter}`),
      ['ongeldige-parameter datum', 'onbekende-parameter gebiet', 'dubbele-parameter gebied'],
    )
    assert.equal((await app.inject('/api/v1/regelingen?gebied=GM9999')).statusCode, 400)
    assert.equal((await app.inject('/api/v1/feiten?x=1')).statusCode, 400)
  })
})

describe('designated ways (Awb 2:13)', () => {
  const haal = async (zoek = '') => {
    const { statusCode, body } = await app.inject({ url: `/api/v1/postwegen${zoek}` })
    return {
      statusCode,
      json: JSON.parse(body) as Json & { postwegen: readonly Json[]; fouten?: readonly Fout[] },
    }
  }

  const soortenVan = (een: Json | undefined) => een?.soorten as readonly Json[]

  it('stand there per body and kind, and what nobody established says so', async () => {
    const { statusCode, json } = await haal('?organisatie=svb&datum=2026-03-01')
    assert.equal(statusCode, 200)
    assert.equal(json.datum, '2026-03-01')
    const [svb] = json.postwegen
    assert.equal(svb?.organisatie, 'svb')
    assert.deepEqual(
      soortenVan(svb).map(({ soort, stand }) => [soort, stand]),
      POSTSOORTEN.map((soort) => [soort, geladen.postwegen.get('svb')?.[0]?.soorten[soort].soort]),
    )
    assert.equal((await haal()).json.postwegen.length, geladen.postwegen.size)
    const vroeger = (await haal('?organisatie=svb&datum=2020-01-01')).json.postwegen[0]
    assert.ok(soortenVan(vroeger).every(({ stand }) => stand === 'niet-vastgesteld'))
  })

  it('of a body that is not there say what is wrong', async () => {
    const { statusCode, json } = await haal('?organisatie=niemand')
    assert.equal(statusCode, 400)
    assert.match(JSON.stringify(json), /onbekende-organisatie/)
  })
})

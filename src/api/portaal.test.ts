import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { onthul } from '../domain/index.ts'
import { createKern } from '../platform/http/index.ts'
import { stilLog } from '../platform/index.ts'
import type { Zakenblik } from '../zaken/index.ts'
import {
  ik,
  mijnBsn,
  nu,
  portaaltoken,
  proefportalen,
  slechteTokens,
  stad,
  svb,
  vreemdeBsn,
} from '../zaken/proefportalen.ts'
import { dag, uuid } from '../zaken/proefzaken.ts'
import { api } from './index.ts'

const spec: { readonly components: object } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../test/fixtures/mijntaken/mijntaken.json'), 'utf8'),
)
const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: {
    uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    uri: /^[a-z]+:\S+$/,
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
    int32: true,
    'uri-reference': true,
  },
})
function eis(schema: string, inhoud: unknown): void {
  const toets = ajv.compile({ $ref: `#/components/schemas/${schema}`, components: spec.components })
  assert.ok(toets(inhoud), `${schema}: ${JSON.stringify(toets.errors)}`)
}

const taakVan = (
  nummer: number,
  uitvoering: NonNullable<Zakenblik['taken']>[number]['taak']['uitvoering'],
) => ({
  bron: svb,
  taak: {
    uuid: uuid(nummer),
    titel: { nl: 'Stuur iets', en: 'Send something' },
    toelichting: { nl: 'Uw loonstrook.' },
    status: 'open' as const,
    uiterlijk: new Date('2026-06-20T21:59:59Z'),
    zaak: uuid(1),
    uitvoering,
  },
})
const elders = new URL('https://svb.example/doe')
const blik: Zakenblik = {
  zaken: [
    {
      ref: { bron: svb, uuid: uuid(1) },
      organisatie: svb,
      nummer: 'Z-1',
      rol: 'initiator',
      titel: { van: 'ons', tekst: { nl: 'AOW', en: 'State pension' } },
      groep: 'in-behandeling',
      status: { van: 'bron', tekst: 'Fase 2' },
      doet: 'u',
      straks: { van: 'ons', tekst: { nl: 'Besluit' } },
      start: dag('2026-01-01'),
      einde: dag('2026-05-01'),
      resultaat: { van: 'bron', tekst: 'Toegekend' },
      verwacht: [{ soort: 'wettelijk', datum: dag('2026-07-01'), volgens: 'wet', artikel: 'Awb 4:13' }],
      isOpgeschort: false,
      isVerlengd: false,
      signalen: [],
      verwant: [],
    },
  ],
  bronnen: [{ bron: svb, stand: { soort: 'geantwoord', op: nu, isVolledig: true } }],
  taken: [
    taakVan(11, { soort: 'upload', elders, maxBestanden: 1, maxOmvang: 1, formaten: [] }),
    taakVan(12, { soort: 'formulier', elders, velden: [] }),
    taakVan(13, { soort: 'betaling', elders }),
    taakVan(14, { soort: 'anders', elders }),
  ],
  isKlaar: true,
} as Zakenblik

function opzet(kent = true) {
  const proef = proefportalen((bsn) => onthul(bsn) === mijnBsn, blik)
  const kern = createKern({ log: stilLog })
  const { engine, gebeurtenissen, organisaties } = proefcorpus()
  kern.register(api, {
    log: stilLog,
    corpus: () => engine,
    gebeurtenissen: () => gebeurtenissen,
    organisaties: () => organisaties,
    nu: () => nu,
    ...(kent && { portalen: proef.portalen }),
  })
  const zoek = (inhoud: unknown = { klantId: 'klant-1' }, token: string | undefined = portaaltoken()) =>
    kern.inject({
      method: 'POST',
      url: '/api/v1/context/zoek',
      headers: { 'content-type': 'application/json', ...(token !== '' && { authorization: token }) },
      payload: typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud),
    })
  const haal = (id: string, token = portaaltoken()) =>
    kern.inject({ method: 'GET', url: `/api/v1/taken/${id}`, headers: { authorization: token } })
  return { ...proef, zoek, haal }
}

test('the answer is what MijnTaken 0.1.0 says, with cases and chains besides', async () => {
  const { zoek, haal, vindJa, log, taak } = opzet()
  vindJa()
  const { statusCode, headers, json } = await zoek()
  assert.equal(statusCode, 200)
  assert.ok(headers['api-version'])
  assert.equal(headers['cache-control'], 'no-store')
  eis('ContextResultaat', json())
  const { taken, zaken, volledigheid } = json()
  assert.deepEqual(
    taken.map(({ uitvoering }: { uitvoering: object }) => uitvoering),
    ['upload', 'formulier', 'betaling', undefined].map((type) => ({
      ...(type !== undefined && { type }),
      fallbackUrl: elders.href,
    })),
  )
  assert.deepEqual(zaken, [
    {
      urn: `urn:nld:rsin:999800005:zaak:uuid:${uuid(1)}`,
      titel: { nl: 'AOW', en: 'State pension' },
      nummer: 'Z-1',
      organisatie: { id: 'svb', naam: 'naam van svb' },
      statusgroep: 'in-behandeling',
      status: { nl: 'Fase 2' },
      doet: 'u',
      straks: { nl: 'Besluit' },
      inWoordenVanBron: ['status', 'resultaat'],
      verwacht: [{ datum: '2026-07-01', soort: 'wettelijk', volgens: 'wet', artikel: 'Awb 4:13' }],
      startdatum: '2026-01-01',
      einddatum: '2026-05-01',
      resultaat: { nl: 'Toegekend' },
      canonicalUrl: `https://voordeur.example/mijn/zaken/svb/${uuid(1)}`,
    },
  ])
  assert.deepEqual(volledigheid, { gevraagd: 1, geantwoord: 1, ontbreekt: [], takenOntbreken: [] })
  for (const nummer of [11, 12, 13, 14]) {
    const gevonden = blik.taken?.find((een) => een.taak.uuid === uuid(nummer))?.taak ?? assert.fail()
    log.regels.length = 0
    taak.uitkomst = { status: 'ok', gegevens: gevonden, op: nu }
    const antwoord = await haal(uuid(nummer))
    assert.equal(antwoord.statusCode, 200)
    eis('Taak', antwoord.json())
    assert.ok(!antwoord.body.includes('submitUrl'))
    assert.equal(log.regels.length, 1)
  }
  assert.equal((await haal(uuid(99))).statusCode, 404)
  assert.equal((await haal('geen-uuid')).statusCode, 404)
})

test('who is no portal of ours gets nothing, before anything that was sent is read', async () => {
  const { zoek, haal, vindJa, log } = opzet()
  vindJa()
  for (const [wat, token = ''] of Object.entries(slechteTokens)) {
    const antwoord = await zoek('{kapot', token)
    assert.equal(antwoord.statusCode, 401, wat)
    assert.match(antwoord.json().detail, /HS256.*hoogstens vijf minuten.*klok van deze server/)
    assert.equal(antwoord.headers['www-authenticate'], 'Bearer')
    eis('Probleem', antwoord.json())
    assert.equal((await haal(uuid(11), token)).statusCode, 401, wat)
  }
  assert.equal((await opzet(false).zoek()).statusCode, 401, 'without the setting nobody is known')
  assert.deepEqual(log.regels, [])
})

test('no yes, a yes taken back and nobody that we know get one and the same answer', async () => {
  const { zoek, vindJa, store, log } = opzet()
  const zonderKenmerk = async (token?: string) => {
    const { statusCode, body } = await zoek(undefined, token)
    return [statusCode, body.replace(/urn:uuid:[0-9a-f-]+/, '')]
  }
  const nee = await zonderKenmerk()
  assert.equal(nee[0], 403)
  assert.match(String(nee[1]), /geen-toestemming/)
  assert.deepEqual(await zonderKenmerk(portaaltoken({ lading: { bsn: vreemdeBsn } })), nee)
  vindJa()
  assert.equal((await zoek()).statusCode, 200)
  store.rijen.delete(`${ik} ${stad.id}`)
  assert.deepEqual(await zonderKenmerk(), nee)
  assert.equal(log.regels.length, 1)
})

test('a question that is not right is named, and one too many waits', async () => {
  const { zoek, vindJa } = opzet()
  vindJa()
  for (const [inhoud, pointer] of [
    [{ klantId: 'klant-2' }, '/klantId'],
    [{}, '/klantId'],
    [{ klantId: 'klant-1', contextId: 'http://x' }, '/contextId'],
    [{ klantId: 'klant-1', include: 'taken' }, '/include'],
    ['{kapot', ''],
  ] as const) {
    const antwoord = await zoek(inhoud)
    assert.equal(antwoord.statusCode, 400, JSON.stringify(inhoud))
    assert.equal(antwoord.json().errors[0].pointer, pointer)
    eis('Probleem', antwoord.json())
    assert.ok(!antwoord.body.includes(mijnBsn))
  }
  const onbekend = { klantId: 'klant-1', include: ['dansen'], nieuw: true }
  assert.deepEqual((await zoek(onbekend)).json(), {}, 'unknown words and fields are passed over')
  let laatste = await zoek()
  for (let i = 0; i < 60 && laatste.statusCode === 200; i++) laatste = await zoek()
  assert.equal(laatste.statusCode, 429)
  assert.equal(laatste.headers['retry-after'], '60')
})

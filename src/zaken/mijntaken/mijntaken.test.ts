import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { bevolking, startZakentest, type Zakentest } from '../../../test/zgw/vragen.ts'
import { nepbewijs } from '../../audit/proefaudit.ts'
import { maakPersoonId, parseBsn, parseDatum, parseOrganisatieId } from '../../domain/index.ts'
import { type Bron, createBron } from '../../platform/bron/index.ts'
import { stilLog } from '../../platform/index.ts'
import type { MetBsn } from '../register.ts'
import type { Taak, Taakbron } from '../taakbron.ts'
import type { Zaakvraag } from '../zaakbron.ts'
import { taakVan, zaakUit } from './lezen.ts'
import { meerdelig } from './meerdelig.ts'
import { mijntakenBron } from './mijntaken.ts'
import { taakVorm } from './vormen.ts'

const nu = new Date('2026-03-02T10:00:00Z')
const vandaag = parseDatum('2026-03-02') ?? assert.fail()
const id = parseOrganisatieId('gemeente-GM0599') ?? assert.fail()

let demo: Zakentest
const bronnen: Bron[] = []
before(async () => {
  demo = await startZakentest()
})
after(async () => {
  for (const bron of bronnen) bron.sluit()
  await demo.sluit()
})

function openTaken(basisUrl: URL, geheim: string, bsn: string): { taken: Taakbron; vraag: Zaakvraag } {
  const nummer = parseBsn(bsn) ?? assert.fail()
  const persoon = maakPersoonId(nu, randomBytes)
  const metBsn: MetBsn = async (_over, _bewijs, fn) => ({ status: 'ok', uitkomst: await fn(nummer) })
  const bron = createBron(
    { naam: 'taken', basisUrl, aanmelden: async () => ({}) },
    { klok: { nu: () => nu }, log: stilLog, toeval: randomBytes },
  )
  bronnen.push(bron)
  const taken = mijntakenBron({
    id,
    bron,
    basisUrl,
    metBsn,
    klantIdVan: (wie) => `ps-${wie.slice(-12)}`,
    client: 'voordeur',
    geheim,
    nu: () => nu,
    toeval: randomBytes,
  })
  return { taken, vraag: { persoon, bewijs: nepbewijs('zaken-tonen'), vandaag } }
}

/** Everybody with a task of this kind, until one is found: which cases wait for whom follows from the clock. */
async function vindMetTaak(soort: Taak['uitvoering']['soort']) {
  const waar = soort === 'betaling' ? /^(cjib|belastingdienst)$/ : /^gemeente-GM0(014|034|080|153)$/
  for (const bron of demo.bronnen.filter(({ organisatie }) => waar.test(organisatie)))
    for (const { bsn } of bevolking.personen.slice(0, 120)) {
      if (bsn === undefined || parseBsn(bsn) === undefined) continue
      const open = openTaken(bron.taken, bron.geheim, bsn)
      const lijst = await open.taken.zoek(open.vraag)
      const kandidaten = lijst.status === 'ok' ? lijst.gegevens.taken : []
      for (const { uuid } of kandidaten) {
        const heel = await open.taken.haal(open.vraag, uuid)
        if (heel.status === 'ok' && heel.gegevens.uitvoering.soort === soort)
          return { ...open, bron, bsn, taak: heel.gegevens }
      }
    }
  throw new Error(`niemand heeft een taak: ${soort}`)
}

const pdf = {
  titel: 'Bankafschrift',
  bestandsnaam: 'af"schrift\r\n.pdf',
  formaat: 'application/pdf',
  inhoud: Buffer.from('%PDF-1.7'),
  datum: vandaag,
  kenmerk: 'een',
}

test('a task with files is done here, and is done when the source says so', async () => {
  const { taken, vraag, taak } = await vindMetTaak('upload')
  assert.equal(taak.status, 'open')
  assert.ok(taak.zaak !== undefined && taak.uiterlijk !== undefined && taak.titel.nl)
  const na = await taken.lever(vraag, taak.uuid, [pdf])
  assert.equal(na.status === 'ok' && na.gegevens.status, 'afgerond')
  const nogEens = await taken.lever(vraag, taak.uuid, [pdf])
  assert.equal(nogEens.status === 'ok' && nogEens.gegevens.status, 'afgerond')
  const lijst = await taken.zoek(vraag, taak.zaak)
  assert.ok(lijst.status === 'ok' && lijst.gegevens.taken.every(({ zaak }) => zaak === taak.zaak))
})

test('coming back from elsewhere proves nothing: the source is asked again', async () => {
  const { taken, vraag, taak } = await vindMetTaak('betaling')
  const stand = async () => {
    const uitkomst = await taken.haal(vraag, taak.uuid)
    return uitkomst.status === 'ok' ? uitkomst.gegevens.status : uitkomst.status
  }
  assert.equal(await stand(), 'open')
  const terug = 'http://127.0.0.1:9/mijn/zaken/x/y'
  const gedaan = await fetch(`${taak.uitvoering.elders.href}?returnUrl=${encodeURIComponent(terug)}`, {
    method: 'POST',
    redirect: 'manual',
  })
  assert.equal(gedaan.headers.get('location'), terug)
  assert.equal(await stand(), 'afgerond')
})

test('a task of somebody else is not opened and not done', async () => {
  const { taak, bron, bsn } = await vindMetTaak('upload')
  const ander = bevolking.personen.find((een) => een.bsn !== undefined && een.bsn !== bsn)?.bsn ?? ''
  const { taken, vraag } = openTaken(bron.taken, bron.geheim, ander)
  assert.equal((await taken.haal(vraag, taak.uuid)).status, 'onbekend')
  assert.equal((await taken.lever(vraag, taak.uuid, [pdf])).status, 'onbekend')
  const vreemd = openTaken(bron.taken, 'een ander geheim', bsn)
  const geweigerd = await vreemd.taken.zoek(vreemd.vraag)
  assert.equal(geweigerd.status === 'fout' && geweigerd.soort, 'geweigerd')
})

/** As from a list; `undefined`: the row cannot be read. */
function lees(rij: unknown): Taak | undefined {
  const gelezen = taakVorm.safeParse(rij).data
  return gelezen && taakVan(gelezen, binnen)
}

const binnen = (adres: string) => adres.startsWith('https://bron.example/taken/')
const wire = (uitvoering: Record<string, unknown> | undefined, over: Record<string, unknown> = {}) => ({
  uuid: '018f2d0a-0000-4000-8000-000000000001',
  titel: { nl: '<b>Doe</b>\u0000 dit', en: 'Do this', de: 'Mach das', __proto__: 'x' },
  status: 'open',
  ...(uitvoering && { uitvoering: { fallbackUrl: 'https://bron.example/doe', ...uitvoering } }),
  ...over,
})

test('what a task may be: unknown kinds and statuses stay honest, and nobody is sent to a strange address', () => {
  const soort = (uitvoering: Record<string, unknown> | undefined) => lees(wire(uitvoering))?.uitvoering.soort
  assert.equal(soort(undefined), undefined)
  assert.equal(soort({ type: 'dansen' }), 'anders')
  assert.equal(soort({}), 'anders')
  assert.equal(soort({ type: 'betaling' }), 'betaling')
  assert.equal(soort({ type: 'betaling', fallbackUrl: 'javascript:alert(1)' }), undefined)
  assert.equal(soort({ type: 'betaling', fallbackUrl: 'http://elders.example/betaal' }), undefined)
  assert.equal(soort({ type: 'upload', submitUrl: 'https://kwaad.example/taken/1' }), 'anders')
  assert.equal(soort({ type: 'upload', submitUrl: 'https://bron.example/taken/1' }), 'upload')
  const taak = lees(
    wire(
      { type: 'upload', submitUrl: 'https://bron.example/taken/1', maxBestandsgrootte: 1e12 },
      { status: 'zweeft' },
    ),
  )
  assert.equal(taak?.status, 'onbekend')
  assert.deepEqual(taak?.titel, { nl: '<b>Doe</b> dit', en: 'Do this' })
  assert.equal(taak?.uitvoering.soort === 'upload' && taak.uitvoering.maxOmvang, 10 * 1024 * 1024)
})

test('a form that one page cannot ask is done at the source', () => {
  const soort = (schema: unknown) =>
    lees(wire({ type: 'formulier', submitUrl: 'https://bron.example/taken/1', schema }))?.uitvoering
  const goed = soort({
    type: 'object',
    required: ['dag'],
    properties: {
      dag: { type: 'string', format: 'date', title: 'Dag' },
      keus: { type: 'string', enum: ['een', 'twee'] },
      aantal: { type: 'integer' },
      ja: { type: 'boolean' },
    },
  })
  assert.equal(goed?.soort, 'formulier')
  assert.deepEqual(
    goed?.soort === 'formulier' &&
      goed.velden.map(({ naam, soort: s, isVerplicht }) => [naam, s, isVerplicht]),
    [
      ['dag', 'datum', true],
      ['keus', 'keuze', false],
      ['aantal', 'getal', false],
      ['ja', 'ja-nee', false],
    ],
  )
  for (const schema of [
    undefined,
    { type: 'object', properties: {} },
    { type: 'object', properties: { a: { type: 'object' } } },
    { type: 'object', properties: { '<x>': { type: 'string' } } },
    { type: 'object', required: ['b'], properties: { a: { type: 'string' } } },
  ])
    assert.equal(soort(schema)?.soort, 'anders', JSON.stringify(schema))
})

test('a name of a file begins no header of its own', () => {
  const { bytes } = meerdelig([{ ...pdf, formaat: 'text/html\r\nx: y' }], 'grens')
  const tekst = Buffer.from(bytes).toString('latin1')
  assert.match(
    tekst,
    /filename="af%22schrift {2}\.pdf"\r\ncontent-type: application\/octet-stream\r\n\r\n%PDF/,
  )
})

test('only the uuid of a case is read from its name', () => {
  const uuid = '018f2d0a-0000-4000-8000-000000000001'
  assert.equal(zaakUit(`urn:nld:rsin:123456782:zaak:uuid:${uuid}`), uuid)
  assert.equal(zaakUit(`urn:nld:rsin:123456782:product:uuid:${uuid}`), undefined)
  assert.equal(zaakUit('urn:nl:gemeenten:zaak:2026-00042'), undefined)
})

test('a last day may be a bare day, words may be absent or in another language', () => {
  const goed = (over: Record<string, unknown>) => lees(wire({ type: 'betaling' }, over))
  assert.deepEqual(goed({ deadline: '2026-07-12' })?.uiterlijk, new Date('2026-07-12T21:59:59Z'))
  assert.deepEqual(goed({ deadline: '2026-12-12' })?.uiterlijk, new Date('2026-12-12T22:59:59Z'))
  assert.deepEqual(
    goed({ deadline: '2026-07-12T12:00:00+02:00' })?.uiterlijk,
    new Date('2026-07-12T10:00:00Z'),
  )
  assert.ok(goed({ deadline: null }))
  assert.ok(!('uiterlijk' in (goed({ deadline: null }) ?? {})))
  for (const toelichting of [null, { nl: '' }, {}, 'los'])
    assert.equal(goed({ toelichting })?.toelichting, undefined)
  assert.deepEqual(goed({ titel: { en: 'Pay' } })?.titel, { en: 'Pay' })
  assert.deepEqual(goed({ titel: { 'nl-NL': 'Betaal', fr: 'Payez' } })?.titel, { nl: 'Betaal' })
  assert.deepEqual(goed({ titel: { 'x y': 'kwaad', fr: 'Payez', de: 'Zahl' } })?.titel, { fr: 'Payez' })
  assert.equal(goed({ context: null })?.zaak, undefined)
  // What says nothing, or a last day that we cannot read, is no task that we could show truly.
  for (const over of [{ titel: {} }, { titel: { nl: '' } }, { deadline: 'volgende week' }])
    assert.equal(goed(over), undefined, JSON.stringify(over))
})

test('one task that cannot be read costs itself alone, and the list says that it is not whole', async () => {
  const goed = wire({ type: 'betaling' })
  const rijen: unknown[] = [goed]
  const { taken, vraag, sluit } = await metBron(() => ({ taken: rijen }))
  try {
    const zie = async () => {
      const uitkomst = await taken.zoek(vraag)
      return uitkomst.status === 'ok' ? uitkomst.gegevens : assert.fail(uitkomst.status)
    }
    const heel = await zie()
    assert.deepEqual([heel.taken.length, heel.isVolledig], [1, true])
    for (const raar of [
      7,
      { ...goed, deadline: 'ooit' },
      { ...goed, titel: null },
      { ...goed, uitvoering: null },
    ]) {
      rijen[1] = raar
      const deels = await zie()
      assert.deepEqual([deels.taken.length, deels.isVolledig], [1, false], JSON.stringify(raar))
    }
  } finally {
    sluit()
  }
})

/** A source that answers this, whatever is asked. */
async function metBron(antwoord: (url: string) => unknown) {
  const server = createServer(({ url = '' }, stuur) => {
    stuur.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(antwoord(url)))
  })
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  const plek = server.address()
  const poort = plek !== null && typeof plek === 'object' ? plek.port : assert.fail()
  const bsn = bevolking.bekenden[0]?.persoon.bsn ?? ''
  const sluit = () => {
    server.closeAllConnections()
    server.close()
  }
  return { ...openTaken(new URL(`http://127.0.0.1:${poort}/v1`), 'geheim', bsn), sluit }
}

test('an answer about another task than was asked for is a fault of the source', async () => {
  const taak = wire({ type: 'betaling' })
  const { taken, vraag, sluit } = await metBron((url) =>
    url.endsWith('/zoek') ? { taken: [taak] } : { ...taak, uuid: '018f2d0a-0000-4000-8000-000000000009' },
  )
  try {
    const uitkomst = await taken.haal(vraag, taak.uuid)
    assert.equal(uitkomst.status === 'fout' && uitkomst.soort, 'ander-persoon')
  } finally {
    sluit()
  }
})

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { bevolking, startZakentest, type Zakentest } from '../../../test/zgw/vragen.ts'
import { nepbewijs } from '../../audit/proefaudit.ts'
import { maakPersoonId, parseBsn, parseDatum, parseOrganisatieId } from '../../domain/index.ts'
import { type Bron, createBron, metSleutel } from '../../platform/bron/index.ts'
import { stilLog } from '../../platform/index.ts'
import type { Contactbron } from '../contactbron.ts'
import type { MetBsn } from '../register.ts'
import type { Zaakvraag } from '../zaakbron.ts'
import { nummerVan } from './gedeeld.ts'
import { klantinteractiesBron } from './klantinteracties.ts'

let demo: Zakentest
const bronnen: Bron[] = []
before(async () => {
  demo = await startZakentest()
})
after(async () => {
  for (const bron of bronnen) bron.sluit()
  await demo.sluit()
})

const zakendag = new Date('2026-03-02T10:00:00Z')
const vandaag = parseDatum('2026-03-01')
const id = parseOrganisatieId('gemeente-GM0599')
if (vandaag === undefined || id === undefined) throw new Error('een vaste waarde klopt niet')

/** Asks as somebody from the stories. */
function alsBekende(wie: string): { vraag: Zaakvraag; metBsn: MetBsn } {
  const bsn = parseBsn(bevolking.bekenden.find((een) => een.id === wie)?.persoon.bsn)
  if (bsn === undefined) throw new Error(`${wie} heeft geen bsn`)
  const persoon = maakPersoonId(zakendag, randomBytes)
  const metBsn: MetBsn = async (over, _bewijs, fn) => {
    assert.equal(over, persoon)
    return { status: 'ok', uitkomst: await fn(bsn) }
  }
  return { vraag: { persoon, bewijs: nepbewijs('zaken-tonen'), vandaag: vandaag ?? assert.fail() }, metBsn }
}

function bronVoor(basisUrl: URL, token: string, metBsn: MetBsn, behandelaars?: string): Contactbron {
  const bron = createBron(
    { naam: 'klant', basisUrl, aanmelden: metSleutel('authorization', `Token ${token}`) },
    { klok: { nu: () => zakendag }, log: stilLog, toeval: randomBytes },
  )
  bronnen.push(bron)
  return klantinteractiesBron({
    id: id ?? assert.fail(),
    bron,
    metBsn,
    ...(behandelaars && { behandelaars }),
  })
}

const actor = '3b5b4ee6-2a83-4b0c-9a55-1f3f0a9f2c11'

function bijRotterdam(wie: string): { contacten: Contactbron; vraag: Zaakvraag } {
  const rotterdam = demo.bronnen.find(({ organisatie }) => organisatie === 'gemeente-GM0599')
  if (rotterdam === undefined) throw new Error('Rotterdam doet niet mee')
  const { vraag, metBsn } = alsBekende(wie)
  return { contacten: bronVoor(rotterdam.klant.url, rotterdam.klant.token, metBsn, actor), vraag }
}

test('somebody sees what was said with them, the latest first, and nothing that is confidential', async () => {
  const { contacten, vraag } = bijRotterdam('fatima')
  const uitkomst = await contacten.contacten(vraag)
  assert.equal(uitkomst.status, 'ok')
  if (uitkomst.status !== 'ok') return
  const { contacten: lijst, isVolledig } = uitkomst.gegevens
  assert.ok(lijst.length > 0)
  assert.ok(isVolledig)
  assert.deepEqual(
    lijst,
    lijst.toSorted((a, b) => (b.op?.getTime() ?? 0) - (a.op?.getTime() ?? 0)),
  )
  for (const { zaken, onderwerp } of lijst) {
    assert.equal(zaken.length, 1)
    assert.notEqual(onderwerp, '')
  }
})

test('who is not known there has no contacts, and becomes known with a first question', async () => {
  const { contacten, vraag } = bijRotterdam('ria')
  const voor = await contacten.contacten(vraag)
  assert.deepEqual(voor.status === 'ok' && voor.gegevens, { contacten: [], isVolledig: true })
  const nieuw = { onderwerp: 'Vraag', tekst: 'Wanneer komt iemand?', taal: 'nld', kenmerk: 'een' } as const
  assert.equal((await contacten.stelVraag(vraag, nieuw)).status, 'ok')
  const na = await contacten.contacten(vraag)
  assert.deepEqual(na.status === 'ok' && na.gegevens.contacten.map((een) => een.vraag), [
    'Wanneer komt iemand?',
  ])
})

test('a question sent again is the same question, with one task for whoever answers', async () => {
  const { contacten, vraag } = bijRotterdam('fatima')
  const eerst = await contacten.contacten(vraag)
  const zaak = eerst.status === 'ok' ? eerst.gegevens.contacten[0]?.zaken[0] : undefined
  const nieuw = {
    onderwerp: 'Hoe lang nog?',
    tekst: 'Ik wacht al weken.',
    taal: 'nld',
    kenmerk: 'twee',
    ...(zaak && { zaak }),
  } as const
  const [een, nogEens] = [await contacten.stelVraag(vraag, nieuw), await contacten.stelVraag(vraag, nieuw)]
  assert.equal(een.status, 'ok')
  assert.deepEqual(een.status === 'ok' && een.gegevens, nogEens.status === 'ok' && nogEens.gegevens)
  const na = await contacten.contacten(vraag)
  const over = na.status === 'ok' ? na.gegevens.contacten.filter((c) => c.onderwerp === 'Hoe lang nog?') : []
  assert.deepEqual(
    over.map(({ zaken }) => zaken),
    [[zaak]],
  )
  const rotterdam = demo.bronnen.find(({ organisatie }) => organisatie === 'gemeente-GM0599')
  const taken = await fetch(
    new URL(`${rotterdam?.klant.url.href}/internetaken?aanleidinggevendKlantcontact__uuid=${over[0]?.id}`),
    {
      headers: { authorization: `Token ${rotterdam?.klant.token}` },
    },
  )
  assert.match(await taken.text(), /"count":1,/)
  assert.notEqual(nummerVan('een', 'twee'), nummerVan('ander', 'twee'))
})

/** A register with faults of its own. */
async function slecht(antwoord: (pad: string) => unknown, fn: (url: URL) => Promise<void>): Promise<void> {
  const server = createServer(({ url = '' }, stuur) => {
    stuur.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(antwoord(url)))
  })
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  const plek = server.address()
  if (plek === null || typeof plek === 'string') throw new Error('luistert niet')
  try {
    await fn(new URL(`http://127.0.0.1:${plek.port}/klantinteracties/api/v1`))
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const partij = '018f2d0a-0000-4000-8000-000000000001'
const ander = '018f2d0a-0000-4000-8000-000000000002'
const vinden = (objectId: string) => ({
  next: null,
  results: [
    {
      identificeerdePartij: { uuid: partij },
      partijIdentificator: {
        codeObjecttype: 'natuurlijk_persoon',
        codeRegister: 'brp',
        codeSoortObjectId: 'bsn',
        objectId,
      },
    },
  ],
})
const contact = (wie: string | undefined, over: Record<string, unknown> = {}) => ({
  uuid: '018f2d0a-0000-4000-8000-000000000003',
  kanaal: 'tele\u0000foon',
  onderwerp: '<b>Vraag</b>\u202e',
  inhoud: 'Hallo',
  vertrouwelijk: false,
  plaatsgevondenOp: '2026-02-01T10:00:00Z',
  ...(wie && { _expand: { hadBetrokkenen: [{ wasPartij: { uuid: wie } }] } }),
  ...over,
})

test('a register that ignores the filter gives somebody else: a fault, and nothing is shown', async () => {
  const { vraag, metBsn } = alsBekende('fatima')
  await slecht(
    () => vinden('999990019'),
    async (url) => {
      const uitkomst = await bronVoor(url, 't', metBsn).contacten(vraag)
      assert.deepEqual(uitkomst.status === 'fout' && uitkomst.soort, 'ander-persoon')
    },
  )
})

test('what does not say who took part, is of another, or is confidential is left out, and the list says so', async () => {
  const { vraag, metBsn } = alsBekende('fatima')
  const bsn = bevolking.bekenden.find((een) => een.id === 'fatima')?.persoon.bsn ?? ''
  const gevallen = [
    { rij: contact(partij), toont: ['<b>Vraag</b>'], isVolledig: true },
    { rij: contact(ander), toont: [], isVolledig: false },
    { rij: contact(undefined), toont: [], isVolledig: false },
    { rij: contact(partij, { vertrouwelijk: true }), toont: [], isVolledig: true },
    { rij: contact(partij, { vertrouwelijk: undefined }), toont: [], isVolledig: true },
  ]
  for (const { rij, toont, isVolledig } of gevallen) {
    await slecht(
      (pad) => (pad.includes('partij-identificatoren') ? vinden(bsn) : { next: null, results: [rij] }),
      async (url) => {
        const uitkomst = await bronVoor(url, 't', metBsn).contacten(vraag)
        const gegevens = uitkomst.status === 'ok' ? uitkomst.gegevens : assert.fail()
        assert.deepEqual(
          gegevens.contacten.map(({ onderwerp }) => onderwerp),
          toont,
        )
        assert.equal(gegevens.isVolledig, isVolledig)
      },
    )
  }
})

test('pages that never end do end, and the list says that there is more', async () => {
  const { vraag, metBsn } = alsBekende('fatima')
  const bsn = bevolking.bekenden.find((een) => een.id === 'fatima')?.persoon.bsn ?? ''
  let gevraagd = 0
  await slecht(
    (pad) => {
      if (pad.includes('partij-identificatoren')) return vinden(bsn)
      gevraagd++
      return { next: 'https://elders.example/klantcontacten?page=2', results: [contact(partij)] }
    },
    async (url) => {
      const uitkomst = await bronVoor(url, 't', metBsn).contacten(vraag)
      assert.equal(uitkomst.status === 'ok' && uitkomst.gegevens.isVolledig, false)
      assert.equal(gevraagd, 5)
    },
  )
})

test('a number of a person stands in an address once per session, and another session asks for itself', async () => {
  const gevraagd: string[] = []
  const partij = '018f2d0a-0000-4000-8000-000000000001'
  const { vraag, metBsn } = alsBekende('fatima')
  const server = createServer(({ url = '' }, antwoord) => {
    gevraagd.push(url)
    const objectId = new URL(url, 'http://x').searchParams.get('partijIdentificatorObjectId')
    const rij = {
      identificeerdePartij: { uuid: partij },
      partijIdentificator: { codeSoortObjectId: 'bsn', objectId },
    }
    const results = url.includes('partij-identificatoren') ? [rij] : []
    antwoord
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ next: null, results }))
  })
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  const plek = server.address()
  const poort = plek !== null && typeof plek === 'object' ? plek.port : assert.fail()
  try {
    const bron = bronVoor(new URL(`http://127.0.0.1:${poort}/v1`), 'x', metBsn)
    const metNummer = () => gevraagd.filter((url) => url.includes('partij-identificatoren')).length
    const sessie = { ...vraag, geheugen: new Map<string, string>() }
    for (let keer = 1; keer <= 3; keer++) {
      assert.equal((await bron.contacten(sessie)).status, 'ok')
      assert.deepEqual([metNummer(), gevraagd.length], [1, keer + 1])
    }
    assert.ok(gevraagd.at(-1)?.includes(`uuid=${partij}`))
    await bron.contacten({ ...vraag, geheugen: new Map() })
    assert.equal(metNummer(), 2)
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSleutelring } from '../audit/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import type { OrganisatieId } from '../domain/index.ts'
import { createKern } from '../platform/http/index.ts'
import { stilLog } from '../platform/index.ts'
import { berichtsleutel, type Ontvangst, openPostvak, openZaakberichten } from '../zaken/index.ts'
import { api, type Gebeurtenisdeur, zgwBerichten } from './index.ts'

const [rotterdam, svb, elders] = ['gemeente-GM0599', 'svb', 'duo'] as readonly string[] as readonly [
  OrganisatieId,
  OrganisatieId,
  OrganisatieId,
]
const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])
const nu = () => new Date('2026-03-01T12:00:00Z')
const uuid = '2f0f4f0e-6f57-4b0f-8c8a-5f2b1c9d7e10'
const basis = 'https://zaken.rotterdam.example/zaken/api/v1'

function opzet() {
  const bewaard: Ontvangst[] = []
  const onbekend: string[] = []
  const stuk = { is: false }
  const sleutelnummer = { svb: 0 }
  const opProef = { is: false }
  const store = {
    ontvang: async (ontvangsten: readonly Ontvangst[]) => {
      if (stuk.is) throw new Error('de databank is weg')
      bewaard.push(...ontvangsten)
    },
  }
  const berichten = openZaakberichten({
    ring,
    postvak: openPostvak(store),
    nu,
    bronnen: () => [
      { id: rotterdam, zaken: new URL(basis), isAan: !opProef.is },
      {
        id: svb,
        zaken: new URL('https://svb.example/zrc/api/v1/'),
        isAan: true,
        sleutelnummer: sleutelnummer.svb,
      },
    ],
  })
  const deur: Gebeurtenisdeur = {
    afzender: berichten.afzender,
    ontvangers: [
      {
        soorten: 'nl.overheid.zaken.',
        ontvang: (_afzender, lijst) => berichten.gebeurtenissen(rotterdam, lijst),
      },
    ],
    telOnbekend: async (afzender, aantal) => void onbekend.push(`${afzender} ${aantal}`),
  }
  const kern = createKern({ log: stilLog })
  const { engine, gebeurtenissen, organisaties } = proefcorpus()
  kern.register(api, {
    log: stilLog,
    corpus: () => engine,
    gebeurtenissen: () => gebeurtenissen,
    organisaties: () => organisaties,
    nu,
    deur,
  })
  kern.register(zgwBerichten, { berichten })
  const breng = (bericht: unknown, { bron = rotterdam, sleutel = berichtsleutel(ring, rotterdam) } = {}) =>
    kern.inject({
      method: 'POST',
      url: `/zgw/berichten/${bron}`,
      headers: { 'content-type': 'application/json', ...(sleutel !== '' && { authorization: sleutel }) },
      payload: typeof bericht === 'string' ? bericht : JSON.stringify(bericht),
    })
  const meld = (bericht: unknown, koppen: Record<string, string> = {}) =>
    kern.inject({
      method: 'POST',
      url: '/api/v1/gebeurtenisberichten',
      headers: {
        'content-type': 'application/cloudevents+json',
        authorization: berichtsleutel(ring, rotterdam),
        ...koppen,
      },
      payload: typeof bericht === 'string' ? bericht : JSON.stringify(bericht),
    })
  return { sleutelnummer, bewaard, onbekend, stuk, opProef, breng, meld }
}

const notificatie = {
  kanaal: 'zaken',
  hoofdObject: `${basis}/zaken/${uuid}`,
  resource: 'status',
  resourceUrl: `${basis}/statussen/${uuid}`,
  actie: 'create',
  aanmaakdatum: '2026-03-01T11:59:00Z',
  kenmerken: { bronorganisatie: '999800003' },
}
const gebeurtenis = {
  specversion: '1.0',
  id: '7',
  source: 'urn:nld:oin:00000001823288444000:zaken',
  type: 'nl.overheid.zaken.zaak-gemuteerd',
  subject: uuid,
  time: '2026-03-01T11:59:00Z',
  datacontenttype: 'application/json',
  data: { bronorganisatie: '999800003' },
}

test('a notification is kept as a uuid at a connection and answered with 204; nothing else of it stays', async () => {
  const { bewaard, breng } = opzet()
  const { statusCode, body } = await breng(notificatie)
  assert.deepEqual([statusCode, body], [204, ''])
  assert.deepEqual(bewaard, [{ bron: rotterdam, op: nu(), zaak: uuid }])
})

test('on trial what comes in is counted, by either standard, and no case is looked at', async () => {
  const { bewaard, opProef, breng, meld } = opzet()
  opProef.is = true
  assert.equal((await breng(notificatie)).statusCode, 204)
  assert.equal((await meld(gebeurtenis)).statusCode, 202)
  assert.deepEqual(bewaard, [
    { bron: rotterdam, op: nu() },
    { bron: rotterdam, op: nu() },
  ])
})

test('nobody gets in without the value of this very connection', async () => {
  const { bewaard, breng } = opzet()
  const goed = berichtsleutel(ring, rotterdam)
  const andere = openSleutelring(() => ['een ander geheim van minstens 32 tekens'])
  for (const sleutel of [
    '',
    'Bearer x',
    goed.slice(0, -1),
    `${goed}A`,
    goed.replace('Bearer', 'Basic'),
    berichtsleutel(ring, svb),
    berichtsleutel(andere, rotterdam),
    goed.replace(rotterdam, svb),
    // Made by us, for a connection that is not in use.
    berichtsleutel(ring, elders),
  ])
    assert.equal((await breng(notificatie, { sleutel })).statusCode, 403, sleutel)
  assert.equal((await breng(notificatie, { bron: svb })).statusCode, 403)
  assert.equal((await breng(notificatie, { bron: elders })).statusCode, 403)
  assert.deepEqual(bewaard, [])
  assert.equal((await breng(notificatie, { bron: svb, sleutel: berichtsleutel(ring, svb) })).statusCode, 204)
})

test('a key that was replaced opens nothing any more, and the one of another connection still does', async () => {
  const { breng, sleutelnummer } = opzet()
  const [oud, nieuw] = [0, 1].map((nummer) => berichtsleutel(ring, svb, { nummer }))
  assert.ok(oud && nieuw && oud !== nieuw)
  assert.equal((await breng(notificatie, { bron: svb, sleutel: oud })).statusCode, 204)
  assert.equal((await breng(notificatie, { bron: svb, sleutel: nieuw })).statusCode, 403)
  sleutelnummer.svb = 1
  assert.equal((await breng(notificatie, { bron: svb, sleutel: oud })).statusCode, 403)
  assert.equal((await breng(notificatie, { bron: svb, sleutel: nieuw })).statusCode, 204)
  assert.equal((await breng(notificatie)).statusCode, 204)
})

test('a test of the address is answered and forgotten; what is not about a case of this connection is only counted', async () => {
  const { bewaard, breng } = opzet()
  assert.equal((await breng({ ...notificatie, kanaal: 'test' })).statusCode, 204)
  assert.deepEqual(bewaard, [])
  for (const anders of [
    { kanaal: 'documenten' },
    { hoofdObject: `https://elders.example/zaken/api/v1/zaken/${uuid}` },
    { hoofdObject: `${basis}/zaken/${uuid}/../x` },
    { hoofdObject: `${basis}/statussen/${uuid}` },
    { hoofdObject: `${basis}/zaken/1` },
  ])
    assert.equal((await breng({ ...notificatie, ...anders })).statusCode, 204, JSON.stringify(anders))
  assert.deepEqual(bewaard, Array(5).fill({ bron: rotterdam, op: nu() }))
})

test('what is no message is refused and says where; it never names what was sent', async () => {
  const { bewaard, breng, stuk } = opzet()
  for (const [bericht, status] of [
    ['{', 400],
    ['', 400],
    ['[]', 400],
    [{ ...notificatie, hoofdObject: 'geheim-123456782' }, 400],
    [{ ...notificatie, kanaal: undefined }, 400],
    [{ ...notificatie, kenmerken: { x: 'y'.repeat(1_001) } }, 400],
    [{ ...notificatie, extra: 'x'.repeat(70_000) }, 413],
  ] as const) {
    const antwoord = await breng(bericht)
    assert.equal(antwoord.statusCode, status, JSON.stringify(bericht).slice(0, 90))
    assert.ok(!antwoord.body.includes('123456782'))
  }
  assert.deepEqual(bewaard, [])
  // Not kept is not accepted: the sender tries again.
  stuk.is = true
  assert.equal((await breng(notificatie)).statusCode, 500)
})

test('a CloudEvent comes alone, in a batch or in headers, and means the same', async () => {
  const { bewaard, meld } = opzet()
  const een = await meld(gebeurtenis)
  assert.deepEqual([een.statusCode, een.json()], [202, { ontvangen: 1, onbekend: 0 }])
  const twee = [gebeurtenis, { ...gebeurtenis, id: '8', type: 'nl.overheid.zaken.zaak-verwijderd' }]
  const reeks = await meld(twee, { 'content-type': 'application/cloudevents-batch+json; charset=utf-8' })
  assert.deepEqual([reeks.statusCode, reeks.json()], [202, { ontvangen: 2, onbekend: 0 }])
  const koppen = Object.fromEntries(
    Object.entries(gebeurtenis).flatMap(([naam, waarde]) =>
      typeof waarde === 'string' && naam !== 'datacontenttype'
        ? [[`ce-${naam}`, encodeURIComponent(waarde)]]
        : [],
    ),
  )
  const binair = await meld(
    { bronorganisatie: '999800003' },
    { 'content-type': 'application/json', ...koppen },
  )
  assert.deepEqual([binair.statusCode, binair.json()], [202, { ontvangen: 1, onbekend: 0 }])
  assert.deepEqual(bewaard, Array(4).fill({ bron: rotterdam, op: nu(), zaak: uuid }))
})

test('a kind that nobody takes is acknowledged and counted; that a resident opened a case is no news', async () => {
  const { bewaard, onbekend, meld } = opzet()
  const vreemd = await meld({ ...gebeurtenis, type: 'nl.overheid.personen.verhuisd' })
  assert.deepEqual([vreemd.statusCode, vreemd.json()], [202, { ontvangen: 0, onbekend: 1 }])
  assert.deepEqual([onbekend, bewaard], [[`${rotterdam} 1`], []])
  await meld({ ...gebeurtenis, type: 'nl.overheid.zaken.zaak-geopend' })
  assert.deepEqual(bewaard, [{ bron: rotterdam, op: nu() }])
})

test('a CloudEvent without a key, or not as the profile has it, is refused as a problem', async () => {
  const { bewaard, meld } = opzet()
  for (const authorization of ['', 'Bearer x', berichtsleutel(ring, elders)]) {
    const { statusCode, headers } = await meld(gebeurtenis, { authorization })
    assert.deepEqual([statusCode, headers['www-authenticate']], [401, 'Bearer'])
    assert.match(String(headers['content-type']), /^application\/problem\+json/)
  }
  const reeks = { 'content-type': 'application/cloudevents-batch+json' }
  for (const [bericht, koppen, plaats] of [
    [{ ...gebeurtenis, source: 'https://zaken.example' }, {}, '/source'],
    [{ ...gebeurtenis, specversion: '0.3' }, {}, '/specversion'],
    [{ ...gebeurtenis, subject: 'geen-uuid' }, {}, '/0/subject'],
    [[gebeurtenis, { ...gebeurtenis, id: '' }], reeks, '/1/id'],
    [gebeurtenis, reeks, ''],
    [Array(1_001).fill(gebeurtenis), reeks, ''],
    ['{', {}, ''],
  ] as const) {
    const antwoord = await meld(bericht, koppen)
    assert.equal(antwoord.statusCode, 400)
    assert.equal(antwoord.json().errors[0].pointer, plaats)
  }
  const binair = await meld({}, { 'content-type': 'application/json', 'ce-id': '1', 'ce-source': '%zz' })
  assert.equal(binair.statusCode, 400)
  assert.ok(binair.json().errors.some(({ parameter }: { parameter: string }) => parameter === 'ce-source'))
  assert.equal((await meld(gebeurtenis, { 'content-type': 'text/xml' })).statusCode, 415)
  assert.deepEqual(bewaard, [])
})

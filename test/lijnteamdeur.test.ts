import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { api } from '../src/api/index.ts'
import { openLijnteamdeur } from '../src/app-lijnen.ts'
import { proeforganisatie } from '../src/audit/proefaudit.ts'
import { proefcorpus } from '../src/corpus/proefcorpus.ts'
import { openGids, type Publieklijn } from '../src/lijnen/index.ts'
import type { Koppelingen } from '../src/loket/index.ts'
import { createKern } from '../src/platform/http/index.ts'
import { stilLog } from '../src/platform/index.ts'
import { gidsOpslag, wachtrijOpslag } from '../src/store/index.ts'
import { openProefdatabank } from '../src/store/proefdatabank.ts'
import { maakToken } from '../src/zgw/index.ts'

const nu = new Date('2026-03-02T10:00:00Z')
const [svb, uwv] = [proeforganisatie('svb'), proeforganisatie('uwv')]
const geheim = 'g'.repeat(32)
const opClient = (async (client: string) =>
  client === 'svb-systeem' || client === 'uwv-systeem'
    ? { koppeling: { organisatie: client === 'svb-systeem' ? svb : uwv, client }, geheim }
    : undefined) as Koppelingen['opClient']

async function opstelling(t: TestContext) {
  const { databank } = await openProefdatabank(t)
  const gids = openGids({
    store: gidsOpslag(databank),
    wachtrijen: wachtrijOpslag(databank),
    ...{ nu: () => nu, isHier: () => true, meldFout: assert.ifError },
  })
  const geladen = proefcorpus()
  /** What an exchange told, and of whom. */
  const gemeld: unknown[] = []
  const publieklijn: Publieklijn = {
    meld: async (organisatie, { volgnummer, gesprekken }) => {
      if (volgnummer === 8) return { soort: 'oud' }
      if (volgnummer === 9) return { soort: 'bezig' }
      gemeld.push([organisatie, gesprekken])
      return { soort: 'ok', standen: gesprekken.map(({ id }) => ({ id, stand: 'wacht', voor: 2 })) }
    },
  }
  const deur = openLijnteamdeur(
    { klok: { nu: () => nu } },
    { balie: { gids }, corpus: { huidig: () => geladen }, keten: { koppelingen: { opClient } }, publieklijn },
  )
  assert.ok(deur)
  const app = createKern({ log: stilLog })
  await app.register(api, {
    log: stilLog,
    corpus: () => geladen.engine,
    gebeurtenissen: () => geladen.gebeurtenissen,
    organisaties: () => geladen.organisaties,
    nu: () => nu,
    lijnteams: deur,
  })
  t.after(() => app.close())
  const meldPubliek = async (
    gesprekken: unknown,
    { met = geheim, volgnummer = 10 }: { met?: string; volgnummer?: unknown } = {},
  ) => {
    const { statusCode, body, headers } = await app.inject({
      method: 'POST',
      url: '/api/v1/lijnteams/publiek',
      headers: {
        authorization: `Bearer ${maakToken({ client: 'svb-systeem', geheim: met }, nu)}`,
        'content-type': 'application/json',
      },
      payload: JSON.stringify({ volgnummer, gesprekken }),
    })
    return { status: statusCode, inhoud: JSON.parse(body), straks: headers['retry-after'] }
  }
  const vraag = async (client: string, lijnteams?: readonly object[], met = geheim) => {
    const { statusCode, body } = await app.inject({
      method: lijnteams === undefined ? 'GET' : 'POST',
      url: '/api/v1/lijnteams',
      headers: {
        authorization: `Bearer ${maakToken({ client, geheim: met }, nu)}`,
        ...(lijnteams !== undefined && { 'content-type': 'application/json' }),
      },
      ...(lijnteams !== undefined && { payload: JSON.stringify({ lijnteams }) }),
    })
    return { status: statusCode, inhoud: JSON.parse(body) }
  }
  return { app, vraag, gids, meldPubliek, gemeld }
}

const rij = {
  id: 'svb-aow',
  naam: 'AOW',
  beslissen: 'regeling-aow',
  gebied: 'nederland',
  talen: 'nl',
  uren: 'ma-vr 08:00-17:00',
  capaciteit: '3',
}

test('an organisation writes and reads its own teams with the key of its own system, and no other', async (t) => {
  const { app, vraag, gids } = await opstelling(t)
  assert.equal((await app.inject({ method: 'GET', url: '/api/v1/lijnteams' })).statusCode, 401)
  assert.equal((await vraag('svb-systeem', undefined, 'h'.repeat(32))).status, 401)
  assert.equal((await vraag('niemand', [rij])).status, 401)
  const gezet = await vraag('svb-systeem', [rij])
  assert.equal(gezet.status, 200)
  const [een] = gezet.inhoud.lijnteams
  assert.deepEqual(
    [een.id, een.beslissen, een.bevestigdOp, een.isVerouderd],
    ['svb-aow', 'regeling-aow', '2026-03-02', false],
  )
  // What is read can be sent again as it is, once it says less of how fresh it is.
  const { bevestigdOp: _, isVerouderd: __, ...weer } = een
  assert.deepEqual((await vraag('svb-systeem', [weer])).inhoud, gezet.inhoud)
  assert.deepEqual((await vraag('uwv-systeem')).inhoud, { lijnteams: [] })
  const ander = await vraag('uwv-systeem', [rij])
  assert.deepEqual([ander.status, ander.inhoud.errors[0].code], [400, 'van-ander'])
  assert.equal((await gids.alle())[0]?.team.organisatie, svb)
})

test('with one fault nothing is written, and the answer says where it is', async (t) => {
  const { vraag, gids } = await opstelling(t)
  const fout = await vraag('svb-systeem', [rij, { ...rij, id: 'svb-b', beslissen: 'regeling-bestaat-niet' }])
  assert.equal(fout.status, 400)
  assert.equal(fout.inhoud.errors[0].pointer, '/lijnteams/1/beslissen')
  assert.deepEqual(await gids.alle(), [])
  const leeg = await vraag('svb-systeem', [{ ...rij, naam: 3 }])
  assert.deepEqual([leeg.status, leeg.inhoud.errors[0].pointer], [400, '/lijnteams/0/naam'])
})

test('the telephone exchange of an organisation says which residents call, with the key of its own system', async (t) => {
  const { meldPubliek, gemeld } = await opstelling(t)
  const gesprek = { id: 'c-20260302-0017', lijnteam: 'svb-aow', stand: 'gesprek', medewerker: 'henk' }
  assert.equal((await meldPubliek([gesprek], { met: 'h'.repeat(32) })).status, 401)
  for (const fout of [
    // A telephone number, or a BSN, is no id of a call.
    ...[{ id: '+31612345678' }, { id: '0612345678' }, { id: '06-12345678' }, { id: 'kort' }],
    ...[{ stand: 'weg' }, { lijnteam: undefined }, { medewerker: undefined }],
  ])
    assert.equal((await meldPubliek([{ ...gesprek, ...fout }])).status, 400, JSON.stringify(fout))
  for (const volgnummer of [null, 0, 1.5, '7'])
    assert.equal((await meldPubliek([], { volgnummer })).status, 400)
  const oud = await meldPubliek([gesprek], { volgnummer: 8 })
  assert.deepEqual([oud.status, oud.inhoud.errors[0].pointer], [400, '/volgnummer'])
  const bezig = await meldPubliek([gesprek], { volgnummer: 9 })
  assert.deepEqual([bezig.status, bezig.straks], [429, '1'])
  assert.deepEqual(gemeld, [])
  const uit = await meldPubliek([gesprek])
  assert.deepEqual(uit, {
    ...{ status: 200, straks: undefined },
    inhoud: { gesprekken: [{ id: gesprek.id, stand: 'wacht', voor: 2 }] },
  })
  const { lijnteam: team, ...rest } = gesprek
  assert.deepEqual(gemeld, [[svb, [{ ...rest, team }]]])
})

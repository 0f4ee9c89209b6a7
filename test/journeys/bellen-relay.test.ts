import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Ijs, ijsVoor, TURN_MS } from '../../src/lijnen/index.ts'
import { belmensen, belOrganisatie, hoort, metCode } from './belreis.ts'
import { startReis } from './inwoners.ts'
import { naarBalie } from './ketenreis.ts'
import { startTurnserver, turngeheim, vindTurnserver } from './turnserver.ts'

/** By which ways the live connections go: `relay relay` when both ends go through the server. */
const wegen = (page: Page): Promise<readonly string[]> =>
  page.evaluate<string[]>(`(async () => {
    const wegen = []
    for (const pc of alle.filter(({ connectionState }) => connectionState === 'connected')) {
      const stats = await pc.getStats()
      for (const een of stats.values())
        if (een.type === 'candidate-pair' && een.nominated && een.state === 'succeeded')
          wegen.push([een.localCandidateId, een.remoteCandidateId].map((id) => stats.get(id)?.candidateType).join(' ')
            + ' ' + stats.get(een.localCandidateId)?.relayProtocol)
    }
    return [...new Set(wegen)]
  })()`)

/** What somebody gets at the TURN server with these words: a way, or the code of its refusal. */
const probeer = (page: Page, ijs: Ijs): Promise<string> =>
  page.evaluate<string>(`new Promise((klaar) => {
    const pc = new RTCPeerConnection(${JSON.stringify(ijs)})
    pc.createDataChannel('x')
    pc.onicecandidate = ({ candidate }) => candidate?.candidate && klaar(candidate.type)
    pc.onicecandidateerror = ({ errorCode }) => klaar('geweigerd ' + errorCode)
    pc.createOffer().then((offer) => pc.setLocalDescription(offer))
  })`)

test('where nothing but a TURN server over TCP gets through, three hear each other; it falls away and they find another way; old words open nothing', async (t) => {
  const programma = vindTurnserver()
  if ('reden' in programma) return t.skip(programma.reden)
  const servers = [await startTurnserver(t, programma.pad), await startTurnserver(t, programma.pad)] as const
  const urls = servers.map(({ url }) => url)
  const { app } = await startReis(t, {
    ...{ VOORDEUR_TURN_URLS: urls.join(' '), VOORDEUR_TURN_GEHEIM: turngeheim, VOORDEUR_TURN_ALLEEN: 'true' },
  })
  const nieuw = await belmensen(t, app.adres.replace(/\/\/(\[::1\]|127\.0\.0\.1)/, '//localhost'))
  const [balie, svb, inwoner] = [await nieuw(), await nieuw(), await nieuw()]
  await naarBalie(balie, /Rotterdam/, /Esra/)
  await naarBalie(svb, /Sociale Verzekeringsbank|SVB/, /Henk/)
  await belOrganisatie(balie, svb, 'svb')
  await Promise.all([hoort(balie, 1), hoort(svb, 1)])
  await metCode(balie, inwoner, 'Code voor de inwoner')
  await Promise.all([balie, svb, inwoner].map((page) => hoort(page, 2)))
  for (const page of [balie, svb, inwoner]) assert.deepEqual(await wegen(page), ['relay relay tcp'])

  // The words of somebody in the call open the server; the same, when they ran out, do not, and nobody stretches them.
  const [ijs] = await balie.evaluate<Ijs[]>(`alle.map((pc) => pc.getConfiguration())`)
  const gekregen = ijs?.iceServers[0] ?? assert.fail('geen woorden')
  const [tot = '', deelnemer = ''] = gekregen.username.split(':')
  const turn = { urls, geheim: turngeheim, isAlleen: true }
  assert.equal(Number(tot) * 1000 <= Date.now() + TURN_MS, true)
  assert.equal(await probeer(balie, ijs ?? assert.fail()), 'relay')
  assert.equal(await probeer(balie, ijsVoor(turn, deelnemer, Date.now() - TURN_MS - 2_000)), 'geweigerd 401')
  const opgerekt = { ...gekregen, urls, username: `${Number(tot) + 3_600}:${deelnemer}` }
  assert.equal(await probeer(balie, { iceServers: [opgerekt], iceTransportPolicy: 'relay' }), 'geweigerd 401')

  // The way there falls away under everybody at once: they find the other one by themselves.
  await servers[0].dood()
  await Promise.all([balie, svb, inwoner].map((page) => hoort(page, 2)))
  for (const page of [balie, svb, inwoner]) assert.deepEqual(await wegen(page), ['relay relay tcp'])
})

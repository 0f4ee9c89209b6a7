import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSleutelring } from '../audit/index.ts'
import { createKern } from '../platform/http/index.ts'
import { stilLog } from '../platform/index.ts'
import { bronsleutel, bronVanToken, tekenLevensloop } from '../proactief/index.ts'
import { apiFoutantwoord, vroegsignaalberichten } from './index.ts'

const nu = new Date('2026-03-01T10:00:00Z')
const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])

async function opzet() {
  const gehoord: unknown[] = []
  const app = createKern({ log: stilLog, foutpagina: () => '', foutantwoord: apiFoutantwoord })
  await app.register(vroegsignaalberichten, {
    deur: {
      bron: (kop, tekst) => bronVanToken(ring, kop, tekst, nu),
      ontvang: async (bron, wat) => {
        if (bron !== 'woonstad') return { status: 'geen-partner' }
        if (wat === null) return { status: 'ongeldig', plaats: '' }
        gehoord.push(wat)
        const geweigerd = [{ id: 'a', reden: 'plicht-niet-gedaan', veld: 'plichten: herinnerd' }] as const
        return { status: 'ontvangen', nieuw: 0, dubbel: 0, ingetrokken: 0, geweigerd }
      },
    },
  })
  const stuur = (tekst: string, authorization?: string, type = 'application/cloudevents-batch+json') =>
    app.inject({
      method: 'POST',
      url: '/vroegsignalen',
      headers: { 'content-type': type, ...(authorization && { authorization }) },
      payload: tekst,
    })
  const teken = (bron: string, tekst: string) =>
    `Bearer ${tekenLevensloop(bron, bronsleutel(ring, bron), tekst, nu)}`
  return { stuur, teken, gehoord }
}

test('a creditor signs every body, and reads of each signal that was refused what to do', async () => {
  const { stuur, teken, gehoord } = await opzet()
  const goed = await stuur('[{"id":"a"}]', teken('woonstad', '[{"id":"a"}]'))
  assert.equal(goed.statusCode, 202)
  assert.deepEqual(goed.json(), {
    ...{ nieuw: 0, dubbel: 0, ingetrokken: 0 },
    geweigerd: [{ id: 'a', reden: 'plicht-niet-gedaan', veld: 'plichten: herinnerd' }],
  })
  for (const kop of [undefined, 'Bearer iets', teken('woonstad', '[{"id":"b"}]')]) {
    const { statusCode } = await stuur('[{"id":"a"}]', kop)
    assert.ok(statusCode === 401 || statusCode === 403, String(statusCode))
  }
  // A key of a source of life events, or of nobody with an agreement, opens nothing here.
  assert.equal((await stuur('[]', teken('rvig', '[]'))).statusCode, 403)
  assert.equal((await stuur('{', teken('woonstad', '{'))).statusCode, 400)
  assert.equal((await stuur('null', teken('woonstad', 'null'))).statusCode, 400)
  assert.equal((await stuur('[]', teken('woonstad', '[]'), 'text/plain')).statusCode, 415)
  assert.equal(gehoord.length, 1)
})

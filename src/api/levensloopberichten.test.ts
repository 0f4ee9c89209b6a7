import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSleutelring } from '../audit/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { createKern } from '../platform/http/index.ts'
import { stilLog } from '../platform/index.ts'
import { bronsleutel, bronVanToken, tekenLevensloop } from '../proactief/index.ts'
import { api } from './index.ts'

const nu = new Date('2026-03-01T10:00:00Z')
const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])

async function opzet() {
  const gehoord: unknown[] = []
  const { engine, gebeurtenissen, organisaties } = proefcorpus()
  const app = createKern({ log: stilLog })
  await app.register(api, {
    log: stilLog,
    nu: () => nu,
    corpus: () => engine,
    gebeurtenissen: () => gebeurtenissen,
    organisaties: () => organisaties,
    levensloop: {
      bron: (kop, tekst) => bronVanToken(ring, kop, tekst, nu),
      ontvang: async (bron, wat) => {
        gehoord.push([bron, wat])
        return wat === null
          ? { status: 'ongeldig', plaats: '' }
          : { status: 'ontvangen', nieuw: 1, dubbel: 0, samen: 0, onbekend: 0 }
      },
    },
  })
  const stuur = (tekst: string, authorization?: string) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/levensloopberichten',
      headers: { 'content-type': 'application/cloudevents+json', ...(authorization && { authorization }) },
      payload: tekst,
    })
  const teken = (tekst: string) => `Bearer ${tekenLevensloop('rvig', bronsleutel(ring, 'rvig'), tekst, nu)}`
  return { stuur, teken, gehoord }
}

test('only a body that its source signed comes in, and what is wrong is said', async () => {
  const { stuur, teken, gehoord } = await opzet()
  const goed = await stuur('{"id":"a"}', teken('{"id":"a"}'))
  assert.deepEqual([goed.statusCode, goed.json()], [202, { nieuw: 1, dubbel: 0, samen: 0, onbekend: 0 }])
  assert.deepEqual(gehoord, [['rvig', { id: 'a' }]])
  for (const kop of [undefined, 'Bearer iets', teken('{"id":"b"}')]) {
    const { statusCode } = await stuur('{"id":"a"}', kop)
    assert.ok(statusCode === 401 || statusCode === 403, String(statusCode))
  }
  assert.equal(gehoord.length, 1)
  assert.equal((await stuur('{', teken('{'))).statusCode, 400)
  assert.equal((await stuur('null', teken('null'))).statusCode, 400)
})

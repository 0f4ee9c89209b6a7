import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request } from 'node:http'
import { type TestContext, test } from 'node:test'
import { WebSocket } from 'ws'
import { stilLog } from '../log.ts'
import { createKern, type Lid, openLevend } from './index.ts'
import { openbaar } from './toegangsregel.ts'

/** One thing that can be followed, at a number; who is there says `?wie=`. */
async function opstelling(t: TestContext) {
  const app = createKern({ log: stilLog })
  app.get('/gewoon', { config: { toegang: openbaar } }, async () => 'gewoon')
  const nummers = new Map([['a', 1]])
  const weg = new Set<string>()
  const levend = openLevend(app, {
    ...{ pad: '/levend', url: undefined, log: stilLog },
    wie: async ({ url }) => {
      const plek = new URL(url ?? '', 'http://x').searchParams.get('wie')
      const lid: Lid | undefined =
        plek === null
          ? undefined
          : {
              plek,
              leeft: async () => !weg.has(plek),
              volgt: async ({ soort, id }) =>
                soort === 'ding' && !weg.has(plek) ? nummers.get(id) : undefined,
            }
      return lid
    },
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  t.after(() => app.close())
  const { port } = app.server.address() as { port: number }
  const basis = `127.0.0.1:${port}`
  const open = (wie: string | undefined, origin: string | undefined = `http://${basis}`) =>
    new WebSocket(`ws://${basis}/levend${wie === undefined ? '' : `?wie=${wie}`}`, {
      ...(origin !== '' && { origin }),
    })
  const status = async (ws: WebSocket): Promise<number> => {
    const [, antwoord] = (await once(ws, 'unexpected-response')) as [unknown, { statusCode: number }]
    ws.on('error', () => {})
    ws.terminate()
    return antwoord.statusCode
  }
  const erin = async (wie: string): Promise<WebSocket> => {
    const ws = open(wie)
    await once(ws, 'open')
    return ws
  }
  return { app, levend, nummers, weg, basis, open, status, erin }
}

const volg = (id: string) => JSON.stringify({ volg: { soort: 'ding', id } })

async function hoort(ws: WebSocket): Promise<unknown> {
  const [data] = (await once(ws, 'message')) as [Buffer]
  return JSON.parse(data.toString())
}

async function dicht(ws: WebSocket): Promise<number> {
  const [code] = (await once(ws, 'close')) as [number]
  return code
}

test('another website, nobody, and one too many of one session do not get in', async (t) => {
  const { open, status, erin } = await opstelling(t)
  assert.equal(await status(open('ik', 'https://elders.example')), 403)
  assert.equal(await status(open('ik', '')), 403)
  assert.equal(await status(open(undefined)), 401)
  await Promise.all(Array.from({ length: 8 }, () => erin('ik')))
  assert.equal(await status(open('ik')), 429)
  assert.equal((await erin('ander')).readyState, WebSocket.OPEN)
})

test('who follows hears the number at once and at each change, and nothing else of it', async (t) => {
  const { levend, nummers, erin } = await opstelling(t)
  const [ik, ander] = await Promise.all([erin('ik'), erin('ander')])
  ik.send(volg('a'))
  assert.deepEqual(await hoort(ik), { soort: 'ding', id: 'a', nr: 1 })
  ander.send(volg('b'))
  // What does not exist and what is not for them is answered alike.
  assert.deepEqual(await hoort(ander), { soort: 'ding', id: 'b', weg: true })
  ander.on('message', () => assert.fail('van wat men niet volgt, hoort men niets'))
  nummers.set('a', 2)
  levend.meld({ soort: 'ding', id: 'a' })
  assert.deepEqual(await hoort(ik), { soort: 'ding', id: 'a', nr: 2 })
  nummers.set('a', 3)
  levend.meldAlles()
  assert.deepEqual(await hoort(ik), { soort: 'ding', id: 'a', nr: 3 })
})

test('who may not see it any more hears that once, and with a session its connections end', async (t) => {
  const { levend, weg, erin } = await opstelling(t)
  const [ik, ander] = await Promise.all([erin('ik'), erin('ander')])
  ik.send(volg('a'))
  await hoort(ik)
  weg.add('ik')
  levend.meld({ soort: 'ding', id: 'a' })
  assert.deepEqual(await hoort(ik), { soort: 'ding', id: 'a', weg: true })
  ik.on('message', () => assert.fail('wie het niet meer mag zien, hoort er niets meer van'))
  levend.meld({ soort: 'ding', id: 'a' })
  const einde = dicht(ik)
  levend.sluitPlek('ik')
  assert.equal(await einde, 4401)
  assert.equal(ander.readyState, WebSocket.OPEN)
})

test('what cannot be read, is too long, or is asked too often ends the connection', async (t) => {
  const { erin } = await opstelling(t)
  const gevallen: readonly (readonly [(ws: WebSocket) => void, number])[] = [
    [(ws) => ws.send('{'), 1008],
    [(ws) => ws.send(JSON.stringify({ volg: { soort: 'ding', id: '../a' } })), 1008],
    [(ws) => ws.send(Buffer.from([1, 2, 3])), 1008],
    [(ws) => ws.send('x'.repeat(600)), 1009],
    [
      (ws) => {
        for (let i = 0; i < 6; i++) ws.send(volg(`a${i}`))
      },
      1008,
    ],
    [
      (ws) => {
        for (let i = 0; i < 21; i++) ws.send(volg('a'))
      },
      1008,
    ],
  ]
  for (const [doe, code] of gevallen) {
    const ws = await erin('ik')
    const einde = dicht(ws)
    doe(ws)
    assert.equal(await einde, code)
  }
})

test('an upgrade of another kind or at another address is served as a request, and closing lets nobody hang', async (t) => {
  const { app, basis, erin } = await opstelling(t)
  const [host, port] = basis.split(':')
  for (const upgrade of ['h2c', 'websocket']) {
    const vraag = request({
      ...{ host, port, path: '/gewoon' },
      headers: { connection: 'upgrade', upgrade },
    }).end()
    const [antwoord] = (await once(vraag, 'response')) as [{ statusCode: number; resume: () => void }]
    assert.equal(antwoord.statusCode, 200)
    antwoord.resume()
  }
  const ws = await erin('ik')
  const einde = dicht(ws)
  await app.close()
  assert.equal(await einde, 1006)
})

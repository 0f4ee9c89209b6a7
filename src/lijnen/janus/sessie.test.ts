import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { Janusfout, openJanussessie } from './sessie.ts'

interface Vraag {
  readonly janus: string
  readonly transaction: string
  readonly apisecret: string
  readonly body?: { readonly request: string }
}
type Antwoord = object | 'stil' | 'onzin'

/** A Janus that says what a test lets it say, over HTTP on this machine; a GET waits until there is something to tell. */
async function nepjanus(
  t: { after: (fn: () => void) => void },
  opAntwoord: (vraag: Vraag) => Antwoord | undefined,
) {
  const gevraagd: string[] = []
  let [sessie, greep] = [100, 500]
  let wacht: ServerResponse | undefined
  const wachters: (() => void)[] = []
  const gewoon = ({ janus }: Vraag): object => {
    if (janus === 'create') return { janus: 'success', data: { id: ++sessie } }
    if (janus === 'attach') return { janus: 'success', data: { id: ++greep } }
    return janus === 'message' ? { janus: 'ack' } : { janus: 'success' }
  }
  const server = createServer((verzoek, antwoord) => {
    if (verzoek.method === 'GET') {
      wacht = antwoord
      for (const klaar of wachters.splice(0)) klaar()
      return
    }
    let tekst = ''
    verzoek.on('data', (stuk: Buffer) => {
      tekst += stuk.toString()
    })
    verzoek.on('end', () => {
      // Written by what is tested here.
      const vraag = JSON.parse(tekst) as Vraag
      assert.equal(vraag.apisecret, 'een geheim van zestien')
      gevraagd.push(vraag.janus)
      const zegt = opAntwoord(vraag) ?? gewoon(vraag)
      if (zegt === 'stil') return
      antwoord.end(zegt === 'onzin' ? '<html>' : JSON.stringify({ ...zegt, transaction: vraag.transaction }))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const url = new URL(`http://127.0.0.1:${port}/janus`)
  const luistert = async (): Promise<void> => {
    if (wacht === undefined) await new Promise<void>((klaar) => wachters.push(klaar))
  }
  return {
    gevraagd,
    greep: () => greep,
    /** Over the GET that waits. */
    zeg: async (wat: object) => {
      await luistert()
      const aan = wacht
      wacht = undefined
      aan?.end(JSON.stringify([wat]))
    },
    verbreek: async () => {
      await luistert()
      wacht?.destroy()
      wacht = undefined
    },
    sessie: (antwoordMs?: number) => {
      const eigen = openJanussessie(
        { url, geheim: 'een geheim van zestien', beheer: undefined },
        () => randomBytes(6).toString('hex'),
        antwoordMs,
      )
      t.after(() => void eigen.sluit())
      return eigen
    },
  }
}

test('an answer that comes later reaches who asked, whatever else is told in between', async (t) => {
  const vragen: Vraag[] = []
  const janus = await nepjanus(t, (vraag) => {
    if (vraag.janus === 'message') vragen.push(vraag)
    return undefined
  })
  const greep = await janus.sessie().pak(() => assert.fail('niet kwijt'))
  const [een, twee] = [greep.vraag({ request: 'een' }), greep.vraag({ request: 'twee' }, 'v=0')]
  while (vragen.length < 2) await new Promise(setImmediate)
  const antwoord = (request: string) => ({
    janus: 'event',
    transaction: vragen.find(({ body }) => body?.request === request)?.transaction,
    plugindata: { data: { op: request } },
    ...(request === 'twee' && { jsep: { type: 'answer', sdp: 'v=0 terug' } }),
  })
  await janus.zeg({ janus: 'keepalive' })
  await janus.zeg({ janus: 'event', transaction: 'van niemand', plugindata: { data: {} } })
  await janus.zeg(antwoord('twee'))
  await janus.zeg(antwoord('een'))
  assert.deepEqual(
    [await een, await twee],
    [
      { data: { op: 'een' }, sdp: undefined },
      { data: { op: 'twee' }, sdp: 'v=0 terug' },
    ],
  )
})

test('an error, nonsense or silence is a failure of that question alone, and the next one is asked', async (t) => {
  const beurten: (Antwoord | undefined)[] = [
    { janus: 'error', error: { code: 403, reason: 'Unauthorized' } },
    'onzin',
    'stil',
    { janus: 'success', plugindata: { data: { goed: 1 } } },
  ]
  const janus = await nepjanus(t, ({ janus: soort }) => (soort === 'message' ? beurten.shift() : undefined))
  const greep = await janus.sessie(200).pak(() => {})
  await assert.rejects(greep.vraag({ request: 'x' }), Janusfout)
  await assert.rejects(greep.vraag({ request: 'x' }), SyntaxError)
  await assert.rejects(greep.vraag({ request: 'x' }), { name: 'TimeoutError' })
  assert.deepEqual(await greep.vraag({ request: 'x' }), { data: { goed: 1 }, sdp: undefined })
  // Taken, and then never a word.
  await assert.rejects(greep.vraag({ request: 'x' }), /zweeg/)
})

test('a session that Janus lost: who hung on it is told, who waits hears at once, and the next begins a new one', async (t) => {
  for (const hoe of ['fout', 'timeout', 'verbroken'] as const) {
    const janus = await nepjanus(t, () => undefined)
    const sessie = janus.sessie(60_000)
    let kwijt = 0
    const greep = await sessie.pak(() => kwijt++)
    const wacht = greep.vraag({ request: 'x' })
    if (hoe === 'verbroken') await janus.verbreek()
    else
      await janus.zeg(
        hoe === 'timeout' ? { janus: 'timeout' } : { janus: 'error', error: { code: 458, reason: 'x' } },
      )
    await assert.rejects(wacht, /zweeg/)
    assert.equal(kwijt, 1, hoe)
    await sessie.pak(() => {})
    assert.deepEqual(janus.gevraagd.filter((een) => een === 'create').length, 2, hoe)
  }
})

test('one that hangs up there is told once, and the others stay; no session is kept that never began', async (t) => {
  let isStuk = true
  const janus = await nepjanus(t, ({ janus: soort }) =>
    soort === 'create' && isStuk ? { janus: 'error', error: { code: 403, reason: 'x' } } : undefined,
  )
  const sessie = janus.sessie()
  await assert.rejects(
    sessie.pak(() => {}),
    Janusfout,
  )
  isStuk = false
  const kwijt: string[] = []
  await sessie.pak(() => kwijt.push('een'))
  const eerste = janus.greep()
  await sessie.pak(() => kwijt.push('twee'))
  await janus.zeg({ janus: 'hangup', sender: eerste })
  await janus.zeg({ janus: 'detached', sender: eerste })
  await janus.zeg({ janus: 'keepalive' })
  assert.deepEqual(kwijt, ['een'])
})

import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type TestContext, test } from 'node:test'
import { z } from 'zod'
import { createLog } from '../log.ts'
import { type BronAntwoord, type BronInstelling, type BronVerzoek, createBron } from './index.ts'
import { Proeftijd, vasteBytes } from './proeftijd.ts'

type Antwoorder = (antwoord: ServerResponse, verzoek: IncomingMessage, lichaam: string) => void

/** A source on the loopback interface that does what the test says, and remembers what came in. */
async function opstelling(t: TestContext, instelling: Partial<BronInstelling> = {}) {
  const gezien: { pad: string; koppen: IncomingMessage['headers']; lichaam: string }[] = []
  const wachters: (() => void)[] = []
  const stand: { antwoorder: Antwoorder } = { antwoorder: goed }
  const server = createServer((verzoek, antwoord) => {
    let lichaam = ''
    verzoek.on('data', (deel) => {
      lichaam += deel
    })
    verzoek.on('end', () => {
      gezien.push({ pad: verzoek.url ?? '', koppen: verzoek.headers, lichaam })
      for (const wachter of wachters.splice(0)) wachter()
      stand.antwoorder(antwoord, verzoek, lichaam)
    })
  })
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  const adres = server.address()
  assert.ok(typeof adres === 'object' && adres !== null)
  const tijd = new Proeftijd('2026-03-01T10:00:00Z')
  const regels: string[] = []
  const bron = createBron(
    {
      naam: 'proef',
      basisUrl: new URL(`http://127.0.0.1:${adres.port}/basis`),
      aanmelden: async () => ({ 'x-api-key': 'geheime-sleutel' }),
      ...instelling,
    },
    {
      klok: tijd.klok,
      wekker: tijd.wekker,
      toeval: vasteBytes(1),
      log: createLog(tijd.klok.nu, (regel) => regels.push(regel)),
    },
  )
  t.after(async () => {
    bron.sluit()
    server.closeAllConnections()
    await new Promise((klaar) => server.close(klaar))
  })
  const volgendeVraag = () => new Promise<void>((klaar) => wachters.push(klaar))
  return { bron, tijd, gezien, regels, stand, volgendeVraag, server }
}

const goed: Antwoorder = (antwoord) => stuur(antwoord, 200, { getal: 1 })

function stuur(antwoord: ServerResponse, status: number, inhoud: unknown): void {
  antwoord.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(inhoud))
}

const lezen: BronVerzoek<{ getal: number }> = {
  handeling: 'lezen',
  methode: 'POST',
  pad: 'getallen',
  json: { bsn: '999990019' },
  isHerhaalbaar: true,
  vorm: z.object({ getal: z.number() }),
}
const eenmalig = { ...lezen, isHerhaalbaar: false }
const eenPoging = { grenzen: { pogingen: 1 } }

test('a good answer comes back checked, with the moment, the key and the trace sent along', async (t) => {
  const { bron, gezien, tijd } = await opstelling(t)
  const spoor = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' }
  const uitkomst = await bron.vraag({ ...lezen, spoor })
  assert.deepEqual(uitkomst, { status: 'ok', inhoud: { getal: 1 }, op: tijd.klok.nu() })
  const [vraag] = gezien
  assert.equal(vraag?.pad, '/basis/getallen')
  assert.equal(vraag?.koppen['x-api-key'], 'geheime-sleutel')
  assert.match(String(vraag?.koppen.traceparent), /^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/)
  assert.ok(!String(vraag?.koppen.traceparent).includes(spoor.spanId), 'een eigen span')
  assert.equal(vraag?.lichaam, '{"bsn":"999990019"}')
  assert.equal(tijd.wachtend, 0, 'er blijft geen wekker staan')
})

test('each way to answer wrongly has its own name', async (t) => {
  const gevallen: [string, Antwoorder, Partial<BronVerzoek<{ getal: number }>>?][] = [
    ['storing', (antwoord) => stuur(antwoord, 500, {})],
    ['storing', (antwoord) => stuur(antwoord, 429, {})],
    ['geweigerd', (antwoord) => stuur(antwoord, 401, {})],
    ['geweigerd', (antwoord) => stuur(antwoord, 403, {})],
    ['onbegrepen', (antwoord) => stuur(antwoord, 400, {})],
    ['onbegrepen', (antwoord) => antwoord.writeHead(302, { location: 'http://elders.test/' }).end()],
    ['onleesbaar', (antwoord) => antwoord.end('<html>Welkom</html>')],
    ['onleesbaar', (antwoord) => stuur(antwoord, 200, { getal: 'een' })],
    ['onleesbaar', (antwoord) => antwoord.writeHead(204).end()],
    ['ander-antwoord', goed, { pastBij: ({ getal }) => getal === 2 }],
    ['te-groot', (antwoord) => antwoord.end('x'.repeat(3_000))],
    ['te-groot', (antwoord) => antwoord.writeHead(200, { 'content-length': '3000' }).end('x')],
    ['afgebroken', (antwoord) => antwoord.destroy()],
    ['afgebroken', half],
    ['afgebroken', (antwoord) => antwoord.write('{"getal":', () => antwoord.destroy())],
  ]
  for (const [soort, antwoorder, extra] of gevallen) {
    const { bron, stand } = await opstelling(t, { grenzen: { pogingen: 1, maxBytes: 2_000 } })
    stand.antwoorder = antwoorder
    const uitkomst = await bron.vraag({ ...lezen, ...extra })
    assert.equal(uitkomst.status === 'fout' && uitkomst.soort, soort, String(antwoorder))
  }
})

const half: Antwoorder = (antwoord) => {
  antwoord.writeHead(200, { 'content-length': '100' })
  antwoord.write('{"getal":1', () => antwoord.destroy())
}

test('a 404 is an answer and no fault', async (t) => {
  const { bron, stand, tijd } = await opstelling(t)
  stand.antwoorder = (antwoord) => stuur(antwoord, 404, {})
  assert.deepEqual(await bron.vraag(lezen), { status: 'niet-gevonden', op: tijd.klok.nu() })
  assert.equal(bron.stand().foutSinds, undefined)
})

test('a source that hangs costs no more than the time we gave it', async (t) => {
  const { bron, stand, tijd, volgendeVraag } = await opstelling(t)
  stand.antwoorder = () => {}
  const gekomen = volgendeVraag()
  const uitkomst = bron.vraag(lezen)
  await gekomen
  tijd.vooruit(2_999)
  assert.equal(bron.stand().lopend, 1)
  tijd.vooruit(1)
  const fout = await uitkomst
  assert.equal(fout.status === 'fout' && fout.soort, 'te-laat')
  assert.equal(bron.stand().lopend, 0)
})

test('that nobody is there is known at once', async (t) => {
  const { bron, server } = await opstelling(t, eenPoging)
  server.closeAllConnections()
  await new Promise((klaar) => server.close(klaar))
  const uitkomst = await bron.vraag(lezen)
  assert.equal(uitkomst.status === 'fout' && uitkomst.soort, 'onbereikbaar')
})

test('what may be asked twice is, after a pause partly by chance; what may not is asked once', async (t) => {
  const { bron, stand, tijd, gezien } = await opstelling(t)
  let keer = 0
  stand.antwoorder = (antwoord) => {
    keer++
    stuur(antwoord, keer === 1 ? 503 : 200, { getal: keer })
  }
  const uitkomst = bron.vraag(lezen)
  // The alarms of the question itself are a second and more away; the pause is at most 100 ms.
  while ((tijd.eerstvolgendeMs ?? 1_000) > 100) await new Promise((verder) => setImmediate(verder))
  tijd.vooruit(49)
  assert.equal(gezien.length, 1, 'nooit eerder dan de helft van de pauze')
  tijd.vooruit(51)
  assert.deepEqual(await uitkomst, { status: 'ok', inhoud: { getal: 2 }, op: tijd.klok.nu() })

  keer = 0
  const eenKeer = await bron.vraag(eenmalig)
  assert.equal(eenKeer.status, 'fout')
  assert.equal(gezien.length, 3)
})

test('a form goes as a form', async (t) => {
  const { bron, gezien } = await opstelling(t)
  const { json: _weg, ...zonder } = lezen
  await bron.vraag({ ...zonder, formulier: { grant_type: 'client_credentials', scope: 'a b' } })
  assert.equal(gezien[0]?.lichaam, 'grant_type=client_credentials&scope=a+b')
  assert.equal(gezien[0]?.koppen['content-type'], 'application/x-www-form-urlencoded')
})

test('a readable but wrong answer is not asked again: it would come back the same', async (t) => {
  const { bron, stand, gezien } = await opstelling(t)
  stand.antwoorder = (antwoord) => antwoord.end('<html>')
  await bron.vraag(lezen)
  assert.equal(gezien.length, 1)
})

test('the breaker opens after failures, lets one try after the rest, and closes on a good answer', async (t) => {
  const { bron, stand, tijd, gezien, volgendeVraag } = await opstelling(t, eenPoging)
  stand.antwoorder = (antwoord) => stuur(antwoord, 500, {})
  const begin = tijd.klok.nu()
  for (let i = 0; i < 5; i++) {
    await bron.vraag(lezen)
    tijd.vooruit(10)
  }
  assert.equal(bron.stand().keten, 'open')
  const dicht = await bron.vraag(lezen)
  assert.deepEqual(dicht, { status: 'fout', soort: 'onderbroken', sinds: begin })
  assert.equal(gezien.length, 5)

  tijd.vooruit(10_000)
  assert.equal(bron.stand().keten, 'half-open')
  // While one tries, the others still wait.
  const laatLos: (() => void)[] = []
  stand.antwoorder = (antwoord) => laatLos.push(() => stuur(antwoord, 500, {}))
  const gekomen = volgendeVraag()
  const proef = bron.vraag(lezen)
  await gekomen
  const ander = await bron.vraag(lezen)
  assert.equal(ander.status === 'fout' && ander.soort, 'onderbroken')
  laatLos[0]?.()
  await proef
  assert.equal(bron.stand().keten, 'open', 'de proef mislukte')
  tijd.vooruit(10_000)
  assert.equal(bron.stand().keten, 'open', 'de tweede rust duurt twee keer zo lang')
  tijd.vooruit(10_000)
  stand.antwoorder = goed
  const hersteld = await bron.vraag(lezen)
  assert.equal(hersteld.status, 'ok')
  assert.equal(bron.stand().keten, 'dicht')
  assert.equal(bron.stand().foutSinds, undefined)
})

test('when a try fails and the breaker opens, what went wrong is told and not that we stopped', async (t) => {
  const { bron, stand, tijd, gezien } = await opstelling(t, {
    onderbreker: { venster: 2, minimum: 1, aandeel: 0.5, rustMs: 10_000 },
  })
  stand.antwoorder = (antwoord) => stuur(antwoord, 503, {})
  const uitkomst = bron.vraag(lezen)
  while ((tijd.eerstvolgendeMs ?? 1_000) > 100) await new Promise((verder) => setImmediate(verder))
  tijd.vooruit(100)
  const fout = await uitkomst
  assert.deepEqual([fout.status === 'fout' && fout.soort, gezien.length], ['storing', 1])
})

test('a mistake of ours in a question does not close the way to the source', async (t) => {
  const { bron, stand } = await opstelling(t, eenPoging)
  stand.antwoorder = (antwoord) => stuur(antwoord, 400, {})
  for (let i = 0; i < 10; i++) await bron.vraag(lezen)
  assert.equal(bron.stand().keten, 'dicht')
})

test('so many at a time, so many waiting, and whoever comes then hears at once that it is full', async (t) => {
  const { bron, stand, tijd, gezien } = await opstelling(t, { grenzen: { tegelijk: 2, wachtend: 1 } })
  const los: (() => void)[] = []
  stand.antwoorder = (antwoord) => los.push(() => goed(antwoord, ...leeg))
  const lopend = [bron.vraag(lezen), bron.vraag(lezen), bron.vraag(lezen)]
  const vierde = await bron.vraag(lezen)
  assert.equal(vierde.status === 'fout' && vierde.soort, 'vol')
  assert.deepEqual([bron.stand().lopend, bron.stand().wachtend], [2, 1])
  while (los.length < 2) await new Promise((verder) => setImmediate(verder))
  assert.equal(gezien.length, 2)
  los[0]?.()
  await lopend[0]
  while (los.length < 3) await new Promise((verder) => setImmediate(verder))
  for (const laat of los.slice(1)) laat()
  for (const uitkomst of await Promise.all(lopend)) assert.equal(uitkomst.status, 'ok')
  assert.equal(tijd.wachtend, 0)
})

test('who waits longer than the time for the whole question gives up', async (t) => {
  const { bron, stand, tijd, volgendeVraag } = await opstelling(t, { grenzen: { tegelijk: 1, pogingen: 1 } })
  stand.antwoorder = () => {}
  const gekomen = volgendeVraag()
  const eerste = bron.vraag(lezen)
  const tweede = bron.vraag(lezen)
  await gekomen
  tijd.vooruit(3_000)
  const [een, twee] = await Promise.all([eerste, tweede])
  assert.equal(een.status === 'fout' && een.soort, 'te-laat')
  assert.equal(twee.status === 'fout' && ['vol', 'te-laat'].includes(twee.soort), true)
  assert.deepEqual([bron.stand().lopend, bron.stand().wachtend], [0, 0])
})

test('the log says which source and how it went, and never what was asked or answered', async (t) => {
  const { bron, stand, regels } = await opstelling(t, eenPoging)
  await bron.vraag(lezen)
  stand.antwoorder = (antwoord) => antwoord.writeHead(500).end('geheim van 999990019')
  await bron.vraag(lezen)
  assert.equal(regels.length, 2)
  assert.match(regels[0] ?? '', /"bron":"proef","handeling":"lezen","status":"ok"/)
  assert.match(regels[1] ?? '', /"soort":"storing","http":500/)
  for (const regel of regels) assert.doesNotMatch(regel, /99999|#####|geheim|getallen|127\.0/)
})

test('a source that cannot be logged in to is a fault like another', async (t) => {
  const { bron, gezien } = await opstelling(t, {
    aanmelden: async () => {
      throw new Error('geen token')
    },
  })
  const uitkomst = await bron.vraag(lezen)
  assert.equal(uitkomst.status === 'fout' && uitkomst.soort, 'geweigerd')
  assert.equal(gezien.length, 0)
})

test('logging in that hangs costs no more than the time of the question', async (t) => {
  const { bron, tijd, gezien } = await opstelling(t, { aanmelden: () => new Promise(() => {}) })
  const uitkomst = bron.vraag(lezen)
  while (tijd.wachtend === 0) await new Promise((verder) => setImmediate(verder))
  tijd.vooruit(3_000)
  const fout = await uitkomst
  assert.equal(fout.status === 'fout' && fout.soort, 'geweigerd')
  assert.equal(gezien.length, 0)
})

const leeg: [IncomingMessage, string] = [
  // Not looked at by `goed`; its type asks for it.
  {} as IncomingMessage,
  '',
]

test('an answer in bytes comes as it is, with its headers; a mark that still holds is told', async (t) => {
  const { bron, stand, gezien } = await opstelling(t)
  stand.antwoorder = (antwoord, verzoek) => {
    if (verzoek.headers['if-none-match'] === '"1"') return void antwoord.writeHead(304).end()
    antwoord
      .writeHead(200, { 'content-type': 'application/pdf', etag: '"1"' })
      .end(Buffer.from([0xff, 0, 0x80]))
  }
  const oproep = {
    handeling: 'ophalen',
    methode: 'GET',
    pad: 'stuk',
    accept: '*/*',
    isHerhaalbaar: true,
    lees: ({ http, koppen, lichaam }: BronAntwoord) =>
      ({ soort: 'gelezen', inhoud: [http, koppen.etag, [...lichaam]] }) as const,
  } as const
  const eerste = await bron.roep(oproep)
  assert.deepEqual(eerste.status === 'ok' && eerste.inhoud, [200, '"1"', [0xff, 0, 0x80]])
  const later = await bron.roep({ ...oproep, koppen: { 'if-none-match': '"1"' } })
  assert.deepEqual(later.status === 'ok' && later.inhoud, [304, undefined, []])
  assert.deepEqual([gezien[0]?.koppen.accept, gezien[1]?.koppen['if-none-match']], ['*/*', '"1"'])
  // Nobody asked whether it changed: then it is no answer.
  stand.antwoorder = (antwoord) => antwoord.writeHead(304).end()
  const vreemd = await bron.roep(oproep)
  assert.equal(vreemd.status === 'fout' && vreemd.soort, 'onbegrepen')
})

test('bytes go out as they are, under their own kind', async (t) => {
  const { bron, gezien } = await opstelling(t)
  const lichaam = { soort: 'application/octet-stream', bytes: new TextEncoder().encode('stuk') }
  await bron.roep({
    handeling: 'sturen',
    methode: 'PUT',
    pad: 'deel',
    lichaam,
    isHerhaalbaar: true,
    lees: () => ({ soort: 'gelezen', inhoud: undefined }),
  })
  assert.equal(gezien[0]?.koppen['content-type'], 'application/octet-stream')
  assert.deepEqual([gezien[0]?.koppen['content-length'], gezien[0]?.lichaam], ['4', 'stuk'])
})

test('a part of a larger question gets no more time and no more bytes than is said', async (t) => {
  const { bron, stand, tijd, volgendeVraag } = await opstelling(t, eenPoging)
  stand.antwoorder = () => {}
  const gekomen = volgendeVraag()
  const uitkomst = bron.vraag({ ...lezen, totaalMs: 500 })
  await gekomen
  tijd.vooruit(500)
  const fout = await uitkomst
  assert.equal(fout.status === 'fout' && fout.soort, 'te-laat')
  stand.antwoorder = goed
  const teGroot = await bron.vraag({ ...lezen, maxBytes: 5 })
  assert.equal(teGroot.status === 'fout' && teGroot.soort, 'te-groot')
})

test('for whom we ask goes to the one who logs us in, and is in no line', async (t) => {
  const wie: (string | undefined)[] = []
  const aanmelden = async (namens?: string) => {
    wie.push(namens)
    return {}
  }
  const { bron, regels } = await opstelling(t, { aanmelden })
  await bron.vraag({ ...lezen, namens: 'pseudoniem-7' })
  await bron.vraag(lezen)
  assert.deepEqual(wie, ['pseudoniem-7', undefined])
  assert.ok(!regels.join('').includes('pseudoniem-7'))
})

test('an answer that is thrown away afterwards counts as if it had been wrong at once', async (t) => {
  const { bron, tijd } = await opstelling(t)
  await bron.vraag(lezen)
  for (let i = 0; i < 9; i++) bron.keurAf('ander-antwoord', 'deels')
  assert.deepEqual([bron.stand().keten, bron.stand().laatsteFout], ['dicht', 'ander-antwoord'])
  for (let i = 0; i < 5; i++) {
    const fout = bron.keurAf('ander-antwoord', 'geheel')
    assert.deepEqual([fout.soort, fout.sinds], ['ander-antwoord', tijd.klok.nu()])
  }
  assert.deepEqual([bron.stand().keten, bron.stand().laatsteFout], ['open', 'ander-antwoord'])
})

test('what the system calls a failure is told, for who must repair it', async (t) => {
  const { bron, server } = await opstelling(t, eenPoging)
  server.closeAllConnections()
  await new Promise((klaar) => server.close(klaar))
  const fout = await bron.vraag(lezen)
  assert.equal(fout.status === 'fout' && fout.oorzaak, 'ECONNREFUSED')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import Fastify from 'fastify'
import { addFormulieren, Bestandsformulier, maxBestandsformulierBytes } from './formulier.ts'
import { grensUit, leesMeerdelig } from './meerdelig.ts'

async function maak(delen: FormData): Promise<{ inhoud: Buffer; type: string }> {
  const verzoek = new Request('http://x', { method: 'POST', body: delen })
  return {
    inhoud: Buffer.from(await verzoek.arrayBuffer()),
    type: verzoek.headers.get('content-type') ?? '',
  }
}

test('what a browser makes of a form comes back as it was: fields, names of files, every byte', async () => {
  const bytes = fc.uint8Array({ maxLength: 300 })
  const tekst = fc.string({ unit: 'grapheme', maxLength: 40 }).map((s) => s.replace(/[\r\n]/g, ''))
  await fc.assert(
    fc.asyncProperty(bytes, tekst, tekst, async (inhoud, titel, naam) => {
      const delen = new FormData()
      delen.append('titel', titel)
      delen.append('bestand', new File([new Uint8Array(inhoud)], `n${naam}`))
      delen.append('leeg', '')
      const gemaakt = await maak(delen)
      const gelezen = leesMeerdelig(gemaakt.inhoud, grensUit(gemaakt.type) ?? '')
      assert.equal(gelezen?.isAfgekapt, false)
      assert.equal(gelezen.velden.get('titel'), titel)
      assert.equal(gelezen.velden.get('leeg'), '')
      assert.deepEqual(
        gelezen.bestanden.map((b) => [b.veld, b.naam, new Uint8Array(b.inhoud)]),
        [['bestand', `n${naam}`, new Uint8Array(inhoud)]],
      )
    }),
  )
})

test('cut off anywhere it throws nothing, says that it was cut, and keeps only what was whole', async () => {
  const delen = new FormData()
  delen.append('titel', 'loonstrook')
  delen.append('bestand', new File(['x'.repeat(200)], 'a.pdf'))
  const { inhoud, type } = await maak(delen)
  const grens = grensUit(type) ?? ''
  let metTitel = 0
  for (let n = grens.length + 2; n < inhoud.length - 6; n += 1) {
    const gelezen = leesMeerdelig(inhoud.subarray(0, n), grens)
    assert.equal(gelezen?.isAfgekapt, true, String(n))
    assert.equal(gelezen.bestanden.length, 0)
    if (gelezen.velden.get('titel') === 'loonstrook') metTitel += 1
  }
  assert.ok(metTitel > 200)
})

test('what is no such form gives nothing: another boundary, too many parts, a part without a name, noise', () => {
  const deel = (kop: string) => `--g\r\n${kop}\r\n\r\nx\r\n`
  const goed = deel('Content-Disposition: form-data; name="a"')
  assert.equal(leesMeerdelig(Buffer.from(`${goed}--g--`), 'g')?.velden.get('a'), 'x')
  for (const fout of [
    '',
    'a=b',
    `${goed}--h--`.replace('--g', '--i'),
    goed.repeat(21),
    `${deel('Content-Disposition: form-data')}--g--`,
    `${deel('Content-Type: text/plain')}--g--`,
    `${deel('Content-Disposition: attachment; name="a"')}--g--`,
    `--g\r\n${'x'.repeat(5000)}\r\n\r\n`,
  ])
    assert.equal(leesMeerdelig(Buffer.from(fout), 'g'), undefined, fout.slice(0, 40))
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (ruis) => {
      leesMeerdelig(Buffer.concat([Buffer.from('--g\r\n'), ruis]), 'g')
    }),
  )
})

test('only a route that asks for a file reads one, never from elsewhere; what is too big is cut, not kept', async () => {
  const app = Fastify()
  addFormulieren(app, { url: undefined })
  app.post('/wel', { config: { metBestand: true } }, ({ body }) => {
    assert.ok(body instanceof Bestandsformulier)
    const { isAfgekapt, bestanden, velden } = body.formulier
    return { isAfgekapt, n: bestanden.length, titel: velden.get('titel') }
  })
  app.post('/niet', () => 'gelezen')
  const delen = new FormData()
  delen.append('titel', 't')
  delen.append('bestand', new File([Buffer.alloc(maxBestandsformulierBytes)], 'a.pdf'))
  const { inhoud: payload, type } = await maak(delen)
  const headers = { 'content-type': type }
  const stuur = (url: string, meer = {}) =>
    app.inject({ method: 'POST', url, payload, headers: { ...headers, ...meer } })
  assert.deepEqual((await stuur('/wel')).json(), { isAfgekapt: true, n: 0, titel: 't' })
  assert.ok((await stuur('/niet')).statusCode >= 400)
  assert.ok((await stuur('/wel', { 'sec-fetch-site': 'cross-site' })).statusCode >= 400)
  assert.ok((await stuur('/wel', { origin: 'https://kwaad.example' })).statusCode >= 400)
  const zonder = { method: 'POST', url: '/wel', payload } as const
  assert.ok(
    (await app.inject({ ...zonder, headers: { 'content-type': 'multipart/form-data' } })).statusCode >= 400,
  )
})

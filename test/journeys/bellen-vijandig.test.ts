import assert from 'node:assert/strict'
import { test } from 'node:test'
import WebSocket from 'ws'
import type { Hoort } from '../../src/lijnen/index.ts'
import { startReis } from './inwoners.ts'
import { naarBalie } from './ketenreis.ts'

/** Somebody with a wire of their own making, that says whatever they like. */
class Draad {
  readonly #ws: WebSocket
  readonly #gehoord: Hoort[] = []
  readonly dicht: Promise<number>
  #wek = () => {}

  constructor(ws: WebSocket) {
    this.#ws = ws
    this.dicht = new Promise((klaar) => ws.once('close', klaar))
    ws.on('message', (inhoud) => {
      this.#gehoord.push(JSON.parse(String(inhoud)))
      this.#wek()
    })
  }

  zeg(wat: object | string): void {
    this.#ws.send(typeof wat === 'string' ? wat : JSON.stringify(wat))
  }

  /** The next that comes in and is of that kind; what came before it is returned by `alles`. */
  async hoor<S extends Hoort['soort']>(soort: S): Promise<Extract<Hoort, { soort: S }>> {
    for (;;) {
      const plaats = this.#gehoord.findIndex((een) => een.soort === soort)
      const [een] = plaats < 0 ? [] : this.#gehoord.splice(plaats, 1)
      if (een?.soort === soort) return een as Extract<Hoort, { soort: S }>
      await new Promise<void>((klaar) => {
        this.#wek = klaar
      })
    }
  }
}

const sdp = (plek: string) => ({ soort: 'sdp', plek, type: 'offer', sdp: 'v=0\r\n' })

test('somebody who makes a wire of their own says nothing into a call that is not theirs, and a flood ends with who sends it', async (t) => {
  const { app, nieuw } = await startReis(t)
  const basis = app.adres.replace(/\/\/(\[::1\]|127\.0\.0\.1)/, '//localhost')
  const lid = async (organisatie: RegExp, naam: RegExp) => {
    const { context, page } = await nieuw()
    await naarBalie(page, organisatie, naam)
    const koekjes = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const post = async (pad: string, form: Record<string, string>): Promise<string> => {
      const headers = { cookie: koekjes, origin: basis }
      const vraag = { method: 'POST', headers, body: new URLSearchParams(form) }
      const antwoord = await fetch(basis + pad, { ...vraag, redirect: 'manual' })
      return antwoord.headers.get('location') ?? ''
    }
    return { koekjes, post }
  }
  const open = async (gesprek: string, koekjes: string, origin = basis): Promise<Draad | number> => {
    const adres = `${basis.replace('http', 'ws')}/seinen?kant=balie&gesprek=${gesprek}`
    const ws = new WebSocket(adres, { headers: { cookie: koekjes }, origin })
    const draad = new Draad(ws)
    ws.on('error', () => {})
    t.after(() => ws.terminate())
    return new Promise((klaar) => {
      ws.once('open', () => klaar(draad))
      ws.once('unexpected-response', (_, { statusCode }) => {
        klaar(Number(statusCode))
        ws.terminate()
      })
    })
  }
  const draadVan = async (gesprek: string, koekjes: string): Promise<Draad> => {
    const draad = await open(gesprek, koekjes)
    return draad instanceof Draad ? draad : assert.fail(`geen draad: ${draad}`)
  }
  const bel = async (
    van: Awaited<ReturnType<typeof lid>>,
    naar: Awaited<ReturnType<typeof lid>>,
    organisatie: string,
  ) => {
    const adres = await van.post('/balie/lijnen/gesprekken', { organisatie, doe: 'bel' })
    const gesprek = /gesprek\/([\w-]{22})/.exec(adres)?.[1] ?? assert.fail(adres)
    await naar.post(`/balie/lijnen/gesprek/${gesprek}`, { doe: 'neem-op' })
    return gesprek
  }
  const esra = await lid(/Rotterdam/, /Esra/)
  const henk = await lid(/Sociale Verzekeringsbank|SVB/, /Henk/)
  const naima = await lid(/UWV/, /Naima/)
  const priya = await lid(/Toeslagen/, /Priya/)
  const hun = await bel(esra, henk, 'svb')
  const mijn = await bel(naima, priya, 'dienst-toeslagen')

  // No wire into a call of others, without a login, or from a page that is not ours.
  assert.equal(await open(hun, naima.koekjes), 401)
  assert.equal(await open(hun, ''), 401)
  assert.equal(await open(hun, esra.koekjes, 'https://elders.example'), 403)

  const [bijEsra, bijHenk] = [await draadVan(hun, esra.koekjes), await draadVan(hun, henk.koekjes)]
  const [vijand, bijPriya] = [await draadVan(mijn, naima.koekjes), await draadVan(mijn, priya.koekjes)]
  const [eigenEsra, eigenHenk] = [await bijEsra.hoor('gesprek'), await bijHenk.hoor('gesprek')]
  const eigenPriya = await bijPriya.hoor('gesprek')

  // From a good wire into the other call, also with somebody else as who says it: nobody hears it, and it does not
  // hinder what is said after it.
  vijand.zeg({ soort: 'sein', aan: eigenEsra.jij, sein: sdp('vijand') })
  vijand.zeg({ soort: 'sein', aan: eigenEsra.jij, van: eigenHenk.jij, gesprek: hun, sein: sdp('vijand') })
  vijand.zeg({ soort: 'sein', aan: eigenPriya.jij, van: eigenHenk.jij, sein: sdp('eigen') })
  const gehoord = await bijPriya.hoor('sein')
  assert.deepEqual(gehoord.sein, sdp('eigen'))
  assert.notEqual(gehoord.van, eigenHenk.jij)
  bijHenk.zeg({ soort: 'sein', aan: eigenEsra.jij, sein: sdp('henk') })
  assert.deepEqual(await bijEsra.hoor('sein'), { soort: 'sein', van: eigenHenk.jij, sein: sdp('henk') })

  // A flood: it is let through up to a limit, then the wire is closed; the other call notices nothing.
  for (let keer = 0; keer < 1_000; keer++)
    vijand.zeg({ soort: 'sein', aan: eigenEsra.jij, sein: { soort: 'hallo', plek: 'p' } })
  assert.equal(await vijand.dicht, 1008)
  // A new wire is no new supply.
  const weer = await draadVan(mijn, naima.koekjes)
  for (let keer = 0; keer < 100; keer++)
    weer.zeg({ soort: 'sein', aan: eigenEsra.jij, sein: { soort: 'hallo', plek: 'p' } })
  assert.equal(await weer.dicht, 1008)
  bijEsra.zeg({ soort: 'sein', aan: eigenHenk.jij, sein: sdp('esra') })
  assert.deepEqual(await bijHenk.hoor('sein'), { soort: 'sein', van: eigenEsra.jij, sein: sdp('esra') })

  // What no page of ours says, and what is far too long.
  for (const onzin of ['{', JSON.stringify({ soort: 'sein', aan: '*', sein: sdp('x') })]) {
    const draad = await draadVan(mijn, priya.koekjes)
    draad.zeg(onzin)
    assert.equal(await draad.dicht, 1008)
  }
  const lang = await draadVan(mijn, priya.koekjes)
  lang.zeg('x'.repeat(1_000_000))
  assert.ok([1006, 1009].includes(await lang.dicht))

  // Who hung up has no wire any more, and gets none.
  await henk.post(`/balie/lijnen/gesprek/${hun}`, { doe: 'weg' })
  assert.equal(await bijHenk.dicht, 4404)
  assert.equal(await open(hun, henk.koekjes), 401)
})

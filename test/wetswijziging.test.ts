import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { proeforganisatie } from '../src/audit/proefaudit.ts'
import { proefcorpus } from '../src/corpus/proefcorpus.ts'
import {
  type BevolkingsloopStore,
  openBevolkingsloper,
  openVergelijkingen,
  type Vergelijkingen,
  vergelijkloop,
} from '../src/proactief/index.ts'
import { bevolkingsloopOpslag } from '../src/store/index.ts'
import { openProefdatabank } from '../src/store/proefdatabank.ts'
import type { Medewerkerrol } from '../src/toegang/index.ts'
import { proefbalieZonderMensen } from '../src/web/proefbalie.ts'
import { keurPagina } from '../src/web/proefkeuring.ts'
import { Bezoeker, proefdag, proefweb } from '../src/web/proefweb.ts'

const [svb, uwv] = [proeforganisatie('svb'), proeforganisatie('uwv')]

/** A small country: every municipality has a few households. */
const KLEIN = 3000

async function opstelling(
  t: TestContext,
  bij: (store: BevolkingsloopStore) => BevolkingsloopStore = (s) => s,
) {
  const { databank } = await openProefdatabank(t)
  const store = bij(bevolkingsloopOpslag(databank))
  const deel = { store, corpus: proefcorpus, nu: () => proefdag }
  const alle = openVergelijkingen({ ...deel, nieuwId: randomUUID })
  const klein: Vergelijkingen = { ...alle, vraag: (wat) => alle.vraag({ ...wat, huishoudens: KLEIN }) }
  const loper = openBevolkingsloper({ ...deel, draden: 2, soorten: [vergelijkloop] })
  const { sessies, balie } = proefbalieZonderMensen()
  const app = proefweb({}, { balie: { ...balie, vergelijkloper: klein } })
  const als = async (rol: Medewerkerrol, organisatie = svb): Promise<Bezoeker> => {
    const wie = { soort: 'medewerker', medewerker: 'm-1', organisatie, rollen: [rol], doelen: [] } as const
    const { token } = await sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })
    const bezoeker = new Bezoeker(app)
    bezoeker.koekjes = `voordeur-balie=${token}`
    return bezoeker
  }
  return { loper: { ...klein, ...loper }, als }
}

const versie = { wat: 'versie', versie: '2025-01-01' }
const uitslagPad = (kop: unknown): string => {
  assert.match(String(kop), /^\/balie\/wetswijziging\/[0-9a-f-]{36}$/)
  return String(kop)
}

test('other figures of a scheme are worked out in the background and shown as pictures, tables and files', async (t) => {
  const { loper, als } = await opstelling(t)
  const floor = await als('beleid')
  for (const taal of ['', '/en', '/pap'])
    for (const pad of ['', '/regeling/zorgtoeslag'])
      assert.deepEqual(
        keurPagina((await floor.haal(`${taal}/balie/wetswijziging${pad}`)).body),
        [],
        `${taal}${pad}`,
      )
  // A comma is how people write it here.
  const gestuurd = await floor.stuur('/balie/wetswijziging/regeling/zorgtoeslag', {
    wat: 'cijfers',
    'cijfer-percentage_boven_drempel': '15,5',
  })
  assert.equal(gestuurd.statusCode, 303, gestuurd.body)
  const pad = uitslagPad(gestuurd.headers.location)
  const wacht = await floor.haal(pad)
  assert.match(wacht.body, /data-klaar="nee"/)
  // The script puts in what changed of each part, and of nothing else.
  assert.match(wacht.body, / data-deel="uitslag"><div class="vd-voortgang">/)
  assert.match(wacht.body, /data-deel="doe"/)
  assert.match(wacht.body, /<progress max="100" value="0"/)
  assert.deepEqual(keurPagina(wacht.body), [])

  assert.equal(await loper.werk(), 'klaar')
  assert.equal(await loper.werk(), 'niets')
  for (const taal of ['', '/en', '/pap']) {
    const { body, statusCode } = await floor.haal(`${taal}${pad}`)
    assert.equal(statusCode, 200)
    assert.deepEqual(keurPagina(body), [])
  }
  const { body } = await floor.haal(pad)
  assert.match(body, /percentage boven drempel: 15,5 procent/)
  assert.match(body, /Gaat erop vooruit<\/dt><dd>0 huishoudens/)
  assert.match(body, /Gaat erop achteruit<\/dt><dd>[1-9]\d* huishoudens/)
  // On every picture, in both sizes: who takes it elsewhere takes this along.
  const beelden = [...body.matchAll(/<svg class="vd-beeld__svg[\s\S]*?<\/svg>/g)].map(([svg]) => svg)
  assert.equal(beelden.length, 10)
  for (const svg of beelden) assert.match(svg, /Verzonnen mensen/)

  const csv = await floor.haal(`${pad}/groepen.csv`)
  assert.match(String(csv.headers['content-type']), /^text\/csv/)
  assert.match(csv.body, /\r\nland,nederland,Nederland,3000,0,[1-9]/)
  assert.match((await floor.haal(`${pad}/inkomens.csv`)).body, /^inkomen_vanaf_euro,/)

  // A plan is nobody else's: not of another organisation, and not of who has other work.
  assert.equal((await (await als('beleid', uwv)).haal(pad)).statusCode, 404)
  assert.equal((await (await als('beleid', uwv)).haal(`${pad}/groepen.csv`)).statusCode, 404)
  assert.equal((await (await als('beheerder')).haal(pad)).statusCode, 403)

  assert.equal((await floor.stuur(pad, { doe: 'wis' })).statusCode, 303)
  assert.equal((await floor.haal(pad)).statusCode, 404)
})

test('a text with faults comes back with file and line; one that changes nothing says so', async (t) => {
  const { als } = await opstelling(t)
  const floor = await als('beleid')
  const bron = proefcorpus().bestanden.find(
    (b) => b.bestand === 'regelingen/nationaal/zorgtoeslag/2026-01-01.yaml',
  )
  assert.ok(bron)
  const fout = bron.tekst.replace('waarde: 2119,', 'waarde: veel,')
  const uit = await floor.stuur('/balie/wetswijziging', { naam: 'plan.yaml', tekst: fout })
  assert.equal(uit.statusCode, 400)
  assert.match(uit.body, /<code>plan\.yaml:9:\d+<\/code>/)
  assert.deepEqual(keurPagina(uit.body), [])
  assert.match(uit.body, /waarde: veel,/, 'the text is still there, to be mended')

  // So many at once: one of them is asked to wait, and keeps its text.
  const stuur = () => floor.stuur('/balie/wetswijziging', { naam: 'plan.yaml', tekst: bron.tekst })
  const drie = await Promise.all([stuur(), stuur(), stuur()])
  const met = (wat: RegExp) => drie.filter(({ body }) => wat.test(body))
  assert.deepEqual([met(/Er verandert niets/).length, met(/andere teksten nagekeken/).length], [2, 1])
  for (const { statusCode, body } of drie) {
    assert.equal(statusCode, 400)
    assert.match(body, /standaardpremie:/)
    assert.deepEqual(keurPagina(body), [])
  }
  const leeg = await floor.stuur('/balie/wetswijziging', { naam: '', tekst: '' })
  assert.match(leeg.body, /Kies een bestand/)
  assert.match((await floor.haal('/balie/wetswijziging')).body, /nog niets doorgerekend/)
})

test('one that is stopped half-way goes on where it was, with the same outcome', async (t) => {
  let naStuk: (n: number) => Promise<unknown> = async () => {}
  let bewaard = 0
  const { loper, als } = await opstelling(t, (store) => ({
    ...store,
    bewaar: async (...delen) => {
      const uit = await store.bewaar(...delen)
      await naStuk(++bewaard)
      return uit
    },
  }))
  const floor = await als('beleid')
  const vraag = async () =>
    uitslagPad((await floor.stuur('/balie/wetswijziging/regeling/zorgtoeslag', versie)).headers.location)
  const [heel, half] = [await vraag(), await vraag()]
  const id = (pad: string) => pad.slice(-36)
  assert.equal(await loper.werk(), 'klaar')
  const stukken = bewaard
  const gelijk = await loper.uitslag(svb, id(heel))
  assert.ok(gelijk)

  // The same question is answered at once, as long as the answer is kept.
  bewaard = 0
  const nogEens = await vraag()
  await loper.stop(svb, id(half))
  assert.equal(await loper.werk(), 'klaar')
  assert.equal(bewaard, 0)
  assert.deepEqual(await loper.uitslag(svb, id(nogEens)), gelijk)
  await loper.hervat(svb, id(half))
  for (const pad of [heel, nogEens]) assert.equal(await loper.wis(svb, id(pad)), true)

  bewaard = 0
  naStuk = async (n) => (n === 60 ? loper.stop(svb, id(half)) : undefined)
  assert.equal(await loper.werk(), 'gestopt')
  assert.ok(bewaard >= 60 && bewaard < stukken, `${bewaard} of ${stukken}`)
  assert.match((await floor.haal(half)).body, /U kunt verdergaan waar zij was/)
  await floor.stuur(half, { doe: 'hervat' })
  naStuk = async () => {}
  assert.equal(await loper.werk(), 'klaar')
  // Nothing was worked out twice.
  assert.equal(bewaard, stukken)
  assert.deepEqual(await loper.uitslag(svb, id(half)), gelijk)
})

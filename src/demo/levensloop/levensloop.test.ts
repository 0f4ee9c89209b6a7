import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type TestContext, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { openSleutelring } from '../../audit/index.ts'
import { bronsleutel, bronVanToken } from '../../proactief/index.ts'
import { startDemo } from '../index.ts'

const nu = () => new Date('2026-03-01T10:00:00Z')
const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])

/** Whoever follows: takes in what arrives, after refusing the first one. */
async function volger(t: TestContext, weigert = 1) {
  const binnen: { readonly kop: string | undefined; readonly tekst: string }[] = []
  let nogNee = weigert
  let gehoord = () => {}
  const server = createServer((vraag, antwoord) => {
    let tekst = ''
    vraag.on('data', (stuk) => {
      tekst += stuk
    })
    vraag.on('end', () => {
      const isNee = nogNee-- > 0
      if (!isNee) binnen.push({ kop: vraag.headers.authorization, tekst })
      antwoord.writeHead(isNee ? 503 : 202).end('{}')
      gehoord()
    })
  })
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  t.after(() => void server.close())
  const adres = server.address()
  assert.ok(typeof adres === 'object' && adres !== null)
  const tot = async (aantal: number) => {
    while (binnen.length < aantal)
      await new Promise<void>((klaar) => {
        gehoord = klaar
      })
    return binnen
  }
  return { berichten: `http://127.0.0.1:${adres.port}/`, tot, binnen }
}

test('a register follows whom it was asked to, tells it signed until it arrives, and takes it back', async (t) => {
  const demo = await startDemo({ nu })
  t.after(demo.sluit)
  const { berichten, tot, binnen } = await volger(t)
  demo.toneel.zetSleutels(new Map([['brp', bronsleutel(ring, 'brp')]]))
  const wie = demo.bekenden.find(({ id }) => id === 'fatima')?.persoon
  assert.ok(wie?.bsn)
  const post = (pad: string, inhoud: object) =>
    fetch(`${demo.brp.url}${pad}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': demo.brp.sleutel },
      body: JSON.stringify(inhoud),
    })
  const volger1 = { wie: 'naam-van-een', burgerservicenummer: wie.bsn, soorten: ['geboorte'], berichten }
  const { components } = JSON.parse(readFileSync('docs/levensloop.openapi.json', 'utf8'))
  const past = new Ajv2020({ strict: false, validateFormats: false }).compile({
    ...components.schemas.Volger,
  })
  assert.ok(past(volger1), JSON.stringify(past.errors))
  assert.equal((await post('/volgers', { ...volger1, burgerservicenummer: '000000000' })).status, 404)
  assert.equal((await post('/volgers', { wie: 'x' })).status, 400)
  assert.equal((await post('/volgers', volger1)).status, 200)

  // A kind that was not agreed is told to nobody.
  assert.deepEqual(demo.toneel.speel('fatima', 'verhuizing', 'GM0344'), { verteld: 0 })
  assert.deepEqual(demo.toneel.speel('fatima', 'geboorte'), { verteld: 1 })
  assert.equal(wie.kinderen.length, 3)
  const [geboorte] = await tot(1)
  const bericht = JSON.parse(geboorte?.tekst ?? '')
  assert.deepEqual(
    [bericht.type, bericht.subject, bericht.data],
    ['nl.voordeur.levensloop.geboorte', 'naam-van-een', { op: '2026-03-01' }],
  )
  assert.ok(!geboorte?.tekst.includes(wie.bsn))
  assert.equal(bronVanToken(ring, geboorte?.kop, geboorte?.tekst ?? '', nu()), 'brp')

  assert.deepEqual(demo.toneel.speel('fatima', 'correctie'), { verteld: 1 })
  assert.equal(wie.kinderen.length, 2)
  const [, terug] = await tot(2)
  assert.deepEqual(JSON.parse(terug?.tekst ?? '').data, { intrekt: bericht.id })

  assert.equal((await post('/volgers/einde', { wie: 'naam-van-een' })).status, 200)
  assert.equal((await post('/volgers/einde', { wie: 'naam-van-een' })).status, 404)
  assert.deepEqual(demo.toneel.speel('fatima', 'geboorte'), { verteld: 0 })
  assert.equal(binnen.length, 2)
})

test('what happens by hand on the page happens in the register', async (t) => {
  const demo = await startDemo({ nu })
  t.after(demo.sluit)
  const { pagina } = demo.toneel
  const stuur = (velden: Readonly<Record<string, string>>) =>
    fetch(pagina, { method: 'POST', body: new URLSearchParams(velden) })
  const leeg = await (await fetch(pagina)).text()
  assert.match(leeg, /Deze mensen bestaan niet/)
  assert.match(
    await (await stuur({ wie: 'fatima', voorval: 'inkomen', waarde: 'veel' })).text(),
    /kan niet gebeuren/,
  )
  const goed = await stuur({ wie: 'fatima', voorval: 'verhuizing', waarde: 'GM0344' })
  assert.match(await goed.text(), /Niemand volgt deze persoon/)
  const fatima = demo.bekenden.find(({ id }) => id === 'fatima')?.persoon
  assert.ok(fatima)
  assert.equal(demo.bevolking.thuisVan(fatima).adres.plaats.gebied, 'GM0344')
  await stuur({ wie: 'fatima', voorval: 'correctie' })
  assert.equal(demo.bevolking.thuisVan(fatima).adres.plaats.gebied, 'GM0599')
})

test('the partner of somebody dies: the register and both of their followers know, and all of it is taken back', async (t) => {
  const demo = await startDemo({ nu })
  t.after(demo.sluit)
  const persoon = (id: string) => {
    const wie = demo.bekenden.find((een) => een.id === id)?.persoon
    assert.ok(wie?.bsn)
    return { ...wie, bsn: wie.bsn }
  }
  const { berichten, tot } = await volger(t, 0)
  const post = async (inhoud: object) => {
    const antwoord = await fetch(`${demo.brp.url}/volgers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': demo.brp.sleutel },
      body: JSON.stringify(inhoud),
    })
    assert.equal(antwoord.status, 200)
  }
  const soorten = ['overlijden', 'overlijden-partner']
  for (const id of ['ria', 'jan'])
    await post({ wie: `naam-van-${id}`, burgerservicenummer: persoon(id).bsn, soorten, berichten })
  const voor = {
    ...demo.bevolking.thuisVan(persoon('ria')),
    leden: [...demo.bevolking.thuisVan(persoon('ria')).leden],
  }
  const [riaVoor, janVoor] = [persoon('ria'), persoon('jan')]

  assert.equal(demo.toneel.speel('fatima', 'partner-overlijdt'), undefined)
  assert.deepEqual(demo.toneel.speel('ria', 'partner-overlijdt'), { verteld: 2 })
  const verteld = (await tot(2)).map(({ tekst }) => JSON.parse(tekst))
  assert.deepEqual(verteld.map(({ subject, type }) => `${subject} ${type.split('.').at(-1)}`).toSorted(), [
    'naam-van-jan overlijden',
    'naam-van-ria overlijden-partner',
  ])
  const [ria, jan] = [persoon('ria'), persoon('jan')]
  assert.deepEqual(
    [ria.partner, ria.gehuwdGeweest?.door, jan.overleden],
    [undefined, 'overlijden', '2026-03-01'],
  )
  assert.deepEqual(demo.bevolking.thuisVan(ria).leden, [ria.nr])
  // Nobody dies twice.
  assert.equal(demo.toneel.speel('ria', 'partner-overlijdt'), undefined)

  assert.deepEqual(demo.toneel.speel('ria', 'correctie'), { verteld: 2 })
  assert.deepEqual([persoon('ria'), persoon('jan')], [riaVoor, janVoor])
  assert.deepEqual(demo.bevolking.thuisVan(ria).leden, voor.leden)
  const terug = (await tot(4)).slice(2).map(({ tekst }) => JSON.parse(tekst).data.intrekt)
  assert.deepEqual(terug.toSorted(), verteld.map(({ id }) => id).toSorted())
})

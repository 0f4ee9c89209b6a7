import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakPersoonId } from '../domain/index.ts'
import { bezwaarTegenAdres, isOverlap, magNaar, type Netwerkregels } from './aansluitadres.ts'
import { type Aansluiting, leesAansluiting } from './aansluiting.ts'
import { keurAansluiting } from './aansluiting-keuren.ts'
import { geefAanKluis, isProefnummer, keurProefpersonen } from './aansluiting-personen.ts'
import { proefinvoer } from './proefaansluiting.ts'

const buiten: Netwerkregels = { isDemo: false, toegestaan: [] }

function gelezen(invoer: unknown): Aansluiting {
  const uitslag = leesAansluiting(invoer)
  assert.ok(uitslag.ok, JSON.stringify(uitslag))
  return uitslag.aansluiting
}

test('a file becomes a connection, with what is usual where it says nothing', () => {
  const aansluiting = gelezen({
    ...proefinvoer(),
    adressen: { ...proefinvoer().adressen, zrc: 'https://zaken.example/zaken/api/v1/', brc: '' },
  })
  assert.equal(aansluiting.adressen.zrc, 'https://zaken.example/zaken/api/v1')
  assert.equal('brc' in aansluiting.adressen, false)
  assert.deepEqual(aansluiting.grenzen, { verbindMs: 2_000, totaalMs: 10_000, tegelijk: 20 })
  assert.equal(aansluiting.stand, 'uit')
  assert.equal(aansluiting.regels.standaard.hoogsteVertrouwelijkheid, 'zaakvertrouwelijk')
  // What was written is read back the same.
  assert.deepEqual(gelezen(JSON.parse(JSON.stringify(aansluiting))), aansluiting)
})

test('every fault of the form has its field', () => {
  const uitslag = leesAansluiting({
    ...proefinvoer(),
    adressen: { zrc: '' },
    aanmelden: { soort: 'zgw-jwt', client: '' },
    grenzen: { verbindMs: 5, totaalMs: 'veel', tegelijk: 3 },
    stand: 'straks',
    iets: 1,
  })
  assert.ok(!uitslag.ok)
  assert.deepEqual(uitslag.fouten.map(({ veld, code }) => `${veld}: ${code}`).sort(), [
    'aanmelden.client: ontbreekt',
    'adressen.zrc: ontbreekt',
    'adressen.ztc: ontbreekt',
    'grenzen.totaalMs: getal-buiten-grens',
    'grenzen.verbindMs: getal-buiten-grens',
    'iets: onbekend-veld',
    'stand: ongeldig',
  ])
})

test('an organisation that was not chosen is another fault than one that nobody knows', () => {
  const code = (organisatie: unknown) => {
    const uitslag = leesAansluiting({ ...proefinvoer(), organisatie })
    return uitslag.ok ? 'goed' : uitslag.fouten[0]?.code
  }
  assert.deepEqual(['', undefined, 'Niet Zo', 'svb'].map(code), [
    'ontbreekt',
    'ontbreekt',
    'onbekende-organisatie',
    'goed',
  ])
})

test('an address must be https, on the internet, and bare', () => {
  const gevallen: readonly (readonly [string, string | undefined])[] = [
    ['https://zaken.example.nl/zaken/api/v1', undefined],
    ['http://zaken.example.nl/zaken/api/v1', 'geen-https'],
    ['ftp://zaken.example.nl', 'geen-adres'],
    ['zaken.example.nl', 'geen-adres'],
    ['https://naam:wachtwoord@zaken.example.nl', 'adres-met-toevoeging'],
    ['https://zaken.example.nl/api?x=1', 'adres-met-toevoeging'],
    ['https://localhost/api', 'eigen-netwerk'],
    ['https://localhost./api', 'eigen-netwerk'],
    ['https://zaken.internal/api', 'eigen-netwerk'],
    ['https://zaken/api', 'eigen-netwerk'],
    ['https://127.0.0.1/api', 'eigen-netwerk'],
    ['https://2130706433/api', 'eigen-netwerk'],
    ['https://0x7f.1/api', 'eigen-netwerk'],
    ['https://10.1.2.3/api', 'eigen-netwerk'],
    ['https://169.254.169.254/latest', 'eigen-netwerk'],
    ['https://[::1]/api', 'eigen-netwerk'],
    ['https://[::ffff:10.0.0.1]/api', 'eigen-netwerk'],
    ['https://[fd00::1]/api', 'eigen-netwerk'],
    ['https://93.184.216.34/api', undefined],
  ]
  for (const [adres, code] of gevallen) assert.equal(bezwaarTegenAdres(adres, buiten), code, adres)
  assert.equal(bezwaarTegenAdres('http://127.0.0.1:9000/x', { isDemo: true, toegestaan: [] }), undefined)
  assert.equal(bezwaarTegenAdres('http://localhost:9000/x', { isDemo: true, toegestaan: [] }), undefined)
  assert.equal(bezwaarTegenAdres('http://10.1.2.3/x', { isDemo: true, toegestaan: [] }), 'eigen-netwerk')
  assert.equal(
    bezwaarTegenAdres('https://10.1.2.3/x', { isDemo: false, toegestaan: ['10.1.0.0/16'] }),
    undefined,
  )
  assert.equal(
    bezwaarTegenAdres('http://10.1.2.3/x', { isDemo: false, toegestaan: ['10.1.0.0/16'] }),
    'geen-https',
  )
})

test('what a name was looked up as is judged again, also when it hides in another notation', () => {
  assert.equal(magNaar('93.184.216.34', buiten), true)
  assert.equal(magNaar('2606:2800:220:1::1', buiten), true)
  for (const ip of [
    '127.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '192.168.1.1',
    'fe80::1',
    'geen',
  ])
    assert.equal(magNaar(ip, buiten), false, ip)
  assert.equal(magNaar('::ffff:10.1.2.3', { isDemo: false, toegestaan: ['10.1.2.3'] }), true)
})

test('no base address lies below that of another organisation', () => {
  assert.equal(isOverlap('https://x.example/zaken', 'https://x.example/zaken/api/v1'), true)
  assert.equal(isOverlap('https://x.example/zaken', 'https://x.example/zaken-2'), false)
  assert.equal(isOverlap('https://x.example/a', 'https://y.example/a'), false)
  const ander = gelezen({ ...proefinvoer(), organisatie: 'gemeente-GM0344' })
  const omgeving = { netwerk: buiten, eigenAdressen: [], kentOrganisatie: () => true, anderen: [ander] }
  const fouten = keurAansluiting(gelezen(proefinvoer()), omgeving)
  assert.deepEqual(fouten[0], { veld: 'adressen.zrc', code: 'adres-overlapt', wat: 'gemeente-GM0344' })
  const zelf = { ...omgeving, eigenAdressen: ['https://zaken.example.nl'], anderen: [] }
  assert.deepEqual(keurAansluiting(gelezen(proefinvoer()), zelf)[0], {
    veld: 'adressen.zrc',
    code: 'adres-van-ons',
  })
  // One organisation may have its own parts below each other.
  assert.deepEqual(keurAansluiting(ander, omgeving), [])
})

test('an unknown organisation and a number that is no RSIN are named', () => {
  const aansluiting = gelezen({
    ...proefinvoer(),
    rsins: ['123456789'],
    grenzen: { verbindMs: 5_000, totaalMs: 1_000, tegelijk: 1 },
  })
  const fouten = keurAansluiting(aansluiting, {
    netwerk: buiten,
    eigenAdressen: [],
    kentOrganisatie: () => false,
    anderen: [],
  })
  assert.deepEqual(
    fouten.map(({ veld, code }) => `${veld}: ${code}`),
    ['organisatie: onbekende-organisatie', 'rsins: geen-rsin', 'grenzen.verbindMs: getal-buiten-grens'],
  )
})

test('a test person has a number of nobody, or was one already', async () => {
  const persoon = maakPersoonId(new Date(0), (n) => Buffer.alloc(n, 1))
  const ander = maakPersoonId(new Date(0), (n) => Buffer.alloc(n, 2))
  const was = { persoon, einde: '019' }
  const mis = [{ veld: 'proefpersonen', code: 'geen-proefpersoon' }]
  assert.deepEqual(keurProefpersonen(['999990019'], [was], [was]), [])
  // The number of somebody who may exist; a person of the vault who was never named by such a number.
  assert.deepEqual(keurProefpersonen(['999990019', '111222333'], [], []), mis)
  assert.deepEqual(keurProefpersonen([], [{ persoon: ander, einde: '019' }], [was]), mis)
  assert.deepEqual(keurProefpersonen([], [was], []), mis)

  const uitslag = leesAansluiting({ ...proefinvoer(), proefpersonen: ['999990019', was] })
  assert.ok(uitslag.ok)
  assert.deepEqual(uitslag.aansluiting.proefpersonen, [was])
  assert.deepEqual(uitslag.nummers, ['999990019'])
  const gegeven: number[] = []
  const personen = await geefAanKluis(['999990019', '999990019', '999991772'], async (wie) => {
    gegeven.push(wie.length)
    return [persoon, ander]
  })
  assert.deepEqual(gegeven, [2])
  assert.deepEqual(personen, [was, { persoon: ander, einde: '772' }])
  assert.equal(isProefnummer('999990019'), true)
  assert.equal(isProefnummer('999990018'), false)
})

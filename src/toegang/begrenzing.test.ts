import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { openSleutelring } from '../audit/index.ts'
import { maakPersoonId } from '../domain/index.ts'
import { type Grens, netwerkVan, openBegrenzer } from './begrenzing.ts'

const begin = new Date('2026-03-01T10:00:00Z')

function opstelling() {
  const rijen = new Map<string, number>()
  const klok = { nu: begin }
  const ring = openSleutelring(() => ['x'.repeat(40)])
  const store = {
    tel: async (vensters: readonly { sleutel: Buffer; begin: Date }[]) =>
      vensters.map(({ sleutel, begin: van }) => {
        const naam = `${sleutel.toString('hex')} ${van.toISOString()}`
        const aantal = (rijen.get(naam) ?? 0) + 1
        rijen.set(naam, aantal)
        return aantal
      }),
  }
  return { begrenzer: openBegrenzer({ store, ring, nu: () => klok.nu }), klok, rijen }
}

const perUur: readonly Grens[] = [
  { per: 'persoon', aantal: 3, minuten: 60 },
  { per: 'adres', aantal: 5, minuten: 10 },
]

test('one too many is refused until the end of the window, and trying on makes it no longer', async () => {
  const { begrenzer, klok } = opstelling()
  const persoon = maakPersoonId(begin, randomBytes)
  klok.nu = new Date('2026-03-01T10:20:00Z')
  for (let i = 0; i < 3; i++)
    assert.deepEqual(await begrenzer.tel('melding', perUur, { persoon }), { mag: true })
  for (let i = 0; i < 20; i++)
    assert.deepEqual(await begrenzer.tel('melding', perUur, { persoon }), {
      mag: false,
      per: 'persoon',
      seconden: 2400,
    })
  // Something else, somebody else, and later: each counts for itself.
  assert.equal((await begrenzer.tel('anders', perUur, { persoon })).mag, true)
  assert.equal(
    (await begrenzer.tel('melding', perUur, { persoon: maakPersoonId(begin, randomBytes) })).mag,
    true,
  )
  klok.nu = new Date('2026-03-01T11:00:00Z')
  assert.equal((await begrenzer.tel('melding', perUur, { persoon })).mag, true)
})

test('people behind one address share only the limit of that address; who is unknown is not counted', async () => {
  const { begrenzer, rijen } = opstelling()
  const mag: boolean[] = []
  for (let i = 0; i < 7; i++) {
    const wie = { persoon: maakPersoonId(begin, randomBytes), adres: '192.0.2.7' }
    mag.push((await begrenzer.tel('melding', perUur, wie)).mag)
  }
  assert.deepEqual(mag, [true, true, true, true, true, false, false])
  rijen.clear()
  assert.deepEqual(await begrenzer.tel('melding', perUur, {}), { mag: true })
  assert.equal(rijen.size, 0)
})

test('what is kept names nobody, and is another thing the next day', async () => {
  const { begrenzer, klok, rijen } = opstelling()
  const persoon = maakPersoonId(begin, randomBytes)
  const wie = { persoon, adres: '192.0.2.7', sessie: 'abc' }
  await begrenzer.tel('melding', perUur, wie)
  const vandaag = [...rijen.keys()].map((naam) => naam.split(' ')[0])
  klok.nu = new Date(begin.getTime() + 86_400_000)
  rijen.clear()
  await begrenzer.tel('melding', perUur, wie)
  const morgen = [...rijen.keys()].map((naam) => naam.split(' ')[0])
  assert.equal(new Set([...vandaag, ...morgen]).size, 4)
  for (const naam of [...vandaag, ...morgen]) assert.match(naam ?? '', /^[0-9a-f]{64}$/)
})

test('of IPv6 a whole connection is one address', () => {
  const zelfde = ['2001:db8:0:1::1', '2001:0db8:0:1:ffff::2', '2001:DB8:0:1:1:2:3:4', '2001:db8:0:1::%eth0']
  assert.deepEqual([...new Set(zelfde.map(netwerkVan))], ['2001:db8:0:1::/64'])
  assert.notEqual(netwerkVan('2001:db8:0:2::1'), netwerkVan('2001:db8:0:1::1'))
  assert.equal(netwerkVan('::1'), '0:0:0:0::/64')
  assert.equal(netwerkVan('::ffff:192.0.2.7'), '192.0.2.7')
  assert.equal(netwerkVan('192.0.2.7'), '192.0.2.7')
  assert.equal(netwerkVan(undefined), undefined)
})

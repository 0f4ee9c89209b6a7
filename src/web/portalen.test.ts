import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ik as iemand, proefportalen, stad } from '../zaken/proefportalen.ts'
import { keurPagina, leesbaar } from './proefkeuring.ts'
import { proefportaal } from './proefportaal.ts'
import { maakProefzaken } from './proefzaken.ts'
import { adres, talen } from './routes.ts'

// Nothing is opened here: pages never see a number.
const opzet = () => {
  const proef = proefportalen(() => false)
  // The proofs of these pages are of a log in memory; that the service holds them against the person is its own test.
  const { alle } = proef.portalen
  const portalen = {
    alle,
    toestemmingen: () => proef.store.lijst(iemand),
    geef: (_wie: unknown, portaal: string) =>
      proef.store.geef(iemand, { portaal, sinds: new Date('2026-02-28T12:00:00Z') }, []),
    trekIn: (_wie: unknown, portaal: string) => proef.store.trekIn(iemand, portaal, []),
  }
  return { ...proef, ...proefportaal(maakProefzaken(), portalen) }
}

test('which portals there are, what they would see, and a yes and a stop that are as easy, in three languages', async () => {
  const { inwoner, store } = opzet()
  const ik = await inwoner()
  for (const taal of talen)
    for (const aan of [false, true]) {
      store.rijen.clear()
      if (aan) store.rijen.set(`${iemand} ${stad.id}`, new Date('2026-02-28T12:00:00Z'))
      const { statusCode, body } = await ik.haal(adres(taal, 'portalen'))
      assert.equal(statusCode, 200)
      assert.deepEqual(keurPagina(body), [], taal)
      assert.ok(body.includes('Mijn Stad') && body.includes('Mijn Land'))
      assert.equal(body.includes(`action="${adres(taal, 'portaalStop')}"`), aan)
    }
  assert.match((await ik.haal('/mijn')).body, /href="\/mijn\/portalen"/)
})

test('a yes is one press, and so is stopping; a portal that is not there is not found', async () => {
  const { inwoner, store } = opzet()
  const ik = await inwoner()
  const ja = await ik.stuur('/mijn/portalen', { portaal: stad.id })
  assert.equal(ja.headers.location, '/mijn/portalen?gedaan=gegeven')
  assert.deepEqual([...store.rijen.keys()], [`${iemand} ${stad.id}`])
  assert.match(
    leesbaar((await ik.haal('/mijn/portalen')).body),
    /Dit portaal mag vragen, sinds 28 februari 2026/,
  )
  const nee = await ik.stuur('/mijn/portalen/stop', { portaal: stad.id })
  assert.equal(nee.headers.location, '/mijn/portalen?gedaan=gestopt')
  assert.equal(store.rijen.size, 0)
  assert.equal((await ik.stuur('/mijn/portalen', { portaal: 'mijn-zee' })).statusCode, 404)
  assert.equal(store.rijen.size, 0)
})

test('a yes to a portal that is not known any more can still be taken back', async () => {
  const { inwoner, store } = opzet()
  store.rijen.set(`${iemand} oud-portaal`, new Date('2026-02-28T12:00:00Z'))
  const ik = await inwoner()
  assert.match((await ik.haal('/mijn/portalen')).body, /name="portaal" value="oud-portaal"/)
  await ik.stuur('/mijn/portalen/stop', { portaal: 'oud-portaal' })
  assert.equal(store.rijen.size, 0)
})

test('looking at the choices is logged as that, and not as showing cases in another portal', async () => {
  const { inwoner, logboek } = opzet()
  const ik = await inwoner()
  await ik.haal('/mijn/portalen')
  await ik.stuur('/mijn/portalen', { portaal: stad.id })
  await ik.stuur('/mijn/portalen/stop', { portaal: stad.id })
  const geschreven = logboek.filter((codes) => codes.includes('portaal-'))
  assert.equal(geschreven.length, 3)
  assert.ok(geschreven.every((codes) => codes.includes('"verwerking":"portaal-kiezen"')))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { speelNa } from './nabootsing.ts'
import { type Naspelvraag, naspelstappen } from './naspel.ts'
import { createNaspeler, type Naspelstand } from './naspeler.ts'

const klein: Naspelvraag = {
  medewerkers: 4,
  bezetting: 0.8,
  aandeelLijn: 0.05,
  behandelMinuten: 8,
  eigenTeam: 1,
  zaad: 8,
}

test('the thread plays the same calls as would be played here, and whoever asks again has them at once', async (t) => {
  const naspeler = createNaspeler()
  t.after(naspeler.sluit)
  let stand: Naspelstand = await naspeler.speel(klein, 0)
  assert.equal(stand.soort, 'bezig')
  while (stand.soort === 'bezig') stand = await naspeler.speel(klein, 50)
  assert.ok(stand.soort === 'klaar')
  const [eerste] = naspelstappen(klein)
  assert.equal(eerste?.vorm, 'een-rij')
  const spel = speelNa(eerste.opzet)
  let stuk = spel.next()
  while (stuk.done !== true) stuk = spel.next()
  assert.deepEqual(stand.uitkomst['een-rij'], stuk.value)
  assert.deepEqual(await naspeler.speel(klein, 0), stand)
})

test('what only grows is not played', () => {
  assert.deepEqual(
    naspelstappen({ ...klein, medewerkers: 50, bezetting: 0.95, aandeelLijn: 0.03, eigenTeam: 4 }).map(
      ({ vorm }) => vorm,
    ),
    ['een-rij', 'voorrang'],
  )
  assert.deepEqual(naspelstappen({ ...klein, bezetting: 1.2 }), [])
  assert.equal(naspelstappen({ ...klein, bezetting: 1.2, geduldMinuten: 5 }).length, 3)
})

test('with too many before it nothing is begun, and closing ends what runs', async () => {
  const naspeler = createNaspeler()
  const standen = await Promise.all(
    Array.from({ length: 12 }, (_, i) => naspeler.speel({ ...klein, zaad: i }, 0)),
  )
  assert.equal(standen.filter(({ soort }) => soort === 'bezig').length, 7)
  assert.equal(standen.filter(({ soort }) => soort === 'druk').length, 5)
  await naspeler.sluit()
  assert.deepEqual(await naspeler.speel({ ...klein, zaad: 99 }, 0), { soort: 'druk' })
  assert.equal((await naspeler.speel({ ...klein, zaad: 0 }, 1_000)).soort, 'druk')
})

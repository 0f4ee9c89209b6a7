import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { openCorpus } from '../../bench/corpus.ts'
import { parseOrganisatieId } from '../domain/index.ts'
import {
  gebruikloop,
  type Loopplek,
  openBevolkingsloper,
  openGebruikslopen,
  STIL_MS,
} from '../proactief/index.ts'
import { bevolkingsloopOpslag } from './bevolkingsloop.ts'
import { openProefdatabank } from './proefdatabank.ts'

const engine = openCorpus()
const HUISHOUDENS = 8_000
const vraag = { zaad: 5, datum: '2026-03-01', huishoudens: HUISHOUDENS }

async function opzet(t: Parameters<typeof openProefdatabank>[0]) {
  const { databank } = await openProefdatabank(t)
  const store = bevolkingsloopOpslag(databank)
  const klok = { nu: new Date('2026-03-02T10:00:00Z') }
  // Two nodes on one database.
  const nu = () => klok.nu
  const loper = () => ({
    ...openGebruikslopen({ store, nu, nieuwId: randomUUID }),
    ...openBevolkingsloper({
      store,
      corpus: () => ({ engine, bestanden: [] }),
      ...{ nu, draden: 1, soorten: [gebruikloop] },
    }),
  })
  return { databank, store, klok, loper }
}

test('one run at a time; stopped, taken up again by another node, done, and the same question answers at once', async (t) => {
  const { store, loper } = await opzet(t)
  const [een, twee] = [loper(), loper()]
  assert.equal(await een.vraag(vraag), 'ok')
  assert.equal(await twee.vraag({ ...vraag, zaad: 6 }), 'bezet')
  const [gevraagd] = await een.lijst()
  assert.ok(gevraagd && gevraagd.stand === 'wacht')

  // Somebody presses stop at another node while it runs.
  let gestopt: Promise<boolean> | undefined
  const uit = await een.werk(undefined, ({ gedaan }) => {
    if (gedaan === 20) gestopt = twee.stop(gevraagd.id)
  })
  assert.equal(uit, 'gestopt')
  assert.equal(await gestopt, true)
  const [half] = await een.lijst()
  assert.ok(half && half.stand === 'gestopt' && half.gedaan >= 20 && half.gedaan < half.stukken)
  assert.equal(await een.werk(), 'niets')

  assert.equal(await twee.hervat(gevraagd.id), 'ok')
  assert.equal(await twee.hervat(gevraagd.id), 'niet')
  let eerste: number | undefined
  const verder = await twee.werk(undefined, ({ gedaan }) => {
    eerste ??= gedaan
  })
  assert.equal(verder, 'klaar')
  assert.ok(eerste !== undefined && eerste > half.gedaan, 'what was done is not done again')
  const laatste = await een.laatste()
  assert.equal(laatste?.beeld.huishoudens, HUISHOUDENS)
  assert.equal((await store.lijst({ soort: 'niet-gebruik', eigenaar: undefined }, 5))[0]?.stand, 'klaar')

  // Not worked out a second time: the outcome lies there under the same mark.
  assert.equal(await een.vraag(vraag), 'ok')
  let stukken = 0
  assert.equal(
    await een.werk(undefined, () => {
      stukken++
    }),
    'klaar',
  )
  assert.equal(stukken, 0)
  assert.deepEqual((await twee.laatste())?.beeld, laatste?.beeld)
})

test('a node that died is followed up by another, and writes nothing more when it comes back', async (t) => {
  const { store, klok, loper } = await opzet(t)
  await loper().vraag(vraag)
  const dood = await store.neem(['niet-gebruik'], klok.nu, new Date(0))
  assert.ok(dood)
  assert.equal(await loper().werk(), 'niets', 'it was heard of a moment ago')
  klok.nu = new Date(klok.nu.getTime() + STIL_MS + 1)
  assert.equal(await loper().werk(), 'klaar')
  assert.equal(await store.begin(dood, 'a'.repeat(64), 10, klok.nu), 'kwijt')
  const stuk = { nr: 1, huishoudens: 1, mensen: 1, tellingen: [] }
  assert.equal(await store.bewaar(dood, stuk, { gedaan: 1, stukken: 10, nogMs: undefined }, klok.nu), 'kwijt')
  assert.equal(await store.rondAf(dood, { regelingen: [], gemeenten: [] }, klok.nu), 'kwijt')
  await store.zet(dood, 'mislukt', klok.nu)
  assert.equal((await loper().lijst())[0]?.stand, 'klaar')
})

test('one that waits is stopped at once; a node that closes leaves its run to the next', async (t) => {
  const { loper } = await opzet(t)
  const een = loper()
  await een.vraag(vraag)
  const id = (await een.lijst())[0]?.id ?? ''
  assert.equal(await een.stop(id), true)
  assert.equal((await een.lijst())[0]?.stand, 'gestopt')
  assert.equal(await een.stop(id), false)
  assert.equal(await een.hervat(id), 'ok')
  const sluit = new AbortController()
  await een.werk(sluit.signal, ({ gedaan }) => {
    if (gedaan === 5) sluit.abort()
  })
  assert.equal((await een.lijst())[0]?.stand, 'wacht')
  assert.equal(await loper().werk(), 'klaar', 'the next one need not wait')
})

test('of all kinds one runs at a time, in the order in which they were asked', async (t) => {
  const { store, klok } = await opzet(t)
  const svb = parseOrganisatieId('svb')
  assert.ok(svb)
  const grens = { wachtend: 3, bewaard: 10 }
  const plekken: readonly Loopplek[] = [
    { soort: 'vergelijking', eigenaar: svb },
    { soort: 'niet-gebruik', eigenaar: undefined },
  ]
  for (const plek of plekken)
    assert.equal(await store.vraag({ ...plek, id: randomUUID(), invoer: { zaad: 1 } }, grens, klok.nu), 'ok')
  const alle = ['niet-gebruik', 'vergelijking'] as const
  const neem = (soorten: readonly Loopplek['soort'][] = alle, stil = new Date(0)) =>
    store.neem(soorten, klok.nu, stil)
  // Three nodes look at the same moment.
  const beurten = (await Promise.all([neem(), neem(), neem()])).filter((beurt) => beurt !== undefined)
  const [beurt] = beurten
  assert.ok(beurt && beurten.length === 1)
  assert.deepEqual([beurt.loop.soort, beurt.loop.eigenaar], ['vergelijking', svb])
  assert.equal(await neem(['niet-gebruik']), undefined, 'who knows one kind waits for the other as well')

  // Of a node that died it waits again, and who does not know its kind goes by.
  const later = await neem(['niet-gebruik'], new Date(klok.nu.getTime() + 1))
  assert.equal(later?.loop.soort, 'niet-gebruik')
  await store.zet(beurt, 'mislukt', klok.nu)
  assert.equal((await store.vind({ soort: 'vergelijking', eigenaar: svb }, beurt.loop.id))?.stand, 'wacht')
  await store.zet(later, 'gestopt', klok.nu)
  const weer = await neem()
  assert.deepEqual([weer?.loop.id, weer?.beurt], [beurt.loop.id, beurt.beurt + 1])
  assert.deepEqual(await store.lijst({ soort: 'niet-gebruik', eigenaar: svb }, 5), [])
})

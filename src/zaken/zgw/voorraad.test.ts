import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BronUitkomst } from '../../platform/bron/index.ts'
import { type Vers, Voorraad } from './voorraad.ts'

function opstelling() {
  const klok = { ms: 0 }
  const nu = () => new Date(klok.ms)
  const voorraad = new Voorraad<number>({ max: 3, versMs: 100, noodMs: 1_000 }, nu)
  const gevraagd: (string | undefined)[] = []
  const haal = (sleutel: string, antwoord: BronUitkomst<Vers<number>>) =>
    voorraad.haal(sleutel, async (etag) => {
      gevraagd.push(etag)
      return antwoord
    })
  const goed = (inhoud: number, etag?: string): BronUitkomst<Vers<number>> => ({
    status: 'ok',
    inhoud: { inhoud, etag },
    op: nu(),
  })
  const fout = { status: 'fout', soort: 'storing', sinds: new Date(0) } as const
  const waarde = (uitkomst: BronUitkomst<number>) =>
    uitkomst.status === 'ok' ? uitkomst.inhoud : uitkomst.status
  return { klok, voorraad, gevraagd, haal, goed, fout, waarde, nu }
}

test('never more than there is room for; the oldest goes', async () => {
  const { voorraad, haal, goed } = opstelling()
  for (let i = 0; i < 10; i++) await haal(`k${i}`, goed(i))
  assert.deepEqual(
    Array.from({ length: 10 }, (_, i) => voorraad.pak(`k${i}`)).filter((een) => een !== undefined),
    [7, 8, 9],
  )
})

test('a fault is not kept, what is gone is gone, and what is old serves only in need', async () => {
  const { klok, haal, goed, fout, waarde, gevraagd, nu } = opstelling()
  assert.equal(waarde(await haal('a', fout)), 'fout')
  assert.equal(waarde(await haal('a', goed(1, '"x"'))), 1)
  klok.ms = 150
  assert.equal(waarde(await haal('a', fout)), 1)
  assert.equal(waarde(await haal('a', { status: 'ok', inhoud: 'ongewijzigd', op: nu() })), 1)
  assert.deepEqual(gevraagd, [undefined, undefined, '"x"', '"x"'])
  klok.ms = 200
  assert.equal(waarde(await haal('a', fout)), 1, 'weer vers')
  assert.equal(gevraagd.length, 4)
  klok.ms = 1_300
  assert.equal(waarde(await haal('a', fout)), 'fout', 'te oud')
  assert.equal(waarde(await haal('a', { status: 'niet-gevonden', op: nu() })), 'niet-gevonden')
  assert.equal(waarde(await haal('a', { status: 'ok', inhoud: 'ongewijzigd', op: nu() })), 'fout')
})

test('a question that throws is not waited for by who comes later', async () => {
  const { voorraad, haal, goed, waarde } = opstelling()
  await assert.rejects(
    voorraad.haal('a', () => Promise.reject(new Error('stuk'))),
    /stuk/,
  )
  assert.equal(waarde(await haal('a', goed(2))), 2)
})

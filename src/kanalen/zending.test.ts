import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nieuwePersoon } from './proefpersoon.ts'
import type { Verzendkanaal } from './verzendweg.ts'
import { type Gebeurtenis, stap, type Zending } from './zending.ts'

const nu = new Date('2026-03-01T10:00:00Z')
const loting = () => 1
const uurMs = 3_600_000

const begin: Zending = {
  id: '0195-zending',
  persoon: nieuwePersoon(),
  bericht: '0195-bericht',
  kanaal: 'email',
  beurt: 1,
  stand: 'bezig',
  greep: 1,
  pogingen: 0,
  ongewis: 0,
  gemaakt: nu,
  volgende: nu,
  daarna: ['sms', 'brief'],
}

const terug = (uitkomst: 'bezorgd' | 'mislukt' | 'retour'): Gebeurtenis => ({
  soort: 'terug',
  terug: { uitkomst, op: nu },
})
const uitslag = (soort: 'verzonden' | 'tijdelijk' | 'blijvend', greep = 1): Gebeurtenis => ({
  soort: 'uitslag',
  greep,
  op: nu,
  uitslag: soort === 'verzonden' ? { soort } : { soort, reden: 'vol' },
})

/** One item through everything that happens to it, taken again whenever it waits. */
function loop(gebeurtenissen: readonly Gebeurtenis[]) {
  let zending = begin
  let opvolgers = 0
  for (const gebeurtenis of gebeurtenissen) {
    const gevolg = stap(zending, gebeurtenis, { loting })
    if (gevolg === undefined) continue
    zending = gevolg.zending
    if (gevolg.opvolger !== undefined || gevolg.herstel !== undefined) opvolgers++
    if (zending.stand === 'gemaakt') zending = { ...zending, stand: 'bezig', greep: zending.greep + 1 }
  }
  return { stand: zending.stand, opvolgers }
}

const nieuws = fc.constantFrom(terug('bezorgd'), terug('mislukt'), terug('retour'))

test('news of an item that left, doubled and in any order, leads to the same end, with one successor at most', () => {
  const proef = fc
    .array(nieuws, { maxLength: 8 })
    .chain((lijst) =>
      fc.tuple(
        fc.constant(lijst),
        fc.shuffledSubarray([...lijst, ...lijst, uitslag('verzonden')], { minLength: lijst.length * 2 + 1 }),
      ),
    )
  fc.assert(
    fc.property(proef, ([lijst, geschud]) => {
      const recht = loop([uitslag('verzonden'), ...lijst])
      const krom = loop(geschud)
      const isMislukt = (stand: string) => stand === 'mislukt' || stand === 'retour'
      assert.equal(isMislukt(krom.stand), isMislukt(recht.stand))
      if (!isMislukt(recht.stand)) assert.equal(krom.stand, recht.stand)
      assert.equal(krom.opvolgers, recht.opvolgers)
      assert.ok(krom.opvolgers <= 1)
    }),
    { seed: 6, numRuns: 2_000 },
  )
})

test('an outcome of an earlier take changes nothing', () => {
  const later = { ...begin, greep: 2 }
  for (const soort of ['verzonden', 'tijdelijk', 'blijvend'] as const)
    assert.equal(stap(later, uitslag(soort), { loting }), undefined)
  assert.equal(stap({ ...begin, stand: 'mislukt' }, uitslag('verzonden'), { loting }), undefined)
})

test('whatever happens, an item ends and nothing happens to it twice', () => {
  const alles = fc.oneof(
    nieuws,
    fc
      .constantFrom('verzonden', 'tijdelijk', 'blijvend')
      .chain((soort) => fc.nat(12).map((greep) => uitslag(soort as 'verzonden', greep))),
  )
  fc.assert(
    fc.property(fc.array(alles, { maxLength: 40 }), (lijst) => {
      assert.ok(loop(lijst).opvolgers <= 1)
    }),
    { seed: 6, numRuns: 2_000 },
  )
})

/** Tried again and again with the same outcome, until another way or a human takes over; with the hours between. */
function probeer(van: Zending, hoever?: 'niet-begonnen' | 'ongewis', nietVoorMs?: number) {
  let zending = van
  let op = nu
  const wachten: number[] = []
  for (;;) {
    const nietVoor = nietVoorMs === undefined ? {} : { nietVoor: new Date(op.getTime() + nietVoorMs) }
    const gevolg = stap(
      zending,
      {
        soort: 'uitslag',
        greep: zending.greep,
        op,
        uitslag: { soort: 'tijdelijk', reden: 'vol', ...(hoever && { hoever }), ...nietVoor },
      },
      { loting },
    )
    assert.ok(gevolg)
    if (gevolg.zending.stand !== 'gemaakt')
      return { ...gevolg, wachten, uren: (op.getTime() - nu.getTime()) / uurMs }
    wachten.push(gevolg.zending.volgende.getTime() - op.getTime())
    op = gevolg.zending.volgende
    zending = { ...gevolg.zending, stand: 'bezig', greep: zending.greep + 1 }
  }
}

test('a way that is out is tried longer and longer after each other, until near the end of the term', () => {
  const uiterlijk = new Date(nu.getTime() + 48 * uurMs)
  for (const kanaal of ['email', 'sms'] as const) {
    const { opvolger, uren, wachten } = probeer({ ...begin, kanaal, uiterlijk })
    assert.ok(opvolger !== undefined && uren > 35 && uren <= 40, `${kanaal}: ${uren}`)
    assert.deepEqual(
      wachten,
      wachten.toSorted((a, b) => a - b),
    )
    assert.ok(wachten.length < 60, `${kanaal}: ${wachten.length}`)
  }
  const zonder: readonly Verzendkanaal[] = ['email', 'sms', 'brief', 'telefoon']
  for (const kanaal of zonder) {
    const { herstel, uren } = probeer({ ...begin, kanaal, daarna: [] })
    // Beside a call the letter goes by itself, where there can be one.
    assert.equal(herstel, kanaal === 'telefoon' ? undefined : 'vol')
    assert.ok(uren > 17 && uren <= 48, `${kanaal}: ${uren}`)
  }
})

test('what did not leave the house is no try, also while the other side is left alone', () => {
  const uiterlijk = new Date(nu.getTime() + 48 * uurMs)
  const rust = probeer({ ...begin, uiterlijk }, 'niet-begonnen', 30_000)
  assert.deepEqual([rust.zending.pogingen, rust.zending.ongewis], [0, 0])
  assert.ok(rust.uren > 39)
  const fout = probeer({ ...begin, uiterlijk }, 'niet-begonnen')
  assert.ok(fout.uren > 35 && fout.wachten.length < 40, String(fout.wachten.length))
})

test('what a silent server may have taken is sent a few times, hours apart, and then another way is taken', () => {
  const { opvolger, zending, wachten, uren } = probeer(
    { ...begin, uiterlijk: new Date(nu.getTime() + 48 * uurMs) },
    'ongewis',
  )
  assert.deepEqual([opvolger, zending.ongewis], ['sms', 4])
  assert.ok(wachten.every((ms) => ms >= uurMs / 2))
  assert.ok(uren < 24)
})

test('a notice that would wait until near the end of its term goes another way; one without another way waits', () => {
  const uiterlijk = new Date(nu.getTime() + 10 * uurMs)
  const nietVoor = new Date(nu.getTime() + 3 * uurMs)
  const gebeurtenis: Gebeurtenis = {
    soort: 'uitslag',
    greep: 1,
    op: nu,
    uitslag: { soort: 'tijdelijk', reden: 'vol', nietVoor },
  }
  assert.equal(stap({ ...begin, uiterlijk }, gebeurtenis, { loting })?.opvolger, 'sms')
  const laatste = stap({ ...begin, uiterlijk, daarna: [] }, gebeurtenis, { loting })
  assert.deepEqual([laatste?.zending.stand, laatste?.zending.volgende], ['gemaakt', nietVoor])
})

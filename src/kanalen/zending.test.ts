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

test('it is tried longer and longer after each other, and then another way is taken', () => {
  const per: Readonly<Partial<Record<Verzendkanaal, number>>> = { email: 6, sms: 5, brief: 12, telefoon: 4 }
  for (const [kanaal, keren] of Object.entries(per)) {
    // A key of the table above.
    let zending: Zending = { ...begin, kanaal: kanaal as Verzendkanaal }
    const wachten: number[] = []
    for (let i = 1; i < 20; i++) {
      const gevolg = stap(zending, { ...uitslag('tijdelijk'), greep: zending.greep } as Gebeurtenis, {
        loting,
      })
      assert.ok(gevolg)
      if (gevolg.opvolger !== undefined) {
        assert.equal(i, keren, kanaal)
        break
      }
      wachten.push(gevolg.zending.volgende.getTime() - nu.getTime())
      zending = { ...gevolg.zending, stand: 'bezig' }
    }
    assert.deepEqual(
      wachten,
      wachten.toSorted((a, b) => a - b),
    )
  }
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

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isAf } from './begrippen.ts'
import { speelAf } from './evolve.ts'
import { bank, duo, gemeente, geopend, inwoner, medewerker, proefzaak, svb, uwv } from './proefketen.ts'
import { gooien, iemand, ietsTeDoen } from './proefopdrachten.ts'
import { controleerKeten } from './proefregels.ts'
import { zicht } from './zicht.ts'

/** One history: so many things that somebody tried, with time in between. */
function speel(seed: number, aantal: number) {
  const getal = gooien(seed)
  const keten = geopend()
  const gezien: string[] = []
  for (let keer = 0; keer < aantal; keer++) {
    const voor = keten.stand
    assert.ok(voor)
    if (getal(8) === 0) keten.nu = new Date(keten.nu.getTime() + getal(4) * 86_400_000)
    const opdracht = ietsTeDoen({ getal }, voor, keten.nu, keer)
    const wie = iemand({ getal }, voor, opdracht, keten.nu)
    const besluit = keten.doe(wie, opdracht)
    assert.ok(keten.stand)
    controleerKeten({ voor, na: keten.stand, nu: keten.nu, opdracht, wie, besluit })
    if (besluit.soort === 'ok') gezien.push(...besluit.voorvallen.map(({ soort }) => soort))
  }
  return { keten, gezien }
}

test('whatever whoever does: one owner, no step without owner and term, nothing read without a share, closed is closed', (t) => {
  const alles = new Map<string, number>()
  fc.assert(
    fc.property(fc.nat(2 ** 31), (seed) => {
      const { keten, gezien } = speel(seed, 200)
      for (const soort of gezien) alles.set(soort, (alles.get(soort) ?? 0) + 1)
      // The events alone make the same case again, as they come out of a database.
      assert.deepEqual(speelAf(proefzaak, keten.voorvallen), keten.stand)
    }),
    { numRuns: 30, seed: 7 },
  )
  t.diagnostic([...alles].map(([soort, keer]) => `${soort} ${keer}`).join(', '))
  // A history in which nothing happens would keep every rule.
  for (const soort of [
    'overdracht-aanvaard',
    'overdracht-geweigerd',
    'overdracht-verlopen',
    'opgeschaald',
    'doorbroken',
    'gedeeld',
    'deling-bezwaar',
    'bezwaar-beoordeeld',
    'uitnodiging-gebruikt',
    'doorzending-gemeld',
    'gesloten',
    'sluiting-betwist',
    'nabevraagd',
    'deelnemer-weg',
  ])
    assert.ok((alles.get(soort) ?? 0) > 0, `${soort} gebeurde nooit`)
})

test('a stranger sees nothing and can do nothing, and is not told that there is a case', () => {
  const keten = geopend()
  assert.ok(keten.stand)
  for (const wie of [medewerker(uwv), medewerker(bank), { soort: 'genodigde', deelnemer: 'id-1' } as const]) {
    assert.equal(zicht(keten.stand, wie, keten.nu), undefined)
    const besluit = keten.doe(wie, { soort: 'klok' })
    assert.deepEqual(besluit, { soort: 'geweigerd', weigering: { reden: 'mag-niet' } })
  }
  assert.deepEqual(
    [gemeente, svb, duo].map((een) => keten.stand && zicht(keten.stand, medewerker(een), keten.nu)?.als),
    ['regie', undefined, undefined],
  )
  assert.equal(zicht(keten.stand, inwoner, keten.nu)?.als, 'inwoner')
  assert.ok([...keten.stand.stappen.values()].every(({ stand }) => !isAf(stand)))
})

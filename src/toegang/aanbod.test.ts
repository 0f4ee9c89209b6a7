import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { aanbodFouten, leesCode, maakCode, schrijfCode } from './aanbod.ts'
import { helperfout } from './hulp.ts'
import { type Maatregel, magZelfGeven, standVan } from './machtiging.ts'
import { dag, geheugen, opzet, vandaag } from './proefintrekking.ts'

test('a code is twelve digits, written in threes, and read however somebody types it', () => {
  assert.equal(
    maakCode(() => new Uint8Array(8)),
    '000000000000',
  )
  assert.equal(
    maakCode(() => new Uint8Array(8).fill(255)),
    '744073709551615'.slice(-12),
  )
  const codes = new Set(Array.from({ length: 1_000 }, () => maakCode(randomBytes)))
  assert.equal(codes.size, 1_000)
  for (const code of codes) {
    const gesproken = schrijfCode(code)
    assert.match(gesproken, /^\d{3} \d{3} \d{3} \d{3}$/)
    for (const vorm of [
      code,
      gesproken,
      gesproken.replaceAll(' ', '-'),
      ` ${gesproken.replaceAll(' ', '.')} `,
    ])
      assert.equal(leesCode(vorm), code)
  }
  for (const fout of [
    '',
    '48219350766',
    '4821935076641',
    'abc def ghi jkl',
    '٤٨٢١٩٣٥٠٧٦٦٤',
    '1'.repeat(9_000),
  ])
    assert.equal(leesCode(fout), undefined, fout.slice(0, 20))
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (tekst) => {
      const code = leesCode(tekst)
      assert.ok(code === undefined || /^\d{12}$/.test(code))
    }),
    { seed: 3 },
  )
})

test('an offer begins today or later, ends after that, and names real services', () => {
  const nieuw = {
    id: 'x',
    organisatie: proeforganisatie('svb'),
    diensten: ['aow'],
    geldigVanaf: vandaag,
    geldigTot: dag('2027-01-01'),
  }
  assert.deepEqual(aanbodFouten(nieuw, vandaag), [])
  assert.deepEqual(aanbodFouten({ ...nieuw, geldigVanaf: dag('2026-05-31') }, vandaag), ['begint-te-vroeg'])
  assert.deepEqual(aanbodFouten({ ...nieuw, geldigTot: vandaag }, vandaag), [
    'periode-leeg',
    'periode-voorbij',
  ])
  assert.deepEqual(aanbodFouten({ ...nieuw, diensten: ['A O W'] }, vandaag), ['dienst-onjuist'])
})

const maatregel = (soort: Maatregel['soort'], tot = '2100-01-01'): Maatregel => ({
  soort,
  geldigVanaf: dag('2020-01-01'),
  geldigTot: dag(tot),
})

test('nobody gives what a court took from them, and what they gave before is taken too', async () => {
  const gevallen: readonly (readonly [readonly Maatregel[], readonly string[], boolean])[] = [
    [[], [], true],
    [[maatregel('curatele')], ['aow'], false],
    [[maatregel('bewind')], ['aow'], false],
    [[maatregel('mentorschap')], ['aow'], true],
    // All services of an organisation may be about care.
    [[maatregel('mentorschap')], [], false],
    [[maatregel('mentorschap'), maatregel('bewind')], ['aow'], false],
    [[maatregel('curatele', '2026-06-01')], ['aow'], true],
    [[{ ...maatregel('curatele'), geldigVanaf: dag('2026-06-02') }], ['aow'], true],
  ]
  const { nieuw, anna } = opzet(geheugen())
  const gegeven = { ...nieuw, id: 'x', vastgelegd: new Date(0), ingetrokken: undefined }
  for (const [maatregelen, diensten, mag] of gevallen) {
    assert.equal(magZelfGeven(maatregelen, diensten, vandaag), mag, JSON.stringify(maatregelen))
    assert.equal(standVan({ ...gegeven, diensten, maatregelen }, vandaag), mag ? 'geldig' : 'door-rechter')
    const { machtigingen } = opzet({ ...geheugen(), maatregelen: async () => maatregelen })
    const wijze = { soort: 'papier', bij: nieuw.organisatie, medewerker: 'm-1', kenmerk: 'map-1' } as const
    for (const [vrager, anders] of [
      [{ soort: 'persoon', persoon: anna }, {}],
      [{ soort: 'medewerker', persoon: anna, organisatie: nieuw.organisatie, medewerker: 'm-1' }, { wijze }],
    ] as const) {
      const uitkomst = await machtigingen.geef(
        vrager,
        { ...nieuw, ...anders, gever: anna, diensten },
        vandaag,
      )
      assert.equal(uitkomst.status, mag ? 'ok' : 'ongeldig')
    }
  }
})

test('who helps is named in a few words and never by a number of a person', () => {
  for (const goed of ['', 'Joke', 'Vrijwilliger van de bieb', 'Balie 3', 'kamer 12-4'])
    assert.equal(helperfout(goed), undefined, goed)
  for (const nummer of ['999990019', 'Joke 99.99.90.019', '1990 04 14 27'])
    assert.equal(helperfout(nummer), 'nummer')
  assert.equal(helperfout('x'.repeat(61)), 'te-lang')
})

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { format, inspect } from 'node:util'
import fc from 'fast-check'
import {
  type Identificatie,
  identificatieSoorten,
  maakPersoonId,
  noemtBsn,
  onthul,
  parseBsn,
  parseEherkenningPseudoniem,
  parseEidasId,
  parseEilandnummer,
  parseIdentificatie,
  parseKvkNummer,
  parsePersoonId,
  parseVestigingsnummer,
} from './index.ts'

// Numbers for tests: they pass the eleven test and belong to nobody.
const goed = ['999990019', '999990020', '123456782', '010000008']

test('a BSN has nine digits and passes the eleven test', () => {
  for (const cijfers of goed) {
    const bsn = parseBsn(cijfers)
    assert.equal(bsn !== undefined, elf(cijfers), cijfers)
    if (bsn !== undefined) assert.equal(onthul(bsn), cijfers)
  }
  for (const fout of [
    '000000000',
    '123456789',
    '12345678a',
    '1234567',
    '1234567890',
    ' 999990019',
    999990019,
    null,
  ]) {
    assert.equal(parseBsn(fout), undefined, String(fout))
  }
})

test('a number that names somebody is found in a text, as people write it; an amount, a day and a phone number are not', () => {
  for (const tekst of ['bsn 123456782', 'Mijn nummer is 123456782.', '1234.56.782', '(123 456 782)'])
    assert.ok(noemtBsn(tekst), tekst)
  for (const tekst of [
    '123456789',
    '12-3-2026',
    '010 123 45 67',
    '0612345678',
    '1234567820',
    'X-123456782',
    '',
  ])
    assert.ok(!noemtBsn(tekst), tekst)
})

test('one wrong digit is always noticed, and so are two neighbours that changed places', () => {
  const bsns = fc
    .integer({ min: 10_000_000, max: 999_999_999 })
    .map((getal) => String(getal).padStart(9, '0'))
    .filter((cijfers) => parseBsn(cijfers) !== undefined)
  fc.assert(
    fc.property(bsns, fc.nat(8), fc.nat(9), (cijfers, plaats, cijfer) => {
      const fout = cijfers.slice(0, plaats) + cijfer + cijfers.slice(plaats + 1)
      assert.equal(parseBsn(fout) === undefined, fout !== cijfers)
      const [a = '', b = ''] = cijfers.slice(plaats, plaats + 2)
      const verwisseld = cijfers.slice(0, plaats) + b + a + cijfers.slice(plaats + 2)
      if (b !== '') assert.equal(parseBsn(verwisseld) === undefined, verwisseld !== cijfers)
    }),
    { seed: 11 },
  )
})

test('a leading zero that was lost on the way comes back', () => {
  const kort = parseBsn('10000008')
  const lang = parseBsn('010000008')
  assert.ok(kort && lang)
  assert.ok(kort.isGelijk(lang))
  assert.equal(onthul(kort), '010000008')
})

test('other ways to know somebody have their own form', () => {
  assert.ok(parseEilandnummer('1985031204'))
  assert.equal(parseEilandnummer('198503120'), undefined)
  assert.ok(parseEidasId('DE/NL/0123-abc='))
  for (const fout of ['de/NL/1', 'DE/NL/', 'DE/NL/a b', `DE/NL/${'x'.repeat(257)}`])
    assert.equal(parseEidasId(fout), undefined)
  assert.ok(parseEherkenningPseudoniem('eh-7f3a91'))
  for (const fout of ['kort', 'met spatie erin', 'x'.repeat(257), 12345678])
    assert.equal(parseEherkenningPseudoniem(fout), undefined)
  assert.ok(parseKvkNummer('90001354'))
  assert.equal(parseKvkNummer('9000135'), undefined)
  assert.equal(parseVestigingsnummer('000038821281'), '000038821281')
  assert.equal(parseVestigingsnummer('38821281'), undefined)
})

test('what identifies somebody never prints by accident', () => {
  const waarden = {
    bsn: '999990019',
    eilandnummer: '1985031204',
    eidas: 'DE/NL/geheim-1',
    kvk: '90001354',
    eherkenning: 'eh-9000-1354',
  }
  for (const soort of identificatieSoorten) {
    const geheim = waarden[soort]
    const waarde = parseIdentificatie(soort, geheim)
    assert.ok(waarde)
    const fout = new Error(`mis bij ${waarde}`, { cause: waarde })
    const teksten = [
      String(waarde),
      `${waarde}`,
      JSON.stringify({ diep: [waarde] }),
      inspect(waarde),
      inspect({ diep: { waarde } }, { depth: 9, showHidden: true }),
      format('%s %o %O %j', waarde, waarde, waarde, waarde),
      inspect(fout, { showHidden: true }),
      JSON.stringify(Object.getOwnPropertyNames(waarde).map((naam) => [naam, Reflect.get(waarde, naam)])),
      JSON.stringify(structuredClone({ ...waarde })),
    ]
    for (const tekst of teksten) assert.ok(!tekst.includes(geheim), tekst)
    assert.equal(String(waarde), `«${soort}»`)
    assert.equal(JSON.stringify(waarde), `"«${soort}»"`)
    assert.equal(inspect(waarde), `«${soort}»`)
  }
})

test('a value cannot be made past its parser', () => {
  // @ts-expect-error a text is no BSN
  const nep: Identificatie = '999990019'
  assert.ok(nep)
})

test('persons made later sort later, and every one is a UUIDv7', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 47 }), fc.integer({ min: 1, max: 10 ** 9 }), (ms, later) => {
      const eerste = maakPersoonId(new Date(ms), randomBytes)
      const tweede = maakPersoonId(new Date(ms + later), randomBytes)
      assert.equal(parsePersoonId(eerste), eerste)
      assert.ok(eerste < tweede)
    }),
    { seed: 7 },
  )
  const vast = maakPersoonId(new Date(0x017f22e279b0), () => new Uint8Array(16).fill(0xff))
  assert.equal(vast, '017f22e2-79b0-7fff-bfff-ffffffffffff')
  for (const fout of ['', '017f22e2-79b0-4fff-bfff-ffffffffffff', '017F22E2-79B0-7FFF-BFFF-FFFFFFFFFFFF', 7])
    assert.equal(parsePersoonId(fout), undefined)
})

function elf(cijfers: string): boolean {
  return [...cijfers].reduce((som, cijfer, i) => som + Number(cijfer) * (i === 8 ? -1 : 9 - i), 0) % 11 === 0
}

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { leesJson, MAX_DIEPTE } from './json-lezen.ts'

function codes(tekst: string | Uint8Array): string[] {
  return leesJson(tekst).fouten.map((f) => `${f.code} ${f.pointer}`.trim())
}

describe('reading JSON', () => {
  it('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(0, 2), (json, inspringen) => {
        const tekst = JSON.stringify(JSON.parse(json), null, inspringen)
        const gelezen = leesJson(tekst)
        assert.ok(gelezen.ok)
        assert.equal(JSON.stringify(gelezen.waarde), JSON.stringify(JSON.parse(tekst)))
      }),
      { numRuns: 300, seed: 1 },
    )
  })

  it('refuses what JSON.parse refuses, and nothing else', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.nat(), fc.string({ maxLength: 2 }), (json, plek, stuk) => {
        const i = plek % (json.length + 1)
        const tekst = json.slice(0, i) + stuk + json.slice(i + 1)
        let isGeldig = true
        try {
          JSON.parse(tekst)
        } catch {
          isGeldig = false
        }
        assert.equal(leesJson(tekst).ok, isGeldig, tekst)
      }),
      { numRuns: 2_000, seed: 2 },
    )
  })

  it('says on which line the JSON breaks off', () => {
    const gelezen = leesJson('{\n  "datum": "2026-03-01",\n}')
    assert.equal(gelezen.ok, false)
    assert.match(gelezen.fouten[0]?.melding ?? '', /regel 3, teken 1/)
    assert.deepEqual(codes('{"a": 1'), ['ongeldige-json'])
    assert.deepEqual(codes('{"a": "x\n"}'), ['ongeldige-json'])
    assert.deepEqual(codes("{'a': 1}"), ['ongeldige-json'])
    assert.deepEqual(codes('{"a": 01}'), ['ongeldige-json'])
    assert.deepEqual(codes('{"a": NaN}'), ['ongeldige-json'])
    assert.deepEqual(codes('{} {}'), ['ongeldige-json'])
  })

  it('names an empty body as such', () => {
    assert.deepEqual(codes(''), ['leeg'])
    assert.deepEqual(codes(' \n'), ['leeg'])
  })

  it('names each key that stands twice, and reads on', () => {
    assert.deepEqual(codes('{"a": {"b/c": 1, "b/c": 2}, "a": 3}'), [
      'dubbele-sleutel /a/b~1c',
      'dubbele-sleutel /a',
    ])
    assert.deepEqual(codes('{"a": 1, "\\u0061": 2}'), ['dubbele-sleutel /a'])
    assert.deepEqual(leesJson('{"a": 1, "a": 2}').ok, true)
  })

  it('names numbers of which digits would get lost', () => {
    assert.deepEqual(codes('[9007199254740993]'), ['onnauwkeurig-getal /0'])
    assert.deepEqual(codes('[1e400, 1e-400]'), ['onnauwkeurig-getal /0', 'onnauwkeurig-getal /1'])
    assert.deepEqual(codes('[100.00000000000000001]'), ['onnauwkeurig-getal /0'])
    assert.deepEqual(codes('[0, -0, 1e3, 1.5, 100000000000000000000, 2950000, 9007199254740991]'), [])
  })

  it('stops at nesting deeper than any request', () => {
    const diep = (n: number): string => '['.repeat(n) + ']'.repeat(n)
    assert.deepEqual(codes(diep(MAX_DIEPTE)), [])
    assert.deepEqual(codes(diep(MAX_DIEPTE + 1)).length, 1)
    assert.match(codes('{"a":'.repeat(200_000))[0] ?? '', /^te-diep \/a/)
    assert.match(codes('['.repeat(1_000_000))[0] ?? '', /^te-diep/)
  })

  it('keeps __proto__ as a name', () => {
    const gelezen = leesJson('{"__proto__": {"isAdmin": true}, "constructor": 1}')
    assert.ok(gelezen.ok)
    assert.deepEqual(Object.keys(gelezen.waarde as object), ['__proto__', 'constructor'])
    assert.equal((gelezen.waarde as { isAdmin?: boolean }).isAdmin, undefined)
  })

  it('refuses bytes that are not UTF-8', () => {
    assert.deepEqual(codes(new Uint8Array([0x22, 0xff, 0x22])), ['ongeldige-tekens'])
  })
})

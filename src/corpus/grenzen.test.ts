import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bereken,
  controleerBewijs,
  parseVraag,
  randomHuishouden,
  type Uitkomst,
  vasteToeval,
  volgendeVragen,
} from '../engine/index.ts'
import { proefcorpus } from './proefcorpus.ts'

const geladen = proefcorpus()
const corpus = geladen.engine
const DATUM = '2026-03-01'
const PLEK = 'GM0344'

type Obj = Record<string, unknown>

function reken(huishouden: unknown, regelingen?: readonly string[]): readonly Uitkomst[] {
  const v = parseVraag(corpus, { datum: DATUM, huishouden, ...(regelingen ? { regelingen } : {}) })
  assert.ok(v.ok, JSON.stringify(v.ok ? '' : v.fouten))
  return bereken(corpus, v.vraag, { uitleg: false }).uitkomsten
}

/** Leaves out some facts, and sometimes who the partner or children are. */
function vervaag(huishouden: Obj, toeval: () => number, kans: number): Obj {
  const mens = (w: unknown): unknown =>
    typeof w !== 'object' || w === null || Array.isArray(w)
      ? w
      : Object.fromEntries(
          Object.entries(w).filter(([naam]) => naam === 'gemeente' || naam === 'opvang' || toeval() > kans),
        )
  const uit: Obj = {}
  for (const [wie, w] of Object.entries(huishouden)) {
    if ((wie === 'partner' || wie === 'kinderen') && toeval() < kans / 2) continue
    uit[wie] = Array.isArray(w) ? w.map(mens) : mens(w)
  }
  return uit
}

/** Facts with an assumption stand for a value when they are missing, so they are given here. */
function volledig(toeval: () => number): Obj {
  return structuredClone(randomHuishouden(corpus, toeval, PLEK, DATUM)) as Obj
}

const metAanname = new Set(corpus.feiten.filter((f) => f.aanname !== undefined).map((f) => f.id))
/** Facts that another fact stands in for when their key is missing. */
const metVervanging = new Set(['kinderbijslag', 'werkt', 'toetsingsinkomen'])

function alleenOnbekend(waar: Obj, vaag: Obj): Obj {
  const mens = (w: unknown, v: unknown): unknown => {
    if (typeof w !== 'object' || w === null || typeof v !== 'object' || v === null) return v
    const uit: Obj = { ...v }
    for (const [naam, x] of Object.entries(w)) {
      if (metAanname.has(naam) || metVervanging.has(naam)) uit[naam] = x
    }
    return uit
  }
  const uit: Obj = {}
  for (const [wie, v] of Object.entries(vaag)) {
    const w = waar[wie]
    uit[wie] = Array.isArray(v) && Array.isArray(w) ? v.map((x, i) => mens(w[i], x)) : mens(w, v)
  }
  return uit
}

test('limits contain the answer with the facts filled in, and filling in never widens them', () => {
  const toeval = vasteToeval(5)
  let vergeleken = 0
  for (let n = 0; n < 60; n++) {
    const waar = volledig(toeval)
    const half = alleenOnbekend(waar, vervaag(waar, toeval, 0.25))
    const vaag = alleenOnbekend(waar, vervaag(half, toeval, 0.3))
    const [a, b, c] = [reken(vaag), reken(half), reken(waar)]
    for (const u of a) {
      const v = b.find((x) => x.regeling === u.regeling)
      const w = c.find((x) => x.regeling === u.regeling)
      if (!v || !w) continue
      vergeleken++
      const wat = `${u.regeling} ${JSON.stringify(vaag)} van ${JSON.stringify(waar)}`
      assert.ok(binnen(v, u), `filling in widened ${wat}`)
      assert.ok(binnen(w, v), `the answer lies outside ${wat}`)
    }
  }
  assert.ok(vergeleken > 600, `only ${vergeleken} compared`)
})

/** What is known stays so, and the limits of `smal` lie within those of `wijd`. */
function binnen(smal: Uitkomst, wijd: Uitkomst): boolean {
  if (wijd.recht !== 'onbekend' && wijd.recht !== smal.recht) return false
  const [s, w] = [smal.grenzen, wijd.grenzen]
  if (!s || !w) return true
  return s.van >= w.van && (w.tot === null || (s.tot !== null && s.tot <= w.tot))
}

test('with one income unknown the limits are exact: both ends are reached, and nothing lies beyond', () => {
  const toeval = vasteToeval(11)
  for (let n = 0; n < 12; n++) {
    const waar = volledig(toeval)
    const met = (inkomen: unknown) => ({
      ...waar,
      aanvrager: { ...(waar.aanvrager as Obj), toetsingsinkomen: inkomen }, // a drawn household has an applicant
    })
    const regelingen = ['zorgtoeslag', 'huurtoeslag', 'kindgebonden-budget']
    const open = reken(met({ van: 0, tot: 8_000_000 }), regelingen)
    const gezien = Array.from({ length: 81 }, (_, i) => reken(met(i * 100_000), regelingen))
    open.forEach((u, i) => {
      if (!u.grenzen?.exact) return
      const bedragen = gezien.map((r) => r[i]?.bedrag?.waarde ?? 0)
      assert.ok(Math.max(...bedragen) <= (u.grenzen.tot ?? 0) && Math.min(...bedragen) >= u.grenzen.van)
      // These only fall with income: the ends of the range are the ends of the limits.
      assert.equal(u.grenzen.tot, bedragen[0], `${u.regeling} hoogste`)
      assert.equal(u.grenzen.van, bedragen.at(-1), `${u.regeling} laagste`)
      bedragen.forEach((b, j) => {
        assert.ok(j === 0 || b <= (bedragen[j - 1] ?? 0), `${u.regeling} rises with income`)
      })
    })
  }
})

test('every receipt replays to the same answer, and an altered one is caught', () => {
  const v = parseVraag(corpus, { datum: DATUM, huishouden: volledig(vasteToeval(3)) })
  assert.ok(v.ok)
  for (const { ontvangstbewijs } of bereken(corpus, v.vraag).uitkomsten) {
    const bewijs: unknown = JSON.parse(JSON.stringify(ontvangstbewijs))
    assert.deepEqual(controleerBewijs(corpus, bewijs), { status: 'gelijk' }, ontvangstbewijs.regeling)
    const ander = { ...ontvangstbewijs, uitkomst: { ...ontvangstbewijs.uitkomst, bedrag: 1 } }
    assert.equal(controleerBewijs(corpus, ander).status, 'anders')
    assert.equal(controleerBewijs(corpus, { ...ontvangstbewijs, engine: '0.0.0' }).status, 'andere-engine')
  }
})

test('when everything is answered nothing is asked', () => {
  const toeval = vasteToeval(8)
  for (let n = 0; n < 10; n++) {
    const v = parseVraag(corpus, { datum: DATUM, huishouden: volledig(toeval) })
    assert.ok(v.ok)
    const over = volgendeVragen(corpus, v.vraag).filter((k) => !k.pad.endsWith('/opvang'))
    assert.deepEqual(
      over.filter((k) => k.feit !== 'waterschap').map((k) => k.pad),
      [],
    )
  }
})

test('after the last known year nothing falls over: the figures are not known yet', () => {
  const v = parseVraag(corpus, { datum: '2027-01-01', huishouden: volledig(vasteToeval(2)) })
  assert.ok(v.ok)
  const zorg = bereken(corpus, v.vraag).uitkomsten.find((u) => u.regeling === 'zorgtoeslag')
  assert.equal(zorg?.recht, 'onbekend')
  assert.equal(zorg?.ontbreekt[0]?.reden, 'bedragen-nog-niet-bekend')
  assert.ok(zorg?.indicatie)
})

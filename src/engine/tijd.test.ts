import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  corpus,
  type Json,
  KEER,
  kies,
  lees,
  met,
  PLAATSEN,
  plekken,
  type Toeval,
  vervaag,
  volledig,
  vraag,
} from '../../test/engine/meegeleverd.ts'
import { leesDatum, plusMaanden, toonDatum } from './datum.ts'
import { bereken } from './reeks.ts'
import { peildag, Situatie } from './situatie.ts'
import { vasteToeval } from './steekproef.ts'
import type { Uitkomst } from './types.ts'

type Pad = readonly (string | number)[]

const dagen = (datum: string): number => leesDatum(datum) ?? 0

/** What an answer says, without how it came about. */
function kern(u: Uitkomst | undefined): unknown {
  if (!u) return undefined
  const { regeling, recht, bedrag, jaarbedrag, grenzen, ontbreekt, indicatie } = u
  return { regeling, recht, bedrag, jaarbedrag, grenzen, ontbreekt, indicatie }
}

function reken(h: Json, datum: string, regelingen?: readonly string[]): readonly Uitkomst[] {
  return bereken(corpus(), vraag(h, datum, regelingen), { uitleg: false }).uitkomsten
}

function isGeldig(h: Json, datum: string): boolean {
  try {
    vraag(h, datum)
    return true
  } catch (fout) {
    if (fout instanceof assert.AssertionError) return false
    throw fout
  }
}

/** Facts and lists that may have spells, with the value that another household has there. */
function wisselingen(h: Json, ander: Json, toeval: Toeval): { pad: Pad; waarde: unknown }[] {
  const feiten = plekken({ kinderen: [], medebewoners: [], ...h }).filter(
    (p) => p.id !== 'gemeente' && p.id !== 'waterschap' && p.bij !== 'opvang',
  )
  const lijsten = ['partner', 'kinderen', 'medebewoners'].map((naam): Pad => [naam])
  const uit = Array.from(
    { length: 1 + Math.floor(toeval() * 4) },
    (): Pad => (toeval() < 0.25 ? kies(toeval, lijsten) : kies(toeval, feiten).pad),
  )
  // A list and a fact of somebody on it do not both change: the one would wipe out the other.
  return uit
    .filter((p, i) => uit.every((q, j) => i === j || (q[0] !== p[0] && (i < j || q.join() !== p.join()))))
    .map((pad) => ({ pad, waarde: lees(ander, pad) }))
    .filter((w) => w.waarde !== undefined)
}

test('a fact as a spell that holds always says the same as the plain fact', (t) => {
  const toeval = vasteToeval(20260320)
  let gezien = 0
  for (let i = 0; i < 60 * KEER; i++) {
    const [gebied, datum] = [kies(toeval, PLAATSEN), kies(toeval, ['2026-03-01', '2025-08-15', '2026-12-31'])]
    let h = volledig(toeval, gebied, datum)
    if (toeval() < 0.5) h = vervaag(h, toeval)?.h ?? h
    const met1 = wisselingen(h, h, toeval).reduce(
      (x, { pad, waarde }) => met(x, pad, [{ ...(toeval() < 0.5 ? { vanaf: '1950-01-01' } : {}), waarde }]),
      h,
    )
    if (!isGeldig(met1, datum)) continue
    const [a, b] = [reken(h, datum), reken(met1, datum)]
    assert.deepEqual(b.map(kern), a.map(kern), JSON.stringify(met1))
    gezien += a.length
  }
  t.diagnostic(`${gezien} outcomes`)
  assert.ok(gezien > 300)
})

test('a spell that changes on a day gives on each day what the plain fact of that day gives', (t) => {
  const toeval = vasteToeval(20260321)
  let [gezien, anders] = [0, 0]
  for (let i = 0; i < 40 * KEER; i++) {
    const [gebied, datum] = [kies(toeval, PLAATSEN), '2026-06-01']
    const [h, ander] = [volledig(toeval, gebied, datum), volledig(toeval, gebied, datum)]
    const dag = dagen('2026-01-01') + Math.floor(toeval() * 365)
    const wissels = wisselingen(h, ander, toeval).map((w) => ({ ...w, open: toeval() < 0.2 }))
    // After a last spell that ends a fact is not known, and it is not known who is on a list.
    const na = wissels.reduce(
      (x, { pad, waarde, open }) =>
        met(x, pad, open ? (pad.length === 1 ? undefined : { onbekend: 'niet-gevraagd' }) : waarde),
      h,
    )
    const wissel = toonDatum(dag)
    const inTijd = wissels.reduce(
      (x, { pad, waarde, open }) =>
        met(x, pad, [
          { vanaf: '1950-01-01', tot: wissel, waarde: lees(h, pad) },
          ...(open ? [] : [{ vanaf: wissel, waarde }]),
        ]),
      h,
    )
    if (![h, na, inTijd].every((x) => isGeldig(x, datum))) continue
    for (const d of [dag - 1, dag, dag + 1, dag + Math.floor(toeval() * 100), plusMaanden(dag, 1)]) {
      const op = toonDatum(d)
      const [voor, achter] = [reken(h, op), reken(na, op)]
      const s = Situatie.van(corpus(), vraag(h, op).huishouden)
      for (const [n, u] of reken(inTijd, op).entries()) {
        const keus = corpus().planOp(u.regeling, d, s.keten(d))
        if (keus.k !== 'plan' && keus.k !== 'verlopen') continue
        const moet = peildag(keus.plan.wet, d) < dag ? voor[n] : achter[n]
        assert.deepEqual(kern(u), kern(moet), `${u.regeling} on ${op}: ${JSON.stringify(inTijd)}`)
        gezien++
        if (voor[n]?.bedrag?.waarde !== achter[n]?.bedrag?.waarde) anders++
      }
    }
  }
  t.diagnostic(`${gezien} outcomes, ${anders} changed`)
  assert.ok(anders > 20)
})

test('months with many answers missing have the same exact limits as the day itself', () => {
  // Eight yes-or-no answers: 256 combinations.
  const kind = { geboortedatum: '2016-04-02', kinderbijslag: { onbekend: 'niet-gevraagd' }, opvang: [] }
  const h = {
    aanvrager: { geboortedatum: '1990-05-01', toetsingsinkomen: 3_000_000, vermogen: 0 },
    partner: null,
    kinderen: Array.from({ length: 8 }, () => kind),
    medebewoners: [],
    woning: { gemeente: 'GM0344' },
  }
  const id = ['kindgebonden-budget']
  const u = bereken(corpus(), {
    ...vraag(h, '2026-03-01', id),
    reeks: { van: '2026-03-01', tot: '2026-04-01' },
  }).uitkomsten[0]
  assert.equal(u?.grenzen?.exact, true)
  assert.deepEqual(u?.maanden?.[0]?.grenzen, u?.grenzen)
})

test('months equal the question on their first day, and every change between them is told', (t) => {
  const toeval = vasteToeval(20260322)
  let [maanden, veranderd] = [0, 0]
  for (let i = 0; i < 5 * KEER; i++) {
    const gebied = kies(toeval, PLAATSEN)
    const [van, tot] = kies(toeval, [
      ['2026-01-01', '2027-04-01'],
      ['2025-03-01', '2026-03-01'],
      ['2024-09-01', '2025-09-01'],
    ] as const)
    const h = volledig(toeval, gebied, van)
    const ander = volledig(toeval, gebied, van)
    let rij = wisselingen(h, ander, toeval).reduce(
      (x, { pad, waarde }) =>
        met(x, pad, [
          { vanaf: '1950-01-01', tot: '2026-02-16', waarde: lees(h, pad) },
          { vanaf: '2026-02-16', waarde },
        ]),
      h,
    )
    for (let k = Math.floor(toeval() * 4); k > 0; k--) rij = vervaag(rij, toeval)?.h ?? rij
    if (!isGeldig(rij, van)) continue
    const v = vraag(rij, van)
    const antwoord = bereken(corpus(), { ...v, reeks: { van, tot } }, { uitleg: false })
    const op = new Map<string, readonly Uitkomst[]>()
    const ids = antwoord.uitkomsten.map((u) => u.regeling)
    const dag = (d: string): readonly Uitkomst[] => {
      const al = op.get(d) ?? reken(rij, d, ids)
      op.set(d, al)
      return al
    }
    const zeg = (u: Uitkomst | undefined) =>
      JSON.stringify([u?.recht, u?.bedrag, u?.grenzen && { van: u.grenzen.van, tot: u.grenzen.tot }])
    for (const [n, u] of antwoord.uitkomsten.entries()) {
      const wat = `${u.regeling} ${JSON.stringify(rij)}`
      assert.ok(u.maanden && u.wijzigingen)
      const dagenMet = new Set(u.wijzigingen.map((w) => w.datum))
      for (const [k, m] of u.maanden.entries()) {
        const is = dag(m.maand)[n]
        assert.deepEqual(
          { recht: m.recht, bedrag: m.bedrag, grenzen: m.grenzen },
          { recht: is?.recht, bedrag: is?.bedrag, grenzen: is?.grenzen },
          `${m.maand} ${wat}`,
        )
        maanden++
        const vorige = u.maanden[k - 1]
        if (vorige && zeg(dag(vorige.maand)[n]) !== zeg(is)) {
          veranderd++
          assert.ok(
            u.wijzigingen.some((w) => w.datum > vorige.maand && w.datum <= m.maand),
            `nothing told between ${vorige.maand} and ${m.maand}: ${wat}`,
          )
        }
      }
      for (const w of u.wijzigingen) {
        const [ervoor, erna] = [dag(toonDatum(dagen(w.datum) - 1))[n], dag(w.datum)[n]]
        assert.notEqual(zeg(ervoor), zeg(erna), `no change on ${w.datum}: ${wat}`)
        assert.equal(w.na, erna?.recht === 'nee' ? 0 : (erna?.bedrag?.waarde ?? null), `${w.datum} ${wat}`)
        assert.ok(
          w.oorzaken.length > 0 && w.oorzaken.every((o) => o.soort !== 'onbekend' || o.artikel !== ''),
        )
      }
      // A day on which nothing is told is like the day before.
      for (let k = 0; k < 2; k++) {
        const d = dagen(van) + 1 + Math.floor(toeval() * (dagen(tot) - dagen(van)))
        if (dagenMet.has(toonDatum(d))) continue
        assert.equal(zeg(dag(toonDatum(d))[n]), zeg(dag(toonDatum(d - 1))[n]), `${toonDatum(d)} ${wat}`)
      }
    }
  }
  t.diagnostic(`${maanden} months, ${veranderd} changes`)
  assert.ok(veranderd > 5)
})

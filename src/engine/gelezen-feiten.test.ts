import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  corpus,
  type Json,
  KEER,
  kies,
  PLAATSEN,
  type Toeval,
  uitkomsten,
  vervaag,
  volledig,
} from '../../test/engine/meegeleverd.ts'
import { type GelezenFeiten, gelezenFeiten } from './gelezen-feiten.ts'
import { parseVraag } from './invoer.ts'
import { vasteToeval } from './steekproef.ts'
import type { FeitBij } from './types.ts'

const NIETS: GelezenFeiten = { feiten: new Map(), lijsten: new Set() }

/** The household with everything that is read of `een`, and everything else of `ander`. */
function gemengd(een: Json, ander: Json, { feiten, lijsten }: GelezenFeiten): Json {
  const mens = (bij: FeitBij, a: unknown, b: unknown): Json => {
    const [van, uit] = [(a ?? {}) as Json, { ...((b ?? {}) as Json) }]
    for (const id of feiten.get(bij) ?? []) {
      delete uit[id]
      if (van[id] !== undefined) uit[id] = van[id]
    }
    if (bij === 'kinderen' && lijsten.has('opvang')) {
      const opvang = van.opvang as Json[] | undefined
      delete uit.opvang
      if (opvang !== undefined) uit.opvang = opvang.map((o, i) => mens('opvang', o, lid(uit.opvang, i)))
    }
    return uit
  }
  const lid = (lijst: unknown, i: number): unknown =>
    Array.isArray(lijst) && lijst.length > 0 ? lijst[i % lijst.length] : lijst
  const lijst = (bij: 'partner' | 'kinderen' | 'medebewoners'): unknown => {
    const van = een[bij]
    if (!lijsten.has(bij)) return ander[bij]
    if (Array.isArray(van)) return van.map((m, i) => mens(bij, m, lid(ander[bij], i)))
    return van === undefined || van === null ? van : mens(bij, van, ander[bij])
  }
  const uit: Json = {}
  for (const bij of ['aanvrager', 'woning', 'onderneming'] as const)
    if (een[bij] !== undefined || ander[bij] !== undefined) uit[bij] = mens(bij, een[bij], ander[bij])
  for (const bij of ['partner', 'kinderen', 'medebewoners'] as const) {
    const l = lijst(bij)
    if (l !== undefined) uit[bij] = l
  }
  return uit
}

/** Every place with rules of its own. */
const plaatsen = [
  ...new Set([
    ...PLAATSEN,
    ...corpus().wetten.flatMap((w) =>
      ['gemeente', 'eiland'].includes(corpus().gebieden.get(w.gebied)?.soort ?? '') ? [w.gebied] : [],
    ),
  ]),
]

/** What is told, without the receipt: that one names the facts as they were given. */
function verteld(h: Json, datum: string, id: string): unknown {
  const [u] = uitkomsten(h, datum, [id], true)
  assert.ok(u, id)
  const { ontvangstbewijs: _, ...rest } = u
  return rest
}

/** Of every scheme in force: the household, and the same with everything that is not read replaced. */
function* paren(
  toeval: Toeval,
  keer: number,
  leest: (id: string, datum: string) => GelezenFeiten,
  ids?: readonly string[],
): Generator<{ id: string; datum: string; h: Json; anders: Json }> {
  for (let i = 0; i < keer; i++) {
    const gebied = plaatsen[i % plaatsen.length] ?? 'nederland'
    const datum =
      i < plaatsen.length ? '2026-03-01' : kies(toeval, ['2026-08-15', '2025-02-10', '2027-02-03'])
    let h = volledig(toeval, gebied, datum)
    // Also where facts and lists are missing: then what is not read may not become a question.
    for (let n = i % 2 === 0 ? 0 : Math.floor(toeval() * 6); n > 0; n--) h = vervaag(h, toeval)?.h ?? h
    const vreemden = [1, 2, 3].map(() => volledig(toeval, gebied, datum))
    for (const { regeling: id } of uitkomsten(h, datum, ids)) {
      // Facts of two households may be at odds with each other, such as a partner who is no adult.
      const anders = vreemden
        .map((vreemde) => gemengd(h, vreemde, leest(id, datum)))
        .find((huishouden) => parseVraag(corpus(), { datum, huishouden }).ok)
      if (anders) yield { id, datum, h, anders }
    }
  }
}

test('a fact that is not listed cannot matter: everything else may change and the answer stays the same', (t) => {
  let [vergeleken, zelfde] = [0, 0]
  const gezien = new Set<string>()
  const leest = (id: string, datum: string) => gelezenFeiten(corpus(), id, datum) ?? NIETS
  for (const { id, datum, h, anders } of paren(vasteToeval(20260401), 2 * plaatsen.length * KEER, leest)) {
    vergeleken++
    gezien.add(id)
    if (JSON.stringify(h) === JSON.stringify(anders)) zelfde++
    const bij = `${id} ${datum}\n${JSON.stringify(h)}\n${JSON.stringify(anders)}`
    assert.deepEqual(verteld(anders, datum, id), verteld(h, datum, id), bij)
  }
  t.diagnostic(`${vergeleken} pairs, ${zelfde} the same`)
  assert.deepEqual(
    [...corpus().ids].filter((id) => !gezien.has(id)),
    [],
  )
  assert.ok(zelfde < vergeleken / 20)
})

test('the same comparison finds a fact that was left out of the list, for every kind of person', () => {
  const zonder: readonly (readonly [string, FeitBij, string])[] = [
    ['zorgtoeslag', 'aanvrager', 'toetsingsinkomen'],
    ['huurtoeslag', 'woning', 'kale_huur'],
    ['aow', 'partner', 'zelfde_adres'],
    ['kinderbijslag', 'kinderen', 'geboortedatum'],
    ['bijstand', 'medebewoners', 'geboortedatum'],
    ['kinderopvangtoeslag', 'opvang', 'uren'],
  ]
  const gevonden = new Set<string>()
  const leest = (id: string, datum: string): GelezenFeiten => {
    const alles = gelezenFeiten(corpus(), id, datum) ?? NIETS
    const feiten = new Map<FeitBij, ReadonlySet<string>>(alles.feiten)
    for (const [regeling, bij, feit] of zonder)
      if (regeling === id) feiten.set(bij, new Set([...(feiten.get(bij) ?? [])].filter((f) => f !== feit)))
    return { ...alles, feiten }
  }
  const ids = zonder.map(([id]) => id)
  for (const { id, datum, h, anders } of paren(vasteToeval(20260402), 120, leest, ids))
    if (JSON.stringify(verteld(anders, datum, id)) !== JSON.stringify(verteld(h, datum, id))) gevonden.add(id)
  assert.deepEqual(
    ids.filter((id) => !gevonden.has(id)),
    [],
  )
})

test('the list is exact: of whom a shared rule reads a fact, and not of everybody it could be read of', () => {
  const van = (id: string, datum = '2026-03-01') => {
    const g = gelezenFeiten(corpus(), id, datum)
    return (
      g && {
        feiten: Object.fromEntries([...g.feiten].map(([k, v]) => [k, [...v].sort()])),
        lijsten: [...g.lijsten].sort(),
      }
    )
  }
  assert.deepEqual(van('aow'), {
    feiten: {
      aanvrager: ['aow_opbouwjaren', 'geboortedatum'],
      partner: ['aow_opbouwjaren', 'duurzaam_gescheiden', 'geboortedatum', 'gehuwd', 'zelfde_adres'],
      woning: ['gemeente'],
    },
    lijsten: ['partner'],
  })
  assert.deepEqual(van('kinderbijslag'), {
    feiten: {
      aanvrager: ['rechtmatig_verblijf'],
      kinderen: ['co_ouderschap', 'geboortedatum', 'intensieve_zorg', 'naar_school', 'thuiswonend'],
      woning: ['gemeente'],
    },
    lijsten: ['kinderen'],
  })
  // A scheme of one place reads where somebody lives and no more; a water board matters where it sets the rules.
  assert.deepEqual(van('ooievaarspas'), { feiten: { woning: ['gemeente'] }, lijsten: [] })
  const bord = [...corpus().ids].filter((id) => van(id)?.feiten.woning?.includes('waterschap'))
  assert.deepEqual(bord, ['kwijtschelding-waterschap'])
})

test('of what is no scheme, or is not in force yet, nothing is known', () => {
  assert.equal(gelezenFeiten(corpus(), 'paspoort', '2026-03-01'), undefined)
  assert.equal(gelezenFeiten(corpus(), 'aow', '1950-01-01'), undefined)
  assert.throws(() => gelezenFeiten(corpus(), 'aow', 'morgen'), RangeError)
})

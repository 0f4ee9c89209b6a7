import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileer, maakCorpus, regel, uitkomst, wet } from '../../test/engine/klein.ts'
import {
  bereik,
  corpus,
  KEER,
  kies,
  lees,
  met,
  PLAATSEN,
  plekken,
  pointer,
  uitkomsten,
  vervaag,
  volledig,
} from '../../test/engine/meegeleverd.ts'
import { vasteToeval } from './steekproef.ts'

const DATUMS = ['2026-03-01', '2026-08-15', '2025-02-10', '2024-05-05']

test('limits hold the answer while facts are unknown, and filling one in never widens them', (t) => {
  const toeval = vasteToeval(20260308)
  let [gezien, exact] = [0, 0]
  for (let i = 0; i < 500 * KEER; i++) {
    const [gebied, datum] = [kies(toeval, PLAATSEN), kies(toeval, DATUMS)]
    const h = volledig(toeval, gebied, datum)
    const waar = new Map(uitkomsten(h, datum).map((u) => [u.regeling, u]))
    const terug: { pad: (string | number)[]; waarde: unknown }[] = []
    let hier = h
    // Now and then far more is missing than combinations are tried.
    for (let n = 1 + Math.floor(toeval() * (toeval() < 0.1 ? 20 : 6)); n > 0; n--) {
      const v = vervaag(hier, toeval)
      if (!v) continue
      hier = v.h
      terug.push(v)
    }
    let vorige = new Map<string, readonly [number, number]>()
    for (;;) {
      const nu = new Map<string, readonly [number, number]>()
      for (const u of uitkomsten(hier, datum)) {
        const bekend = waar.get(u.regeling)
        assert.ok(bekend)
        const [van, tot] = bereik(u)
        const [laagst, hoogst] = bereik(bekend)
        const wat = () =>
          `${u.regeling} ${gebied} ${datum}: known ${laagst}–${hoogst}, limits ${van}–${tot}, open: ${terug.map((x) => pointer(x.pad)).join(' ')}\n${JSON.stringify(h)}`
        assert.ok(van <= laagst && hoogst <= tot, wat())
        if (u.recht !== 'onbekend' && bekend.recht !== 'onbekend') assert.equal(u.recht, bekend.recht, wat())
        const eerder = vorige.get(u.regeling)
        if (eerder)
          assert.ok(eerder[0] <= van && tot <= eerder[1], `wider than ${eerder.join('–')}: ${wat()}`)
        nu.set(u.regeling, [van, tot])
        gezien++
        if (u.grenzen?.exact) exact++
      }
      vorige = nu
      const stap = terug.pop()
      if (!stap) break
      hier = met(hier, stap.pad, stap.waarde)
    }
  }
  t.diagnostic(`${gezien} outcomes, ${exact} with exact limits`)
})

const GETALLEN = [
  'toetsingsinkomen',
  'netto_maandinkomen',
  'kale_huur',
  'servicekosten',
  'uurtarief',
  'inkomen_uit_werk',
]

test('with one number and a few choices unknown the limits are exact, and both ends are reached', (t) => {
  const toeval = vasteToeval(20260309)
  let [beproefd, vragen] = [0, 0]
  while (beproefd < 16 * KEER) {
    const [gebied, datum] = [kies(toeval, PLAATSEN), kies(toeval, DATUMS)]
    const h = volledig(toeval, gebied, datum)
    const getallen = plekken(h).filter((x) => GETALLEN.includes(x.id))
    if (getallen.length === 0) continue
    const p = kies(toeval, getallen)
    const f = corpus().vocabulaire.opNaam.get(`${p.bij}.${p.id}`)
    const w = lees(h, p.pad)
    if (!f || typeof w !== 'number' || f.type !== 'geld') continue
    const [van, tot] = [Math.max(f.van, w - 500), Math.min(f.tot, w + 500)]
    const open = plekken(h)
      .filter((x) => typeof lees(h, x.pad) === 'boolean' && toeval() < 0.04)
      .slice(0, 2)
    const vaag = open.reduce(
      (x, { pad }) => met(x, pad, { onbekend: 'niet-gevraagd' }),
      met(h, p.pad, { van, tot }),
    )
    vragen++
    // A figure that is not established has no exact limits; everything else must.
    const uit = uitkomsten(vaag, datum).filter((u) => u.grenzen && u.ontbreekt.every((o) => !o.parameter))
    for (const u of uit)
      assert.equal(u.grenzen?.exact, true, `${u.regeling}: ${pointer(p.pad)} and ${open.length} choices`)
    const wijd = new Map(
      uit.flatMap((u) => (u.grenzen && u.grenzen.van !== u.grenzen.tot ? [[u.regeling, u.grenzen]] : [])),
    )
    if (wijd.size === 0) continue
    const einden = new Map<string, { van: number; tot: number }>()
    for (let keus = 0; keus < 2 ** open.length; keus++) {
      const vast = open.reduce((x, { pad }, n) => met(x, pad, ((keus >> n) & 1) === 1), h)
      for (let x = van; x <= tot; x++) {
        for (const u of uitkomsten(met(vast, p.pad, x), datum, [...wijd.keys()])) {
          const [a, b] = bereik(u)
          const e = einden.get(u.regeling) ?? { van: a, tot: b }
          einden.set(u.regeling, { van: Math.min(e.van, a), tot: Math.max(e.tot, b) })
        }
      }
    }
    for (const [id, { van: laag, tot: hoog }] of wijd) {
      beproefd++
      assert.deepEqual(
        { van: laag, tot: hoog },
        einden.get(id),
        `${id} ${pointer(p.pad)} ${van}–${tot}\n${JSON.stringify(vaag)}`,
      )
    }
  }
  t.diagnostic(`${beproefd} wide limits tried value by value, out of ${vragen} questions`)
})

const P = `
grens: { waarde: 20000, eenheid: EUR/jaar, bron: x }
laag: { waarde: 100, eenheid: EUR/maand, bron: x }
hoog: { waarde: 250.37, eenheid: EUR/maand, bron: x }
`

test('a spike of one cent wide within a range of two million is found at both ends', () => {
  const c = maakCorpus({
    'a.yaml': wet(P, regel('uit', 'EUR/maand', 'if aanvrager.inkomen = grens then hoog else laag')),
  })
  assert.deepEqual(uitkomst(c, { aanvrager: {} }).grenzen, {
    van: 10000,
    tot: 25037,
    valuta: 'EUR',
    per: 'maand',
    exact: true,
  })
  const dal = maakCorpus({
    'a.yaml': wet(
      P,
      regel(
        'uit',
        'EUR/maand',
        'if aanvrager.inkomen >= grens and aanvrager.inkomen <= grens then 0 else laag',
      ),
    ),
  })
  assert.deepEqual(uitkomst(dal, { aanvrager: {} }).grenzen, {
    van: 0,
    tot: 10000,
    valuta: 'EUR',
    per: 'maand',
    exact: true,
  })
})

test('a product that falls and rises over a range is bounded by what it really takes', () => {
  const c = maakCorpus({
    'a.yaml': wet(
      'k: { waarde: 0.0001, eenheid: maand/EUR*jaar/maand*jaar/maand, bron: x }\nm: { waarde: 0.001, eenheid: jaar/maand, bron: x }\nt: { waarde: 5000, eenheid: EUR/jaar, bron: x }',
      [regel('af', 'EUR/jaar', 'aanvrager.inkomen - t'), regel('uit', 'EUR^2/jaar^2', 'af * af')].join('\n'),
      'uitkomst: { voorwaarden: [goed] }',
    ).replace(
      'regels:\n',
      `regels:\n  goed:\n    artikel: "1"\n    eenheid: ja-nee\n    formule: uit >= 0\n`,
    ),
  })
  // The square is never below 0, which limits of the two factors apart cannot tell.
  assert.equal(uitkomst(c, { aanvrager: {} }).recht, 'ja')
})

test('ten yes-or-no questions and a number are exact; what is more is said not to be', () => {
  const wie = (n: number) =>
    Array.from({ length: n }, () => ({ thuis: { onbekend: 'niet-gevraagd' }, opvang: [] }))
  const c = maakCorpus({
    'a.yaml': wet(
      `${P}per_kind: { waarde: 10, eenheid: EUR/maand, bron: x }`,
      regel(
        'uit',
        'EUR/maand',
        'if aanvrager.inkomen > grens then 0 else per_kind * count(kinderen[item.thuis]) * count(kinderen[item.thuis])',
      ),
    ),
  })
  const bij = (n: number) => uitkomst(c, { aanvrager: {}, kinderen: wie(n) }).grenzen
  assert.deepEqual(bij(10), { van: 0, tot: 100_000, valuta: 'EUR', per: 'maand', exact: true })
  const ruim = bij(14)
  assert.ok(ruim && ruim.van === 0 && ruim.tot === 196_000 && !ruim.exact, JSON.stringify(ruim))
})

test('of a partner or child of whom nothing is known nothing is assumed', () => {
  const c = maakCorpus({
    'a.yaml': wet(
      P,
      regel('uit', 'EUR/maand', 'if some p in partner satisfies not(p.legaal) then hoog else laag'),
    ),
  })
  assert.deepEqual(uitkomst(c, {}).grenzen, {
    van: 10000,
    tot: 25037,
    valuta: 'EUR',
    per: 'maand',
    exact: true,
  })
  assert.equal(uitkomst(c, { partner: {} }).bedrag?.waarde, 10000)
  assert.deepEqual(uitkomst(c, { partner: {} }).aannames, [
    { pad: '/huishouden/partner/legaal', waarde: true },
  ])
  assert.equal(uitkomst(c, { partner: { legaal: false } }).bedrag?.waarde, 25037)
})

test('a figure that nobody has set makes limits of its own, and says where to ask', () => {
  const met = (bereik: string) =>
    maakCorpus({
      'a.yaml': wet(
        `m: { waarde: onbekend, eenheid: EUR/maand, ${bereik}bron: "vraag de dienst" }`,
        regel('uit', 'EUR/maand', 'm'),
      ),
    })
  const ruim = uitkomst(met(''), {})
  assert.deepEqual([ruim.recht, ruim.grenzen?.tot, ruim.grenzen?.exact], ['onbekend', null, false])
  assert.deepEqual(ruim.ontbreekt, [
    { parameter: 'm', reden: 'bedrag-niet-vastgesteld', bron: 'vraag de dienst' },
  ])
  const smal = uitkomst(met('bereik: [10, 20.50], '), {})
  assert.deepEqual(
    [smal.recht, smal.grenzen?.van, smal.grenzen?.tot, smal.bedrag],
    ['ja', 1000, 2050, undefined],
  )
})

test('saying who the children are never makes the limits wider, however many answers that opens', () => {
  const gemaakt = compileer(
    {
      'a.yaml': wet(
        `${P}cent: { waarde: 0.01, eenheid: EUR/maand, bron: x }`,
        regel(
          'uit',
          'EUR/maand',
          'hoog + laag * count(medebewoners[item.huurt]) - laag * count(medebewoners[item.huurt]) + cent * count(kinderen[item.thuis])',
        ),
      ),
    },
    '',
    'feiten:\n  - { id: huurt, bij: [medebewoners], type: ja-nee }\n',
  )
  assert.ok(gemaakt.ok)
  const bij = (kinderen: unknown) =>
    uitkomst(gemaakt.corpus, {
      aanvrager: {},
      medebewoners: [{}],
      ...(kinderen ? { kinderen } : {}),
    }).grenzen
  const voor = bij(undefined)
  assert.deepEqual([voor?.van, voor?.tot], [25_037, 25_057])
  for (const n of [1, 5, 12, 20]) {
    const na = bij(Array.from({ length: n }, () => ({ opvang: [] })))
    assert.ok(
      na && voor && na.van >= voor.van && (na.tot ?? 1e9) <= (voor.tot ?? 0),
      `${n} ${JSON.stringify(na)}`,
    )
  }
})

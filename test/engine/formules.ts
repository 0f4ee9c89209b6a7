/**
 * Random typed formulas over a small vocabulary, and a second way to work them out: fractions of whole
 * numbers without limit, straight from the syntax. Slow and plain on purpose; it knows nothing of scales.
 */
import fc from 'fast-check'

export interface Breuk {
  readonly t: bigint
  readonly n: bigint
}

export function breuk(t: bigint, n = 1n): Breuk {
  return n < 0n ? { t: -t, n: -n } : { t, n }
}

/** A household of the small vocabulary: applicant's income, and per child an income and whether it lives at home. */
export interface Proefgezin {
  readonly inkomen: number
  readonly huur: number
  readonly legaal: boolean
  readonly kinderen: readonly { readonly inkomen: number; readonly thuis: boolean }[]
}

/** Figures of the law as written, with their unit. */
export const FIGUREN = {
  nul: ['0', 'EUR/jaar'],
  klein: ['0.001', 'EUR/jaar'],
  bedrag: ['2119.07', 'EUR/jaar'],
  groot: ['99999999.99', 'EUR/jaar'],
  min_een: ['-1.005', 'EUR/jaar'],
  procent: ['13.730', 'procent'],
  fijn: ['0.123456789', 'getal'],
  factor: ['-3', 'getal'],
  duizend: ['1000', 'getal'],
} as const

export type Geld = {
  readonly tekst: string
  readonly reken: (g: Proefgezin, kind: number | undefined) => Breuk
}
export type Keuze = {
  readonly tekst: string
  readonly reken: (g: Proefgezin, kind: number | undefined) => boolean
}

const plus = (a: Breuk, b: Breuk) => breuk(a.t * b.n + b.t * a.n, a.n * b.n)
const min = (a: Breuk) => breuk(-a.t, a.n)
const maal = (a: Breuk, b: Breuk) => breuk(a.t * b.t, a.n * b.n)
const kleiner = (a: Breuk, b: Breuk) => a.t * b.n < b.t * a.n
const vloer = (t: bigint, n: bigint) => (t % n !== 0n && t < 0n ? t / n - 1n : t / n)

/** Rounds to n decimals; half goes away from zero. */
export function rond(x: Breuk, decimalen: number, hoe: string): Breuk {
  const f = 10n ** BigInt(decimalen)
  const t = x.t * f
  if (hoe === 'omlaag') return breuk(vloer(t, x.n), f)
  if (hoe === 'omhoog') return breuk(-vloer(-t, x.n), f)
  const abs = t < 0n ? -t : t
  const h = vloer(2n * abs + x.n, 2n * x.n)
  return breuk(t < 0n ? -h : h, f)
}

export function uitTekst(tekst: string): Breuk {
  const [heel = '', rest = ''] = tekst.split('.')
  return breuk(BigInt(heel + rest), 10n ** BigInt(rest.length))
}

const figuur = (naam: keyof typeof FIGUREN): Geld => {
  const [tekst, eenheid] = FIGUREN[naam]
  const w = uitTekst(tekst)
  const x = eenheid === 'procent' ? breuk(w.t, w.n * 100n) : w
  return { tekst: naam, reken: () => x }
}
const getallen = ['procent', 'fijn', 'factor', 'duizend'] as const
const getal = fc.oneof(
  fc.constantFrom(...getallen).map(figuur),
  fc.constantFrom('1', '2', '12', '100').map((t): Geld => ({ tekst: t, reken: () => breuk(BigInt(t)) })),
  fc.constant<Geld>({ tekst: 'count(kinderen)', reken: (g) => breuk(BigInt(g.kinderen.length)) }),
  fc.constant<Geld>({
    tekst: 'count(kinderen[item.thuis])',
    reken: (g) => breuk(BigInt(g.kinderen.filter((k) => k.thuis).length)),
  }),
)
/** Divisors whose range leaves 0 out. */
const deler = fc.constantFrom<Geld>(
  { tekst: '12', reken: () => breuk(12n) },
  figuur('factor'),
  figuur('fijn'),
  figuur('duizend'),
  { tekst: 'max(1, count(kinderen))', reken: (g) => breuk(BigInt(Math.max(1, g.kinderen.length))) },
)

type Soorten = { geld: Geld; keuze: Keuze }

/** Formulas of EUR/jaar; inside a loop over children `k` may be used. */
export function formules(diepte: number): fc.Arbitrary<Geld> {
  const binnen = (inLus: boolean, d: number): { geld: fc.Arbitrary<Geld>; keuze: fc.Arbitrary<Keuze> } => {
    const soorten = fc.letrec<Soorten>((tie) => ({
      geld: fc.oneof(
        { maxDepth: d, depthIdentifier: `geld${inLus}`, withCrossShrink: true },
        fc.oneof(
          fc
            .constantFrom('nul', 'klein', 'bedrag', 'groot', 'min_een')
            .map((n) => figuur(n as keyof typeof FIGUREN)),
          fc.constant<Geld>({ tekst: 'aanvrager.inkomen', reken: (g) => breuk(BigInt(g.inkomen), 100n) }),
          fc.constant<Geld>({
            tekst: '(woning.huur * maanden_per_jaar)',
            reken: (g) => breuk(BigInt(g.huur) * 12n, 100n),
          }),
          ...(inLus
            ? [
                fc.constant<Geld>({
                  tekst: 'k.inkomen',
                  reken: (g, kind) => breuk(BigInt(g.kinderen[kind ?? 0]?.inkomen ?? 0), 100n),
                }),
              ]
            : []),
        ),
        fc.tuple(fc.constantFrom('+', '-'), tie('geld'), tie('geld')).map(
          ([op, a, b]): Geld => ({
            tekst: `(${a.tekst} ${op} ${b.tekst})`,
            reken: (g, k) =>
              op === '+' ? plus(a.reken(g, k), b.reken(g, k)) : plus(a.reken(g, k), min(b.reken(g, k))),
          }),
        ),
        fc.tuple(tie('geld'), getal, fc.boolean()).map(
          ([a, b, om]): Geld => ({
            tekst: om ? `(${b.tekst} * ${a.tekst})` : `(${a.tekst} * ${b.tekst})`,
            reken: (g, k) => maal(a.reken(g, k), b.reken(g, k)),
          }),
        ),
        tie('geld').map((a): Geld => ({ tekst: `(-(${a.tekst}))`, reken: (g, k) => min(a.reken(g, k)) })),
        tie('geld').map(
          (a): Geld => ({
            tekst: `max(0, ${a.tekst})`,
            reken: (g, k) => (a.reken(g, k).t > 0n ? a.reken(g, k) : breuk(0n)),
          }),
        ),
        fc.tuple(fc.constantFrom('min', 'max'), tie('geld'), tie('geld')).map(
          ([op, a, b]): Geld => ({
            tekst: `${op}(${a.tekst}, ${b.tekst})`,
            reken: (g, k) => {
              const [x, y] = [a.reken(g, k), b.reken(g, k)]
              return kleiner(x, y) === (op === 'min') ? x : y
            },
          }),
        ),
        fc.tuple(fc.constantFrom('floor', 'ceiling', 'afronden'), tie('geld'), fc.constantFrom(0, 1, 2)).map(
          ([fn, a, n]): Geld => ({
            tekst: n === 0 ? `${fn}(${a.tekst})` : `${fn}(${a.tekst}, ${n})`,
            reken: (g, k) =>
              rond(a.reken(g, k), n, fn === 'floor' ? 'omlaag' : fn === 'ceiling' ? 'omhoog' : 'half'),
          }),
        ),
        fc
          .tuple(tie('geld'), deler, fc.constantFrom(0, 1, 2), fc.constantFrom('omlaag', 'omhoog', 'half'))
          .map(
            ([a, b, n, hoe]): Geld => ({
              tekst: `deel(${a.tekst}, ${b.tekst}, ${n}, "${hoe}")`,
              reken: (g, k) => {
                const [x, y] = [a.reken(g, k), b.reken(g, k)]
                return rond(breuk(x.t * y.n, x.n * y.t), n, hoe)
              },
            }),
          ),
        fc.tuple(tie('keuze'), tie('geld'), tie('geld')).map(
          ([c, a, b]): Geld => ({
            tekst: `(if ${c.tekst} then ${a.tekst} else ${b.tekst})`,
            reken: (g, k) => (c.reken(g, k) ? a.reken(g, k) : b.reken(g, k)),
          }),
        ),
        tie('geld').map(
          (a): Geld => ({
            tekst: `opzoeken(staffel, ${a.tekst})`,
            reken: (g, k) => {
              const x = a.reken(g, k)
              const rij = STAFFEL.find(([tot]) => tot === 'rest' || !kleiner(uitTekst(tot), x))
              return uitTekst(rij?.[1] ?? '0')
            },
          }),
        ),
        ...(inLus ? [] : [som(), uiterste()]),
      ),
      keuze: fc.oneof(
        { maxDepth: Math.max(1, d - 1), depthIdentifier: `keuze${inLus}` },
        fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '=', '!='), tie('geld'), tie('geld')).map(
          ([op, a, b]): Keuze => ({
            tekst: `${a.tekst} ${op} ${b.tekst}`,
            reken: (g, k) => {
              const [x, y] = [a.reken(g, k), b.reken(g, k)]
              const [lt, gt] = [kleiner(x, y), kleiner(y, x)]
              return op === '<'
                ? lt
                : op === '<='
                  ? !gt
                  : op === '>'
                    ? gt
                    : op === '>='
                      ? !lt
                      : (op === '=') === (!lt && !gt)
            },
          }),
        ),
        fc.constant<Keuze>({ tekst: 'aanvrager.legaal', reken: (g) => g.legaal }),
        fc.tuple(fc.constantFrom('and', 'or'), tie('keuze'), tie('keuze')).map(
          ([op, a, b]): Keuze => ({
            tekst: `(${a.tekst} ${op} ${b.tekst})`,
            reken: (g, k) => (op === 'and' ? a.reken(g, k) && b.reken(g, k) : a.reken(g, k) || b.reken(g, k)),
          }),
        ),
        tie('keuze').map((a): Keuze => ({ tekst: `not(${a.tekst})`, reken: (g, k) => !a.reken(g, k) })),
      ),
    }))
    return soorten
  }
  const som = (): fc.Arbitrary<Geld> =>
    binnen(true, 2).geld.map((a) => ({
      tekst: `sum(for k in kinderen return ${a.tekst})`,
      reken: (g) => g.kinderen.reduce((s, _, i) => plus(s, a.reken(g, i)), breuk(0n)),
    }))
  const uiterste = (): fc.Arbitrary<Geld> =>
    fc
      .tuple(fc.constantFrom('min', 'max'), binnen(true, 1).geld, binnen(true, 0).geld)
      .map(([op, a, leeg]) => ({
        tekst: `${op}_van(for k in kinderen[item.thuis] return ${a.tekst}, ${leeg.tekst.includes('k.') ? '0' : leeg.tekst})`,
        reken: (g) => {
          const wie = g.kinderen.flatMap((k, i) => (k.thuis ? [a.reken(g, i)] : []))
          if (wie.length === 0) return leeg.tekst.includes('k.') ? breuk(0n) : leeg.reken(g, undefined)
          return wie.reduce((x, y) => (kleiner(x, y) === (op === 'min') ? x : y))
        },
      }))
  return binnen(false, diepte).geld
}

/** Bounds included, the rest last. */
export const STAFFEL: readonly (readonly [string, string])[] = [
  ['-5000', '7.77'],
  ['0', '-2'],
  ['0.005', '100.125'],
  ['56412.50', '33'],
  ['rest', '12345678'],
]

/** The shipped corpus, loaded once for all tests of the engine, and random households to put to it. */
import assert from 'node:assert/strict'
import { proefcorpus } from '../../src/corpus/proefcorpus.ts'
import type { Corpus } from '../../src/engine/corpus.ts'
import { parseVraag } from '../../src/engine/invoer.ts'
import { bereken } from '../../src/engine/reeks.ts'
import { randomHuishouden } from '../../src/engine/steekproef.ts'
import type { FeitBij, Uitkomst, Vraag } from '../../src/engine/types.ts'

export type Json = { [naam: string]: unknown }
export type Toeval = () => number

/** How many times the usual number of random cases: `PROEVEN=100` for a long run. */
export const KEER = Number(process.env.PROEVEN ?? 1)

export function corpus(): Corpus {
  return proefcorpus().engine
}

export const PLAATSEN = [
  'GM0363',
  'GM0344',
  'GM0855',
  'GM0153',
  'GM0014',
  'bonaire',
  'saba',
  'sint-eustatius',
]

export function kies<T>(toeval: Toeval, uit: readonly T[]): T {
  const w = uit[Math.floor(toeval() * uit.length)]
  if (w === undefined) throw new Error('nothing to choose from')
  return w
}

/** Everything known: also that there is no childcare where none is named, and the water board of the place. */
export function volledig(toeval: Toeval, gebied: string, datum: string): Json {
  const h = structuredClone(randomHuishouden(corpus(), toeval, gebied, datum)) as Json & {
    kinderen: Json[]
    woning: Json
  }
  h.kinderen = h.kinderen.map((k) => ({ opvang: [], ...k }))
  const borden = corpus().gebieden.get(gebied)?.waterschappen ?? []
  if (borden.length > 1) h.woning = { ...h.woning, waterschap: kies(toeval, borden) }
  // Random dates may be at odds with each other; such households are not accepted and not of use here.
  return parseVraag(corpus(), { datum, huishouden: h }).ok ? h : volledig(toeval, gebied, datum)
}

export function vraag(huishouden: unknown, datum: string, regelingen?: readonly string[]): Vraag {
  const v = parseVraag(corpus(), { datum, huishouden, ...(regelingen ? { regelingen } : {}) })
  assert.ok(v.ok, v.ok ? '' : JSON.stringify([v.fouten, huishouden]))
  return v.vraag
}

export function uitkomsten(
  huishouden: unknown,
  datum: string,
  regelingen?: readonly string[],
  uitleg = false,
): readonly Uitkomst[] {
  return bereken(corpus(), vraag(huishouden, datum, regelingen), { uitleg }).uitkomsten
}

/** One fact of one person in a household, by its place in the request. */
export interface Plek {
  readonly pad: readonly (string | number)[]
  readonly bij: FeitBij
  readonly id: string
}

/** Every place where a fact stands. */
export function plekken(h: Json): Plek[] {
  const uit: Plek[] = []
  const mens = (w: unknown, bij: FeitBij, pad: (string | number)[]): void => {
    if (typeof w !== 'object' || w === null) return
    for (const [id, x] of Object.entries(w)) {
      if (id === 'opvang')
        (x as Json[]).forEach((o, i) => {
          mens(o, 'opvang', [...pad, id, i])
        })
      else uit.push({ pad: [...pad, id], bij, id })
    }
  }
  for (const bij of ['aanvrager', 'partner', 'woning', 'onderneming'] as const) mens(h[bij], bij, [bij])
  for (const bij of ['kinderen', 'medebewoners'] as const)
    (h[bij] as Json[]).forEach((k, i) => {
      mens(k, bij, [bij, i])
    })
  return uit
}

export function lees(h: unknown, pad: readonly (string | number)[]): unknown {
  return pad.reduce<unknown>((w, s) => (typeof w === 'object' && w !== null ? (w as Json)[s] : undefined), h)
}

/** A copy with one value replaced; `undefined` takes the key away. */
export function met(h: Json, pad: readonly (string | number)[], waarde: unknown): Json {
  const uit = structuredClone(h)
  const [laatste, ...voor] = [...pad].reverse()
  const ouder = lees(uit, voor.reverse()) as Json
  if (waarde === undefined) delete ouder[String(laatste)]
  else ouder[String(laatste)] = waarde
  return uit
}

export function pointer(pad: readonly (string | number)[]): string {
  return `/huishouden/${pad.join('/')}`
}

/** Low and high of an outcome in cents: of the amount, or of the right itself (0 or 1) where there is no amount. */
export function bereik(u: Uitkomst): readonly [number, number] {
  if (u.grenzen) return [u.grenzen.van, u.grenzen.tot ?? Number.POSITIVE_INFINITY]
  if (u.recht === 'onbekend') return [0, u.bedrag ? Number.POSITIVE_INFINITY : 1]
  return u.recht === 'ja' ? [u.bedrag?.waarde ?? 1, u.bedrag?.waarde ?? 1] : [0, 0]
}

/** Facts that a rule works out when the key is missing: their absence says something, so they are blurred, not dropped. */
let afgeleide: ReadonlySet<string | undefined> | undefined
export function afgeleid(id: string): boolean {
  afgeleide ??= new Set(
    corpus().wetten.flatMap((w) =>
      [...w.regels.values()].flatMap((r) =>
        [...r.formule.matchAll(/gegeven_of\(\s*[a-z_]+\.([a-z_0-9]+)/g)].map((m) => m[1]),
      ),
    ),
  )
  return afgeleide.has(id)
}

/** Makes one thing of a household less sure: a list not known, a fact not known, or a range around it. */
export function vervaag(
  h: Json,
  toeval: Toeval,
): { h: Json; pad: (string | number)[]; waarde: unknown } | undefined {
  if (toeval() < 0.12) {
    const lijst = kies(toeval, ['partner', 'kinderen', 'medebewoners'])
    return h[lijst] === undefined
      ? undefined
      : { h: met(h, [lijst], undefined), pad: [lijst], waarde: h[lijst] }
  }
  const plaatsen = plekken({ kinderen: [], medebewoners: [], ...h })
  const p = kies(
    toeval,
    plaatsen.filter((x) => x.id !== 'gemeente' && x.id !== 'waterschap'),
  )
  const f = corpus().vocabulaire.opNaam.get(`${p.bij}.${p.id}`)
  const waarde = lees(h, p.pad)
  if (!f || typeof waarde === 'object') return undefined
  let vaag: unknown = { onbekend: 'bron-zweeg' }
  if (typeof waarde === 'number' && toeval() < 0.5) {
    const schaal = f.type === 'geld' ? 1 : 10 ** f.decimalen
    const breedte = Math.floor(toeval() * toeval() * (f.tot - f.van) * 0.1)
    const [laag, hoog] = [
      Math.round(waarde * schaal) - breedte,
      Math.round(waarde * schaal) + Math.floor(breedte * toeval()),
    ]
    vaag = { van: Math.max(f.van, laag) / schaal, tot: Math.min(f.tot, hoog) / schaal }
  } else if (f.aanname === undefined && !afgeleid(p.id) && toeval() < 0.5) vaag = undefined
  return { h: met(h, p.pad, vaag), pad: [...p.pad], waarde }
}

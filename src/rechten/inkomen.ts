import {
  type Antwoord,
  bereken,
  type Corpus,
  type HuishoudenJson,
  parseHuishouden,
  type Uitkomst,
} from '../engine/index.ts'
import {
  type Afbouw,
  afbouw,
  eindVan,
  type Inkomenslijn,
  inkomenslijn,
  type Maandwaarde,
  type Meting,
} from './inkomenslijn.ts'
import { maandwaarde, maandwaardeMetJaar } from './maandwaarde.ts'

/** Facts about income that a change of the yearly income would change too, in a way nobody told us. */
const ANDER_INKOMEN = ['netto_maandinkomen', 'inkomen_uit_werk'] as const
const EURO = 100
/** Combinations of other unknowns per point: a picture needs no more. */
const COMBINATIES = 64

export interface Inkomensbeeld extends Inkomenslijn {
  /** The household's: of the person and, when known, of the partner. Cents per year. */
  readonly eigen: number
  /** How much of it is the partner's, who goes on earning the same. */
  readonly partner: number
  readonly van: number
  readonly tot: number
  readonly afbouw: Afbouw | undefined
  /** Schemes in the line, and of those the ones that do not depend on the income. */
  readonly regelingen: readonly string[]
  /** Schemes of money left out, because they are not known now. */
  readonly onbekend: readonly string[]
  /** Left out, because they look at the money of each month, which would change in a way nobody told us. */
  readonly perMaand: readonly string[]
}

export type InkomensbeeldUitslag =
  | { readonly status: 'ok'; readonly beeld: Inkomensbeeld }
  /** The own income is not known. */
  | { readonly status: 'inkomen-onbekend' }
  /** No scheme of money depends on the yearly income here. */
  | { readonly status: 'geen' }

export interface InkomenVraag {
  readonly corpus: Corpus
  readonly datum: string
  readonly huishouden: HuishoudenJson
  /** Of the same household and day, with explanation: which schemes read the income stands in the receipts. */
  readonly antwoord: Antwoord
  /** Only this scheme, drawn with its limits when it is not known. */
  readonly regeling?: string
}

export function inkomensbeeld(vraag: InkomenVraag): InkomensbeeldUitslag {
  const { antwoord, huishouden } = vraag
  const kandidaten = antwoord.uitkomsten.filter(
    (u) =>
      u.soort === 'geld' &&
      (u.bedrag ?? u.grenzen)?.per !== 'eenmalig' &&
      (!vraag.regeling || u.regeling === vraag.regeling),
  )
  const eigen = getal(huishouden.aanvrager, 'toetsingsinkomen')
  if (eigen === undefined) {
    return kandidaten.some(vraagtInkomen) ? { status: 'inkomen-onbekend' } : { status: 'geen' }
  }
  const isIn = (u: Uitkomst): boolean => {
    const waarde = maandwaarde(u)
    if (!waarde || leest(u, ANDER_INKOMEN)) return false
    return waarde.van === waarde.tot || vraag.regeling !== undefined
  }
  const inLijn = kandidaten.filter((u) => isIn(u) && leest(u, ['toetsingsinkomen']))
  if (inLijn.length === 0 || eigen < 0) return { status: 'geen' }
  const vast = kandidaten.filter((u) => isIn(u) && !inLijn.includes(u) && u.recht === 'ja')
  const regelingen = inLijn.map((u) => u.regeling)
  const partner = getal(huishouden.partner, 'toetsingsinkomen') ?? 0
  const geheel = (cents: number): number => Math.round(cents / EURO) * EURO
  const basis = Math.max(0, geheel(partner))
  const meet = metingVan(vraag, basis)
  const positie = geheel(eigen) + basis
  const tot = eindVan(meet, regelingen, positie)
  const lijn = inkomenslijn({ meet, regelingen, van: basis, tot, eigen: positie })
  const altijd = vast.reduce((s, u) => s + (maandwaarde(u)?.van ?? 0), 0)
  return {
    status: 'ok',
    beeld: {
      ...lijn,
      punten: lijn.punten.map((p) => ({ ...p, van: p.van + altijd, tot: p.tot + altijd })),
      eigen: positie,
      partner: basis,
      van: basis,
      tot,
      afbouw: kandidaten.some((u) => regelingen.includes(u.regeling) && u.recht === 'onbekend')
        ? undefined
        : afbouw(meet, regelingen, positie, lijn.randen),
      regelingen: [...regelingen, ...vast.map((u) => u.regeling)],
      onbekend: kandidaten
        .filter((u) => !isIn(u) && u.recht === 'onbekend' && !leest(u, ANDER_INKOMEN))
        .map((u) => u.regeling),
      perMaand: kandidaten
        .filter((u) => leest(u, ANDER_INKOMEN) && (u.recht !== 'nee' || isOmGeld(u)))
        .map((u) => u.regeling),
    },
  }
}

/** The household with another income of the applicant; `inkomen` is that of the household. */
function metingVan({ corpus, datum, huishouden }: InkomenVraag, basis: number): Meting {
  return (inkomen, regelingen) => {
    const aanvrager = { ...deel(huishouden.aanvrager), toetsingsinkomen: inkomen - basis }
    const gelezen = parseHuishouden(corpus, { ...huishouden, aanvrager })
    if (!gelezen.ok) return new Map()
    const { uitkomsten } = bereken(
      corpus,
      { datum, huishouden: gelezen.huishouden, regelingen },
      { uitleg: false, combinaties: COMBINATIES },
    )
    return new Map(
      uitkomsten.flatMap((u): [string, Maandwaarde][] => {
        const waarde = maandwaardeMetJaar(u)
        return waarde ? [[u.regeling, waarde]] : []
      }),
    )
  }
}

function leest(u: Uitkomst, feiten: readonly string[]): boolean {
  const { aanvrager, partner } = u.ontvangstbewijs.feiten
  return (
    feiten.some((feit) => feit in deel(aanvrager) || feit in deel(partner)) ||
    u.ontbreekt.some(({ pad }) => feiten.some((feit) => pad?.endsWith(`/${feit}`)))
  )
}

/** No right only because of an amount: with less income there might be one. */
function isOmGeld(u: Uitkomst): boolean {
  const gefaald = u.uitleg.voorwaarden.filter((v) => v.voldaan === 'nee')
  return gefaald.length > 0 && gefaald.every((v) => /^(EUR|USD)/.test(v.afstand?.eenheid ?? ''))
}

function vraagtInkomen(u: Uitkomst): boolean {
  return u.ontbreekt.some(({ pad }) => pad === '/huishouden/aanvrager/toetsingsinkomen')
}

function deel(waarde: unknown): Readonly<Record<string, unknown>> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
    ? (waarde as Record<string, unknown>) // an object that is no list
    : {}
}

function getal(wie: unknown, feit: string): number | undefined {
  const waarde = deel(wie)[feit]
  return typeof waarde === 'number' ? waarde : undefined
}

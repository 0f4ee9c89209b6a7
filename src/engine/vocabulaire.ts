/** The vocabulary of households and places: facts with their type, bounds and assumption, from corpus/feiten and corpus/gebieden. */
import { leesDatum } from './datum.ts'
import { type Eenheid, leesEenheid } from './eenheid.ts'
import { leesDecimaal } from './getal.ts'
import { Lezing, type Pad } from './lezing.ts'
import type {
  CorpusDocument,
  CorpusFout,
  FeitBij,
  FeitInfo,
  FeitTekst,
  FeitType,
  GebiedInfo,
} from './types.ts'

/** A fact with what the engine needs: its place in a person's row of values. */
export interface Feit extends FeitInfo {
  readonly slot: number
  /** Parsed unit, with `geld` for the currency of the place. */
  readonly maat: Eenheid
}

/** Lists may not be longer: the bounds of every sum are proven from these. */
export const LIJST_MAX: Readonly<Record<string, number>> = {
  partner: 1,
  kinderen: 20,
  medebewoners: 20,
  opvang: 6,
}

/** More facts than the vocabulary has; person and fact together make one number. */
export const MAX_FEITEN = 4096

export const BIJ: readonly FeitBij[] = [
  'aanvrager',
  'partner',
  'kinderen',
  'medebewoners',
  'woning',
  'onderneming',
  'opvang',
]
const TYPEN: readonly FeitType[] = ['geld', 'getal', 'ja-nee', 'datum', 'keuze', 'gebied']
const SLEUTELS = [
  'id',
  'bij',
  'type',
  'eenheid',
  'bereik',
  'decimalen',
  'opties',
  'aanname',
  'teksten',
  'bron',
]
/** Money facts hold at most 10^10 cents, so that sums stay within safe integers (measured: see ADR 0003). */
const MAX_CENTEN = 10_000_000_000

export interface Vocabulaire {
  readonly feiten: readonly Feit[]
  /** By `<bij>.<id>`. */
  readonly opNaam: ReadonlyMap<string, Feit>
  readonly bij: Readonly<Record<FeitBij, readonly Feit[]>>
  readonly gebieden: ReadonlyMap<string, GebiedInfo>
}

export function leesVocabulaire(
  feitDocs: readonly CorpusDocument[],
  gebiedDocs: readonly CorpusDocument[],
  fouten: CorpusFout[],
): Vocabulaire {
  const feiten: Feit[] = []
  const opNaam = new Map<string, Feit>()
  for (const doc of feitDocs) {
    const l = new Lezing(doc, fouten)
    l.sleutels([], ['feiten'])
    l.lijst(['feiten']).forEach((_, i) => {
      const f = leesFeit(l, ['feiten', i], feiten.length)
      if (!f) return
      for (const b of f.bij) {
        const sleutel = `${b}.${f.id}`
        if (opNaam.has(sleutel))
          l.fout(
            ['feiten', i, 'id'],
            'dubbel-feit',
            `Het feit «${sleutel}» bestaat al.`,
            'Kies een andere naam of vul het bestaande feit aan.',
          )
        else opNaam.set(sleutel, f)
      }
      feiten.push(f)
    })
  }
  const bij = Object.fromEntries(BIJ.map((b) => [b, feiten.filter((f) => f.bij.includes(b))])) as Record<
    FeitBij,
    Feit[]
  >
  return { feiten, opNaam, bij, gebieden: leesGebieden(gebiedDocs, fouten) }
}

function leesFeit(l: Lezing, p: Pad, slot: number): Feit | undefined {
  l.sleutels(p, SLEUTELS)
  const id = l.tekst([...p, 'id'], true)
  if (!/^[a-z_][a-z0-9_]*$/.test(id)) {
    return l.fout(
      [...p, 'id'],
      'naam',
      `«${id}» kan geen naam van een feit zijn.`,
      'Gebruik kleine letters, cijfers en _.',
    )
  }
  const bij = l.teksten([...p, 'bij']).filter((b): b is FeitBij => BIJ.some((x) => x === b))
  if (bij.length === 0 || bij.length !== l.lijst([...p, 'bij']).length) {
    l.fout([...p, 'bij'], 'keuze', `Bij wie «${id}» hoort, klopt niet.`, `Kies uit: ${BIJ.join(', ')}.`)
  }
  const type = l.keuze([...p, 'type'], TYPEN, 'getal')
  const decimalen = type === 'geld' ? 2 : type === 'getal' ? l.geheel([...p, 'decimalen'], 0) : 0
  const eenheid =
    type === 'geld'
      ? (l.tekst([...p, 'eenheid']) ?? 'geld')
      : type === 'getal'
        ? (l.tekst([...p, 'eenheid']) ?? 'getal')
        : type
  const maat =
    type === 'datum' ? { datum: 1 } : type === 'geld' || type === 'getal' ? leesEenheid(eenheid) : {}
  if (!maat)
    l.fout(
      [...p, 'eenheid'],
      'eenheid',
      `De eenheid «${eenheid}» is niet bekend.`,
      'Schrijf bijvoorbeeld geld/maand, jaar of uur/maand.',
    )
  const opties = l.teksten([...p, 'opties'])
  if ((type === 'keuze') !== opties.length > 0)
    l.fout(
      p,
      'opties',
      `«${id}»: een keuze heeft opties, en alleen een keuze.`,
      'Vul opties: [a, b] in bij type: keuze.',
    )
  const bereik = leesBereik(l, p, type, decimalen, opties)
  const aanname = l.waarde([...p, 'aanname'])
  return {
    id,
    bij,
    type,
    eenheid,
    maat: maat ?? {},
    decimalen,
    ...bereik,
    opties,
    slot,
    teksten: (l.waarde([...p, 'teksten']) ?? {}) as Record<string, FeitTekst>,
    ...(aanname === undefined ? {} : { aanname: leesAanname(l, p, type, aanname, opties) }),
  }
}

function leesBereik(
  l: Lezing,
  p: Pad,
  type: FeitType,
  decimalen: number,
  opties: readonly string[],
): { van: number; tot: number } {
  if (type === 'ja-nee') return { van: 0, tot: 1 }
  if (type === 'keuze') return { van: 0, tot: Math.max(0, opties.length - 1) }
  if (type === 'gebied') return { van: 0, tot: 0 }
  const grens = (i: number): number => {
    const t = l.tekst([...p, 'bereik', i], true)
    if (type === 'datum') return leesDatum(t) ?? 0
    const d = leesDecimaal(t)
    return d && d.schaal <= decimalen ? Number(d.w) * 10 ** (decimalen - d.schaal) : Number.NaN
  }
  const van = grens(0)
  const tot = grens(1)
  if (!(van <= tot) || Math.abs(van) > MAX_CENTEN || Math.abs(tot) > MAX_CENTEN) {
    l.fout(
      [...p, 'bereik'],
      'bereik',
      'Het bereik klopt niet.',
      'Schrijf bereik: [laagste, hoogste] in hele eenheden; geld hoogstens 100 miljoen.',
    )
    return { van: 0, tot: 0 }
  }
  return { van, tot }
}

function leesAanname(l: Lezing, p: Pad, type: FeitType, w: unknown, opties: readonly string[]): unknown {
  const t = typeof w === 'boolean' ? (w ? 'ja' : 'nee') : String(w)
  if (type === 'ja-nee' && (t === 'ja' || t === 'nee')) return t === 'ja'
  if (type === 'keuze' && opties.includes(t)) return t
  if (type === 'gebied' && t === 'van-gemeente') return t
  if (type === 'datum' && leesDatum(t) !== undefined) return t
  const d = leesDecimaal(t)
  if (type === 'getal' && d) return Number(t)
  if (type === 'geld' && d) return Math.round(Number(t) * 100)
  l.fout(
    [...p, 'aanname'],
    'aanname',
    `De aanname «${t}» past niet bij ${type}.`,
    'Schrijf een waarde die iemand ook kan opgeven.',
  )
  return undefined
}

function leesGebieden(docs: readonly CorpusDocument[], fouten: CorpusFout[]): Map<string, GebiedInfo> {
  const uit = new Map<string, GebiedInfo>()
  for (const doc of docs) {
    const l = new Lezing(doc, fouten)
    l.lijst(['gebieden']).forEach((_, i) => {
      const p = ['gebieden', i]
      const code = l.tekst([...p, 'code'], true)
      uit.set(code, {
        code,
        naam: l.tekst([...p, 'naam'], true),
        soort: l.keuze(
          [...p, 'soort'],
          ['land', 'groep', 'gemeente', 'provincie', 'waterschap', 'eiland'],
          'gemeente',
        ),
        valuta: l.keuze([...p, 'valuta'], ['EUR', 'USD'], 'EUR'),
        tijdzone: l.tekst([...p, 'tijdzone']) ?? 'Europe/Amsterdam',
        in: l.teksten([...p, 'in']),
        waterschappen: l.teksten([...p, 'waterschappen']),
      })
    })
  }
  return uit
}

/** The places a municipality or island lies in, itself first: the scope of what applies there. */
export function gebiedsketen(
  gebieden: ReadonlyMap<string, GebiedInfo>,
  code: string | undefined,
  waterschap?: string,
): string[] {
  if (code === undefined) return ['nederland']
  const keten: string[] = []
  const rij = [code]
  for (let c = rij.shift(); c !== undefined; c = rij.shift()) {
    if (keten.includes(c)) continue
    keten.push(c)
    rij.push(...(gebieden.get(c)?.in ?? []))
  }
  if (waterschap !== undefined) keten.push(waterschap)
  return keten
}

/** Three schemes of 2026 as somebody writes them by hand for this one purpose: loops over the same columns, nothing explained. */
import { type Kolom, type VolleKolommen, volplanUit } from '../src/engine/index.ts'
import { maakBevolking, type Opdracht, plaatsVan } from '../src/proactief/index.ts'
import { type Meting, mediaan, rond } from './meet.ts'

/** Born at most then: has that age on the first of March, of the year. */
const jaren = (n: number, maand = 3) => Date.UTC(2026 - n, maand - 1, 1) / 86_400_000
const PEIL = jaren(0)
const VOLWASSEN = jaren(18)
/** Turned 18 before the month began: the right starts in the month after. */
const VOLWASSEN_IN_FEBRUARI = VOLWASSEN - 2
const AOW = Date.UTC(1959, 2, 1) / 86_400_000
const RONDES = 15

type Rij = Readonly<Record<string, Kolom>>

function rijen(o: Opdracht, k: VolleKolommen): Rij {
  const uit: Record<string, Kolom> = {}
  for (const f of o.woorden.feiten) {
    const kolom = (f.bij.includes('woning') ? k.woning : k.mens)[f.slot]
    if (kolom) uit[f.id] ??= kolom
  }
  return uit
}

/** Cells exist: rows follow from the columns themselves. */
const n = (k: { readonly [i: number]: number | undefined }, i: number): number => k[i] as number

function neem(r: Rij, ...namen: readonly string[]): Kolom[] {
  return namen.map((naam) => {
    const k = r[naam]
    if (!k) throw new Error(`no column ${naam}`)
    return k
  })
}

type Hand = (k: VolleKolommen, r: Rij, uit: Float64Array) => void

/** Row of the partner for benefits (Awir 3), or -1. */
function maakToeslagpartner(k: VolleKolommen, r: Rij): (h: number) => number {
  const [geboren, gehuwd, scheiding, thuis, kind, anders, contract, woont] = neem(
    r,
    'geboortedatum',
    'gehuwd',
    'echtscheiding_aangevraagd',
    'zelfde_adres',
    'gezamenlijk_kind',
    'andere_partnergrond',
    'notarieel_contract',
    'thuiswonend',
  ) as [Kolom, Kolom, Kolom, Kolom, Kolom, Kolom, Kolom, Kolom] // as many as names
  return (h) => {
    const a = n(k.begin, h)
    const k0 = n(k.kinderen, h)
    if (k0 - a !== 2) return -1
    const p = a + 1
    if (gehuwd[p] === 1 && !(scheiding[p] === 1 && thuis[p] !== 1)) return p
    if (thuis[p] !== 1) return -1
    if (kind[p] === 1 || anders[p] === 1) return p
    if (n(geboren, a) > VOLWASSEN || n(geboren, p) > VOLWASSEN) return -1
    if (contract[p] === 1) return p
    for (let i = k0; i < n(k.medebewoners, h); i++)
      if (woont[i] === 1 && n(geboren, i) <= PEIL && n(geboren, i) > VOLWASSEN) return p
    return -1
  }
}

const zorgtoeslag: Hand = (k, r, uit) => {
  const [geboren, verzekerd, vast, legaal, vermogen, inkomen] = neem(
    r,
    'geboortedatum',
    'zorgverzekerd',
    'gedetineerd',
    'rechtmatig_verblijf',
    'vermogen',
    'toetsingsinkomen',
  ) as [Kolom, Kolom, Kolom, Kolom, Kolom, Kolom] // as many as names
  const partner = maakToeslagpartner(k, r)
  for (let h = 0; h < k.aantal; h++) {
    uit[h] = 0
    const a = n(k.begin, h)
    const p = partner(h)
    const aVerzekerd = verzekerd[a] === 1 && vast[a] !== 1
    const pVerzekerd = p >= 0 && verzekerd[p] === 1 && vast[p] !== 1
    const aOud = n(geboren, a) <= VOLWASSEN_IN_FEBRUARI
    const pOud = p >= 0 && n(geboren, p) <= VOLWASSEN_IN_FEBRUARI
    if ((!aVerzekerd && !pVerzekerd) || (!aOud && !pOud)) continue
    if (legaal[a] !== 1 || (p >= 0 && legaal[p] !== 1)) continue
    if (n(vermogen, a) + (p >= 0 ? n(vermogen, p) : 0) > (p >= 0 ? 18_463_300 : 14_601_100)) continue
    const tellen = (aVerzekerd && aOud ? 1 : 0) + (pVerzekerd && pOud ? 1 : 0)
    if (tellen === 0) continue
    const samen = n(inkomen, a) + (p >= 0 ? n(inkomen, p) : 0)
    const premie = p >= 0 ? 423_800_000_0 : 211_900_000_0
    const norm = (p >= 0 ? 4289 : 1912) * 297_360 + 1373 * Math.max(0, samen - 2_973_600)
    let jaar = Math.max(0, premie - norm)
    jaar = p >= 0 && tellen === 1 ? 5 * jaar : 10 * jaar
    const euro = Math.floor((2 * jaar + 10_000_000) / 20_000_000)
    if (euro >= 24) uit[h] = Math.floor(euro / 12) * 100
  }
}

const aow: Hand = (k, r, uit) => {
  const [geboren, thuis, gehuwd, gescheiden, jarenlang] = neem(
    r,
    'geboortedatum',
    'zelfde_adres',
    'gehuwd',
    'duurzaam_gescheiden',
    'aow_opbouwjaren',
  ) as [Kolom, Kolom, Kolom, Kolom, Kolom] // as many as names
  const deel = (i: number, samen: boolean): number =>
    n(geboren, i) <= AOW && n(jarenlang, i) >= 1
      ? Math.floor((2 * (samen ? 112_212 : 163_757) * (100 - 2 * (50 - n(jarenlang, i))) + 100) / 200)
      : 0
  for (let h = 0; h < k.aantal; h++) {
    const a = n(k.begin, h)
    const p = n(k.kinderen, h) - a === 2 ? a + 1 : -1
    const samen = p >= 0 && (thuis[p] === 1 || (gehuwd[p] === 1 && gescheiden[p] !== 1))
    uit[h] = deel(a, samen) + (samen ? deel(p, samen) : 0)
  }
}

const huurtoeslag: Hand = (k, r, uit) => {
  const [soort, zelfstandig, aangewezen, huur, handicap] = neem(
    r,
    'soort',
    'zelfstandig',
    'aangewezen',
    'kale_huur',
    'handicap_in_huis',
  ) as [Kolom, Kolom, Kolom, Kolom, Kolom] // as many as names
  const [geboren, woont, legaal, vermogen, thuis, onderhuur, inkomen] = neem(
    r,
    'geboortedatum',
    'thuiswonend',
    'rechtmatig_verblijf',
    'vermogen',
    'zelfde_adres',
    'onderhuurder',
    'toetsingsinkomen',
  ) as [Kolom, Kolom, Kolom, Kolom, Kolom, Kolom, Kolom] // as many as names
  const partner = maakToeslagpartner(k, r)
  const jong = jaren(23, 1)
  for (let h = 0; h < k.aantal; h++) {
    uit[h] = 0
    if (soort[h] !== 0 || (zelfstandig[h] !== 1 && aangewezen[h] !== 1)) continue
    const a = n(k.begin, h)
    const [k0, m0, eind] = [n(k.kinderen, h), n(k.medebewoners, h), n(k.begin, h + 1)]
    const tp = partner(h)
    const inhuis = k0 - a === 2 && thuis[a + 1] === 1 ? a + 1 : -1
    let [kinderen, som, rijk] = [0, n(inkomen, a), false]
    for (let i = k0; i < m0; i++) {
      if (woont[i] !== 1 || n(geboren, i) > PEIL) continue
      kinderen++
      if (n(geboren, i) <= VOLWASSEN && n(vermogen, i) > 3_847_900) rijk = true
      som += n(geboren, i) > jong ? Math.max(0, n(inkomen, i) - 621_800) : n(inkomen, i)
    }
    if (n(geboren, a) > VOLWASSEN && kinderen === 0) continue
    if (legaal[a] !== 1 || (tp >= 0 && legaal[tp] !== 1)) continue
    const metPartner = tp >= 0 && thuis[tp] === 1
    if (n(vermogen, a) + (metPartner ? n(vermogen, tp) : 0) > (metPartner ? 7_695_800 : 3_847_900)) continue
    if (inhuis >= 0 && tp < 0 && n(vermogen, inhuis) > 3_847_900) continue
    let volwassen = n(geboren, a) <= jaren(21) || (inhuis >= 0 && n(geboren, inhuis) <= jaren(21))
    let mensen = 1 + (inhuis >= 0 ? 1 : 0) + kinderen
    for (let i = m0; i < eind; i++) {
      if (onderhuur[i] === 1) continue
      mensen++
      som += n(inkomen, i)
      if (n(vermogen, i) > 3_847_900) rijk = true
      if (n(geboren, i) <= jaren(21)) volwassen = true
    }
    if (rijk) continue
    if (inhuis >= 0) som += n(inkomen, inhuis)
    const max = !volwassen && kinderen === 0 && handicap[h] !== 1 ? 49_820 : 93_293
    const huurMet = Math.min(n(huur, h), max)
    const basis = 20_434 - (mensen === 1 ? 182 : 363)
    const aftop = mensen <= 2 ? 71_302 : 76_414
    const deel =
      Math.max(0, Math.min(huurMet, 49_820) - basis) * 100 +
      65 * Math.max(0, Math.min(huurMet, aftop) - Math.max(49_820, basis)) +
      40 * Math.max(0, huurMet - Math.max(aftop, basis))
    const af = (mensen === 1 ? 27 : 22) * Math.max(0, som - (mensen === 1 ? 2_342_500 : 3_150_000))
    const jaar = Math.max(0, 12 * deel - af)
    if (Math.floor((2 * jaar + 10_000) / 20_000) >= 24) uit[h] = Math.floor(jaar / 120_000) * 100
  }
}

/** The same households, in turns: the generated loop and the one by hand; first of all they have to be equal to the cent. */
export function handgeschreven(o: Opdracht): Meting[] {
  const stuk = o.stukken.find((s) => s.gemeente === 'GM0202') ?? o.stukken[0]
  if (!stuk) return []
  const k = maakBevolking(o.woorden, o.zaad, o.dag).maak(stuk)
  const r = rijen(o, k)
  const [een, twee] = [new Float64Array(k.aantal), new Float64Array(k.aantal)]
  const paren = Object.entries({ zorgtoeslag, huurtoeslag, aow }).map(([naam, hand]) => {
    const nr = (o.plaatsen[plaatsVan(stuk)] ?? []).find((i) => o.functies[i]?.regeling === naam) ?? -1
    const gemaakt = volplanUit(o.functies[nr]?.tekst ?? '')
    hand(k, r, een)
    gemaakt.bereken(k, twee)
    const anders = een.findIndex((w, h) => w !== twee[h])
    if (anders >= 0)
      throw new Error(`${naam}, household ${anders}: ${een[anders]} by hand, ${twee[anders]} generated`)
    return { hand: () => hand(k, r, een), gemaakt: () => gemaakt.bereken(k, twee) }
  })
  const duur = (doe: 'hand' | 'gemaakt'): number => {
    const begin = performance.now()
    for (const p of paren) for (let i = 0; i < 20; i++) p[doe]()
    return ((performance.now() - begin) * 1e6) / 20 / k.aantal
  }
  for (let i = 0; i < 5; i++) duur(i % 2 ? 'hand' : 'gemaakt')
  const metingen = Array.from({ length: RONDES }, () => ({ hand: duur('hand'), gemaakt: duur('gemaakt') }))
  const gemaakt = mediaan(metingen.map((m) => m.gemaakt))
  const hand = mediaan(metingen.map((m) => m.hand))
  const verhouding = mediaan(metingen.map((m) => m.gemaakt / m.hand))
  return [
    { naam: 'bevolking.drie-regelingen', waarde: rond(gemaakt), eenheid: 'ns per huishouden' },
    { naam: 'bevolking.drie-regelingen-met-de-hand', waarde: rond(hand), eenheid: 'ns per huishouden' },
    { naam: 'bevolking.verhouding-handgeschreven', waarde: rond(verhouding), eenheid: 'keer', grens: 1.5 },
  ]
}

/** Two situations side by side: what changes per scheme and in total, and what made it change. */
import type { Antwoord, Recht, Uitkomst, UitlegStap, VoorwaardeUitleg, Waarde } from '../engine/index.ts'
import type { Maandwaarde } from './inkomenslijn.ts'
import { maandwaarde } from './maandwaarde.ts'
import { perMaand } from './overzicht.ts'

export interface Kant {
  readonly uitkomst: Uitkomst
  readonly recht: Recht
  /** Cents per month; absent when not known or not money. */
  readonly waarde?: Maandwaarde
  /** The figures of that day are not published: worked out with the last ones that are. */
  readonly isIndicatie: boolean
}

export interface Omgeslagen {
  readonly naam: string
  readonly artikel: string
  readonly dan: VoorwaardeUitleg
}

export interface AndereStap {
  readonly stap: UitlegStap
  readonly nu: Waarde
}

export interface Regelverschil {
  readonly regeling: string
  /** Absent when the scheme does not exist at that place or date. */
  readonly nu: Kant | undefined
  readonly dan: Kant | undefined
  readonly isAnders: boolean
  /** Cents per month; absent when one of the two is not known. */
  readonly verschil: Maandwaarde | undefined
  readonly voorwaarden: readonly Omgeslagen[]
  /** The amounts closest to the changed answers. */
  readonly stappen: readonly AndereStap[]
}

export interface Vergelijking {
  readonly regels: readonly Regelverschil[]
  /** Of every scheme of money of which both sides are known, or changed within known limits. */
  readonly nu: Maandwaarde
  readonly dan: Maandwaarde
  readonly verschil: Maandwaarde
}

const HOOGSTENS_STAPPEN = 3

export function vergelijk(nu: Antwoord, dan: Antwoord): Vergelijking {
  const ids = [...new Set([...nu.uitkomsten, ...dan.uitkomsten].map((u) => u.regeling))]
  const regels = ids.map((id) =>
    regel(
      id,
      nu.uitkomsten.find((u) => u.regeling === id),
      dan.uitkomsten.find((u) => u.regeling === id),
    ),
  )
  const telbaar = regels.filter(({ nu: a, dan: b, verschil, isAnders }) => {
    const zeker = [a, b].every((k) => !k?.waarde || k.waarde.van === k.waarde.tot)
    return verschil !== undefined && (isAnders || zeker)
  })
  const som = (kies: (r: Regelverschil) => Maandwaarde | undefined): Maandwaarde => ({
    van: telbaar.reduce((s, r) => s + (kies(r)?.van ?? 0), 0),
    tot: telbaar.reduce((s, r) => s + (kies(r)?.tot ?? 0), 0),
  })
  return {
    regels: regels.sort((a, b) => grootte(b) - grootte(a)),
    nu: som((r) => r.nu?.waarde),
    dan: som((r) => r.dan?.waarde),
    verschil: som((r) => r.verschil),
  }
}

function grootte({ verschil }: Regelverschil): number {
  return verschil ? Math.max(Math.abs(verschil.van), Math.abs(verschil.tot)) : 0
}

function regel(regeling: string, nuUit: Uitkomst | undefined, danUit: Uitkomst | undefined): Regelverschil {
  const nu = nuUit && kant(nuUit)
  const dan = danUit && kant(danUit)
  const isGeld = (danUit ?? nuUit)?.soort === 'geld'
  const [a, b] = [waardeVan(nu, nuUit), waardeVan(dan, danUit)]
  const zelfde = nu?.recht === dan?.recht && a?.van === b?.van && a?.tot === b?.tot
  const isBeideNiets = (nu?.recht ?? 'nee') === 'nee' && (dan?.recht ?? 'nee') === 'nee'
  const isAnders = !zelfde && !isBeideNiets
  const voorwaarden = isAnders && nuUit && danUit ? omgeslagen(nuUit, danUit) : []
  return {
    regeling,
    nu,
    dan,
    isAnders,
    verschil: isGeld && a && b ? verschilVan(a, b, isAnders) : undefined,
    voorwaarden,
    stappen: isAnders && nuUit && danUit ? andereStappen(nuUit, danUit, voorwaarden) : [],
  }
}

/** A scheme that is not there pays nothing. */
function waardeVan(k: Kant | undefined, u: Uitkomst | undefined): Maandwaarde | undefined {
  return u === undefined ? { van: 0, tot: 0 } : k?.waarde
}

function verschilVan(a: Maandwaarde, b: Maandwaarde, isAnders: boolean): Maandwaarde {
  // The same limits before and after are the same unknown, not a change.
  return isAnders ? { van: b.van - a.tot, tot: b.tot - a.van } : { van: 0, tot: 0 }
}

function kant(uitkomst: Uitkomst): Kant {
  const { indicatie } = uitkomst
  if (uitkomst.recht === 'onbekend' && indicatie) {
    const bedrag = perMaand(indicatie)
    return {
      uitkomst,
      recht: indicatie.waarde > 0 ? 'ja' : 'nee',
      waarde: { van: bedrag, tot: bedrag },
      isIndicatie: true,
    }
  }
  const waarde = uitkomst.soort === 'geld' ? maandwaarde(uitkomst) : undefined
  return { uitkomst, recht: uitkomst.recht, ...(waarde ? { waarde } : {}), isIndicatie: false }
}

function omgeslagen(nu: Uitkomst, dan: Uitkomst): readonly Omgeslagen[] {
  return dan.uitleg.voorwaarden.flatMap((v) => {
    const eerst = nu.uitleg.voorwaarden.find(({ naam }) => naam === v.naam)
    return eerst && eerst.voldaan !== v.voldaan ? [{ naam: v.naam, artikel: v.artikel, dan: v }] : []
  })
}

/**
 * Amounts of money with another value, none of whose own amounts differ: nearest to the answers. From the tree of
 * the condition that gekeerd, or else from that of the amount.
 */
function andereStappen(nu: Uitkomst, dan: Uitkomst, gekeerd: readonly Omgeslagen[]): readonly AndereStap[] {
  const oud = new Map(alleStappen(nu).map((s) => [sleutel(s), s.waarde]))
  const perNaam = Map.groupBy(alleStappen(dan), (s) => s.naam)
  const onder = (s: UitlegStap): readonly UitlegStap[] =>
    s.gebruikt.flatMap((v) =>
      v.soort === 'regel' ? [v.stap] : v.soort === 'eerder' ? (perNaam.get(v.naam) ?? []) : [],
    )
  const isAnders = (s: UitlegStap): boolean =>
    isGeld(s) && oud.has(sleutel(s)) && JSON.stringify(oud.get(sleutel(s))) !== JSON.stringify(s.waarde)
  const gevonden = new Map<string, AndereStap>()
  const gezien = new Set<UitlegStap>()
  /** Whether an amount in this tree differs. */
  const loop = (stap: UitlegStap): boolean => {
    if (gezien.has(stap)) return isAnders(stap) || onder(stap).some(isAnders)
    gezien.add(stap)
    const dieper = onder(stap).filter(loop).length > 0
    const eerst = oud.get(sleutel(stap))
    const isBekend = eerst?.soort === 'bekend' && stap.waarde.soort === 'bekend'
    if (!dieper && eerst && isBekend && isAnders(stap)) {
      gevonden.set(sleutel(stap), { stap, nu: eerst })
    }
    return dieper || isAnders(stap)
  }
  const eerste = gekeerd[0]
  const wortels = dan.uitleg.stappen.filter((s) => (eerste ? s.naam === eerste.naam : isGeld(s)))
  for (const wortel of wortels) loop(wortel)
  const feiten = new Map(alleStappen(nu).flatMap(feitenVan))
  const leestAnders = ({ stap }: AndereStap): boolean =>
    feitenVan(stap).some(([pad, waarde]) => feiten.get(pad) !== waarde)
  const rij = [...gevonden.values()]
  return [...rij.filter(leestAnders), ...rij.filter((s) => !leestAnders(s))].slice(
    0,
    gekeerd.length > 0 ? 1 : HOOGSTENS_STAPPEN,
  )
}

function feitenVan({ gebruikt }: UitlegStap): readonly (readonly [string, string])[] {
  return gebruikt.flatMap((v) => (v.soort === 'feit' ? [[v.pad, JSON.stringify(v.waarde)] as const] : []))
}

function isGeld({ eenheid }: UitlegStap): boolean {
  return /^(EUR|USD)/.test(eenheid)
}

function alleStappen(u: Uitkomst): readonly UitlegStap[] {
  const uit: UitlegStap[] = []
  const loop = (stap: UitlegStap): void => {
    uit.push(stap)
    for (const v of stap.gebruikt) if (v.soort === 'regel') loop(v.stap)
  }
  u.uitleg.stappen.forEach(loop)
  return uit
}

function sleutel({ naam, wie }: UitlegStap): string {
  return `${naam} ${wie ?? ''}`
}

/** The day on which somebody reaches AOW age, from the explanation of a scheme that asks for it. */
export function aowDatum(antwoord: Antwoord): string | undefined {
  for (const uitkomst of antwoord.uitkomsten) {
    const stap = alleStappen(uitkomst).find(
      ({ naam, wie }) => naam === 'aow_datum' && wie === '/huishouden/aanvrager',
    )
    if (stap?.waarde.soort === 'bekend' && typeof stap.waarde.waarde === 'string') return stap.waarde.waarde
  }
  return undefined
}

/** Labels on the line itself: each beside its own place, none over another and none through another's leader. */
import { breedteVan } from './schrift.ts'

export interface Label {
  readonly tekst: string
  /** The point it belongs to. */
  readonly x: number
  readonly y: number
}

export interface GeplaatstLabel extends Label {
  readonly anker: 'start' | 'middle' | 'end'
  /** Where the text stands: its start, middle or end, and its base line. */
  readonly tx: number
  readonly ty: number
}

export interface Kader {
  readonly links: number
  readonly rechts: number
  /** Base line of the highest row; rows go down from here. */
  readonly boven: number
  readonly rijen: number
  readonly rijhoogte: number
  readonly grootte: number
}

interface Vak {
  readonly links: number
  readonly rechts: number
  readonly boven: number
  readonly onder: number
}

/** Space between a text and its leader line, and between two texts. */
const LUCHT = 4

/** Tries before we settle for what was found: with six labels far more than ever needed. */
const HOOGSTENS_POGINGEN = 4000

type Mogelijkheid = { readonly label: GeplaatstLabel; readonly vak: Vak; readonly leider: Vak }

/**
 * Each label tries the rows from the lowest up, beside its leader at the right, at the left, or around it; when that
 * leaves no place for another, it tries again. What fits nowhere is left out: it stands in the table and below.
 */
export function plaatsLabels(labels: readonly Label[], kader: Kader): readonly GeplaatstLabel[] {
  const keuzes = [...labels].sort((a, b) => b.x - a.x).map((label) => mogelijkheden(label, kader))
  let beste: readonly Mogelijkheid[] = []
  let pogingen = 0
  const zoek = (i: number, gekozen: readonly Mogelijkheid[]): boolean => {
    if (gekozen.length > beste.length) beste = gekozen
    const opties = keuzes[i]
    if (opties === undefined) return gekozen.length === keuzes.length
    pogingen += 1
    if (pogingen > HOOGSTENS_POGINGEN || gekozen.length + keuzes.length - i <= beste.length) {
      if (beste.length > 0) return pogingen > HOOGSTENS_POGINGEN
    }
    return opties.some((m) => past(m, gekozen) && zoek(i + 1, [...gekozen, m])) || zoek(i + 1, gekozen)
  }
  zoek(0, [])
  return beste.map(({ label }) => label).sort((a, b) => a.x - b.x)
}

/** The fewest rows in which as many labels find a place as ever will. */
export function rijenNodig(labels: readonly Label[], kader: Omit<Kader, 'rijen'>, hoogstens: number): number {
  const laag = labels.map((label) => ({ ...label, y: kader.boven + (hoogstens + 2) * kader.rijhoogte }))
  const aantallen = Array.from(
    { length: hoogstens },
    (_, i) => plaatsLabels(laag, { ...kader, rijen: i + 1 }).length,
  )
  return aantallen.indexOf(Math.max(...aantallen)) + 1
}

function past({ vak, leider }: Mogelijkheid, gekozen: readonly Mogelijkheid[]): boolean {
  return gekozen.every(
    (ander) => !raakt(vak, ander.vak) && !raakt(leider, ander.vak) && !raakt(vak, ander.leider),
  )
}

function mogelijkheden(label: Label, kader: Kader): readonly Mogelijkheid[] {
  const breed = breedteVan(label.tekst, kader.grootte)
  const uit: Mogelijkheid[] = []
  for (let rij = kader.rijen - 1; rij >= 0; rij -= 1) {
    const ty = kader.boven + rij * kader.rijhoogte
    if (ty + LUCHT > label.y) continue
    for (const [anker, links] of [
      ['start', label.x + LUCHT],
      ['end', label.x - LUCHT - breed],
      ['middle', label.x - breed / 2],
    ] as const) {
      if (links < kader.links || links + breed > kader.rechts) continue
      const vak = {
        links: links - LUCHT,
        rechts: links + breed + LUCHT,
        boven: ty - kader.grootte,
        onder: ty + LUCHT,
      }
      const tx = anker === 'start' ? links : anker === 'end' ? links + breed : label.x
      const boven = anker === 'middle' ? ty + LUCHT : ty - kader.grootte + LUCHT
      const leider = { links: label.x - 1, rechts: label.x + 1, boven, onder: label.y }
      uit.push({ label: { ...label, anker, tx, ty }, vak, leider })
    }
  }
  return uit
}

function raakt(a: Vak, b: Vak): boolean {
  return a.links < b.rechts && b.links < a.rechts && a.boven < b.onder && b.boven < a.onder
}

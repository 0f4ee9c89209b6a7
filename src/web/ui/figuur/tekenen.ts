/** Lines, areas, axes and labels of a drawing. Places in, markup out. */
import { type Html, html } from '../../../platform/index.ts'
import { type Maat, RIJHOOGTE } from './figuur.ts'
import { type GeplaatstLabel, type Kader, type Label, plaatsLabels } from './labels.ts'
import { plek, type Schaal, type Stuk } from './schaal.ts'
import { breedteVan } from './schrift.ts'

export type Punt = readonly [x: number, y: number]

export function lijnpad(punten: readonly Punt[]): string {
  return punten.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${plek(x)} ${plek(y)}`).join('')
}

/** Between two lines that run in the same direction. */
export function vlakpad(boven: readonly Punt[], onder: readonly Punt[]): string {
  if (boven.length === 0) return ''
  return `${lijnpad(boven)}${lijnpad([...onder].reverse()).replace('M', 'L')}Z`
}

export interface AsDelen {
  readonly treden: readonly number[]
  readonly schaal: Schaal
  readonly tekst: (waarde: number) => string
}

/** Levels with their value at the left; the lowest is the ground line. */
export function hoogteAs({ treden, schaal, tekst }: AsDelen, [links, rechts]: Stuk): Html {
  return html`<g>${treden.map((waarde, i) => {
    const y = plek(schaal(waarde))
    return html`<path class="vd-beeld__${i === 0 ? 'grond' : 'lijntje'}" d="M${plek(links)} ${y}H${plek(rechts)}"/><text class="vd-beeld__as" x="${plek(links - 6)}" y="${plek(y + 4.5)}" text-anchor="end">${tekst(waarde)}</text>`
  })}</g>`
}

/** Values below the ground line; the outer ones turn inward, and one that would touch its neighbour stays away. */
export function breedteAs(
  { treden, schaal, tekst }: AsDelen,
  y: number,
  [links, rechts]: Stuk,
  letters: number,
): Html {
  let vorige = Number.NEGATIVE_INFINITY
  return html`<g>${treden.map((waarde) => {
    const x = schaal(waarde)
    const breed = breedteVan(tekst(waarde), letters)
    const begin = Math.min(Math.max(x - breed / 2, links), rechts - breed)
    const maat = html`<path class="vd-beeld__maat" d="M${plek(x)} ${plek(y)}v5"/>`
    if (begin < vorige + 8) return maat
    vorige = begin + breed
    return html`${maat}<text class="vd-beeld__as" x="${plek(begin + breed / 2)}" y="${plek(y + 20)}" text-anchor="middle">${tekst(waarde)}</text>`
  })}</g>`
}

/** Where the labels of a drawing stand: above the plot, over its whole width. */
export function labelkader(maat: Maat): Omit<Kader, 'rijen'> {
  return { links: 2, rechts: maat.breedte - 2, boven: 14, rijhoogte: RIJHOOGTE, grootte: maat.letters }
}

export function labelgroep(labels: readonly Label[], kader: Kader): Html {
  return html`<g>${plaatsLabels(labels, kader).map(label)}</g>`
}

function label({ tekst, x, y, tx, ty, anker }: GeplaatstLabel): Html {
  const boven = anker === 'middle' ? ty + 4 : ty - 10
  return html`<path class="vd-beeld__leider" d="M${plek(x)} ${plek(boven)}V${plek(y)}"/><text class="vd-beeld__label" x="${plek(tx)}" y="${plek(ty)}" text-anchor="${anker}">${tekst}</text>`
}

import { type Html, html } from '../../../platform/index.ts'
import { type FiguurDelen, figuur, type Maat, RIJHOOGTE } from './figuur.ts'
import { type Label, rijenNodig } from './labels.ts'
import { lineair, plek, rondEinde, rondeTreden } from './schaal.ts'
import { hoogteAs, labelgroep, labelkader } from './tekenen.ts'

export interface Staaf {
  /** Below the bar: «jan» and, where there is no room, «j». */
  readonly naam: string
  readonly kort: string
  readonly stand: 'bekend' | 'grenzen' | 'onbekend'
  readonly van: number
  readonly tot: number
  readonly isNu: boolean
}

export interface StavenDelen extends Omit<FiguurDelen, 'teken' | 'rijen'> {
  readonly staven: readonly Staaf[]
  /** Labels on the bars: the own present, and what changes; counting bars from 0. */
  readonly wissels: readonly { readonly staaf: number; readonly tekst: string }[]
  /** Over the hatched bars. */
  readonly onbekendTekst: string
  readonly bedrag: (waarde: number) => string
}

const LINKS = 62
const RECHTS = 6
const ONDER = 30
/** More labels than this do not fit; they stand in the list below the picture. */
const HOOGSTENS_RIJEN = 4

/** One bar a month: filled is certain, striped may come on top, hatched is not published yet. */
export function maandstaven(delen: StavenDelen): Html {
  const rijen = (maat: Maat): number =>
    rijenNodig(labelsVan(delen, maat), labelkader(maat), Math.min(HOOGSTENS_RIJEN, delen.wissels.length + 1))
  return figuur({ ...delen, rijen, teken: (maat, id) => teken(delen, maat, id, rijen(maat)) })
}

/** At the middle of their bars, on the ground. */
function labelsVan({ staven, wissels }: StavenDelen, maat: Maat): readonly (Label & { staaf: number })[] {
  const vak = (maat.breedte - RECHTS - LINKS) / Math.max(1, staven.length)
  return wissels.map(({ staaf, tekst }) => ({ tekst, staaf, x: LINKS + (staaf + 0.5) * vak, y: maat.hoogte }))
}

function teken(delen: StavenDelen, maat: Maat, id: string, rijen: number): Html {
  const { staven } = delen
  const isSmal = maat.naam === 'smal'
  const boven = 14 + rijen * RIJHOOGTE
  const grond = maat.hoogte - ONDER
  const rechts = maat.breedte - RECHTS
  const hoogste = rondEinde(Math.max(...staven.map((s) => s.tot)), 4)
  const y = lineair([0, hoogste], [grond, boven])
  const vak = (rechts - LINKS) / Math.max(1, staven.length)
  const lucht = Math.max(1.5, vak * 0.1)
  const labels = labelsVan(delen, maat).map((l) => ({ ...l, y: y(staven[l.staaf]?.tot ?? 0) - 3 }))
  const eersteOnbekend = staven.findIndex((s) => s.stand === 'onbekend')
  return html`${hoogteAs({ treden: rondeTreden([0, hoogste], 5), schaal: y, tekst: delen.bedrag }, [LINKS, rechts])}
${staven.map((s, i) => {
  const x = LINKS + i * vak
  const midden = plek(x + vak / 2)
  return html`${s.isNu && html`<path class="vd-beeld__nu-vak" d="M${plek(x)} ${plek(grond + 1)}h${plek(vak)}v${ONDER - 4}h${plek(-vak)}z"/>`}${staaf(s, plek(x + lucht), plek(vak - 2 * lucht), grond, boven, y, id)}<text class="vd-beeld__as${s.isNu ? ' vd-beeld__as--nu' : ''}" x="${midden}" y="${plek(grond + 19)}" text-anchor="middle">${isSmal ? s.kort : s.naam}</text>`
})}
${eersteOnbekend >= 0 && html`<text class="vd-beeld__as vd-beeld__as--op" transform="translate(${plek(LINKS + (eersteOnbekend + (staven.length - eersteOnbekend) / 2) * vak + 5)} ${grond - 8}) rotate(-90)">${delen.onbekendTekst}</text>`}
${labelgroep(labels, { ...labelkader(maat), rijen })}`
}

function staaf(
  s: Staaf,
  x: number,
  breedte: number,
  grond: number,
  boven: number,
  y: (w: number) => number,
  id: string,
): Html {
  const rechthoek = (soort: string, top: number, bodem: number, vulling?: string): Html =>
    html`<rect class="vd-beeld__${soort}" x="${x}" y="${plek(top)}" width="${breedte}" height="${plek(Math.max(0, bodem - top))}"${vulling && html` fill="url(#${id}-${vulling})"`}/>`
  if (s.stand === 'onbekend') return rechthoek('onbekend', boven, grond, 'arcering')
  const zeker = y(s.van)
  const misschien = y(s.tot)
  return html`${s.tot > s.van && rechthoek('misschien', misschien, zeker, 'streep')}${s.van > 0 && rechthoek('zeker', zeker, grond)}`
}

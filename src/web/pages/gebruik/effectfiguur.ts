/** A difference with its interval on one line, and the line of no difference beside it: through no words. */
import { type Html, html } from '../../../platform/index.ts'
import type { Effect } from '../../../proactief/index.ts'
import { tekenfiguur } from '../../ui/figuur/figuur.ts'
import { lineair, plek, rondeTreden } from '../../ui/figuur/schaal.ts'

export interface EffectDelen {
  readonly titel: string
  readonly beschrijving: string
  readonly rijen: readonly { readonly naam: string; readonly regel: string; readonly effect: Effect }[]
  /** What stands at the line of no difference. */
  readonly geen: string
  readonly zeg: (verschil: number) => string
  /** What is assumed, in the picture; absent where nothing is. */
  readonly merk: string | undefined
}

const RIJ = 78
const RAND = 10

export function effectfiguur({ rijen, geen, zeg, merk, ...delen }: EffectDelen): Html {
  const randen = rijen.flatMap(({ effect }) => [effect.interval.van, effect.interval.tot])
  const [laagst, hoogst] = [Math.min(0, ...randen), Math.max(0, ...randen)]
  const ruimte = Math.max(0.005, (hoogst - laagst) * 0.08)
  const bereik = [laagst - ruimte, hoogst + ruimte] as const
  return tekenfiguur({
    ...delen,
    id: 'effect',
    hoogte: ({ letters }) => rijen.length * RIJ + 4 * letters,
    teken: ({ breedte, letters }) => {
      const x = lineair(bereik, [RAND, breedte - RAND])
      const boven = 2 * letters
      const onder = boven + rijen.length * RIJ
      return html`${merk !== undefined && html`<text class="vd-beeld__label" x="${RAND}" y="${plek(letters)}">${merk}</text>`}
<path class="vd-effect__nul" d="${rijen.map((_, i) => `M${plek(x(0))} ${plek(boven + i * RIJ + 20)}v24`).join('')}"/>
${rijen.map(({ naam, regel, effect }, i) => {
  const y = boven + i * RIJ
  return html`<text class="vd-beeld__label" x="${RAND}" y="${plek(y + letters)}">${naam}</text>
<path class="vd-effect__balk" d="M${plek(x(effect.interval.van))} ${plek(y + 32)}H${plek(x(effect.interval.tot))}"/><circle class="vd-effect__punt" cx="${plek(x(effect.verschil))}" cy="${plek(y + 32)}" r="7"/>
<text class="vd-beeld__as vd-beeld__as--op" x="${RAND}" y="${plek(y + 60)}">${regel}</text>`
})}
${rondeTreden(bereik, 5).map((w) => html`<text class="vd-beeld__as" x="${plek(x(w))}" y="${plek(onder + letters)}" text-anchor="middle">${w === 0 ? geen : zeg(w)}</text>`)}`
    },
  })
}

/** One bar for each line of a list, with its words on the line itself; a dot beside what was found in another way. */
import { type Html, html } from '../../../platform/index.ts'
import { type Maat, type TekeningDelen, tekenfiguur } from './figuur.ts'
import { lineair, plek } from './schaal.ts'

export interface Wachtbalk {
  readonly naam: string
  /** Below the bar. */
  readonly regel: string
  /** Absent: there is none, and the whole line is hatched. */
  readonly waarde: number | undefined
  /** The same, found in another way. */
  readonly stip?: number | undefined
  /** What it is about; the others are striped. */
  readonly isVol: boolean
}

export interface BalkenDelen extends Pick<TekeningDelen, 'id' | 'titel' | 'beschrijving' | 'onderschrift'> {
  readonly balken: readonly Wachtbalk[]
  /** A line through all bars, with its name above: what it is compared with. */
  readonly ijk?: { readonly waarde: number; readonly tekst: string } | undefined
}

/** In the units of the drawing, as the letters. */
const RIJ = 76
const BALK = 20
const RAND = 4
const IJKRUIMTE = 24

export function wachtbalken(delen: BalkenDelen): Html {
  const { balken, ijk } = delen
  const boven = ijk === undefined ? 0 : IJKRUIMTE
  return tekenfiguur({
    ...delen,
    hoogte: () => balken.length * RIJ + RAND + boven,
    teken: (maat, id) => {
      const alle = balken.flatMap(({ waarde, stip }) => [waarde ?? 0, stip ?? 0])
      const hoogste = Math.max(...alle, ijk?.waarde ?? 0) || 1
      const x = lineair([0, hoogste], [RAND, maat.breedte - 2 * RAND])
      return html`${balken.map((balk, i) => rij(balk, { boven: boven + i * RIJ, maat, id, x }))}${
        ijk &&
        ijklijn(
          ijk.tekst,
          x(ijk.waarde),
          maat,
          balken.map((_, i) => boven + i * RIJ),
        )
      }`
    },
  })
}

interface Plaats {
  readonly boven: number
  readonly maat: Maat
  readonly id: string
  readonly x: (waarde: number) => number
}

function rij({ naam, regel, waarde, stip, isVol }: Wachtbalk, { boven, maat, id, x }: Plaats): Html {
  const tekst = boven + maat.letters + RAND
  const balk = tekst + 6
  const breed = waarde === undefined ? maat.breedte - 3 * RAND : Math.max(2, x(waarde) - RAND)
  const [soort, vulling] =
    waarde === undefined ? ['onbekend', 'arcering'] : isVol ? ['zeker', ''] : ['misschien', 'streep']
  return html`<text class="vd-beeld__label" x="${RAND}" y="${plek(tekst)}">${naam}</text>
<rect class="vd-beeld__${soort}" x="${RAND}" y="${plek(balk)}" width="${plek(breed)}" height="${BALK}"${vulling !== '' && html` fill="url(#${id}-${vulling})"`}/>
${stip !== undefined && html`<circle class="vd-beeld__stip" cx="${plek(x(stip))}" cy="${plek(balk + BALK / 2)}" r="5"/>`}
<text class="vd-beeld__as" x="${RAND}" y="${plek(balk + BALK + maat.letters + 3)}">${regel}</text>`
}

/** Its words at the side where there is room. A piece over each bar: through no words. */
function ijklijn(tekst: string, x: number, maat: Maat, rijen: readonly number[]): Html {
  const stukken = rijen.map((boven) => `M${plek(x)} ${plek(boven + maat.letters + RAND + 3)}v${BALK + 6}`)
  const isRechts = x > maat.breedte / 2
  return html`<path class="vd-beeld__eigen" d="${stukken.join('')}"/><text class="vd-beeld__label" x="${plek(isRechts ? Math.min(x + 4, maat.breedte) : Math.max(0, x - 4))}" y="${plek(maat.letters + 2)}" text-anchor="${isRechts ? 'end' : 'start'}">${tekst}</text>`
}

/**
 * A picture made on the server: one idea, its data as a table one click away. Every picture is drawn twice, for a
 * narrow and for a wide column, so that letters keep their size; the style sheet shows one of them. Colours, stripes
 * and sizes of letters are classes, so that dark mode, forced colours and black print each have their own.
 */
import { type Html, html } from '../../../platform/index.ts'

/** Sizes in the units of the drawing; letters of 14 are about 14 CSS pixels on the screen. */
export interface Maat {
  readonly naam: 'smal' | 'breed'
  readonly breedte: number
  readonly hoogte: number
  readonly letters: number
}

export const RIJHOOGTE = 19

export const MATEN = {
  smal: { naam: 'smal', breedte: 340, hoogte: 220, letters: 13.5 },
  breed: { naam: 'breed', breedte: 680, hoogte: 250, letters: 15 },
} as const satisfies Record<string, Maat>

export interface FiguurDelen {
  /** Unique on the page. */
  readonly id: string
  readonly titel: string
  /** What it shows, in a sentence or two, for who cannot see it. */
  readonly beschrijving: string
  /** Rows of labels above the drawing: it grows by so much. */
  readonly rijen: (maat: Maat) => number
  /** Where the drawing is as high as what is in it; then `rijen` does not count. */
  readonly hoogte?: (maat: Maat) => number
  readonly teken: (maat: Maat, id: string) => Html
  /** Below the picture. */
  readonly onderschrift?: Html | undefined
  readonly tabel: Html
  readonly tabelknop: string
}

export function figuur(delen: FiguurDelen): Html {
  const hoogte = delen.hoogte ?? ((maat: Maat) => maat.hoogte + delen.rijen(maat) * RIJHOOGTE)
  return html`<figure class="vd-beeld" id="${delen.id}">
${vlak({ ...delen, hoogte })}
<figcaption class="vd-beeld__onder">${delen.onderschrift}
<details class="vd-details vd-beeld__tabel"><summary>${delen.tabelknop}<span class="vd-visually-hidden">: ${delen.titel}</span></summary><div>${delen.tabel}</div></details></figcaption>
</figure>`
}

export interface TekeningDelen extends Pick<FiguurDelen, 'id' | 'titel' | 'beschrijving' | 'teken'> {
  readonly hoogte: (maat: Maat) => number
  readonly onderschrift?: Html | undefined
}

/** A picture of any height whose table stands on the page itself. */
export function tekenfiguur(delen: TekeningDelen): Html {
  return html`<figure class="vd-beeld" id="${delen.id}">
${vlak(delen)}
${delen.onderschrift && html`<figcaption class="vd-beeld__onder">${delen.onderschrift}</figcaption>`}
</figure>`
}

function vlak(delen: TekeningDelen): Html {
  return html`<div class="vd-beeld__vlak">${[MATEN.smal, MATEN.breed].map((maat) => tekening(delen, { ...maat, hoogte: delen.hoogte(maat) }))}</div>`
}

function tekening({ id, titel, beschrijving, teken }: TekeningDelen, maat: Maat): Html {
  const eigen = `${id}-${maat.naam}`
  return html`<svg class="vd-beeld__svg vd-beeld__svg--${maat.naam}" viewBox="0 0 ${maat.breedte} ${maat.hoogte}" role="img" aria-labelledby="${eigen}-t" aria-describedby="${eigen}-d">
<title id="${eigen}-t">${titel}</title><desc id="${eigen}-d">${beschrijving}</desc>
<defs><pattern id="${eigen}-streep" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="vd-beeld__streep-licht" width="10" height="10"/><rect class="vd-beeld__streep" width="5" height="10"/></pattern>
<pattern id="${eigen}-arcering" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="vd-beeld__arcering" d="M0 0v8"/></pattern></defs>
${teken(maat, eigen)}
</svg>`
}

export interface Tabel {
  readonly naam: string
  readonly koppen: readonly string[]
  readonly rijen: readonly (readonly string[])[]
  /** So many columns from the left hold words; one, when not said. */
  readonly woorden?: number
  /** The last column holds words as well. */
  readonly eindigtInWoorden?: boolean
}

/** The first column names the row; the others are amounts, which stand under each other at the right. */
export function datatabel({ naam, koppen, rijen, woorden = 1, eindigtInWoorden = false }: Tabel): Html {
  const isWoord = (kolom: number) => kolom < woorden || (eindigtInWoorden && kolom === koppen.length - 1)
  const soort = (kolom: number) => kolom > 0 && isWoord(kolom) && html` class="vd-cijfers__woord"`
  return html`<table class="vd-cijfers"><caption class="vd-visually-hidden">${naam}</caption>
<thead><tr>${koppen.map((kop, i) => html`<th scope="col"${soort(i)}>${kop}</th>`)}</tr></thead>
<tbody>${rijen.map(([eerste = '', ...rest]) => html`<tr><th scope="row">${eerste}</th>${rest.map((cel, i) => html`<td${soort(i + 1)}>${cel}</td>`)}</tr>`)}</tbody></table>`
}

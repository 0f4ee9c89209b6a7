/**
 * The municipalities as tiles of one size, drawn on the server. Not their borders: each tile lies about where the place
 * lies. Darker is more; what a class means stands in the legend, and every number in the table beside it.
 */
import { type Html, html } from '../../../platform/index.ts'
import { gemeentecijfer } from '../../../proactief/index.ts'
import { type Maat, tekenfiguur } from '../../ui/figuur/figuur.ts'
import { plek } from '../../ui/figuur/schaal.ts'

export interface Tegel {
  readonly gemeente: string
  readonly naam: string
  /** Absent: too few to say anything. */
  readonly waarde: number | undefined
}

export interface KaartDelen {
  readonly id: string
  readonly titel: string
  readonly beschrijving: string
  readonly tegels: readonly Tegel[]
  /** Upper bounds of all classes but the last. */
  readonly grenzen: readonly number[]
  readonly zeg: (waarde: number) => string
  readonly teWeinig: string
  /** Stands in the picture: what is assumed. */
  readonly merk: (maat: Maat) => string
  /** Below the legend. */
  readonly voet: Html
  readonly legenda: readonly string[]
}

const LUCHT = 1.5

export function tegelkaart(delen: KaartDelen): Html {
  const { tegels, grenzen } = delen
  const plekken = tegels.flatMap((tegel) => {
    const cijfer = gemeentecijfer(tegel.gemeente)
    return cijfer === undefined ? [] : [{ ...tegel, kolom: cijfer.kolom, rij: cijfer.rij }]
  })
  const kolommen = 1 + Math.max(0, ...plekken.map(({ kolom }) => kolom))
  const rijen = 1 + Math.max(0, ...plekken.map(({ rij }) => rij))
  const zijde = (breedte: number) => (breedte - 8) / kolommen
  return html`<p class="vd-kaart__titel" id="${delen.id}-titel">${delen.titel}</p>${tekenfiguur({
    ...delen,
    hoogte: ({ breedte, letters }) => rijen * zijde(breedte) + 3 * letters,
    teken: (maat, id) => {
      const { breedte, letters } = maat
      const z = zijde(breedte)
      return html`<text class="vd-beeld__label" x="4" y="${plek(letters + 2)}">${delen.merk(maat)}</text>
${plekken.map(
  ({ naam, waarde, kolom, rij }) =>
    html`<rect class="vd-kaart__tegel vd-kaart__tegel--${waarde === undefined ? 'geen' : klasse(waarde, grenzen)}" x="${plek(4 + kolom * z)}" y="${plek(2 * letters + rij * z)}" width="${plek(z - LUCHT)}" height="${plek(z - LUCHT)}"${waarde === undefined && html` fill="url(#${id}-arcering)"`}><title>${naam}: ${waarde === undefined ? delen.teWeinig : delen.zeg(waarde)}</title></rect>`,
)}`
    },
    onderschrift: html`<ul class="vd-legenda">${delen.legenda.map((tekst, i) => html`<li><span class="vd-kaart__vak vd-kaart__vak--${i + 1}"></span>${tekst}</li>`)}<li><span class="vd-kaart__vak vd-kaart__vak--geen"></span>${delen.teWeinig}</li></ul>${delen.voet}`,
  })}`
}

/** From 1. */
export function klasse(waarde: number, grenzen: readonly number[]): number {
  const nr = grenzen.findIndex((grens) => waarde < grens)
  return nr === -1 ? grenzen.length + 1 : nr + 1
}

/** Bounds of five classes with about as many each; equal ones become one. */
export function vijfdelen(waarden: readonly number[]): readonly number[] {
  const opRij = waarden.toSorted((a, b) => a - b)
  const grenzen = [0.2, 0.4, 0.6, 0.8].map((q) => {
    const w = opRij[Math.floor(q * opRij.length)] ?? 0
    const stap = w >= 20 ? 1 : w >= 2 ? 0.1 : 0.01
    return Math.round(w / stap) * stap
  })
  return [...new Set(grenzen)]
}

import { type Html, html } from '../../platform/index.ts'

/** Lengths in cents; `hoogste` is what the whole track stands for. */
export interface BalkDelen {
  /** Names the pattern; unique on the page. */
  readonly id: string
  readonly van: number
  readonly tot: number
  readonly hoogste: number
  /** The same in words, for who cannot see the bar. */
  readonly tekst: string
}

/** Bounds as a bar: solid up to what is certain, striped up to what is possible. Sizes are attributes, not styles. */
export function balk({ id, van, tot, hoogste, tekst }: BalkDelen): Html {
  const deel = (bedrag: number): string =>
    `${Math.max(0, Math.min(100, Math.round((1000 * bedrag) / Math.max(1, hoogste)) / 10))}%`
  const breedte = `${Math.max(1.5, (100 * (tot - van)) / Math.max(1, hoogste)).toFixed(1)}%`
  return html`<svg class="vd-bounds" width="100%" height="14" role="img" aria-label="${tekst}">
<defs><pattern id="streep-${id}" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="vd-bounds__stripe-light" width="14" height="14"/><rect class="vd-bounds__stripe" width="7" height="14"/></pattern></defs>
<rect class="vd-bounds__track" width="100%" height="14" rx="7"/>
<rect class="vd-bounds__maybe" x="${deel(van)}" width="${breedte}" height="14" rx="7" fill="url(#streep-${id})"/>
${van > 0 && html`<rect class="vd-bounds__sure" width="${deel(van)}" height="14" rx="7"/>`}
</svg>`
}

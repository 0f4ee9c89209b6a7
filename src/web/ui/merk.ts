import { type Html, html } from '../../platform/index.ts'

/** A small label that says a state in a word; the colour only underlines it. */
export function merk(tekst: string, soort: 'zeker' | 'misschien' | 'rustig'): Html {
  return html`<span class="vd-badge vd-badge--${soort}">${tekst}</span>`
}

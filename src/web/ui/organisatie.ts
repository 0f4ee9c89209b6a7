import { type Html, html } from '../../platform/index.ts'
import type { Spraak } from './spraak.ts'

/** Government has a solid outline; others a dashed one and the words «geen overheid». */
export function organisatiemerk(spraak: Spraak, { overheid }: { readonly overheid: boolean }): Html {
  return html`<span class="vd-body-mark${!overheid && ' vd-body-mark--other'}">${spraak.t(overheid ? 'organisatie.overheid' : 'organisatie.geen_overheid')}</span>`
}

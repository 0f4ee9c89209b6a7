import { attrs, type Html, html } from '../../platform/index.ts'
import type { Spraak } from './spraak.ts'

export interface WieDelen {
  readonly naam: string
  readonly lang?: string | undefined
  readonly isOverheid: boolean
  /** Of its own page. */
  readonly href?: string | undefined
}

/** Who does it: government has a solid outline; others a dashed one and the words «geen overheid». */
export function wieIsHet(spraak: Spraak, { naam, lang, isOverheid, href }: WieDelen): Html {
  const binnen = href ? html`<a href="${href}">${naam}</a>` : naam
  return html`<span class="vd-who${!isOverheid && ' vd-who--other'}"${attrs({ lang })}>${binnen}</span>${!isOverheid && html` ·\u00a0${spraak.t('organisatie.geen_overheid')}`}`
}

/** The same outline around the word alone, where the name already stands above it. */
export function organisatiemerk(spraak: Spraak, { overheid }: { readonly overheid: boolean }): Html {
  return html`<span class="vd-who vd-small${!overheid && ' vd-who--other'}">${spraak.t(overheid ? 'organisatie.overheid' : 'organisatie.geen_overheid')}</span>`
}

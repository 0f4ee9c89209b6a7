/** What every page says of a way to reach somebody, and the ways as blocks; ui/wegen.ts has them as buttons and on paper. */
import { KANALEN, type Kanalen } from '../../corpus/index.ts'
import type { Kanaal } from '../../engine/index.ts'
import { attrs, type Html, html } from '../../platform/index.ts'
import type { Spraak } from './spraak.ts'

export type { Kanalen }
export type Kanaalsoort = (typeof KANALEN)[number]

/** Every way there is to reach somebody, digital first but never alone. `isNu`: the first way is the thing to do now. */
export function kanaallijst(
  spraak: Spraak,
  kanalen: Kanalen,
  { isNu = false }: { readonly isNu?: boolean } = {},
): Html {
  return html`<ul class="vd-channels">${KANALEN.map((soort) => kanalen[soort] && blok(spraak, soort, kanalen[soort], isNu))}</ul>`
}

/** The other ways to the organisation: not to do it there, but to ask. */
export function vraagdeel(spraak: Spraak, vragen: Kanalen): Html | undefined {
  if (Object.keys(vragen).length === 0) return undefined
  return html`<section class="vd-section" id="vragen"><h2>${spraak.t('gebeurtenis.wegen.vragen')}</h2>${kanaallijst(spraak, vragen)}</section>`
}

/** «Online», «Bellen», «Langsgaan»: the same word everywhere. A page where nothing can be done is only a website. */
export function kanaalnaam({ t }: Spraak, soort: Kanaalsoort, kanaal: Kanaal): string {
  const isKaal = soort === 'web' && kanaal.met === undefined && kanaal.tekst === undefined
  return t(isKaal ? 'gebeurtenis.wegen.site' : `gebeurtenis.wegen.${soort}`)
}

export function kanaaltekst(spraak: Spraak, kanaal: Kanaal | undefined): string | undefined {
  return kanaal?.tekst?.[spraak.taal] ?? kanaal?.tekst?.nl
}

export function hostVan(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url
}

export function belAdres(nummer: string): string {
  return `tel:${nummer.replace(/[^+\d]/g, '')}`
}

function blok(spraak: Spraak, soort: Kanaalsoort, kanaal: Kanaal, isNu: boolean): Html {
  const { t } = spraak
  const uitleg = kanaaltekst(spraak, kanaal)
  const lang = kanaal.tekst?.[spraak.taal] === undefined ? 'nl' : undefined
  // Only where one logs in is it done; another page is somewhere to read.
  const knop = isNu && kanaal.met ? 'utrecht-button--primary-action' : 'utrecht-button--secondary-action'
  const url = kanaal.url && URL.canParse(kanaal.url) ? kanaal.url : undefined
  return html`<li class="vd-channel"><h3>${kanaalnaam(spraak, soort, kanaal)}</h3>
${uitleg && html`<p${attrs({ lang })}>${uitleg}</p>`}
${kanaal.nummer && html`<p><a class="utrecht-button utrecht-button--secondary-action" href="${belAdres(kanaal.nummer)}">${t('gebeurtenis.wegen.bel', { nummer: kanaal.nummer })}</a></p>`}
${kanaal.nummer && kanaal.naam && html`<p class="vd-calm vd-small" lang="nl">${kanaal.naam}${kanaal.uren && `, ${kanaal.uren}`}</p>`}
${kanaal.adres && html`<p lang="nl">${kanaal.adres}</p>`}
${url && html`<p><a class="utrecht-button ${knop}" href="${url}">${t('regeling.aanvragen.naar', { naam: hostVan(url) })}</a></p>`}
${soort === 'web' && kanaal.met && html`<p class="vd-calm vd-small">${t('regeling.aanvragen.met', { met: kanaal.met })}</p>`}</li>`
}

import { type Html, html } from '../../platform/index.ts'
import { adres } from '../routes.ts'
import type { Context } from './context.ts'
import { isOpEiland, steunregels } from './steun.ts'

/** «Liever niet digitaal?»: on every page, in the same place: phone, desk, library, what to bring, and this on paper. */
export function nietDigitaal(context: Context, print = printVan(context)): Html {
  const { t } = context.spraak
  const { bellen, taal } = context
  const opEiland = isOpEiland(context)
  const bel = bellen
    ? t('algemeen.niet_digitaal.bel_nummer', bellen)
    : t(`algemeen.niet_digitaal.${opEiland ? 'bel_eiland' : 'bel'}`)
  return html`<section class="vd-box" aria-labelledby="niet-digitaal">
<h2 class="vd-box__title" id="niet-digitaal">${t('algemeen.niet_digitaal.titel')}</h2>
<ul class="vd-list">
<li>${bel}</li>
<li>${t(`algemeen.niet_digitaal.${opEiland ? 'loop_eiland' : 'loop'}`)}</li>
${steunregels(context)}
<li>${t('algemeen.niet_digitaal.bieb')} <a class="vd-screen-only" href="${adres(taal, 'hulp', { anker: 'bieb' })}">${t('steun.bij_u')}</a></li>
<li>${t('steun.tolk')}</li>
${print && html`<li class="vd-screen-only"><a href="${print}">${t('algemeen.niet_digitaal.print')}</a> ${t('algemeen.niet_digitaal.print_rest')}</li>`}
</ul>
<p>${t('algemeen.niet_digitaal.mee')}</p>
<p class="vd-box__more"><a href="${adres(taal, 'hulp')}">${t('algemeen.niet_digitaal.meer')}</a></p>
</section>`
}

/** What was filled in, on paper to hand over at a desk; nothing filled in is nothing to print. */
function printVan({ heeftAntwoorden, taal }: Context): string | undefined {
  return heeftAntwoorden ? adres(taal, 'print') : undefined
}

/** Where somebody may get stuck: the way to the box, which on a phone stands far below. */
export function hulplink({ spraak }: Context): Html {
  return html`<p class="vd-stuck vd-screen-only"><a href="#niet-digitaal">${spraak.t('algemeen.niet_digitaal.uitkomen')}</a></p>`
}

export function samenDoen(context: Context): Html {
  const { t } = context.spraak
  return html`<section class="vd-box" aria-labelledby="samen-doen">
<h2 class="vd-box__title" id="samen-doen">${t('algemeen.samen.titel')}</h2>
<p>${t('algemeen.samen.tekst')} ${t('algemeen.samen.geheim')}</p>
<p class="vd-box__more"><a href="${adres(context.taal, 'hulp', { anker: 'samen' })}">${t('algemeen.samen.link')}</a></p>
</section>`
}

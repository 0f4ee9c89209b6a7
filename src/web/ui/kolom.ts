import { type Html, html } from '../../platform/index.ts'
import { adres } from '../routes.ts'
import type { Context } from './context.ts'

/** «Liever niet digitaal?»: on every page, in the same place: phone, desk, library, print. */
export function nietDigitaal(context: Context): Html {
  const { t } = context.spraak
  const { bellen, plaats, taal } = context
  const opEiland = plaats?.soort === 'eiland' || (plaats === undefined && taal === 'pap')
  const bel = bellen
    ? t('algemeen.niet_digitaal.bel_nummer', bellen)
    : t(`algemeen.niet_digitaal.${opEiland ? 'bel_eiland' : 'bel'}`)
  return html`<section class="vd-box" aria-labelledby="niet-digitaal">
<h2 class="vd-box__title" id="niet-digitaal">${t('algemeen.niet_digitaal.titel')}</h2>
<ul class="vd-list">
<li>${bel}</li>
<li>${t(`algemeen.niet_digitaal.${opEiland ? 'loop_eiland' : 'loop'}`)}</li>
<li>${t('algemeen.niet_digitaal.bieb')}</li>
${context.heeftAntwoorden && html`<li><a href="${adres(taal, 'print')}">${t('algemeen.niet_digitaal.print')}</a> ${t('algemeen.niet_digitaal.print_rest')}</li>`}
</ul>
<p class="vd-box__more"><a href="${adres(taal, 'hulp')}">${t('algemeen.niet_digitaal.meer')}</a></p>
</section>`
}

export function samenDoen(context: Context): Html {
  const { t } = context.spraak
  return html`<section class="vd-box" aria-labelledby="samen-doen">
<h2 class="vd-box__title" id="samen-doen">${t('algemeen.samen.titel')}</h2>
<p>${t('algemeen.samen.tekst')} ${t('algemeen.samen.geheim')}</p>
<p class="vd-box__more"><a href="${adres(context.taal, 'hulp', { anker: 'samen' })}">${t('algemeen.samen.link')}</a></p>
</section>`
}

import { html } from '../../../platform/index.ts'
import { type AdresDelen, adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { pagina } from '../../ui/pagina.ts'

export interface RechtenStartBeeld {
  readonly context: Context
  readonly aantalAntwoorden: number
  readonly opnieuw: AdresDelen['opnieuw']
}

const MELDING = {
  gewist: 'wis',
  verlopen: 'verlopen',
  onleesbaar: 'onleesbaar',
  'te-groot': 'te_groot',
} as const

export function rechtenStartPagina({ context, aantalAntwoorden, opnieuw }: RechtenStartBeeld): string {
  const { spraak, taal } = context
  const { t } = spraak
  const isBezig = aantalAntwoorden > 0
  return pagina(context, {
    stijl: ['rechten.css', 'regeling.css'],
    titel: t('rechten.start.titel'),
    actief: 'rechten',
    inhoud: html`
${
  opnieuw === 'gewist'
    ? html`<div class="vd-note" role="status"><p>${t('rechten.wis.klaar')}</p></div>`
    : opnieuw &&
      html`<div class="vd-note" role="status"><h2>${t(`rechten.${MELDING[opnieuw]}.titel`)}</h2><p>${t(`rechten.${MELDING[opnieuw]}.tekst`)}</p></div>`
}
<h1>${t('rechten.start.titel')}</h1>
<p class="vd-lead">${t('rechten.start.inleiding')}</p>
<ol class="vd-steps">
<li>${t('rechten.start.stap1')}</li>
<li>${t('rechten.start.stap2')}</li>
<li>${t('rechten.start.stap3')}</li>
</ol>
${isBezig && html`<p>${t('rechten.start.bezig', { n: aantalAntwoorden })}</p>`}
<p class="vd-actions">
<a class="utrecht-button utrecht-button--primary-action vd-button--large" href="${isBezig ? adres(taal, 'vraag') : adres(taal, 'vraag', { n: 1 })}">${t(isBezig ? 'rechten.start.verder' : 'rechten.start.knop')}</a>
${isBezig && html`<a class="utrecht-button utrecht-button--secondary-action" href="${adres(taal, 'overzicht')}">${t('rechten.start.overzicht')}</a>`}
</p>
<section class="vd-section"><h2>${t('rechten.start.bij_de_hand.titel')}</h2>
<ul class="vd-list">${(['inkomen', 'huur', 'spaargeld'] as const).map((wat) => html`<li>${t(`rechten.start.bij_de_hand.${wat}`)}</li>`)}</ul>
<p>${t('rechten.start.bij_de_hand.schatten')}</p></section>
<p class="vd-calm vd-small">${t('rechten.start.cookie')} <a href="${adres(taal, 'privacy')}">${t('algemeen.voet.privacy')}</a></p>`,
  })
}

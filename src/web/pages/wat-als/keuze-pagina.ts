import { html } from '../../../platform/index.ts'
import { type Antwoorden, kanWatAls, watAlsSoorten } from '../../../rechten/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { pagina } from '../../ui/pagina.ts'

/** Every change that can be tried, one link each. */
export function keuzePagina(context: Context, { huishouden }: Antwoorden): string {
  const { spraak, taal } = context
  const { t } = spraak
  const soorten = watAlsSoorten.filter((soort) => kanWatAls(soort, huishouden))
  return pagina(context, {
    stijl: ['rechten.css', 'wat-als.css'],
    titel: t('wat-als.kies.titel'),
    actief: 'rechten',
    inhoud: html`<a class="vd-back" href="${adres(taal, 'overzicht')}">${t('wat-als.naar_overzicht')}</a>
<h1>${t('wat-als.kies.titel')}</h1>
<p class="vd-lead">${t('wat-als.kies.inleiding')} ${t('wat-als.niets_verandert')}</p>
<ul class="vd-watals">${soorten.map((soort) => html`<li><a class="vd-card vd-watals__keuze" href="${adres(taal, 'watAlsVorm', { soort })}"><strong class="vd-watals__naam">${t(`wat-als.soort.${soort}`)}</strong><span>${t(`wat-als.uitleg.${soort}`)}</span></a></li>`)}</ul>`,
  })
}

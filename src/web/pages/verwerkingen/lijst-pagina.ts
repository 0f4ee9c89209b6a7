import type { Verwerking } from '../../../corpus/index.ts'
import { html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { pagina } from '../../ui/pagina.ts'
import { taalmerk } from './taalmerk.ts'

export function lijstPagina(context: Context, verwerkingen: readonly Verwerking[]): string {
  const { taal, spraak } = context
  const { t } = spraak
  const rijen = [...verwerkingen].sort((a, b) => (a.naam.nl ?? '').localeCompare(b.naam.nl ?? '', 'nl'))
  return pagina(context, {
    stijl: ['zoeken.css'],
    titel: t('verwerking.lijst.titel'),
    inhoud: html`<a class="vd-back" href="${adres(taal, 'privacy')}">${t('verwerking.lijst.terug')}</a>
<div class="vd-stack"><h1>${t('verwerking.lijst.titel')}</h1>
<p class="vd-lead">${t('verwerking.lijst.inleiding')}</p></div>
<ul class="vd-index">${rijen.map(({ id, versie, naam, doel }) => {
      const adresVan = adres(taal, 'verwerking', { verwerking: id, versie })
      return html`<li><a href="${adresVan}"${taalmerk(naam, taal)}>${naam[taal] ?? naam.nl}</a><br><span class="vd-calm"${taalmerk(doel, taal)}>${doel[taal] ?? doel.nl}</span></li>`
    })}</ul>`,
  })
}

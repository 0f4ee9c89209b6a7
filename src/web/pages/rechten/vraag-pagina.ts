import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting } from '../../ui/formulier.ts'
import { hulplink } from '../../ui/kolom.ts'
import { pagina } from '../../ui/pagina.ts'
import { stand } from './stand.ts'
import type { VraagBeeld } from './vraag-beeld.ts'
import { velden } from './vraag-velden.ts'

const HOOGSTENS_NAMEN = 5

export function vraagPagina(beeld: VraagBeeld): string {
  const { context, tekst, fouten } = beeld
  return pagina(context, {
    stijl: ['rechten.css', 'regeling.css'],
    titel: tekst.vraag,
    actief: 'rechten',
    isFout: fouten.length > 0,
    inhoud: formulier(beeld),
    zijkant: stand(context, beeld.overzicht, beeld.nogVragen),
  })
}

function formulier(beeld: VraagBeeld): Html {
  const { context, vraag, n, fouten } = beeld
  const { t } = context.spraak
  const terug = beeld.naarAntwoorden
    ? adres(context.taal, 'antwoorden')
    : n > 1
      ? adres(context.taal, 'vraag', { n: n - 1 })
      : adres(context.taal, 'rechten')
  return html`<a class="vd-back" href="${terug}">${t('vraag.terug')}</a>
${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<form class="vd-form" method="post" action="${adres(context.taal, 'antwoord')}" novalidate>
<input type="hidden" name="pad" value="${vraag.pad}">
<input type="hidden" name="n" value="${n}">
${beeld.naarAntwoorden && html`<input type="hidden" name="naar" value="antwoorden">`}
<div>
<p class="vd-counter">${t('vraag.teller', { n })}</p>
${velden(beeld)}
</div>
<div class="vd-actions">
<button class="utrecht-button utrecht-button--primary-action vd-button--large" name="actie" value="verder">${t('vraag.verder')}</button>
${vraag.soort !== 'plaats' && html`<button class="utrecht-button utrecht-button--secondary-action" name="actie" value="weet-niet">${t('vraag.weet_niet')}</button>`}
</div>
</form>
${waarom(beeld)}
${hulplink(context)}`
}

function waarom({ context, tekst, regelingen }: VraagBeeld): Html | undefined {
  const { t } = context.spraak
  if (tekst.waarom === undefined && regelingen.length === 0) return undefined
  const rest = regelingen.length - HOOGSTENS_NAMEN
  return html`<details class="vd-details"><summary>${t('vraag.waarom')}</summary><div>
${tekst.waarom && html`<p>${tekst.waarom}</p>`}
${
  regelingen.length > 0 &&
  html`<p>${t('vraag.voor')}</p>
<ul class="vd-list">${regelingen.slice(0, HOOGSTENS_NAMEN).map((naam) => html`<li>${naam}</li>`)}
${rest > 0 && html`<li>${t('vraag.voor_meer', { n: rest })}</li>`}</ul>`
}
</div></details>`
}

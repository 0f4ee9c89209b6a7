import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord } from '../../verzoek.ts'
import { ketenpagina } from './kader.ts'
import type { Ketenscherm } from './scherm.ts'
import type { Ingevuld } from './velden.ts'
import { aanspreekpunt, deelnemernaam, organisatienaam, vasteNummers, vindDeelnemer } from './woorden.ts'

/** The code of an invitation: once on the screen, and on paper to hand over. Nobody can show it again. */
export function codepagina(scherm: Ketenscherm, code: string, ingevuld: Ingevuld, over: string): Antwoord {
  const { context, post } = scherm.verzoek
  const { t, datum } = context.spraak
  const dag = ingevuld.dag('tot')
  const deelnemer = vindDeelnemer(scherm, over)
  const wie = deelnemer === undefined ? ingevuld.tekst('naam') : deelnemernaam(scherm, deelnemer)
  const inhoud: Html = html`<p class="vd-notice vd-no-print" role="status">${t('loket.code.eenmaal')}</p>
<section class="vd-codeblad"><h2>${t('loket.code.titel')}</h2>
${wie !== '' && html`<p>${t('loket.code.voor', { wie })}</p>`}
<p class="vd-codeblad__code"><strong>${code}</strong></p>
<ol class="vd-list"><li>${t('loket.code.ga_naar', { adres: `${new URL(post.basis).host}${adres(context.taal, 'meewerken')}` })}</li>
${ingevuld.tekst('kvk') !== '' && html`<li>${t('loket.code.login', { kvk: ingevuld.tekst('kvk') })}</li>`}
<li>${t('loket.code.typ')}</li>
<li>${t('loket.code.teken')}</li></ol>
${dag !== undefined && html`<p>${t('loket.code.tot', { dag: datum(dag) })}</p>`}
<p>${t('loket.code.ziet')}</p>
<p>${t('loket.code.bel', { wie: vasteNummers(aanspreekpunt(scherm)), organisatie: organisatienaam(scherm.verzoek, scherm.beeld.zicht.regie.organisatie).tekst })}</p></section>
<p class="vd-no-print">${t('loket.code.hoe')}</p>
<p class="vd-actions vd-screen-only"><button class="utrecht-button utrecht-button--primary-action" type="button" data-verrijk="print" hidden>${t('print.knop')}</button>
<a href="${adres(context.taal, 'balieKetenzaak', { ketenzaak: scherm.ketenzaak })}">${t('loket.naar_zaak', { nummer: scherm.beeld.zicht.nummer })}</a></p>`
  return { soort: 'pagina', pagina: ketenpagina(scherm, { titel: t('loket.vorm.uitnodigen.titel'), inhoud }) }
}

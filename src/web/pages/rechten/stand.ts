import { type Html, html } from '../../../platform/index.ts'
import { type Overzicht, zegbaar } from '../../../rechten/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'

/** More open questions than this are no news: with each answer many of them fall away. */
export const VEEL_VRAGEN = 10

/** What is certain, what lies between which bounds and what is open, beside each question. */
export function stand(context: Context, overzicht: Overzicht | undefined, nogVragen: number): Html {
  const { spraak, taal } = context
  const { t } = spraak
  const kop = html`<h2 class="vd-box__title" id="stand">${t('vraag.stand.titel')}</h2>`
  if (!overzicht) {
    return html`<section class="vd-box vd-state" aria-labelledby="stand">${kop}<p>${t('vraag.stand.niets')}</p></section>`
  }
  const { totaal, groepen } = overzicht
  const geheel = (cents: number): string => spraak.geld(Math.floor(cents / 100) * 100, totaal.valuta)
  const zeker = geheel(totaal.zeker)
  const van = geheel(totaal.van)
  const tot = geheel(totaal.tot)
  const hoe = zegbaar(totaal)
  const open =
    hoe === 'tussen'
      ? t('vraag.stand.tussen_bedrag', { van, tot })
      : hoe === 'vanaf' && totaal.van > totaal.zeker
        ? t('vraag.stand.vanaf', { van })
        : t('vraag.stand.te_vroeg')
  const regels = [
    ['wel', t('vraag.stand.wel', { n: groepen.zeker.length })],
    ['kan', t('vraag.stand.kan', { n: groepen.mogelijk.length })],
    ['niet', t('vraag.stand.niet', { n: groepen['niet-nu'].length })],
  ] as const
  return html`<section class="vd-box vd-state" aria-labelledby="stand">${kop}
<dl class="vd-state__figures">
<div><dt>${t('vraag.stand.zeker')}</dt><dd>${totaal.zeker > 0 || totaal.tot === 0 ? t('vraag.stand.bedrag', { bedrag: zeker }) : t('vraag.stand.nog_niets')}</dd></div>
${totaal.tot > totaal.van && html`<div><dt>${t('vraag.stand.tussen')}</dt><dd>${open}</dd></div>`}
</dl>
<ul class="vd-state__list">
${regels.map(([soort, tekst]) => html`<li class="vd-state__item vd-state__item--${soort}">${tekst}</li>`)}
${groepen['vraag-na'].length > 0 && html`<li class="vd-state__item vd-state__item--kan">${t('vraag.stand.vraag_na', { n: groepen['vraag-na'].length })}</li>`}
</ul>
${nogVragen > 0 && html`<p class="vd-calm">${nogVragen > VEEL_VRAGEN ? t('vraag.stand.nog_veel') : t('vraag.stand.nog', { n: nogVragen })}</p>`}
<p class="vd-box__more"><a href="${adres(taal, 'overzicht')}">${t('vraag.stand.overzicht')}</a></p>
</section>`
}

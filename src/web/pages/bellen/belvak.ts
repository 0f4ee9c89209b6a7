/** The call itself, as the page shows it. Sound and text go from browser to browser; the script does that. */
import type { InGesprek } from '../../../lijnen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Verzoek } from '../../verzoek.ts'
import { deelnemerlijst } from './deelnemers.ts'

const zinnen = [
  'microfoon',
  'verbinden',
  'verbonden',
  'alleen',
  'wachtOp',
  'stil',
  'inWacht',
  'uitgelogd',
  'voorbij',
  'elders',
  'nietZeker',
  'demp',
  'dempAf',
  'wacht',
  'wachtAf',
  'jij',
  'ander',
] as const

/** Its buttons work with the script alone, which shows them; hanging up works without. */
export function belvak(
  verzoek: Verzoek,
  wie: InGesprek,
  { kant, actie }: { readonly kant: 'balie' | 'gast'; readonly actie: string },
): Html {
  const { t } = verzoek.context.spraak
  const { gesprek } = wie
  const woorden = JSON.stringify(Object.fromEntries(zinnen.map((naam) => [naam, t(`bellen.vak.${naam}`)])))
  const bron = {
    ...{ 'data-verrijk': 'bellen', 'data-kant': kant, 'data-woorden': woorden },
    ...(kant === 'balie' && { 'data-gesprek': gesprek.id }),
  }
  const knop = 'utrecht-button utrecht-button--secondary-action'
  return html`<section class="vd-stack" aria-label="${t('bellen.gesprek')}"${attrs(bron)}>
<p class="vd-note" data-zonder-script>${t('bellen.zonder_script')}</p>
<p class="vd-gesprek__stand" role="status" data-plek="stand"></p>
<p class="vd-notice" role="status" data-plek="melding" hidden></p>
<p data-plek="na" hidden><a href="${kant === 'balie' ? adres(verzoek.context.taal, 'balieNotitie', { gesprek: gesprek.id }) : adres(verzoek.context.taal, 'gesprekNa')}">${t(kant === 'balie' ? 'bellen.notitie.schrijf' : 'bellen.notitie.lees')}</a></p>
<div data-deel="deelnemers" data-bij-gesprek>${deelnemerlijst(verzoek, wie, kant === 'balie' ? actie : undefined)}</div>
<div class="vd-actions" data-bij-gesprek><button class="${knop}" type="button" data-doe="demp" aria-pressed="false" hidden>${t('bellen.vak.demp')}</button>
<button class="${knop}" type="button" data-doe="wacht" aria-pressed="false" hidden>${t('bellen.vak.wacht')}</button>
<button class="${knop}" type="button" data-doe="geluid" hidden>${t('bellen.vak.geluid')}</button>
<form method="post" action="${actie}"><button class="utrecht-button utrecht-button--primary-action" type="submit" name="doe" value="weg">${t('bellen.hang_op')}</button></form></div>
<div data-plek="geluid" hidden></div>
<section class="vd-stack" data-plek="typen" aria-labelledby="typen" hidden><h2 id="typen">${t('bellen.vak.typen')}</h2>
<p class="vd-calm" data-bij-gesprek>${t('bellen.vak.typen_uitleg')}</p>
<div class="vd-stack" role="log" aria-labelledby="typen" data-plek="tekst"></div>
<form class="vd-form vd-gesprek__typ" data-doe="typ" data-bij-gesprek><p class="utrecht-form-field"><label class="utrecht-form-label" for="zin">${t('bellen.vak.zin')}</label>
<input class="utrecht-textbox" id="zin" autocomplete="off" maxlength="500"></p>
<p class="vd-actions"><button class="${knop}" type="submit">${t('bellen.vak.stuur')}</button></p></form></section>
<p class="vd-calm">${t('bellen.geen_opname')}</p></section>`
}

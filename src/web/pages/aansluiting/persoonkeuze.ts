import { type Html, html } from '../../../platform/index.ts'
import type { Aansluiting } from '../../../zaken/index.ts'
import { adres } from '../../routes.ts'
import type { Verzoek } from '../../verzoek.ts'

/** Below the rules: look with them before they are saved. */
export function persoonkeuze({ context }: Verzoek, { organisatie, proefpersonen }: Aansluiting): Html {
  const { taal, spraak } = context
  const { t } = spraak
  if (proefpersonen.length === 0) return html`<p class="vd-calm">${t('bronnen.voorbeeld.geen_personen')}</p>`
  // Sent back is their place in the list as it is kept.
  const opEinde = proefpersonen
    .map(({ einde }, plaats) => ({ einde, plaats }))
    .toSorted((een, ander) => Number(een.einde) - Number(ander.einde))
  return html`<section class="vd-section"><h2>${t('bronnen.voorbeeld.titel')}</h2>
<p>${t('bronnen.voorbeeld.inleiding')}</p>
<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="proefpersoon">${t('bronnen.voorbeeld.persoon')}</label>
<select class="vd-select" id="proefpersoon" name="proefpersoon">${opEinde.map(({ einde, plaats }) => html`<option value="${plaats}">${t('bronnen.voorbeeld.eindigt', { einde })}</option>`)}</select></div>
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit" formaction="${adres(taal, 'balieBronVoorbeeld', { bron: organisatie })}">${t('bronnen.voorbeeld.knop')}</button></p></section>`
}

/** Whom to call or write about this case. A person is always there. */
import { type Html, html } from '../../../platform/index.ts'
import type { Zaakbeeld } from '../../../zaken/index.ts'
import { adres } from '../../routes.ts'
import { kanaallijst } from '../../ui/kanalen.ts'
import type { Scherm } from './scherm.ts'
import { metNummer, organisatieVan } from './woorden.ts'

export function contact(
  scherm: Scherm,
  { organisatie: id, nummer }: Pick<Zaakbeeld, 'organisatie' | 'nummer'>,
): Html {
  const { beeld, context } = scherm
  const { spraak, taal } = context
  const { t } = spraak
  const { organisatie, naam } = organisatieVan(scherm, id)
  const algemeen = organisatie && beeld.organisaties.get(organisatie.soort)
  const kanalen = { ...algemeen?.kanalen, ...organisatie?.kanalen }
  return html`<section class="vd-section" id="contact" aria-labelledby="contact-kop"><h2 id="contact-kop">${t('zaken.contact.titel')}</h2>
<p>${t('zaken.contact.tekst', { organisatie: naam })} ${nummer !== undefined && metNummer(spraak, 'zaken.contact.noem', nummer)}</p>
${
  Object.keys(kanalen).length > 0
    ? kanaallijst(spraak, kanalen)
    : html`<p>${t('zaken.contact.onbekend')} <a href="${adres(taal, 'hulp')}">${t('zaken.contact.hulp')}</a></p>`
}</section>`
}

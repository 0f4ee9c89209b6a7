/** Who comes to the own organisation with a number and no name. */

import type { NaamlozeAfspraak } from '../../../afspraken/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { teamnaam, wanneer } from '../afspraken/kant.ts'
import { eisWerker } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { gedaanUit } from '../mijn/kader.ts'

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, werker } = eisWerker(verzoek)
  if (balie.naamloos === undefined) return { soort: 'niet-gevonden' }
  const { context, zoek } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const rij = await balie.naamloos.lijst(werker.subject)
  const gedaan = gedaanUit(zoek, ['afgezegd'])
  const inhoud = html`<p class="vd-lead">${t('intake.naamloos.lead')}</p>
${rij.length === 0 ? html`<p>${t('intake.naamloos.geen')}</p>` : html`<ul class="vd-kennis__meldingen">${rij.map((een) => regel(verzoek, een))}</ul>`}`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('intake.naamloos.titel'),
      inhoud,
      zonderGrond: true,
      stijl: ['kennis.css'],
      melding: gedaan && t('intake.naamloos.afgezegd'),
      terug: { adres: adres(taal, 'balie'), tekst: t('balie.zoeken.terug') },
    }),
  }
}

export async function zegAf(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, werker } = eisWerker(verzoek)
  const nummer = verzoek.form.get('nummer') ?? ''
  if (balie.naamloos === undefined || !/^[A-Z]{3}-\d{4}$/.test(nummer)) return { soort: 'niet-gevonden' }
  if (!(await balie.naamloos.zegAf(werker.subject, nummer))) return { soort: 'niet-gevonden' }
  return { soort: 'ga-naar', adres: adres(verzoek.context.taal, 'balieNaamloos', { gedaan: 'afgezegd' }) }
}

function regel(verzoek: Verzoek, { nummer, team: id, begin, onderwerp, tolk, van }: NaamlozeAfspraak): Html {
  const { context, beeld, balie } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const team = balie?.naamloos?.teams().find((een) => een.id === id)
  return html`<li class="vd-kennis__melding"><p class="vd-afspraaknummer">${nummer}</p><p><strong>${wanneer(context, begin, team?.zone ?? 'Europe/Amsterdam')}</strong><br>${teamnaam(context, team)}</p>
<p>${t('intake.naamloos.waarover')}: ${t(`afspraken.onderwerp.${onderwerp.replace('-', '_')}`)}. ${tolk && `${t('intake.naamloos.tolk', { taal: t(`afspraken.tolktaal.${tolk}`) })}.`} ${t('intake.naamloos.van')}: ${beeld.organisaties.get(van)?.naam ?? van}.</p>
<form method="post" action="${adres(taal, 'balieNaamloosZegAf')}"><button class="utrecht-button utrecht-button--secondary-action" type="submit"${attrs({ name: 'nummer', value: nummer })}>${t('intake.naamloos.zeg_af')}<span class="vd-visually-hidden">: ${nummer}</span></button></form></li>`
}

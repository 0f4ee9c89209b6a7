/** The entries of the own organisation: what is old, and whether it still holds. */
import { datumOp } from '../../../kalender/index.ts'
import { type Gidsrij, isVerouderd } from '../../../lijnen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { merk } from '../../ui/merk.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { gidsVan } from './bron.ts'
import { urenzin } from './treffer.ts'

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const plek = gidsVan(verzoek)
  if (plek === undefined) return { soort: 'niet-gevonden' }
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  const rijen = await plek.gids.eigen(plek.wie)
  const gedaan = gedaanUit(verzoek.zoek, ['bewaard', 'bevestigd', 'weg'])
  const inhoud = html`<p class="vd-lead">${t('lijnen.beheer.lead')}</p>
<p><a class="utrecht-button utrecht-button--primary-action" href="${adres(taal, 'balieLijnteamNieuw')}">${t('lijnen.beheer.nieuw')}</a></p>
${rijen.length === 0 ? html`<p>${t('lijnen.beheer.geen')}</p>` : html`<ul class="vd-lijnen">${rijen.map((rij) => regel(verzoek, rij))}</ul>`}`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('lijnen.beheer.titel'),
      zonderGrond: true,
      inhoud,
      stijl: ['lijnen.css'],
      melding: gedaan && t(`lijnen.beheer.gedaan.${gedaan}`),
      terug: { adres: adres(taal, 'balieLijnen'), tekst: t('lijnen.terug') },
    }),
  }
}

function regel({ context, nu }: Verzoek, { team, gevraagdOp }: Gidsrij): Html {
  const { taal, spraak } = context
  const { t } = spraak
  const isOud = isVerouderd(team, datumOp(nu, 'Europe/Amsterdam'))
  const naam = html`<span class="vd-visually-hidden">: <span lang="nl">${team.naam}</span></span>`
  return html`<li class="vd-lijn"><h2><a href="${adres(taal, 'balieLijnteam', { team: team.id })}" lang="nl">${team.naam}</a></h2>
<p>${urenzin(context, team.rooster)}. ${t('lijnen.beheer.capaciteit', { n: team.capaciteit })}</p>
<p>${isOud && merk(t('lijnen.beheer.oud'), 'misschien')} ${t('lijnen.team.bevestigd', { datum: spraak.datum(team.bevestigdOp) })} ${gevraagdOp && t('lijnen.beheer.gevraagd', { datum: spraak.datum(gevraagdOp) })}</p>
<form class="vd-actions" method="post" action="${adres(taal, 'balieLijnteamDoe')}"><input type="hidden" name="id" value="${team.id}">
<button class="utrecht-button utrecht-button--secondary-action" type="submit"${attrs({ name: 'doe', value: 'bevestig' })}>${t('lijnen.beheer.klopt')}${naam}</button>
<button class="utrecht-button utrecht-button--secondary-action" type="submit"${attrs({ name: 'doe', value: 'verwijder' })}>${t('lijnen.beheer.verwijder')}${naam}</button></form></li>`
}

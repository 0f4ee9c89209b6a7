/**
 * On the page where a professional begins: the agreed times that come soon, and what another one changed. No message goes
 * to professionals: their addresses are kept nowhere, and whoever calls may be any of a team.
 */
import { isAanDeBeurt } from '../../../lijnen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Verzoek } from '../../verzoek.ts'
import { wanneer } from '../afspraken/kant.ts'
import { organisatienaam } from '../loket/woorden.ts'
import { type Belkant, leesBelkant, nieuwsInAfspraken } from './afspraken.ts'

/** Named limits: what comes within a day is soon; so many are named, and the page of agreed times has the rest. */
const binnenMs = 24 * 3_600_000
const hoogstens = 3

/** A part of another page: when it cannot be read, the rest of that page stands. */
export async function herinnering(verzoek: Verzoek): Promise<Html | undefined> {
  const kant = leesBelkant(verzoek)
  if (kant === undefined) return undefined
  try {
    return html`${await binnenkort(verzoek, kant)}${await nieuwsInAfspraken(verzoek)}`
  } catch (fout) {
    verzoek.bronnen.meldFout('lijnen', fout)
    return undefined
  }
}

async function binnenkort(verzoek: Verzoek, { wie, afspraken }: Belkant): Promise<Html | undefined> {
  const { context, nu } = verzoek
  const { t } = context.spraak
  const rij = (await afspraken.lijst(wie))
    .filter(
      ({ stand, begin, einde }) =>
        stand === 'gemaakt' && einde > nu && begin.getTime() - nu.getTime() < binnenMs,
    )
    .sort((een, ander) => een.begin.getTime() - ander.begin.getTime())
  if (rij.length === 0) return undefined
  const regels = rij.slice(0, hoogstens).map(async (een) => {
    const { organisatie, van, team: id, begin } = een
    const isBeller = organisatie === wie.organisatie
    const ander = organisatienaam(verzoek, isBeller ? van : organisatie).tekst
    const zone = (await afspraken.team(id))?.rooster.zone ?? 'Europe/Amsterdam'
    const titel = t(isBeller ? 'bellen.afspraak.u_belt' : 'bellen.afspraak.u_wordt_gebeld', { wie: ander })
    return html`<li><strong>${wanneer(context, begin, zone)}</strong>: ${titel}${isAanDeBeurt(een, nu) && html` <span class="vd-badge">${t('bellen.afspraak.nu')}</span>`}</li>`
  })
  const naar = rij.some((een) => isAanDeBeurt(een, nu)) ? 'balieBellen' : 'balieBelafspraken'
  return html`<section class="vd-notice" aria-labelledby="binnenkort"><h2 id="binnenkort">${t('bellen.afspraak.binnenkort')}</h2>
<ul class="vd-list">${await Promise.all(regels)}</ul>
<p><a href="${adres(context.taal, naar)}">${t(naar === 'balieBellen' ? 'bellen.titel' : 'bellen.afspraak.alle', { n: rij.length })}</a></p></section>`
}

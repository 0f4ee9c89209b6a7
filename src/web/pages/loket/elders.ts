/** A chain case that lies at another organisation: that it does, and what did not arrive there yet. */
import type { Elders, NietGelezen } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { stijl } from './kader.ts'
import { eisLoket, type Ketenscherm, vragerVan } from './scherm.ts'
import { dagVan, organisatienaam } from './woorden.ts'

/** On the page of the case. */
export function ligtElders({ verzoek, beeld }: Ketenscherm): Html | undefined {
  const { elders } = beeld
  if (elders === undefined) return undefined
  const { t, datum } = verzoek.context.spraak
  const wie = organisatienaam(verzoek, elders.bij).tekst
  const op = dagVan(elders.gelezen)
  return html`${
    elders.isNu
      ? html`<p class="vd-calm">${t('loket.elders.ligt', { wie })}</p>`
      : html`<div class="vd-note vd-note--alarm" role="alert"><h2>${t('loket.elders.weg', { wie })}</h2><p>${t('loket.elders.oud', { dag: datum(op), tijd: tijdVan(verzoek, elders.gelezen) })}</p>${reden(verzoek, elders)}<p>${t('loket.elders.bewaard_uitleg')}</p></div>`
  }${opdrachten(verzoek, elders)}`
}

/** What somebody can do about it: of one that is simply away there is nothing to mend here. */
function reden(verzoek: Verzoek, { bij, om }: Pick<Elders, 'bij' | 'om'>): Html | undefined {
  if (om === undefined || om === 'weg') return undefined
  const wie = organisatienaam(verzoek, bij).tekst
  return html`<p>${verzoek.context.spraak.t(`loket.elders.om.${om}`, { wie })}</p>`
}

/** Above a work list: whose work could not be read, so that an empty list is not taken for no work. */
export function nietGelezen(verzoek: Verzoek, rij: readonly NietGelezen[]): Html {
  const { t } = verzoek.context.spraak
  return html`${rij.map(({ bij, om }) => {
    const wie = organisatienaam(verzoek, bij).tekst
    return html`<div class="vd-note vd-note--alarm" role="alert"><h2>${t('loket.elders.niet_gelezen', { wie })}</h2><p>${t(`loket.elders.om.${om}`, { wie })}</p></div>`
  })}`
}

function tijdVan({ context }: Verzoek, moment: Date): string {
  return new Intl.DateTimeFormat(context.taal === 'en' ? 'en-GB' : 'nl-NL', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Amsterdam',
  }).format(moment)
}

/** What somebody here did and the other side does not have yet, or did not do. */
function opdrachten(verzoek: Verzoek, elders: Pick<Elders, 'bij' | 'opdrachten'>): Html | undefined {
  if (elders.opdrachten.length === 0) return undefined
  const { t, datum } = verzoek.context.spraak
  return html`<section aria-labelledby="onderweg"><h2 id="onderweg">${t('loket.elders.onderweg')}</h2>
<ul>${elders.opdrachten.map(
    ({ soort, op, uitkomst }) =>
      html`<li>${t(`loket.elders.wat.${soort}`)}, ${datum(dagVan(op))} ${tijdVan(verzoek, op)}: ${t(`loket.elders.stand.${standVan(uitkomst)}`)}</li>`,
  )}</ul></section>`
}

const standen = ['conflict', 'weg', 'opgegeven'] as const

function standVan(uitkomst: string | undefined): 'wacht' | 'geweigerd' | (typeof standen)[number] {
  if (uitkomst === undefined) return 'wacht'
  return standen.find((een) => een === uitkomst) ?? 'geweigerd'
}

/** Instead of the case, when it cannot be read now. `undefined`: it does not lie elsewhere either. */
export async function eldersWeg(verzoek: Verzoek): Promise<Antwoord | undefined> {
  const ketenzaak = verzoek.delen.ketenzaak ?? ''
  const waar = await eisLoket(verzoek).ligtElders?.(vragerVan(verzoek, 'balie'), ketenzaak)
  if (waar === undefined) return undefined
  const { context } = verzoek
  const { t } = context.spraak
  const wie = organisatienaam(verzoek, waar.bij).tekst
  if (waar.isWeg) return nietMeer(verzoek, waar)
  const titel = t('loket.elders.weg', { wie })
  const inhoud = html`<a class="vd-back" href="${adres(context.taal, 'balieLoket')}">${t('loket.werk.terug')}</a>
<h1>${titel}</h1>
<p class="vd-lead">${t('loket.elders.later')}</p>
${reden(verzoek, waar)}
${opdrachten(verzoek, waar)}
<p><a class="utrecht-button utrecht-button--secondary-action" href="${adres(context.taal, 'balieKetenzaak', { ketenzaak })}">${t('loket.elders.opnieuw')}</a></p>`
  return { soort: 'pagina', status: 503, pagina: pagina(context, { titel, inhoud, stijl }) }
}

/** It is gone there, or no longer for this organisation; what somebody did in it before they knew stays in sight. */
function nietMeer(verzoek: Verzoek, waar: Pick<Elders, 'bij' | 'opdrachten'>): Antwoord | undefined {
  const gedaan = opdrachten(verzoek, waar)
  if (gedaan === undefined) return undefined
  const { context } = verzoek
  const { t } = context.spraak
  const titel = t('loket.elders.niet_meer')
  const inhoud = html`<a class="vd-back" href="${adres(context.taal, 'balieLoket')}">${t('loket.werk.terug')}</a>
<h1>${titel}</h1>
<p class="vd-lead">${t('loket.elders.niet_meer_uitleg', { wie: organisatienaam(verzoek, waar.bij).tekst })}</p>
${gedaan}`
  return { soort: 'pagina', status: 404, pagina: pagina(context, { titel, inhoud, stijl }) }
}

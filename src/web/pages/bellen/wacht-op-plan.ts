/** On the page of a chain case: what was agreed in calls about it and is not in its plan, for who may plan. */
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { vragerVan } from '../loket/scherm.ts'
import { bijdragen } from './bijdragen.ts'
import { leesBeller } from './wie.ts'

export async function wachtOpPlan(verzoek: Verzoek, ketenzaak: string): Promise<Html | undefined> {
  const beller = leesBeller(verzoek)
  const rij = (beller && (await verzoek.loket?.notities?.wachtOpPlan(beller.wie, ketenzaak))) ?? []
  if (rij.length === 0) return undefined
  const { context } = verzoek
  const { t } = context.spraak
  return html`<section class="vd-section" aria-labelledby="afspraken"><h2 id="afspraken">${t('bellen.notitie.plan_kop')}</h2>
<p>${t('bellen.notitie.plan_uitleg')}</p>
${rij.map(
  (
    een,
  ) => html`<form class="vd-stack" method="post" action="${adres(context.taal, 'balieNotitiePlan', { ketenzaak })}">
${bijdragen(verzoek, { ...een, bijdragen: een.bijdragen.filter(({ isGepland }) => !isGepland) })}
<p class="vd-no-print"><button class="utrecht-button utrecht-button--primary-action" type="submit" name="gesprek" value="${een.gesprek}">${t('bellen.notitie.plan_knop')}</button></p></form>`,
)}</section>`
}

/** Pressed twice it is done once. What cannot be planned stays on the page, to be planned by hand. */
export async function plan(verzoek: Verzoek): Promise<Antwoord> {
  const beller = leesBeller(verzoek)
  const { delen, form, loket, context } = verzoek
  const ketenzaak = delen.ketenzaak ?? ''
  if (beller === undefined) return { soort: 'niet-gevonden' }
  const wie = { ...beller.wie, vrager: vragerVan(verzoek, 'balie') }
  const uit = await loket?.notities?.plan(wie, ketenzaak, form.get('gesprek') ?? '')
  if (uit === undefined || uit.status === 'niet-gevonden') return { soort: 'niet-gevonden' }
  const gedaan = uit.status === 'ok' && uit.weigering === undefined ? 'ok' : 'niet-meer'
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieKetenzaak', { ketenzaak, gedaan }) }
}

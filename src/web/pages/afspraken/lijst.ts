import type { Afspraak } from '../../../afspraken/index.ts'
import type { Afspraakteam } from '../../../corpus/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { deelVan } from '../deel.ts'
import { type Kant, nietGevonden, teamnaam, voorbeeldmerk, wanneer, zoneVan } from './kant.ts'

/** What was agreed, what was, and with whom one can make another. */
export async function lijst(verzoek: Verzoek, kant: Kant | undefined): Promise<Antwoord> {
  if (kant === undefined) return nietGevonden
  const { t } = verzoek.context.spraak
  const gevonden = await deelVan(verzoek, 'afspraken', () =>
    kant.regel((bewijs) => kant.afspraken.lijst(kant.vrager, bewijs)),
  )
  const delen = gevonden === 'weg' ? undefined : lijstdelen(verzoek, kant, gevonden)
  const inhoud = html`<section class="vd-section"><h2>${t('afspraken.komt')}</h2>
${delen === undefined ? html`<p class="vd-notice">${t('afspraken.weg.lijst')}</p>` : delen.komt}</section>
<section class="vd-section" id="maak"><h2>${t('afspraken.maak')}</h2>
${kant.teams.length === 0 ? html`<p>${t('afspraken.geen_teams')}</p>` : teamlijst(verzoek, kant)}</section>
${delen?.was}`
  return { soort: 'pagina', pagina: kant.pagina({ titel: t('afspraken.titel'), inhoud }) }
}

function lijstdelen(
  verzoek: Verzoek,
  kant: Kant,
  alle: readonly Afspraak[],
): { readonly komt: Html; readonly was: Html | undefined } {
  const { context, nu } = verzoek
  const { t } = context.spraak
  const komt = alle.filter(({ stand, einde }) => stand === 'gemaakt' && einde > nu)
  const was = alle.filter((een) => !komt.includes(een)).toReversed()
  return {
    komt: komt.length === 0 ? html`<p>${t('afspraken.geen')}</p>` : rijen(verzoek, kant, komt),
    was:
      was.length === 0
        ? undefined
        : html`<details class="vd-details"><summary>${t('afspraken.was')} <span class="vd-count">${was.length}</span></summary><div>${rijen(verzoek, kant, was)}</div></details>`,
  }
}

function rijen({ context, beeld }: Verzoek, kant: Kant, lijst: readonly Afspraak[]): Html {
  const { t } = context.spraak
  return html`<ul class="vd-rows">${lijst.map((een) => {
    const naam = beeld.organisaties.get(een.organisatie)?.naam ?? een.organisatie
    return html`<li class="vd-row"><span>${een.stand === 'afgezegd' && html`<strong class="vd-badge vd-badge--rustig">${t('afspraken.stand.afgezegd')}</strong> `}<a href="${kant.naar('een', { afspraak: een.id })}">${wanneer(context, een.begin, zoneVan(kant, een))}</a><br>
<span class="vd-calm">${naam}, ${t(`afspraken.vorm.${een.vorm}`)}</span></span></li>`
  })}</ul>`
}

function teamlijst({ context, beeld }: Verzoek, kant: Kant): Html {
  const perOrganisatie = Map.groupBy(kant.teams, ({ organisatie }) => organisatie)
  const naamVan = (id: string) => beeld.organisaties.get(id)?.naam ?? id
  const opNaam = [...perOrganisatie].sort(([a], [b]) => naamVan(a).localeCompare(naamVan(b), 'nl'))
  const { t } = context.spraak
  const team = (een: Afspraakteam): Html =>
    html`<li><a href="${kant.naar('nieuw', { filter: { team: een.id } })}">${teamnaam(context, een)}</a>: ${t(`afspraken.vorm.${een.vorm}`)} ${voorbeeldmerk(context, een)}</li>`
  return html`${opNaam.map(([id, teams]) => html`<h3>${naamVan(id)}</h3><ul class="vd-list">${teams.map(team)}</ul>`)}`
}

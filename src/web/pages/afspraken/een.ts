import type { Afspraak } from '../../../afspraken/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { schrijfAfspraakagenda } from '../../afspraakagenda.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { deelVan } from '../deel.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { type Kant, nietGevonden, teamnaam, wanneer, zoneVan } from './kant.ts'
import { dagvorm, gekozenDag, leesTijd, tijdkeuze } from './tijdkeuze.ts'

/** One appointment: what was agreed, and how to move or cancel it. */
export async function toon(verzoek: Verzoek, kant: Kant | undefined): Promise<Antwoord> {
  const { context, zoek } = verzoek
  const gedaan = gedaanUit(zoek, ['gemaakt', 'verzet', 'afgezegd'])
  const melding =
    gedaan && context.spraak.t(`afspraken.${kant?.isBalie ? 'gedaan_balie' : 'gedaan'}.${gedaan}`)
  return pagina(verzoek, kant, { melding, status: 200 })
}

export async function verzet(verzoek: Verzoek, kant: Kant | undefined): Promise<Antwoord> {
  const begin = leesTijd(verzoek.form.get('tijd'))
  const id = verzoek.delen.afspraak ?? ''
  const { t } = verzoek.context.spraak
  if (kant === undefined) return nietGevonden
  if (begin === undefined) return pagina(verzoek, kant, { melding: t('afspraken.fout.tijd'), status: 400 })
  const uitslag = await kant.regel((bewijs) => kant.afspraken.verzet(kant.vrager, id, begin, bewijs))
  if (uitslag === 'niet-gevonden') return nietGevonden
  if (uitslag === 'ok' || uitslag === 'was-al-zo')
    return { soort: 'ga-naar', adres: kant.naar('een', { afspraak: id, gedaan: 'verzet' }) }
  return pagina(verzoek, kant, { melding: t(`afspraken.uitslag.${uitslag.replace('-', '_')}`), status: 409 })
}

export async function zegAf(verzoek: Verzoek, kant: Kant | undefined): Promise<Antwoord> {
  const id = verzoek.delen.afspraak ?? ''
  if (kant === undefined) return nietGevonden
  const uitslag = await kant.regel((bewijs) => kant.afspraken.zegAf(kant.vrager, id, bewijs))
  if (uitslag === 'niet-gevonden') return nietGevonden
  return { soort: 'ga-naar', adres: kant.naar('een', { afspraak: id, gedaan: 'afgezegd' }) }
}

/** For their own calendar: when, with whom and the number; not what it is about. */
export async function agenda(verzoek: Verzoek, kant: Kant | undefined): Promise<Antwoord> {
  const een = kant && (await vind(verzoek, kant))
  if (kant === undefined || een === undefined || een.stand !== 'gemaakt') return nietGevonden
  const { context, beeld, nu } = verzoek
  const inhoud = schrijfAfspraakagenda(een, {
    taal: context.taal,
    spraken: [context.spraak],
    organisatie: beeld.organisaties.get(een.organisatie)?.naam ?? een.organisatie,
    team: kant.afspraken.team(een.team),
    nu,
  })
  return { soort: 'bestand', inhoud, type: 'text/calendar; charset=utf-8', naam: 'afspraak.ics' }
}

function vind({ delen }: Verzoek, kant: Kant): Promise<Afspraak | undefined> {
  return kant.regel((bewijs) => kant.afspraken.vind(kant.vrager, delen.afspraak ?? '', bewijs))
}

async function pagina(
  verzoek: Verzoek,
  kant: Kant | undefined,
  { melding, status }: { readonly melding: string | undefined; readonly status: number },
): Promise<Antwoord> {
  const een = kant && (await vind(verzoek, kant))
  if (kant === undefined || een === undefined) return nietGevonden
  const { context, nu } = verzoek
  const { t } = context.spraak
  const isOpen = een.stand === 'gemaakt' && een.begin > nu
  const inhoud = html`${feiten(verzoek, kant, een)}
${
  isOpen &&
  html`<p class="vd-actions vd-screen-only">${kant.agenda && html`<a class="utrecht-button utrecht-button--secondary-action" href="${kant.agenda({ afspraak: een.id })}">${t('afspraken.naar_agenda')}</a>`}
<button class="utrecht-button utrecht-button--secondary-action" type="button" data-verrijk="print" hidden>${t('print.knop')}</button></p>
${await verzetdeel(verzoek, kant, een)}
<section class="vd-section vd-screen-only" id="afzeggen"><h2>${t('afspraken.zeg_af.titel')}</h2><p>${t('afspraken.zeg_af.tekst')}</p>
<form method="post" action="${kant.naar('zegAf', { afspraak: een.id })}">${kant.verborgen}<button class="utrecht-button utrecht-button--secondary-action" name="doe" value="zeg-af">${t('afspraken.zeg_af.knop')}</button></form></section>`
}`
  return {
    soort: 'pagina',
    pagina: kant.pagina({
      titel: t(kant.isBalie ? 'afspraken.een_balie' : 'afspraken.een'),
      inhoud,
      melding,
      isOnder: true,
    }),
    status,
  }
}

function feiten({ context, beeld }: Verzoek, kant: Kant, een: Afspraak): Html {
  const { t } = context.spraak
  const team = kant.afspraken.team(een.team)
  const { onderwerp, telefoon, tolk } = een.inhoud
  const regels: readonly (readonly [string, Html | string | undefined])[] = [
    ['stand', een.stand === 'afgezegd' ? html`<strong>${t('afspraken.stand.afgezegd')}</strong>` : undefined],
    ['wanneer', html`<strong>${wanneer(context, een.begin, zoneVan(kant, een))}</strong>`],
    ['met', beeld.organisaties.get(een.organisatie)?.naam ?? een.organisatie],
    ['team', teamnaam(context, team)],
    ['hoe', t(`afspraken.vorm.${een.vorm}`)],
    [een.vorm === 'telefoon' ? 'bel' : 'waar', team?.plek],
    ['telefoon', telefoon],
    ['onderwerp', t(`afspraken.onderwerp.${onderwerp.replace('-', '_')}`)],
    ['tolk', tolk && t(`afspraken.tolktaal.${tolk}`)],
    ['nummer', een.nummer],
    ['door', een.door === 'zelf' ? undefined : t(`afspraken.door.${een.door}`)],
  ]
  return html`<dl class="vd-data">${regels.map(([naam, waarde]) => waarde !== undefined && html`<div class="vd-data__item"><dt>${t(`afspraken.veld.${naam}`)}</dt><dd>${waarde}</dd></div>`)}</dl>
${een.stand === 'gemaakt' && html`<p class="vd-calm">${t(`afspraken.mee.${een.vorm}`)}</p>`}`
}

/** A team that is gone has no other times; cancelling goes on working. */
async function verzetdeel(verzoek: Verzoek, kant: Kant, een: Afspraak): Promise<Html | undefined> {
  const { context, zoek, form } = verzoek
  const { t } = context.spraak
  const team = kant.afspraken.team(een.team)
  const dagen = team && (await deelVan(verzoek, 'afspraken', () => kant.afspraken.vrij(team)))
  if (dagen === 'weg') return html`<p class="vd-notice" id="verzetten">${t('afspraken.weg.verzet')}</p>`
  const dag = dagen && gekozenDag(dagen, form.get('dag') ?? zoek.get('dag'))
  if (team === undefined || dagen === undefined || dag === undefined) return undefined
  return html`<details class="vd-details vd-screen-only" id="verzetten"${attrs({ open: zoek.has('dag') || form.has('dag') })}><summary>${t('afspraken.verzet.titel')}</summary><div>
${dagvorm(context, { doel: `${kant.naar('een', { afspraak: een.id })}#verzetten`, dagen, dag })}
<form method="post" action="${kant.naar('verzet', { afspraak: een.id })}">${kant.verborgen}<input type="hidden" name="dag" value="${dag}">
${tijdkeuze(context, { team, dagen, dag })}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('afspraken.verzet.knop')}</button></p></form></div></details>`
}

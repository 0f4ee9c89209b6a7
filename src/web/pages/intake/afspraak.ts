/** An appointment for whoever sits here, without a name: first a day, then a time. The number is for them. */
import { type Onderwerp, onderwerpen } from '../../../afspraken/index.ts'
import type { Afspraakteam } from '../../../corpus/index.ts'
import { tolktalen } from '../../../inwoner/index.ts'
import { attrs, html } from '../../../platform/index.ts'
import { HOOGSTENS_AFSPRAKEN } from '../../bezoek/intakekaart.ts'
import { adres } from '../../routes.ts'
import { foutregel, foutSamenvatting, keuzes, type Veldfout } from '../../ui/formulier.ts'
import { openingstijden } from '../../ui/openingstijden.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { teamnaam, voorbeeldmerk } from '../afspraken/kant.ts'
import { dagvorm, gekozenDag, leesTijd, tijdkeuze } from '../afspraken/tijdkeuze.ts'
import { eisWerker } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { deelVan } from '../deel.ts'
import { kaartVan, merkVan } from './kaart.ts'

function teamUit(verzoek: Verzoek, id: string | null): Afspraakteam | undefined {
  return eisWerker(verzoek)
    .balie.naamloos?.teams()
    .find((team) => team.id === id)
}

export function toon(verzoek: Verzoek): Promise<Antwoord> | Antwoord {
  const team = teamUit(verzoek, verzoek.zoek.get('team'))
  const afspraken = eisWerker(verzoek).balie.afspraken
  if (team === undefined || afspraken === undefined) return { soort: 'niet-gevonden' }
  return pagina(verzoek, { team, kenmerk: afspraken.nieuwKenmerk(), fouten: [] })
}

export async function maak(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, werker } = eisWerker(verzoek)
  const { form, context, nu } = verzoek
  const { t } = context.spraak
  const team = teamUit(verzoek, form.get('team'))
  const kenmerk = form.get('kenmerk') ?? ''
  if (balie.naamloos === undefined || team === undefined || !/^[0-9a-f]{32}$/.test(kenmerk))
    return { soort: 'niet-gevonden' }
  const kaart = kaartVan(verzoek)
  // Without a card there is nobody in front of them any more: an hour went by, or they were done.
  if (kaart === undefined)
    return { soort: 'ga-naar', adres: adres(context.taal, 'balieIntake', { gedaan: 'verlopen' }) }
  const begin = leesTijd(form.get('tijd'))
  const onderwerp: Onderwerp | undefined = onderwerpen.find((een) => een === form.get('onderwerp'))
  const tolk = tolktalen.find((een) => een === form.get('tolk'))
  const fouten: Veldfout[] = [
    ...(begin === undefined ? [{ veld: 'tijd', tekst: t('afspraken.fout.tijd') }] : []),
    ...(onderwerp === undefined ? [{ veld: 'onderwerp', tekst: t('afspraken.fout.onderwerp') }] : []),
  ]
  if (begin === undefined || onderwerp === undefined) return pagina(verzoek, { team, kenmerk, fouten })
  if (kaart.afspraken.length >= HOOGSTENS_AFSPRAKEN)
    return pagina(verzoek, { team, kenmerk, fouten: [], melding: t('afspraken.uitslag.te_veel') })
  const { medewerker, organisatie } = werker.subject
  const boeking = { team: team.id, begin, onderwerp, tolk, kenmerk }
  const uitslag = await balie.naamloos.boek({ medewerker, organisatie }, boeking)
  if (uitslag.status !== 'ok')
    return pagina(verzoek, {
      team,
      kenmerk,
      fouten: [],
      melding: t(`afspraken.uitslag.${uitslag.status.replace('-', '_')}`),
    })
  const { nummer, begin: op } = uitslag.afspraak
  const al = kaart.afspraken.filter((een) => een.nummer !== nummer)
  return {
    soort: 'ga-naar',
    adres: adres(context.taal, 'balieIntake', { gedaan: 'afspraak', anker: 'afspraak' }),
    bewaarKaart: {
      ...kaart,
      sessie: merkVan(verzoek),
      op: nu,
      afspraken: [...al, { nummer, team: team.id, begin: op }],
    },
  }
}

async function pagina(
  verzoek: Verzoek,
  {
    team,
    kenmerk,
    fouten,
    melding,
  }: {
    readonly team: Afspraakteam
    readonly kenmerk: string
    readonly fouten: readonly Veldfout[]
    readonly melding?: string
  },
): Promise<Antwoord> {
  const { context, zoek, form, beeld } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { afspraken } = eisWerker(verzoek).balie
  const dagen =
    afspraken === undefined ? 'weg' : await deelVan(verzoek, 'afspraken', () => afspraken.vrij(team))
  const dag = dagen === 'weg' ? undefined : gekozenDag(dagen, form.get('dag') ?? zoek.get('dag'))
  const organisatie = beeld.organisaties.get(team.organisatie)?.naam ?? team.organisatie
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)
  const filter = { team: team.id }
  const opties = onderwerpen.map((waarde) => ({
    waarde,
    tekst: t(`afspraken.onderwerp.${waarde.replace('-', '_')}`),
  }))
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${organisatie}: ${teamnaam(context, team)} ${voorbeeldmerk(context, team)}</p>
<p>${t('intake.afspraak.uitleg')}</p>
${team.plek !== undefined && html`<p>${t(`afspraken.plek.${team.vorm}`)} ${team.plek}</p>`}
${openingstijden(spraak, team.openingstijden)}
${
  dagen === 'weg' || dag === undefined
    ? html`<p class="vd-notice">${t(dagen === 'weg' ? 'afspraken.weg.tijden' : 'afspraken.geen_ruimte')}</p>`
    : html`${dagvorm(context, { doel: adres(taal, 'balieIntakeAfspraak'), dagen, dag, velden: filter })}
<form method="post" action="${adres(taal, 'balieIntakeAfspraakMaak', { filter })}"><input type="hidden" name="team" value="${team.id}"><input type="hidden" name="dag" value="${dag}"><input type="hidden" name="kenmerk" value="${kenmerk}">
${tijdkeuze(context, { team, dagen, dag, gekozen: form.get('tijd') ?? undefined, fout: fout('tijd') })}
<fieldset class="vd-fieldset utrecht-form-field"><legend class="utrecht-form-label">${t('afspraken.waarover')}</legend>
${foutregel({ fout: fout('onderwerp'), foutWoord: t('algemeen.fout'), id: 'onderwerp' })}
${keuzes({ id: 'onderwerp', naam: 'onderwerp', opties, gekozen: form.get('onderwerp') ?? undefined })}</fieldset>
<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="tolk">${t('afspraken.tolk')}</label>
<select class="utrecht-textbox vd-select" id="tolk" name="tolk"><option value="">${t('afspraken.geen_tolk')}</option>${tolktalen.map((een) => html`<option value="${een}"${attrs({ selected: form.get('tolk') === een })}>${t(`afspraken.tolktaal.${een}`)}</option>`)}</select></div>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('intake.afspraak.bevestig')}</button></p></form>`
}`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('intake.afspraak.nieuw'),
      inhoud,
      isFout: fouten.length > 0,
      melding,
      zonderGrond: true,
      stijl: ['kennis.css'],
      terug: { adres: adres(taal, 'balieIntake'), tekst: t('intake.afspraak.terug') },
    }),
    ...((fouten.length > 0 || melding !== undefined) && { status: fouten.length > 0 ? 400 : 409 }),
  }
}

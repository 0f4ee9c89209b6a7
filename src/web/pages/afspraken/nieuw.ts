import { type Afspraakinhoud, leesTelefoon, onderwerpen } from '../../../afspraken/index.ts'
import type { Afspraakteam } from '../../../corpus/index.ts'
import { tolktalen } from '../../../inwoner/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { foutregel, foutSamenvatting, keuzes, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import { openingstijden } from '../../ui/openingstijden.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { deelVan } from '../deel.ts'
import { type Kant, nietGevonden, teamnaam, voorbeeldmerk } from './kant.ts'
import { dagvorm, gekozenDag, leesTijd, tijdkeuze } from './tijdkeuze.ts'

type Foutveld = 'tijd' | 'onderwerp' | 'telefoon'

/** First a day, then a time with what it is about. */
export function vorm(verzoek: Verzoek, kant: Kant | undefined): Promise<Antwoord> | Antwoord {
  const team = kant?.teams.find(({ id }) => id === verzoek.zoek.get('team'))
  if (kant === undefined) return nietGevonden
  // Without one, or with one that is gone: the list says with whom one can be made.
  if (team === undefined) return { soort: 'ga-naar', adres: kant.naar('lijst') }
  return toon(verzoek, kant, { team, kenmerk: kant.afspraken.nieuwKenmerk(), fouten: [] })
}

export async function maak(verzoek: Verzoek, kant: Kant | undefined): Promise<Antwoord> {
  const { context, form } = verzoek
  const team = kant?.teams.find(({ id }) => id === form.get('team'))
  const kenmerk = form.get('kenmerk') ?? ''
  if (kant === undefined || team === undefined || !/^[0-9a-f]{32}$/.test(kenmerk)) return nietGevonden
  const { afspraken, vrager, door } = kant
  const { begin, inhoud, fouten } = lees(form, team)
  if (begin === undefined || inhoud === undefined) return toon(verzoek, kant, { team, kenmerk, fouten })
  const uitslag = await kant.regel((bewijs) =>
    afspraken.boek(vrager, { team: team.id, begin, inhoud, door, kenmerk }, bewijs),
  )
  if ('afspraak' in uitslag) {
    const { id } = uitslag.afspraak
    return { soort: 'ga-naar', adres: kant.naar('een', { afspraak: id, gedaan: 'gemaakt' }) }
  }
  const melding = context.spraak.t(`afspraken.uitslag.${uitslag.status.replace('-', '_')}`)
  return toon(verzoek, kant, { team, kenmerk, fouten: [], melding })
}

function lees(
  form: URLSearchParams,
  team: Afspraakteam,
): {
  readonly begin: Date | undefined
  readonly inhoud: Afspraakinhoud | undefined
  readonly fouten: readonly Foutveld[]
} {
  const begin = leesTijd(form.get('tijd'))
  const onderwerp = onderwerpen.find((een) => een === form.get('onderwerp'))
  const tolk = tolktalen.find((een) => een === form.get('tolk'))
  const moetBellen = team.vorm === 'terugbellen'
  const telefoon = moetBellen ? leesTelefoon(form.get('telefoon') ?? '') : undefined
  const fouten: readonly (readonly [boolean, Foutveld])[] = [
    [begin === undefined, 'tijd'],
    [onderwerp === undefined, 'onderwerp'],
    [moetBellen && telefoon === undefined, 'telefoon'],
  ]
  const mis = fouten.filter(([isFout]) => isFout).map(([, veld]) => veld)
  if (mis.length > 0 || onderwerp === undefined) return { begin, inhoud: undefined, fouten: mis }
  const inhoud = {
    onderwerp,
    ...(telefoon !== undefined && { telefoon }),
    ...(tolk !== undefined && { tolk }),
  }
  return { begin, inhoud, fouten: [] }
}

interface Vormdelen {
  readonly team: Afspraakteam
  readonly kenmerk: string
  readonly fouten: readonly Foutveld[]
  readonly melding?: string
}

async function toon(verzoek: Verzoek, kant: Kant, delen: Vormdelen): Promise<Antwoord> {
  const { context, zoek, form, beeld } = verzoek
  const { t } = context.spraak
  const { team, melding } = delen
  const dagen = await deelVan(verzoek, 'afspraken', () => kant.afspraken.vrij(team))
  // Once it was sent, what was said there holds. What does not come was not filled in.
  const bekend = verzoek.isForm ? undefined : await deelVan(verzoek, 'afspraken', kant.hulp)
  const tolktaal = bekend === 'weg' ? undefined : bekend?.tolktaal
  const dag = dagen === 'weg' ? undefined : gekozenDag(dagen, form.get('dag') ?? zoek.get('dag'))
  const fouten = delen.fouten.map((veld): Veldfout => ({ veld, tekst: t(`afspraken.fout.${veld}`) }))
  const organisatie = beeld.organisaties.get(team.organisatie)?.naam ?? team.organisatie
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${organisatie}: ${teamnaam(context, team)} ${voorbeeldmerk(context, team)}</p>
<p>${t(`afspraken.uitleg.${team.vorm}`, { minuten: team.duurMinuten })}</p>
${team.plek !== undefined && html`<p>${t(`afspraken.plek.${team.vorm}`)} ${team.plek}</p>`}
${openingstijden(context.spraak, team.openingstijden)}
${
  dagen === 'weg' || dag === undefined
    ? html`<p class="vd-notice">${t(dagen === 'weg' ? 'afspraken.weg.tijden' : 'afspraken.geen_ruimte')}</p>`
    : html`${dagvorm(context, { doel: kant.naar('nieuw'), dagen, dag, velden: { team: team.id } })}
<form method="post" action="${kant.naar('maak')}">${kant.verborgen}
<input type="hidden" name="team" value="${team.id}"><input type="hidden" name="dag" value="${dag}"><input type="hidden" name="kenmerk" value="${delen.kenmerk}">
${tijdkeuze(context, { team, dagen, dag, gekozen: form.get('tijd') ?? undefined, fout: fouten.find(({ veld }) => veld === 'tijd') })}
${velden(verzoek, { team, fouten, tolk: tolktaal, wiens: kant.wiens })}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('afspraken.bevestig')}</button></p></form>`
}`
  const isFout = fouten.length > 0
  return {
    soort: 'pagina',
    pagina: kant.pagina({ titel: t('afspraken.nieuw'), inhoud, isFout, melding, isOnder: true }),
    ...((isFout || melding !== undefined) && { status: isFout ? 400 : 409 }),
  }
}

interface Velddelen {
  readonly team: Afspraakteam
  readonly fouten: readonly Veldfout[]
  /** Said before, and remembered. */
  readonly tolk: string | undefined
  readonly wiens: Kant['wiens']
}

function velden({ context, form, isForm }: Verzoek, { team, fouten, tolk, wiens }: Velddelen): Html {
  const { t } = context.spraak
  const fout = (veld: Foutveld) => fouten.find((een) => een.veld === veld)
  const gekozen = isForm ? form.get('tolk') : tolk
  const opties = onderwerpen.map((waarde) => ({
    waarde,
    tekst: t(`afspraken.onderwerp.${waarde.replace('-', '_')}`),
  }))
  return html`<fieldset class="vd-fieldset utrecht-form-field"><legend class="utrecht-form-label">${t('afspraken.waarover')}</legend>
${foutregel({ fout: fout('onderwerp'), foutWoord: t('algemeen.fout'), id: 'onderwerp' })}
${keuzes({ id: 'onderwerp', naam: 'onderwerp', opties, gekozen: form.get('onderwerp') ?? undefined })}</fieldset>
${
  team.vorm === 'terugbellen' &&
  tekstveld({
    id: 'telefoon',
    naam: 'telefoon',
    label: t('afspraken.telefoon'),
    waarde: (form.get('telefoon') ?? '').slice(0, 30),
    fout: fout('telefoon'),
    foutWoord: t('algemeen.fout'),
    autocomplete: 'tel',
    hoogstens: 30,
    breedte: 'lang',
  })
}
<div class="utrecht-form-field vd-field">${tolk !== undefined && html`<p class="vd-notice">${t(`afspraken.tolk_onthouden.${wiens}`)}</p>`}<label class="utrecht-form-label" for="tolk">${t('afspraken.tolk')}</label>
<select class="utrecht-textbox vd-select" id="tolk" name="tolk"><option value="">${t('afspraken.geen_tolk')}</option>${tolktalen.map((taal) => html`<option value="${taal}"${attrs({ selected: gekozen === taal })}>${t(`afspraken.tolktaal.${taal}`)}</option>`)}</select></div>`
}

import { type Html, html } from '../../../platform/index.ts'
import { type GeopendAanbod, kanNu, vroegsignaalDoel } from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, tekstveld } from '../../ui/formulier.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWie } from '../mijn/eis.ts'
import { gedaanUit, mijnPagina } from '../mijn/kader.ts'
import { dag, dagVan, type Gesprekstijd, tijdkeuzes } from './delen.ts'

export type Keuzefout = 'tijd' | 'telefoon'

interface Scherm {
  readonly geopend: GeopendAanbod
  readonly tijden: readonly Gesprekstijd[]
  readonly kenmerk: string
  readonly fout: Keuzefout | undefined
}

/** First what it means for them, then the choice, then why. Nothing of it says that they did something wrong. */
export function aanbodVoorMij(verzoek: Verzoek, scherm: Scherm): string {
  const { context, zoek, beeld } = verzoek
  const { t } = context.spraak
  const { geopend, fout } = scherm
  const { organisatie, aanbod } = geopend
  const naam = beeld.organisaties.get(organisatie)?.naam ?? organisatie
  const isOver = aanbod.stand === 'overgedragen' || aanbod.stand === 'gesloten'
  const fouten = fout === undefined ? [] : [{ veld: fout, tekst: t(`vroegsignalering.mijn.fout_${fout}`) }]
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('vroegsignalering.mijn.biedt', { organisatie: naam })}</p>
<p>${t(`vroegsignalering.mijn.stand.${aanbod.stand}`)}</p>
${!isOver && aanbod.stand !== 'afgewezen' && html`<p>${t('vroegsignalering.mijn.vaak')}</p>`}
${aanbod.stand === 'aangenomen' && gesprek(verzoek, scherm)}
${!isOver && keuze(verzoek, scherm)}
${waarom(verzoek, geopend)}
${
  !isOver &&
  html`<section class="vd-section"><h2>${t('vroegsignalering.mijn.wat')}</h2><ul class="vd-list">${['overzicht', 'regeling', 'rechten'].map((een) => html`<li>${t(`vroegsignalering.mijn.wat_${een}`)}</li>`)}</ul></section>`
}
${!isOver && bellen(verzoek, geopend, naam)}
${klopt(verzoek, geopend)}
${gegevens(verzoek)}`
  const gedaan = gedaanUit(zoek, [
    ...['aangenomen', 'afgewezen', 'betwist', 'gesprek-gepland'],
    ...['kan-niet-nu', 'te-laat', 'vol'],
  ])
  return mijnPagina(context, {
    titel: t('vroegsignalering.mijn.kop'),
    inhoud,
    isFout: fouten.length > 0,
    melding: gedaan && t(`vroegsignalering.mijn.gedaan.${gedaan}`),
  })
}

/** Yes and no are the same kind of button, beside each other, in one form. */
function keuze({ context }: Verzoek, { geopend: { id, aanbod } }: Scherm): Html {
  const { taal, spraak } = context
  const { t } = spraak
  const isGekozen = aanbod.stand === 'aangenomen' || aanbod.stand === 'afgewezen'
  const knop = (waarde: 'aangenomen' | 'afgewezen', sleutel: string) =>
    kanNu(aanbod, waarde) &&
    html`<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="keuze" value="${waarde}">${t(`vroegsignalering.mijn.${sleutel}`)}</button> `
  return html`<section class="vd-section vd-no-print"><h2>${t('vroegsignalering.mijn.antwoord')}</h2>
<form class="vd-form" method="post" action="${adres(taal, 'hulpaanbodKies', { aanbod: id })}">
<p class="vd-actions">${knop('aangenomen', isGekozen ? 'toch_ja' : 'ja')}${knop('afgewezen', isGekozen ? 'toch_nee' : 'nee')}</p></form>
<p>${t('vroegsignalering.mijn.vrij')}</p>
${aanbod.stand !== 'afgewezen' && html`<p class="vd-calm">${t('vroegsignalering.mijn.nee_uitleg')}</p>`}</section>`
}

function gesprek({ context, form }: Verzoek, { geopend, tijden, kenmerk, fout }: Scherm): Html {
  const { taal, spraak } = context
  const { t } = spraak
  const { id, aanbod } = geopend
  if (aanbod.gesprek !== undefined)
    return html`<section class="vd-card vd-stack"><p><strong>${t('vroegsignalering.mijn.gesprek', { dag: dag(context, aanbod.gesprek.wanneer) })}</strong></p>
<p><a href="${adres(taal, 'afspraken')}">${t('vroegsignalering.mijn.naar_afspraken')}</a></p></section>`
  const uiterlijk =
    aanbod.gesprekUiterlijk !== undefined &&
    html`<p>${t('vroegsignalering.mijn.tijd_uiterlijk', { dag: dag(context, aanbod.gesprekUiterlijk) })}</p>`
  if (tijden.length === 0)
    return html`<section class="vd-section"><h2>${t('vroegsignalering.mijn.tijd')}</h2>${uiterlijk}<p>${t('vroegsignalering.mijn.tijd_geen')}</p></section>`
  return html`<section class="vd-section vd-no-print"><h2>${t('vroegsignalering.mijn.tijd')}</h2>${uiterlijk}
<form class="vd-form" method="post" action="${adres(taal, 'hulpaanbodKies', { aanbod: id })}"><input type="hidden" name="kenmerk" value="${kenmerk}">
<fieldset class="vd-fieldset"><legend class="vd-visually-hidden">${t('vroegsignalering.mijn.tijd')}</legend>${tijdkeuzes(context, tijden, form.get('tijd') ?? undefined)}</fieldset>
<p class="vd-calm vd-small" id="telefoon-hulp">${t('vroegsignalering.mijn.telefoon_hulp')}</p>
${tekstveld({
  ...{
    id: 'telefoon',
    naam: 'telefoon',
    label: t('vroegsignalering.mijn.telefoon'),
    beschrijvingen: ['telefoon-hulp'],
  },
  ...{ waarde: form.get('telefoon') ?? '', foutWoord: t('algemeen.fout'), autocomplete: 'tel' },
  fout: fout === 'telefoon' ? { veld: fout, tekst: t('vroegsignalering.mijn.fout_telefoon') } : undefined,
})}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit" name="keuze" value="gesprek">${t('vroegsignalering.mijn.tijd_knop')}</button></p></form></section>`
}

/** From whom, when, what for and how much (AVG art. 14); after a no only from whom, since the rest is erased. */
function waarom({ context }: Verzoek, { aanbod, signalen, namen }: GeopendAanbod): Html {
  const { t, geld } = context.spraak
  const opId = new Map(signalen.map((een) => [een.id, een]))
  const regels = aanbod.signalen.map(({ id, bron, soort, op, dreiging }) => {
    const gegeven = opId.get(id)
    const woorden = {
      van: namen.get(bron) ?? bron,
      dag: dag(context, gegeven === undefined ? op : dagVan(gegeven.ontvangen)),
      wat: t(`vroegsignalering.voor.${soort}`),
    }
    return html`<li>${
      gegeven === undefined
        ? t('vroegsignalering.mijn.gaf_door_kort', woorden)
        : t('vroegsignalering.mijn.gaf_door', { ...woorden, bedrag: geld(gegeven.bedrag, 'EUR') })
    }${dreiging !== undefined && html` ${t(`vroegsignalering.dreiging.${dreiging}`)}`}</li>`
  })
  return html`<section class="vd-section"><h2>${t('vroegsignalering.mijn.waarom')}</h2>
${regels.length > 0 && html`<ul class="vd-list">${regels}</ul>`}<p>${t('vroegsignalering.mijn.moet')}</p></section>`
}

/** A human, by name and number where one was given. */
function bellen({ context }: Verzoek, { voorvallen }: GeopendAanbod, organisatie: string): Html {
  const { t } = context.spraak
  const laatste = voorvallen.findLast((een) => een.soort === 'aangeboden')
  const bel = laatste?.soort === 'aangeboden' ? laatste.bel : undefined
  return html`<section class="vd-section"><h2>${t('vroegsignalering.mijn.bellen')}</h2><p>${bel === undefined ? t('vroegsignalering.mijn.bel_gemeente', { organisatie }) : t('vroegsignalering.mijn.bel', { bel })}</p></section>`
}

function klopt({ context }: Verzoek, { id, aanbod }: GeopendAanbod): Html | undefined {
  const { taal, spraak } = context
  const { t } = spraak
  if (!kanNu(aanbod, 'betwist')) return undefined
  return html`<section class="vd-section vd-no-print"><h2>${t('vroegsignalering.mijn.klopt')}</h2><p>${t('vroegsignalering.mijn.klopt_uitleg')}</p>
<form method="post" action="${adres(taal, 'hulpaanbodKies', { aanbod: id })}"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="keuze" value="betwist">${t('vroegsignalering.mijn.klopt_knop')}</button></form></section>`
}

function gegevens(verzoek: Verzoek): Html {
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  const versie = eisWie(verzoek).mijn.verwerkingen().get(vroegsignaalDoel)?.versie
  return html`<section class="vd-section"><h2>${t('vroegsignalering.mijn.gegevens')}</h2><p>${t('vroegsignalering.mijn.gegevens_wie')}</p>
<ul class="vd-list"><li><a href="${adres(taal, 'inzage')}">${t('vroegsignalering.mijn.gegevens_log')}</a></li>
${versie !== undefined && html`<li><a href="${adres(taal, 'verwerking', { verwerking: vroegsignaalDoel, versie })}">${t('vroegsignalering.mijn.gegevens_hoe_lang')}</a></li>`}</ul></section>`
}

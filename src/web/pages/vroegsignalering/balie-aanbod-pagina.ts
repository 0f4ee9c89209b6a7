import type { Naam } from '../../../inwoner/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import {
  type Aanbodopdracht,
  type Aanbodvoorval,
  type GeopendAanbod,
  kanNu,
  type SignaalBeeld,
  sluitredenen,
} from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, keuzes, tekstveld } from '../../ui/formulier.ts'
import { opsomming } from '../../ui/spraak.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisGrond } from '../balie/eis.ts'
import { baliePagina, grondveld, tijdstip } from '../balie/kader.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { volledigeNaam } from '../mijn/naam.ts'
import { dag, dagVan, type Gesprekstijd, tijdkeuzes } from './delen.ts'

export type Aanbodfout = 'bel' | 'bel-zaak' | 'dag' | 'tijd' | 'telefoon' | 'herkend' | 'overleden'

export interface Aanbodscherm {
  readonly geopend: GeopendAanbod
  /** `undefined`: the register did not say. */
  readonly naam: Naam | undefined
  /** Before anybody calls, writes or goes there. */
  readonly letOp: 'overleden' | 'geheim' | undefined
  readonly tijden: readonly Gesprekstijd[]
  readonly kenmerk: string
  readonly fout: Aanbodfout | undefined
}

const foutsleutel: Readonly<Record<Aanbodfout, string>> = {
  bel: 'vroegsignalering.balie.fout_bel',
  'bel-zaak': 'vroegsignalering.balie.fout_bel',
  dag: 'vroegsignalering.balie.fout_dag',
  tijd: 'vroegsignalering.balie.fout_tijd',
  telefoon: 'vroegsignalering.mijn.fout_telefoon',
  herkend: 'vroegsignalering.balie.fout_herkend',
  overleden: 'vroegsignalering.balie.fout_overleden',
}

export function aanbodPagina(verzoek: Verzoek, scherm: Aanbodscherm): string {
  const { context, zoek } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { geopend, naam, fout, letOp } = scherm
  const heet = naam === undefined ? t('vroegsignalering.balie.naam_onbekend') : volledigeNaam(naam)
  const fouten = fout === undefined ? [] : [{ veld: fout, tekst: t(foutsleutel[fout]) }]
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
${letOp !== 'overleden' && html`<p class="vd-lead">${t('vroegsignalering.balie.uitleg')}</p>`}
${letOp !== undefined && html`<p class="vd-notice" id="${letOp}"><strong>${t(`vroegsignalering.balie.let_op.${letOp}`)}</strong></p>`}
${stand(verzoek, scherm, heet)}
${doorgegeven(verzoek, geopend)}
${knoppen(verzoek, scherm)}
${verloop(verzoek, geopend)}`
  const gedaan = gedaanUit(zoek, [
    'ok',
    'was-al-zo',
    'kan-niet-nu',
    'te-laat',
    'vol',
    'niet-gevonden',
    'zaak-niet',
  ])
  return baliePagina(verzoek, {
    // To who died nothing is offered any more.
    titel: t(`vroegsignalering.balie.${letOp === 'overleden' ? 'sluit_knop' : 'kop'}`),
    inhoud,
    naam: heet,
    isFout: fouten.length > 0,
    melding: gedaan && t(`vroegsignalering.balie.gedaan.${gedaan}`),
    terug: { adres: adres(taal, 'balieVroeg'), tekst: t('vroegsignalering.balie.terug') },
  })
}

function stand({ context, nu }: Verzoek, { geopend: { aanbod } }: Aanbodscherm, heet: string): Html {
  const { t } = context.spraak
  const regel = (kop: string, waarde: Html | string) =>
    html`<div class="vd-data__item"><dt>${t(`vroegsignalering.balie.${kop}`)}</dt><dd>${waarde}</dd></div>`
  const teLaat = (tot: string) =>
    tot < dagVan(nu) && html` <strong>${t('vroegsignalering.balie.te_laat')}</strong>`
  return html`<dl class="vd-data">
<div class="vd-data__item"><dt>${t('herstel.naam')}</dt><dd>${heet}</dd></div>
${regel('stand', t(`vroegsignalering.stand.${aanbod.stand}`))}
${regel('regel', t(`vroegsignalering.regel.${aanbod.aanleiding}`))}
${
  (aanbod.stand === 'te-doen' || aanbod.stand === 'betwist') &&
  regel(
    'aanbod_uiterlijk',
    html`${dag(context, aanbod.uiterlijk)}${teLaat(aanbod.uiterlijk)}<br><span class="vd-calm vd-small">${t('vroegsignalering.balie.eigen_afspraak')}</span>`,
  )
}
${
  aanbod.gesprekUiterlijk !== undefined &&
  aanbod.stand === 'aangenomen' &&
  regel(
    'gesprek_uiterlijk',
    html`${dag(context, aanbod.gesprekUiterlijk)}${teLaat(aanbod.gesprekUiterlijk)}<br><span class="vd-calm vd-small">${t('vroegsignalering.balie.gesprek_wet')}</span>`,
  )
}
${aanbod.gesprek !== undefined && regel('gesprek_op', dag(context, aanbod.gesprek.wanneer))}
</dl>`
}

function doorgegeven({ context }: Verzoek, { signalen, namen }: GeopendAanbod): Html {
  const { t } = context.spraak
  return html`<section class="vd-section"><h2>${t('vroegsignalering.balie.doorgegeven')}</h2>
${signalen.length === 0 ? html`<p>${t('vroegsignalering.balie.doorgegeven_gewist')}</p>` : html`<ul class="vd-list">${signalen.map((een) => signaal(context, een, namen.get(een.bron) ?? een.bron))}</ul>`}</section>`
}

function signaal(
  context: Verzoek['context'],
  { bedrag, ontvangen, dreiging, plichten, contact: { telefoon, email } }: SignaalBeeld,
  van: string,
): Html {
  const { spraak } = context
  const { t, geld } = spraak
  const gedaan = plichten.map((plicht) => t(`vroegsignalering.balie.plicht.${plicht}`))
  return html`<li>${t('vroegsignalering.balie.signaal', { van, bedrag: geld(bedrag, 'EUR'), dag: dag(context, dagVan(ontvangen)) })}
${dreiging !== undefined && html`<br><strong>${t(`vroegsignalering.dreiging.${dreiging}`)}</strong>`}
${telefoon !== undefined && html`<br>${t('vroegsignalering.balie.telefoon', { nummer: telefoon })}`}
${email !== undefined && html`<br>${t('vroegsignalering.balie.email', { adres: email })}`}
<br><span class="vd-calm vd-small">${t('vroegsignalering.balie.plichten', { wat: opsomming(spraak, gedaan) })}</span></li>`
}

function knoppen(verzoek: Verzoek, scherm: Aanbodscherm): Html {
  const { aanbod } = scherm.geopend
  // Of somebody who died nothing is asked: it is closed.
  const kan = (soort: Aanbodopdracht['soort']) =>
    kanNu(aanbod, soort) && (scherm.letOp !== 'overleden' || soort === 'gesloten')
  return html`${kan('aangeboden') && uitnodiging(verzoek, scherm)}
${kan('niet-bereikt') && contact(verzoek, scherm)}
${aanbod.stand === 'aangenomen' && aanbod.gesprek === undefined && gesprek(verzoek, scherm)}
${kan('overgedragen') && zaak(verzoek, scherm)}
${(kan('aangenomen') || kan('afgewezen')) && zei(verzoek, scherm)}
${kan('gesloten') && sluit(verzoek, scherm)}`
}

/** One form with its own buttons, made under this ground. */
function vorm(verzoek: Verzoek, { geopend }: Aanbodscherm, kop: string, inhoud: Html): Html {
  const { taal, spraak } = verzoek.context
  const { grond } = eisGrond({ ...verzoek, isForm: false })
  return html`<section class="vd-section vd-no-print"><h2>${spraak.t(`vroegsignalering.balie.${kop}`)}</h2>
<form class="vd-form" method="post" action="${adres(taal, 'balieAanbodDoe', { aanbod: geopend.id })}">${grondveld(grond)}${inhoud}</form></section>`
}

function knop(
  verzoek: Verzoek,
  doe: string,
  sleutel: string,
  soort: 'primary' | 'secondary' = 'secondary',
): Html {
  return html`<button class="utrecht-button utrecht-button--${soort}-action" type="submit" name="doe" value="${doe}">${verzoek.context.spraak.t(`vroegsignalering.balie.${sleutel}`)}</button> `
}

function belveld(verzoek: Verzoek, scherm: Aanbodscherm, id: 'bel' | 'bel-zaak'): Html {
  const { t } = verzoek.context.spraak
  const eerder = scherm.geopend.voorvallen.findLast((een) => een.soort === 'aangeboden')
  const waarde = verzoek.form.get('bel') ?? (eerder?.soort === 'aangeboden' ? (eerder.bel ?? '') : '')
  const fout = scherm.fout === id ? { veld: id, tekst: t('vroegsignalering.balie.fout_bel') } : undefined
  const label = t('vroegsignalering.balie.bel')
  return tekstveld({
    id,
    naam: 'bel',
    label,
    waarde,
    fout,
    foutWoord: t('algemeen.fout'),
    hoogstens: 120,
    breedte: 'breed',
  })
}

function uitnodiging(verzoek: Verzoek, scherm: Aanbodscherm): Html {
  const { t } = verzoek.context.spraak
  return vorm(
    verzoek,
    scherm,
    'bied_aan',
    html`<p>${t('vroegsignalering.balie.bied_aan_uitleg')}</p>${belveld(verzoek, scherm, 'bel')}
<p class="vd-actions">${knop(verzoek, 'aangeboden', 'bied_aan_knop', 'primary')}</p>`,
  )
}

function contact(verzoek: Verzoek, scherm: Aanbodscherm): Html {
  const { t } = verzoek.context.spraak
  const { taal } = verzoek.context
  const { grond } = eisGrond({ ...verzoek, isForm: false })
  const naar = adres(taal, 'balieAanbodDoe', { aanbod: scherm.geopend.id })
  const met = (weg: string, doe: string, sleutel: string) =>
    html`<form method="post" action="${naar}">${grondveld(grond)}<input type="hidden" name="weg" value="${weg}">${knop(verzoek, doe, sleutel)}</form>`
  return html`<section class="vd-section vd-no-print"><h2>${t('vroegsignalering.balie.contact')}</h2>
<div class="vd-actions">${met('telefoon', 'gesproken', 'gesproken_knop')}${met('telefoon', 'niet-bereikt', 'niet_bereikt_telefoon')}${met('huisbezoek', 'niet-bereikt', 'niet_bereikt_huisbezoek')}</div>
<form class="vd-form" method="post" action="${naar}">${grondveld(grond)}<p>${t('vroegsignalering.balie.bezoek_uitleg')}</p>
<p><label class="utrecht-form-label" for="dag">${t('vroegsignalering.balie.bezoek_dag')}</label><br><input class="utrecht-textbox utrecht-textbox--html-input vd-dagveld" type="date" id="dag" name="dag"></p>
<p class="vd-actions">${knop(verzoek, 'bezoek-afgesproken', 'bezoek_knop')}</p></form></section>`
}

function gesprek(verzoek: Verzoek, scherm: Aanbodscherm): Html {
  const { context, form } = verzoek
  const { t } = context.spraak
  const { tijden, kenmerk, fout, geopend } = scherm
  if (tijden.length === 0)
    return html`<section class="vd-section"><h2>${t('vroegsignalering.balie.gesprek')}</h2><p>${t('vroegsignalering.balie.gesprek_geen')}</p></section>`
  const bekend = geopend.signalen.find(({ contact: { telefoon } }) => telefoon !== undefined)?.contact
    .telefoon
  return vorm(
    verzoek,
    scherm,
    'gesprek',
    html`<input type="hidden" name="kenmerk" value="${kenmerk}">
<fieldset class="vd-fieldset"><legend>${t('vroegsignalering.balie.tijd')}</legend>${tijdkeuzes(context, tijden, form.get('tijd') ?? undefined)}</fieldset>
${tekstveld({
  ...{ id: 'telefoon', naam: 'telefoon', label: t('vroegsignalering.balie.telefoon_veld') },
  ...{ waarde: form.get('telefoon') ?? bekend ?? '', foutWoord: t('algemeen.fout') },
  fout: fout === 'telefoon' ? { veld: fout, tekst: t(foutsleutel[fout]) } : undefined,
})}
<p class="vd-actions">${knop(verzoek, 'gesprek', 'gesprek_knop', 'primary')}</p>`,
  )
}

function zaak(verzoek: Verzoek, scherm: Aanbodscherm): Html {
  const { t } = verzoek.context.spraak
  const zelf =
    scherm.geopend.voorvallen.findLast(({ soort }) => soort === 'aangenomen')?.door.soort === 'inwoner'
  return vorm(
    verzoek,
    scherm,
    'zaak',
    html`${
      verzoek.loket !== undefined &&
      html`<p>${t('vroegsignalering.balie.zaak_uitleg')}</p>${belveld(verzoek, scherm, 'bel-zaak')}
${!zelf && html`<div class="vd-check"><input type="checkbox" id="herkend" name="herkend" value="document"><label for="herkend">${t('vroegsignalering.balie.herkend')}</label></div>`}
<p class="vd-actions">${knop(verzoek, 'zaak', 'zaak_knop', 'primary')}</p>`
    }
<p class="vd-actions">${knop(verzoek, 'overgedragen', 'zonder_zaak_knop')}</p>`,
  )
}

/** Both the same size and the same kind: neither answer is the better one. */
function zei(verzoek: Verzoek, scherm: Aanbodscherm): Html {
  const { aanbod } = scherm.geopend
  return vorm(
    verzoek,
    scherm,
    'zei',
    html`<p class="vd-actions">${kanNu(aanbod, 'aangenomen') && knop(verzoek, 'aangenomen', 'zei_ja')}${kanNu(aanbod, 'afgewezen') && knop(verzoek, 'afgewezen', 'zei_nee')}</p>`,
  )
}

function sluit(verzoek: Verzoek, scherm: Aanbodscherm): Html {
  const { t } = verzoek.context.spraak
  const opties = sluitredenen.map((waarde) => ({
    waarde,
    tekst: t(`vroegsignalering.balie.sluit_reden.${waarde}`),
  }))
  return vorm(
    verzoek,
    scherm,
    'sluit',
    html`<fieldset class="vd-fieldset"><legend>${t('vroegsignalering.balie.openen.reden')}</legend>${keuzes({ id: 'reden', naam: 'reden', opties, gekozen: undefined })}</fieldset>
<p class="vd-actions">${knop(verzoek, 'gesloten', 'sluit_knop')}</p>`,
  )
}

/** Who did what, the latest first. Of a colleague we keep a number and no name: that number says nothing here. */
function verloop(verzoek: Verzoek, { voorvallen }: GeopendAanbod): Html {
  const { context } = verzoek
  const { t } = context.spraak
  const zelf = eisGrond(verzoek).grond.medewerker
  const wie = ({ door }: Aanbodvoorval) => {
    if (door.soort !== 'medewerker') return t(`vroegsignalering.balie.wie.${door.soort}`)
    return t(`vroegsignalering.balie.wie.${door.medewerker === zelf ? 'uzelf' : 'collega'}`)
  }
  const hoe = (een: Aanbodvoorval) => ('weg' in een ? ` (${t(`vroegsignalering.balie.weg.${een.weg}`)})` : '')
  const wanneer = (een: Aanbodvoorval) => ('wanneer' in een ? `: ${dag(context, een.wanneer)}` : '')
  return html`<section class="vd-section"><h2>${t('vroegsignalering.balie.verloop')}</h2>
<ul class="vd-list">${voorvallen.toReversed().map((een) => html`<li>${t(`vroegsignalering.balie.voorval.${een.soort}`)}${hoe(een)}${wanneer(een)}<br><span class="vd-calm vd-small">${tijdstip(context, een.op)}, ${wie(een)}</span></li>`)}</ul></section>`
}

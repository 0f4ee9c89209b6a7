/** Ways of one's own organisation that were or will be out of order (Awb 2:21): begin, end, and what people read. */
import {
  HOOGSTENS_AANKONDIGING,
  langeStoringDagen,
  type Storing,
  standVan,
  storingkanalen,
} from '../../../ontvangst/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutregel, foutSamenvatting, keuzes, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { leesMoment, tijdvelden, waardenUit, waardenVoor } from './tijdvelden.ts'
import { eisPost, momentBij } from './woorden.ts'

export function toon(verzoek: Verzoek): Promise<Antwoord> {
  return pagina(verzoek, [])
}

export async function doe(verzoek: Verzoek): Promise<Antwoord> {
  const { storingen, zoneVan } = eisPost(verzoek)
  const { medewerker, organisatie } = eisWerker(verzoek).werker.subject
  const { form, context, nu } = verzoek
  const { t } = context.spraak
  const wie = { medewerker, organisatie }
  const klaar = (gedaan: string): Antwoord => ({
    soort: 'ga-naar',
    adres: adres(context.taal, 'balieStoringen', { gedaan }),
  })
  const einde = form.get('beeindig')
  if (einde !== null) {
    const uit = await storingen.beeindig(wie, einde, nu)
    return uit === 'ok' ? klaar('voorbij') : { soort: 'niet-gevonden' }
  }
  const weg = form.get('trekin')
  if (weg !== null) {
    const uit = await storingen.trekIn(wie, weg, form.get('waarom') ?? '')
    if (uit === 'waarom')
      return pagina(verzoek, [
        { veld: `waarom-${weg}`, tekst: t('post.fout.waarom', { n: HOOGSTENS_AANKONDIGING }) },
      ])
    return uit === 'ok' ? klaar('ingetrokken') : { soort: 'niet-gevonden' }
  }
  const zone = zoneVan(organisatie)
  const kanaal = storingkanalen.find((een) => een === form.get('kanaal'))
  const begin = leesMoment(form, 'begin', zone)
  const tot = leesMoment(form, 'einde', zone)
  const aankondiging = (form.get('aankondiging') ?? '').trim()
  const mist: Veldfout[] = [
    ...(kanaal === undefined ? [{ veld: 'kanaal', tekst: t('post.fout.kanaal') }] : []),
    ...(begin instanceof Date ? [] : [{ veld: 'begin-dag', tekst: t('post.fout.moment') }]),
    ...(tot === undefined ? [{ veld: 'einde-dag', tekst: t('post.fout.moment') }] : []),
  ]
  if (mist.length > 0 || kanaal === undefined || !(begin instanceof Date)) return pagina(verzoek, mist)
  const uit = await storingen.meld(
    wie,
    {
      kanaal,
      begin,
      ...(tot instanceof Date && { einde: tot }),
      ...(aankondiging !== '' && { aankondiging }),
    },
    { isZeker: form.get('zeker') === 'ja' },
  )
  if (uit === 'ok') return klaar('gemeld')
  const fouten = {
    'einde-voor-begin': { veld: 'einde-dag', tekst: t('post.fout.einde') },
    aankondiging: { veld: 'aankondiging', tekst: t('post.fout.lang', { n: HOOGSTENS_AANKONDIGING }) },
    lang: { veld: 'zeker', tekst: t('post.fout.duurt_lang', { n: langeStoringDagen }) },
  } as const
  return pagina(
    verzoek,
    uit.map((fout) => fouten[fout]),
  )
}

async function pagina(verzoek: Verzoek, fouten: readonly Veldfout[]): Promise<Antwoord> {
  const { storingen, zoneVan } = eisPost(verzoek)
  const { organisatie } = eisWerker(verzoek).werker.subject
  const { context, form, isForm, nu, zoek } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const zone = zoneVan(organisatie)
  const bij = (veld: string) => fouten.find((fout) => fout.veld === veld)
  const foutWoord = t('algemeen.fout')
  const begin = isForm && !form.has('trekin') ? waardenUit(form, 'begin') : waardenVoor('begin', nu, zone)
  const gedaan = gedaanUit(zoek, ['gemeld', 'voorbij', 'ingetrokken'])
  const alle = await storingen.van(organisatie)
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('post.storingen.inleiding')}</p>
<form class="vd-form" method="post" action="${adres(taal, 'balieStoringenDoe')}">
<fieldset class="vd-fieldset"><legend>${t('post.storingen.kanaal')}</legend>${foutregel({ fout: bij('kanaal'), foutWoord, id: 'kanaal' })}
${keuzes({ id: 'kanaal', naam: 'kanaal', opties: storingkanalen.map((een) => ({ waarde: een, tekst: t(`post.storing.kanaal.${een}`) })), gekozen: form.get('kanaal') ?? undefined })}</fieldset>
${tijdvelden(context, { naam: 'begin', kop: t('post.storingen.begin'), waarden: begin, fout: bij('begin-dag') })}
${tijdvelden(context, { naam: 'einde', kop: t('post.storingen.einde'), waarden: waardenUit(form, 'einde'), fout: bij('einde-dag') })}
<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="aankondiging">${t('post.storingen.aankondiging')}</label>
<p class="vd-calm vd-small" id="aankondiging-hulp">${t('post.storingen.aankondiging_hulp')}</p>
${foutregel({ fout: bij('aankondiging'), foutWoord, id: 'aankondiging' })}
<textarea class="utrecht-textbox utrecht-textbox--html-input vd-textarea" rows="3"${attrs({ id: 'aankondiging', name: 'aankondiging', maxlength: HOOGSTENS_AANKONDIGING, 'aria-describedby': 'aankondiging-hulp' })}>${form.get('aankondiging') ?? ''}</textarea></div>
${
  bij('zeker') !== undefined &&
  html`<fieldset class="vd-fieldset"><legend>${t('post.storingen.zeker')}</legend>${foutregel({ fout: bij('zeker'), foutWoord, id: 'zeker' })}
${keuzes({ id: 'zeker', naam: 'zeker', opties: [{ waarde: 'ja', tekst: t('post.storingen.klopt') }], gekozen: undefined })}</fieldset>`
}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('post.storingen.knop')}</button></p></form>
<section class="vd-section"><h2>${t('post.storingen.lijst')}</h2>${alle.length === 0 ? html`<p>${t('post.storingen.geen')}</p>` : html`<ul class="vd-rows">${alle.map((een) => rij(verzoek, een, bij(`waarom-${een.id}`)))}</ul>`}</section>`
  const uit = baliePagina(verzoek, {
    titel: t('post.storingen.titel'),
    inhoud,
    zonderGrond: true,
    terug: { adres: adres(taal, 'balie'), tekst: t('herstel.naar_begin') },
    stijl: ['zaken.css', 'zaak.css'],
    isFout: fouten.length > 0,
    melding: gedaan && t(`post.storingen.${gedaan}`),
  })
  return { soort: 'pagina', pagina: uit, status: fouten.length > 0 ? 400 : 200 }
}

function rij(verzoek: Verzoek, storing: Storing, fout: Veldfout | undefined): Html {
  const { context, nu } = verzoek
  const { t } = context.spraak
  const zone = eisPost(verzoek).zoneVan(storing.organisatie)
  const kanaal = t(`post.storing.kanaal.${storing.kanaal}`)
  const van = momentBij(context, storing.begin, zone)
  const tot = storing.einde && momentBij(context, storing.einde, zone)
  const stand = standVan(storing, nu)
  const id = `waarom-${storing.id}`
  const actie = adres(context.taal, 'balieStoringenDoe')
  const trekIn = html`<details class="vd-details vd-fold"${attrs({ open: fout !== undefined })}><summary>${t('post.storingen.trek_in')}<span class="vd-visually-hidden">: ${kanaal}</span></summary><div><form class="vd-form" method="post" action="${actie}">
<p>${t('post.storingen.trek_in_uitleg')}</p>
${tekstveld({ id, naam: 'waarom', label: t('post.storingen.waarom'), waarde: '', fout, foutWoord: t('algemeen.fout'), hoogstens: HOOGSTENS_AANKONDIGING, breedte: 'breed' })}
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="trekin" value="${storing.id}">${t('post.storingen.trek_in')}</button></p></form></div></details>`
  return html`<li class="vd-row"><span><strong>${kanaal}</strong>, ${tot === undefined ? t('post.storingen.vanaf', { van }) : t('post.storingen.periode', { van, tot })}${storing.aankondiging !== undefined && html`<br><span class="vd-calm" lang="nl">${storing.aankondiging}</span>`}${stand === 'ingetrokken' && html`<br><strong>${t('post.storingen.is_ingetrokken')}</strong>`}</span>
${stand === 'nu' && html`<form method="post" action="${actie}"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="beeindig" value="${storing.id}">${t('post.storingen.nu_voorbij')}<span class="vd-visually-hidden">: ${kanaal}</span></button></form>`}
${stand !== 'ingetrokken' && trekIn}</li>`
}

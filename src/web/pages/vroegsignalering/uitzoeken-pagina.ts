import type { Treffer } from '../../../inwoner/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { losredenen, type Uitzoeksignaal } from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import { foutregel, foutSamenvatting, keuzes, type Veldfout } from '../../ui/formulier.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisGrond } from '../balie/eis.ts'
import { baliePagina, grondveld } from '../balie/kader.ts'
import { dag as deeldag } from '../mijn/dag.ts'
import { volledigeNaam } from '../mijn/naam.ts'
import { dag, dagVan } from './delen.ts'

export type Zoekbeeld =
  | { readonly soort: 'leeg' | 'geboren-nodig' | 'reden-nodig' | 'te-vaak' | 'te-veel' | 'stil' | 'verlopen' }
  | {
      readonly soort: 'gevonden'
      readonly treffers: readonly (Treffer & { readonly handvat: string })[]
      /** So many fit and died: they cannot be chosen. */
      readonly overleden: number
    }

export function uitzoekPagina(verzoek: Verzoek, signaal: Uitzoeksignaal, beeld: Zoekbeeld): string {
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  const fouten: readonly Veldfout[] =
    beeld.soort === 'geboren-nodig'
      ? [{ veld: 'geboren', tekst: t('vroegsignalering.uitzoeken.geboren_nodig') }]
      : beeld.soort === 'reden-nodig'
        ? [{ veld: 'reden', tekst: t('vroegsignalering.uitzoeken.reden_nodig') }]
        : []
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('vroegsignalering.uitzoeken.inleiding')}</p>
${gegevens(verzoek, signaal)}
${gevonden(verzoek, signaal, beeld)}
${zoekvorm(verzoek, signaal, fouten)}
${losvorm(verzoek, signaal, fouten)}`
  return baliePagina(verzoek, {
    titel: t('vroegsignalering.uitzoeken.titel'),
    inhoud,
    isFout: fouten.length > 0,
    terug: { adres: adres(taal, 'balieVroeg'), tekst: t('vroegsignalering.balie.terug') },
  })
}

function gegevens({ context }: Verzoek, { contact, van, soort, ontvangen, dreiging }: Uitzoeksignaal): Html {
  const { t } = context.spraak
  const { voornamen, voorvoegsel, geslachtsnaam, postcode, huisnummer, geboren, telefoon, email } = contact
  const regel = (kop: string, waarde: string) =>
    html`<div class="vd-data__item"><dt>${t(`vroegsignalering.uitzoeken.${kop}`)}</dt><dd>${waarde}</dd></div>`
  const naam = [voornamen, voorvoegsel, geslachtsnaam].filter(Boolean).join(' ')
  return html`<dl class="vd-data">
${regel('naam', naam)}
${regel('adres', `${postcode} ${huisnummer}`)}
${geboren !== undefined && regel('geboren', dag(context, geboren))}
${telefoon !== undefined && regel('telefoon', telefoon)}
${email !== undefined && regel('email', email)}
${regel('van', `${van}, ${t(`vroegsignalering.soort.${soort}`)}, ${dag(context, dagVan(ontvangen))}`)}
</dl>
${dreiging !== undefined && html`<p class="vd-notice"><strong>${t(`vroegsignalering.dreiging.${dreiging}`)}</strong></p>`}`
}

function gevonden(verzoek: Verzoek, signaal: Uitzoeksignaal, beeld: Zoekbeeld): Html | false {
  const { t } = verzoek.context.spraak
  switch (beeld.soort) {
    case 'leeg':
    case 'geboren-nodig':
    case 'reden-nodig':
      return false
    case 'te-vaak':
    case 'te-veel':
    case 'stil':
    case 'verlopen':
      return html`<div class="vd-notice" role="status"><p><strong>${t(`vroegsignalering.uitzoeken.uitslag.${beeld.soort}`)}</strong></p></div>`
    case 'gevonden': {
      const { treffers, overleden } = beeld
      return html`<section class="vd-section"><h2>${t('vroegsignalering.uitzoeken.gevonden', { n: treffers.length })}</h2>
${overleden > 0 && html`<p><strong>${t('vroegsignalering.uitzoeken.uitslag.overleden', { n: overleden })}</strong></p>`}
${treffers.length > 0 && html`<p>${t('vroegsignalering.uitzoeken.is_het')}</p><ul class="vd-rows">${treffers.map((een) => treffer(verzoek, signaal, een))}</ul>`}</section>`
    }
  }
}

function treffer(
  verzoek: Verzoek,
  signaal: Uitzoeksignaal,
  { naam, geboren, woonplaats, geheim, handvat }: Treffer & { readonly handvat: string },
): Html {
  const { spraak } = verzoek.context
  const { t } = spraak
  const heet = naam === undefined ? t('herstel.naam_onbekend') : volledigeNaam(naam)
  return html`<li class="vd-row"><span><strong>${heet}</strong><br><span class="vd-calm">${t('balie.zoeken.geboren', { datum: deeldag(spraak, geboren) })}${woonplaats !== undefined && html`<br>${t('balie.zoeken.woonplaats', { plaats: woonplaats })}`}${geheim !== 'nee' && html`<br>${t(`balie.zoeken.geheim.${geheim}`)}`}</span></span>
${vorm(verzoek, signaal, html`<input type="hidden" name="wie" value="${handvat}"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="koppel">${t('vroegsignalering.uitzoeken.koppel')}<span class="vd-visually-hidden">: ${heet}</span></button>`)}</li>`
}

function zoekvorm(verzoek: Verzoek, signaal: Uitzoeksignaal, fouten: readonly Veldfout[]): Html {
  const { t } = verzoek.context.spraak
  const opAdres = signaal.vraag?.soort === 'adres'
  const fout = fouten.find(({ veld }) => veld === 'geboren')
  return html`<section class="vd-section vd-no-print"><h2>${t('vroegsignalering.uitzoeken.zoek')}</h2>
<p>${t(opAdres ? 'vroegsignalering.uitzoeken.zoek_adres' : 'vroegsignalering.uitzoeken.zoek_geboren')}</p>
${vorm(
  verzoek,
  signaal,
  html`${foutregel({ fout, foutWoord: t('algemeen.fout'), id: 'geboren' })}
<p><label class="utrecht-form-label" for="geboren">${t('vroegsignalering.uitzoeken.geboren')}</label><br><input class="utrecht-textbox utrecht-textbox--html-input vd-dagveld" type="date" id="geboren" name="geboren" autocomplete="off"></p>
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="zoek">${t('vroegsignalering.uitzoeken.zoek_knop')}</button></p>`,
)}</section>`
}

function losvorm(verzoek: Verzoek, signaal: Uitzoeksignaal, fouten: readonly Veldfout[]): Html {
  const { t } = verzoek.context.spraak
  const fout = fouten.find(({ veld }) => veld === 'reden')
  const opties = losredenen.map((waarde) => ({
    waarde,
    tekst: t(`vroegsignalering.uitzoeken.los_reden.${waarde}`),
  }))
  return html`<section class="vd-section vd-no-print"><h2>${t('vroegsignalering.uitzoeken.los')}</h2>
<p>${t('vroegsignalering.uitzoeken.los_uitleg')}</p>
${vorm(
  verzoek,
  signaal,
  html`<fieldset class="vd-fieldset"><legend>${t('vroegsignalering.balie.openen.reden')}</legend>${foutregel({ fout, foutWoord: t('algemeen.fout'), id: 'reden' })}
${keuzes({ id: 'reden', naam: 'reden', opties, gekozen: undefined })}</fieldset>
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="laat-los">${t('vroegsignalering.uitzoeken.los_knop')}</button></p>`,
)}</section>`
}

/** Made under this ground, about nobody yet. */
function vorm(verzoek: Verzoek, { id }: Uitzoeksignaal, inhoud: Html): Html {
  const { grond } = eisGrond({ ...verzoek, isForm: false })
  return html`<form class="vd-form" method="post" action="${adres(verzoek.context.taal, 'balieVroegSignaalDoe', { signaal: id })}" autocomplete="off">${grondveld(grond)}${inhoud}</form>`
}

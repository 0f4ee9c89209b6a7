import {
  type Hoofdkanaal,
  hoofdkanalen,
  isBruikbaar,
  type Melding,
  meldingen,
  type Voorkeurbeeld,
} from '../../../kanalen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { foutregel, foutSamenvatting, keuzes, type Veldfout } from '../../ui/formulier.ts'
import { adressendeel, nummermelding } from './adressen-deel.ts'
import { bereiknaam } from './bereik-pagina.ts'
import { heeftKanaal, kanaalVan, keuzeVoor } from './keuze.ts'
import { type Kanaalscherm, plekAdres } from './scherm.ts'
import { samenvatting } from './wensen-pagina.ts'

export interface Overzicht {
  readonly beeld: Voorkeurbeeld
  readonly fouten: readonly Veldfout[]
  readonly gedaan: string | undefined
}

/** The one question first; what is finer lies behind links. */
export function overzichtPagina(scherm: Kanaalscherm, { beeld, fouten, gedaan }: Overzicht): string {
  const { t } = scherm.verzoek.context.spraak
  const nu = kanaalVan(beeld, {}) ?? 'brief'
  const isKijkend = scherm.kant === 'mijn' && !scherm.kanVastleggen
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t(isKijkend ? 'kanalen.wettelijk.inleiding' : 'kanalen.inleiding')}</p>
${isKijkend && html`<div class="vd-notice vd-stack"><p>${t('kanalen.wettelijk.waarom')}</p><p>${t('kanalen.wettelijk.wel')}</p></div>`}
${scherm.kant === 'balie' && html`<p class="vd-notice">${t(scherm.kanVastleggen ? 'kanalen.balie.vraag' : 'kanalen.balie.niet')}</p>`}
<p><strong>${t(`kanalen.nu.${nu}`)}</strong></p>
${nummermelding(scherm, beeld)}
${nu === 'berichtenbox' && !heeftMelding(beeld) && html`<p class="vd-notice">${t(keuzeVoor(beeld, {}).melding === 'geen' ? 'kanalen.zonder_melding' : 'kanalen.zonder_adres')}</p>`}
<div class="vd-ways">${hoofdkanalen.filter((kanaal) => !isKijkend || kanaal === nu).map((kanaal) => weg(scherm, kanaal, kanaal === nu, fouten))}</div>
${anders(scherm, beeld)}
${meldingdeel(scherm, beeld)}
${adressendeel(scherm, beeld, fouten)}
${fijner(scherm, beeld)}
${terug(scherm, beeld)}`
  return scherm.pagina({
    titel: t(scherm.kant === 'balie' ? 'kanalen.balie.titel' : 'kanalen.titel'),
    inhoud,
    isFout: fouten.length > 0,
    melding: gedaan && t(`kanalen.gedaan.${gedaan}`),
  })
}

/** Is there somewhere a notice can go? */
export function heeftMelding(beeld: Voorkeurbeeld): boolean {
  if (keuzeVoor(beeld, {}).melding === 'geen') return false
  return beeld.adressen.some((een) => een.adres.soort !== 'post' && isBruikbaar(een))
}

function weg(scherm: Kanaalscherm, kanaal: Hoofdkanaal, isNu: boolean, fouten: readonly Veldfout[]): Html {
  const { t } = scherm.verzoek.context.spraak
  const punten = kanaal === 'berichtenbox' ? ['geen_brief', 'melding', 'termijn', 'terug'] : []
  return html`<section class="vd-card vd-way" aria-labelledby="weg-${kanaal}"><h2 id="weg-${kanaal}">${t(`kanalen.weg.${kanaal}.titel`)}${isNu && html` <span class="vd-tag">${t('kanalen.dit_geldt')}</span>`}</h2>
<p>${t(`kanalen.weg.${kanaal}.tekst`)}</p>
${punten.length > 0 && html`<ul class="vd-list">${punten.map((punt) => html`<li>${t(`kanalen.weg.berichtenbox.${punt}`)}</li>`)}</ul>`}
${!isNu && scherm.kanVastleggen && (kanaal === 'berichtenbox' ? verklaarvorm(scherm, fouten) : kiesvorm(scherm, kanaal))}</section>`
}

function kiesvorm(scherm: Kanaalscherm, kanaal: Hoofdkanaal): Html {
  const { t } = scherm.verzoek.context.spraak
  return html`<form method="post" action="${plekAdres(scherm, 'kies')}">${scherm.verborgen}<input type="hidden" name="doe" value="kanaal">
<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="kanaal" value="${kanaal}">${t(scherm.kant === 'balie' ? `kanalen.balie.knop.${kanaal}` : `kanalen.weg.${kanaal}.knop`)}</button></form>`
}

/** An express yes, and never a mark that stood there already (Awb 2:8). */
function verklaarvorm(scherm: Kanaalscherm, fouten: readonly Veldfout[]): Html {
  const { t } = scherm.verzoek.context.spraak
  const fout = fouten.find(({ veld }) => veld === 'ja')
  return html`<form method="post" action="${plekAdres(scherm, 'verklaar')}">${scherm.verborgen}<input type="hidden" name="doe" value="digitaal">
${foutregel({ fout, foutWoord: t('algemeen.fout'), id: 'ja' })}
<div class="vd-check"><input class="vd-check__input" type="checkbox" id="ja" name="ja" value="ja"><label class="vd-check__label" for="ja">${t(scherm.kant === 'balie' ? 'kanalen.weg.berichtenbox.ja_balie' : 'kanalen.weg.berichtenbox.ja')}</label></div>
<button class="utrecht-button utrecht-button--primary-action" type="submit">${t(scherm.kant === 'balie' ? 'kanalen.balie.knop.berichtenbox' : 'kanalen.weg.berichtenbox.knop')}</button></form>`
}

/** What they chose otherwise for a part, in one list. */
function anders(scherm: Kanaalscherm, beeld: Voorkeurbeeld): Html | undefined {
  const { t } = scherm.verzoek.context.spraak
  const regels = beeld.regels.flatMap(({ bereik }) => {
    const kanaal = Object.keys(bereik).length === 0 ? undefined : kanaalVan(beeld, bereik)
    return kanaal === undefined ? [] : [{ naam: bereiknaam(scherm, bereik), kanaal }]
  })
  if (regels.length === 0) return undefined
  return html`<section class="vd-section"><h2>${t('kanalen.anders')}</h2><ul class="vd-list">${regels.map(
    ({ naam, kanaal }) => html`<li>${naam}: ${t(`kanalen.kort.${kanaal}`)}</li>`,
  )}</ul></section>`
}

function meldingdeel(scherm: Kanaalscherm, beeld: Voorkeurbeeld): Html | undefined {
  const { t } = scherm.verzoek.context.spraak
  if (!heeftKanaal(beeld, 'berichtenbox')) return undefined
  const { melding } = keuzeVoor(beeld, {})
  const gekozen: Melding | undefined = melding
  return html`<section class="vd-section" id="melding"><h2>${t('kanalen.melding.titel')}</h2><p>${t('kanalen.melding.tekst')}${gekozen === undefined && html` ${t('kanalen.melding.niets')}`}</p>
${
  scherm.kanVastleggen
    ? html`<form class="vd-stack" method="post" action="${plekAdres(scherm, 'kies')}">${scherm.verborgen}<input type="hidden" name="doe" value="melding">
<fieldset class="vd-fieldset"><legend class="vd-visually-hidden">${t('kanalen.melding.titel')}</legend>${keuzes(
        {
          id: 'melding-keuze',
          naam: 'melding',
          opties: meldingen.map((waarde) => ({ waarde, tekst: t(`kanalen.melding.${waarde}`) })),
          gekozen,
        },
      )}</fieldset>
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('kanalen.bewaar')}</button></p></form>`
    : html`<p>${t(`kanalen.melding.${gekozen ?? 'open'}`)}</p>`
}</section>`
}

function fijner(scherm: Kanaalscherm, beeld: Voorkeurbeeld): Html {
  const { t } = scherm.verzoek.context.spraak
  const rij = (plek: 'soorten' | 'organisaties' | 'wensen' | 'print', uitleg: string) =>
    html`<li><a href="${plekAdres(scherm, plek)}">${t(`kanalen.naar.${plek}`)}</a><br><span class="vd-calm vd-small">${uitleg}</span></li>`
  return html`<section class="vd-section vd-screen-only"><h2>${t('kanalen.fijner')}</h2><ul class="vd-list">
${rij('soorten', t('kanalen.naar.soorten_uitleg'))}
${rij('organisaties', t('kanalen.naar.organisaties_uitleg'))}
${rij('wensen', samenvatting(scherm, keuzeVoor(beeld, {})))}
${rij('print', t('kanalen.naar.print_uitleg'))}</ul></section>`
}

/** What they chose is not known now. It still holds, and taking it back needs no look at it. */
export function wegPagina(scherm: Kanaalscherm): string {
  const { t } = scherm.verzoek.context.spraak
  const inhoud = html`<p class="vd-notice" role="status">${t('kanalen.weg_nu.keuze')}</p>
${scherm.kanVastleggen && terugvorm(scherm)}`
  return scherm.pagina({ titel: t('kanalen.titel'), inhoud })
}

/** One button, in the same place, whatever they chose. */
function terug(scherm: Kanaalscherm, { regels, verklaringen }: Voorkeurbeeld): Html | undefined {
  const isIets =
    verklaringen.some(({ ingetrokken }) => ingetrokken === undefined) ||
    regels.some(({ keuze }) => keuze.kanaal !== undefined || keuze.melding !== undefined)
  if (!isIets || !scherm.kanVastleggen) return undefined
  return terugvorm(scherm)
}

function terugvorm(scherm: Kanaalscherm): Html {
  const { t } = scherm.verzoek.context.spraak
  return html`<section class="vd-section" id="terug"><h2>${t('kanalen.terug.titel')}</h2><p>${t('kanalen.terug.tekst')}</p>
<form method="post" action="${plekAdres(scherm, 'terug')}">${scherm.verborgen}<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="terug" value="alles">${t('kanalen.terug.knop')}</button></form></section>`
}

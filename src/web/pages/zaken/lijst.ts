/** The list of cases: what they must do first, then what runs or what is done; who answered at the end. */
import { ONDERWERPEN } from '../../../corpus/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { sleutelVan, type Zaakbeeld, type Zakenblik } from '../../../zaken/index.ts'
import { opsomming } from '../../ui/spraak.ts'
import { woorden } from '../gebeurtenissen/woorden.ts'
import { antwoordzin, bronnenDeel, type Telling, telBronnen } from './bronnen-deel.ts'
import {
  type Bladzij,
  bladzijVan,
  deelIn,
  filterdelen,
  HOOGSTENS_ZOEKTEKENS,
  type Ingedeeld,
  KAARTEN_TOT,
  type Zakenfilter,
} from './filter.ts'
import { kaart, type Lijstdelen, rij } from './kaart.ts'
import { plekAdres, type Scherm } from './scherm.ts'
import { organisatieVan } from './woorden.ts'

export interface LijstDelen {
  readonly scherm: Scherm
  readonly blik: Zakenblik
  readonly filter: Zakenfilter
  /** Cases may be left out of it: «none» cannot be said. */
  readonly isDeel?: boolean
  /** Below what the resident sees: what the role of a professional allows besides. */
  readonly meer?: Html
}

/** Each part with a name is what the script renews while organisations answer; without it a link does the same. */
export function zakenlijst({ scherm, blik, filter, isDeel = false, meer }: LijstDelen): Html {
  const { spraak } = scherm.context
  const { t } = spraak
  const bekend = new Map(blik.zaken.map((zaak) => [sleutelVan(zaak.ref), zaak]))
  const ingedeeld = deelIn(blik.zaken, filter, {
    spraak,
    naamVan: (id) => organisatieVan(scherm, id).naam,
  })
  const telling = telBronnen(blik)
  const delen: Lijstdelen = { scherm, bekend }
  const nieuws = `${antwoordzin(scherm, telling)} ${t(telzin(scherm, isDeel), tellingVan(blik.zaken))}`
  return html`<div class="vd-zaken" data-verrijk="zaken"${attrs({ 'data-klaar': blik.isKlaar ? 'ja' : 'nee' })}>
<p class="vd-visually-hidden" role="status" data-nieuws="${nieuws}"></p>
<div class="vd-stack" data-deel="stand">${voortgang(scherm, blik, filter, { telling, isDeel })}</div>
<div data-deel="actie">${
    ingedeeld.actie.length > 0 &&
    html`<section class="vd-section" aria-labelledby="te-doen"><h2 id="te-doen">${t(scherm.kant === 'balie' ? 'zaken.balie.te_doen' : 'zaken.te_doen', { n: ingedeeld.actie.length })}</h2>
<ul class="vd-kaarten">${ingedeeld.actie.map((zaak) => kaart(delen, zaak))}</ul></section>`
  }</div>
<div data-deel="taken">${losse(scherm, blik)}</div>
<div data-deel="filter">${blik.zaken.length > 1 && filtervorm(scherm, blik, filter)}</div>
<div class="vd-section" data-deel="lijst">${tabs(scherm, ingedeeld, filter)}
${deLijst(delen, ingedeeld, { blik, filter, telling, isDeel })}</div>
<section class="vd-section vd-bronnen" data-deel="bronnen" aria-labelledby="wie-antwoordde">${bronnenDeel(scherm, blik)}</section>
${meer !== undefined && html`<div class="vd-stack" data-deel="meer">${meer}</div>`}
</div>`
}

/** What is asked of them outside the cases in the list, and where we could not ask it. */
function losse(scherm: Scherm, { losseTaken = [], takenOnbekend = [] }: Zakenblik): Html | undefined {
  const { spraak } = scherm.context
  if (losseTaken.length + takenOnbekend.length === 0) return undefined
  const namen = takenOnbekend.map((id) => organisatieVan(scherm, id).naam)
  const van = vanWie(scherm)
  return html`${
    losseTaken.length > 0 &&
    html`<section class="vd-section" aria-labelledby="los"><h2 id="los">${spraak.t('taken.los')}</h2>
<ul class="vd-list">${losseTaken.map(({ bron, taak }) => {
      const { tekst, lang } = woorden(spraak, taak.titel)
      const wat = scherm.isAlleenKijken
        ? html`<span${attrs({ lang })}>${tekst}</span>`
        : html`<a href="${taak.uitvoering.elders.href}" rel="external noreferrer"${attrs({ lang })}>${tekst}</a>`
      return html`<li>${wat} (${organisatieVan(scherm, bron).naam})</li>`
    })}</ul></section>`
  }${
    namen.length > 0 &&
    html`<details class="vd-details" id="taken-onbekend"><summary>${spraak.t(van === 'zaken' ? 'taken.taken_onbekend' : `${van}.taken_onbekend`, { n: namen.length })}</summary><p>${opsomming(spraak, namen)}</p>
<form method="post" action="${plekAdres(scherm, 'opnieuw')}">${scherm.verborgen}<button class="utrecht-button utrecht-button--secondary-action" name="bron" value="${takenOnbekend.join(' ')}" id="taken-opnieuw">${spraak.t('zaken.bronnen.opnieuw')}</button></form></details>`
  }`
}

/** Where the sentences stand that say whose cases these are. */
function vanWie({ kant, isAlleenKijken }: Scherm): 'zaken' | 'zaken.kind' | 'zaken.balie' {
  if (kant === 'balie') return 'zaken.balie'
  return isAlleenKijken === true ? 'zaken.kind' : 'zaken'
}

/** How many they have, or, of whom cases may be left out, how many stand here. */
function telzin(scherm: Scherm, isDeel: boolean): string {
  return isDeel ? 'zaken.telling_deel' : `${vanWie(scherm)}.telling`
}

function tellingVan(zaken: readonly Zaakbeeld[]) {
  const afgerond = zaken.filter(({ einde }) => einde !== undefined).length
  return { lopend: zaken.length - afgerond, afgerond }
}

/** How much there is, and that more may come: with the link that asks what has come since. */
function voortgang(
  scherm: Scherm,
  { zaken, isKlaar }: Zakenblik,
  filter: Zakenfilter,
  { telling, isDeel }: { readonly telling: Telling; readonly isDeel: boolean },
): Html {
  const { t } = scherm.context.spraak
  const { gevraagd, geantwoord, mislukt } = telling
  const soms = telling.isVolledig ? telzin(scherm, isDeel) : 'zaken.telling_tot_nu'
  return html`${zaken.length > 0 && html`<p class="vd-lead">${t(soms, tellingVan(zaken))}</p>`}
${
  !isKlaar &&
  html`<div class="vd-voortgang"><progress max="${Math.max(1, gevraagd)}" value="${geantwoord + mislukt}" aria-label="${t('zaken.bronnen.titel')}"></progress>
<p>${antwoordzin(scherm, telling)} ${t('zaken.vult_aan')}</p>${vernieuw(scherm, filter)}</div>`
}
${isKlaar && mislukt > 0 && html`<p class="vd-notice">${t(`${vanWie(scherm)}.niet_volledig`, { n: mislukt })} <a href="#wie-antwoordde">${t('zaken.naar_bronnen')}</a></p>`}`
}

/** A link; with something typed a form, so that it stands in no address. */
function vernieuw(scherm: Scherm, filter: Zakenfilter): Html {
  const { t } = scherm.context.spraak
  if (filter.tekst === '')
    return html`<a class="utrecht-button utrecht-button--secondary-action vd-screen-only" href="${plekAdres(scherm, 'lijst', { filter: filterdelen(filter) })}">${t('zaken.vernieuw')}</a>`
  return html`<form method="post" action="${plekAdres(scherm, 'zoek')}" data-vernieuw>${scherm.verborgen}${verborgenFilter(filter)}<input type="hidden" name="tekst" value="${filter.tekst}"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('zaken.vernieuw')}</button></form>`
}

function verborgenFilter(filter: Zakenfilter): Html {
  return html`${Object.entries(filterdelen(filter)).map(([naam, waarde]) => html`<input type="hidden" name="${naam}" value="${waarde}">`)}`
}

/**
 * Choices go by the address, what is typed by a form that is sent: two forms. With few cases they are folded away.
 */
function filtervorm(scherm: Scherm, { zaken }: Zakenblik, filter: Zakenfilter): Html {
  const { spraak } = scherm.context
  const { t } = spraak
  const organisaties = [...new Set(zaken.map(({ organisatie }) => organisatie))]
    .map((id) => [id, organisatieVan(scherm, id).naam] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, 'nl'))
  const onderwerpen = ONDERWERPEN.filter((een) => zaken.some(({ onderwerp }) => onderwerp === een)).map(
    (een) => [een, t(`zaken.onderwerp.${een}`)] as const,
  )
  const isGebruikt = filter.tekst !== '' || filter.organisatie !== undefined || filter.onderwerp !== undefined
  const leeg = plekAdres(scherm, 'lijst', {
    filter: filter.stand === 'afgerond' ? { stand: 'afgerond' } : {},
  })
  return html`<details class="vd-details vd-fold vd-no-print" id="zoek-zaken"${attrs({ open: isGebruikt })}><summary>${t('zaken.zoeken.titel')}</summary><div>
<form class="vd-search" method="post" action="${plekAdres(scherm, 'zoek')}" role="search">${scherm.verborgen}${verborgenFilter(filter)}
<label class="utrecht-form-label" for="tekst">${t(scherm.kant === 'balie' ? 'zaken.balie.zoek' : 'zaken.zoeken.label')}</label>
<div class="vd-search__row"><input class="utrecht-textbox utrecht-textbox--html-input" type="search"${attrs({ id: 'tekst', name: 'tekst', value: filter.tekst, maxlength: HOOGSTENS_ZOEKTEKENS, autocomplete: 'off', enterkeyhint: 'search' })}>
<button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('zaken.zoeken.knop')}</button></div></form>
<form class="vd-zaken__filter" method="get" action="${plekAdres(scherm, 'lijst')}">
${filter.stand === 'afgerond' && html`<input type="hidden" name="stand" value="afgerond">`}
${keuze('organisatie', t('zaken.tabel.organisatie'), organisaties, filter.organisatie)}
${keuze('onderwerp', t('zaken.zoeken.onderwerp'), onderwerpen, filter.onderwerp)}
<button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('zaken.zoeken.toon')}</button></form>
${isGebruikt && html`<p><a href="${leeg}">${t('zaken.zoeken.wis')}</a></p>`}</div></details>`

  function keuze(
    naam: string,
    label: string,
    opties: readonly (readonly [string, string])[],
    gekozen: string | undefined,
  ): Html {
    return html`<div class="vd-zaken__keuze"><label class="utrecht-form-label" for="${naam}">${label}</label>
<select class="vd-select" id="${naam}" name="${naam}"><option value="">${t('zaken.zoeken.alles')}</option>${opties.map(([waarde, tekst]) => html`<option value="${waarde}"${attrs({ selected: waarde === gekozen })}>${tekst}</option>`)}</select></div>`
  }
}

/** Running and done, with how many; the words that were typed go along only within a form. */
function tabs(scherm: Scherm, ingedeeld: Ingedeeld, filter: Zakenfilter): Html {
  const { t } = scherm.context.spraak
  const naam = { lopend: ingedeeld.actie.length > 0 ? 'ook_lopend' : 'lopend', afgerond: 'afgerond' } as const
  const aantal = { lopend: ingedeeld.lopend.length, afgerond: ingedeeld.afgerond.length }
  const tab = (stand: Zakenfilter['stand']): Html => {
    const isHier = filter.stand === stand
    const wat = html`${t(`zaken.tab.${naam[stand]}`)} <span class="vd-count">${aantal[stand]}</span>`
    const anders = { ...filter, stand, bladzij: 1 }
    if (filter.tekst === '' || isHier)
      return html`<li><a href="${plekAdres(scherm, 'lijst', { filter: filterdelen(anders) })}"${attrs({ 'aria-current': isHier ? 'page' : undefined, id: `tab-${stand}` })}>${wat}</a></li>`
    return html`<li><form method="post" action="${plekAdres(scherm, 'zoek')}">${scherm.verborgen}${verborgenFilter(anders)}<input type="hidden" name="tekst" value="${filter.tekst}"><button class="vd-link-button" type="submit" id="tab-${stand}">${wat}</button></form></li>`
  }
  return html`<nav class="vd-zaken__tabs" aria-label="${t('zaken.tab.naam')}"><ul>${tab('lopend')}${tab('afgerond')}</ul></nav>`
}

function deLijst(
  delen: Lijstdelen,
  ingedeeld: Ingedeeld,
  {
    blik,
    filter,
    telling,
    isDeel,
  }: {
    readonly blik: Zakenblik
    readonly filter: Zakenfilter
    readonly telling: Telling
    readonly isDeel: boolean
  },
): Html {
  const { scherm } = delen
  const { t } = scherm.context.spraak
  const zaken = ingedeeld[filter.stand]
  const kop = html`<h2 class="vd-visually-hidden">${t(`zaken.tab.${filter.stand}`)}</h2>`
  if (zaken.length === 0) return html`${kop}<p>${leegzin()}</p>`
  if (zaken.length < KAARTEN_TOT)
    return html`${kop}<ul class="vd-kaarten">${zaken.map((zaak) => kaart(delen, zaak))}</ul>`
  const bladzij = bladzijVan(zaken, filter)
  return html`${kop}${tabel(delen, bladzij, filter)}${bladeren(scherm, bladzij, filter)}`

  /** «None» is said only when everybody answered. */
  function leegzin(): string {
    if (blik.zaken.length > 0) return t(`zaken.leeg.${filter.stand}`)
    if (!blik.isKlaar) return t('zaken.leeg.bezig')
    if (isDeel) return t('zaken.leeg.deel')
    return telling.isVolledig && telling.kentNiet === 0
      ? t(`${vanWie(scherm)}.leeg.niets`, { n: telling.gevraagd })
      : t(`${vanWie(scherm)}.leeg.niet_zeker`)
  }
}

function tabel(delen: Lijstdelen, { rij: zaken }: Bladzij, { stand }: Zakenfilter): Html {
  const { t } = delen.scherm.context.spraak
  const koppen = [
    'zaken.tabel.zaak',
    'zaken.tabel.stand',
    stand === 'afgerond' ? 'zaken.resultaat' : 'zaken.wanneer.titel',
  ]
  return html`<table class="vd-zakentabel" role="table"><caption class="vd-visually-hidden">${t(`zaken.tab.${stand}`)}</caption>
<thead role="rowgroup"><tr role="row">${koppen.map((kop) => html`<th role="columnheader" scope="col">${t(kop)}</th>`)}</tr></thead>
<tbody role="rowgroup">${zaken.map((zaak) => rij(delen, zaak))}</tbody></table>`
}

function bladeren(scherm: Scherm, { nu, bladzijden }: Bladzij, filter: Zakenfilter): Html | undefined {
  if (bladzijden === 1) return undefined
  const { t } = scherm.context.spraak
  return html`<nav class="vd-zaken__bladzijden" aria-label="${t('zaken.bladzij.naam')}"><ul>${Array.from(
    { length: bladzijden },
    (_, i) => html`<li>${stap(i + 1)}</li>`,
  )}</ul></nav>`

  function stap(n: number): Html {
    const wat = html`<span class="vd-visually-hidden">${t('zaken.bladzij.een')} </span>${n}`
    if (filter.tekst === '' || n === nu)
      return html`<a href="${plekAdres(scherm, 'lijst', { filter: filterdelen(filter), n })}"${attrs({ 'aria-current': n === nu ? 'page' : undefined })}>${wat}</a>`
    return html`<form method="post" action="${plekAdres(scherm, 'zoek')}">${scherm.verborgen}${verborgenFilter(filter)}<input type="hidden" name="n" value="${n}"><input type="hidden" name="tekst" value="${filter.tekst}"><button class="vd-link-button" type="submit">${wat}</button></form>`
  }
}

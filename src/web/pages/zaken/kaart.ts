/** One case in the list: as a card, and as a row of a table. The same words in both. */
import { attrs, type Html, html } from '../../../platform/index.ts'
import { sleutelVan, type Zaakbeeld } from '../../../zaken/index.ts'
import { merk } from '../../ui/merk.ts'
import { wieIsHet } from '../../ui/organisatie.ts'
import { type Scherm, zaakAdres } from './scherm.ts'
import { moetIets, organisatieVan, titelVan, wanneer, zeg, zin } from './woorden.ts'

/** What a list knows beside one case: the others, by their address at their source. */
export interface Lijstdelen {
  readonly scherm: Scherm
  readonly bekend: ReadonlyMap<string, Zaakbeeld>
}

/** Its place on the page, so that a list that fills in keeps what one looks at in sight. */
function plekIn({ ref: { bron, uuid } }: Zaakbeeld): string {
  return `zaak-${bron}-${uuid}`
}

export function kaart(delen: Lijstdelen, zaak: Zaakbeeld): Html {
  const { scherm } = delen
  const { t } = scherm.context.spraak
  const moet = moetIets(zaak)
  return html`<li class="vd-zaak${moet && ' vd-zaak--actie'}" id="${plekIn(zaak)}">
${merken(scherm, zaak)}
<h3 class="vd-zaak__titel">${naarZaak(scherm, zaak)}</h3>
<p class="vd-zaak__wie">${wie(scherm, zaak)}</p>
${verstuurdzin(scherm, zaak)}
<p>${stand(scherm, zaak)}</p>
<dl class="vd-zaak__feiten">${
    zaak.einde === undefined
      ? html`${feit(t('zaken.daarna'), daarna(scherm, zaak))}${feit(t('zaken.wanneer.titel'), wanneer(scherm, zaak))}`
      : feit(t('zaken.resultaat'), resultaat(scherm, zaak))
  }</dl>
${keten(delen, zaak)}</li>`
}

/** An operator opens one by the form of the preview, which carries the rules along. */
function naarZaak(scherm: Scherm, zaak: Zaakbeeld): Html {
  const titel = titelVan(scherm, zaak)
  if (scherm.kant !== 'voorbeeld') return html`<a href="${zaakAdres(scherm, zaak.ref)}">${titel}</a>`
  return html`<button class="vd-link-button" type="submit" form="bekijk" name="zaak" value="${zaak.ref.uuid}">${titel}</button>`
}

function feit(naam: string, wat: Html): Html {
  return html`<div><dt>${naam}</dt><dd>${wat}</dd></div>`
}

/** Each cell names its column: on a phone the table is a list of rows. */
export function rij(delen: Lijstdelen, zaak: Zaakbeeld): Html {
  const { scherm } = delen
  const { t } = scherm.context.spraak
  const isKlaar = zaak.einde !== undefined
  const cel = (kop: string, wat: Html): Html =>
    html`<td role="cell" data-kop="${t(kop)}"><div>${wat}</div></td>`
  return html`<tr role="row" id="${plekIn(zaak)}"><th role="rowheader" scope="row"><a href="${zaakAdres(scherm, zaak.ref)}">${titelVan(scherm, zaak)}</a>
<p class="vd-zaak__wie">${wie(scherm, zaak)}</p>${merken(scherm, zaak, false)}${keten(delen, zaak)}</th>
${cel('zaken.tabel.stand', html`${verstuurdzin(scherm, zaak)}${stand(scherm, zaak)}${!isKlaar && zaak.straks !== undefined && html`<br><span class="vd-calm">${daarna(scherm, zaak)}</span>`}`)}
${isKlaar ? cel('zaken.resultaat', resultaat(scherm, zaak)) : cel('zaken.wanneer.titel', wanneer(scherm, zaak))}</tr>`
}

/** And since when: somebody may have the same kind of case twice at one organisation. */
function wie(scherm: Scherm, { organisatie, start }: Zaakbeeld): Html {
  const { spraak } = scherm.context
  const sinds = spraak.t('zaken.sinds_dag', { datum: spraak.datum(start) })
  return html`${wieIsHet(spraak, organisatieVan(scherm, organisatie))} <span class="vd-calm">${sinds}</span>`
}

/** A state in a word, and what stands out: that they must act, that it is late, that it is silent. */
export function merken(scherm: Scherm, zaak: Zaakbeeld, metGroep = true): Html | undefined {
  const { t } = scherm.context.spraak
  const { groep, signalen } = zaak
  const moet = moetIets(zaak)
  const toonGroep = metGroep && groep !== undefined && groep !== 'wacht-op-u'
  if (!moet && !toonGroep && signalen.length === 0) return undefined
  const wat = zaak.openTaken === undefined ? t('zaken.merk.actie') : t('taken.aantal', { n: zaak.openTaken })
  return html`<p class="vd-zaak__merken">${moet && merk(wat, 'misschien')}
${toonGroep && merk(t(`zaken.groep.${groep}`), groep === 'beslist' || groep === 'afgerond' ? 'zeker' : 'rustig')}
${signalen.map(({ soort }) => html`<span class="vd-badge vd-badge--${soort === 'te-laat' ? 'alarm' : 'misschien'}">${t(`zaken.merk.${soort}`)}</span>`)}</p>`
}

/** What they sent says more than the name of a status that is older. */
export function verstuurdzin({ context: { spraak } }: Scherm, { verstuurdOp }: Zaakbeeld): Html | undefined {
  if (verstuurdOp === undefined) return undefined
  return html`<p>${spraak.t('zaken.nu.verstuurd', { datum: spraak.datum(verstuurdOp) })}</p>`
}

export function stand(scherm: Scherm, { status, einde }: Zaakbeeld): Html {
  const { t, datum } = scherm.context.spraak
  const zegt = status === undefined ? html`${t('zaken.stand_onbekend')}` : zin(scherm, status)
  return einde === undefined ? zegt : html`${zegt} ${t('zaken.afgerond_op', { datum: datum(einde) })}`
}

export function daarna(scherm: Scherm, { straks }: Zaakbeeld): Html {
  return straks === undefined
    ? html`${scherm.context.spraak.t('zaken.daarna_onbekend')}`
    : zin(scherm, straks)
}

export function resultaat(scherm: Scherm, { resultaat: wat }: Zaakbeeld): Html {
  return wat === undefined ? html`${scherm.context.spraak.t('zaken.resultaat_onbekend')}` : zin(scherm, wat)
}

/** What it belongs to, as far as that is in the list; what is elsewhere is counted and not named. */
export function keten({ scherm, bekend }: Lijstdelen, { verwant }: Zaakbeeld): Html | undefined {
  if (verwant.length === 0) return undefined
  const { spraak } = scherm.context
  const { t } = spraak
  const gevonden = verwant.flatMap(({ ref, aard, isOmgekeerd = false }) => {
    const zaak = bekend.get(sleutelVan(ref))
    return zaak === undefined ? [] : [{ zaak, aard: isOmgekeerd ? `${aard}_om` : aard }]
  })
  const elders = verwant.length - gevonden.length
  return html`<ul class="vd-zaak__keten">${gevonden.map(({ zaak, aard }) => {
    const { naam, lang } = organisatieVan(scherm, zaak.organisatie)
    const titel = zeg(spraak, zaak.titel)
    return html`<li>${t(`zaken.keten.${aard}`)} <a href="${zaakAdres(scherm, zaak.ref)}"${attrs({ lang: titel.lang })}>${titel.tekst}</a> (<span${attrs({ lang })}>${naam}</span>)</li>`
  })}${elders > 0 && html`<li>${t('zaken.keten.elders', { n: elders })}</li>`}</ul>`
}

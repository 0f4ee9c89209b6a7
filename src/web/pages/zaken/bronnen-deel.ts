/** Who was asked and who answered: never a gap that nobody mentions. */
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Bronstand, Zakenblik } from '../../../zaken/index.ts'
import { plekAdres, type Scherm } from './scherm.ts'
import { organisatieVan, tijdstip } from './woorden.ts'

type Bron = Zakenblik['bronnen'][number]

export interface Telling {
  /** That could be asked. */
  readonly gevraagd: number
  readonly geantwoord: number
  readonly bezig: number
  readonly mislukt: number
  readonly kentNiet: number
  /** Everybody that was asked answered, and with everything there is. */
  readonly isVolledig: boolean
}

export function telBronnen({ bronnen }: Pick<Zakenblik, 'bronnen'>): Telling {
  const tel = (soort: Bronstand['soort']): number =>
    bronnen.filter(({ stand }) => stand.soort === soort).length
  const kentNiet = tel('kent-hen-niet')
  const geantwoord = tel('geantwoord')
  const gevraagd = bronnen.length - kentNiet
  const isHeel = bronnen.every(({ stand }) => stand.soort !== 'geantwoord' || stand.isVolledig)
  return {
    gevraagd,
    geantwoord,
    bezig: tel('bezig'),
    mislukt: tel('mislukt'),
    kentNiet,
    isVolledig: isHeel && geantwoord === gevraagd,
  }
}

export function antwoordzin({ context: { spraak } }: Scherm, { gevraagd, geantwoord }: Telling): string {
  return spraak.t('zaken.bronnen.geantwoord', { geantwoord, n: gevraagd })
}

export function bronnenDeel(scherm: Scherm, blik: Zakenblik): Html {
  const { t } = scherm.context.spraak
  const telling = telBronnen(blik)
  const van = (soort: Bronstand['soort']): readonly Bron[] =>
    blik.bronnen.filter(({ stand }) => stand.soort === soort)
  const half = van('geantwoord').filter(({ stand }) => stand.soort === 'geantwoord' && !stand.isVolledig)
  return html`<h2 id="wie-antwoordde">${t('zaken.bronnen.titel')}</h2>
<p>${antwoordzin(scherm, telling)}${telling.bezig > 0 && ` ${t('zaken.bronnen.bezig', { n: telling.bezig })}`}</p>
${van('mislukt').length > 0 && html`<ul class="vd-bron-rijen">${van('mislukt').map((bron) => mislukt(scherm, bron))}</ul>`}
${half.length > 0 && html`<ul class="vd-list">${half.map(({ bron }) => html`<li>${naam(scherm, bron)}: ${t('zaken.bronnen.half')}</li>`)}</ul>`}
${telling.kentNiet > 0 && html`<p>${t('zaken.bronnen.kent_niet', { n: telling.kentNiet })}</p>`}
${overgeslagen(scherm, nietGevraagd(blik))}
<details class="vd-details" id="alle-bronnen"><summary>${t('zaken.bronnen.alle')}</summary><ul class="vd-bron-lijst">${[
    ...blik.bronnen,
  ]
    .sort((a, b) =>
      organisatieVan(scherm, a.bron).naam.localeCompare(organisatieVan(scherm, b.bron).naam, 'nl'),
    )
    .map(
      ({ bron, stand }) =>
        html`<li>${naam(scherm, bron)} <span class="vd-calm">${standzin(scherm, stand)}</span></li>`,
    )}</ul>${vernieuwAlle(scherm, van('geantwoord'))}</details>`
}

/** What they said may be a quarter of an hour old. */
function vernieuwAlle(scherm: Scherm, bronnen: readonly Bron[]): Html | undefined {
  if (bronnen.length === 0) return undefined
  return html`<form class="vd-no-print" method="post" action="${plekAdres(scherm, 'opnieuw')}">${scherm.verborgen}<button class="utrecht-button utrecht-button--secondary-action" name="bron" value="${bronnen.map(({ bron }) => bron).join(' ')}" id="vernieuw-alle">${scherm.context.spraak.t('zaken.bronnen.vernieuw_alle')}</button></form>`
}

/** What is missing, since when, what is known of it, and the way to ask once more. */
function mislukt(scherm: Scherm, { bron, stand }: Bron): Html | undefined {
  if (stand.soort !== 'mislukt') return undefined
  const { t } = scherm.context.spraak
  const { naam: hoe } = organisatieVan(scherm, bron)
  return html`<li class="vd-bron-rij"><div><strong>${naam(scherm, bron)}</strong><br>
${t(`zaken.waarom.${stand.waarom}`)} ${
    stand.laatstGezien === undefined
      ? t('zaken.bronnen.nooit')
      : t('zaken.bronnen.laatst', { moment: tijdstip(scherm, stand.laatstGezien) })
  }${stand.bekend !== undefined && stand.bekend > 0 && ` ${t('zaken.bronnen.bekend', { n: stand.bekend })}`}</div>
<form method="post" action="${plekAdres(scherm, 'opnieuw')}">${scherm.verborgen}<button class="utrecht-button utrecht-button--secondary-action"${attrs({ name: 'bron', value: bron, id: `opnieuw-${bron}` })}>${t('zaken.bronnen.opnieuw')}<span class="vd-visually-hidden">: ${hoe}</span></button></form></li>`
}

/** Passed over and not asked since. */
function nietGevraagd({ overgeslagen: niet = [], bronnen }: Zakenblik): readonly string[] {
  return niet.filter((id) => !bronnen.some(({ bron }) => bron === id))
}

/** Not asked because there was nothing of theirs not long ago: they may want it asked all the same. */
function overgeslagen(scherm: Scherm, bronnen: readonly string[]): Html | undefined {
  if (bronnen.length === 0) return undefined
  const { t } = scherm.context.spraak
  return html`<div class="vd-bron-rij"><div>${t('zaken.bronnen.overgeslagen', { n: bronnen.length })}</div>
<form method="post" action="${plekAdres(scherm, 'opnieuw')}">${scherm.verborgen}<button class="utrecht-button utrecht-button--secondary-action" name="bron" value="${bronnen.join(' ')}" id="vraag-alle">${t('zaken.bronnen.vraag_alle')}</button></form></div>`
}

function standzin(scherm: Scherm, stand: Bronstand): string {
  const { t } = scherm.context.spraak
  switch (stand.soort) {
    case 'bezig':
      return t('zaken.bronnen.stand.bezig')
    case 'geantwoord':
      return t('zaken.bronnen.stand.geantwoord', { moment: tijdstip(scherm, stand.op) })
    case 'mislukt':
      return t('zaken.bronnen.stand.mislukt')
    case 'kent-hen-niet':
      return t('zaken.bronnen.stand.kent_niet')
  }
}

function naam(scherm: Scherm, bron: string): Html {
  const { naam: hoe, lang } = organisatieVan(scherm, bron)
  return html`<span${attrs({ lang })}>${hoe}</span>`
}

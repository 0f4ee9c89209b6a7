import { KANALEN } from '../../corpus/index.ts'
import type { Kanaal } from '../../engine/index.ts'
import { attrs, type Html, html } from '../../platform/index.ts'
import { belAdres, hostVan, type Kanaalsoort, type Kanalen, kanaalnaam, kanaaltekst } from './kanalen.ts'
import type { Spraak } from './spraak.ts'

/** Three ways stand in a row; of more, two, and the others wait behind «Andere manieren». */
const IN_DE_RIJ = 3

export interface WegenDelen {
  readonly spraak: Spraak
  readonly kanalen: Kanalen
  /** What the ways are for; a screen reader hears it with each. */
  readonly titel: string
  readonly isNu: boolean
}

/** Every way as a button: a page and a phone number at once, what takes words opens in its place. */
export function wegenrij({ spraak, kanalen, titel, isNu }: WegenDelen): Html {
  const { t } = spraak
  const soorten = KANALEN.filter((soort) => kanalen[soort] !== undefined)
  const verborgen = html`<span class="vd-visually-hidden">: ${titel}</span>`
  const aantal = soorten.length > IN_DE_RIJ ? IN_DE_RIJ - 1 : IN_DE_RIJ
  const rij = soorten.slice(0, aantal)
  const rest = soorten.slice(aantal)
  return html`<div class="vd-ways">
${rij.map((soort) => weg(soort))}
${rest.length > 0 && html`<details class="vd-way"><summary class="utrecht-button utrecht-button--secondary-action">${t('gebeurtenis.wegen.meer')}${verborgen}</summary>${wegenlijst(spraak, kanalen, rest)}</details>`}
</div>`

  function weg(soort: Kanaalsoort): Html | undefined {
    const kanaal = kanalen[soort]
    if (kanaal === undefined) return undefined
    // Words about a website go before it: «vraag uw gemeente of het online kan».
    if (soort === 'web' && kanaal.url !== undefined && kanaal.tekst === undefined) {
      const tekst = kanaal.met
        ? t('gebeurtenis.wegen.online', { met: kanaal.met })
        : html`${t('gebeurtenis.wegen.website')}<span class="vd-visually-hidden"> ${hostVan(kanaal.url)}</span>`
      return html`<a class="utrecht-button ${isNu && kanaal.met ? 'utrecht-button--primary-action' : 'utrecht-button--secondary-action'}" href="${kanaal.url}">${tekst}${verborgen}</a>`
    }
    if (soort === 'telefoon' && kanaal.nummer !== undefined) {
      return html`<a class="utrecht-button utrecht-button--secondary-action" href="${belAdres(kanaal.nummer)}">${t('gebeurtenis.wegen.bel', { nummer: kanaal.nummer })}${verborgen}</a>`
    }
    return html`<details class="vd-way"><summary class="utrecht-button utrecht-button--secondary-action">${kanaalnaam(spraak, soort, kanaal)}${verborgen}</summary><div class="vd-way__text">${wegtekst(spraak, kanaal)}</div></details>`
  }
}

/** Where somebody can ask about it, apart from where it is done; nothing when each way leads there. */
export function vraagwegen(spraak: Spraak, vragen: Kanalen, titel: string): Html | undefined {
  if (Object.keys(vragen).length === 0) return undefined
  return html`<details class="vd-details"><summary>${spraak.t('gebeurtenis.wegen.vragen')}<span class="vd-visually-hidden"> ${titel}</span></summary><div>${wegenlijst(spraak, vragen)}</div></details>`
}

/** The ways in words, one below the other, for what opens and for paper. */
export function wegenlijst(
  spraak: Spraak,
  kanalen: Kanalen,
  soorten: readonly Kanaalsoort[] = KANALEN,
): Html {
  return html`<ul class="vd-way__list">${soorten.map((soort) => {
    const kanaal = kanalen[soort]
    return (
      kanaal &&
      html`<li><strong>${kanaalnaam(spraak, soort, kanaal)}</strong><br>${wegtekst(spraak, kanaal)}</li>`
    )
  })}</ul>`
}

/** Everything we know of one way: what to do, the number, the hours, the address. */
function wegtekst(spraak: Spraak, kanaal: Kanaal): Html {
  const lang = spraak.taal === 'nl' ? undefined : 'nl'
  const tekst = kanaaltekst(spraak, kanaal)
  const tekstLang = kanaal.tekst?.[spraak.taal] === undefined ? lang : undefined
  const delen = [
    tekst && html`<span${attrs({ lang: tekstLang })}>${tekst}</span>`,
    kanaal.nummer &&
      html`<a href="${belAdres(kanaal.nummer)}">${kanaal.nummer}</a>${kanaal.naam && html` <span${attrs({ lang })}>(${kanaal.naam})</span>`}`,
    kanaal.uren && html`<span${attrs({ lang })}>${kanaal.uren}</span>`,
    kanaal.adres && html`<span${attrs({ lang })}>${kanaal.adres}</span>`,
    kanaal.url && html`<a href="${kanaal.url}">${hostVan(kanaal.url)}</a>${kanaal.met && ` (${kanaal.met})`}`,
  ].filter((deel) => deel !== undefined && deel !== '')
  return html`${delen.map((deel, i) => html`${i > 0 && html`<br>`}${deel}`)}`
}

/** The same in plain lines, for a calendar. */
export function kanaalregels(spraak: Spraak, kanalen: Kanalen): string[] {
  return KANALEN.flatMap((soort) => {
    const kanaal = kanalen[soort]
    if (kanaal === undefined) return []
    const delen = [kanaaltekst(spraak, kanaal), kanaal.nummer, kanaal.adres, kanaal.url]
    return `${kanaalnaam(spraak, soort, kanaal)}: ${delen.filter(Boolean).join(' ')}`
  })
}

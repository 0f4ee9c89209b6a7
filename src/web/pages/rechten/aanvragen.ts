import type { Kanaal, RegelingInfo } from '../../../engine/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Spraak } from '../../ui/spraak.ts'
import { type Beeld, uitvoerderVan } from './beeld.ts'
import { kanaaltekst, regelingtekst } from './zinnen.ts'

const VOLGORDE = [
  'web',
  'telefoon',
  'balie',
  'brief',
  'informatiepunt',
  'email',
  'sms',
  'berichtenbox',
] as const

export interface AanvraagDelen {
  readonly spraak: Spraak
  readonly beeld: Beeld
  readonly regeling: RegelingInfo
  readonly isNu: boolean
}

/** How to apply: every way there is, digital first but never alone. */
export function aanvragen({ spraak, beeld, regeling, isNu }: AanvraagDelen): Html {
  const { t } = spraak
  const { tekst, lang } = regelingtekst(spraak, regeling)
  const uitvoerder = uitvoerderVan(beeld, regeling.uitvoerder)
  const kanalen: Readonly<Record<string, Kanaal>> = { ...uitvoerder.kanalen, ...regeling.kanalen }
  return html`<section class="vd-section" id="aanvragen"><h2>${t('regeling.aanvragen.titel')}</h2>
${tekst.aanvragen && html`<p${attrs({ lang })}>${tekst.aanvragen}</p>`}
${tekst.let_op && html`<p class="vd-note"${attrs({ lang })}>${tekst.let_op}</p>`}
<p>${t('regeling.aanvragen.bij', { naam: uitvoerder.naam })}</p>
<ul class="vd-channels">${VOLGORDE.map((soort) => kanalen[soort] && weg(spraak, soort, kanalen[soort], isNu))}</ul>
<p><a href="${adres(spraak.taal, 'print')}">${t('overzicht.print')}</a></p></section>`
}

function weg(spraak: Spraak, soort: (typeof VOLGORDE)[number], kanaal: Kanaal, isNu: boolean): Html {
  const { t } = spraak
  const uitleg = kanaaltekst(spraak, kanaal)
  const lang = kanaal.tekst?.[spraak.taal] === undefined ? 'nl' : undefined
  const host =
    kanaal.url && URL.canParse(kanaal.url) ? new URL(kanaal.url).host.replace(/^www\./, '') : undefined
  return html`<li class="vd-channel"><h3>${t(`regeling.aanvragen.${soort}`)}</h3>
${uitleg && html`<p${attrs({ lang })}>${uitleg}</p>`}
${kanaal.nummer && html`<p><a class="utrecht-button utrecht-button--secondary-action" href="tel:${kanaal.nummer.replace(/[^+\d]/g, '')}">${kanaal.nummer}</a></p>`}
${kanaal.nummer && kanaal.naam && html`<p class="vd-calm vd-small" lang="nl">${kanaal.naam}${kanaal.uren && `, ${kanaal.uren}`}</p>`}
${kanaal.adres && html`<p lang="nl">${kanaal.adres}</p>`}
${host && html`<p><a class="utrecht-button ${isNu ? 'utrecht-button--primary-action' : 'utrecht-button--secondary-action'}" href="${kanaal.url}">${t('regeling.aanvragen.naar', { naam: host })}</a></p>`}
${soort === 'web' && kanaal.met && html`<p class="vd-calm vd-small">${t('regeling.aanvragen.met', { met: kanaal.met })}</p>`}</li>`
}

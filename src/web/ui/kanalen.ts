import { KANALEN } from '../../corpus/index.ts'
import type { Kanaal } from '../../engine/index.ts'
import { attrs, type Html, html } from '../../platform/index.ts'
import type { Spraak } from './spraak.ts'

/** Every way there is to reach somebody, digital first but never alone. `isNu`: the first way is the thing to do now. */
export function kanaallijst(
  spraak: Spraak,
  kanalen: Readonly<Record<string, Kanaal>>,
  { isNu = false }: { readonly isNu?: boolean } = {},
): Html {
  return html`<ul class="vd-channels">${KANALEN.map((soort) => kanalen[soort] && weg(spraak, soort, kanalen[soort], isNu))}</ul>`
}

export function kanaaltekst(spraak: Spraak, kanaal: Kanaal | undefined): string | undefined {
  return kanaal?.tekst?.[spraak.taal] ?? kanaal?.tekst?.nl
}

function weg(spraak: Spraak, soort: (typeof KANALEN)[number], kanaal: Kanaal, isNu: boolean): Html {
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

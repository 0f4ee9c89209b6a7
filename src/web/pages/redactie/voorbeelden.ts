import { type Html, html } from '../../../platform/index.ts'
import { merk } from '../../ui/merk.ts'
import { nl, type RedactieBeeld, voorbeeldzin } from './redactie-beeld.ts'

/** Per file: what comes out first, what does not always open. */
export function voorbeelden(beeld: RedactieBeeld, regeling: string): Html {
  const { context } = beeld
  const { t, datum } = context.spraak
  const bestanden = beeld.voorbeelden.uitslagen
    .filter((uitslag) => uitslag.regeling === regeling)
    .sort((a, b) => b.bestand.localeCompare(a.bestand))
  return html`<p>${voorbeeldzin(beeld, regeling)}</p>
${bestanden.map(({ bestand, voorbeelden: rij, fouten }) => {
  const fout = rij.filter(({ verschillen }) => verschillen.length > 0)
  const naam = bestand.slice(bestand.lastIndexOf('/') + 1)
  return html`${fouten.length > 0 && html`<p><code>${bestand}</code> ${nl(context, fouten.join(' '))}</p>`}
${fout.length > 0 && html`<ul class="vd-rows">${fout.map(({ naam: titel, verschillen }) => html`<li class="vd-row">${merk(t('redactie.voorbeelden.klopt_niet'), 'misschien')} ${nl(context, titel)}<ul class="vd-list">${verschillen.map((v) => html`<li>${nl(context, v)}</li>`)}</ul></li>`)}</ul>`}
<details class="vd-details"><summary><code>${naam}</code> <span class="vd-count">${rij.length}</span></summary><div><ul class="vd-rows">${rij.map(
    (v) =>
      html`<li class="vd-row"><p><strong>${nl(context, v.naam)}</strong> ${merk(v.verschillen.length === 0 ? t('redactie.voorbeelden.klopt') : t('redactie.voorbeelden.klopt_niet'), v.verschillen.length === 0 ? 'zeker' : 'misschien')}</p>
<p class="vd-small vd-calm">${datum(v.datum)} · ${t(`redactie.voorbeelden.herkomst.${v.herkomst}`)}${v.bron && html` · ${nl(context, v.bron)}`} · ${t('redactie.voorbeelden.verwacht')} <code>${JSON.stringify(v.verwacht)}</code></p></li>`,
  )}</ul></div></details>`
})}`
}

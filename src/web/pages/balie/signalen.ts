import { type Html, html } from '../../../platform/index.ts'
import type { GemerktSignaal } from '../../../zaken/index.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from './eis.ts'
import { baliePagina } from './kader.ts'

/** Named limit: on one page. */
const hoogstens = 200

/** Cases of their own organisation that take too long. Of whom they are does not stand here. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, werker } = eisWerker(verzoek)
  const { t } = verzoek.context.spraak
  const signalen = (await balie.zaaksignalen?.open(werker.subject, hoogstens)) ?? []
  const inhoud = html`<p class="vd-lead">${t('zaaksignaal.balie.inleiding')}</p>
${signalen.length === 0 ? html`<p>${t('zaaksignaal.balie.geen')}</p>` : tabel(verzoek, signalen)}
${signalen.length === hoogstens && html`<p>${t('zaaksignaal.balie.meer', { n: hoogstens })}</p>`}`
  const pagina = baliePagina(verzoek, { titel: t('zaaksignaal.balie.titel'), inhoud, zonderGrond: true })
  return { soort: 'pagina', pagina }
}

function tabel({ context }: Verzoek, signalen: readonly GemerktSignaal[]): Html {
  const { t, datum } = context.spraak
  return html`<table class="vd-figures"><thead><tr><th scope="col">${t('zaaksignaal.balie.zaak')}</th><th scope="col">${t('zaaksignaal.balie.wat')}</th><th scope="col">${t('zaaksignaal.balie.sinds')}</th></tr></thead>
<tbody>${signalen.map(
    ({ nummer, zaaktype, soort, vanaf }) =>
      html`<tr><th scope="row">${nummer ?? t('zaaksignaal.balie.zonder_nummer')}<br><span class="vd-calm vd-small" lang="nl">${zaaktype}</span></th><td>${t(soort === 'stil' ? 'zaaksignaal.balie.stil' : 'zaaksignaal.balie.te_laat')}</td><td>${datum(vanaf)}</td></tr>`,
  )}</tbody></table>`
}

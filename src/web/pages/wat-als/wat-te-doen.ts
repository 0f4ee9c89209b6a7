import { type Html, html } from '../../../platform/index.ts'
import type { Regelverschil, WatAlsSoort } from '../../../rechten/index.ts'
import { adres, type Taal } from '../../routes.ts'
import { belAdres, hostVan } from '../../ui/kanalen.ts'
import { opsomming } from '../../ui/spraak.ts'
import { type Uitvoerder, uitvoerderVan } from '../rechten/beeld.ts'
import { regelingtekst } from '../rechten/zinnen.ts'
import type { UitslagBeeld } from './uitslag-beeld.ts'

/** The life event behind a change, by its id in corpus/gebeurtenissen; more or less work is none. */
const GEBEURTENIS: Readonly<Partial<Record<WatAlsSoort, string>>> = {
  stoppen: 'baan-verliezen',
  samenwonen: 'samenwonen',
  scheiden: 'scheiden',
  kind: 'kind-krijgen',
  verhuizen: 'verhuizen',
  ouder: 'met-pensioen',
}

/** What to do when it really happens, and where: each organisation with its schemes that change. */
export function watTeDoen(delen: UitslagBeeld, regels: readonly Regelverschil[]): Html {
  const { context, dan, nu, watAls } = delen
  const { spraak, taal } = context
  const { t } = spraak
  const per = new Map<string, { readonly wie: Uitvoerder; readonly namen: string[] }>()
  for (const { regeling } of regels) {
    // What does not exist at the new place is stopped at the old one, which carries it out.
    const beeld = dan.regelingen.has(regeling) ? dan : nu
    const info = beeld.regelingen.get(regeling)
    if (!info) continue
    const wie = uitvoerderVan(beeld, info.uitvoerder, taal)
    const al = per.get(wie.naam)?.namen ?? []
    per.set(wie.naam, { wie, namen: [...al, regelingtekst(spraak, info).tekst.titel] })
  }
  const gebeurtenis = gebeurtenisAdres(taal, watAls.soort)
  return html`<section class="vd-section"><h2>${t('wat-als.doen.titel')}</h2>
<p>${t(`wat-als.doen.${watAls.soort}`)}</p>
${gebeurtenis && html`<p><a class="utrecht-button utrecht-button--secondary-action" href="${gebeurtenis}">${t('wat-als.doen.gebeurtenis')}</a></p>`}
${
  per.size > 0 &&
  html`<p>${t('wat-als.doen.waar')}</p><ul class="vd-list">${[...per.values()].map(
    ({ wie: { naam, kanalen }, namen }) => {
      const { web, telefoon } = kanalen
      return html`<li><strong>${naam}</strong>: ${opsomming(spraak, namen)}. <span class="vd-wegen">${web?.url && html`<a href="${web.url}">${t('regeling.aanvragen.naar', { naam: hostVan(web.url) })}</a> `}${telefoon?.nummer && html`<a href="${belAdres(telefoon.nummer)}">${t('gebeurtenis.wegen.bel', { nummer: telefoon.nummer })}</a>`}</span></li>`
    },
  )}</ul>`
}</section>`
}

function gebeurtenisAdres(taal: Taal, soort: WatAlsSoort): string | undefined {
  const gebeurtenis = GEBEURTENIS[soort]
  return gebeurtenis && adres(taal, 'gebeurtenis', { gebeurtenis })
}

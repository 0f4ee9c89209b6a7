import type { GeplandeStap } from '../../../gebeurtenissen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { pagina } from '../../ui/pagina.ts'
import { wegenlijst } from '../../ui/wegen.ts'
import { eerst } from './keten.ts'
import type { PlanBeeld } from './plan-beeld.ts'
import { organisatienaam, termijnzin, woorden } from './woorden.ts'

/** The plan on paper: a box to tick at each step, every address and phone number, large type. */
export function printPagina(plan: PlanBeeld): string {
  const { context, gebeurtenis } = plan
  const { spraak, taal } = context
  const { t } = spraak
  const titel = woorden(spraak, gebeurtenis.titel)
  return pagina(context, {
    stijl: ['rechten.css', 'gebeurtenis.css'],
    titel: titel.tekst,
    actief: 'gebeurtenissen',
    inhoud: html`<a class="vd-back" href="${adres(taal, 'gebeurtenis', { gebeurtenis: gebeurtenis.id })}">${t('gebeurtenis.print.terug')}</a>
<h1${attrs({ lang: titel.lang })}>${titel.tekst}</h1>
<p class="vd-screen-only"><button class="utrecht-button utrecht-button--primary-action" type="button" data-verrijk="print" hidden>${t('print.knop')}</button> <span class="vd-calm">${t('print.hoe')}</span></p>
${planOpPapier(plan)}`,
  })
}

/** The same plan without the page around it, for paper and for the file to keep. */
export function planOpPapier(plan: PlanBeeld): Html {
  const { context, gegevens, vandaag, beeld } = plan
  const { spraak } = context
  const { t } = spraak
  return html`<p>${t('gebeurtenis.print.gemaakt', { datum: spraak.datum(vandaag) })} ${gegevens.datum && t('gebeurtenis.print.datum', { datum: spraak.datum(gegevens.datum) })} ${beeld.plaats && `${beeld.plaats.naam}.`}</p>
<ol class="vd-paper">${plan.plan.stappen.map((stap) => stapOpPapier(plan, stap))}</ol>
${bibliotheek(plan)}
<p class="vd-calm">${t('gebeurtenis.print.geen_besluit')}</p>`
}

/** The library helps with each step in the same way, so paper says it once. */
function bibliotheek({ context: { spraak }, plan }: PlanBeeld): Html | undefined {
  const informatiepunt = plan.stappen.map(({ wie }) => wie.vragen.informatiepunt).find((k) => k !== undefined)
  return informatiepunt && html`<div class="vd-paper">${wegenlijst(spraak, { informatiepunt })}</div>`
}

function stapOpPapier({ context: { spraak }, gebeurtenis, plan }: PlanBeeld, gepland: GeplandeStap): Html {
  const { t } = spraak
  const { stap, staat, wie, nummer, isVoorwaardelijk, wachtOp } = gepland
  const titel = woorden(spraak, stap.titel)
  const wat = woorden(spraak, stap.wat)
  const naam = organisatienaam(spraak, wie)
  const isEigen = stap.wie === 'u'
  const { informatiepunt: _, ...vragen } = wie.vragen
  const woordenBij = stap.termijnTekst && woorden(spraak, stap.termijnTekst).tekst
  // «na de aangifte» goes on after a comma, a sentence of its own does not.
  const isZin = woordenBij?.endsWith('.') === true
  const wanneer = [
    staat === 'vanzelf' && t('gebeurtenis.keten.vanzelf'),
    staat === 'door-ander' && t('gebeurtenis.keten.ander'),
    termijnzin(gepland, { spraak, gebeurtenis }),
    !isZin && woordenBij,
  ].filter(Boolean)
  const bij = [
    !wie.isOverheid && t('organisatie.geen_overheid'),
    stap.welke && woorden(spraak, stap.welke).tekst,
    isVoorwaardelijk && stap.alsTekst && woorden(spraak, stap.alsTekst).tekst,
  ].filter(Boolean)
  return html`<li class="vd-paper__step">
<h2 class="vd-paper__title">${isEigen ? html`<span class="vd-paper__box" aria-hidden="true"></span>` : html`<span class="vd-paper__ring" aria-hidden="true"></span>`}${nummer}. <span${attrs({ lang: titel.lang })}>${titel.tekst}</span></h2>
${wanneer.length > 0 && html`<p><strong>${wanneer.join(', ')}</strong></p>`}
${isZin && html`<p>${woordenBij}</p>`}
<p><span${attrs({ lang: naam.lang })}>${naam.tekst}</span>${bij.length > 0 && ` (${bij.join('; ')})`}</p>
<p${attrs({ lang: wat.lang })}>${wat.tekst}</p>
${stap.nodig.length > 0 && html`<p>${t('gebeurtenis.keten.nodig')}: ${stap.nodig.map((n) => woorden(spraak, n).tekst).join('; ')}.</p>`}
${wachtOp.length > 0 && html`<p>${t('gebeurtenis.keten.eerst')}: ${wachtOp.map((n) => eerst(spraak, plan, n)).join('; ')}.</p>`}
${wegenlijst(spraak, isEigen ? wie.kanalen : { ...vragen, ...wie.kanalen })}
${isEigen && Object.keys(vragen).length > 0 && html`<p><strong>${t('gebeurtenis.wegen.vragen')}</strong></p>${wegenlijst(spraak, vragen)}`}
</li>`
}

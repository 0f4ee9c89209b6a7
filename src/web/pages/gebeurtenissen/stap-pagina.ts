import { type Stap, verdeelWegen } from '../../../corpus/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { kanaallijst, vraagdeel } from '../../ui/kanalen.ts'
import { hulplink } from '../../ui/kolom.ts'
import { wieIsHet } from '../../ui/organisatie.ts'
import { pagina } from '../../ui/pagina.ts'
import { organisatieVan, uitvoerderVan } from '../rechten/beeld.ts'
import { regelingtekst } from '../rechten/zinnen.ts'
import { eerst, zekerheid } from './keten.ts'
import type { PlanBeeld } from './plan-beeld.ts'
import { brontekst, organisatienaam, termijnzin, woorden } from './woorden.ts'

/** One step by itself: who, when, how in every way, and where it is written. Also when it falls away for this visitor. */
export function stapPagina(beeld: PlanBeeld, stap: Stap): string {
  const { context, gebeurtenis } = beeld
  const { spraak, taal } = context
  const titel = woorden(spraak, stap.titel)
  const wat = woorden(spraak, stap.wat)
  const naam = woorden(spraak, gebeurtenis.titel)
  return pagina(context, {
    stijl: ['regeling.css', 'gebeurtenis.css', 'zoeken.css'],
    titel: titel.tekst,
    actief: 'gebeurtenissen',
    print: adres(taal, 'gebeurtenisPrint', { gebeurtenis: gebeurtenis.id }),
    inhoud: html`<a class="vd-back" href="${adres(taal, 'gebeurtenis', { gebeurtenis: gebeurtenis.id })}"${attrs({ lang: naam.lang })}>${naam.tekst}</a>
<div class="vd-stack"><h1${attrs({ lang: titel.lang })}>${titel.tekst}</h1>
<p class="vd-lead"${attrs({ lang: wat.lang })}>${wat.tekst}</p></div>
${wanneer(beeld, stap)}
${nodig(beeld, stap)}
${bereiken(beeld, stap)}
${achtergrond(beeld, stap)}
${hulplink(context)}`,
  })
}

/** The term, for whom, and what comes first. */
function wanneer(beeld: PlanBeeld, stap: Stap): Html {
  const { context, gebeurtenis, plan, vandaag } = beeld
  const { spraak, taal } = context
  const { t } = spraak
  const gepland = plan.stappen.find((g) => g.stap.id === stap.id)
  const zin = gepland && termijnzin(gepland, { spraak, gebeurtenis, vandaag })
  const delen = [
    stap.wie !== 'u' && html`${t(`gebeurtenis.keten.${stap.wie === 'vanzelf' ? 'vanzelf' : 'ander'}`)}`,
    zin && html`${zin}`,
    stap.termijnTekst && gezegd(beeld, stap.termijnTekst),
    stap.alsTekst && gezegd(beeld, stap.alsTekst),
  ].filter(Boolean)
  return html`${delen.length > 0 && html`<p class="vd-link__marks">${delen.map((deel) => html`<span class="vd-term vd-term--term">${deel}</span> `)}</p>`}
${
  gepland &&
  gepland.wachtOp.length > 0 &&
  html`<p>${t('gebeurtenis.keten.eerst')}: ${gepland.wachtOp.map((n, i) => {
    const voor = plan.stappen[n - 1]?.stap.id ?? ''
    return html`${i > 0 && ', '}<a href="${adres(taal, 'stap', { gebeurtenis: gebeurtenis.id, stap: voor })}">${eerst(spraak, plan, n)}</a>`
  })}</p>`
}
${!gepland && html`<p class="vd-note">${t('gebeurtenis.stap.niet_bij_u')}</p>`}`
}

function gezegd({ context }: PlanBeeld, tekst: NonNullable<Stap['alsTekst']>): Html {
  const { tekst: zin, lang } = woorden(context.spraak, tekst)
  return html`<span${attrs({ lang })}>${zin}</span>`
}

function nodig(beeld: PlanBeeld, stap: Stap): Html | undefined {
  if (stap.nodig.length === 0) return undefined
  const { t } = beeld.context.spraak
  return html`<section class="vd-section"><h2>${t('gebeurtenis.keten.nodig')}</h2><ul class="vd-list">${stap.nodig.map((n) => html`<li>${gezegd(beeld, n)}</li>`)}</ul></section>`
}

function bereiken(beeld: PlanBeeld, stap: Stap): Html {
  const { context, plan } = beeld
  const { spraak, taal } = context
  const { t } = spraak
  const gepland = plan.stappen.find((g) => g.stap.id === stap.id)
  const organisatie = organisatieVan(beeld.beeld, stap.organisatie)
  const { doen, vragen } = gepland
    ? { doen: gepland.wie.kanalen, vragen: gepland.wie.vragen }
    : verdeelWegen(uitvoerderVan(beeld.beeld, stap.organisatie, taal).kanalen, stap.kanalen)
  const isEigen = stap.wie === 'u'
  const naam = gepland
    ? organisatienaam(spraak, gepland.wie)
    : { tekst: organisatie?.naam ?? stap.organisatie, lang: 'nl' }
  const href = organisatie && adres(taal, 'organisatie', { organisatie: organisatie.id })
  const isOverheid = gepland?.wie.isOverheid ?? organisatie?.overheid ?? true
  return html`<section class="vd-section"><h2>${t('gebeurtenis.stap.bij_wie')}</h2>
<p>${wieIsHet(spraak, { naam: naam.tekst, lang: naam.lang, isOverheid, href })}${stap.welke && html` ·\u00a0${gezegd(beeld, stap.welke)}`}</p>
${kanaallijst(spraak, isEigen ? doen : { ...vragen, ...doen }, { isNu: isEigen })}</section>
${isEigen && vraagdeel(spraak, vragen)}`
}

function achtergrond(beeld: PlanBeeld, stap: Stap): Html {
  const { context, plan } = beeld
  const { spraak, taal } = context
  const { t } = spraak
  const gepland = plan.stappen.find((g) => g.stap.id === stap.id)
  const bron = brontekst(spraak, stap.bron)
  const regelingen = stap.regelingen.flatMap((id) => beeld.beeld.regelingen.get(id) ?? [])
  return html`<section class="vd-section"><h2>${t('product.achtergrond')}</h2><dl class="vd-facts">
${gepland && stap.termijn && html`<div><dt>${t('gebeurtenis.keten.zeker')}</dt><dd>${zekerheid(beeld, gepland)}</dd></div>`}
${
  regelingen.length > 0 &&
  html`<div><dt>${t('gebeurtenis.keten.regelingen')}</dt>${regelingen.map((info) => {
    const { tekst, lang } = regelingtekst(spraak, info)
    return html`<dd><a href="${adres(taal, 'product', { regeling: info.id })}"${attrs({ lang })}>${tekst.titel}</a></dd>`
  })}</div>`
}
${stap.upl && html`<div><dt>${t('product.upl')}</dt><dd lang="nl"><a href="${stap.upl.uri}">${stap.upl.naam}</a></dd></div>`}
<div><dt>${t('gebeurtenis.keten.bron')}</dt><dd${attrs({ lang: bron.lang })}>${bron.tekst}</dd></div>
</dl></section>`
}

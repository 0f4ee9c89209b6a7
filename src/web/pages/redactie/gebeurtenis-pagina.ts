import {
  gebeurtenisNoemt,
  gebeurtenisteksten,
  type Levensgebeurtenis,
  type Stap,
} from '../../../corpus/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { gebiedsnaam } from '../../ui/gebied.ts'
import { organisatiemerk } from '../../ui/organisatie.ts'
import { teksten } from './metingen.ts'
import { nl, paren, type RedactieBeeld, redactiePagina } from './redactie-beeld.ts'
import { deel } from './regeling-pagina.ts'
import { gebeurtenisGemis, perGebied, termijnregel, wegenVan } from './stappen.ts'

export function gebeurtenisPagina(beeld: RedactieBeeld, gebeurtenis: Levensgebeurtenis): string {
  const { context } = beeld
  const { taal, spraak } = context
  const { t } = spraak
  const { naam, kort, id, stappen } = gebeurtenis
  const gemis = gebeurtenisGemis(beeld, gebeurtenis)
  return redactiePagina(context, {
    titel: naam[taal] ?? naam.nl ?? id,
    actief: 'redactieGebeurtenissen',
    inhoud: html`<a class="vd-back" href="${adres(taal, 'redactieGebeurtenissen')}">${t('redactie.gebeurtenissen.titel')}</a>
<div class="vd-stack"><h1>${naam[taal] ?? naam.nl}</h1><p><code>gebeurtenissen/${id}.yaml</code></p>
<p class="vd-lead">${kort[taal] ?? kort.nl}</p>
<p><a href="${adres(taal, 'gebeurtenis', { gebeurtenis: id })}">${t('redactie.gebeurtenissen.bekijk')}</a></p></div>
${deel('ontbreekt', t('redactie.gemis.titel'), gemis.length === 0 ? html`<p>${t('redactie.gemis.niets')}</p>` : html`<ul class="vd-list">${gemis.map((zin) => html`<li>${zin}</li>`)}</ul>`)}
${deel('stappen', t('redactie.stap.titel'), html`<p>${perGebied(spraak, stappen)}</p><ol class="vd-rows">${stappen.map((s) => html`<li class="vd-row">${stapdeel(beeld, s)}</li>`)}</ol>`)}
${deel('regelingen', t('redactie.tabs.redactieRegelingen'), regelingen(beeld, gebeurtenis))}
${deel('teksten', t('redactie.meting.titel'), teksten(context, gebeurtenisteksten(gebeurtenis)))}`,
  })
}

function stapdeel(beeld: RedactieBeeld, stap: Stap): Html {
  const { context, geheel } = beeld
  const { taal, spraak } = context
  const { t } = spraak
  const organisatie = geheel.organisaties.get(stap.organisatie)
  const { termijn } = stap
  return html`<h3 class="vd-row__title">${stap.titel[taal] ?? stap.titel.nl}</h3>
${paren([
  [t('redactie.stap.id'), html`<code>${stap.id}</code>`],
  [
    t('redactie.stap.organisatie'),
    organisatie
      ? html`<a href="${adres(taal, 'organisatie', { organisatie: organisatie.id })}">${nl(context, organisatie.naam)}</a> ${!organisatie.overheid && organisatiemerk(spraak, organisatie)}`
      : html`<code>${stap.organisatie}</code>`,
  ],
  [t('redactie.filter.gebied'), t(`redactie.stap.gebied.${stap.gebied ?? 'overal'}`)],
  [t('redactie.stap.wie'), t(`redactie.stap.${stap.wie}`)],
  [
    t('redactie.stap.termijn'),
    termijn &&
      html`<code>${termijnregel(termijn)}</code> ${t(`redactie.stap.${termijn.zekerheid}`)} ${nl(context, termijn.artikel ?? termijn.bron ?? '')}`,
  ],
  [
    t('redactie.stap.wegen'),
    wegenVan(beeld, stap)
      .map((id) => t(`redactie.kanaal.${id}`))
      .join(', '),
  ],
  [t('redactie.stap.bron'), nl(context, stap.bron)],
])}`
}

function regelingen({ context, geheel, standen }: RedactieBeeld, gebeurtenis: Levensgebeurtenis): Html {
  const noemt = gebeurtenisNoemt(gebeurtenis)
  const naam = (gebied: string): string => gebiedsnaam(context.spraak, geheel.engine.gebieden, gebied)
  const rij = standen.filter(({ id }) => noemt.has(id))
  return html`<ul class="vd-list">${rij.map(
    ({ id, nu }) =>
      html`<li><a href="${adres(context.taal, 'redactieRegeling', { regeling: id })}">${nl(context, nu.wet.info.naam)}</a> <span class="vd-calm">${naam(nu.wet.gebied)}</span></li>`,
  )}</ul>`
}

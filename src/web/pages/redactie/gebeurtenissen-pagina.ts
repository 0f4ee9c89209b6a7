import { gebeurtenisNoemt, type Levensgebeurtenis } from '../../../corpus/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { paren, type RedactieBeeld, redactiePagina } from './redactie-beeld.ts'
import { gebeurtenisGemis, perGebied, termijnen } from './stappen.ts'

export function gebeurtenissenPagina(beeld: RedactieBeeld): string {
  const { context, geheel } = beeld
  const { t } = context.spraak
  const rij = [...geheel.gebeurtenissen.values()].sort((a, b) => a.id.localeCompare(b.id, 'nl'))
  return redactiePagina(context, {
    titel: t('redactie.gebeurtenissen.titel'),
    actief: 'redactieGebeurtenissen',
    inhoud: html`<h1>${t('redactie.gebeurtenissen.titel')}</h1>
<ul class="vd-rows">${rij.map((gebeurtenis) => html`<li class="vd-row">${kaart(beeld, gebeurtenis)}</li>`)}</ul>`,
  })
}

function kaart(beeld: RedactieBeeld, gebeurtenis: Levensgebeurtenis): Html {
  const { taal, spraak } = beeld.context
  const { t } = spraak
  const { stappen, naam, id } = gebeurtenis
  const organisaties = new Set(stappen.map(({ organisatie }) => organisatie))
  const anders = [...organisaties].filter((o) => beeld.geheel.organisaties.get(o)?.overheid === false)
  const { wet, meestal } = termijnen(stappen)
  const gemis = gebeurtenisGemis(beeld, gebeurtenis)
  return html`<h2 class="vd-row__title"><a href="${adres(taal, 'redactieGebeurtenis', { gebeurtenis: id })}">${naam[taal] ?? naam.nl}</a></h2>
${paren([
  [t('redactie.stap.aantal'), perGebied(spraak, stappen)],
  [
    t('redactie.tabs.redactieOrganisaties'),
    t('redactie.gebeurtenissen.organisaties', { n: organisaties.size, anders: anders.length }),
  ],
  [t('redactie.stap.termijnen'), t('redactie.gebeurtenissen.termijnen', { wet, meestal })],
  [t('redactie.tabs.redactieRegelingen'), String(gebeurtenisNoemt(gebeurtenis).size)],
  [t('redactie.gemis.titel'), gemis.length === 0 ? t('redactie.gemis.niets') : gemis.join('; ')],
])}`
}

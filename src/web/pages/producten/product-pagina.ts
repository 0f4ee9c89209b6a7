import type { Levensgebeurtenis } from '../../../corpus/index.ts'
import type { RegelingInfo } from '../../../engine/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { gebiedsnaam } from '../../ui/gebied.ts'
import { merk } from '../../ui/merk.ts'
import { pagina } from '../../ui/pagina.ts'
import { wetAdres } from '../../ui/wet.ts'
import { aanvragen } from '../rechten/aanvragen.ts'
import { type Beeld, organisatieVan, uitvoerderVan } from '../rechten/beeld.ts'
import { regelingtekst } from '../rechten/zinnen.ts'

export interface ProductDelen {
  readonly context: Context
  readonly beeld: Beeld
  readonly info: RegelingInfo
  readonly isHier: boolean
  readonly gebeurtenissen: ReadonlyMap<string, Levensgebeurtenis>
}

/** What a scheme is, for everybody: no answers are needed to read it. */
export function productPagina(delen: ProductDelen): string {
  const { context, info } = delen
  return pagina(context, {
    stijl: ['regeling.css', 'zoeken.css'],
    titel: regelingtekst(context.spraak, info).tekst.titel,
    actief: 'producten',
    inhoud: inhoud(delen),
  })
}

function inhoud(delen: ProductDelen): Html {
  const { context, beeld, info } = delen
  const { spraak, taal } = context
  const { t } = spraak
  const { tekst, lang } = regelingtekst(spraak, info)
  return html`<a class="vd-back" href="${adres(taal, 'producten')}">${t('product.terug')}</a>
<div class="vd-stack"><h1${attrs({ lang })}>${tekst.titel}</h1><p class="vd-lead"${attrs({ lang })}>${tekst.kort}</p>
<p>${plaatsmerk(delen)} ${merk(t(`overzicht.vertrouwen.${info.vertrouwen}`), 'rustig')}</p></div>
${recht(delen)}
${tekst.waarom && html`<section class="vd-section"><h2>${t('product.waarom')}</h2><p${attrs({ lang })}>${tekst.waarom}</p></section>`}
${voorWie(delen)}
${aanvragen({ spraak, beeld, regeling: info, isNu: false })}
${bijGebeurtenissen(delen)}
${achtergrond(delen)}`
}

function plaatsmerk({ context, beeld, info }: ProductDelen): Html {
  return merk(gebiedsnaam(context.spraak, beeld.corpus.gebieden, info.gebied), 'rustig')
}

/** The way to the questions, or why it is not for this visitor. */
function recht({ context: { spraak, taal }, beeld, info, isHier }: ProductDelen): Html {
  const { t } = spraak
  if (!isHier) {
    const waar = gebiedsnaam(spraak, beeld.corpus.gebieden, info.gebied)
    return html`<p class="vd-note">${t('product.elders', { waar })} ${beeld.plaats ? t('product.u_woont', { plaats: beeld.plaats.naam }) : t('product.plaats_open')}
<a href="${adres(taal, 'vraag', { n: 1 })}">${t(beeld.plaats ? 'algemeen.strip.wijzig' : 'algemeen.strip.kies')}</a></p>`
  }
  return html`<p class="vd-actions"><a class="utrecht-button utrecht-button--primary-action" href="${adres(taal, 'regeling', { regeling: info.id })}">${t('product.recht')}</a></p>`
}

function voorWie({ context: { spraak }, info }: ProductDelen): Html | undefined {
  const { tekst, lang } = regelingtekst(spraak, info)
  const zinnen = Object.values(tekst.voorwaarden)
  if (zinnen.length === 0) return undefined
  return html`<section class="vd-section"><h2>${spraak.t('product.voor_wie')}</h2><ul class="vd-list"${attrs({ lang })}>${zinnen.map((zin) => html`<li>${zin}</li>`)}</ul></section>`
}

function bijGebeurtenissen({
  context: { spraak, taal },
  info,
  gebeurtenissen,
}: ProductDelen): Html | undefined {
  const bij = [...gebeurtenissen.values()].filter(
    ({ id, regelingen }) => info.gebeurtenissen.includes(id) || regelingen.includes(info.id),
  )
  if (bij.length === 0) return undefined
  return html`<section class="vd-section"><h2>${spraak.t('product.gebeurtenissen')}</h2><ul class="vd-list">${bij.map(
    ({ id, naam }) =>
      html`<li><a href="${adres(taal, 'gebeurtenis', { gebeurtenis: id })}">${naam[taal] ?? naam.nl}</a></li>`,
  )}</ul></section>`
}

function achtergrond({ context: { spraak, taal }, beeld, info }: ProductDelen): Html {
  const { t } = spraak
  const { wet, artikel } = info.grondslag
  const link = wetAdres(info.grondslag, artikel)
  const organisatie = organisatieVan(beeld, info.uitvoerder)
  const naam = uitvoerderVan(beeld, info.uitvoerder, taal).naam
  return html`<section class="vd-section"><h2>${t('product.achtergrond')}</h2><dl class="vd-facts">
<div><dt>${t('product.uitvoerder')}</dt><dd>${organisatie ? html`<a href="${adres(taal, 'organisatie', { organisatie: organisatie.id })}">${naam}</a>` : naam}</dd></div>
<div><dt>${t('product.wet')}</dt><dd lang="nl">${link ? html`<a href="${link}">${wet}</a>` : wet}</dd></div>
<div><dt>${t('product.vanaf')}</dt><dd>${spraak.datum(info.vanaf)}</dd></div>
<div><dt>${t('product.vertrouwen')}</dt><dd>${t(`overzicht.vertrouwen_uitleg.${info.vertrouwen}`)}</dd></div>
${info.upl && html`<div><dt>${t('product.upl')}</dt><dd lang="nl"><a href="${info.upl.uri}">${info.upl.naam}</a></dd></div>`}
</dl></section>`
}

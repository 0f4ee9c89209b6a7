import type { Levensgebeurtenis, Organisatie } from '../../../corpus/index.ts'
import type { RegelingInfo } from '../../../engine/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { kanaallijst } from '../../ui/kanalen.ts'
import { organisatiemerk } from '../../ui/organisatie.ts'
import { pagina } from '../../ui/pagina.ts'
import { regelingtekst } from '../rechten/zinnen.ts'

export interface OrganisatieDelen {
  readonly context: Context
  readonly organisatie: Organisatie
  /** What is known of every body of this kind; its own ways come on top. */
  readonly algemeen: Organisatie | undefined
  /** What of it is out of order, above everything. */
  readonly storing: Html | undefined
  /** By which ways one may send to it; of government alone. */
  readonly post: Html | undefined
  readonly regelingen: readonly RegelingInfo[]
  readonly gebeurtenissen: readonly Levensgebeurtenis[]
}

export function organisatiePagina(delen: OrganisatieDelen): string {
  const { context, organisatie } = delen
  return pagina(context, {
    stijl: ['regeling.css', 'zoeken.css'],
    titel: organisatie.naam,
    actief: 'organisaties',
    inhoud: inhoud(delen),
  })
}

function inhoud({
  context,
  organisatie,
  algemeen,
  storing,
  post,
  regelingen,
  gebeurtenissen,
}: OrganisatieDelen): Html {
  const { spraak, taal } = context
  const { t } = spraak
  const wat = organisatie.wat[taal]
  return html`<a class="vd-back" href="${adres(taal, 'organisaties')}">${t('organisatie.terug')}</a>
<div class="vd-stack"><h1 lang="nl">${organisatie.naam}</h1><p>${organisatiemerk(spraak, organisatie)}</p>
<p class="vd-lead"${attrs({ lang: wat === undefined ? 'nl' : undefined })}>${wat ?? organisatie.wat.nl}</p></div>
${storing}
<section class="vd-section" id="bereiken"><h2>${t('organisatie.bereiken')}</h2>
${kanaallijst(spraak, { ...algemeen?.kanalen, ...organisatie.kanalen })}</section>
${post}
${lijst(
  t('organisatie.regelingen'),
  regelingen.map((info) => {
    const { tekst, lang } = regelingtekst(spraak, info)
    return html`<a href="${adres(taal, 'product', { regeling: info.id })}"${attrs({ lang })}>${tekst.titel}</a>`
  }),
)}
${lijst(
  t('organisatie.gebeurtenissen'),
  gebeurtenissen.map(
    ({ id, titel }) =>
      html`<a href="${adres(taal, 'gebeurtenis', { gebeurtenis: id })}">${titel[taal] ?? titel.nl}</a>`,
  ),
)}
<p class="vd-calm vd-small">${t('organisatie.bron')} <span lang="nl">${organisatie.bron}</span></p>`
}

function lijst(titel: string, links: readonly Html[]): Html | undefined {
  if (links.length === 0) return undefined
  return html`<section class="vd-section"><h2>${titel}</h2><ul class="vd-list">${links.map((link) => html`<li>${link}</li>`)}</ul></section>`
}

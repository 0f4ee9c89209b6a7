import type { RegelingInfo } from '../../../engine/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { gebiedsnaam } from '../../ui/gebied.ts'
import { pagina } from '../../ui/pagina.ts'
import { type Beeld, gebiedenVan } from '../rechten/beeld.ts'
import { regelingtekst } from '../rechten/zinnen.ts'
import { zoekveld } from '../zoeken/zoek-pagina.ts'

export interface LijstDelen {
  readonly context: Context
  readonly beeld: Beeld
  readonly regelingen: readonly RegelingInfo[]
}

export function lijstPagina(delen: LijstDelen): string {
  const { context } = delen
  const { t } = context.spraak
  return pagina(context, {
    stijl: ['zoeken.css'],
    titel: t('product.lijst.titel'),
    actief: 'producten',
    inhoud: html`<h1>${t('product.lijst.titel')}</h1>
<p class="vd-lead">${t('product.lijst.inleiding')}</p>
${zoekveld(context, '')}
${groepen(delen)}`,
  })
}

/** First what applies where the visitor lives, then the country, then every other place under its own name. */
function groepen({ context, beeld, regelingen }: LijstDelen): Html {
  const eigen = gebiedenVan(beeld)
  const perGebied = Map.groupBy(regelingen, ({ gebied }) => gebied)
  const rang = (code: string): number => {
    const hier = eigen.indexOf(code)
    if (hier >= 0) return hier
    return code === 'nederland' ? eigen.length : eigen.length + 1
  }
  const naam = (code: string): string => gebiedsnaam(context.spraak, beeld.corpus.gebieden, code)
  const gebieden = [...perGebied.keys()].sort(
    (a, b) => rang(a) - rang(b) || naam(a).localeCompare(naam(b), 'nl'),
  )
  const elders = gebieden.filter((code) => rang(code) > eigen.length)
  const vooraan = gebieden.filter((code) => !elders.includes(code))
  return html`${vooraan.map(deel)}
${elders.length > 0 && html`<section class="vd-section"><h2>${context.spraak.t('product.lijst.elders')}</h2><div class="vd-places">${elders.map(deel)}</div></section>`}`

  function deel(code: string): Html {
    const rij = perGebied.get(code) ?? []
    const kop = naam(code)
    const inhoud = regels(context, rij)
    return rang(code) <= eigen.length
      ? html`<section class="vd-section"><h2>${kop}</h2>${inhoud}</section>`
      : html`<details class="vd-details"><summary>${kop} <span class="vd-count">${rij.length}</span></summary><div>${inhoud}</div></details>`
  }
}

function regels({ spraak }: Context, rij: readonly RegelingInfo[]): Html {
  const metTekst = rij
    .map((info) => ({ info, ...regelingtekst(spraak, info) }))
    .sort((a, b) => a.tekst.titel.localeCompare(b.tekst.titel, spraak.taal === 'en' ? 'en' : 'nl'))
  return html`<ul class="vd-index">${metTekst.map(
    ({ info, tekst, lang }) =>
      html`<li><a href="${adres(spraak.taal, 'product', { regeling: info.id })}"${attrs({ lang })}>${tekst.titel}</a><br><span class="vd-calm"${attrs({ lang })}>${tekst.kort}</span></li>`,
  )}</ul>`
}

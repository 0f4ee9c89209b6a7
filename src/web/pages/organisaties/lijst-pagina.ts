import { type Organisatie, vindOrganisatie } from '../../../corpus/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { organisatiemerk } from '../../ui/organisatie.ts'
import { pagina } from '../../ui/pagina.ts'
import { type Beeld, gebiedenVan } from '../rechten/beeld.ts'

/** Groups in this order: your own place, the country, the islands, no government, all other places. */
const GROEPEN = ['eigen', 'landelijk', 'caribisch', 'anders', 'plaatsen'] as const
type Groep = (typeof GROEPEN)[number]

export function lijstPagina(context: Context, beeld: Beeld): string {
  const { t } = context.spraak
  const eigen = eigenOrganisaties(beeld)
  const perGroep = Map.groupBy([...beeld.organisaties.values()], (o) => groepVan(o, eigen, beeld))
  return pagina(context, {
    stijl: ['zoeken.css'],
    titel: t('organisatie.lijst.titel'),
    actief: 'organisaties',
    inhoud: html`<h1>${t('organisatie.lijst.titel')}</h1>
<p class="vd-lead">${t('organisatie.lijst.inleiding')}</p>
${GROEPEN.map((groep) => sectie(context, groep, perGroep.get(groep) ?? []))}`,
  })
}

function eigenOrganisaties(beeld: Beeld): ReadonlySet<Organisatie | undefined> {
  const gebieden = gebiedenVan(beeld)
  const soorten = ['gemeente', 'waterschap', 'provincie', 'eiland']
  return new Set(soorten.map((id) => vindOrganisatie(beeld.organisaties, id, beeld.plaats ? gebieden : [])))
}

function groepVan(
  organisatie: Organisatie,
  eigen: ReadonlySet<Organisatie | undefined>,
  beeld: Beeld,
): Groep {
  if (eigen.has(organisatie)) return 'eigen'
  if (!organisatie.overheid) return 'anders'
  const gebied = organisatie.gebied === undefined ? undefined : beeld.corpus.gebieden.get(organisatie.gebied)
  if (gebied === undefined) return 'landelijk'
  return gebied.code === 'caribisch' || gebied.in.includes('caribisch') ? 'caribisch' : 'plaatsen'
}

function sectie({ spraak, taal }: Context, groep: Groep, rij: readonly Organisatie[]): Html | undefined {
  if (rij.length === 0) return undefined
  const { t } = spraak
  const lijst = html`<ul class="vd-index">${[...rij]
    .sort((a, b) => a.naam.localeCompare(b.naam, 'nl'))
    .map((organisatie) => {
      const wat = organisatie.wat[taal]
      return html`<li><a href="${adres(taal, 'organisatie', { organisatie: organisatie.id })}" lang="nl">${organisatie.naam}</a> ${!organisatie.overheid && organisatiemerk(spraak, organisatie)}<br><span class="vd-calm"${attrs({ lang: wat === undefined ? 'nl' : undefined })}>${wat ?? organisatie.wat.nl}</span></li>`
    })}</ul>`
  if (groep === 'plaatsen')
    return html`<details class="vd-details"><summary>${t('organisatie.lijst.plaatsen')} <span class="vd-count">${rij.length}</span></summary><div>${lijst}</div></details>`
  return html`<section class="vd-section"><h2>${t(`organisatie.lijst.${groep}`)}</h2>${lijst}</section>`
}

/** Lists of post at a desk: what is not done yet first, page by page, and one item by its number. */
import { type Blad, type Poststuk, schrijfBladwijzer, type Werkregel } from '../../../ontvangst/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { tekstveld, type Veldfout } from '../../ui/formulier.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { eisPost, momentBij, onderwerpVan } from './woorden.ts'

export interface Zoekveld {
  readonly nummer: string
  readonly fout: Veldfout | undefined
}

/** `alles`: also what is done; otherwise what is not. */
export function standUit({ zoek }: Pick<Verzoek, 'zoek'>): 'open' | 'alles' {
  return zoek.get('stand') === 'alles' ? 'alles' : 'open'
}

export function stukkenlijst(verzoek: Verzoek, { regels, volgende }: Blad<Poststuk>): Html {
  const { context, poststukken } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const stand = standUit(verzoek)
  const rij = ({ id, onderwerp, nummer, soort, ontvangen, organisatie, gereed }: Poststuk) =>
    html`<li class="vd-row"><span><a href="${adres(taal, 'baliePostStuk', { poststuk: id })}">${onderwerpVan(context, onderwerp)}</a><br>
<span class="vd-calm vd-small">${t(`post.soort.${soort}`)}, ${momentBij(context, ontvangen, poststukken?.zoneVan(organisatie) ?? 'Europe/Amsterdam')}, ${nummer}${gereed !== undefined && `, ${t('post.balie.is_gereed')}`}</span></span></li>`
  return html`${regels.length === 0 ? html`<p>${t(stand === 'open' ? 'post.balie.niets_open' : 'post.balie.geen')}</p>` : html`<ul class="vd-rows">${regels.map(rij)}</ul>`}
${volgende && html`<p><a href="${adres(taal, 'baliePost', { filter: { stand, na: schrijfBladwijzer(volgende) } })}">${t('post.balie.volgende')}</a></p>`}
<p><a href="${adres(taal, 'baliePost', stand === 'open' ? { filter: { stand: 'alles' } } : {})}">${t(stand === 'open' ? 'post.balie.toon_alles' : 'post.balie.toon_open')}</a></p>`
}

/** A number stands in no address: it comes by POST. */
export function zoekvorm({ context }: Verzoek, zoek: Zoekveld | undefined): Html {
  const { taal, spraak } = context
  const { t } = spraak
  return html`<form class="vd-form vd-no-print" method="post" action="${adres(taal, 'baliePostZoek')}">
${tekstveld({ id: 'nummer', naam: 'nummer', label: t('post.balie.zoek_nummer'), waarde: zoek?.nummer ?? '', fout: zoek?.fout, foutWoord: t('algemeen.fout'), breedte: 'midden', hoogstens: 20, autocomplete: 'off' })}
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('post.balie.zoek_knop')}</button></p></form>`
}

export function werklijst(verzoek: Verzoek, { regels, volgende }: Blad<Werkregel>): Html {
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const zone = eisPost(verzoek).zoneVan(eisWerker(verzoek).werker.subject.organisatie)
  if (regels.length === 0) return html`<p>${t('post.balie.niets_open')}</p>`
  return html`<div class="vd-scroll"><table class="vd-figures"><thead><tr><th scope="col">${t('post.stuk.nummer')}</th><th scope="col">${t('post.stuk.soort')}</th><th scope="col">${t('post.stuk.ontvangen')}</th><th scope="col">${t('post.stuk.van')}</th></tr></thead>
<tbody>${regels.map(
    ({ nummer, soort, weg, ontvangen, isBekend, teBezorgen, gereed }) =>
      html`<tr><th scope="row"><form method="post" action="${adres(taal, 'baliePostOpen')}"><input type="hidden" name="nummer" value="${nummer}"><button class="vd-link-button vd-link-button--plain" type="submit">${nummer}<span class="vd-visually-hidden">: ${t('post.openen.knop')}</span></button></form></th><td>${t(`post.soort.${soort}`)}<br><span class="vd-calm vd-small">${t(`post.weg.${weg}`)}</span></td><td>${momentBij(context, ontvangen, zone)}</td><td>${t(isBekend ? 'post.balie.bekend' : 'post.balie.onbekend')}${teBezorgen > 0 && html`<br><strong>${t('post.balie.te_bezorgen', { n: teBezorgen })}</strong>`}${gereed !== undefined && html`<br>${t('post.balie.is_gereed')}`}</td></tr>`,
  )}</tbody></table></div>
${volgende && html`<p><a href="${adres(taal, 'baliePost', { filter: { werk: schrijfBladwijzer(volgende) } })}">${t('post.balie.volgende')}</a></p>`}`
}

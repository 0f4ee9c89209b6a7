import { type Html, html } from '../../../platform/index.ts'
import { type Antwoorden, kanWatAls, watAlsSoorten } from '../../../rechten/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'

/** «Wat als …»: beside the overview and each scheme. Nothing personal in the links, only the kind of change. */
export function watAlsVak({ spraak: { t }, taal }: Context, { huishouden }: Antwoorden): Html {
  const soorten = watAlsSoorten.filter((soort) => kanWatAls(soort, huishouden))
  return html`<nav class="vd-box vd-screen-only" aria-labelledby="wat-als-vak"><h2 class="vd-box__title" id="wat-als-vak">${t('wat-als.vak')}</h2>
<ul class="vd-links">${soorten.map((soort) => html`<li><a href="${adres(taal, 'watAlsVorm', { soort })}">${t(`wat-als.soort.${soort}`)}</a></li>`)}</ul></nav>`
}

import { type Informatiepunt, informatiepuntenBij } from '../../../corpus/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import { belAdres } from '../../ui/kanalen.ts'
import { openingstijden } from '../../ui/openingstijden.ts'
import { steunlijst } from '../../ui/steun.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { informatiePagina } from './informatie-pagina.ts'

/** Every way to be helped by people (Awb 2:1 lid 1). */
export function toon(verzoek: Verzoek): Antwoord {
  return { soort: 'pagina', pagina: pagina(verzoek, {}) }
}

/** The place near them, by the four digits of a postcode; what was filled in goes no further than this page. */
export function zoek(verzoek: Verzoek): Antwoord {
  const { t } = verzoek.context.spraak
  const postcode = (verzoek.form.get('postcode') ?? '').trim().slice(0, 10)
  const [, cijfers] = /^([1-9]\d{3})\s*([A-Za-z]{2})?$/.exec(postcode) ?? []
  if (cijfers === undefined) {
    const fouten = [{ veld: 'postcode', tekst: t('steun.fout') }]
    return { soort: 'pagina', pagina: pagina(verzoek, { postcode, fouten }), status: 400 }
  }
  const gevonden = informatiepuntenBij(verzoek.bronnen.steun().punten, Number(cijfers))
  return { soort: 'pagina', pagina: pagina(verzoek, { postcode, gevonden }) }
}

interface Delen {
  readonly postcode?: string
  readonly fouten?: readonly Veldfout[]
  readonly gevonden?: readonly Informatiepunt[]
}

function pagina(verzoek: Verzoek, { postcode = '', fouten = [], gevonden }: Delen): string {
  const { context } = verzoek
  const { t } = context.spraak
  const [fout] = fouten
  const vorm = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<form method="post" action="${adres(context.taal, 'hulpZoek', { anker: 'bieb' })}">
${tekstveld({ id: 'postcode', naam: 'postcode', label: t('steun.postcode'), waarde: postcode, fout, foutWoord: t('algemeen.fout'), breedte: 'midden', autocomplete: 'postal-code', hoogstens: 10, beschrijvingen: ['postcode-uitleg'] })}
<p class="vd-calm vd-small" id="postcode-uitleg">${t('steun.bewaart_niet')}</p>
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('steun.zoek')}</button></p></form>
${gevonden && uitslag(verzoek, gevonden)}`
  const bellen = steunlijst(context, ['telefoon', 'terugbellen'])
  const langs = steunlijst(context, ['balie'])
  const isFout = fouten.length > 0
  return informatiePagina(
    context,
    'hulp',
    { bieb: vorm, ...(bellen && { bellen }), ...(langs && { langs }) },
    isFout,
  )
}

/** None known is said as it is: there may well be one, and how to ask stands with it. */
function uitslag({ context }: Verzoek, gevonden: readonly Informatiepunt[]): Html {
  const { t } = context.spraak
  if (gevonden.length === 0)
    return html`<div class="vd-notice" role="status"><p><strong>${t('steun.geen')}</strong></p><p>${t('steun.geen_dan')}</p></div>`
  return html`<div role="status"><h3>${t('steun.gevonden', { n: gevonden.length })}</h3>
<ul class="vd-channels">${gevonden.map(
    (punt) => html`<li class="vd-channel"><h4${attrs({ lang: 'nl' })}>${punt.naam}</h4>
${punt.vertrouwen === 'verzonnen' && html`<p><span class="vd-badge vd-badge--rustig">${t('afspraken.voorbeeld')}</span></p>`}
<p lang="nl">${punt.adres}</p>
${punt.telefoon && html`<p><a href="${belAdres(punt.telefoon)}">${punt.telefoon}</a></p>`}
${openingstijden(context.spraak, punt.openingstijden)}</li>`,
  )}</ul></div>`
}

import { type Html, html } from '../../../platform/index.ts'
import { segmenten, vraagstelling, waardeOp } from '../../../rechten/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Beeld } from './beeld.ts'
import { naamMetWie } from './vraagtekst.ts'
import { antwoordtekst } from './waarde.ts'

export interface AntwoordenBeeld {
  readonly context: Context
  readonly beeld: Beeld
  readonly nogVragen: number
  /** Pointers of facts that were assumed. */
  readonly aannames: readonly { readonly pad: string; readonly waarde: string }[]
}

const GROEPEN = ['woning', 'aanvrager', 'partner', 'kinderen', 'medebewoners'] as const

export function antwoordenPagina(delen: AntwoordenBeeld): string {
  const { context, beeld } = delen
  const { spraak, taal } = context
  const { t } = spraak
  const isLeeg = beeld.antwoorden.volgorde.length === 0
  return pagina(context, {
    stijl: ['rechten.css', 'regeling.css'],
    titel: t('rechten.antwoorden.titel'),
    actief: 'rechten',
    inhoud: html`<a class="vd-back" href="${adres(taal, isLeeg ? 'rechten' : 'overzicht')}">${t('rechten.antwoorden.naar_overzicht')}</a>
<h1>${t('rechten.antwoorden.titel')}</h1>
${isLeeg ? leeg(context) : lijsten(delen)}`,
  })
}

function leeg({ spraak, taal }: Context): Html {
  return html`<p class="vd-lead">${spraak.t('rechten.antwoorden.leeg')}</p>
<p><a class="utrecht-button utrecht-button--primary-action" href="${adres(taal, 'vraag', { n: 1 })}">${spraak.t('rechten.antwoorden.begin')}</a></p>`
}

function lijsten(delen: AntwoordenBeeld): Html {
  const { context, nogVragen } = delen
  const { spraak, taal } = context
  const { t } = spraak
  return html`<p class="vd-lead">${t('rechten.antwoorden.inleiding')}</p>
${GROEPEN.map((groep) => groeplijst(delen, groep))}
${gaanUitVan(delen)}
<p class="vd-actions">
<a class="utrecht-button utrecht-button--primary-action" href="${adres(taal, 'overzicht')}">${t('rechten.antwoorden.naar_overzicht')}</a>
${nogVragen > 0 && html`<a class="utrecht-button utrecht-button--secondary-action" href="${adres(taal, 'vraag')}">${t('rechten.antwoorden.verder')}</a>`}
</p>
<section class="vd-section"><h2>${t('rechten.wis.titel')}</h2><p>${t('rechten.wis.uitleg')}</p>
<form method="post" action="${adres(taal, 'wis')}"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('rechten.wis.knop')}</button></form></section>`
}

function groeplijst({ context, beeld }: AntwoordenBeeld, groep: (typeof GROEPEN)[number]): Html | undefined {
  const { spraak, taal } = context
  const { t } = spraak
  const { antwoorden } = beeld
  const regels = antwoorden.volgorde.flatMap((pad, index) => {
    const vraag = segmenten(pad)[0] === groep ? vraagstelling(beeld.corpus, pad) : undefined
    if (!vraag) return []
    const naam = naamMetWie(spraak, antwoorden, vraag)
    const waarde = antwoorden.onbekend.includes(pad)
      ? t('rechten.antwoorden.weet_niet')
      : antwoordtekst(spraak, beeld, vraag, waardeOp(antwoorden, pad))
    return [
      html`<div class="vd-answer"><dt>${naam}</dt><dd>${waarde}</dd><dd><a href="${adres(taal, 'vraag', { n: index + 1, naar: 'antwoorden' })}">${t('rechten.antwoorden.wijzig')}<span class="vd-visually-hidden">: ${naam}</span></a></dd></div>`,
    ]
  })
  if (regels.length === 0) return undefined
  return html`<section class="vd-section"><h2>${t(`rechten.antwoorden.groep.${groep}`)}</h2><dl class="vd-answers">${regels}</dl></section>`
}

function gaanUitVan({ context, beeld, aannames }: AntwoordenBeeld): Html | undefined {
  const { spraak, taal } = context
  const { t } = spraak
  if (aannames.length === 0) return undefined
  return html`<section class="vd-section" id="aannames"><h2>${t('overzicht.aannames.titel')}</h2><p>${t('overzicht.aannames.uitleg')}</p>
<ul class="vd-answers">${aannames.map(({ pad, waarde }) => {
    const vraag = vraagstelling(beeld.corpus, pad)
    if (!vraag) return undefined
    const naam = naamMetWie(spraak, beeld.antwoorden, vraag)
    return html`<li class="vd-answer"><span>${naam}</span> <span>${waarde}</span>
<form method="post" action="${adres(taal, 'antwoord')}"><input type="hidden" name="pad" value="${pad}"><input type="hidden" name="naar" value="antwoorden"><button class="utrecht-button utrecht-button--subtle" name="actie" value="stel">${t('rechten.antwoorden.wijzig')}<span class="vd-visually-hidden">: ${naam}</span></button></form></li>`
  })}</ul></section>`
}

import { datumOp } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { type GesteldeGrond, verlooptOp } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Verzoek } from '../../verzoek.ts'
import { strook, strookscript } from '../lijnen/strook.ts'
import { moment } from '../mijn/kader.ts'

export interface BaliePaginaDelen {
  readonly titel: string
  readonly inhoud: Html
  readonly isFout?: boolean
  /** Said once, above everything. */
  readonly melding?: string | undefined
  /** What the person is called; without it the line says that they are still looking. */
  readonly naam?: string | undefined
  /** Where the page above this one is. */
  readonly terug?: { readonly adres: string; readonly tekst: string }
  /** The heading, when it is more than the title: words in another language. */
  readonly kop?: Html | undefined
  /** Without the line about whom they help: on the first page that line is a choice of its own. */
  readonly zonderGrond?: boolean
  /** Figures and tables over the whole width: nothing stands beside them. */
  readonly breed?: boolean
  /** On paper nothing stands around it. */
  readonly isBrief?: boolean
  /** Style sheets and scripts of this kind of page. */
  readonly stijl?: readonly string[]
  readonly script?: readonly string[]
  /** Without script it is fetched again after so many seconds. */
  readonly ververs?: number
  /** Pages of their own shift or call: they say all of it themselves. */
  readonly zonderStrook?: boolean
  /** The page of that call: what the strip would say of it stands there already. */
  readonly inGesprek?: string
}

/** What all pages of a professional share. The name of a resident never stands in the title of the page. */
export function baliePagina(verzoek: Verzoek, delen: BaliePaginaDelen): string {
  const { context, werker } = verzoek
  const {
    titel,
    inhoud,
    isFout = false,
    melding,
    naam,
    zonderGrond = false,
    stijl = [],
    script = [],
    breed = false,
    terug,
  } = delen
  // Where all of it stands already, nothing is said twice.
  const opLijn = delen.zonderStrook ? undefined : strook(verzoek, delen.inGesprek)
  const grond = zonderGrond ? undefined : werker?.grond
  return pagina(context, {
    stijl: [
      'mijn.css',
      'balie.css',
      ...stijl,
      ...(opLijn && !stijl.includes('lijnen.css') ? ['lijnen.css'] : []),
    ],
    script: opLijn ? [...script, strookscript] : script,
    ververs: delen.ververs,
    titel,
    isFout,
    breed,
    isBrief: delen.isBrief === true,
    inhoud: html`${opLijn}${terug && html`<a class="vd-back" href="${terug.adres}">${terug.tekst}</a>`}${grond && grondbalk(verzoek, grond, naam)}
<h1>${delen.kop ?? titel}</h1>
${melding !== undefined && html`<p class="vd-notice" role="status">${melding}</p>`}
${inhoud}`,
  })
}

/** Whom they help, for what and why, until when; and the way to stop. On every page about a person. */
function grondbalk(verzoek: Verzoek, grond: GesteldeGrond, naam: string | undefined): Html {
  const { context } = verzoek
  const { t } = context.spraak
  return html`<section class="vd-desk" aria-label="${t('balie.grond.naam')}">
<p class="vd-desk__who">${naam === undefined ? t('balie.grond.zoekt') : t('balie.grond.helpt', { naam })}</p>
<ul class="vd-desk__why">
<li>${t('balie.grond.doel', { doel: t(`balie.doel.${grond.doel}`) })}</li>
<li>${t('balie.grond.reden', { reden: t(`balie.reden.${grond.reden}`) })}</li>
${grond.kenmerk !== undefined && html`<li>${t('balie.grond.kenmerk', { kenmerk: grond.kenmerk })}</li>`}
<li>${t('balie.grond.tot', { moment: tijdstip(context, verlooptOp(grond)) })}</li>
</ul>
<form method="post" action="${adres(context.taal, 'balieEinde')}"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="stop" value="1">${t('balie.grond.stop')}</button></form>
</section>`
}

export function tijdstip(context: Context, op: Date): string {
  return moment(context, op, datumOp(op, 'Europe/Amsterdam'))
}

/** Under which ground a form was made. */
export function grondveld({ id }: GesteldeGrond): Html {
  return html`<input type="hidden" name="grond" value="${id}">`
}

/** 403, in the words of a desk: what is missing and how to go on. */
export function balieFoutPagina(context: Context, code: 'ontbreekt' | 'verlopen' | 'geen-toegang'): string {
  const { t } = context.spraak
  const sleutel = code === 'geen-toegang' ? 'balie.geen_toegang' : `balie.grond.${code}`
  return pagina(context, {
    stijl: ['mijn.css', 'balie.css'],
    titel: t(`${sleutel}.titel`),
    inhoud: html`<h1>${t(`${sleutel}.titel`)}</h1>
<p class="vd-lead">${t(`${sleutel}.tekst`)}</p>
<p><a class="utrecht-button utrecht-button--primary-action" href="${adres(context.taal, 'balie')}">${t(code === 'geen-toegang' ? 'balie.zoeken.terug' : 'balie.grond.naar_begin')}</a></p>`,
  })
}

import { attrs, type Html, html } from '../../platform/index.ts'
import { adres, inTaal, type Routenaam, talen } from '../routes.ts'
import type { Context, OpWerk } from './context.ts'
import { logo } from './deur.ts'
import { gelukvak } from './gelukt.ts'
import { nietDigitaal, samenDoen } from './kolom.ts'

export interface PaginaDelen {
  readonly titel: string
  readonly inhoud: Html
  /** Beside the text, above the boxes that stand on every page. */
  readonly zijkant?: Html | undefined
  readonly actief?: Routenaam | undefined
  /** The title of the tab begins with this word when the form has a fault. */
  readonly isFout?: boolean
  readonly breed?: boolean
  /** This page on paper, when it is not the overview of rights. */
  readonly print?: string
  /** For who is no resident and no professional of ours: the desks of a resident say nothing to them. */
  readonly isVoorPartij?: boolean
  /** On paper this is a letter: nothing around it but who it is from and how to ask. */
  readonly isBrief?: boolean
  /** Style sheets of this kind of page, beside those that every page has. */
  readonly stijl?: readonly string[]
  /** Scripts of this kind of page: comfort on top of what works without. */
  readonly script?: readonly string[]
  /** Where a script looks for news: without one it is fetched again after so many seconds. */
  readonly ververs?: number | undefined
}

/** On every page. What only one kind of page needs stands in a sheet of its own. */
const CSS = ['voordeur.css']

export function pagina(context: Context, delen: PaginaDelen): string {
  const { spraak, taal, asset } = context
  const { t } = spraak
  const gelukt = gelukvak(context, delen.isFout === true)
  const titel = `${delen.isFout ? `${t('algemeen.fout')} ` : ''}${delen.titel} · ${t('algemeen.naam')}`
  return `<!doctype html>${html`
<html lang="${taal}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#12352f">
<title>${titel}</title>
<link rel="preload" href="${asset('letters.woff2')}" as="font" type="font/woff2" crossorigin>
${[...CSS, ...(delen.stijl ?? []), ...(gelukt ? ['gelukt.css'] : [])].map((naam) => html`<link rel="stylesheet" href="${asset(naam)}">`)}
<link rel="stylesheet" href="${asset('papier.css')}" media="print">
<link rel="icon" href="${asset('deur.svg')}" type="image/svg+xml">
${['gemak.js', ...(delen.script ?? []), ...(gelukt ? ['gelukt.js'] : [])].map((naam) => html`<script src="${asset(naam)}" type="module"></script>`)}
${delen.ververs !== undefined && html`<noscript><meta http-equiv="refresh" content="${delen.ververs}"></noscript>`}
</head>
<body class="utrecht-document utrecht-document--surface vd-body${delen.isBrief && ' vd-body--brief'}">
<a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">${t('algemeen.naar_inhoud')}</a>
${kop(context, delen.actief)}
${context.balie === undefined ? strip(context) : baliestrip(context, context.balie)}
${helperstrip(context)}
<div class="vd-page${delen.breed ? ' vd-page--wide' : ''}${gelukt && ' vd-page--gelukt'}">
<main class="vd-main" id="inhoud" tabindex="-1">
${taalnoot(context)}
${delen.inhoud}
</main>
${gelukt}
${
  (context.balie === undefined || context.balie === 'niemand') &&
  delen.isVoorPartij !== true &&
  html`<div class="vd-aside">
${delen.zijkant}
${nietDigitaal(context, delen.print)}
${samenDoen(context)}
</div>`
}
</div>
${voet(context)}
</body>
</html>`}`
}

function kop(context: Context, actief: Routenaam | undefined): Html {
  const { t } = context.spraak
  const links: readonly (readonly [Routenaam, string])[] = [
    ['gebeurtenissen', t('algemeen.menu.gebeurtenissen')],
    ['rechten', t('algemeen.menu.rechten')],
    ['zoeken', t('algemeen.menu.zoeken')],
    ['hulp', t('algemeen.menu.hulp')],
  ]
  return html`<header class="vd-header">
<div class="vd-header__inner">
<a class="vd-logo" href="${adres(context.taal, 'start')}">${logo()}<span>${t('algemeen.naam')}</span></a>
<nav class="vd-nav" aria-label="${t('algemeen.menu.naam')}"><ul>
${links.map(
  ([naam, tekst]) =>
    html`<li><a href="${adres(context.taal, naam)}"${attrs({ 'aria-current': naam === actief ? 'page' : undefined })}>${tekst}</a></li>`,
)}
</ul></nav>
${taalkeuze(context)}
</div>
</header>`
}

function taalkeuze(context: Context): Html {
  const { t } = context.spraak
  return html`<nav class="vd-languages" aria-label="${t('algemeen.taal.naam')}"><ul>
${talen.map((taal) => {
  const isHuidig = taal === context.taal
  const eigen = attrs({ lang: taal, hreflang: taal, 'aria-current': isHuidig ? 'true' : undefined })
  return html`<li><a href="${inTaal(taal, context.pad, context.zoekdeel)}"${eigen}>${t(`algemeen.taal.${taal}`)}</a></li>`
})}
</ul></nav>`
}

/** For whom you act and where you live; always the first thing under the header. */
function strip(context: Context): Html | undefined {
  const { t } = context.spraak
  const { plaats, zwijgtOver } = context
  const isWie = zwijgtOver?.has('wie') !== true
  const isPlaats = zwijgtOver?.has('plaats') !== true
  if (!isWie && !isPlaats) return undefined
  return html`<section class="vd-strip" aria-label="${t('algemeen.strip.naam')}"><div class="vd-strip__inner">
${isWie && html`<span>${t('algemeen.strip.voor')} <strong>${voorWie(context)}</strong></span>`}
${isWie && context.ingelogd && html`<span><a href="${adres(context.taal, 'voorWie')}">${t('algemeen.strip.ander')}</a></span>`}
${
  isPlaats &&
  html`<span>${plaats ? html`<strong>${plaats.naam}</strong>` : t(context.ingelogd === undefined ? 'algemeen.strip.plaats_open' : 'algemeen.strip.plaats_kies')}</span>
<a href="${adres(context.taal, 'vraag', { n: 1 })}">${plaats ? t('algemeen.strip.wijzig') : t('algemeen.strip.kies')}</a>`
}
${isWie && inlogdeel(context)}
</div></section>`
}

/** Who sits beside them, on every page as long as it is so, with the way to end it. */
function helperstrip({ taal, spraak: { t }, ingelogd }: Context): Html | undefined {
  const helper = ingelogd?.helper
  if (helper === undefined) return undefined
  const { naam = t('algemeen.strip.iemand'), organisatie } = helper
  const wie = organisatie === undefined ? naam : `${naam} (${organisatie})`
  return html`<section class="vd-strip vd-strip--helper" aria-label="${t('algemeen.strip.hulp')}"><div class="vd-strip__inner">
<span>${t('algemeen.strip.geholpen')} <strong>${wie}</strong></span>
<form class="vd-login-link" method="post" action="${adres(taal, 'ernaastStuur')}"><button class="vd-link-button" name="doe" value="stop">${t('algemeen.strip.stop_hulp')}</button></form>
</div></section>`
}

/** In the same place: that one is at work, for whom, and out again. */
function baliestrip({ taal, spraak: { t } }: Context, balie: OpWerk | 'niemand'): Html {
  if (balie === 'niemand')
    return html`<section class="vd-strip" aria-label="${t('balie.strip.naam')}"><div class="vd-strip__inner"><span>${t('balie.titel')}</span></div></section>`
  const { organisatie, naam, rollen } = balie
  const namen = rollen.map((rol) => t(`balie.rol.${rol}`)).join(', ')
  return html`<section class="vd-strip vd-strip--zinnen" aria-label="${t('balie.strip.naam')}"><div class="vd-strip__inner">
<span>${naam !== undefined && html`<strong>${naam}</strong>. `}${t('balie.strip.wie', { organisatie })}</span>
<span>${t('balie.strip.rol', { n: rollen.length, rollen: namen })}</span>
<form class="vd-login-link" method="post" action="${adres(taal, 'balieUit')}"><a href="${adres(taal, 'balie')}">${t('balie.titel')}</a>
<button class="vd-link-button" type="submit" name="uit" value="1">${t('balie.strip.uit')}</button></form>
</div></section>`
}

function voorWie({ spraak: { t }, ingelogd }: Context): string {
  if (ingelogd === undefined || ingelogd.voor === 'zelf') return t('algemeen.strip.uzelf')
  const { waarvoor, vestiging } = ingelogd
  const als = t(`algemeen.strip.als.${ingelogd.voor}`)
  const rol = [als, waarvoor, vestiging && t('algemeen.strip.vestiging', { nummer: vestiging })]
    .filter(Boolean)
    .join(', ')
  // No brackets within brackets.
  if (rol !== als && ingelogd.naam !== undefined) return `${ingelogd.naam}, ${rol}`
  return ingelogd.naam === undefined ? rol : `${ingelogd.naam} (${rol})`
}

/** Log in, or what is mine and out again. */
function inlogdeel(context: Context): Html | undefined {
  const { taal, spraak, ingelogd, kanInloggen } = context
  if (ingelogd === undefined) {
    const link = adres(taal, 'inloggen')
    return kanInloggen
      ? html`<a class="vd-login-link" href="${link}">${spraak.t('algemeen.inloggen')}</a>`
      : undefined
  }
  return html`<form class="vd-login-link" method="post" action="${adres(taal, 'uitloggen')}"><a href="${adres(taal, 'mijn')}">${spraak.t('algemeen.mijn')}</a>
<button class="vd-link-button" type="submit" name="uit" value="1">${spraak.t('algemeen.uitloggen')}</button></form>`
}

/** A page in Papiamentu says that a speaker has not read it yet. */
function taalnoot(context: Context): Html | undefined {
  const tekst = context.taal === 'pap' ? context.spraak.t('algemeen.vertaling.tekst') : ''
  if (tekst === '') return undefined
  return html`<p class="vd-note">${tekst}</p>`
}

function voet(context: Context): Html {
  const { t } = context.spraak
  const links: readonly Routenaam[] = [
    'producten',
    'organisaties',
    'echt',
    'post',
    'over',
    'privacy',
    'toegankelijkheid',
    'hulp',
    'balieInloggen',
    'redactie',
  ]
  const tekst: Partial<Record<Routenaam, string>> = { hulp: t('algemeen.menu.hulp') }
  return html`<footer class="vd-footer"><div class="vd-footer__inner">
<p class="vd-footer__slogan">${logo()}<span><strong>${t('algemeen.naam')}</strong><br>${t('algemeen.leus')}</span></p>
<nav aria-label="${t('algemeen.voet.naam')}"><ul>
${links.map((naam) => html`<li><a href="${adres(context.taal, naam)}">${tekst[naam] ?? t(`algemeen.voet.${naam}`)}</a></li>`)}
</ul></nav>
<p>${t('algemeen.voet.proef')}</p>
${
  context.heeftIets &&
  html`<form method="post" action="${adres(context.taal, 'wis')}"><button class="utrecht-button utrecht-button--secondary-action vd-button--on-dark" type="submit">${t('algemeen.voet.wis')}</button></form>`
}
</div></footer>`
}

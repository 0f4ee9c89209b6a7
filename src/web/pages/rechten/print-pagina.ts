import type { Uitkomst } from '../../../engine/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { type Groep, type Overzicht, segmenten, vraagstelling, waardeOp } from '../../../rechten/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { pagina } from '../../ui/pagina.ts'
import { type Beeld, uitvoerderVan } from './beeld.ts'
import { bedrag } from './kaart.ts'
import { naamMetWie } from './vraagtekst.ts'
import { antwoordtekst } from './waarde.ts'
import { afstandzin, ontbrekend, reden, regelingtekst, samen, voorwaardetekst } from './zinnen.ts'

export interface PrintBeeld {
  readonly context: Context
  readonly beeld: Beeld
  readonly overzicht: Overzicht
  readonly nogVragen: number
}

/** The overview to take along: what to do in a box at the top, then each scheme on a line, then the answers. */
export function printPagina(delen: PrintBeeld): string {
  const { context, beeld, overzicht } = delen
  const { spraak, taal } = context
  const { t } = spraak
  return pagina(context, {
    stijl: ['rechten.css', 'regeling.css'],
    titel: t('print.titel'),
    actief: 'rechten',
    inhoud: html`<a class="vd-back" href="${adres(taal, 'overzicht')}">${t('regeling.terug')}</a>
<h1>${t('print.titel')}</h1>
<p>${t('print.voor_wie')} ${t('print.gemaakt', { datum: spraak.datum(beeld.datum) })}</p>
<p class="vd-screen-only"><button class="utrecht-button utrecht-button--primary-action" type="button" data-verrijk="print" hidden>${t('print.knop')}</button> <span class="vd-calm">${t('print.hoe')}</span></p>
${doen(delen)}
${meenemen(delen)}
${(['zeker', 'mogelijk', 'vraag-na', 'niet-nu'] as const).map((groep) => tabel(delen, groep, overzicht.groepen[groep]))}
${antwoorden(delen)}
<p class="vd-calm">${t('print.geen_besluit')}</p>`,
  })
}

function doen({ context: { spraak }, beeld, overzicht, nogVragen }: PrintBeeld): Html {
  const { t } = spraak
  const namen = overzicht.groepen.zeker.flatMap(({ regeling }) => {
    const info = beeld.regelingen.get(regeling)
    return info ? [regelingtekst(spraak, info).tekst.titel] : []
  })
  const opEiland = beeld.plaats?.soort === 'eiland'
  return html`<section class="vd-card vd-todo"><h2>${t('print.doen.titel')}</h2><ul class="vd-list">
<li>${namen.length > 0 ? t('print.doen.aanvragen', { namen: samen(spraak, namen) }) : t('print.doen.niets')}</li>
${nogVragen > 0 && html`<li>${t('print.doen.vraag')}</li>`}
${overzicht.groepen['vraag-na'].length > 0 && html`<li>${t(`print.doen.${opEiland ? 'balie_eiland' : 'balie'}`)}</li>`}
</ul></section>`
}

/** What people at a desk ask for, by what the visitor told about; nobody is sent home for papers. */
const PAPIEREN: readonly (readonly [naam: string, feit: RegExp])[] = [
  ['inkomen', /inkomen/],
  ['vermogen', /vermogen/],
  ['huur', /kale_huur/],
  ['zorg', /zorgverzekerd/],
]

function meenemen({ context: { spraak }, beeld }: PrintBeeld): Html {
  const { t } = spraak
  const genoemd = PAPIEREN.filter(([, feit]) => beeld.antwoorden.volgorde.some((pad) => feit.test(pad)))
  const namen = ['id', ...genoemd.map(([naam]) => naam), 'brieven']
  return html`<section class="vd-section"><h2>${t('print.mee.titel')}</h2>
<ul class="vd-tick">${namen.map((naam) => html`<li class="vd-tick__item">${t(`print.mee.${naam}`)}</li>`)}</ul></section>`
}

function tabel(
  { context: { spraak }, beeld }: PrintBeeld,
  groep: Groep,
  lijst: readonly Uitkomst[],
): Html | undefined {
  const { t } = spraak
  if (lijst.length === 0) return undefined
  return html`<section class="vd-section"><h2 id="tabel-${groep}">${t(`overzicht.groep.${groep}`)}</h2>
<table class="utrecht-table utrecht-table--html-table vd-table" aria-labelledby="tabel-${groep}"><thead><tr><th scope="col">${t('print.regeling')}</th><th scope="col">${t('print.wat')}</th><th scope="col" class="vd-table__amount">${t('print.bedrag')}</th></tr></thead><tbody>
${lijst.map((uitkomst) => {
  const regeling = beeld.regelingen.get(uitkomst.regeling)
  if (!regeling) return undefined
  const { tekst, lang } = regelingtekst(spraak, regeling)
  return html`<tr><th scope="row"${attrs({ lang })}>${tekst.titel}</th><td>${zin(spraak, beeld, groep, uitkomst)} ${uitvoerderVan(beeld, regeling.uitvoerder, spraak.taal).naam}.</td><td class="vd-table__amount">${bedrag(spraak, uitkomst)}</td></tr>`
})}</tbody></table></section>`
}

function zin(spraak: Context['spraak'], beeld: Beeld, groep: Groep, uitkomst: Uitkomst): Html | string {
  const { t } = spraak
  const regeling = beeld.regelingen.get(uitkomst.regeling)
  if (!regeling) return ''
  const { tekst, lang } = regelingtekst(spraak, regeling)
  if (groep === 'mogelijk') {
    return t('overzicht.kaart.ontbreekt', {
      wat: samen(spraak, ontbrekend(spraak, beeld, uitkomst).slice(0, 4)),
    })
  }
  if (groep === 'vraag-na') {
    const waarom = reden(spraak, uitkomst)
    return waarom ? t('overzicht.kaart.omdat', { reden: waarom }) : ''
  }
  const gefaald = uitkomst.uitleg.voorwaarden.find((v) => v.voldaan === 'nee')
  if (groep === 'niet-nu' && gefaald) {
    return html`${t('overzicht.voldaan.nee')}: <span${attrs({ lang })}>${voorwaardetekst(tekst, gefaald.naam)}</span> ${afstandzin(spraak, beeld, gefaald)}`
  }
  return html`<span${attrs({ lang })}>${tekst.kort}</span>`
}

function antwoorden({ context: { spraak }, beeld }: PrintBeeld): Html {
  const { t } = spraak
  return html`<section class="vd-section"><h2>${t('print.antwoorden')}</h2><dl class="vd-answers">
${beeld.antwoorden.volgorde.map((pad) => {
  const vraag = segmenten(pad).length > 0 ? vraagstelling(beeld.corpus, pad) : undefined
  if (!vraag) return undefined
  const waarde = beeld.antwoorden.onbekend.includes(pad)
    ? t('rechten.antwoorden.weet_niet')
    : antwoordtekst(spraak, beeld, vraag, waardeOp(beeld.antwoorden, pad))
  return html`<div class="vd-answer"><dt>${naamMetWie(spraak, beeld.antwoorden, vraag)}</dt><dd>${waarde}</dd></div>`
})}</dl></section>`
}

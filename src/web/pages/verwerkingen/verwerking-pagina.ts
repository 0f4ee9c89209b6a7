import type { Verwerking } from '../../../corpus/index.ts'
import type { Tekst } from '../../../engine/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { pagina } from '../../ui/pagina.ts'
import { taalmerk } from './taalmerk.ts'

export function verwerkingPagina(context: Context, verwerking: Verwerking, gevraagd: number): string {
  const { taal, spraak } = context
  const { t } = spraak
  const { naam, doel, versie } = verwerking
  return pagina(context, {
    stijl: ['regeling.css', 'zoeken.css'],
    titel: naam[taal] ?? naam.nl ?? verwerking.id,
    inhoud: html`<a class="vd-back" href="${adres(taal, 'verwerkingen')}">${t('verwerking.terug')}</a>
<div class="vd-stack"><h1${taalmerk(naam, taal)}>${naam[taal] ?? naam.nl}</h1>
<p class="vd-lead"${taalmerk(doel, taal)}>${doel[taal] ?? doel.nl}</p></div>
${gevraagd !== versie && html`<p class="vd-note">${t('verwerking.ouder', { gevraagd, versie })}</p>`}
<section class="vd-section"><h2>${t('verwerking.gegevens')}</h2>
${lijst(Object.values(verwerking.soorten).map((soort) => inTaal(soort, context)))}</section>
<section class="vd-section"><h2>${t('verwerking.over')}</h2>
${lijst(verwerking.betrokkenen.map((wie) => html`${t(`verwerking.betrokkene.${wie}`)}`))}</section>
<section class="vd-section"><h2>${t('verwerking.wie')}</h2>
${lijst(verwerking.door.map((wie) => html`${t(`verwerking.door.${wie}`)}`))}
<p>${verwerking.ontvangers.length === 0 ? t('verwerking.ontvangers_geen') : t(verwerking.ontvangers.includes('portaal') ? 'verwerking.ontvangers_portaal' : 'verwerking.ontvangers')}</p></section>
<section class="vd-section"><h2>${t('verwerking.waarom')}</h2>${grond(context, verwerking)}</section>
<section class="vd-section"><h2>${t('verwerking.bewaren')}</h2>${bewaren(context, verwerking)}</section>`,
  })
}

function inTaal(tekst: Tekst, { taal }: Context): Html {
  return html`<span${taalmerk(tekst, taal)}>${tekst[taal] ?? tekst.nl}</span>`
}

function lijst(regels: readonly Html[]): Html {
  return html`<ul class="vd-list">${regels.map((regel) => html`<li>${regel}</li>`)}</ul>`
}

function grond(context: Context, { grondslag }: Verwerking): Html {
  const { t } = context.spraak
  const wetten = grondslag.wetten.map(
    ({ wet, artikel, vertrouwen }) =>
      html`<span lang="nl">${wet}, ${t('verwerking.artikel', { artikel })}</span> <span class="vd-calm">(${t(`overzicht.vertrouwen.${vertrouwen}`)})</span>`,
  )
  return html`<p>${inTaal(grondslag.uitleg, context)}</p>
<p>${t('verwerking.avg')} ${t('verwerking.avg_artikel', { letter: grondslag.avg.slice(-1) })}</p>
${wetten.length > 0 && lijst(wetten)}`
}

const EENHEDEN = { D: 'dagen', M: 'maanden', Y: 'jaren' } as const

/** `P5Y`: the reader of the corpus lets through years, months and days. */
function bewaren({ spraak: { t } }: Context, { bewaren: { termijn, bron, vertrouwen } }: Verwerking): Html {
  const [, n = '', eenheid = ''] = /^P(\d+)([DMY])$/.exec(termijn) ?? []
  const naam = EENHEDEN[eenheid as keyof typeof EENHEDEN]
  const hoelang = naam === undefined ? termijn : t(`verwerking.termijn.${naam}`, { n: Number(n) })
  return html`<p>${hoelang}</p>
<p class="vd-calm">${t('verwerking.bron')} <span lang="nl">${bron}</span> (${t(`overzicht.vertrouwen.${vertrouwen}`)})</p>`
}

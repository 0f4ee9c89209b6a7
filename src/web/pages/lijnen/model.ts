/** «What if»: the same people and calls in one queue, with a lane, and with a team of their own. A model, no measurement. */
import {
  gewoneInstellingen,
  type Naspelstand,
  type Naspeluitkomst,
  rekenModel,
} from '../../../lijnen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { foutSamenvatting, tekstveld } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { gidsVan } from './bron.ts'
import { modelantwoord } from './modelantwoord.ts'
import { vermijdingsdeel } from './modelvermijding.ts'
import {
  type GelezenModel,
  leesModel,
  type Modelveld,
  modeldelen,
  modelregels,
  modelvelden,
  volgendZaad,
} from './modelvraag.ts'
import { verschil } from './modelwoorden.ts'

/** Named limit: so long somebody waits for what is played; after that the page says how far it is. */
const WACHT_MS = 1_500

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const plek = gidsVan(verzoek)
  if (plek === undefined) return { soort: 'niet-gevonden' }
  const { spraak, taal } = verzoek.context
  const { t } = spraak
  const model = leesModel(verzoek.zoek, spraak)
  const { vraag, fouten } = model
  const stand = await naspel(verzoek, model)
  const isFout = fouten.length > 0
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}<p class="vd-lead">${t('lijnmodel.lead')}</p>
<p class="vd-note"><strong>${t('lijnmodel.model')}</strong> ${t('lijnmodel.model_uitleg')}</p>
${vorm(verzoek, model)}
${ingevuld(verzoek, model)}
${
  vraag &&
  html`<div class="vd-lijnmodel" data-verrijk="zaken"${attrs({ 'data-klaar': stand?.soort === 'bezig' ? 'nee' : 'ja' })}>
<p class="vd-visually-hidden" role="status" data-nieuws="${t('lijnmodel.naspel.klaar')}"></p>
<div data-deel="antwoord">${modelantwoord(verzoek.context, { vraag, beeld: rekenModel(vraag), stand })}</div>
<div data-deel="naspel">${naspeldeel(verzoek, model, stand)}</div></div>
${vermijdingsdeel(verzoek.context, vraag, model.k)}
${aannames(verzoek)}`
}`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('lijnmodel.titel'),
      zonderGrond: true,
      ...{ inhoud, isFout, breed: true },
      stijl: ['figuur.css', 'ervaring.css', 'zaken.css', 'lijnen.css'],
      script: stand?.soort === 'bezig' ? ['zaken.js'] : [],
      terug: { adres: adres(taal, 'balieLijnen'), tekst: t('lijnen.terug') },
    }),
    ...(isFout && { status: 400 }),
  }
}

/** Only for who filled in something: whoever only looks starts nothing. */
async function naspel(
  { balie }: Verzoek,
  { vraag, isGevraagd, zaad }: GelezenModel,
): Promise<Naspelstand | undefined> {
  if (vraag === undefined || !isGevraagd) return undefined
  return balie?.naspeler?.speel({ ...vraag, zaad }, WACHT_MS)
}

function vorm({ context }: Verzoek, { getypt, fouten }: GelezenModel): Html {
  const { taal, spraak } = context
  const { t } = spraak
  const veld = (naam: Modelveld): Html =>
    html`<div class="vd-lijnmodel__veld">${tekstveld({
      id: naam,
      naam,
      label: t(`lijnmodel.veld.${naam}`),
      waarde: getypt[naam],
      fout: fouten.find((een) => een.veld === naam),
      foutWoord: t('algemeen.fout'),
      breedte: 'kort',
      invoer: modelregels[naam].decimalen === 0 ? 'numeric' : 'decimal',
      hoogstens: 12,
      na: t(`lijnmodel.eenheid.${naam}`),
      beschrijvingen: [`${naam}-na`, `${naam}-hulp`],
    })}<p class="vd-calm vd-small" id="${naam}-hulp">${t(`lijnmodel.hulp.${naam}`)}</p></div>`
  return html`<form class="vd-lijnmodel__vorm vd-no-print" method="get" action="${adres(taal, 'balieLijnmodel')}">
${modelvelden.map(veld)}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('lijnmodel.knop')}</button></p></form>`
}

/** On paper, where the form is away: an outcome says nothing without what was filled in. */
function ingevuld({ context }: Verzoek, { getypt }: GelezenModel): Html {
  const { t } = context.spraak
  return html`<ul class="vd-list vd-lijnmodel__ingevuld">${modelvelden
    .filter((naam) => (getypt[naam] ?? '') !== '')
    .map(
      (naam) =>
        html`<li>${t(`lijnmodel.veld.${naam}`)}: ${getypt[naam]} ${t(`lijnmodel.eenheid.${naam}`)}</li>`,
    )}</ul>`
}

function naspeldeel(
  { context }: Verzoek,
  model: GelezenModel,
  stand: Naspelstand | undefined,
): Html | undefined {
  const { taal, spraak } = context
  const { t, getal } = spraak
  const zelfde = (zaad: number) => adres(taal, 'balieLijnmodel', { filter: modeldelen(model, zaad) })
  switch (stand?.soort) {
    case undefined:
      return html`<p class="vd-no-print">${t('lijnmodel.naspel.nog_niet')}</p>`
    case 'bezig': {
      const deel = Math.round(stand.deel * 100)
      return html`<div class="vd-voortgang"><progress max="100" value="${deel}" aria-label="${t('lijnmodel.naspel.titel')}"></progress><p>${t('lijnmodel.naspel.bezig', { n: getal(deel) })} <a href="${zelfde(model.zaad)}">${t('lijnmodel.naspel.kijk')}</a></p></div>`
    }
    case 'druk':
    case 'mislukt':
      return html`<p class="vd-notice" role="status">${t(`lijnmodel.naspel.${stand.soort}`)} <a href="${zelfde(model.zaad)}">${t('lijnmodel.naspel.opnieuw')}</a></p>`
    case 'klaar': {
      const gespeeld = Object.values(stand.uitkomst).find((een) => een !== undefined)
      if (gespeeld === undefined) return html`<p>${t('lijnmodel.naspel.niets')}</p>`
      return html`<p>${t('lijnmodel.naspel.uitleg', { n: getal(gespeeld.samen.oproepen) })} ${zelfdeGesprekken(context, stand.uitkomst)} ${t('lijnmodel.naspel.toeval')} <a class="vd-no-print" href="${zelfde(volgendZaad(model.zaad))}">${t('lijnmodel.naspel.anders')}</a></p>`
    }
    default:
      return stand satisfies never
  }
}

/** Of the same calls, so that how long the queue became, which is chance, plays no part. */
function zelfdeGesprekken({ spraak }: Context, uitkomst: Naspeluitkomst): string | undefined {
  const rij = uitkomst['een-rij']?.samen.gemiddeldSeconden
  const publiek = uitkomst.voorrang?.publiek.gemiddeldSeconden
  if (rij === undefined || publiek === undefined || rij === 0) return undefined
  return spraak.t('lijnmodel.naspel.zelfde', { verschil: verschil(spraak, publiek / rij - 1) })
}

function aannames({ context }: Verzoek): Html {
  const { t } = context.spraak
  return html`<section class="vd-section"><h2>${t('lijnmodel.hoe.titel')}</h2><ul class="vd-list">${(['toeval', 'gelijk', 'plafond', 'formule', 'ijk'] as const).map((een) => html`<li>${t(`lijnmodel.hoe.${een}`, { n: gewoneInstellingen.plafond * 100 })}</li>`)}</ul></section>`
}

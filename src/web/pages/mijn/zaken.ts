/** All cases of whoever it is about, at every organisation that was asked. */
import { datumOp } from '../../../kalender/index.ts'
import { type Html, html, PlatformError } from '../../../platform/index.ts'
import { type Kijker, type Zaken, type Zicht, zichtVoor } from '../../../zaken/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { leesFilter, type Zakenfilter } from '../zaken/filter.ts'
import { zakenlijst } from '../zaken/lijst.ts'
import { leesBronnen } from '../zaken/openen.ts'
import { maakScherm, type Scherm } from '../zaken/scherm.ts'
import { eisWie, zaakAntwoorden, zaakindexZien } from './eis.ts'
import { gedaanUit, mijnPagina } from './kader.ts'
import { handelende, mag } from './wie.ts'

/** Named limit: so long the page waits for organisations; who answers later is on the page that follows. */
export const WACHT_MS = 300

export const zaakdoel = 'zaken-tonen'

/** Absent in an installation that asks no organisation for cases: then these pages are not there. */
export function eisZaken(verzoek: Verzoek): { readonly zaken: Zaken; readonly kijker: Kijker } {
  const { mijn, wie } = eisWie(verzoek)
  if (mijn.zaken === undefined) throw new PlatformError('niet-gevonden')
  const { voor, persoon, sessie } = wie
  const zicht = zichtBij(verzoek)
  const kijker = {
    plek: sessie.id,
    persoon,
    door: handelende(wie),
    doel: zaakdoel,
    ...(zicht !== undefined && { zicht }),
    ...(voor.soort === 'bedrijf' && voor.vestiging !== undefined && { vestiging: voor.vestiging }),
  }
  return { zaken: mijn.zaken, kijker }
}

function zichtBij(verzoek: Verzoek): Zicht | undefined {
  return zichtVoor(eisWie(verzoek).wie.voor, datumOp(verzoek.nu, 'Europe/Amsterdam'))
}

/** What the table of access lets them do in a case says which ways to do something stand there. */
export function mijnScherm(verzoek: Verzoek): Scherm {
  const { mijn, wie } = eisWie(verzoek)
  const isAlleenKijken = wie.voor.soort === 'kind' && !mag(mijn, wie, zaakAntwoorden, verzoek.nu)
  return { ...maakScherm(verzoek, 'mijn'), isAlleenKijken }
}

export function leesVooruit(verzoek: Verzoek): void {
  const { zaken, kijker } = eisZaken(verzoek)
  zaken.leesVooruit(kijker)
}

export function toon(verzoek: Verzoek): Promise<Antwoord> {
  return lijst(verzoek, leesFilter(verzoek.zoek))
}

/** What they look for comes with the form and is gone when they leave the page. */
export function zoek(verzoek: Verzoek): Promise<Antwoord> {
  return lijst(verzoek, leesFilter(verzoek.form, verzoek.form.get('tekst')))
}

async function lijst(verzoek: Verzoek, filter: Zakenfilter): Promise<Antwoord> {
  const { zaken, kijker } = eisZaken(verzoek)
  const { mijn, wie } = eisWie(verzoek)
  const { context, nu, zoek: gevraagd } = verzoek
  const { t } = context.spraak
  const blik = await zaken.kijk(kijker, WACHT_MS)
  const deelname = mag(mijn, wie, zaakindexZien, nu) ? await zaken.deelname(kijker) : 'onbekend'
  const gedaan = gedaanUit(gevraagd, ['opnieuw', 'doet-mee', 'doet-niet-mee'])
  const inhoud = html`${alleenVoor(verzoek)}
${zakenlijst({ scherm: mijnScherm(verzoek), blik, filter, isDeel: kijker.zicht?.soort === 'onderwerpen' })}
${wie.voor.soort === 'kind' ? html`<p class="vd-calm">${t('zaken.kind.niets_bewaard')}</p>` : onthoudvorm(verzoek, deelname)}`
  const pagina = mijnPagina(context, {
    titel: t('zaken.titel'),
    inhoud,
    melding: gedaan && t(`zaken.gedaan.${gedaan}`),
    stijl: ['zaken.css'],
    script: ['zaken.js'],
  })
  return { soort: 'pagina', pagina }
}

/** For whom, when it is not for themselves, and how much of it they see. */
function alleenVoor(verzoek: Verzoek): Html | undefined {
  const { ingelogd, spraak } = verzoek.context
  if (eisWie(verzoek).wie.voor.soort === 'kind') return vanKind(verzoek)
  if (zichtBij(verzoek)?.soort === 'onderwerpen')
    return html`<p class="vd-note">${spraak.t('zaken.alleen_zorg')}</p>`
  if (ingelogd === undefined || ingelogd.voor === 'zelf') return undefined
  const { waarvoor, naam } = ingelogd
  if (waarvoor !== undefined) return html`<p class="vd-note">${spraak.t('zaken.alleen', { waarvoor })}</p>`
  return html`<p class="vd-note">${naam === undefined ? spraak.t('zaken.voor_ander') : spraak.t('zaken.voor', { naam })}</p>`
}

/** What a parent sees of a child and until when, what not and why not, and what they can do. */
function vanKind(verzoek: Verzoek): Html {
  const { wie } = eisWie(verzoek)
  const { spraak } = verzoek.context
  const { t } = spraak
  const zicht = zichtBij(verzoek)
  const { naam, voor } = wie
  const over = zicht?.soort === 'onderwerpen' ? zicht.onderwerpen : []
  return html`<div class="vd-note vd-stack"><p>${naam === undefined ? t('zaken.voor_ander') : t('zaken.voor', { naam })}${voor.soort === 'kind' && html` ${t('zaken.kind.tot', { datum: spraak.datum(voor.meerderjarigOp) })}`}</p>
${
  over.length > 0 &&
  html`<p>${t('zaken.kind.vanaf_twaalf', { onderwerpen: over.map((een) => t(`zaken.onderwerp.${een}`)).join('; ') })}</p>
<p>${t('zaken.kind.niet_vastgesteld')}</p>`
}
<p>${t('zaken.kind.kijken')}</p></div>`
}

/** On the page of one case: nothing can be done here, and whom to call. */
export function alleenKijken({ isAlleenKijken, context: { spraak } }: Scherm): Html | undefined {
  if (isAlleenKijken !== true) return undefined
  return html`<p class="vd-note">${spraak.t('zaken.kind.kijken')} <a href="#contact">${spraak.t('zaken.kind.bel')}</a></p>`
}

/** Asks one organisation again, or those that were passed over; the others keep their answer. */
export async function opnieuw(verzoek: Verzoek): Promise<Antwoord> {
  const { zaken, kijker } = eisZaken(verzoek)
  await Promise.all(leesBronnen(verzoek.form).map((bron) => zaken.opnieuw(kijker, bron)))
  return naarLijst(verzoek, 'opnieuw', 'wie-antwoordde')
}

/** Both ways as easy; a word that is neither changes nothing. */
export async function zetDeelname(verzoek: Verzoek): Promise<Antwoord> {
  const { zaken, kijker } = eisZaken(verzoek)
  const keuze = verzoek.form.get('keuze')
  if (keuze !== 'ja' && keuze !== 'nee') return naarLijst(verzoek, undefined, 'onthouden')
  await zaken.zetDeelname(kijker, keuze === 'ja')
  return naarLijst(verzoek, keuze === 'ja' ? 'doet-mee' : 'doet-niet-mee', 'onthouden')
}

function naarLijst({ context }: Verzoek, gedaan: string | undefined, anker: string): Antwoord {
  return {
    soort: 'ga-naar',
    adres: adres(context.taal, 'zaken', { ...(gedaan !== undefined && { gedaan }), anker }),
  }
}

/**
 * That we remember at which organisations they have cases, from their first visit until they refuse: what exactly, and
 * the choice. Absent where nobody keeps that, and for somebody else.
 */
function onthoudvorm(
  { context: { taal, spraak } }: Verzoek,
  deelname: 'ja' | 'nee' | 'onbekend',
): Html | undefined {
  if (deelname === 'onbekend') return undefined
  const { t } = spraak
  const anders = deelname === 'ja' ? 'nee' : 'ja'
  return html`<section class="vd-box vd-box--quiet vd-no-print" id="onthouden" aria-labelledby="onthouden-kop"><h2 class="vd-box__title" id="onthouden-kop">${t('zaken.onthouden.titel')}</h2>
<p><strong>${t(`zaken.onthouden.nu_${deelname}`)}</strong> ${t(`zaken.onthouden.uitleg_${deelname}`)}</p>
<form class="vd-actions" method="post" action="${adres(taal, 'zakenDeelname')}"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="keuze" value="${anders}">${t(`zaken.onthouden.${anders}`)}</button></form></section>`
}

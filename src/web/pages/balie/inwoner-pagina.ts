import type {
  BeperkteGegevens,
  Gegeven,
  Gegevensoort,
  Hulpbehoefte,
  Inkomensgegevens,
  RegisterUitkomst,
} from '../../../inwoner/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import type { EigenKetenzaak } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { type Machtiging, standVan } from '../../../toegang/index.ts'
import { adres as adresVan } from '../../routes.ts'
import type { Verzoek } from '../../verzoek.ts'
import { hulplijst } from '../hulp/vorm.ts'
import { dag } from '../mijn/dag.ts'
import { dienstenlijst, periode } from '../mijn/machtiging-inhoud.ts'
import { volledigeNaam } from '../mijn/naam.ts'
import { baliePagina, tijdstip } from './kader.ts'

/** Each part is absent where the purpose does not have it. */
export interface InwonerBeeld {
  readonly brp: RegisterUitkomst<BeperkteGegevens> | undefined
  readonly inkomen: RegisterUitkomst<Inkomensgegevens> | undefined
  readonly machtigingen: readonly Machtiging[] | undefined
  /** They may see the cases as well. */
  readonly naarZaken: boolean
  /** And what they sent. */
  readonly naarPost: boolean
  readonly naarAfspraken: boolean
  /** And what changed in their rights. */
  readonly naarVeranderingen: boolean
  /** They may write down what somebody needs: with a reason of its own, and so by the first page. */
  readonly naarHulp: boolean
  /** They may open a chain case, and see those in which their organisation takes part. */
  readonly naarKeten: boolean
  readonly ketenzaken: readonly EigenKetenzaak[]
  /** Absent as well where they did not say it, or took it back. */
  readonly hulpbehoefte: Hulpbehoefte | undefined
}

export function inwonerPagina(
  verzoek: Verzoek,
  {
    brp,
    inkomen,
    machtigingen,
    naarZaken,
    naarPost,
    naarAfspraken,
    naarVeranderingen,
    naarHulp,
    naarKeten,
    ketenzaken,
    hulpbehoefte,
  }: InwonerBeeld,
): string {
  const { t } = verzoek.context.spraak
  const inhoud = html`<p class="vd-lead">${t('balie.inwoner.inleiding')}</p>
${hulpbehoefte && html`<section class="vd-notice"><h2>${t('hulpbehoefte.balie')}</h2>${hulplijst(verzoek.context, hulpbehoefte)}</section>`}
${naarZaken && html`<p><a class="utrecht-button utrecht-button--secondary-action" href="${adresVan(verzoek.context.taal, 'balieZaken')}">${t('zaken.balie.naar')}</a></p>`}
${naarPost && html`<p><a class="utrecht-button utrecht-button--secondary-action" href="${adresVan(verzoek.context.taal, 'baliePost')}">${t('post.balie.naar')}</a></p>`}
${naarAfspraken && html`<p><a class="utrecht-button utrecht-button--secondary-action" href="${adresVan(verzoek.context.taal, 'balieAfspraken')}">${t('afspraken.titel')}</a></p>`}
${naarVeranderingen && html`<p><a class="utrecht-button utrecht-button--secondary-action" href="${adresVan(verzoek.context.taal, 'balieInwonerVeranderingen')}">${t('mijn.tegel.veranderingen.titel')}</a></p>`}
${naarKeten && ketendeel(verzoek, ketenzaken)}
${naarHulp && html`<p>${t('hulpbehoefte.aan_balie.eigen_reden')} <a href="${adresVan(verzoek.context.taal, 'balie')}">${t('hulpbehoefte.aan_balie.naar')}</a></p>`}
${brp !== undefined && html`<section class="vd-section"><h2>${t('balie.inwoner.brp')}</h2>${brpdeel(verzoek, brp)}</section>`}
${inkomen !== undefined && html`<section class="vd-section"><h2>${t('balie.inwoner.inkomen')}</h2>${deel(verzoek, inkomen, (gegevens) => geld(verzoek, gegevens))}</section>`}
${machtigingen !== undefined && html`<section class="vd-section"><h2>${t('balie.inwoner.machtigingen')}</h2>${machtigingenlijst(verzoek, machtigingen)}</section>`}`
  return baliePagina(verzoek, { titel: t('balie.inwoner.titel'), inhoud, naam: naamUit(verzoek, brp) })
}

/** Questions that more organisations solve together: those that run, and the way to a new one. */
function ketendeel(verzoek: Verzoek, zaken: readonly EigenKetenzaak[]): Html {
  const { taal, spraak } = verzoek.context
  const { t, datum } = spraak
  const op = (moment: Date) => datum(datumOp(moment, 'Europe/Amsterdam'))
  return html`<section class="vd-section" aria-labelledby="ketenzaken"><h2 id="ketenzaken">${t('loket.werk.titel')}</h2>
${zaken.length === 0 ? html`<p>${t('loket.balie.geen')}</p>` : html`<ul class="vd-rows">${zaken.map(({ ketenzaak, nummer, stand, geopend }) => html`<li class="vd-row"><a href="${adresVan(taal, 'balieKetenzaak', { ketenzaak })}">${t('loket.zaak.titel', { nummer })}</a> <span class="vd-calm">${t(`loket.balie.${stand}`, { dag: op(geopend) })}</span></li>`)}</ul>`}
<p><a class="utrecht-button utrecht-button--secondary-action" href="${adresVan(taal, 'balieLoketNieuw')}">${t('loket.werk.nieuw')}</a></p></section>`
}

/** For the line on top; the register may not have said it. */
export function naamUit(verzoek: Verzoek, brp: RegisterUitkomst<BeperkteGegevens> | undefined): string {
  return bekendeNaam(brp) ?? verzoek.context.spraak.t('balie.grond.iemand')
}

/** `undefined` when the register did not say it. */
export function bekendeNaam(brp: RegisterUitkomst<BeperkteGegevens> | undefined): string | undefined {
  const naam = brp?.status === 'ok' && brp.gegevens.naam ? volledigeNaam(brp.gegevens.naam.waarde) : ''
  return naam === '' ? undefined : naam
}

function deel<T>({ context }: Verzoek, uitkomst: RegisterUitkomst<T>, toon: (gegevens: T) => Html): Html {
  const { t } = context.spraak
  if (uitkomst.status === 'ok') return toon(uitkomst.gegevens)
  if (uitkomst.status !== 'fout')
    return html`<p>${t(uitkomst.status === 'onbekend' ? 'balie.inwoner.onbekend' : 'balie.inwoner.geen_bsn')}</p>`
  const { soort, sinds } = uitkomst
  return html`<div class="vd-notice" role="status"><p><strong>${t(`mijn.gegevens.fout.${soort.replace('-', '_')}`)}</strong> ${t('mijn.gegevens.sinds', { moment: tijdstip(context, sinds) })}</p>
<p>${t('balie.inwoner.niet_alles')}</p></div>`
}

/** What the register of persons said, or that it did not answer. */
export function brpdeel(verzoek: Verzoek, brp: RegisterUitkomst<BeperkteGegevens>): Html {
  return deel(verzoek, brp, (gegevens) => persoon(verzoek, gegevens))
}

function persoon(verzoek: Verzoek, gegevens: BeperkteGegevens): Html {
  const { spraak } = verzoek.context
  const { t } = spraak
  const { naam, geboortedatum, adres, partner, kinderen, medebewoners } = gegevens
  const regel = maakRegel(verzoek)
  return html`${gegevens.isOverleden && html`<p class="vd-notice"><strong>${t('balie.inwoner.overleden')}</strong></p>`}
${gegevens.geheimhouding === 'ja' && html`<p class="vd-notice">${t(gegevens.isAdresVerborgen ? 'balie.inwoner.adres_verborgen' : 'balie.inwoner.geheim')}</p>`}
${gegevens.isOnderCuratele && html`<p class="vd-notice">${t('balie.inwoner.curatele')}</p>`}
<dl class="vd-data">
${naam && regel('naam', naam, html`${volledigeNaam(naam.waarde)}`)}
${geboortedatum && regel('geboortedatum', geboortedatum, html`${dag(spraak, geboortedatum.waarde)}`)}
${adres && regel('adres', adres, html`${adres.waarde.regel1}${adres.waarde.regel2 && html`<br>${adres.waarde.regel2}`}`)}
${partner && regel('partner', partner, partner.waarde === null ? html`${t('mijn.gegevens.geen_partner')}` : html`${volledigeNaam(partner.waarde.naam)}<br>${t(`mijn.gegevens.verbintenis.${partner.waarde.soort ?? 'onbekend'}`)}`)}
${kinderen && regel('kinderen', kinderen, kinderen.waarde.length === 0 ? html`${t('mijn.gegevens.geen_kinderen')}` : html`<ul class="vd-plain">${kinderen.waarde.map((kind) => html`<li>${volledigeNaam(kind.naam)}, ${dag(spraak, kind.geboren)}</li>`)}</ul>`)}
${medebewoners && 'waarde' in medebewoners && regel('medebewoners', medebewoners, html`${t('mijn.gegevens.aantal', { n: medebewoners.waarde.length })}`)}
${medebewoners && 'status' in medebewoners && html`<div class="vd-data__item"><dt>${t('balie.inwoner.anderen')}</dt><dd>${t('mijn.gegevens.medebewoners_fout')}</dd></div>`}
</dl>`
}

function geld(
  verzoek: Verzoek,
  { valuta, toetsingsinkomens, vermogen, nettoMaandinkomen }: Inkomensgegevens,
): Html {
  const { spraak } = verzoek.context
  const { t } = spraak
  const regel = maakRegel(verzoek)
  return html`<dl class="vd-data">
${toetsingsinkomens.map((een) => {
  const { jaar, bedrag, status } = een.waarde
  const tekst = t('mijn.gegevens.in_jaar', { jaar: String(jaar), bedrag: spraak.geld(bedrag, valuta) })
  return regel('toetsingsinkomen', een, html`${tekst} ${t(`mijn.gegevens.stand.${status}`)}`)
})}
${nettoMaandinkomen && regel('maandinkomen', nettoMaandinkomen, html`${spraak.geld(nettoMaandinkomen.waarde, valuta)} ${t('algemeen.per.maand')}`)}
${vermogen && regel('vermogen', vermogen, html`${spraak.geld(vermogen.waarde, valuta)}`)}
</dl>`
}

/** One datum with where it comes from and of which day it is. */
function maakRegel({ context }: Verzoek) {
  const { spraak } = context
  const { t } = spraak
  return (soort: Gegevensoort, { bron, datum, isInOnderzoek }: Gegeven<unknown>, waarde: Html): Html => {
    const van = datum === undefined ? '' : ` ${t('mijn.gegevens.van_dag', { datum: spraak.datum(datum) })}`
    return html`<div class="vd-data__item"><dt>${soort === 'medebewoners' ? t('balie.inwoner.anderen') : t(`mijn.gegevens.soort.${soort}`)}</dt><dd>${waarde}
${isInOnderzoek && html`<p class="vd-notice">${t('mijn.gegevens.in_onderzoek')}</p>`}
<p class="vd-calm vd-small">${t(`mijn.gegevens.herkomst.${bron}`)}${van}</p></dd></div>`
  }
}

/** Of this organisation alone: what was given for another is not theirs to see. `onder`: what stands below one, by id. */
export function machtigingenlijst(
  verzoek: Verzoek,
  machtigingen: readonly Machtiging[],
  onder: ReadonlyMap<string, Html> = new Map(),
): Html {
  const { context, beeld, nu } = verzoek
  const { t } = context.spraak
  if (machtigingen.length === 0) return html`<p>${t('balie.inwoner.geen_machtigingen')}</p>`
  return html`<ul class="vd-rows">${machtigingen.map((een) => {
    const { id, soort, organisatie, diensten, wijze } = een
    const stand = standVan(een, datumOp(nu, 'Europe/Amsterdam'))
    return html`<li class="vd-row"><div><strong>${t(`mijn.machtigingen.soort.${soort}`)}: ${beeld.organisaties.get(organisatie)?.naam ?? organisatie}</strong>
${dienstenlijst(verzoek, diensten)}
<p class="vd-calm">${periode(verzoek, een)} ${t(`mijn.machtigingen.stand.${stand.replace('-', '_')}`)} ${t(`mijn.machtigingen.wijze.${wijze.soort}`)}</p>${onder.get(id)}</div></li>`
  })}</ul>`
}

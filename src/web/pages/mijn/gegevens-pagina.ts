import {
  type Gegeven,
  type Gegevensoort,
  gegevensoorten,
  gegevensoortLijst,
  type Inkomensgegevens,
  type Kind,
  type Persoonsgegevens,
  type RegisterUitkomst,
} from '../../../inwoner/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { GetoondNummer } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Spraak } from '../../ui/spraak.ts'
import type { Verzoek } from '../../verzoek.ts'
import { dag } from './dag.ts'
import { waarvoorTekst } from './diensten.ts'
import { eisWie } from './eis.ts'
import { geheimZin } from './geheim.ts'
import { mijnPagina, moment } from './kader.ts'
import { volledigeNaam } from './naam.ts'
import type { Reikwijdte } from './reikwijdte.ts'
import { anderRegister, eigenNummers } from './wat-wij-weten.ts'
import { waarvoorVan } from './wie.ts'

export interface GegevensBeeld {
  /** By what we know this person or company. */
  readonly nummers: readonly GetoondNummer[]
  /** Absent for a company. */
  readonly brp: RegisterUitkomst<Persoonsgegevens> | undefined
  /** Absent when they may not see it of this person. */
  readonly inkomen: RegisterUitkomst<Inkomensgegevens> | undefined
  readonly kanMelden: boolean
  /** May they see who saw these data? */
  readonly kanInzien: boolean
  /** What a mandate opens; absent for who sees everything that is here. */
  readonly reikwijdte: Reikwijdte | undefined
  /** Not shown to them: where somebody lives who keeps that secret. */
  readonly verborgen: ReadonlySet<Gegevensoort>
}

export function gegevensPagina(verzoek: Verzoek, beeld: GegevensBeeld): string {
  const { context } = verzoek
  const { t } = context.spraak
  const { brp, inkomen, reikwijdte } = beeld
  const inhoud = html`${reikwijdte === undefined ? html`<p class="vd-lead">${inleiding(verzoek, brp === undefined)}</p>` : waarvoorNodig(verzoek, reikwijdte)}
${reikwijdte === undefined && eigenNummers(verzoek, beeld.nummers)}
${
  brp !== undefined &&
  html`<section class="vd-section"><h2>${t('mijn.gegevens.bron.brp')}</h2>
${deel(verzoek, brp, 'brp', (gegevens) => persoon(verzoek, gegevens, beeld))}
${brp.status === 'geen-bsn' && anderRegister(verzoek, beeld.nummers)}</section>`
}
${
  inkomen !== undefined &&
  html`<section class="vd-section"><h2>${t('mijn.gegevens.bron.inkomen')}</h2>
${deel(verzoek, inkomen, 'inkomen', (gegevens) => geld(verzoek, gegevens, beeld))}</section>`
}
${reikwijdte !== undefined && nietNodig(verzoek, reikwijdte)}
${beeld.kanInzien && html`<p><a href="${adres(context.taal, 'inzage')}">${t('mijn.gegevens.naar_inzage')}</a></p>`}`
  return mijnPagina(context, { titel: t('mijn.gegevens.titel'), inhoud })
}

/** About oneself, about somebody by name, or about a company. */
function inleiding(verzoek: Verzoek, isBedrijf: boolean): string {
  const { t } = verzoek.context.spraak
  const { voor, naam } = eisWie(verzoek).wie
  if (isBedrijf) return t('bedrijf.inleiding')
  if (voor.soort === 'zelf') return t('mijn.gegevens.inleiding')
  return t('mijn.gegevens.inleiding_ander', { naam: naam ?? t('mijn.gegevens.machtiging.iemand') })
}

/** What a source said, or why it said nothing. "Nothing known" only when it answered. */
function deel<T>(
  verzoek: Verzoek,
  uitkomst: RegisterUitkomst<T>,
  bron: 'brp' | 'inkomen',
  toon: (gegevens: T) => Html,
): Html {
  const { context } = verzoek
  const { t } = context.spraak
  if (uitkomst.status === 'ok') return toon(uitkomst.gegevens)
  if (uitkomst.status !== 'fout') {
    const zin = uitkomst.status === 'onbekend' ? 'onbekend' : 'geen_bsn'
    const isZelf = eisWie(verzoek).wie.voor.soort === 'zelf'
    return html`<p>${t(`mijn.gegevens.${zin}${isZelf ? '' : '_ander'}`)}</p>`
  }
  const { soort, sinds } = uitkomst
  return html`<div class="vd-notice" role="status"><p><strong>${t(`mijn.gegevens.ontbreekt.${bron}`)}</strong></p>
<p>${t(`mijn.gegevens.fout.${soort.replace('-', '_')}`)} ${t('mijn.gegevens.sinds', { moment: moment(context, sinds, datumOp(sinds, 'Europe/Amsterdam')) })}</p>
<p>${t('mijn.gegevens.rest_werkt')}</p></div>`
}

/** For what they act, and that the page shows what that needs. */
function waarvoorNodig(verzoek: Verzoek, { gelezen }: Reikwijdte): Html | undefined {
  const { context, beeld } = verzoek
  const { t } = context.spraak
  const { voor, naam } = eisWie(verzoek).wie
  if (voor.soort !== 'machtiging') return undefined
  const regelt = voor.dienst === undefined ? 'regelt_alles' : 'regelt'
  const waarvoor = waarvoorTekst(context, beeld, waarvoorVan(voor))
  const wie = naam ?? t('mijn.gegevens.machtiging.iemand')
  const uitleg = gelezen.length > 0 ? 'nodig' : 'onbekend'
  return html`<p class="vd-lead">${t(`mijn.gegevens.machtiging.${regelt}`, { waarvoor, naam: wie })} ${t(`mijn.gegevens.machtiging.${uitleg}`)}</p>`
}

/** What is left out, so that nobody takes it for «there is none». */
function nietNodig({ context }: Verzoek, { gelezen, gegevens }: Reikwijdte): Html | undefined {
  const { t } = context.spraak
  const weg = gegevensoortLijst.filter((soort) => !gegevens.has(soort))
  if (weg.length === 0) return undefined
  return html`<section class="vd-section"><h2>${t('mijn.gegevens.machtiging.niet_titel')}</h2>
<p>${t(`mijn.gegevens.machtiging.${gelezen.length > 0 ? 'niet' : 'niet_onbekend'}`)}</p>
<ul class="vd-list">${weg.map((soort) => html`<li>${t(`mijn.gegevens.soort.${soort}`)}</li>`)}</ul></section>`
}

function persoon(verzoek: Verzoek, gegevens: Persoonsgegevens, beeld: GegevensBeeld): Html {
  const { t } = verzoek.context.spraak
  const { naam, geboortedatum, adres: woont, partner, kinderen, medebewoners } = gegevens
  const regel = maakRegel(verzoek, beeld)
  const spraak = verzoek.context.spraak
  const zin = geheimZin(eisWie(verzoek).wie, gegevens)
  return html`${zin !== undefined && html`<p class="vd-notice">${t(`mijn.gegevens.${zin}`)}</p>`}
<dl class="vd-data">
${regel('naam', naam, html`${volledigeNaam(naam.waarde)}`)}
${regel('geboortedatum', geboortedatum, html`${dag(spraak, geboortedatum.waarde)}`)}
${regel('adres', woont, html`${woont.waarde.regel1}${woont.waarde.regel2 && html`<br>${woont.waarde.regel2}`}`)}
${regel('partner', partner, partner.waarde === null ? html`${t('mijn.gegevens.geen_partner')}` : html`${volledigeNaam(partner.waarde.naam)}<br>${t(`mijn.gegevens.verbintenis.${partner.waarde.soort ?? 'onbekend'}`)}`)}
${regel('kinderen', kinderen, kinderlijst(spraak, kinderen.waarde))}
${huisgenoten(verzoek, medebewoners, beeld, regel)}
</dl>`
}

function kinderlijst(spraak: Spraak, kinderen: readonly Kind[]): Html {
  if (kinderen.length === 0) return html`${spraak.t('mijn.gegevens.geen_kinderen')}`
  return html`<ul class="vd-plain">${kinderen.map(({ naam, geboren }) => html`<li>${volledigeNaam(naam)}, ${dag(spraak, geboren)}</li>`)}</ul>`
}

/** Nothing for a datum that is not to be seen: what was not asked would look as if there were none. */
type Regel = (soort: Gegevensoort, gegeven: Gegeven<unknown>, waarde: Html) => Html | undefined

function isTeZien({ reikwijdte, verborgen }: GegevensBeeld, soort: Gegevensoort): boolean {
  return !verborgen.has(soort) && (reikwijdte === undefined || reikwijdte.gegevens.has(soort))
}

function huisgenoten(
  { context }: Verzoek,
  medebewoners: Persoonsgegevens['medebewoners'],
  beeld: GegevensBeeld,
  regel: Regel,
): Html | undefined {
  const { t } = context.spraak
  if (medebewoners === undefined || !isTeZien(beeld, 'medebewoners')) return undefined
  if ('status' in medebewoners) {
    return html`<div class="vd-data__item"><dt>${t('mijn.gegevens.soort.medebewoners')}</dt><dd>${t('mijn.gegevens.medebewoners_fout')}</dd></div>`
  }
  return regel(
    'medebewoners',
    medebewoners,
    html`${t('mijn.gegevens.aantal', { n: medebewoners.waarde.length })}`,
  )
}

function geld(verzoek: Verzoek, gegevens: Inkomensgegevens, beeld: GegevensBeeld): Html {
  const { spraak } = verzoek.context
  const { t } = spraak
  const regel = maakRegel(verzoek, beeld)
  const { valuta, toetsingsinkomens, vermogen, nettoMaandinkomen } = gegevens
  return html`<dl class="vd-data">
${toetsingsinkomens.map((een) => {
  const { jaar, bedrag, status } = een.waarde
  return regel(
    'toetsingsinkomen',
    een,
    html`${t('mijn.gegevens.in_jaar', { jaar: String(jaar), bedrag: spraak.geld(bedrag, valuta) })} ${t(`mijn.gegevens.stand.${status}`)}`,
  )
})}
${nettoMaandinkomen && regel('maandinkomen', nettoMaandinkomen, html`${spraak.geld(nettoMaandinkomen.waarde, valuta)} ${t('algemeen.per.maand')}`)}
${vermogen && regel('vermogen', vermogen, html`${spraak.geld(vermogen.waarde, valuta)}`)}
</dl>`
}

/** One datum with everything a person may ask about it: where from, of when, what for, and what if it is wrong. */
function maakRegel({ context }: Verzoek, beeld: GegevensBeeld): Regel {
  const { taal, spraak } = context
  const { t } = spraak
  return (soort, { bron, datum, isInOnderzoek }, waarde) => {
    if (!isTeZien(beeld, soort)) return undefined
    const naam = t(`mijn.gegevens.soort.${soort}`)
    const waarvoor = waarvoorIs(soort, beeld).map((een) => t(`mijn.gegevens.waarvoor.${een}`))
    const herkomst = t(`mijn.gegevens.herkomst.${bron}`)
    const van = datum === undefined ? '' : ` ${t('mijn.gegevens.van_dag', { datum: spraak.datum(datum) })}`
    return html`<div class="vd-data__item"><dt>${naam}</dt><dd>${waarde}
${isInOnderzoek && html`<p class="vd-notice">${t('mijn.gegevens.in_onderzoek')}</p>`}
<p class="vd-calm vd-small">${herkomst}${van} ${waarvoor.join(' ')}</p>
${beeld.kanMelden && html`<p class="vd-small vd-screen-only"><a href="${adres(taal, 'kloptNiet', { gegeven: soort })}">${t('mijn.gegevens.klopt_niet')}<span class="vd-visually-hidden">: ${naam}</span></a></p>`}</dd></div>`
  }
}

/** Who acts by a mandate needs a datum for that alone, or to know whom it is about. */
function waarvoorIs(soort: Gegevensoort, { reikwijdte }: GegevensBeeld): readonly string[] {
  if (reikwijdte === undefined) return gegevensoorten[soort].waarvoor
  return [reikwijdte.nodig.has(soort) ? 'regelt' : 'over_wie']
}

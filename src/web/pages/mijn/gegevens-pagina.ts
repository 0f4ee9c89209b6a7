import {
  type Gegeven,
  type Gegevensoort,
  gegevensoorten,
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
import { mijnPagina, moment } from './kader.ts'
import { volledigeNaam } from './naam.ts'
import { anderRegister, eigenNummers } from './wat-wij-weten.ts'

export interface GegevensBeeld {
  /** By what we know this person or company. */
  readonly nummers: readonly GetoondNummer[]
  /** Absent for a company. */
  readonly brp: RegisterUitkomst<Persoonsgegevens> | undefined
  /** Absent when they may not see it of this person. */
  readonly inkomen: RegisterUitkomst<Inkomensgegevens> | undefined
  readonly kanMelden: boolean
}

export function gegevensPagina(verzoek: Verzoek, beeld: GegevensBeeld): string {
  const { context } = verzoek
  const { t } = context.spraak
  const { brp, inkomen } = beeld
  const inhoud = html`<p class="vd-lead">${t(brp === undefined ? 'bedrijf.inleiding' : 'mijn.gegevens.inleiding')}</p>
${eigenNummers(verzoek, beeld.nummers)}
${
  brp !== undefined &&
  html`<section class="vd-section"><h2>${t('mijn.gegevens.bron.brp')}</h2>
${deel(verzoek, brp, 'brp', (gegevens) => persoon(verzoek, gegevens, beeld.kanMelden))}
${brp.status === 'geen-bsn' && anderRegister(verzoek, beeld.nummers)}</section>`
}
${
  inkomen !== undefined &&
  html`<section class="vd-section"><h2>${t('mijn.gegevens.bron.inkomen')}</h2>
${deel(verzoek, inkomen, 'inkomen', (gegevens) => geld(verzoek, gegevens, beeld.kanMelden))}</section>`
}
<p><a href="${adres(context.taal, 'inzage')}">${t('mijn.gegevens.naar_inzage')}</a></p>`
  return mijnPagina(context, { titel: t('mijn.gegevens.titel'), inhoud })
}

/** What a source said, or why it said nothing. "Nothing known" only when it answered. */
function deel<T>(
  { context }: Verzoek,
  uitkomst: RegisterUitkomst<T>,
  bron: 'brp' | 'inkomen',
  toon: (gegevens: T) => Html,
): Html {
  const { t } = context.spraak
  if (uitkomst.status === 'ok') return toon(uitkomst.gegevens)
  if (uitkomst.status !== 'fout')
    return html`<p>${t(`mijn.gegevens.${uitkomst.status === 'onbekend' ? 'onbekend' : 'geen_bsn'}`)}</p>`
  const { soort, sinds } = uitkomst
  return html`<div class="vd-notice" role="status"><p><strong>${t(`mijn.gegevens.ontbreekt.${bron}`)}</strong></p>
<p>${t(`mijn.gegevens.fout.${soort.replace('-', '_')}`)} ${t('mijn.gegevens.sinds', { moment: moment(context, sinds, datumOp(sinds, 'Europe/Amsterdam')) })}</p>
<p>${t('mijn.gegevens.rest_werkt')}</p></div>`
}

function persoon(verzoek: Verzoek, gegevens: Persoonsgegevens, kanMelden: boolean): Html {
  const { t } = verzoek.context.spraak
  const { naam, geboortedatum, adres: woont, partner, kinderen, medebewoners } = gegevens
  const regel = maakRegel(verzoek, kanMelden)
  const spraak = verzoek.context.spraak
  return html`${gegevens.isGeheim && html`<p class="vd-notice">${t('mijn.gegevens.geheim')}</p>`}
<dl class="vd-data">
${regel('naam', naam, html`${volledigeNaam(naam.waarde)}`)}
${regel('geboortedatum', geboortedatum, html`${dag(spraak, geboortedatum.waarde)}`)}
${regel('adres', woont, html`${woont.waarde.regel1}${woont.waarde.regel2 && html`<br>${woont.waarde.regel2}`}`)}
${regel('partner', partner, partner.waarde === null ? html`${t('mijn.gegevens.geen_partner')}` : html`${volledigeNaam(partner.waarde.naam)}<br>${t(`mijn.gegevens.verbintenis.${partner.waarde.soort ?? 'onbekend'}`)}`)}
${regel('kinderen', kinderen, kinderlijst(spraak, kinderen.waarde))}
${huisgenoten(verzoek, medebewoners, regel)}
</dl>`
}

function kinderlijst(spraak: Spraak, kinderen: readonly Kind[]): Html {
  if (kinderen.length === 0) return html`${spraak.t('mijn.gegevens.geen_kinderen')}`
  return html`<ul class="vd-plain">${kinderen.map(({ naam, geboren }) => html`<li>${volledigeNaam(naam)}, ${dag(spraak, geboren)}</li>`)}</ul>`
}

type Regel = (soort: Gegevensoort, gegeven: Gegeven<unknown>, waarde: Html) => Html

function huisgenoten(
  { context }: Verzoek,
  medebewoners: Persoonsgegevens['medebewoners'],
  regel: Regel,
): Html | undefined {
  const { t } = context.spraak
  if (medebewoners === undefined) return undefined
  if ('status' in medebewoners) {
    return html`<div class="vd-data__item"><dt>${t('mijn.gegevens.soort.medebewoners')}</dt><dd>${t('mijn.gegevens.medebewoners_fout')}</dd></div>`
  }
  return regel(
    'medebewoners',
    medebewoners,
    html`${t('mijn.gegevens.aantal', { n: medebewoners.waarde.length })}`,
  )
}

function geld(verzoek: Verzoek, gegevens: Inkomensgegevens, kanMelden: boolean): Html {
  const { spraak } = verzoek.context
  const { t } = spraak
  const regel = maakRegel(verzoek, kanMelden)
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
function maakRegel({ context }: Verzoek, kanMelden: boolean): Regel {
  const { taal, spraak } = context
  const { t } = spraak
  return (soort, { bron, datum, isInOnderzoek }, waarde) => {
    const naam = t(`mijn.gegevens.soort.${soort}`)
    const waarvoor = gegevensoorten[soort].waarvoor.map((een) => t(`mijn.gegevens.waarvoor.${een}`))
    const herkomst = t(`mijn.gegevens.herkomst.${bron}`)
    const van = datum === undefined ? '' : ` ${t('mijn.gegevens.van_dag', { datum: spraak.datum(datum) })}`
    return html`<div class="vd-data__item"><dt>${naam}</dt><dd>${waarde}
${isInOnderzoek && html`<p class="vd-notice">${t('mijn.gegevens.in_onderzoek')}</p>`}
<p class="vd-calm vd-small">${herkomst}${van} ${waarvoor.join(' ')}</p>
${kanMelden && html`<p class="vd-small vd-screen-only"><a href="${adres(taal, 'kloptNiet', { gegeven: soort })}">${t('mijn.gegevens.klopt_niet')}<span class="vd-visually-hidden">: ${naam}</span></a></p>`}</dd></div>`
  }
}

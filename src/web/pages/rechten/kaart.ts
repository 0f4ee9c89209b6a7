import type { RegelingInfo, Uitkomst } from '../../../engine/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { type Groep, groepVan, zegbareGrenzen } from '../../../rechten/index.ts'
import { adres } from '../../routes.ts'
import { balk } from '../../ui/balk.ts'
import { gebiedsnaam } from '../../ui/gebied.ts'
import { merk } from '../../ui/merk.ts'
import { per, type Spraak } from '../../ui/spraak.ts'
import { type Beeld, uitvoerderVan } from './beeld.ts'
import {
  afstandzin,
  eigenAntwoorden,
  isDatum,
  ontbrekend,
  reden,
  regelingtekst,
  samen,
  voorwaardetekst,
} from './zinnen.ts'

export interface KaartDelen {
  readonly spraak: Spraak
  readonly beeld: Beeld
  readonly uitkomst: Uitkomst
  readonly regeling: RegelingInfo
  /** What a full bar stands for, in cents, so that the bars of one page can be compared. */
  readonly hoogste: number
}

/** One right: the amount at the right, the reason in a sentence below, bounds as a striped bar. */
export function kaart(delen: KaartDelen): Html {
  const { spraak, uitkomst, regeling } = delen
  const groep = groepVan(uitkomst)
  const { tekst, lang } = regelingtekst(spraak, regeling)
  const link = adres(spraak.taal, 'regeling', { regeling: regeling.id })
  return html`<li class="vd-card vd-right vd-right--${groep}">
<div class="vd-right__head">
<h3 class="vd-right__title"><a href="${link}"${attrs({ lang })}>${tekst.titel}</a> ${label(delen, groep)}</h3>
<p class="vd-right__amount">${bedrag(spraak, uitkomst)}</p>
</div>
${grensbalk(delen)}
${waarom(delen, groep)}
${groep !== 'niet-nu' && html`<p class="vd-right__more"><a href="${link}">${spraak.t('overzicht.kaart.meer')}<span class="vd-visually-hidden">: ${tekst.titel}</span></a></p>`}
</li>`
}

/** Where it comes from when not from the whole country; else how far the figures were checked. */
function label({ spraak, beeld, regeling, uitkomst }: KaartDelen, groep: Groep): Html {
  const { t } = spraak
  const gebied = beeld.corpus.gebieden.get(regeling.gebied)
  const vragen = uitkomst.ontbreekt.filter((o) => o.reden === 'niet-gevraagd').length
  return html`${
    groep === 'mogelijk' && merk(t('overzicht.kaart.nog_vragen', { n: Math.max(1, vragen) }), 'misschien')
  }${groep === 'zeker' && merk(t(`overzicht.vertrouwen.${uitkomst.vertrouwen}`), 'zeker')}${
    gebied &&
    !['land', 'groep'].includes(gebied.soort) &&
    merk(gebiedsnaam(spraak, beeld.corpus.gebieden, gebied.code), 'rustig')
  }`
}

export function bedrag(spraak: Spraak, uitkomst: Uitkomst): Html {
  const { t } = spraak
  const { bedrag: vast, grenzen } = uitkomst
  if (uitkomst.recht === 'nee')
    return html`<span class="vd-right__none">${t('overzicht.kaart.niet_nu')}</span>`
  if (uitkomst.recht === 'ja' && vast)
    return figuur(spraak.geld(vast.waarde, vast.valuta), per(spraak, vast.per))
  if (uitkomst.recht === 'ja') {
    return html`<span class="vd-right__none">${t(uitkomst.soort === 'geld' ? 'overzicht.kaart.recht' : `overzicht.kaart.${uitkomst.soort}`)}</span>`
  }
  if (grenzen && grenzen.tot !== null && grenzen.tot > 0) {
    const van = spraak.geld(grenzen.van, grenzen.valuta)
    const keer = per(spraak, grenzen.per)
    const hoe = zegbareGrenzen(grenzen)
    if (hoe === 'tussen') return figuur(`${van} – ${spraak.geld(grenzen.tot, grenzen.valuta)}`, keer)
    if (hoe === 'vanaf') return figuur(t('overzicht.kaart.vanaf', { bedrag: van }), keer)
    return html`<span class="vd-right__none">${t('overzicht.kaart.te_vroeg')}</span>`
  }
  return html`<span class="vd-right__none">${t(groepVan(uitkomst) === 'vraag-na' ? 'overzicht.kaart.vraag_na' : 'overzicht.kaart.signaal')}</span>`
}

function figuur(tekst: string, keer: string): Html {
  return html`<strong>${tekst}</strong> <span class="vd-right__per">${keer}</span>`
}

function grensbalk({ spraak, uitkomst, hoogste }: KaartDelen): Html | undefined {
  const { grenzen } = uitkomst
  if (uitkomst.recht !== 'onbekend' || !grenzen || grenzen.tot === null || grenzen.tot <= grenzen.van)
    return undefined
  if (zegbareGrenzen(grenzen) !== 'tussen') return undefined
  const tekst = spraak.t('overzicht.kaart.balk', {
    van: spraak.geld(grenzen.van, grenzen.valuta),
    tot: spraak.geld(grenzen.tot, grenzen.valuta),
  })
  return balk({ id: uitkomst.regeling, van: grenzen.van, tot: grenzen.tot, hoogste, tekst })
}

function waarom(delen: KaartDelen, groep: Groep): Html {
  const { spraak, beeld, uitkomst, regeling } = delen
  const { t } = spraak
  const { tekst, lang } = regelingtekst(spraak, regeling)
  const kort = html`<p${attrs({ lang })}>${tekst.kort}</p>`
  if (groep === 'niet-nu') return waaromNiet(delen)
  if (groep === 'mogelijk') {
    const wat = samen(spraak, ontbrekend(spraak, beeld, uitkomst).slice(0, 4))
    return html`${kort}<p>${t('overzicht.kaart.ontbreekt', { wat })}</p>`
  }
  if (groep === 'vraag-na') {
    const wie = uitvoerderVan(beeld, regeling.uitvoerder, spraak.taal).naam
    const zin = reden(spraak, uitkomst)
    return html`${kort}<p>${zin && `${t('overzicht.kaart.omdat', { reden: zin })} `}${t('overzicht.kaart.vraag_aan', { wie })}</p>${indicatie(delen)}`
  }
  const eigen = eigenAntwoorden(spraak, beeld, uitkomst)
  return html`${kort}${eigen && html`<p class="vd-calm">${t('overzicht.kaart.antwoorden', { wat: eigen })}</p>`}`
}

function waaromNiet({ spraak, beeld, uitkomst, regeling }: KaartDelen): Html {
  const { tekst, lang } = regelingtekst(spraak, regeling)
  const gefaald = uitkomst.uitleg.voorwaarden.find((v) => v.voldaan === 'nee')
  if (!gefaald) return html`<p${attrs({ lang })}>${tekst.kort}</p>`
  const zin = afstandzin(spraak, beeld, gefaald)
  return html`<p>${spraak.t('overzicht.voldaan.nee')}: <span${attrs({ lang })}>${voorwaardetekst(tekst, gefaald.naam)}</span></p>
${zin && html`<p>${zin}${!isDatum(gefaald.afstand?.gemeten) && ` ${spraak.t('overzicht.afstand.opnieuw')}`}</p>`}`
}

function indicatie({ spraak, uitkomst }: KaartDelen): Html | undefined {
  const { indicatie: vorig } = uitkomst
  if (!vorig) return undefined
  const tekst = `${spraak.geld(vorig.waarde, vorig.valuta)} ${per(spraak, vorig.per)}`
  return html`<p class="vd-calm">${spraak.t('overzicht.kaart.indicatie', { bedrag: tekst })}</p>`
}

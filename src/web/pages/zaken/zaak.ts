/** One case, opened: what is now, what they can do, what was, what comes, and whom to call. */
import { type Html, html } from '../../../platform/index.ts'
import {
  type Inzending,
  naVersturen,
  sleutelVan,
  type Zaakbeeld,
  type Zaakverhaal,
} from '../../../zaken/index.ts'
import { wieIsHet } from '../../ui/organisatie.ts'
import { besluiten } from './besluiten.ts'
import { contact } from './contact.ts'
import { documenten, type Toevoegvorm } from './documenten.ts'
import { daarna, keten, merken, resultaat, stand, verstuurdzin } from './kaart.ts'
import { type Scherm, zaakAdres } from './scherm.ts'
import { signalen } from './signalen.ts'
import { tijdlijn } from './tijdlijn.ts'
import { metNummer, moetIets, organisatieVan, tijdstip, titelVan, wanneer, zeg } from './woorden.ts'

export interface ZaakDelen {
  readonly scherm: Scherm
  readonly verhaal: Zaakverhaal
  /** When it was fetched. */
  readonly op: Date
  /** Absent: nothing can be added here. */
  readonly toevoegen?: Toevoegvorm | undefined
  /** What they must do in this case, and with whom they spoke about it: parts of their own. */
  readonly taken?: Html | undefined
  /** The organisation asks something of them: that counts for more than the name of a status. */
  readonly isOpenGevraagd?: boolean
  /** What they sent because it was asked here. */
  readonly verstuurd?: readonly Inzending[]
  readonly contactmomenten?: Html | undefined
}

export function zaaktitel({ context }: Scherm, { zaak }: Zaakverhaal): string {
  return zeg(context.spraak, zaak.titel).tekst
}

export function zaakInhoud(delen: ZaakDelen): Html {
  const { scherm, verhaal, verstuurd = [] } = delen
  const zaak = zoalsHetNuLigt(delen)
  const { t } = scherm.context.spraak
  const isEigenTitel = zaak.titel.van === 'bron'
  return html`${isEigenTitel && html`<p class="vd-calm vd-small">${t('zaken.zaak.eigen_titel')}</p>`}
<p class="vd-zaak__wie">${wieIsHet(scherm.context.spraak, organisatieVan(scherm, zaak.organisatie))}${zaak.nummer !== undefined && html` <span class="vd-calm">${metNummer(scherm.context.spraak, 'zaken.zaak.nummer', zaak.nummer)}</span>`}</p>
${merken(scherm, zaak)}
${nu(delen, zaak)}
${signalen(scherm, zaak)}
${delen.taken}
${besluiten(scherm, verhaal)}
${tijdlijn(scherm, verhaal)}
${documenten({ scherm, verhaal, verstuurd, toevoegen: delen.toevoegen })}
${hoortBij(delen)}
${delen.contactmomenten}
${contact(scherm, zaak)}
<p class="vd-calm vd-small">${t('zaken.zaak.herkomst', { organisatie: organisatieVan(scherm, zaak.organisatie).naam, moment: tijdstip(scherm, delen.op) })}</p>`
}

/** The sentence before everything: with whom it lies now, and whether they must do something. */
function nu(delen: ZaakDelen, zaak: Zaakbeeld): Html {
  const { scherm, taken } = delen
  const { t } = scherm.context.spraak
  const moet = moetIets(zaak)
  const wieNu = moet ? 'u' : zaak.verstuurdOp === undefined ? wieIsAanZet(zaak) : 'organisatie'
  const { naam } = organisatieVan(scherm, zaak.organisatie)
  return html`<section class="vd-zaaknu${moet && ' vd-zaaknu--actie'}" aria-labelledby="nu"><h2 id="nu">${t(`zaken.nu.${wieNu}`, { organisatie: naam })}</h2>
${verstuurdzin(scherm, zaak)}
<p>${stand(scherm, zaak)}</p>
${moet && html`<p>${taken === undefined ? t('zaken.nu.wat_u_doet') : html`<a href="#taken">${t('taken.titel')}</a>.`} <a href="#contact">${t('zaken.nu.vraag')}</a></p>`}
<dl class="vd-zaak__feiten">${
    zaak.einde === undefined
      ? html`<div><dt>${t('zaken.daarna')}</dt><dd>${daarna(scherm, zaak)}</dd></div><div><dt>${t('zaken.wanneer.titel')}</dt><dd>${wanneer(scherm, zaak)}</dd></div>`
      : html`<div><dt>${t('zaken.resultaat')}</dt><dd><strong>${resultaat(scherm, zaak)}</strong></dd></div>`
  }</dl></section>`
}

/** What is asked and what was sent count for more than the name of a status, which the organisation may set days later. */
function zoalsHetNuLigt(delen: ZaakDelen): Zaakbeeld {
  const { zaak } = delen.verhaal
  // While it waits for them the organisation is not late or silent.
  if (delen.isOpenGevraagd === true) return { ...zaak, doet: 'u', signalen: [] }
  return naVersturen(zaak, delen.verstuurd ?? [])
}

function wieIsAanZet({ einde, groep, doet }: Zaakbeeld): string {
  if (einde !== undefined) return 'klaar'
  // They may do something: object. That stands at the decision.
  if (groep === 'beslist') return 'besloten'
  return doet ?? 'onbekend'
}

/** On pages about one thing in a case: which case that is. Absent when it is not known at this moment. */
export function overZaak(scherm: Scherm, zaak: Zaakbeeld | undefined): Html | undefined {
  if (zaak === undefined) return undefined
  const { t } = scherm.context.spraak
  return html`<p class="vd-zaak__wie">${t('zaken.zaak.over')} <a href="${zaakAdres(scherm, zaak.ref)}">${titelVan(scherm, zaak)}</a>${zaak.nummer !== undefined && html` <span class="vd-calm">${metNummer(scherm.context.spraak, 'zaken.zaak.nummer', zaak.nummer)}</span>`}</p>`
}

function hoortBij({ scherm, verhaal: { zaak, keten: andere = [] } }: ZaakDelen): Html | undefined {
  const bekend = new Map(andere.map((een) => [sleutelVan(een.ref), een]))
  const lijst = keten({ scherm, bekend }, zaak)
  return (
    lijst &&
    html`<section class="vd-section" aria-labelledby="hoort-bij"><h2 id="hoort-bij">${scherm.context.spraak.t('zaken.keten.titel')}</h2>${lijst}</section>`
  )
}

import type { UitlegStap, Verwijzing } from '../../../engine/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { vraagstelling } from '../../../rechten/index.ts'
import type { Spraak } from '../../ui/spraak.ts'
import { artikelVanRegel, type Wetsplek } from '../../ui/wet.ts'
import type { Beeld } from './beeld.ts'
import { inTaal, nederlands, type Zin } from './vertaling.ts'
import { hoofdletter, naamMetWie } from './vraagtekst.ts'
import { waardetekst } from './waarde.ts'

export interface BoomDelen {
  readonly spraak: Spraak
  readonly beeld: Beeld
  readonly wet: Wetsplek
}

/** Deeper than any law goes; stops a faulty file from filling a page. */
const HOOGSTE_DIEPTE = 12
/** Steps on one page; beyond it only names. Keeps the heaviest page under 60 kB. */
const HOOGSTENS_STAPPEN = 120

/** What has been told so far on this page. */
interface Verteld {
  stappen: number
  /** Some step was there in Dutch alone, on a page in another language. */
  heeftNederlands: boolean
  /** The sentence of each rule told, for the places that point back to it. */
  readonly zinnen: Map<string, Zin>
}

export interface Boom {
  readonly html: Html
  readonly heeftNederlands: boolean
}

/** The calculation as a tree: in our own words, with the value, the article and where each figure comes from. */
export function uitlegBoom(delen: BoomDelen, stappen: readonly UitlegStap[]): Boom {
  const verteld: Verteld = { stappen: 0, heeftNederlands: false, zinnen: new Map() }
  const boom = html`<ol class="vd-tree">${stappen.map((stap) => tak(delen, stap, 0, verteld))}</ol>`
  return { html: boom, heeftNederlands: verteld.heeftNederlands }
}

function tak(delen: BoomDelen, stap: UitlegStap, diepte: number, verteld: Verteld): Html {
  const { spraak, wet } = delen
  const zin = stap.uitleg
    ? inTaal(spraak, stap.uitleg, stap.vertalingen)
    : nederlands(spraak, hoofdletter(leesbaar(stap.naam)))
  verteld.stappen += 1
  verteld.zinnen.set(stap.naam, zin)
  if (zin.lang) verteld.heeftNederlands = true
  const lang = attrs({ lang: zin.lang })
  const kop = html`<span class="vd-tree__text"${lang}>${zin.tekst}</span>
<span class="vd-tree__value">${waardetekst(spraak, stap.waarde, stap.eenheid)}</span>`
  const artikel = artikelVanRegel(spraak, wet, stap)
  const isDiep = diepte >= HOOGSTE_DIEPTE || verteld.stappen > HOOGSTENS_STAPPEN
  if (stap.gebruikt.length === 0 || isDiep)
    return html`<li class="vd-tree__step"><p>${kop}</p>${artikel}</li>`
  return html`<li class="vd-tree__step"><p>${kop}</p>
<div class="vd-tree__from">${artikel}<details class="vd-details"><summary>${spraak.t('regeling.uitleg.hieruit')}<span class="vd-visually-hidden"${lang}>: ${zin.tekst}</span></summary>
<ul class="vd-tree vd-tree--inner">${stap.gebruikt.map((verwijzing) => blad(delen, verwijzing, diepte + 1, verteld))}</ul></details></div></li>`
}

function blad(delen: BoomDelen, verwijzing: Verwijzing, diepte: number, verteld: Verteld): Html {
  const { spraak, beeld } = delen
  const { t } = spraak
  switch (verwijzing.soort) {
    case 'regel':
      return tak(delen, verwijzing.stap, diepte, verteld)
    case 'eerder': {
      const zin =
        verteld.zinnen.get(verwijzing.naam) ?? nederlands(spraak, hoofdletter(leesbaar(verwijzing.naam)))
      return html`<li class="vd-tree__step"><p><span class="vd-tree__text"${attrs({ lang: zin.lang })}>${zin.tekst}</span> <span class="vd-tree__value vd-calm">${t('regeling.uitleg.eerder')}</span></p></li>`
    }
    case 'parameter': {
      const naam = nederlands(spraak, hoofdletter(leesbaar(verwijzing.naam)))
      const lang = attrs({ lang: naam.lang })
      return html`<li class="vd-tree__step"><p><span class="vd-tree__text"${lang}>${naam.tekst}</span> <span class="vd-tree__value">${waardetekst(spraak, verwijzing.waarde, verwijzing.eenheid)}</span></p>
<p class="vd-calm vd-small">${t('regeling.uitleg.bron')} <span${lang}>${verwijzing.bron}</span> · ${t(`overzicht.vertrouwen.${verwijzing.vertrouwen}`)}</p></li>`
    }
    case 'feit': {
      const vraag = vraagstelling(beeld.corpus, verwijzing.pad)
      const naam = vraag ? naamMetWie(spraak, beeld.antwoorden, vraag) : verwijzing.pad
      const herkomst = { opgegeven: 'uw_antwoord', aanname: 'aanname', onbekend: 'niet_bekend' }[
        verwijzing.herkomst
      ]
      return html`<li class="vd-tree__step"><p><span class="vd-tree__text">${naam}</span> <span class="vd-tree__value">${waardetekst(spraak, verwijzing.waarde, verwijzing.eenheid)}</span></p>
<p class="vd-calm vd-small">${t(`regeling.uitleg.${herkomst}`)}</p></li>`
    }
  }
}

function leesbaar(naam: string): string {
  return naam.replaceAll('_', ' ')
}

import type { UitlegStap, Verwijzing } from '../../../engine/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { vraagstelling } from '../../../rechten/index.ts'
import type { Spraak } from '../../ui/spraak.ts'
import { artikelVanRegel, type Wetsplek } from '../../ui/wet.ts'
import type { Beeld } from './beeld.ts'
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

/** The calculation as a tree: in our own words, with the value, the article and where each figure comes from. */
export function uitlegBoom(delen: BoomDelen, stappen: readonly UitlegStap[]): Html {
  const teller = { stappen: 0 }
  return html`<ol class="vd-tree">${stappen.map((stap) => tak(delen, stap, 0, teller))}</ol>`
}

function tak(delen: BoomDelen, stap: UitlegStap, diepte: number, teller: { stappen: number }): Html {
  const { spraak, wet } = delen
  teller.stappen += 1
  const kop = html`<span class="vd-tree__text">${stap.uitleg || hoofdletter(leesbaar(stap.naam))}</span>
<span class="vd-tree__value">${waardetekst(spraak, stap.waarde, stap.eenheid)}</span>`
  const artikel = artikelVanRegel(wet, stap, spraak.t('regeling.uitleg.artikel', { artikel: stap.artikel }))
  const isDiep = diepte >= HOOGSTE_DIEPTE || teller.stappen > HOOGSTENS_STAPPEN
  if (stap.gebruikt.length === 0 || isDiep)
    return html`<li class="vd-tree__step"><p>${kop}</p>${artikel}</li>`
  return html`<li class="vd-tree__step"><p>${kop}</p>
<div class="vd-tree__from">${artikel}<details class="vd-details"><summary>${spraak.t('regeling.uitleg.hieruit')}<span class="vd-visually-hidden">: ${stap.uitleg || leesbaar(stap.naam)}</span></summary>
<ul class="vd-tree vd-tree--inner">${stap.gebruikt.map((verwijzing) => blad(delen, verwijzing, diepte + 1, teller))}</ul></details></div></li>`
}

function blad(delen: BoomDelen, verwijzing: Verwijzing, diepte: number, teller: { stappen: number }): Html {
  const { spraak, beeld } = delen
  const { t } = spraak
  switch (verwijzing.soort) {
    case 'regel':
      return tak(delen, verwijzing.stap, diepte, teller)
    case 'eerder':
      return html`<li class="vd-tree__step"><p><span class="vd-tree__text">${hoofdletter(leesbaar(verwijzing.naam))}</span> <span class="vd-tree__value vd-calm">${t('regeling.uitleg.eerder')}</span></p></li>`
    case 'parameter':
      return html`<li class="vd-tree__step"><p><span class="vd-tree__text">${hoofdletter(leesbaar(verwijzing.naam))}</span> <span class="vd-tree__value">${waardetekst(spraak, verwijzing.waarde, verwijzing.eenheid)}</span></p>
<p class="vd-calm vd-small">${t('regeling.uitleg.bron', { bron: verwijzing.bron })} · ${t(`overzicht.vertrouwen.${verwijzing.vertrouwen}`)}</p></li>`
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

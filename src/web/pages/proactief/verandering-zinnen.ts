/** One change in somebody's rights, in words: what, before and now, why, and where one applies. Never a decision. */

import type { Contactgronden } from '../../../corpus/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { BewaardSignaal, Rechtsstand, Tijdreden } from '../../../proactief/index.ts'
import { grondVan } from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { per, type Spraak } from '../../ui/spraak.ts'
import type { Verzoek } from '../../verzoek.ts'
import type { Beeld } from '../rechten/beeld.ts'
import { regelingtekst } from '../rechten/zinnen.ts'
import type { Proactiefbronnen } from './bronnen.ts'
import { organisatienaam } from './volgen-deel.ts'

export interface Regelingnaam {
  readonly tekst: string
  readonly lang: string | undefined
}

/** A scheme by name; one that does not hold at their place any more keeps its id as a name. */
export function regelingnaam(spraak: Spraak, { corpus, datum, regelingen }: Beeld, id: string): Regelingnaam {
  const info = regelingen.get(id) ?? corpus.regelingenOp(datum).find((een) => een.id === id)
  if (info === undefined) return { tekst: id, lang: undefined }
  const { tekst, lang } = regelingtekst(spraak, info)
  return { tekst: tekst.titel, lang }
}

/** «Misschien heeft u recht op zorgtoeslag». */
export function kopzin({ t }: Spraak, { soort }: Pick<BewaardSignaal, 'soort'>, regeling: string): string {
  return t(`veranderingen.kop.${soort}`, { regeling })
}

/** «€ 126 per maand», «niet», «dat weten wij nog niet»: what was worked out, and not what they get. */
export function standzin(spraak: Spraak, stand: Rechtsstand | undefined): string {
  const { t } = spraak
  if (stand === undefined) return t('veranderingen.stand.niet_bekeken')
  const { recht, bedrag, van, tot } = stand
  if (recht === 'nee') return t('veranderingen.stand.nee')
  if (bedrag !== undefined) {
    const { valuta } = bedrag
    const keer = per(spraak, bedrag.per)
    if (recht === 'ja') return `${spraak.geld(bedrag.waarde, valuta)} ${keer}`
    if (van !== undefined && typeof tot === 'number')
      return `${spraak.geld(van, valuta)} – ${spraak.geld(tot, valuta)} ${keer}`
  }
  return t(recht === 'ja' ? 'veranderingen.stand.ja' : 'veranderingen.stand.onbekend')
}

/** Beside each other, and «misschien» with what is now: only who carries it out decides. */
export function voorEnNa(spraak: Spraak, { voor, na }: Pick<BewaardSignaal, 'voor' | 'na'>): Html {
  const { t } = spraak
  return html`<dl class="vd-change"><div><dt>${t('veranderingen.voor')}</dt><dd>${standzin(spraak, voor)}</dd></div>
<div class="vd-change__now"><dt>${t('veranderingen.na')}</dt><dd><strong>${standzin(spraak, na)}</strong></dd></div></dl>`
}

/** To whom it is said, and how an organisation is called there: a professional has no «uw gemeente». */
export interface Aanspraak {
  readonly wiens: 'mijn' | 'balie'
  readonly noem: (organisatie: string) => string
}

/** Each event once, with who told it; or what day came, or that the law changed something. */
export function waaromzinnen(
  { context, beeld }: Pick<Verzoek, 'context' | 'beeld'>,
  { bronnen }: Pick<Proactiefbronnen, 'bronnen'>,
  { aanleidingen }: Pick<BewaardSignaal, 'aanleidingen'>,
  { wiens, noem }: Aanspraak = {
    wiens: 'mijn',
    noem: (organisatie) => organisatienaam(beeld, context, organisatie),
  },
): readonly string[] {
  const { t } = context.spraak
  const zinnen = aanleidingen.map((een) => {
    if (een.soort === 'tijd' && een.door) return dagzin(context.spraak, een.door, wiens)
    if (!('bron' in een)) return t(`veranderingen.waarom.${een.soort}`)
    const van = bronnen().find(({ bron }) => bron === een.bron)
    const wie = van === undefined ? t('veranderingen.een_bron') : noem(van.organisatie)
    // In some languages the sentence begins with who told it.
    const liet = t('veranderingen.liet_weten', { wie })
    return `${t(`veranderingen.waarom.${een.soort}`)} ${liet.charAt(0).toUpperCase()}${liet.slice(1)}`
  })
  return [...new Set(zinnen)]
}

/** «U bent nu 18 jaar.» Of a person it is said to whom it is about in another way than to who helps them. */
function dagzin({ t }: Spraak, { wat, leeftijd }: Tijdreden, wiens: Aanspraak['wiens']): string {
  const isVanMensen = wat.startsWith('leeftijd-') || wat.startsWith('aow-')
  return t(
    `veranderingen.dag.${isVanMensen ? `${wiens}.` : ''}${wat}`,
    leeftijd === undefined ? {} : { leeftijd },
  )
}

/** By which ground they are told of it. What only a person may tell, they see here because they look themselves. */
export function grondzin({ t }: Spraak, gronden: Contactgronden, regeling: string): Html {
  const grond = grondVan(gronden, regeling)
  if (grond.wijze === 'alleen-mens') return html`${t('veranderingen.grond.alleen-mens')}`
  return html`${t(`veranderingen.grond.${grond.wijze}`)} <span lang="nl">${grond.wet}, artikel ${grond.artikel}</span>.`
}

/** Within a sentence. */
export function wieBeslist(context: Context, beeld: Beeld, regeling: string): string {
  const info = beeld.regelingen.get(regeling)
  return info === undefined ? '' : organisatienaam(beeld, context, info.uitvoerder)
}

/** What they said of it, or what became of it. */
export function standwoord({ t }: Spraak, { stand }: Pick<BewaardSignaal, 'stand'>): string {
  return t(`veranderingen.antwoord.${stand.replaceAll('-', '_')}`)
}

export function inRegeltaal({ tekst, lang }: Regelingnaam): Html {
  return html`<span${attrs({ lang })}>${tekst}</span>`
}

/** On every page about it: how to stop, and by which other way that can be said. */
export function stoplijn({ context }: Verzoek): Html {
  const { taal, spraak, bellen } = context
  const { t } = spraak
  return html`<p class="vd-calm">${t('veranderingen.stop')} <a href="${adres(taal, 'volgen', { anker: 'stoppen' })}">${t('veranderingen.stop_hier')}</a> ${bellen === undefined ? t('veranderingen.stop_anders') : t('veranderingen.stop_bel', bellen)}</p>`
}

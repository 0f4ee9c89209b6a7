import type {
  GeladenCorpus,
  Regelingstand,
  Regelingverband,
  Voorbeeldenstand,
  Voorbeelduitkomst,
} from '../../../corpus/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres, type Routenaam } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { pagina } from '../../ui/pagina.ts'

/** What the pages for editors read: the corpus as it is now, and how far its examples are. Nothing of a visitor. */
export interface RedactieBeeld {
  readonly context: Context
  readonly geheel: GeladenCorpus
  readonly datum: string
  readonly standen: readonly Regelingstand[]
  readonly voorbeelden: Voorbeeldenstand
  readonly verbanden: ReadonlyMap<string, Regelingverband>
}

export interface Telling {
  readonly goed: number
  readonly aantal: number
  /** Files that could not be read or computed. */
  readonly kapot: number
}

export function voorbeeldenVan({ voorbeelden }: RedactieBeeld, regeling?: string): Telling {
  const uitslagen = voorbeelden.uitslagen.filter((u) => regeling === undefined || u.regeling === regeling)
  const alle = uitslagen.flatMap((u): readonly Voorbeelduitkomst[] => u.voorbeelden)
  return {
    goed: alle.filter(({ verschillen }) => verschillen.length === 0).length,
    aantal: alle.length,
    kapot: uitslagen.filter(({ fouten }) => fouten.length > 0).length,
  }
}

/** «35 van 35 kloppen», or why we cannot say that yet. */
export function voorbeeldzin(beeld: RedactieBeeld, regeling?: string): string {
  const { t, getal } = beeld.context.spraak
  const { goed, aantal, kapot } = voorbeeldenVan(beeld, regeling)
  const { staat, uitslagen, aantal: bestanden } = beeld.voorbeelden
  if (staat === 'mislukt') return t('redactie.voorbeelden.mislukt')
  if (staat === 'bezig') {
    return t('redactie.voorbeelden.bezig', { klaar: uitslagen.length, aantal: bestanden })
  }
  if (aantal === 0 && kapot === 0) return t('redactie.voorbeelden.geen')
  const zin = t('redactie.voorbeelden.kloppen', { goed: getal(goed), aantal: getal(aantal) })
  return kapot === 0 ? zin : `${zin} ${t('redactie.voorbeelden.kapot', { n: kapot })}`
}

const TABS = [
  'redactie',
  'redactieRegelingen',
  'redactieGebeurtenissen',
  'redactieOrganisaties',
  'redactieBerichten',
] as const

export interface RedactieDelen {
  readonly titel: string
  readonly actief: Routenaam
  readonly inhoud: Html
  readonly stijl?: readonly string[]
}

export function redactiePagina(
  context: Context,
  { titel, actief, inhoud, stijl = [] }: RedactieDelen,
): string {
  const { t } = context.spraak
  return pagina(context, {
    titel,
    actief: 'redactie',
    stijl: ['rechten.css', 'zoeken.css', ...stijl, 'redactie.css'],
    inhoud: html`<nav class="vd-tabs" aria-label="${t('redactie.tabs.naam')}"><ul>${TABS.map(
      (naam) =>
        html`<li><a href="${adres(context.taal, naam)}"${attrs({ 'aria-current': naam === actief ? 'page' : undefined })}>${t(`redactie.tabs.${naam}`)}</a></li>`,
    )}</ul></nav>
${inhoud}`,
  })
}

/** A term with what it is: the pairs that every page here is made of. */
export function paren(lijst: readonly (readonly [string, Html | string | undefined])[]): Html {
  return html`<dl class="vd-pairs">${lijst.map(
    ([naam, waarde]) => waarde !== undefined && html`<div><dt>${naam}</dt><dd>${waarde}</dd></div>`,
  )}</dl>`
}

/** Words that come from a file of the corpus and are Dutch in every language of the page. */
export function nl({ taal }: Context, tekst: string): Html {
  return html`<span${attrs({ lang: taal === 'nl' ? undefined : 'nl' })}>${tekst}</span>`
}

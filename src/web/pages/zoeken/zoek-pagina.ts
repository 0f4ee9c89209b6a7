import type { Levensgebeurtenis } from '../../../corpus/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Treffer, Zoekuitslag } from '../../../zoeken/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { gebiedsnaam } from '../../ui/gebied.ts'
import { merk } from '../../ui/merk.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Beeld } from '../rechten/beeld.ts'

export type Uitkomst =
  | ({ readonly status: 'gevonden' } & Zoekuitslag)
  /** The index did not answer. */
  | { readonly status: 'stil' }

export interface ZoekDelen {
  readonly context: Context
  readonly beeld: Beeld
  readonly q: string
  readonly uitkomst: Uitkomst | undefined
  readonly gebeurtenissen: ReadonlyMap<string, Levensgebeurtenis>
}

export function zoekPagina(delen: ZoekDelen): string {
  const { context, q, uitkomst } = delen
  const { t } = context.spraak
  return pagina(context, {
    stijl: ['zoeken.css'],
    titel: q === '' ? t('zoeken.titel') : t('zoeken.titel_met', { q }),
    actief: 'zoeken',
    inhoud: html`<h1>${t('zoeken.titel')}</h1>
${zoekveld(context, q)}
${uitkomst === undefined ? html`<p class="vd-calm">${t('zoeken.voorbeelden')}</p>` : resultaat(delen, uitkomst)}`,
  })
}

/** A field and a button, also on other pages. It works as a link: nothing is sent but the words. */
export function zoekveld(context: Context, q: string): Html {
  const { t } = context.spraak
  return html`<form class="vd-search" role="search" method="get" action="${adres(context.taal, 'zoeken')}">
<label class="utrecht-form-label" for="q">${t('zoeken.veld')}</label>
<div class="vd-search__row"><input class="utrecht-textbox utrecht-textbox--html-input" type="search"${attrs({ id: 'q', name: 'q', value: q, maxlength: 200, autocomplete: 'off', enterkeyhint: 'search' })}>
<button class="utrecht-button utrecht-button--primary-action" type="submit">${t('zoeken.knop')}</button></div>
</form>`
}

function resultaat(delen: ZoekDelen, uitkomst: Uitkomst): Html {
  const { context, q } = delen
  const { t } = context.spraak
  if (uitkomst.status === 'stil') {
    return html`<section class="vd-note" role="status"><h2>${t('zoeken.stil.titel')}</h2><p>${t('zoeken.stil.tekst')}</p>${verder(context)}</section>`
  }
  const { treffers, verbeterd } = uitkomst
  if (treffers.length === 0) {
    return html`<section class="vd-section"><h2>${t('zoeken.niets.titel', { q })}</h2><p>${t('zoeken.niets.tekst')}</p>${verder(context)}</section>`
  }
  const bedoeld = verbeterd.map(({ bedoeld: woord }) => woord).join(', ')
  const isAndereTaal = uitkomst.taal !== context.taal
  return html`<section class="vd-section" aria-labelledby="gevonden"><h2 id="gevonden">${t('zoeken.aantal', { n: treffers.length })}</h2>
${bedoeld !== '' && html`<p>${t('zoeken.bedoeld', { woord: bedoeld })}</p>`}
${isAndereTaal && html`<p class="vd-note">${t('zoeken.in_het_nederlands')}</p>`}
<ol class="vd-found">${treffers.map((treffer) => regel(delen, treffer, isAndereTaal ? uitkomst.taal : undefined))}</ol></section>`
}

function regel(
  { context, beeld, gebeurtenissen }: ZoekDelen,
  treffer: Treffer,
  lang: string | undefined,
): Html {
  const { t, taal } = { t: context.spraak.t, taal: context.taal }
  const plaats =
    treffer.gebied === undefined
      ? undefined
      : gebiedsnaam(context.spraak, beeld.corpus.gebieden, treffer.gebied)
  const ouder = treffer.ouder === undefined ? undefined : gebeurtenissen.get(treffer.ouder)?.naam
  return html`<li class="vd-found__item"><p class="vd-found__kind">${t(`zoeken.soort.${treffer.soort}`)}${ouder && `: ${ouder[taal] ?? ouder.nl ?? ''}`}</p>
<h3 class="vd-found__title"><a href="${adresVan(context, treffer)}"${attrs({ lang })}>${treffer.titel}</a> ${plaats && merk(plaats, 'rustig')}</h3>
<p${attrs({ lang })}>${treffer.kort}</p></li>`
}

function adresVan({ taal }: Context, { soort, id, ouder }: Treffer): string {
  switch (soort) {
    case 'regeling':
      return adres(taal, 'product', { regeling: id })
    case 'organisatie':
      return adres(taal, 'organisatie', { organisatie: id })
    case 'gebeurtenis':
      return adres(taal, 'gebeurtenis', { gebeurtenis: id })
    case 'stap':
      return adres(taal, 'stap', { gebeurtenis: ouder ?? '', stap: id })
    case 'pagina':
      return adres(taal, id === 'rechten' ? 'rechten' : 'hulp')
  }
}

function verder({ taal, spraak: { t } }: Context): Html {
  return html`<ul class="vd-list"><li><a href="${adres(taal, 'gebeurtenissen')}">${t('zoeken.verder.gebeurtenissen')}</a></li>
<li><a href="${adres(taal, 'producten')}">${t('zoeken.verder.regelingen')}</a></li>
<li><a href="${adres(taal, 'hulp')}">${t('zoeken.verder.hulp')}</a></li></ul>`
}

import { type Hulpbehoefte, hulpsoorten, maakHulpbehoefte, tolktalen } from '../../../inwoner/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Context } from '../../ui/context.ts'
import { foutregel, type Veldfout } from '../../ui/formulier.ts'

/** The form in which somebody says what they need, on the side of the resident and at the desk. */
export interface Hulpvorm {
  readonly naar: string
  /** Stands in the form. */
  readonly verborgen?: Html | undefined
  /** What was typed. */
  readonly form: URLSearchParams | undefined
  readonly bekend: Hulpbehoefte | undefined
  readonly fouten: readonly Veldfout[]
  /** The words of the consent. */
  readonly ja: string
}

export function hulpvorm({ spraak: { t } }: Context, delen: Hulpvorm): Html {
  const { naar, verborgen, form, bekend, fouten, ja } = delen
  const gekozen: readonly string[] = form?.getAll('soort') ?? bekend?.soorten ?? []
  const taal = form?.get('taal') ?? bekend?.tolktaal
  const fout = (veld: string) =>
    foutregel({ fout: fouten.find((een) => een.veld === veld), foutWoord: t('algemeen.fout'), id: veld })
  return html`<form class="vd-stack" method="post" action="${naar}">${verborgen}
<fieldset class="vd-fieldset utrecht-form-field"><legend class="utrecht-form-label">${t('hulpbehoefte.vraag')}</legend>${fout('soort')}
<ul class="vd-checks">${hulpsoorten.map((soort, i) => vinkje({ id: i === 0 ? 'soort' : `soort-${soort}`, naam: 'soort', waarde: soort, aan: gekozen.includes(soort), tekst: t(`hulpbehoefte.soort.${soort.replace('-', '_')}`) }))}</ul></fieldset>
<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="taal">${t('hulpbehoefte.taal')}</label>${fout('taal')}
<select class="utrecht-textbox vd-select" id="taal" name="taal"><option value="">${t('afspraken.geen_tolk')}</option>${tolktalen.map((een) => html`<option value="${een}"${attrs({ selected: een === taal })}>${t(`afspraken.tolktaal.${een}`)}</option>`)}</select></div>
<p>${t('hulpbehoefte.brieven')}</p>
${fout('ja')}<ul class="vd-checks">${vinkje({ id: 'ja', naam: 'ja', waarde: 'ja', aan: form?.get('ja') === 'ja', tekst: ja })}</ul>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('hulpbehoefte.bewaar')}</button></p></form>`
}

/** What was said, or everything that keeps it from being kept; without their yes nothing is. */
export function leesHulp(
  form: URLSearchParams,
  { spraak: { t } }: Context,
): { readonly behoefte: Hulpbehoefte } | { readonly fouten: readonly Veldfout[] } {
  const gelezen = maakHulpbehoefte(form.getAll('soort'), form.get('taal'))
  const fouten: Veldfout[] = []
  if ('fout' in gelezen)
    fouten.push({
      veld: gelezen.fout === 'taal' ? 'taal' : 'soort',
      tekst: t(`hulpbehoefte.fout.${gelezen.fout}`),
    })
  if (form.get('ja') !== 'ja') fouten.push({ veld: 'ja', tekst: t('hulpbehoefte.fout.ja') })
  return 'fout' in gelezen || fouten.length > 0 ? { fouten } : gelezen
}

function vinkje(delen: {
  readonly id: string
  readonly naam: string
  readonly waarde: string
  readonly aan: boolean
  readonly tekst: string
}): Html {
  const { id, naam, waarde, aan, tekst } = delen
  return html`<li class="vd-check"><input class="vd-check__input" type="checkbox"${attrs({ id, name: naam, value: waarde, checked: aan })}><label class="vd-check__label" for="${id}">${tekst}</label></li>`
}

/** In words, for themselves and for who helps them. */
export function hulplijst({ spraak: { t } }: Context, { soorten, tolktaal }: Hulpbehoefte): Html {
  return html`<ul class="vd-list">${soorten.map((soort) => html`<li>${t(`hulpbehoefte.soort.${soort.replace('-', '_')}`)}${soort === 'tolk' && tolktaal && `: ${t(`afspraken.tolktaal.${tolktaal}`)}`}</li>`)}</ul>`
}

import { type Hulpbehoefte, hulpsoorten, maakHulpbehoefte, tolktalen } from '../../../inwoner/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWie, hulpOnthouden } from './eis.ts'
import { gedaanUit, mijnPagina } from './kader.ts'
import { metRegel } from './verwerk.ts'
import { mag } from './wie.ts'

const wat = { doel: 'hulp-onthouden', gegevens: ['hulpbehoefte'] }

/** What somebody needs to be helped well: said once, kept with consent, shown to whoever helps them. */
export function toon(verzoek: Verzoek): Promise<Antwoord> {
  return pagina(verzoek, undefined, [])
}

export async function geef(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { form, context } = verzoek
  const { hulpbehoeften } = mijn
  if (hulpbehoeften === undefined) return { soort: 'niet-gevonden' }
  const gelezen = maakHulpbehoefte(form.getAll('soort'), form.get('taal'))
  const { t } = context.spraak
  const fouten: readonly (Veldfout | false)[] = [
    'fout' in gelezen && {
      veld: gelezen.fout === 'taal' ? 'taal' : 'soort',
      tekst: t(`hulpbehoefte.fout.${gelezen.fout}`),
    },
    form.get('ja') !== 'ja' && { veld: 'ja', tekst: t('hulpbehoefte.fout.ja') },
  ]
  const mis = fouten.filter((fout) => fout !== false)
  if ('fout' in gelezen || mis.length > 0) return pagina(verzoek, form, mis)
  await metRegel(mijn, wie, wat, (bewijs) => hulpbehoeften.zet(wie.persoon, gelezen.behoefte, bewijs))
  return naar(context, 'onthouden')
}

/** Taking back is as easy as giving (AVG art. 7 lid 3). */
export async function neem(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { hulpbehoeften } = mijn
  if (hulpbehoeften === undefined) return { soort: 'niet-gevonden' }
  await metRegel(mijn, wie, wat, (bewijs) => hulpbehoeften.trekIn(wie.persoon, bewijs))
  return naar(verzoek.context, 'vergeten')
}

function naar({ taal }: Context, gedaan: string): Antwoord {
  return { soort: 'ga-naar', adres: adres(taal, 'hulpbehoefte', { gedaan }) }
}

async function pagina(
  verzoek: Verzoek,
  form: URLSearchParams | undefined,
  fouten: readonly Veldfout[],
): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { context, zoek, nu } = verzoek
  const { hulpbehoeften } = mijn
  if (hulpbehoeften === undefined) return { soort: 'niet-gevonden' }
  const { taal, spraak } = context
  const { t } = spraak
  const zelf = { soort: 'persoon', persoon: wie.persoon } as const
  const nuBekend = await metRegel(mijn, wie, wat, (bewijs) => hulpbehoeften.haal(zelf, bewijs))
  const gedaan = fouten.length === 0 ? gedaanUit(zoek, ['onthouden', 'vergeten']) : undefined
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('hulpbehoefte.inleiding')}</p>
<ul class="vd-list"><li>${t('hulpbehoefte.wie')}</li><li>${t('hulpbehoefte.log')}</li><li>${t('hulpbehoefte.stoppen')}</li></ul>
${
  nuBekend &&
  html`<section class="vd-section"><h2>${t('hulpbehoefte.bekend', { dag: spraak.datum(datumOp(nuBekend.sinds, 'Europe/Amsterdam')) })}</h2>${hulplijst(context, nuBekend)}
<form method="post" action="${adres(taal, 'hulpbehoefteNeem')}"><button class="utrecht-button utrecht-button--secondary-action" name="doe" value="vergeet">${t('hulpbehoefte.vergeet')}</button></form></section>`
}
<section class="vd-section"><h2>${t(nuBekend ? 'hulpbehoefte.wijzig' : 'hulpbehoefte.kies')}</h2>
${!mag(mijn, wie, hulpOnthouden, nu) && html`<p>${t('portalen.opnieuw')}</p>`}
${vorm(verzoek, form, nuBekend, fouten)}</section>`
  return {
    soort: 'pagina',
    pagina: mijnPagina(context, {
      titel: t('hulpbehoefte.titel'),
      inhoud,
      isFout: fouten.length > 0,
      melding: gedaan && t(`hulpbehoefte.gedaan.${gedaan}`),
    }),
    ...(fouten.length > 0 && { status: 400 }),
  }
}

function vorm(
  { context }: Verzoek,
  form: URLSearchParams | undefined,
  bekend: Hulpbehoefte | undefined,
  fouten: readonly Veldfout[],
): Html {
  const { t } = context.spraak
  const gekozen: readonly string[] = form?.getAll('soort') ?? bekend?.soorten ?? []
  const taal = form?.get('taal') ?? bekend?.tolktaal
  const fout = (veld: string) => {
    const gevonden = fouten.find((een) => een.veld === veld)
    return (
      gevonden &&
      html`<p class="utrecht-form-field-error-message" id="${veld}-fout"><strong>${t('algemeen.fout')}</strong> ${gevonden.tekst}</p>`
    )
  }
  return html`<form method="post" action="${adres(context.taal, 'hulpbehoefteGeef')}">
<fieldset class="vd-fieldset utrecht-form-field"><legend class="utrecht-form-label">${t('hulpbehoefte.vraag')}</legend>${fout('soort')}
<ul class="vd-checks">${hulpsoorten.map((soort, i) => vinkje({ id: i === 0 ? 'soort' : `soort-${soort}`, naam: 'soort', waarde: soort, aan: gekozen.includes(soort), tekst: t(`hulpbehoefte.soort.${soort.replace('-', '_')}`) }))}</ul></fieldset>
<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="taal">${t('hulpbehoefte.taal')}</label>${fout('taal')}
<select class="utrecht-textbox vd-select" id="taal" name="taal"><option value="">${t('afspraken.geen_tolk')}</option>${tolktalen.map((een) => html`<option value="${een}"${attrs({ selected: een === taal })}>${t(`afspraken.tolktaal.${een}`)}</option>`)}</select></div>
${fout('ja')}<ul class="vd-checks">${vinkje({ id: 'ja', naam: 'ja', waarde: 'ja', aan: form?.get('ja') === 'ja', tekst: t('hulpbehoefte.ja') })}</ul>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('hulpbehoefte.bewaar')}</button></p></form>`
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

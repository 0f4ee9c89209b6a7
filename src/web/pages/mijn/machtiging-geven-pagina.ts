import type { Organisatie } from '../../../corpus/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { type Aanbod, type NieuwAanbod, schrijfCode } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import { datumvelden } from '../../ui/datumveld.ts'
import { foutregel, foutSamenvatting, keuzes, type Veldfout } from '../../ui/formulier.ts'
import type { Verzoek } from '../../verzoek.ts'
import type { Dienst } from './diensten.ts'
import { mijnPagina, moment } from './kader.ts'
import { machtigingInhoud } from './machtiging-inhoud.ts'

const primair = 'utrecht-button utrecht-button--primary-action'

/** What somebody filled in, as it stands in the fields. */
export interface Invoer {
  /** Made once per form, so that sending it twice makes one code. */
  readonly id: string
  readonly bereik: 'alles' | 'deze' | undefined
  readonly diensten: readonly string[]
  readonly velden: Readonly<Record<string, string>>
}

export function organisatiePagina(
  { context }: Verzoek,
  organisaties: readonly Organisatie[],
  fout?: Veldfout,
): string {
  const { taal, spraak } = context
  const { t } = spraak
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fout ? [fout] : [])}
<p class="vd-lead">${t('machtigen.geven.inleiding')}</p>
<ol class="vd-steps"><li>${t('machtigen.geven.stap1')}</li><li>${t('machtigen.geven.stap2')}</li><li>${t('machtigen.geven.stap3')}</li></ol>
<form method="post" action="${adres(taal, 'machtigingGeefStuur')}">
<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="bij">${t('machtigen.geven.bij')}</label>
${foutregel({ fout, foutWoord: t('algemeen.fout'), id: 'bij' })}
<select class="utrecht-textbox vd-select" id="bij" name="bij"><option value="">${t('machtigen.geven.kies')}</option>
${organisaties.map(({ id, naam }) => html`<option value="${id}">${naam}</option>`)}</select></div>
<p class="vd-actions"><button class="${primair}" type="submit">${t('machtigen.geven.verder')}</button></p></form>
<p class="vd-calm">${t('machtigen.geven.namens')}</p>`
  return mijnPagina(context, {
    titel: t('machtigen.geven.titel'),
    inhoud,
    terug: 'machtigingen',
    isFout: fout !== undefined,
  })
}

export interface InhoudBeeld {
  readonly organisatie: Organisatie
  readonly diensten: readonly Dienst[]
  readonly invoer: Invoer
  readonly fouten: readonly Veldfout[]
}

/** Second question: what, and how long. */
export function inhoudPagina({ context }: Verzoek, beeld: InhoudBeeld): string {
  const { taal, spraak } = context
  const { t } = spraak
  const { organisatie, diensten, invoer, fouten } = beeld
  const datum = (voor: 'van' | 'tot'): Html => {
    const fout = fouten.find(({ veld }) => veld.startsWith(`${voor}-`))
    return html`<fieldset class="vd-fieldset"><legend class="utrecht-form-label">${t(`machtigen.geven.${voor}`)}</legend>
${foutregel({ fout, foutWoord: t('algemeen.fout'), id: fout?.veld ?? voor })}
${datumvelden({ spraak, voorvoegsel: `${voor}-`, waarden: invoer.velden, fout })}</fieldset>`
  }
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('machtigen.geven.gekozen', { organisatie: organisatie.naam })}</p>
<form method="post" action="${adres(taal, 'machtigingGeefStuur')}" id="inhoud-vorm">
<input type="hidden" name="bij" value="${organisatie.id}"><input type="hidden" name="id" value="${invoer.id}"><input type="hidden" name="stap" value="controleer">
<div id="inhoud">${diensten.length === 0 ? html`<p>${t('machtigen.geven.alles_alleen')}</p>` : bereik(context.spraak, beeld)}</div>
${datum('van')}
${datum('tot')}
<p class="vd-actions"><button class="${primair}" type="submit">${t('machtigen.geven.verder')}</button></p></form>`
  return mijnPagina(context, {
    titel: t('machtigen.geven.wat_titel'),
    inhoud,
    terug: 'machtigingen',
    isFout: fouten.length > 0,
  })
}

function bereik({ t }: Verzoek['context']['spraak'], { diensten, invoer, fouten }: InhoudBeeld): Html {
  const vind = (veld: string): Veldfout | undefined => fouten.find((een) => een.veld === veld)
  return html`<fieldset class="vd-fieldset"><legend class="utrecht-form-label">${t('machtigen.geven.wat')}</legend>
${foutregel({ fout: vind('bereik'), foutWoord: t('algemeen.fout'), id: 'bereik' })}
${keuzes({
  id: 'bereik',
  naam: 'bereik',
  gekozen: invoer.bereik,
  opties: [
    { waarde: 'deze', tekst: t('machtigen.geven.deze') },
    { waarde: 'alles', tekst: t('machtigen.geven.alles') },
  ],
})}</fieldset>
<fieldset class="vd-fieldset"><legend class="utrecht-form-label">${t('machtigen.geven.welke')}</legend>
<p class="vd-calm">${t('machtigen.geven.welke_hulp')}</p>
${foutregel({ fout: vind('dienst'), foutWoord: t('algemeen.fout'), id: 'dienst' })}
<ul class="vd-checks">${diensten.map(({ id, naam, lang }, i) => {
    const veld = i === 0 ? 'dienst' : `dienst-${i}`
    return html`<li class="vd-check"><input class="vd-check__input" type="checkbox" name="dienst"${attrs({ id: veld, value: id, checked: invoer.diensten.includes(id) })}><label class="vd-check__label" for="${veld}"${attrs({ lang })}>${naam}</label></li>`
  })}</ul></fieldset>`
}

/** Everything once more before there is a code. */
export function bevestigPagina(
  verzoek: Verzoek,
  {
    organisatie,
    invoer,
    nieuw,
  }: { readonly organisatie: Organisatie; readonly invoer: Invoer; readonly nieuw: NieuwAanbod },
): string {
  const { context } = verzoek
  const { t } = context.spraak
  const velden: readonly (readonly [string, string])[] = [
    ['bij', organisatie.id],
    ['id', invoer.id],
    ['bereik', nieuw.diensten.length === 0 ? 'alles' : 'deze'],
    ...nieuw.diensten.map((dienst) => ['dienst', dienst] as const),
    ...Object.entries(invoer.velden),
  ]
  const verborgen = velden.map(
    ([naam, waarde]) => html`<input type="hidden" name="${naam}" value="${waarde}">`,
  )
  const inhoud = html`<p class="vd-lead">${t('machtigen.bevestig.inleiding')}</p>
${machtigingInhoud(verzoek, nieuw)}
<p class="vd-notice">${t('machtigen.bevestig.let_op')}</p>
<form class="vd-actions" method="post" action="${adres(context.taal, 'machtigingGeefStuur')}">${verborgen}
<button class="${primair}" name="stap" value="maak">${t('machtigen.bevestig.maak')}</button>
<a class="utrecht-button utrecht-button--secondary-action" href="${adres(context.taal, 'machtigingGeef')}">${t('machtigen.bevestig.opnieuw')}</a></form>`
  return mijnPagina(context, { titel: t('machtigen.bevestig.titel'), inhoud, terug: 'machtigingen' })
}

/** The code, once: on the screen, and on paper as it stands here. */
export function codePagina(
  verzoek: Verzoek,
  { aanbod, code }: { readonly aanbod: Aanbod; readonly code: string },
): string {
  const { context, post } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const tot = moment(context, aanbod.verloopt, datumOp(aanbod.verloopt, 'Europe/Amsterdam'))
  const waar = new URL(adres(taal, 'machtigingCode'), post.basis)
  const inhoud = html`<p class="vd-lead vd-screen-only">${t('machtigen.code.inleiding')}</p>
<section class="vd-code" aria-labelledby="de-code"><h2 id="de-code">${t('machtigen.code.kop')}</h2>
<p class="vd-code__digits">${schrijfCode(code)}</p>
<p>${t('machtigen.code.geldig', { moment: tot })}</p></section>
<p class="vd-notice vd-screen-only">${t('machtigen.code.een_keer')}</p>
<p class="vd-actions"><button class="${primair}" type="button" data-verrijk="print" hidden>${t('print.knop')}</button> <a class="utrecht-button utrecht-button--secondary-action" href="${adres(taal, 'machtigingen')}">${t('machtigen.code.klaar')}</a></p>
<p class="vd-screen-only vd-calm">${t('machtigen.code.print')}</p>
<section class="vd-section"><h2>${t('machtigen.code.hoe')}</h2>
<ol class="vd-steps"><li>${t('machtigen.code.hoe1', { adres: `${waar.host}${waar.pathname}` })}</li><li>${t('machtigen.code.hoe2')}</li><li>${t('machtigen.code.hoe3')}</li></ol>
<p>${t('machtigen.code.stoppen')}</p></section>
<section class="vd-section"><h2>${t('machtigen.code.wat')}</h2>${machtigingInhoud(verzoek, aanbod)}</section>`
  return mijnPagina(context, { titel: t('machtigen.code.titel'), inhoud, terug: 'machtigingen' })
}

/** With which ground a list of people may be made: asked first, answered with yes or with what is lacking, written down. */
import type { Lijstgrond } from '../../../corpus/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Lijstbesluit } from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { eisGebruik, gemeentenVan, plaatsnaam, regelingenVan } from './bron.ts'

interface Gekozen {
  readonly gemeente: string
  readonly regeling: string
  readonly grond: string | undefined
}

export function toon(verzoek: Verzoek): Antwoord {
  const { werker } = eisGebruik(verzoek)
  const { organisatie } = werker.subject
  const gemeente = /^gemeente-(GM\d{4})$/.exec(organisatie)?.[1] ?? ''
  return pagina(verzoek, { gemeente, regeling: verzoek.zoek.get('regeling') ?? '', grond: undefined })
}

export async function stel(verzoek: Verzoek): Promise<Antwoord> {
  const { gebruik, werker } = eisGebruik(verzoek)
  const { form } = verzoek
  const kort = (veld: string) => (form.get(veld) ?? '').slice(0, 80)
  const gekozen = {
    gemeente: kort('gemeente'),
    regeling: kort('regeling'),
    grond: kort('grond') || undefined,
  }
  const { organisatie, medewerker } = werker.subject
  const besluit = await gebruik.lijstvragen.vraag({ organisatie, ...gekozen }, medewerker)
  return pagina(verzoek, gekozen, besluit)
}

function pagina(verzoek: Verzoek, gekozen: Gekozen, besluit?: Lijstbesluit): Antwoord {
  const { context, bronnen } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const gronden = [...bronnen.geheel().lijstgronden.values()]
  const keuzelijst = (
    id: 'gemeente' | 'regeling',
    opties: readonly { readonly id: string; readonly naam: string }[],
  ) =>
    html`<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="${id}">${t(`lijstvraag.${id}`)}</label><select class="vd-select" id="${id}" name="${id}"><option value="">${t('lijstvraag.kies')}</option>${opties.map((o) => html`<option${attrs({ value: o.id, selected: o.id === gekozen[id] })}>${o.naam}</option>`)}</select></div>`
  const inhoud = html`<p class="vd-lead">${t('lijstvraag.lead')}</p>
${besluit && uitslag(verzoek, gekozen, besluit)}
<form class="vd-form" method="post" action="${adres(taal, 'balieLijstvraagStel')}">
${keuzelijst(
  'gemeente',
  gemeentenVan(verzoek).map(({ code, naam }) => ({ id: code, naam })),
)}
${keuzelijst('regeling', regelingenVan(verzoek))}
<fieldset class="utrecht-form-fieldset vd-fieldset"><legend class="utrecht-form-fieldset__legend">${t('lijstvraag.grond')}</legend><div class="vd-radios">
${gronden.map((grond, i) => grondkeuze(context, grond, i, gekozen.grond))}
<div class="vd-radio"><input class="utrecht-radio-button utrecht-radio-button--html-input vd-radio__input" type="radio"${attrs({ id: 'grond-geen', name: 'grond', value: '', checked: gekozen.grond === undefined })}><label class="utrecht-form-label utrecht-form-label--radio vd-radio__label" for="grond-geen">${t('lijstvraag.geen_grond')}</label></div></div></fieldset>
<p class="vd-calm vd-small">${t('lijstvraag.vastgelegd')}</p>
<button class="utrecht-button utrecht-button--primary-action" type="submit">${t('lijstvraag.vraag')}</button></form>`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('lijstvraag.titel'),
      ...{ inhoud, zonderGrond: true },
      stijl: ['gebruik.css'],
      terug: { adres: adres(taal, 'balieGebruik'), tekst: t('gebruik.titel') },
    }),
  }
}

function grondkeuze(
  { taal, spraak }: Context,
  grond: Lijstgrond,
  i: number,
  gekozen: string | undefined,
): Html {
  const { t } = spraak
  const id = `grond-${i}`
  return html`<div class="vd-radio"><input class="utrecht-radio-button utrecht-radio-button--html-input vd-radio__input" type="radio"${attrs({ id, name: 'grond', value: grond.id, checked: grond.id === gekozen, 'aria-describedby': `${id}-uitleg` })}><label class="utrecht-form-label utrecht-form-label--radio vd-radio__label" for="${id}">${grond.naam[taal] ?? grond.naam.nl}</label></div><p class="vd-calm vd-small vd-lijstgrond" id="${id}-uitleg"><span lang="nl">${grond.wet}</span>${heeftArtikel(grond) && `, ${t('lijstvraag.artikel', { artikel: grond.artikel })}`}. ${t(`lijstvraag.stand.${grond.stand}`)} ${t(`lijstvraag.vertrouwen.${grond.vertrouwen}`)} ${grond.uitleg[taal] ?? grond.uitleg.nl}</p>`
}

function uitslag(verzoek: Verzoek, { gemeente, regeling }: Gekozen, besluit: Lijstbesluit): Html {
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const plaats = plaatsnaam(verzoek, gemeente)
  const naam = regelingenVan(verzoek).find(({ id }) => id === regeling)?.naam ?? regeling
  if (besluit.mag)
    return html`<section class="vd-note" role="status"><h2>${t('lijstvraag.mag.titel')}</h2><p>${t('lijstvraag.mag.tekst', { regeling: naam, plaats, artikel: besluit.grond.artikel, termijn: besluit.grond.termijn })}</p><p lang="nl">${t('lijstvraag.mag.gegevens', { gegevens: besluit.grond.gegevens.join(', ') })}</p><p>${t('lijstvraag.mag.bron')}</p></section>`
  return html`<section class="vd-note" role="alert"><h2>${t('lijstvraag.nee.titel')}</h2><p>${t(`lijstvraag.nee.${besluit.reden}`)}</p><p>${t('lijstvraag.nee.anders')}</p><p><a class="utrecht-button utrecht-button--secondary-action" href="${adres(taal, 'balieCampagneNieuw')}">${t('lijstvraag.nee.campagne')}</a></p></section>`
}

/** A bill may have no numbered article yet: that it is no law stands beside it. */
function heeftArtikel({ artikel }: { readonly artikel: string }): boolean {
  return /^\d/.test(artikel)
}

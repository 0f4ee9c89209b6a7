import type { PersoonId } from '../../../domain/index.ts'
import type { BeperkteGegevens, RegisterUitkomst } from '../../../inwoner/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { type Machtiging, magAanBalieIntrekken, standVan } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import { datumvelden } from '../../ui/datumveld.ts'
import { foutregel, foutSamenvatting, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisGrond, eisPersoon } from './eis.ts'
import { machtigingenlijst, naamUit } from './inwoner-pagina.ts'
import { baliePagina, grondveld } from './kader.ts'
import type { Keuze, Papierfout } from './papier.ts'

export type PapierFoutcode =
  | Papierfout
  | 'periode-leeg'
  | 'periode-voorbij'
  | 'niet-zelf-te-geven'
  | 'bron-stil'
  | 'aanwezig'
  | 'overig'

export interface PapierBeeld {
  readonly gever: RegisterUitkomst<BeperkteGegevens>
  /** Absent while they still have to be found. */
  readonly krijger: RegisterUitkomst<BeperkteGegevens> | undefined
  readonly lopend: readonly Machtiging[]
  readonly keuzes: readonly Keuze[]
  readonly fouten: readonly PapierFoutcode[]
  /** Who has what may be ended here; without a name they stand under the number of the paper alone. */
  readonly namen: ReadonlyMap<PersoonId, string>
  readonly gedaan: string | undefined
}

const veldVan: Readonly<Record<Exclude<PapierFoutcode, 'aanwezig'>, string>> = {
  organisatie: 'bij',
  diensten: 'dienst',
  vanaf: 'vanaf-dag',
  tot: 'tot-dag',
  gezien: 'gezien-dag',
  nummer: 'nummer',
  getekend: 'getekend',
  'periode-leeg': 'tot-dag',
  'periode-voorbij': 'tot-dag',
  'niet-zelf-te-geven': 'bij',
  'bron-stil': 'bij',
  overig: 'nummer',
}

export function papierPagina(verzoek: Verzoek, beeld: PapierBeeld): string {
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  const { gever, krijger, lopend, gedaan } = beeld
  const fouten = beeld.fouten.map((fout) => ({
    veld: fout === 'aanwezig' ? aanwezigVeld(verzoek.form.get('id') ?? '') : veldVan[fout],
    tekst: t(`balie.machtiging.fout.${fout}`),
  }))
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('balie.machtiging.inleiding')}</p>
<dl class="vd-data"><div class="vd-data__item"><dt>${t('balie.machtiging.gever')}</dt><dd>${naamUit(verzoek, gever)}</dd></div>
<div class="vd-data__item"><dt>${t('balie.machtiging.krijger')}</dt><dd>${
    krijger === undefined
      ? html`<a class="utrecht-button utrecht-button--primary-action" href="${adres(taal, 'balieZoeken')}">${t('balie.machtiging.zoek_ander')}</a>`
      : naamUit(verzoek, krijger)
  }</dd></div></dl>
${krijger !== undefined && gedaan === undefined && vorm(verzoek, beeld.keuzes, fouten)}
<section class="vd-section"><h2>${t('balie.machtiging.lopend')}</h2>${machtigingenlijst(verzoek, lopend, eindvormen(verzoek, beeld, fouten))}</section>`
  return baliePagina(verzoek, {
    titel: t('balie.machtiging.titel'),
    inhoud,
    isFout: fouten.length > 0,
    naam: naamUit(verzoek, gever),
    melding: gedaan && t(`balie.machtiging.gedaan.${gedaan}`),
  })
}

/** What still runs and was recorded here from paper. */
export function teBeeindigen(verzoek: Verzoek, lopend: readonly Machtiging[]): readonly Machtiging[] {
  const { grond } = eisGrond(verzoek)
  const vrager = { persoon: eisPersoon(grond), organisatie: grond.organisatie }
  const vandaag = datumOp(verzoek.nu, 'Europe/Amsterdam')
  return lopend.filter(
    (een) => magAanBalieIntrekken(een, vrager) && ['geldig', 'nog-niet'].includes(standVan(een, vandaag)),
  )
}

const aanwezigVeld = (id: string): string => `aanwezig-${id}`

/** Below each that may end here: whose it is, and the way to end it, while the giver stands at the desk. */
function eindvormen(
  verzoek: Verzoek,
  { lopend, namen }: Pick<PapierBeeld, 'lopend' | 'namen'>,
  fouten: readonly Veldfout[],
): ReadonlyMap<string, Html> {
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  const { grond } = eisGrond(verzoek)
  const rij = ({ id, gemachtigde, wijze }: Machtiging): Html => {
    const nummer = wijze.soort === 'digitaal' ? '' : wijze.kenmerk
    const wat = namen.get(gemachtigde) ?? nummer
    const veld = aanwezigVeld(id)
    const fout = fouten.find((een) => een.veld === veld)
    const regels = html`<p>${t('balie.machtiging.einde.van', { naam: wat })}<br><span class="vd-calm vd-small">${t('balie.machtiging.einde.papier', { nummer })}</span></p>`
    if (grond.reden !== 'balie')
      return html`${regels}<p class="vd-calm">${t('balie.machtiging.einde.alleen_balie')}</p>`
    return html`${regels}
<form class="vd-stack" method="post" action="${adres(taal, 'balieMachtigingEindig')}">${grondveld(grond)}
<div>${foutregel({ fout, foutWoord: t('algemeen.fout'), id: veld })}
<div class="vd-check"><input type="checkbox"${attrs({ id: veld, name: 'aanwezig', value: 'ja', 'aria-invalid': fout ? 'true' : undefined, 'aria-describedby': fout ? `${veld}-fout` : undefined })}><label for="${veld}">${t('balie.machtiging.einde.aanwezig')}</label></div></div>
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="id" value="${id}">${t('balie.machtiging.einde.knop')}<span class="vd-visually-hidden">: ${wat}</span></button></p></form>`
  }
  return new Map(teBeeindigen(verzoek, lopend).map((een) => [een.id, rij(een)]))
}

/** First the organisation, since its schemes depend on it; that choice says nothing about anybody. */
function vorm(verzoek: Verzoek, keuzes: readonly Keuze[], fouten: readonly Veldfout[]): Html {
  const { context, form, zoek } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const gevraagd = form.get('bij') ?? zoek.get('bij')
  const gekozen = keuzes.find(({ organisatie }) => organisatie.id === gevraagd) ?? keuzes[0]
  return html`<form class="vd-filter" method="get" action="${adres(taal, 'balieMachtiging')}">
<label class="utrecht-form-label" for="bij">${t('balie.machtiging.organisatie')}</label>
<select class="utrecht-textbox vd-select" id="bij" name="bij">${keuzes.map(
    ({ organisatie: { id, naam } }) =>
      html`<option value="${id}"${attrs({ selected: id === gekozen?.organisatie.id })}>${naam}</option>`,
  )}</select>
<button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('balie.machtiging.kies_organisatie')}</button></form>
${gekozen && papiervorm(verzoek, gekozen, fouten)}`
}

function papiervorm(verzoek: Verzoek, { organisatie, regelingen }: Keuze, fouten: readonly Veldfout[]): Html {
  const { context, form } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { grond } = eisGrond(verzoek)
  const foutBij = (...velden: readonly string[]) => fouten.find(({ veld }) => velden.includes(veld))
  const foutWoord = t('algemeen.fout')
  const waarden = Object.fromEntries(form)
  const datum = (naam: 'vanaf' | 'tot' | 'gezien', vraag: string) => {
    const fout = foutBij(`${naam}-dag`)
    return html`<fieldset class="vd-fieldset"><legend>${vraag}</legend>
${foutregel({ fout, foutWoord, id: `${naam}-dag` })}
${datumvelden({ spraak, voorvoegsel: `${naam}-`, waarden, fout })}</fieldset>`
  }
  const vink = (id: string, naam: string, waarde: string, tekst: string) =>
    html`<div class="vd-check"><input type="checkbox"${attrs({ id, name: naam, value: waarde, checked: form.getAll(naam).includes(waarde) })}><label for="${id}">${tekst}</label></div>`
  return html`<form class="vd-stack" method="post" action="${adres(taal, 'balieMachtigingGeef')}">${grondveld(grond)}
<input type="hidden" name="bij" value="${organisatie.id}">
<fieldset class="vd-fieldset"><legend>${t('balie.machtiging.diensten')}</legend>
${foutregel({ fout: foutBij('dienst'), foutWoord, id: 'dienst' })}
${vink('dienst', 'dienst', 'alles', t('balie.machtiging.alles'))}
${regelingen.map(({ id, naam }) => vink(`dienst-${id}`, 'dienst', id, naam))}</fieldset>
${datum('vanaf', t('balie.machtiging.vanaf'))}
${datum('tot', t('balie.machtiging.tot'))}
<h2>${t('balie.machtiging.papier')}</h2>
${datum('gezien', t('balie.machtiging.gezien'))}
${tekstveld({
  id: 'nummer',
  naam: 'nummer',
  label: t('balie.machtiging.nummer'),
  // Not given back when it did not fit: it may be what does not belong here.
  waarde: foutBij('nummer') ? '' : (form.get('nummer') ?? '').slice(0, 40),
  fout: foutBij('nummer'),
  foutWoord,
  beschrijvingen: ['nummer-hulp'],
})}
<p class="vd-calm vd-small" id="nummer-hulp">${t('balie.machtiging.nummer_hulp')}</p>
<div>${foutregel({ fout: foutBij('getekend'), foutWoord, id: 'getekend' })}
${vink('getekend', 'getekend', 'ja', t('balie.machtiging.getekend'))}</div>
<p>${t('balie.machtiging.ziet')}</p>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('balie.machtiging.bewaar')}</button></p></form>`
}

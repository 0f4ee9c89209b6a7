import { attrs, type Html, html } from '../../../platform/index.ts'
import {
  type Aansluitfout,
  type Aansluiting,
  leesAansluiting,
  type Toonregel,
  type Toonregels,
  type Zaaktypekeus,
  type Zaaktypesleutel,
} from '../../../zaken/index.ts'
import { vertrouwelijkheden } from '../../../zgw/index.ts'
import type { Context } from '../../ui/context.ts'
import { foutregel, tekstveld, type Veldfout } from '../../ui/formulier.ts'

const titels = ['zaaktaal', 'zaaktype', 'omschrijving'] as const
const schakels = ['tonen', 'documenten', 'toevoegen', 'statustoelichting', 'zonderStatus'] as const
/** Of a type: what may differ from the rule for all. */
const perType = ['tonen', 'documenten'] as const
const isPerType = (deel: (typeof schakels)[number]) => perType.some((naam) => naam === deel)
/** Named limit: more types than these are set by a file. */
export const maxTypen = 300

/** A type with the rule that it has of its own; empty: as all others. */
export interface Typeregel {
  readonly sleutel: Zaaktypesleutel
  /** Absent: its catalogue does not name it (any more). */
  readonly naam?: string
  readonly regel: Partial<Toonregel>
}

/**
 * Every type for residents that the catalogue has, and whatever a rule was made for before; those with a rule of their
 * own first. `overig`: so many have no row; their rules stay as they are.
 */
export function typeregels(
  { perZaaktype }: Toonregels,
  typen: readonly Zaaktypekeus[] | undefined,
): { readonly rijen: readonly Typeregel[]; readonly overig: number } {
  const regels = perSleutel(perZaaktype)
  const bekend = (typen ?? [])
    .filter(({ isIntern }) => !isIntern)
    .map(({ sleutel, naam }) => ({ sleutel, naam, regel: regels.get(sleuteltekst(sleutel))?.regel ?? {} }))
  const gezien = new Set(bekend.map(({ sleutel }) => sleuteltekst(sleutel)))
  const rest = [...regels].flatMap(([naam, van]) => (gezien.has(naam) ? [] : [van]))
  const alle = [...bekend, ...rest].sort((a, b) => Number(isEigen(b)) - Number(isEigen(a)))
  return { rijen: alle.slice(0, maxTypen), overig: Math.max(0, alle.length - maxTypen) }
}

function isEigen({ regel }: Pick<Typeregel, 'regel'>): boolean {
  return Object.keys(regel).length > 0
}

/** As `regelVoor` reads them: of two for the same type the first counts. */
function perSleutel(perZaaktype: Toonregels['perZaaktype']) {
  const regels = new Map<string, (typeof perZaaktype)[number]>()
  for (const een of perZaaktype) {
    const naam = sleuteltekst(een.sleutel)
    if (!regels.has(naam)) regels.set(naam, een)
  }
  return regels
}

function sleuteltekst({ domein, rsin, identificatie }: Zaaktypesleutel): string {
  return `${domein}|${rsin}|${identificatie}`
}

/** In the shape of a file; what does not fit is named by `leesAansluiting`. */
function regelsUit(form: URLSearchParams, { perZaaktype: bewaard }: Toonregels): unknown {
  const lees = (naam: string) => form.get(naam)?.trim() ?? ''
  const standaard = {
    ...Object.fromEntries(schakels.map((naam) => [naam, form.get(naam) === 'ja'])),
    titel: lees('titel'),
    vanaf: lees('vanaf'),
    hoogsteVertrouwelijkheid: lees('niveau'),
  }
  const regels = new Map<string, { sleutel: unknown; regel: object }>(perSleutel(bewaard))
  for (let i = 0; i < maxTypen; i++) {
    const [domein, rsin, ...rest] = lees(`t${i}`).split('|')
    const identificatie = rest.join('|')
    if (domein === undefined || rsin === undefined || identificatie === '') continue
    const sleutel = { domein, rsin, identificatie }
    const naam = sleuteltekst(sleutel)
    const { tonen, documenten, titel, hoogsteVertrouwelijkheid, vanaf, ...buitenForm }: Partial<Toonregel> =
      regels.get(naam)?.regel ?? {}
    const regel = { ...buitenForm, ...typeregelUit(lees, i) }
    if (isEigen({ regel })) regels.set(naam, { sleutel, regel })
    else regels.delete(naam)
  }
  return { standaard, perZaaktype: [...regels.values()] }
}

/** Of one row: what it says of its own. */
function typeregelUit(lees: (naam: string) => string, i: number): object {
  const eigen = (naam: string) => lees(`t${i}-${naam}`)
  return {
    ...Object.fromEntries(
      perType.filter((naam) => eigen(naam) !== '').map((naam) => [naam, eigen(naam) === 'ja']),
    ),
    ...(eigen('titel') !== '' && { titel: eigen('titel') }),
    ...(eigen('vanaf') !== '' && { vanaf: eigen('vanaf') }),
    ...(eigen('niveau') !== '' && { hoogsteVertrouwelijkheid: eigen('niveau') }),
  }
}

/**
 * The rules of the form, checked as those of a file; without a good one the faults. What a file says of a type and the
 * form has no field for, stays: saving a page opens nothing that was closed.
 */
export function leesRegels(
  aansluiting: Aansluiting,
  form: URLSearchParams,
): { readonly regels?: Toonregels; readonly fouten: readonly Aansluitfout[] } {
  const gelezen = leesAansluiting({ ...aansluiting, regels: regelsUit(form, aansluiting.regels) })
  return gelezen.ok ? { regels: gelezen.aansluiting.regels, fouten: [] } : { fouten: gelezen.fouten }
}

interface Delen {
  readonly context: Context
  readonly fouten: readonly Veldfout[]
}

export function standaardvelden({ context, fouten }: Delen, regel: Toonregel): Html {
  const { t } = context.spraak
  const foutWoord = t('algemeen.fout')
  return html`<fieldset class="vd-fieldset vd-stack"><legend>${t('bronnen.regels.standaard')}</legend>
${schakels.map((naam) => html`<div class="vd-check"><input type="checkbox"${attrs({ id: naam, name: naam, value: 'ja', checked: regel[naam] })}><label for="${naam}">${t(`bronnen.regels.schakel.${naam}`)}</label></div>`)}
${keuze(context, { id: 'titel', label: t('bronnen.regels.titel_van'), gekozen: regel.titel, opties: titels.map((naam) => [naam, t(`bronnen.regels.titel.${naam}`)]) })}
${keuze(context, { id: 'niveau', label: t('bronnen.regels.niveau'), gekozen: regel.hoogsteVertrouwelijkheid, opties: niveaus(context) })}
${tekstveld({
  id: 'vanaf',
  naam: 'vanaf',
  label: t('bronnen.regels.vanaf'),
  waarde: regel.vanaf ?? '',
  fout: fouten.find(({ veld }) => veld === 'vanaf'),
  foutWoord,
  hoogstens: 10,
  beschrijvingen: ['vanaf-hulp'],
})}
<p class="vd-calm vd-small" id="vanaf-hulp">${t('bronnen.regels.vanaf_hulp')}</p></fieldset>`
}

const niveaus = ({ spraak }: Context) =>
  vertrouwelijkheden.map((naam) => [naam, spraak.t(`bronnen.niveau.${naam}`)] as const)

/** Every field says «as all others» first, so that a row left alone says nothing. */
export function typevelden({ context, fouten }: Delen, typen: readonly Typeregel[]): Html {
  const { t } = context.spraak
  const zoals: readonly [string, string] = ['', t('bronnen.regels.zoals')]
  const jaNee = [zoals, ['ja', t('bronnen.regels.ja')], ['nee', t('bronnen.regels.nee')]] as const
  return html`${typen.map(({ sleutel, naam, regel }, i) => {
    const veld = (deel: string) => `t${i}-${deel}`
    const vast = { gekozen: '', klein: true } as const
    const heet = naam ?? t('bronnen.regels.weg', { nummer: sleutel.identificatie })
    const heeftEigen = isEigen({ regel })
    const vastgelegd = schakels.filter((deel) => !isPerType(deel) && regel[deel] !== undefined)
    return html`<details class="vd-details"${attrs({ open: heeftEigen })}><summary>${heet} <span class="vd-small vd-calm">${t(heeftEigen ? 'bronnen.regels.eigen' : 'bronnen.regels.zoals')}</span></summary><fieldset class="vd-fieldset vd-rule"><legend class="vd-visually-hidden">${heet}</legend>
<input type="hidden" name="t${i}" value="${sleuteltekst(sleutel)}">
${perType.map((deel) => keuze(context, { ...vast, id: veld(deel), label: t(`bronnen.regels.kort.${deel}`), gekozen: jaNeeVan(regel[deel]), opties: jaNee }))}
${keuze(context, { ...vast, id: veld('titel'), label: t('bronnen.regels.kort.titel'), gekozen: regel.titel ?? '', opties: [zoals, ...titels.map((een) => [een, t(`bronnen.regels.titel.${een}`)] as const)] })}
${keuze(context, { ...vast, id: veld('niveau'), label: t('bronnen.regels.kort.niveau'), gekozen: regel.hoogsteVertrouwelijkheid ?? '', opties: [zoals, ...niveaus(context)] })}
${tekstveld({ id: veld('vanaf'), naam: veld('vanaf'), label: t('bronnen.regels.kort.vanaf'), waarde: regel.vanaf ?? '', fout: fouten.find((fout) => fout.veld === veld('vanaf')), foutWoord: t('algemeen.fout'), hoogstens: 10 })}
${vastgelegd.length > 0 && html`<div class="vd-small"><p>${t('bronnen.regels.uit_bestand')}</p><ul>${vastgelegd.map((deel) => html`<li>${t(`bronnen.regels.schakel.${deel}`)}: ${t(regel[deel] ? 'bronnen.regels.ja' : 'bronnen.regels.nee')}</li>`)}</ul></div>`}</fieldset></details>`
  })}`
}

function jaNeeVan(waarde: boolean | undefined): string {
  return waarde === undefined ? '' : waarde ? 'ja' : 'nee'
}

function keuze(
  { spraak }: Context,
  delen: {
    readonly id: string
    readonly label: string
    readonly gekozen: string
    readonly opties: readonly (readonly [string, string])[]
    readonly klein?: boolean
    readonly fout?: Veldfout | undefined
  },
): Html {
  const { id, label, gekozen, opties, fout } = delen
  return html`<div class="utrecht-form-field vd-field"><label class="utrecht-form-label${delen.klein ? ' vd-small' : ''}" for="${id}">${label}</label>
${foutregel({ fout, foutWoord: spraak.t('algemeen.fout'), id })}
<select class="vd-select"${attrs({ id, name: id })}>${opties.map(([waarde, tekst]) => html`<option${attrs({ value: waarde, selected: waarde === gekozen })}>${tekst}</option>`)}</select></div>`
}

/** The fields of a form in a chain case, as data: shown, and read back, in one way. */
import { type Datum, noemtBsn, parseDatum } from '../../../domain/index.ts'
import { eersteWerkdagVanaf, isVrijeDag } from '../../../kalender/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Context } from '../../ui/context.ts'
import { foutregel, type Keuze, keuzes, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import { isBelbaar } from './bereik.ts'

/** Named limits: of one line, and of what somebody tells. The case itself takes up to four thousand characters. */
const HOOGSTENS_REGEL = 200
const HOOGSTENS_TEKST = 4_000

interface Gemeen {
  readonly naam: string
  /** Key of the label, when `loket.veld.<naam>` is not what is meant here. */
  readonly label?: string
  /** There is a sentence of help: `loket.hulp.<naam>`, or the key given. */
  readonly hulp?: true | string
  /** May stay empty. `soms`: it depends on another field, and the label says on which. */
  readonly magLeeg?: true | 'soms'
}

export type Veld =
  | (Gemeen & {
      readonly soort: 'regel' | 'tekst'
      readonly waarde?: string
      readonly hoogte?: number
      /** Somebody can be called with it: a name and a telephone number. */
      readonly belbaar?: true
      /** A whole number: a short field, with the keys for it on a telephone. */
      readonly getal?: true
    })
  | (Gemeen & { readonly soort: 'keuze'; readonly opties: readonly Keuze[]; readonly gekozen?: string })
  | (Gemeen & {
      readonly soort: 'lijst'
      readonly groepen: readonly Keuzegroep[]
      readonly gekozen?: string | undefined
    })
  /** `werkdag`: a day on which nobody works is asked about, unless it stood there already. */
  | (Gemeen & { readonly soort: 'dag'; readonly waarde?: string; readonly werkdag?: true })
  | (Gemeen & {
      readonly soort: 'vinkjes'
      readonly opties: readonly Keuze[]
      readonly gekozen?: readonly string[]
    })
  | (Gemeen & { readonly soort: 'vink' })

export interface Keuzegroep {
  /** Absent: the choices stand by themselves. */
  readonly kop?: string
  readonly opties: readonly Keuze[]
}

export interface Ingevuld {
  readonly tekst: (naam: string) => string
  readonly alle: (naam: string) => readonly string[]
  /** Only of a field of days that was read without a fault. */
  readonly dag: (naam: string) => Datum | undefined
}

export function leesIngevuld(form: URLSearchParams): Ingevuld {
  return {
    tekst: (naam) => (form.get(naam) ?? '').trim(),
    alle: (naam) => form.getAll(naam),
    dag: (naam) => leesDag(form.get(naam) ?? ''),
  }
}

/** As a browser sends it, or as people write it: 2026-03-12, 12-3-2026. */
export function leesDag(waarde: string): Datum | undefined {
  const delen = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*$/.exec(waarde)
  const [, dag = '', maand = '', jaar = ''] = delen ?? []
  return parseDatum(
    delen === null ? waarde.trim() : `${jaar}-${maand.padStart(2, '0')}-${dag.padStart(2, '0')}`,
  )
}

/** What is missing or cannot be; what the case itself refuses comes later. */
export function keurVelden(context: Context, velden: readonly Veld[], in_: Ingevuld): readonly Veldfout[] {
  const { t } = context.spraak
  return velden.flatMap((veld): Veldfout[] => {
    const { naam, soort, magLeeg } = veld
    const waarde = in_.tekst(naam)
    const fout = (tekst: string): Veldfout[] => [
      { veld: naam, tekst, naam: t(veld.label ?? `loket.veld.${naam}`) },
    ]
    if (soort === 'vinkjes') return []
    if (waarde === '') return magLeeg !== undefined ? [] : fout(t(`loket.fout.leeg_${leegsoort(soort)}`))
    if (soort === 'dag' && in_.dag(naam) === undefined) return fout(t('loket.fout.dag'))
    if (soort === 'dag' && veld.werkdag && waarde !== veld.waarde) {
      const vrij = vrijeDag(context, in_.dag(naam), in_.tekst(tochNaam(naam)))
      if (vrij !== undefined) return fout(vrij)
    }
    const opties =
      soort === 'keuze' ? veld.opties : soort === 'lijst' ? veld.groepen.flatMap((een) => een.opties) : []
    if ((soort === 'keuze' || soort === 'lijst') && !opties.some((een) => een.waarde === waarde))
      return fout(t('loket.fout.leeg_keuze'))
    if ('belbaar' in veld && !isBelbaar(waarde)) return fout(t('loket.fout.belbaar'))
    // Words are read by many, and stand in letters: a number that names somebody has no place in them.
    if ((soort === 'tekst' || soort === 'regel') && noemtBsn(waarde)) return fout(t('loket.fout.bsn'))
    const hoogstens = soort === 'regel' ? HOOGSTENS_REGEL : HOOGSTENS_TEKST
    return waarde.length > hoogstens ? fout(t('loket.fout.lang', { n: hoogstens })) : []
  })
}

const tochNaam = (naam: string): string => `${naam}-toch`

/**
 * The last day of a step is agreed upon and no legal term, so that the Algemene termijnenwet does not move it (art. 1 is
 * about terms set in a law): who sets it on a weekend or a holiday hears so, and which day comes next.
 */
export function vrijeDag({ spraak }: Context, dag: Datum | undefined, toch: string): string | undefined {
  if (dag === undefined || toch === 'ja' || !isVrijeDag(dag)) return undefined
  return spraak.t('loket.fout.vrije_dag', {
    dag: spraak.datum(dag),
    werkdag: spraak.datum(eersteWerkdagVanaf(dag)),
  })
}

/** Where that day is meant after all. */
export function tochVinkje(
  { spraak }: Context,
  naam: string,
  waarde: string,
  toch: string,
): Html | undefined {
  const dag = leesDag(waarde)
  if (dag === undefined || !isVrijeDag(dag)) return undefined
  const id = tochNaam(naam)
  return vinkje({ id, naam: id, waarde: 'ja', tekst: spraak.t('loket.veld.toch'), isGekozen: toch === 'ja' })
}

function leegsoort(soort: Veld['soort']): 'tekst' | 'keuze' | 'dag' | 'vink' {
  if (soort === 'dag' || soort === 'vink') return soort
  return soort === 'keuze' || soort === 'lijst' ? 'keuze' : 'tekst'
}

export interface Veldenbeeld {
  readonly context: Context
  /** What was typed; absent: the form is new. */
  readonly ingevuld?: Ingevuld | undefined
  readonly fouten: readonly Veldfout[]
}

export function toonVelden(beeld: Veldenbeeld, velden: readonly Veld[]): Html {
  return html`${velden.map((veld) => toonVeld(beeld, veld))}`
}

function toonVeld({ context, ingevuld, fouten }: Veldenbeeld, veld: Veld): Html {
  const { t } = context.spraak
  const { naam, magLeeg } = veld
  const fout = fouten.find((een) => een.veld === naam)
  const foutWoord = t('algemeen.fout')
  const kop = t(veld.label ?? `loket.veld.${naam}`)
  const label = magLeeg === true && veld.soort !== 'vinkjes' ? t('loket.hoeft_niet', { veld: kop }) : kop
  const hulp =
    veld.hulp &&
    html`<p class="vd-calm vd-small" id="${naam}-hulp">${t(veld.hulp === true ? `loket.hulp.${naam}` : veld.hulp)}</p>`
  const beschrijving = [fout && `${naam}-fout`, veld.hulp && `${naam}-hulp`].filter(Boolean).join(' ')
  const aria = { 'aria-invalid': fout ? 'true' : undefined, 'aria-describedby': beschrijving || undefined }
  const om = (binnen: Html): Html =>
    html`<div class="utrecht-form-field vd-field${fout && ' utrecht-form-field--invalid'}"><label class="utrecht-form-label" for="${naam}">${label}</label>${hulp}
${foutregel({ fout, foutWoord, id: naam })}
${binnen}</div>`
  switch (veld.soort) {
    case 'regel':
      return tekstveld({
        id: naam,
        naam,
        label,
        waarde: ingevuld?.tekst(naam) ?? veld.waarde ?? '',
        fout,
        foutWoord,
        hulp: hulp || undefined,
        ...(veld.getal ? { breedte: 'kort', invoer: 'numeric' } : { breedte: 'breed' }),
        hoogstens: HOOGSTENS_REGEL,
        ...(veld.hulp && { beschrijvingen: [`${naam}-hulp`] }),
      })
    case 'tekst':
      return om(
        html`<textarea class="utrecht-textbox utrecht-textbox--html-input vd-textarea" rows="${veld.hoogte ?? 4}"${attrs({ id: naam, name: naam, maxlength: HOOGSTENS_TEKST, ...aria })}>${ingevuld?.tekst(naam) ?? veld.waarde ?? ''}</textarea>`,
      )
    case 'dag':
      return om(
        html`<input class="utrecht-textbox utrecht-textbox--html-input vd-dagveld" type="date"${attrs({ id: naam, name: naam, value: ingevuld?.tekst(naam) ?? veld.waarde, ...aria })}>${veld.werkdag && ingevuld && tochVinkje(context, naam, ingevuld.tekst(naam), ingevuld.tekst(tochNaam(naam)))}`,
      )
    case 'lijst': {
      const gekozen = ingevuld?.tekst(naam) ?? veld.gekozen ?? ''
      const optie = ({ waarde, tekst }: Keuze) =>
        html`<option${attrs({ value: waarde, selected: waarde === gekozen })}>${tekst}</option>`
      return om(
        html`<select class="utrecht-select utrecht-select--html-select vd-select"${attrs({ id: naam, name: naam, ...aria })}><option value="">${t('loket.kies')}</option>${veld.groepen.map(
          ({ kop: groep, opties }) =>
            groep === undefined
              ? html`${opties.map(optie)}`
              : opties.length > 0 && html`<optgroup label="${groep}">${opties.map(optie)}</optgroup>`,
        )}</select>`,
      )
    }
    case 'keuze':
      return html`<fieldset class="vd-fieldset${fout && ' utrecht-form-field--invalid'}"${attrs({ 'aria-describedby': beschrijving || undefined })}><legend>${label}</legend>${hulp}${foutregel({ fout, foutWoord, id: naam })}
${keuzes({ id: naam, naam, opties: veld.opties, gekozen: ingevuld?.tekst(naam) ?? veld.gekozen })}</fieldset>`
    case 'vinkjes': {
      const gekozen = ingevuld?.alle(naam) ?? veld.gekozen ?? []
      if (veld.opties.length === 0) return html``
      return html`<fieldset class="vd-fieldset"><legend>${label}</legend>${hulp}
${veld.opties.map(({ waarde, tekst }, i) => vinkje({ id: `${naam}-${i}`, naam, waarde, tekst, isGekozen: gekozen.includes(waarde) }))}</fieldset>`
    }
    case 'vink':
      return html`<div class="vd-field${fout && ' utrecht-form-field--invalid'}">${foutregel({ fout, foutWoord, id: naam })}
${vinkje({ id: naam, naam, waarde: 'ja', tekst: kop, isGekozen: ingevuld?.tekst(naam) === 'ja' })}${hulp}</div>`
  }
}

export function vinkje({
  id,
  naam,
  waarde,
  tekst,
  isGekozen,
}: {
  readonly id: string
  readonly naam: string
  readonly waarde: string
  readonly tekst: Html | string
  readonly isGekozen: boolean
}): Html {
  return html`<div class="vd-check"><input type="checkbox"${attrs({ id, name: naam, value: waarde, checked: isGekozen })}><label for="${id}">${tekst}</label></div>`
}

import { attrs, type Html, html } from '../../platform/index.ts'

/** A fault at a field: the id of the field, and what to do. */
export interface Veldfout {
  readonly veld: string
  readonly tekst: string
  /** What the field is called, for the summary of faults, where the field is not in sight. */
  readonly naam?: string
}

/** Stands first on the page and takes the focus, so that a screen reader begins here. */
export function foutSamenvatting(titel: string, fouten: readonly Veldfout[]): Html | undefined {
  if (fouten.length === 0) return undefined
  return html`<div class="utrecht-alert utrecht-alert--error vd-error-summary" role="alert" tabindex="-1" autofocus id="fouten">
<h2 class="vd-error-summary__title">${titel}</h2>
<ul>${fouten.map(({ veld, tekst, naam }) => html`<li><a href="#${veld}">${naam && `${naam}${/[?!.:]$/.test(naam) ? '' : ':'} `}${tekst}</a></li>`)}</ul>
</div>`
}

export interface VeldDelen {
  readonly id: string
  readonly naam: string
  readonly label: Html | string
  readonly waarde: string
  readonly fout?: Veldfout | undefined
  readonly foutWoord: string
  readonly beschrijvingen?: readonly string[]
  readonly invoer?: 'numeric' | 'decimal' | 'text'
  readonly breedte?: 'kort' | 'midden' | 'lang' | 'breed'
  /** Stands before or after the field: € or «per maand». */
  readonly voor?: string
  readonly na?: string
  readonly labelIsKop?: boolean
  /** A sentence of help, between the label and the field. */
  readonly hulp?: Html | undefined
  readonly autocomplete?: string
  /** Characters; 60 when nothing is said. */
  readonly hoogstens?: number
  /** What is typed is not shown. */
  readonly isGeheim?: boolean
  /** For the scripts in enhance/, with where they fetch what they need. */
  readonly verrijk?: string
  readonly bron?: string
}

export function tekstveld(delen: VeldDelen): Html {
  const { fout, id } = delen
  const beschrijvingen = [...(delen.beschrijvingen ?? []), ...(fout ? [`${id}-fout`] : [])]
  const invoer = html`<input class="utrecht-textbox utrecht-textbox--html-input vd-textbox--${delen.breedte ?? 'midden'}" ${attrs(
    {
      type: delen.isGeheim ? 'password' : 'text',
      id,
      name: delen.naam,
      value: delen.waarde,
      inputmode: delen.invoer,
      autocomplete: delen.autocomplete ?? 'off',
      spellcheck: 'false',
      maxlength: delen.hoogstens ?? 60,
      'aria-invalid': fout ? 'true' : undefined,
      'aria-describedby': beschrijvingen.length > 0 ? beschrijvingen.join(' ') : undefined,
      'data-verrijk': delen.verrijk,
      'data-bron': delen.bron,
    },
  )}>`
  return html`<div class="utrecht-form-field vd-field${fout ? ' utrecht-form-field--invalid' : ''}">
${!delen.labelIsKop && html`<label class="utrecht-form-label" for="${id}">${delen.label}</label>`}${delen.hulp}
${foutregel(delen)}
<div class="vd-textbox-group">${delen.voor && html`<span class="vd-affix" aria-hidden="true">${delen.voor}</span>`}${invoer}${delen.na && html`<span class="vd-affix" id="${id}-na">${delen.na}</span>`}</div>
</div>`
}

export function foutregel({
  fout,
  foutWoord,
  id,
}: {
  readonly fout?: Veldfout | undefined
  readonly foutWoord: string
  readonly id: string
}): Html | undefined {
  return (
    fout &&
    html`<p class="utrecht-form-field-error-message" id="${id}-fout"><strong>${foutWoord}</strong> ${fout.tekst}</p>`
  )
}

export interface Keuze {
  readonly waarde: string
  readonly tekst: string
}

export function keuzes(delen: {
  readonly id: string
  readonly naam: string
  readonly opties: readonly Keuze[]
  readonly gekozen: string | undefined
}): Html {
  return html`<div class="vd-radios">${delen.opties.map(({ waarde, tekst }, i) => {
    const id = i === 0 ? delen.id : `${delen.id}-${i}`
    return html`<div class="vd-radio"><input class="utrecht-radio-button utrecht-radio-button--html-input vd-radio__input" type="radio"${attrs({ id, name: delen.naam, value: waarde, checked: waarde === delen.gekozen })}><label class="utrecht-form-label utrecht-form-label--radio vd-radio__label" for="${id}">${tekst}</label></div>`
  })}</div>`
}

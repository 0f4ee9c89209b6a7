import { attrs, type Html, html } from '../../platform/index.ts'
import type { Veldfout } from './formulier.ts'
import type { Spraak } from './spraak.ts'

const DELEN = ['dag', 'maand', 'jaar'] as const

export interface DatumveldDelen {
  readonly spraak: Spraak
  /** Before the names of the three fields: `geboortedatum-` gives `geboortedatum-dag`. */
  readonly voorvoegsel?: string
  /** What stands in the fields, by their names. */
  readonly waarden: Readonly<Record<string, string>>
  /** The one fault of this date; it belongs to one of the three. */
  readonly fout?: Veldfout | undefined
  /** The visitor's own day of birth: the browser may know it. */
  readonly isEigenGeboortedag?: boolean
}

/** Day, month and year beside each other, on the narrowest phone too; the month may be a name. */
export function datumvelden(delen: DatumveldDelen): Html {
  const { spraak, voorvoegsel = '', waarden, fout } = delen
  return html`<div class="vd-dates">${DELEN.map((deel) => {
    const id = `${voorvoegsel}${deel}`
    const isFout = fout?.veld === id
    const bday = { dag: 'bday-day', maand: 'bday-month', jaar: 'bday-year' }[deel]
    return html`<div class="vd-date-part"><label class="utrecht-form-label" for="${id}">${spraak.t(`vraag.datum.${deel}`)}</label>
<input class="utrecht-textbox utrecht-textbox--html-input vd-date-part__field" type="text"${attrs({
      id,
      name: id,
      value: (waarden[id] ?? '').slice(0, 20),
      inputmode: deel === 'maand' ? 'text' : 'numeric',
      maxlength: 12,
      autocomplete: delen.isEigenGeboortedag ? bday : 'off',
      'aria-invalid': isFout ? 'true' : undefined,
      'aria-describedby': isFout ? `${id}-fout` : undefined,
    })}></div>`
  })}</div>`
}

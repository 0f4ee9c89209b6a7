/**
 * Markup as a tagged template that escapes by default: `html`<p>${naam}</p>``.
 * A value is escaped unless it is `Html` itself; lists are joined; `undefined`, `null` and `false` vanish.
 * It does not know contexts: never put a value inside `<script>`, `<style>` or an unquoted attribute.
 */
export class Html {
  readonly #tekst: string
  private constructor(tekst: string) {
    this.#tekst = tekst
  }
  toString(): string {
    return this.#tekst
  }
  /** Only for markup that we wrote ourselves, such as an icon file. Every use is a place to review. */
  static vertrouwd(markup: string): Html {
    return new Html(markup)
  }
}

export type HtmlWaarde = Html | string | number | false | null | undefined | readonly HtmlWaarde[]

export function html(delen: TemplateStringsArray, ...waarden: readonly HtmlWaarde[]): Html {
  let tekst = delen[0] ?? ''
  for (let i = 0; i < waarden.length; i++) tekst += toMarkup(waarden[i]) + (delen[i + 1] ?? '')
  return Html.vertrouwd(tekst)
}

/**
 * Attributes from a record, each with a leading space: `html`<input${attrs({ id, required: true })}>``.
 * `true` gives the bare name; `false` and `undefined` leave it out. Names are ours, values are escaped.
 */
export function attrs(lijst: Readonly<Record<string, string | number | boolean | undefined>>): Html {
  let tekst = ''
  for (const [naam, waarde] of Object.entries(lijst)) {
    if (waarde === undefined || waarde === false) continue
    if (!/^[a-z][a-z0-9-]*$/.test(naam)) throw new Error(`geen naam van een attribuut: ${naam}`)
    tekst += waarde === true ? ` ${naam}` : ` ${naam}="${escapeHtml(String(waarde))}"`
  }
  return Html.vertrouwd(tekst)
}

export function escapeHtml(tekst: string): string {
  return tekst.replace(/[&<>"']/g, (teken) => entiteiten[teken] ?? teken)
}

const entiteiten: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function toMarkup(waarde: HtmlWaarde): string {
  if (waarde === undefined || waarde === null || waarde === false) return ''
  if (waarde instanceof Html) return waarde.toString()
  if (typeof waarde === 'string') return escapeHtml(waarde)
  if (typeof waarde === 'number') return String(waarde)
  return waarde.map(toMarkup).join('')
}

import { type Html, html } from '../../platform/index.ts'
import type { Inloggever } from './gever.ts'

const stijl = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
form { display: block; }
ul { list-style: none; padding: 0; display: grid; gap: .75rem; }
button { font: inherit; text-align: start; width: 100%; padding: .9rem 1rem; border: 1px solid currentColor;
  border-radius: .5rem; background: transparent; color: inherit; cursor: pointer; }
button:hover, button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
button strong { display: block; }
fieldset { border: 0; padding: 0; margin: 1rem 0; display: flex; gap: 1.5rem; flex-wrap: wrap; }
legend { font-weight: 600; }
.stil { border: 0; text-decoration: underline; width: auto; padding: .5rem 0; }
summary { padding: .5rem 0; cursor: pointer; }
`

/** Goes into the security policy, so that only this style and no other works. */
export const paginastijl = stijl

export interface Keuzepagina {
  /** Where the form goes. */
  readonly adres: string
  readonly titel: string
  readonly gevers: readonly Inloggever[]
  readonly niveaus: readonly string[]
  readonly gevraagd: string
  readonly extraTitel?: string | undefined
}

/** Who do you want to be? No password: these people do not exist. */
export function keuzepagina(beeld: Keuzepagina): string {
  const { adres, titel, gevers, niveaus, gevraagd, extraTitel } = beeld
  const [eerst, later] = [gevers.filter((een) => !een.isExtra), gevers.filter((een) => een.isExtra)]
  return `<!doctype html>${html`<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titel}</title><link rel="stylesheet" href="/stijl.css"></head>
<body><main>
<h1>${titel}</h1>
<p>Deze mensen bestaan niet. Kies wie u wilt zijn. Een wachtwoord is niet nodig.</p>
<form method="post" action="${adres}">
<fieldset><legend>Hoe zeker is de inlogdienst?</legend>
${niveaus.map(
  (niveau) =>
    html`<label><input type="radio" name="niveau" value="${niveau}"${niveau === gevraagd ? html` checked` : ''}> ${niveau}</label>`,
)}</fieldset>
${lijst(eerst)}
${later.length > 0 && html`<details><summary>${extraTitel ?? 'Mensen bij wie een bron niet goed antwoordt'}</summary>${lijst(later)}</details>`}
<p><button class="stil" name="wie" value="">Terug zonder in te loggen</button></p>
</form></main></body></html>`}`
}

function lijst(gevers: readonly Inloggever[]): Html {
  return html`<ul>${gevers.map(
    ({ id, naam, verhaal }) =>
      html`<li><button name="wie" value="${id}"><strong>${naam}</strong> ${verhaal}</button></li>`,
  )}</ul>`
}

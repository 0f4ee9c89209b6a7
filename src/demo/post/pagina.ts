import { html } from '../../platform/index.ts'
import { gedragingen } from './gedrag.ts'
import type { Poststuk } from './postbord.ts'

export const stijl = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 0; }
ol { list-style: none; padding: 0; display: grid; gap: .75rem; }
li { border: 1px solid currentColor; border-radius: .5rem; padding: .9rem 1rem; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; font: inherit; margin: .5rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .75rem; margin: .25rem 0; }
dd { margin: 0; }
dt { font-weight: 600; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
`

const wegen = { email: 'E-mail', sms: 'Sms', brief: 'Brief' } as const

/** What left, the latest first, for whoever builds on this. */
export function postpagina(stukken: readonly Poststuk[]): string {
  return `<!doctype html>${html`<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Wat is verstuurd</title><link rel="stylesheet" href="/stijl.css"></head>
<body><main>
<h1>Wat is verstuurd</h1>
<p>Niets hiervan is echt bezorgd. Het adres bepaalt wat de mailserver doet:</p>
<details><summary>Adressen om mee te proberen</summary>
<dl>${Object.entries(gedragingen).map(([naam, uitleg]) => html`<dt>${naam}@…</dt><dd>${uitleg}</dd>`)}
<dt>+…2, +…3, +…4</dt><dd>een sms naar een nummer dat zo eindigt, komt niet aan</dd></dl></details>
${stukken.length === 0 ? html`<p>Er is nog niets verstuurd.</p>` : html`<ol>${stukken.map(stuk)}</ol>`}
</main></body></html>`}`
}

function stuk({ nummer, op, weg, aan, onderwerp, tekst, koppen, ruw, stand }: Poststuk) {
  return html`<li><h2>${onderwerp || wegen[weg]}</h2>
<dl><dt>Weg</dt><dd>${wegen[weg]}</dd><dt>Aan</dt><dd>${aan}</dd><dt>Op</dt><dd>${op.toISOString()}</dd><dt>Stand</dt><dd>${stand}</dd></dl>
<pre>${tekst}</pre>
${koppen && html`<details><summary>Kopregels</summary><dl>${koppen.map(([naam, waarde]) => html`<dt>${naam}</dt><dd>${waarde}</dd>`)}</dl></details>`}
${ruw && html`<p><a href="/stuk/${nummer}">${weg === 'brief' ? 'Open de brief (pdf)' : 'Zoals het binnenkwam'}</a></p>`}</li>`
}

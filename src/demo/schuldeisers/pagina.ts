import { html } from '../../platform/index.ts'
import type { Klant, Schuldeiser } from './bedrijven.ts'

export const stijl = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
form { border: 1px solid currentColor; border-radius: .5rem; padding: 1rem; display: grid; gap: .75rem; }
select, button { font: inherit; padding: .4rem .6rem; max-width: 100%; }
ol { list-style: none; padding: 0; display: grid; gap: .5rem; }
li { border-top: 1px solid currentColor; padding: .5rem 0; overflow-wrap: anywhere; }
`

/** What a company tells the municipality of whom; for whoever builds on this. */
export function schuldeiserspagina({
  schuldeisers,
  mensen,
  gemeld,
}: {
  readonly schuldeisers: readonly Schuldeiser[]
  readonly mensen: readonly Klant[]
  readonly gemeld: readonly {
    readonly id: string
    readonly van: string
    readonly over: string
    readonly antwoord: string
  }[]
}): string {
  return `<!doctype html>${html`<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Achterstanden melden</title><link rel="stylesheet" href="/stijl.css"></head>
<body><main>
<h1>Een achterstand melden bij de gemeente</h1>
<p>Deze bedrijven en mensen zijn verzonnen.</p>
<form method="post" action="/">
<label>Wie meldt het? <select name="bron">${schuldeisers.map(({ bron, naam }) => html`<option value="${bron}">${naam}</option>`)}</select></label>
<label>Over wie? <select name="wie">${mensen.map(({ nr, naam }) => html`<option value="${nr}">${naam}</option>`)}</select></label>
<label><input type="checkbox" name="dreigt" value="ja"> Het dreigt: ontruiming, afsluiting of einde van de verzekering</label>
<label><input type="checkbox" name="zonder" value="ja"> Zonder voornaam en geboortedatum</label>
<button type="submit">Meld de achterstand</button>
</form>
<ol>${gemeld.map(({ id, van, over, antwoord }) => html`<li>${van} over ${over}: <code>${id}</code><br><code>${antwoord}</code></li>`)}</ol>
</main></body></html>`}`
}

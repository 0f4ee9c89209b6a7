import { html } from '../../platform/index.ts'

/**
 * The same text as HTML: paragraphs and nothing that is fetched, so that nobody learns that it was opened. It is
 * readable as it is, in the letter and the colours that people chose in their own program.
 */
export function mailHtml({
  taal,
  onderwerp,
  tekst,
}: {
  readonly taal: string
  readonly onderwerp: string
  readonly tekst: string
}): string {
  const alineas = tekst.split(/\r?\n\s*\r?\n/).filter((alinea) => alinea.trim() !== '')
  return `<!doctype html>${html`<html lang="${taal}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${onderwerp}</title></head>
<body style="font: 1.125rem/1.5 sans-serif; max-width: 40rem">
${alineas.map((alinea) => html`<p>${alinea.split(/\r?\n/).map((regel, i) => [i > 0 && html`<br>`, regel])}</p>\n`)}</body>
</html>`}`
}

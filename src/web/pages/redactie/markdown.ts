/**
 * The Markdown of our own documentation: headings, paragraphs, lists, code, tables, bold and code in a line. What it
 * does not know stays text, and all text is escaped: no file can put markup of its own on a page.
 */
import { type Html, html } from '../../../platform/index.ts'

export function markdown(tekst: string): Html {
  const regels = tekst.replaceAll('\r\n', '\n').split('\n')
  const blokken: Html[] = []
  for (let i = 0; i < regels.length; ) {
    const { blok, verder } = lees(regels, i)
    if (blok) blokken.push(blok)
    // Always forwards, so that no text can hold us.
    i = Math.max(verder, i + 1)
  }
  return html`${blokken}`
}

interface Gelezen {
  readonly blok?: Html
  readonly verder: number
}

function lees(regels: readonly string[], i: number): Gelezen {
  const regel = regels[i] ?? ''
  if (regel.trim() === '') return { verder: i + 1 }
  if (regel.startsWith('```')) return code(regels, i)
  const kop = /^(#{1,3}) (.+)$/.exec(regel)
  if (kop) return { blok: kopVan(kop[1] ?? '', kop[2] ?? ''), verder: i + 1 }
  if (regel.startsWith('|')) return tabel(regels, i)
  if (/^- /.test(regel)) return lijst(regels, i)
  const verder = tot(regels, i, (r) => r.trim() === '' || /^(```|#{1,3} |\||- )/.test(r))
  return { blok: html`<p>${inRegel(regels.slice(i, Math.max(verder, i + 1)).join(' '))}</p>`, verder }
}

/** The first line from `i` that is the end; the number of lines when none is. */
function tot(regels: readonly string[], i: number, isEinde: (regel: string) => boolean): number {
  const n = regels.slice(i).findIndex(isEinde)
  return n < 0 ? regels.length : i + n
}

function kopVan(hekjes: string, tekst: string): Html {
  const inhoud = inRegel(tekst)
  if (hekjes.length === 1) return html`<h1>${inhoud}</h1>`
  return hekjes.length === 2 ? html`<h2>${inhoud}</h2>` : html`<h3>${inhoud}</h3>`
}

function code(regels: readonly string[], i: number): Gelezen {
  const einde = tot(regels, i + 1, (r) => r.startsWith('```'))
  const inhoud = regels.slice(i + 1, einde).join('\n')
  return { blok: html`<pre class="vd-formula" tabindex="0"><code>${inhoud}</code></pre>`, verder: einde + 1 }
}

function lijst(regels: readonly string[], i: number): Gelezen {
  const verder = tot(regels, i, (r) => !/^(- | {2})/.test(r))
  const punten = regels
    .slice(i, verder)
    .join('\n')
    .split(/^- /m)
    .filter((punt) => punt !== '')
  return {
    blok: html`<ul class="vd-list">${punten.map((punt) => html`<li>${inRegel(punt.trim().replace(/\s*\n\s*/g, ' '))}</li>`)}</ul>`,
    verder,
  }
}

function tabel(regels: readonly string[], i: number): Gelezen {
  const verder = tot(regels, i, (r) => !r.startsWith('|'))
  const [kop = [], ...rijen] = regels
    .slice(i, verder)
    .filter((r) => !/^\|[\s|:-]+\|$/.test(r))
    .map((r) => r.split('|').slice(1, -1))
  const blok = html`<div class="vd-scroll vd-beeld__tabel" role="region" tabindex="0" aria-label="${(kop[0] ?? '').trim()}"><table class="utrecht-table">
<thead><tr>${kop.map((cel) => html`<th scope="col">${inRegel(cel.trim())}</th>`)}</tr></thead>
<tbody>${rijen.map((rij) => html`<tr>${rij.map((cel) => html`<td>${inRegel(cel.trim())}</td>`)}</tr>`)}</tbody></table></div>`
  return { blok, verder }
}

/** `code` and **bold**; anything else is plain text. */
function inRegel(tekst: string): Html {
  return html`${tekst.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((deel) => {
    if (/^`.+`$/.test(deel)) return html`<code>${deel.slice(1, -1)}</code>`
    if (/^\*\*.+\*\*$/.test(deel)) return html`<strong>${inRegel(deel.slice(2, -2))}</strong>`
    return deel
  })}`
}

/**
 * For tests: what a strict reader finds wrong in a page of ours. No browser and no whole parser: our pages are made by
 * templates, so elements close in order, and what a browser would silently repair is a fault here.
 */

const LEEG = new Set('area base br col hr img input link meta source wbr path rect circle'.split(' '))
/** An opening of these closes a paragraph behind our back. */
const BLOK = new Set(
  'address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 header hr main nav ol p section table ul'.split(
    ' ',
  ),
)
const KINDEREN: Readonly<Record<string, readonly string[]>> = {
  ul: ['li'],
  ol: ['li'],
  dl: ['div', 'dt', 'dd'],
  tr: ['th', 'td'],
  thead: ['tr'],
  tbody: ['tr'],
}
const TALEN = new Set(['nl', 'en', 'pap'])

interface Stand {
  readonly open: string[]
  readonly ids: Set<string>
  readonly verwijzingen: { readonly van: string; readonly id: string }[]
  readonly koppen: number[]
  readonly fouten: string[]
}

export function keurPagina(html: string): readonly string[] {
  const stand: Stand = { open: [], ids: new Set(), verwijzingen: [], koppen: [], fouten: [] }
  for (const [, sluit, ruw = '', delen = '', zelf] of html.matchAll(
    /<(\/)?([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/)?>/g,
  )) {
    const naam = ruw.toLowerCase()
    if (sluit) sluitElement(stand, naam)
    else opent(stand, naam, delen, zelf !== undefined)
  }
  const { fouten, open, ids, verwijzingen, koppen } = stand
  if (open.length > 0) fouten.push(`niet gesloten: ${open.join(' ')}`)
  for (const { van, id } of verwijzingen)
    if (!ids.has(id)) fouten.push(`${van} wijst naar #${id}, dat er niet is`)
  if (koppen.filter((k) => k === 1).length !== 1) fouten.push(`h1: ${koppen.join(' ')}`)
  // The summary of faults stands before the first heading on purpose.
  const vanafEen = koppen.slice(koppen.indexOf(1))
  vanafEen.forEach((kop, i) => {
    if (kop > (vanafEen[i - 1] ?? 0) + 1) fouten.push(`kop h${kop} na h${vanafEen[i - 1] ?? 0}`)
  })
  for (const naam of ['main', 'header', 'footer']) {
    const aantal = html.split(`<${naam} `).length - 1
    if (aantal !== 1) fouten.push(`${aantal} × <${naam}>`)
  }
  return fouten
}

function opent(
  { open, ids, verwijzingen, koppen, fouten }: Stand,
  naam: string,
  delen: string,
  zelf: boolean,
): void {
  const ouder = open.at(-1)
  const mag = ouder === undefined ? undefined : KINDEREN[ouder]
  if (mag && !mag.includes(naam)) fouten.push(`<${naam}> in <${ouder}>`)
  if (open.includes('p') && BLOK.has(naam)) fouten.push(`<${naam}> in <p>`)
  if (['a', 'button', 'summary'].some((om) => open.includes(om)) && ['a', 'button', 'input'].includes(naam))
    fouten.push(`<${naam}> in iets dat zelf bediend wordt`)
  const kop = /^h([1-6])$/.exec(naam)?.[1]
  if (kop) koppen.push(Number(kop))
  const gezien = new Set<string>()
  for (const [, sleutel = '', , waarde = ''] of delen.matchAll(/([\w:-]+)(="([^"]*)")?/g)) {
    if (gezien.has(sleutel)) fouten.push(`${sleutel} staat 2 keer bij <${naam}>`)
    gezien.add(sleutel)
    keurAttribuut(sleutel, waarde)
  }
  if (!zelf && !LEEG.has(naam)) open.push(naam)

  function keurAttribuut(sleutel: string, waarde: string): void {
    if (sleutel === 'id') {
      if (ids.has(waarde) || waarde === '') fouten.push(`id «${waarde}» is er al`)
      ids.add(waarde)
    } else if (sleutel === 'style' || /^on/.test(sleutel)) fouten.push(`${sleutel} bij <${naam}>`)
    else if (sleutel === 'lang' && !TALEN.has(waarde)) fouten.push(`lang=«${waarde}»`)
    else if (sleutel === 'for') verwijzingen.push({ van: 'for', id: waarde })
    else if (/^aria-(labelledby|describedby|controls)$/.test(sleutel))
      for (const id of waarde.split(' ')) verwijzingen.push({ van: sleutel, id })
    else if (sleutel === 'href' && waarde.startsWith('#'))
      verwijzingen.push({ van: 'href', id: waarde.slice(1) })
  }
}

function sluitElement({ open, fouten }: Stand, naam: string): void {
  const laatste = open.pop()
  if (laatste !== naam) fouten.push(`</${naam}> sluit <${laatste}>`)
}

/** What a reader sees, without markup and with the blanks of one. */
export function leesbaar(html: string): string {
  return html
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/\s+/g, ' ')
}

/**
 * RFC 4180 with the names of the columns above it; a semicolon instead of a comma as spreadsheets here write it. Gives
 * nothing when a row has other columns than the first, or a quote is not closed.
 */
export function leesCsv(tekst: string): readonly Readonly<Record<string, string>>[] | undefined {
  const kaal = tekst.replace(/^\uFEFF/, '')
  const [koppen = ''] = kaal.split(/\r?\n/, 1)
  const scheiding = koppen.includes(';') ? ';' : ','
  const rijen = rijenVan(kaal, scheiding)?.filter((rij) => rij.length > 1 || rij[0] !== '')
  const namen = rijen?.[0]?.map((naam) => naam.trim())
  if (rijen === undefined || namen === undefined || new Set(namen).size !== namen.length) return undefined
  const inhoud = rijen.slice(1)
  if (inhoud.some((rij) => rij.length !== namen.length)) return undefined
  return inhoud.map((rij) => Object.fromEntries(namen.map((naam, i) => [naam, rij[i] ?? ''])))
}

function rijenVan(tekst: string, scheiding: string): string[][] | undefined {
  const rijen: string[][] = [[]]
  let veld = ''
  let isTussenAanhaling = false
  for (let i = 0; i < tekst.length; i++) {
    const teken = tekst.charAt(i)
    if (isTussenAanhaling) {
      if (teken !== '"') veld += teken
      else if (tekst.charAt(i + 1) === '"') veld += tekst.charAt(++i)
      else isTussenAanhaling = false
    } else if (teken === '"') isTussenAanhaling = true
    else if (teken === scheiding || teken === '\n') {
      rijen.at(-1)?.push(veld)
      veld = ''
      if (teken === '\n') rijen.push([])
    } else if (teken !== '\r') veld += teken
  }
  if (isTussenAanhaling) return undefined
  rijen.at(-1)?.push(veld)
  return rijen
}

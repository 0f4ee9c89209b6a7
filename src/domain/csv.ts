/**
 * Rows as RFC 4180 text, each ended by CR LF. A text goes between quotes where it has to; one that a spreadsheet would
 * take for a formula gets an apostrophe before it. A number, also as text (`-12.50`), stays a number.
 */
export function csv(rijen: readonly (readonly (string | number)[])[]): string {
  return rijen.map((rij) => `${rij.map(cel).join(',')}\r\n`).join('')
}

function cel(waarde: string | number): string {
  if (typeof waarde === 'number') return String(waarde)
  const tekst = /^[=+@\t\r]|^-(?!\d+(?:\.\d+)?$)/.test(waarde) ? `'${waarde}` : waarde
  return /[",\r\n]/.test(tekst) ? `"${tekst.replaceAll('"', '""')}"` : tekst
}

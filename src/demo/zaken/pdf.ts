/** A PDF of one page with plain lines: real enough to open, small enough to make each time. */
export function maakPdf(regels: readonly string[]): Uint8Array {
  const tekst = regels.map((regel) => `(${ontsnap(regel)}) Tj T*`).join('\n')
  const stroom = `BT /F1 12 Tf 16 TL 60 780 Td\n${tekst}\nET`
  const objecten = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (nl-NL) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${Buffer.byteLength(stroom, 'latin1')} >>\nstream\n${stroom}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let uit = '%PDF-1.4\n'
  const plaatsen = objecten.map((object, i) => {
    const plaats = Buffer.byteLength(uit, 'latin1')
    uit += `${i + 1} 0 obj\n${object}\nendobj\n`
    return plaats
  })
  const begin = Buffer.byteLength(uit, 'latin1')
  const tabel = plaatsen.map((plaats) => `${String(plaats).padStart(10, '0')} 00000 n \n`).join('')
  uit += `xref\n0 ${objecten.length + 1}\n0000000000 65535 f \n${tabel}`
  uit += `trailer\n<< /Size ${objecten.length + 1} /Root 1 0 R >>\nstartxref\n${begin}\n%%EOF\n`
  return Buffer.from(uit, 'latin1')
}

/** What WinAnsi does not have becomes a question mark. */
function ontsnap(regel: string): string {
  if (/^[\w .,:-]*$/.test(regel)) return regel
  return [...regel]
    .map((teken) => (/[()\\]/.test(teken) ? `\\${teken}` : (teken.codePointAt(0) ?? 0) < 256 ? teken : '?'))
    .join('')
}

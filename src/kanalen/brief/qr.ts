import encodeQR from 'qr'

/** A QR code (ISO/IEC 18004) as SVG: black squares with the quiet border of four that a camera needs. */
export function qrSvg(tekst: string): string {
  // Medium: a folded or stained letter loses some of it.
  const vakjes = encodeQR(tekst, 'raw', { ecc: 'medium', border: 4 })
  const maat = vakjes.length
  const paden = vakjes.flatMap((rij, y) => rij.flatMap((zwart, x) => (zwart ? [`M${x} ${y}h1v1h-1z`] : [])))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${maat} ${maat}"><path fill="#fff" d="M0 0h${maat}v${maat}H0z"/><path d="${paden.join('')}"/></svg>`
}

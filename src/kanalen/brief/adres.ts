/** By what a pile is sorted: the post carries a sorted pile for less, and whoever packs finds a letter again. */
export interface Sorteersleutel {
  /** `''` is the Netherlands, which comes first; else the last line of the address in capitals. */
  readonly land: string
  readonly postcode: string
  readonly plaats: string
}

const nederland = new Set(['NEDERLAND', 'THE NETHERLANDS', 'NETHERLANDS', 'HULANDA'])
const nederlands = /^([1-9]\d{3})\s*([A-Z]{2})(?![A-Z])\s*(.*)$/

/** Reads an address from its end, as the post does. Bonaire, Saba and Statia have no postcodes. */
export function sorteersleutel(regels: readonly string[]): Sorteersleutel {
  const schoon = regels.map((regel) => regel.trim().toUpperCase()).filter((regel) => regel !== '')
  const laatste = schoon.at(-1) ?? ''
  const inLand = nederland.has(laatste)
  const plaatsregel = (nederlands.test(laatste) ? laatste : schoon.at(-2)) ?? ''
  const delen = nederlands.exec(plaatsregel)
  if (delen !== null && (inLand || plaatsregel === laatste)) {
    const [, cijfers = '', letters = '', plaats = ''] = delen
    return { land: '', postcode: `${cijfers}${letters}`, plaats }
  }
  const [postcode = ''] = /(?:[A-Z]{1,2}-)?[A-Z]{0,2}\d[\dA-Z]*(?:[ -]\d[\dA-Z]*)*/.exec(plaatsregel) ?? []
  return { land: inLand ? '' : laatste, postcode, plaats: plaatsregel.replace(postcode, '').trim() }
}

export function vergelijk(een: Sorteersleutel, ander: Sorteersleutel): number {
  for (const veld of ['land', 'postcode', 'plaats'] as const) {
    if (een[veld] !== ander[veld]) return een[veld] < ander[veld] ? -1 : 1
  }
  return 0
}

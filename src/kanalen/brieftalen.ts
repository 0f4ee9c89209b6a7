import type { Berichttaal } from './voorkeur.ts'

/** Where a letter goes: the lines on the envelope, and the place as a register knows it. */
export interface Postbestemming {
  readonly regels: readonly string[]
  /** Place code of the evaluation contract (`GM0363`, `bonaire`); absent: nobody says. */
  readonly gebied?: string
}

/** Of a place, the languages in which a letter is complete. Established for Bonaire alone; elsewhere one language. */
const talenVan: Readonly<Record<string, readonly Berichttaal[]>> = { bonaire: ['nl', 'pap'] }

/** In which languages besides the one that somebody chose: theirs comes first, and none comes twice. */
export function ookInTalen(bestemming: Postbestemming, eerste: Berichttaal): readonly Berichttaal[] {
  const gebied = bestemming.gebied ?? gebiedOpEnvelop(bestemming.regels)
  return (talenVan[gebied ?? ''] ?? []).filter((taal) => taal !== eerste)
}

const koninkrijksdeel = /^(?:caribisch nederland|caribbean netherlands|hulanda karibense)$/i

/**
 * What somebody typed themselves, read from its end as the post does. A street that is named after the island is none:
 * only the last line counts, or the one above it when the last names the Caribbean part of the country.
 */
function gebiedOpEnvelop(regels: readonly string[]): 'bonaire' | undefined {
  const gevuld = regels.map((regel) => regel.trim()).filter((regel) => regel !== '')
  const laatste = gevuld.at(-1) ?? ''
  const plaats = koninkrijksdeel.test(laatste) ? (gevuld.at(-2) ?? '') : laatste
  const isNederlandsePostcode = /^[1-9]\d{3}\s*[A-Z]{2}\b/i.test(plaats)
  return !isNederlandsePostcode && /\bbonaire\b/i.test(plaats) ? 'bonaire' : undefined
}

/**
 * Steps of an explanation, written out for each set of keys that a step can have. A literal is made several times
 * faster than a copy of which the keys are only known while running, and an answer holds hundreds of steps.
 */
import type { UitlegStap, Verwijzing, Waarde, WetVerwijzing } from './types.ts'

/** What is the same in every explanation of a rule. */
export type Sjabloon = Pick<
  UitlegStap,
  'naam' | 'artikel' | 'uitleg' | 'formule' | 'eenheid' | 'vertrouwen'
> & {
  readonly wet: UitlegStap['wet'] | undefined
  readonly vertalingen: UitlegStap['vertalingen'] | undefined
}

/** `wie` counts for a rule per person only. */
export type MaakStap = (
  s: Sjabloon,
  waarde: Waarde,
  wie: string,
  gebruikt: readonly Verwijzing[],
) => UitlegStap

/** With the keys of `s` that have a value, and with `wie` for a rule per person; the keys always in the same order. */
export function maakStap(s: Sjabloon, perPersoon: boolean): MaakStap {
  if (s.wet) {
    if (s.vertalingen) return perPersoon ? wetVertaaldWie : wetVertaald
    return perPersoon ? wetWie : wet
  }
  if (s.vertalingen) return perPersoon ? vertaaldWie : vertaald
  return perPersoon ? metWie : kaal
}

const kaal: MaakStap = (s, waarde, _, gebruikt) => ({
  naam: s.naam,
  artikel: s.artikel,
  uitleg: s.uitleg,
  formule: s.formule,
  eenheid: s.eenheid,
  vertrouwen: s.vertrouwen,
  waarde,
  gebruikt,
})

const metWie: MaakStap = (s, waarde, wie, gebruikt) => ({
  naam: s.naam,
  artikel: s.artikel,
  uitleg: s.uitleg,
  formule: s.formule,
  eenheid: s.eenheid,
  vertrouwen: s.vertrouwen,
  waarde,
  wie,
  gebruikt,
})

const vertaald: MaakStap = (s, waarde, _, gebruikt) => ({
  naam: s.naam,
  artikel: s.artikel,
  uitleg: s.uitleg,
  vertalingen: s.vertalingen,
  formule: s.formule,
  eenheid: s.eenheid,
  vertrouwen: s.vertrouwen,
  waarde,
  gebruikt,
})

const vertaaldWie: MaakStap = (s, waarde, wie, gebruikt) => ({
  naam: s.naam,
  artikel: s.artikel,
  uitleg: s.uitleg,
  vertalingen: s.vertalingen,
  formule: s.formule,
  eenheid: s.eenheid,
  vertrouwen: s.vertrouwen,
  waarde,
  wie,
  gebruikt,
})

const wet: MaakStap = (s, waarde, _, gebruikt) => ({
  naam: s.naam,
  artikel: s.artikel,
  wet: s.wet as WetVerwijzing, // chosen by maakStap
  uitleg: s.uitleg,
  formule: s.formule,
  eenheid: s.eenheid,
  vertrouwen: s.vertrouwen,
  waarde,
  gebruikt,
})

const wetWie: MaakStap = (s, waarde, wie, gebruikt) => ({
  naam: s.naam,
  artikel: s.artikel,
  wet: s.wet as WetVerwijzing,
  uitleg: s.uitleg,
  formule: s.formule,
  eenheid: s.eenheid,
  vertrouwen: s.vertrouwen,
  waarde,
  wie,
  gebruikt,
})

const wetVertaald: MaakStap = (s, waarde, _, gebruikt) => ({
  naam: s.naam,
  artikel: s.artikel,
  wet: s.wet as WetVerwijzing,
  uitleg: s.uitleg,
  vertalingen: s.vertalingen,
  formule: s.formule,
  eenheid: s.eenheid,
  vertrouwen: s.vertrouwen,
  waarde,
  gebruikt,
})

const wetVertaaldWie: MaakStap = (s, waarde, wie, gebruikt) => ({
  naam: s.naam,
  artikel: s.artikel,
  wet: s.wet as WetVerwijzing,
  uitleg: s.uitleg,
  vertalingen: s.vertalingen,
  formule: s.formule,
  eenheid: s.eenheid,
  vertrouwen: s.vertrouwen,
  waarde,
  wie,
  gebruikt,
})

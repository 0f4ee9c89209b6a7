/** By which number somebody can be called, and whether what was typed is a person with one. */
import type { Verzoek } from '../../verzoek.ts'
import { wegenVan } from '../intake/kaart.ts'

/** Named limits: the shortest number that people call is five digits (14 010); the longest in the world fifteen. */
const isNummer = /(?:\+?\d[\s().\-/]{0,3}){5,15}/
const isNaam = /\p{L}{2}/u

/** The number of an organisation as the corpus has it, or as all bodies of its kind have it. */
export function belnummer(verzoek: Pick<Verzoek, 'beeld'>, organisatie: string): string | undefined {
  const is = verzoek.beeld.organisaties.get(organisatie)
  return is && wegenVan(verzoek, is).telefoon?.nummer
}

/** Always a person, with a number. */
export function isBelbaar(tekst: string): boolean {
  return isNaam.test(tekst) && isNummer.test(tekst)
}

export function netjes(tekst: string): string {
  return tekst.replace(/\s*,(?:\s*,)*\s*/g, ', ').replace(/^[,\s]+|[,\s]+$/g, '')
}

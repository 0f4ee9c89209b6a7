/** The fields of each change: one or a few, most may stay empty. */
import type { WatAlsSoort } from '../../../rechten/index.ts'

export interface Veld {
  readonly id: string
  readonly soort: 'geld' | 'datum' | 'ja-nee' | 'keuze' | 'plaats' | 'getal'
  readonly verplicht?: true
  readonly per?: 'jaar' | 'maand'
  /** The fact whose limits hold for the value. */
  readonly feit?: string
  readonly opties?: readonly string[]
  readonly hulp?: true
  /** Dates: how far ahead. `vandaag` for a birthday of somebody who is here, `jaar` for a child to come. */
  readonly tot?: 'vandaag' | 'jaar' | 'later'
}

const inkomen: Veld = {
  id: 'inkomen',
  soort: 'geld',
  verplicht: true,
  per: 'jaar',
  feit: 'toetsingsinkomen',
  hulp: true,
}
const netto: Veld = { id: 'netto', soort: 'geld', per: 'maand', feit: 'netto_maandinkomen', hulp: true }
const huur: Veld = { id: 'huur', soort: 'geld', per: 'maand', feit: 'kale_huur', hulp: true }

export const VELDEN: Readonly<Record<WatAlsSoort, readonly Veld[]>> = {
  werken: [inkomen, netto],
  stoppen: [inkomen, netto],
  samenwonen: [
    { id: 'geboortedatum', soort: 'datum', verplicht: true, tot: 'vandaag' },
    inkomen,
    { id: 'vermogen', soort: 'geld', feit: 'vermogen' },
    { id: 'band', soort: 'keuze', opties: ['getrouwd', 'contract', 'geen'] },
    { id: 'verzekerd', soort: 'ja-nee' },
  ],
  scheiden: [{ id: 'kinderen', soort: 'ja-nee', verplicht: true }, huur],
  kind: [{ id: 'geboortedatum', soort: 'datum', verplicht: true, tot: 'jaar', hulp: true }],
  verhuizen: [
    { id: 'plaats', soort: 'plaats', verplicht: true, hulp: true },
    { id: 'woning', soort: 'keuze', opties: ['huur', 'koop', 'inwonend'] },
    huur,
  ],
  ouder: [
    { id: 'datum', soort: 'datum', verplicht: true, tot: 'later', hulp: true },
    { id: 'jaren', soort: 'getal', feit: 'aow_opbouwjaren', hulp: true },
  ],
}

/** Whether the children stay is asked only when there are children. */
export function veldenVoor(soort: WatAlsSoort, heeftKinderen: boolean): readonly Veld[] {
  return VELDEN[soort].filter(({ id }) => id !== 'kinderen' || heeftKinderen)
}

import type { Stapstand } from './begrippen.ts'
import type { Voorval } from './voorval.ts'
import type { Zicht } from './zicht-vorm.ts'

/** By which event what somebody sees came there, and when what they see of it changed. Numbers, states and moments. */
export interface Herkomst {
  /** Of steps, items and participants that they see: the number of the event, and the command it came of. */
  readonly plaatsen: Readonly<Record<string, Plaats>>
  /** Oldest first. Without a step: of the case. */
  readonly standen: readonly Standwissel[]
}

export interface Plaats {
  readonly nr: number
  readonly opdracht: string
}

export interface Standwissel {
  readonly nr: number
  readonly op: Date
  readonly stap?: string
  readonly stand: Stapstand | 'open' | 'gesloten'
}

export function herkomstVan(ziet: Zicht<unknown>, voorvallen: readonly Voorval[]): Herkomst {
  const stappen = new Set(ziet.stappen.flatMap(({ stap, isAfgeschermd }) => (isAfgeschermd ? [] : [stap])))
  const zichtbaar = new Set([
    ...stappen,
    ...ziet.onderdelen.map(({ id }) => id),
    ...ziet.deelnemers.map(({ id }) => id),
  ])
  const plaatsen: Record<string, Plaats> = {}
  const standen: Standwissel[] = []
  for (const { nr, op, opdracht, inhoud } of voorvallen) {
    const id = idUit(inhoud)
    if (id !== undefined && zichtbaar.has(id)) plaatsen[id] = { nr, opdracht }
    const wissel = wisselUit(inhoud)
    if (wissel !== undefined && (wissel.stap === undefined || stappen.has(wissel.stap)))
      standen.push({ nr, op, ...wissel })
  }
  return { plaatsen, standen }
}

function idUit(inhoud: Voorval['inhoud']): string | undefined {
  switch (inhoud.soort) {
    case 'stap-gepland':
      return inhoud.stap
    case 'onderdeel-erbij':
      return inhoud.onderdeel
    case 'deelnemer-erbij':
      return inhoud.deelnemer
    default:
      return undefined
  }
}

function wisselUit(inhoud: Voorval['inhoud']): Pick<Standwissel, 'stap' | 'stand'> | undefined {
  switch (inhoud.soort) {
    case 'geopend':
    case 'sluiting-betwist':
      return { stand: 'open' }
    case 'gesloten':
      return { stand: 'gesloten' }
    case 'stap-gepland':
      return { stap: inhoud.stap, stand: 'gevraagd' }
    case 'stap-stand':
      return { stap: inhoud.stap, stand: inhoud.naar }
    default:
      return undefined
  }
}

/** A clock that goes with that of the database: nodes on one database agree on what is due, also when one is set wrong. */
import { type Klok, systeemklok } from './klok.ts'

/** Named limit: so much may it differ before it is corrected; machines that are kept right (NTP) stay far within. */
export const GELIJK_MS = 1_000
/** Named limit: an answer that took longer says too little of the time. */
const hoogstensOnderwegMs = 2 * GELIJK_MS

export interface Gelijkloop {
  readonly klok: Klok
  /** Looks how late it is there; throws when there was no answer, and then what was known holds. */
  readonly meet: () => Promise<void>
  /** So much this machine was ahead when it was looked last, in milliseconds; behind is below zero. */
  readonly voorMs: () => number
}

/** `klok`: of this machine, or one that was set for a demonstration; of that one too the machine's own fault is taken off. */
export function maakGelijkloop(
  klok: Klok,
  daar: () => Promise<Date>,
  machine: Klok = systeemklok,
): Gelijkloop {
  let voorMs = 0
  return {
    klok: {
      nu: () => {
        const nu = klok.nu()
        return Math.abs(voorMs) <= GELIJK_MS ? nu : new Date(nu.getTime() - voorMs)
      },
    },
    meet: async () => {
      const begin = machine.nu().getTime()
      const daarMs = (await daar()).getTime()
      const eind = machine.nu().getTime()
      if (Math.abs(eind - begin) <= hoogstensOnderwegMs) voorMs = Math.round((begin + eind) / 2 - daarMs)
    },
    voorMs: () => voorMs,
  }
}

/** For who runs the machine that is so much ahead; `undefined`: nothing is wrong with it. */
export function klokmelding(voorMs: number): string | undefined {
  if (Math.abs(voorMs) <= GELIJK_MS) return undefined
  const seconden = Math.round(Math.abs(voorMs) / 1000)
  const verschil = `${seconden} ${seconden === 1 ? 'seconde' : 'seconden'} ${voorMs > 0 ? 'voor' : 'achter'}`
  return `De klok van deze computer loopt ${verschil} op die van de databank. Wij rekenen met die van de databank. Zet deze computer gelijk (NTP).`
}

import type { Verwerkingsregister } from '../audit/index.ts'

/**
 * What somebody does at their organisation. Which of these a person has, their organisation says at each login; what
 * goes with it, the register of processing activities and `beleid.ts` say.
 */
export const medewerkerrollen = [
  /** Stands at a desk. */
  'balie',
  /** On the telephone, or answers letters. */
  'klantcontact',
  /** Helps people with debts, for a municipality. */
  'hulpverlener',
  /** Decides on schemes of their organisation. */
  'behandelaar',
  /** To whom a chain case goes when its owner is absent or a term was missed. */
  'coordinator',
  /** Decides when a chain is stuck: may take the case upon their own organisation. */
  'doorbreker',
  /** At an information point in a library: helps beside somebody, and opens nothing. */
  'informatiepunt',
  /** At a bank or a landlord: no government, and opens nothing either. */
  'adviseur',
  /** Arranges what their own organisation shows, and watches over its connection. */
  'beheerder',
  /** Connects organisations, for the installation as a whole. */
  'installatiebeheerder',
  /** Watches over the use of data: sees figures and checks the evidence. */
  'toezicht',
  /** Makes policy: figures about made-up people, what a changed law would do, campaigns; opens nothing of anybody. */
  'beleid',
] as const
export type Medewerkerrol = (typeof medewerkerrollen)[number]

/** Who is no government may not use a BSN (Wabb art. 10): whoever works there never opens anybody's data. */
export const rollenBuitenOverheid: readonly Medewerkerrol[] = [
  'informatiepunt',
  'adviseur',
  'beheerder',
  'installatiebeheerder',
  'toezicht',
  'beleid',
]

export function isMedewerkerrol(waarde: unknown): waarde is Medewerkerrol {
  return (medewerkerrollen as readonly unknown[]).includes(waarde)
}

/** The purposes that the register gives to these roles. */
export function doelenVoor(register: Verwerkingsregister, rollen: readonly string[]): readonly string[] {
  return register
    .alle()
    .filter(({ door, rollen: van }) => door.includes('medewerker') && rolVoor(van, rollen) !== undefined)
    .map(({ id }) => id)
}

/** As which of their roles somebody acts, where several would do: the first that the activity names. */
export function rolVoor(van: readonly string[], heeft: readonly string[]): string | undefined {
  return van.find((rol) => heeft.includes(rol))
}

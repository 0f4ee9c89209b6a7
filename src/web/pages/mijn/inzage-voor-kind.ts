import type { Inzage, VerwerkingInhoud } from '../../../audit/index.ts'
import type { Wie } from './wie.ts'

type Door = VerwerkingInhoud['door']

/** A professional of whom is not said at which organisation. */
export interface Ergens {
  readonly soort: 'ergens'
  readonly rol: string
}

/** A line as whoever looks may read it. */
export type Getoond = Omit<Inzage, 'inhoud'> & {
  readonly inhoud: (Omit<VerwerkingInhoud, 'door'> & { readonly door: Door | Ergens }) | undefined
}

/**
 * A parent reads the record of a child without organisations. A school, a municipality or a shelter that looked says
 * where the child lives, and this may be the parent it is kept from; whether it is secret, the register is not asked.
 * Left out with them: with whose data something came along, why they looked and the number of their case, who sat beside the other parent, and where they keep their own log.
 */
export function zoalsTeLezen({ voor, subject }: Pick<Wie, 'voor' | 'subject'>, inzage: Inzage): Getoond {
  if (voor.soort !== 'kind') return inzage
  const { inhoud, ldv } = inzage
  const eigen = Object.entries(ldv.attributes).filter(([naam]) => !naam.includes('foreign_operation'))
  const regel = { ...inzage, ldv: { ...ldv, attributes: Object.fromEntries(eigen) } }
  if (inhoud === undefined) return regel
  const { bronnen: _, helper, door, ...rest } = inhoud
  const isEigen = door.soort === 'inwoner' && door.persoon === subject.persoon
  return {
    ...regel,
    inhoud: { ...rest, door: zonderOrganisatie(door), ...(isEigen && helper !== undefined && { helper }) },
  }
}

function zonderOrganisatie(door: Door): Door | Ergens {
  // Alike for all of them: which of them asked for secrecy is in none.
  if (door.soort === 'huishouden') return { soort: 'huishouden', relatie: 'afgeschermd' }
  if (door.soort === 'medewerker') return { soort: 'ergens', rol: door.rol }
  if (door.soort !== 'inwoner') return door
  const { waarvoor: _, ...rest } = door
  return rest
}

import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Handelende, Verwerking } from './verwerking.ts'

/** What somebody whose data were fetched is to somebody whose data came along with them. */
export const relaties = ['partner', 'ouder', 'kind', 'medebewoner', 'afgeschermd'] as const
export type Relatie = (typeof relaties)[number]

/**
 * Somebody whose data came along with those of another: a partner, a child, who lives at the same address. The name is
 * that of the other. `afgeschermd`: they may know that it happened, and nothing about the other.
 */
export interface Meegekomene {
  readonly persoon: PersoonId
  readonly relatie: Relatie
  readonly naam?: string
  /** A partner who is registered at the same address. Nobody else hears what the other arranges, or where. */
  readonly isPartnerThuis?: boolean
  /** Kinds of their own data; each must be in the register for the activity it is written under. */
  readonly gegevens: readonly string[]
}

export interface Meegekomen {
  /** The activity for people whose data come along: it says nothing of why the other was looked at. */
  readonly doel: string
  readonly wie: readonly Meegekomene[]
}

/**
 * What stands on the record of who came along, instead of who acted: no id of anybody, and no more than this person
 * may know. All of it stands on the record of the other, on the same trace.
 */
export type ViaHuishouden =
  | { readonly soort: 'huishouden'; readonly relatie: 'afgeschermd' }
  | {
      readonly soort: 'huishouden'
      readonly relatie: Exclude<Relatie, 'afgeschermd'>
      readonly naam?: string
      /** For a partner at the same address, and for who fetched it themselves. */
      readonly bekend?: Bekend
    }

export interface Bekend {
  /** What it was about, for the other: an activity of the register. */
  readonly waarvoor: string
  readonly haalde: Ophaler
}

/** Who fetched it: the other themselves, who acts for them, the reader of this line, a program, or a professional. */
export type Ophaler =
  | { readonly soort: 'zelf' | 'vertegenwoordiger' | 'lezer' | 'taak' }
  | { readonly soort: 'medewerker'; readonly organisatie: OrganisatieId; readonly rol: string }

export function viaHuishouden(
  { doel, door, betrokkenen }: Pick<Verwerking, 'doel' | 'door' | 'betrokkenen'>,
  { persoon, relatie, naam, isPartnerThuis }: Meegekomene,
): ViaHuishouden {
  if (relatie === 'afgeschermd') return { soort: 'huishouden', relatie }
  const haalde = ophaler(door, betrokkenen, persoon)
  const isBekend = (relatie === 'partner' && isPartnerThuis === true) || haalde.soort === 'lezer'
  return {
    soort: 'huishouden',
    relatie,
    ...(naam && { naam }),
    ...(isBekend && { bekend: { waarvoor: doel, haalde } }),
  }
}

function ophaler(door: Handelende, over: readonly PersoonId[], lezer: PersoonId): Ophaler {
  if (door.soort === 'taak') return { soort: 'taak' }
  if (door.soort === 'medewerker') {
    const { organisatie, rol } = door
    return { soort: 'medewerker', organisatie, rol }
  }
  // No portal is told of a household.
  if (door.soort === 'portaal') throw new Error('een portaal vraagt niets over anderen')
  if (door.persoon === lezer) return { soort: 'lezer' }
  return { soort: over.includes(door.persoon) ? 'zelf' : 'vertegenwoordiger' }
}

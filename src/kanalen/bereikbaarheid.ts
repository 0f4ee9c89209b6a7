import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Berichtgroep } from './berichtsoort.ts'
import type { Waarover } from './voorkeur.ts'

/** Ways that are electronic: only with a statement of the addressee themselves (Awb 2:8). */
export const elektronischeKanalen = ['berichtenbox', 'email', 'sms'] as const
export type ElektronischKanaal = (typeof elektronischeKanalen)[number]

/** Who wrote something down about somebody's channels: they themselves, or somebody at a desk or on the phone. */
export type Vastlegger =
  | { readonly soort: 'zelf' }
  | {
      readonly soort: 'medewerker'
      readonly medewerker: string
      readonly organisatie: OrganisatieId
      readonly wijze: 'balie' | 'telefoon' | 'brief'
    }

/** For which way, which group and which organisation; what is absent: all of them. */
export interface Verklaard {
  readonly kanaal: ElektronischKanaal
  readonly groep?: Berichtgroep
  readonly organisatie?: OrganisatieId
}

/**
 * Somebody said, expressly, that they can be reached sufficiently in this way (Awb 2:8). For a notice by e-mail or
 * SMS the confirmed address is enough; a statement for that way that was taken back stops it.
 */
export interface Verklaring extends Verklaard {
  readonly id: string
  readonly persoon: PersoonId
  readonly vanaf: Date
  readonly door: Vastlegger
  /** From this moment on it holds no more. */
  readonly ingetrokken?: Date
}

/** «Onbekend» is not «nee»: nobody said anything about it. For a message itself both mean paper. */
export type Bereikbaar =
  | { readonly stand: 'ja'; readonly verklaring: string }
  | { readonly stand: 'ingetrokken' }
  | { readonly stand: 'onbekend' }

export function isBereikbaar(
  verklaringen: readonly Verklaring[],
  kanaal: ElektronischKanaal,
  waarover: Waarover,
  nu: Date,
): Bereikbaar {
  const over = verklaringen.filter((een) => een.kanaal === kanaal && een.vanaf <= nu && dekt(een, waarover))
  const geldig = over.find(({ ingetrokken }) => ingetrokken === undefined || ingetrokken > nu)
  if (geldig !== undefined) return { stand: 'ja', verklaring: geldig.id }
  return { stand: over.length === 0 ? 'onbekend' : 'ingetrokken' }
}

function dekt({ groep, organisatie }: Verklaard, waarover: Waarover): boolean {
  const past = groep === undefined || groep === waarover.groep
  return past && (organisatie === undefined || organisatie === waarover.organisatie)
}

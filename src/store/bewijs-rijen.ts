import type { Anker, Bewijsregel, VerzegeldeInhoud } from '../audit/index.ts'
import { parsePersoonId } from '../domain/index.ts'

/** Rows of the evidence tables, and what they are in the rest of the house. */

export interface RegelRij {
  readonly onderwerp: string
  readonly volgnummer: number
  readonly vorige: Buffer
  readonly tijd: Date
  readonly soort: string
  readonly codes: string
  readonly inhoud_hash: Buffer | null
  readonly hash: Buffer
}

/** All null when the payload is not there. */
export interface InhoudRij {
  readonly persoon: string | null
  readonly verwerking: string | null
  readonly organisatie: string | null
  readonly kid: string | null
  readonly zout: Buffer | null
  readonly cijfer: Buffer | null
}

export interface AnkerRij {
  readonly nummer: number
  readonly tijd: Date
  readonly aantal: number
  readonly wortel: Buffer
  readonly vorige: Buffer
  readonly hash: Buffer
  readonly kid: string
  readonly handtekening: Buffer
}

export function regelVan(rij: RegelRij): Bewijsregel {
  const { onderwerp, volgnummer, vorige, tijd, soort, codes, inhoud_hash, hash } = rij
  return { onderwerp, volgnummer, vorige, tijd, soort, codes, inhoudHash: inhoud_hash ?? undefined, hash }
}

export function inhoudVan(rij: InhoudRij): VerzegeldeInhoud | undefined {
  const { persoon, verwerking, organisatie, kid, zout, cijfer } = rij
  if (verwerking === null || kid === null || zout === null || cijfer === null) return undefined
  return {
    persoon: parsePersoonId(persoon),
    verwerking,
    organisatie: organisatie ?? undefined,
    kid,
    zout,
    cijfer,
  }
}

export function ankerVan({ nummer, tijd, aantal, wortel, vorige, hash, kid, handtekening }: AnkerRij): Anker {
  return { nummer, tijd, aantal, wortel, vorige, hash, kid, handtekening }
}

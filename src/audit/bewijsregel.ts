import { createHash } from 'node:crypto'
import type { PersoonId, Toeval } from '../domain/index.ts'
import { type Kid, ontzegel, type Sleutelring, verzegel } from './sleutelring.ts'

/** Whose chain: `persoon:<id>`, `organisatie:<id>`, `installatie:<deel>`, later `zaak:<id>`. */
export type Onderwerp = `${'persoon' | 'organisatie' | 'installatie' | 'zaak'}:${string}`

/** Ids, times and codes: what stays in the chain for ever. Nothing that says something about a person. */
export type Codes = Readonly<Record<string, string | number>>

/** What happened, before it is written. */
export interface Bewijs {
  readonly onderwerp: Onderwerp
  /** ontvangen, verzonden, verwerking, afgerond, gewist, … */
  readonly soort: string
  readonly tijd: Date
  readonly codes: Codes
  readonly inhoud?: Inhoud
}

/** What may be erased later: it stands beside the chain, under a key of its own. */
export interface Inhoud {
  /** Whose data these are; they may see it, and nobody without their context. */
  readonly persoon: PersoonId | undefined
  /** The activity in the register: its retention period rules. */
  readonly verwerking: string
  readonly organisatie: string | undefined
  readonly waarde: unknown
}

/** Ready to be written: nothing in it can be read without the ring. */
export interface VerzegeldBewijs {
  readonly onderwerp: Onderwerp
  readonly soort: string
  readonly tijd: Date
  readonly codes: string
  readonly inhoudHash: Buffer | undefined
  readonly inhoud: VerzegeldeInhoud | undefined
}

export interface VerzegeldeInhoud {
  readonly persoon: PersoonId | undefined
  readonly verwerking: string
  readonly organisatie: string | undefined
  readonly kid: Kid
  readonly zout: Buffer
  readonly cijfer: Buffer
}

/** One link of a chain as the store gives it back. */
export interface Bewijsregel {
  readonly onderwerp: string
  readonly volgnummer: number
  readonly vorige: Buffer
  readonly tijd: Date
  readonly soort: string
  readonly codes: string
  readonly inhoudHash: Buffer | undefined
  readonly hash: Buffer
}

export const beginHash: Buffer = Buffer.alloc(32)

const zoutBytes = 32

export function verzegelBewijs(ring: Sleutelring, bewijs: Bewijs, toeval: Toeval): VerzegeldBewijs {
  const { onderwerp, soort, tijd, codes, inhoud } = bewijs
  const open = { onderwerp, soort, tijd, codes: JSON.stringify(codes) }
  if (inhoud === undefined) return { ...open, inhoudHash: undefined, inhoud: undefined }
  const zout = Buffer.from(toeval(zoutBytes))
  const tekst = JSON.stringify(inhoud.waarde)
  const { kid, cijfer } = verzegel(ring, plekVan(onderwerp, zout, inhoud.verwerking), tekst, { toeval, zout })
  const { persoon, verwerking, organisatie } = inhoud
  return {
    ...open,
    inhoudHash: hashVanInhoud(zout, tekst),
    inhoud: { persoon, verwerking, organisatie, kid, zout, cijfer },
  }
}

export function openInhoud(ring: Sleutelring, onderwerp: string, inhoud: VerzegeldeInhoud): string {
  return ontzegel(ring, plekVan(onderwerp, inhoud.zout, inhoud.verwerking), inhoud, inhoud.zout)
}

/** Salted: without the payload nobody can try out what it was. */
export function hashVanInhoud(zout: Uint8Array, tekst: string): Buffer {
  return createHash('sha256').update(zout).update(tekst, 'utf8').digest()
}

/** The same bytes as the function `bewijs_voeg_toe` in the database makes; a test compares both. */
export function hashVanRegel(regel: Omit<Bewijsregel, 'hash'>): Buffer {
  const { onderwerp, volgnummer, tijd, soort, codes, inhoudHash, vorige } = regel
  const delen = [
    'voordeur-bewijs-1',
    onderwerp,
    String(volgnummer),
    tijd.toISOString(),
    soort,
    codes,
    inhoudHash?.toString('hex') ?? '-',
    vorige.toString('hex'),
  ]
  return createHash('sha256').update(delen.join('\n'), 'utf8').digest()
}

// The salt is of one row alone, so it names the row before the database has numbered it.
function plekVan(onderwerp: string, zout: Uint8Array, verwerking: string) {
  return {
    tabel: 'bewijs_inhoud',
    rij: `${onderwerp}/${Buffer.from(zout).toString('hex')}`,
    doel: verwerking,
  }
}

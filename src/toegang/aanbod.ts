import type { Datum, OrganisatieId, PersoonId, Toeval } from '../domain/index.ts'
import { inhoudFouten, type Machtiging, type MachtigingFout } from './machtiging.ts'

/**
 * A mandate that somebody offers by a code. They hand the code over themselves, on paper or out loud; whoever brings
 * it logs in, sees what it holds and accepts or refuses. Until then it lets nobody do anything.
 */
export interface Aanbod {
  /** Also the id of the mandate that comes of it. */
  readonly id: string
  readonly gever: PersoonId
  readonly organisatie: OrganisatieId
  /** Services of that organisation; empty: all of them. */
  readonly diensten: readonly string[]
  readonly geldigVanaf: Datum
  /** Not included. */
  readonly geldigTot: Datum
  readonly gemaakt: Date
  /** From this moment on the code is of no use. */
  readonly verloopt: Date
  readonly stand: AanbodStand
  /** Who accepted or refused it. */
  readonly door: PersoonId | undefined
  readonly afgesloten: Date | undefined
}

export type AanbodStand = 'open' | 'aangenomen' | 'geweigerd' | 'ingetrokken' | 'verlopen'

export type NieuwAanbod = Pick<Aanbod, 'id' | 'organisatie' | 'diensten' | 'geldigVanaf' | 'geldigTot'>

export type AanbodFout = MachtigingFout | 'begint-te-vroeg' | 'te-veel-open'

/** Named limits: so long is a code good; so many may one person have open. */
export const codeUren = 72
export const maxOpen = 10
/** Named limit: so often may the right code be looked at before it is of no use any more. */
export const maxBekeken = 10

/**
 * Named limits: so many wrong codes may one person try. Twelve digits are ten to the twelfth: with a hundred thousand
 * codes open in the country, who tries this often for a whole year has a chance of about one in eighteen hundred.
 */
export const pogingen = { perUur: 5, perDag: 15 } as const

export function aanbodFouten(nieuw: NieuwAanbod, vandaag: Datum): readonly AanbodFout[] {
  const fouten: readonly AanbodFout[] = inhoudFouten(nieuw, vandaag)
  return nieuw.geldigVanaf < vandaag ? ['begint-te-vroeg', ...fouten] : fouten
}

/** A mandate as it would be if this person accepted. */
export function machtigingUit(aanbod: Aanbod, gemachtigde: PersoonId, vastgelegd: Date): Machtiging {
  const { id, gever, organisatie, diensten, geldigVanaf, geldigTot } = aanbod
  return {
    id,
    soort: 'machtiging',
    gever,
    gemachtigde,
    organisatie,
    diensten,
    geldigVanaf,
    geldigTot,
    wijze: { soort: 'digitaal' },
    vastgelegd,
    ingetrokken: undefined,
  }
}

/** A code that is over is over at once, also before that was written into the evidence. */
export function aanbodStand({ stand, verloopt }: Aanbod, nu: Date): AanbodStand {
  return stand === 'open' && verloopt <= nu ? 'verlopen' : stand
}

const codeCijfers = 12

/** Twelve digits: said in the same way in every language, and not mistaken for another letter on paper. */
export function maakCode(toeval: Toeval): string {
  // 64 random bits: that some codes come a little more often is less than one in ten million.
  const getal = Buffer.from(toeval(8)).readBigUInt64BE() % 10n ** BigInt(codeCijfers)
  return String(getal).padStart(codeCijfers, '0')
}

/** As people write and say it: «482 193 507 664». */
export function schrijfCode(code: string): string {
  return code.match(/.{3}/g)?.join(' ') ?? code
}

/** However somebody typed it: with spaces, dots or dashes, or with none. */
export function leesCode(tekst: string): string | undefined {
  const cijfers = tekst.slice(0, 60).replace(/[\s.\-–]/g, '')
  return new RegExp(`^\\d{${codeCijfers}}$`).test(cijfers) ? cijfers : undefined
}

import { createHash } from 'node:crypto'
import type { Postsoort } from '../corpus/index.ts'
import type { OrganisatieId, PersoonId, Toeval } from '../domain/index.ts'
import type { Inkomweg } from './inkomweg.ts'
import type { Bevestiging, Triage } from './triage.ts'

/** Who sent it. Whom nobody recognised gives an address or none: then a notice stands on the page or the print. */
export type Afzender =
  | {
      readonly soort: 'persoon'
      readonly persoon: PersoonId
      /** Who sent it in their name; absent: they did. */
      readonly door?: PersoonId
    }
  | {
      readonly soort: 'onbekend'
      readonly naam?: string
      /** Where they want an answer, as they wrote it: an e-mail address or a post address. */
      readonly adres?: string
      /** For whom they wrote, as they call them. */
      readonly namens?: string
    }

export interface Bijlage {
  readonly naam: string
  /** Media type, by what its bytes say. */
  readonly formaat: string
  readonly inhoud: Uint8Array
}

export interface NieuwPoststuk {
  readonly afzender: Afzender
  /** For which body, as the sender says. */
  readonly organisatie: OrganisatieId
  readonly soort: Postsoort
  readonly weg: Inkomweg
  /** The address it came to, of an e-mail. */
  readonly waar?: string
  /** Awb 2:20: when it reached a system of ours; stamped at the edge, before anything was done with it. */
  readonly ontvangen: Date
  readonly onderwerp: string
  readonly tekst: string
  readonly bijlagen: readonly Bijlage[]
  /** Of an e-mail: no program wrote it, so that an answer may go by itself to where it came from. */
  readonly magTerug?: boolean
  /** Of this one sending: the same mark with the same content is the same item. */
  readonly kenmerk: string
}

/** Named limits: of what one item may hold. */
export const HOOGSTENS_TEKST = 20_000
export const HOOGSTENS_ONDERWERP = 150
export const HOOGSTENS_BIJLAGEN = 5
/** Of a name, and of an address on five lines. */
export const HOOGSTENS_AFZENDER = 300

/** As it was sent, and it never changes. What happened to it since stands beside it. */
export interface Poststuk extends Omit<NieuwPoststuk, 'bijlagen' | 'kenmerk' | 'magTerug'> {
  readonly id: string
  /** What people call it by, on the telephone as well. */
  readonly nummer: string
  /** The body that has it now; another than `organisatie` after it was forwarded. */
  readonly bij: OrganisatieId
  readonly vastgelegd: Date
  /** Since when nothing is left to do with it at the body that has it; absent: there is. */
  readonly gereed?: Date
  readonly bijlagen: readonly (Omit<Bijlage, 'inhoud'> & {
    readonly bytes: number
    readonly sha256: string
  })[]
  readonly triage: Triage
  readonly bevestiging: Bevestiging
  /** In order of time. */
  readonly gebeurd: readonly Postgebeurtenis[]
}

export const kennissoorten = [
  'ontvangen',
  'doorgezonden',
  'verkeerde-weg',
  'geweigerd',
  'toch-aangenomen',
] as const
export type Kennissoort = (typeof kennissoorten)[number]

/**
 * How somebody is told. `pagina` and `print`: it stood there at once. `bericht`: goes to their inbox. `email`: goes by
 * itself to the address that their e-mail came from. `adres`: somebody still has to bring it to the address they gave. `geen-adres`: there is nobody to tell.
 */
export const kenniswijzen = ['pagina', 'print', 'bericht', 'email', 'adres', 'geen-adres'] as const
export type Kenniswijze = (typeof kenniswijzen)[number]

export interface Kennisgeving {
  readonly id: string
  readonly soort: Kennissoort
  readonly hoe: Kenniswijze
  readonly op: Date
  /** When it was there for them; absent: not yet, or never for want of an address. */
  readonly bezorgd?: Date
}

/** What was done with it. Each carries the notice that went with it; there is none without (Awb 2:3, 2:15, 2:16). */
export type Postgebeurtenis =
  | { readonly soort: 'ontvangen'; readonly kennisgeving: Kennisgeving }
  | {
      readonly soort: 'doorgezonden'
      readonly van: OrganisatieId
      readonly naar: OrganisatieId
      readonly kennisgeving: Kennisgeving
    }
  | { readonly soort: 'verkeerde-weg'; readonly kennisgeving: Kennisgeving }
  /** The refusal, or the other way, was a mistake. */
  | { readonly soort: 'toch-aangenomen'; readonly kennisgeving: Kennisgeving }
  | { readonly soort: 'geweigerd'; readonly reden: Weigergrond; readonly kennisgeving: Kennisgeving }

/** Awb 2:15: the only reasons to refuse what came in by an electronic way. */
export const weigergronden = ['onevenredig-belastend', 'onvoldoende-betrouwbaar'] as const
export type Weigergrond = (typeof weigergronden)[number]

/**
 * The body to which it was forwarded and that reads nothing here: somebody of the body that still has it sends the print,
 * and says so by saying that it is done. `undefined`: there is no such.
 */
export function teVersturen({ bij, gebeurd }: Pick<Poststuk, 'bij' | 'gebeurd'>): OrganisatieId | undefined {
  const weg = gebeurd.flatMap((een) =>
    een.soort === 'doorgezonden' && een.van !== een.naar ? [een.naar] : [],
  )
  const laatste = weg.at(-1)
  return laatste === bij ? undefined : laatste
}

// Crockford's alphabet: no I, L, O or U, so that nobody hears or reads another one.
const tekens = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Sixty random bits in three groups: nobody guesses one, and it says nothing about anybody. */
export function maakNummer(toeval: Toeval): string {
  const letters = [...toeval(12)].map((byte) => tekens[byte % 32] ?? '0').join('')
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}

/** A number as somebody types or hears it; `undefined`: it is none. */
export function leesNummer(tekst: string): string | undefined {
  const letters = tekst.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (letters.length !== 12 || [...letters].some((teken) => !tekens.includes(teken))) return undefined
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}

/**
 * What is kept of a mark. The content is a part of it: who goes back, changes a sentence and sends again has sent
 * something else, and none of it is lost.
 */
export function kenmerkhash(nieuw: NieuwPoststuk): Buffer {
  const { afzender, organisatie, soort, weg, kenmerk } = nieuw
  const wie = afzender.soort === 'persoon' ? afzender.persoon : '-'
  const deel = JSON.stringify([wie, organisatie, soort, weg, kenmerk, inhoudhash(nieuw)])
  return createHash('sha256').update(`voordeur poststuk|${deel}`).digest()
}

/** A fingerprint of what was sent: subject, text and each attachment. In hexadecimal. */
export function inhoudhash({
  onderwerp,
  tekst,
  bijlagen,
}: Pick<NieuwPoststuk, 'onderwerp' | 'tekst' | 'bijlagen'>): string {
  const delen = [onderwerp, tekst, ...bijlagen.flatMap(({ naam, inhoud }) => [naam, sha256(inhoud)])]
  return sha256(Buffer.from(JSON.stringify(delen)))
}

export function sha256(inhoud: Uint8Array): string {
  return createHash('sha256').update(inhoud).digest('hex')
}

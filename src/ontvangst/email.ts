import { type Bestandsoort, HOOGSTENS_BYTES, soortVan, veiligeNaam } from '../domain/index.ts'
import { domeinVan, doorWie, isEchtVolgensRand, type Spoor } from './echtheid.ts'
import type { Afzender, Bijlage, NieuwPoststuk } from './poststuk.ts'
import { HOOGSTENS_AFZENDER, HOOGSTENS_BIJLAGEN, HOOGSTENS_ONDERWERP, HOOGSTENS_TEKST } from './poststuk.ts'

/** Named limit, in bytes: of a whole e-mail, which also fits as one file. A mail server is told no, and tells the sender. */
export const HOOGSTENS_EMAIL = HOOGSTENS_BYTES

/** An e-mail as a parser of the standard gives it; which one is chosen where this is used. */
export interface GelezenEmail {
  readonly berichtId: string | undefined
  readonly van: { readonly naam?: string; readonly adres: string } | undefined
  /** Where the sender wants an answer (Reply-To), as far as that can be read. */
  readonly antwoordAan?: readonly string[]
  /** What was added on the way, the last first. */
  readonly sporen?: readonly Spoor[]
  readonly onderwerp: string
  /** What a person reads in it; of a message in HTML alone, its words. */
  readonly tekst: string
  /** False: there was more than that, which only the message itself shows. */
  readonly isHeel: boolean
  readonly bestanden: readonly { readonly naam: string; readonly inhoud: Uint8Array }[]
  /** Headers `Received`, the one that was added last first. */
  readonly ontvangen: readonly string[]
  /** A program wrote it (RFC 3834), or nobody waits for an answer: then none is sent, or two programs write each other for ever. */
  readonly isAutomatisch: boolean
}

/** One address and nothing else, as far as anybody can see without writing to it. */
export function isMailadres(tekst: string): boolean {
  return /^[^\s@<>]+@[^\s@<>]+$/.test(tekst)
}

/** The port: reads the bytes of one message. */
export type EmailLezer = (rauw: Uint8Array) => Promise<GelezenEmail | 'onleesbaar'>

/**
 * When an e-mail reached our own edge (Awb 2:20): the time in the topmost `Received` header, and only when that was
 * written by a machine of ours; what is below it others wrote, and proves nothing. Otherwise: now.
 */
export function ontvangenAanRand(
  { ontvangen }: Pick<GelezenEmail, 'ontvangen'>,
  { rand, nu }: { readonly rand: readonly string[]; readonly nu: Date },
): Date {
  const [bovenste = ''] = ontvangen
  const moment = new Date(bovenste.slice(bovenste.lastIndexOf(';') + 1).trim())
  const isVanOns = rand.some((naam) => naam.toLowerCase() === doorWie(bovenste))
  // A clock that runs ahead, or a header that is no date, says nothing.
  return isVanOns && !Number.isNaN(moment.getTime()) && moment <= nu ? moment : nu
}

const email: Bestandsoort['mime'] = 'message/rfc822'

/**
 * Whoever sent it stays somebody whom nobody recognised: an address proves nothing. What does not fit in an item of
 * ours, or is of a kind that we do not open, is not lost: then the message itself comes along as a file, as it came.
 */
export function poststukVan(
  gelezen: GelezenEmail,
  rauw: Uint8Array,
  {
    rand = [],
    ...wat
  }: Pick<NieuwPoststuk, 'organisatie' | 'soort' | 'ontvangen'> & {
    readonly waar: string
    /** Names of machines of ours. */
    readonly rand?: readonly string[]
  },
): NieuwPoststuk {
  const { van, bestanden, berichtId } = gelezen
  const adres = gelezen.antwoordAan?.[0] ?? van?.adres ?? ''
  const isElders = van !== undefined && adres.toLowerCase() !== van.adres.toLowerCase()
  // Who wants the answer elsewhere is still called by where it came from.
  const naam = zonderStuurtekens([van?.naam ?? '', ...(isElders ? [`<${van.adres}>`] : [])].join(' ').trim())
  const afzender: Afzender = {
    soort: 'onbekend',
    ...(naam !== '' && { naam: naam.slice(0, HOOGSTENS_AFZENDER) }),
    // Half an address is nobody's.
    ...(adres !== '' && adres.length <= HOOGSTENS_AFZENDER && { adres }),
  }
  const onderwerp = zonderStuurtekens(gelezen.onderwerp).replace(/\s+/g, ' ').trim()
  const tekst = zonderStuurtekens(gelezen.tekst.replace(/\r\n?/g, '\n')).trim()
  const bijlagen = bestanden.flatMap(({ naam, inhoud }): Bijlage[] => {
    const soort = soortVan(inhoud)
    return soort === undefined ? [] : [{ naam: veiligeNaam(naam, inhoud), formaat: soort.mime, inhoud }]
  })
  const past =
    gelezen.isHeel &&
    van !== undefined &&
    Math.max(naam.length, adres.length) <= HOOGSTENS_AFZENDER &&
    onderwerp.length <= HOOGSTENS_ONDERWERP &&
    tekst.length <= HOOGSTENS_TEKST &&
    bijlagen.length === bestanden.length &&
    bijlagen.length <= HOOGSTENS_BIJLAGEN
  const heel = { naam: 'bericht.eml', formaat: email, inhoud: rauw }
  return {
    ...wat,
    afzender,
    weg: 'email',
    onderwerp: onderwerp.slice(0, HOOGSTENS_ONDERWERP),
    tekst: tekst.slice(0, HOOGSTENS_TEKST),
    bijlagen: past ? bijlagen : [heel, ...bijlagen.slice(0, HOOGSTENS_BIJLAGEN - 1)],
    magTerug: magVanzelf(gelezen, rand),
    kenmerk: `email ${berichtId ?? zonderId(gelezen, wat.ontvangen)} ${van?.adres ?? ''}`,
  }
}

/**
 * No program wrote it, our own edge does not say that its sender is somebody else, and the answer goes to one address at
 * the domain that it came from: otherwise somebody could have us write to a stranger.
 */
function magVanzelf(
  { van, antwoordAan = [], sporen = [], isAutomatisch }: GelezenEmail,
  rand: readonly string[],
) {
  if (isAutomatisch || van === undefined) return false
  const domein = domeinVan(van.adres)
  const isVerder = antwoordAan.length > 1 || antwoordAan.some((adres) => domeinVan(adres) !== domein)
  return !isVerder && isEchtVolgensRand(sporen, rand, domein) !== false
}

/**
 * Of an e-mail without a Message-ID nobody can know whether it is the same one again: a second notice of default with
 * the same words is another one. What comes twice over the same edge has the same line of that edge.
 */
function zonderId({ ontvangen }: Pick<GelezenEmail, 'ontvangen'>, op: Date): string {
  return `zonder ${op.toISOString()} ${ontvangen[0] ?? ''}`
}

/** All but the end of a line and a tab; and nothing that turns around what one reads. */
function zonderStuurtekens(tekst: string): string {
  return tekst.toWellFormed().replace(/(?![\n\t])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '')
}

import PostalMime, { type Email } from 'postal-mime'
import type { Terugbericht } from '../index.ts'
import { type Retoursleutels, zendingIn } from './retouradres.ts'
import { smtpReden } from './smtp-uitslag.ts'

/** What a mail that came back turned out to be. Only the first one changes anything. */
export type Bezorgbericht =
  | { readonly soort: 'terugbericht'; readonly terugbericht: Terugbericht }
  /** Their server still tries: nothing is lost yet. */
  | { readonly soort: 'vertraagd'; readonly zending: string }
  /** Somebody is away, or a machine thanks us. */
  | { readonly soort: 'automatisch'; readonly zending: string }
  /** It names an item of ours and does not say what became of it. */
  | { readonly soort: 'onduidelijk'; readonly zending: string }
  /** Nothing in it is ours, or not provably: dropped. */
  | { readonly soort: 'onbekend' }
  | { readonly soort: 'onleesbaar' }

export interface Bezorgomgeving extends Retoursleutels {
  readonly nu: () => Date
}

/** Named limit, in bytes: what follows is the mail itself that comes along, and is not read. */
export const maxBezorgbericht = 1024 * 1024

type Oordeel =
  | { readonly soort: 'uitkomst'; readonly uitkomst: Terugbericht['uitkomst']; readonly reden?: string }
  | { readonly soort: 'vertraagd' | 'automatisch' | 'onduidelijk' }

/**
 * Reads one raw message. The keyed mark in the return path says which item it is about; where in the message it stands
 * does not matter, since nobody else can make one.
 * @param ontvanger The address it was delivered to, when the mail server says so.
 */
export async function leesBezorgbericht(
  ruw: Uint8Array,
  { nu, sleutels }: Bezorgomgeving,
  ontvanger = '',
): Promise<Bezorgbericht> {
  const deel = Buffer.from(ruw.buffer, ruw.byteOffset, Math.min(ruw.byteLength, maxBezorgbericht))
  const zending = zendingIn(`${ontvanger} ${deel.toString('latin1')}`, { sleutels })
  if (zending === undefined) return { soort: 'onbekend' }
  const mail = await ontleed(deel)
  if (mail === undefined) return { soort: 'onleesbaar' }
  const oordeel = beoordeel(mail)
  if (oordeel.soort !== 'uitkomst') return { soort: oordeel.soort, zending }
  const { uitkomst, reden } = oordeel
  return {
    soort: 'terugbericht',
    terugbericht: { zending, uitkomst, ...(reden !== undefined && { reden }), op: nu() },
  }
}

/** Deeper or longer than this is no notification. */
const grenzen = { attachmentEncoding: 'utf8', maxNestingDepth: 20, maxHeadersSize: 256 * 1024 } as const

async function ontleed(ruw: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(ruw, { ...grenzen, forceRfc822Attachments: true })
  } catch {
    return undefined
  }
}

/** The most exact first: what a program wrote for programs, then what it says of itself, then its words. */
function beoordeel(mail: Email): Oordeel {
  const bezorging = tekstVan(mail, /^message\/(global-)?delivery-status$/)
  if (bezorging !== undefined) return uitBezorgstatus(bezorging)
  const gelezen = tekstVan(mail, /^message\/(global-)?disposition-notification$/)
  if (gelezen !== undefined) return uitLeesbevestiging(gelezen)
  return isVanMailserver(mail) ? uitWoorden(mail) : { soort: 'automatisch' }
}

function tekstVan({ attachments }: Email, soort: RegExp): string | undefined {
  const inhoud = attachments.find(({ mimeType }) => soort.test(mimeType))?.content
  return typeof inhoud === 'string' ? inhoud : undefined
}

/**
 * RFC 3464: fields about the message, then a block for each recipient. We write to one; where that address stands for
 * several people, one who did not get it is enough to look after.
 */
function uitBezorgstatus(tekst: string): Oordeel {
  const blokken = tekst
    .replace(/\r\n/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(velden)
    .filter((blok) => blok.has('action') || blok.has('status') || blok.has('final-recipient'))
  const oordelen = blokken.map(uitBlok)
  const uitkomst = (welke: Terugbericht['uitkomst']) =>
    oordelen.find((een) => een.soort === 'uitkomst' && een.uitkomst === welke)
  return (
    uitkomst('mislukt') ??
    oordelen.find(({ soort }) => soort === 'vertraagd') ??
    uitkomst('bezorgd') ?? { soort: 'onduidelijk' }
  )
}

function uitBlok(blok: ReadonlyMap<string, string>): Oordeel {
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(blok.get('status') ?? '')?.[0]
  const actie = /^[a-z]+/.exec((blok.get('action') ?? '').toLowerCase())?.[0] ?? ''
  // Some leave out the one or the other.
  const wat = actie || { 2: 'delivered', 4: 'delayed', 5: 'failed' }[status?.[0] ?? ''] || ''
  if (wat === 'failed') return mislukt(status, blok.get('diagnostic-code') ?? '')
  if (wat === 'delayed') return { soort: 'vertraagd' }
  // Expanded: it reached everybody behind the address. Relayed: a server without notifications has it, no more is known.
  if (wat === 'delivered' || wat === 'expanded') return { soort: 'uitkomst', uitkomst: 'bezorgd' }
  return { soort: 'onduidelijk' }
}

/** RFC 3798: whoever sees it has it. That a mail was thrown away unread says nothing about the way. */
function uitLeesbevestiging(tekst: string): Oordeel {
  const beschikking = velden(tekst.replace(/\r\n/g, '\n')).get('disposition') ?? ''
  return /;\s*displayed\b/i.test(beschikking)
    ? { soort: 'uitkomst', uitkomst: 'bezorgd' }
    : { soort: 'automatisch' }
}

/** Names in small letters, folded lines as one. */
function velden(blok: string): ReadonlyMap<string, string> {
  const regels = blok.replace(/\n[ \t]+/g, ' ').split('\n')
  return new Map(
    regels.flatMap((regel) => {
      const [, naam, waarde] = /^([A-Za-z-]+):\s*(.*)$/.exec(regel) ?? []
      return naam === undefined || waarde === undefined ? [] : [[naam.toLowerCase(), waarde.trim()] as const]
    }),
  )
}

const qmail = /This is the qmail-send program/i

/**
 * A person who is away has the same empty return path (RFC 3834), so that says nothing. Who writes as the mail system
 * does; so does what Exim adds.
 */
function isVanMailserver({ headers, from, subject = '', text = '' }: Email): boolean {
  const van = from?.address?.split('@')[0] ?? ''
  const kop = (naam: string) => headers.find(({ key }) => key === naam)?.value ?? ''
  return (
    kop('x-failed-recipients') !== '' ||
    /report-type="?delivery-status/i.test(kop('content-type')) ||
    /^(mailer-daemon|postmaster|mail-?delivery-?(sub)?system|mdaemon|microsoftexchange\w*)$/i.test(van) ||
    (qmail.test(text) && /failure notice/i.test(subject))
  )
}

const vertraging =
  /\b(delay(ed)?|still being retried|will (be retried|retry|keep trying|continue to (try|be attempted))|has not (yet )?been delivered|warning message only|no action is required|niet direct bezorgd|vertraagd|nog niet bezorgd|opnieuw (worden )?geprobeerd)\b/i
const opgave =
  /permanent(ly)? (error|fail)|giving up|could ?n.?t be delivered|undeliver|delivery (has )?failed|failure notice|returned mail|niet (worden )?(bezorgd|afgeleverd)/i

/** What servers write that know no RFC 3464: a code when there is one, else the words that all of them use. */
function uitWoorden({ subject = '', text = '', html = '', headers }: Email): Oordeel {
  const tekst = `${subject}\n${text || html}`
  const eigen =
    tekst.split(/\n.*(original message|copy of the message|oorspronkelijke? bericht).*\n/i)[0] ?? ''
  const status = /\b5\.\d{1,2}\.\d{1,3}\b(?!\.)/.exec(eigen)?.[0]
  const smtp = /(?:^|[^\d.])(5[05]\d)[ -](?=\D|5\.)/m.exec(eigen)?.[1]
  if (vertraging.test(eigen) && status === undefined) return { soort: 'vertraagd' }
  const isMislukt =
    status !== undefined ||
    smtp !== undefined ||
    opgave.test(eigen) ||
    headers.some(({ key }) => key === 'x-failed-recipients')
  return isMislukt ? mislukt(status, smtp ?? '') : { soort: 'onduidelijk' }
}

/** @param uitleg What the other server answered; only the codes in it are kept, since it names the address. */
function mislukt(status: string | undefined, uitleg: string): Oordeel {
  const genoemd = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(uitleg)?.[0]
  const smtp = Number(/(?:^|\D)([45]\d\d)(?:\D|$)/.exec(uitleg)?.[1] ?? Number.NaN)
  // `5.0.0` says only that it failed.
  const exact = status === undefined || /\.0\.0$/.test(status) ? (genoemd ?? status) : status
  return {
    soort: 'uitkomst',
    uitkomst: 'mislukt',
    reden: smtpReden(Number.isNaN(smtp) ? undefined : smtp, exact),
  }
}

import { createTransport, type SendMailOptions } from 'nodemailer'
import { gewoneOnderbreker, Onderbreker } from '../../platform/bron/index.ts'
import type { Controle } from '../../platform/http/index.ts'
import type { Klok, Log } from '../../platform/index.ts'
import {
  bezwarenTegen,
  type MagLink,
  type Nietverzonden,
  type Verzendstuk,
  type Verzenduitslag,
  type Verzendweg,
} from '../index.ts'
import { mailHtml } from './opmaak.ts'
import { type Retoursleutels, retourmerk } from './retouradres.ts'
import { duidSmtpfout } from './smtp-uitslag.ts'

export interface Emailinstelling {
  /** `smtps://` is TLS from the start, `smtp://` becomes TLS before anything is said; name and password stand in it. */
  readonly url: URL
  /** The one sender, on the one domain that people learn to know. */
  readonly afzender: { readonly adres: string; readonly naam: string }
  /** Where undeliverable mail comes back: that domain, or one below it. */
  readonly retourdomein: string
  /** Only for a server on this same computer: then there is no way on which somebody can read along. */
  readonly magZonderTls: boolean
  /** Authorities of its own, in PEM; absent: those that Node knows. */
  readonly autoriteiten?: string
}

export interface Emailomgeving extends Retoursleutels {
  readonly klok: Klok
  readonly log: Log
  readonly magLink: MagLink
  readonly grenzen?: Partial<Emailgrenzen>
}

export interface Emailgrenzen {
  readonly verbindMs: number
  /** So long may the server be silent. RFC 5321 §4.5.3.2 asks for minutes; who gives up too early sends twice. */
  readonly stilMs: number
  /** Everything together, a server that answers in drops included. */
  readonly totaalMs: number
  readonly verbindingen: number
}

const gewoneGrenzen: Emailgrenzen = {
  verbindMs: 10_000,
  stilMs: 120_000,
  totaalMs: 300_000,
  verbindingen: 10,
}

/** So long after we gave up it is certain that nothing is being sent any more. */
const afrondMs = 10_000

export interface Emailweg extends Verzendweg {
  readonly kanaal: 'email'
  /** For `/gezond`. */
  readonly controle: Controle
  readonly sluit: () => void
}

/** One address and nothing else: no list, no name, no line end. What is longer no server takes (RFC 5321 §4.5.3.1). */
const adresvorm = /^[^\s@<>()[\],;:\\"]{1,64}@[^\s@<>()[\],;:\\"]{1,255}$/

/**
 * Sends over SMTP. Each item has one Message-ID, the same at each try: when the answer to the last bytes is lost nobody
 * can know whether the mail was taken, and a server that sees the same one again can leave it out.
 */
export function createEmailweg(instelling: Emailinstelling, omgeving: Emailomgeving): Emailweg {
  const grenzen = { ...gewoneGrenzen, ...omgeving.grenzen }
  const nuMs = () => omgeving.klok.nu().getTime()
  const lopend: Lopend = {
    instelling,
    omgeving,
    grenzen,
    transport: openTransport(instelling, grenzen),
    onderbreker: new Onderbreker(gewoneOnderbreker, nuMs),
    gezondheid: { laatsteGoed: undefined, foutSinds: undefined, laatsteFout: undefined },
  }
  return {
    kanaal: 'email',
    langsteMs: grenzen.totaalMs + afrondMs,
    verzend: (stuk) => verzend(lopend, stuk),
    controle: () => stand(lopend),
    sluit: () => lopend.transport.close(),
  }
}

interface Lopend {
  readonly instelling: Emailinstelling
  readonly omgeving: Emailomgeving
  readonly grenzen: Emailgrenzen
  readonly transport: ReturnType<typeof openTransport>
  readonly onderbreker: Onderbreker
  gezondheid: {
    readonly laatsteGoed: Date | undefined
    readonly foutSinds: Date | undefined
    readonly laatsteFout: string | undefined
  }
}

function openTransport({ url, magZonderTls, autoriteiten }: Emailinstelling, grenzen: Emailgrenzen) {
  const isTls = url.protocol === 'smtps:'
  const gebruiker = decodeURIComponent(url.username)
  return createTransport({
    pool: true,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isTls ? 465 : 587) : Number(url.port),
    secure: isTls,
    // A server that offers no TLS, or somebody between us who takes the offer away: then nothing is sent.
    requireTLS: !isTls && !magZonderTls,
    ignoreTLS: magZonderTls,
    ...(gebruiker !== '' && { auth: { user: gebruiker, pass: decodeURIComponent(url.password) } }),
    tls: { minVersion: 'TLSv1.2', ...(autoriteiten !== undefined && { ca: autoriteiten }) },
    maxConnections: grenzen.verbindingen,
    maxMessages: 500,
    // The pool would send again by itself what may have arrived; whether to do so is for the outbox.
    maxRequeues: 0,
    connectionTimeout: grenzen.verbindMs,
    greetingTimeout: grenzen.verbindMs,
    dnsTimeout: grenzen.verbindMs,
    socketTimeout: grenzen.stilMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

async function verzend(lopend: Lopend, stuk: Verzendstuk): Promise<Verzenduitslag> {
  const { omgeving, onderbreker, transport, grenzen } = lopend
  const mail = maakMail(lopend, stuk)
  if ('soort' in mail) return mail
  if (!onderbreker.vraagDoorgang())
    return {
      soort: 'tijdelijk',
      reden: 'server-rust',
      nietVoor: straks(omgeving),
      hoever: 'niet-begonnen',
    }
  const opgeven = new AbortController()
  const wekker = setTimeout(() => opgeven.abort(), grenzen.totaalMs)
  const begin = omgeving.klok.nu()
  try {
    const { response } = await transport.sendMail({ ...mail, signal: opgeven.signal })
    onthoud(lopend, undefined)
    return { soort: 'verzonden', ...kenmerkUit(response) }
  } catch (fout) {
    const { uitslag, isZiek } = duidSmtpfout(fout, omgeving.klok.nu())
    onthoud(lopend, isZiek ? uitslag.reden : undefined)
    // Never the answer itself: servers repeat the address in it.
    const { soort, reden } = uitslag
    const ms = omgeving.klok.nu().getTime() - begin.getTime()
    omgeving.log.waarschuwing('e-mail niet verzonden', {
      zending: stuk.zending,
      poging: stuk.poging,
      soort,
      reden,
      ms,
    })
    return uitslag
  } finally {
    clearTimeout(wekker)
  }
}

/** The message, or why there is none to send. */
function maakMail(
  { instelling, omgeving }: Lopend,
  { zending, adres, taal, inhoud }: Verzendstuk,
): SendMailOptions | Nietverzonden {
  const weiger = (reden: string) => ({ soort: 'blijvend', reden }) as const
  if (adres.soort !== 'email' || inhoud.soort !== 'tekst') return weiger('past-niet-bij-deze-weg')
  if (!adresvorm.test(adres.waarde) || heeftStuurteken(adres.waarde)) return weiger('adres-ongeldig')
  const merk = retourmerk(zending, omgeving)
  if (merk === undefined) return weiger('zending-ongeldig')
  const { onderwerp, tekst } = inhoud
  const html = inhoud.html ?? mailHtml({ taal, onderwerp, tekst })
  const bezwaren = bezwarenTegen([onderwerp, tekst, html], omgeving.magLink)
  if (bezwaren.length > 0) {
    omgeving.log.fout('een e-mail zegt te veel', { zending, bezwaren })
    return weiger('zegt-te-veel')
  }
  const { afzender, retourdomein } = instelling
  return {
    from: { name: eenRegel(afzender.naam), address: afzender.adres },
    to: { name: '', address: adres.waarde },
    envelope: {
      from: `${merk}@${retourdomein}`,
      to: [adres.waarde],
      // Where the server can: no more of our text comes back than its headers, and it says what became of which item.
      dsn: { id: merk, ret: 'HDRS', notify: ['FAILURE', 'DELAY'] },
    },
    subject: eenRegel(onderwerp),
    text: tekst,
    html,
    date: omgeving.klok.nu(),
    messageId: `<${zending}@${domeinVan(afzender.adres)}>`,
    textEncoding: 'quoted-printable',
    xMailer: false,
    headers: {
      // RFC 3834: nobody's holiday message answers this. The second is how Exchange is told so; bounces still come.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply, RN, NRN',
      'Content-Language': taal,
    },
  }
}

/** What the server calls it, for who must look there. */
function kenmerkUit(antwoord: string): { readonly kenmerk?: string } {
  const kenmerk = /\bqueued as ([\w.-]{1,64})/i.exec(antwoord)?.[1]
  return kenmerk === undefined ? {} : { kenmerk }
}

/** A line end in a header begins another one; there is none. */
function eenRegel(tekst: string): string {
  return [...tekst]
    .map((teken) => (heeftStuurteken(teken) ? ' ' : teken))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function heeftStuurteken(tekst: string): boolean {
  return /[\p{Cc}\u2028\u2029]/u.test(tekst)
}

function domeinVan(adres: string): string {
  return adres.slice(adres.lastIndexOf('@') + 1)
}

function straks({ klok }: Emailomgeving): Date {
  return new Date(klok.nu().getTime() + gewoneOnderbreker.rustMs)
}

function onthoud(lopend: Lopend, ziekte: string | undefined): void {
  const op = lopend.omgeving.klok.nu()
  lopend.onderbreker.meld(ziekte === undefined)
  lopend.gezondheid =
    ziekte === undefined
      ? { laatsteGoed: op, foutSinds: undefined, laatsteFout: undefined }
      : { ...lopend.gezondheid, foutSinds: lopend.gezondheid.foutSinds ?? op, laatsteFout: ziekte }
}

function stand({ onderbreker, gezondheid: { laatsteGoed, foutSinds, laatsteFout } }: Lopend) {
  return {
    stand: foutSinds === undefined ? 'goed' : 'beperkt',
    keten: onderbreker.keten,
    ...(laatsteGoed && { laatsteGoed: laatsteGoed.toISOString() }),
    ...(foutSinds && { foutSinds: foutSinds.toISOString(), laatsteFout }),
  } as const
}

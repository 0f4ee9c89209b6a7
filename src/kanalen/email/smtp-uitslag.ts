import { codeVan } from '../../platform/index.ts'
import type { Nietverzonden } from '../index.ts'

/** What one try came to, and whether it says that the server itself is ill rather than this one address. */
export interface Smtpuitslag {
  readonly uitslag: Nietverzonden
  readonly isZiek: boolean
}

const minuutMs = 60_000

/** Not before this, by what the server said; absent: whoever tries again knows best. */
const wachttijden: Readonly<Record<string, number>> = {
  '421': minuutMs,
  // Greylisting: most servers let the same sender in after five minutes.
  '450': 5 * minuutMs,
  '451': 5 * minuutMs,
  '452': 60 * minuutMs,
  '4.2.2': 60 * minuutMs,
  '4.7.1': 5 * minuutMs,
}

/**
 * Reads what nodemailer throws. 4xx is temporary, 5xx about this recipient or this message is for good (RFC 5321
 * §4.2.1); 5xx about us (who we are, our sender) is a fault of the installation, which somebody can mend.
 */
export function duidSmtpfout(fout: unknown, nu: Date): Smtpuitslag {
  const { code, smtp, antwoord, opdracht } = velden(fout)
  if (smtp === undefined || code === 'ETLS') return zonderAntwoord(code, fout, opdracht)
  const uitgebreid = /^\d{3}[ -]([45]\.\d{1,3}\.\d{1,3})\b/.exec(antwoord)?.[1]
  if (smtp >= 400 && smtp < 500) {
    const wachtMs = wachttijden[uitgebreid ?? ''] ?? wachttijden[String(smtp)]
    const uitslag = {
      soort: 'tijdelijk',
      reden: smtp === 421 ? 'server-vol' : smtpReden(smtp, uitgebreid),
      ...(wachtMs !== undefined && { nietVoor: new Date(nu.getTime() + wachtMs) }),
    } as const
    return { uitslag, isZiek: smtp === 421 }
  }
  if (/^(AUTH|EHLO|HELO|CONN|STARTTLS)/.test(opdracht) || code === 'EAUTH' || smtp === 530)
    return { uitslag: { soort: 'tijdelijk', reden: 'aanmelden-geweigerd' }, isZiek: true }
  if (opdracht === 'MAIL FROM' && uitgebreid !== '5.3.4' && smtp !== 552)
    return { uitslag: { soort: 'tijdelijk', reden: 'afzender-geweigerd' }, isZiek: true }
  if (smtp >= 500 && smtp <= 504 && uitgebreid === undefined)
    return { uitslag: { soort: 'tijdelijk', reden: 'server-begrijpt-ons-niet' }, isZiek: true }
  if (smtp < 500) return { uitslag: { soort: 'tijdelijk', reden: 'onverwacht-antwoord' }, isZiek: true }
  return { uitslag: { soort: 'blijvend', reden: smtpReden(smtp, uitgebreid) }, isZiek: false }
}

/** By RFC 3463; the first that fits. Also for what a notification of delivery says. */
const redenen: readonly (readonly [RegExp, string])[] = [
  [/^[45]\.1\.(0|1|3|6)$/, 'adres-bestaat-niet'],
  [/^[45]\.1\.(2|10)$|^[45]\.4\.[45]$/, 'domein-neemt-niets-aan'],
  [/^[45]\.2\.1$/, 'postbus-dicht'],
  [/^[45]\.2\.2$/, 'postbus-vol'],
  [/^[45]\.(2\.3|3\.4)$/, 'te-groot'],
  [/^[45]\.4\.7$/, 'te-lang-niet-gelukt'],
  [/^[45]\.6\./, 'inhoud-geweigerd'],
  [/^[45]\.7\./, 'geweigerd'],
]

/** @param uitgebreid The enhanced code, `5.1.1`. */
export function smtpReden(smtp: number | undefined, uitgebreid: string | undefined): string {
  const gevonden = redenen.find(([vorm]) => vorm.test(uitgebreid ?? ''))
  if (gevonden !== undefined) return gevonden[1]
  return zonderUitgebreid[smtp ?? 0] ?? (smtp === undefined ? 'onbekend' : 'geweigerd')
}

/** What RFC 5321 §4.2.3 says of these. */
const zonderUitgebreid: Readonly<Record<number, string>> = {
  450: 'nu-niet',
  451: 'nu-niet',
  452: 'postbus-vol',
  550: 'adres-bestaat-niet',
  551: 'adres-bestaat-niet',
  552: 'postbus-vol',
  553: 'adres-bestaat-niet',
}

function zonderAntwoord(code: string, fout: unknown, opdracht: string): Smtpuitslag {
  // Found wrong before anything was sent.
  if (code === 'EENVELOPE') return { uitslag: { soort: 'blijvend', reden: 'adres-ongeldig' }, isZiek: false }
  if (code === 'EMESSAGE' && opdracht === 'MAIL FROM')
    return { uitslag: { soort: 'blijvend', reden: 'te-groot' }, isZiek: false }
  const reden = isZonderTls(code, fout)
    ? 'geen-tls'
    : isNooitBegonnen(code, fout)
      ? 'onbereikbaar'
      : 'antwoord-bleef-uit'
  const hoever = reden === 'antwoord-bleef-uit' ? 'ongewis' : 'niet-begonnen'
  return { uitslag: { soort: 'tijdelijk', reden, hoever }, isZiek: true }
}

/** No offer of it, or no proof of who is there. */
function isZonderTls(code: string, fout: unknown): boolean {
  return code === 'ETLS' || /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL/.test(oorspronkelijk(fout).code)
}

/** Then certainly nothing was sent; of the rest nobody knows. */
function isNooitBegonnen(code: string, fout: unknown): boolean {
  if (['EDNS', 'EAUTH', 'ENOAUTH', 'EPROTOCOL'].includes(code)) return true
  const { code: eerst, wachten } = oorspronkelijk(fout)
  return (
    /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/.test(eerst) ||
    /^(CONNECT|GREETING|UPGRADE)_TIMEOUT$/.test(wachten)
  )
}

/** What the system called it, and which wait ended. */
function oorspronkelijk(fout: unknown): { readonly code: string; readonly wachten: string } {
  const { originalCode: code = '', timeoutType: wachten = '' } = (fout ?? {}) as {
    originalCode?: string
    timeoutType?: string
  }
  return { code, wachten }
}

function velden(fout: unknown) {
  // What nodemailer throws has these; of anything else they are absent.
  const { response, responseCode, command } = (fout ?? {}) as {
    response?: unknown
    responseCode?: unknown
    command?: unknown
  }
  return {
    code: codeVan(fout) ?? '',
    smtp: typeof responseCode === 'number' && responseCode > 0 ? responseCode : undefined,
    antwoord: typeof response === 'string' ? response : '',
    opdracht: typeof command === 'string' ? command : '',
  }
}

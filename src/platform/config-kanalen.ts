import { z } from 'zod'

/** How messages leave this installation. A way that is not named is not connected. */
export interface Kanaalinstelling {
  readonly smtp: Smtpinstelling | undefined
  readonly notify: Notifyinstelling | undefined
}

export interface Smtpinstelling {
  readonly url: URL
  readonly afzender: { readonly adres: string; readonly naam: string }
  /** The domain of the sender, or one below it: else a receiving server sees a stranger (DMARC). */
  readonly retourdomein: string
  /** Only a mail server on this same computer may be spoken to in the open. */
  readonly magZonderTls: boolean
}

export interface Notifyinstelling {
  readonly url: URL
  readonly sleutel: string
  /** Ids of templates there; without one that way is not used. */
  readonly sms: string | undefined
  readonly email: string | undefined
  readonly brief: boolean
}

type Lees = (naam: string) => string | undefined
type Meld = (naam: string, melding: string) => undefined

const isId = (waarde: string) => z.guid().safeParse(waarde).success

export function leesKanalen(lees: Lees, meld: Meld): Kanaalinstelling {
  return { smtp: leesSmtp(lees, meld), notify: leesNotify(lees, meld) }
}

/** The value of an address is not repeated in a fault: a password stands in it. */
function leesSmtp(lees: Lees, meld: Meld): Smtpinstelling | undefined {
  const namen = [
    'VOORDEUR_SMTP_URL',
    'VOORDEUR_SMTP_AFZENDER',
    'VOORDEUR_SMTP_NAAM',
    'VOORDEUR_SMTP_RETOURDOMEIN',
  ] as const
  const [tekst, adres, naam, retour] = namen.map(lees)
  if ([tekst, adres, naam, retour].every((waarde) => waarde === undefined)) return undefined
  const url = tekst !== undefined && URL.canParse(tekst) ? new URL(tekst) : undefined
  if (url === undefined || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || !isLeesbaar(url))
    meld(
      'VOORDEUR_SMTP_URL',
      'moet zo zijn: smtps://gebruiker:wachtwoord@mail.gemeente.example of smtp://…:587',
    )
  const domein = /^[^\s@<>"]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i.exec(adres ?? '')?.[1]?.toLowerCase()
  if (domein === undefined)
    meld('VOORDEUR_SMTP_AFZENDER', 'moet een e-mailadres zijn, zoals berichten@gemeente.example')
  const retourdomein = (retour ?? domein ?? '').toLowerCase()
  if (domein !== undefined && !(retourdomein === domein || retourdomein.endsWith(`.${domein}`)))
    meld('VOORDEUR_SMTP_RETOURDOMEIN', `moet ${domein} zijn of daaronder liggen, zoals retour.${domein}`)
  if (url === undefined || adres === undefined) return undefined
  const magZonderTls = url.protocol === 'smtp:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return { url, afzender: { adres, naam: naam ?? 'Voordeur' }, retourdomein, magZonderTls }
}

function leesNotify(lees: Lees, meld: Meld): Notifyinstelling | undefined {
  const namen = [
    'VOORDEUR_NOTIFY_URL',
    'VOORDEUR_NOTIFY_SLEUTEL',
    'VOORDEUR_NOTIFY_SMS',
    'VOORDEUR_NOTIFY_EMAIL',
    'VOORDEUR_NOTIFY_BRIEF',
  ] as const
  const [tekst, sleutel, sms, email, brief] = namen.map(lees)
  if ([tekst, sleutel, sms, email, brief].every((waarde) => waarde === undefined)) return undefined
  const url = tekst !== undefined && URL.canParse(tekst) ? new URL(tekst) : undefined
  const isHier = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  // Names and texts go over it: without https only on this computer.
  if (url === undefined || !(url.protocol === 'https:' || (url.protocol === 'http:' && isHier)))
    meld(
      'VOORDEUR_NOTIFY_URL',
      'moet een adres zijn dat begint met https:// (http:// mag alleen op deze computer)',
    )
  if (sleutel === undefined || !(isId(sleutel.slice(-36)) && isId(sleutel.slice(-73, -37))))
    meld('VOORDEUR_NOTIFY_SLEUTEL', 'moet de hele sleutel zijn die de dienst geeft: naam-dienst-geheim')
  for (const [naam, waarde] of [
    ['VOORDEUR_NOTIFY_SMS', sms],
    ['VOORDEUR_NOTIFY_EMAIL', email],
  ] as const)
    if (waarde !== undefined && !isId(waarde)) meld(naam, 'moet het id van een sjabloon zijn')
  const isBrief = { true: true, ja: true, false: false, nee: false }[(brief ?? 'false').toLowerCase()]
  if (isBrief === undefined) meld('VOORDEUR_NOTIFY_BRIEF', 'moet true of false zijn')
  if (url === undefined || sleutel === undefined) return undefined
  return { url, sleutel, sms, email, brief: isBrief ?? false }
}

/** Name and password stand in it with percent signs. */
function isLeesbaar({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password)
    return true
  } catch {
    return false
  }
}

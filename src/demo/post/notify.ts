import { randomUUID } from 'node:crypto'
import { systeemwekker, type Wekker } from '../../platform/bron/index.ts'
import { isGetekend, ontleedToken } from '../../zgw/index.ts'
import { type Antwoord, alsObject, type Dienst, startDienst, type Verzoek } from '../dienst/dienst.ts'
import { Storingsbord } from '../dienst/storingsbord.ts'
import { postpagina, stijl } from './pagina.ts'
import type { Postbord, Poststuk } from './postbord.ts'

export interface NotifyOpties {
  readonly bord: Postbord
  readonly nu: () => Date
  readonly wekker?: Wekker | undefined
  readonly adres?: string | undefined
  readonly poort?: number | undefined
  readonly dienst: string
  readonly geheim: string
  readonly sjablonen: readonly string[]
  readonly beheersleutel: string
  /** Tells the sender what became of it, as the callbacks of Notify do. */
  readonly meld: (lichaam: object) => Promise<void>
}

export interface Notifydienst {
  readonly url: URL
  readonly beheerUrl: URL
  readonly sluit: () => Promise<void>
}

interface Notificatie {
  readonly id: string
  readonly reference: string
  readonly type: 'sms' | 'email' | 'letter'
  readonly aan: string
  readonly gemaakt: Date
  readonly stuk: Poststuk
  status: string
  klaar: Date | undefined
}

/** Letters come as base64. */
const maxBytes = 8 * 1024 * 1024
/** So far a clock may be off before a token is refused. */
const speelruimteMs = 30_000
const bezorgMs = 500
const wegVan = { sms: 'sms', email: 'email', letter: 'brief' } as const

/** A service that speaks the API of Notify; on the front page stands what it and the mail server were given. */
export async function startNotify(opties: NotifyOpties): Promise<Notifydienst> {
  const bij: Bij = { opties, notificaties: [], wekkers: new Set() }
  const dienst: Dienst = await startDienst(
    {
      naam: 'notify',
      basisPad: '',
      adres: opties.adres,
      poort: opties.poort,
      sleutel: undefined,
      beheersleutel: opties.beheersleutel,
      bord: new Storingsbord(() => undefined),
      wekker: opties.wekker,
      maxBytes,
      ongeautoriseerd: () => fout(403, 'AuthError', 'Unauthorized'),
    },
    (verzoek) => handel(bij, verzoek),
  )
  return {
    url: dienst.url,
    beheerUrl: dienst.beheerUrl,
    sluit: () => {
      for (const stop of bij.wekkers) stop()
      return dienst.sluit()
    },
  }
}

interface Bij {
  readonly opties: NotifyOpties
  notificaties: readonly Notificatie[]
  readonly wekkers: Set<() => void>
}

function handel(bij: Bij, verzoek: Verzoek): Antwoord {
  const { methode, pad } = verzoek
  if (methode === 'GET' && !pad.startsWith('/v2/')) return pagina(bij, pad)
  const geweigerd = bezwaar(bij.opties, verzoek.koppen.authorization)
  if (geweigerd !== undefined) return fout(403, 'AuthError', geweigerd)
  const soort = /^\/v2\/notifications\/(sms|email|letter)$/.exec(pad)?.[1]
  if (methode === 'POST' && (soort === 'sms' || soort === 'email' || soort === 'letter'))
    return neemAan(bij, soort, alsObject(verzoek.json))
  if (methode === 'GET' && pad === '/v2/notifications') return zoek(bij, new URLSearchParams(verzoek.vraag))
  const gevonden = bij.notificaties.find(({ id }) => pad === `/v2/notifications/${id}`)
  return gevonden === undefined
    ? fout(404, 'NoResultFound', 'No result found')
    : { status: 200, inhoud: alsJson(gevonden) }
}

/** The token is short-lived: made at each call, in the name of the service. */
function bezwaar({ nu, dienst, geheim }: NotifyOpties, kop: string | undefined): string | undefined {
  const delen = ontleedToken(/^Bearer (.+)$/.exec(kop ?? '')?.[1] ?? '')
  if (delen === undefined || !isGetekend(delen, geheim))
    return 'Invalid token: signature, api token not found'
  const { iss, iat } = alsObject(delen.lading)
  if (iss !== dienst) return 'Invalid token: service not found'
  const isVers = typeof iat === 'number' && Math.abs(nu().getTime() - iat * 1_000) <= speelruimteMs
  return isVers ? undefined : 'Error: Your system clock must be accurate to within 30 seconds'
}

function neemAan(bij: Bij, type: Notificatie['type'], vraag: Readonly<Record<string, unknown>>): Antwoord {
  const { bord, nu, sjablonen } = bij.opties
  const { phone_number: nummer, email_address: email, template_id: sjabloon, content, reference } = vraag
  if (typeof reference !== 'string' || reference === '') return mis('reference is a required property')
  if (type === 'sms' && !/^\+\d{8,15}$/.test(String(nummer)))
    return mis('phone_number Not a valid phone number')
  if (type === 'email' && !/^\S+@\S+\.\S+$/.test(String(email)))
    return mis('email_address Not a valid email address')
  const pdf = typeof content === 'string' ? Buffer.from(content, 'base64') : undefined
  if (type === 'letter' && pdf?.subarray(0, 5).toString() !== '%PDF-')
    return fout(400, 'BadRequestError', 'Letter content is not a valid PDF')
  if (type !== 'letter' && !sjablonen.includes(String(sjabloon)))
    return fout(400, 'BadRequestError', 'Template not found')
  const { tekst = '', onderwerp = '' } = alsObject(vraag.personalisation)
  const aan = type === 'letter' ? 'op het adres in de brief' : String(nummer ?? email)
  const stuk = bord.neem({
    op: nu(),
    weg: wegVan[type],
    aan,
    onderwerp: String(onderwerp),
    tekst: type === 'letter' ? 'Wat in de brief staat, leest u in de pdf.' : String(tekst),
    ...(pdf && { ruw: pdf }),
    stand: 'aangenomen',
  })
  const nieuw: Notificatie = {
    id: randomUUID(),
    reference,
    type,
    aan,
    gemaakt: nu(),
    stuk,
    status: type === 'letter' ? 'accepted' : 'created',
    klaar: undefined,
  }
  bij.notificaties = [nieuw, ...bij.notificaties].slice(0, 1_000)
  gaVerder(bij, nieuw)
  const { id } = nieuw
  return { status: 201, inhoud: { id, reference, ...(type === 'letter' && { postage: 'second' }) } }
}

/** Later it arrives, or does not: the last digit of a number says which. */
function gaVerder(bij: Bij, notificatie: Notificatie): void {
  const { wekker = systeemwekker, nu, meld } = bij.opties
  const stop = wekker(bezorgMs, () => {
    bij.wekkers.delete(stop)
    notificatie.status = uitkomst(notificatie)
    notificatie.klaar = nu()
    notificatie.stuk.stand = notificatie.status
    const { id, reference, type, aan, status, gemaakt, klaar } = notificatie
    meld({
      id,
      reference,
      to: aan,
      status,
      created_at: gemaakt.toISOString(),
      completed_at: klaar.toISOString(),
      sent_at: gemaakt.toISOString(),
      notification_type: type,
    }).catch(() => {
      notificatie.stuk.stand = `${status}; dat kon niet worden gemeld`
    })
  })
  bij.wekkers.add(stop)
}

function uitkomst({ type, aan }: Notificatie): string {
  if (type === 'letter') return 'received'
  const mislukt: Readonly<Record<string, string>> = {
    2: 'permanent-failure',
    3: 'temporary-failure',
    4: 'technical-failure',
  }
  if (type === 'email') return aan.startsWith('terug') ? 'permanent-failure' : 'delivered'
  return mislukt[aan.slice(-1)] ?? 'delivered'
}

function zoek({ notificaties }: Bij, vraag: URLSearchParams): Antwoord {
  const [soort, kenmerk] = [vraag.get('template_type'), vraag.get('reference')]
  const gevonden = notificaties.filter(
    ({ type, reference }) => (soort ?? type) === type && (kenmerk ?? reference) === reference,
  )
  return { status: 200, inhoud: { notifications: gevonden.slice(0, 250).map(alsJson), links: {} } }
}

function alsJson({ id, reference, type, status, gemaakt, klaar }: Notificatie) {
  return {
    id,
    reference,
    type,
    status,
    created_at: gemaakt.toISOString(),
    sent_at: gemaakt.toISOString(),
    completed_at: klaar?.toISOString() ?? null,
  }
}

function pagina({ opties: { bord } }: Bij, pad: string): Antwoord {
  const toon = (soort: string, lichaam: string | Uint8Array): Antwoord => ({
    status: 200,
    inhoud: undefined,
    lichaam,
    koppen: {
      'content-type': soort,
      'content-security-policy': "default-src 'none'; style-src 'self'",
      'x-content-type-options': 'nosniff',
    },
  })
  if (pad === '/stijl.css') return toon('text/css', stijl)
  const stuk = bord.vind(Number(/^\/stuk\/(\d{1,9})$/.exec(pad)?.[1]))
  if (stuk?.ruw !== undefined)
    return toon(stuk.weg === 'brief' ? 'application/pdf' : 'text/plain; charset=utf-8', stuk.ruw)
  return pad === '/'
    ? toon('text/html; charset=utf-8', postpagina(bord.lijst()))
    : fout(404, 'NotFound', 'No')
}

function mis(bericht: string): Antwoord {
  return fout(400, 'ValidationError', bericht)
}

function fout(status: number, error: string, message: string): Antwoord {
  return {
    status,
    inhoud: { status_code: status, errors: [{ error, message }] },
    koppen: { 'content-type': 'application/json' },
  }
}

import { z } from 'zod'
import { parseUuid } from '../../domain/index.ts'
import { type Bron, type BronFout, bronControle } from '../../platform/bron/index.ts'
import type { Controle } from '../../platform/http/index.ts'
import type { Klok, Log } from '../../platform/index.ts'
import { tekenToken } from '../../zgw/index.ts'
import {
  bezwarenTegen,
  type MagLink,
  type Terugbericht,
  type Verzendstuk,
  type Verzenduitslag,
  type Verzendweg,
} from '../index.ts'
import { duidNotificatie, type Notificatie, notificatieVorm } from './statussen.ts'

/** The key as the service hands it out, taken apart: `name-<id of the service>-<secret>`. */
export interface Notifysleutel {
  readonly dienst: string
  readonly geheim: string
}

const isId = (waarde: string) => parseUuid(waarde) !== undefined

/** As the service gives it: a name of any form, then the service and the secret, both a uuid. */
export function leesNotifysleutel(sleutel: string): Notifysleutel | undefined {
  const [dienst, geheim] = [sleutel.slice(-73, -37), sleutel.slice(-36)]
  return isId(dienst) && isId(geheim) ? { dienst, geheim } : undefined
}

/** For `platform/bron`: a token for each call, since the service takes none of more than half a minute old. */
export function metNotifytoken({ dienst, geheim }: Notifysleutel, { nu }: Klok) {
  return async () => {
    const token = tekenToken({ iss: dienst, iat: Math.floor(nu().getTime() / 1000) }, geheim)
    return { authorization: `Bearer ${token}` }
  }
}

export interface Notifyonderdelen {
  readonly bron: Bron
  readonly klok: Klok
  readonly log: Log
  readonly magLink: MagLink
  /** The longest that one question takes; an item takes two of them, and a letter is set before. */
  readonly vraagMs?: number
  /** A template there with `((tekst))` as its whole body; absent: not this way. */
  readonly sms?: { readonly sjabloon: string }
  /** With `((onderwerp))` as its subject and `((tekst))` as its body. */
  readonly email?: { readonly sjabloon: string }
  /** Sets a letter as a PDF with the address on it. */
  readonly brief?: { readonly zet: (stuk: Verzendstuk) => Promise<Zetsel> }
}

export interface Notify {
  readonly wegen: readonly Verzendweg[]
  /** What became of an item, for one of which no word came. `undefined`: nobody knows yet, or not any more. */
  readonly volg: (kanaal: Verzendweg['kanaal'], zending: string) => Promise<Terugbericht | undefined>
  readonly controle: Controle
  readonly sluit: () => void
}

const gewoneVraagMs = 15_000
const geenZetter = 'geen-zetter'

/** What became of setting a letter: `kanalen/brief` says so. */
export type Zetsel =
  | { readonly soort: 'gezet'; readonly pdf: Uint8Array }
  | { readonly soort: 'geweigerd'; readonly reden: string }
  | { readonly soort: typeof geenZetter }

const soorten = { sms: 'sms', email: 'email', brief: 'letter' } as const
type Kanaal = keyof typeof soorten

/**
 * SMS, letters and (without a mail server) e-mail through a service that speaks the API of Notify. The id of the item
 * goes along as `reference`. Before each try but the first we ask whether that one is known: so whatever became of the
 * earlier answer, one item has one effect. The service remembers a reference for as long as it keeps messages (seven
 * days by default), which is longer than anything is tried here.
 */
export function createNotify(delen: Notifyonderdelen): Notify {
  const { bron, klok, vraagMs = gewoneVraagMs } = delen
  const langsteMs = 3 * vraagMs
  const kanalen = (['sms', 'email', 'brief'] as const).filter((kanaal) => delen[kanaal] !== undefined)
  return {
    wegen: kanalen.map((kanaal) => ({ kanaal, langsteMs, verzend: (stuk) => verzend(delen, kanaal, stuk) })),
    volg: async (kanaal, zending) => {
      if (kanaal === 'telefoon') return undefined
      const gevonden = await zoek(bron, kanaal, zending)
      // Of a service that is down nothing is known, which is another thing than that it knows nothing.
      if (gevonden.status === 'fout') throw new Error(`de dienst antwoordt niet: ${gevonden.fout.soort}`)
      if (gevonden.laatste === undefined) return undefined
      const uitkomst = duidNotificatie(gevonden.laatste, klok.nu())
      return uitkomst.soort === 'terugbericht' ? uitkomst.terugbericht : undefined
    },
    controle: bronControle(bron),
    sluit: bron.sluit,
  }
}

async function verzend(delen: Notifyonderdelen, kanaal: Kanaal, stuk: Verzendstuk): Promise<Verzenduitslag> {
  const vraag = await maakVraag(delen, kanaal, stuk)
  // What this machine cannot set now it may later, or another can.
  if (vraag === geenZetter) return { soort: 'tijdelijk', reden: vraag }
  if (typeof vraag === 'string') return { soort: 'blijvend', reden: vraag }
  if (stuk.poging > 1) {
    const eerder = await vanEerder(delen, kanaal, stuk.zending)
    if (eerder !== undefined) return eerder
  }
  return stuur(delen, kanaal, { ...vraag, reference: stuk.zending })
}

/** What the service is asked, or why there is nothing to ask. */
async function maakVraag(
  { sms, email, brief, log, magLink }: Notifyonderdelen,
  kanaal: Kanaal,
  stuk: Verzendstuk,
): Promise<Readonly<Record<string, unknown>> | string> {
  const { adres, inhoud, vorm, zending } = stuk
  if (kanaal === 'brief') {
    if (adres.soort !== 'post' || inhoud.soort !== 'brief' || brief === undefined)
      return 'past-niet-bij-deze-weg'
    // People make those; the service prints and nothing else.
    if (vorm === 'braille' || vorm === 'audio') return 'vorm-kan-hier-niet'
    const zetsel = await brief
      .zet(stuk)
      .catch((fout: unknown) => log.fout('een brief is niet gezet', { zending, fout }))
    if (zetsel === undefined) return 'niet-gezet'
    if (zetsel.soort === 'geen-zetter') return geenZetter
    if (zetsel.soort === 'geweigerd') return zetsel.reden
    const { pdf } = zetsel
    return { content: Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('base64') }
  }
  if (inhoud.soort !== 'tekst') return 'past-niet-bij-deze-weg'
  const { onderwerp, tekst } = inhoud
  const bezwaren = bezwarenTegen([onderwerp, tekst], magLink)
  if (bezwaren.length > 0) {
    log.fout('een bericht zegt te veel', { zending, kanaal, bezwaren })
    return 'zegt-te-veel'
  }
  if (kanaal === 'sms' && adres.soort === 'telefoon')
    return { phone_number: adres.nummer, template_id: sms?.sjabloon, personalisation: { tekst } }
  if (kanaal === 'email' && adres.soort === 'email')
    return {
      email_address: adres.waarde,
      template_id: email?.sjabloon,
      personalisation: { onderwerp, tekst },
    }
  return 'past-niet-bij-deze-weg'
}

/** What an earlier try of ours came to; `undefined`: the service never heard of it, or gave up, and may try again. */
async function vanEerder(
  { bron, klok }: Notifyonderdelen,
  kanaal: Kanaal,
  zending: string,
): Promise<Verzenduitslag | undefined> {
  const gevonden = await zoek(bron, kanaal, zending)
  if (gevonden.status === 'fout') return tijdelijk(gevonden.fout, klok.nu())
  if (gevonden.laatste === undefined) return undefined
  const uitkomst = duidNotificatie(gevonden.laatste, klok.nu())
  const mislukt = uitkomst.soort === 'terugbericht' && uitkomst.terugbericht.uitkomst !== 'bezorgd'
  if (!mislukt) return { soort: 'verzonden', kenmerk: gevonden.laatste.id }
  const { reden = 'onbekend' } = uitkomst.terugbericht
  // Only a fault between the service and the network is worth the same message again.
  return reden === 'storing-bij-verzender' ? undefined : { soort: 'blijvend', reden }
}

const lijstVorm = z.object({ notifications: z.array(notificatieVorm).max(250) })

async function zoek(
  bron: Bron,
  kanaal: Kanaal,
  zending: string,
): Promise<
  | { readonly status: 'ok'; readonly laatste: Notificatie | undefined }
  | { readonly status: 'fout'; readonly fout: BronFout }
> {
  const vraag = new URLSearchParams({ reference: zending, template_type: soorten[kanaal] })
  const uitkomst = await bron.vraag({
    handeling: 'kent u dit',
    methode: 'GET',
    pad: `v2/notifications?${vraag}`,
    isHerhaalbaar: true,
    vorm: lijstVorm,
    pastBij: ({ notifications }) => notifications.every(({ reference }) => reference === zending),
  })
  if (uitkomst.status === 'fout') return { status: 'fout', fout: uitkomst }
  // The latest first, as the service gives them.
  return { status: 'ok', laatste: uitkomst.status === 'ok' ? uitkomst.inhoud.notifications[0] : undefined }
}

const aangenomen = z.object({ id: z.string().min(1).max(100), reference: z.string().nullish() })
const geweigerd = z.object({
  status_code: z.int(),
  errors: z.array(z.object({ error: z.string(), message: z.string() })).min(1),
})

async function stuur(
  { bron, klok, log }: Notifyonderdelen,
  kanaal: Kanaal,
  vraag: Readonly<Record<string, unknown>> & { readonly reference: string },
): Promise<Verzenduitslag> {
  const uitkomst = await bron.vraag({
    handeling: `${kanaal} versturen`,
    methode: 'POST',
    pad: `v2/notifications/${soorten[kanaal]}`,
    json: vraag,
    // Once more is for the outbox, which asks first what became of it.
    isHerhaalbaar: false,
    ookAntwoord: [400],
    vorm: z.union([aangenomen, geweigerd]),
    pastBij: (inhoud) => !('id' in inhoud) || (inhoud.reference ?? vraag.reference) === vraag.reference,
  })
  if (uitkomst.status === 'fout') return tijdelijk(uitkomst, klok.nu())
  if (uitkomst.status === 'niet-gevonden') return { soort: 'tijdelijk', reden: 'instelling-klopt-niet' }
  if ('id' in uitkomst.inhoud) return { soort: 'verzonden', kenmerk: uitkomst.inhoud.id }
  const uitslag = duidWeigering(uitkomst.inhoud.errors.map(({ message }) => message))
  const fouten = uitkomst.inhoud.errors.map(({ error }) => error.slice(0, 40))
  // Not the sentence itself: it may repeat the number.
  log.waarschuwing('bericht geweigerd', { kanaal, zending: vraag.reference, ...uitslag, fouten })
  return uitslag
}

/** What is wrong with this one message or address; the first that fits. */
const weigeringen: readonly (readonly [RegExp, string])[] = [
  [/^(phone_number|email_address)\b|not a valid (phone number|email address)/i, 'adres-ongeldig'],
  [/international (mobile|numbers?|phone)|premium|landline/i, 'adres-kan-niet'],
  [/valid PDF|virus|letter content|page size/i, 'inhoud-geweigerd'],
  [/character count|too long|cannot be longer/i, 'te-lang'],
]

/** Of what is left (a template that is not there, a service on trial) nobody but the operator can mend anything. */
function duidWeigering(zinnen: readonly string[]): Verzenduitslag {
  for (const [vorm, reden] of weigeringen)
    if (zinnen.some((zin) => vorm.test(zin))) return { soort: 'blijvend', reden }
  return { soort: 'tijdelijk', reden: 'instelling-klopt-niet' }
}

const minuutMs = 60_000

function tijdelijk({ soort, http }: BronFout, nu: Date): Verzenduitslag {
  if (soort === 'onderbroken' || soort === 'vol')
    return { soort: 'tijdelijk', reden: soort, hoever: 'niet-begonnen' }
  if (http === 429)
    return { soort: 'tijdelijk', reden: 'te-veel', nietVoor: new Date(nu.getTime() + minuutMs) }
  if (soort === 'geweigerd') return { soort: 'tijdelijk', reden: 'aanmelden-geweigerd' }
  return { soort: 'tijdelijk', reden: soort }
}

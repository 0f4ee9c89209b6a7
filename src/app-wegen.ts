import { randomBytes } from 'node:crypto'
import type { Bezorgdeur, Bezorgweg } from './api/index.ts'
import { type Briefdeel, openBrieven } from './app-brieven.ts'
import { deursleutel, naamBijDeursleutel, type Sleutelring } from './audit/index.ts'
import type { Demo } from './demo/index.ts'
import { leesBezorgbericht } from './kanalen/email/bezorgbericht.ts'
import { createEmailweg } from './kanalen/email/email.ts'
import type { Retoursleutels } from './kanalen/email/retouradres.ts'
import {
  createBelweg,
  type HeeftBalie,
  type MagLink,
  type Navraag,
  type Terugbericht,
  type Verzendweg,
} from './kanalen/index.ts'
import { createNotify, leesNotifysleutel, metNotifytoken, type Notify } from './kanalen/notify/notify.ts'
import { leesTerugmelding } from './kanalen/notify/terugmelding.ts'
import { createBron } from './platform/bron/index.ts'
import type { Controle } from './platform/http/index.ts'
import type { Config, Kanaalinstelling, Klok, Levensloop, Log } from './platform/index.ts'

/** The part of the composition root that is about ways out of this house, and what comes back over them. */
interface Omgeving {
  readonly config: Pick<Config, 'brieven' | 'kanalen' | 'url' | 'poort'>
  readonly klok: Klok
  readonly log: Log
}

export interface Verzendwegen {
  /** What is connected. E-mail goes over the mail server when there is one. */
  readonly wegen: readonly Verzendweg[]
  /** Asks a service itself what became of an item, and of which ways it knows; `undefined`: none is connected. */
  readonly navraag: Pick<Navraag, 'volg' | 'kanalen'> | undefined
  readonly controles: readonly (readonly [string, Controle])[]
  readonly deur: Bezorgdeur
  /** Where those who deliver tell us what became of it, and what they show there. */
  readonly meldadressen: (
    hier: URL,
  ) => Readonly<Record<Bezorgweg, { readonly naar: string; readonly auth: string }>>
}

export interface Wegendelen {
  readonly ring: Sleutelring
  readonly demo: Demo | undefined
  /** What became of an item; kept when this is done. */
  readonly neemTerug: (terug: Terugbericht) => Promise<unknown>
  /** Besides our own address; absent: nowhere else. */
  readonly magLink?: MagLink
  /** Whether people of that body log in here, and so can call. */
  readonly heeftBalie: HeeftBalie
}

export function openVerzendwegen(
  omgeving: Omgeving,
  delen: Wegendelen,
  levensloop: Levensloop,
): Verzendwegen {
  const { config } = omgeving
  const { smtp, notify } = metDemo(config.kanalen, delen.demo)
  const eigen = config.url?.host ?? `localhost:${config.poort}`
  const magLink: MagLink = (link) => link.host === eigen || delen.magLink?.(link) === true
  const sleutels = retoursleutels(delen.ring)
  const email = smtp && createEmailweg(smtp, { ...omgeving, ...sleutels, magLink })
  if (email !== undefined) levensloop.bijSluiten('email', async () => email.sluit())
  const papier = openBrieven(omgeving, delen.neemTerug, levensloop)
  const { drukkerij, zetBrief } = papier
  const dienst = notify && openNotify(omgeving, { notify, magLink, heeftMail: email !== undefined, zetBrief })
  if (dienst !== undefined) levensloop.bijSluiten('notify', async () => dienst.sluit())
  // Who named a directory prints there, also when a service could print.
  const vanDienst = (dienst?.wegen ?? []).filter(({ kanaal }) => kanaal !== 'brief' || !drukkerij)
  const wegen = [
    ...(email ? [email] : []),
    ...vanDienst,
    ...(drukkerij ? [drukkerij.weg] : []),
    createBelweg(delen.heeftBalie),
  ]
  const tellers = { verwerkt: 0, zonderGevolg: 0, onbekend: 0 }
  return {
    wegen,
    navraag: dienst && { volg: dienst.volg, kanalen: vanDienst.map(({ kanaal }) => kanaal) },
    controles: [
      ...(['email', 'sms', 'brief'] as const).map((kanaal) => {
        const isDienst = vanDienst.some((weg) => weg.kanaal === kanaal)
        const controle =
          kanaal === 'email' && email
            ? email.controle
            : isDienst && dienst
              ? dienst.controle
              : nietAangesloten
        return [kanaal, controle] as const
      }),
      ...papier.controles,
      ['bezorgberichten', () => ({ stand: 'goed', ...tellers })],
    ],
    deur: maakDeur(omgeving, { ...delen, ...sleutels }, tellers),
    meldadressen: (hier) => ({
      email: meldadres(delen.ring, hier, 'email'),
      notify: meldadres(delen.ring, hier, 'notify'),
    }),
  }
}

/** For whoever did not set it up: not broken, and not silent either. */
const nietAangesloten: Controle = () => ({ stand: 'goed', aangesloten: false })

/** The key in use first; what was sent with an older one still comes home. */
export function retoursleutels(ring: Sleutelring): Retoursleutels {
  return {
    sleutels: () => {
      const eerste = ring.actief()
      return [eerste, ...ring.kids().filter((kid) => kid !== eerste)].map((kid) =>
        ring.leid(kid, 'retouradres'),
      )
    },
  }
}

/** What an operator did not set up goes to the made-up post of the demo. */
function metDemo({ smtp, notify }: Kanaalinstelling, demo: Demo | undefined): Kanaalinstelling {
  if (demo === undefined) return { smtp, notify }
  const { post } = demo
  return {
    smtp: smtp ?? {
      url: post.smtp.url,
      afzender: { adres: 'berichten@voordeur.example', naam: 'Voordeur' },
      retourdomein: 'retour.voordeur.example',
      magZonderTls: true,
    },
    notify: notify ?? {
      url: post.notify.url,
      sleutel: post.notify.sleutel,
      sms: post.notify.sjablonen.sms,
      email: post.notify.sjablonen.email,
      brief: true,
    },
  }
}

/** Named limits: a letter is some hundreds of kilobytes, and the service reads it before it answers. */
const notifygrenzen = { totaalMs: 15_000, pogingen: 1, tegelijk: 20, wachtend: 500 } as const

function openNotify(
  { klok, log }: Omgeving,
  delen: {
    readonly zetBrief: Briefdeel['zetBrief']
    readonly notify: NonNullable<Kanaalinstelling['notify']>
    readonly magLink: MagLink
    readonly heeftMail: boolean
  },
): Notify | undefined {
  const { notify, magLink, heeftMail, zetBrief } = delen
  const sleutel = leesNotifysleutel(notify.sleutel)
  // The settings were checked; this is for the compiler.
  if (sleutel === undefined) return undefined
  const bron = createBron(
    {
      naam: 'notify',
      basisUrl: notify.url,
      aanmelden: metNotifytoken(sleutel, klok),
      grenzen: notifygrenzen,
    },
    { klok, log, toeval: randomBytes },
  )
  return createNotify({
    bron,
    klok,
    log,
    magLink,
    vraagMs: notifygrenzen.totaalMs,
    ...(notify.sms !== undefined && { sms: { sjabloon: notify.sms } }),
    ...(notify.email !== undefined && !heeftMail && { email: { sjabloon: notify.email } }),
    ...(notify.brief && { brief: { zet: zetBrief } }),
  })
}

const gebruik = 'bezorgberichten'

function meldadres(ring: Sleutelring, hier: URL, weg: Bezorgweg) {
  return { naar: new URL(`/bezorgberichten/${weg}`, hier).href, auth: deursleutel(ring, gebruik, weg) }
}

function maakDeur(
  { klok, log }: Omgeving,
  { ring, neemTerug, sleutels }: Wegendelen & Retoursleutels,
  tellers: { verwerkt: number; zonderGevolg: number; onbekend: number },
): Bezorgdeur {
  const verwerk = async (
    weg: Bezorgweg,
    uitkomst: { readonly soort: string; readonly terugbericht?: Terugbericht },
  ) => {
    if (uitkomst.terugbericht !== undefined) {
      await neemTerug(uitkomst.terugbericht)
      tellers.verwerkt++
    } else if (uitkomst.soort === 'onbekend' || uitkomst.soort === 'onleesbaar') tellers.onbekend++
    else tellers.zonderGevolg++
    log.info('bezorgbericht', { weg, soort: uitkomst.soort })
  }
  return {
    kent: (weg, kop) => naamBijDeursleutel(ring, gebruik, kop) === weg,
    email: async (ruw) => verwerk('email', await leesBezorgbericht(ruw, { nu: klok.nu, sleutels })),
    notify: async (lichaam) => {
      const uitkomst = leesTerugmelding(lichaam, klok.nu())
      if (uitkomst.soort === 'ongeldig') return 'ongeldig'
      await verwerk('notify', uitkomst)
      return undefined
    },
  }
}

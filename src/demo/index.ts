import { randomBytes } from 'node:crypto'
import type { Wekker } from '../platform/bron/index.ts'
import type { Bekende } from './bevolking/bekenden.ts'
import { type Bevolking, createBevolking } from './bevolking/bevolking.ts'
import { startBrp } from './brp/brp.ts'
import type { Dienst } from './dienst/dienst.ts'
import { startInkomen } from './inkomen/inkomen.ts'
import { inloggevers, inlogscopes } from './inlog/gevers.ts'
import { type Inlog, startInlog } from './inlog/inlog.ts'
import {
  type Demowerkgever,
  demowerkgevers,
  medewerkergevers,
  medewerkerscopes,
} from './inlog/medewerkers.ts'
import { startToneel, type Toneel } from './levensloop/toneel.ts'
import { Volgers } from './levensloop/volgers.ts'
import { type Post, startPost } from './post/post.ts'
import { type Schuldeisers, startSchuldeisers } from './schuldeisers/schuldeisers.ts'
import { startZaken, type Zaakbron, type Zaakdiensten } from './zaken/zaken.ts'

export type { Bedrijf } from './bevolking/bedrijven.ts'
export type { Bekende } from './bevolking/bekenden.ts'
export { type Bevolking, createBevolking } from './bevolking/bevolking.ts'
export { type Huishouden, type Persoon, type Storing, storingen } from './bevolking/persoon.ts'
export type { Verhaal } from './bevolking/verhalen.ts'
export type { Demomedewerker, Demowerkgever } from './inlog/medewerkers.ts'
export type { Toneel, Voorval } from './levensloop/toneel.ts'
export { demolijnteams } from './lijnteams.ts'
export type { Post } from './post/post.ts'
export {
  type Schuldeiser,
  type Schuldeisers,
  schuldeisers,
  schuldeisersgemeente,
} from './schuldeisers/schuldeisers.ts'
export type { Zaakbron } from './zaken/zaken.ts'

/** How one made-up organisation is reached. */
export interface DemoBron {
  readonly url: URL
  /** Sent as X-API-KEY, or as a bearer token. */
  readonly sleutel: string
  readonly beheerUrl: URL
}

export interface Demo {
  readonly brp: DemoBron
  readonly inkomen: DemoBron
  /** Twenty municipalities and eight others with a case register, each with habits of its own. */
  readonly zaken: readonly Zaakbron[]
  /** One more, which nobody connected yet. */
  readonly oefening: Zaakbron
  /** Lets subscribers of those hear at once what happened; otherwise within a second. */
  readonly tikZaken: Zaakdiensten['tik']
  /** Makes their cases before anybody asks; otherwise the first who does waits for it. */
  readonly wekZaken: Zaakdiensten['wek']
  /** Takes in mail, SMS and letters, delivers nothing, and shows what was sent. */
  readonly post: Post
  /** Companies that tell the municipality of arrears, when somebody lets them. */
  readonly schuldeisers: Schuldeisers
  /** Lets things happen in the lives of these people. */
  readonly toneel: Toneel
  /** For the internal addresses below `beheerUrl`, as X-Beheersleutel. */
  readonly beheersleutel: string
  readonly bevolking: Bevolking
  /** Where these people log in; absent when it was not asked for. */
  readonly inlog: Inlog | undefined
  /** Where the professionals of the made-up organisations log in. */
  readonly inlogMedewerkers: Inlog | undefined
  readonly werkgevers: readonly Demowerkgever[]
  /** People to log in as. */
  readonly bekenden: readonly Bekende[]
  readonly sluit: () => Promise<void>
}

export interface DemoOpties {
  readonly nu: () => Date
  readonly wekker?: Wekker
  /** So long the registers take for each answer. */
  readonly antwoordMs?: number
  readonly adres?: string
  /** Default 0: the system chooses a free one. */
  readonly poorten?: {
    readonly brp?: number
    readonly inkomen?: number
    readonly inlog?: number
    readonly inlogMedewerkers?: number
    /** The first of twenty-nine. */
    readonly zaken?: number
    readonly smtp?: number
    readonly notify?: number
    readonly schuldeisers?: number
    readonly toneel?: number
  }
  /** With a login service, that sends people back only to addresses that pass. */
  readonly magTerug?: (adres: URL, wie: 'inwoner' | 'medewerker') => boolean
  /** The same on every node that shares these services; made up when absent. */
  readonly sleutel?: string
}

/** Starts the registers of the made-up organisations, each on a port of its own. What started is closed when another fails. */
export async function startDemo(opties: DemoOpties): Promise<Demo> {
  const bevolking = createBevolking()
  const sleutel = opties.sleutel ?? randomBytes(24).toString('base64url')
  const beheersleutel = `${sleutel}-beheer`
  const gedeeld = { ...opties, bevolking, sleutel, beheersleutel }
  const open: { readonly sluit: () => Promise<void> }[] = []
  const sluit = async () => {
    for (const dienst of open.reverse()) await dienst.sluit()
  }
  try {
    const volgers = { brp: new Volgers('brp', opties.nu), inkomen: new Volgers('inkomen', opties.nu) }
    const brp = await startBrp({ ...gedeeld, volgers: volgers.brp, poort: opties.poorten?.brp })
    open.push(brp)
    const inkomen = await startInkomen({
      ...gedeeld,
      volgers: volgers.inkomen,
      poort: opties.poorten?.inkomen,
    })
    open.push(inkomen)
    const inlog = await startInlogVoor(opties, bevolking)
    if (inlog !== undefined) open.push(inlog)
    const inlogMedewerkers = await startInlogMedewerkers(opties)
    if (inlogMedewerkers !== undefined) open.push(inlogMedewerkers)
    const zaken = await startZaken({ ...gedeeld, poort: opties.poorten?.zaken })
    open.push(zaken)
    const post = await startPost({ ...opties, beheersleutel })
    open.push(post)
    const schuldeisers = await startSchuldeisers({ ...gedeeld, poort: opties.poorten?.schuldeisers })
    open.push(schuldeisers)
    const toneel = await startToneel({ ...gedeeld, volgers, poort: opties.poorten?.toneel })
    open.push(toneel)
    const bron = ({ url, beheerUrl }: Dienst): DemoBron => ({ url, sleutel, beheerUrl })
    return {
      brp: bron(brp),
      inkomen: bron(inkomen),
      zaken: zaken.bronnen,
      oefening: zaken.oefening,
      tikZaken: zaken.tik,
      wekZaken: zaken.wek,
      post,
      schuldeisers,
      toneel,
      beheersleutel,
      bevolking,
      inlog,
      inlogMedewerkers,
      werkgevers: demowerkgevers,
      bekenden: bevolking.bekenden,
      sluit,
    }
  } catch (fout) {
    await sluit()
    throw fout
  }
}

async function startInlogVoor(
  { poorten, magTerug }: DemoOpties,
  bevolking: Bevolking,
): Promise<Inlog | undefined> {
  if (magTerug === undefined) return undefined
  return startInlog({
    titel: 'Inloggen',
    gevers: inloggevers(bevolking.bekenden, bevolking.bedrijven),
    scopes: inlogscopes,
    niveaus: demoNiveaus,
    poort: poorten?.inlog,
    magTerug: (adres) => magTerug(adres, 'inwoner'),
  })
}

/** A provider of its own: professionals never prove who they are where residents do. */
async function startInlogMedewerkers({ poorten, magTerug }: DemoOpties): Promise<Inlog | undefined> {
  if (magTerug === undefined) return undefined
  return startInlog({
    titel: 'Inloggen voor medewerkers',
    extraTitel: 'Mensen die er niet in horen te komen',
    gevers: medewerkergevers(),
    scopes: medewerkerscopes(),
    niveaus: demoNiveaus,
    poort: poorten?.inlogMedewerkers,
    magTerug: (adres) => magTerug(adres, 'medewerker'),
  })
}

/** What the login service calls its levels, the lowest first. */
const demoNiveaus = ['laag', 'substantieel', 'hoog'] as const

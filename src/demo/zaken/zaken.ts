import { systeemwekker, type Wekker } from '../../platform/bron/index.ts'
import type { Component } from '../../zgw/aanbieder/index.ts'
import type { Bevolking } from '../bevolking/bevolking.ts'
import { alsObject, type Dienst, startDienst } from '../dienst/dienst.ts'
import { Storingsbord } from '../dienst/storingsbord.ts'
import { klantinteractiesPad, takenPad } from './klant/paden.ts'
import {
  klantToken,
  nrcPad,
  oefenorganisatie,
  padenVan,
  type Zaakorganisatie,
  zaakorganisaties,
} from './organisaties.ts'
import type { Zaakdienst } from './zaakdienst.ts'

export interface Zaakbron {
  /** As in `corpus/organisaties/`. */
  readonly organisatie: string
  readonly naam: string
  /** Under which numbers its cases are recorded. */
  readonly rsins: readonly string[]
  readonly urls: Readonly<Record<Component | 'nrc', URL>>
  /** Klantinteracties, with its own key (`Authorization: Token …`). */
  readonly klant: { readonly url: URL; readonly token: string }
  /** MijnTaken, with tokens under `geheim`. */
  readonly taken: URL
  readonly client: string
  readonly geheim: string
  readonly beheerUrl: URL
  /** How it says that something changed; by CloudEvents it wants to be told where: `PUT <beheerUrl>gebeurtenissen`. */
  readonly meldt: 'notificaties' | 'gebeurtenissen'
}

export interface Zaakdiensten {
  readonly bronnen: readonly Zaakbron[]
  /** The one that is left for people to connect. */
  readonly oefening: Zaakbron
  /** Lets everybody who subscribed hear what happened up to now; goes by itself each second. Gives how many were told. */
  readonly tik: () => Promise<number>
  /** Wakes them one after the other, so that the first who asks need not wait for three thousand cases. */
  readonly wek: () => Promise<void>
  readonly sluit: () => Promise<void>
}

export interface ZakenOpties {
  readonly bevolking: Bevolking
  readonly nu: () => Date
  readonly sleutel: string
  readonly beheersleutel: string
  readonly adres?: string | undefined
  /** The first of as many ports as there are organisations, and one for the last to practise with; 0 lets the system choose each. */
  readonly poort?: number | undefined
  readonly wekker?: Wekker | undefined
}

const maxBytes = 16 * 1024 * 1024
const wekPauzeMs = 100

/** Who our portal is at these organisations. */
const portaal = 'voordeur'

/**
 * Starts them all, each on a port of its own. They listen and no more: the program that answers is loaded at the first
 * request, the cases of an organisation are made at the first request to it.
 */
export async function startZaken(opties: ZakenOpties): Promise<Zaakdiensten> {
  const eerste = opties.poort ?? 0
  const wekker = opties.wekker ?? systeemwekker
  const plaatsen = new Map<string, string>()
  const uitkomsten = await Promise.allSettled(
    [...zaakorganisaties, oefenorganisatie].map((organisatie, i) =>
      luister(organisatie, { ...opties, poort: eerste === 0 ? 0 : eerste + i }, plaatsen),
    ),
  )
  const open = uitkomsten.flatMap((uitkomst) => (uitkomst.status === 'fulfilled' ? [uitkomst.value] : []))
  let isDicht = false
  const sluit = async () => {
    isDicht = true
    await Promise.all(open.map((een) => een.sluit()))
  }
  const mislukt = uitkomsten.find((uitkomst) => uitkomst.status === 'rejected')
  if (mislukt !== undefined) {
    await sluit()
    throw mislukt.reason
  }
  // All of them opened, in the order in which they were asked to.
  const bronnen = open.slice(0, zaakorganisaties.length).map(({ bron }) => bron)
  const oefening = open[zaakorganisaties.length]?.bron
  if (oefening === undefined) throw new Error('het oefenregister ontbreekt')
  return {
    bronnen,
    oefening,
    tik: async () => {
      const aantallen = await Promise.all(open.map((een) => een.tik()))
      return aantallen.reduce((tot, aantal) => tot + aantal, 0)
    },
    wek: async () => {
      for (const een of open) {
        if (isDicht) return
        await een.warmOp()
        // Somebody else goes first in between.
        await new Promise<void>((verder) => wekker(wekPauzeMs, verder))
      }
    },
    sluit,
  }
}

async function luister(organisatie: Zaakorganisatie, opties: ZakenOpties, plaatsen: Map<string, string>) {
  const bord = new Storingsbord(() => undefined)
  if (organisatie.gewoonten.isUit === true) bord.zet('weg')
  const plaatsVan = (id: string) => plaatsen.get(id)
  const { wekker = systeemwekker, nu, bevolking, beheersleutel, adres, poort } = opties
  let wakker: Promise<Zaakdienst> | undefined
  const wek = (): Promise<Zaakdienst> => {
    wakker ??= import('./zaakdienst.ts').then(
      ({ Zaakdienst }) => new Zaakdienst({ organisatie, bron, bord, bevolking, nu, wekker, plaatsVan }),
    )
    return wakker
  }
  const dienst = await startDienst(
    {
      naam: organisatie.id,
      basisPad: '',
      adres,
      poort,
      sleutel: undefined,
      beheersleutel,
      bord,
      wekker,
      maxBytes,
      ongeautoriseerd: () => ({ status: 401, inhoud: {} }),
      beheer: ({ methode, pad, json }) => {
        if (methode !== 'PUT' || pad !== '/beheer/gebeurtenissen') return undefined
        const { naar, auth } = alsObject(json)
        const isGoed = typeof naar === 'string' && URL.canParse(naar) && typeof auth === 'string'
        if (!isGoed || organisatie.gewoonten.stuurtGebeurtenissen !== true) return { status: 400, inhoud: {} }
        void wek().then((zaakdienst) => zaakdienst.zetGebeurtenisadres({ naar, auth }))
        return { status: 200, inhoud: {} }
      },
    },
    async (verzoek) => (await wek()).handel(verzoek),
  )
  const bron = maakBron(organisatie, dienst, `${opties.sleutel}-${organisatie.id}`)
  plaatsen.set(organisatie.id, dienst.url.origin)
  return {
    bron,
    tik: async () => (wakker === undefined ? 0 : (await wakker).tik()),
    warmOp: async () => (await wek()).warmOp(),
    sluit: async () => {
      await dienst.sluit()
      if (wakker !== undefined) (await wakker).stop()
    },
  }
}

function maakBron({ id, naam, rsin, gewoonten }: Zaakorganisatie, dienst: Dienst, geheim: string): Zaakbron {
  const op = (pad: string) => new URL(pad, dienst.url)
  const { zrc, ztc, drc, brc } = padenVan(gewoonten)
  const urls = { zrc: op(zrc), ztc: op(ztc), drc: op(drc), brc: op(brc), nrc: op(nrcPad) }
  const klant = { url: op(klantinteractiesPad), token: klantToken(geheim) }
  const meldt = gewoonten.stuurtGebeurtenissen === true ? 'gebeurtenissen' : 'notificaties'
  return {
    organisatie: id,
    naam,
    rsins: [rsin],
    urls,
    klant,
    taken: op(takenPad),
    client: portaal,
    geheim,
    beheerUrl: dienst.beheerUrl,
    meldt,
  }
}

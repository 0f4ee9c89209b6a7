import { systeemwekker, type Wekker } from '../../platform/bron/index.ts'
import type { Component } from '../../zgw/aanbieder/index.ts'
import type { Bevolking } from '../bevolking/bevolking.ts'
import { type Dienst, startDienst } from '../dienst/dienst.ts'
import { Storingsbord } from '../dienst/storingsbord.ts'
import { nrcPad, padenVan, type Zaakorganisatie, zaakorganisaties } from './organisaties.ts'
import type { Zaakdienst } from './zaakdienst.ts'

export interface Zaakbron {
  /** As in `corpus/organisaties/`. */
  readonly organisatie: string
  readonly naam: string
  readonly urls: Readonly<Record<Component | 'nrc', URL>>
  readonly client: string
  readonly geheim: string
  readonly beheerUrl: URL
}

export interface Zaakdiensten {
  readonly bronnen: readonly Zaakbron[]
  /** Lets everybody who subscribed hear what happened up to now; goes by itself each second. Gives how many were told. */
  readonly tik: () => Promise<number>
  readonly sluit: () => Promise<void>
}

export interface ZakenOpties {
  readonly bevolking: Bevolking
  readonly nu: () => Date
  readonly sleutel: string
  readonly beheersleutel: string
  readonly adres?: string | undefined
  /** The first of as many ports as there are organisations; 0 lets the system choose each. */
  readonly poort?: number | undefined
  readonly wekker?: Wekker | undefined
}

const maxBytes = 16 * 1024 * 1024

/** Who our portal is at these organisations. */
const portaal = 'voordeur'

/**
 * Starts them all, each on a port of its own. They listen and no more: the program that answers is loaded at the first
 * request, the cases of an organisation are made at the first request to it.
 */
export async function startZaken(opties: ZakenOpties): Promise<Zaakdiensten> {
  const eerste = opties.poort ?? 0
  const plaatsen = new Map<string, string>()
  const uitkomsten = await Promise.allSettled(
    zaakorganisaties.map((organisatie, i) =>
      luister(organisatie, { ...opties, poort: eerste === 0 ? 0 : eerste + i }, plaatsen),
    ),
  )
  const open = uitkomsten.flatMap((uitkomst) => (uitkomst.status === 'fulfilled' ? [uitkomst.value] : []))
  const sluit = async () => {
    await Promise.all(open.map((een) => een.sluit()))
  }
  const mislukt = uitkomsten.find((uitkomst) => uitkomst.status === 'rejected')
  if (mislukt !== undefined) {
    await sluit()
    throw mislukt.reason
  }
  return {
    bronnen: open.map(({ bron }) => bron),
    tik: async () => {
      const aantallen = await Promise.all(open.map((een) => een.tik()))
      return aantallen.reduce((tot, aantal) => tot + aantal, 0)
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
    },
    async (verzoek) => (await wek()).handel(verzoek),
  )
  const bron = maakBron(organisatie, dienst, `${opties.sleutel}-${organisatie.id}`)
  plaatsen.set(organisatie.id, dienst.url.origin)
  return {
    bron,
    tik: async () => (wakker === undefined ? 0 : (await wakker).tik()),
    sluit: async () => {
      await dienst.sluit()
      if (wakker !== undefined) (await wakker).stop()
    },
  }
}

function maakBron({ id, naam, gewoonten }: Zaakorganisatie, dienst: Dienst, geheim: string): Zaakbron {
  const op = (pad: string) => new URL(pad, dienst.url)
  const { zrc, ztc, drc, brc } = padenVan(gewoonten)
  const urls = { zrc: op(zrc), ztc: op(ztc), drc: op(drc), brc: op(brc), nrc: op(nrcPad) }
  return { organisatie: id, naam, urls, client: portaal, geheim, beheerUrl: dienst.beheerUrl }
}

import type { Klok } from '../klok.ts'
import type { Log } from '../log.ts'
import { alsJson, duid, type Uitslag } from './antwoord.ts'
import { gewoneOnderbreker, type Keten, Onderbreker, type OnderbrekerInstelling } from './onderbreker.ts'
import { type BronTls, createAgent, doeOproep, type MagNaar } from './oproep.ts'
import { Schot } from './schot.ts'
import { nieuwSpoor, traceparent, vervolgSpoor } from './spoor.ts'
import {
  type BronFout,
  type BronFoutsoort,
  type BronUitkomst,
  isBronZiek,
  isHerhalenZinnig,
} from './uitkomst.ts'
import { type BronOproep, type BronVerzoek, lichaamVan } from './verzoek.ts'
import { breuk, systeemwekker, type Toeval, type Wekker } from './wekker.ts'

export interface BronInstelling {
  /** Short name for the log and the health page: `brp`. */
  readonly naam: string
  /** Ends in `/` or not; paths are appended, never resolved above it. */
  readonly basisUrl: URL
  /** The headers that say who we are, and for whom. Asked at each question, so that a token can be renewed. */
  readonly aanmelden: (namens?: string) => Promise<Readonly<Record<string, string>>>
  readonly tls?: BronTls
  /** Which addresses a name may lead to; absent: all. */
  readonly magNaar?: MagNaar | undefined
  readonly grenzen?: Partial<BronGrenzen>
  readonly onderbreker?: OnderbrekerInstelling
}

export interface BronGrenzen {
  readonly verbindMs: number
  /** Everything together: waiting for a place, connecting, repeating, reading. */
  readonly totaalMs: number
  /** How often in all; only what may be repeated is. */
  readonly pogingen: number
  /** The first repeat waits between half and the whole of this; each next one twice as long. */
  readonly herhaalMs: number
  readonly tegelijk: number
  readonly wachtend: number
  readonly maxBytes: number
}

export const gewoneGrenzen: BronGrenzen = {
  verbindMs: 1_000,
  totaalMs: 3_000,
  pogingen: 2,
  herhaalMs: 100,
  tegelijk: 20,
  wachtend: 100,
  maxBytes: 1024 * 1024,
}

/** How a source is doing, for the health page and for people who must be told what is missing. */
export interface Bronstand {
  readonly naam: string
  readonly keten: Keten
  readonly laatsteGoed: Date | undefined
  /** Since when nothing good came; `undefined` when the last answer was good. */
  readonly foutSinds: Date | undefined
  readonly laatsteFout: BronFoutsoort | undefined
  readonly lopend: number
  readonly wachtend: number
}

export interface Bron {
  readonly vraag: <T>(verzoek: BronVerzoek<T>) => Promise<BronUitkomst<T>>
  /** The same road, for what is no JSON or of which the headers matter. */
  readonly roep: <T>(oproep: BronOproep<T>) => Promise<BronUitkomst<T>>
  /**
   * An answer that was good at first sight turned out not to be. `geheel` counts as if it had been seen at once; of
   * `deels` the rest was good: it stands in the health of the source, and the way to it stays open.
   */
  readonly keurAf: (soort: BronFoutsoort, wat: 'geheel' | 'deels') => BronFout
  readonly stand: () => Bronstand
  readonly sluit: () => void
}

export interface BronOmgeving {
  readonly klok: Klok
  readonly log: Log
  readonly toeval: Toeval
  readonly wekker?: Wekker
}

/**
 * The way to one source of another organisation. Logs the handling, the outcome and the time it took; never a body,
 * an address or a header.
 */
export function createBron(instelling: BronInstelling, omgeving: BronOmgeving): Bron {
  const grenzen = { ...gewoneGrenzen, ...instelling.grenzen }
  const nuMs = () => omgeving.klok.nu().getTime()
  const bron: Lopend = {
    instelling,
    omgeving,
    grenzen,
    wekker: omgeving.wekker ?? systeemwekker,
    nuMs,
    onderbreker: new Onderbreker(instelling.onderbreker ?? gewoneOnderbreker, nuMs),
    schot: new Schot(grenzen.tegelijk, grenzen.wachtend),
    agent: createAgent(instelling.basisUrl, grenzen.tegelijk, instelling.tls, instelling.magNaar),
    gezondheid: { laatsteGoed: undefined, foutSinds: undefined, laatsteFout: undefined },
  }
  return {
    vraag: ({ vorm, pastBij, ...rest }) => roep(bron, { ...rest, lees: alsJson(vorm, pastBij) }),
    roep: (oproep) => roep(bron, oproep),
    keurAf: (soort, wat) => keurAf(bron, soort, wat),
    stand: () => ({
      naam: instelling.naam,
      keten: bron.onderbreker.keten,
      ...bron.gezondheid,
      lopend: bron.schot.lopend,
      wachtend: bron.schot.wachtend,
    }),
    sluit: () => bron.agent.destroy(),
  }
}

interface Lopend {
  readonly instelling: BronInstelling
  readonly omgeving: BronOmgeving
  readonly grenzen: BronGrenzen
  readonly wekker: Wekker
  readonly nuMs: () => number
  readonly onderbreker: Onderbreker
  readonly schot: Schot
  readonly agent: ReturnType<typeof createAgent>
  gezondheid: Pick<Bronstand, 'laatsteGoed' | 'foutSinds' | 'laatsteFout'>
}

async function roep<T>(bron: Lopend, verzoek: BronOproep<T>): Promise<BronUitkomst<T>> {
  const begin = bron.nuMs()
  const totaalMs = Math.min(bron.grenzen.totaalMs, Math.max(1, verzoek.totaalMs ?? Number.POSITIVE_INFINITY))
  // While the source rests nobody stands in a queue for it.
  const uitslag: Uitslag<T> =
    bron.onderbreker.keten === 'open'
      ? { status: 'fout', soort: 'onderbroken' }
      : await opBeurt(bron, verzoek, begin + totaalMs)
  const op = bron.omgeving.klok.nu()
  const velden = {
    bron: bron.instelling.naam,
    handeling: verzoek.handeling,
    status: uitslag.status,
    ms: bron.nuMs() - begin,
  }
  if (uitslag.status !== 'fout') {
    bron.omgeving.log.info('bron gevraagd', velden)
    return { ...uitslag, op }
  }
  const { soort, http, oorzaak } = uitslag
  bron.omgeving.log.waarschuwing('bron mislukt', { ...velden, soort, http, oorzaak })
  return {
    status: 'fout',
    soort,
    sinds: bron.gezondheid.foutSinds ?? op,
    ...(http === undefined ? {} : { http }),
    ...(oorzaak === undefined ? {} : { oorzaak }),
  }
}

function keurAf(bron: Lopend, soort: BronFoutsoort, wat: 'geheel' | 'deels'): BronFout {
  if (wat === 'geheel') onthoud(bron, { status: 'fout', soort })
  else onthoudFout(bron, soort)
  bron.omgeving.log.waarschuwing('antwoord afgekeurd', { bron: bron.instelling.naam, soort, wat })
  return { status: 'fout', soort, sinds: bron.gezondheid.foutSinds ?? bron.omgeving.klok.nu() }
}

/** Waits for a place; asks; tells the breaker what came of it. */
async function opBeurt<T>(bron: Lopend, verzoek: BronOproep<T>, uiterlijk: number): Promise<Uitslag<T>> {
  let stopWachten = () => {}
  const beurt = await bron.schot.betreed((opgeven) => {
    stopWachten = bron.wekker(Math.max(1, uiterlijk - bron.nuMs()), opgeven)
  })
  stopWachten()
  if (beurt !== 'binnen') return { status: 'fout', soort: 'vol' }
  try {
    return await metHerhalen(bron, verzoek, uiterlijk)
  } finally {
    bron.schot.vrij()
  }
}

async function metHerhalen<T>(bron: Lopend, verzoek: BronOproep<T>, uiterlijk: number): Promise<Uitslag<T>> {
  const { grenzen, omgeving } = bron
  let vorige: Uitslag<T> | undefined
  for (let poging = 1; ; poging++) {
    // What went wrong says more than that we stopped trying.
    if (!bron.onderbreker.vraagDoorgang()) return vorige ?? { status: 'fout', soort: 'onderbroken' }
    const uitslag = await probeer(bron, verzoek, uiterlijk)
    onthoud(bron, uitslag)
    vorige = uitslag
    if (uitslag.status !== 'fout' || !verzoek.isHerhaalbaar || !isHerhalenZinnig(uitslag.soort))
      return uitslag
    // Half fixed, half by chance: clients that failed together do not come back together.
    const wachtMs = grenzen.herhaalMs * 2 ** (poging - 1) * (0.5 + breuk(omgeving.toeval) / 2)
    if (poging >= grenzen.pogingen || bron.nuMs() + wachtMs >= uiterlijk) return uitslag
    await new Promise<void>((verder) => bron.wekker(wachtMs, verder))
  }
}

async function probeer<T>(bron: Lopend, verzoek: BronOproep<T>, uiterlijk: number): Promise<Uitslag<T>> {
  const { instelling, omgeving, grenzen, wekker, agent } = bron
  const spoor = verzoek.spoor ? vervolgSpoor(verzoek.spoor, omgeving.toeval) : nieuwSpoor(omgeving.toeval)
  const { soort, lichaam } = lichaamVan(verzoek)
  const wieWijZijn = await meldAan(bron, verzoek.namens, uiterlijk)
  if (wieWijZijn === undefined) return { status: 'fout', soort: 'geweigerd' }
  const opgehaald = await doeOproep({
    url: onder(instelling.basisUrl, verzoek.pad),
    methode: verzoek.methode,
    koppen: {
      accept: verzoek.accept ?? 'application/json',
      traceparent: traceparent(spoor),
      ...(lichaam === undefined
        ? {}
        : {
            'content-type': soort,
            'content-length': String(Buffer.byteLength(lichaam)),
          }),
      ...verzoek.koppen,
      ...wieWijZijn,
    },
    lichaam,
    verbindMs: grenzen.verbindMs,
    resterendMs: Math.max(1, uiterlijk - bron.nuMs()),
    maxBytes: verzoek.maxBytes ?? grenzen.maxBytes,
    wekker,
    agent,
  })
  const magOngewijzigd = verzoek.koppen?.['if-none-match'] !== undefined
  return duid(opgehaald, verzoek.lees, [...(magOngewijzigd ? [304] : []), ...(verzoek.ookAntwoord ?? [])])
}

/** `undefined` when it fails or takes longer than the question may. */
async function meldAan(
  bron: Lopend,
  namens: string | undefined,
  uiterlijk: number,
): Promise<Readonly<Record<string, string>> | undefined> {
  const { instelling, omgeving, wekker } = bron
  const { promise: teLaat, resolve } = Promise.withResolvers<undefined>()
  const stop = wekker(Math.max(1, uiterlijk - bron.nuMs()), () => resolve(undefined))
  try {
    return await Promise.race([instelling.aanmelden(namens), teLaat])
  } catch (fout) {
    omgeving.log.waarschuwing('aanmelden bij bron mislukt', { bron: instelling.naam, fout })
    return undefined
  } finally {
    stop()
  }
}

function onthoud<T>(bron: Lopend, uitslag: Uitslag<T>): void {
  const op = bron.omgeving.klok.nu()
  if (uitslag.status !== 'fout') {
    bron.onderbreker.meld(true)
    bron.gezondheid = { laatsteGoed: op, foutSinds: undefined, laatsteFout: undefined }
    return
  }
  if (!isBronZiek(uitslag.soort)) return bron.onderbreker.laatGaan()
  bron.onderbreker.meld(false)
  onthoudFout(bron, uitslag.soort)
}

function onthoudFout(bron: Lopend, laatsteFout: BronFoutsoort): void {
  const foutSinds = bron.gezondheid.foutSinds ?? bron.omgeving.klok.nu()
  bron.gezondheid = { ...bron.gezondheid, foutSinds, laatsteFout }
}

function onder(basis: URL, pad: string): URL {
  const url = new URL(basis)
  const [voor = '', na] = pad.split('?')
  url.pathname = `${basis.pathname.replace(/\/$/, '')}/${voor}`
  if (na !== undefined) url.search = na
  return url
}

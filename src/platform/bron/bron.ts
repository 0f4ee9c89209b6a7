import type { ZodType } from 'zod'
import type { Klok } from '../klok.ts'
import type { Log } from '../log.ts'
import { gewoneOnderbreker, type Keten, Onderbreker, type OnderbrekerInstelling } from './onderbreker.ts'
import { createAgent, doeOproep, type Opgehaald } from './oproep.ts'
import { Schot } from './schot.ts'
import { nieuwSpoor, type Spoor, traceparent, vervolgSpoor } from './spoor.ts'
import { type BronFoutsoort, type BronUitkomst, isBronZiek, isHerhalenZinnig } from './uitkomst.ts'
import { breuk, systeemwekker, type Toeval, type Wekker } from './wekker.ts'

export interface BronInstelling {
  /** Short name for the log and the health page: `brp`. */
  readonly naam: string
  /** Ends in `/` or not; paths are appended, never resolved above it. */
  readonly basisUrl: URL
  /** The headers that say who we are. Asked at each question, so that a token can be renewed. */
  readonly aanmelden: () => Promise<Readonly<Record<string, string>>>
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

export interface BronVerzoek<T> {
  /** What is asked, in a word: for the log. Never something about a person. */
  readonly handeling: string
  readonly methode: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below the base URL, without a leading slash. Nothing personal in it. */
  readonly pad: string
  readonly json?: unknown
  /** Instead of `json`: a form, as OAuth wants. */
  readonly formulier?: Readonly<Record<string, string>>
  /** May it be asked twice? A POST that only reads may; one that makes something only with a key that is recognised. */
  readonly isHerhaalbaar: boolean
  readonly vorm: ZodType<T>
  /** Is this the answer to our question? Otherwise it counts as a fault of the source and nobody sees it. */
  readonly pastBij?: (inhoud: T) => boolean
  readonly spoor?: Spoor | undefined
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
    agent: createAgent(instelling.basisUrl, grenzen.tegelijk),
    gezondheid: { laatsteGoed: undefined, foutSinds: undefined, laatsteFout: undefined },
  }
  return {
    vraag: (verzoek) => vraag(bron, verzoek),
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

type Uitslag<T> =
  | { readonly status: 'ok'; readonly inhoud: T }
  | { readonly status: 'niet-gevonden' }
  | { readonly status: 'fout'; readonly soort: BronFoutsoort; readonly http?: number }

async function vraag<T>(bron: Lopend, verzoek: BronVerzoek<T>): Promise<BronUitkomst<T>> {
  const begin = bron.nuMs()
  // While the source rests nobody stands in a queue for it.
  const uitslag: Uitslag<T> =
    bron.onderbreker.keten === 'open'
      ? { status: 'fout', soort: 'onderbroken' }
      : await opBeurt(bron, verzoek, begin + bron.grenzen.totaalMs)
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
  const { soort, http } = uitslag
  bron.omgeving.log.waarschuwing('bron mislukt', { ...velden, soort, http })
  return {
    status: 'fout',
    soort,
    sinds: bron.gezondheid.foutSinds ?? op,
    ...(http === undefined ? {} : { http }),
  }
}

/** Waits for a place; asks; tells the breaker what came of it. */
async function opBeurt<T>(bron: Lopend, verzoek: BronVerzoek<T>, uiterlijk: number): Promise<Uitslag<T>> {
  let stopWachten = () => {}
  const beurt = await bron.schot.betreed((opgeven) => {
    stopWachten = bron.wekker(bron.grenzen.totaalMs, opgeven)
  })
  stopWachten()
  if (beurt !== 'binnen') return { status: 'fout', soort: 'vol' }
  try {
    return await metHerhalen(bron, verzoek, uiterlijk)
  } finally {
    bron.schot.vrij()
  }
}

async function metHerhalen<T>(bron: Lopend, verzoek: BronVerzoek<T>, uiterlijk: number): Promise<Uitslag<T>> {
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

async function probeer<T>(bron: Lopend, verzoek: BronVerzoek<T>, uiterlijk: number): Promise<Uitslag<T>> {
  const { instelling, omgeving, grenzen, wekker, agent } = bron
  const spoor = verzoek.spoor ? vervolgSpoor(verzoek.spoor, omgeving.toeval) : nieuwSpoor(omgeving.toeval)
  const { soort, lichaam } = lichaamVan(verzoek)
  const wieWijZijn = await meldAan(bron, uiterlijk)
  if (wieWijZijn === undefined) return { status: 'fout', soort: 'geweigerd' }
  const opgehaald = await doeOproep({
    url: onder(instelling.basisUrl, verzoek.pad),
    methode: verzoek.methode,
    koppen: {
      accept: 'application/json',
      traceparent: traceparent(spoor),
      ...(lichaam === undefined
        ? {}
        : {
            'content-type': soort,
            'content-length': String(Buffer.byteLength(lichaam)),
          }),
      ...wieWijZijn,
    },
    lichaam,
    verbindMs: grenzen.verbindMs,
    resterendMs: Math.max(1, uiterlijk - bron.nuMs()),
    maxBytes: grenzen.maxBytes,
    wekker,
    agent,
  })
  return duid(opgehaald, verzoek)
}

function lichaamVan({ json, formulier }: Pick<BronVerzoek<unknown>, 'json' | 'formulier'>): {
  soort: string
  lichaam: string | undefined
} {
  if (formulier !== undefined) {
    return { soort: 'application/x-www-form-urlencoded', lichaam: new URLSearchParams(formulier).toString() }
  }
  const lichaam = json === undefined ? undefined : JSON.stringify(json)
  return { soort: 'application/json; charset=utf-8', lichaam }
}

/** `undefined` when it fails or takes longer than the question may. */
async function meldAan(
  bron: Lopend,
  uiterlijk: number,
): Promise<Readonly<Record<string, string>> | undefined> {
  const { instelling, omgeving, wekker } = bron
  const { promise: teLaat, resolve } = Promise.withResolvers<undefined>()
  const stop = wekker(Math.max(1, uiterlijk - bron.nuMs()), () => resolve(undefined))
  try {
    return await Promise.race([instelling.aanmelden(), teLaat])
  } catch (fout) {
    omgeving.log.waarschuwing('aanmelden bij bron mislukt', { bron: instelling.naam, fout })
    return undefined
  } finally {
    stop()
  }
}

function duid<T>(opgehaald: Opgehaald, verzoek: BronVerzoek<T>): Uitslag<T> {
  if (!opgehaald.ok) return { status: 'fout', soort: opgehaald.fout }
  const { http, tekst, soort } = opgehaald
  if (http === 404) return { status: 'niet-gevonden' }
  if (http === 401 || http === 403) return { status: 'fout', soort: 'geweigerd', http }
  if (http === 429 || http >= 500) return { status: 'fout', soort: 'storing', http }
  if (http < 200 || http >= 300) return { status: 'fout', soort: 'onbegrepen', http }
  // What does not say that it is JSON is not read as JSON: it may be anybody's page that happens to parse.
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(soort))
    return { status: 'fout', soort: 'onleesbaar', http }
  const inhoud = verzoek.vorm.safeParse(leesJson(tekst))
  if (!inhoud.success) return { status: 'fout', soort: 'onleesbaar', http }
  if (verzoek.pastBij?.(inhoud.data) === false) return { status: 'fout', soort: 'ander-antwoord', http }
  return { status: 'ok', inhoud: inhoud.data }
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
  const foutSinds = bron.gezondheid.foutSinds ?? op
  bron.gezondheid = { ...bron.gezondheid, foutSinds, laatsteFout: uitslag.soort }
}

/** What cannot be read is `undefined`, which no shape accepts. */
function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}

function onder(basis: URL, pad: string): URL {
  const url = new URL(basis)
  const [voor = '', na] = pad.split('?')
  url.pathname = `${basis.pathname.replace(/\/$/, '')}/${voor}`
  if (na !== undefined) url.search = na
  return url
}

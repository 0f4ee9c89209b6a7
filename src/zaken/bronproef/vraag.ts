import { createAgent, doeOproep, type Wekker } from '../../platform/bron/index.ts'
import { crsKoppen, maakToken } from '../../zgw/index.ts'
import { brontlsVan } from '../aansluiting-tls.ts'
import type { Verbinding } from '../aansluitingen.ts'
import type { Antwoordbevinding } from '../bronproef.ts'

export interface Proefomgeving {
  readonly nu: () => Date
  readonly wekker: Wekker
  /** Where we may connect to; see `aansluitadres.ts`. */
  readonly magNaar: (ip: string) => boolean
  /** What a name is looked up as; absent: as the system does it. */
  readonly zoekOp?: (naam: string) => Promise<readonly string[]>
}

/** What came back to one question of a test, as far as a test looks at it. */
export interface Proefantwoord {
  readonly bevinding: Antwoordbevinding
  readonly inhoud: unknown
  readonly versie?: string
}

export type Stel = (adres: string, opties?: { readonly geheim?: string }) => Promise<Proefantwoord>

/** Named limits of one question of a test: an operator waits for it, and a page of types may be large. */
const totaalMs = 10_000
const verbindMs = 3_000
const maxBytes = 4 * 1024 * 1024

/** Asks with the name and the secret of the connection, or with another secret to see whether that is refused. */
export function maakStel(
  { aansluiting, geheimen }: Verbinding,
  { nu, wekker, magNaar }: Proefomgeving,
): { readonly stel: Stel; readonly sluit: () => void } {
  const tls = brontlsVan(aansluiting, geheimen.certificaat)
  const agenten = new Map<string, ReturnType<typeof createAgent>>()
  const agentVoor = (url: URL) => {
    const bestaand = agenten.get(url.origin)
    const agent = bestaand ?? createAgent(url, 4, tls, magNaar)
    agenten.set(url.origin, agent)
    return agent
  }
  const aanmelden = (geheim: string): string =>
    aansluiting.aanmelden.soort === 'token'
      ? `Token ${geheim}`
      : `Bearer ${maakToken({ client: aansluiting.aanmelden.client, geheim, gebruiker: 'verbindingstest' }, nu())}`
  const stel: Stel = async (adres, { geheim = geheimen.register ?? '' } = {}) => {
    const url = new URL(adres)
    const opgehaald = await doeOproep({
      url,
      methode: 'GET',
      koppen: { accept: 'application/json', authorization: aanmelden(geheim), ...crsKoppen },
      verbindMs,
      resterendMs: totaalMs,
      maxBytes,
      wekker,
      agent: agentVoor(url),
    })
    if (!opgehaald.ok) return { bevinding: geenAntwoord(opgehaald.fout), inhoud: undefined }
    const { http, koppen, lichaam } = opgehaald
    const inhoud = leesJson(lichaam)
    const versie = koppen['api-version']
    return {
      bevinding: { soort: 'antwoord', http, isLijst: lijstIn(inhoud) !== undefined, ...codeIn(inhoud) },
      inhoud,
      ...(typeof versie === 'string' && /^[\w.-]{1,20}$/.test(versie) && { versie }),
    }
  }
  return {
    stel,
    sluit: () => {
      for (const agent of agenten.values()) agent.destroy()
    },
  }
}

function geenAntwoord(fout: string): Antwoordbevinding {
  if (fout === 'te-laat') return { soort: 'geen', waarom: 'te-laat' }
  return { soort: 'geen', waarom: fout === 'onbereikbaar' ? 'verbinding' : 'afgebroken' }
}

function leesJson(lichaam: Buffer): unknown {
  try {
    return JSON.parse(lichaam.toString('utf8'))
  } catch {
    return undefined
  }
}

function isObject(waarde: unknown): waarde is Readonly<Record<string, unknown>> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

/** A page of the standard, or a bare list as channels are. */
export function lijstIn(inhoud: unknown): readonly unknown[] | undefined {
  if (Array.isArray(inhoud)) return inhoud
  return isObject(inhoud) && Array.isArray(inhoud.results) ? inhoud.results : undefined
}

export function volgendeIn(inhoud: unknown): string | undefined {
  return isObject(inhoud) && typeof inhoud.next === 'string' ? inhoud.next : undefined
}

/** A word of the standard; what a source writes otherwise stays out. */
function codeIn(inhoud: unknown): { readonly code?: string } {
  const code = isObject(inhoud) ? inhoud.code : undefined
  return typeof code === 'string' && /^[a-z_-]{1,60}$/i.test(code) ? { code } : {}
}

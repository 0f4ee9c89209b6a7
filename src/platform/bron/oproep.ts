import { lookup } from 'node:dns'
import {
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as viaHttp,
} from 'node:http'
import { Agent as HttpsAgent, request as viaHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { createSecureContext, getCACertificates } from 'node:tls'
import { codeVan } from '../errors.ts'
import type { BronFoutsoort } from './uitkomst.ts'
import type { Wekker } from './wekker.ts'

export interface Oproep {
  readonly url: URL
  readonly methode: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly koppen: Readonly<Record<string, string>>
  readonly lichaam?: string | Uint8Array | undefined
  readonly verbindMs: number
  /** Until the last byte. */
  readonly resterendMs: number
  readonly maxBytes: number
  readonly wekker: Wekker
  readonly agent: HttpAgent | HttpsAgent
}

/** What came back, before anybody understood it. */
export interface BronAntwoord {
  readonly http: number
  readonly koppen: IncomingHttpHeaders
  readonly lichaam: Buffer
}

export type Opgehaald =
  | ({ readonly ok: true } & BronAntwoord)
  /** `oorzaak` is what the system calls it: `CERT_HAS_EXPIRED`, `ECONNREFUSED`. */
  | { readonly ok: false; readonly fout: BronFoutsoort; readonly oorzaak?: string }

const isLeeg = (tls: BronTls) => Object.values(tls).every((deel) => deel === undefined)

function contextVan({ ca, certificaat, sleutel }: BronTls) {
  return createSecureContext({
    ca: [...getCACertificates('default'), ...(ca === undefined ? [] : [ca])],
    ...(certificaat === undefined || sleutel === undefined ? {} : { cert: certificaat, key: sleutel }),
  })
}

/** How the line itself is trusted, in PEM: authorities beside those of the system, and who we are to the other side. */
export interface BronTls {
  readonly ca?: string
  readonly certificaat?: string
  readonly sleutel?: string
}

/** Connections that stay open between questions, never more than `maxTegelijk`. */
export function createAgent(
  basis: URL,
  maxTegelijk: number,
  tls: BronTls = {},
  magNaar?: MagNaar,
): HttpAgent | HttpsAgent {
  const opties = {
    ...(magNaar && { lookup: zoekop(magNaar) }),
    keepAlive: true,
    maxSockets: maxTegelijk,
    maxFreeSockets: maxTegelijk,
    timeout: 60_000,
  }
  if (basis.protocol !== 'https:') return new HttpAgent(opties)
  // Made once: the authorities of the system are many, and reading them takes longer than a connection.
  return new HttpsAgent({ ...opties, ...(isLeeg(tls) ? {} : { secureContext: contextVan(tls) }) })
}

/** May we connect to this address? Asked of what a name was looked up as, at the moment of connecting. */
export type MagNaar = (ip: string) => boolean

/** What `oorzaak` says when a name leads to where we may not go. */
export const EIGEN_NETWERK = 'EIGEN_NETWERK'

/** A name may lead somewhere else than when somebody checked it: only addresses that pass are connected to. */
function zoekop(magNaar: MagNaar): LookupFunction {
  return (host, opties, klaar) => {
    lookup(host, { ...opties, all: true }, (fout, adressen) => {
      if (fout !== null) return klaar(fout, [])
      const goed = adressen.filter(({ address }) => magNaar(address))
      const [eerste] = goed
      if (eerste === undefined)
        return klaar(Object.assign(new Error('een adres in een eigen netwerk'), { code: EIGEN_NETWERK }), [])
      if (opties.all === true) klaar(null, goed)
      else klaar(null, eerste.address, eerste.family)
    })
  }
}

/** One question over HTTP, no redirects. Never throws and never waits longer than it was given. */
export function doeOproep(oproep: Oproep): Promise<Opgehaald> {
  const { url, methode, koppen, lichaam, agent, wekker, verbindMs, resterendMs } = oproep
  return new Promise((klaar) => {
    const stel = url.protocol === 'https:' ? viaHttps : viaHttp
    const verzoek = stel(url, { method: methode, headers: koppen, agent })
    let isVerbonden = false
    let isKlaar = false
    const stopVerbinden = wekker(Math.min(verbindMs, resterendMs), () => {
      if (!isVerbonden) eindig({ ok: false, fout: 'onbereikbaar' })
    })
    const stopAlles = wekker(resterendMs, () =>
      eindig({ ok: false, fout: isVerbonden ? 'te-laat' : 'onbereikbaar' }),
    )
    const eindig = (uitkomst: Opgehaald) => {
      if (isKlaar) return
      isKlaar = true
      stopVerbinden()
      stopAlles()
      // A half-read connection cannot be used again.
      if (!uitkomst.ok) verzoek.destroy()
      klaar(uitkomst)
    }
    bijVerbinding(verzoek, () => {
      isVerbonden = true
      stopVerbinden()
    })
    verzoek.on('error', (fout) => {
      const oorzaak = codeVan(fout)
      eindig({
        ok: false,
        fout: soortVan(fout, isVerbonden),
        ...(oorzaak === undefined ? {} : { oorzaak }),
      })
    })
    verzoek.on('response', (antwoord) => lees(antwoord, oproep.maxBytes, eindig))
    verzoek.end(lichaam)
  })
}

function bijVerbinding(verzoek: ClientRequest, bij: () => void): void {
  verzoek.on('socket', (socket) => {
    if (!socket.connecting) bij()
    else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', bij)
  })
}

function lees(antwoord: IncomingMessage, maxBytes: number, eindig: (uitkomst: Opgehaald) => void): void {
  const delen: Buffer[] = []
  let bytes = 0
  if (Number(antwoord.headers['content-length'] ?? 0) > maxBytes) {
    eindig({ ok: false, fout: 'te-groot' })
    return
  }
  antwoord.on('data', (deel: Buffer) => {
    bytes += deel.length
    if (bytes > maxBytes) eindig({ ok: false, fout: 'te-groot' })
    else delen.push(deel)
  })
  antwoord.on('error', () => eindig({ ok: false, fout: 'afgebroken' }))
  antwoord.on('close', () => eindig({ ok: false, fout: 'afgebroken' }))
  antwoord.on('end', () => {
    if (!antwoord.complete) return eindig({ ok: false, fout: 'afgebroken' })
    eindig({
      ok: true,
      http: antwoord.statusCode ?? 0,
      koppen: antwoord.headers,
      lichaam: Buffer.concat(delen),
    })
  })
}

function soortVan(fout: Error, isVerbonden: boolean): BronFoutsoort {
  // A certificate that does not fit, a name that does not exist: there is nobody there whom we can trust.
  const isVoorDeVerbinding = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']
  if (!isVerbonden || isVoorDeVerbinding.includes(codeVan(fout) ?? '')) return 'onbereikbaar'
  return 'afgebroken'
}

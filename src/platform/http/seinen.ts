/** A wire on which browsers talk to each other through us; what is said, and whether they may, is for who holds it. */
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { WebSocket } from 'ws'
import type { Log } from '../log.ts'
import { Groepen } from './groepen.ts'
import { maakHartslag } from './hartslag.ts'
import { SESSIE_VOORBIJ } from './levend-volger.ts'
import { addDraaddeur } from './opwaarderen.ts'

/** Named limits: of this node; of one session; of what may wait to be read, and to be sent. */
const hoogstensVerbindingen = 5_000
const hoogstensPerPlek = 6
const hoogstensWachtend = 200
const hoogstensWachtBytes = 256 * 1024
/** So often is looked whether somebody is still there, and whether their session is. */
const hartslagMs = 30_000

/**
 * Codes of closing beside that of a session: said what nobody says (RFC 6455 §7.4), what they were in is over, and they
 * opened it elsewhere.
 */
const codes = { onjuist: 1008, voorbij: 4404, elders: 4409 } as const

/** As a browser closes when its page goes (RFC 6455 §7.4.1). */
const VERTREKT = 1001

export interface Draad {
  readonly zend: (bericht: object) => void
  readonly sluit: (waarom: keyof typeof codes) => void
}

export interface Seingast {
  /** The session: with it the connection ends. */
  readonly plek: string
  readonly leeft: () => Promise<boolean>
  readonly verbind: (draad: Draad) => {
    /** One after the other; `undefined`: it could not be read. */
    readonly zegt: (tekst: string | undefined) => Promise<void>
    /** `isVertrokken`: their browser left the page, and says so. */
    readonly weg: (isVertrokken: boolean) => void
  }
}

export interface SeinOpties {
  readonly pad: string
  readonly url: URL | undefined
  readonly log: Log
  readonly hoogstensBytes: number
  readonly wie: (verzoek: IncomingMessage) => Promise<Seingast | undefined>
}

export interface Seinen {
  readonly sluitPlek: (plek: string) => void
}

export function openSeinen(app: FastifyInstance, { pad, url, log, hoogstensBytes, wie }: SeinOpties): Seinen {
  const alle = new Map<WebSocket, { readonly gast: Seingast; isStil: boolean }>()
  const perPlek = new Groepen<WebSocket>()
  addDraaddeur(app, {
    ...{ pad, url, log, hoogstensBytes },
    keur: async (verzoek) => {
      if (alle.size >= hoogstensVerbindingen) return 503
      const gast = await wie(verzoek)
      if (gast === undefined) return 401
      return {
        nog: () => (perPlek.van(gast.plek).size >= hoogstensPerPlek ? 429 : undefined),
        ontvang: (ws) => {
          alle.set(ws, { gast, isStil: false })
          hartslag.zetBij(ws)
          perPlek.zetBij(gast.plek, ws)
          ws.on('close', () => {
            alle.delete(ws)
            hartslag.haalWeg(ws)
            perPlek.haalWeg(gast.plek, ws)
          })
          ontvang(ws, gast, log)
        },
      }
    },
  })
  const kijkNa = async (ws: WebSocket, lid: { readonly gast: Seingast; isStil: boolean }): Promise<void> => {
    // Not a word since the last time: nobody is there any more.
    if (lid.isStil) return ws.terminate()
    lid.isStil = true
    ws.once('pong', () => {
      lid.isStil = false
    })
    ws.ping()
    if (!(await lid.gast.leeft())) ws.close(SESSIE_VOORBIJ)
  }
  const hartslag = maakHartslag<WebSocket>(hartslagMs, (ws) => {
    const lid = alle.get(ws)
    if (lid !== undefined) kijkNa(ws, lid).catch((fout: unknown) => log.waarschuwing('seinen', { fout }))
  })
  app.addHook('preClose', async () => {
    hartslag.stop()
    for (const ws of alle.keys()) ws.terminate()
  })
  return {
    sluitPlek: (plek) => {
      for (const ws of perPlek.van(plek)) ws.close(SESSIE_VOORBIJ)
    },
  }
}

/** In the order in which it was said: an answer never overtakes the offer. */
function ontvang(ws: WebSocket, gast: Seingast, log: Log): void {
  let rij = Promise.resolve()
  let wachtend = 0
  const verbonden = gast.verbind({
    zend: (bericht) => {
      if (ws.readyState !== ws.OPEN) return
      if (ws.bufferedAmount > hoogstensWachtBytes) return ws.terminate()
      ws.send(JSON.stringify(bericht))
    },
    sluit: (waarom) => ws.close(codes[waarom]),
  })
  ws.on('error', () => ws.terminate())
  ws.on('close', (code) => verbonden.weg(code === VERTREKT))
  ws.on('message', (inhoud, isBinair) => {
    if (ws.readyState !== ws.OPEN) return
    if (++wachtend > hoogstensWachtend) return ws.close(codes.onjuist)
    const tekst = isBinair ? undefined : inhoud.toString()
    rij = rij
      .then(() => verbonden.zegt(tekst))
      .catch((fout: unknown) => log.waarschuwing('sein niet doorgegeven', { fout }))
      .finally(() => {
        wachtend -= 1
      })
  })
}

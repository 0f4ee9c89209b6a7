/**
 * Live connections: a browser hears that something changed, and asks for it again with its own rights. What goes over
 * the wire is a kind, an id and a number; nothing of what it is about.
 *
 * A browser sends `{"volg":{"soort":"ketenzaak","id":"…"}}` and gets `{"soort":"ketenzaak","id":"…","nr":12}` at once and
 * at each change, or `"weg":true` when it may not, or not any more.
 */
import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Log } from '../log.ts'
import { type Lid, leesVolg, maakVolger, type Onderwerp, type Volger } from './levend-volger.ts'

/** Named limits: of this node, of one session, and of what one connection may say. */
const hoogstensVerbindingen = 5_000
const hoogstensPerPlek = 8
const hoogstensBerichtBytes = 512
/** So often is looked whether somebody is still there, and whether their session is. */
const hartslagMs = 30_000

export interface LevendOpties {
  readonly pad: string
  /** How people reach us; absent: by the name they asked. */
  readonly url: URL | undefined
  readonly log: Log
  readonly wie: (verzoek: IncomingMessage) => Promise<Lid | undefined>
}

export interface Levend {
  /** Whoever follows it hears of it, when they still may. */
  readonly meld: (onderwerp: Onderwerp) => void
  /** Something may have been missed: everybody hears how it stands. */
  readonly meldAlles: () => void
  readonly sluitPlek: (plek: string) => void
  readonly aantal: () => number
}

/** Stands before every other address of upgrades: those are served as if nothing had been asked. */
export function openLevend(app: FastifyInstance, { pad, url, log, wie }: LevendOpties): Levend {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: hoogstensBerichtBytes,
    perMessageDeflate: false,
  })
  const volgers = new Map<WebSocket, Volger>()
  const vanPlek = (plek: string) => [...volgers.values()].filter((een) => een.lid.plek === plek)
  const isOnze = (verzoek: IncomingMessage) =>
    new URL(verzoek.url ?? '/', 'http://x').pathname === pad &&
    verzoek.headers.upgrade?.toLowerCase() === 'websocket'
  const deur = async (verzoek: IncomingMessage, socket: Duplex, begin: Buffer): Promise<void> => {
    const status = await keur(verzoek)
    if (typeof status === 'number') return weiger(socket, status)
    // Who else came in meanwhile counts as well.
    if (vanPlek(status.plek).length >= hoogstensPerPlek) return weiger(socket, 429)
    server.handleUpgrade(verzoek, socket, begin, (ws) => ontvang(ws, status))
  }
  const keur = async (verzoek: IncomingMessage): Promise<Lid | number> => {
    if (!isVanOnszelf(verzoek, url)) return 403
    if (volgers.size >= hoogstensVerbindingen) return 503
    return (await wie(verzoek)) ?? 401
  }
  const ontvang = (ws: WebSocket, lid: Lid): void => {
    const volger = maakVolger(lid, ws, (fout) => log.waarschuwing('levende verbinding', { fout }))
    volgers.set(ws, volger)
    ws.on('pong', volger.isEr)
    ws.on('error', () => ws.terminate())
    ws.on('close', () => void volgers.delete(ws))
    ws.on('message', (data, isBinair) => volger.zegt(isBinair ? undefined : leesVolg(data.toString())))
  }
  Object.assign(app.server, { shouldUpgradeCallback: isOnze })
  app.server.on('upgrade', (verzoek: IncomingMessage, socket: Duplex, begin: Buffer) => {
    socket.on('error', () => socket.destroy())
    deur(verzoek, socket, begin).catch((fout: unknown) => {
      log.waarschuwing('levende verbinding niet geopend', { fout })
      weiger(socket, 500)
    })
  })
  const hartslag = setInterval(() => {
    for (const volger of volgers.values()) void volger.kijkNa()
  }, hartslagMs)
  hartslag.unref()
  app.addHook('preClose', async () => {
    clearInterval(hartslag)
    for (const ws of volgers.keys()) ws.terminate()
    server.close()
  })
  return {
    meld: (onderwerp) => {
      for (const volger of volgers.values()) volger.meld(onderwerp)
    },
    meldAlles: () => {
      for (const volger of volgers.values()) volger.meldAlles()
    },
    sluitPlek: (plek) => {
      for (const volger of vanPlek(plek)) volger.sluit()
    },
    aantal: () => volgers.size,
  }
}

/** Cookies go along from any website; what the browser says of the page that asks does not lie (RFC 6455 §10.2). */
function isVanOnszelf({ headers }: IncomingMessage, url: URL | undefined): boolean {
  const { origin, host } = headers
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === (url?.host ?? host)
}

function weiger(socket: Duplex, status: number): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nCache-Control: no-store\r\nContent-Length: 0\r\n\r\n`,
  )
}

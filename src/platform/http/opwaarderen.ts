/** Addresses at which a browser opens a WebSocket. Every other upgrade is served as if nothing had been asked. */
import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Log } from '../log.ts'

export interface Draaddeur {
  readonly pad: string
  /** How people reach us; absent: by the name they asked. */
  readonly url: URL | undefined
  readonly log: Log
  /** Largest message that a browser may send, in bytes. */
  readonly hoogstensBytes: number
  /** Who is let in, as what is done with their connection; a number is the status of the refusal. */
  readonly keur: (verzoek: IncomingMessage) => Promise<Binnenlaten | number>
}

export interface Binnenlaten {
  /** Looked at once more just before it opens: who else came in meanwhile counts as well. */
  readonly nog: () => number | undefined
  readonly ontvang: (ws: WebSocket) => void
}

const deuren = new WeakMap<FastifyInstance, Map<string, Draaddeur>>()

/** Asked by a page of another website, or by nobody who may: refused before anything opens. */
export function addDraaddeur(app: FastifyInstance, deur: Draaddeur): void {
  const bekend = deuren.get(app)
  if (bekend !== undefined) {
    bekend.set(deur.pad, deur)
    return
  }
  const alle = new Map([[deur.pad, deur]])
  deuren.set(app, alle)
  const deurVan = ({ url = '/', headers }: IncomingMessage) =>
    headers.upgrade?.toLowerCase() === 'websocket' ? alle.get(new URL(url, 'http://x').pathname) : undefined
  Object.assign(app.server, {
    shouldUpgradeCallback: (verzoek: IncomingMessage) => deurVan(verzoek) !== undefined,
  })
  app.server.on('upgrade', (verzoek: IncomingMessage, socket: Duplex, begin: Buffer) => {
    socket.on('error', () => socket.destroy())
    const gevraagd = deurVan(verzoek)
    if (gevraagd === undefined) return weiger(socket, 404)
    open(gevraagd, { verzoek, socket, begin }).catch((fout: unknown) => {
      gevraagd.log.waarschuwing('levende verbinding niet geopend', { fout })
      weiger(socket, 500)
    })
  })
}

interface Gevraagd {
  readonly verzoek: IncomingMessage
  readonly socket: Duplex
  readonly begin: Buffer
}

async function open(
  { url, hoogstensBytes, keur }: Draaddeur,
  { verzoek, socket, begin }: Gevraagd,
): Promise<void> {
  if (!isVanOnszelf(verzoek, url)) return weiger(socket, 403)
  const binnen = await keur(verzoek)
  if (typeof binnen === 'number') return weiger(socket, binnen)
  const alsnog = binnen.nog()
  if (alsnog !== undefined) return weiger(socket, alsnog)
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: hoogstensBytes,
    perMessageDeflate: false,
    clientTracking: false,
  })
  server.handleUpgrade(verzoek, socket, begin, binnen.ontvang)
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

import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { codeVan, type Foutcode, PlatformError } from '../errors.ts'
import type { Log } from '../log.ts'
import { beveiligingsheaders } from './headers.ts'
import { problemType, problemVan } from './problem.ts'

/**
 * Answers for which no route and no hook runs: an address that cannot be read, headers that are too large, what
 * is no HTTP at all. They carry the same headers and the same kind of body as every other answer.
 */
export interface ZonderRoute {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** How a part of the house answers a fault at one of its addresses; `undefined` when the address is not its own. */
export type Foutantwoord = (
  fout: PlatformError,
  pad: string,
  requestId: string,
) => { readonly headers: Readonly<Record<string, string>>; readonly body: string } | undefined

export interface ZonderRouteOpties {
  readonly log: Log
  readonly isHttps: boolean
  readonly foutantwoord?: Foutantwoord | undefined
}

export function zonderRoute(
  fout: PlatformError,
  { pad, methode, requestId }: { readonly pad: string; readonly methode: string; readonly requestId: string },
  { log, isHttps, foutantwoord }: ZonderRouteOpties,
): ZonderRoute {
  log.info('verzoek', { verzoek: requestId, methode, route: 'onbekend', status: fout.status })
  const eigen = foutantwoord?.(fout, pad, requestId)
  return {
    status: fout.status,
    headers: { ...beveiligingsheaders({ isHttps }), 'content-type': problemType, ...eigen?.headers },
    body: eigen?.body ?? JSON.stringify(problemVan(fout, requestId)),
  }
}

/** What the framework refuses before it looks for a route. Its own message repeats the address, so ours does not use it. */
export function frameworkFout(oorzaak: unknown): PlatformError {
  const code = codeVan(oorzaak)
  if (code === 'FST_ERR_MAX_PARAM_LENGTH') return new PlatformError('adres-te-lang', { cause: oorzaak })
  if (code === 'FST_ERR_BAD_URL')
    return new PlatformError('verzoek-ongeldig', {
      cause: oorzaak,
      detail:
        'Dit adres is niet te lezen: na elk procentteken horen twee cijfers of letters van a tot en met f.',
    })
  return new PlatformError('onverwacht', { cause: oorzaak })
}

/** Named limit: so long may somebody take to read why we hang up. */
const maxAfscheidMs = 1_000

const codes: Readonly<Record<string, Foutcode>> = {
  HPE_HEADER_OVERFLOW: 'kopregels-te-groot',
  ERR_HTTP_REQUEST_TIMEOUT: 'te-traag',
}

/** Writes the answer on a connection on which no request could be read, and ends it. */
export function weigerVerbinding(
  oorzaak: Error & { readonly rawPacket?: unknown },
  socket: Socket,
  opties: ZonderRouteOpties,
): void {
  const code = codeVan(oorzaak) ?? ''
  if (code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy()
    return
  }
  const soort = codes[code]
  const fout =
    soort === undefined
      ? new PlatformError('verzoek-ongeldig', { detail: 'Dit is geen geldig HTTP-verzoek.', cause: oorzaak })
      : new PlatformError(soort, { cause: oorzaak })
  const requestId = randomUUID()
  const { status, headers, body } = zonderRoute(fout, { ...regelVan(oorzaak.rawPacket), requestId }, opties)
  const koppen = { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' }
  const regels = Object.entries(koppen).map(([naam, waarde]) => `${naam}: ${waarde}\r\n`)
  // Not destroyed at once: what was not read yet would make the system throw our answer away.
  socket.setTimeout(maxAfscheidMs, () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${regels.join('')}\r\n${body}`)
}

/** The request line, when the packet that could not be read begins with one. */
function regelVan(pakket: unknown): { readonly methode: string; readonly pad: string } {
  const begin = Buffer.isBuffer(pakket) ? pakket.toString('latin1', 0, 2_000) : ''
  const [, methode = 'onbekend', pad = ''] = /^([A-Z]{3,10}) (\/\S*)/.exec(begin) ?? []
  return { methode, pad }
}

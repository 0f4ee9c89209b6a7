import type { FastifyInstance, FastifyRequest } from 'fastify'
import { PlatformError } from '../errors.ts'
import { grensUit, leesMeerdelig, type MeerdeligFormulier } from './meerdelig.ts'

/** Named limit: the longest form is some hundred answers of a few characters. */
export const maxFormulierBytes = 64 * 1024
/** Named limit: a form with a file. What comes after it is thrown away unread, so that the form can say what was wrong. */
export const maxBestandsformulierBytes = 10 * 1024 * 1024 + 64 * 1024
/** Named limit: more than this is not even thrown away; the connection ends. */
const maxWeggooienBytes = 64 * 1024 * 1024

/** A form that came with a file; in `request.body` of routes that ask for one. */
export class Bestandsformulier {
  readonly formulier: MeerdeligFormulier
  constructor(formulier: MeerdeligFormulier) {
    this.formulier = formulier
  }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** This route takes a form with a file. Others refuse one before reading it. */
    metBestand?: boolean
    /** On this page somebody speaks: the browser may ask for the microphone. */
    metMicrofoon?: boolean
  }
}

/**
 * Reads ordinary forms: `request.body` is then a `URLSearchParams`.
 * A form that another website sent is refused, by what the browser itself says of its origin;
 * that needs no token in the page and no memory on the server.
 */
export function addFormulieren(app: FastifyInstance, { url }: { url: URL | undefined }): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: maxFormulierBytes },
    (request, body, klaar) => {
      if (isVanOnszelf(request, url)) klaar(null, new URLSearchParams(String(body)))
      else klaar(new PlatformError('andere-herkomst'), undefined)
    },
  )
  app.addContentTypeParser(
    'multipart/form-data',
    async (request: FastifyRequest, stroom: AsyncIterable<Buffer>) => {
      if (request.routeOptions.config.metBestand !== true) throw new PlatformError('soort-onbekend')
      if (!isVanOnszelf(request, url)) throw new PlatformError('andere-herkomst')
      const grens = grensUit(request.headers['content-type'] ?? '')
      const formulier = grens === undefined ? undefined : leesMeerdelig(await leesBegin(stroom), grens)
      if (formulier === undefined)
        throw new PlatformError('verzoek-ongeldig', { detail: 'Het formulier is niet te lezen.' })
      return new Bestandsformulier(formulier)
    },
  )
}

/** As much as a form may hold; the rest flows by, so that a browser gets to read the answer. */
async function leesBegin(stroom: AsyncIterable<Buffer>): Promise<Buffer> {
  const stukken: Buffer[] = []
  let bytes = 0
  for await (const stuk of stroom) {
    const over = maxBestandsformulierBytes - bytes
    if (over > 0) stukken.push(stuk.subarray(0, over))
    bytes += stuk.length
    if (bytes > maxWeggooienBytes) throw new PlatformError('te-groot')
  }
  return Buffer.concat(stukken)
}

// Fetch Metadata where the browser has it, else Origin. A client that sends neither is no browser with
// somebody's cookies in it, and so cannot be misled into sending this.
function isVanOnszelf({ headers, host }: FastifyRequest, url: URL | undefined): boolean {
  const soort = headers['sec-fetch-site']
  if (soort !== undefined) return soort === 'same-origin' || soort === 'none'
  const { origin } = headers
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return new URL(origin).host === (url?.host ?? host)
}

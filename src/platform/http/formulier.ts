import type { FastifyInstance, FastifyRequest } from 'fastify'
import { PlatformError } from '../errors.ts'

/** Named limit: the longest form is some hundred answers of a few characters. */
export const maxFormulierBytes = 64 * 1024

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

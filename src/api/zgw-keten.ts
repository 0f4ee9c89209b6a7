/** `/zgw/zaken/…`, `/zgw/catalogi/…`, `/zgw/documenten/…`: chain cases for the systems of organisations that take part. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Toegangsregel } from '../platform/http/index.ts'
import type { Aanbieder } from '../zgw/aanbieder/index.ts'
import { neemRuweTekst, ruweTekst } from './ruwe-tekst.ts'

/** Named limit: a file of a case in base64 (3 MiB), and what is said about it. */
const maxBytes = 5 * 1024 * 1024

/** Who asks shows it in the token; the door looks at that itself, and answers as the standard says. */
const toegang: Toegangsregel = { naam: 'ketensysteem', laatDoor: () => true }

const delen = ['zaken', 'catalogi', 'documenten', 'besluiten'] as const

export async function zgwKeten(
  app: FastifyInstance,
  { deur, wortel }: { readonly deur: Aanbieder; readonly wortel: () => string },
): Promise<void> {
  await app.register(
    async (scope) => {
      neemRuweTekst(scope, maxBytes)
      const beantwoord = async (request: FastifyRequest, reply: FastifyReply) => {
        const { status, koppen, lichaam } = await deur({
          methode: request.method,
          adres: new URL(request.url, wortel()),
          koppen: enkelvoudig(request.headers),
          lichaam: ruweTekst(request),
          van: request.ip,
        })
        return reply
          .status(status)
          .headers(koppen)
          .send(typeof lichaam === 'string' ? lichaam : Buffer.from(lichaam))
      }
      for (const deel of delen)
        scope.route({
          method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
          url: `/${deel}/*`,
          config: { toegang },
          bodyLimit: maxBytes,
          handler: beantwoord,
        })
    },
    { prefix: '/zgw' },
  )
}

/** A header that came twice is none. */
function enkelvoudig(koppen: FastifyRequest['headers']): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(koppen).map(([naam, waarde]) => [naam, typeof waarde === 'string' ? waarde : undefined]),
  )
}

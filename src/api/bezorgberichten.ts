/** `POST /bezorgberichten/email` and `/notify`: what became of what we sent, in the shapes of those who tell it. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Toegangsregel } from '../platform/http/index.ts'
import { PlatformError } from '../platform/index.ts'
import { leesJson } from './json-lezen.ts'

export const bezorgwegen = ['email', 'notify'] as const
export type Bezorgweg = (typeof bezorgwegen)[number]

export interface Bezorgdeur {
  /** Does this header open that door? */
  readonly kent: (weg: Bezorgweg, authorization: string | undefined) => boolean
  /** A raw message, as a mail server would deliver it. */
  readonly email: (ruw: Uint8Array) => Promise<void>
  /** `ongeldig`: this is no message of that service. */
  readonly notify: (lichaam: unknown) => Promise<'ongeldig' | undefined>
}

/** Named limits: a mail comes with the headers of ours, or all of it; a callback is a few lines. */
const maxBytes = { email: 1024 * 1024, notify: 64 * 1024 } as const

export async function bezorgberichten(app: FastifyInstance, { deur }: { deur: Bezorgdeur }): Promise<void> {
  // Asked before anything of the message is read.
  const toegang = (weg: Bezorgweg): Toegangsregel => ({
    naam: 'bezorger',
    laatDoor: ({ headers }) => deur.kent(weg, headers.authorization),
  })
  await app.register(
    async (scope) => {
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser(
        ['application/json', 'message/rfc822'],
        { parseAs: 'buffer', bodyLimit: maxBytes.email },
        async (_request: FastifyRequest, inhoud: Buffer) => inhoud,
      )
      for (const weg of bezorgwegen)
        scope.post(
          `/${weg}`,
          { config: { toegang: toegang(weg) }, bodyLimit: maxBytes[weg] },
          async (request, reply) => {
            // Made by our only parser of bodies; absent when there was none.
            const inhoud = (request.body as Buffer | undefined) ?? Buffer.alloc(0)
            if (weg === 'email') await deur.email(inhoud)
            else {
              const gelezen = leesJson(inhoud)
              const uitkomst = gelezen.ok ? await deur.notify(gelezen.waarde) : 'ongeldig'
              if (uitkomst === 'ongeldig')
                throw new PlatformError('verzoek-ongeldig', { detail: 'Dit is geen bericht van Notify.' })
            }
            return reply.status(204).send()
          },
        )
    },
    { prefix: '/bezorgberichten' },
  )
}

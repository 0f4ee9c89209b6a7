/** `POST /vroegsignalen`: arrears that a creditor tells a municipality, as CloudEvents 1.0 (profile NL GOV), each body signed. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { PlatformError } from '../platform/index.ts'
import type { Vroegontvangst } from '../proactief/index.ts'
import { leesJson } from './json-lezen.ts'

export interface Vroegsignaaldeur {
  /** Who signed these bytes; `undefined`: nobody that we know. */
  readonly bron: (authorization: string | undefined, tekst: string) => string | undefined
  readonly ontvang: (bron: string, gebeurtenissen: unknown) => Promise<Vroegontvangst>
}

/** Named limit: five hundred signals of a kilobyte. */
const maxBytes = 512 * 1024

/**
 * The answer names what was refused, why, and which field: a creditor can repair that. It never says whether the person
 * is known or lives there.
 */
export async function vroegsignaalberichten(
  app: FastifyInstance,
  { deur }: { readonly deur: Vroegsignaaldeur },
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      ['application/cloudevents+json', 'application/cloudevents-batch+json'],
      { parseAs: 'buffer', bodyLimit: maxBytes },
      async (_request: FastifyRequest, inhoud: Buffer) => inhoud,
    )
    scope.post(
      '/vroegsignalen',
      // The signature is over the body, which is read first; whoever signed nothing is told so by the handler.
      {
        config: {
          toegang: { naam: 'signaalpartner', laatDoor: ({ headers }) => headers.authorization !== undefined },
        },
      },
      async (request, reply) => {
        // Made by our only parser of bodies; absent when there was none.
        const inhoud = (request.body as Buffer | undefined) ?? Buffer.alloc(0)
        const bron = deur.bron(request.headers.authorization, inhoud.toString())
        if (bron === undefined) throw new PlatformError('geen-toegang')
        const gelezen = leesJson(inhoud)
        const uitkomst = gelezen.ok
          ? await deur.ontvang(bron, gelezen.waarde)
          : ({ status: 'ongeldig', plaats: '' } as const)
        // A key for something else opens nothing here.
        if (uitkomst.status === 'geen-partner') throw new PlatformError('geen-toegang')
        if (uitkomst.status === 'ongeldig')
          throw new PlatformError('verzoek-ongeldig', {
            detail: `Dit is geen vroegsignaal volgens CloudEvents 1.0: ${uitkomst.plaats === '' ? 'het geheel' : uitkomst.plaats}.`,
          })
        const { status: _, ...telling } = uitkomst
        return reply.status(202).send(telling)
      },
    )
  })
}

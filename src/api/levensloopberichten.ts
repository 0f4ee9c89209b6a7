/** `POST /levensloopberichten`: what happened to people, as CloudEvents 1.0 (profile NL GOV), each body signed. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { PlatformError } from '../platform/index.ts'
import type { Levensloopuitkomst } from '../proactief/index.ts'
import { leesJson } from './json-lezen.ts'

export interface Levensloopdeur {
  /** Who signed these bytes; `undefined`: nobody that we know, or that is connected now. */
  readonly bron: (
    authorization: string | undefined,
    tekst: string,
  ) => string | undefined | Promise<string | undefined>
  readonly ontvang: (bron: string, gebeurtenissen: unknown) => Promise<Levensloopuitkomst>
}

/** Named limit: a thousand messages of half a kilobyte. */
const maxBytes = 512 * 1024

export async function levensloopberichten(
  app: FastifyInstance,
  { deur }: { readonly deur: Levensloopdeur },
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      ['application/cloudevents+json', 'application/cloudevents-batch+json'],
      { parseAs: 'buffer', bodyLimit: maxBytes },
      async (_request: FastifyRequest, inhoud: Buffer) => inhoud,
    )
    scope.post(
      '/levensloopberichten',
      // The signature is over the body, which is read first; whoever signed nothing is told so by the handler.
      {
        config: {
          toegang: { naam: 'levensloopbron', laatDoor: ({ headers }) => headers.authorization !== undefined },
        },
      },
      async (request, reply) => {
        // Made by our only parser of bodies; absent when there was none.
        const inhoud = (request.body as Buffer | undefined) ?? Buffer.alloc(0)
        const bron = await deur.bron(request.headers.authorization, inhoud.toString())
        if (bron === undefined) throw new PlatformError('geen-toegang')
        const gelezen = leesJson(inhoud)
        const uitkomst = gelezen.ok
          ? await deur.ontvang(bron, gelezen.waarde)
          : ({ status: 'ongeldig', plaats: '' } as const)
        if (uitkomst.status === 'ongeldig')
          throw new PlatformError('verzoek-ongeldig', {
            detail: `Dit is geen bericht volgens CloudEvents 1.0: ${uitkomst.plaats === '' ? 'het geheel' : uitkomst.plaats}.`,
          })
        const { status: _, ...telling } = uitkomst
        return reply.status(202).send(telling)
      },
    )
  })
}

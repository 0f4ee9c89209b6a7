/** `POST /zgw/berichten/:bron`: where the notification component of an organisation brings its messages. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Toegangsregel } from '../platform/http/index.ts'
import { PlatformError } from '../platform/index.ts'
import type { Zaakberichten } from '../zaken/index.ts'
import { leesJson } from './json-lezen.ts'

/** Named limit: a message holds five addresses and a few marks. */
const maxBytes = 64 * 1024

export async function zgwBerichten(
  app: FastifyInstance,
  { berichten }: { berichten: Zaakberichten },
): Promise<void> {
  // Only who shows what we gave them for this connection. Asked before anything of the message is read.
  const toegang: Toegangsregel = {
    naam: 'bron',
    laatDoor: ({ headers, params }) => {
      const afzender = berichten.afzender(headers.authorization)
      return afzender !== undefined && afzender === (params as { bron?: string }).bron
    },
  }
  await app.register(
    async (scope) => {
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser(
        'application/json',
        { parseAs: 'buffer', bodyLimit: maxBytes },
        async (_request: FastifyRequest, inhoud: Buffer) => leesJson(inhoud),
      )
      scope.post('/:bron', { config: { toegang }, bodyLimit: maxBytes }, async (request, reply) => {
        const bron = berichten.afzender(request.headers.authorization)
        if (bron === undefined) throw new PlatformError('geen-toegang')
        // Made by our only parser of bodies; absent when there was none.
        const gelezen = (request.body as ReturnType<typeof leesJson> | undefined) ?? leesJson('')
        if (!gelezen.ok) throw ongeldig('', 'Dit is geen JSON.')
        const bewijs = await berichten.notificatie(bron, gelezen.waarde)
        if (bewijs.status === 'ongeldig') throw ongeldig(bewijs.plaats, bewijs.waarom)
        if (bewijs.status === 'vol') throw new PlatformError('niet-gereed')
        return reply.status(204).send()
      })
    },
    { prefix: '/zgw/berichten' },
  )
}

function ongeldig(pointer: string, melding: string): PlatformError {
  return new PlatformError('verzoek-ongeldig', {
    detail: 'Dit is geen bericht volgens Notificaties 1.0.',
    fouten: [{ pointer, melding }],
  })
}

/** `POST /keten/v1/…`: other installations of this software, for cases that lie here, and what they tell of theirs. */
import type { FastifyInstance } from 'fastify'
import type { Toegangsregel } from '../platform/http/index.ts'
import { neemRuweTekst, ruweTekst } from './ruwe-tekst.ts'

/** Named limit: a command with its words. */
const maxBytes = 64 * 1024

export const KETEN_BASIS = '/keten/v1'

/** Who asks shows it in a token for this one message; the door looks at that itself. */
const toegang: Toegangsregel = { naam: 'keteninstallatie', laatDoor: () => true }

export type Ketenantwoord = (verzoek: {
  readonly pad: string
  readonly authorization: string | undefined
  readonly tekst: string
}) => Promise<{
  readonly status: number
  readonly koppen: Readonly<Record<string, string>>
  readonly lichaam: string
}>

export async function keten(app: FastifyInstance, { deur }: { readonly deur: Ketenantwoord }): Promise<void> {
  await app.register(
    async (scope) => {
      neemRuweTekst(scope, maxBytes)
      scope.post<{ Params: { '*': string } }>(
        '/*',
        { config: { toegang }, bodyLimit: maxBytes },
        async (request, reply) => {
          const { status, koppen, lichaam } = await deur({
            pad: request.params['*'],
            authorization: request.headers.authorization,
            tekst: ruweTekst(request),
          })
          return reply
            .status(status)
            .headers({ ...koppen, 'api-version': '1.0.0' })
            .send(lichaam)
        },
      )
    },
    { prefix: KETEN_BASIS },
  )
}

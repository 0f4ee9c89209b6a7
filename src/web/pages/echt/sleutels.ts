import type { FastifyInstance } from 'fastify'
import { openbaar } from '../../../platform/http/index.ts'
import { routes } from '../../routes.ts'
import type { Echtbronnen } from './bronnen.ts'

/** Public keys of who sends (RFC 7517), and the chained log of them, for whoever checks a code without us. */
export function registreerSleutels(app: FastifyInstance, { codes }: Echtbronnen): void {
  const basis = routes.echt.pad
  app.get(`${basis}/sleutels.json`, { config: { toegang: openbaar } }, async (_request, reply) => {
    const keys = (await codes.sleutellog()).map(({ organisatie, jwk }) => ({
      ...jwk,
      alg: 'EdDSA',
      use: 'sig',
      organisatie,
    }))
    return reply.type('application/jwk-set+json').send(JSON.stringify({ keys }))
  })
  app.get(`${basis}/sleutellog.json`, { config: { toegang: openbaar } }, async (_request, reply) =>
    reply.type('application/json').send(JSON.stringify({ regels: await codes.sleutellog() })),
  )
}

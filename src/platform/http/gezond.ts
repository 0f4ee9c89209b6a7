import type { FastifyInstance } from 'fastify'
import { openbaar } from './toegangsregel.ts'

/** How one part of the installation is doing. `uit` is chosen, not broken. */
export interface Onderdeelstand {
  readonly stand: 'goed' | 'beperkt' | 'fout' | 'uit'
  /** For the operator; no addresses, no passwords. */
  readonly melding?: string
  readonly [bijzonderheid: string]: unknown
}

/** Looks, and answers within `maxControleMs`. */
export type Controle = () => Promise<Onderdeelstand> | Onderdeelstand

/** Named limit: a part that does not say how it is counts as broken. */
const maxControleMs = 2_000

/**
 * `GET /gezond`: 200 when every part can do its work, else 503. `beperkt` is still 200: one refused file
 * or one silent source must not take the whole front door out of the load balancer.
 */
export function registerGezond(app: FastifyInstance, onderdelen: ReadonlyMap<string, Controle>): void {
  app.get('/gezond', { config: { toegang: openbaar } }, async (_request, reply) => {
    const standen = await Promise.all(
      [...onderdelen].map(async ([naam, controle]) => [naam, await vraag(controle)] as const),
    )
    const isGereed = standen.every(([, { stand }]) => stand !== 'fout')
    return reply
      .status(isGereed ? 200 : 503)
      .send({ gereed: isGereed, onderdelen: Object.fromEntries(standen) })
  })
}

async function vraag(controle: Controle): Promise<Onderdeelstand> {
  const { promise: teLaat, resolve } = Promise.withResolvers<Onderdeelstand>()
  const wekker = setTimeout(
    () => resolve({ stand: 'fout', melding: 'antwoordt niet op tijd' }),
    maxControleMs,
  )
  try {
    return await Promise.race([controle(), teLaat])
  } catch {
    return { stand: 'fout', melding: 'controle mislukt' }
  } finally {
    clearTimeout(wekker)
  }
}

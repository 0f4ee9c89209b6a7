import type { FastifyRequest } from 'fastify'

/**
 * Who may open a route. Every route names one in `config.toegang`; the kernel refuses to register a
 * route without it, so that nothing is open by accident. Rules about people live in `toegang/`.
 */
export interface Toegangsregel {
  /** For the list of routes and for the log. */
  readonly naam: string
  readonly laatDoor: (request: FastifyRequest) => boolean | Promise<boolean>
}

/** For everybody, logged in or not. Written out, because it is a decision. */
export const openbaar: Toegangsregel = { naam: 'openbaar', laatDoor: () => true }

declare module 'fastify' {
  interface FastifyContextConfig {
    toegang?: Toegangsregel
  }
}

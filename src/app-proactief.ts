import type { FastifyInstance } from 'fastify'
import { levensloopberichten } from './api/index.ts'
import type { Sleutelring } from './audit/index.ts'
import type { Klok } from './platform/index.ts'
import { bronVanToken, openLevensloop } from './proactief/index.ts'
import { levensloopOpslag, type Opslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'

/** The part of the composition root about what happens in people's lives: the door of those who tell it. */
export interface Proactiefdeel {
  readonly registreerLevensloop: (server: FastifyInstance) => Promise<void>
}

export function openProactiefdeel(
  { klok }: { readonly klok: Klok },
  {
    opslag,
    toegang,
    ring,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly toegang: Pick<Toegang, 'audit'>
    readonly ring: Sleutelring
  },
): Proactiefdeel {
  const store = levensloopOpslag(opslag.databank)
  const { ontvang } = openLevensloop({ store, audit: toegang.audit, ring, nu: klok.nu })
  return {
    async registreerLevensloop(server) {
      const bron = (authorization: string | undefined, tekst: string) =>
        bronVanToken(ring, authorization, tekst, klok.nu())
      await server.register(levensloopberichten, { deur: { bron, ontvang } })
    },
  }
}

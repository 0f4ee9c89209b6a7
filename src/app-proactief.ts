import type { FastifyInstance } from 'fastify'
import { type Levensloopdeur, levensloopberichten } from './api/index.ts'
import { type Levensloopbrondeel, openLevensloopbronnendeel } from './app-levensloop.ts'
import type { Sleutelring } from './audit/index.ts'
import type { LopendCorpus } from './corpus/index.ts'
import type { Demo } from './demo/index.ts'
import type { Config, Klok, Levensloop, Log } from './platform/index.ts'
import { openLevensloop } from './proactief/index.ts'
import { levensloopOpslag, type Opslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'

/** The part of the composition root about what happens in people's lives: the door of those who tell it. */
export interface Proactiefdeel {
  readonly registreerLevensloop: (server: FastifyInstance) => Promise<void>
  readonly levensloopbronnen: Levensloopbrondeel
}

export function openProactiefdeel(
  omgeving: { readonly config: Config; readonly klok: Klok; readonly log: Log },
  delen: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly toegang: Toegang
    readonly ring: Sleutelring
    readonly demo: Demo | undefined
  },
  levensloop: Levensloop,
): Proactiefdeel {
  const { opslag, toegang, ring } = delen
  const store = levensloopOpslag(opslag.databank)
  const { ontvang } = openLevensloop({ store, audit: toegang.audit, ring, nu: omgeving.klok.nu })
  const levensloopbronnen = openLevensloopbronnendeel(omgeving, delen, levensloop)
  return {
    async registreerLevensloop(server) {
      const deur: Levensloopdeur = {
        bron: levensloopbronnen.bron,
        ontvang: (bron, wat) => ontvang(bron, wat, levensloopbronnen.soortenVan(bron)),
      }
      await server.register(levensloopberichten, { deur })
    },
    levensloopbronnen,
  }
}

import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { type Levensloopdeur, levensloopberichten } from './api/index.ts'
import { type Levensloopbrondeel, openLevensloopbronnendeel } from './app-levensloop.ts'
import type { Sleutelring } from './audit/index.ts'
import type { LopendCorpus } from './corpus/index.ts'
import type { Demo } from './demo/index.ts'
import type { Config, Klok, Levensloop, Log } from './platform/index.ts'
import { createSignalen, createVolgen, openLevensloop } from './proactief/index.ts'
import { dossierOpslag, levensloopOpslag, type Opslag, signaalOpslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import type { WebOpties } from './web/index.ts'

/** The part of the composition root about what happens in people's lives, and what they hear of it. */
export interface Proactiefdeel {
  readonly registreerLevensloop: (server: FastifyInstance) => Promise<void>
  readonly levensloopbronnen: Levensloopbrondeel
  /** For the pages of whom it is about, and of who helps them. */
  readonly kansen: NonNullable<WebOpties['proactief']>
}

export function openProactiefdeel(
  omgeving: { readonly config: Config; readonly klok: Klok; readonly log: Log },
  deel: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly toegang: Toegang
    readonly ring: Sleutelring
    readonly demo: Demo | undefined
  },
  levensloop: Levensloop,
): Proactiefdeel {
  const { toegang, ring } = deel
  const { databank } = deel.opslag
  const delen = { audit: toegang.audit, ring, nu: omgeving.klok.nu, toeval: randomBytes }
  const { ontvang } = openLevensloop({ ...delen, store: levensloopOpslag(databank) })
  const levensloopbronnen = openLevensloopbronnendeel(omgeving, deel, levensloop)
  const melders = () => levensloopbronnen.lopend().map(({ bron }) => bron)
  return {
    async registreerLevensloop(server) {
      const deur: Levensloopdeur = {
        bron: levensloopbronnen.bron,
        ontvang: (bron, wat) => ontvang(bron, wat, levensloopbronnen.soortenVan(bron)),
      }
      await server.register(levensloopberichten, { deur })
    },
    levensloopbronnen,
    kansen: {
      volgen: createVolgen({ ...delen, store: dossierOpslag(databank), melders }),
      signalen: createSignalen({ ...delen, store: signaalOpslag(databank) }),
      bronnen: levensloopbronnen.lopend,
      // Of no scheme is it established that a message may go by itself: all of them go through a person.
      gronden: () => new Map(),
    },
  }
}

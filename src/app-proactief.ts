import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { levensloopberichten } from './api/index.ts'
import type { Sleutelring } from './audit/index.ts'
import type { Config, Klok } from './platform/index.ts'
import {
  bronVanToken,
  createSignalen,
  createVolgen,
  openLevensloop,
  type Signalen,
  type Volgen,
} from './proactief/index.ts'
import { dossierOpslag, levensloopOpslag, type Opslag, signaalOpslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'

/** The part of the composition root about what happens in people's lives, and what they hear of it. */
export interface Proactiefdeel {
  readonly registreerLevensloop: (server: FastifyInstance) => Promise<void>
  /** For the pages of whom it is about, and of who helps them. */
  readonly kansen: { readonly volgen: Volgen; readonly signalen: Signalen }
}

/** Who tells of events in the demo. */
const proefmelders = ['proef-brp', 'proef-inkomen']

export function openProactiefdeel(
  { klok, config }: { readonly klok: Klok; readonly config: Pick<Config, 'melders' | 'demo'> },
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
  const { databank } = opslag
  const delen = { audit: toegang.audit, ring, nu: klok.nu, toeval: randomBytes }
  const { ontvang } = openLevensloop({ ...delen, store: levensloopOpslag(databank) })
  const melders = config.melders.length === 0 && config.demo ? proefmelders : config.melders
  return {
    async registreerLevensloop(server) {
      const bron = (authorization: string | undefined, tekst: string) =>
        bronVanToken(ring, authorization, tekst, klok.nu())
      await server.register(levensloopberichten, { deur: { bron, ontvang } })
    },
    kansen: {
      volgen: createVolgen({ ...delen, store: dossierOpslag(databank), melders: () => melders }),
      signalen: createSignalen({ ...delen, store: signaalOpslag(databank) }),
    },
  }
}

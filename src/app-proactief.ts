import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { levensloopberichten } from './api/index.ts'
import type { Inwoners } from './app-inwoners.ts'
import { openVolgwerk, type Volgwerk, type Volgwerkdelen } from './app-volgwerk.ts'
import type { OrganisatieId } from './domain/index.ts'
import type { Config, Klok, Log } from './platform/index.ts'
import {
  bronVanToken,
  createSignalen,
  createVolgen,
  openLevensloop,
  type Signalen,
  type Volgen,
} from './proactief/index.ts'
import { dossierOpslag, levensloopOpslag, signaalOpslag } from './store/index.ts'

/** The part of the composition root about what happens in people's lives, and what they hear of it. */
export interface Proactiefdeel {
  readonly registreerLevensloop: (server: FastifyInstance) => Promise<void>
  /** For the pages of whom it is about, and of who helps them. */
  readonly kansen: { readonly volgen: Volgen; readonly signalen: Signalen }
  /** Absent without residents: then nobody can be told, and nothing is worked out. */
  readonly volgwerk: Volgwerk | undefined
}

/** Who tells of events in the demo. */
const proefmelders = ['proef-brp', 'proef-inkomen']

export function openProactiefdeel(
  omgeving: { readonly klok: Klok; readonly config: Config; readonly log: Log },
  gegeven: Pick<Volgwerkdelen, 'opslag' | 'corpus' | 'toegang' | 'ring'> & {
    readonly inwoners: Inwoners | undefined
    readonly organisaties: readonly OrganisatieId[]
  },
): Proactiefdeel {
  const { klok, config } = omgeving
  const { opslag, toegang, ring, inwoners, organisaties } = gegeven
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
    volgwerk:
      inwoners &&
      openVolgwerk(omgeving, {
        ...gegeven,
        registers: inwoners.mijn.registers,
        plaats: inwoners.kanalen.plaats,
        heeftBalie: (organisatie) => organisaties.includes(organisatie),
      }),
    kansen: {
      volgen: createVolgen({ ...delen, store: dossierOpslag(databank), melders: () => melders }),
      signalen: createSignalen({ ...delen, store: signaalOpslag(databank) }),
    },
  }
}

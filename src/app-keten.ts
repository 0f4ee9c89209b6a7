import { randomBytes, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { zgwKeten } from './api/index.ts'
import type { Sleutelring } from './audit/index.ts'
import { type LopendCorpus, verwerkingsregister } from './corpus/index.ts'
import type { OrganisatieId } from './domain/index.ts'
import {
  createConcepten,
  createKetenlijst,
  type Koppelingen,
  type Loket,
  openKoppelingen,
} from './loket/index.ts'
import { createZgwDeur } from './loket/zgw/deur.ts'
import type { Config, Klok } from './platform/index.ts'
import {
  conceptOpslag,
  ketenlijstOpslag,
  ketenzaakOpslag,
  koppelingOpslag,
  type Opslag,
} from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import { bezwaarTegenAdres } from './zaken/index.ts'

export interface Ketenomgeving {
  readonly config: Pick<Config, 'bronnenNetwerk' | 'demo' | 'url'>
  readonly klok: Klok
}

export interface Ketendelen {
  readonly opslag: Pick<Opslag, 'databank'>
  readonly corpus: Pick<LopendCorpus, 'huidig'>
  readonly ring: Sleutelring
  readonly toegang: Pick<Toegang, 'audit'>
}

/** The settings of connections for chain cases; also for a command. */
export function openKetenkoppelingen(
  { config, klok }: Ketenomgeving,
  { opslag, corpus, ring, toegang }: Ketendelen,
): Koppelingen {
  const netwerk = { isDemo: config.demo, toegestaan: config.bronnenNetwerk }
  return openKoppelingen({
    store: koppelingOpslag(opslag.databank),
    ring,
    audit: toegang.audit,
    kentOrganisatie: (id) => corpus.huidig().organisaties.has(id),
    magAdres: ({ href }) => bezwaarTegenAdres(href, netwerk) === undefined,
    nu: klok.nu,
    toeval: randomBytes,
  })
}

export interface Ketendeel {
  /** Hangs the doors for other organisations into the server. */
  readonly registreer: (server: FastifyInstance) => Promise<void>
  /** Where people and systems reach us, once we listen. */
  readonly zetAdres: (adres: URL) => void
}

/** In which role the system of an organisation acts: it works for whoever handles things there. */
const systeemrollen = ['behandelaar'] as const

/** The part of the composition root that lets other organisations take part in chain cases from their own systems. */
export function openKeten(
  omgeving: Ketenomgeving,
  delen: Ketendelen & {
    readonly toegang: Pick<Toegang, 'audit' | 'doelenVoor' | 'pseudoniemVoor'>
    readonly loket: Loket
    readonly organisaties: readonly OrganisatieId[]
  },
): Ketendeel {
  const { config, klok } = omgeving
  const { opslag, corpus, ring, toegang, loket, organisaties } = delen
  const { nu } = klok
  let hier = config.url ?? new URL('http://localhost')
  const wortel = () => new URL('/zgw', hier).href
  const koppelingen = openKetenkoppelingen(omgeving, delen)
  const zgw = createZgwDeur({
    loket,
    lijst: createKetenlijst({
      store: ketenzaakOpslag(opslag.databank),
      lijst: ketenlijstOpslag(opslag.databank),
      audit: toegang.audit,
      register: () => verwerkingsregister(corpus.huidig().verwerkingen),
      nu,
    }),
    concepten: createConcepten({ store: conceptOpslag(opslag.databank), ring, nu, toeval: randomBytes }),
    koppelingen,
    eigen: () => organisaties,
    naamVan: (id) => corpus.huidig().organisaties.get(id)?.naam ?? id,
    pseudoniem: (organisatie, persoon) => toegang.pseudoniemVoor(`keten ${organisatie}`, persoon).waarde,
    vragerVan: (organisatie, medewerker) => ({
      subject: {
        soort: 'medewerker',
        medewerker,
        organisatie,
        rollen: systeemrollen,
        doelen: toegang.doelenVoor(systeemrollen),
      },
      voor: { soort: 'zelf' },
    }),
    wortel,
    nu,
    uuid: randomUUID,
  })
  return {
    registreer: async (server) => {
      await server.register(zgwKeten, { deur: zgw, wortel })
    },
    zetAdres: (adres) => {
      // What people type goes before where we happen to listen.
      if (config.url === undefined) hier = adres
    },
  }
}

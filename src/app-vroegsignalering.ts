import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Afspraken } from './afspraken/index.ts'
import { vroegsignaalberichten } from './api/index.ts'
import type { Sleutelring } from './audit/index.ts'
import { type LopendCorpus, MEEGELEVERD } from './corpus/index.ts'
import type { Demo } from './demo/index.ts'
import { parseOrganisatieId } from './domain/index.ts'
import type { PersoonsRegister, Zoekregister } from './inwoner/index.ts'
import type { Berichten } from './kanalen/index.ts'
import { loadTeksten } from './platform/i18n/index.ts'
import { type Config, herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import {
  bronsleutel,
  bronVanToken,
  createHulpaanbiedingen,
  createUitzoekwerk,
  type Hulpaanbiedingen,
  koppelSignalen,
  openVroegontvangst,
  vroegsignaalDoel,
} from './proactief/index.ts'
import { hulpaanbodOpslag, type Opslag, vroegsignaalOpslag, wisVroegsignalen } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import { maakHulpaanbodOpsteller } from './web/index.ts'

/** Named limits: so often is looked whom new signals are about, and what may no longer be kept. */
const koppelMs = 2_000
const wisMs = 3_600_000

/** The part of the composition root that is about early signalling of arrears. */
export interface Vroegdeel {
  readonly hulpaanbiedingen: Hulpaanbiedingen
  readonly registreer: (server: FastifyInstance) => Promise<void>
  /** Made-up creditors get their key, and hear where to tell it. */
  readonly begin: (adres: URL, demo: Demo | undefined) => Promise<void>
}

export function openVroegsignalering(
  { config, klok, log }: { readonly config: Config; readonly klok: Klok; readonly log: Log },
  {
    opslag,
    corpus,
    toegang: { audit },
    ring,
    berichten,
    afspraken,
    zoekregister,
    personen,
  }: {
    readonly opslag: Pick<Opslag, 'databank' | 'bewaring'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly toegang: Pick<Toegang, 'audit'>
    readonly ring: Sleutelring
    readonly berichten: Pick<Berichten, 'stuur'>
    readonly afspraken?: Afspraken | undefined
    readonly zoekregister: Zoekregister
    readonly personen: PersoonsRegister
  },
  levensloop: Levensloop,
): Vroegdeel {
  const gedeeld = { ring, nu: klok.nu, toeval: randomBytes }
  const store = vroegsignaalOpslag(opslag.databank)
  const { ontvang } = openVroegontvangst({ ...gedeeld, store })
  const meld = (wat: string) => (fout: unknown) => log.waarschuwing(wat, { fout })
  const koppeldelen = { ...gedeeld, store, zoekregister, personen, audit }
  const koppel = () => koppelSignalen(koppeldelen)
  const aanbiedingen = hulpaanbodOpslag(opslag.databank)
  const wis = () =>
    wisVroegsignalen(opslag.bewaring, klok.nu(), ({ persoon, aanbod }) =>
      audit.verzegel({
        onderwerp: `persoon:${persoon}`,
        soort: 'gewist',
        tijd: klok.nu(),
        codes: { verwerking: vroegsignaalDoel, aanbod },
      }),
    )
  const werk = [
    herhaal(koppelMs, koppel, meld('vroegsignalen niet gekoppeld')),
    herhaal(wisMs, wis, meld('vroegsignalen niet gewist'), { meteen: true }),
  ]
  levensloop.bijSluiten('vroegsignalen', async () => {
    await Promise.all(werk.map((stop) => stop()))
  })
  return {
    hulpaanbiedingen: createHulpaanbiedingen({
      ...{ ...gedeeld, audit, berichten, afspraken },
      isOverleden: async (persoon) => {
        const verwerking = {
          ...{ doel: vroegsignaalDoel, gegevens: ['inschrijving'], betrokkenen: [persoon] },
          door: { soort: 'taak', taak: 'vroegsignalering' },
        } as const
        const uit = await audit.metVerwerking(verwerking, (bewijs) => personen.raadpleeg(persoon, bewijs))
        return uit.status === 'ok' && uit.gegevens.isOverleden
      },
      store: aanbiedingen,
      uitzoeken: createUitzoekwerk({ ...koppeldelen, aanbiedingen }),
      opstel: maakHulpaanbodOpsteller(loadTeksten(join(MEEGELEVERD, 'teksten')), {
        naamVan: (id) => corpus.huidig().organisaties.get(id)?.naam ?? id,
        site: config.url?.host ?? `localhost:${config.poort}`,
      }),
    }),

    async registreer(server) {
      const bron = (authorization: string | undefined, tekst: string) =>
        bronVanToken(ring, authorization, tekst, klok.nu())
      await server.register(vroegsignaalberichten, { deur: { bron, ontvang } })
    },

    async begin(adres, demo) {
      if (demo === undefined) return
      const { schuldeisers, schuldeisersgemeente } = await import('./demo/index.ts')
      const organisatie = parseOrganisatieId(schuldeisersgemeente.organisatie)
      if (organisatie === undefined) throw new Error('de gemeente van de demo bestaat niet')
      for (const { bron, soort, naam } of schuldeisers)
        await store.zetPartner({
          ...{ bron, soort, naam, organisatie },
          gemeente: schuldeisersgemeente.gemeente,
          zoektOpAdres: true,
        })
      const sleutels = new Map(schuldeisers.map(({ bron }) => [bron, bronsleutel(ring, bron)]))
      demo.schuldeisers.zetAdres(new URL('/vroegsignalen', adres), sleutels)
    },
  }
}

import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { type Beldeel, openBeldeel } from './app-bellen.ts'
import { type Ketendeel, openKeten } from './app-keten.ts'
import { openLevenddeel } from './app-levend.ts'
import { zoneVan } from './app-zaken.ts'
import type { Sleutelring } from './audit/index.ts'
import { type LopendCorpus, verwerkingsregister } from './corpus/index.ts'
import { type OrganisatieId, type PersoonId, parseKvkNummer } from './domain/index.ts'
import { createLoket, type Loket, type MeldKeten, type Toevoeging } from './loket/index.ts'
import { type Config, herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import { ketenzaakOpslag, type Opslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import type { Web, WebOpties } from './web/index.ts'

/** Named limits: so often is looked whether time changes something in a case, and whether somebody is to be told. */
const klokMs = 60_000
const zendMs = 1_000

export interface Loketdelen {
  readonly loket: Loket
  readonly keten: Ketendeel
  readonly bellen: Beldeel
  /** Where browsers hold a line open: to hear of changes, and to call. */
  readonly openDeuren: (server: FastifyInstance, deuren: Web['deuren']) => void
}

type Omgeving = Parameters<typeof openBeldeel>[0] &
  Parameters<typeof openKeten>[0] &
  Parameters<typeof openLevenddeel>[0]

/**
 * Chain cases of this installation and of others, as one desk; whoever has one before them, and other systems, hear
 * that it changed.
 */
export function openLoketdelen(
  omgeving: Omgeving,
  {
    organisaties,
    ...delen
  }: Parameters<typeof openKeten>[1] &
    Parameters<typeof openLevenddeel>[1] & { readonly organisaties: readonly OrganisatieId[] },
  levensloop: Levensloop,
): Loketdelen {
  const levend = openLevenddeel(omgeving, delen, levensloop)
  const bellen = openBeldeel(omgeving, { ...delen, levend }, levensloop)
  const keten = openKeten(omgeving, delen, levensloop)
  const gewijzigd = (id: string) => levend.meld({ soort: 'ketenzaak', id })
  const eigen = openLoket(omgeving, { ...delen, meld: keten.meld, gewijzigd }, levensloop)
  return {
    ...{ loket: keten.sluitAan(eigen, organisaties), keten, bellen },
    openDeuren: (server, deuren) => {
      levend.open(server, deuren.levend)
      bellen.open(server, deuren.seinen)
    },
  }
}

/** The part of the composition root that is about chain cases. */
function openLoket(
  { config, klok, log }: { readonly config: Pick<Config, 'url'>; readonly klok: Klok; readonly log: Log },
  {
    opslag,
    corpus,
    toegang,
    ring,
    meld,
    gewijzigd,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly toegang: Pick<Toegang, 'audit'>
    readonly ring: Sleutelring
    /** Tells other systems of what happens in a chain. */
    readonly meld: MeldKeten
    /** Whoever has the case before them hears that it changed. */
    readonly gewijzigd: (ketenzaak: string) => void
  },
  levensloop: Levensloop,
): Loket {
  const store = ketenzaakOpslag(opslag.databank)
  const loket = createLoket({
    store: { ...store, voegToe: (een) => store.voegToe(een).then(vertel(een, gewijzigd)) },
    audit: toegang.audit,
    ring,
    register: () => verwerkingsregister(corpus.huidig().verwerkingen),
    isOverheid: (id) => corpus.huidig().organisaties.get(id)?.overheid === true,
    zoneVan: (id) => zoneVan(corpus.huidig(), id),
    meld,
    source: new URL('/ketenzaken', config.url ?? 'http://localhost').href,
    nu: klok.nu,
    toeval: randomBytes,
  })
  const werk = [
    herhaal(klokMs, loket.klok, (fout) =>
      log.waarschuwing('termijnen van ketenzaken niet bekeken', { fout }),
    ),
    herhaal(zendMs, loket.zend, (fout) =>
      log.waarschuwing('voorvallen van ketenzaken niet gemeld', { fout }),
    ),
  ]
  levensloop.bijSluiten('loket', async () => {
    await Promise.all(werk.map((stop) => stop()))
  })
  return loket
}

/** After it was written, so that whoever looks then sees it. */
function vertel(
  { ketenzaak, voorvallen }: Pick<Toevoeging, 'ketenzaak' | 'voorvallen'>,
  gewijzigd: (ketenzaak: string) => void,
) {
  return (uitkomst: 'ok' | 'ingehaald') => {
    if (uitkomst === 'ok' && voorvallen.length > 0) gewijzigd(ketenzaak)
    return uitkomst
  }
}

type Loketbronnen = NonNullable<WebOpties['loket']>

/** What the pages of chain cases need. */
export function loketbronnen(
  toegang: Pick<Toegang, 'beslis' | 'kluis'>,
  { loket, bellen: { gesprekken, seinpost } }: Pick<Loketdelen, 'loket' | 'bellen'>,
  berichten: Loketbronnen['berichten'],
): Loketbronnen {
  const { beslis } = toegang
  return { loket, beslis, bedrijfBij: bedrijfBij(toegang), berichten, gesprekken, seinpost }
}

/** An invitation names a company by its number; what is kept of it is the id that the login gives as well. */
function bedrijfBij({ kluis }: Pick<Toegang, 'kluis'>) {
  return async (kvk: string): Promise<PersoonId | undefined> => {
    const nummer = parseKvkNummer(kvk)
    return nummer && kluis.persoonBij(nummer)
  }
}

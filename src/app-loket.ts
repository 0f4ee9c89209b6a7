import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Beldeel, openBeldeel } from './app-bellen.ts'
import { type Ketendeel, openKeten } from './app-keten.ts'
import { type Klantwerkdeel, openKlantwerk } from './app-klantwerk.ts'
import { openLevenddeel } from './app-levend.ts'
import { openLijndeel } from './app-lijnloop.ts'
import { openNotities } from './app-notities.ts'
import { zoneVan } from './app-zaken.ts'
import type { Sleutelring } from './audit/index.ts'
import { type LopendCorpus, MEEGELEVERD, verwerkingsregister } from './corpus/index.ts'
import { type OrganisatieId, type PersoonId, parseKvkNummer } from './domain/index.ts'
import type { Berichten } from './kanalen/index.ts'
import type { Lijn, Notities, Publieklijn } from './lijnen/index.ts'
import {
  createConcepten,
  createInwonermelding,
  createInwonerverteller,
  createLoket,
  type Loket,
  type MeldKeten,
  type Toevoeging,
} from './loket/index.ts'
import { loadTeksten } from './platform/i18n/index.ts'
import { type Config, codeVan, herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import {
  conceptOpslag,
  ketenwerkOpslag,
  ketenzaakOpslag,
  leringOpslag,
  type Opslag,
  uitgaandOpslag,
} from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import { maakSpraak, type Web, type WebOpties } from './web/index.ts'

/** Named limits: so often is looked whether time changes something in a case, and whether somebody is to be told. */
const klokMs = 60_000
const zendMs = 1_000

export interface Loketdelen {
  readonly loket: Loket
  readonly keten: Ketendeel
  readonly klantwerk: Klantwerkdeel
  readonly bellen: Beldeel
  readonly lijn: Lijn
  readonly publieklijn: Publieklijn
  readonly notities: Notities
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
    berichten,
    ...delen
  }: Parameters<typeof openKeten>[1] &
    Parameters<typeof openLevenddeel>[1] &
    Parameters<typeof openKlantwerk>[1] & {
      readonly organisaties: readonly OrganisatieId[]
      /** To who a case is about; absent: nobody of them can log in here, and there are none. */
      readonly berichten: Pick<Berichten, 'stuur'> | undefined
    },
  levensloop: Levensloop,
): Loketdelen {
  const levend = openLevenddeel(omgeving, delen, levensloop)
  const gesprekken = () => bellen.gesprekken
  const { lijn, publieklijn, naGesprek } = openLijndeel(
    omgeving,
    { ...delen, levend, gesprekken, organisaties },
    levensloop,
  )
  const bellen = openBeldeel(omgeving, { ...delen, levend, naGesprek, organisaties }, levensloop)
  const inwoner = berichten && openInwonerberichten(omgeving, { ...delen, berichten })
  const keten = openKeten(omgeving, { ...delen, vertel: inwoner?.vertel }, levensloop)
  const klantwerk = openKlantwerk(omgeving, delen, levensloop)
  const meld: MeldKeten = async (nieuws) => {
    await inwoner?.meld(nieuws)
    await keten.meld(nieuws)
    await klantwerk.meld(nieuws)
  }
  const gewijzigd = (id: string) => levend.meld({ soort: 'ketenzaak', id })
  const bereik = maakBereik(omgeving, organisaties, keten)
  const eigen = openLoket(omgeving, { ...delen, meld, gewijzigd, bereik, organisaties }, levensloop)
  const loket = keten.sluitAan(eigen, organisaties)
  return {
    ...{ loket, keten, bellen, lijn, publieklijn, klantwerk },
    notities: openNotities(omgeving, { ...delen, loket }),
    openDeuren: (server, deuren) => {
      levend.open(server, deuren.levend)
      bellen.open(server, deuren.seinen)
    },
  }
}

/** What happens in a case, told to whoever it is about: laid in the outbox, and from there among their messages. */
function openInwonerberichten(
  { klok }: Pick<Omgeving, 'klok'>,
  {
    opslag,
    corpus,
    toegang,
    ring,
    berichten,
  }: Pick<Parameters<typeof openKeten>[1], 'opslag' | 'corpus' | 'toegang' | 'ring'> & {
    readonly berichten: Pick<Berichten, 'stuur'>
  },
) {
  const store = ketenzaakOpslag(opslag.databank)
  return {
    meld: createInwonermelding({ store, uitgaand: uitgaandOpslag(opslag.databank), nu: klok.nu }),
    vertel: createInwonerverteller({
      ...{ store, audit: toegang.audit, ring, berichten },
      spraken: maakSpraak(loadTeksten(join(MEEGELEVERD, 'teksten'))),
      naamVan: (id) => corpus.huidig().organisaties.get(id)?.naam ?? id,
    }),
  }
}

/** Named limit: so long may a page still say of an organisation what was true before its connection changed. */
const bereikMs = 10_000

/** Who sees what they are asked: whose professionals log in here, and who is told by a connection. */
function maakBereik(
  { klok }: Pick<Omgeving, 'klok'>,
  hier: readonly OrganisatieId[],
  { koppelingen }: Pick<Ketendeel, 'koppelingen'>,
) {
  let gelezen: { readonly op: number; readonly wie: ReadonlySet<OrganisatieId> } | undefined
  return async () => {
    const op = klok.nu().getTime()
    if (gelezen === undefined || Math.abs(op - gelezen.op) > bereikMs) {
      const gekoppeld = (await koppelingen.verbindingen()).flatMap(({ koppeling }) =>
        koppeling.meldadres === undefined ? [] : [koppeling.organisatie],
      )
      gelezen = { op, wie: new Set([...hier, ...gekoppeld]) }
    }
    const { wie } = gelezen
    return (organisatie: OrganisatieId) => wie.has(organisatie)
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
    bereik,
    organisaties,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly toegang: Pick<Toegang, 'audit'>
    readonly ring: Sleutelring
    /** Tells other systems of what happens in a chain. */
    readonly meld: MeldKeten
    /** Whoever has the case before them hears that it changed. */
    readonly gewijzigd: (ketenzaak: string) => void
    readonly bereik: Loket['bereik']
    /** Of whom professionals work here. */
    readonly organisaties: readonly OrganisatieId[]
  },
  levensloop: Levensloop,
): Loket {
  const store = ketenzaakOpslag(opslag.databank)
  const loket = createLoket({
    store: { ...store, voegToe: (een) => store.voegToe(een).then(vertel(een, gewijzigd)) },
    werk: ketenwerkOpslag(opslag.databank),
    audit: toegang.audit,
    ring,
    concepten: createConcepten({
      ...{ store: conceptOpslag(opslag.databank), ring },
      ...{ nu: klok.nu, toeval: randomBytes },
    }),
    register: () => verwerkingsregister(corpus.huidig().verwerkingen),
    isOverheid: (id) => corpus.huidig().organisaties.get(id)?.overheid === true,
    ontvangers: () => organisaties.filter((id) => corpus.huidig().organisaties.get(id)?.overheid === true),
    zoneVan: (id) => zoneVan(corpus.huidig(), id),
    bereik,
    meld,
    source: new URL('/ketenzaken', config.url ?? 'http://localhost').href,
    nu: klok.nu,
    toeval: randomBytes,
    meldFout: (ketenzaak, fout, wat) =>
      log.waarschuwing(
        wat === 'klok'
          ? 'termijnen van een ketenzaak niet bekeken'
          : 'voorvallen van een ketenzaak niet gemeld',
        { ketenzaak, code: codeVan(fout), fout },
      ),
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
  {
    loket,
    lijn,
    notities,
    bellen: { gesprekken, seinpost, belTelefoon, leesNummer },
  }: Pick<Loketdelen, 'loket' | 'bellen' | 'lijn' | 'notities'>,
  opslag: Pick<Opslag, 'databank'>,
  berichten: Loketbronnen['berichten'],
): Loketbronnen {
  return {
    ...{ loket, lijn, gesprekken, notities, seinpost, belTelefoon, leesNummer, berichten },
    lering: leringOpslag(opslag.databank),
    beslis: toegang.beslis,
    bedrijfBij: bedrijfBij(toegang),
  }
}

/** An invitation names a company by its number; what is kept of it is the id that the login gives as well. */
function bedrijfBij({ kluis }: Pick<Toegang, 'kluis'>) {
  return async (kvk: string): Promise<PersoonId | undefined> => {
    const nummer = parseKvkNummer(kvk)
    return nummer && kluis.persoonBij(nummer)
  }
}

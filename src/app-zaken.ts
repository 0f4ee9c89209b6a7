import { join } from 'node:path'
import type { Sleutelring } from './audit/index.ts'
import { type GeladenCorpus, type LopendCorpus, MEEGELEVERD } from './corpus/index.ts'
import type { OrganisatieId } from './domain/index.ts'
import { datumOp, type Tijdzone } from './kalender/index.ts'
import type { Bronstand } from './platform/bron/index.ts'
import type { Controle } from './platform/http/index.ts'
import { loadTeksten } from './platform/i18n/index.ts'
import type { Config, Klok, Levensloop, Log } from './platform/index.ts'
import type { Opslag } from './store/index.ts'
import { inzendingOpslag, portaalOpslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import { adres, maakZaaknieuwsOpsteller, maakZaaksignaalOpsteller } from './web/index.ts'
import {
  type Aangesloten,
  createPortalen,
  createSignaalwacht,
  createZaken,
  type GemaakteZaken,
  gewoneToonregels,
  openInzendingen,
  type Portalen,
  type Signaalwacht,
  type SignaalwachtOnderdelen,
  type Wekker,
  type Zaakbronnen,
  type Zaakindex,
  type Zaaksignalen,
} from './zaken/index.ts'
import type { ZgwZaakbron } from './zaken/zgw/zgw.ts'

/** The part of the composition root that is about running cases at other organisations. */
interface Omgeving {
  readonly config: Pick<Config, 'portalen' | 'url'>
  readonly klok: Klok
  readonly log: Log
}

export interface ZakenDeel {
  readonly zaken: GemaakteZaken
  readonly portalen: Portalen
  readonly signalen: Pick<Zaaksignalen, 'open'>
  readonly controles: readonly (readonly [string, Controle])[]
}

export function openZaken(
  { config, klok, log }: Omgeving,
  {
    opslag,
    corpus,
    toegang,
    zaakbronnen,
    zaakindex,
    signalen,
    ring,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly toegang: Pick<Toegang, 'audit' | 'begrenzer' | 'bijEinde' | 'kluis'>
    /** As they are connected at each moment. */
    readonly zaakbronnen: Zaakbronnen<ZgwZaakbron>
    readonly zaakindex: { readonly index: Zaakindex }
    readonly signalen: Pick<Zaaksignalen, 'open'>
    readonly ring: Sleutelring
  },
  levensloop: Levensloop,
): ZakenDeel {
  const zaken = createZaken({
    verbindingen: zaakbronnen.alle,
    bijWissel: zaakbronnen.bijWissel,
    zaaktaal: () => corpus.huidig().zaaktaal,
    audit: toegang.audit,
    bereidVoor: toegang.kluis.leesVooruit,
    nu: klok.nu,
    wekker: losseWekker,
    zone: (organisatie) => zoneVan(corpus.huidig(), organisatie),
    meld: (wat, velden) => log.waarschuwing(wat, velden),
    index: zaakindex.index,
    inzendingen: openInzendingen({
      store: inzendingOpslag(opslag.databank),
      audit: toegang.audit,
      ring,
      nu: klok.nu,
    }),
  })
  toegang.bijEinde(zaken.vergeet)
  levensloop.bijSluiten('zaken', async () => zaken.sluit())
  const portalen = openPortalen({ klok, config }, { opslag, corpus, toegang, zaakbronnen, zaken })
  return { zaken, portalen, signalen, controles: [['zaken', () => zakenstand(zaakbronnen.alle())]] }
}

/** Tells people and organisations of cases that take too long, in the words of the shipped texts. */
export function openWacht(
  opties: Parameters<typeof openSignaalwacht>[0],
  delen: Omit<Parameters<typeof openSignaalwacht>[1], 'audit' | 'opstel' | 'opstelNieuws'> & {
    readonly toegang: Pick<Toegang, 'audit'>
  },
): Signaalwacht {
  const { corpus, toegang } = delen
  const naamVan = (id: string) => corpus.huidig().organisaties.get(id)?.naam ?? id
  const teksten = loadTeksten(join(MEEGELEVERD, 'teksten'))
  const opstel = maakZaaksignaalOpsteller(teksten, naamVan)
  const opstelNieuws = maakZaaknieuwsOpsteller(teksten, naamVan)
  return openSignaalwacht(opties, { ...delen, audit: toegang.audit, opstel, opstelNieuws })
}

/** Other portals, which ask what residents let them show. Where none is named, nobody gets in. */
function openPortalen(
  { klok, config }: Pick<Omgeving, 'klok' | 'config'>,
  {
    opslag,
    corpus,
    toegang,
    zaakbronnen,
    zaken,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly toegang: Pick<Toegang, 'audit' | 'begrenzer' | 'kluis'>
    readonly zaakbronnen: Pick<Zaakbronnen, 'bij'>
    readonly zaken: GemaakteZaken
  },
): Portalen {
  const { url } = config
  return createPortalen({
    portalen: config.portalen,
    store: portaalOpslag(opslag.databank),
    audit: toegang.audit,
    begrenzer: toegang.begrenzer,
    kluis: toegang.kluis,
    zaken,
    nu: klok.nu,
    woorden: {
      rsinVan: (bron) => zaakbronnen.bij(bron)?.instelling.rsins[0],
      naamVan: (id) => corpus.huidig().organisaties.get(id)?.naam ?? id,
      adresVan: ({ bron, uuid }) => url && new URL(adres('nl', 'zaak', { bron, zaak: uuid }), url).href,
    },
  })
}

/** Finds what is late or silent among cases that were fetched anyway. */
function openSignaalwacht(
  { klok }: Pick<Omgeving, 'klok'>,
  {
    corpus,
    zaakbronnen,
    ...rest
  }: Pick<SignaalwachtOnderdelen, 'audit' | 'berichten' | 'opstel' | 'opstelNieuws' | 'signalen'> & {
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly zaakbronnen: Pick<Zaakbronnen, 'bij'>
  },
): Signaalwacht {
  return createSignaalwacht({
    ...rest,
    nu: klok.nu,
    leeswijze: ({ ref, organisatie }) => {
      const zone = zoneVan(corpus.huidig(), organisatie)
      return {
        zaaktaal: corpus.huidig().zaaktaal,
        regels: zaakbronnen.bij(ref.bron)?.instelling.regels ?? gewoneToonregels,
        zone,
        vandaag: datumOp(klok.nu(), zone),
      }
    },
  })
}

/** Keeps nothing alive: what is still asked when the program ends is of no use any more. */
const losseWekker: Wekker = (ms, fn) => {
  const wekker = setTimeout(fn, ms)
  wekker.unref()
  return () => clearTimeout(wekker)
}

export function zoneVan({ organisaties, engine }: GeladenCorpus, organisatie: OrganisatieId): Tijdzone {
  const gebied = organisaties.get(organisatie)?.gebied
  const plaats = gebied === undefined ? undefined : engine.vocabulaire.gebieden.get(gebied)
  return plaats?.tijdzone === 'America/Kralendijk' ? 'America/Kralendijk' : 'Europe/Amsterdam'
}

/** One part for all of them: how many, and which do not answer well. */
function zakenstand(aan: readonly Aangesloten<ZgwZaakbron>[]): ReturnType<Controle> {
  const haperend = aan
    .filter(({ bron }) => Object.values(bron.standen()).some(isZiek))
    .map(({ bron }) => bron.id)
  return {
    stand: haperend.length === 0 ? 'goed' : 'beperkt',
    bronnen: aan.length,
    goed: aan.length - haperend.length,
    ...(haperend.length > 0 && { haperend }),
  }
}

function isZiek({ keten, foutSinds }: Bronstand): boolean {
  return keten !== 'dicht' || foutSinds !== undefined
}

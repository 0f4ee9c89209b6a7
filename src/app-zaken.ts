import type { GeladenCorpus, LopendCorpus } from './corpus/index.ts'
import type { OrganisatieId } from './domain/index.ts'
import { datumOp, type Tijdzone } from './kalender/index.ts'
import type { Bronstand } from './platform/bron/index.ts'
import type { Controle } from './platform/http/index.ts'
import type { Klok, Levensloop, Log } from './platform/index.ts'
import type { Toegang } from './toegang/index.ts'
import {
  type Aangesloten,
  createSignaalwacht,
  createZaken,
  type GemaakteZaken,
  gewoneToonregels,
  type Signaalwacht,
  type SignaalwachtOnderdelen,
  type Wekker,
  type Zaakbronnen,
  type Zaakindex,
  type ZaaksignaalStore,
} from './zaken/index.ts'
import type { ZgwZaakbron } from './zaken/zgw/zgw.ts'

/** The part of the composition root that is about running cases at other organisations. */
interface Omgeving {
  readonly klok: Klok
  readonly log: Log
}

export interface ZakenDeel {
  readonly zaken: GemaakteZaken
  readonly signalen: Pick<ZaaksignaalStore, 'open'>
  readonly controles: readonly (readonly [string, Controle])[]
}

export function openZaken(
  { klok, log }: Omgeving,
  {
    corpus,
    toegang,
    zaakbronnen,
    index,
    signalen,
  }: {
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly toegang: Pick<Toegang, 'audit' | 'bijEinde'>
    /** As they are connected at each moment. */
    readonly zaakbronnen: Zaakbronnen<ZgwZaakbron>
    readonly index: Zaakindex
    readonly signalen: Pick<ZaaksignaalStore, 'open'>
  },
  levensloop: Levensloop,
): ZakenDeel {
  const zaken = createZaken({
    verbindingen: zaakbronnen.alle,
    zaaktaal: () => corpus.huidig().zaaktaal,
    audit: toegang.audit,
    nu: klok.nu,
    wekker: losseWekker,
    zone: (organisatie) => zoneVan(corpus.huidig(), organisatie),
    meld: (wat, velden) => log.waarschuwing(wat, velden),
    index,
  })
  toegang.bijEinde(zaken.vergeet)
  levensloop.bijSluiten('zaken', async () => zaken.sluit())
  return { zaken, signalen, controles: [['zaken', () => zakenstand(zaakbronnen.alle())]] }
}

/** Finds what is late or silent among cases that were fetched anyway. */
export function openSignaalwacht(
  { klok }: Pick<Omgeving, 'klok'>,
  {
    corpus,
    zaakbronnen,
    ...rest
  }: Pick<SignaalwachtOnderdelen, 'audit' | 'berichten' | 'opstel' | 'signalen'> & {
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

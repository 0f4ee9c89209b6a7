import { randomBytes } from 'node:crypto'
import type { Sleutelring } from './audit/index.ts'
import type { GeladenCorpus, LopendCorpus } from './corpus/index.ts'
import type { Demo } from './demo/index.ts'
import { type OrganisatieId, parseOrganisatieId } from './domain/index.ts'
import type { Tijdzone } from './kalender/index.ts'
import type { Bronstand } from './platform/bron/index.ts'
import type { Controle } from './platform/http/index.ts'
import type { Klok, Levensloop, Log } from './platform/index.ts'
import { type Opslag, zaakindexOpslag, zaakindexwerkOpslag, zaakweigeringOpslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import {
  createZaken,
  type GemaakteZaken,
  gewoneToonregels,
  openZaakindex,
  type Wekker,
  type Zaakref,
  type Zaakverbinding,
} from './zaken/index.ts'
import { metJwt } from './zaken/zgw/aanmelden.ts'
import { maakAdressen } from './zaken/zgw/adressen.ts'
import type { ZgwInstelling } from './zaken/zgw/binnen.ts'
import { type ZgwZaakbron, zgwZaakbron } from './zaken/zgw/zgw.ts'

/** The part of the composition root that is about running cases at other organisations. */
interface Omgeving {
  readonly klok: Klok
  readonly log: Log
}

/** One case register with what opens it. */
export interface Zaakaansluiting {
  readonly instelling: ZgwInstelling
  readonly client: string
  readonly geheim: string
}

export interface ZakenDeel {
  readonly zaken: GemaakteZaken
  readonly controles: readonly (readonly [string, Controle])[]
}

/** Adapters get the vault here, and only those on the list of test/tidy. */
export function openZaken(
  omgeving: Omgeving,
  delen: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly ring: Sleutelring
    readonly toegang: Pick<Toegang, 'audit' | 'bijEinde' | 'kluis' | 'metBsn' | 'pseudoniemVoor'>
    readonly aansluitingen: readonly Zaakaansluiting[]
  },
  levensloop: Levensloop,
): ZakenDeel {
  const { klok, log } = omgeving
  const { opslag, corpus, ring, toegang, aansluitingen } = delen
  const verbindingen = maakVerbindingen(omgeving, toegang, aansluitingen)
  const zaken = createZaken({
    verbindingen: () => verbindingen,
    zaaktaal: () => corpus.huidig().zaaktaal,
    audit: toegang.audit,
    nu: klok.nu,
    wekker: losseWekker,
    zone: (organisatie) => zoneVan(corpus.huidig(), organisatie),
    meld: (wat, velden) => log.waarschuwing(wat, velden),
    index: openZaakindex({
      store: zaakindexOpslag(opslag.databank, klok.nu),
      werk: zaakindexwerkOpslag(opslag.databank),
      weigeringen: zaakweigeringOpslag(opslag.databank),
      ring,
      nu: klok.nu,
      toeval: randomBytes,
    }),
  })
  toegang.bijEinde(zaken.vergeet)
  levensloop.bijSluiten('zaken', async () => {
    zaken.sluit()
    for (const { bron } of verbindingen) bron.sluit()
  })
  return { zaken, controles: [['zaken', () => zakenstand(verbindingen)]] }
}

/** Keeps nothing alive: what is still asked when the program ends is of no use any more. */
const losseWekker: Wekker = (ms, fn) => {
  const wekker = setTimeout(fn, ms)
  wekker.unref()
  return () => clearTimeout(wekker)
}

interface ZgwVerbinding extends Zaakverbinding {
  readonly bron: ZgwZaakbron
}

function maakVerbindingen(
  { klok, log }: Omgeving,
  { kluis, metBsn, pseudoniemVoor }: Pick<Toegang, 'kluis' | 'metBsn' | 'pseudoniemVoor'>,
  aansluitingen: readonly Zaakaansluiting[],
): readonly ZgwVerbinding[] {
  const perRsin = new Map(
    aansluitingen.flatMap(({ instelling: { id, rsins } }) => rsins.map((rsin) => [rsin, id] as const)),
  )
  const adressen = aansluitingen.map(({ instelling: { id, urls, noemtZich } }) => ({
    bron: id,
    adressen: maakAdressen(urls, noemtZich),
  }))
  const refVan = (url: string): Zaakref | undefined => {
    for (const een of adressen) {
      const uuid = een.adressen.uuidIn('zrc', 'zaken', url)
      if (uuid !== undefined) return { bron: een.bron, uuid }
    }
    return undefined
  }
  return aansluitingen.map(({ instelling, client, geheim }) => ({
    instelling,
    bron: zgwZaakbron(instelling, {
      klok,
      log,
      toeval: randomBytes,
      aanmelden: metJwt({ client, geheim, weergave: 'Inwoner via Voordeur', nu: klok.nu }),
      metBsn,
      toonNummers: kluis.toonNummers,
      zoekPersoon: kluis.zoekPersoon,
      // Each source knows somebody by another name, of no use to the next.
      pseudoniem: (persoon) => pseudoniemVoor(`zaakbron ${instelling.id}`, persoon).waarde,
      organisatieVan: (rsin) => perRsin.get(rsin),
      refVan,
    }),
  }))
}

/** The made-up organisations, as an operator would have written them down. */
export function demoAansluitingen({ zaken }: Pick<Demo, 'zaken'>): readonly Zaakaansluiting[] {
  return zaken.flatMap(({ organisatie, rsins, urls, client, geheim }) => {
    const id = parseOrganisatieId(organisatie)
    if (id === undefined) return []
    const { zrc, ztc, drc, brc } = urls
    const instelling = { id, rsins, regels: gewoneToonregels, isAan: true, urls: { zrc, ztc, drc, brc } }
    return [{ instelling, client, geheim }]
  })
}

function zoneVan({ organisaties, engine }: GeladenCorpus, organisatie: OrganisatieId): Tijdzone {
  const gebied = organisaties.get(organisatie)?.gebied
  const plaats = gebied === undefined ? undefined : engine.vocabulaire.gebieden.get(gebied)
  return plaats?.tijdzone === 'America/Kralendijk' ? 'America/Kralendijk' : 'Europe/Amsterdam'
}

/** One part for all of them: how many, and which do not answer well. */
function zakenstand(verbindingen: readonly ZgwVerbinding[]): ReturnType<Controle> {
  const aan = verbindingen.filter(({ instelling }) => instelling.isAan)
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

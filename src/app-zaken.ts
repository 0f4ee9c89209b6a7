import { randomBytes } from 'node:crypto'
import type { Indexbron, Zaakindexdeel } from './app-zaakindex.ts'
import type { GeladenCorpus, LopendCorpus } from './corpus/index.ts'
import type { Demo } from './demo/index.ts'
import { type OrganisatieId, parseOrganisatieId } from './domain/index.ts'
import type { Tijdzone } from './kalender/index.ts'
import type { Bronstand } from './platform/bron/index.ts'
import type { Controle } from './platform/http/index.ts'
import type { Klok, Levensloop, Log } from './platform/index.ts'
import type { Toegang } from './toegang/index.ts'
import {
  createZaken,
  type GemaakteZaken,
  gewoneToonregels,
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
  /** Where it can be asked to tell of changes. */
  readonly nrc?: URL
  /** It tells of changes by CloudEvents. */
  readonly stuurtGebeurtenissen: boolean
}

/** What is connected now, for the list of cases and for the index. */
export interface Verbonden {
  readonly verbindingen: () => readonly ZgwVerbinding[]
  readonly indexbronnen: () => readonly Indexbron[]
}

/** Adapters get the vault here, and only those on the list of test/tidy. */
export function openVerbindingen(
  omgeving: Omgeving,
  delen: {
    readonly toegang: Pick<Toegang, 'kluis' | 'metBsn' | 'pseudoniemVoor'>
    readonly aansluitingen: readonly Zaakaansluiting[]
  },
  levensloop: Levensloop,
): Verbonden {
  const verbindingen = maakVerbindingen(omgeving, delen.toegang, delen.aansluitingen)
  levensloop.bijSluiten('zaakbronnen', async () => {
    for (const { bron } of verbindingen) bron.sluit()
  })
  return {
    verbindingen: () => verbindingen,
    indexbronnen: () => verbindingen.filter(({ instelling }) => instelling.isAan).map(alsIndexbron),
  }
}

function alsIndexbron({ bron, instelling, aansluiting }: ZgwVerbinding): Indexbron {
  const { nrc, client, geheim, stuurtGebeurtenissen } = aansluiting
  return {
    bron,
    wieHeeft: async (ref) => {
      const uitkomst = await bron.wieHeeft(ref)
      if (uitkomst.status !== 'ok') return uitkomst
      const { personen, isZichtbaar } = uitkomst.gegevens
      // What is not shown to anybody is nobody's in the index either.
      return { ...uitkomst, gegevens: isZichtbaar ? personen : [] }
    },
    zaken: instelling.urls.zrc,
    ...(nrc && { nrc: { url: nrc, client, geheim } }),
    stuurtGebeurtenissen,
  }
}

export interface ZakenDeel {
  readonly zaken: GemaakteZaken
  readonly controles: readonly (readonly [string, Controle])[]
}

export function openZaken(
  { klok, log }: Omgeving,
  delen: {
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly toegang: Pick<Toegang, 'audit' | 'bijEinde'>
    readonly verbonden: Verbonden
    readonly zaakindex: Pick<Zaakindexdeel, 'index'>
  },
  levensloop: Levensloop,
): ZakenDeel {
  const { corpus, toegang, verbonden, zaakindex } = delen
  const { verbindingen } = verbonden
  const zaken = createZaken({
    verbindingen,
    zaaktaal: () => corpus.huidig().zaaktaal,
    audit: toegang.audit,
    index: zaakindex.index,
    nu: klok.nu,
    wekker: losseWekker,
    zone: (organisatie) => zoneVan(corpus.huidig(), organisatie),
    meld: (wat, velden) => log.waarschuwing(wat, velden),
  })
  toegang.bijEinde(zaken.vergeet)
  levensloop.bijSluiten('zaken', async () => zaken.sluit())
  return { zaken, controles: [['zaken', () => zakenstand(verbindingen())]] }
}

/** Keeps nothing alive: what is still asked when the program ends is of no use any more. */
const losseWekker: Wekker = (ms, fn) => {
  const wekker = setTimeout(fn, ms)
  wekker.unref()
  return () => clearTimeout(wekker)
}

export interface ZgwVerbinding extends Zaakverbinding {
  readonly bron: ZgwZaakbron
  readonly instelling: ZgwInstelling
  readonly aansluiting: Zaakaansluiting
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
  return aansluitingen.map((aansluiting) => {
    const { instelling, client, geheim } = aansluiting
    return {
      aansluiting,
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
    }
  })
}

/** The made-up organisations, as an operator would have written them down. */
export function demoAansluitingen({ zaken }: Pick<Demo, 'zaken'>): readonly Zaakaansluiting[] {
  return zaken.flatMap(({ organisatie, rsins, urls, client, geheim, meldt }) => {
    const id = parseOrganisatieId(organisatie)
    if (id === undefined) return []
    const { zrc, ztc, drc, brc, nrc } = urls
    const stuurtGebeurtenissen = meldt === 'gebeurtenissen'
    const instelling = { id, rsins, regels: gewoneToonregels, isAan: true, urls: { zrc, ztc, drc, brc } }
    return [{ instelling, client, geheim, stuurtGebeurtenissen, ...(!stuurtGebeurtenissen && { nrc }) }]
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

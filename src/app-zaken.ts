import { randomBytes } from 'node:crypto'
import type { Sleutelring } from './audit/index.ts'
import type { GeladenCorpus, LopendCorpus } from './corpus/index.ts'
import type { Demo } from './demo/index.ts'
import { type OrganisatieId, parseOrganisatieId } from './domain/index.ts'
import { datumOp, type Tijdzone } from './kalender/index.ts'
import type { Berichten } from './kanalen/index.ts'
import {
  type Bron,
  type BronInstelling,
  type Bronstand,
  createBron,
  metSleutel,
} from './platform/bron/index.ts'
import type { Controle } from './platform/http/index.ts'
import type { Klok, Levensloop, Log } from './platform/index.ts'
import { type Opslag, zaakindexOpslag, zaakindexwerkOpslag, zaakweigeringOpslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import {
  createSignaalwacht,
  createZaken,
  type GemaakteZaken,
  gewoneToonregels,
  openZaakindex,
  type Signaalwacht,
  type SignaalwachtOnderdelen,
  type Wekker,
  type Zaakref,
  type ZaaksignaalStore,
  type Zaakverbinding,
} from './zaken/index.ts'
import { klantinteractiesBron } from './zaken/klantinteracties/klantinteracties.ts'
import { mijntakenBron } from './zaken/mijntaken/mijntaken.ts'
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
  /** Klantinteracties; `behandelaars` is who gets the questions there, by the uuid of an actor. */
  readonly klant?: { readonly url: URL; readonly token: string; readonly behandelaars?: string }
  /** MijnTaken, under the same client and secret. */
  readonly taken?: URL
}

export interface ZakenDeel {
  readonly zaken: GemaakteZaken
  readonly signalen: Pick<ZaaksignaalStore, 'open'>
  /** For whoever fetches cases anyway: tells what is late or silent. */
  readonly wacht: Signaalwacht
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
    readonly signalen: ZaaksignaalStore
    readonly berichten: Pick<Berichten, 'stuur'>
    readonly opstel: SignaalwachtOnderdelen['opstel']
  },
  levensloop: Levensloop,
): ZakenDeel {
  const { klok, log } = omgeving
  const { opslag, corpus, ring, toegang, aansluitingen, signalen, berichten, opstel } = delen
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
    for (const { bron, ernaast } of verbindingen) for (const een of [bron, ...ernaast]) een.sluit()
  })
  const zone = (organisatie: OrganisatieId) => zoneVan(corpus.huidig(), organisatie)
  const wacht = createSignaalwacht({
    signalen,
    berichten,
    opstel,
    nu: klok.nu,
    leeswijze: ({ ref, organisatie }) => ({
      zaaktaal: corpus.huidig().zaaktaal,
      regels: verbindingen.find(({ bron }) => bron.id === ref.bron)?.instelling.regels ?? gewoneToonregels,
      zone: zone(organisatie),
      vandaag: datumOp(klok.nu(), zone(organisatie)),
    }),
  })
  return { zaken, signalen, wacht, controles: [['zaken', () => zakenstand(verbindingen)]] }
}

/** Keeps nothing alive: what is still asked when the program ends is of no use any more. */
const losseWekker: Wekker = (ms, fn) => {
  const wekker = setTimeout(fn, ms)
  wekker.unref()
  return () => clearTimeout(wekker)
}

interface ZgwVerbinding extends Zaakverbinding {
  readonly bron: ZgwZaakbron
  /** The ways beside the case register. */
  readonly ernaast: readonly Bron[]
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
      instelling,
      ...maakErnaast({ klok, log }, { metBsn, pseudoniemVoor }, aansluiting),
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

/** Contact moments and tasks, where the organisation has them. Each fails apart from the cases. */
function maakErnaast(
  { klok, log }: Omgeving,
  { metBsn, pseudoniemVoor }: Pick<Toegang, 'metBsn' | 'pseudoniemVoor'>,
  { instelling: { id }, client, geheim, klant, taken }: Zaakaansluiting,
): Pick<ZgwVerbinding, 'contacten' | 'taken' | 'ernaast'> {
  const weg = (naam: string, basisUrl: URL, aanmelden: BronInstelling['aanmelden']) =>
    createBron({ naam: `${id} ${naam}`, basisUrl, aanmelden }, { klok, log, toeval: randomBytes })
  const naarKlant = klant && weg('contacten', klant.url, metSleutel('authorization', `Token ${klant.token}`))
  const naarTaken = taken && weg('taken', taken, async () => ({}))
  return {
    ...(klant &&
      naarKlant && {
        contacten: klantinteractiesBron({
          id,
          bron: naarKlant,
          metBsn,
          ...(klant.behandelaars !== undefined && { behandelaars: klant.behandelaars }),
        }),
      }),
    ...(taken &&
      naarTaken && {
        taken: mijntakenBron({
          id,
          bron: naarTaken,
          basisUrl: taken,
          metBsn,
          klantIdVan: (persoon) => pseudoniemVoor(`taken ${id}`, persoon).waarde,
          client,
          geheim,
          nu: klok.nu,
          toeval: randomBytes,
        }),
      }),
    ernaast: [naarKlant, naarTaken].filter((bron) => bron !== undefined),
  }
}

/** Whoever answers questions at a made-up organisation. */
const demoBehandelaars = '0b6f6a52-6c5b-4b4e-9f0e-3f3a4f1c2d10'

/** The made-up organisations, as an operator would have written them down. */
export function demoAansluitingen({ zaken }: Pick<Demo, 'zaken'>): readonly Zaakaansluiting[] {
  return zaken.flatMap(({ organisatie, rsins, urls, client, geheim, klant, taken }) => {
    const id = parseOrganisatieId(organisatie)
    if (id === undefined) return []
    const { zrc, ztc, drc, brc } = urls
    const instelling = { id, rsins, regels: gewoneToonregels, isAan: true, urls: { zrc, ztc, drc, brc } }
    return [{ instelling, client, geheim, klant: { ...klant, behandelaars: demoBehandelaars }, taken }]
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

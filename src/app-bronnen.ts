import { randomBytes } from 'node:crypto'
import { zoneVan } from './app-zaken.ts'
import type { Sleutelring } from './audit/index.ts'
import type { LopendCorpus } from './corpus/index.ts'
import type { Demo } from './demo/index.ts'
import { datumOp } from './kalender/index.ts'
import {
  type Bron,
  type BronInstelling,
  createBron,
  metSleutel,
  systeemwekker,
} from './platform/bron/index.ts'
import { type Config, herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import {
  aansluitingKanaal,
  aansluitingOpslag,
  bronverkeerOpslag,
  type Opslag,
  zaakberichtOpslag,
  zaakindexwerkOpslag,
} from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import { tast } from './zaken/bronproef/tast.ts'
import {
  type Aansluitgrenzen,
  type Aansluitingen,
  type Abonneeruitkomst,
  type BronId,
  type Bronnenbeheer,
  type Bronverkeer,
  type Contactbron,
  gewoneAansluitgrenzen,
  instellingVan,
  type Klantwerk,
  type LopendeZaakbronnen,
  maakBronproeven,
  maakIngrepen,
  magNaar,
  maxProefpersonen,
  type Netwerkregels,
  openAansluitingen,
  openBronverkeer,
  openZaakbronnen,
  organisatieBij,
  type Taakbron,
  type Verbinding,
  type Zaakref,
} from './zaken/index.ts'
import { klantinteractiesBron } from './zaken/klantinteracties/klantinteracties.ts'
import { klantinteractiesWerk } from './zaken/klantinteracties/klantwerk.ts'
import { mijntakenBron } from './zaken/mijntaken/mijntaken.ts'
import { metJwt, metVastToken } from './zaken/zgw/aanmelden.ts'
import { adressenVoor, tlsVan, wegVan } from './zaken/zgw/weg.ts'
import { type ZgwZaakbron, zgwZaakbron } from './zaken/zgw/zgw.ts'

export interface Bronnenomgeving {
  readonly config: Pick<Config, 'adres' | 'bronnenNetwerk' | 'demo' | 'nu' | 'poort' | 'url'>
  readonly klok: Klok
  readonly log: Log
}

export interface Bronnendelen {
  readonly opslag: Opslag
  readonly corpus: Pick<LopendCorpus, 'huidig'>
  readonly ring: Sleutelring
  readonly toegang: Pick<Toegang, 'audit' | 'kluis'>
}

/** The settings of connections to case registers; also for a command. */
export function openBronnen(
  { config, klok }: Omit<Bronnenomgeving, 'log'>,
  { opslag, corpus, ring, toegang }: Bronnendelen,
): Aansluitingen {
  return openAansluitingen({
    store: aansluitingOpslag(opslag.databank),
    ring,
    audit: toegang.audit,
    netwerk: { isDemo: config.demo, toegestaan: config.bronnenNetwerk },
    eigenAdressen: eigenAdressenVan(config),
    kentOrganisatie: (id) => corpus.huidig().organisaties.has(id),
    personenBij: toegang.kluis.personenBij,
    nu: klok.nu,
    toeval: randomBytes,
  })
}

/** By its name on the internet, and at each name that this computer has for itself. */
function eigenAdressenVan({ url, adres, poort }: Pick<Config, 'adres' | 'poort' | 'url'>): readonly string[] {
  const hier = new Set([adres, 'localhost', '127.0.0.1', '[::1]'])
  return [...(url === undefined ? [] : [url.href]), ...[...hier].map((naam) => `http://${naam}:${poort}`)]
}

/** Named limit: so long may a count wait in memory. */
const telMs = 5_000

export function openVerkeer(
  { klok, log }: Bronnenomgeving,
  { databank }: Opslag,
  levensloop: Levensloop,
): Bronverkeer {
  const verkeer = openBronverkeer({
    store: bronverkeerOpslag(databank),
    nu: klok.nu,
    dagVan: (op) => datumOp(op, 'Europe/Amsterdam'),
  })
  const meld = (fout: unknown) => log.waarschuwing('tellen van bronnen mislukt', { fout })
  const stop = herhaal(telMs, verkeer.schrijf, meld)
  levensloop.bijSluiten('bronverkeer', async () => {
    await stop()
    await verkeer.schrijf().catch(meld)
  })
  return verkeer
}

/** Whoever answers questions at a made-up organisation. */
const demoBehandelaars = '0b6f6a52-6c5b-4b4e-9f0e-3f3a4f1c2d10'

/**
 * The made-up organisations are connected as any other. Their addresses and secrets differ at each start and follow;
 * what somebody chose to show stays.
 */
export async function sluitDemoAan(
  aansluitingen: Aansluitingen,
  { zaken, oefening, bekenden }: Demo,
  log: Log,
): Promise<void> {
  // All of them are made up; a few with cases are enough.
  const proefpersonen = bekenden.flatMap(({ persoon: { bsn } }) => bsn ?? []).slice(0, maxProefpersonen)
  const bestaand = await aansluitingen.alle()
  const oudVan = (organisatie: string) =>
    bestaand.find(({ aansluiting }) => aansluiting.organisatie === organisatie)?.aansluiting
  // Whoever connected the one to practise with finds it again after a restart.
  const mee = oudVan(oefening.organisatie) === undefined ? zaken : [...zaken, oefening]
  for (const { organisatie, urls, client, geheim, rsins, meldt, klant, taken } of mee) {
    const oud = oudVan(organisatie)
    // One that sends CloudEvents has no component to subscribe at.
    const eigen = Object.entries(urls).filter(([naam]) => naam !== 'nrc' || meldt === 'notificaties')
    const adressen = Object.fromEntries(eigen.map(([naam, url]) => [naam, url.href]))
    const uitkomst = await aansluitingen.bewaar({
      invoer: {
        ...(oud ?? { stand: 'aan', proefpersonen }),
        organisatie,
        rsins,
        adressen,
        stuurtGebeurtenissen: meldt === 'gebeurtenissen',
        aanmelden: { soort: 'zgw-jwt', client },
        // Who practises chooses for themselves what they connect.
        ...((oud === undefined || oud.klant !== undefined) && {
          klant: klant.url.href,
          behandelaars: demoBehandelaars,
        }),
        ...((oud === undefined || oud.taken !== undefined) && { taken: taken.href }),
      },
      geheimen: { register: geheim, klant: klant.token },
      door: { soort: 'begin' },
    })
    if (uitkomst.status !== 'ok')
      log.waarschuwing('een voorbeeldorganisatie is niet aangesloten', {
        organisatie,
        status: uitkomst.status,
        ...(uitkomst.status === 'ongeldig' && { fouten: uitkomst.fouten }),
      })
  }
}

/** What adapters get of who people are. */
type Toegangsdeel = Pick<Toegang, 'audit' | 'kluis' | 'metBsn' | 'pseudoniemVoor'>

/** Makes a client of a connection; the vault is handed to it here, and to no other. */
export type MaakZaakbron = (verbinding: Verbinding) => {
  readonly bron: ZgwZaakbron
  readonly contacten?: Contactbron
  readonly taken?: Taakbron
  readonly klantwerk?: Klantwerk
  readonly sluit: () => void
}

/** Named limit: so long may another node still ask by settings of which it did not hear that they changed. */
const verversMs = 5_000

/** The sources as they are now: changes take effect on every node, by a notice and by looking. */
export async function openLopendeBronnen(
  omgeving: Bronnenomgeving,
  delen: {
    readonly opslag: Opslag
    readonly aansluitingen: Aansluitingen
    readonly verkeer: Bronverkeer
    readonly toegang: Toegangsdeel
  },
  levensloop: Levensloop,
): Promise<{ readonly zaakbronnen: LopendeZaakbronnen<ZgwZaakbron>; readonly maak: MaakZaakbron }> {
  const { log } = omgeving
  const { opslag, aansluitingen, verkeer, toegang } = delen
  // A function, because the others are known only when they are all there.
  const maak = maakZgwBron(omgeving, toegang, () => zaakbronnen.verbindingen())
  const zaakbronnen = openZaakbronnen({ aansluitingen, maak, tel: verkeer.tel })
  const ververs = () => {
    zaakbronnen.ververs().then(
      (welke) => welke.length > 0 && log.info('aansluitingen ververst', { bronnen: welke }),
      (fout: unknown) => log.waarschuwing('verversen van aansluitingen mislukt', { fout }),
    )
  }
  await zaakbronnen.ververs()
  const stopLuisteren = opslag.luister(aansluitingKanaal, ververs)
  const wekker = setInterval(ververs, verversMs)
  levensloop.bijSluiten('zaakbronnen', async () => {
    clearInterval(wekker)
    await stopLuisteren()
    zaakbronnen.sluit()
  })
  return { zaakbronnen, maak }
}

/** Clients over ZGW; `alle` says which other connections there are, to recognise what belongs to them. */
export function maakZgwBron(
  { config, klok, log }: Bronnenomgeving,
  { kluis, metBsn, pseudoniemVoor }: Toegangsdeel,
  alle: () => readonly Verbinding[],
): MaakZaakbron {
  const netwerk = { isDemo: config.demo, toegestaan: config.bronnenNetwerk }
  const refVan = (url: string): Zaakref | undefined => {
    for (const verbinding of alle()) {
      const uuid = adressenVoor(verbinding).uuidIn('zrc', 'zaken', url)
      if (uuid !== undefined) return { bron: verbinding.aansluiting.organisatie, uuid }
    }
    return undefined
  }
  return (verbinding) => {
    const { aansluiting, geheimen } = verbinding
    const geheim = geheimen.register ?? ''
    const { aanmelden } = aansluiting
    const bron = zgwZaakbron(
      {
        ...instellingVan(verbinding),
        ...wegVan(verbinding),
        grenzen: eigenGrenzen(aansluiting.grenzen),
        magNaar: (ip) => magNaar(ip, netwerk),
      },
      {
        klok,
        log,
        toeval: randomBytes,
        aanmelden:
          aanmelden.soort === 'token'
            ? metVastToken(geheim)
            : metJwt({ client: aanmelden.client, geheim, weergave: 'Inwoner via Voordeur', nu: klok.nu }),
        metBsn,
        toonNummers: kluis.toonNummers,
        zoekPersoon: kluis.zoekPersoon,
        // Each source knows somebody by another name, of no use to the next.
        pseudoniem: (persoon) => pseudoniemVoor(`zaakbron ${aansluiting.organisatie}`, persoon).waarde,
        organisatieVan: (rsin) =>
          organisatieBij(
            aansluiting,
            rsin,
            alle().map((een) => een.aansluiting),
          ),
        refVan,
      },
    )
    const { wegen, ...ernaast } = maakErnaast({ klok, log }, { metBsn, pseudoniemVoor }, verbinding, netwerk)
    const sluit = () => {
      for (const een of [bron, ...wegen]) een.sluit()
    }
    return { bron, ...ernaast, sluit }
  }
}

/** Contact moments and tasks, where the organisation has them. Each fails apart from the cases. */
function maakErnaast(
  { klok, log }: Pick<Bronnenomgeving, 'klok' | 'log'>,
  { metBsn, pseudoniemVoor }: Pick<Toegangsdeel, 'metBsn' | 'pseudoniemVoor'>,
  verbinding: Verbinding,
  netwerk: Netwerkregels,
): Omit<ReturnType<MaakZaakbron>, 'bron' | 'sluit'> & { readonly wegen: readonly Bron[] } {
  const { aansluiting, geheimen } = verbinding
  const { organisatie: id, klant, taken, behandelaars, aanmelden } = aansluiting
  const weg = (naam: string, adres: string, meldAan: BronInstelling['aanmelden']) =>
    createBron(
      {
        naam: `${id} ${naam}`,
        basisUrl: new URL(adres),
        aanmelden: meldAan,
        ...tlsVan(verbinding),
        magNaar: (ip) => magNaar(ip, netwerk),
      },
      { klok, log, toeval: randomBytes },
    )
  const naarKlant =
    klant === undefined || geheimen.klant === undefined
      ? undefined
      : weg('contacten', klant, metSleutel('authorization', `Token ${geheimen.klant}`))
  const naarTaken =
    taken === undefined || aanmelden.soort !== 'zgw-jwt' ? undefined : weg('taken', taken, async () => ({}))
  const bijKlant = naarKlant && { id, bron: naarKlant, ...(behandelaars && { behandelaars }) }
  const contacten = bijKlant && klantinteractiesBron({ ...bijKlant, metBsn })
  const klantwerk = bijKlant && klantinteractiesWerk(bijKlant)
  const taakbron =
    naarTaken &&
    aanmelden.soort === 'zgw-jwt' &&
    mijntakenBron({
      id,
      bron: naarTaken,
      basisUrl: new URL(taken ?? ''),
      metBsn,
      klantIdVan: (persoon) => pseudoniemVoor(`taken ${id}`, persoon).waarde,
      client: aanmelden.client,
      geheim: geheimen.register ?? '',
      nu: klok.nu,
      toeval: randomBytes,
    })
  return {
    ...(contacten && { contacten }),
    ...(taakbron && { taken: taakbron }),
    ...(klantwerk && { klantwerk }),
    wegen: [naarKlant, naarTaken].filter((een) => een !== undefined),
  }
}

/** Only what an operator chose otherwise: the adapter has limits of its own for documents. */
function eigenGrenzen(grenzen: Aansluitgrenzen): Partial<Aansluitgrenzen> {
  return Object.fromEntries(
    Object.entries(grenzen).filter(
      // The keys of the type are all that there is.
      ([naam, waarde]) => gewoneAansluitgrenzen[naam as keyof Aansluitgrenzen] !== waarde,
    ),
  )
}

/** What the pages and commands of an operator can do. */
export function openBronnenbeheer(
  { config, klok }: Omit<Bronnenomgeving, 'log'>,
  delen: {
    readonly aansluitingen: Aansluitingen
    readonly verkeer: Bronverkeer
    readonly maak: MaakZaakbron
    readonly toegang: Toegangsdeel
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly abonneer?: (bron: BronId) => Promise<Abonneeruitkomst | undefined>
    readonly gebeurtenisadres: Bronnenbeheer['gebeurtenisadres']
    /** Looks at once what holds now; absent in a command, which keeps nothing. */
    readonly ververs?: () => Promise<unknown>
  },
): Bronnenbeheer {
  const { aansluitingen, verkeer, maak, toegang, opslag, corpus, abonneer, gebeurtenisadres, ververs } = delen
  const netwerk = { isDemo: config.demo, toegestaan: config.bronnenNetwerk }
  const proefomgeving = {
    nu: klok.nu,
    wekker: systeemwekker,
    magNaar: (ip: string) => magNaar(ip, netwerk),
  }
  const berichten = zaakberichtOpslag(opslag.databank).standen
  return {
    aansluitingen,
    verkeer,
    berichten,
    gebeurtenisadres,
    ...maakIngrepen({
      aansluitingen,
      vergeetBron: zaakindexwerkOpslag(opslag.databank).vergeetBron,
      naNieuweSleutel: async (bron) => {
        await ververs?.()
        await abonneer?.(bron)
      },
    }),
    ...maakBronproeven({
      verbinding: async (bron) =>
        (await aansluitingen.verbindingen()).lijst.find(
          ({ aansluiting }) => aansluiting.organisatie === bron,
        ),
      maak,
      tast: (verbinding) => tast(verbinding, proefomgeving, terugroepVan(config.url, verbinding)),
      ...(abonneer && { abonneer }),
      berichten,
      audit: toegang.audit,
      zaaktaal: () => corpus.huidig().zaaktaal,
      zone: (organisatie) => zoneVan(corpus.huidig(), organisatie),
      nu: klok.nu,
      vandaag: () => datumOp(klok.nu(), 'Europe/Amsterdam'),
      isEchteTijd: config.nu === undefined,
    }),
  }
}

/** Where notifications of this connection come in, when people (and so organisations) can reach us. */
function terugroepVan(url: URL | undefined, { aansluiting }: Verbinding): string | undefined {
  return url && new URL(`/zgw/berichten/${aansluiting.organisatie}`, url).href
}

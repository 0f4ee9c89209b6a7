import { randomBytes, randomInt } from 'node:crypto'
import type { Gebeurtenisdeur } from './api/index.ts'
import { openSleutelring } from './audit/index.ts'
import type { Demo } from './demo/index.ts'
import { type OrganisatieId, parseOrganisatieId } from './domain/index.ts'
import { datumOp } from './kalender/index.ts'
import { type Bron, type BronInstelling, createBron } from './platform/bron/index.ts'
import {
  type Config,
  herhaal,
  type Klok,
  type Levensloop,
  type Log,
  leesSleutelgeheimen,
} from './platform/index.ts'
import {
  kiesDatamap,
  kiesSysteemgebruiker,
  type Opslag,
  zaakberichtOpslag,
  zaakindexOpslag,
  zaakindexwerkOpslag,
  zaakweigeringOpslag,
} from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import {
  type Abonneeruitkomst,
  type Berichtbron,
  bekijk,
  berichtsleutel,
  type Contactbron,
  controleerAbonnementen,
  type Feedstand,
  feedstand,
  type Gebeurtenisadres,
  gebeurtenisadres,
  type Herbevestiging,
  herbevestig,
  hernoemIndex,
  type LopendeZaakbronnen,
  legAbonnementVast,
  openPostvak,
  openZaakberichten,
  openZaakindex,
  type Signaalwacht,
  type Taakbron,
  type WieHeeft,
  werkHintsAf,
  type Zaakberichten,
  type Zaakbron,
  type Zaakindex,
  type ZaakindexStore,
  zakenabonnement,
} from './zaken/index.ts'
import { abonneerloket } from './zaken/notificaties/abonneerloket.ts'
import { tlsVan } from './zaken/zgw/weg.ts'
import type { ZgwZaakbron } from './zaken/zgw/zgw.ts'
import { maakToken } from './zgw/index.ts'

/** The part of the composition root that keeps where people have cases. */
interface Omgeving {
  readonly config: Config
  readonly klok: Klok
  readonly log: Log
}

/** One connection, as the index uses it. */
export interface Indexbron {
  readonly bron: Pick<Zaakbron, 'id' | 'zoek' | 'haal'>
  readonly taken?: Taakbron | undefined
  readonly contacten?: Contactbron | undefined
  readonly wieHeeft: WieHeeft
  /** Base of its Zaken API: what is said about cases elsewhere is not looked at. */
  readonly zaken: URL
  /** Without a notification component: it sends CloudEvents, or nothing. */
  readonly nrc?: {
    readonly url: URL
    readonly client: string
    readonly geheim: string
    readonly tls?: BronInstelling['tls']
  }
  /** Then nobody looks for a subscription. */
  readonly stuurtGebeurtenissen: boolean
  /** Of the key that it shows with a message. */
  readonly sleutelnummer?: number | undefined
}

export interface Zaakindexdeel {
  readonly index: Zaakindex
  readonly store: ZaakindexStore
  readonly berichten: Zaakberichten
  readonly deur: Gebeurtenisdeur
  /** For the operator, per connection of which anything was ever heard. */
  readonly standen: () => Promise<readonly Feedstand[]>
  /** At connecting: makes or repairs the subscription now. `undefined`: this one has no notification component. */
  readonly abonneer: (bron: OrganisatieId) => Promise<Abonneeruitkomst | undefined>
  /** What somebody fills in at an organisation that sends CloudEvents. */
  readonly gebeurtenisadres: (bron: OrganisatieId, sleutelnummer: number | undefined) => Gebeurtenisadres
  /** Where sources reach us, once we listen. */
  readonly zetAdres: (adres: URL) => void
  /** Each once, as `begin` does it again and again. */
  readonly ronde: Readonly<Record<'hints' | 'vragen' | 'abonnementen' | 'sleutels', () => Promise<unknown>>>
  /** From here on the work goes on by itself. */
  readonly begin: () => void
}

/** The connections that residents see, as the index uses them. Asked anew each time: an operator may change one. */
export function indexbronnenVan(
  zaakbronnen: Pick<LopendeZaakbronnen<ZgwZaakbron>, 'alle' | 'verbinding'>,
): () => readonly Indexbron[] {
  return () =>
    zaakbronnen.alle().flatMap(({ bron, taken, contacten }) => {
      const verbinding = zaakbronnen.verbinding(bron.id)
      if (verbinding === undefined) return []
      const { adressen, aanmelden, stuurtGebeurtenissen, sleutelnummer } = verbinding.aansluiting
      const geheim = verbinding.geheimen.register
      const kanAbonneren = adressen.nrc !== undefined && aanmelden.soort === 'zgw-jwt' && geheim !== undefined
      return [
        {
          bron,
          taken,
          contacten,
          wieHeeft: wieHeeftVan(bron),
          zaken: new URL(adressen.zrc),
          ...(kanAbonneren && {
            nrc: {
              url: new URL(adressen.nrc ?? ''),
              client: aanmelden.client,
              geheim,
              ...tlsVan(verbinding),
            },
          }),
          stuurtGebeurtenissen,
          sleutelnummer,
        },
      ]
    })
}

/** Who may tell us something. On trial too: whether messages arrive is seen before residents see anything. */
export function berichtbronnenVan(
  zaakbronnen: Pick<LopendeZaakbronnen, 'verbindingen'>,
): () => readonly Berichtbron[] {
  return () =>
    zaakbronnen
      .verbindingen()
      .flatMap(({ aansluiting: { organisatie: id, adressen, stand, sleutelnummer, noemtZich } }) => {
        if (stand === 'uit' || stand === 'gesloten') return []
        const zaken = new URL(adressen.zrc)
        const genoemd = noemtZich?.zrc === undefined ? undefined : new URL(noemtZich.zrc)
        return [{ id, zaken, noemtZich: genoemd, isAan: stand === 'aan', sleutelnummer }]
      })
}

/** What is not shown to anybody is nobody's in the index either. */
function wieHeeftVan(bron: Pick<ZgwZaakbron, 'wieHeeft'>): WieHeeft {
  return async (ref) => {
    const uitkomst = await bron.wieHeeft(ref)
    if (uitkomst.status !== 'ok') return uitkomst
    const { personen, isZichtbaar } = uitkomst.gegevens
    return { ...uitkomst, gegevens: isZichtbaar ? personen : [] }
  }
}

/** Named limits: so often is the inbox worked off, are people asked about anew, and are subscriptions looked at. */
const hintMs = 1_000
const vraagMs = 60_000
const abonnementMs = 60_000
const sleutelMs = 6 * 3_600_000
const nrcMs = 15_000
/** Who told us nothing for so long, tells us nothing. */
const gehoordMs = 7 * 24 * 3_600_000

export function openZaakindexdeel(
  { config, klok, log }: Omgeving,
  delen: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly toegang: { readonly audit: Pick<Toegang['audit'], 'metVerwerking'> }
    readonly demo: Pick<Demo, 'zaken' | 'beheersleutel'> | undefined
    /** Asked each time, since a connection can be made while we run. */
    readonly bronnen: () => readonly Indexbron[]
    /** Connections that were closed: nothing of them stays, also not what came in late. */
    readonly gesloten?: () => Promise<readonly OrganisatieId[]>
    /** Those that may tell us something. */
    readonly afzenders: () => readonly Berichtbron[]
    /** Looks at what is fetched anyway for cases that take too long. */
    readonly wacht?: Pick<Signaalwacht, 'neem'> | undefined
  },
  levensloop: Levensloop,
): Zaakindexdeel {
  const { opslag, toegang, bronnen, gesloten = async () => [], wacht } = delen
  const { nu } = klok
  const map = kiesDatamap(config.dataMap, kiesSysteemgebruiker())
  const ring = openSleutelring(() =>
    leesSleutelgeheimen({ geheim: config.sleutel, vorige: config.vorigeSleutels, map }),
  )
  const store = zaakindexOpslag(opslag.databank, nu)
  const werk = zaakindexwerkOpslag(opslag.databank)
  const weigeringen = zaakweigeringOpslag(opslag.databank)
  const inbox = zaakberichtOpslag(opslag.databank)
  const berichten = openZaakberichten({
    ring,
    postvak: openPostvak(inbox),
    nu,
    bronnen: delen.afzenders,
  })
  const meldFout = (wat: string) => (fout: unknown) => log.waarschuwing(wat, { fout })
  const gedeeld = { index: store, werk, berichten: inbox, audit: toegang.audit, ring, nu }
  const nrcs = new Nrcs({ klok, log })
  let hier = config.url ?? new URL('http://localhost')
  let isDicht = false

  const gewenst = (bron: OrganisatieId) =>
    zakenabonnement(
      new URL(`/zgw/berichten/${bron}`, hier),
      berichtsleutel(ring, bron, { nummer: nummerVan(bron) }),
    )
  const nummerVan = (id: OrganisatieId) => bronnen().find(({ bron }) => bron.id === id)?.sleutelnummer
  const brengnaar = (bron: OrganisatieId, nummer = nummerVan(bron)) =>
    gebeurtenisadres(ring, hier, bron, nummer)
  const loketten = () => bronnen().flatMap((een) => (een.stuurtGebeurtenissen ? [] : (nrcs.loket(een) ?? [])))

  const werkAf = async (): Promise<void> => {
    const opdracht = {
      ...gedeeld,
      bronnen: () => new Map(bronnen().map(({ bron, wieHeeft }) => [bron.id, wieHeeft])),
      // Not secret: only so that nodes do not come back together.
      loting: () => randomInt(1_000) / 1_000,
      meldFout: meldFout('een hint is niet verwerkt'),
    }
    while (!isDicht && (await werkHintsAf(opdracht)));
  }
  const vraagOpnieuw = async (): Promise<number> => {
    for (const bron of await gesloten()) await werk.vergeetBron(bron)
    const meldend = await inbox.meldend(new Date(nu().getTime() - gehoordMs))
    const opdracht: Herbevestiging = {
      ...gedeeld,
      vandaag: () => datumOp(nu(), 'Europe/Amsterdam'),
      ...(wacht && { wacht }),
      bronnen: () => bronnen().map((een) => ({ ...een, meldt: meldend.has(een.bron.id) })),
      meldFout: meldFout('opnieuw vragen mislukt'),
    }
    // What is asked here is looked at as well; who remains has not been for a day.
    return (await herbevestig(opdracht)) + (await bekijk(opdracht))
  }
  const controleer = async (): Promise<void> => {
    // As long as nobody takes part there is nothing to hear.
    if (!(await werk.heeftDeelnemers())) return
    await controleerAbonnementen({
      loketten: loketten(),
      gewenst,
      berichten: inbox,
      nu,
      meldFout: meldFout('een abonnement is niet nagekeken'),
    })
    await vulAdressenIn(delen.demo, (bron) => brengnaar(bron))
  }

  const ronde = {
    hints: werkAf,
    vragen: vraagOpnieuw,
    abonnementen: controleer,
    sleutels: () => hernoemIndex({ werk, ring, toeval: randomBytes }),
  }
  return {
    index: openZaakindex({ store, werk, weigeringen, ring, nu, toeval: randomBytes }),
    store,
    berichten,
    deur: {
      afzender: berichten.afzender,
      ontvangers: [
        {
          soorten: 'nl.overheid.zaken.',
          ontvang: async (afzender, lijst) => {
            const bron = parseOrganisatieId(afzender)
            if (bron === undefined) throw new Error('een afzender die geen verbinding is')
            return berichten.gebeurtenissen(bron, lijst)
          },
        },
      ],
      telOnbekend: async (afzender, aantal) => {
        const bron = parseOrganisatieId(afzender)
        if (bron !== undefined)
          await inbox.ontvang(Array.from({ length: aantal }, () => ({ bron, op: nu() })))
      },
    },
    standen: async () => (await inbox.standen()).map((stand) => feedstand(stand, nu())),
    abonneer: async (id) => {
      const loket = loketten().find(({ bron }) => bron === id)
      return loket && legAbonnementVast(loket, { gewenst, berichten: inbox, nu })
    },
    gebeurtenisadres: brengnaar,
    zetAdres(adres) {
      hier = config.url ?? adres
    },
    ronde,
    begin() {
      const lopend = [
        herhaal(hintMs, ronde.hints, meldFout('hints afwerken mislukt')),
        herhaal(vraagMs, ronde.vragen, meldFout('opnieuw vragen mislukt')),
        herhaal(abonnementMs, ronde.abonnementen, meldFout('abonnementen nakijken mislukt')),
        herhaal(sleutelMs, ronde.sleutels, meldFout('de index is niet onder de nieuwe sleutel gezet'), {
          meteen: true,
        }),
      ]
      levensloop.bijSluiten('zaakindex', async () => {
        isDicht = true
        await Promise.all(lopend.map((stop) => stop()))
        nrcs.sluit()
      })
    },
  }
}

/** The way to each notification component, kept as long as its settings stay the same. */
class Nrcs {
  readonly #omgeving: { readonly klok: Klok; readonly log: Log }
  readonly #open = new Map<string, Bron>()

  constructor(omgeving: { readonly klok: Klok; readonly log: Log }) {
    this.#omgeving = omgeving
  }

  loket({ bron, nrc }: Indexbron) {
    if (nrc === undefined) return undefined
    const { url, client, geheim, tls } = nrc
    const sleutel = JSON.stringify([bron.id, url.href, client, geheim, tls ?? null])
    const { klok, log } = this.#omgeving
    const weg =
      this.#open.get(sleutel) ??
      createBron(
        {
          naam: `${bron.id}-nrc`,
          basisUrl: url,
          // Nobody waits for it, and the component first tries our address, twice.
          grenzen: { totaalMs: nrcMs },
          ...(tls !== undefined && { tls }),
          aanmelden: async () => ({ authorization: `Bearer ${maakToken({ client, geheim }, klok.nu())}` }),
        },
        { klok, log, toeval: randomBytes },
      )
    this.#open.set(sleutel, weg)
    return abonneerloket(bron.id, weg)
  }

  sluit(): void {
    for (const bron of this.#open.values()) bron.sluit()
  }
}

/** A real organisation fills in by hand where it brings CloudEvents; the made-up ones are told. */
async function vulAdressenIn(
  demo: Pick<Demo, 'zaken' | 'beheersleutel'> | undefined,
  adres: (bron: OrganisatieId) => Gebeurtenisadres,
): Promise<void> {
  for (const { organisatie, meldt, beheerUrl } of demo?.zaken ?? []) {
    const bron = parseOrganisatieId(organisatie)
    if (demo === undefined || bron === undefined || meldt !== 'gebeurtenissen') continue
    await fetch(new URL('gebeurtenissen', beheerUrl), {
      method: 'PUT',
      headers: { 'x-beheersleutel': demo.beheersleutel, 'content-type': 'application/json' },
      body: JSON.stringify(adres(bron)),
    })
  }
}

import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { keten, zgwKeten } from './api/index.ts'
import type { Sleutelring } from './audit/index.ts'
import { type LopendCorpus, verwerkingsregister } from './corpus/index.ts'
import type { OrganisatieId, PersoonId } from './domain/index.ts'
import { createKetendeur } from './loket/federatie/deur.ts'
import { createKetenweg, welkAntwoordOok } from './loket/federatie/weg.ts'
import {
  type Bezorgd,
  bezorgUitgaand,
  type Concepten,
  createConcepten,
  createElders,
  createKetenlijst,
  createMeldingen,
  type Eldersdienst,
  type Ketenweg,
  type Koppelingen,
  type Loket,
  type MeldKeten,
  openKoppelingen,
  type Uitgaand,
} from './loket/index.ts'
import { createZgwDeur } from './loket/zgw/deur.ts'
import { maakGebeurtenis } from './loket/zgw/gebeurtenis.ts'
import { type Config, herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import {
  conceptOpslag,
  eldersOpslag,
  ketenlijstOpslag,
  ketenzaakOpslag,
  koppelingOpslag,
  type Opslag,
  uitgaandOpslag,
} from './store/index.ts'
import { isMedewerkerrol, type Toegang } from './toegang/index.ts'
import { bezwaarTegenAdres, magNaar } from './zaken/index.ts'

export interface Ketenomgeving {
  readonly config: Pick<Config, 'bronnenNetwerk' | 'demo' | 'url'>
  readonly klok: Klok
}

export interface Ketendelen {
  readonly opslag: Pick<Opslag, 'databank'>
  readonly corpus: Pick<LopendCorpus, 'huidig'>
  readonly ring: Sleutelring
  readonly toegang: Pick<Toegang, 'audit'>
}

/** The settings of connections for chain cases; also for a command. */
export function openKetenkoppelingen(
  { config, klok }: Ketenomgeving,
  { opslag, corpus, ring, toegang }: Ketendelen,
): Koppelingen {
  return openKoppelingen({
    store: koppelingOpslag(opslag.databank),
    ring,
    audit: toegang.audit,
    kentOrganisatie: (id) => corpus.huidig().organisaties.has(id),
    magAdres: ({ href }) => bezwaarTegenAdres(href, netwerkVan(config)) === undefined,
    nu: klok.nu,
    toeval: randomBytes,
  })
}

const netwerkVan = ({ demo, bronnenNetwerk }: Ketenomgeving['config']) => ({
  isDemo: demo,
  toegestaan: bronnenNetwerk,
})

export interface Ketendeel {
  /** For what happens in cases here. */
  readonly meld: MeldKeten
  /** Gives the loket back with the cases of other installations in it. */
  readonly sluitAan: (loket: Loket, organisaties: readonly OrganisatieId[]) => Loket
  /** Hangs the deuren for other organisations into the server. */
  readonly registreer: (server: FastifyInstance) => Promise<void>
  /** Where people and systems reach us, once we listen. */
  readonly zetAdres: (adres: URL) => void
  readonly koppelingen: Koppelingen
  /** Each once, as `begin` does it again and again. */
  readonly ronde: Readonly<Record<'bezorg' | 'ververs', () => Promise<number>>> & {
    readonly ruimOp: () => Promise<void>
  }
  readonly begin: () => void
}

/** In which role the system of an organisation acts: it works for whoever handles things there. */
const systeemrollen = ['behandelaar'] as const
/** Named limits: so often is looked what has to go out, and what lies with organisations here elsewhere. */
const bezorgMs = 1_000
const werkMs = 5 * 60_000
const nieuwsMs = 1_000
/** Named limit: so much longer than a day may a text lie here that was tied to no case. */
const opruimMs = 15 * 60_000
/** Named limit: so often may one system or installation ask. */
const perClient = { per: 'sessie', aantal: 6_000, minuten: 10 } as const

type Deel = Ketendelen & {
  readonly vertel?: Ronde['vertel']
  readonly toegang: Pick<Toegang, 'audit' | 'begrenzer' | 'doelenVoor' | 'pseudoniemVoor'>
}

/** The part of the composition root that lets other organisations take part in chain cases from their own systems. */
export function openKeten(
  omgeving: Ketenomgeving & { readonly log: Log },
  delen: Deel,
  levensloop: Levensloop,
): Ketendeel {
  const { config, klok, log } = omgeving
  const { opslag } = delen
  let hier = config.url ?? new URL('http://localhost')
  const wortel = () => new URL('/zgw', hier).href
  const koppelingen = openKetenkoppelingen(omgeving, delen)
  const weg = createKetenweg({
    klok,
    log,
    toeval: randomBytes,
    magNaar: (ip) => magNaar(ip, netwerkVan(config)),
  })
  const uitgaand = uitgaandOpslag(opslag.databank)
  const elders = createElders({
    store: eldersOpslag(opslag.databank),
    uitgaand,
    koppelingen,
    weg,
    audit: delen.toegang.audit,
    ring: delen.ring,
    register: () => verwerkingsregister(delen.corpus.huidig().verwerkingen),
    nu: klok.nu,
    toeval: randomBytes,
  })
  // At the start too: who was away may have missed something.
  let isNieuws = true
  const concepten = createConcepten({
    ...{ store: conceptOpslag(opslag.databank), ring: delen.ring },
    ...{ nu: klok.nu, toeval: randomBytes },
  })
  const { vertel } = delen
  const ronde = maakRondes({ klok, log }, { uitgaand, koppelingen, weg, elders, wortel, vertel })
  let deuren: ((server: FastifyInstance) => Promise<void>) | undefined
  levensloop.bijSluiten('wegen van ketenzaken', async () => weg.sluit())
  return {
    meld: createMeldingen({ store: ketenzaakOpslag(opslag.databank), uitgaand, koppelingen, nu: klok.nu }),
    sluitAan: (loket, organisaties) => {
      const bijNieuws = () => {
        isNieuws = true
      }
      deuren = maakDeuren(omgeving, delen, {
        loket,
        organisaties,
        koppelingen,
        wortel,
        elders,
        concepten,
        bijNieuws,
      })
      return elders.metElders(loket)
    },
    registreer: async (server) => deuren?.(server),
    zetAdres: (adres) => {
      // What people type goes before where we happen to listen.
      if (config.url === undefined) hier = adres
    },
    koppelingen,
    ronde: { ...ronde, ruimOp: concepten.ruimOp },
    begin: () => {
      const nieuws = async () => {
        if (!isNieuws) return
        isNieuws = false
        await ronde.ververs()
      }
      const mis = (wat: string) => (fout: unknown) => log.waarschuwing(wat, { fout })
      const werk = [
        herhaal(bezorgMs, ronde.bezorg, mis('bericht over ketenzaak niet bezorgd')),
        herhaal(werkMs, ronde.ververs, mis('werk elders niet gelezen')),
        herhaal(nieuwsMs, nieuws, mis('werk elders niet gelezen')),
        herhaal(opruimMs, concepten.ruimOp, mis('concepten van ketenzaken niet opgeruimd'), { meteen: true }),
      ]
      levensloop.bijSluiten('keten', async () => {
        await Promise.all(werk.map((stop) => stop()))
      })
    },
  }
}

interface Ronde {
  readonly uitgaand: ReturnType<typeof uitgaandOpslag>
  readonly koppelingen: Koppelingen
  readonly weg: Ketenweg
  readonly elders: Eldersdienst
  readonly wortel: () => string
  /** Tells a resident; absent: nobody of them can be reached, and nothing waits for them. */
  readonly vertel: ((wat: Uitgaand) => Promise<Bezorgd>) | undefined
}

function maakRondes(
  { klok, log }: { readonly klok: Klok; readonly log: Log },
  { uitgaand, koppelingen, weg, elders, wortel, vertel }: Ronde,
): Omit<Ketendeel['ronde'], 'ruimOp'> {
  const bezorg = async (wat: Uitgaand): Promise<Bezorgd> => {
    if (wat.soort === 'opdracht') return elders.bezorgOpdracht(wat)
    if (wat.soort === 'bericht') return bezorgBericht({ koppelingen, weg, wortel }, wat)
    return vertel === undefined ? { status: 'wacht' } : vertel(wat)
  }
  return {
    bezorg: () =>
      bezorgUitgaand({
        store: uitgaand,
        bezorg,
        meldOpgegeven: ({ naar, soort }) => log.waarschuwing('een ander is niet bereikt', { naar, soort }),
        nu: klok.nu,
        loting: () => randomInt(1_000) / 1_000,
      }),
    ververs: elders.ververs,
  }
}

async function bezorgBericht(
  { koppelingen, weg, wortel }: Pick<Ronde, 'koppelingen' | 'weg' | 'wortel'>,
  wat: Uitgaand,
): Promise<Bezorgd> {
  const verbinding = await koppelingen.opOrganisatie(wat.naar)
  const adres = verbinding?.koppeling.meldadres
  // Who does not want to hear any more is told nothing.
  if (verbinding === undefined || adres === undefined) return { status: 'klaar' }
  // Written when the message was made.
  const { regie } = wat.inhoud as { readonly regie: OrganisatieId }
  const rsin = await koppelingen.rsinVan(regie)
  if (rsin === undefined) return { status: 'wacht' }
  const antwoord = await weg.vraag(verbinding, {
    adres,
    handeling: 'gebeurtenisbericht',
    json: maakGebeurtenis(wat, { wortel: wortel(), rsin }),
    soort: 'application/cloudevents+json',
    vorm: welkAntwoordOok,
  })
  return antwoord.status === 'ok' ? { status: 'klaar' } : { status: 'wacht' }
}

function maakDeuren(
  { klok: { nu } }: Ketenomgeving,
  { opslag, corpus, toegang }: Deel,
  {
    loket,
    organisaties,
    koppelingen,
    wortel,
    elders,
    concepten,
    bijNieuws,
  }: {
    readonly loket: Loket
    readonly organisaties: readonly OrganisatieId[]
    readonly koppelingen: Koppelingen
    readonly wortel: () => string
    readonly elders: Eldersdienst
    readonly concepten: Concepten
    readonly bijNieuws: () => void
  },
) {
  const pseudoniem = (organisatie: OrganisatieId, persoon: PersoonId) =>
    toegang.pseudoniemVoor(`keten ${organisatie}`, persoon).waarde
  const vragerVan = (organisatie: OrganisatieId, medewerker: string, rollen: readonly string[]) => ({
    subject: {
      soort: 'medewerker',
      medewerker,
      organisatie,
      rollen,
      doelen: toegang.doelenVoor(rollen),
    } as const,
    voor: { soort: 'zelf' } as const,
  })
  const tel = async (client: string) => {
    const geteld = await toegang.begrenzer.tel('keten', [perClient], { sessie: client })
    return geteld.mag ? undefined : geteld.seconden
  }
  const zgw = createZgwDeur({
    loket,
    lijst: createKetenlijst({
      store: ketenzaakOpslag(opslag.databank),
      lijst: ketenlijstOpslag(opslag.databank),
      audit: toegang.audit,
      register: () => verwerkingsregister(corpus.huidig().verwerkingen),
      nu,
    }),
    concepten,
    koppelingen,
    eigen: () => organisaties,
    naamVan: (id) => corpus.huidig().organisaties.get(id)?.naam ?? id,
    pseudoniem,
    vragerVan: (organisatie, medewerker) => vragerVan(organisatie, medewerker, systeemrollen),
    wortel,
    tel,
    nu,
    uuid: randomUUID,
  })
  const deur = createKetendeur({
    loket,
    koppelingen,
    vragerVan: (organisatie, { medewerker, rollen }) =>
      vragerVan(organisatie, medewerker, rollen.filter(isMedewerkerrol)),
    // Of a case that lies here: whose id it is, is one of ours.
    pseudoniem: (organisatie, persoon) => pseudoniem(organisatie, persoon as PersoonId),
    schrijf: async (soort, ketenzaak, codes) => {
      await toegang.audit.schrijf({ onderwerp: `zaak:${ketenzaak}`, soort, tijd: nu(), codes })
    },
    hoor: async (van, over) => {
      await elders.hoor(van, over)
      bijNieuws()
    },
    tel,
    nu,
  })
  return async (server: FastifyInstance) => {
    await server.register(zgwKeten, { deur: zgw, wortel })
    await server.register(keten, { deur })
  }
}

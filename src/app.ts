import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { api, apiFoutantwoord, bezorgberichten, telAandelenVooraf, zgwBerichten } from './api/index.ts'
import { openAfzenders } from './app-afzenders.ts'
import {
  openBronnen,
  openBronnenbeheer,
  openLopendeBronnen,
  openVerkeer,
  sluitDemoAan,
} from './app-bronnen.ts'
import { openErvaringdeel } from './app-ervaring.ts'
import { corpusstand, databankstand, type Klokstand, metGelijkeKlok } from './app-gezond.ts'
import { demoInstelling, type Inwoners, openDemo, openInwoners } from './app-inwoners.ts'
import { openLijnteamdeur } from './app-lijnen.ts'
import { type Loketdelen, loketbronnen, openLoketdelen } from './app-loket.ts'
import { openMedewerkers } from './app-medewerkers.ts'
import { maakMailTerug, type Ontvangstdeel, openOntvangst } from './app-ontvangst.ts'
import { openProactiefdeel, type Proactiefdeel } from './app-proactief.ts'
import { openVerzendwegen, type Verzendwegen, type Wegendelen } from './app-wegen.ts'
import { berichtbronnenVan, indexbronnenVan, openZaakindexdeel, type Zaakindexdeel } from './app-zaakindex.ts'
import { openWacht, openZaken, type ZakenDeel } from './app-zaken.ts'
import { openSleutelring, type Sleutelring } from './audit/index.ts'
import {
  foutregel,
  type GeladenCorpus,
  type LopendCorpus,
  MEEGELEVERD,
  startCorpus,
  steunVan,
  verwerkingsregister,
  vindTeksten,
} from './corpus/index.ts'
import type { Demo } from './demo/index.ts'
import type { CorpusFout } from './engine/index.ts'
import type { Ervaring } from './ervaring/index.ts'
import { datumOp } from './kalender/index.ts'
import type { Bezorgdienst, Terugbericht } from './kanalen/index.ts'
import { type Controle, createKern, luister, registerGezond } from './platform/http/index.ts'
import { loadTeksten } from './platform/i18n/index.ts'
import {
  type Config,
  herhaal,
  type Klok,
  Levensloop,
  type Log,
  leesSleutelgeheimen,
  maakToeval,
  PlatformError,
} from './platform/index.ts'
import {
  kiesDatamap,
  kiesSysteemgebruiker,
  type Opslag,
  openOpslag,
  opruimersVan,
  regelingKanaal,
  regelingOpslag,
  toegangOpslag,
  zaaksignaalOpslag,
  zoekopslag,
} from './store/index.ts'
import { ontbrekendeSleutels, openToegang, type Toegang } from './toegang/index.ts'
import {
  type BalieBronnen,
  createWeb,
  type Echtbronnen,
  leesThema,
  loadSleutel,
  type Web,
} from './web/index.ts'
import { openZaaksignalen } from './zaken/index.ts'
import { maakZoeker, type Zoeker } from './zoeken/index.ts'

export interface AppOpties {
  readonly config: Config
  readonly klok: Klok
  readonly log: Log
}

export interface App {
  readonly server: FastifyInstance
  /** Where it listens. */
  readonly adres: string
  /** The made-up organisations and people, when they take part. */
  readonly demo: Demo | undefined
  readonly sluit: () => Promise<void>
}

/**
 * The composition root: the only place where everything meets. Database, migrations, corpus, routes, listen,
 * in that order; what was opened is closed in reverse order, also when a later step fails.
 */
export async function startApp(gegeven: AppOpties): Promise<App> {
  const { config, log } = gegeven
  const levensloop = new Levensloop(log)
  try {
    const opslag = await openOpslag({ databaseUrl: config.databaseUrl, dataMap: config.dataMap, log })
    levensloop.bijSluiten('databank', opslag.sluit)
    const opties = await metGelijkeKlok(gegeven, opslag, levensloop)
    const zoeker = maakZoeker(zoekopslag(opslag.databank))
    const voorwerk = maakVoorwerk(opties, zoeker, levensloop)
    const corpus = await openCorpus(opties, opslag, levensloop, voorwerk)
    const ring = openRing(opties)
    const toegang = await openPersonen(opties, { opslag, corpus, ring }, levensloop)
    const echt = await openAfzenders(opties, { opslag, corpus, ring }, levensloop)
    const demo = await openDemo(opties, toegang, levensloop)
    const instelling = config.inwoners ?? (demo && demoInstelling(demo))
    const heeftBalie: Wegendelen['heeftBalie'] = (van) => balie?.logins.organisaties.includes(van) === true
    const terug = { neemTerug: (t: Terugbericht) => naTerug(t), heeftBalie }
    const wegen = openVerzendwegen(opties, { ring, demo, ...echt, ...terug }, levensloop)
    const uit = { wegen: wegen.wegen, navraag: wegen.navraag, heeftBalie }
    const kern = { opslag, corpus, toegang, ring, ...echt, ...uit }
    const inwoners = instelling && openInwoners(opties, { ...kern, instelling }, levensloop)
    const mailTerug = maakMailTerug({ opslag, toegang, ring })
    const naTerug: Bezorgdienst['neemTerug'] = async (terug) => {
      const gevolg = await inwoners?.kanalen.bezorgdienst.neemTerug(terug)
      return gevolg === undefined || gevolg === 'onbekend' ? mailTerug(terug) : gevolg
    }
    const verkeer = openVerkeer(opties, opslag, levensloop)
    const aansluitingen = openBronnen(opties, { opslag, corpus, ring, toegang })
    if (demo !== undefined) await sluitDemoAan(aansluitingen, demo, log)
    const lopend = await openLopendeBronnen(opties, { opslag, aansluitingen, verkeer, toegang }, levensloop)
    const { zaakbronnen, maak } = lopend
    const van = { bronnen: indexbronnenVan(zaakbronnen), afzenders: berichtbronnenVan(zaakbronnen) }
    const signaaldelen = { store: zaaksignaalOpslag(opslag.databank), ring, toeval: maakToeval() }
    const signalen = openZaaksignalen(signaaldelen)
    const wacht =
      inwoners &&
      openWacht(opties, { corpus, zaakbronnen, signalen, toegang, berichten: inwoners.mijn.berichten })
    const indexdelen = { opslag, toegang, demo, ...van, gesloten: aansluitingen.gesloten, wacht }
    const zaakindex = openZaakindexdeel(opties, indexdelen, levensloop)
    const { abonneer, gebeurtenisadres } = zaakindex
    const werk = { verkeer, maak, abonneer, gebeurtenisadres, ververs: zaakbronnen.ververs }
    const beheer = openBronnenbeheer(opties, { opslag, corpus, aansluitingen, toegang, ...werk })
    const zaken =
      inwoners &&
      openZaken(opties, { opslag, corpus, toegang, ring, zaakbronnen, zaakindex, signalen }, levensloop)
    const kantoor = { opslag, corpus, toegang, inwoners, demo, zaken, beheer }
    const balie = await openMedewerkers(opties, kantoor, levensloop)
    const berichten = inwoners?.mijn.berichten
    const organisaties = balie?.logins.organisaties ?? []
    const email = wegen.wegen.find(({ kanaal }) => kanaal === 'email')
    const eigenDelen = { opslag, corpus, toegang, ring, berichten, organisaties, email, zaakbronnen }
    const ontvangst = openOntvangst(opties, eigenDelen, levensloop)
    const ervaring = openErvaringdeel(opties, { opslag, ring }, levensloop)
    const loketdelen = openLoketdelen(opties, eigenDelen, levensloop)
    const { keten } = loketdelen
    const kamers = { inwoners, balie, zaken, zaakindex, wegen, ontvangst, ervaring, ...loketdelen }
    const proactief = openProactiefdeel(opties, { ...eigenDelen, demo, inwoners, zaken }, levensloop)
    const delen = { opslag, corpus, zoeker, toegang, echt, ...kamers, ...proactief }
    const server = await createServer(opties, delen)
    levensloop.bijSluiten('server', () => server.close())
    const adres = await luister(server, config)
    for (const deel of [zaakindex, keten]) deel.zetAdres(new URL(adres))
    demo?.post.zetMeldadressen(wegen.meldadressen(new URL(adres)))
    await proactief.begin(new URL(adres))
    zaakindex.begin()
    await inwoners?.begin(new URL(adres), demo)
    keten.begin()
    return { server, adres, demo, sluit: () => levensloop.sluit() }
  } catch (fout) {
    await levensloop.sluit()
    throw fout
  }
}

/** Named limit: so long may another node still answer with what held before a publication that it did not hear of. */
const verversMs = 5_000

/**
 * A fault in the shipped files stops the start, with every fault named; one in an added directory only that file.
 * What is published later takes effect on every node: by a notice, and by looking for those who missed it.
 */
async function openCorpus(
  { config, log }: AppOpties,
  { databank, luister }: Opslag,
  levensloop: Levensloop,
  bijWissel: (corpus: GeladenCorpus) => void,
): Promise<LopendCorpus> {
  const mappen = [MEEGELEVERD, ...config.corpusMappen]
  const gestart = await startCorpus({ mappen, archief: regelingOpslag(databank) })
  if (!gestart.ok) throw corpusOngeldig(gestart.fouten)
  const { lopend, waarschuwingen } = gestart
  for (const fout of waarschuwingen) log.waarschuwing('bestand geweigerd', { ...fout })
  const ververs = () => {
    lopend.ververs().then(
      ({ status }) => {
        if (status === 'ongewijzigd') return
        log.info('regelingen ververst', { status })
        if (status === 'gewisseld') bijWissel(lopend.huidig())
      },
      (fout: unknown) => log.waarschuwing('verversen mislukt', { fout }),
    )
  }
  bijWissel(lopend.huidig())
  const stopLuisteren = luister(regelingKanaal, ververs)
  const wekker = setInterval(ververs, verversMs)
  levensloop.bijSluiten('corpus', async () => {
    clearInterval(wekker)
    await stopLuisteren()
  })
  return lopend
}

/** Named limit: counting takes the processor, so it lets those go first who come when the server or a scheme is new. */
const telWachtMs = 5_000

/**
 * Beside the start and not before it: who searches meanwhile is told so, the rest works. What is being counted for
 * a corpus stops when another takes its place, and when the server closes.
 */
function maakVoorwerk(
  { klok, log }: AppOpties,
  zoeker: Zoeker,
  levensloop: Levensloop,
): (corpus: GeladenCorpus) => void {
  let telling = new AbortController()
  levensloop.bijSluiten('voorwerk', async () => telling.abort())
  const meld = (wat: string) => (fout: unknown) => log.waarschuwing(wat, { fout })
  return (corpus) => {
    zoeker.werkBij(corpus, []).then(() => log.info('zoeken is bijgewerkt'), meld('zoeken is niet bijgewerkt'))
    telling.abort()
    telling = new AbortController()
    const { signal } = telling
    wacht(telWachtMs, undefined, { signal, ref: false })
      .then(() => telAandelenVooraf(corpus.engine, klok.nu(), signal))
      .catch((fout: unknown) => {
        if (!signal.aborted) meld('vooraf tellen mislukt')(fout)
      })
  }
}

/** Named limits: so long may a line of evidence stand without an anchor; so often is looked for what is too old. */
const ankerMs = 60_000
const bewaringMs = 6 * 3_600_000
/** Named limit: so long after the end of a code, a mandate or a session is it written down that it ended. */
const afloopMs = 60_000

/** The keys behind every seal of this installation. */
function openRing({ config }: AppOpties): Sleutelring {
  const map = kiesDatamap(config.dataMap, kiesSysteemgebruiker())
  return openSleutelring(() =>
    leesSleutelgeheimen({ geheim: config.sleutel, vorige: config.vorigeSleutels, map }),
  )
}

/** Who people are and what they may do, with the work that goes on by itself: anchors and retention. */
async function openPersonen(
  { config, klok, log }: AppOpties,
  {
    opslag,
    corpus,
    ring,
  }: { readonly opslag: Opslag; readonly corpus: LopendCorpus; readonly ring: Sleutelring },
  levensloop: Levensloop,
): Promise<Toegang> {
  const eigen = toegangOpslag(opslag)
  // What features keep about people goes in the same round.
  const opruimers = [...eigen.opruimers, ...opruimersVan(opslag.bewaring)]
  const stores = { ...eigen, opruimers }
  const ontbreekt = await ontbrekendeSleutels(stores, ring)
  if (ontbreekt.length > 0) {
    const welke = ontbreekt.map(({ kid, waarvoor }) => `${kid} (${waarvoor})`).join(', ')
    const detail = `${welke}. Zet het geheim van toen in VOORDEUR_SLEUTEL_VORIGE, of zet het bestand sleutelring terug.`
    throw new PlatformError('sleutel-ontbreekt', { detail })
  }
  const toegang = openToegang({
    stores,
    register: () => verwerkingsregister(corpus.huidig().verwerkingen),
    ring,
    nu: klok.nu,
    toeval: maakToeval(),
    registerUri: new URL('/verwerkingen', config.url ?? 'http://localhost').href,
    stilMinutenMedewerker: config.medewerkersStil,
  })
  const werk = [
    herhaal(ankerMs, toegang.audit.veranker, (fout) => log.waarschuwing('verankeren mislukt', { fout })),
    herhaal(
      afloopMs,
      () => toegang.aanbiedingen.sluitVerlopen(datumOp(klok.nu(), 'Europe/Amsterdam')),
      (fout) => log.waarschuwing('afsluiten van machtigingen mislukt', { fout }),
    ),
    // Apart: what goes wrong with a mandate leaves nobody sitting beside somebody in the log.
    herhaal(afloopMs, toegang.sessies.sluitHulp, (fout) =>
      log.waarschuwing('afsluiten van hulp mislukt', { fout }),
    ),
    herhaal(bewaringMs, toegang.voerBewaringUit, (fout) => log.waarschuwing('bewaring mislukt', { fout })),
  ]
  levensloop.bijSluiten('toegang', async () => {
    await Promise.all(werk.map((stop) => stop()))
  })
  return toegang
}

function corpusOngeldig(fouten: readonly CorpusFout[]): PlatformError {
  const regels = fouten.map((fout) => foutregel(fout))
  return new PlatformError('corpus-ongeldig', { detail: regels.join('\n') })
}

interface Serverdelen extends Loketdelen, Proactiefdeel {
  readonly opslag: Opslag
  readonly corpus: LopendCorpus
  readonly zoeker: Zoeker
  readonly toegang: Toegang
  readonly echt: Echtbronnen
  readonly inwoners: Inwoners | undefined
  readonly balie: BalieBronnen | undefined
  readonly zaken: ZakenDeel | undefined
  readonly zaakindex: Zaakindexdeel
  readonly wegen: Verzendwegen
  readonly ontvangst: Ontvangstdeel
  readonly ervaring: Ervaring
}

async function createServer(opties: AppOpties & Klokstand, delen: Serverdelen): Promise<FastifyInstance> {
  const { config, klok, log } = opties
  const { opslag, corpus, inwoners, zaken, zaakindex, wegen } = delen
  const web = openWeb(opties, delen)
  const server = createKern({
    log,
    url: config.url,
    proxies: config.proxies,
    foutpagina: web.foutpagina,
    foutantwoord: apiFoutantwoord,
  })
  registerGezond(
    server,
    new Map<string, Controle>([
      ['databank', () => databankstand(opslag)],
      ['klok', opties.klokstand],
      ['corpus', () => corpusstand(corpus.stand())],
      ...[...(inwoners?.controles ?? []), ...(zaken?.controles ?? []), ...wegen.controles],
      ...[...delen.ontvangst.controles, ...delen.klantwerk.controles, ...delen.volgcontroles],
    ]),
  )
  const lijnteams = openLijnteamdeur(opties, delen)
  // A receipt is replayed with the texts of its own time, which the archive never loses.
  const archief = regelingOpslag(opslag.databank)
  await server.register(api, {
    log,
    url: config.url,
    poort: config.poort,
    ...(config.contact && { contact: config.contact }),
    herkomsten: config.herkomsten,
    nu: klok.nu,
    corpus: () => corpus.huidig().engine,
    tekstenVanBewijs: (bewijs) => vindTeksten(archief, bewijs, corpus.huidig().engine),
    gebeurtenissen: () => corpus.huidig().gebeurtenissen,
    organisaties: () => corpus.huidig().organisaties,
    postwegen: () => corpus.huidig().postwegen,
    deur: zaakindex.deur,
    levensloop: delen.levensloopdeur,
    ...(zaken && { portalen: zaken.portalen }),
    ...(lijnteams && { lijnteams }),
  })
  await server.register(zgwBerichten, { berichten: zaakindex.berichten })
  await server.register(bezorgberichten, { deur: wegen.deur })
  await inwoners?.vroeg.registreer(server)
  await delen.keten.registreer(server)
  web.register(server)
  delen.openDeuren(server, web.deuren)
  return server
}

function openWeb(
  { config, klok, log }: AppOpties,
  { corpus, zoeker, toegang, echt, inwoners, balie, zaken, ontvangst, ervaring, ...delen }: Serverdelen,
): Web {
  const map = kiesDatamap(config.dataMap, kiesSysteemgebruiker())
  return createWeb({
    bronnen: {
      corpus: () => corpus.huidig().engine,
      geheel: () => corpus.huidig(),
      organisaties: () => corpus.huidig().organisaties,
      gebeurtenissen: () => corpus.huidig().gebeurtenissen,
      zoek: zoeker.zoek,
      meldFout: (waar, fout) => log.waarschuwing('een deel antwoordt niet', { waar, fout }),
      nu: klok.nu,
      echt,
      steun: () => steunVan(corpus.huidig(), config.demo),
    },
    mijn: inwoners && { ...inwoners.mijn, zaken: zaken?.zaken, portalen: zaken?.portalen },
    balie,
    poststukken: ontvangst.poststukken,
    loket: loketbronnen(toegang, delen, delen.opslag, inwoners?.mijn.berichten),
    proactief: delen.kansen,
    ervaring,
    begrenzer: toegang.begrenzer,
    // A proxy stands in front and is not named: then every visitor would seem to be one.
    kentAdressen: config.proxies.length > 0 || config.url?.protocol !== 'https:',
    url: config.url,
    teksten: loadTeksten(join(MEEGELEVERD, 'teksten')),
    sleutel: loadSleutel({ geheim: config.sleutel, map }),
    isHttps: config.url?.protocol === 'https:',
    thema: config.themaBestand === undefined ? undefined : leesThema(config.themaBestand),
  })
}

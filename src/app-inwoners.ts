import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Controlecodes } from './afzender/index.ts'
import { openAfspraken } from './app-afspraken.ts'
import { type Kanalendeel, type Kanalendelen, openKanalen, openWoorden } from './app-kanalen.ts'
import { openLaatsteBlikken } from './app-laatsteblik.ts'
import { openVroegsignalering, type Vroegdeel } from './app-vroegsignalering.ts'
import type { Sleutelring } from './audit/index.ts'
import { type LopendCorpus, MEEGELEVERD } from './corpus/index.ts'
import type { Demo } from './demo/index.ts'
import { parseBsn, parseDatum, parseOrganisatieId } from './domain/index.ts'
import { brpRegister } from './inwoner/brp/brp.ts'
import { brpZoekregister } from './inwoner/brp/zoeken.ts'
import { metEilandnummer, verzendOpenstaande, type Zoekregister } from './inwoner/index.ts'
import { inkomensRegister } from './inwoner/inkomen/inkomen.ts'
import { terugmeldloket } from './inwoner/terugmeldloket/terugmeldloket.ts'
import { datumOp } from './kalender/index.ts'
import type { Berichten } from './kanalen/index.ts'
import { bronControle, createBron, metSleutel } from './platform/bron/index.ts'
import type { Controle } from './platform/http/index.ts'
import { loadTeksten } from './platform/i18n/index.ts'
import {
  type Config,
  herhaal,
  type Inwonerinstelling,
  type Klok,
  type Levensloop,
  type Log,
} from './platform/index.ts'
import { type Opslag, terugmeldingOpslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import { oidcInlogdienst } from './toegang/oidc/oidc.ts'
import { type MijnBronnen, maakMachtigingopsteller } from './web/index.ts'

/** The part of the composition root that is about residents. */
interface Omgeving {
  readonly config: Config
  readonly klok: Klok
  readonly log: Log
}

export interface Inwoners {
  readonly mijn: MijnBronnen
  /** For professionals: the same register, with another question, and who is known by an island number. */
  readonly zoekregister: Zoekregister
  readonly controles: readonly (readonly [string, Controle])[]
  readonly kanalen: Kanalendeel
  readonly vroeg: Vroegdeel
  /** Once it is known where this server listens. */
  readonly begin: (adres: URL, demo: Demo | undefined) => Promise<void>
}

/** Named limits: so often, and so many at once, goes out what a source did not have yet. */
const terugmeldMs = 60_000
const maxTerugmeldingen = 50
/** Named limit: so often is looked whom to tell of a mandate. */
const vertelMs = 60_000

/** Logging in and the registers. Adapters get the vault here, and only those on the list of test/tidy. */
export function openInwoners(
  { config, klok, log }: Omgeving,
  delen: {
    readonly opslag: Opslag
    readonly corpus: LopendCorpus
    readonly toegang: Toegang
    readonly ring: Sleutelring
    readonly instelling: Inwonerinstelling
    readonly codes: Pick<Controlecodes, 'maakControlecodes'>
    readonly wegen: Kanalendelen['wegen']
    readonly heeftBalie: Kanalendelen['heeftBalie']
    readonly navraag?: Kanalendelen['navraag']
    readonly links: Kanalendelen['links']
  },
  levensloop: Levensloop,
): Inwoners {
  const { opslag, corpus, toegang, ring, instelling, codes, wegen, heeftBalie, navraag, links } = delen
  const { metBsn, kluis, audit } = toegang
  const bronnen = (['brp', 'inkomen'] as const).map((naam) => {
    const { url, sleutel } = instelling[naam]
    const bron = createBron(
      { naam, basisUrl: url, aanmelden: metSleutel('x-api-key', sleutel) },
      { klok, log, toeval: randomBytes },
    )
    levensloop.bijSluiten(naam, async () => bron.sluit())
    return bron
  })
  const [brp, inkomen] = bronnen
  if (brp === undefined || inkomen === undefined) throw new Error('een bron ontbreekt')
  const { uitgever, client, geheim, niveaus, claims, scopes } = instelling.inlog
  const inlog = oidcInlogdienst({
    instelling: {
      uitgever,
      client,
      geheim,
      acr: niveaus,
      middelen: {
        digid: { scope: scopes.bsn, claim: claims.bsn },
        eherkenning: { scope: scopes.kvk, claim: claims.kvk },
        eidas: { scope: scopes.eidas, claim: claims.eidas },
        ...(claims.eilandnummer !== undefined && {
          eiland: { scope: scopes.eilandnummer ?? claims.eilandnummer, claim: claims.eilandnummer },
        }),
      },
      bedrijf: { handelende: claims.handelende, vestiging: claims.vestiging, naam: claims.handelsnaam },
    },
    persoonBij: kluis.persoonBij,
    nu: klok.nu,
    meld: (wat) => log.waarschuwing('inloggen mislukt', { wat }),
  })
  const terugmelden = {
    store: terugmeldingOpslag(opslag.databank),
    loketten: { brp: terugmeldloket(brp, metBsn), inkomen: terugmeldloket(inkomen, metBsn) },
    nu: klok.nu,
  }
  const stuur = () =>
    verzendOpenstaande(
      {
        ...terugmelden,
        verwerkVoor:
          ({ persoon }) =>
          (_bron, fn) =>
            audit.metVerwerking(
              {
                doel: 'terugmelding',
                gegevens: ['melding'],
                betrokkenen: [persoon],
                door: { soort: 'taak', taak: 'terugmelden' },
              },
              fn,
            ),
      },
      maxTerugmeldingen,
    )
  levensloop.bijSluiten(
    'terugmelden',
    // Also at the start: what was waiting when this program fell over does not wait a minute more.
    herhaal(terugmeldMs, stuur, (fout) => log.waarschuwing('terugmelden mislukt', { fout }), {
      meteen: true,
    }),
  )
  const personen = brpRegister(brp, {
    metBsn,
    personenBij: kluis.personenBij,
    schrijfMeegekomen: audit.schrijfMeegekomen,
    zwijgt: instelling.brp.zwijgt,
  })
  const uit = {
    ...openWoorden(config, corpus, klok.nu),
    wegen,
    heeftBalie,
    navraag,
    codes,
    links,
    opslag,
    corpus,
    toegang,
    ring,
    personen,
    laatsteBlikken: openLaatsteBlikken(opslag, toegang, personen),
  }
  const kanalen = openKanalen({ klok, log }, uit, levensloop)
  vertelVanMachtigingen({ config, klok, log }, { corpus, toegang, berichten: kanalen.berichten }, levensloop)
  const zoekregister = metEilandnummer(
    brpZoekregister(brp, kluis.personenBij, instelling.brp.zwijgt),
    kluis.zoekPersoon,
  )
  const { berichten } = kanalen
  const balies = openAfspraken({ config, klok, log }, { ...delen, berichten }, levensloop)
  const vroegdelen = { opslag, corpus, toegang, ring, berichten, zoekregister, personen }
  const vroeg = openVroegsignalering({ config, klok, log }, { ...vroegdelen, ...balies }, levensloop)
  return {
    vroeg,
    begin: async (adres, demo) => {
      await vroeg.begin(adres, demo)
      kanalen.begin()
    },
    mijn: {
      toegang,
      inlog,
      registers: { brp: personen, inkomen: inkomensRegister(inkomen, metBsn) },
      terugmelden,
      berichten: kanalen.berichten,
      postbus: kanalen.postbus,
      kanalen,
      codes,
      ...balies,
      hulpaanbiedingen: vroeg.hulpaanbiedingen,
      verwerkingen: () => corpus.huidig().verwerkingen,
      toeval: randomBytes,
    },
    zoekregister,
    controles: [
      ...[brp, inkomen].map((bron) => [bron.stand().naam, bronControle(bron)] as const),
      ...kanalen.controles,
    ],
    kanalen,
  }
}

/** Both hear what happens to a mandate, each on the way that they chose; the same news is one message. */
function vertelVanMachtigingen(
  { config, klok, log }: Omgeving,
  {
    corpus,
    toegang: { aanbiedingen },
    berichten,
  }: {
    readonly corpus: LopendCorpus
    readonly toegang: Pick<Toegang, 'aanbiedingen'>
    readonly berichten: Pick<Berichten, 'stuur'>
  },
  levensloop: Levensloop,
): void {
  const opstel = maakMachtigingopsteller(loadTeksten(join(MEEGELEVERD, 'teksten')), {
    naamVan: (id) => corpus.huidig().organisaties.get(id)?.naam ?? id,
    site: config.url?.host ?? `localhost:${config.poort}`,
  })
  const ronde = async () => {
    const { fouten } = await aanbiedingen.vertel(
      datumOp(klok.nu(), 'Europe/Amsterdam'),
      async (machtiging, nieuws) => {
        for (const rol of ['gever', 'gemachtigde'] as const)
          await berichten.stuur({
            persoon: machtiging[rol],
            soort: 'machtiging',
            kenmerk: `machtiging|${machtiging.id}|${nieuws}`,
            inhoud: opstel(machtiging, nieuws, rol),
          })
      },
    )
    if (fouten.length > 0) throw fouten[0]
  }
  levensloop.bijSluiten(
    'berichten over machtigingen',
    herhaal(vertelMs, ronde, (fout) => log.waarschuwing('berichten over machtigingen mislukt', { fout }), {
      meteen: true,
    }),
  )
}

/** Loaded only when it takes part: a real installation has none of this in memory. */
export async function openDemo(
  { config, klok }: Omgeving,
  toegang: Toegang,
  levensloop: Levensloop,
): Promise<Demo | undefined> {
  if (!config.demo) return undefined
  const { startDemo } = await import('./demo/index.ts')
  const eerste = config.demoPoort
  const demo = await startDemo({
    nu: klok.nu,
    magTerug: (adres, wie) =>
      (wie === 'inwoner' ? /^\/inloggen\/terug$/ : /^\/balie\/inloggen\/[\w-]+\/terug$/).test(
        adres.pathname,
      ) &&
      (['localhost', '127.0.0.1', '[::1]'].includes(adres.hostname) || adres.host === config.url?.host),
    ...(eerste !== undefined && {
      poorten: {
        brp: eerste,
        inkomen: eerste + 1,
        inlog: eerste + 2,
        inlogMedewerkers: eerste + 3,
        zaken: eerste + 4,
        smtp: eerste + 33,
        notify: eerste + 34,
        toneel: eerste + 35,
        schuldeisers: eerste + 36,
      },
    }),
  })
  levensloop.bijSluiten('demo', demo.sluit)
  await legVertegenwoordigingVast(demo, toegang)
  return demo
}

/** What a court decided about made-up people, as a desk would record it; once. */
async function legVertegenwoordigingVast(
  { bevolking }: Demo,
  { kluis, machtigingen }: Toegang,
): Promise<void> {
  const [vanaf, tot, bij] = [
    parseDatum('2020-01-01'),
    parseDatum('2100-01-01'),
    parseOrganisatieId('rechtbank'),
  ]
  for (const { bsn, vertegenwoordigd } of bevolking.personen) {
    if (vertegenwoordigd === undefined || !vanaf || !tot || !bij) continue
    const [gever, gemachtigde] = [parseBsn(bsn), parseBsn(bevolking.persoon(vertegenwoordigd.door).bsn)]
    if (gever === undefined || gemachtigde === undefined) continue
    const persoon = await kluis.persoonBij(gever)
    const vrager = { soort: 'medewerker', medewerker: 'griffie', organisatie: bij, persoon } as const
    const nieuw = {
      soort: vertegenwoordigd.soort,
      gever: persoon,
      gemachtigde: await kluis.persoonBij(gemachtigde),
      organisatie: bij,
      diensten: [],
      geldigVanaf: vanaf,
      geldigTot: tot,
      wijze: { soort: 'register', bij, medewerker: 'griffie', kenmerk: 'register' },
    } as const
    // Recorded at an earlier start it stays as it was.
    await machtigingen.geef(vrager, nieuw, vanaf)
  }
}

export function demoInstelling({ inlog, brp, inkomen }: Demo): Inwonerinstelling | undefined {
  if (inlog === undefined) return undefined
  const { uitgever, client, geheim } = inlog
  const gelijk = { bsn: 'bsn', kvk: 'kvk', eidas: 'eidas', eilandnummer: 'eilandnummer' }
  const bedrijf = { vestiging: 'vestiging', handelende: 'handelende', handelsnaam: 'handelsnaam' }
  const niveaus = { laag: 'laag', substantieel: 'substantieel', hoog: 'hoog' }
  return {
    inlog: { uitgever, client, geheim, niveaus, claims: { ...gelijk, ...bedrijf }, scopes: gelijk },
    // It follows the standard, and nothing stands between.
    brp: { ...brp, zwijgt: 'nee' },
    inkomen,
  }
}

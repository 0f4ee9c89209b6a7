import { randomBytes, randomInt } from 'node:crypto'
import type { Sleutelring } from './audit/index.ts'
import type { LopendCorpus } from './corpus/index.ts'
import type { Demo } from './demo/index.ts'
import { type Config, herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import { aanmeldweg } from './proactief/aanmelden/aanmelden.ts'
import {
  bronsleutel,
  bronVanToken,
  type Levensloopbron,
  type Levensloopbronnen,
  openLevensloopbronnen,
} from './proactief/index.ts'
import { levensloopbronOpslag, type Opslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import { bezwaarTegenAdres, magNaar } from './zaken/index.ts'

interface Omgeving {
  readonly config: Pick<Config, 'demo' | 'url' | 'bronnenNetwerk'>
  readonly klok: Klok
}

interface Delen {
  readonly opslag: Pick<Opslag, 'databank'>
  readonly corpus: Pick<LopendCorpus, 'huidig'>
  readonly toegang: Pick<Toegang, 'audit'>
  readonly ring: Sleutelring
}

/** The sources that tell what happens; also for a command, which tells nobody anything. */
export function openBronnenVanLevensloop(
  { config, klok }: Omgeving,
  { opslag, corpus, toegang, ring }: Delen,
): Levensloopbronnen {
  return openLevensloopbronnen({
    store: levensloopbronOpslag(opslag.databank),
    audit: toegang.audit,
    ring,
    nu: klok.nu,
    toeval: randomBytes,
    isOverheid: (id) => corpus.huidig().organisaties.get(id)?.overheid,
    magAdres: ({ href }) => bezwaarTegenAdres(href, netwerkVan(config)) === undefined,
  })
}

const netwerkVan = ({ demo, bronnenNetwerk }: Omgeving['config']) => ({
  isDemo: demo,
  toegestaan: bronnenNetwerk,
})

export interface Levensloopbrondeel {
  /** Those that were connected when we looked last. */
  readonly lopend: () => readonly Levensloopbron[]
  /** Who signed these bytes, when they are connected. */
  readonly bron: (authorization: string | undefined, tekst: string) => string | undefined
  /** What it may tell; nothing when it is not connected. */
  readonly soortenVan: (bron: string) => Levensloopbron['soorten']
  readonly ronde: () => Promise<number>
  /** From here on sources are told whom to follow; `adres`: where people and systems reach us. */
  readonly begin: (adres: URL) => Promise<void>
}

/** Named limits: so often is looked who has to be told, and which sources are connected. */
const meldMs = 1_000
const verversMs = 5_000

export function openLevensloopbronnendeel(
  { config, klok, log }: Omgeving & { readonly log: Log },
  delen: Delen & { readonly toegang: Pick<Toegang, 'metBsn'>; readonly demo: Demo | undefined },
  levensloop: Levensloop,
): Levensloopbrondeel {
  const { ring, demo } = delen
  const bronnen = openBronnenVanLevensloop({ config, klok }, delen)
  let hier = config.url ?? new URL('http://localhost')
  const weg = aanmeldweg(delen.toegang.metBsn, {
    klok,
    log,
    toeval: randomBytes,
    berichten: () => new URL('/api/v1/levensloopberichten', hier),
    magNaar: (ip) => magNaar(ip, netwerkVan(config)),
  })
  levensloop.bijSluiten('bronnen van de levensloop', async () => weg.sluit())
  let lopend: readonly Levensloopbron[] = []
  const ververs = async () => {
    lopend = await bronnen.alle()
  }
  const meld = (wat: string) => (fout: unknown) => log.waarschuwing(wat, { fout })
  const ronde = async () => {
    // A batch, when a source heard the last: there may be millions, and who begins or stops now does not wait for those.
    await bronnen.vulAan().catch(meld('wie al meedoet volgt een nieuwe bron nog niet'))
    return bronnen.meldAan({ weg, audit: delen.toegang.audit, loting: () => randomInt(1_000) / 1_000 })
  }
  return {
    lopend: () => lopend,
    bron(authorization, tekst) {
      const naam = bronVanToken(ring, authorization, tekst, klok.nu())
      return lopend.some(({ bron }) => bron === naam) ? naam : undefined
    },
    soortenVan: (naam) => lopend.find(({ bron }) => bron === naam)?.soorten ?? [],
    ronde,
    async begin(adres) {
      if (config.url === undefined) hier = adres
      if (demo !== undefined) await sluitDemoAan(bronnen, ring, demo)
      await ververs()
      const stop = [
        herhaal(meldMs, ronde, meld('een bron hoort niet wie te volgen')),
        herhaal(verversMs, ververs, meld('bronnen van de levensloop verversen mislukt')),
      ]
      levensloop.bijSluiten('aanmelden bij bronnen', async () => {
        await Promise.all(stop.map((een) => een()))
      })
    },
  }
}

/** As an operator would: each made-up register is connected, and gets the key with which it signs. */
async function sluitDemoAan(
  bronnen: Levensloopbronnen,
  ring: Sleutelring,
  { brp, inkomen, toneel }: Demo,
): Promise<void> {
  const registers = [
    {
      ...{ bron: 'brp', organisatie: 'gemeente', register: brp },
      soorten: [
        ...['geboorte', 'verhuizing', 'huwelijk', 'scheiding'],
        ...['overlijden', 'overlijden-partner', 'overlijden-huisgenoot'],
      ],
    },
    {
      ...{ bron: 'inkomen', organisatie: 'belastingdienst', register: inkomen },
      soorten: ['baanverlies', 'inkomen-gewijzigd', 'uitkering-beeindigd'],
    },
  ]
  for (const { register, ...rest } of registers) {
    const uitkomst = await bronnen.zet({ ...rest, aanmelden: register.url.href }, register.sleutel)
    if (uitkomst.status !== 'ok') throw new Error(`een voorbeeldbron is niet aangesloten: ${rest.bron}`)
  }
  toneel.zetSleutels(new Map(registers.map(({ bron }) => [bron, bronsleutel(ring, bron)])))
}

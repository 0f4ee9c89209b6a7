import { randomBytes } from 'node:crypto'
import type { Sleutelring } from './audit/index.ts'
import type { LopendCorpus } from './corpus/index.ts'
import type { Demo } from './demo/index.ts'
import { datumOp } from './kalender/index.ts'
import { type Config, herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import { aansluitingOpslag, bronverkeerOpslag, type Opslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import { type Aansluitingen, type Bronverkeer, openAansluitingen, openBronverkeer } from './zaken/index.ts'

export interface Bronnenomgeving {
  readonly config: Pick<Config, 'bronnenNetwerk' | 'demo'>
  readonly klok: Klok
  readonly log: Log
}

export interface Bronnendelen {
  readonly opslag: Opslag
  readonly corpus: Pick<LopendCorpus, 'huidig'>
  readonly ring: Sleutelring
  readonly toegang: Pick<Toegang, 'audit'>
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
    kentOrganisatie: (id) => corpus.huidig().organisaties.has(id),
    nu: klok.nu,
    toeval: randomBytes,
  })
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

/**
 * The made-up organisations are connected as any other. Their addresses and secrets differ at each start and follow;
 * what somebody chose to show stays.
 */
export async function sluitDemoAan(aansluitingen: Aansluitingen, { zaken }: Demo, log: Log): Promise<void> {
  const bestaand = await aansluitingen.alle()
  for (const { organisatie, urls, client, geheim, rsins } of zaken) {
    const oud = bestaand.find(({ aansluiting }) => aansluiting.organisatie === organisatie)?.aansluiting
    const adressen = Object.fromEntries(Object.entries(urls).map(([naam, url]) => [naam, url.href]))
    const uitkomst = await aansluitingen.bewaar({
      invoer: {
        ...(oud ?? { stand: 'aan' }),
        organisatie,
        rsins,
        adressen,
        aanmelden: { soort: 'zgw-jwt', client },
      },
      geheimen: { register: geheim },
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

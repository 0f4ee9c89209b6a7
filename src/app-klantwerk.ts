import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { MEEGELEVERD } from './corpus/index.ts'
import { bezorgUitgaand, createKlantbezorger, createKlantmelding, type MeldKeten } from './loket/index.ts'
import type { Controle } from './platform/http/index.ts'
import { loadTeksten } from './platform/i18n/index.ts'
import { type Config, herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import { ketenzaakOpslag, klantwerkOpslag, type Opslag } from './store/index.ts'
import { adres, maakSpraak } from './web/index.ts'
import type { Zaakbronnen } from './zaken/index.ts'

/** Named limit: so often is looked what has to go to a register of contacts. */
const bezorgMs = 1_000

export interface Klantwerkdeel {
  /** For what happens in cases here. */
  readonly meld: MeldKeten
  readonly controles: readonly (readonly [string, Controle])[]
}

/** The part of the composition root that hands contacts and tasks of chain cases to who has a register for them. */
export function openKlantwerk(
  { config, klok, log }: { readonly config: Pick<Config, 'url'>; readonly klok: Klok; readonly log: Log },
  { opslag, zaakbronnen }: { readonly opslag: Pick<Opslag, 'databank'>; readonly zaakbronnen: Zaakbronnen },
  levensloop: Levensloop,
): Klantwerkdeel {
  const store = ketenzaakOpslag(opslag.databank)
  const klantwerk = klantwerkOpslag(opslag.databank)
  const bronnen = {
    bij: (organisatie: Parameters<Zaakbronnen['bij']>[0]) => zaakbronnen.bij(organisatie)?.klantwerk,
    isEr: () => zaakbronnen.alle().some((een) => een.klantwerk !== undefined),
  }
  const { nl } = maakSpraak(loadTeksten(join(MEEGELEVERD, 'teksten')))
  if (nl === undefined) throw new Error('er zijn geen Nederlandse teksten')
  const bezorg = createKlantbezorger({
    ...{ store, bronnen, t: nl.t, datum: nl.datum },
    adresVan: (ketenzaak) =>
      config.url && new URL(adres('nl', 'balieKetenzaak', { ketenzaak }), config.url).href,
  })
  const ronde = () =>
    bezorgUitgaand({
      ...{ store: klantwerk, bezorg, nu: klok.nu, loting: () => randomInt(1_000) / 1_000 },
      meldOpgegeven: ({ naar }) => log.waarschuwing('een contactregister is niet bereikt', { naar }),
    })
  const stop = herhaal(bezorgMs, ronde, (fout) =>
    log.waarschuwing('klantcontacten van ketenzaken niet bezorgd', { fout }),
  )
  levensloop.bijSluiten('klantwerk', stop)
  return {
    meld: createKlantmelding({ store, klantwerk, bronnen, nu: klok.nu }),
    controles: [['klantcontacten', async () => klantwerkstand(await klantwerk.stand())]],
  }
}

/** One part for all of them: how much waits, and for whom it did not arrive at once. */
function klantwerkstand(
  standen: Awaited<ReturnType<ReturnType<typeof klantwerkOpslag>['stand']>>,
): Awaited<ReturnType<Controle>> {
  const haperend = standen.filter(({ hapert }) => hapert).map(({ naar }) => naar)
  return {
    stand: haperend.length === 0 ? 'goed' : 'beperkt',
    wachtend: standen.reduce((som, { wachtend }) => som + wachtend, 0),
    ...(haperend.length > 0 && { haperend }),
  }
}

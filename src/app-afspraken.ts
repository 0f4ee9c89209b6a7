import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createAfspraken, stuurAfspraakberichten } from './afspraken/index.ts'
import { openBelteams } from './app-belafspraken.ts'
import type { Sleutelring } from './audit/index.ts'
import { type LopendCorpus, MEEGELEVERD } from './corpus/index.ts'
import { createHulpbehoeften } from './inwoner/index.ts'
import type { Berichten } from './kanalen/index.ts'
import { loadTeksten } from './platform/i18n/index.ts'
import { type Config, herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import { afspraakOpslag, hulpbehoefteOpslag, type Opslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import { type MijnBronnen, maakAfspraakOpsteller } from './web/index.ts'

/** Named limit: so often is looked whom to tell something. */
const vertelMs = 60_000

/** The part of the composition root that is about appointments and what somebody needs to be helped well. */
export function openAfspraken(
  {
    config,
    klok,
    log,
  }: { readonly config: Pick<Config, 'demo' | 'url' | 'poort'>; readonly klok: Klok; readonly log: Log },
  {
    opslag,
    corpus,
    toegang,
    ring,
    berichten,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly toegang: Pick<Toegang, 'audit'>
    readonly ring: Sleutelring
    readonly berichten: Pick<Berichten, 'stuur' | 'kent'>
  },
  levensloop: Levensloop,
): Pick<MijnBronnen, 'afspraken' | 'hulpbehoeften'> {
  const gedeeld = { audit: toegang.audit, ring, nu: klok.nu, toeval: randomBytes }
  const afspraken = createAfspraken({
    ...gedeeld,
    store: afspraakOpslag(opslag.databank),
    ook: openBelteams({ log }, { opslag }, levensloop),
    // What is made up takes part only beside made-up organisations.
    teams: () =>
      [...corpus.huidig().afspraakteams.values()].filter(
        ({ vertrouwen }) => config.demo || vertrouwen !== 'verzonnen',
      ),
  })
  const opstel = maakAfspraakOpsteller(loadTeksten(join(MEEGELEVERD, 'teksten')), {
    naamVan: (id) => corpus.huidig().organisaties.get(id)?.naam ?? id,
    teamVan: afspraken.team,
    site: config.url?.host ?? `localhost:${config.poort}`,
    nu: klok.nu,
  })
  let isDicht = false
  const onderdelen = { ...gedeeld, afspraken, berichten, opstel, isDicht: () => isDicht }
  const stop = herhaal(
    vertelMs,
    () => stuurAfspraakberichten(onderdelen),
    (fout) => log.waarschuwing('berichten over afspraken mislukt', { fout }),
    { meteen: true },
  )
  levensloop.bijSluiten('berichten over afspraken', async () => {
    isDicht = true
    await stop()
  })
  return {
    hulpbehoeften: createHulpbehoeften({ ...gedeeld, store: hulpbehoefteOpslag(opslag.databank) }),
    afspraken,
  }
}

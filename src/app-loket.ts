import { randomBytes } from 'node:crypto'
import { zoneVan } from './app-zaken.ts'
import type { Sleutelring } from './audit/index.ts'
import { type LopendCorpus, verwerkingsregister } from './corpus/index.ts'
import { createLoket, type Loket, type MeldKeten } from './loket/index.ts'
import { type Config, herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import { ketenzaakOpslag, type Opslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'

/** Named limits: so often is looked whether time changes something in a case, and whether somebody is to be told. */
const klokMs = 60_000
const zendMs = 1_000

/** The part of the composition root that is about chain cases. */
export function openLoket(
  { config, klok, log }: { readonly config: Pick<Config, 'url'>; readonly klok: Klok; readonly log: Log },
  {
    opslag,
    corpus,
    toegang,
    ring,
    meld,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly toegang: Pick<Toegang, 'audit'>
    readonly ring: Sleutelring
    /** Who is told of what happens in a chain; absent: nobody listens yet, and it stays until somebody does. */
    readonly meld: MeldKeten | undefined
  },
  levensloop: Levensloop,
): Loket {
  const loket = createLoket({
    store: ketenzaakOpslag(opslag.databank),
    audit: toegang.audit,
    ring,
    register: () => verwerkingsregister(corpus.huidig().verwerkingen),
    isOverheid: (id) => corpus.huidig().organisaties.get(id)?.overheid === true,
    zoneVan: (id) => zoneVan(corpus.huidig(), id),
    meld: meld ?? (async () => {}),
    source: new URL('/ketenzaken', config.url ?? 'http://localhost').href,
    nu: klok.nu,
    toeval: randomBytes,
  })
  const werk = [
    herhaal(klokMs, loket.klok, (fout) =>
      log.waarschuwing('termijnen van ketenzaken niet bekeken', { fout }),
    ),
  ]
  if (meld !== undefined)
    werk.push(
      herhaal(zendMs, loket.zend, (fout) =>
        log.waarschuwing('voorvallen van ketenzaken niet gemeld', { fout }),
      ),
    )
  levensloop.bijSluiten('loket', async () => {
    await Promise.all(werk.map((stop) => stop()))
  })
  return loket
}

import { randomBytes } from 'node:crypto'
import type { Sleutelring } from './audit/index.ts'
import { type LopendCorpus, verwerkingsregister } from './corpus/index.ts'
import { type PersoonId, parseKvkNummer } from './domain/index.ts'
import { createLoket, type Loket, type MeldKeten, type Toevoeging } from './loket/index.ts'
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
    gewijzigd,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly toegang: Pick<Toegang, 'audit'>
    readonly ring: Sleutelring
    /** Who is told of what happens in a chain; absent: nobody listens yet, and it stays until somebody does. */
    readonly meld: MeldKeten | undefined
    /** Whoever has the case before them hears that it changed. */
    readonly gewijzigd: (ketenzaak: string) => void
  },
  levensloop: Levensloop,
): Loket {
  const store = ketenzaakOpslag(opslag.databank)
  const loket = createLoket({
    store: { ...store, voegToe: (een) => store.voegToe(een).then(vertel(een, gewijzigd)) },
    audit: toegang.audit,
    ring,
    register: () => verwerkingsregister(corpus.huidig().verwerkingen),
    isOverheid: (id) => corpus.huidig().organisaties.get(id)?.overheid === true,
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

/** After it was written, so that whoever looks then sees it. */
function vertel(
  { ketenzaak, voorvallen }: Pick<Toevoeging, 'ketenzaak' | 'voorvallen'>,
  gewijzigd: (ketenzaak: string) => void,
) {
  return (uitkomst: 'ok' | 'ingehaald') => {
    if (uitkomst === 'ok' && voorvallen.length > 0) gewijzigd(ketenzaak)
    return uitkomst
  }
}

/** An invitation names a company by its number; what is kept of it is the id that the login gives as well. */
export function bedrijfBij({ kluis }: Pick<Toegang, 'kluis'>) {
  return async (kvk: string): Promise<PersoonId | undefined> => {
    const nummer = parseKvkNummer(kvk)
    return nummer && kluis.persoonBij(nummer)
  }
}

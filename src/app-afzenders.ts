import { join } from 'node:path'
import { type Afzenderregister, maakRegister, openControlecodes, toetsLinks } from './afzender/index.ts'
import type { Sleutelring } from './audit/index.ts'
import { type LopendCorpus, MEEGELEVERD } from './corpus/index.ts'
import type { Linkkeuring, MagLink } from './kanalen/index.ts'
import { loadTeksten } from './platform/i18n/index.ts'
import { type Config, herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import { controlecodeOpslag, momentopnameOpslag, type Opslag, sleutellogOpslag } from './store/index.ts'
import type { Echtbronnen } from './web/index.ts'

/** Which links may go out: in a notice, and in the text of a message. */
export interface Linkregels {
  readonly magLink: MagLink
  readonly links: Linkkeuring
}

/** Named limit: so long may a node answer with the snapshot before the last. */
const ververMs = 30_000

/**
 * The part of the composition root about genuine senders. A snapshot that cannot be read, or is years old, keeps
 * nobody from an answer: then the register is what it was, and the page says from when.
 */
export async function openAfzenders(
  { config, klok, log }: { readonly config: Config; readonly klok: Klok; readonly log: Log },
  delen: { readonly opslag: Opslag; readonly corpus: LopendCorpus; readonly ring: Sleutelring },
  levensloop: Levensloop,
): Promise<Echtbronnen & ReturnType<typeof openControlecodesVan> & Linkregels> {
  const { opslag, corpus, ring } = delen
  const momentopnamen = momentopnameOpslag(opslag.databank)
  let momentopname = await momentopnamen.laatste()
  let nummer = await momentopnamen.nummer()
  let van: { readonly uit: readonly unknown[]; readonly register: Afzenderregister } | undefined
  const register = (): Afzenderregister => {
    const { organisaties, afzenders } = corpus.huidig()
    const uit = [organisaties, afzenders, momentopname]
    if (van === undefined || van.uit.some((een, plaats) => een !== uit[plaats])) {
      const { govNl, url, poort } = config
      const eigen = url ?? new URL(`http://localhost:${poort}`)
      const eigenMail = config.kanalen.smtp?.afzender.adres
      const bronnen = { organisaties, afzenders, momentopname, eigen, eigenMail, govNl }
      van = { uit, register: maakRegister(bronnen) }
    }
    return van.register
  }
  const ververs = async () => {
    const nu = await momentopnamen.nummer()
    if (nu === nummer) return
    momentopname = await momentopnamen.laatste()
    nummer = nu
    register()
    log.info('register van afzenders ververst', { domeinen: momentopname?.domeinen.length ?? 0 })
  }
  levensloop.bijSluiten(
    'afzenders',
    herhaal(ververMs, ververs, (fout) => log.waarschuwing('verversen van afzenders mislukt', { fout })),
  )
  const toets = (tekst: string) => toetsLinks(register(), tekst)
  return {
    register,
    ...openControlecodesVan(opslag, ring, klok),
    magLink: (link) => toets(link.href).mag,
    links: { toets, weggelaten: weggelaten() },
  }
}

/** In each language what stands in the place of a link that may not go out. */
function weggelaten(): Linkkeuring['weggelaten'] {
  const teksten = loadTeksten(join(MEEGELEVERD, 'teksten'))
  return Object.fromEntries(
    Object.entries(teksten).map(([taal, van]) => [taal, van.get('berichten.link_weggelaten')]),
  )
}

function openControlecodesVan({ databank }: Opslag, ring: Sleutelring, { nu }: Klok) {
  const stores = { codes: controlecodeOpslag(databank), sleutels: sleutellogOpslag(databank) }
  return { codes: openControlecodes({ ...stores, ring, nu }) }
}

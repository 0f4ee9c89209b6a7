import { join } from 'node:path'
import { maakZgwBron, openBronnen, openBronnenbeheer } from '../app-bronnen.ts'
import { type GeladenCorpus, MEEGELEVERD } from '../corpus/index.ts'
import { type OrganisatieId, parseOrganisatieId } from '../domain/index.ts'
import { datumOp } from '../kalender/index.ts'
import { createVertaler, loadTeksten, type Vertaler } from '../platform/i18n/index.ts'
import { createLog } from '../platform/index.ts'
import { bronverkeerOpslag } from '../store/index.ts'
import { type Bronnenbeheer, gebeurtenisadres, openBronverkeer } from '../zaken/index.ts'
import type { Eindcode, Wereld } from './opdracht.ts'
import { metToegang } from './toegang.ts'

export interface Bronnen {
  readonly beheer: Bronnenbeheer
  readonly corpus: GeladenCorpus
  readonly nu: () => Date
  /** False: the address that is told is of this computer alone. */
  readonly isBereikbaar: boolean
  /** The words of the pages, in Dutch: a command says what a page says. */
  readonly t: Vertaler
}

/** For something that is done to one connection. */
export function grijpIn(
  wereld: Wereld,
  getypt: string | undefined,
  fn: (bronnen: Bronnen, id: OrganisatieId) => Promise<Eindcode | { readonly fout: string }>,
): Promise<Eindcode> {
  return metBronnen(wereld, async (bronnen) => {
    const id = parseOrganisatieId(getypt)
    if (id === undefined || (await bronnen.beheer.aansluitingen.vind(id)) === undefined) {
      wereld.fout(`${getypt} is niet aangesloten. Zie: voordeur bron lijst`)
      return 2
    }
    const uitslag = await fn(bronnen, id)
    if (typeof uitslag === 'number') return uitslag
    wereld.fout(uitslag.fout)
    return 1
  })
}

/** Opens the connections for one command, and closes what it opened. */
export function metBronnen(wereld: Wereld, fn: (bronnen: Bronnen) => Promise<Eindcode>): Promise<Eindcode> {
  return metToegang(wereld, async ({ config, klok, opslag, ring, corpus, toegang }) => {
    const log = { ...createLog(klok.nu), info: () => {}, waarschuwing: () => {} }
    const omgeving = { config, klok, log }
    const aansluitingen = openBronnen(omgeving, { opslag, corpus, ring, toegang })
    const { lijst } = await aansluitingen.verbindingen()
    const verkeer = openBronverkeer({
      store: bronverkeerOpslag(opslag.databank),
      nu: klok.nu,
      dagVan: (op) => datumOp(op, 'Europe/Amsterdam'),
    })
    const maak = maakZgwBron(omgeving, toegang, () => lijst)
    const beheer = openBronnenbeheer(omgeving, {
      opslag,
      corpus,
      aansluitingen,
      verkeer,
      maak,
      toegang,
      // A command listens nowhere: as the server says it, which has the same settings.
      gebeurtenisadres: (bron, nummer) =>
        gebeurtenisadres(ring, config.url ?? new URL(`http://${config.adres}:${config.poort}`), bron, nummer),
    })
    const t = createVertaler('nl', loadTeksten(join(MEEGELEVERD, 'teksten')).nl)
    return fn({
      beheer,
      corpus: corpus.huidig(),
      nu: klok.nu,
      isBereikbaar: config.url !== undefined,
      t,
    })
  })
}

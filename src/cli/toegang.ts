import { randomBytes } from 'node:crypto'
import { type LopendCorpus, MEEGELEVERD, startCorpus, verwerkingsregister } from '../corpus/index.ts'
import { type Klok, klokVanaf, PlatformError, systeemklok } from '../platform/index.ts'
import { regelingOpslag, toegangOpslag } from '../store/index.ts'
import { openToegang, type Toegang } from '../toegang/index.ts'
import type { Eindcode, Wereld } from './opdracht.ts'
import { metPersonen, type Personen } from './personen.ts'

export interface MetToegang extends Personen {
  readonly klok: Klok
  readonly corpus: LopendCorpus
  readonly toegang: Toegang
}

/** Opens what writes in the log for one command, and closes what it opened. */
export function metToegang(wereld: Wereld, fn: (delen: MetToegang) => Promise<Eindcode>): Promise<Eindcode> {
  return metPersonen(wereld, async (personen) => {
    const { config, opslag, ring } = personen
    const klok = config.nu === undefined ? systeemklok : klokVanaf(config.nu)
    const mappen = [MEEGELEVERD, ...config.corpusMappen]
    const gestart = await startCorpus({ mappen, archief: regelingOpslag(opslag.databank) })
    if (!gestart.ok) throw new PlatformError('corpus-ongeldig')
    const corpus = gestart.lopend
    const toegang = openToegang({
      stores: toegangOpslag(opslag),
      register: () => verwerkingsregister(corpus.huidig().verwerkingen),
      ring,
      nu: klok.nu,
      toeval: randomBytes,
      registerUri: new URL('/verwerkingen', config.url ?? 'http://localhost').href,
    })
    return fn({ ...personen, klok, corpus, toegang })
  })
}

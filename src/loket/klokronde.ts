/** Time going on in the cases in which it changes something. */
import { maakUuid7 } from '../domain/index.ts'
import { speelAf } from './evolve.ts'
import { type Uitvoerdelen, type Uitvoerder, voerUit } from './uitvoeren.ts'

export interface Rondedelen extends Uitvoerdelen {
  /** Hears of a case that could not be looked at, or told of: ids and the fault, no words. */
  readonly meldFout: (ketenzaak: string, fout: unknown, wat: 'klok' | 'melden') => void
}

/** Named limits: so many are looked at in one round; what did not go further is left alone for so long. */
const maxRonde = 100
const laterMs = 600_000

const klok: Uitvoerder = {
  doener: { soort: 'klok' },
  lezer: { soort: 'taak' },
  mag: (stand) => stand !== undefined,
}

/**
 * One round. A case that fails is told of and does not stop the others, neither in this round nor in the next ones. Gives
 * in how many something happened.
 */
export function maakKlokronde(delen: Rondedelen): () => Promise<number> {
  const { store, nu, meldFout } = delen
  const later = new Map<string, number>()
  return async () => {
    const moment = nu()
    for (const [id, tot] of later) if (tot <= moment.getTime()) later.delete(id)
    let verder = 0
    for (const ketenzaak of await store.teBekijken(moment, maxRonde, [...later.keys()])) {
      const gingVerder = await laatVerder(delen, ketenzaak).catch((fout) => {
        meldFout(ketenzaak, fout, 'klok')
        return false
      })
      if (gingVerder) verder++
      else later.set(ketenzaak, moment.getTime() + laterMs)
    }
    return verder
  }
}

async function laatVerder(delen: Uitvoerdelen, ketenzaak: string): Promise<boolean> {
  const id = maakUuid7(delen.nu(), delen.toeval)
  const geladen = await delen.store.laad(klok.lezer, ketenzaak, id)
  const eerst = { ...geladen, stand: speelAf(ketenzaak, geladen.voorvallen) }
  const uitslag = await voerUit(delen, klok, { id, ketenzaak, verwacht: 0 }, { soort: 'klok' }, eerst)
  return uitslag.status === 'ok' && uitslag.nr > geladen.voorvallen.length
}

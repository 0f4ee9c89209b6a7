import type { GemaakteCode } from '../afzender/index.ts'
import type { Bericht } from './bericht.ts'
import { kenmerkenVan } from './berichtsoort.ts'
import type { Lettervorm, Opgemaakt, Verzendkanaal } from './verzendweg.ts'
import type { Berichttaal } from './voorkeur.ts'

/** What is to be said by one way. */
export interface Opstelvraag {
  readonly bericht: Pick<Bericht, 'id' | 'soort' | 'verstuurd' | 'inhoud' | 'corrigeert'>
  readonly kanaal: Exclude<Verzendkanaal, 'berichtenbox'>
  readonly taal: Berichttaal
  /** Of a letter: also in these, each as complete as the first (`brieftalen.ts`). */
  readonly ookIn?: readonly Berichttaal[]
  readonly vorm: Lettervorm
  /** When this item was made: what goes on paper later is dated then (Awb 2:11). */
  readonly gemaakt: Date
  /** Who sent it on to the reader, when somebody did; empty: nobody knows their name. */
  readonly doorgever?: string
  /** By which the reader finds out whether it is ours; `undefined`: the key of then is gone. */
  readonly code: GemaakteCode | undefined
}

/**
 * Makes the words; the same question gives the same words, because the same item may be sent again. `undefined`: it
 * has none for this way, and another is taken.
 */
export type Opsteller = (vraag: Opstelvraag) => Promise<Opgemaakt | undefined>

/** All that a notice says (Awb 2:10 lid 2): who, what kind, whether something is asked, and until when. */
export interface Meldingwoorden {
  readonly van: Bericht['inhoud']['van']
  readonly soort: Bericht['soort']
  readonly heeftRechtsgevolg: boolean
  readonly reactieVerwacht: boolean
  readonly uiterlijk: Bericht['inhoud']['uiterlijk']
}

/** Nothing of the subject and nothing of the person: an e-mail is a postcard (Awb 2:9). */
export function meldingwoorden({ soort, inhoud }: Opstelvraag['bericht']): Meldingwoorden {
  const { isProcedure, reactieVerwacht } = kenmerkenVan(soort)
  return {
    van: inhoud.van,
    soort,
    heeftRechtsgevolg: isProcedure,
    reactieVerwacht,
    uiterlijk: inhoud.uiterlijk,
  }
}

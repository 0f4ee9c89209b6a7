/** How the administrator finds what has words in a case, and erases them. */
import type { Wisreden } from './begrippen.ts'
import type { Uitslag } from './loket.ts'
import { type Uitvoerdelen, voerUit } from './uitvoeren.ts'
import { overVan } from './verloop.ts'
import type { Voorval, Voorvalinhoud } from './voorval.ts'
import { deelOver } from './wissen.ts'
import { verwijzingenIn } from './woorden.ts'

/** Something of a case that has words, without a word of it: for who has to say which. */
export interface Gewoord {
  readonly nr: number
  readonly op: Date
  readonly soort: Voorval['inhoud']['soort']
  /** What `wis` takes: an item, a step, a share …, or else the number of the event. */
  readonly onderdelen: readonly string[]
}

export async function lijstWoorden(
  { store }: Pick<Uitvoerdelen, 'store'>,
  ketenzaak: string,
): Promise<readonly Gewoord[]> {
  const { voorvallen } = await store.laad({ soort: 'taak' }, ketenzaak)
  return voorvallen
    .filter(({ inhoud }) => verwijzingenIn(inhoud).length > 0)
    .map(({ nr, op, inhoud }) => ({ nr, op, soort: inhoud.soort, onderdelen: onderdelenIn(inhoud, nr) }))
}

function onderdelenIn(inhoud: Voorvalinhoud, nr: number): readonly string[] {
  if (inhoud.soort === 'uitkomst-gewijzigd') return ['uitkomst']
  if (inhoud.soort !== 'geopend') return [overVan(inhoud) ?? String(nr)]
  return ['betrokkene', 'vraag', 'uitkomst', 'helper'].filter(
    (id) => verwijzingenIn(deelOver(inhoud, id)).length > 0,
  )
}

/** As the administrator of this installation, whoever's words they are. */
export function wisWoorden(
  delen: Uitvoerdelen,
  { id, ketenzaak }: { readonly id: string; readonly ketenzaak: string },
  { onderdeel, waarom }: { readonly onderdeel: string; readonly waarom: Wisreden },
): Promise<Uitslag> {
  const beheer = {
    doener: { soort: 'beheer' },
    lezer: { soort: 'taak' },
    mag: (stand: unknown) => stand !== undefined,
  } as const
  return voerUit(delen, beheer, { id, ketenzaak, verwacht: 0 }, { soort: 'wis-woorden', onderdeel, waarom })
}

import type { CorpusStand } from './corpus/index.ts'
import {
  herhaal,
  type Klok,
  klokmelding,
  type Levensloop,
  type Log,
  maakGelijkloop,
} from './platform/index.ts'
import { controleerDatabank, type Opslag, tijdVan } from './store/index.ts'

/** Named limit: so often is looked how late it is at the database. */
const gelijkMs = 10_000

/** What `/gezond` says of the ground floor. */
export function corpusstand({ activering, bestanden, geweigerd, fouten }: CorpusStand) {
  const isGoed = geweigerd.length === 0 && fouten.length === 0
  return {
    stand: isGoed ? 'goed' : 'beperkt',
    activering,
    bestanden,
    ...(isGoed
      ? {}
      : { melding: 'Niet alle bestanden doen mee.', geweigerd: geweigerd.map(({ bestand }) => bestand) }),
  } as const
}

export async function databankstand({ databank, soort }: Opslag) {
  const { versie } = await controleerDatabank(databank)
  return { stand: 'goed', soort, versie } as const
}

export interface Klokstand {
  readonly klokstand: () =>
    | { readonly stand: 'goed' }
    | { readonly stand: 'beperkt'; readonly melding: string }
}

/** From here on everything goes by the clock of the database, and `/gezond` says when this machine does not. */
export async function metGelijkeKlok<O extends { readonly klok: Klok; readonly log: Log }>(
  opties: O,
  { databank }: Pick<Opslag, 'databank'>,
  levensloop: Levensloop,
): Promise<O & Klokstand> {
  const { klok, log } = opties
  const gelijk = maakGelijkloop(klok, () => tijdVan(databank))
  await gelijk.meet()
  const stop = herhaal(gelijkMs, gelijk.meet, (fout) => log.waarschuwing('klok niet vergeleken', { fout }))
  levensloop.bijSluiten('klok', stop)
  return { ...opties, klok: gelijk.klok, klokstand: () => standVan(klokmelding(gelijk.voorMs())) }
}

function standVan(melding: string | undefined) {
  return melding === undefined ? ({ stand: 'goed' } as const) : ({ stand: 'beperkt', melding } as const)
}

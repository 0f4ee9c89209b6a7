import { type Datum, datumOp } from '../../../kalender/index.ts'
import type { Getoond } from './inzage-voor-kind.ts'

/** What one and the same did for one reason with the same kinds of data, on one day. The log has a line for each time. */
export interface Bundel {
  readonly dag: Datum
  /** The newest of them, with every organisation that was asked in any of them. */
  readonly nieuwste: Getoond
  /** All of them, the newest first; never empty. */
  readonly tijden: readonly Date[]
}

/**
 * Lines that say the same, folded per day of the Netherlands. Lines go from new to old, and so do bundles, by the
 * newest line in them: with more and older lines behind it a bundle keeps its place. Nothing is folded over another
 * reason, another number of a case, another kind of data, or into what did not work.
 */
export function vouw(inzagen: readonly Getoond[]): readonly Bundel[] {
  const bundels = new Map<string, { dag: Datum; nieuwste: Getoond; tijden: Date[]; bronnen: Set<string> }>()
  for (const inzage of inzagen) {
    const dag = datumOp(inzage.tijd, 'Europe/Amsterdam')
    const sleutel = sleutelVan(dag, inzage)
    const bundel = bundels.get(sleutel)
    const bronnen = inzage.inhoud?.bronnen ?? []
    if (bundel === undefined)
      bundels.set(sleutel, { dag, nieuwste: inzage, tijden: [inzage.tijd], bronnen: new Set(bronnen) })
    else {
      bundel.tijden.push(inzage.tijd)
      for (const bron of bronnen) bundel.bronnen.add(bron)
    }
  }
  return [...bundels.values()].map(({ dag, nieuwste, tijden, bronnen }) => ({
    dag,
    nieuwste: metBronnen(nieuwste, [...bronnen]),
    tijden,
  }))
}

function metBronnen(
  inzage: Getoond,
  bronnen: NonNullable<NonNullable<Getoond['inhoud']>['bronnen']>,
): Getoond {
  const { inhoud } = inzage
  return inhoud === undefined || bronnen.length === 0 ? inzage : { ...inzage, inhoud: { ...inhoud, bronnen } }
}

/** Everything of a line that people read, but when it was and whom was asked. */
function sleutelVan(dag: Datum, { verwerking, versie, afloop, inhoud }: Getoond): string {
  const zag = inhoud && [gesorteerd(inhoud.door), [...inhoud.gegevens].sort(), gesorteerd(inhoud.helper)]
  return JSON.stringify([dag, verwerking, versie, afloop === 'mislukt', zag])
}

/** The same fields in another order are the same. */
function gesorteerd(waarde: unknown): unknown {
  if (typeof waarde !== 'object' || waarde === null || Array.isArray(waarde)) return waarde
  return Object.entries(waarde)
    .map(([naam, deel]) => [naam, gesorteerd(deel)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** What somebody sees of when it was looked at again, also when nothing came of it. Pure. */
import { type Dossierinhoud, type Gekeken, hoogstensGekeken, type Kijkreden } from './dossier-store.ts'
import { ingetrokken, type Melding } from './gebeurtenis.ts'

/**
 * Why it was looked at. Of an event that was taken back it is said that it did not happen, and not that it did. Nothing:
 * nobody has to know, as when what there is to tell is only tried again.
 */
export function kijkredenen(keek: {
  readonly nieuw: readonly Melding[]
  readonly geldend: readonly Pick<Melding, 'bron' | 'id'>[]
  readonly isZelfGewijzigd: boolean
  readonly isAndereWet: boolean
  /** A day came on which something had to be worked out. */
  readonly isDag: boolean
}): readonly Kijkreden[] {
  const geldt = new Set(keek.geldend.map(({ bron, id }) => `${bron} ${id}`))
  const door = keek.nieuw.flatMap(({ bron, id, wat: { soort } }): readonly Kijkreden[] =>
    soort === ingetrokken || geldt.has(`${bron} ${id}`) ? [soort] : [],
  )
  if (door.length > 0) return [...new Set(door)].toSorted()
  if (keek.isZelfGewijzigd) return ['antwoorden']
  if (keek.isAndereWet) return ['wet']
  return keek.isDag && keek.nieuw.length === 0 ? ['tijd'] : []
}

/** One line for a day, however often was looked on it. */
export function metGekeken(
  eerder: readonly Gekeken[],
  keek: Gekeken,
): Pick<Dossierinhoud, 'gekeken'> | Record<string, never> {
  const { op, waardoor, isAnders } = keek
  if (waardoor.length === 0) return {}
  const [laatste, ...rest] = eerder
  const gekeken =
    laatste?.op === op
      ? [
          {
            op,
            waardoor: [...new Set([...laatste.waardoor, ...waardoor])],
            isAnders: laatste.isAnders || isAnders,
          },
          ...rest,
        ]
      : [keek, ...eerder]
  return { gekeken: gekeken.slice(0, hoogstensGekeken) }
}

/** Schemes of which something was known and is not any more: what happened made it uncertain. */
export function onzekere({ dossier }: Pick<Dossierinhoud, 'dossier'>): readonly string[] {
  return Object.entries(dossier?.standen ?? {})
    .flatMap(([regeling, { recht, laatst }]) =>
      recht === 'onbekend' && laatst !== undefined ? [regeling] : [],
    )
    .toSorted()
}

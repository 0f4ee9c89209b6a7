/** Maps that stay as they are: each change gives another. */

/** Maps that were made on the way, and that nobody else has: these change in place. */
export type Eigen = WeakSet<object>

function eigenKopie<V>(van: ReadonlyMap<string, V>, eigen: Eigen | undefined): Map<string, V> {
  // Only what was made here is among them, and that is a `Map`.
  if (eigen?.has(van)) return van as Map<string, V>
  const kopie = new Map(van)
  eigen?.add(kopie)
  return kopie
}

/** With one more, or another in its place. */
export function met<V>(van: ReadonlyMap<string, V>, eigen: Eigen | undefined, id: string, waarde: V) {
  return eigenKopie(van, eigen).set(id, waarde) as ReadonlyMap<string, V>
}

export function zonder<V>(van: ReadonlyMap<string, V>, eigen: Eigen | undefined, id: string) {
  const over = eigenKopie(van, eigen)
  over.delete(id)
  return over as ReadonlyMap<string, V>
}

/** With another in the place of one that is there. */
export function pas<V>(
  van: ReadonlyMap<string, V>,
  eigen: Eigen | undefined,
  id: string,
  maak: (een: V) => V,
): ReadonlyMap<string, V> {
  const een = van.get(id)
  return een === undefined ? van : met(van, eigen, id, maak(een))
}

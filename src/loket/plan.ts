import { isAf } from './begrippen.ts'
import type { Ketenzaak, Stap } from './ketenzaak.ts'

/** What waits for what: an id, and the ids that come before it. */
export type Wachtplan = ReadonlyMap<string, { readonly wachtOp: readonly string[] }>

/**
 * Steps that wait for each other, in that order, the first once more at the end: `[a, b, a]`. A step that waits for
 * itself is one too. Without recursion: how long a chain is, somebody else decides.
 */
export function vindKring(plan: Wachtplan): readonly string[] | undefined {
  const klaar = new Set<string>()
  for (const begin of plan.keys()) {
    const weg: { readonly id: string; volgende: number }[] = [{ id: begin, volgende: 0 }]
    const opWeg = new Set([begin])
    while (weg.length > 0) {
      const hier = weg.at(-1)
      if (hier === undefined) break
      const naar = klaar.has(hier.id) ? undefined : plan.get(hier.id)?.wachtOp[hier.volgende++]
      if (naar === undefined) {
        klaar.add(hier.id)
        opWeg.delete(hier.id)
        weg.pop()
      } else if (opWeg.has(naar)) {
        const ids = weg.map(({ id }) => id)
        return [...ids.slice(ids.indexOf(naar)), naar]
      } else if (!klaar.has(naar)) {
        weg.push({ id: naar, volgende: 0 })
        opWeg.add(naar)
      }
    }
  }
  return undefined
}

/** Every step after all that it waits for; what is in a circle, which a case never has, comes last. */
export function opVolgorde<P extends { readonly wachtOp: readonly string[] }>(
  plan: ReadonlyMap<string, P>,
): readonly (readonly [string, P])[] {
  const nog = new Map([...plan].map(([id, { wachtOp }]) => [id, wachtOp.filter((op) => plan.has(op)).length]))
  const na = Map.groupBy(
    [...plan].flatMap(([id, { wachtOp }]) => wachtOp.map((op) => ({ op, id }))),
    ({ op }) => op,
  )
  const rij = [...plan.keys()].filter((id) => nog.get(id) === 0)
  for (let plaats = 0; plaats < rij.length; plaats++)
    for (const { id } of na.get(rij[plaats] ?? '') ?? []) {
      const over = (nog.get(id) ?? 0) - 1
      nog.set(id, over)
      if (over === 0) rij.push(id)
    }
  const gezien = new Set(rij)
  const volgorde = [...rij, ...[...plan.keys()].filter((id) => !gezien.has(id))]
  return volgorde.flatMap((id) => {
    const stap = plan.get(id)
    return stap === undefined ? [] : [[id, stap] as const]
  })
}

/** What a step still waits for. */
export function wachtNogOp({ stappen }: Pick<Ketenzaak, 'stappen'>, { wachtOp }: Stap): readonly string[] {
  return wachtOp.filter((id) => !isAf(stappen.get(id)?.stand ?? 'vervallen'))
}

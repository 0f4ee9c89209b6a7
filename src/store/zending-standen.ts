/** What becomes of all items of some messages when something happened to a few of them; pure. */
import { isMelding } from '../kanalen/index.ts'
import type { Boeking } from '../kanalen/zending-store.ts'
import type { Zendingrij } from './zending-rijen.ts'

/** An item with when a notice of its message went out; of the inbox alone that is filled. */
export type Zendingstandrij = Zendingrij & { readonly gemeld: Date | null }

type Rij = Zendingstandrij

/** Of the items that change: how they stand from now on, what was made good by others with it. */
export function standenNa(vast: readonly Rij[], raak: readonly Boeking[]): readonly Rij[] {
  const wordt = new Map(vast.map((rij) => [rij.id, rij]))
  const perBericht = Map.groupBy(vast, ({ bericht }) => bericht)
  const geraakt = new Set<string>()
  const zet = (rij: Rij | undefined, deel: Partial<Rij>): void => {
    if (rij === undefined) return
    geraakt.add(rij.id)
    wordt.set(rij.id, { ...rij, ...deel })
  }
  const vanBericht = (bericht: string) =>
    (perBericht.get(bericht) ?? []).map((rij) => wordt.get(rij.id) ?? rij)

  for (const { wordt: na } of raak) {
    const { stand, pogingen, ongewis, volgende } = na
    const [verzonden, kenmerk, reden] = [na.verzonden ?? null, na.kenmerk ?? null, na.reden ?? null]
    const adres = na.adres ?? null
    zet(wordt.get(na.id), { stand, pogingen, ongewis, volgende, verzonden, kenmerk, reden, adres })
  }
  for (const { wordt: na } of raak) {
    if (na.kanaal === 'berichtenbox' || !isGelukt(na)) continue
    for (const rij of vanBericht(na.bericht)) if (isMislukt(rij)) zet(rij, { stand: 'hersteld' })
  }
  for (const boeking of raak) {
    const deel = meldingNa(boeking)
    if (deel === undefined) continue
    const { bericht } = boeking.wordt
    zet(
      vanBericht(bericht).find(({ kanaal }) => kanaal === 'berichtenbox'),
      deel,
    )
  }
  return [...wordt.values()].filter(({ id }) => geraakt.has(id))
}

/** Of the inbox itself: whether a notice is owed. Of what tells of it: whether one is out. */
function meldingNa({ wordt, meldtermijn }: Boeking): Partial<Rij> | undefined {
  if (meldtermijn) return { uiterlijk: meldtermijn.uiterlijk ?? null, gemeld: null }
  const { kanaal, verzonden, opVerzoek } = wordt
  if (opVerzoek) return undefined
  if (!isMelding(kanaal) && kanaal !== 'brief') return undefined
  if (isGelukt(wordt)) return { gemeld: verzonden ?? null }
  // It was out and came back: somebody must hear of it in another way.
  return isMislukt(wordt) ? { gemeld: null } : undefined
}

function isGelukt({ stand }: { readonly stand: string }): boolean {
  return stand === 'verzonden' || stand === 'bezorgd'
}

function isMislukt({ stand }: { readonly stand: string }): boolean {
  return stand === 'mislukt' || stand === 'retour'
}

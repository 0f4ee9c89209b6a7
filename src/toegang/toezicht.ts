import { type BewijsLezer, type Controleverslag, controleerBewijs, type Sleutelring } from '../audit/index.ts'
import type { OrganisatieId } from '../domain/index.ts'

/** How often something was done by people of one organisation. */
export interface Cijfer {
  /** Activity of the register. */
  readonly verwerking: string
  /** Empty where it is no longer known. */
  readonly rol: string
  readonly aantal: number
}

export interface ToezichtStore {
  /** Of this organisation alone, from `van` up to `tot`, and never a row about somebody. */
  cijfers(
    wie: { readonly medewerker: string; readonly organisatie: OrganisatieId },
    van: Date,
    tot: Date,
  ): Promise<readonly Cijfer[]>
}

export type Controle =
  | { readonly status: 'ok'; readonly verslag: Controleverslag }
  /** One at a time on this node: it reads everything. */
  | { readonly status: 'bezig' }
  | { readonly status: 'te-groot' }

export interface Toezicht extends ToezichtStore {
  controleer(): Promise<Controle>
}

/** Named limit: with more chains than this it takes longer than a page may. The command has no limit. */
const maxOnderwerpen = 5_000

export function openToezicht({
  store,
  lezer,
  ring,
}: {
  readonly store: ToezichtStore
  readonly lezer: BewijsLezer
  readonly ring: Sleutelring
}): Toezicht {
  let isBezig = false
  return {
    cijfers: (wie, van, tot) => store.cijfers(wie, van, tot),
    async controleer() {
      if (isBezig) return { status: 'bezig' }
      isBezig = true
      try {
        if ((await lezer.onderwerpen()).length > maxOnderwerpen) return { status: 'te-groot' }
        return { status: 'ok', verslag: await controleerBewijs(lezer, ring) }
      } finally {
        isBezig = false
      }
    },
  }
}

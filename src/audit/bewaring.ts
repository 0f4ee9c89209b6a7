import type { Toeval } from '../domain/index.ts'
import type { BewaringStore, BewijsStore } from './bewijs-store.ts'
import { type Onderwerp, verzegelBewijs } from './bewijsregel.ts'
import { grensVan, type Verwerkingsactiviteit, type Verwerkingsregister } from './register.ts'
import type { Sleutelring } from './sleutelring.ts'

/** Removes what one part of the product keeps for an activity: ended mandates, old sessions. Gives how many. */
export interface Opruimer {
  readonly verwerking: string
  readonly ruimOp: (grens: Date) => Promise<number>
}

export interface BewaringOnderdelen {
  readonly bewaring: BewaringStore
  readonly store: Pick<BewijsStore, 'schrijf'>
  readonly register: () => Verwerkingsregister
  readonly opruimers: readonly Opruimer[]
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
}

export interface Opgeruimd {
  readonly verwerking: string
  readonly regel: string
  readonly inhouden: number
  readonly rijen: number
}

/** Named limit: so many payloads in one transaction. A run goes on until nothing is left. */
const maxPerKeer = 500

/**
 * Carries out the retention periods of the register. What was erased stands on the chain of the person, under which
 * rule, and the run itself is evidence too: somebody can ask years later whether it was done.
 */
export async function voerBewaringUit(onderdelen: BewaringOnderdelen): Promise<readonly Opgeruimd[]> {
  const { register, store, ring, nu, toeval } = onderdelen
  const uitslag: Opgeruimd[] = []
  for (const activiteit of register().alle()) {
    const { id, bewaren } = activiteit
    const grens = grensVan(bewaren, nu())
    const inhouden = await wisInhouden(onderdelen, activiteit, grens)
    let rijen = 0
    for (const { verwerking, ruimOp } of onderdelen.opruimers)
      if (verwerking === id) rijen += await ruimOp(grens)
    if (inhouden + rijen === 0) continue
    const codes = { verwerking: id, regel: bewaren.regel, grens: grens.toISOString(), inhouden, rijen }
    const bewijs = { onderwerp: 'installatie:bewaring', soort: 'opgeruimd', tijd: nu(), codes } as const
    await store.schrijf([verzegelBewijs(ring, bewijs, toeval)])
    uitslag.push({ verwerking: id, regel: bewaren.regel, inhouden, rijen })
  }
  return uitslag
}

async function wisInhouden(
  { bewaring, ring, nu, toeval }: BewaringOnderdelen,
  { id, bewaren }: Verwerkingsactiviteit,
  grens: Date,
): Promise<number> {
  const wanneer = grens.toISOString()
  const maakRegel = (onderwerp: string, volgnummers: readonly number[]) =>
    verzegelBewijs(
      ring,
      {
        // The store gives back a subject that a line was written for.
        onderwerp: onderwerp as Onderwerp,
        soort: 'gewist',
        tijd: nu(),
        codes: { regel: bewaren.regel, verwerking: id, grens: wanneer, nummers: volgnummers.join(',') },
      },
      toeval,
    )
  let totaal = 0
  for (;;) {
    const aantal = await bewaring.wisInhoud({ verwerking: id, grens, max: maxPerKeer, maakRegel })
    totaal += aantal
    if (aantal < maxPerKeer) return totaal
  }
}

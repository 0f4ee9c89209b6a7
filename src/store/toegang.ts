import type { ToegangStores } from '../toegang/index.ts'
import { aanbodOpslag, ruimAanbiedingenOp } from './aanbiedingen.ts'
import { begrenzingOpslag, ruimBegrenzingOp } from './begrenzing.ts'
import { bewaringOpslag, bewijsOpslag } from './bewijs.ts'
import { bewijsLezer } from './bewijs-lezer.ts'
import type { Databank } from './databank.ts'
import { grondOpslag, ruimGrondenOp } from './gronden.ts'
import { kluisOpslag } from './kluis.ts'
import { machtigingOpslag, ruimMachtigingenOp } from './machtigingen.ts'
import { ruimSessiesOp, sessieOpslag } from './sessies.ts'
import { toezichtOpslag } from './toezicht.ts'

/** One connection per role; what each may do is in the migrations. */
export interface Roldatabanken {
  readonly databank: Databank
  readonly bewijs: Databank
  readonly bewaring: Databank
}

export function toegangOpslag({ databank, bewijs, bewaring }: Roldatabanken): ToegangStores {
  return {
    bewijs: bewijsOpslag({ databank, bewijs }),
    bewaring: bewaringOpslag(bewaring),
    kluis: kluisOpslag(databank),
    machtigingen: machtigingOpslag(databank),
    aanbiedingen: aanbodOpslag(databank),
    sessies: sessieOpslag(databank),
    gronden: grondOpslag(databank),
    toezicht: toezichtOpslag(databank),
    bewijsLezer: bewijsLezer(databank),
    begrenzing: begrenzingOpslag(databank),
    opruimers: [
      {
        verwerking: 'machtiging-registreren',
        ruimOp: async (grens) =>
          (await ruimMachtigingenOp(bewaring, grens)) + (await ruimAanbiedingenOp(bewaring, grens)),
      },
      { verwerking: 'begrenzing', ruimOp: (grens) => ruimBegrenzingOp(bewaring, grens) },
      { verwerking: 'sessies', ruimOp: (grens) => ruimSessiesOp(bewaring, grens) },
      { verwerking: 'grond-stellen', ruimOp: (grens) => ruimGrondenOp(bewaring, grens) },
    ],
  }
}

import type { Contactadressen, Voorkeuren } from '../../../kanalen/index.ts'

/** What the pages about how somebody is reached need, of a resident and at a desk alike. */
export interface Kanaalbronnen {
  readonly voorkeuren: Voorkeuren
  readonly adressen: Contactadressen
}

import type { Contactgronden } from '../../../corpus/index.ts'
import type { Levensloopbron, Signalen, Volgen } from '../../../proactief/index.ts'
import type { Taal } from '../../routes.ts'
import type { Spraak } from '../../ui/spraak.ts'

/** What the pages about being kept informed need; absent where nobody can be. */
export interface Proactiefbronnen {
  readonly volgen: Volgen
  readonly signalen: Signalen
  /** Who tells us what happens. */
  readonly bronnen: () => readonly Levensloopbron[]
  /** By which ground somebody may be told of a scheme. */
  readonly gronden: () => Contactgronden
  /** Organisations are asked here for cases, so that they can let us look whether they applied already. */
  readonly kijktZaken?: boolean
  /** Whose desk helps with a scheme, for who lives there. */
  readonly spraken: Readonly<Record<Taal, Spraak>>
}

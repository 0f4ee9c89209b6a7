import type { VerzegeldBewijs, Zegel } from '../audit/index.ts'
import type { OrganisatieId } from '../domain/index.ts'

export interface Koppelingrij {
  readonly organisatie: OrganisatieId
  readonly versie: number
  /** As it was written; read again by `leesKoppeling`. */
  readonly instelling: unknown
  readonly geheim: Zegel | undefined
}

/** Settings with every version of them; of a secret the last one counts. */
export interface KoppelingStore {
  readonly alle: () => Promise<readonly Koppelingrij[]>
  /** Together with its evidence, or not at all. `ingehaald`: somebody else changed it meanwhile. */
  readonly bewaar: (
    nieuw: {
      readonly organisatie: OrganisatieId
      readonly vanVersie: number
      readonly instelling: unknown
      /** `null` takes it away; absent: it stays. */
      readonly geheim?: Zegel | null
      readonly op: Date
    },
    bewijs: VerzegeldBewijs,
  ) => Promise<'ok' | 'ingehaald'>
  readonly herzegel: (organisatie: OrganisatieId, geheim: Zegel) => Promise<void>
  /** `false`: this one was here before. Remembered until `tot`; what is older goes. */
  readonly merkToken: (
    wie: { readonly organisatie: OrganisatieId; readonly jti: string },
    tot: Date,
    nu: Date,
  ) => Promise<boolean>
}

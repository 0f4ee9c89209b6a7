import {
  type Audit,
  type BewaringStore,
  type BewijsLezer,
  type BewijsStore,
  type Inzage,
  type InzageFilter,
  type Ketenkop,
  type Kid,
  type KopLezer,
  maxInzagen,
  type Opgeruimd,
  type Opruimer,
  ondertekenKop,
  openAudit,
  type Sleutelring,
  type Verwerkingsregister,
  voerBewaringUit,
} from '../audit/index.ts'
import type { PersoonId, Toeval } from '../domain/index.ts'
import { type Aanbiedingen, openAanbiedingen } from './aanbiedingen.ts'
import type { AanbodStore } from './aanbod-store.ts'
import { type Begrenzer, openBegrenzer } from './begrenzing.ts'
import type { BegrenzingStore } from './begrenzing-store.ts'
import { type Besluit, beslis, type Toegangsvraag } from './beslis.ts'
import type { GrondStore } from './grond-store.ts'
import { type Gronden, openGronden } from './gronden.ts'
import { type Kluis, openKluis } from './kluis.ts'
import type { KluisStore } from './kluis-store.ts'
import type { MachtigingStore } from './machtiging-store.ts'
import { type Machtigingen, openMachtigingen } from './machtigingen.ts'
import { type Pseudoniem, pseudoniemVoor } from './pseudoniem.ts'
import { doelenVoor } from './rollen.ts'
import type { SessieStore } from './sessie-store.ts'
import { openSessies, type Sessies } from './sessies.ts'
import { openToezicht, type Toezicht, type ToezichtStore } from './toezicht.ts'

/** What the store must give. */
export interface ToegangStores {
  readonly bewijs: BewijsStore & KopLezer
  readonly bewaring: BewaringStore
  readonly kluis: KluisStore
  readonly machtigingen: MachtigingStore
  readonly aanbiedingen: AanbodStore
  readonly sessies: SessieStore
  readonly gronden: GrondStore
  readonly toezicht: ToezichtStore
  /** For checking the evidence. */
  readonly bewijsLezer: BewijsLezer
  readonly begrenzing: BegrenzingStore
  /** What goes when a retention period is over, besides payloads of evidence. */
  readonly opruimers: readonly Opruimer[]
}

export interface ToegangOnderdelen {
  readonly stores: ToegangStores
  readonly register: () => Verwerkingsregister
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
  /** Address of the register, without a slash at the end: `https://voordeur.example/verwerkingen`. */
  readonly registerUri: string
  readonly stilMinutenMedewerker?: number | undefined
}

/** Who people are, for whom they act, what they may do, and the record of it. */
export interface Toegang {
  readonly audit: Audit
  readonly kluis: Omit<Kluis, 'metBsn'>
  /** Handed by `app.ts` to the adapters on the list, and to nobody else. */
  readonly metBsn: Kluis['metBsn']
  readonly machtigingen: Machtigingen
  /** Mandates that wait for whoever gets the code. */
  readonly aanbiedingen: Aanbiedingen
  readonly sessies: Sessies
  readonly gronden: Gronden
  readonly toezicht: Toezicht
  /** The purposes that come with these roles. */
  doelenVoor(rollen: readonly string[]): readonly string[]
  /** Also for who is not logged in. */
  readonly begrenzer: Begrenzer
  beslis(vraag: Toegangsvraag): Besluit
  pseudoniemVoor(ontvanger: string, persoon: PersoonId, kid?: Kid): Pseudoniem
  /** Everything done with the data of this person, also under an id that turned out to be the same one. */
  leesInzage(persoon: PersoonId, filter?: Partial<InzageFilter>): Promise<readonly Inzage[]>
  /** The signed end of the chain of this person, to keep beside what was read. */
  leesKop(persoon: PersoonId): Promise<Ketenkop | undefined>
  /**
   * Tells of each session and each ground that ends on this node, by its id: what was fetched for it goes. What ends on
   * another node is not heard here; nobody can come back with it.
   */
  bijEinde(luisteraar: (plek: string) => void): void
  /** Carries out the retention periods of the register; run it daily. */
  voerBewaringUit(): Promise<readonly Opgeruimd[]>
}

export function openToegang(onderdelen: ToegangOnderdelen): Toegang {
  const { stores, register, ring, nu, toeval, registerUri, stilMinutenMedewerker } = onderdelen
  const audit = openAudit({ store: stores.bewijs, register, ring, nu, toeval, registerUri })
  const luisteraars: ((plek: string) => void)[] = []
  const meldEinde = (plek: string): void => {
    for (const hoor of luisteraars) hoor(plek)
  }
  const { metBsn, ...kluis } = openKluis({ store: stores.kluis, ring, audit, nu, toeval })
  return {
    audit,
    kluis,
    metBsn,
    machtigingen: openMachtigingen({ store: stores.machtigingen, audit, nu, toeval }),
    aanbiedingen: openAanbiedingen({ store: stores.aanbiedingen, audit, ring, nu, toeval }),
    sessies: openSessies({ store: stores.sessies, audit, nu, toeval, stilMinutenMedewerker, meldEinde }),
    gronden: openGronden({ store: stores.gronden, nu, toeval, meldEinde }),
    bijEinde: (luisteraar) => void luisteraars.push(luisteraar),
    toezicht: openToezicht({ store: stores.toezicht, lezer: stores.bewijsLezer, ring }),
    doelenVoor: (rollen) => doelenVoor(register(), rollen),
    begrenzer: openBegrenzer({ store: stores.begrenzing, ring, nu }),
    beslis: (vraag) => beslis(register(), vraag),
    pseudoniemVoor: (ontvanger, persoon, kid) => pseudoniemVoor(ring, ontvanger, persoon, kid),
    async leesInzage(persoon, filter = {}) {
      const zelfde = await kluis.zelfdePersonen(persoon)
      const lijsten = await Promise.all(zelfde.map((id) => audit.leesInzage(id, filter)))
      if (lijsten.length === 1) return lijsten.flat()
      // Numbers count per id: the next page goes by time (`tot`).
      const samen = lijsten.flat().sort((a, b) => b.tijd.getTime() - a.tijd.getTime())
      return samen.slice(0, Math.min(filter.max ?? maxInzagen, maxInzagen))
    },
    async leesKop(persoon) {
      const kop = await stores.bewijs.leesKop(persoon)
      return kop && ondertekenKop(ring, `persoon:${persoon}`, kop)
    },
    voerBewaringUit: () => {
      const { bewaring, bewijs, opruimers } = stores
      return voerBewaringUit({ bewaring, store: bewijs, register, opruimers, ring, nu, toeval })
    },
  }
}

import type { PersoonId } from '../../../domain/index.ts'
import type { Berichten } from '../../../kanalen/index.ts'
import type { Belnummer, Gesprekken, Lijn, Mediabrug, Notities, Seinpost } from '../../../lijnen/index.ts'
import type { LeringStore, Loket } from '../../../loket/index.ts'
import type { Subject, Toegang } from '../../../toegang/index.ts'
import type { Taal } from '../../routes.ts'
import type { Spraak } from '../../ui/spraak.ts'

/** What the pages of chain cases need; each use case asks the table of access again. */
export interface LoketBronnen {
  readonly loket: Loket
  /** What chains learned. */
  readonly lering?: LeringStore
  readonly beslis: Toegang['beslis']
  /** By which a plan goes to the resident; absent where nobody is sent anything. */
  readonly berichten?: Pick<Berichten, 'stuur'> | undefined
  /** Calls between professionals, and with whom they bring in; absent where nobody calls. */
  readonly gesprekken?: Gesprekken | undefined
  /** What is written down after them. */
  readonly notities?: Notities | undefined
  readonly seinpost?: Seinpost | undefined
  /** Dials an ordinary telephone; absent: there is no line for it. */
  readonly belTelefoon?: Mediabrug['bel']
  readonly leesNummer?: (getypt: string) => Belnummer | undefined
  /** Lines in use: who is on duty, and who waits; absent where there are none. */
  readonly lijn?: Lijn | undefined
  /** Whom a number of the business register stands for; `undefined`: it is none. */
  readonly bedrijfBij: (kvk: string) => Promise<PersoonId | undefined>
  /** All languages: what is sent is written in each. */
  readonly spraken: Readonly<Record<Taal, Spraak>>
}

export type Genodigde = Extract<Subject, { soort: 'genodigde' }>

import type { Loket } from '../../../loket/index.ts'
import type { Subject, Toegang } from '../../../toegang/index.ts'

/** What the pages of chain cases need; each use case asks the table of access again. */
export interface LoketBronnen {
  readonly loket: Loket
  readonly beslis: Toegang['beslis']
}

export type Genodigde = Extract<Subject, { soort: 'genodigde' }>

import { randomBytes } from 'node:crypto'
import type { Sleutelring } from './audit/index.ts'
import { createNotities, type Notities } from './lijnen/index.ts'
import type { Loket } from './loket/index.ts'
import type { Klok } from './platform/index.ts'
import { belgesprekOpslag, gespreksnotitieOpslag, type Opslag } from './store/index.ts'

/** The part of the composition root about what people write down after a call. */
export function openNotities(
  { klok }: { readonly klok: Klok },
  {
    opslag,
    ring,
    loket,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly ring: Sleutelring
    readonly loket: Pick<Loket, 'overzie' | 'doe'>
  },
): Notities {
  return createNotities({
    store: gespreksnotitieOpslag(opslag.databank),
    gesprekken: belgesprekOpslag(opslag.databank),
    ...{ loket, ring, nu: klok.nu, toeval: randomBytes },
  })
}

/** What sources say that happened: read, deduplicated and kept before anybody hears that it came. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Audit, Sleutelring } from '../../audit/index.ts'
import type { PersoonId } from '../../domain/index.ts'
import { type Datum, datumOp, parseDatum } from '../../kalender/index.ts'
import { pseudoniemVoor } from '../../toegang/index.ts'
import {
  ingetrokken,
  type Levensloopsoort,
  levensloopsoorten,
  type Melding,
  soortvoorvoegsel,
} from './gebeurtenis.ts'
import type { Binnengekomen, LevensloopStore, Ontvangsttelling } from './levensloop-store.ts'

export interface LevensloopOnderdelen {
  readonly store: LevensloopStore
  readonly audit: Pick<Audit, 'verzegel'>
  readonly nu: () => Date
}

export type Levensloopuitkomst =
  | ({ readonly status: 'ontvangen' } & Ontvangsttelling)
  /** Where it is wrong; nothing of the batch is kept. */
  | { readonly status: 'ongeldig'; readonly plaats: string }

/** Named limit: so many in one batch. */
export const maxMeldingen = 1_000

export interface Levensloop {
  /** CloudEvents of one source whose signature was checked: all of them, or none. */
  readonly ontvang: (
    bron: string,
    gebeurtenissen: unknown,
    /** What this source may tell; another kind is counted, and nothing of it is kept. Absent: every kind. */
    soorten?: readonly Levensloopsoort[],
  ) => Promise<Levensloopuitkomst>
}

/** No control characters and no half ones: what cannot be kept is refused here, and not a fault of ours at each try. */
const merk = z
  .string()
  .max(255)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u)

const schema = z.looseObject({
  specversion: z.literal('1.0'),
  id: merk,
  source: z.string().min(1).max(255),
  type: z.string().min(1).max(255),
  subject: merk.optional(),
  time: z.iso.datetime({ offset: true }).optional(),
  data: z
    .looseObject({
      op: z.string().optional(),
      intrekt: merk.optional(),
    })
    .optional(),
})

export function openLevensloop({ store, audit, nu }: LevensloopOnderdelen): Levensloop {
  const regel = (persoon: PersoonId, soort: string, codes: Readonly<Record<string, string>>) =>
    audit.verzegel({ onderwerp: `persoon:${persoon}`, soort, tijd: nu(), codes })
  return {
    async ontvang(bron, gegeven, soorten = levensloopsoorten) {
      const lijst: readonly unknown[] = Array.isArray(gegeven) ? gegeven : [gegeven]
      if (lijst.length > maxMeldingen) return { status: 'ongeldig', plaats: '' }
      const binnen: Binnengekomen[] = []
      let extra = 0
      for (const [i, een] of lijst.entries()) {
        const gelezen = leesGebeurtenis(bron, een, soorten)
        if (gelezen === 'ongeldig') return { status: 'ongeldig', plaats: `/${i}` }
        if (gelezen === 'onbekend') extra++
        else binnen.push(gelezen)
      }
      // What happened is erased with the rest; from a chain nothing can be taken.
      const bewijsVan = (persoon: PersoonId, { id }: Melding) =>
        regel(persoon, 'gebeurtenis-ontvangen', { bron, melding: kort(id) })
      const bewijsVanSamen = (persoon: PersoonId, aantal: number) =>
        regel(persoon, 'gebeurtenis-ontvangen', { bron, samen: String(aantal) })
      const telling = await store.ontvang({ bron, binnen, extra, op: nu(), bewijsVan, bewijsVanSamen })
      return { status: 'ontvangen', ...telling }
    },
  }
}

/** The activity in the register: on consent (AVG art. 6 lid 1 onder a), until it is taken back. */
export const volgDoel = 'rechten-volgen'

/** By which one source, and no other, knows somebody. */
export function naamBij(ring: Sleutelring, bron: string, persoon: PersoonId): string {
  const { kid, waarde } = pseudoniemVoor(ring, `levensloop ${bron}`, persoon)
  return `${kid}.${waarde}`
}

/** `onbekend`: a kind or a shape of ours that says nothing about anybody; it is acknowledged and counted. */
function leesGebeurtenis(
  bron: string,
  een: unknown,
  soorten: readonly Levensloopsoort[],
): Binnengekomen | 'ongeldig' | 'onbekend' {
  const { data: gelezen } = schema.safeParse(een)
  if (gelezen === undefined) return 'ongeldig'
  const { id, type, subject: wie, time, data = {} } = gelezen
  if (!type.startsWith(soortvoorvoegsel)) return 'onbekend'
  const naam = type.slice(soortvoorvoegsel.length)
  if (naam === ingetrokken) {
    if (data.intrekt === undefined || wie === undefined) return 'ongeldig'
    return { wie, melding: { bron, id, wat: { soort: ingetrokken, intrekt: data.intrekt } } }
  }
  const soort = soorten.find((een) => een === naam)
  if (soort === undefined) return 'onbekend'
  const op = dagVan(data.op, time)
  // Law and year are about nobody; our own timer looks at them, whatever anybody says.
  if (wie === undefined) return 'onbekend'
  return op === undefined ? 'ongeldig' : { wie, melding: { bron, id, wat: { soort, op } } }
}

/** The day on which it holds; absent, the day on which it happened. */
function dagVan(op: string | undefined, time: string | undefined): Datum | undefined {
  if (op !== undefined) return parseDatum(op)
  return time === undefined ? undefined : datumOp(new Date(time), 'Europe/Amsterdam')
}

/** An id of a source may hold anything: in the chain stands a mark of it. */
function kort(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 16)
}

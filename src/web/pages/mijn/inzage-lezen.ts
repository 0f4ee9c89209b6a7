import { type Inzage, type InzageFilter, maxInzagen, type Verwerkingsbewijs } from '../../../audit/index.ts'
import type { MijnBronnen } from './bronnen.ts'
import type { Wie } from './wie.ts'

export interface GelezenInzage {
  /** The newest first. */
  readonly inzagen: readonly Inzage[]
  /** More stands in the log, or may: not everything was looked at. */
  readonly isMeer: boolean
}

/** Named limits: so many lines are looked at for each one that is asked for, and never more than these. */
const perGevraagde = 20
const maxBekeken = 10_000

/** Who may act for one branch sees what was done for that branch, and of the rest of the company nothing. */
export function isTeZien({ voor }: Pick<Wie, 'voor'>, { inhoud }: Inzage): boolean {
  if (voor.soort !== 'bedrijf' || voor.vestiging === undefined) return true
  return inhoud?.door.soort === 'inwoner' && inhoud.door.vestiging === voor.vestiging
}

/**
 * What the list can be narrowed to: what ever happened to this person. Who acts for one branch hears of what they may
 * see alone, which is what stands on this page; what was done for another branch is not named.
 */
export function filterkeuzes(
  { voor }: Pick<Wie, 'voor'>,
  ooit: readonly string[],
  getoond: readonly Pick<Inzage, 'verwerking'>[],
): ReadonlySet<string> {
  const isVestiging = voor.soort === 'bedrijf' && voor.vestiging !== undefined
  return new Set(isVestiging ? getoond.map(({ verwerking }) => verwerking) : ooit)
}

/**
 * Up to `max` lines that they may see. What they may not see does not count: somebody of one branch finds their own
 * lines below a hundred of another. Page after page, by time; lines of the same moment on two pages are kept once.
 */
export async function leesTeZien(
  { toegang }: { readonly toegang: Pick<MijnBronnen['toegang'], 'leesInzage'> },
  wie: Pick<Wie, 'voor' | 'persoon'>,
  bewijs: Verwerkingsbewijs,
  { max, ...filter }: Pick<InzageFilter, 'verwerking' | 'max'>,
): Promise<GelezenInzage> {
  const gezien = new Set<string>()
  const inzagen: Inzage[] = []
  const perKeer = Math.min(max + 1, maxInzagen)
  const genoeg = Math.min(max * perGevraagde, maxBekeken)
  let tot: Date | undefined
  for (;;) {
    const deel = await toegang.leesInzage(wie.persoon, bewijs, {
      ...filter,
      max: perKeer,
      ...(tot && { tot }),
    })
    const nieuw = deel.filter(({ ldv }) => !gezien.has(ldv.span_id))
    for (const een of nieuw) gezien.add(een.ldv.span_id)
    inzagen.push(...nieuw.filter((een) => isTeZien(wie, een)))
    if (inzagen.length > max) return { inzagen: inzagen.slice(0, max), isMeer: true }
    const oudste = deel.at(-1)
    if (oudste === undefined || deel.length < perKeer) return { inzagen, isMeer: false }
    if (nieuw.length === 0 || gezien.size >= genoeg) return { inzagen, isMeer: true }
    tot = new Date(oudste.tijd.getTime() + 1)
  }
}

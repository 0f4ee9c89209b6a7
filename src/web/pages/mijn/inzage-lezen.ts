import { type Inzage, maxInzagen, type Verwerkingsbewijs } from '../../../audit/index.ts'
import type { MijnBronnen } from './bronnen.ts'
import { filterVan, type Inzagekeuze, type Keuzelijsten, past } from './inzage-filter.ts'
import { type Getoond, zoalsTeLezen } from './inzage-voor-kind.ts'
import type { Wie } from './wie.ts'

export interface GelezenInzage {
  /** The newest first. */
  readonly inzagen: readonly Getoond[]
  /** More stands in the log, or may: not everything was looked at. */
  readonly isMeer: boolean
}

interface Bron {
  readonly toegang: Pick<MijnBronnen['toegang'], 'leesInzage'>
}

/** Named limits: so many lines are looked at for each one that is asked for, and never more than these. */
const perGevraagde = 20
const maxBekeken = 10_000

/** Who may act for one branch sees what was done for that branch, and of the rest of the company nothing. */
export function isTeZien({ voor }: Pick<Wie, 'voor'>, { inhoud }: Inzage): boolean {
  if (!isVestiging(voor)) return true
  return inhoud?.door.soort === 'inwoner' && inhoud.door.vestiging === voor.vestiging
}

/**
 * What ever happened to this person. Who acts for one branch hears of what they may see alone, among the newest lines;
 * what was done for another one is not named. What came first stands first: a place in the list stays what it was.
 */
export async function leesTeKiezen(
  bron: {
    readonly toegang: Pick<MijnBronnen['toegang'], 'leesInzage' | 'leesKeuzes'>
    readonly portalen?: Pick<NonNullable<MijnBronnen['portalen']>, 'alle'> | undefined
  },
  wie: Wie,
  bewijs: Verwerkingsbewijs,
): Promise<Keuzelijsten> {
  if (isVestiging(wie.voor)) {
    const { inzagen } = await leesTeZien(bron, wie, bewijs, maxInzagen)
    const namen = new Set(inzagen.toReversed().map(({ verwerking }) => verwerking))
    return { verwerkingen: [...namen], organisaties: [] }
  }
  const keuzes = await bron.toegang.leesKeuzes(wie.persoon, bewijs)
  // Not for a parent: what is not to be read is not to be chosen.
  if (wie.voor.soort === 'kind') return { ...keuzes, organisaties: [] }
  const isGevraagd = keuzes.verwerkingen.includes('portaal-tonen')
  return isGevraagd ? { ...keuzes, portalen: (bron.portalen?.alle ?? []).map(({ id }) => id) } : keuzes
}

/**
 * Up to `max` lines that they may see. What they may not see does not count: somebody of one branch finds their own
 * lines below a hundred of another. With `voor` those before that moment. Page after page, by time; lines of the same moment on two pages are kept once.
 */
export async function leesTeZien(
  { toegang }: Bron,
  wie: Pick<Wie, 'voor' | 'persoon' | 'subject'>,
  bewijs: Verwerkingsbewijs,
  max: number,
  keuze: Inzagekeuze = {},
  voor?: Date,
): Promise<GelezenInzage> {
  const gezien = new Set<string>()
  const inzagen: Getoond[] = []
  const perKeer = Math.min(max + 1, maxInzagen)
  const genoeg = Math.min(max * perGevraagde, maxBekeken)
  const filter = { ...filterVan(keuze), max: perKeer }
  let tot = eerste(filter.tot, voor)
  for (;;) {
    const deel = await toegang.leesInzage(wie.persoon, bewijs, { ...filter, ...(tot && { tot }) })
    const nieuw = deel.filter(({ ldv }) => !gezien.has(ldv.span_id))
    for (const een of nieuw) gezien.add(een.ldv.span_id)
    const teZien = nieuw.filter((een) => isTeZien(wie, een) && past(keuze, wie, een))
    inzagen.push(...teZien.map((een) => zoalsTeLezen(wie, een)))
    if (inzagen.length > max) return { inzagen: inzagen.slice(0, max), isMeer: true }
    const oudste = deel.at(-1)
    if (oudste === undefined || deel.length < perKeer) return { inzagen, isMeer: false }
    if (nieuw.length === 0 || gezien.size >= genoeg) return { inzagen, isMeer: true }
    tot = new Date(oudste.tijd.getTime() + 1)
  }
}

function eerste(een: Date | undefined, ander: Date | undefined): Date | undefined {
  if (een === undefined || ander === undefined) return een ?? ander
  return een < ander ? een : ander
}

function isVestiging(voor: Wie['voor']): voor is Extract<Wie['voor'], { soort: 'bedrijf' }> {
  return voor.soort === 'bedrijf' && voor.vestiging !== undefined
}

import { type Inzage, maxInzagen, type Verwerkingsbewijs } from '../../../audit/index.ts'
import type { MijnBronnen } from './bronnen.ts'
import { filterVan, type Inzagekeuze, type Keuzelijsten, past } from './inzage-filter.ts'
import { type Getoond, zoalsTeLezen } from './inzage-voor-kind.ts'
import { type Bundel, vouw } from './inzage-vouwen.ts'
import type { Wie } from './wie.ts'

export interface GelezenInzage {
  /** The newest first. */
  readonly inzagen: readonly Getoond[]
  /** More stands in the log, or may: not everything was looked at. */
  readonly isMeer: boolean
}

export interface GevouwenInzage {
  readonly bundels: readonly Bundel[]
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
 * lines below a hundred of another. With `voor` those before that moment.
 */
export async function leesTeZien(
  bron: Bron,
  wie: Kijkende,
  bewijs: Verwerkingsbewijs,
  max: number,
  keuze: Inzagekeuze = {},
  voor?: Date,
): Promise<GelezenInzage> {
  const inzagen: Getoond[] = []
  const perKeer = Math.min(max + 1, maxInzagen)
  for await (const { nieuw, isEinde } of stroom(bron, wie, bewijs, { keuze, voor, perKeer, max })) {
    inzagen.push(...nieuw)
    if (inzagen.length > max) return { inzagen: inzagen.slice(0, max), isMeer: true }
    if (isEinde) return { inzagen, isMeer: false }
  }
  return { inzagen, isMeer: true }
}

/** The same, with what says the same on one day folded together; `max` counts what is left. */
export async function leesGevouwen(
  bron: Bron,
  wie: Kijkende,
  bewijs: Verwerkingsbewijs,
  max: number,
  keuze: Inzagekeuze = {},
  voor?: Date,
): Promise<GevouwenInzage> {
  const inzagen: Getoond[] = []
  let bundels: readonly Bundel[] = []
  for await (const { nieuw, isEinde } of stroom(bron, wie, bewijs, {
    keuze,
    voor,
    perKeer: maxInzagen,
    max,
  })) {
    inzagen.push(...nieuw)
    bundels = vouw(inzagen)
    const [laatste, over] = [bundels[max - 1], bundels.at(-1)]
    // A day that is read to its end gets no more lines; only then is how often a whole number.
    const isHeel = laatste !== undefined && over !== undefined && over.dag < laatste.dag
    if (isHeel && bundels.length > max) return { bundels: bundels.slice(0, max), isMeer: true }
    if (isEinde) return { bundels: bundels.slice(0, max), isMeer: bundels.length > max }
  }
  // Not read to its end: how often would be too few. A day that is all there is, is better than nothing.
  const heel = bundels.filter(({ dag }) => dag !== bundels.at(-1)?.dag)
  return { bundels: (heel.length === 0 ? bundels : heel).slice(0, max), isMeer: true }
}

type Kijkende = Pick<Wie, 'voor' | 'persoon' | 'subject'>

interface Stuk {
  readonly nieuw: readonly Getoond[]
  /** There is nothing older. */
  readonly isEinde: boolean
}

/**
 * Page after page, by time, from new to old; lines of the same moment on two pages come once. Ends without `isEinde`
 * when so much was looked at that we stop.
 */
async function* stroom(
  { toegang }: Bron,
  wie: Kijkende,
  bewijs: Verwerkingsbewijs,
  hoe: {
    readonly keuze: Inzagekeuze
    readonly voor: Date | undefined
    readonly perKeer: number
    readonly max: number
  },
): AsyncGenerator<Stuk> {
  const { keuze, voor, perKeer, max } = hoe
  const gezien = new Set<string>()
  const genoeg = Math.min(max * perGevraagde, maxBekeken)
  const filter = { ...filterVan(keuze), max: perKeer }
  let tot = eerste(filter.tot, voor)
  for (;;) {
    const deel = await toegang.leesInzage(wie.persoon, bewijs, { ...filter, ...(tot && { tot }) })
    const nieuw = deel.filter(({ ldv }) => !gezien.has(ldv.span_id))
    for (const een of nieuw) gezien.add(een.ldv.span_id)
    const teZien = nieuw.filter((een) => isTeZien(wie, een) && past(keuze, wie, een))
    const oudste = deel.at(-1)
    const isEinde = oudste === undefined || deel.length < perKeer
    yield { nieuw: teZien.map((een) => zoalsTeLezen(wie, een)), isEinde }
    if (isEinde || nieuw.length === 0 || gezien.size >= genoeg) return
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

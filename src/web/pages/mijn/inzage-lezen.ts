import { type Inzage, type Inzagekeuzes, maxInzagen, type Verwerkingsbewijs } from '../../../audit/index.ts'
import type { MijnBronnen } from './bronnen.ts'
import { filterVan, type Inzagekeuze, type Kijker, kijkerVan, past } from './inzage-filter.ts'
import { type Getoond, zoalsTeLezen } from './inzage-voor-kind.ts'
import type { Wie } from './wie.ts'

export interface GelezenInzage {
  /** The newest first. */
  readonly inzagen: readonly Getoond[]
  /** More stands in the log, or may: not everything was looked at. */
  readonly isMeer: boolean
}

/** What the list can be narrowed to for whoever looks. */
export interface TeKiezen extends Inzagekeuzes {
  readonly kijkers: ReadonlySet<Kijker>
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
 * What ever happened to this person. Who it was lies sealed, so of residents and programs only the newest lines are
 * looked at. Who acts for one branch hears of what they may see alone; what was done for another one is not named.
 */
export async function leesTeKiezen(
  bron: { readonly toegang: Pick<MijnBronnen['toegang'], 'leesInzage' | 'leesKeuzes'> },
  wie: Wie,
  bewijs: Verwerkingsbewijs,
): Promise<TeKiezen> {
  const isVan = isVestiging(wie.voor)
  const [keuzes, { inzagen }] = await Promise.all([
    isVan ? undefined : bron.toegang.leesKeuzes(wie.persoon, bewijs),
    leesTeZien(bron, wie, bewijs, maxInzagen, {}, !isVan),
  ])
  const namen = new Set(inzagen.map(({ verwerking }) => verwerking))
  return {
    verwerkingen: keuzes?.verwerkingen ?? [...namen].toSorted(),
    // Not for a parent: what is not to be read is not to be chosen.
    organisaties: wie.voor.soort === 'kind' ? [] : (keuzes?.organisaties ?? []),
    kijkers: new Set(inzagen.map((een) => kijkerVan(wie, een)).filter((soort) => soort !== undefined)),
  }
}

/**
 * Up to `max` lines that they may see. What they may not see does not count: somebody of one branch finds their own
 * lines below a hundred of another. Page after page, by time; lines of the same moment on two pages are kept once.
 */
export async function leesTeZien(
  { toegang }: Bron,
  wie: Pick<Wie, 'voor' | 'persoon' | 'subject'>,
  bewijs: Verwerkingsbewijs,
  max: number,
  keuze: Inzagekeuze = {},
  zonderOrganisatie = false,
): Promise<GelezenInzage> {
  const gezien = new Set<string>()
  const inzagen: Getoond[] = []
  const perKeer = Math.min(max + 1, maxInzagen)
  const genoeg = Math.min(max * perGevraagde, maxBekeken)
  const filter = { ...filterVan(keuze), ...(zonderOrganisatie && { zonderOrganisatie }), max: perKeer }
  let tot = filter.tot
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

function isVestiging(voor: Wie['voor']): voor is Extract<Wie['voor'], { soort: 'bedrijf' }> {
  return voor.soort === 'bedrijf' && voor.vestiging !== undefined
}

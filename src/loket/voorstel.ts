import { type OrganisatieId, parseOrganisatieId } from '../domain/index.ts'
import type { GeplandeStap, Stappenplan } from '../gebeurtenissen/index.ts'
import type { Datum } from '../kalender/index.ts'
import type { Groep, Overzicht } from '../rechten/index.ts'

/** Why the system proposes something. */
export type Voorstelreden =
  /** A step of the life event. */
  | { readonly soort: 'gebeurtenis'; readonly gebeurtenis: string; readonly stap: string }
  /** A case of theirs runs there. */
  | { readonly soort: 'lopende-zaak'; readonly zaak: string }
  /** There is a right, or there may be one. */
  | { readonly soort: 'recht'; readonly regeling: string; readonly groep: Exclude<Groep, 'niet-nu'> }

export interface VoorgesteldeStap {
  readonly gebeurtenis: string
  readonly stap: string
  readonly eigenaar:
    | { readonly soort: 'organisatie'; readonly organisatie: OrganisatieId }
    | { readonly soort: 'inwoner' }
    /** No government: takes part when it is invited, and with consent. */
    | { readonly soort: 'uit-te-nodigen'; readonly naam: string }
  /** Absent: no day is known for it, or it is over; the professional chooses one. */
  readonly termijn?: Datum
  /** Steps of this proposal, by the id they have in the life event. */
  readonly wachtOp: readonly string[]
  readonly redenen: readonly Voorstelreden[]
}

export interface Voorstel {
  readonly stappen: readonly VoorgesteldeStap[]
  /** Government that is involved: who has most reasons that stand first, then who has most that may. */
  readonly organisaties: readonly {
    readonly organisatie: OrganisatieId
    readonly redenen: readonly Voorstelreden[]
  }[]
}

export interface Voorstelinvoer {
  /** The plan of one life event for this person; absent: none was chosen. */
  readonly plan?: { readonly gebeurtenis: string; readonly stappenplan: Stappenplan }
  /** Running cases as far as somebody may see them: where, and by which id. */
  readonly zaken: readonly { readonly zaak: string; readonly organisatie: string }[]
  /** The entitlement overview; absent: it was not asked for. Unknown is not «no». */
  readonly overzicht?: Pick<Overzicht, 'groepen'>
  /** Who carries out a scheme, in the place of this person. */
  readonly uitvoerderVan: (regeling: string) => string | undefined
  readonly isOverheid: (organisatie: string) => boolean
  readonly vandaag: Datum
}

/**
 * Which steps and organisations may be involved, each with its reasons. It proposes and decides nothing: a professional
 * takes over what fits. Reads nothing; the same facts give the same proposal.
 */
export function stelVoor(invoer: Voorstelinvoer): Voorstel {
  const rechten = rechtenVan(invoer)
  const stappen = (invoer.plan?.stappenplan.stappen ?? []).map((stap) => stapVan(stap, invoer, rechten))
  const redenen = new Map<OrganisatieId, Voorstelreden[]>()
  const voegToe = (naam: string | undefined, reden: Voorstelreden) => {
    const organisatie = parseOrganisatieId(naam)
    if (organisatie === undefined || !invoer.isOverheid(organisatie)) return
    const heeft = redenen.get(organisatie) ?? []
    if (heeft.some((een) => JSON.stringify(een) === JSON.stringify(reden))) return
    redenen.set(organisatie, [...heeft, reden])
  }
  const { plan, zaken } = invoer
  for (const { stap, wie } of plan?.stappenplan.stappen ?? [])
    voegToe(wie.id, { soort: 'gebeurtenis', gebeurtenis: plan?.gebeurtenis ?? '', stap: stap.id })
  for (const { zaak, organisatie } of zaken) voegToe(organisatie, { soort: 'lopende-zaak', zaak })
  for (const reden of rechten.values()) voegToe(invoer.uitvoerderVan(reden.regeling), reden)
  return {
    stappen,
    organisaties: [...redenen]
      .map(([organisatie, van]) => ({ organisatie, redenen: van }))
      .toSorted(
        (a, b) =>
          b.redenen.filter(staatVast).length - a.redenen.filter(staatVast).length ||
          b.redenen.length - a.redenen.length ||
          a.organisatie.localeCompare(b.organisatie),
      ),
  }
}

/** A step, a case or a right that is there; not one that there may be. */
export function staatVast(reden: Voorstelreden): boolean {
  return reden.soort !== 'recht' || reden.groep === 'zeker'
}

type Recht = Extract<Voorstelreden, { soort: 'recht' }>

function rechtenVan({ overzicht }: Voorstelinvoer): ReadonlyMap<string, Recht> {
  return new Map(
    (['zeker', 'mogelijk', 'vraag-na'] as const).flatMap((groep) =>
      (overzicht?.groepen[groep] ?? []).map(
        ({ regeling }) => [regeling, { soort: 'recht', regeling, groep }] as const,
      ),
    ),
  )
}

function stapVan(
  { stap, wie, termijn: { tot } }: GeplandeStap,
  { plan, zaken, isOverheid, vandaag }: Voorstelinvoer,
  rechten: ReadonlyMap<string, Recht>,
): VoorgesteldeStap {
  const gebeurtenis = plan?.gebeurtenis ?? ''
  const organisatie = parseOrganisatieId(wie.id)
  const over = new Set(plan?.stappenplan.stappen.map((een) => een.stap.id))
  return {
    gebeurtenis,
    stap: stap.id,
    eigenaar:
      stap.wie === 'u'
        ? { soort: 'inwoner' }
        : organisatie !== undefined && isOverheid(organisatie)
          ? { soort: 'organisatie', organisatie }
          : { soort: 'uit-te-nodigen', naam: wie.organisatie?.naam ?? wie.eigenNaam ?? wie.id },
    ...(tot !== undefined && tot >= vandaag && { termijn: tot }),
    // Of steps that fell away for this person nothing waits.
    wachtOp: stap.wachtOp.filter((id) => over.has(id)),
    redenen: [
      { soort: 'gebeurtenis', gebeurtenis, stap: stap.id },
      ...zaken
        .filter((een) => een.organisatie === wie.id)
        .map(({ zaak }) => ({ soort: 'lopende-zaak', zaak }) as const),
      ...stap.regelingen.flatMap((regeling) => rechten.get(regeling) ?? []),
    ],
  }
}

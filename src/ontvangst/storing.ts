import type { OrganisatieId } from '../domain/index.ts'
import { type LopendeTermijn, type NaUitval, naUitval } from '../kalender/index.ts'

/** Ways of a body that can be out of order. */
export const storingkanalen = ['web', 'email', 'telefoon', 'balie', 'brief', 'berichtenbox', 'sms'] as const
export type Storingkanaal = (typeof storingkanalen)[number]

/** A way of a body that could not be reached, or will not be (Awb 2:21). */
export interface Storing {
  readonly id: string
  readonly organisatie: OrganisatieId
  readonly kanaal: Storingkanaal
  readonly begin: Date
  /** Absent: it is not over, or nobody knows when it will be. */
  readonly einde?: Date
  /** What people read, in the words of the body; absent: our own sentence. */
  readonly aankondiging?: string
  readonly gemeld: Date
  /** It was a mistake, or was called off: since then it says nothing and moves no term. */
  readonly ingetrokken?: Date
}

/** Named limits. */
export const HOOGSTENS_AANKONDIGING = 500
/** So long before it begins is it announced. */
export const vooruitMs = 7 * 86_400_000
/** One that lasts longer is asked about again: a wrong year moves the terms of everybody. */
export const langeStoringDagen = 7

export type Storingsstand = 'komt' | 'nu' | 'voorbij' | 'ingetrokken'

export function standVan(
  { begin, einde, ingetrokken }: Pick<Storing, 'begin' | 'einde' | 'ingetrokken'>,
  nu: Date,
): Storingsstand {
  if (ingetrokken !== undefined) return 'ingetrokken'
  if (begin > nu) return 'komt'
  return einde !== undefined && einde <= nu ? 'voorbij' : 'nu'
}

/** What is said on the page: what is out of order now, and what will be within a week. The first to begin first. */
export function aanTeKondigen(storingen: readonly Storing[], nu: Date): readonly Storing[] {
  return storingen
    .filter((een) => {
      const stand = standVan(een, nu)
      return stand === 'nu' || (stand === 'komt' && een.begin.getTime() - nu.getTime() <= vooruitMs)
    })
    .toSorted((a, b) => a.begin.getTime() - b.begin.getTime())
}

/** The last day of a term at this body, with what its outages of this way add (Awb 2:21). What was announced and has not begun adds nothing yet. */
export function termijnNaStoringen(
  termijn: LopendeTermijn,
  storingen: readonly Storing[],
  { kanaal, nu }: { readonly kanaal: Storingkanaal; readonly nu: Date },
): NaUitval {
  const telt: readonly Storingsstand[] = ['nu', 'voorbij']
  const uitval = storingen.filter((een) => een.kanaal === kanaal && telt.includes(standVan(een, nu)))
  // An end that was foreseen is none yet.
  return naUitval(
    termijn,
    uitval.map(({ begin, einde }) => ({ begin, ...(einde !== undefined && einde <= nu && { einde }) })),
    nu,
  )
}

export type Storingfout = 'einde-voor-begin' | 'aankondiging' | 'lang'

/** @param isZeker Whoever says so saw that it lasts long. */
export function keurStoring(
  { begin, einde, aankondiging }: Pick<Storing, 'begin' | 'einde' | 'aankondiging'>,
  { nu, isZeker = false }: { readonly nu: Date; readonly isZeker?: boolean },
): readonly Storingfout[] {
  const fouten: Storingfout[] = []
  if (einde !== undefined && einde <= begin) fouten.push('einde-voor-begin')
  if ((aankondiging?.length ?? 0) > HOOGSTENS_AANKONDIGING) fouten.push('aankondiging')
  const duurMs = (einde ?? nu).getTime() - begin.getTime()
  if (!isZeker && duurMs > langeStoringDagen * 86_400_000) fouten.push('lang')
  return fouten
}

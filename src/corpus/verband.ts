/** Which schemes and life events name each other, and which do so on one side only. */
import type { Corpus } from '../engine/index.ts'
import type { Levensgebeurtenis } from './levensgebeurtenis.ts'

export interface Regelingverband {
  /** Named on both sides. */
  readonly beide: readonly string[]
  /** The law file names the event; the event does not name the scheme. */
  readonly alleenRegeling: readonly string[]
  /** The event names the scheme; the law file does not name the event. */
  readonly alleenGebeurtenis: readonly string[]
}

export function gebeurtenisNoemt({ regelingen, stappen }: Levensgebeurtenis): ReadonlySet<string> {
  return new Set([...regelingen, ...stappen.flatMap((stap) => stap.regelingen)])
}

/** Per scheme. A file that fills in a scheme of somebody else has no events of its own: those of that scheme count. */
export function regelingverbanden(
  { wetten }: Pick<Corpus, 'wetten'>,
  gebeurtenissen: ReadonlyMap<string, Levensgebeurtenis>,
): ReadonlyMap<string, Regelingverband> {
  const perGebeurtenis = [...gebeurtenissen.values()].map((g) => [g.id, gebeurtenisNoemt(g)] as const)
  const eigen = wetten.filter(({ soort, vultIn }) => soort !== 'gedeeld' && vultIn === undefined)
  return new Map(
    [...Map.groupBy(eigen, ({ id }) => id)].map(([id, versies]) => {
      const wet = new Set(versies.flatMap(({ info }) => info.gebeurtenissen))
      const terug = perGebeurtenis.flatMap(([naam, noemt]) => (noemt.has(id) ? [naam] : []))
      return [
        id,
        {
          beide: terug.filter((naam) => wet.has(naam)),
          alleenRegeling: [...wet].filter((naam) => !terug.includes(naam)),
          alleenGebeurtenis: terug.filter((naam) => !wet.has(naam)),
        },
      ]
    }),
  )
}

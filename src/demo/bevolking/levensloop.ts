import type { Bouwer } from './bouwer.ts'
import type { Huishouden, Persoon } from './persoon.ts'
import { plaatsen } from './plaatsen.ts'

/** What can happen to a made-up person while the program runs; each can be taken back, as a correction of the register does. */
export interface Levensloop {
  /** A child of this person, in their household. */
  readonly geboorte: (ouder: Persoon, op: string) => Persoon
  /** The whole household, to another address in this place. */
  readonly verhuizing: (wie: Persoon, gebied: string, op: string) => void
  /** What is expected of this year, in whole euros or dollars. */
  readonly inkomen: (wie: Persoon, perJaar: number, op: string) => void
  /** Their partner dies. `undefined`: they have none. Gives who died. */
  readonly partnerOverlijdt: (wie: Persoon, op: string) => Persoon | undefined
  /** As if the last of these had never been. `false`: nothing had happened. */
  readonly terug: (wie: Persoon) => boolean
}

const voornamen = ['Noa', 'Milan', 'Yara', 'Finn']

export function maakLevensloop(
  bouw: Bouwer,
  {
    persoon,
    thuisVan,
  }: {
    readonly persoon: (nr: number) => Persoon
    readonly thuisVan: (persoon: Persoon) => Huishouden
  },
  opBsn: Map<string | undefined, Persoon>,
): Levensloop {
  const stapel = new Map<number, (() => void)[]>()
  const onthoud = ({ nr }: Persoon, terug: () => void) => {
    stapel.set(nr, [...(stapel.get(nr) ?? []), terug])
  }
  const zet = <T extends object>(wat: T, nieuw: Partial<T>) => {
    const oud = { ...wat }
    Object.assign(wat, nieuw)
    return () => void Object.assign(wat, oud)
  }
  return {
    geboorte(ouder, op) {
      const thuis = thuisVan(ouder)
      const ander = ouder.partner && persoon(ouder.partner.nr)
      const ouders = [ouder, ...(ander?.huishouden === ouder.huishouden ? [ander] : [])]
      const naam = voornamen[ouder.kinderen.length % voornamen.length] ?? 'Noa'
      const kind = bouw.kind(thuis, ouders, { voornamen: naam, geboren: op, woontSinds: op })
      opBsn.set(kind.bsn, kind)
      onthoud(ouder, () => {
        for (const lijst of [thuis.leden, ...ouders.map(({ kinderen }) => kinderen)])
          lijst.splice(lijst.indexOf(kind.nr), 1)
        opBsn.delete(kind.bsn)
      })
      return kind
    },

    verhuizing(wie, gebied, op) {
      const plaats = plaatsen.find((een) => een.gebied === gebied)
      if (plaats === undefined) throw new Error(`in ${gebied} woont hier niemand`)
      const thuis = thuisVan(wie)
      const terug = [
        zet(thuis, { adres: bouw.adres(plaats, thuis.nr) }),
        ...thuis.leden.map((nr) => zet(persoon(nr), { woontSinds: op })),
      ]
      onthoud(wie, () => {
        for (const doe of terug) doe()
      })
    },

    inkomen(wie, perJaar, op) {
      const { inkomen } = wie
      if (inkomen === undefined) throw new Error('van deze persoon is geen inkomen bekend')
      const [verwacht, ...rest] = inkomen.jaren.toReversed()
      if (verwacht === undefined) throw new Error('van deze persoon is geen jaar bekend')
      const centen = perJaar * 100
      const maand = Math.round((inkomen.nettoPerMaand.centen * centen) / Math.max(1, verwacht.centen))
      onthoud(
        wie,
        zet(wie, {
          inkomen: {
            ...inkomen,
            jaren: [...rest.toReversed(), { ...verwacht, centen, opDatum: op }],
            nettoPerMaand: { centen: maand, maand: op.slice(0, 7) },
          },
        }),
      )
    },

    partnerOverlijdt(wie, op) {
      const band = wie.partner
      if (band === undefined) return undefined
      const ander = persoon(band.nr)
      const thuis = thuisVan(ander)
      const { leden } = thuis
      const plek = leden.indexOf(ander.nr)
      const ontbonden = { sinds: band.sinds, tot: op, door: 'overlijden' } as const
      const terug = [wie, ander].map((een) => {
        const { partner, gehuwdGeweest } = een
        delete een.partner
        een.gehuwdGeweest = ontbonden
        return () => {
          delete een.gehuwdGeweest
          Object.assign(een, { ...(partner && { partner }), ...(gehuwdGeweest && { gehuwdGeweest }) })
        }
      })
      ander.overleden = op
      if (plek >= 0) leden.splice(plek, 1)
      onthoud(wie, () => {
        delete ander.overleden
        if (plek >= 0) leden.splice(plek, 0, ander.nr)
        for (const doe of terug) doe()
      })
      return ander
    },

    terug(wie) {
      const laatste = stapel.get(wie.nr)?.pop()
      laatste?.()
      return laatste !== undefined
    },
  }
}

import { createHash } from 'node:crypto'
import type { Afspraakteam, Afspraakvorm } from '../corpus/index.ts'
import { type OrganisatieId, parseOrganisatieId, type Toeval } from '../domain/index.ts'
import type { Tolktaal } from '../inwoner/index.ts'
import { type Afspraakstand, maakNummer, type Onderwerp } from './afspraak.ts'
import { isBoekbaar, type Tijdvak } from './tijden.ts'

/**
 * An appointment of nobody: an information point makes it for whoever came in, and no name, number or person is in it.
 * Its own number is what opens it: the visitor says it at the desk or on the telephone.
 */
export interface NaamlozeAfspraak extends Tijdvak {
  /** `KWR-2745`: one figure more than that of an appointment with a person. */
  readonly nummer: string
  readonly organisatie: OrganisatieId
  readonly team: string
  /** Being called back takes a telephone number, and that is somebody's. */
  readonly vorm: Exclude<Afspraakvorm, 'terugbellen' | 'samen'>
  readonly onderwerp: Onderwerp
  readonly tolk?: Tolktaal
  readonly stand: Afspraakstand
  /** Which organisation made it. */
  readonly van: OrganisatieId
}

export interface NaamlozeKijker {
  readonly medewerker: string
  readonly organisatie: OrganisatieId
}

export interface NaamlozeStore {
  /** One place and one row, or nothing. The same mark is the same appointment. */
  readonly plaats: (
    kijker: NaamlozeKijker,
    afspraak: NaamlozeAfspraak,
    eis: { readonly capaciteit: number; readonly kenmerk: Buffer },
  ) => Promise<NaamlozeAfspraak | 'vol' | 'nummer-bezet'>
  /** Those at their organisation that are not over, the first to come first. */
  readonly lijst: (
    kijker: NaamlozeKijker,
    vanaf: Date,
    hoogstens: number,
  ) => Promise<readonly NaamlozeAfspraak[]>
  /** Gives the place back. `false` when there is none that is still to come and theirs. */
  readonly zegAf: (kijker: NaamlozeKijker, nummer: string, nu: Date) => Promise<boolean>
}

export type NaamlozeUitslag =
  | { readonly status: 'ok'; readonly afspraak: NaamlozeAfspraak }
  | { readonly status: 'vol' | 'niet-boekbaar' }

export interface NaamlozeAfspraken {
  /** With whom: desks, and telephones that one calls oneself. */
  readonly teams: () => readonly Afspraakteam[]
  readonly boek: (
    kijker: NaamlozeKijker,
    boeking: {
      readonly team: string
      readonly begin: Date
      readonly onderwerp: Onderwerp
      readonly tolk?: Tolktaal | undefined
      readonly kenmerk: string
    },
  ) => Promise<NaamlozeUitslag>
  readonly lijst: (kijker: NaamlozeKijker) => Promise<readonly NaamlozeAfspraak[]>
  readonly zegAf: (kijker: NaamlozeKijker, nummer: string) => Promise<boolean>
}

/** Named limits: more stand on no page; of some 28 million numbers it takes chance more than this to find none that is free. */
const maxLijst = 200
const maxNummers = 8

export function createNaamlozeAfspraken({
  store,
  teams,
  nu,
  toeval,
}: {
  readonly store: NaamlozeStore
  /** Those that take part now. */
  readonly teams: () => Iterable<Afspraakteam>
  readonly nu: () => Date
  readonly toeval: Toeval
}): NaamlozeAfspraken {
  const alle = () =>
    [...teams()]
      .filter(({ vorm }) => vorm !== 'terugbellen' && vorm !== 'samen')
      .sort((a, b) => a.id.localeCompare(b.id))
  return {
    teams: alle,

    async boek(kijker, { team: teamId, begin, onderwerp, tolk, kenmerk }) {
      const team = alle().find(({ id }) => id === teamId)
      const vak = team && isBoekbaar(team, begin, nu())
      const organisatie = parseOrganisatieId(team?.organisatie)
      if (team === undefined || vak === undefined || organisatie === undefined)
        return { status: 'niet-boekbaar' }
      const { vorm } = team
      if (vorm === 'terugbellen' || vorm === 'samen') return { status: 'niet-boekbaar' }
      const eis = { capaciteit: team.capaciteit, kenmerk: createHash('sha256').update(kenmerk).digest() }
      for (let keer = 0; keer < maxNummers; keer++) {
        const uitslag = await store.plaats(
          kijker,
          {
            ...vak,
            nummer: maakNummer(toeval, 4),
            organisatie,
            team: team.id,
            vorm,
            onderwerp,
            ...(tolk !== undefined && { tolk }),
            stand: 'gemaakt',
            van: kijker.organisatie,
          },
          eis,
        )
        if (typeof uitslag !== 'string') return { status: 'ok', afspraak: uitslag }
        if (uitslag === 'vol') return { status: 'vol' }
      }
      throw new Error('geen vrij afspraaknummer gevonden')
    },

    lijst: (kijker) => store.lijst(kijker, nu(), maxLijst),
    zegAf: (kijker, nummer) => store.zegAf(kijker, nummer, nu()),
  }
}

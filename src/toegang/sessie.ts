import type { Datum, Geheimhouding, PersoonId, Vestigingsnummer } from '../domain/index.ts'
import type { Subject } from './wie.ts'

/** Whoever can have a session: without the ground of a professional, which is stated per person and not kept here. */
export type Ingelogd =
  | Extract<Subject, { soort: 'inwoner' }>
  | Omit<Extract<Subject, { soort: 'medewerker' }>, 'grond'>

/**
 * For whom, as a session remembers it. Of a mandate only the id: whether it holds is asked for each
 * request. The name is for the line on every page, and goes with the session.
 */
export type VoorKeuze =
  | { readonly soort: 'zelf' }
  | {
      readonly soort: 'kind'
      readonly persoon: PersoonId
      readonly meerderjarigOp: Datum
      readonly twaalfOp?: Datum
      /** When the register said so: a moment as text. Absent of a choice from before this was kept. */
      readonly gezagOp?: string
      /** Asked about the child itself, and only for what needs it. It goes with the custody: after that it is asked anew. */
      readonly geheimhouding?: Geheimhouding
      readonly naam?: string
    }
  | {
      readonly soort: 'machtiging'
      readonly id: string
      /** One of its services; absent when it covers all of them. */
      readonly dienst?: string
      readonly naam?: string
    }
  | {
      readonly soort: 'bedrijf'
      readonly persoon: PersoonId
      readonly vestiging?: Vestigingsnummer
      readonly naam?: string
    }

export interface Sessie {
  /** For the list that a resident sees. Of no use to whoever wants in: that is the token. */
  readonly id: string
  readonly wie: Ingelogd
  readonly voor: VoorKeuze
  /** Coarse words, see `apparaat.ts`. */
  readonly apparaat: string
  readonly begonnen: Date
  /** Not younger than half a minute: a request does not wait for a write. */
  readonly laatstGebruikt: Date
  /** Somebody without a mandate sits beside them. Ends with the session, or when they say so. */
  readonly helper?: Helper
}

/** Sits beside somebody who is logged in. May do nothing by it; that they were there is written down. */
export interface Helper {
  readonly sinds: Date
  /** A name or a role, as the one who is helped says it. */
  readonly naam?: string
  /** Where they come from: a library, a neighbourhood team. */
  readonly organisatie?: string
}

/** Named limits. DigiD asks for fifteen minutes; a working day is the most that anybody needs. */
export const maxStilMinuten = 15
export const maxDuurMinuten = 8 * 60

/** Of a professional shorter than that of a resident: they leave their desk more often than a sofa. */
export const maxStilMinutenMedewerker = 10

/** When it was or will be over, if nobody clicks any more. */
export function eindeVan(
  { begonnen, laatstGebruikt }: Pick<Sessie, 'begonnen' | 'laatstGebruikt'>,
  stilMinuten = maxStilMinuten,
): Date {
  const stil = laatstGebruikt.getTime() + stilMinuten * 60_000
  return new Date(Math.min(stil, begonnen.getTime() + maxDuurMinuten * 60_000))
}

/** Holds at this moment: used not too long ago, and not too old. A clock that went back ends nothing. */
export function isLevend(
  { begonnen, laatstGebruikt }: Sessie,
  nu: Date,
  stilMinuten = maxStilMinuten,
): boolean {
  const minutenSinds = (moment: Date): number => (nu.getTime() - moment.getTime()) / 60_000
  return minutenSinds(laatstGebruikt) < stilMinuten && minutenSinds(begonnen) < maxDuurMinuten
}

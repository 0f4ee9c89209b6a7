import type { RegisterUitkomst } from './register.ts'
import type { BronId } from './zaakgegevens.ts'

/** That something happened in a chain case, as an organisation gets it in its own register of contacts. */
export interface NieuwKlantwerk {
  /** The same again is the same. */
  readonly kenmerk: string
  readonly op: Date
  /** At most 200 characters; nothing of whom, and no words of anybody. */
  readonly onderwerp: string
  /** The chain case, by its uuid at `/zgw`. */
  readonly zaak: string
  /** What somebody there is asked to do; without it there was a contact, and no more. */
  readonly taak?: { readonly handeling: string; readonly toelichting?: string }
}

/** Contacts and internal tasks, to be written at one organisation. Throws nothing: what fails is an outcome. */
export interface Klantwerk {
  readonly id: BronId
  /** Nobody answers there: contacts alone. */
  readonly neemtTaken: boolean
  /** The task of what was laid so is done; also when there is none. */
  readonly rondAf: (oud: Omit<NieuwKlantwerk, 'taak'>) => Promise<RegisterUitkomst<undefined>>
  /** What is there already is not made again. Gives the number under which the organisation knows it. */
  readonly leg: (nieuw: NieuwKlantwerk) => Promise<RegisterUitkomst<{ readonly nummer: string }>>
}

/** What we write as the way of a contact in a chain case: by it one of ours is known. */
export const ketenkanaal = 'ketenzaak'

import {
  type Audit,
  type Bewijsregel,
  openInhoud,
  type Sleutelring,
  type Verwerkingsbewijs,
  type VerzegeldeInhoud,
} from '../audit/index.ts'
import type { PersoonId } from '../domain/index.ts'
import type { BronId } from './zaakgegevens.ts'

/** What somebody sent because an organisation asked for it, and that the organisation took it. */
export interface Inzending {
  /** Of the line in this person's record: by it an operator finds the evidence. */
  readonly nummer: number
  readonly op: Date
  readonly bron: BronId
  /** By uuid at this source. */
  readonly zaak: string
  readonly taak: string
  /** Names of files; empty: a form. What was in it stays with the organisation. */
  readonly bestanden: readonly string[]
}

/** The kind of line in the evidence, and the activity whose term its payload follows. */
export const inzendingSoort = 'verstuurd'
export const inzendingDoel = 'zaken-antwoorden'

export interface InzendingStore {
  /** Newest first; the payload is absent when its term is over. */
  readonly lees: (
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
    max: number,
  ) => Promise<readonly { readonly regel: Bewijsregel; readonly inhoud: VerzegeldeInhoud | undefined }[]>
}

export interface Inzendingen {
  readonly leg: (persoon: PersoonId, wat: Omit<Inzending, 'nummer' | 'op'>) => Promise<void>
  readonly lees: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<readonly Inzending[]>
}

/** Named limit: who sent more sees the newest. */
const maxInzendingen = 200

export function openInzendingen(onderdelen: {
  readonly store: InzendingStore
  readonly audit: Pick<Audit, 'schrijf'>
  readonly ring: Sleutelring
  readonly nu: () => Date
}): Inzendingen {
  const { store, audit, ring, nu } = onderdelen
  return {
    leg: async (persoon, waarde) => {
      await audit.schrijf({
        onderwerp: `persoon:${persoon}`,
        soort: inzendingSoort,
        tijd: nu(),
        codes: { verwerking: inzendingDoel },
        inhoud: { persoon, verwerking: inzendingDoel, organisatie: undefined, waarde },
      })
    },
    lees: async (persoon, bewijs) => {
      const rijen = await store.lees(persoon, bewijs, maxInzendingen)
      return rijen.flatMap(({ regel, inhoud }): Inzending[] => {
        if (inhoud === undefined) return []
        // Written above alone, and the seal is proof that nobody changed it.
        const waarde = JSON.parse(openInhoud(ring, regel.onderwerp, inhoud)) as Omit<
          Inzending,
          'nummer' | 'op'
        >
        return [{ ...waarde, nummer: regel.volgnummer, op: regel.tijd }]
      })
    },
  }
}

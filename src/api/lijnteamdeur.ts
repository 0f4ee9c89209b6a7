/** Where an organisation says what is so of its own teams: whose key it is, and who here takes what they say. */
import type { OrganisatieId } from '../domain/index.ts'

/** An entry as a flat row of words, the same as in a file; and how fresh it is. */
export type Lijnteamrij = Readonly<Record<string, string>>
export interface Lijnteamstand {
  readonly rij: Lijnteamrij
  readonly bevestigdOp: string
  readonly isVerouderd: boolean
  readonly gevraagdOp?: string
}

export type Lijnteamuitkomst =
  | { readonly status: 'ok' }
  | {
      readonly status: 'fout'
      readonly nummer: number
      readonly veld: string
      readonly code: string
      readonly wat?: string
    }

/** A call of the public as the telephone exchange of that organisation has it now. */
export interface Publiekgesprek {
  readonly id: string
  readonly lijnteam: string
  readonly stand: 'wacht' | 'gesprek' | 'niet-opgenomen'
  readonly medewerker?: string | undefined
}
export interface Publiekstand {
  readonly id: string
  readonly stand: 'wacht' | 'verbind' | 'gesprek' | 'voorbij' | 'gesloten' | 'onbekend' | 'druk'
  readonly voor?: number
  readonly medewerker?: string
}

export interface Lijnteamdeur {
  /**
   * All calls of the public that its exchange holds now. `oud`: a later report came in already. `bezig`: an earlier one is
   * looked at still.
   */
  readonly meldPubliek: (
    organisatie: OrganisatieId,
    melding: { readonly volgnummer: number; readonly gesprekken: readonly Publiekgesprek[] },
  ) => Promise<readonly Publiekstand[] | 'oud' | 'bezig'>
  /** Of whom this key is; `undefined`: nobody's. */
  readonly organisatieVan: (authorization: string | undefined) => Promise<OrganisatieId | undefined>
  readonly eigen: (organisatie: OrganisatieId) => Promise<readonly Lijnteamstand[]>
  /** All of them or none when one has a fault. Writing a row says that it is so today. */
  readonly zet: (organisatie: OrganisatieId, rijen: readonly Lijnteamrij[]) => Promise<Lijnteamuitkomst>
}

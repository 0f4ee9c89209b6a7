import type { Verwerkingsbewijs } from '../audit/index.ts'
import type { Verklaard, Verklaring } from './bereikbaarheid.ts'
import type { AdresFout, Contactadres } from './contactadres.ts'
import type { Adres } from './verzendweg.ts'
import type { Bereik, Keuze, KeuzeFout, Voorkeurregel } from './voorkeur.ts'
import type { Voorkeurhouder } from './voorkeur-store.ts'

/** Everything somebody said about how they are reached. */
export interface Voorkeurbeeld {
  readonly regels: readonly Voorkeurregel[]
  /** The latest first, also what was taken back. */
  readonly verklaringen: readonly Verklaring[]
  readonly adressen: readonly Contactadres[]
}

export type Vastgelegd<Fout extends string> =
  | { readonly status: 'ok' }
  | { readonly status: 'ongeldig'; readonly fouten: readonly Fout[] }

/**
 * How somebody is reached: by themselves on the web, or by a professional for them at a desk or on the phone. Each
 * change stands in the evidence with who wrote it down; from the next item on it holds.
 */
export interface Voorkeuren {
  readonly haal: (houder: Voorkeurhouder, bewijs: Verwerkingsbewijs) => Promise<Voorkeurbeeld>
  /** In the place of an earlier choice for the same reach. */
  readonly kies: (
    houder: Voorkeurhouder,
    bereik: Bereik,
    keuze: Keuze,
    bewijs: Verwerkingsbewijs,
  ) => Promise<Vastgelegd<KeuzeFout | 'te-veel'>>
  readonly wis: (houder: Voorkeurhouder, bereik: Bereik, bewijs: Verwerkingsbewijs) => Promise<boolean>
  /** They said they can be reached this way (Awb 2:8). */
  readonly verklaar: (
    houder: Voorkeurhouder,
    wat: Verklaard,
    bewijs: Verwerkingsbewijs,
  ) => Promise<'ok' | 'was-er-al'>
  /** Holds at once, also for what is under way. */
  readonly trekIn: (houder: Voorkeurhouder, id: string, bewijs: Verwerkingsbewijs) => Promise<boolean>
}

/** Addresses, and the codes that prove them. */
export interface Contactadressen {
  readonly voegToe: (
    houder: Voorkeurhouder,
    adres: Adres,
    bewijs: Verwerkingsbewijs,
  ) => Promise<
    { readonly status: 'ok'; readonly id: string } | { readonly status: 'ongeldig'; readonly fout: AdresFout }
  >
  /** Sends a code there; `geen-weg`: nothing is connected that can. */
  readonly stuurCode: (
    houder: Voorkeurhouder,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<'gestuurd' | 'onbekend' | 'geen-weg' | 'mislukt'>
  readonly bevestig: (
    houder: Voorkeurhouder,
    id: string,
    code: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<'bevestigd' | 'onjuist' | 'verlopen' | 'te-vaak'>
  readonly wis: (houder: Voorkeurhouder, id: string, bewijs: Verwerkingsbewijs) => Promise<boolean>
}

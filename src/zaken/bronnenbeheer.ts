import type { PersoonId } from '../domain/index.ts'
import type { Wijziger } from './aansluiting-store.ts'
import type { Aansluitingen, Bewaard, Wijziging } from './aansluitingen.ts'
import type { Gebeurtenisadres } from './berichtsleutel.ts'
import type { Proefregel } from './bronproef.ts'
import type { Bronverkeer } from './bronverkeer.ts'
import type { Voorbeeldlijst } from './bronvoorbeeld.ts'
import type { RegisterUitkomst } from './register.ts'
import type { Toonregels } from './toonregel.ts'
import type { Zaaktypekeus } from './verkenning.ts'
import type { Berichtenstand } from './zaakbericht-store.ts'
import type { BronId } from './zaakgegevens.ts'

/** Everything that whoever looks after connections can do with them. */
export interface Bronnenbeheer {
  readonly aansluitingen: Aansluitingen
  readonly verkeer: Bronverkeer
  /** What came in by itself, per connection that ever sent something. */
  readonly berichten: () => Promise<readonly Berichtenstand[]>
  /** To hand out to an organisation that brings events by itself. */
  readonly gebeurtenisadres: (bron: BronId, sleutelnummer: number | undefined) => Gebeurtenisadres
  /** For good: nobody asks there any more, and what we knew of who has cases there goes. Its versions stay. */
  readonly sluit: (bron: BronId, wijziging: Ingreep) => Promise<Bewaard | undefined>
  /** What was handed out opens nothing from now on. Where we subscribe, the new one is brought at once. */
  readonly nieuweSleutel: (bron: BronId, wijziging: Ingreep) => Promise<Bewaard | undefined>
  /** `undefined`: there is no connection that can be tried, for what its page says, or it is off. */
  readonly test: (bron: BronId, door: Wijziger) => Promise<Proefverslag | undefined>
  /** The types that its catalogue has now; `undefined`: the catalogue could not be read, or the connection is off. */
  readonly typen: (bron: BronId) => Promise<readonly Zaaktypekeus[] | undefined>
  readonly voorbeeld: (bron: BronId, wat: Voorbeeldvraag) => Promise<Voorbeeld>
}

/** Who does it, and to which version (absent: whatever holds now). */
export type Ingreep = Pick<Wijziging, 'door' | 'vanVersie'>

export interface Proefverslag {
  readonly op: Date
  readonly regels: readonly Proefregel[]
}

export interface Voorbeeldvraag {
  /** Of the list of test persons of this connection; any other is refused. */
  readonly persoon: PersoonId
  /** As they would be, saved or not. */
  readonly regels: Toonregels
  /** By uuid: one case of theirs, opened. */
  readonly zaak?: string
  readonly door: Wijziger
}

export type Voorbeeld =
  /** What this test person would get, by the adapter and the rules that residents have. */
  | { readonly status: 'ok'; readonly uitkomst: RegisterUitkomst<Voorbeeldlijst> }
  | { readonly status: 'geen-proefpersoon' | 'geen-verbinding' | 'uit' }

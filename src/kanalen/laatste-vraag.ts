/** What a part that places messages answers about them just before they leave the house. */
import type { Verwerkingsbewijs } from '../audit/index.ts'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Berichtsoort } from './berichtsoort.ts'
import type { Verzendkanaal } from './verzendweg.ts'

/**
 * `vervallen`: nothing more of it leaves, by no way, and nobody is called about it. `naar-mens`: not by this way; another
 * one, or a professional. `weet-niet`: who has to say so does not answer, and until then nothing leaves; when that takes
 * too long it lapses, or with `weet-niet-dan-mens` a professional hears that it did not leave.
 */
export type Laatsteoordeel = 'juist' | 'vervallen' | 'naar-mens' | 'weet-niet' | 'weet-niet-dan-mens'

export interface Laatstevraag {
  readonly persoon: PersoonId
  readonly bericht: string
  /** Whose message it is; absent: of this installation itself. */
  readonly organisatie?: OrganisatieId
  readonly kanaal: Verzendkanaal
  /** They asked for this letter themselves. */
  readonly opVerzoek: boolean
}

/** The proof is of who sends; what is read besides a message has a line of its own. */
export type Laatsteblik = (vraag: Laatstevraag, bewijs: Verwerkingsbewijs) => Promise<Laatsteoordeel>

/** Per kind of message that can lapse between placing and leaving. Of any other kind what was placed is sent. */
export type Laatsteblikken = ReadonlyMap<Berichtsoort, Laatsteblik>

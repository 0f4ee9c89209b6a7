import { createHash } from 'node:crypto'
import {
  type Audit,
  type Bewijs,
  eisBewijs,
  ontzegel,
  type Sleutelring,
  type Verwerkingsbewijs,
  verzegel,
} from '../audit/index.ts'
import { maakUuid7, type PersoonId, type Toeval } from '../domain/index.ts'
import type { Vastlegger, Verklaard, Verklaring } from './bereikbaarheid.ts'
import type { Contactadres } from './contactadres.ts'
import type { Adres } from './verzendweg.ts'
import {
  type Bereik,
  bereiksleutel,
  type Keuze,
  type KeuzeFout,
  keuzeFouten,
  type Voorkeurregel,
} from './voorkeur.ts'
import type { AdresRij, Regelrij, Voorkeurhouder, Voorkeurrijen, VoorkeurStore } from './voorkeur-store.ts'

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

export interface VoorkeurOnderdelen {
  readonly store: VoorkeurStore
  readonly audit: Pick<Audit, 'verzegel'>
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
}

/** Named limit: who has more rules than this cannot know any more what holds. */
const maxRegels = 100

export function createVoorkeuren({ store, audit, ring, nu, toeval }: VoorkeurOnderdelen): Voorkeuren {
  const regel = (houder: Voorkeurhouder, soort: string, codes: Bewijs['codes'] = {}) => [
    audit.verzegel(bewijsVan(houder, soort, nu(), codes)),
  ]
  return {
    async haal(houder, bewijs) {
      eisBewijs(bewijs, houder.persoon)
      return openVoorkeuren(ring, await store.haal(houder, bewijs))
    },

    async kies(houder, bereik, keuze, bewijs) {
      const { persoon } = houder
      eisBewijs(bewijs, persoon)
      const fouten = keuzeFouten(keuze, persoon)
      if (fouten.length > 0) return { status: 'ongeldig', fouten }
      const sleutel = hashVan(persoon, bereik)
      const zegel = verzegel(ring, regelplek({ persoon, sleutel }), JSON.stringify({ bereik, keuze }), {
        toeval,
      })
      const keer = { op: nu(), hoogstens: maxRegels }
      const bewijzen = regel(houder, 'contactvoorkeur-gekozen')
      const isBewaard = await store.zetRegel(houder, { persoon, sleutel, ...zegel }, keer, bewijzen)
      return isBewaard ? { status: 'ok' } : { status: 'ongeldig', fouten: ['te-veel'] }
    },

    async wis(houder, bereik, bewijs) {
      eisBewijs(bewijs, houder.persoon)
      return store.wisRegel(houder, hashVan(houder.persoon, bereik), regel(houder, 'contactvoorkeur-gewist'))
    },

    async verklaar(houder, wat, bewijs) {
      eisBewijs(bewijs, houder.persoon)
      const vanaf = nu()
      const { persoon, door } = houder
      const verklaring: Verklaring = { ...wat, id: maakUuid7(vanaf, toeval), persoon, vanaf, door }
      const { kanaal, groep = '*', organisatie = '*' } = wat
      const codes = { verklaring: verklaring.id, kanaal, groep, organisatie }
      const isNieuw = await store.verklaar(houder, verklaring, regel(houder, 'bereikbaar-verklaard', codes))
      return isNieuw ? 'ok' : 'was-er-al'
    },

    async trekIn(houder, id, bewijs) {
      eisBewijs(bewijs, houder.persoon)
      const codes = { verklaring: id }
      return store.trekIn(houder, id, nu(), regel(houder, 'bereikbaar-ingetrokken', codes))
    },
  }
}

/** Who wrote it down stands with what they wrote down. */
export function bewijsVan(
  { persoon, door }: Voorkeurhouder,
  soort: string,
  tijd: Date,
  codes: Bewijs['codes'],
): Bewijs {
  return { onderwerp: `persoon:${persoon}`, soort, tijd, codes: { ...codes, ...doorCodes(door) } }
}

function doorCodes(door: Vastlegger): Bewijs['codes'] {
  if (door.soort === 'zelf') return { door: 'zelf' }
  return { door: 'medewerker', bij: door.organisatie, wijze: door.wijze }
}

export function openVoorkeuren(ring: Sleutelring, rijen: Voorkeurrijen): Voorkeurbeeld {
  return {
    // Sealed by us with the place as a part of it: what opens is what was written.
    regels: rijen.regels.map((rij) => JSON.parse(ontzegel(ring, regelplek(rij), rij)) as Voorkeurregel),
    verklaringen: rijen.verklaringen,
    adressen: rijen.adressen.map((rij) => openAdres(ring, rij)),
  }
}

function openAdres(ring: Sleutelring, rij: AdresRij): Contactadres {
  const { id, persoon, vanaf, door, bevestigd, mislukt } = rij
  // As above.
  const adres = JSON.parse(ontzegel(ring, adresplek(rij), rij)) as Adres
  return { id, persoon, adres, vanaf, door, mislukt, ...(bevestigd !== undefined && { bevestigd }) }
}

export function adresplek({ id, persoon }: Pick<AdresRij, 'id' | 'persoon'>) {
  return { tabel: 'contactadres', rij: `${id}/${persoon}`, doel: 'adres' }
}

function regelplek({ persoon, sleutel }: Pick<Regelrij, 'persoon' | 'sleutel'>) {
  return { tabel: 'contactvoorkeur', rij: `${persoon}/${sleutel.toString('hex')}`, doel: 'keuze' }
}

function hashVan(persoon: PersoonId, bereik: Bereik): Buffer {
  return createHash('sha256')
    .update(`voordeur voorkeur|${persoon}|${bereiksleutel(bereik)}`)
    .digest()
}

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
import { type Bereik, bereiksleutel, type KeuzeFout, keuzeFouten, type Voorkeurregel } from './voorkeur.ts'
import type {
  AdresRij,
  Regelrij,
  Rijwijziging,
  Voorkeurhouder,
  Voorkeurrijen,
  VoorkeurStore,
} from './voorkeur-store.ts'

/** Everything somebody said about how they are reached. */
export interface Voorkeurbeeld {
  readonly regels: readonly Voorkeurregel[]
  /** The latest first, also what was taken back. */
  readonly verklaringen: readonly Verklaring[]
  readonly adressen: readonly Contactadres[]
}

/** What changes together. Nothing else of what somebody said changes with it. */
export interface Voorkeurwijziging {
  /** Each in the place of an earlier choice for the same reach; an empty one leaves none of their own there. */
  readonly keuzes?: readonly Voorkeurregel[]
  /** They said they can be reached this way (Awb 2:8). */
  readonly verklaar?: readonly Verklaard[]
  /** Ids of statements. Holds at once, also for what is under way. */
  readonly trekIn?: readonly string[]
}

/** How many statements came and went. */
export type Gewijzigd =
  | { readonly status: 'ok'; readonly verklaard: number; readonly ingetrokken: number }
  | { readonly status: 'ongeldig'; readonly fouten: readonly (KeuzeFout | 'te-veel')[] }

/**
 * How somebody is reached: by themselves on the web, or by a professional for them at a desk or on the phone. Each
 * change stands in the evidence with who wrote it down; from the next item on it holds.
 */
export interface Voorkeuren {
  readonly haal: (houder: Voorkeurhouder, bewijs: Verwerkingsbewijs) => Promise<Voorkeurbeeld>
  /** All of it or nothing, made of what stands there at that moment. */
  readonly wijzig: (
    houder: Voorkeurhouder,
    maak: (beeld: Voorkeurbeeld) => Voorkeurwijziging,
    bewijs: Verwerkingsbewijs,
  ) => Promise<Gewijzigd>
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

export function createVoorkeuren(onderdelen: VoorkeurOnderdelen): Voorkeuren {
  const { store, ring } = onderdelen
  return {
    async haal(houder, bewijs) {
      eisBewijs(bewijs, houder.persoon)
      return openVoorkeuren(ring, await store.haal(houder, bewijs))
    },

    async wijzig(houder, maak, bewijs) {
      eisBewijs(bewijs, houder.persoon)
      const uitkomst: { waarde: Gewijzigd } = { waarde: { status: 'ok', verklaard: 0, ingetrokken: 0 } }
      const beslis = (rijen: Voorkeurrijen): Rijwijziging | undefined => {
        const wijziging = maak(openVoorkeuren(ring, rijen))
        const fouten = wijzigfouten(houder.persoon, rijen, wijziging)
        if (fouten.length > 0) {
          uitkomst.waarde = { status: 'ongeldig', fouten }
          return undefined
        }
        const rij = rijwijzigingVan(onderdelen, houder, rijen, wijziging)
        const { length: verklaard } = rij.verklaringen
        uitkomst.waarde = { status: 'ok', verklaard, ingetrokken: rij.trekIn.length }
        return rij
      }
      await store.wijzig(houder, beslis, bewijs)
      return uitkomst.waarde
    },
  }
}

function wijzigfouten(
  persoon: PersoonId,
  { regels }: Voorkeurrijen,
  { keuzes = [] }: Voorkeurwijziging,
): readonly (KeuzeFout | 'te-veel')[] {
  const gekozen = keuzes.filter(({ keuze }) => Object.keys(keuze).length > 0)
  const fouten = gekozen.flatMap(({ keuze }) => keuzeFouten(keuze, persoon))
  if (fouten.length > 0) return fouten
  const sleutels = new Set(regels.map(({ sleutel }) => sleutel.toString('hex')))
  const erbij = gekozen.filter(({ bereik }) => !sleutels.has(hashVan(persoon, bereik).toString('hex')))
  return erbij.length > 0 && regels.length + erbij.length > maxRegels ? ['te-veel'] : []
}

/** What says the same again changes nothing, and is no evidence. */
function rijwijzigingVan(
  { audit, ring, nu, toeval }: VoorkeurOnderdelen,
  houder: Voorkeurhouder,
  rijen: Voorkeurrijen,
  { keuzes = [], verklaar = [], trekIn = [] }: Voorkeurwijziging,
): Rijwijziging {
  const { persoon, door } = houder
  const op = nu()
  const regel = (soort: string, codes: Bewijs['codes'] = {}) =>
    audit.verzegel(bewijsVan(houder, soort, op, codes))
  const metSleutel = keuzes.map((een) => ({ ...een, sleutel: hashVan(persoon, een.bereik) }))
  const regels = metSleutel
    .filter(({ keuze }) => Object.keys(keuze).length > 0)
    .map(({ bereik, keuze, sleutel }) => {
      const plek = regelplek({ persoon, sleutel })
      const zegel = verzegel(ring, plek, JSON.stringify({ bereik, keuze }), { toeval })
      return { persoon, sleutel, belt: keuze.kanaal === 'telefoon', ...zegel }
    })
  const wis = metSleutel
    .filter(({ keuze }) => Object.keys(keuze).length === 0)
    .flatMap(({ sleutel }) => (rijen.regels.some((een) => een.sleutel.equals(sleutel)) ? [sleutel] : []))
  const geldig = rijen.verklaringen.filter(({ ingetrokken }) => ingetrokken === undefined)
  const weg = geldig.filter(({ id }) => trekIn.includes(id)).map(({ id }) => id)
  const verklaringen = verklaar
    .filter((wat) => !geldig.some((een) => zegtHetzelfde(een, wat)))
    .map((wat): Verklaring => ({ ...wat, id: maakUuid7(op, toeval), persoon, vanaf: op, door }))
  const bewijzen = [
    ...regels.map(() => regel('contactvoorkeur-gekozen')),
    ...wis.map(() => regel('contactvoorkeur-gewist')),
    ...verklaringen.map(({ id, kanaal, groep = '*', organisatie = '*' }) =>
      regel('bereikbaar-verklaard', { verklaring: id, kanaal, groep, organisatie }),
    ),
    ...weg.map((id) => regel('bereikbaar-ingetrokken', { verklaring: id })),
  ]
  return { regels, wis, verklaringen, trekIn: weg, op, bewijzen }
}

function zegtHetzelfde(een: Verklaard, ander: Verklaard): boolean {
  const { kanaal, groep, organisatie } = ander
  return een.kanaal === kanaal && een.groep === groep && een.organisatie === organisatie
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
  const { id, persoon, vanaf, door, bevestigd, mislukt, codeMislukt } = rij
  // As above.
  const adres = JSON.parse(ontzegel(ring, adresplek(rij), rij)) as Adres
  return {
    ...{ id, persoon, adres, vanaf, door, mislukt },
    ...(bevestigd !== undefined && { bevestigd }),
    ...(codeMislukt !== undefined && { codeMislukt }),
  }
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

import type { Audit, Verwerkingsbewijs, VerzegeldBewijs } from '../audit/index.ts'
import { type Datum, isUuid, maakUuid7, type OrganisatieId, type Toeval } from '../domain/index.ts'
import {
  type Machtiging,
  type MachtigingFout,
  machtigingFouten,
  magIntrekken,
  magZelfGeven,
  type NieuweMachtiging,
} from './machtiging.ts'
import type { MachtigingStore, MachtigingVrager } from './machtiging-store.ts'

export interface MachtigingOnderdelen {
  readonly store: MachtigingStore
  readonly audit: Audit
  readonly nu: () => Date
  readonly toeval: Toeval
}

export type Gegeven =
  | { readonly status: 'ok'; readonly machtiging: Machtiging }
  | { readonly status: 'ongeldig'; readonly fouten: readonly MachtigingFout[] }
  | { readonly status: 'niet-de-gever' }
  /** The same decision of a court stands here already. */
  | { readonly status: 'bestaat-al' }

export interface Machtigingen {
  /** By the person who gives it, or at a desk for that person. */
  geef(vrager: MachtigingVrager, nieuw: NieuweMachtiging, vandaag: Datum): Promise<Gegeven>
  /** Holds for the very next request: nobody keeps a mandate in memory. */
  trekIn(vrager: MachtigingVrager, id: string): Promise<'ok' | 'niet-gevonden' | 'mag-niet'>
  vind(vrager: MachtigingVrager, id: string): Promise<Machtiging | undefined>
  alle(vrager: MachtigingVrager, bewijs: Verwerkingsbewijs): Promise<readonly Machtiging[]>
}

export function openMachtigingen({ store, audit, nu, toeval }: MachtigingOnderdelen): Machtigingen {
  /** On the record of both: who gave may later ask what was done with it. */
  const bewijzenVan = (vrager: MachtigingVrager, machtiging: Machtiging, soort: string, tijd: Date) =>
    bewijsVoorBeiden(
      audit,
      machtiging,
      soort,
      tijd,
      vrager.soort === 'medewerker' ? vrager.organisatie : undefined,
    )
  return {
    // What is no id at all is nobody's mandate; it comes from a form.
    vind: async (vrager, id) => (isUuid(id) ? store.vind(vrager, id) : undefined),
    alle: (vrager, bewijs) => store.alle(vrager, bewijs),

    async geef(vrager, nieuw, vandaag) {
      if (!isGever(vrager, nieuw)) return { status: 'niet-de-gever' }
      const fouten = machtigingFouten(nieuw, vandaag)
      if (fouten.length > 0) return { status: 'ongeldig', fouten }
      const isEigen = nieuw.soort === 'machtiging'
      if (!isEigen && (await store.staatEr(vrager, nieuw))) return { status: 'bestaat-al' }
      const maatregelen = isEigen ? await store.maatregelen(vrager) : []
      if (isEigen && !magZelfGeven(maatregelen, nieuw.diensten, vandaag))
        return { status: 'ongeldig', fouten: ['niet-zelf-te-geven'] }
      const vastgelegd = nu()
      const machtiging = { ...nieuw, id: maakUuid7(vastgelegd, toeval), vastgelegd, ingetrokken: undefined }
      await store.bewaar(
        vrager,
        machtiging,
        bewijzenVan(vrager, machtiging, 'machtiging-gegeven', vastgelegd),
      )
      return { status: 'ok', machtiging }
    },

    async trekIn(vrager, id) {
      const machtiging = isUuid(id) ? await store.vind(vrager, id) : undefined
      if (machtiging === undefined) return 'niet-gevonden'
      if (vrager.soort === 'persoon' && !magIntrekken(machtiging, vrager.persoon)) return 'mag-niet'
      const op = nu()
      const isGedaan = await store.trekIn(
        vrager,
        id,
        op,
        bewijzenVan(vrager, machtiging, 'machtiging-ingetrokken', op),
      )
      // Somebody else took it back a moment ago: what was asked for is so.
      return isGedaan || machtiging.ingetrokken !== undefined ? 'ok' : 'niet-gevonden'
    },
  }
}

/**
 * The same line on the record of whoever gave it and whoever has it: each can show it without the other. `bij` is the
 * organisation of the desk where it was done, if it was.
 */
export function bewijsVoorBeiden(
  audit: Pick<Audit, 'verzegel'>,
  { id, gever, gemachtigde, organisatie }: Pick<Machtiging, 'id' | 'gever' | 'gemachtigde' | 'organisatie'>,
  soort: string,
  tijd: Date,
  bij?: OrganisatieId,
): readonly VerzegeldBewijs[] {
  const codes = { machtiging: id, organisatie, gever, gemachtigde, ...(bij !== undefined && { bij }) }
  return [gever, gemachtigde].map((persoon) =>
    audit.verzegel({ onderwerp: `persoon:${persoon}`, soort, tijd, codes }),
  )
}

function isGever(vrager: MachtigingVrager, { gever, wijze }: NieuweMachtiging): boolean {
  if (vrager.persoon !== gever) return false
  if (vrager.soort === 'persoon') return wijze.soort === 'digitaal'
  return (
    wijze.soort !== 'digitaal' && wijze.bij === vrager.organisatie && wijze.medewerker === vrager.medewerker
  )
}

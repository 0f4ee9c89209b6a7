import type { Audit, VerzegeldBewijs } from '../audit/index.ts'
import { isUuid7, maakUuid7, type OrganisatieId, type Toeval } from '../domain/index.ts'
import { HOOGSTENS_AANKONDIGING, keurStoring, type Storing, type Storingfout, vooruitMs } from './storing.ts'

/** Who writes it down: for their own organisation and no other. */
export interface Storingmelder {
  readonly medewerker: string
  readonly organisatie: OrganisatieId
}

export interface StoringStore {
  /** With the evidence, or neither. */
  readonly bewaar: (
    wie: Storingmelder,
    storing: Storing,
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<void>
  /** `false`: not of their organisation, or it had ended. */
  readonly beeindig: (
    wie: Storingmelder,
    id: string,
    einde: Date,
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<boolean>
  /** Who took it back and why stays with the row, which stays. `false`: not of their organisation, or done already. */
  readonly trekIn: (
    wie: Storingmelder,
    id: string,
    hoe: { readonly op: Date; readonly waarom: string },
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<boolean>
  /** Of one body, the latest begin first. */
  readonly van: (organisatie: OrganisatieId, hoogstens: number) => Promise<readonly Storing[]>
  readonly vind: (id: string) => Promise<Storing | undefined>
  /** Of every body, what is not over and has begun by then. */
  readonly lopend: (nu: Date, voor: Date, hoogstens: number) => Promise<readonly Storing[]>
}

export interface Storingen {
  readonly meld: (
    wie: Storingmelder,
    nieuw: Omit<Storing, 'id' | 'organisatie' | 'gemeld' | 'ingetrokken'>,
    keuze?: { readonly isZeker?: boolean },
  ) => Promise<'ok' | readonly Storingfout[]>
  readonly beeindig: (
    wie: Storingmelder,
    id: string,
    einde: Date,
  ) => Promise<'ok' | 'niet-gevonden' | 'einde-voor-begin'>
  /** It was a mistake, or was called off. */
  readonly trekIn: (
    wie: Storingmelder,
    id: string,
    waarom: string,
  ) => Promise<'ok' | 'niet-gevonden' | 'waarom'>
  readonly van: (organisatie: OrganisatieId) => Promise<readonly Storing[]>
  /** What is out of order anywhere, or will be within a week. */
  readonly lopend: () => Promise<readonly Storing[]>
}

/** Named limit: as far back as a term can run. */
const maxStoringen = 200

/** That a way was out of order is evidence for whoever was late: begin and end stand on the chain of the body. */
export function createStoringen({
  store,
  audit,
  nu,
  toeval,
}: {
  readonly store: StoringStore
  readonly audit: Pick<Audit, 'verzegel'>
  readonly nu: () => Date
  readonly toeval: Toeval
}): Storingen {
  const regel = ({ organisatie }: Storingmelder, soort: string, codes: Record<string, string>) =>
    audit.verzegel({ onderwerp: `organisatie:${organisatie}`, soort, tijd: nu(), codes })
  return {
    async meld(wie, nieuw, keuze = {}) {
      const gemeld = nu()
      const fouten = keurStoring(nieuw, { ...keuze, nu: gemeld })
      if (fouten.length > 0) return fouten
      const { organisatie } = wie
      const storing: Storing = { ...nieuw, id: maakUuid7(gemeld, toeval), organisatie, gemeld }
      const codes = {
        storing: storing.id,
        kanaal: storing.kanaal,
        begin: storing.begin.toISOString(),
        ...(storing.einde && { einde: storing.einde.toISOString() }),
      }
      await store.bewaar(wie, storing, [regel(wie, 'storing-gemeld', codes)])
      return 'ok'
    },

    async beeindig(wie, id, einde) {
      const storing = isUuid7(id) ? await store.vind(id) : undefined
      if (storing === undefined || storing.organisatie !== wie.organisatie) return 'niet-gevonden'
      if (einde <= storing.begin) return 'einde-voor-begin'
      const bewijs = regel(wie, 'storing-voorbij', { storing: id, einde: einde.toISOString() })
      return (await store.beeindig(wie, id, einde, [bewijs])) ? 'ok' : 'niet-gevonden'
    },

    async trekIn(wie, id, ruw) {
      const waarom = ruw.trim()
      if (waarom === '' || waarom.length > HOOGSTENS_AANKONDIGING) return 'waarom'
      if (!isUuid7(id)) return 'niet-gevonden'
      const bewijs = regel(wie, 'storing-ingetrokken', { storing: id })
      return (await store.trekIn(wie, id, { op: nu(), waarom }, [bewijs])) ? 'ok' : 'niet-gevonden'
    },

    van: (organisatie) => store.van(organisatie, maxStoringen),
    lopend: () => store.lopend(nu(), new Date(nu().getTime() + vooruitMs), maxStoringen),
  }
}

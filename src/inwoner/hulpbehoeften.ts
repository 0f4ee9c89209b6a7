import { type Audit, eisBewijs, ontzegel, type Sleutelring, verzegel } from '../audit/index.ts'
import type { PersoonId, Toeval } from '../domain/index.ts'
import type { Hulpbehoefte } from './hulpbehoefte.ts'
import type { HulpbehoefteStore, HulpVastlegger, HulpVrager } from './hulpbehoefte-store.ts'
import type { Verwerkingsbewijs } from './kluistoegang.ts'

/** The activity in the register: on consent (AVG art. 6 lid 1 onder a), until it is taken back. */
export const hulpOnthoudenDoel = 'hulp-onthouden'

export interface HulpbehoefteOnderdelen {
  readonly store: HulpbehoefteStore
  readonly audit: Pick<Audit, 'verzegel'>
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
}

/**
 * Said once, and known to whoever helps them. Without consent nothing is kept, so there is nothing to show. Who cannot
 * say it online says it to a professional; the evidence of the consent says to whom and how.
 */
export interface Hulpbehoeften {
  readonly haal: (
    vrager: HulpVrager,
    bewijs: Verwerkingsbewijs,
  ) => Promise<(Hulpbehoefte & { readonly sinds: Date }) | undefined>
  readonly zet: (wie: HulpVastlegger, behoefte: Hulpbehoefte, bewijs: Verwerkingsbewijs) => Promise<void>
  readonly trekIn: (wie: HulpVastlegger, bewijs: Verwerkingsbewijs) => Promise<boolean>
}

export function createHulpbehoeften(onderdelen: HulpbehoefteOnderdelen): Hulpbehoeften {
  const { store, audit, ring, nu, toeval } = onderdelen
  const regel = (wie: HulpVastlegger, soort: 'toestemming-gegeven' | 'toestemming-ingetrokken') =>
    audit.verzegel({
      onderwerp: `persoon:${wie.persoon}`,
      soort,
      tijd: nu(),
      codes: {
        verwerking: hulpOnthoudenDoel,
        ...(wie.soort === 'medewerker' && { door: 'medewerker', bij: wie.organisatie, wijze: wie.wijze }),
      },
    })
  return {
    async haal(vrager, bewijs) {
      eisBewijs(bewijs, vrager.persoon)
      const rij = await store.haal(vrager, bewijs)
      if (rij === undefined) return undefined
      // Sealed by us with the place as a part of it: what opens is what was written.
      const behoefte = JSON.parse(ontzegel(ring, plekVan(vrager.persoon), rij)) as Hulpbehoefte
      return { ...behoefte, sinds: rij.sinds }
    },

    async zet(wie, behoefte, bewijs) {
      const { persoon } = wie
      eisBewijs(bewijs, persoon)
      const { kid, cijfer } = verzegel(ring, plekVan(persoon), JSON.stringify(behoefte), { toeval })
      await store.zet(wie, { sinds: nu(), kid, cijfer }, [regel(wie, 'toestemming-gegeven')])
    },

    async trekIn(wie, bewijs) {
      eisBewijs(bewijs, wie.persoon)
      return store.trekIn(wie, [regel(wie, 'toestemming-ingetrokken')])
    },
  }
}

function plekVan(persoon: PersoonId) {
  return { tabel: 'hulpbehoefte', rij: persoon, doel: 'inhoud' }
}

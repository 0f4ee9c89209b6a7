/** Signals that fit nobody by themselves: a professional of that municipality finds out whom they are about, or lets them go. */
import { eisBewijs, eisZoekbewijs, type Verwerkingsbewijs } from '../../audit/index.ts'
import { isUuid7, type PersoonId } from '../../domain/index.ts'
import type { Registervraag } from '../../inwoner/index.ts'
import type { Desk, HulpaanbodStore, Uitzoekregel } from './hulpaanbod-store.ts'
import { type KoppelDelen, koppel, registervraag } from './koppelen.ts'
import type { Achterstandsoort, Dreiging } from './regels.ts'
import type { Contactgegevens } from './vroegsignaal.ts'
import { openSignaal } from './zegel.ts'

/** Why nothing comes of it. */
export const losredenen = ['niet-te-vinden', 'woont-elders', 'overleden', 'klopt-niet'] as const
export type Losreden = (typeof losredenen)[number]

/** What is needed to find somebody, and no more: how much they owe is not. */
export interface Uitzoeksignaal {
  readonly id: string
  readonly soort: Achterstandsoort
  /** What the creditor is called. */
  readonly van: string
  readonly ontvangen: Date
  readonly dreiging?: Dreiging
  readonly contact: Contactgegevens
  /** With what the register may be asked at once; absent: not without a date of birth. */
  readonly vraag?: Registervraag
}

export interface Uitzoekwerk {
  readonly lijst: (desk: Desk) => Promise<readonly Uitzoekregel[]>
  readonly open: (desk: Desk, id: string, bewijs: Verwerkingsbewijs) => Promise<Uitzoeksignaal | undefined>
  /** It is about this person: from here on it goes as if it had been found by itself, also where that is nowhere. */
  readonly koppel: (
    desk: Desk,
    id: string,
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
  ) => Promise<'gekoppeld' | 'eerder-nee' | 'niet-gevonden'>
  readonly laatLos: (
    desk: Desk,
    id: string,
    reden: Losreden,
    bewijs: Verwerkingsbewijs,
  ) => Promise<'losgelaten' | undefined>
}

/** Named limit: more stand on no page. */
const maxRegels = 200

export function createUitzoekwerk(
  delen: KoppelDelen & { readonly aanbiedingen: Pick<HulpaanbodStore, 'apart' | 'apartEen' | 'apartVan'> },
): Uitzoekwerk {
  const { store, aanbiedingen, ring, audit, nu } = delen
  return {
    lijst: (desk) => aanbiedingen.apart(desk, maxRegels),

    async open(desk, id, bewijs) {
      eisZoekbewijs(bewijs)
      const rij = isUuid7(id) ? await aanbiedingen.apartEen(desk, id, bewijs) : undefined
      if (rij === undefined) return undefined
      const partner = (await store.partners()).find(({ bron }) => bron === rij.bron)
      const { soort, contact, dreiging } = openSignaal(ring, rij)
      const vraag = registervraag(contact, partner)
      return {
        ...{ id, soort, contact, van: partner?.naam ?? rij.bron, ontvangen: rij.ontvangen },
        ...(dreiging !== undefined && { dreiging }),
        ...(vraag !== undefined && { vraag }),
      }
    },

    async koppel(desk, id, persoon, bewijs) {
      eisBewijs(bewijs, persoon)
      const signaal = isUuid7(id) ? await aanbiedingen.apartVan(desk, id, persoon, bewijs) : undefined
      if (signaal === undefined) return 'niet-gevonden'
      const { dreiging } = openSignaal(ring, signaal)
      const door = { soort: 'medewerker', medewerker: desk.medewerker } as const
      const gevolg = await koppel(delen, { signaal, persoon, dreiging, door })
      if (gevolg === undefined) return 'niet-gevonden'
      return gevolg === 'eerder-nee' ? 'eerder-nee' : 'gekoppeld'
    },

    async laatLos(desk, id, reden, bewijs) {
      eisZoekbewijs(bewijs)
      if (!isUuid7(id)) return undefined
      const regel = audit.verzegel({
        onderwerp: `organisatie:${desk.organisatie}`,
        soort: 'vroegsignaal-losgelaten',
        tijd: nu(),
        codes: { signaal: id, reden, medewerker: desk.medewerker },
      })
      return (await store.laatLos(desk, id, [regel])) ? 'losgelaten' : undefined
    },
  }
}

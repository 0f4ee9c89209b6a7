import {
  type Audit,
  eisBewijs,
  ontzegel,
  type Sleutelring,
  type Verwerkingsbewijs,
  verzegel,
} from '../audit/index.ts'
import { isUuid, maakUuid7, type PersoonId, type Toeval } from '../domain/index.ts'
import { type Bericht, type Berichtinhoud, kenmerkhash, type NieuwBericht } from './bericht.ts'
import type { BerichtRij, BerichtStore } from './bericht-store.ts'

export interface BerichtOnderdelen {
  readonly store: BerichtStore
  readonly audit: Pick<Audit, 'metVerwerking' | 'verzegel'>
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
}

/** The port of messages to people. One way so far: the inbox of this house. */
export interface Berichten {
  /** Was this sent to them already? Without a line: nothing is read that says anything. */
  readonly kent: (wat: Pick<NieuwBericht, 'persoon' | 'kenmerk'>) => Promise<boolean>
  /** Kept before this answers; twice the same is once. */
  readonly stuur: (nieuw: NieuwBericht) => Promise<'gestuurd' | 'was-er-al'>
  /** The latest first. */
  readonly lijst: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<readonly Bericht[]>
  /** Opens it; that it was opened is evidence, the first time. `undefined`: not theirs, or not there. */
  readonly open: (persoon: PersoonId, id: string, bewijs: Verwerkingsbewijs) => Promise<Bericht | undefined>
  readonly ongelezen: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<number>
}

/** Named limit: more fit on no page. */
const maxLijst = 200

export function createBerichten(onderdelen: BerichtOnderdelen): Berichten {
  const { store, audit, ring, nu } = onderdelen
  return {
    kent: (wat) => store.kent(wat.persoon, kenmerkhash(wat)),

    stuur: async (nieuw) => {
      const { persoon } = nieuw
      if (await store.kent(persoon, kenmerkhash(nieuw))) return 'was-er-al'
      const verwerking = {
        doel: 'bericht-sturen',
        gegevens: ['bericht'],
        betrokkenen: [persoon],
        door: { soort: 'taak', taak: 'berichten' },
      } as const
      return audit.metVerwerking(verwerking, async () => {
        const tijd = nu()
        const rij = sluit(onderdelen, nieuw, tijd)
        const bewijs = audit.verzegel({
          onderwerp: `persoon:${persoon}`,
          soort: 'verzonden',
          tijd,
          codes: { bericht: rij.id, kanaal: 'berichtenbox' },
        })
        return (await store.plaats(rij, [bewijs])) ? 'gestuurd' : 'was-er-al'
      })
    },

    async lijst(persoon, bewijs) {
      eisBewijs(bewijs, persoon)
      return (await store.lijst(persoon, bewijs, maxLijst)).map((rij) => ontsluit(ring, rij))
    },

    async open(persoon, id, bewijs) {
      eisBewijs(bewijs, persoon)
      // It comes from an address: what is no id is nobody's message.
      const rij = isUuid(id) ? await store.vind(persoon, id, bewijs) : undefined
      if (rij === undefined) return undefined
      if (rij.geopend !== undefined) return ontsluit(ring, rij)
      const tijd = nu()
      const geopend = audit.verzegel({
        onderwerp: `persoon:${persoon}`,
        soort: 'geopend',
        tijd,
        codes: { bericht: id },
      })
      await store.merkGeopend(persoon, id, tijd, [geopend])
      return ontsluit(ring, { ...rij, geopend: tijd })
    },

    ongelezen: (persoon, bewijs) => {
      eisBewijs(bewijs, persoon)
      return store.ongelezen(persoon, bewijs)
    },
  }
}

function sluit({ ring, toeval }: BerichtOnderdelen, nieuw: NieuwBericht, verstuurd: Date): BerichtRij {
  const { persoon, soort, inhoud } = nieuw
  const id = maakUuid7(verstuurd, toeval)
  const { kid, cijfer } = verzegel(ring, plekVan({ id, persoon }), JSON.stringify(inhoud), { toeval })
  return { id, persoon, soort, kenmerk: kenmerkhash(nieuw), verstuurd, geopend: undefined, kid, cijfer }
}

function ontsluit(ring: Sleutelring, rij: BerichtRij): Bericht {
  const { id, persoon, soort, verstuurd, geopend } = rij
  // Sealed by us with the place as a part of it: what opens is what was written.
  const inhoud = JSON.parse(ontzegel(ring, plekVan(rij), rij)) as Berichtinhoud
  return { id, persoon, soort, verstuurd, inhoud, ...(geopend !== undefined && { geopend }) }
}

function plekVan({ id, persoon }: Pick<BerichtRij, 'id' | 'persoon'>) {
  return { tabel: 'bericht', rij: `${id}/${persoon}`, doel: 'inhoud' }
}

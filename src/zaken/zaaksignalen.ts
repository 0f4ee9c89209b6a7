import { type Kid, ontzegel, type Sleutelring, verzegel } from '../audit/index.ts'
import type { OrganisatieId, Toeval } from '../domain/index.ts'
import type { BronId, Zaakref } from './zaakgegevens.ts'
import type { Signaalsleutel, VerzegeldSignaal, ZaaksignaalStore } from './zaaksignaal-store.ts'

/** What an organisation should know of a case of its own. Nothing of whose it is. */
export interface Zaaksignaal extends Pick<VerzegeldSignaal, 'organisatie' | 'soort' | 'vanaf'> {
  readonly ref: Zaakref
  /** As the organisation calls the case; absent when it gave no number. */
  readonly nummer?: string
  /** The plainest name that the source has for this kind of case. */
  readonly zaaktype: string
}

/** As who works there reads it. */
export type GemerktSignaal = Omit<Zaaksignaal, 'ref'> & { readonly gemerkt: Date }

export interface Zaaksignalen {
  readonly merk: (signaal: Zaaksignaal, op: Date) => Promise<boolean>
  readonly rond: (
    bron: BronId,
    zaken: readonly string[],
    open: readonly Zaaksignaal[],
    op: Date,
  ) => Promise<void>
  readonly open: (
    wie: { readonly medewerker: string; readonly organisatie: OrganisatieId },
    hoogstens: number,
  ) => Promise<readonly GemerktSignaal[]>
}

/** Named limits, in characters. */
const maxZaaktype = 200
const maxNummer = 200

export function openZaaksignalen(onderdelen: {
  readonly store: ZaaksignaalStore
  readonly ring: Sleutelring
  readonly toeval: Toeval
}): Zaaksignalen {
  const { store, ring, toeval } = onderdelen
  return {
    merk: (signaal, op) => {
      const { ref, organisatie, nummer, zaaktype, soort, vanaf } = signaal
      const sleutel = sleutelVan(ring, ref, ring.actief())
      const tekst = JSON.stringify({
        ...(nummer !== undefined && { nummer: nummer.slice(0, maxNummer) }),
        zaaktype: zaaktype.slice(0, maxZaaktype),
      })
      const rij = { bron: ref.bron, sleutel, organisatie, soort, vanaf }
      return store.merk({ ...rij, inhoud: verzegel(ring, plekVan(rij), tekst, { toeval }) }, op)
    },
    rond: (bron, zaken, open, op) =>
      store.rond(
        bron,
        // What was noticed under an earlier key is marked anew under the newest, and goes here.
        zaken.flatMap((uuid) => ring.kids().map((kid) => sleutelVan(ring, { bron, uuid }, kid))),
        open.map(({ ref, soort, vanaf }) => ({
          sleutel: sleutelVan(ring, ref, ring.actief()),
          soort,
          vanaf,
        })),
        op,
      ),
    open: async (wie, hoogstens) => {
      const rijen = await store.open(wie, hoogstens)
      // Without its key a row is of no use to anybody; it is found anew at the next look.
      return rijen.flatMap((rij) => (ring.heeft(rij.inhoud.kid) ? [geopend(ring, rij)] : []))
    },
  }
}

function geopend(ring: Sleutelring, rij: VerzegeldSignaal & { readonly gemerkt: Date }): GemerktSignaal {
  const { organisatie, soort, vanaf, gemerkt } = rij
  // Written above, and the seal is proof that nobody changed it.
  const inhoud = JSON.parse(ontzegel(ring, plekVan(rij), rij.inhoud)) as Pick<
    Zaaksignaal,
    'nummer' | 'zaaktype'
  >
  return { ...inhoud, organisatie, soort, vanaf, gemerkt }
}

/** Of no use beside the index, which holds the uuid: nobody lays one beside the other without the ring. */
function sleutelVan(ring: Sleutelring, { bron, uuid }: Zaakref, kid: Kid): Signaalsleutel {
  return ring.merk(kid, 'zaaksignaal sleutel', `${bron} ${uuid}`)
}

function plekVan({ bron, sleutel, soort, vanaf }: Omit<VerzegeldSignaal, 'organisatie' | 'inhoud'>) {
  return {
    tabel: 'zaaksignaal',
    rij: `${bron}/${sleutel.toString('hex')}/${soort}/${vanaf}`,
    doel: 'zaken-signalen',
  }
}

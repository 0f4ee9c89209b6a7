/** What a professional of the body that has an item sees of it and does with it. */
import { type Bewijs, eisBewijs, eisZoekbewijs, type Verwerkingsbewijs } from '../audit/index.ts'
import { isUuid7, type PersoonId } from '../domain/index.ts'
import { termijnbegin } from './behandeltermijn.ts'
import { type Blad, maakBlad } from './blad.ts'
import {
  ketenVan,
  maakKennis,
  magMelden,
  type OntvangstOnderdelen,
  type Postmelding,
  wijzeVan,
} from './kennisgeving.ts'
import { type Bijlage, type Kenniswijze, type Poststuk, teVersturen } from './poststuk.ts'
import type { Doorgezonden, Postlezer, PoststukStore, Postvraag, Werkregel } from './poststuk-store.ts'
import { ontzegelBijlage, ontzegelStuk } from './poststuk-zegel.ts'

type Aanvrager = Pick<Postlezer, 'medewerker' | 'organisatie'>

export interface Behandeling {
  /** Of the person of a ground, or with nobody in it: what came from senders whom nobody recognised. */
  readonly bij: (lezer: Postlezer, bewijs: Verwerkingsbewijs, vraag?: Postvraag) => Promise<Blad<Poststuk>>
  readonly openBij: (lezer: Postlezer, id: string, bewijs: Verwerkingsbewijs) => Promise<Poststuk | undefined>
  readonly bijlageBij: (
    lezer: Postlezer,
    id: string,
    volgnummer: number,
    bewijs: Verwerkingsbewijs,
  ) => Promise<Bijlage | undefined>
  /** Whom an item is from that lies at their body, for who stated why they open it. The proof is about nobody yet. */
  readonly afzenderVan: (
    wie: Aanvrager,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<PersoonId | 'onbekend' | undefined>
  /** Where an item went that their body sent on; of the item itself it sees nothing any more. */
  readonly doorgezonden: (wie: Aanvrager, nummer: string) => Promise<readonly Doorgezonden[]>
  /** What is not done yet, what waits longest first; or the one of that number, done or not. */
  readonly werklijst: (wie: Aanvrager, vraag?: Omit<Postvraag, 'stand'>) => Promise<Blad<Werkregel>>
  /**
   * Tells the sender and writes both down, or nothing of it (Awb 2:3, 2:15, 2:16, 2:24). `al-weg`: another body has it;
   * `mag-niet`: the law lets nobody say this of it; `al-gemeld`: the sender was refused or shown another way. The same
   * mark with the same message is one act, however often it comes.
   */
  readonly meld: (
    lezer: Postlezer,
    id: string,
    melding: Exclude<Postmelding, { soort: 'ontvangen' }>,
    bewijs: Verwerkingsbewijs,
    kenmerk?: string,
  ) => Promise<'ok' | 'al-weg' | 'al-gemeld' | 'niet-gevonden' | 'mag-niet'>
  readonly merkBezorgd: (
    lezer: Postlezer,
    kennisgeving: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<boolean>
  /**
   * Nothing is left to do with it, or there is after all. The sender hears nothing of that: what the law says must be
   * told has its own act. `nog-te-melden`: a notice about it still has to be brought.
   */
  readonly zetGereed: (
    lezer: Postlezer,
    id: string,
    isGereed: boolean,
    bewijs: Verwerkingsbewijs,
  ) => Promise<'ok' | 'al-weg' | 'niet-gevonden' | 'nog-te-melden'>
}

export function behandeling(onderdelen: OntvangstOnderdelen): Behandeling {
  const { store, audit, ring, nu, werktHier } = onderdelen
  const eisLezer = ({ persoon }: Postlezer, bewijs: Verwerkingsbewijs): void =>
    persoon === undefined ? eisZoekbewijs(bewijs) : eisBewijs(bewijs, persoon)
  const vind = async (lezer: Postlezer, id: string, bewijs: Verwerkingsbewijs) => {
    eisLezer(lezer, bewijs)
    return isUuid7(id) ? store.vindBij(lezer, id, bewijs) : undefined
  }
  const openRij = (gelezen: Awaited<ReturnType<PoststukStore['vind']>>) =>
    gelezen && ontzegelStuk(ring, gelezen)
  return {
    async bij(lezer, bewijs, vraag = {}) {
      eisLezer(lezer, bewijs)
      const rijen = await store.bij(lezer, bewijs, vraag, perBlad + 1)
      return maakBlad(
        rijen.map((een) => ontzegelStuk(ring, een)),
        perBlad,
      )
    },

    openBij: async (lezer, id, bewijs) => openRij(await vind(lezer, id, bewijs)),

    async bijlageBij(lezer, id, volgnummer, bewijs) {
      const stuk = openRij(await vind(lezer, id, bewijs))
      const rij = stuk && (await store.bijlageBij(lezer, id, volgnummer, bewijs))
      return stuk && rij && ontzegelBijlage(ring, stuk, rij)
    },

    async afzenderVan(wie, id, bewijs) {
      eisZoekbewijs(bewijs)
      return isUuid7(id) ? store.afzenderVan(wie, id, bewijs) : undefined
    },

    doorgezonden: (wie, nummer) => store.doorgezonden(wie, nummer),

    werklijst: async (wie, vraag = {}) => maakBlad(await store.werklijst(wie, vraag, perBlad + 1), perBlad),

    async meld(lezer, id, melding, bewijs, kenmerk) {
      const gelezen = await vind(lezer, id, bewijs)
      if (gelezen === undefined) return 'niet-gevonden'
      const stuk = ontzegelStuk(ring, gelezen)
      if (!magMelden(stuk, melding.soort)) return 'mag-niet'
      const tijd = nu()
      const hoe = wijzeVan({ ...stuk, magTerug: gingVanzelf(stuk) })
      const kennis = maakKennis(onderdelen, stuk, metBegin(onderdelen, stuk, melding, { hoe, tijd }), {
        hoe,
        tijd,
        ...(kenmerk !== undefined && { kenmerk }),
      })
      const doorzending =
        melding.soort === 'doorgezonden'
          ? {
              ...{ van: stuk.bij, naar: melding.naar, kennisgeving: kennis.id },
              blijft: melding.naar !== stuk.bij && !werktHier(melding.naar),
            }
          : undefined
      const codes = {
        poststuk: id,
        kennisgeving: kennis.id,
        hoe: kennis.hoe,
        ...(doorzending && { van: doorzending.van, naar: doorzending.naar }),
      }
      const bewijzen = [{ onderwerp: ketenVan(gelezen.rij), soort: melding.soort, tijd, codes }]
      return store.meld(gelezen.rij, { kennis, doorzending, bewijzen: bewijzen.map(audit.verzegel) })
    },

    async merkBezorgd(lezer, kennisgeving, bewijs) {
      eisLezer(lezer, bewijs)
      if (!isUuid7(kennisgeving)) return false
      const tijd = nu()
      const { organisatie } = lezer
      const bezorgd: Bewijs = {
        onderwerp: `organisatie:${organisatie}`,
        soort: 'verzonden',
        tijd,
        codes: { kennisgeving, kanaal: 'adres' },
      }
      return store.merkBezorgd(lezer, kennisgeving, tijd, [audit.verzegel(bezorgd)])
    },

    async zetGereed(lezer, id, isGereed, bewijs) {
      const gelezen = await vind(lezer, id, bewijs)
      if (gelezen === undefined) return 'niet-gevonden'
      if ((gelezen.rij.gereed !== undefined) === isGereed) return 'ok'
      const tijd = nu()
      const soort = isGereed ? 'afgehandeld' : 'heropend'
      const naar = isGereed ? teVersturen(ontzegelStuk(ring, gelezen)) : undefined
      const codes = { poststuk: id, ...(naar !== undefined && { verstuurdNaar: naar }) }
      const regel = { onderwerp: ketenVan(gelezen.rij), soort, tijd, codes }
      return store.zetGereed(gelezen.rij, isGereed ? tijd : undefined, [audit.verzegel(regel)])
    },
  }
}

/** What is told later goes by itself only where the receipt did, and did not come back. */
function gingVanzelf({ gebeurd }: Poststuk): boolean {
  return gebeurd.some(({ soort, kennisgeving }) => soort === 'ontvangen' && kennisgeving.hoe === 'email')
}

/** Who is told that it was passed on inside hears from when the term counts, which depends on that they hear it. */
function metBegin(
  { zoneVan }: OntvangstOnderdelen,
  stuk: Poststuk,
  melding: Postmelding,
  { hoe, tijd }: { readonly hoe: Kenniswijze; readonly tijd: Date },
): Postmelding {
  if (melding.soort !== 'doorgezonden' || melding.naar !== stuk.bij) return melding
  const kennisgeving = { id: '', soort: 'doorgezonden', hoe, op: tijd } as const
  const nu = { soort: 'doorgezonden', van: stuk.bij, naar: stuk.bij, kennisgeving } as const
  const begin = termijnbegin({ ...stuk, gebeurd: [...stuk.gebeurd, nu] }, zoneVan(stuk.bij))
  return { ...melding, begin }
}

/** Named limit: more fit on no page; the rest is on the next. */
const perBlad = 50

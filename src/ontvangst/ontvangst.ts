import { type Bewijs, eisBewijs, type Handelende, type Verwerkingsbewijs } from '../audit/index.ts'
import { isUuid7, maakUuid7, type PersoonId } from '../domain/index.ts'
import { datumOp } from '../kalender/index.ts'
import { bundel } from '../kanalen/index.ts'
import { type Behandeling, behandeling } from './behandeling.ts'
import { ketenVan, maakKennis, type OntvangstOnderdelen, wieVan, wijzeVan } from './kennisgeving.ts'
import {
  type Bijlage,
  inhoudhash,
  kenmerkhash,
  maakNummer,
  type NieuwPoststuk,
  type Poststuk,
} from './poststuk.ts'
import type { Poststukplaatsing, PoststukStore, Verkeersregel } from './poststuk-store.ts'
import { ontzegelBijlage, ontzegelStuk, verzegelStuk } from './poststuk-zegel.ts'
import { bevestigingVan, type Triage, triage } from './triage.ts'

export interface Ontvangst extends Behandeling {
  /**
   * Kept, confirmed and in evidence before this answers; the same sending twice is one item. `BundelVol`: more comes in
   * than can be written down, nothing of it was kept, and the sender must send again.
   */
  readonly neemAan: (
    nieuw: NieuwPoststuk,
    eis?: { readonly isZoBehandelbaar?: boolean; readonly door?: Handelende },
  ) => Promise<{ readonly stuk: Poststuk; readonly isNieuw: boolean }>
  readonly verstuurd: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<readonly Poststuk[]>
  readonly open: (persoon: PersoonId, id: string, bewijs: Verwerkingsbewijs) => Promise<Poststuk | undefined>
  readonly bijlage: (
    persoon: PersoonId,
    id: string,
    volgnummer: number,
    bewijs: Verwerkingsbewijs,
  ) => Promise<Bijlage | undefined>
  readonly verkeer: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<readonly Verkeersregel[]>
}

/** Named limit: more fit on no page. */
const maxLijst = 200
/** Named limits: so many are written in one act, and so many may wait for it. */
const perKeer = 100
const maxWachtend = 1_000
const maxWachtendMetBestand = 50

export function createOntvangst(onderdelen: OntvangstOnderdelen): Ontvangst {
  const { store, ring } = onderdelen
  const openRij = (gelezen: Awaited<ReturnType<PoststukStore['vind']>>) =>
    gelezen && ontzegelStuk(ring, gelezen)
  const schrijf = (binnen: readonly Binnenkomst[]) => schrijfAlle(onderdelen, binnen)
  const samen = bundel(schrijf, { hoogstens: perKeer, wachtend: maxWachtend })
  // Files are large: what has them goes by itself, and so few at once that they never fill the memory.
  const metBestand = bundel(schrijf, { hoogstens: 1, wachtend: maxWachtendMetBestand })
  return {
    async neemAan(nieuw, { isZoBehandelbaar, door = dePost } = {}) {
      const gevonden = beoordeel(onderdelen, nieuw, isZoBehandelbaar ?? 'onbekend')
      const binnen = { nieuw, triage: gevonden, door }
      return nieuw.bijlagen.length === 0 ? samen(binnen) : metBestand(binnen)
    },

    async verstuurd(persoon, bewijs) {
      eisBewijs(bewijs, persoon)
      return (await store.lijst(persoon, bewijs, maxLijst)).map((een) => ontzegelStuk(ring, een))
    },

    async open(persoon, id, bewijs) {
      eisBewijs(bewijs, persoon)
      return isUuid7(id) ? openRij(await store.vind(persoon, id, bewijs)) : undefined
    },

    async bijlage(persoon, id, volgnummer, bewijs) {
      eisBewijs(bewijs, persoon)
      const stuk = isUuid7(id) ? openRij(await store.vind(persoon, id, bewijs)) : undefined
      const rij = stuk && (await store.bijlage(persoon, id, volgnummer, bewijs))
      return stuk && rij && ontzegelBijlage(ring, stuk, rij)
    },

    verkeer: async (persoon, bewijs) => {
      eisBewijs(bewijs, persoon)
      return store.verkeer(persoon, bewijs)
    },

    ...behandeling(onderdelen),
  }
}

/** On the day of receipt at the body itself, whenever this runs. */
function beoordeel(
  { aanwijzing, isWegErgensVoor, zoneVan }: OntvangstOnderdelen,
  { organisatie, soort, weg, waar, ontvangen }: NieuwPoststuk,
  isZoBehandelbaar: boolean | 'onbekend',
): Triage {
  const dag = datumOp(ontvangen, zoneVan(organisatie))
  const isElektronisch = weg === 'web' || weg === 'email'
  return triage({
    soort,
    weg,
    ...(waar !== undefined && { waar }),
    aanwijzing: aanwijzing(organisatie, soort, dag),
    isWegErgensVoor: isElektronisch && isWegErgensVoor(organisatie, weg, waar, dag),
    isZoBehandelbaar,
  })
}

const dePost: Handelende = { soort: 'taak', taak: 'post' }

/** Something that came in, and who brought it. */
interface Binnenkomst {
  readonly nieuw: NieuwPoststuk
  readonly triage: Triage
  readonly door: Handelende
}

/** What came in together is written together. On the record of each sender stands a line of their own item. */
function schrijfAlle(
  onderdelen: OntvangstOnderdelen,
  binnen: readonly Binnenkomst[],
): Promise<readonly { readonly stuk: Poststuk; readonly isNieuw: boolean }[]> {
  const verwerkingen = binnen.flatMap(({ nieuw, door }) => {
    const { persoon } = wieVan(nieuw.afzender)
    if (persoon === undefined) return []
    return [{ doel: 'post-ontvangen', gegevens: ['poststuk'], betrokkenen: [persoon], door }]
  })
  return onderdelen.audit.metVerwerkingen(verwerkingen, async () => {
    const { store, ring } = onderdelen
    const uit = await store.plaats(binnen.map((een) => maakPlaatsing(onderdelen, een)))
    return uit.map(({ isNieuw, volledig }) => ({ isNieuw, stuk: ontzegelStuk(ring, volledig) }))
  })
}

function maakPlaatsing(
  onderdelen: OntvangstOnderdelen,
  { nieuw, triage: gevonden }: Binnenkomst,
): Poststukplaatsing {
  const { audit, ring, toeval, nu } = onderdelen
  const { afzender, organisatie, soort, weg, ontvangen } = nieuw
  const vastgelegd = nu()
  const kop = {
    id: maakUuid7(vastgelegd, toeval),
    nummer: maakNummer(toeval),
    ...wieVan(afzender),
    organisatie,
    bij: organisatie,
    soort,
    weg,
    ontvangen,
    vastgelegd,
    gereed: undefined,
    kenmerk: kenmerkhash(nieuw),
  }
  const hoe = weg === 'web' ? 'pagina' : weg === 'balie' ? 'print' : wijzeVan(nieuw)
  const bevestiging = bevestigingVan({
    triage: gevonden,
    isZelfdeSysteem: weg === 'web' && afzender.soort === 'persoon',
    heeftAdres: hoe !== 'geen-adres',
  })
  const { rij, bijlagen } = verzegelStuk(onderdelen, kop, nieuw, { triage: gevonden, bevestiging })
  const gemeld = ontzegelStuk(ring, { rij, kennis: [], doorgezonden: [] })
  const kennis = maakKennis(onderdelen, gemeld, { soort: 'ontvangen' }, { hoe, tijd: vastgelegd })
  const bewijs: Bewijs = {
    onderwerp: ketenVan(rij),
    soort: 'ontvangen',
    tijd: vastgelegd,
    codes: {
      poststuk: rij.id,
      kanaal: weg,
      ontvangen: ontvangen.toISOString(),
      kennisgeving: kennis.id,
      hoe,
    },
    inhoud: {
      persoon: rij.persoon,
      verwerking: 'post-ontvangen',
      organisatie,
      waarde: { nummer: rij.nummer, soort, organisatie, sha256: inhoudhash(nieuw) },
    },
  }
  return { rij, bijlagen, kennis, bewijzen: [audit.verzegel(bewijs)] }
}

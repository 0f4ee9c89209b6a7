import type { Audit, Bewijs, Handelende, Sleutelring, Verwerkingsbewijs } from '../audit/index.ts'
import { eisBewijs, eisZoekbewijs } from '../audit/index.ts'
import type { Aanwijzing, Postsoort } from '../corpus/index.ts'
import {
  type Datum,
  isUuid7,
  maakUuid7,
  type OrganisatieId,
  type PersoonId,
  type Toeval,
} from '../domain/index.ts'
import { datumOp, type Tijdzone } from '../kalender/index.ts'
import { type Berichtinhoud, bundel } from '../kanalen/index.ts'
import { isMailadres } from './email.ts'
import {
  type Afzender,
  type Bijlage,
  inhoudhash,
  type Kennissoort,
  type Kenniswijze,
  kenmerkhash,
  maakNummer,
  type NieuwPoststuk,
  type Poststuk,
  type Weigergrond,
} from './poststuk.ts'
import type {
  DoorzendRij,
  Postlezer,
  Poststukplaatsing,
  PoststukRij,
  PoststukStore,
  Verkeersregel,
  Werkregel,
} from './poststuk-store.ts'
import { ontzegelBijlage, ontzegelStuk, verzegelKennis, verzegelStuk } from './poststuk-zegel.ts'
import { bevestigingVan, type Triage, triage } from './triage.ts'

/** What somebody is told, before it is put in words. */
export type Postmelding =
  | { readonly soort: 'ontvangen' }
  | { readonly soort: 'doorgezonden'; readonly naar: OrganisatieId; readonly op: Date }
  | {
      readonly soort: 'verkeerde-weg'
      /** Awb 2:23: the last day as it was and as it became; absent where no term is known. */
      readonly termijn?: { readonly was: Datum; readonly wordt: Datum }
    }
  | { readonly soort: 'geweigerd'; readonly reden: Weigergrond }

/** What the sender is told about: all but what happened to it. */
export type Gemeld = Omit<Poststuk, 'gebeurd' | 'bevestiging'>

export interface OntvangstOnderdelen {
  readonly store: PoststukStore
  readonly audit: Pick<Audit, 'metVerwerkingen' | 'verzegel'>
  readonly ring: Sleutelring
  readonly aanwijzing: (organisatie: OrganisatieId, soort: Postsoort, dag: Datum) => Aanwijzing
  /** Is this way designated for any kind of message of that body? */
  readonly isWegErgensVoor: (
    organisatie: OrganisatieId,
    weg: 'web' | 'email',
    waar: string | undefined,
    dag: Datum,
  ) => boolean
  readonly zoneVan: (organisatie: OrganisatieId) => Tijdzone
  /** In all languages: which one they read, they choose. */
  readonly opstel: (stuk: Gemeld, melding: Postmelding) => Berichtinhoud
  /** The same for an e-mail, in which nothing stands of what they wrote. */
  readonly opstelEmail: (
    stuk: Gemeld,
    melding: Postmelding,
  ) => { readonly onderwerp: string; readonly tekst: string }
  readonly nu: () => Date
  readonly toeval: Toeval
}

export interface Ontvangst {
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
  /** Of the person of a ground, or with nobody in it: what came from senders whom nobody recognised. */
  readonly bij: (lezer: Postlezer, bewijs: Verwerkingsbewijs) => Promise<readonly Poststuk[]>
  readonly openBij: (lezer: Postlezer, id: string, bewijs: Verwerkingsbewijs) => Promise<Poststuk | undefined>
  readonly bijlageBij: (
    lezer: Postlezer,
    id: string,
    volgnummer: number,
    bewijs: Verwerkingsbewijs,
  ) => Promise<Bijlage | undefined>
  readonly werklijst: (wie: Pick<Postlezer, 'medewerker' | 'organisatie'>) => Promise<readonly Werkregel[]>
  /**
   * Tells the sender and writes both down, or nothing of it (Awb 2:3, 2:15, 2:16, 2:24). `al-weg`: another body has it;
   * `mag-niet`: the law lets nobody say this of it.
   */
  readonly meld: (
    lezer: Postlezer,
    id: string,
    melding: Exclude<Postmelding, { soort: 'ontvangen' }>,
    bewijs: Verwerkingsbewijs,
  ) => Promise<'ok' | 'al-weg' | 'niet-gevonden' | 'mag-niet'>
  readonly merkBezorgd: (
    lezer: Postlezer,
    kennisgeving: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<boolean>
}

/** Named limit: more fit on no page. */
const maxLijst = 200
/** Named limits: so many are written in one act, and so many may wait for it. */
const perKeer = 100
const maxWachtend = 1_000
const maxWachtendMetBestand = 50

export function createOntvangst(onderdelen: OntvangstOnderdelen): Ontvangst {
  const { store, audit, ring, nu } = onderdelen
  const openRij = (gelezen: Awaited<ReturnType<PoststukStore['vind']>>) =>
    gelezen && ontzegelStuk(ring, gelezen)
  const eisLezer = ({ persoon }: Postlezer, bewijs: Verwerkingsbewijs): void =>
    persoon === undefined ? eisZoekbewijs(bewijs) : eisBewijs(bewijs, persoon)
  const openBij: Ontvangst['openBij'] = async (lezer, id, bewijs) => {
    eisLezer(lezer, bewijs)
    return isUuid7(id) ? openRij(await store.vindBij(lezer, id, bewijs)) : undefined
  }
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

    async bij(lezer, bewijs) {
      eisLezer(lezer, bewijs)
      return (await store.bij(lezer, bewijs, maxLijst)).map((een) => ontzegelStuk(ring, een))
    },

    openBij,

    async bijlageBij(lezer, id, volgnummer, bewijs) {
      const stuk = await openBij(lezer, id, bewijs)
      const rij = stuk && (await store.bijlageBij(lezer, id, volgnummer, bewijs))
      return stuk && rij && ontzegelBijlage(ring, stuk, rij)
    },

    werklijst: (wie) => store.werklijst(wie, maxLijst),

    async meld(lezer, id, melding, bewijs) {
      eisLezer(lezer, bewijs)
      const gelezen = isUuid7(id) ? await store.vindBij(lezer, id, bewijs) : undefined
      if (gelezen === undefined) return 'niet-gevonden'
      const stuk = ontzegelStuk(ring, gelezen)
      if (!magMelden(stuk, melding.soort)) return 'mag-niet'
      const tijd = nu()
      const kennis = maakKennis(onderdelen, stuk, melding, {
        hoe: wijzeVan({ ...stuk, magTerug: true }),
        tijd,
      })
      const doorzending: DoorzendRij | undefined =
        melding.soort === 'doorgezonden'
          ? { van: stuk.bij, naar: melding.naar, kennisgeving: kennis.id }
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
  }
}

/**
 * Awb 2:16 lid 1: of what has to be treated nobody says that it came by the wrong way. Awb 2:15: only what came by an
 * electronic way can be refused for it.
 */
export function magMelden(
  { triage: van, weg }: Pick<Poststuk, 'triage' | 'weg'>,
  soort: Kennissoort,
): boolean {
  if (soort === 'verkeerde-weg') return van.uitkomst !== 'behandel'
  return soort !== 'geweigerd' || weg === 'web' || weg === 'email'
}

function wieVan(afzender: Afzender): Pick<PoststukRij, 'persoon' | 'door'> {
  return afzender.soort === 'persoon'
    ? { persoon: afzender.persoon, door: afzender.door }
    : { persoon: undefined, door: undefined }
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

/** Awb 2:25: on the chain of who sent it; of a sender whom nobody recognised, of the body it was for. */
function ketenVan({ persoon, organisatie }: PoststukRij): Bewijs['onderwerp'] {
  return persoon === undefined ? `organisatie:${organisatie}` : `persoon:${persoon}`
}

function wijzeVan({
  afzender,
  weg,
  magTerug = false,
}: Pick<NieuwPoststuk, 'afzender' | 'weg' | 'magTerug'>): Kenniswijze {
  if (afzender.soort === 'persoon') return 'bericht'
  if (afzender.adres === undefined) return 'geen-adres'
  // Where an e-mail came from is also where its answer goes; an address that somebody typed may be another's.
  return weg === 'email' && magTerug && isMailadres(afzender.adres) ? 'email' : 'adres'
}

function maakKennis(
  onderdelen: OntvangstOnderdelen,
  stuk: Gemeld,
  melding: Postmelding,
  { hoe, tijd }: { readonly hoe: Kenniswijze; readonly tijd: Date },
) {
  const soort: Kennissoort = melding.soort
  const { afzender } = stuk
  const adres = hoe === 'email' && afzender.soort === 'onbekend' ? afzender.adres : undefined
  const isMeteen = hoe === 'pagina' || hoe === 'print'
  return verzegelKennis(
    onderdelen,
    {
      id: maakUuid7(tijd, onderdelen.toeval),
      poststuk: stuk.id,
      persoon: wieVan(stuk.afzender).persoon,
      soort,
      hoe,
      op: tijd,
      bezorgd: isMeteen ? tijd : undefined,
    },
    {
      bericht: onderdelen.opstel(stuk, melding),
      ...(melding.soort === 'geweigerd' && { reden: melding.reden }),
      ...(adres !== undefined && { email: { adres, ...onderdelen.opstelEmail(stuk, melding) } }),
    },
  )
}

import {
  type Audit,
  eisBewijs,
  type Kid,
  ontzegel,
  type Sleutelring,
  type Verwerking,
  type Verwerkingsbewijs,
  verzegel,
} from '../audit/index.ts'
import {
  type Bsn,
  type Identificatie,
  type IdentificatieSoort,
  maakPersoonId,
  maakUuid7,
  onthul,
  type PersoonId,
  parseBsn,
  parseIdentificatie,
  type Toeval,
} from '../domain/index.ts'
import type { KluisRij, KluisStore } from './kluis-store.ts'

export interface KluisOnderdelen {
  readonly store: KluisStore
  readonly ring: Sleutelring
  readonly audit: Audit
  readonly nu: () => Date
  readonly toeval: Toeval
}

/** The purpose of a use of a BSN: a processing that is about to be recorded, or the proof that it was. */
export type BsnDoel = Verwerkingsbewijs | Verwerking

export interface Kluis {
  /** Who has this identifier; a new person when nobody has. */
  persoonBij(identificatie: Identificatie): Promise<PersoonId>
  /** The same for many at once, in the same order. */
  personenBij(identificaties: readonly Identificatie[]): Promise<readonly PersoonId[]>
  /** Who has this identifier, or nobody. Makes nothing. */
  zoekPersoon(identificatie: Identificatie): Promise<PersoonId | undefined>
  /**
   * By which numbers somebody is known, for their own eyes. A number of the business register is public and whole; of
   * what names a person only the end, enough to recognise it; of a BSN and a pseudonym nothing.
   */
  toonNummers(persoon: PersoonId, bewijs: Verwerkingsbewijs): Promise<readonly GetoondNummer[]>
  /**
   * The only way out for a BSN. A line in the log of this person stands before `fn` gets it. For somebody without a
   * BSN `fn` is not called. Only adapters on the list of test/tidy call this, and none keeps what it got.
   */
  metBsn<T>(persoon: PersoonId, doel: BsnDoel, fn: (bsn: Bsn) => Promise<T>): Promise<MetBsn<T>>
  /**
   * Reads what is sealed of somebody while the line in the log is still being written, so that whoever asks next does
   * not wait for both. Nothing is opened by it.
   */
  leesVooruit(persoon: PersoonId): void
  /** Two persons turned out to be one. Nothing is rewritten: both stay, and the link is evidence on both. */
  verbind(een: PersoonId, ander: PersoonId, reden: string): Promise<boolean>
  /** This person and everybody who turned out to be the same, over any number of links. */
  zelfdePersonen(persoon: PersoonId): Promise<readonly PersoonId[]>
}

export interface GetoondNummer {
  readonly soort: IdentificatieSoort
  readonly toon?: string
}

export type MetBsn<T> = { readonly status: 'ok'; readonly uitkomst: T } | { readonly status: 'geen-bsn' }

/** Named limit: more links than this are a mistake. */
const maxVerbanden = 50

export function openKluis(met: KluisOnderdelen): Kluis {
  const vooruit = new Vooruit(met)
  const onderdelen = { ...met, store: vooruit.store }
  const { store, ring, audit, nu } = onderdelen
  const personenBij: Kluis['personenBij'] = async (identificaties) => {
    if (identificaties.length === 0) return []
    await eersteSleutel(onderdelen)
    return store.vindOfMaak(
      identificaties.map((identificatie) => ({
        soort: identificatie.soort,
        hash: (kid) => zoekhash(ring, kid, identificatie),
        maak: (kid) => maakRij(onderdelen, kid, identificatie),
      })),
    )
  }
  return {
    personenBij,

    async persoonBij(identificatie) {
      const [persoon] = await personenBij([identificatie])
      if (persoon === undefined) throw new Error('de kluis gaf niemand terug')
      return persoon
    },

    zoekPersoon: (identificatie) =>
      store.vind(identificatie.soort, (kid) => zoekhash(ring, kid, identificatie)),

    async toonNummers(persoon, bewijs) {
      eisBewijs(bewijs, persoon)
      const rijen = await rijenVoor(store, persoon, bewijs)
      return rijen.map((rij) => toonbaar(ring, rij))
    },

    async metBsn(persoon, doel, fn) {
      if (!isBewijs(doel)) {
        if (!doel.betrokkenen.includes(persoon)) throw new Error('een verwerking over iemand anders')
        return audit.metVerwerking(doel, (bewijs) => geefBsn(onderdelen, persoon, bewijs, fn))
      }
      return geefBsn(onderdelen, persoon, doel, fn)
    },

    leesVooruit: (persoon) => vooruit.lees(persoon),

    async verbind(een, ander, reden) {
      if (een === ander) throw new Error('een persoon is al zichzelf')
      const tijd = nu()
      const bewijzen = [een, ander].map((persoon) =>
        audit.verzegel({
          onderwerp: `persoon:${persoon}`,
          soort: 'verbonden',
          tijd,
          codes: { een, ander, reden },
        }),
      )
      const [laag, hoog] = een < ander ? [een, ander] : [ander, een]
      return store.verbind({ een: laag, ander: hoog, sinds: tijd, reden }, bewijzen)
    },

    async zelfdePersonen(persoon) {
      const gevonden = new Set([persoon])
      for (const hier of gevonden) {
        for (const ander of await store.verbonden(hier)) gevonden.add(ander)
        if (gevonden.size > maxVerbanden) throw new Error('te veel verbonden personen')
      }
      return [...gevonden]
    },
  }
}

/** Named limit: so much of a number is enough to know which one it is, and of no use to anybody else. */
const zichtbaarEinde = 3

function toonbaar(ring: Sleutelring, rij: KluisRij): GetoondNummer {
  const { soort } = rij
  if (soort === 'kvk') return { soort, toon: openRij(ring, rij) }
  if (soort === 'bsn' || soort === 'eherkenning') return { soort }
  return { soort, toon: `… ${openRij(ring, rij).slice(-zichtbaarEinde)}` }
}

// Written out, and not a method that others could reach: what comes out of the vault passes through here alone.
async function geefBsn<T>(
  { store, ring }: KluisOnderdelen,
  persoon: PersoonId,
  bewijs: Verwerkingsbewijs,
  fn: (bsn: Bsn) => Promise<T>,
): Promise<MetBsn<T>> {
  eisBewijs(bewijs, persoon)
  const rij = (await rijenVoor(store, persoon, bewijs)).find(({ soort }) => soort === 'bsn')
  // Only now, after the wait: a proof that ended meanwhile opens nothing.
  eisBewijs(bewijs, persoon)
  if (rij === undefined) return { status: 'geen-bsn' }
  const bsn = parseBsn(openRij(ring, rij))
  if (bsn === undefined) throw new Error('in de kluis staat iets anders dan een bsn')
  return { status: 'ok', uitkomst: await fn(bsn) }
}

function isBewijs(doel: BsnDoel): doel is Verwerkingsbewijs {
  return 'traceparent' in doel
}

const gelezen = new WeakMap<Verwerkingsbewijs, Map<PersoonId, Promise<readonly KluisRij[]>>>()

/**
 * The sealed rows of somebody, read once for each processing: one that asks thirty sources asks the database once. They
 * go with the proof, and are opened anew for each source.
 */
function rijenVoor(
  store: KluisStore,
  persoon: PersoonId,
  bewijs: Verwerkingsbewijs,
): Promise<readonly KluisRij[]> {
  const perPersoon = gelezen.get(bewijs) ?? new Map<PersoonId, Promise<readonly KluisRij[]>>()
  gelezen.set(bewijs, perPersoon)
  const rijen = perPersoon.get(persoon) ?? store.vanPersoon(persoon)
  perPersoon.set(persoon, rijen)
  // What failed is asked again by whoever comes next.
  rijen.catch(() => perPersoon.delete(persoon))
  return rijen
}

/** Named limits: so long is what was read ahead good for, and of so many people. */
const vooruitMs = 5_000
const maxVooruit = 500

/** Sealed rows that were read before they were asked for, each for one use. */
class Vooruit {
  readonly store: KluisStore
  readonly #nu: () => Date
  readonly #lees: KluisStore['vanPersoon']
  readonly #gelezen = new Map<
    PersoonId,
    { readonly op: number; readonly rijen: ReturnType<KluisStore['vanPersoon']> }
  >()

  constructor({ store, nu }: Pick<KluisOnderdelen, 'store' | 'nu'>) {
    this.#nu = nu
    this.#lees = (persoon) => store.vanPersoon(persoon)
    this.store = { ...store, vanPersoon: (persoon) => this.#neem(persoon) ?? this.#lees(persoon) }
  }

  lees(persoon: PersoonId): void {
    const rijen = this.#lees(persoon)
    // Whoever takes it hears that it failed.
    rijen.catch(() => this.#gelezen.delete(persoon))
    this.#gelezen.delete(persoon)
    this.#gelezen.set(persoon, { op: this.#nu().getTime(), rijen })
    if (this.#gelezen.size > maxVooruit) this.#gelezen.delete([...this.#gelezen.keys()][0] ?? persoon)
  }

  #neem(persoon: PersoonId) {
    const een = this.#gelezen.get(persoon)
    this.#gelezen.delete(persoon)
    return een !== undefined && this.#nu().getTime() - een.op < vooruitMs ? een.rijen : undefined
  }
}

/** The first start of an installation puts the first key in use. */
async function eersteSleutel({ store, ring }: KluisOnderdelen): Promise<void> {
  if ((await store.sleutels()).length === 0) await store.neemInGebruik(ring.actief())
}

function maakRij({ ring, nu, toeval }: KluisOnderdelen, kid: Kid, identificatie: Identificatie) {
  const tijd = nu()
  const rij = {
    id: maakUuid7(tijd, toeval),
    persoon: maakPersoonId(tijd, toeval),
    soort: identificatie.soort,
  }
  return { tijd, rij: sluitRij({ ring, toeval }, kid, rij, identificatie) }
}

/** Seal and look-up of a value under one key. Also what rotation writes anew. */
export function sluitRij(
  { ring, toeval }: { ring: Sleutelring; toeval: Toeval },
  kid: Kid,
  rij: Pick<KluisRij, 'id' | 'persoon' | 'soort'>,
  identificatie: Identificatie,
): KluisRij {
  const { cijfer } = verzegel(ring, plekVan(rij), onthul(identificatie), { toeval, kid })
  const { id, persoon, soort } = rij
  return { id, persoon, soort, zoekKid: kid, zoek: zoekhash(ring, kid, identificatie), kid, cijfer }
}

export function openRij(ring: Sleutelring, rij: KluisRij): string {
  return ontzegel(ring, plekVan(rij), rij)
}

export function identificatieVan(ring: Sleutelring, rij: KluisRij): Identificatie {
  const identificatie = parseIdentificatie(rij.soort, openRij(ring, rij))
  if (identificatie === undefined) throw new Error(`in de kluis staat iets anders dan ${rij.soort}`)
  return identificatie
}

// The person is part of the row: a seal moved to somebody else does not open.
function plekVan({ id, persoon, soort }: Pick<KluisRij, 'id' | 'persoon' | 'soort'>) {
  return { tabel: 'kluis_identificatie', rij: `${id}/${persoon}`, doel: soort }
}

function zoekhash(ring: Sleutelring, kid: Kid, identificatie: Identificatie): Buffer {
  return ring.merk(kid, 'kluis zoeken', `${identificatie.soort}|${onthul(identificatie)}`)
}

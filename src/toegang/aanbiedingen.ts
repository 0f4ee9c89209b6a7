import type { Audit, Sleutelring, Verwerkingsbewijs } from '../audit/index.ts'
import { type Datum, isUuid, type PersoonId, type Toeval } from '../domain/index.ts'
import {
  type Aanbod,
  type AanbodFout,
  aanbodFouten,
  aanbodStand,
  codeUren,
  leesCode,
  maakCode,
  machtigingUit,
  maxBekeken,
  maxOpen,
  type NieuwAanbod,
  pogingen,
} from './aanbod.ts'
import type { AanbodStore, Afloop, Gevonden, Machtigingnieuws, Poging, Verteld } from './aanbod-store.ts'
import { type Machtiging, magZelfGeven } from './machtiging.ts'
import { bewijsVoorBeiden } from './machtigingen.ts'

export type Aangeboden =
  /** The code is here and nowhere else: what we keep of it cannot be turned back. */
  | { readonly status: 'ok'; readonly aanbod: Aanbod; readonly code: string }
  | { readonly status: 'ongeldig'; readonly fouten: readonly AanbodFout[] }
  /** The form was sent twice. */
  | { readonly status: 'bestaat-al' }

/** «Onbekend» is all that is said of a code that is wrong, over, used, taken back or one's own. */
export type CodeFout = { readonly status: 'onbekend' } | { readonly status: 'te-vaak' }

export interface Aanbiedingen {
  /** What would be wrong with it, before it is made. */
  toets(
    gever: PersoonId,
    bewijs: Verwerkingsbewijs,
    nieuw: NieuwAanbod,
    vandaag: Datum,
  ): Promise<readonly AanbodFout[]>
  maak(gever: PersoonId, bewijs: Verwerkingsbewijs, nieuw: NieuwAanbod, vandaag: Datum): Promise<Aangeboden>
  /** Given by this person, the newest first. */
  alle(gever: PersoonId, bewijs: Verwerkingsbewijs): Promise<readonly Aanbod[]>
  /** Before anybody accepted. For the very next request the code is of no use. */
  trekIn(gever: PersoonId, bewijs: Verwerkingsbewijs, id: string): Promise<boolean>
  /** What the code holds, for who may still decide about it. */
  bekijk(
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
    code: string,
    vandaag: Datum,
  ): Promise<{ readonly status: 'ok'; readonly aanbod: Aanbod } | CodeFout>
  neemAan(
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
    code: string,
    vandaag: Datum,
  ): Promise<{ readonly status: 'ok'; readonly machtiging: Machtiging } | CodeFout>
  weiger(
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
    code: string,
    vandaag: Datum,
  ): Promise<{ readonly status: 'ok' } | CodeFout>
  /** Writes into the evidence what ended by itself; run it every minute. Gives how many. */
  sluitVerlopen(vandaag: Datum): Promise<number>
  /** Tells both of each mandate that was given, taken back, or ends within thirty days; run it every minute. */
  vertel(
    vandaag: Datum,
    doe: (machtiging: Machtiging, nieuws: Machtigingnieuws) => Promise<void>,
  ): Promise<Verteld>
}

export interface AanbodOnderdelen {
  readonly store: AanbodStore
  readonly audit: Audit
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
}

export function openAanbiedingen(onderdelen: AanbodOnderdelen): Aanbiedingen {
  const { store, audit, nu } = onderdelen
  const probeer = (
    { persoon, bewijs, code }: { persoon: PersoonId; bewijs: Verwerkingsbewijs; code: string },
    vandaag: Datum,
    doe: (gevonden: Gevonden) => Afloop,
  ) =>
    store.probeer(persoon, bewijs, pogingVan(onderdelen, code), (gevonden) =>
      // A court came between the offer and the answer: it is not theirs to give any more.
      magZelfGeven(gevonden.maatregelen, gevonden.aanbod.diensten, vandaag)
        ? doe(gevonden)
        : { soort: 'niets' },
    )
  return {
    toets: (gever, bewijs, nieuw, vandaag) => toets(onderdelen, { gever, bewijs, nieuw }, vandaag),
    maak: (gever, bewijs, nieuw, vandaag) => maak(onderdelen, { gever, bewijs, nieuw }, vandaag),
    alle: (gever, bewijs) => store.alle(gever, bewijs),

    async trekIn(gever, bewijs, id) {
      const aanbod = isUuid(id) ? (await store.alle(gever, bewijs)).find((een) => een.id === id) : undefined
      if (aanbod === undefined || aanbod.stand !== 'open') return false
      const op = nu()
      const regel = bewijsVanGever(audit, aanbod, 'machtiging-aanbod-ingetrokken', op)
      return store.trekIn(gever, id, op, [regel])
    },

    async bekijk(persoon, bewijs, code, vandaag) {
      const uitkomst = await probeer({ persoon, bewijs, code }, vandaag, () => ({ soort: 'bekeken' }))
      if (uitkomst.status !== 'gevonden') return uitkomst
      return { status: 'ok', aanbod: uitkomst.gevonden.aanbod }
    },

    async neemAan(persoon, bewijs, code, vandaag) {
      const op = nu()
      const uitkomst = await probeer({ persoon, bewijs, code }, vandaag, ({ aanbod }) => {
        const machtiging = machtigingUit(aanbod, persoon, op)
        const bewijzen = bewijsVoorBeiden(audit, machtiging, 'machtiging-aangenomen', op)
        return { soort: 'aangenomen', machtiging, bewijzen }
      })
      if (uitkomst.status !== 'gevonden') return uitkomst
      return { status: 'ok', machtiging: machtigingUit(uitkomst.gevonden.aanbod, persoon, op) }
    },

    async weiger(persoon, bewijs, code, vandaag) {
      const op = nu()
      const uitkomst = await probeer({ persoon, bewijs, code }, vandaag, ({ aanbod }) => {
        const met = { ...aanbod, gemachtigde: persoon }
        return { soort: 'geweigerd', op, bewijzen: bewijsVoorBeiden(audit, met, 'machtiging-geweigerd', op) }
      })
      return uitkomst.status === 'gevonden' ? { status: 'ok' } : uitkomst
    },

    vertel: (vandaag, doe) => store.vertel(vandaag, nu(), doe),

    async sluitVerlopen(vandaag) {
      const op = nu()
      await store.vergeetPogingen(new Date(op.getTime() - dagMs))
      const codes = await store.sluitVerlopen(op, maxBekeken, (aanbod) => [
        bewijsVanGever(audit, aanbod, 'machtiging-aanbod-verlopen', op),
      ])
      const machtigingen = await store.boekVoorbij(vandaag, op, (machtiging) =>
        bewijsVoorBeiden(audit, machtiging, 'machtiging-voorbij', op),
      )
      return codes + machtigingen
    },
  }
}

const uurMs = 3_600_000
const dagMs = 24 * uurMs

interface Voorstel {
  readonly gever: PersoonId
  readonly bewijs: Verwerkingsbewijs
  readonly nieuw: NieuwAanbod
}

async function toets(
  { store, nu }: AanbodOnderdelen,
  { gever, bewijs, nieuw }: Voorstel,
  vandaag: Datum,
): Promise<readonly AanbodFout[]> {
  const [eigen, maatregelen] = await Promise.all([store.alle(gever, bewijs), store.maatregelen(gever)])
  const open = eigen.filter((een) => aanbodStand(een, nu()) === 'open').length
  return [
    ...aanbodFouten(nieuw, vandaag),
    ...(open >= maxOpen ? (['te-veel-open'] as const) : []),
    ...(magZelfGeven(maatregelen, nieuw.diensten, vandaag) ? [] : (['niet-zelf-te-geven'] as const)),
  ]
}

async function maak(onderdelen: AanbodOnderdelen, voorstel: Voorstel, vandaag: Datum): Promise<Aangeboden> {
  const { store, audit, ring, nu, toeval } = onderdelen
  const { gever, nieuw } = voorstel
  if (!isUuid(nieuw.id)) return { status: 'ongeldig', fouten: [] }
  const fouten = await toets(onderdelen, voorstel, vandaag)
  if (fouten.length > 0) return { status: 'ongeldig', fouten }
  const gemaakt = nu()
  const aanbod: Aanbod = {
    ...nieuw,
    gever,
    gemaakt,
    verloopt: new Date(gemaakt.getTime() + codeUren * uurMs),
    stand: 'open',
    door: undefined,
    afgesloten: undefined,
  }
  const code = maakCode(toeval)
  const regel = bewijsVanGever(audit, aanbod, 'machtiging-aangeboden', gemaakt)
  const isNieuw = await store.maak(aanbod, codehash(ring, ring.actief(), code), [regel])
  return isNieuw ? { status: 'ok', aanbod, code } : { status: 'bestaat-al' }
}

/** As long as nobody answered there is one person, and that is who gives. */
function bewijsVanGever(
  audit: Audit,
  { id, gever, organisatie }: Pick<Aanbod, 'id' | 'gever' | 'organisatie'>,
  soort: string,
  tijd: Date,
) {
  const codes = { machtiging: id, organisatie, gever }
  return audit.verzegel({ onderwerp: `persoon:${gever}`, soort, tijd, codes })
}

function pogingVan({ ring, nu }: AanbodOnderdelen, code: string): Poging {
  const op = nu()
  const gelezen = leesCode(code)
  // What is no code at all is tried and counted like one that is wrong.
  const codes = gelezen === undefined ? [] : ring.kids().map((kid) => codehash(ring, kid, gelezen))
  const sinds = (ms: number): Date => new Date(op.getTime() - ms)
  return {
    codes,
    nu: op,
    grenzen: [
      { sinds: sinds(uurMs), max: pogingen.perUur },
      { sinds: sinds(dagMs), max: pogingen.perDag },
    ],
    maxBekeken,
  }
}

/** Keyed: twelve digits would be tried out in a minute by whoever has the database alone. */
function codehash(ring: Sleutelring, kid: string, code: string): Buffer {
  return ring.merk(kid, 'code van een machtiging', code)
}

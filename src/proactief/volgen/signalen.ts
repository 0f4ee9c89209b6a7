/** What somebody sees of their signals and says of them, and what a person at a desk does with them. */
import { type Audit, eisBewijs, type Sleutelring, type Verwerkingsbewijs } from '../../audit/index.ts'
import { isUuid, type PersoonId, type Toeval } from '../../domain/index.ts'
import { openSignaal } from './dossierzegel.ts'
import { beantwoord, type Signaalantwoord, signaalantwoorden } from './signaal.ts'
import type {
  BewaardSignaal,
  Bureaubeeld,
  Bureauhelper,
  Bureaureden,
  Bureauregel,
  Bureauuitkomst,
  Bureauvrager,
  SignaalRij,
  SignaalStore,
  Signaalwijziging,
} from './signaal-store.ts'
import { metNietVoorMij } from './volgen.ts'

export interface SignalenOnderdelen {
  readonly store: SignaalStore
  readonly audit: Pick<Audit, 'verzegel'>
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
}

export interface Bureaublad {
  readonly regels: readonly Bureauregel[]
  readonly volgende?: Pick<Bureauregel, 'sinds' | 'id'>
}

export interface Signalen {
  /** The newest first: why, with which data, before and after, and what became of it. */
  readonly van: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<readonly BewaardSignaal[]>
  /**
   * `niet-voor-mij` holds for the scheme from now on; `hulp` puts it before a person. `niet-gevonden`: not theirs, or it
   * lapsed.
   */
  readonly antwoord: (
    persoon: PersoonId,
    id: string,
    antwoord: Signaalantwoord,
    bewijs: Verwerkingsbewijs,
  ) => Promise<'gedaan' | 'niet-gevonden'>
  /** As if they had not answered: they saw it, and can say something else. `niet-gevonden`: there is no answer of theirs. */
  readonly trekTerug: (
    persoon: PersoonId,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<'gedaan' | 'niet-gevonden'>
  /** The work of an organisation, the oldest first; of nobody. */
  readonly bureaulijst: (wie: Bureauvrager, na?: Bureaublad['volgende']) => Promise<Bureaublad>
  readonly bureauWie: (
    wie: Bureauvrager,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<PersoonId | undefined>
  readonly bureauOpen: (
    wie: Bureauhelper,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<(BewaardSignaal & { readonly reden: Bureaureden }) | undefined>
  /** `verteld`: a person told them. `niet-bereikt` counts and stays on the list. */
  readonly bureauRond: (
    wie: Bureauhelper,
    id: string,
    uitkomst: Bureauuitkomst,
    bewijs: Verwerkingsbewijs,
  ) => Promise<'gedaan' | 'niet-gevonden'>
}

/** Named limits: so many are shown to somebody, and on a page of a desk. */
const perPersoon = 100
const perBlad = 25

export function createSignalen(onderdelen: SignalenOnderdelen): Signalen {
  const { store, ring } = onderdelen
  return {
    async van(persoon, bewijs) {
      eisBewijs(bewijs, persoon)
      return (await store.van(persoon, bewijs, perPersoon)).map((rij) => bewaardVan(ring, rij))
    },

    async antwoord(persoon, id, gegeven, bewijs) {
      eisBewijs(bewijs, persoon)
      if (!isUuid(id)) return 'niet-gevonden'
      const isGedaan = await store.beantwoord(persoon, id, (rij, voorkeur) => {
        const signaal = openSignaal(ring, rij)
        const wordt = beantwoord(signaal, gegeven)
        if (wordt === undefined) return undefined
        const nieuw =
          gegeven === 'niet-voor-mij'
            ? metNietVoorMij(onderdelen, persoon, voorkeur, signaal.regeling, true)
            : undefined
        return {
          wijziging: naAntwoord(onderdelen, rij, gegeven),
          ...(nieuw && { voorkeur: nieuw }),
          bewijzen: [regel(onderdelen, persoon, 'signaal-beantwoord', { signaal: id, antwoord: gegeven })],
        }
      })
      return isGedaan ? 'gedaan' : 'niet-gevonden'
    },

    async trekTerug(persoon, id, bewijs) {
      eisBewijs(bewijs, persoon)
      if (!isUuid(id)) return 'niet-gevonden'
      const isGedaan = await store.beantwoord(persoon, id, (rij, voorkeur) => {
        if (!signaalantwoorden.some((een) => een === rij.stand)) return undefined
        const { regeling } = openSignaal(ring, rij)
        const nieuw =
          rij.stand === 'niet-voor-mij'
            ? metNietVoorMij(onderdelen, persoon, voorkeur, regeling, false)
            : undefined
        return {
          wijziging: zonderAntwoord(onderdelen, rij),
          ...(nieuw && { voorkeur: nieuw }),
          bewijzen: [regel(onderdelen, persoon, 'signaal-antwoord-terug', { signaal: id })],
        }
      })
      return isGedaan ? 'gedaan' : 'niet-gevonden'
    },

    async bureaulijst(wie, na) {
      const gevonden = await store.bureaulijst(wie, na, perBlad + 1)
      const regels = gevonden.slice(0, perBlad)
      const laatste = gevonden.length > perBlad ? regels.at(-1) : undefined
      return { regels, ...(laatste && { volgende: { sinds: laatste.sinds, id: laatste.id } }) }
    },

    bureauWie: async (wie, id, bewijs) => (isUuid(id) ? store.bureauWie(wie, id, bewijs) : undefined),

    async bureauOpen(wie, id, bewijs) {
      eisBewijs(bewijs, wie.persoon)
      const rij = isUuid(id) ? await store.bureauOpen(wie, id, bewijs) : undefined
      return rij?.bureau && { ...bewaardVan(ring, rij), reden: rij.bureau.reden }
    },

    async bureauRond(wie, id, uitkomst, bewijs) {
      eisBewijs(bewijs, wie.persoon)
      if (!isUuid(id)) return 'niet-gevonden'
      const isGedaan = await store.bureauRond(wie, id, (rij) => {
        const wijziging = naBureau(onderdelen, rij, uitkomst)
        const codes = { signaal: id, uitkomst, door: 'medewerker', bij: wie.organisatie }
        return wijziging && { wijziging, bewijzen: [regel(onderdelen, wie.persoon, 'signaal-bureau', codes)] }
      })
      return isGedaan ? 'gedaan' : 'niet-gevonden'
    },
  }
}

function regel(
  { audit, nu }: SignalenOnderdelen,
  persoon: PersoonId,
  soort: string,
  codes: Readonly<Record<string, string>>,
) {
  return audit.verzegel({ onderwerp: `persoon:${persoon}`, soort, tijd: nu(), codes })
}

function naAntwoord(
  { nu }: SignalenOnderdelen,
  rij: SignaalRij,
  antwoord: Signaalantwoord,
): Signaalwijziging {
  const op = nu()
  // Where no desk is, nobody is promised who does not come: the page says who else there is.
  const heeftBureau = rij.organisatie !== undefined
  const bureau: SignaalRij['bureau'] =
    antwoord === 'hulp' && heeftBureau
      ? { sinds: op, reden: 'hulp', pogingen: 0, af: undefined }
      : // They said what it is to them: nobody needs to tell them any more.
        rij.bureau && { ...rij.bureau, af: rij.bureau.af ?? op }
  return { ...rij, stand: antwoord, beantwoord: op, bureau }
}

/** They know of it, whoever told them: no message goes out again. Who was to tell them by their own task has it back. */
function zonderAntwoord({ nu }: SignalenOnderdelen, rij: SignaalRij): Signaalwijziging {
  const { bureau, beantwoord: op } = rij
  const wasDoorAntwoord = bureau?.af !== undefined && bureau.af.getTime() === op?.getTime()
  const weer: SignaalRij['bureau'] =
    bureau === undefined
      ? undefined
      : bureau.reden === 'hulp'
        ? { ...bureau, af: bureau.af ?? nu() }
        : wasDoorAntwoord
          ? { ...bureau, af: undefined, uitkomst: undefined }
          : bureau
  return { ...rij, stand: 'verteld', beantwoord: undefined, bureau: weer }
}

function naBureau(
  { nu }: SignalenOnderdelen,
  rij: SignaalRij,
  uitkomst: Bureauuitkomst,
): Signaalwijziging | undefined {
  const { bureau } = rij
  if (bureau === undefined || bureau.af !== undefined) return undefined
  if (uitkomst === 'niet-bereikt') return { ...rij, bureau: { ...bureau, pogingen: bureau.pogingen + 1 } }
  const stand = uitkomst === 'verteld' && rij.stand === 'open' ? 'verteld' : rij.stand
  return { ...rij, stand, bureau: { ...bureau, af: nu(), uitkomst } }
}

export function bewaardVan(ring: Sleutelring, rij: SignaalRij): BewaardSignaal {
  const { id, persoon, ontstaan, verteld, hersteld, beantwoord: op, organisatie, bureau } = rij
  return {
    ...openSignaal(ring, rij),
    ...{ id, persoon, ontstaan },
    ...(verteld && { verteld }),
    ...(hersteld && { hersteld }),
    ...(op && { beantwoord: op }),
    ...(organisatie && { organisatie }),
    ...(organisatie && bureau && { bureau: beeldVanBureau(bureau) }),
  }
}

function beeldVanBureau({
  reden,
  sinds,
  pogingen,
  af,
  uitkomst,
}: NonNullable<SignaalRij['bureau']>): Bureaubeeld {
  return { reden, sinds, pogingen, ...(af && { af, ...(uitkomst && { uitkomst }) }) }
}

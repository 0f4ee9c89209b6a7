import {
  type Audit,
  eisBewijs,
  ontzegel,
  type Sleutelring,
  type Verwerkingsbewijs,
  type VerzegeldBewijs,
  verzegel,
} from '../audit/index.ts'
import type { Afspraakteam } from '../corpus/index.ts'
import { isUuid7, maakUuid7, parseOrganisatieId, type Toeval } from '../domain/index.ts'
import { beginVan, type Datum, plusDagen } from '../kalender/index.ts'
import {
  type Afspraak,
  type Afspraakinhoud,
  kenmerkhash,
  type Maker,
  maakNummer,
  maxOpen,
} from './afspraak.ts'
import type {
  AfspraakRij,
  AfspraakStore,
  AfspraakVrager,
  TeVertellen,
  Verteld,
  Vertelling,
  Wijziging,
} from './afspraak-store.ts'
import { boekbareDagen, isBoekbaar, type VrijTijdvak, vrijeDagen } from './tijden.ts'

/** The activity in the register under which appointments are kept. */
export const afspraakDoel = 'afspraken'

export interface AfspraakOnderdelen {
  readonly store: AfspraakStore
  readonly audit: Pick<Audit, 'verzegel'>
  readonly ring: Sleutelring
  /** Those that take part now. */
  readonly teams: () => Iterable<Afspraakteam>
  /** Of teams with which only professionals agree a time: not offered here, and what was agreed can be moved. */
  readonly ook?: ((id: string) => Afspraakteam | undefined) | undefined
  readonly nu: () => Date
  readonly toeval: Toeval
}

export interface Boeking {
  readonly team: string
  /** What the caller just read of that team; absent: as it is known here, which may be some seconds old. */
  readonly gelezen?: Afspraakteam
  readonly begin: Date
  readonly inhoud: Afspraakinhoud
  readonly door: Maker
  /** The same person and the same mark is the same appointment, however often it is sent. */
  readonly kenmerk: string
}

export type Boekuitslag =
  | { readonly status: 'ok' | 'was-er-al'; readonly afspraak: Afspraak }
  /** `niet-boekbaar`: no such team, or not one of their times, or too soon or too far away. */
  | { readonly status: 'vol' | 'te-veel' | 'niet-boekbaar' }

/** Appointments over organisations: for pages, desks and lines alike. What gives something of somebody takes a proof. */
export interface Afspraken {
  readonly teams: () => readonly Afspraakteam[]
  readonly team: (id: string) => Afspraakteam | undefined
  /** Days with room, each with its times; says nothing of anybody. */
  readonly vrij: (team: Afspraakteam) => Promise<ReadonlyMap<Datum, readonly VrijTijdvak[]>>
  /** A mark for one form: sent twice it is one appointment. */
  readonly nieuwKenmerk: () => string
  readonly boek: (vrager: AfspraakVrager, boeking: Boeking, bewijs: Verwerkingsbewijs) => Promise<Boekuitslag>
  readonly verzet: (
    vrager: AfspraakVrager,
    id: string,
    begin: Date,
    bewijs: Verwerkingsbewijs,
  ) => Promise<Wijziging | 'niet-boekbaar'>
  readonly zegAf: (vrager: AfspraakVrager, id: string, bewijs: Verwerkingsbewijs) => Promise<Wijziging>
  readonly lijst: (vrager: AfspraakVrager, bewijs: Verwerkingsbewijs) => Promise<readonly Afspraak[]>
  readonly vind: (
    vrager: AfspraakVrager,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<Afspraak | undefined>
  /** One round of what people are told; those whose turn it is, a few at once. */
  readonly vertel: (wat: Vertelling, doe: (wat: TeVertellen) => Promise<void>) => Promise<Verteld>
}

/** Named limits: more stand on no page; so many are told at once. */
const maxLijst = 100
const maxTegelijk = 50
/** Named limit: so long what could not be told is left alone. */
const herkansMs = 5 * 60_000
/**
 * Named limits: so long before comes a reminder. Most people get it as a letter, which takes days to be there; of what
 * was made or moved later than that, who hears of it at once is reminded the day before. Whoever made or moved it later
 * than that knows of it, and is not told again.
 */
export const herinnerMs = 4 * 24 * 3_600_000
const herinnerSnelMs = 24 * 3_600_000
/** Named limit: of 3.5 million numbers it takes chance more than this to find none that is free. */
const maxNummers = 8

export function createAfspraken(onderdelen: AfspraakOnderdelen): Afspraken {
  const { store, ring, nu } = onderdelen
  const alle = () => [...onderdelen.teams()].sort((a, b) => a.id.localeCompare(b.id))
  const vindTeam = (id: string) => alle().find((team) => team.id === id) ?? onderdelen.ook?.(id)
  const vindRij = async (vrager: AfspraakVrager, id: string, bewijs: Verwerkingsbewijs) => {
    eisBewijs(bewijs, vrager.persoon)
    return isUuid7(id) ? store.vind(vrager, id, bewijs) : undefined
  }
  return {
    teams: alle,
    team: vindTeam,

    async vrij(team) {
      const { vanaf, totEnMet } = boekbareDagen(team, nu())
      const tussen = { begin: beginVan(vanaf, team.zone), einde: beginVan(plusDagen(totEnMet, 1), team.zone) }
      return vrijeDagen(team, { nu: nu(), bezet: await store.bezet(team.id, tussen) })
    },

    nieuwKenmerk: () => Buffer.from(onderdelen.toeval(16)).toString('hex'),

    async boek(vrager, boeking, bewijs) {
      eisBewijs(bewijs, vrager.persoon)
      const team = boeking.gelezen ?? vindTeam(boeking.team)
      const vak = team && isBoekbaar(team, boeking.begin, nu())
      if (team === undefined || vak === undefined) return { status: 'niet-boekbaar' }
      const eis = { capaciteit: team.capaciteit, maxOpen }
      for (let keer = 0; keer < maxNummers; keer++) {
        const rij = sluit(onderdelen, vrager, { team, vak, boeking })
        const uitslag = await store.plaats(vrager, rij, eis, bewijs, [
          regelVan(onderdelen, rij, 'afspraak-gemaakt'),
        ])
        if ('rij' in uitslag) return { status: uitslag.status, afspraak: ontsluit(ring, uitslag.rij) }
        if (uitslag.status !== 'nummer-bezet') return { status: uitslag.status }
      }
      throw new Error('geen vrij afspraaknummer gevonden')
    },

    async verzet(vrager, id, begin, bewijs) {
      const rij = await vindRij(vrager, id, bewijs)
      if (rij === undefined) return 'niet-gevonden'
      const op = nu()
      if (rij.stand === 'gemaakt' && rij.begin.getTime() === begin.getTime()) return 'was-al-zo'
      const team = vindTeam(rij.team)
      const vak = team && isBoekbaar(team, begin, op)
      if (team === undefined || vak === undefined) return 'niet-boekbaar'
      const regel = regelVan(onderdelen, { ...rij, ...vak }, 'afspraak-verzet')
      const naar = { ...vak, capaciteit: team.capaciteit, nu: op, ...herinnering(vak.begin, op) }
      return store.verzet(vrager, id, naar, [regel])
    },

    async zegAf(vrager, id, bewijs) {
      const rij = await vindRij(vrager, id, bewijs)
      if (rij === undefined) return 'niet-gevonden'
      return store.zegAf(vrager, id, nu(), [regelVan(onderdelen, rij, 'afspraak-afgezegd')])
    },

    async lijst(vrager, bewijs) {
      eisBewijs(bewijs, vrager.persoon)
      return (await store.lijst(vrager, bewijs, maxLijst)).map((rij) => ontsluit(ring, rij))
    },

    async vind(vrager, id, bewijs) {
      const rij = await vindRij(vrager, id, bewijs)
      return rij && ontsluit(ring, rij)
    },

    vertel: (wat, doe) => {
      const op = nu()
      const ronde = { wat, nu: op, herkans: new Date(op.getTime() - herkansMs), hoogstens: maxTegelijk }
      return store.vertel(ronde, doe)
    },
  }
}

/** Counts as reminded of from the beginning where the reminder would come at once. */
function herinnering(begin: Date, nu: Date): Pick<AfspraakRij, 'herinnerd' | 'herinnerVanaf'> {
  const vooraf = (ms: number) => new Date(begin.getTime() - ms)
  const herinnerVanaf = [vooraf(herinnerMs), vooraf(herinnerSnelMs)].find((op) => op > nu)
  return herinnerVanaf === undefined
    ? { herinnerd: nu, herinnerVanaf: nu }
    : { herinnerd: undefined, herinnerVanaf }
}

/** Too near for a letter: of use to who hears of it at once. */
export function isKort({ begin, herinnerVanaf }: Pick<AfspraakRij, 'begin' | 'herinnerVanaf'>): boolean {
  return begin.getTime() - herinnerVanaf.getTime() < herinnerMs
}

/** In the chain stands that it happened and to which; when and where may be erased. */
function regelVan(
  { audit, nu }: AfspraakOnderdelen,
  { id, persoon, organisatie, team, begin }: AfspraakRij,
  soort: string,
): VerzegeldBewijs {
  return audit.verzegel({
    onderwerp: `persoon:${persoon}`,
    soort,
    tijd: nu(),
    codes: { afspraak: id },
    inhoud: {
      persoon,
      verwerking: afspraakDoel,
      organisatie,
      waarde: { team, begin: begin.toISOString() },
    },
  })
}

function sluit(
  { ring, toeval, nu }: AfspraakOnderdelen,
  { persoon }: AfspraakVrager,
  {
    team,
    vak,
    boeking,
  }: {
    readonly team: Afspraakteam
    readonly vak: { readonly begin: Date; readonly einde: Date }
    readonly boeking: Boeking
  },
): AfspraakRij {
  const gemaakt = nu()
  const id = maakUuid7(gemaakt, toeval)
  const organisatie = parseOrganisatieId(team.organisatie)
  if (organisatie === undefined) throw new Error(`${team.organisatie} is geen organisatie`)
  const { kid, cijfer } = verzegel(ring, plekVan({ id, persoon }), JSON.stringify(boeking.inhoud), { toeval })
  return {
    ...vak,
    id,
    nummer: maakNummer(toeval),
    persoon,
    organisatie,
    team: team.id,
    vorm: team.vorm,
    stand: 'gemaakt',
    door: boeking.door,
    kenmerk: kenmerkhash(persoon, boeking.kenmerk),
    gemaakt,
    ...herinnering(vak.begin, gemaakt),
    keer: 1,
    kid,
    cijfer,
  }
}

function ontsluit(ring: Sleutelring, rij: AfspraakRij): Afspraak {
  const { kid, cijfer, kenmerk: _, herinnerd: __, herinnerVanaf: ___, verteld: ____, ...rest } = rij
  // Sealed by us with the place as a part of it: what opens is what was written.
  return { ...rest, inhoud: JSON.parse(ontzegel(ring, plekVan(rij), { kid, cijfer })) as Afspraakinhoud }
}

function plekVan({ id, persoon }: Pick<AfspraakRij, 'id' | 'persoon'>) {
  return { tabel: 'afspraak', rij: `${id}/${persoon}`, doel: 'inhoud' }
}

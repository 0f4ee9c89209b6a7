/** Calling back at an agreed time, over organisations: both see it and may move it, and so may a resident who takes part. */
import {
  type Afspraken,
  isBoekbaar,
  kenmerkhash,
  type Tijdvak,
  type VrijTijdvak,
} from '../afspraken/index.ts'
import type { Audit, Verwerkingsbewijs } from '../audit/index.ts'
import type { Afspraakteam } from '../corpus/index.ts'
import { isUuid7, type OrganisatieId, type PersoonId } from '../domain/index.ts'
import type { Datum } from '../kalender/index.ts'
import type { Belafspraak, BelafspraakStore } from './belafspraak-store.ts'
import { alsAfspraakteam, belteamId } from './belteam.ts'
import type { Gidskijker, GidsStore } from './gids-store.ts'
import { afspraakbewijs } from './lijnbewijs.ts'
import type { Lijnteam } from './lijnteam.ts'
import { SPELING_MINUTEN } from './toezegging.ts'

/** Whom it is about, for who is shared that; asked of the chain case. `undefined`: nobody who is known, or not for them. */
export type MetInwoner = <T>(
  fn: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<T>,
) => Promise<T | undefined>

export interface Belboeking {
  /** Made with the form: sent twice it is one. */
  readonly id: string
  readonly team: string
  readonly begin: Date
  readonly ketenzaak?: string | undefined
  /** The resident takes part, and hears of it by the way that they chose. */
  readonly inwoner?: MetInwoner | undefined
}

export type Beluitslag = 'ok' | 'vol' | 'niet-boekbaar' | 'te-veel' | 'niet-voor-u' | 'niet-gevonden'

/** A team with which a time can be agreed. */
export interface Belteam {
  readonly team: Lijnteam
  readonly rooster: Afspraakteam
}

export interface Belafspraken {
  /** Teams of the guide at that organisation. */
  readonly teams: (organisatie: OrganisatieId) => Promise<readonly Belteam[]>
  readonly team: (id: string) => Promise<Belteam | undefined>
  readonly vrij: (rooster: Afspraakteam) => Promise<ReadonlyMap<Datum, readonly VrijTijdvak[]>>
  readonly boek: (wie: Gidskijker, boeking: Belboeking) => Promise<Beluitslag>
  readonly verzet: (
    wie: Gidskijker,
    id: string,
    begin: Date,
    inwoner?: MetInwoner | undefined,
  ) => Promise<Beluitslag>
  readonly zegAf: (wie: Gidskijker, id: string, inwoner?: MetInwoner | undefined) => Promise<Beluitslag>
  /** Of their organisation on either side, also those whose time is just over. */
  readonly lijst: (wie: Gidskijker) => Promise<readonly Belafspraak[]>
  readonly vind: (wie: Gidskijker, id: string) => Promise<Belafspraak | undefined>
  /** Somebody of their organisation saw it like that: it is no work any more, unless it changed again. */
  readonly gezien: BelafspraakStore['gezien']
}

/** Named limits: more stand on no page; so long it stays in sight after its time. */
const maxLijst = 200
const naMs = 24 * 3_600_000

/** It is time to call: from a little before it begins until it is over. */
export function isAanDeBeurt({ begin, einde, stand }: Belafspraak, nu: Date): boolean {
  return stand === 'gemaakt' && begin.getTime() - SPELING_MINUTEN * 60_000 <= nu.getTime() && nu < einde
}

type Afgesproken = Pick<Belafspraak, 'id' | 'team' | 'organisatie' | 'van' | 'begin'>
type Hoe = 'gemaakt' | 'verzet' | 'afgezegd'
/** `ok-inwoner`: done to the appointment of the resident. */
type Gedaan = Beluitslag | 'ok-inwoner' | 'was-al-zo'

export function createBelafspraken({
  store,
  gids,
  afspraken,
  verzegel,
  nu,
}: {
  readonly store: BelafspraakStore
  readonly gids: Pick<GidsStore, 'alle'>
  readonly afspraken: Pick<Afspraken, 'vrij' | 'boek' | 'verzet' | 'zegAf'>
  readonly verzegel: Audit['verzegel']
  readonly nu: () => Date
}): Belafspraken {
  const alle = async (): Promise<readonly Belteam[]> =>
    (await gids.alle()).map(({ team }) => ({ team, rooster: alsAfspraakteam(team) }))
  const vindTeam = async (id: string) => (await alle()).find(({ team }) => team.id === id)
  /** Of the resident: who may see it there may do it, on their record. */
  const alsVan = (wie: Gidskijker, persoon: PersoonId) => ({ soort: 'medewerker', persoon, ...wie }) as const

  const bewijs = (...wat: Parameters<typeof afspraakbewijs>) => afspraakbewijs(...wat).map(verzegel)
  /** Whoever changed it knows of it. What became of an appointment of a resident is proof at both organisations as well. */
  const enGezien = async (
    wie: Gidskijker,
    { uit, rij, hoe }: { readonly uit: Gedaan; readonly rij: Afgesproken; readonly hoe: Hoe },
  ): Promise<Beluitslag> => {
    if (uit !== 'ok' && uit !== 'ok-inwoner' && uit !== 'was-al-zo') return uit
    await store.gezien(wie, rij.id, {
      ...{ begin: rij.begin, stand: hoe === 'afgezegd' ? hoe : 'gemaakt' },
      ...(uit === 'ok-inwoner' && { bewijzen: bewijs(wie, rij, { hoe, tijd: nu() }) }),
    })
    return 'ok'
  }
  const boek: Belafspraken['boek'] = async (wie, { id, team: teamId, begin, ketenzaak, inwoner }) => {
    const bij = await vindTeam(teamId)
    const vak = bij && isBoekbaar(bij.rooster, begin, nu())
    if (bij === undefined || vak === undefined || !isUuid7(id)) return 'niet-boekbaar'
    const rij = {
      ...{ id, team: teamId, organisatie: bij.team.organisatie, van: wie.organisatie, ...vak },
      ...{ ketenzaak, medewerker: wie.medewerker, gemaakt: nu() },
    }
    const { id: plek, capaciteit } = bij.rooster
    if (inwoner === undefined) {
      const bewijzen = bewijs(wie, rij, { hoe: 'gemaakt', tijd: nu() })
      const uit = await store.plaats(wie, rij, { plek, capaciteit, bewijzen })
      return enGezien(wie, { uit, rij, hoe: 'gemaakt' })
    }
    const uit = await inwoner(async (persoon, bewijsVan) => {
      await store.verbind(wie, rij, kenmerkhash(persoon, id))
      const boeking = {
        team: plek,
        gelezen: bij.rooster,
        begin,
        door: 'medewerker',
        kenmerk: id,
        inhoud: { onderwerp: 'zaak' },
      } as const
      return afspraken.boek(alsVan(wie, persoon), boeking, bewijsVan)
    })
    if (uit === undefined) return 'niet-voor-u'
    const gedaan = uit.status === 'ok' ? 'ok-inwoner' : uit.status === 'was-er-al' ? 'was-al-zo' : uit.status
    return enGezien(wie, { uit: gedaan, rij, hoe: 'gemaakt' })
  }
  const verzet: Belafspraken['verzet'] = async (wie, id, begin, inwoner) => {
    const is = await store.vind(wie, id)
    const bij = is && (await vindTeam(is.team))
    if (is === undefined || bij === undefined) return 'niet-gevonden'
    const { afspraak } = is
    const wat = { rij: { ...is, begin }, hoe: 'verzet' } as const
    if (afspraak !== undefined) {
      const uit = await inwoner?.((persoon, bewijsVan) =>
        afspraken.verzet(alsVan(wie, persoon), afspraak, begin, bewijsVan),
      )
      return enGezien(wie, { uit: uit === 'ok' ? 'ok-inwoner' : (uit ?? 'niet-voor-u'), ...wat })
    }
    if (is.begin.getTime() === begin.getTime()) return 'ok'
    const vak: Tijdvak | undefined = isBoekbaar(bij.rooster, begin, nu())
    if (vak === undefined) return 'niet-boekbaar'
    const { id: plek, capaciteit } = bij.rooster
    const bewijzen = bewijs(wie, wat.rij, { hoe: 'verzet', tijd: nu() })
    const uit = await store.verzet(wie, id, { ...vak, plek, capaciteit, bewijzen, nu: nu() })
    return enGezien(wie, { uit, ...wat })
  }
  const zegAf: Belafspraken['zegAf'] = async (wie, id, inwoner) => {
    const is = await store.vind(wie, id)
    if (is === undefined) return 'niet-gevonden'
    const { afspraak, team } = is
    const wat = { rij: is, hoe: 'afgezegd' } as const
    if (afspraak === undefined) {
      const bewijzen = bewijs(wie, is, { hoe: 'afgezegd', tijd: nu() })
      const isWeg = await store.zegAf(wie, id, { plek: belteamId(team), nu: nu(), bewijzen })
      return enGezien(wie, { uit: isWeg ? 'ok' : 'niet-gevonden', ...wat })
    }
    const uit = await inwoner?.((persoon, bewijsVan) =>
      afspraken.zegAf(alsVan(wie, persoon), afspraak, bewijsVan),
    )
    return enGezien(wie, { uit: uit === 'ok' ? 'ok-inwoner' : (uit ?? 'niet-voor-u'), ...wat })
  }

  return {
    teams: async (organisatie) =>
      (await alle())
        .filter(({ team }) => team.organisatie === organisatie)
        .sort((a, b) => a.team.naam.localeCompare(b.team.naam, 'nl')),
    team: vindTeam,
    vrij: afspraken.vrij,

    ...{ boek, verzet, zegAf },
    lijst: (wie) => store.lijst(wie, new Date(nu().getTime() - naMs), maxLijst),
    vind: async (wie, id) => (isUuid7(id) ? store.vind(wie, id) : undefined),
    gezien: async (wie, id, zo) => {
      if (isUuid7(id)) await store.gezien(wie, id, zo)
    },
  }
}

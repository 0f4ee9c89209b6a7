/** Calling back at an agreed time, over organisations: both see it and may move it, and so may a resident who takes part. */
import {
  type Afspraken,
  isBoekbaar,
  kenmerkhash,
  type Tijdvak,
  type VrijTijdvak,
} from '../afspraken/index.ts'
import type { Verwerkingsbewijs } from '../audit/index.ts'
import type { Afspraakteam } from '../corpus/index.ts'
import { isUuid7, type OrganisatieId, type PersoonId } from '../domain/index.ts'
import type { Datum } from '../kalender/index.ts'
import type { Belafspraak, BelafspraakStore } from './belafspraak-store.ts'
import { alsAfspraakteam, belteamId } from './belteam.ts'
import type { Gidskijker, GidsStore } from './gids-store.ts'
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

export function createBelafspraken({
  store,
  gids,
  afspraken,
  nu,
}: {
  readonly store: BelafspraakStore
  readonly gids: Pick<GidsStore, 'alle'>
  readonly afspraken: Pick<Afspraken, 'vrij' | 'boek' | 'verzet' | 'zegAf'>
  readonly nu: () => Date
}): Belafspraken {
  const alle = async (): Promise<readonly Belteam[]> =>
    (await gids.alle()).map(({ team }) => ({ team, rooster: alsAfspraakteam(team) }))
  const vindTeam = async (id: string) => (await alle()).find(({ team }) => team.id === id)
  /** Of the resident: who may see it there may do it, on their record. */
  const alsVan = (wie: Gidskijker, persoon: PersoonId) => ({ soort: 'medewerker', persoon, ...wie }) as const

  /** Whoever changed it knows of it. */
  const enGezien = async (
    wie: Gidskijker,
    id: string,
    { uit, ...zo }: { readonly uit: Beluitslag } & Pick<Belafspraak, 'begin' | 'stand'>,
  ): Promise<Beluitslag> => {
    if (uit === 'ok') await store.gezien(wie, id, zo)
    return uit
  }
  const boek: Belafspraken['boek'] = async (wie, { id, team: teamId, begin, ketenzaak, inwoner }) => {
    const bij = await vindTeam(teamId)
    const vak = bij && isBoekbaar(bij.rooster, begin, nu())
    if (bij === undefined || vak === undefined || !isUuid7(id)) return 'niet-boekbaar'
    const rij = {
      ...{ id, team: teamId, organisatie: bij.team.organisatie, van: wie.organisatie, ...vak },
      ...{ ketenzaak, medewerker: wie.medewerker, gemaakt: nu() },
    }
    if (inwoner === undefined)
      return store.plaats(wie, rij, { plek: bij.rooster.id, capaciteit: bij.rooster.capaciteit })
    const uit = await inwoner(async (persoon, bewijs) => {
      await store.verbind(wie, rij, kenmerkhash(persoon, id))
      return afspraken.boek(
        alsVan(wie, persoon),
        {
          ...{ team: bij.rooster.id, begin, door: 'medewerker', kenmerk: id },
          inhoud: { onderwerp: 'zaak' },
        },
        bewijs,
      )
    })
    if (uit === undefined) return 'niet-voor-u'
    return 'afspraak' in uit ? 'ok' : uit.status
  }
  const verzet: Belafspraken['verzet'] = async (wie, id, begin, inwoner) => {
    const is = await store.vind(wie, id)
    const bij = is && (await vindTeam(is.team))
    if (is === undefined || bij === undefined) return 'niet-gevonden'
    const { afspraak } = is
    if (afspraak !== undefined) {
      const uit = await inwoner?.((persoon, bewijs) =>
        afspraken.verzet(alsVan(wie, persoon), afspraak, begin, bewijs),
      )
      if (uit === undefined) return 'niet-voor-u'
      return uit === 'was-al-zo' ? 'ok' : uit
    }
    if (is.begin.getTime() === begin.getTime()) return 'ok'
    const vak: Tijdvak | undefined = isBoekbaar(bij.rooster, begin, nu())
    if (vak === undefined) return 'niet-boekbaar'
    const { id: plek, capaciteit } = bij.rooster
    return store.verzet(wie, id, { ...vak, plek, capaciteit, nu: nu() })
  }
  const zegAf = async (
    wie: Gidskijker,
    { id, team, afspraak }: Belafspraak,
    inwoner?: MetInwoner,
  ): Promise<Beluitslag> => {
    if (afspraak === undefined)
      return (await store.zegAf(wie, id, { plek: belteamId(team), nu: nu() })) ? 'ok' : 'niet-gevonden'
    const uit = await inwoner?.((persoon, bewijs) => afspraken.zegAf(alsVan(wie, persoon), afspraak, bewijs))
    if (uit === undefined) return 'niet-voor-u'
    return uit === 'was-al-zo' ? 'ok' : uit
  }

  return {
    teams: async (organisatie) =>
      (await alle())
        .filter(({ team }) => team.organisatie === organisatie)
        .sort((a, b) => a.team.naam.localeCompare(b.team.naam, 'nl')),
    team: vindTeam,
    vrij: afspraken.vrij,

    boek: async (wie, boeking) =>
      enGezien(wie, boeking.id, {
        uit: await boek(wie, boeking),
        begin: boeking.begin,
        stand: 'gemaakt',
      }),
    verzet: async (wie, id, begin, inwoner) =>
      enGezien(wie, id, { uit: await verzet(wie, id, begin, inwoner), begin, stand: 'gemaakt' }),
    async zegAf(wie, id, inwoner) {
      const is = isUuid7(id) ? await store.vind(wie, id) : undefined
      if (is === undefined) return 'niet-gevonden'
      return enGezien(wie, id, { uit: await zegAf(wie, is, inwoner), begin: is.begin, stand: 'afgezegd' })
    },
    lijst: (wie) => store.lijst(wie, new Date(nu().getTime() - naMs), maxLijst),
    vind: async (wie, id) => (isUuid7(id) ? store.vind(wie, id) : undefined),
    gezien: async (wie, id, zo) => {
      if (isUuid7(id)) await store.gezien(wie, id, zo)
    },
  }
}

/** The guide in use: who knows what, why, when, and what somebody may expect before they dial. */
import type { OrganisatieId } from '../domain/index.ts'
import { type Datum, datumOp, plusDagen } from '../kalender/index.ts'
import type { Gidskijker, Gidsrij, GidsStore, Gidsschrijver, WachtrijStore } from './gids-store.ts'
import { BEVESTIG_DAGEN, isOpen, isVerouderd, type Lijnteam } from './lijnteam.ts'
import { beoordeelTeams, type Lijnvraag, type Passing } from './passing.ts'
import { type Vooruitzicht, vooruitzicht } from './vooruitzicht.ts'
import { type Namens, nieuweWachtrij } from './wachtrij.ts'

/** One team that fits, and what to say of it before somebody dials. */
export interface Gidstreffer {
  readonly rij: Gidsrij
  readonly passing: Passing
  readonly isOpen: boolean
  readonly isVerouderd: boolean
  /**
   * Of its pool: with everybody in it who may help with this question. `geen-rij`: nobody of that pool can sign on here; `stil`: the queue does not answer.
   */
  readonly vooruitzicht: Vooruitzicht | { readonly soort: 'geen-rij' } | { readonly soort: 'stil' }
}

const stil = { soort: 'stil' } as const

export interface Gids {
  readonly alle: () => Promise<readonly Gidsrij[]>
  /** Best first. */
  readonly zoek: (wat: {
    readonly vraag: Lijnvraag
    readonly namens: Namens
  }) => Promise<readonly Gidstreffer[]>
  /** Somebody asked, and there is no team: here a lane is missing. Kept to count, once for each `keer` that they asked. */
  readonly gemist: (vraag: Lijnvraag, keer?: string) => Promise<void>
  /** What their own organisation says of itself. */
  readonly eigen: (wie: Gidskijker) => Promise<readonly Gidsrij[]>
  readonly bewaar: GidsStore['bewaar']
  readonly verwijder: GidsStore['verwijder']
  readonly bevestig: (wie: Gidskijker, id: string) => Promise<boolean>
  /** Asks of what nobody confirmed for too long, once; gives of how many. */
  readonly vraagNa: () => Promise<number>
}

export function openGids({
  store,
  wachtrijen,
  nu,
  meldFout,
  isHier,
}: {
  readonly store: GidsStore
  /** Whether people of that organisation can sign on here; where none of a pool can, nobody takes calls here. */
  readonly isHier: (organisatie: OrganisatieId) => boolean
  readonly wachtrijen: Pick<WachtrijStore, 'lees' | 'bezet' | 'noteer'>
  readonly nu: () => Date
  readonly meldFout: (fout: unknown) => void
}): Gids {
  const vandaag = (): Datum => datumOp(nu(), 'Europe/Amsterdam')
  return {
    alle: store.alle,
    async zoek({ vraag, namens }) {
      const rijen = new Map((await store.alle()).map((rij) => [rij.team.id, rij]))
      const { passend } = beoordeelTeams(
        [...rijen.values()].map(({ team }) => team),
        vraag,
      )
      const treffers = passend.flatMap((passing) => {
        const rij = rijen.get(passing.team)
        return rij === undefined ? [] : [{ rij, passing }]
      })
      const pools = [...new Set(treffers.map(({ rij }) => rij.pool))]
      const perPool = new Map(
        await Promise.all(
          pools.map(async (pool) => {
            const teams = teamsIn(pool, rijen.values())
            const van = await vooruit({ pool, teams, vraag, namens }).catch((fout: unknown) => {
              meldFout(fout)
              return stil
            })
            return [pool, van] as const
          }),
        ),
      )
      return treffers.map(({ rij, passing }) => ({
        ...{ rij, passing },
        isOpen: isOpen(rij.team.rooster, nu()),
        isVerouderd: isVerouderd(rij.team, vandaag()),
        vooruitzicht: perPool.get(rij.pool) ?? stil,
      }))
    },
    gemist: (vraag, keer) =>
      wachtrijen.noteer({
        opMs: nu().getTime(),
        inhoud: { soort: 'geen-lijn', klasse: 'lijn', vraag, ...(keer !== undefined && { beller: keer }) },
      }),
    eigen: async ({ organisatie }) =>
      (await store.alle()).filter(({ team }) => team.organisatie === organisatie),
    bewaar: (wie: Gidsschrijver, rij) => store.bewaar(wie, rij),
    verwijder: store.verwijder,
    bevestig: (wie, id) => store.bevestig(wie, id, vandaag()),
    vraagNa: () => store.vraagNa(plusDagen(vandaag(), -BEVESTIG_DAGEN), vandaag()),
  }

  async function vooruit({
    pool,
    teams,
    vraag,
    namens,
  }: {
    readonly pool: string
    readonly teams: ReadonlyMap<string, Lijnteam>
    readonly vraag: Lijnvraag
    readonly namens: Namens
  }): Promise<Gidstreffer['vooruitzicht']> {
    if (![...teams.values()].some(({ organisatie }) => isHier(organisatie))) return { soort: 'geen-rij' }
    const [stand, bezet] = await Promise.all([
      wachtrijen.lees(pool),
      wachtrijen.bezet([...teams.keys()], nu()),
    ])
    return vooruitzicht(stand ?? nieuweWachtrij(pool, nu()), { vraag, namens }, { nu: nu(), teams, bezet })
  }
}

export function teamsIn(pool: string, rijen: Iterable<Gidsrij>): ReadonlyMap<string, Lijnteam> {
  return new Map([...rijen].flatMap((rij) => (rij.pool === pool ? [[rij.team.id, rij.team] as const] : [])))
}

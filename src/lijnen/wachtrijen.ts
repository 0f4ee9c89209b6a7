/**
 * The queues of all pools, over several nodes: each command is decided on the queue as it stands in the database and
 * written only when nobody else wrote meanwhile. A node that is killed keeps nothing that another one needs.
 */

import type { Audit } from '../audit/index.ts'
import type { OrganisatieId } from '../domain/index.ts'
import type { Elderteam } from './bouw.ts'
import { decide } from './decide.ts'
import type { Nieuweoproep, Oproepafloop } from './dienst-store.ts'
import { teamsIn } from './gids.ts'
import type { Gidsrij, GidsStore, WachtrijStore } from './gids-store.ts'
import { beloftebewijs } from './lijnbewijs.ts'
import type { Lijnteam } from './lijnteam.ts'
import type { Opdracht, Weigering } from './opdracht.ts'
import { plekverschil } from './plekverschil.ts'
import type { Voorval } from './voorval.ts'
import { nieuweWachtrij, type Wachtrij } from './wachtrij.ts'

export type Gedaan =
  | { readonly soort: 'ok'; readonly voorvallen: readonly Voorval[]; readonly stand: Wachtrij }
  | { readonly soort: 'geweigerd'; readonly weigering: Weigering }
  /** Others were first, again and again: nothing was done, and it can be asked once more. */
  | { readonly soort: 'druk' }

/** What is written with it, or not at all: not when it is refused or comes to nothing. */
export interface Meegeschreven {
  /**
   * Who calls, by a number that was made for it just now; and the number of the call to which they are put through when
   * somebody is free at once, unless it is held elsewhere.
   */
  readonly oproep?: Nieuweoproep
  readonly sluit?: { readonly beller: string; readonly afloop: Oproepafloop; readonly op: Date }
}

export interface Wachtrijen {
  readonly doe: (pool: string, opdracht: Opdracht, mee?: Meegeschreven) => Promise<Gedaan>
  readonly lees: (pool: string) => Promise<Wachtrij | undefined>
}

interface Kring {
  readonly teams: ReadonlyMap<string, Lijnteam>
  readonly elders: ReadonlyMap<string, Elderteam>
}

/** Named limit: with so many at once on one pool somebody was first every time. */
const HOOGSTENS_POGINGEN = 40

export function openWachtrijen({
  store,
  gids,
  nu,
  verzegel,
  isHier = () => true,
  bij,
}: {
  readonly store: WachtrijStore
  readonly gids: Pick<GidsStore, 'alle'>
  readonly nu: () => Date
  readonly verzegel: Audit['verzegel']
  /** Whether people of that organisation can sign on here: only then is its pool asked along. */
  readonly isHier?: (organisatie: OrganisatieId) => boolean
  /** After it was written: for who is told, on this node and on others. */
  readonly bij: (pool: string, voorvallen: readonly Voorval[], stand: Wachtrij) => void
}): Wachtrijen {
  /** The same rows give the same maps: they are made once for as long as the guide is remembered. */
  let gemaakt: { readonly rijen: readonly Gidsrij[]; readonly per: Map<string, Kring> } | undefined
  const omPool = (pool: string, rijen: readonly Gidsrij[]): Kring => {
    if (gemaakt?.rijen !== rijen) gemaakt = { rijen, per: new Map() }
    const al = gemaakt.per.get(pool)
    const kring = al ?? { teams: teamsIn(pool, rijen), elders: eldersVan(pool, rijen, isHier) }
    if (al === undefined) gemaakt.per.set(pool, kring)
    return kring
  }
  /** `overgeslagen`: others wrote meanwhile, or what is known here is not enough to refuse or to do nothing on. */
  const probeer = async (
    pool: string,
    opdracht: Opdracht,
    {
      was,
      isZeker,
      oproep,
      sluit,
    }: Meegeschreven & { readonly was: Wachtrij | undefined; readonly isZeker: boolean },
  ): Promise<Gedaan | 'overgeslagen'> => {
    const eerst = was ?? nieuweWachtrij(pool, nu())
    const { teams, elders } = omPool(pool, await gids.alle())
    const omgeving = { nu: nu(), teams, elders }
    let besluit = decide(eerst, opdracht, omgeving)
    // Only a new promise has to know what was agreed elsewhere: it is decided once more, with that.
    if (besluit.soort === 'ok' && plekverschil(eerst, besluit.stand, teams).erbij.length > 0) {
      const bezet = await store.bezet([...teams.keys()], omgeving.nu)
      besluit = decide(eerst, opdracht, { ...omgeving, bezet })
    }
    if (besluit.soort === 'geweigerd') return isZeker ? besluit : 'overgeslagen'
    const { stand, voorvallen } = besluit
    // What changes nothing is not written: the clock of every node ticks.
    if (was !== undefined && voorvallen.length === 0) return isZeker ? besluit : 'overgeslagen'
    const mee = {
      plekken: plekverschil(eerst, stand, teams),
      bewijzen: beloftebewijs(eerst, voorvallen, teams).map(verzegel),
      ...{ oproep: oproep && verbonden(oproep, stand), sluit },
    }
    if (!(await store.schrijf(stand, was?.nr, voorvallen, mee))) return 'overgeslagen'
    bij(pool, voorvallen, stand)
    return besluit
  }
  const doeNu = async (pool: string, opdracht: Opdracht, mee: Meegeschreven = {}): Promise<Gedaan> => {
    const isEerder = opdracht.soort === 'bel' && mee.oproep === undefined
    // Of the clock most comes to nothing, which has to be certain.
    const bekend = isEerder || opdracht.soort === 'klok' ? undefined : store.bekend(pool)
    if (bekend !== undefined) {
      const gedaan = await probeer(pool, opdracht, { ...mee, was: bekend, isZeker: false })
      if (gedaan !== 'overgeslagen') return gedaan
    }
    for (let poging = 0; poging < HOOGSTENS_POGINGEN; poging++) {
      const { was, isGeweest } =
        isEerder && opdracht.soort === 'bel'
          ? await store.leesVoor(pool, opdracht.beller)
          : { was: await store.lees(pool), isGeweest: false }
      // Who left stands in the queue no more. Whoever comes in with that id meanwhile makes the write fail.
      if (isGeweest) return { soort: 'geweigerd', weigering: { reden: 'bestaat-al' } }
      const gedaan = await probeer(pool, opdracht, { ...mee, was, isZeker: true })
      if (gedaan !== 'overgeslagen') return gedaan
    }
    return { soort: 'druk' }
  }
  const opBeurt = maakBeurten()
  const doe: Wachtrijen['doe'] = (pool, opdracht, mee) => opBeurt(pool, () => doeNu(pool, opdracht, mee))
  return { doe, lees: store.lees }
}

/** Put through at once or not: without that there is no call yet. */
function verbonden({ gesprek, ...oproep }: Nieuweoproep, { plekken }: Wachtrij): Nieuweoproep {
  const bij = plekken.find((plek) => plek.gesprek?.beller.id === oproep.beller)?.gesprek
  return bij === undefined || gesprek === undefined
    ? oproep
    : { ...oproep, gesprek, verbondenMs: bij.beginMs }
}

/** One after the other of the same pool on this node: what overtakes each other is read and decided twice. */
function maakBeurten() {
  const laatste = new Map<string, Promise<unknown>>()
  return <T>(pool: string, doe: () => Promise<T>): Promise<T> => {
    const klaar = (laatste.get(pool) ?? Promise.resolve()).then(doe)
    // Whoever comes next does not care how it ended.
    const einde = klaar
      .catch(() => {})
      .then(() => {
        if (laatste.get(pool) === einde) laatste.delete(pool)
      })
    laatste.set(pool, einde)
    return klaar
  }
}

/** Teams of other pools in which somebody can sign on here. */
function eldersVan(
  pool: string,
  rijen: readonly Gidsrij[],
  isHier: (organisatie: OrganisatieId) => boolean,
): ReadonlyMap<string, Elderteam> {
  return new Map(
    rijen.flatMap(({ team, pool: van }) =>
      van !== pool && isHier(team.organisatie) ? [[team.id, { team, pool: van }] as const] : [],
    ),
  )
}

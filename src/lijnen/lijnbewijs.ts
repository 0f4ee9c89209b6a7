/**
 * What is proof of a line: that somebody was on duty, that a time was promised and whether it was kept, and that one was
 * agreed. It stands with the organisation that answers for it, by numbers; who it was can be erased.
 */
import type { Bewijs, Onderwerp } from '../audit/index.ts'
import type { OrganisatieId } from '../domain/index.ts'
import type { Belafspraak } from './belafspraak-store.ts'
import type { Dienst } from './dienst-store.ts'
import type { Gidskijker } from './gids-store.ts'
import type { Lijnteam } from './lijnteam.ts'
import type { Voorval } from './voorval.ts'
import type { Gesprek, Toezegging, Wachtrij } from './wachtrij.ts'

export function dienstbewijs(
  { plek, pool, organisatie, medewerker, teams }: Dienst,
  hoe: 'begonnen' | 'geeindigd',
  tijd: Date,
): Bewijs {
  return {
    ...{ onderwerp: `organisatie:${organisatie}`, soort: `lijndienst-${hoe}`, tijd },
    codes: { dienst: plek, pool, teams: teams.join(',') },
    inhoud: { persoon: undefined, verwerking: 'lijn-bemannen', organisatie, waarde: { medewerker } },
  }
}

/** Of both organisations: each has it in its own chain. */
export function afspraakbewijs(
  { medewerker, organisatie: door }: Gidskijker,
  { id, team, organisatie, van, begin }: Pick<Belafspraak, 'id' | 'team' | 'organisatie' | 'van' | 'begin'>,
  { hoe, tijd }: { readonly hoe: 'gemaakt' | 'verzet' | 'afgezegd'; readonly tijd: Date },
): readonly Bewijs[] {
  return [...new Set([organisatie, van])].map((wie) => ({
    ...{ onderwerp: `organisatie:${wie}`, soort: `belafspraak-${hoe}`, tijd },
    codes: { belafspraak: id, team, door, begin: begin.toISOString() },
    ...(wie === door && {
      inhoud: { persoon: undefined, verwerking: 'lijn-bemannen', organisatie: door, waarde: { medewerker } },
    }),
  }))
}

/** Of promises made, missed and let go, from what was decided on the queue as it was. */
export function beloftebewijs(
  was: Wachtrij,
  voorvallen: readonly Voorval[],
  teams: ReadonlyMap<string, Lijnteam>,
): readonly Bewijs[] {
  const open = new Map<string, Toezegging>()
  for (const { id, toezegging } of [...was.wachtenden, ...was.afgesproken])
    if (toezegging !== undefined) open.set(id, toezegging)
  const uit: Bewijs[] = []
  for (const { opMs, inhoud } of voorvallen) {
    if (!('beller' in inhoud) || typeof inhoud.beller !== 'string') continue
    const { beller } = inhoud
    const over = open.get(beller)
    const zeg = (hoe: string, { team, beginMs, keer }: Toezegging, meer: Bewijs['codes'] = {}) =>
      uit.push({
        onderwerp: ketenVan(teams.get(team)),
        soort: `terugbellen-${hoe}`,
        tijd: new Date(opMs),
        codes: { beller, team, begin: new Date(beginMs).toISOString(), keer, ...meer },
      })
    if (inhoud.soort === 'toezegging-gemist') {
      zeg('gemist', inhoud.gemist, { nieuw: new Date(inhoud.nieuw.beginMs).toISOString() })
      open.set(beller, inhoud.nieuw)
    } else if (inhoud.soort === 'toegezegd') {
      zeg('toegezegd', inhoud.toezegging, { waarom: inhoud.waarom })
      open.set(beller, inhoud.toezegging)
    } else if (inhoud.soort === 'weg' && over !== undefined) zeg('vervallen', over, { waarom: inhoud.waarom })
  }
  return uit
}

/** Somebody called, and in time; `undefined`: nothing was promised, or it was missed before. */
export function nagekomenbewijs(
  { beller: { id: beller, toezegging } }: Gesprek,
  organisatie: OrganisatieId,
  opMs: number,
): Bewijs | undefined {
  if (toezegging === undefined || opMs > toezegging.uiterlijkMs) return undefined
  const { team, beginMs, keer } = toezegging
  return {
    ...{ onderwerp: `organisatie:${organisatie}`, soort: 'terugbellen-nagekomen', tijd: new Date(opMs) },
    codes: { beller, team, begin: new Date(beginMs).toISOString(), keer },
  }
}

/** Of a team that is in the guide no more nobody answers for the promise but whoever runs this. */
function ketenVan(team: Lijnteam | undefined): Onderwerp {
  return team === undefined ? 'installatie:lijnen' : `organisatie:${team.organisatie}`
}

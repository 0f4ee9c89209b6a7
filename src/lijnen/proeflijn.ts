/** For tests and proofs: a few teams that do not exist, and a queue to which things happen. */
import { type OrganisatieId, parseOrganisatieId } from '../domain/index.ts'
import { datum } from '../kalender/index.ts'
import type { Elderteam } from './bouw.ts'
import { decide } from './decide.ts'
import type { Lijnrooster, Lijnteam } from './lijnteam.ts'
import type { Opdracht, Weigering } from './opdracht.ts'
import type { Lijnvraag } from './passing.ts'
import type { Voorval, Voorvalinhoud, Voorvalsoort } from './voorval.ts'
import { nieuweWachtrij, type Wachtrij, type Wachtrijinstellingen } from './wachtrij.ts'

export function organisatie(id: string): OrganisatieId {
  const gelezen = parseOrganisatieId(id)
  if (gelezen === undefined) throw new Error(`geen organisatie: ${id}`)
  return gelezen
}

/** Monday to Friday from nine to five, shut on holidays. */
export const kantooruren: Extract<Lijnrooster, { soort: 'uren' }> = {
  soort: 'uren',
  zone: 'Europe/Amsterdam',
  openingstijden: [1, 2, 3, 4, 5].map((weekdag) => ({ weekdag, vanMinuut: 540, totMinuut: 1020 })),
  dichtOpFeestdagen: true,
  gesloten: [],
}

/** Explains and decides bijstand in one municipality. */
export function proefteam(deel: Partial<Lijnteam> = {}): Lijnteam {
  return {
    id: 'bijstand-a',
    organisatie: organisatie('gemeente-GM0001'),
    naam: 'Bijstand',
    kan: [{ onderwerp: { soort: 'regeling', id: 'bijstand' }, bevoegdheid: 'beslissen' }],
    gebied: { soort: 'plaatsen', eigen: ['GM0001'], buren: [] },
    talen: ['nl'],
    niveau: 'specialist',
    rooster: kantooruren,
    capaciteit: 10,
    bevestigdOp: datum('2026-10-01'),
    ...deel,
  }
}

export const proefvraag: Lijnvraag = {
  onderwerp: { soort: 'regeling', id: 'bijstand' },
  nodig: 'uitleggen',
  gebied: 'GM0001',
  taal: 'nl',
}

/** Tuesday 1 December 2026, ten o'clock in the morning in the Netherlands. */
export const DINSDAG_TIEN_UUR = new Date('2026-12-01T09:00:00Z')

export interface Proefrij {
  readonly stand: Wachtrij
  readonly voorvallen: readonly Voorval[]
  nu: Date
  /** What was refused, or nothing. */
  readonly doe: (opdracht: Opdracht) => Weigering | undefined
  readonly later: (minuten: number) => void
  /** What happened of that kind, in order. */
  readonly van: <S extends Voorvalsoort>(soort: S) => readonly Extract<Voorvalinhoud, { readonly soort: S }>[]
}

export function proefrij(
  teams: readonly Lijnteam[],
  eigen: Partial<Wachtrijinstellingen> = {},
  anderen?: readonly Elderteam[],
): Proefrij {
  const elders = anderen && new Map(anderen.map((een) => [een.team.id, een]))
  const gids = new Map(teams.map((team) => [team.id, team]))
  const voorvallen: Voorval[] = []
  let nu = DINSDAG_TIEN_UUR
  let stand = nieuweWachtrij('proef', nu, eigen)
  const doe = (opdracht: Opdracht): Weigering | undefined => {
    const besluit = decide(stand, opdracht, { nu, teams: gids, elders })
    if (besluit.soort === 'geweigerd') return besluit.weigering
    stand = besluit.stand
    voorvallen.push(...besluit.voorvallen)
    return undefined
  }
  return {
    voorvallen,
    doe,
    get stand() {
      return stand
    },
    get nu() {
      return nu
    },
    set nu(moment) {
      nu = moment
    },
    later(minuten) {
      nu = new Date(nu.getTime() + minuten * 60_000)
      doe({ soort: 'klok' })
    },
    van<S extends Voorvalsoort>(soort: S) {
      return voorvallen.flatMap(({ inhoud }) =>
        inhoud.soort === soort ? [inhoud as Extract<Voorvalinhoud, { readonly soort: S }>] : [],
      )
    },
  }
}

/** A lane call of a colleague with a resident at the desk, unless said otherwise. */
export function belt(beller: string, deel: Partial<Extract<Opdracht, { soort: 'bel' }>> = {}): Opdracht {
  return { soort: 'bel', beller, klasse: 'lijn', namens: 'inwoner', vraag: proefvraag, ...deel }
}

/** Whom the queue chooses answers after so long, but for callers of whom `neemtOp` says not: what is kept beside a queue. */
export function metOpgenomen(
  voorvallen: readonly Voorval[],
  { naMs = 0, neemtOp = () => true }: { naMs?: number; neemtOp?: (beller: string) => boolean } = {},
): readonly Voorval[] {
  return voorvallen.flatMap((een): readonly Voorval[] => {
    const { opMs, inhoud } = een
    if (inhoud.soort !== 'verbonden' || !neemtOp(inhoud.beller)) return [een]
    const { beller, plek } = inhoud
    return [een, { opMs: opMs + naMs, inhoud: { soort: 'opgenomen', beller, plek } }]
  })
}

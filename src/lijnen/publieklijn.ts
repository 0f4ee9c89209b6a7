/**
 * The number for residents in the same pool. The telephone exchange of an organisation keeps the calls; it tells again and
 * again which there are, and hears who takes which. So the public waits in one order with the lane, behind the same cap.
 */
import { createHash } from 'node:crypto'
import type { OrganisatieId } from '../domain/index.ts'
import type { DienstStore, Lijnwerker, Oproep, OproepStore } from './dienst-store.ts'
import { OPNEEM_MS } from './diensttermijnen.ts'
import type { Gidsrij, GidsStore } from './gids-store.ts'
import { isOpen, type Lijnteam } from './lijnteam.ts'
import type { Lijnvraag } from './passing.ts'
import type { Wachtrij } from './wachtrij.ts'
import type { Wachtrijen } from './wachtrijen.ts'

/** Named limits: an exchange that says nothing for so long is gone, and its calls with it; so many calls at once. */
export const CENTRALE_WEG_MS = 60_000
export const HOOGSTENS_PUBLIEK = 500

/** `gesprek`: whoever was chosen answered. `niet-opgenomen`: they did not, or are not reached. */
export const publiekstanden = ['wacht', 'gesprek', 'niet-opgenomen'] as const

/** A call as the exchange has it now. */
export interface Publiekgesprek {
  /** Of the exchange; never used twice. */
  readonly id: string
  /** The team for which they called. */
  readonly team: string
  readonly stand: (typeof publiekstanden)[number]
  /** Who answered, or did not. Of somebody else than was chosen by now it says nothing. */
  readonly medewerker?: string | undefined
}

export type Publiekantwoord =
  /** `voor`: so many wait before them in the whole pool. */
  | { readonly id: string; readonly stand: 'wacht'; readonly voor: number }
  /** Put them through to this professional of the same organisation; `gesprek`: they talk. */
  | { readonly id: string; readonly stand: 'verbind' | 'gesprek'; readonly medewerker: string }
  /** `voorbij`: this call ended. `gesloten`: no lane hours. `onbekend`: no such team of theirs. `druk`: ask once more. */
  | { readonly id: string; readonly stand: 'voorbij' | 'gesloten' | 'onbekend' | 'druk' }

export interface Publieklijn {
  /** All calls that the exchange of that organisation holds: which is not among them any more has ended. */
  readonly meld: (
    organisatie: OrganisatieId,
    gesprekken: readonly Publiekgesprek[],
  ) => Promise<readonly Publiekantwoord[]>
}

export interface Publiekdelen {
  readonly wachtrijen: Wachtrijen
  readonly oproepen: OproepStore
  readonly diensten: Pick<DienstStore, 'bijPlek'>
  readonly gids: Pick<GidsStore, 'alle'>
  readonly verlaat: (wie: Lijnwerker, beller: string) => Promise<void>
  /** Whoever is at that place hears that it was answered. */
  readonly bijOpgenomen: (plek: string) => void
  readonly nu: () => Date
}

/** As whom an exchange stands in the list of who called: nobody logs in by that name. */
const CENTRALE = ':telefooncentrale'

export function isPubliek({ medewerker }: Pick<Oproep, 'medewerker'>): boolean {
  return medewerker === CENTRALE
}

export function createPublieklijn(delen: Publiekdelen): Publieklijn {
  const { wachtrijen, oproepen, diensten, gids, nu } = delen
  const geldigTot = () => new Date(nu().getTime() + CENTRALE_WEG_MS)
  const begin = async (
    organisatie: OrganisatieId,
    { beller, id, rij: { team, pool } }: { beller: string; id: string; rij: Gidsrij },
  ): Promise<Publiekantwoord | undefined> => {
    if (!isOpen(team.rooster, nu())) return { id, stand: 'gesloten' }
    const vraag = vraagVan(team)
    if (vraag === undefined) return { id, stand: 'onbekend' }
    const oproep = {
      ...{ beller, pool, organisatie, medewerker: CENTRALE, onderwerp: vraag.onderwerp },
      ...{ begonnenMs: nu().getTime(), geldigTotMs: geldigTot().getTime() },
    }
    const bel = { soort: 'bel', beller, klasse: 'publiek', namens: 'zelf', vraag, organisatie } as const
    const gedaan = await wachtrijen.doe(pool, bel, { oproep })
    if (gedaan.soort === 'ok') return undefined
    return { id, stand: gedaan.soort === 'druk' ? 'druk' : 'voorbij' }
  }
  /** What the exchange says of a call at whom it rings, or who is in it. */
  const volg = async (
    { beller, pool, opgenomenMs }: Oproep,
    { stand, medewerker }: Publiekgesprek,
  ): Promise<void> => {
    const plek = (await wachtrijen.lees(pool))?.plekken.find((een) => een.gesprek?.beller.id === beller)
    if (plek?.gesprek === undefined || opgenomenMs !== undefined) return
    const isDeze = medewerker === undefined || (await diensten.bijPlek(plek.id))?.medewerker === medewerker
    const opMs = nu().getTime()
    if (stand === 'gesprek' && isDeze) {
      await oproepen.neemtOp(beller, plek.id, { opMs, bewijzen: [] })
      return delen.bijOpgenomen(plek.id)
    }
    if ((stand === 'niet-opgenomen' && isDeze) || opMs >= plek.gesprek.beginMs + OPNEEM_MS)
      await wachtrijen.doe(pool, { soort: 'niet-opgenomen', plek: plek.id, beller })
  }
  const antwoord = async (id: string, beller: string): Promise<Publiekantwoord> => {
    const oproep = await oproepen.vind(beller)
    const stand = oproep && oproep.afloop === undefined ? await wachtrijen.lees(oproep.pool) : undefined
    const voor = stand?.wachtenden.findIndex((een) => een.id === beller) ?? -1
    if (voor >= 0) return { id, stand: 'wacht', voor }
    const dienst = stand && (await dienstBij(stand, beller))
    if (dienst === undefined) return { id, stand: 'voorbij' }
    const { medewerker } = dienst
    return { id, stand: oproep?.opgenomenMs === undefined ? 'verbind' : 'gesprek', medewerker }
  }
  const dienstBij = async ({ plekken }: Wachtrij, beller: string) => {
    const plek = plekken.find(({ gesprek }) => gesprek?.beller.id === beller)
    return plek && (await diensten.bijPlek(plek.id))
  }
  return {
    async meld(organisatie, gesprekken) {
      const centrale = { medewerker: CENTRALE, organisatie }
      const bellers = new Map(gesprekken.map((een) => [bellerVan(organisatie, een.id), een]))
      for (const { beller } of await oproepen.van(centrale))
        if (!bellers.has(beller)) await delen.verlaat(centrale, beller)
      const eigen = (await gids.alle()).filter(({ team }) => team.organisatie === organisatie)
      const uit: Publiekantwoord[] = []
      for (const [beller, een] of bellers) {
        const oproep = await oproepen.vind(beller)
        const rij = eigen.find(({ team }) => team.id === een.team)
        if (oproep !== undefined && oproep.afloop === undefined) {
          await oproepen.verleng(beller, geldigTot())
          await volg(oproep, een)
        }
        const anders =
          oproep !== undefined
            ? undefined
            : rij === undefined
              ? ({ id: een.id, stand: 'onbekend' } as const)
              : await begin(organisatie, { beller, id: een.id, rij })
        uit.push(anders ?? (await antwoord(een.id, beller)))
      }
      return uit
    },
  }
}

/** The number of a caller in the queue: nothing of the exchange can be read from it. */
function bellerVan(organisatie: OrganisatieId, id: string): string {
  return createHash('sha256').update(`voordeur publiek|${organisatie}|${id}`).digest('base64url').slice(0, 22)
}

/** Whoever dials the number of a team asks what that team explains, in its first language and place. */
function vraagVan({ kan, gebied, talen }: Lijnteam): Lijnvraag | undefined {
  const [eerste] = kan
  const [taal] = talen
  const plaats = gebied.soort === 'plaatsen' ? gebied.eigen[0] : undefined
  if (eerste === undefined || taal === undefined) return undefined
  return {
    ...{ onderwerp: eerste.onderwerp, nodig: 'uitleggen', taal },
    ...(plaats !== undefined && { gebied: plaats }),
  }
}

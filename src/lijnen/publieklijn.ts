/**
 * The number for residents in the same pool. The telephone exchange of an organisation keeps the calls; it tells again and
 * again which there are, and hears who takes which. So the public waits in one order with the lane, behind the same cap.
 */
import { createHash } from 'node:crypto'
import type { OrganisatieId } from '../domain/index.ts'
import { CENTRALE_BEZIG_MS, type CentraleStore } from './centrale-store.ts'
import type { DienstStore, Lijnwerker, Oproep, OproepStore } from './dienst-store.ts'
import { OPNEEM_MS } from './diensttermijnen.ts'
import type { Gidsrij, GidsStore } from './gids-store.ts'
import { isOpen, type Lijnteam } from './lijnteam.ts'
import type { Lijnvraag } from './passing.ts'
import type { Beller } from './wachtrij.ts'
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
  /** Who answered, or did not. Of somebody else than was chosen by now, or of nobody, it says nothing. */
  readonly medewerker?: string | undefined
}

/** All calls that an exchange holds at one moment: which is not among them any more has ended. */
export interface Publiekmelding {
  /** Higher in each: a report that was overtaken on the way undoes nothing of a later one. */
  readonly volgnummer: number
  readonly gesprekken: readonly Publiekgesprek[]
}

export type Publiekantwoord =
  /** `voor`: so many wait before them in the whole pool. */
  | { readonly id: string; readonly stand: 'wacht'; readonly voor: number }
  /** Put them through to this professional of the same organisation. */
  | { readonly id: string; readonly stand: 'verbind'; readonly medewerker: string }
  /** They talk; absent: to somebody who signed off meanwhile. */
  | { readonly id: string; readonly stand: 'gesprek'; readonly medewerker?: string }
  /**
   * `voorbij`: this call ended. `gesloten`: no lane hours, or none any more. `onbekend`: no such team of theirs. `druk`: ask
   * once more.
   */
  | { readonly id: string; readonly stand: 'voorbij' | 'gesloten' | 'onbekend' | 'druk' }

export type Publiekuitkomst =
  | { readonly soort: 'ok'; readonly standen: readonly Publiekantwoord[] }
  /** Nothing was done with it: a later one came in already, or an earlier one is looked at still. */
  | { readonly soort: 'oud' | 'bezig' }

export interface Publieklijn {
  readonly meld: (organisatie: OrganisatieId, melding: Publiekmelding) => Promise<Publiekuitkomst>
}

export interface Publiekdelen {
  readonly centrales: CentraleStore
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
  const { centrales, wachtrijen, oproepen, diensten, gids, nu } = delen
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
    // Of a full queue somebody comes free.
    const isVol = gedaan.soort === 'druk' || gedaan.weigering.reden === 'te-veel'
    return { id, stand: isVol ? 'druk' : 'voorbij' }
  }
  /** What the exchange says of a call at whom it rings, or who is in it. */
  const volg = async (
    { beller, pool, opgenomenMs }: Oproep,
    { stand, medewerker }: Publiekgesprek,
  ): Promise<void> => {
    const plek = (await wachtrijen.lees(pool))?.plekken.find((een) => een.gesprek?.beller.id === beller)
    if (plek?.gesprek === undefined || opgenomenMs !== undefined) return
    const isDeze = (await diensten.bijPlek(plek.id))?.medewerker === medewerker
    const opMs = nu().getTime()
    if (stand === 'gesprek' && isDeze) {
      await oproepen.neemtOp(beller, plek.id, { opMs, bewijzen: [] })
      return delen.bijOpgenomen(plek.id)
    }
    if ((stand === 'niet-opgenomen' && isDeze) || opMs >= plek.gesprek.beginMs + OPNEEM_MS)
      await wachtrijen.doe(pool, { soort: 'niet-opgenomen', plek: plek.id, beller })
  }
  const isErOpen = ({ passend }: Beller, eigen: readonly Gidsrij[]): boolean =>
    eigen.some(({ team }) => passend.some((een) => een.team === team.id) && isOpen(team.rooster, nu()))
  const antwoord = async (
    { id, medewerker: zij }: Publiekgesprek,
    beller: string,
    eigen: readonly Gidsrij[],
  ): Promise<Publiekantwoord> => {
    const oproep = await oproepen.vind(beller)
    if (oproep === undefined || oproep.afloop !== undefined) return { id, stand: 'voorbij' }
    const stand = await wachtrijen.lees(oproep.pool)
    const voor = stand?.wachtenden.findIndex((een) => een.id === beller) ?? -1
    const wacht = stand?.wachtenden[voor]
    if (wacht !== undefined && isErOpen(wacht, eigen)) return { id, stand: 'wacht', voor }
    if (wacht !== undefined) {
      // Nobody takes calls there any more, and a time cannot be promised to who has no number here.
      const verlaat = { soort: 'verlaat', beller, isGesloten: true } as const
      await wachtrijen.doe(oproep.pool, verlaat, { sluit: { beller, afloop: 'geen-tijd', op: nu() } })
      return { id, stand: 'gesloten' }
    }
    const plek = stand?.plekken.find(({ gesprek }) => gesprek?.beller.id === beller)
    const medewerker = plek && (await diensten.bijPlek(plek.id))?.medewerker
    if (oproep.opgenomenMs === undefined)
      return medewerker === undefined ? { id, stand: 'voorbij' } : { id, stand: 'verbind', medewerker }
    // Whoever signed off in the middle of it talks on.
    const met = medewerker ?? zij
    return { id, stand: 'gesprek', ...(met !== undefined && { medewerker: met }) }
  }
  /** Those that call for the first time, in the order in which they were told; and which of them do not come in. */
  const laatBinnen = async (
    organisatie: OrganisatieId,
    nieuw: readonly (readonly [string, Publiekgesprek])[],
    { eigen, isTijd }: { eigen: readonly Gidsrij[]; isTijd: () => boolean },
  ): Promise<ReadonlyMap<string, Publiekantwoord>> => {
    const buiten = new Map<string, Publiekantwoord>()
    for (const [beller, { id, team: van }] of nieuw) {
      const rij = eigen.find(({ team }) => team.id === van)
      const niet: Publiekantwoord | undefined = !isTijd()
        ? { id, stand: 'druk' }
        : rij === undefined
          ? { id, stand: 'onbekend' }
          : await begin(organisatie, { beller, id, rij })
      if (niet !== undefined) buiten.set(beller, niet)
    }
    return buiten
  }
  const werkAf = async (
    organisatie: OrganisatieId,
    gesprekken: readonly Publiekgesprek[],
  ): Promise<readonly Publiekantwoord[]> => {
    // Half of it, so that whatever is begun ends while no other node looks at the next report.
    const totMs = nu().getTime() + CENTRALE_BEZIG_MS / 2
    const isTijd = () => nu().getTime() < totMs
    const centrale = { medewerker: CENTRALE, organisatie }
    const bellers = new Map(gesprekken.map((een) => [bellerVan(organisatie, een.id), een]))
    for (const { beller } of await oproepen.van(centrale))
      if (!bellers.has(beller) && isTijd()) await delen.verlaat(centrale, beller)
    const eigen = (await gids.alle()).filter(({ team }) => team.organisatie === organisatie)
    // Of hundreds of calls the same is asked: at once it goes to the database together.
    const alle = await Promise.all(
      [...bellers].map(async ([beller, een]) => ({ beller, een, oproep: await oproepen.vind(beller) })),
    )
    const nieuw = alle.flatMap(({ beller, een, oproep }) => (oproep ? [] : [[beller, een] as const]))
    const buiten = await laatBinnen(organisatie, nieuw, { eigen, isTijd })
    await Promise.all(
      alle.map(async ({ beller, een, oproep }) => {
        if (oproep === undefined || oproep.afloop !== undefined) return
        await oproepen.verleng(beller, geldigTot())
        await volg(oproep, een)
      }),
    )
    return Promise.all(
      alle.map(async ({ beller, een }) => buiten.get(beller) ?? (await antwoord(een, beller, eigen))),
    )
  }
  return {
    async meld(organisatie, { volgnummer, gesprekken }) {
      const soort = await centrales.neem(organisatie, volgnummer)
      if (soort !== 'ok') return { soort }
      try {
        return { soort, standen: await werkAf(organisatie, gesprekken) }
      } finally {
        await centrales.laatLos(organisatie, volgnummer)
      }
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

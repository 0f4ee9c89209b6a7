/**
 * How lines run, from what happened in their queues: per team, and what was asked for and not found. Nothing about a
 * person: what is too small to say is left out here, so no page can forget it.
 */
import type { OrganisatieId } from '../domain/index.ts'
import { type Getal, KLEINSTE, rondAf, toonGetal } from '../ervaring/index.ts'
import type { Bewaardvoorval, Gidsrij } from './gids-store.ts'
import { lijnonderwerpId } from './lijnteam-vorm.ts'

export interface Teamcijfers {
  readonly team: string
  /** As the guide has it now. */
  readonly naam: string
  /** Lane calls that this team fits best. */
  readonly gebeld: Getal
  /** In seconds, of who was put through without a time being promised; absent where fewer than ten were. */
  readonly mediaanSeconden?: number
  readonly p90Seconden?: number
  /** From 0 to 100: answered within twenty seconds, of who was put through or hung up. */
  readonly binnen20?: number
  readonly opgehangen: Getal
  /** Looked further for: at a neighbour, at a generalist. */
  readonly verruimd: Getal
  readonly nagekomen: Getal
  readonly gemist: Getal
}

/** Everybody who answers together: who worked for several teams is in one number. */
export interface Poolcijfers {
  readonly pool: string
  /** From 0 to 100, of the time at work; absent where it would be about few people. */
  readonly bezetting?: number
}

export interface Gemis {
  readonly onderwerp: string
  readonly gebied: string | undefined
  readonly taal: string
  readonly aantal: Getal
}

export interface Lijncijfers {
  readonly teams: readonly Teamcijfers[]
  readonly pools: readonly Poolcijfers[]
  /** Asked for and not found, most first; of all who asked here. */
  readonly gemist: readonly Gemis[]
  /** Asked for and not found in ways that occur too seldom to say which. */
  readonly zeldenGemist: Getal
  /** There was more than is read at once: these are of the first part alone. */
  readonly isAfgekapt: boolean
}

/** Of which organisation: `undefined` for all. */
export function telLijnen(
  voorvallen: readonly Bewaardvoorval[],
  {
    gids,
    organisatie,
    totMs,
    isAfgekapt,
  }: {
    readonly gids: readonly Gidsrij[]
    readonly organisatie: OrganisatieId | undefined
    readonly totMs: number
    readonly isAfgekapt: boolean
  },
): Lijncijfers {
  const eigen = gids.filter(({ team }) => organisatie === undefined || team.organisatie === organisatie)
  const bellers = verloopVan(voorvallen)
  const pools = [...new Set(eigen.map(({ pool }) => pool))].sort()
  return {
    teams: eigen
      .map(({ team: { id, naam } }) => teamcijfers({ team: id, naam }, bellers))
      .toSorted((a, b) => a.team.localeCompare(b.team)),
    pools: pools.map((pool) => poolcijfers(pool, voorvallen, totMs)),
    ...gemisVan(voorvallen),
    isAfgekapt,
  }
}

/** What became of one call of the lane. */
interface Beller {
  readonly team: string
  isVerruimd: boolean
  toegezegdTot: number | undefined
  gemist: number
  isNagekomen: boolean
  /** Without a promise. */
  gewachtMs: number | undefined
  isOpgehangen: boolean
}

function verloopVan(voorvallen: readonly Bewaardvoorval[]): readonly Beller[] {
  const alle = new Map<string, Beller>()
  for (const { opMs, inhoud, team } of voorvallen) {
    if (inhoud.soort === 'aangekomen') {
      const { id, klasse, van } = inhoud.beller
      // Whoever is asked along was counted where they called.
      if (klasse === 'lijn' && van === undefined && team !== undefined)
        alle.set(id, {
          ...{ team, isVerruimd: false, toegezegdTot: undefined, gemist: 0, isNagekomen: false },
          ...{ gewachtMs: undefined, isOpgehangen: false },
        })
      continue
    }
    const beller = 'beller' in inhoud ? alle.get(inhoud.beller) : undefined
    if (beller === undefined) continue
    if (inhoud.soort === 'verruimd') beller.isVerruimd = true
    else if (inhoud.soort === 'toegezegd') beller.toegezegdTot = inhoud.toezegging.uiterlijkMs
    else if (inhoud.soort === 'toezegging-gemist') {
      beller.gemist++
      beller.toegezegdTot = inhoud.nieuw.uiterlijkMs
    } else if (inhoud.soort === 'weg' && inhoud.waarom !== 'elders')
      beller.isOpgehangen = inhoud.waarom === 'opgehangen'
    else if (inhoud.soort === 'verbonden') {
      if (beller.toegezegdTot === undefined) beller.gewachtMs = inhoud.gewachtMs
      else if (opMs <= beller.toegezegdTot) beller.isNagekomen = true
    }
  }
  return [...alle.values()]
}

function teamcijfers(
  { team, naam }: Pick<Teamcijfers, 'team' | 'naam'>,
  alle: readonly Beller[],
): Teamcijfers {
  const van = alle.filter((een) => een.team === team)
  const wachten = van
    .flatMap(({ gewachtMs }) => (gewachtMs === undefined ? [] : [gewachtMs / 1000]))
    .sort((a, b) => a - b)
  const aantal = (wie: (een: Beller) => boolean) => van.filter(wie).length
  const opgehangen = aantal((een) => een.isOpgehangen)
  const samen = wachten.length + opgehangen
  const snel = wachten.filter((s) => s <= 20).length
  const deel = (kwantiel: number) => Math.round(wachten[Math.ceil(wachten.length * kwantiel) - 1] ?? 0)
  // Where few waited longer, or few waited shorter, the share would tell how many.
  const magSnel = samen >= KLEINSTE && [snel, samen - snel].every((n) => toonGetal(n).soort === 'getal')
  return {
    ...{ team, naam },
    gebeld: toonGetal(van.length),
    ...(wachten.length >= KLEINSTE && { mediaanSeconden: deel(0.5), p90Seconden: deel(0.9) }),
    ...(magSnel && { binnen20: Math.round((rondAf(snel) / Math.max(1, rondAf(samen))) * 100) }),
    opgehangen: toonGetal(opgehangen),
    verruimd: toonGetal(aantal((een) => een.isVerruimd)),
    nagekomen: toonGetal(aantal((een) => een.isNagekomen)),
    gemist: toonGetal(van.reduce((som, een) => som + een.gemist, 0)),
  }
}

/** Named limit: so many have to be at work at one moment, or the number would be about one or two of them. */
export const MINSTENS_SAMEN = 3

function poolcijfers(pool: string, voorvallen: readonly Bewaardvoorval[], totMs: number): Poolcijfers {
  const diensten = new Map<string, { stand: string; sindsMs: number }>()
  let [werkMs, bezigMs, aantal, meest] = [0, 0, 0, 0]
  const sluit = (plek: string, opMs: number): void => {
    const was = diensten.get(plek)
    if (was === undefined) return
    const duurMs = Math.max(0, opMs - was.sindsMs)
    if (was.stand !== 'pauze') werkMs += duurMs
    if (was.stand === 'in-gesprek' || was.stand === 'nawerk') bezigMs += duurMs
  }
  for (const { opMs, inhoud, pool: van } of voorvallen) {
    if (van !== pool || !('plek' in inhoud)) continue
    const { plek } = inhoud
    if (inhoud.soort === 'aangemeld') {
      diensten.set(plek, { stand: 'vrij', sindsMs: opMs })
      aantal++
      meest = Math.max(meest, diensten.size)
      continue
    }
    sluit(plek, opMs)
    if (inhoud.soort === 'afgemeld') diensten.delete(plek)
    else if (diensten.has(plek))
      diensten.set(plek, {
        stand:
          inhoud.soort === 'verbonden'
            ? 'in-gesprek'
            : inhoud.soort === 'stand-gezet'
              ? inhoud.stand
              : inhoud.soort === 'teruggenomen'
                ? 'vrij'
                : 'pauze',
        sindsMs: opMs,
      })
  }
  for (const plek of diensten.keys()) sluit(plek, totMs)
  const mag = aantal >= KLEINSTE && meest >= MINSTENS_SAMEN && werkMs > 0
  return { pool, ...(mag && { bezetting: Math.round((bezigMs / werkMs) * 100) }) }
}

function gemisVan(voorvallen: readonly Bewaardvoorval[]): Pick<Lijncijfers, 'gemist' | 'zeldenGemist'> {
  const tellingen = new Map<string, { n: number; gemis: Omit<Gemis, 'aantal'> }>()
  for (const { inhoud } of voorvallen) {
    if (inhoud.soort !== 'geen-lijn') continue
    const { onderwerp, gebied, taal } = inhoud.vraag
    const sleutel = [lijnonderwerpId(onderwerp), gebied, taal].join(' ')
    const was = tellingen.get(sleutel)
    if (was !== undefined) was.n++
    else tellingen.set(sleutel, { n: 1, gemis: { onderwerp: lijnonderwerpId(onderwerp), gebied, taal } })
  }
  const alle = [...tellingen.values()].sort((a, b) => b.n - a.n)
  const zelden = alle.filter(({ n }) => n < KLEINSTE).reduce((som, { n }) => som + n, 0)
  return {
    gemist: alle.flatMap(({ n, gemis }) => (n < KLEINSTE ? [] : [{ ...gemis, aantal: toonGetal(n) }])),
    zeldenGemist: toonGetal(zelden),
  }
}

export interface Lijncijferbron {
  readonly cijfers: (organisatie: OrganisatieId | undefined, van: Date, tot: Date) => Promise<Lijncijfers>
}

/** `hoogstens`: so many events are read at once. */
export function openLijncijfers({
  lees,
  gids,
  hoogstens,
}: {
  readonly lees: (van: Date, tot: Date) => Promise<readonly Bewaardvoorval[]>
  readonly gids: { readonly alle: () => Promise<readonly Gidsrij[]> }
  readonly hoogstens: number
}): Lijncijferbron {
  return {
    async cijfers(organisatie, van, tot) {
      const [voorvallen, rijen] = await Promise.all([lees(van, tot), gids.alle()])
      const isAfgekapt = voorvallen.length >= hoogstens
      const totMs = isAfgekapt ? (voorvallen.at(-1)?.opMs ?? tot.getTime()) : tot.getTime()
      return telLijnen(voorvallen, { gids: rijen, organisatie, totMs, isAfgekapt })
    },
  }
}

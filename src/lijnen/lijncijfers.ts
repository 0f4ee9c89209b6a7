/**
 * How lines run, from what happened in their queues: per team, and what was asked for and not found. Nothing about a
 * person: what is too small to say is left out here, so no page can forget it.
 */
import type { OrganisatieId } from '../domain/index.ts'
import { type Getal, KLEINSTE, rondAf, toonGetal } from '../ervaring/index.ts'
import type { Bewaardvoorval, Gidsrij } from './gids-store.ts'
import { lijnonderwerpId } from './lijnteam-vorm.ts'
import type { Voorvalsoort } from './voorval.ts'
import type { Klasse } from './wachtrij.ts'

export interface Teamcijfers {
  readonly team: string
  /** As the guide has it now. */
  readonly naam: string
  /** Lane calls that this team fits best. */
  readonly gebeld: Getal
  /** In seconds until somebody answered, of who was promised no time; absent where fewer than ten were answered. */
  readonly mediaanSeconden?: number
  readonly p90Seconden?: number
  /** From 0 to 100: answered within twenty seconds, of who was answered or hung up. */
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
  /** Residents who called by a telephone exchange, for each pool (`team`) in which any did. */
  readonly publiek: readonly Teamcijfers[]
  /** Asked for and not found, most first; of all who asked here. */
  readonly gemist: readonly Gemis[]
  /** Asked for and not found in ways that occur too seldom to say which. */
  readonly zeldenGemist: Getal
  /** There was more than is read at once: these are of the last part alone. */
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
  const bellers = verloopVan(voorvallen, 'lijn')
  const inwoners = verloopVan(voorvallen, 'publiek')
  const pools = [...new Set(eigen.map(({ pool }) => pool))].sort()
  return {
    teams: eigen
      .map(({ team: { id, naam } }) => teamcijfers({ team: id, naam }, bellers))
      .toSorted((a, b) => a.team.localeCompare(b.team)),
    pools: pools.map((pool) => poolcijfers(pool, voorvallen, totMs)),
    publiek: pools
      .filter((pool) => inwoners.some(({ team }) => team === pool))
      .map((pool) => teamcijfers({ team: pool, naam: pool }, inwoners)),
    ...gemisVan(voorvallen),
    isAfgekapt,
  }
}

/** What became of one call of the lane. */
interface Beller {
  readonly team: string
  readonly aankomstMs: number
  isVerruimd: boolean
  toegezegdTot: number | undefined
  gemist: number
  isNagekomen: boolean
  /** Until somebody said hello; without a promise. It may have rung at others first. */
  gewachtMs: number | undefined
  isOpgehangen: boolean
}

/** After these it rings at that place for nobody, and nobody talks there. */
const maaktLos: ReadonlySet<string> = new Set<Voorvalsoort>([
  'niet-opgenomen',
  'stand-gezet',
  'afgemeld',
  'teruggenomen',
])

/** Of the lane by the team that fits best, of the public by the pool in which it waits. */
function verloopVan(voorvallen: readonly Bewaardvoorval[], soort: Klasse): readonly Beller[] {
  const alle = new Map<string, Beller>()
  /** At whom it rings, or who is in a call with whom. */
  const bij = new Map<string, Beller>()
  for (const { opMs, inhoud, team: best, pool } of voorvallen) {
    if (inhoud.soort === 'aangekomen') {
      const team = soort === 'lijn' ? best : pool
      const { id, klasse, van } = inhoud.beller
      // Whoever is asked along was counted where they called.
      if (klasse === soort && van === undefined && team !== undefined) alle.set(id, nieuweBeller(team, opMs))
      continue
    }
    if (inhoud.soort === 'stand-gezet') {
      // Whoever it rang at is free again and nobody answered: the caller was gone.
      const beller = bij.get(inhoud.plek)
      if (beller?.gewachtMs === undefined && beller?.toegezegdTot === undefined && beller !== undefined)
        beller.isOpgehangen = true
    }
    if (maaktLos.has(inhoud.soort) && 'plek' in inhoud) bij.delete(inhoud.plek)
    const beller = 'beller' in inhoud ? alle.get(inhoud.beller) : undefined
    if (beller === undefined) continue
    if (inhoud.soort === 'verbonden') bij.set(inhoud.plek, beller)
    telMee(beller, opMs, inhoud)
  }
  return [...alle.values()]
}

function nieuweBeller(team: string, aankomstMs: number): Beller {
  return {
    ...{ team, aankomstMs, isVerruimd: false, toegezegdTot: undefined, gemist: 0, isNagekomen: false },
    ...{ gewachtMs: undefined, isOpgehangen: false },
  }
}

function telMee(beller: Beller, opMs: number, inhoud: Bewaardvoorval['inhoud']): void {
  switch (inhoud.soort) {
    case 'verruimd':
      beller.isVerruimd = true
      return
    case 'toegezegd':
      beller.toegezegdTot = inhoud.toezegging.uiterlijkMs
      return
    case 'toezegging-gemist':
      beller.gemist++
      beller.toegezegdTot = inhoud.nieuw.uiterlijkMs
      return
    case 'weg':
      // Out of the queue of a pool that was asked along: the call itself goes on, or was counted.
      if (inhoud.waarom !== 'elders') beller.isOpgehangen = inhoud.waarom === 'opgehangen'
      return
    // Chosen by the queue is not answered, and no promise that was kept.
    case 'opgenomen':
      // A call so short that its end was written down first.
      beller.isOpgehangen = false
      if (beller.toegezegdTot === undefined) beller.gewachtMs ??= opMs - beller.aankomstMs
      else if (opMs <= beller.toegezegdTot) beller.isNagekomen = true
  }
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

/** Named limit: with fewer at work at one moment the number would be about one or two of them. */
export const MINSTENS_SAMEN = 3

/** Of the time at which enough people were at work together, and of no other. */
function poolcijfers(pool: string, voorvallen: readonly Bewaardvoorval[], totMs: number): Poolcijfers {
  const standen = new Map<string, string>()
  let [werkMs, bezigMs, aantal, sindsMs] = [0, 0, 0, 0]
  const telTot = (opMs: number): void => {
    const duurMs = Math.max(0, opMs - sindsMs)
    sindsMs = Math.max(sindsMs, opMs)
    const aanHetWerk = [...standen.values()].filter((stand) => stand !== 'pauze')
    if (aanHetWerk.length < MINSTENS_SAMEN) return
    werkMs += duurMs * aanHetWerk.length
    bezigMs += duurMs * aanHetWerk.filter((stand) => stand === 'in-gesprek' || stand === 'nawerk').length
  }
  for (const { opMs, inhoud, pool: van } of voorvallen) {
    if (van !== pool || !('plek' in inhoud)) continue
    telTot(opMs)
    if (inhoud.soort === 'aangemeld') aantal++
    if (inhoud.soort === 'afgemeld') standen.delete(inhoud.plek)
    // Of a shift that began before the period nothing is known.
    else if (inhoud.soort === 'aangemeld' || standen.has(inhoud.plek))
      standen.set(inhoud.plek, standNa(inhoud))
  }
  telTot(totMs)
  const mag = aantal >= KLEINSTE && werkMs > 0
  return { pool, ...(mag && { bezetting: Math.round((bezigMs / werkMs) * 100) }) }
}

function standNa(inhoud: Extract<Bewaardvoorval['inhoud'], { readonly plek: string }>): string {
  if (inhoud.soort === 'aangemeld' || inhoud.soort === 'teruggenomen') return 'vrij'
  if (inhoud.soort === 'stand-gezet') return inhoud.stand
  return inhoud.soort === 'niet-opgenomen' ? 'pauze' : 'in-gesprek'
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
      return telLijnen(voorvallen, { gids: rijen, organisatie, totMs: tot.getTime(), isAfgekapt })
    },
  }
}

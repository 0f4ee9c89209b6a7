import { tegoedOp } from './plafond.ts'
import { gewisseld } from './voorlaten.ts'
import type { Voorval } from './voorval.ts'
import { type Beller, type Plek, volgorde, type Wachtrij } from './wachtrij.ts'

/** How much one call counts in the running mean of how long they take. */
const WEEGT = 0.02

/** The queue after one more event; what happened was decided before and is not doubted here. */
export function evolve(stand: Wachtrij, { opMs, inhoud }: Voorval): Wachtrij {
  const tegoed = { ms: tegoedOp(stand, opMs), opMs: Math.max(opMs, stand.tegoed.opMs) }
  const nu: Wachtrij = { ...stand, nr: stand.nr + 1, tegoed }
  switch (inhoud.soort) {
    case 'aangemeld':
      return { ...nu, plekken: metPlek(nu.plekken, nieuwePlek(inhoud.plek, inhoud.teams, opMs)) }
    case 'afgemeld': {
      const vrij = maakVrij(nu, inhoud.plek, 'vrij', opMs)
      return { ...vrij, plekken: vrij.plekken.filter(({ id }) => id !== inhoud.plek) }
    }
    case 'stand-gezet':
      return maakVrij(nu, inhoud.plek, inhoud.stand, opMs)
    case 'niet-opgenomen':
      return terug(nu, inhoud.plek, 'pauze', opMs)
    case 'geen-lijn':
    case 'opgenomen':
      return nu
    case 'aangekomen':
      return betaal({ ...nu, wachtenden: metBeller(nu.wachtenden, inhoud.beller) }, inhoud.beller.kostMs)
    case 'elders': {
      const zet = (een: Beller) => ({
        ...zonderElders(een),
        ...(inhoud.isElders && { isElders: true as const }),
      })
      return { ...nu, wachtenden: nu.wachtenden.map((een) => (een.id === inhoud.beller ? zet(een) : een)) }
    }
    case 'teruggenomen':
      return terug(nu, inhoud.plek, 'vrij', opMs)
    case 'voorgelaten': {
      const samen = gewisseld(nu, inhoud.beller, inhoud.wie)
      const ids = new Set(samen.map(({ id }) => id))
      const rest = nu.wachtenden.filter(({ id }) => !ids.has(id))
      return { ...nu, wachtenden: samen.reduce(metBeller, rest) }
    }
    case 'verruimd':
      return metWachtende(nu, inhoud.beller, (beller) => ({ ...beller, stap: inhoud.stap }))
    case 'aangeboden':
      return metWachtende(nu, inhoud.beller, (beller) => ({ ...beller, aanbod: inhoud.aanbod }))
    case 'verbonden':
      return verbonden(nu, inhoud, opMs)
    case 'toegezegd':
      return metBelofte(nu, inhoud.beller, (beller) => ({
        ...zonderAanbod(beller),
        toezegging: inhoud.toezegging,
      }))
    case 'aan-de-beurt':
      return aanDeBeurt(nu, inhoud.beller, inhoud.kostMs)
    case 'toezegging-gemist': {
      const { beller: id, nieuw, blijft } = inhoud
      if (blijft) return metWachtende(nu, id, (beller) => ({ ...beller, toezegging: nieuw }))
      return metBelofte(nu, id, (beller) => ({ ...beller, toezegging: nieuw }))
    }
    case 'weg': {
      const { beller, rest } = zonder(nu, inhoud.beller)
      return betaal(rest, -(beller?.kostMs ?? 0))
    }
    default:
      return inhoud satisfies never
  }
}

/** The queue out of its events, from an empty one on. */
export function speelAf(leeg: Wachtrij, voorvallen: readonly Voorval[]): Wachtrij {
  return voorvallen.reduce(evolve, leeg)
}

function nieuwePlek(id: string, teams: readonly string[], opMs: number): Plek {
  return { id, teams, stand: 'vrij', sindsMs: opMs, aangemeldMs: opMs, bezigMs: 0, pauzeMs: 0 }
}

function metPlek(plekken: readonly Plek[], plek: Plek): readonly Plek[] {
  const na = plekken.findIndex(({ id }) => id > plek.id)
  return na < 0 ? [...plekken, plek] : plekken.toSpliced(na, 0, plek)
}

function vervang(stand: Wachtrij, plek: Plek): Wachtrij {
  return { ...stand, plekken: stand.plekken.map((een) => (een.id === plek.id ? plek : een)) }
}

/** The time of the stand that ends is counted. */
function naarStand(plek: Plek, stand: Plek['stand'], opMs: number): Plek {
  const duur = Math.max(0, opMs - plek.sindsMs)
  const isBezig = plek.stand === 'in-gesprek' || plek.stand === 'nawerk'
  return {
    ...plek,
    stand,
    sindsMs: opMs,
    bezigMs: plek.bezigMs + (isBezig ? duur : 0),
    pauzeMs: plek.pauzeMs + (plek.stand === 'pauze' ? duur : 0),
  }
}

/** Into another stand; when a call and its notes end by it, what they really took is settled. */
function maakVrij(
  stand: Wachtrij,
  id: string,
  naar: Exclude<Plek['stand'], 'in-gesprek'>,
  opMs: number,
): Wachtrij {
  const plek = stand.plekken.find((een) => een.id === id)
  if (plek === undefined) return stand
  const verder = naarStand(plek, naar, opMs)
  if (plek.gesprek === undefined || naar === 'nawerk') return vervang(stand, verder)
  const { gesprek, ...zonderGesprek } = verder
  const duurMs = Math.max(0, opMs - plek.gesprek.beginMs)
  const { kostMs } = plek.gesprek.beller
  const behandelMs = stand.behandelMs + WEEGT * (duurMs - stand.behandelMs)
  return betaal(vervang({ ...stand, behandelMs }, zonderGesprek), kostMs === 0 ? 0 : duurMs - kostMs)
}

/** The caller is back at their place. */
function terug(stand: Wachtrij, id: string, naar: 'vrij' | 'pauze', opMs: number): Wachtrij {
  const plek = stand.plekken.find((een) => een.id === id)
  if (plek?.gesprek === undefined) return stand
  const { gesprek, ...zonderGesprek } = naarStand(plek, naar, opMs)
  // It rang; that was no work.
  const rust = vervang(stand, { ...zonderGesprek, bezigMs: plek.bezigMs })
  const { beller } = plek.gesprek
  const weer = naar === 'vrij' ? { ...beller, isElders: true as const } : beller
  return { ...rust, wachtenden: metBeller(rust.wachtenden, weer) }
}

function verbonden(
  stand: Wachtrij,
  {
    beller: id,
    plek: plekId,
    team,
  }: { readonly beller: string; readonly plek: string; readonly team: string },
  opMs: number,
): Wachtrij {
  const { beller, rest } = zonder(stand, id)
  const plek = rest.plekken.find((een) => een.id === plekId)
  if (beller === undefined || plek === undefined) return stand
  return vervang(rest, { ...naarStand(plek, 'in-gesprek', opMs), gesprek: { beller, team, beginMs: opMs } })
}

function betaal(stand: Wachtrij, ms: number): Wachtrij {
  if (ms === 0) return stand
  return { ...stand, tegoed: { ...stand.tegoed, ms: stand.tegoed.ms - ms } }
}

function metBeller(wachtenden: readonly Beller[], beller: Beller): readonly Beller[] {
  let plaats = wachtenden.length
  // Most come last: looked for from the end.
  for (let ander = wachtenden[plaats - 1]; ander !== undefined; ander = wachtenden[plaats - 1]) {
    if (volgorde(ander, beller) <= 0) break
    plaats--
  }
  return wachtenden.toSpliced(plaats, 0, beller)
}

function metWachtende(stand: Wachtrij, id: string, wijzig: (beller: Beller) => Beller): Wachtrij {
  const { beller, rest } = zonder(stand, id)
  return beller === undefined ? stand : { ...rest, wachtenden: metBeller(rest.wachtenden, wijzig(beller)) }
}

/** Out of the queue, to be called back; what precedence cost is given back until then. */
function metBelofte(stand: Wachtrij, id: string, wijzig: (beller: Beller) => Beller): Wachtrij {
  const { beller, rest } = zonder(stand, id)
  if (beller === undefined) return stand
  const straks = { ...wijzig(zonderElders(beller)), kostMs: 0, stap: 3, rang: 0 } as const
  const afgesproken = [...rest.afgesproken, straks].sort(volgorde)
  return betaal({ ...rest, afgesproken }, -beller.kostMs)
}

function aanDeBeurt(stand: Wachtrij, id: string, kostMs: number): Wachtrij {
  const { beller, rest } = zonder(stand, id)
  if (beller === undefined) return stand
  return betaal({ ...rest, wachtenden: metBeller(rest.wachtenden, { ...beller, kostMs }) }, kostMs)
}

function zonderElders({ isElders: _, ...rest }: Beller): Beller {
  return rest
}

function zonderAanbod({ aanbod: _, ...rest }: Beller): Beller {
  return rest
}

function zonder(
  stand: Wachtrij,
  id: string,
): { readonly beller: Beller | undefined; readonly rest: Wachtrij } {
  const [wachtend, afgesproken] = [stand.wachtenden, stand.afgesproken]
  const plaats = wachtend.findIndex((een) => een.id === id)
  if (plaats >= 0)
    return { beller: wachtend[plaats], rest: { ...stand, wachtenden: wachtend.toSpliced(plaats, 1) } }
  const beller = afgesproken.find((een) => een.id === id)
  if (beller === undefined) return { beller, rest: stand }
  return { beller, rest: { ...stand, afgesproken: afgesproken.filter((een) => een !== beller) } }
}

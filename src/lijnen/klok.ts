import { type Bouw, koppelBeller, vindBeller, voeg, zoekTijd } from './bouw.ts'
import { laatLos, opensteElders } from './elders.ts'
import type { Stap } from './passing.ts'
import type { Beller, Wachtrij, Wachtrijinstellingen } from './wachtrij.ts'

/** When time by itself does something here next; lane hours that begin or end not included. */
export function volgendMoment({ wachtenden, afgesproken, instellingen }: Wachtrij): Date | undefined {
  let eerste = afgesproken[0]?.toezegging?.beginMs ?? Number.POSITIVE_INFINITY
  for (const beller of wachtenden) eerste = Math.min(eerste, momentVan(beller, instellingen))
  return Number.isFinite(eerste) ? new Date(eerste) : undefined
}

function momentVan(beller: Beller, instellingen: Wachtrijinstellingen): number {
  const { klasse, toezegging, aanbod, aankomstMs, stap } = beller
  if (klasse === 'publiek') return Number.POSITIVE_INFINITY
  if (toezegging !== undefined) return toezegging.uiterlijkMs
  if (stap < 3) return aankomstMs + grensNa(stap, instellingen)
  return aanbod?.beginMs ?? Number.POSITIVE_INFINITY
}

function grensNa(stap: Stap, { buurNaMs, generalistNaMs, terugbellenNaMs }: Wachtrijinstellingen): number {
  return stap === 0 ? buurNaMs : stap === 1 ? generalistNaMs : terugbellenNaMs
}

/** Everything that is due by now: promises first, then looking further, then lane hours. */
export function verstrijk(bouw: Bouw): void {
  for (const beller of bouw.stand.wachtenden) {
    if (beller.toezegging !== undefined) {
      if (beller.toezegging.uiterlijkMs <= bouw.nuMs) mis(bouw, beller)
    } else if (beller.aanbod !== undefined && beller.aanbod.beginMs <= bouw.nuMs) {
      voeg(bouw, { soort: 'toegezegd', beller: beller.id, toezegging: beller.aanbod, waarom: 'tijd-is-daar' })
    }
  }
  for (const beller of bouw.stand.afgesproken) {
    if ((beller.toezegging?.beginMs ?? Number.POSITIVE_INFINITY) > bouw.nuMs) break
    if (!isErIemandOpen(bouw, beller)) mis(bouw, beller)
    else {
      voeg(bouw, { soort: 'aan-de-beurt', beller: beller.id, kostMs: bouw.stand.behandelMs })
      koppel(bouw, beller.id)
    }
  }
  for (const beller of bouw.stand.wachtenden) verruim(bouw, beller)
}

/** Who waits at a lane that is shut is promised a time; whoever is free by now is put through. */
export function kijkRond(bouw: Bouw): undefined {
  for (const beller of bouw.stand.wachtenden) {
    if (beller.klasse === 'lijn' && !isErErgensOpen(bouw, beller)) sluit(bouw, beller)
    else if (bouw.stand.plekken.some(({ stand }) => stand === 'vrij')) koppel(bouw, beller.id)
  }
}

/** Shut: a time that was offered is theirs, or the first that there is. */
export function sluit(bouw: Bouw, beller: Beller): undefined {
  // A promise that waits to be kept is missed at its own time.
  if (beller.toezegging !== undefined) return
  if (beller.van !== undefined) return laatLos(bouw, beller)
  const toezegging = beller.aanbod ?? zoekTijd(bouw, beller, { keer: 1 })
  const { id, klasse, aankomstMs } = beller
  if (toezegging !== undefined) voeg(bouw, { soort: 'toegezegd', beller: id, toezegging, waarom: 'gesloten' })
  else
    voeg(bouw, { soort: 'weg', beller: id, klasse, waarom: 'geen-tijd', gewachtMs: bouw.nuMs - aankomstMs })
}

export function isErIemandOpen({ isOpen }: Bouw, { passend }: Beller): boolean {
  return passend.some(({ team }) => isOpen(team))
}

/** Here, or at another pool that is asked along by now or may be. */
export function isErErgensOpen(bouw: Bouw, beller: Beller): boolean {
  return isErIemandOpen(bouw, beller) || opensteElders(bouw, beller) !== undefined
}

function koppel(bouw: Bouw, id: string): void {
  const beller = vindBeller(bouw.stand, id)
  if (beller !== undefined) koppelBeller(bouw, beller)
}

/** Missed: a new time, and first in the queue as long as there are lane hours. */
function mis(bouw: Bouw, beller: Beller): void {
  const { id, klasse, toezegging: gemist, aankomstMs } = beller
  if (gemist === undefined) return
  const tijd = zoekTijd(bouw, beller, { keer: gemist.keer + 1 })
  if (tijd === undefined)
    return voeg(bouw, {
      soort: 'weg',
      beller: id,
      klasse,
      waarom: 'geen-tijd',
      gewachtMs: bouw.nuMs - aankomstMs,
    })
  const nieuw = { ...tijd, gemistMs: gemist.beginMs }
  const blijft = isErIemandOpen(bouw, beller) && bouw.stand.wachtenden.some((een) => een.id === id)
  voeg(bouw, { soort: 'toezegging-gemist', beller: id, gemist, nieuw, blijft })
}

function verruim(bouw: Bouw, beller: Beller): void {
  const { id, klasse, toezegging, aankomstMs } = beller
  if (klasse === 'publiek' || toezegging !== undefined) return
  let stap = beller.stap
  while (stap < 3 && aankomstMs + grensNa(stap, bouw.stand.instellingen) <= bouw.nuMs)
    stap = (stap + 1) as Stap
  if (stap === beller.stap) return
  voeg(bouw, { soort: 'verruimd', beller: id, stap })
  if (koppelBeller(bouw, { ...beller, stap })) return
  // A time is promised where they called.
  const aanbod = stap === 3 && beller.van === undefined ? zoekTijd(bouw, beller, { keer: 1 }) : undefined
  if (aanbod !== undefined) voeg(bouw, { soort: 'aangeboden', beller: id, aanbod })
}

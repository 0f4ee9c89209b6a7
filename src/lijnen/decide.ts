import {
  type Bouw,
  begin,
  koppelBeller,
  koppelPlek,
  laatVoor,
  type Omgeving,
  vindBeller,
  voeg,
  zoekTijd,
} from './bouw.ts'
import { laatLos, neemTerug, opensteElders, wieKan, zetElders } from './elders.ts'
import { isErErgensOpen, kijkRond, sluit, verstrijk, volgendMoment } from './klok.ts'
import type { Opdracht, Weigering } from './opdracht.ts'
import type { Stap } from './passing.ts'
import { voorrangskost } from './plafond.ts'
import type { Voorval } from './voorval.ts'
import {
  type Beller,
  HOOGSTENS_PLEKKEN,
  HOOGSTENS_WACHTENDEN,
  type Plek,
  type Rang,
  type Wachtrij,
} from './wachtrij.ts'

export type Beslissing =
  | { readonly soort: 'ok'; readonly voorvallen: readonly Voorval[]; readonly stand: Wachtrij }
  | { readonly soort: 'geweigerd'; readonly weigering: Weigering }

/**
 * What happens by a command, or why nothing does. The same queue, command and world give the same answer on any node;
 * it reads no clock and writes nowhere. What is due by then happens first.
 */
export function decide(stand: Wachtrij, opdracht: Opdracht, omgeving: Omgeving): Beslissing {
  const bouw = begin(stand, omgeving)
  const volgend = volgendMoment(stand)
  if (volgend !== undefined && volgend.getTime() <= bouw.nuMs) verstrijk(bouw)
  const weigering = doe(bouw, opdracht)
  return weigering === undefined
    ? { soort: 'ok', voorvallen: bouw.voorvallen, stand: bouw.stand }
    : { soort: 'geweigerd', weigering }
}

function doe(bouw: Bouw, opdracht: Opdracht): Weigering | undefined {
  switch (opdracht.soort) {
    case 'meld-aan':
      return meldAan(bouw, opdracht)
    case 'bel':
      return bel(bouw, opdracht)
    case 'verlaat':
      return verlaat(bouw, opdracht)
    case 'kies-terugbellen':
      return kiesTerugbellen(bouw, opdracht)
    case 'klok':
      return kijkRond(bouw)
    case 'zet-elders':
      return zetElders(bouw, opdracht)
    case 'neem-terug':
      return neemTerug(bouw, opdracht)
    case 'laat-los': {
      const beller = vindBeller(bouw.stand, opdracht.beller)
      return beller === undefined ? { reden: 'niet-gevonden', wat: 'beller' } : laatLos(bouw, beller)
    }
    default:
      return metPlek(bouw, opdracht)
  }
}

type Van<S extends Opdracht['soort']> = Extract<Opdracht, { readonly soort: S }>

function meldAan(bouw: Bouw, { plek, teams }: Van<'meld-aan'>): Weigering | undefined {
  const { plekken } = bouw.stand
  if (plekken.some(({ id }) => id === plek)) return { reden: 'bestaat-al' }
  if (plekken.length >= HOOGSTENS_PLEKKEN) return { reden: 'te-veel', hoogstens: HOOGSTENS_PLEKKEN }
  if (teams.length === 0 || teams.some((team) => !bouw.omgeving.teams.has(team)))
    return { reden: 'niet-gevonden', wat: 'team' }
  voeg(bouw, { soort: 'aangemeld', plek, teams })
  return koppelPlek(bouw, plek)
}

function metPlek(
  bouw: Bouw,
  opdracht: Van<'meld-af' | 'zet-stand' | 'rond-af' | 'niet-opgenomen'>,
): Weigering | undefined {
  const plek = bouw.stand.plekken.find(({ id }) => id === opdracht.plek)
  if (plek === undefined) return { reden: 'niet-gevonden', wat: 'plek' }
  const isInGesprek = plek.stand === 'in-gesprek'
  const isVanAnder =
    'beller' in opdracht && opdracht.beller !== undefined && plek.gesprek?.beller.id !== opdracht.beller
  if (isVanAnder) return { reden: 'kan-niet-nu' }
  switch (opdracht.soort) {
    case 'meld-af':
      return voeg(bouw, { soort: 'afgemeld', plek: plek.id })
    case 'zet-stand':
      if (isInGesprek || plek.stand === opdracht.stand || opdracht.stand === 'nawerk')
        return { reden: 'kan-niet-nu' }
      return zetStand(bouw, plek, opdracht.stand)
    case 'rond-af':
      return isInGesprek ? zetStand(bouw, plek, opdracht.daarna) : { reden: 'kan-niet-nu' }
    case 'niet-opgenomen':
      return isInGesprek ? nietOpgenomen(bouw, plek) : { reden: 'kan-niet-nu' }
    default:
      return opdracht satisfies never
  }
}

function zetStand(bouw: Bouw, { id }: Plek, stand: Exclude<Plek['stand'], 'in-gesprek'>): undefined {
  voeg(bouw, { soort: 'stand-gezet', plek: id, stand })
  return koppelPlek(bouw, id)
}

function nietOpgenomen(bouw: Bouw, { id, gesprek }: Plek): undefined {
  voeg(bouw, { soort: 'niet-opgenomen', plek: id })
  laatVoor(bouw)
  if (gesprek !== undefined) koppelBeller(bouw, gesprek.beller)
  return undefined
}

function bel(bouw: Bouw, opdracht: Van<'bel'>): Weigering | undefined {
  const { beller: id, klasse, namens, vraag, van, eigenPlek } = opdracht
  const { stand, omgeving, nuMs } = bouw
  const isBekend = vindBeller(stand, id) ?? stand.plekken.find(({ gesprek }) => gesprek?.beller.id === id)
  if (isBekend !== undefined) return { reden: 'bestaat-al' }
  if (stand.wachtenden.length >= HOOGSTENS_WACHTENDEN)
    return { reden: 'te-veel', hoogstens: HOOGSTENS_WACHTENDEN }
  const { passend: alle, ruimer } = wieKan(omgeving, vraag)
  // Looking further is for who has a resident or a case before them; the public has the ways of the organisation.
  const isVan = (team: string) => {
    const { organisatie } = opdracht
    return organisatie === undefined || omgeving.teams.get(team)?.organisatie === organisatie
  }
  const passend =
    klasse === 'lijn' ? alle : alle.filter(({ vanafStap, team }) => vanafStap === 0 && isVan(team))
  const isOpenDoor = passend.some(({ team, vanafStap }) => vanafStap <= (van?.stap ?? 3) && bouw.isOpen(team))
  // Nothing is promised to who is asked along: that stands where they called.
  if (van !== undefined && !isOpenDoor) return { reden: 'kan-niet-nu' }
  if (passend.length === 0) return voeg(bouw, { soort: 'geen-lijn', beller: id, klasse, vraag })
  const kostMs = klasse === 'lijn' ? voorrangskost(stand, nuMs) : undefined
  const rang: Rang = kostMs === undefined ? 3 : namens === 'inwoner' ? 1 : 2
  const mag = klasse === 'lijn' && van === undefined && opdracht.alleenHier === undefined && ruimer.length > 0
  const beller: Beller = {
    ...{ id, klasse, namens, vraag, passend, rang },
    ...(mag && { ruimer }),
    ...(van && { van: van.pool }),
    ...(eigenPlek !== undefined && { eigenPlek }),
    aankomstMs: van?.aankomstMs ?? nuMs,
    kostMs: kostMs ?? 0,
    stap: 0,
  }
  const binnen = { ...beller, stap: van?.stap ?? eersteStap(bouw, beller) }
  voeg(bouw, { soort: 'aangekomen', beller: binnen })
  if (klasse === 'lijn' && !isErErgensOpen(bouw, binnen)) return sluit(bouw, binnen)
  laatVoor(bouw)
  koppelBeller(bouw, binnen)
  return undefined
}

/** Where the own team is shut now, looking further begins at once. */
function eersteStap(bouw: Bouw, beller: Beller): Stap {
  const hier = beller.passend.find(({ team }) => bouw.isOpen(team))
  return hier?.vanafStap ?? opensteElders(bouw, beller)?.vanafStap ?? 0
}

function verlaat(bouw: Bouw, { beller: id, isGesloten }: Van<'verlaat'>): Weigering | undefined {
  const beller = vindBeller(bouw.stand, id)
  if (beller === undefined) return { reden: 'niet-gevonden', wat: 'beller' }
  const zelf = bouw.stand.wachtenden.includes(beller) ? 'opgehangen' : 'ingetrokken'
  const waarom = isGesloten ? 'geen-tijd' : zelf
  const { klasse, aankomstMs } = beller
  return voeg(bouw, { soort: 'weg', beller: id, klasse, waarom, gewachtMs: bouw.nuMs - aankomstMs })
}

function kiesTerugbellen(
  bouw: Bouw,
  { beller: id, nietVoor }: Van<'kies-terugbellen'>,
): Weigering | undefined {
  const beller = vindBeller(bouw.stand, id)
  if (beller === undefined) return { reden: 'niet-gevonden', wat: 'beller' }
  if (beller.klasse === 'publiek') return { reden: 'kan-niet-nu' }
  const keer = beller.toezegging?.keer ?? 1
  const toezegging =
    (nietVoor === undefined ? beller.aanbod : undefined) ??
    zoekTijd(bouw, beller, { keer, ...(nietVoor && { nietVoor }) })
  if (toezegging === undefined) return { reden: 'geen-tijd' }
  return voeg(bouw, { soort: 'toegezegd', beller: id, toezegging, waarom: 'gevraagd' })
}

/** The same calls in each arrangement, played with chance out of a seed: beside the formulas, by the policy that routes real calls. */

import { type Modelvorm, type Modelvraag, modelvormen, rekenModel } from '../wachtmodel.ts'
import { gewoneInstellingen } from '../wachtrij.ts'
import type { Nabootsuitkomst } from './nabootsing.ts'
import { HOOGSTENS_MEDEWERKERS, keurOpzet, type Opzet, type Vorm } from './opzet.ts'

export interface Naspelvraag extends Modelvraag {
  /** A whole number: the same gives the same calls, on any node. */
  readonly zaad: number
}

/** So many calls are counted in each arrangement, after some that are not. */
export const NASPEL_OPROEPEN = 40_000
const OPWARM = 4_000

/** Of each arrangement what came out; `undefined` where more comes in than they can do, so that the queue only grows. */
export type Naspeluitkomst = Readonly<Record<Modelvorm, Nabootsuitkomst | undefined>>

export interface Naspelstap {
  readonly vorm: Modelvorm
  readonly opzet: Opzet
}

/** What is to be played: only what fits. Empty when nothing does. */
export function naspelstappen(vraag: Naspelvraag): readonly Naspelstap[] {
  if (vraag.medewerkers > HOOGSTENS_MEDEWERKERS) return []
  const beeld = rekenModel(vraag)
  return modelvormen.flatMap((vorm) => {
    const { lijn, publiek } = beeld[vorm]
    const opzet = opzetVan(vraag, vorm)
    const past = lijn.soort === 'bekend' && publiek.soort === 'bekend' && keurOpzet(opzet).length === 0
    return past ? [{ vorm, opzet }] : []
  })
}

function opzetVan(vraag: Naspelvraag, vorm: Modelvorm): Opzet {
  const { medewerkers, bezetting, behandelMinuten, geduldMinuten, aandeelLijn, zaad } = vraag
  return {
    ...{ zaad, medewerkers, behandelMinuten, aandeelLijn },
    perMinuut: (medewerkers * bezetting) / behandelMinuten,
    ...(geduldMinuten !== undefined && { geduldMinuten }),
    vorm: vormVan(vorm, vraag.eigenTeam),
    oproepen: NASPEL_OPROEPEN,
    opwarm: OPWARM,
  }
}

function vormVan(vorm: Modelvorm, eigenTeam: number): Vorm {
  switch (vorm) {
    case 'een-rij':
      return { soort: 'een-rij' }
    case 'voorrang':
      return { soort: 'voorrang', plafond: gewoneInstellingen.plafond }
    case 'eigen-team':
      return { soort: 'eigen-team', medewerkers: eigenTeam }
    default:
      return vorm satisfies never
  }
}

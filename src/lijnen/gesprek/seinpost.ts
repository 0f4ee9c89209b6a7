/**
 * Passes on what browsers in one call say to each other. Whether they may is asked at every message; who takes part on
 * another node is reached by a notice. Nothing is kept.
 */

import type { Gesprekken, InGesprek } from '../gesprekken.ts'
import { voorIeder } from '../ieder.ts'
import type { Belgesprek, Belpartij, Deelnemerstand } from './belgesprek.ts'
import { isGemengd, isIn } from './belgesprek.ts'
import { type Ijs, ijsVoor, type Turninstelling } from './ijs.ts'
import type { Mediabrug } from './mediabrug.ts'
import { leesZegt, type Sein } from './sein.ts'

/** Named limits: so much may somebody say at once, by however many wires, and so much more each second after that. */
const VOORRAAD = 150
const PER_SECONDE = 15
/** Named limit: whoever left the page of their call, and has none again after so long, left the call. */
export const VERTROKKEN_MS = 2 * 60_000

/** Who takes part as the others see it: nothing that names a session, a code or a number of theirs. */
export interface Deelnemerbeeld {
  readonly id: string
  readonly soort: Belpartij['soort']
  /** Of a guest or a telephone: as what they take part. */
  readonly als?: string
  readonly organisatie?: string
  readonly naam?: string
  readonly stand: Deelnemerstand
  readonly isGedempt: boolean
  readonly staatInWacht: boolean
}

export type Hoort =
  | {
      readonly soort: 'gesprek'
      readonly nr: number
      readonly jij: string
      /** Sound goes through the mixer, because somebody is on an ordinary telephone. */
      readonly isGemengd: boolean
      readonly deelnemers: readonly Deelnemerbeeld[]
    }
  | { readonly soort: 'ijs'; readonly ijs: Ijs }
  | { readonly soort: 'sein'; readonly van: string; readonly sein: Sein }
  /** The answer of the mixer; without one it could not be reached. */
  | { readonly soort: 'gemengd'; readonly weg: string; readonly sdp?: string }

/** One browser, as this node holds it. */
export interface Seindraad {
  readonly zend: (bericht: Hoort) => void
  /** They are in this call no more, said what nobody says, or opened it once more: one window is heard. */
  readonly sluit: (waarom: 'voorbij' | 'onjuist' | 'elders') => void
}

export interface Seinpost {
  readonly verbind: (wie: InGesprek, draad: Seindraad) => Verbonden
  /** As another node said it. */
  readonly vanAndere: (bericht: string) => void
  /** A notice may have been missed: everybody here is told how their call stands. */
  readonly kijkNa: () => Promise<void>
  /** `bekend`: as this node wrote it a moment ago; otherwise it is read. */
  readonly isGewijzigd: (gesprek: string, bekend?: Belgesprek) => Promise<void>
  /** New words for the TURN server: whoever comes in late, or loses their way, has some that still work. */
  readonly geefIjs: () => void
  /** Who closed their page here and opened it nowhere since has hung up. */
  readonly ruimVertrokken: () => Promise<void>
  /** Calls of which somebody is here. */
  readonly lopend: () => readonly string[]
  readonly aantal: () => number
}

export interface Verbonden {
  readonly zegt: (tekst: string | undefined) => Promise<void>
  /** `isVertrokken`: they left that page; not a network that broke, or a session that ended. */
  readonly weg: (isVertrokken?: boolean) => void
}

export interface SeinpostDelen {
  readonly gesprekken: Pick<Gesprekken, 'magSeinen' | 'zet' | 'gaWeg'>
  readonly vind: (gesprek: string) => Promise<Belgesprek | undefined>
  readonly turn: Turninstelling | undefined
  readonly meng: Mediabrug['meng']
  /** To every other node; at most 8000 bytes. What it was about: a message, or that somebody opened their call anew. */
  readonly naarAndere: (bericht: string) => Promise<void>
  readonly klacht: (fout: unknown) => void
  readonly nu: () => Date
  /** As the TURN server has it, which hears nothing of a clock that was set here. */
  readonly turnNu: () => Date
}

interface Verbinding {
  readonly gesprek: string
  readonly deelnemer: string
  readonly draad: Seindraad
  readonly opMs: number
  /** So far they were told. */
  verteldNr: number
}

export function createSeinpost(delen: SeinpostDelen): Seinpost {
  const { gesprekken, vind, turn, meng, naarAndere, klacht, nu, turnNu } = delen
  /** Everybody of one call that this node holds. */
  const hier = new Map<string, Set<Verbinding>>()
  /** Who closed their page, and when. */
  const vertrokken = new Map<string, { readonly gesprek: string; readonly opMs: number }>()
  const emmers = maakEmmers(() => nu().getTime())
  const geefIjs = ({ deelnemer, draad }: Verbinding): void =>
    draad.zend({ soort: 'ijs', ijs: ijsVoor(turn, deelnemer, turnNu().getTime()) })
  /** Not waited for: what somebody says to others does not stand still for a mixer that is slow. */
  const mengVoor = async ({ gesprek: id, deelnemer, draad }: Verbinding, weg: string, sdp: string) => {
    const gesprek = await vind(id)
    const antwoord = gesprek && (await meng(gesprek, { deelnemer, weg }, sdp))
    draad.zend({ soort: 'gemengd', weg, ...(antwoord !== undefined && { sdp: antwoord }) })
  }
  const lever = (gesprek: string, aan: string, van: string, sein: Sein): void => {
    for (const { deelnemer, draad } of hier.get(gesprek) ?? [])
      if (deelnemer === aan) draad.zend({ soort: 'sein', van, sein })
  }
  /**
   * What they opened before that moment ends; of two that open at once on two nodes one is later on both. They are there,
   * whatever the clocks of nodes say: when they leave that page as well, that node knows.
   */
  const sluitEerdere = (gesprek: string, wie: string, opMs: number): void => {
    vertrokken.delete(wie)
    for (const een of hier.get(gesprek) ?? [])
      if (een.deelnemer === wie && een.opMs < opMs) een.draad.sluit('elders')
  }
  const vertel = (gesprek: Belgesprek): void => {
    for (const een of hier.get(gesprek.id) ?? []) {
      // What was read earlier may come later.
      if (gesprek.nr < een.verteldNr) continue
      een.verteldNr = gesprek.nr
      if (gesprek.beeindigdMs !== undefined || !isIn(gesprek, een.deelnemer)) een.draad.sluit('voorbij')
      else een.draad.zend(beeldVoor(gesprek, een.deelnemer))
    }
  }
  const isGewijzigd = async (id: string, bekend?: Belgesprek): Promise<void> => {
    if (!hier.has(id)) return
    const gesprek = bekend ?? (await vind(id))
    if (gesprek !== undefined) vertel(gesprek)
  }
  return {
    verbind: ({ gesprek, deelnemer }, draad) => {
      const opMs = turnNu().getTime()
      const eigen: Verbinding = { gesprek: gesprek.id, deelnemer, draad, opMs, verteldNr: gesprek.nr }
      const samen = hier.get(gesprek.id) ?? new Set()
      hier.set(gesprek.id, samen)
      for (const een of samen) if (een.deelnemer === deelnemer) een.draad.sluit('elders')
      samen.add(eigen)
      vertrokken.delete(deelnemer)
      naarAndere(JSON.stringify([gesprek.id, deelnemer, opMs])).catch(klacht)
      geefIjs(eigen)
      draad.zend(beeldVoor(gesprek, deelnemer))
      return {
        zegt: async (tekst) => {
          const zegt = tekst === undefined ? undefined : leesZegt(tekst)
          if (zegt === undefined || !emmers.neem(deelnemer)) return draad.sluit('onjuist')
          if (zegt.soort === 'meng') {
            mengVoor(eigen, zegt.weg, zegt.sdp).catch(() => draad.zend({ soort: 'gemengd', weg: zegt.weg }))
            return
          }
          if (zegt.soort === 'zet') {
            const uitslag = await gesprekken.zet({ gesprek, deelnemer }, zegt)
            if (uitslag.status === 'geweigerd' && uitslag.reden !== 'druk') draad.sluit('voorbij')
            return
          }
          const { aan, sein } = zegt
          // Not allowed now is not a fault of theirs: the other may have left a moment ago.
          if (!(await gesprekken.magSeinen(gesprek.id, deelnemer, aan))) return
          lever(gesprek.id, aan, deelnemer, sein)
          await naarAndere(JSON.stringify([gesprek.id, aan, deelnemer, sein]))
        },
        weg: (isVertrokken = false) => {
          samen.delete(eigen)
          const isNogHier = [...samen].some((een) => een.deelnemer === deelnemer)
          if (isVertrokken && !isNogHier)
            vertrokken.set(deelnemer, { gesprek: gesprek.id, opMs: turnNu().getTime() })
          if (samen.size === 0) hier.delete(gesprek.id)
        },
      }
    },
    vanAndere: (bericht) => {
      // Written by ourselves, on another node: what was allowed there was asked there.
      const [gesprek, aan, van, sein] = JSON.parse(bericht) as [string, string, string | number, Sein]
      if (typeof van === 'number') sluitEerdere(gesprek, aan, van)
      else lever(gesprek, aan, van, sein)
    },
    kijkNa: async () => {
      await Promise.all([...hier.keys()].map((id) => isGewijzigd(id)))
    },
    isGewijzigd,
    geefIjs: () => {
      if (turn !== undefined) for (const leden of hier.values()) for (const een of leden) geefIjs(een)
    },
    ruimVertrokken: () => {
      const grens = turnNu().getTime() - VERTROKKEN_MS
      return voorIeder([...vertrokken], async ([deelnemer, { gesprek: id, opMs }]) => {
        // Opened again since this round began.
        if (opMs > grens || !vertrokken.has(deelnemer)) return
        await gesprekken.gaWeg({ gesprek: { id }, deelnemer })
        vertrokken.delete(deelnemer)
      })
    },
    lopend: () => [...hier.keys()],
    aantal: () => [...hier.values()].reduce((som, { size }) => som + size, 0),
  }
}

export function beeldVoor(gesprek: Belgesprek, jij: string): Extract<Hoort, { soort: 'gesprek' }> {
  const { nr, deelnemers } = gesprek
  const beelden = deelnemers.map(deelnemerbeeld)
  return { soort: 'gesprek', nr, jij, isGemengd: isGemengd(gesprek), deelnemers: beelden }
}

export function deelnemerbeeld({
  id,
  partij,
  stand,
  isGedempt,
  staatInWacht,
}: Belgesprek['deelnemers'][number]): Deelnemerbeeld {
  const wie =
    partij.soort === 'medewerker'
      ? { organisatie: partij.organisatie, ...(partij.naam !== undefined && { naam: partij.naam }) }
      : { als: partij.als }
  return { id, soort: partij.soort, ...wie, stand, isGedempt, staatInWacht }
}

/**
 * Of each who takes part, what they may still say; it outlives a wire that they close, also when nobody else of their call
 * is here. Who has everything again is forgotten.
 */
function maakEmmers(nuMs: () => number): { readonly neem: (deelnemer: string) => boolean } {
  const emmers = new Map<string, { over: number; opMs: number }>()
  const volMs = (VOORRAAD / PER_SECONDE) * 1000
  let geruimdMs = nuMs()
  const ruimOp = (ms: number): void => {
    if (Math.abs(ms - geruimdMs) < volMs) return
    geruimdMs = ms
    for (const [deelnemer, { opMs }] of emmers) if (ms - opMs >= volMs) emmers.delete(deelnemer)
  }
  return {
    neem: (deelnemer) => {
      const ms = nuMs()
      ruimOp(ms)
      const was = emmers.get(deelnemer) ?? { over: VOORRAAD, opMs: ms }
      // A clock that was set back gives nothing and takes nothing.
      const erbij = (Math.max(0, ms - was.opMs) / 1000) * PER_SECONDE
      const over = Math.min(VOORRAAD, was.over + erbij)
      emmers.set(deelnemer, { over: over < 1 ? over : over - 1, opMs: ms })
      return over >= 1
    },
  }
}

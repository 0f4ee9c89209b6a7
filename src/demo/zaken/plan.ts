import type { Persoon } from '../bevolking/persoon.ts'
import type { Draad } from './draden.ts'
import type { Gewoonten } from './organisaties.ts'
import { zaadVan } from './sleutel.ts'
import type { Zaaksoort } from './soorten/zaaksoort.ts'

/** How one case goes, from beginning to end, before it begins: the clock only says how much of it there is. */
export interface Zaakplan {
  readonly sleutel: string
  readonly nummer: string
  readonly soort: Zaaksoort
  readonly persoon: Persoon
  readonly beginMs: number
  /** When each step is set, one per step of the type. */
  readonly stappenMs: readonly number[]
  readonly resultaat: string
  /** Nothing happens any more after the second step, until somebody clears up. */
  readonly isStil: boolean
  readonly opschorting: { readonly vanMs: number; readonly totMs: number } | undefined
  readonly verlenging: { readonly opMs: number; readonly weken: number } | undefined
  readonly heeftPlanning: boolean
  readonly heeftTermijn: boolean
}

const uurMs = 3_600_000
const dagMs = 24 * uurMs

export function maakPlan(organisatie: string, draad: Draad, ronde: number, gewoonten: Gewoonten): Zaakplan {
  const sleutel = `${organisatie}/${draad.nr}/${ronde}`
  const zaad = zaadVan(sleutel)
  const { soort, persoon, periodeMs, isVast, isVlug, isStil: blijftStil } = draad
  const beginMs = draad.beginMs + ronde * periodeMs
  const isStil = (!isVlug && zaad.kans(0.06)) || blijftStil
  const deel = isVast ? 0.9 + zaad.breuk() * 0.15 : 0.6 + zaad.breuk() * 0.5
  const duurMs = isVlug ? periodeMs * 0.7 : soort.dagen * dagMs * deel
  const stappenMs = maakStappen({
    aantal: soort.stappen.length,
    beginMs,
    duurMs,
    eersteNaMs: gewoonten.zonderEersteStatus === true ? duurMs * 0.12 : 0,
    opKantoor: (ms) => (isVlug ? ms : opKantoor(ms, zaad.breuk())),
    stiltotMs: isStil ? beginMs + periodeMs * 0.97 : undefined,
  })
  const [, tweede = beginMs] = stappenMs
  return {
    sleutel,
    nummer: `${new Date(beginMs).getUTCFullYear()}-${String(draad.nr).padStart(3, '0')}${String(ronde % 10_000).padStart(4, '0')}`,
    soort,
    persoon,
    beginMs,
    stappenMs,
    resultaat: zaad.kans(0.75) ? (soort.resultaten[0] ?? '') : zaad.kies(soort.resultaten),
    isStil,
    opschorting:
      !isVlug && zaad.kans(0.05) && !blijftStil
        ? { vanMs: tweede + dagMs, totMs: tweede + duurMs * 0.3 }
        : undefined,
    verlenging:
      !isVlug && zaad.kans(0.08) && !blijftStil ? { opMs: beginMs + duurMs * 0.5, weken: 6 } : undefined,
    heeftPlanning: zaad.kans(0.6),
    heeftTermijn: zaad.kans(0.8) || blijftStil,
  }
}

interface Stappenkeus {
  readonly aantal: number
  readonly beginMs: number
  readonly duurMs: number
  readonly eersteNaMs: number
  readonly opKantoor: (ms: number) => number
  readonly stiltotMs: number | undefined
}

/** In order, never two at once: a register refuses two statuses of the same moment. */
function maakStappen(keus: Stappenkeus): number[] {
  const { aantal, beginMs, duurMs, eersteNaMs, stiltotMs } = keus
  const uit: number[] = []
  for (let i = 0; i < aantal; i++) {
    const vrij = beginMs + eersteNaMs + ((duurMs - eersteNaMs) * i) / (aantal - 1)
    const stil = stiltotMs !== undefined && i >= 2 ? stiltotMs + i * 60_000 : undefined
    const gewenst = stil ?? (i === 0 ? vrij : keus.opKantoor(vrij))
    uit.push(Math.round(Math.max(gewenst, (uit.at(-1) ?? beginMs - 60_000) + 60_000)))
  }
  return uit
}

/** Between eight and four, the same day. */
function opKantoor(ms: number, deel: number): number {
  return Math.floor(ms / dagMs) * dagMs + Math.floor((8 + deel * 8) * 60) * 60_000
}

/** Everything about this case happens at one of these moments. */
export function momentenVan(plan: Zaakplan): number[] {
  const { beginMs, stappenMs, opschorting, verlenging } = plan
  return [
    beginMs,
    ...stappenMs,
    ...(opschorting === undefined ? [] : [opschorting.vanMs, opschorting.totMs]),
    ...(verlenging === undefined ? [] : [verlenging.opMs]),
  ]
}

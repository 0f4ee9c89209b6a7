/**
 * The cap on the lane. Credit, in milliseconds of work, grows with the time of everybody at work times the cap; a lane
 * call takes what it is expected to last, and gives back or takes more when it is over. Who comes when there is too
 * little joins the public, so that calls with precedence take at most that part of everybody's time in the long run.
 * With calls that come by chance the public then waits at most 1/(1-ρ1) - 1 longer than in one queue (`publiekGrens`).
 * Whatever comes, also in bursts, it is at most ρ/(ρ-ρ1) - 1: what the lane wins is then all that it would have waited.
 */
import { isAanHetWerk, type Wachtrij } from './wachtrij.ts'

/** Credit for so long is kept: a busy half hour after a calm one is no reason to wait. Our choice. */
const BEWAAR_MS = 60 * 60_000

export function tegoedOp(wachtrij: Wachtrij, nuMs: number): number {
  const { tegoed, instellingen } = wachtrij
  if (instellingen.plafond === 0) return 0
  let werkend = 0
  for (const plek of wachtrij.plekken) if (isAanHetWerk(plek)) werkend++
  const perMs = werkend * instellingen.plafond
  const hoogstens = Math.max(perMs * BEWAAR_MS, 2 * wachtrij.behandelMs)
  return Math.min(hoogstens, tegoed.ms + perMs * Math.max(0, nuMs - tegoed.opMs))
}

/** What a lane call costs now, or nothing when there is too little for it to go first. */
export function voorrangskost(wachtrij: Wachtrij, nuMs: number): number | undefined {
  return tegoedOp(wachtrij, nuMs) >= wachtrij.behandelMs ? wachtrij.behandelMs : undefined
}

/**
 * Plays calls one by one, with chance out of a seed, and lets `decide` choose as it does for real calls: what comes out
 * is about the policy that runs. A model, not a measurement: nobody called.
 */
import { decide } from '../decide.ts'
import type { Opdracht } from '../opdracht.ts'
import { exponentieel, type Toevalstromen, toevalstromen } from '../toeval.ts'
import { nieuweWachtrij, type Wachtrij } from '../wachtrij.ts'
import { Agenda } from './agenda.ts'
import { keurOpzet, maakWereld, type Opzet, type Opzetfout, type Wereld } from './opzet.ts'
import { type Klassebeeld, Telling } from './telling.ts'

export interface Nabootsuitkomst {
  /** For whoever shows it: say so beside every figure. */
  readonly wat: 'model, geen meting'
  readonly lijn: Klassebeeld
  readonly publiek: Klassebeeld
  readonly samen: Klassebeeld
  /** The part of their time that people were in calls, from 0 to 1. */
  readonly bezetting: number
  /** So long it would have taken. */
  readonly nagebootsteUren: number
}

export interface Voortgang {
  readonly gedaan: number
  readonly van: number
}

export type Nabootsing =
  | { readonly soort: 'klaar'; readonly uitkomst: Nabootsuitkomst }
  | { readonly soort: 'gestopt'; readonly bij: Voortgang }
  | { readonly soort: 'fout'; readonly fouten: readonly Opzetfout[] }

/** So many calls and ends of calls in one go: a few milliseconds, also with hundreds of people. */
const STUK = 100
/** Nothing here looks further or calls back: there is one team per subject, and it never shuts. */
const NOOIT_MS = 1e14

/** Everything at once in pieces: between two of them `rust` is waited for, so that others come through (`setImmediate`). */
export async function bootsNa(
  opzet: Opzet,
  { rust, sein }: { readonly rust: () => Promise<unknown>; readonly sein?: AbortSignal },
): Promise<Nabootsing> {
  const fouten = keurOpzet(opzet)
  if (fouten.length > 0) return { soort: 'fout', fouten }
  const spel = speelNa(opzet)
  for (;;) {
    const stuk = spel.next()
    if (stuk.done === true) return { soort: 'klaar', uitkomst: stuk.value }
    if (sein?.aborted === true) return { soort: 'gestopt', bij: stuk.value }
    await rust()
  }
}

type Straks =
  | { readonly soort: 'belt' }
  | { readonly soort: 'klaar'; readonly plek: string }
  | { readonly soort: 'geduld-op'; readonly beller: string }

interface Spel {
  readonly opzet: Opzet
  readonly wereld: Wereld
  readonly toeval: Toevalstromen
  readonly agenda: Agenda<Straks>
  readonly tellingen: Readonly<Record<'lijn' | 'publiek', Telling>>
  stand: Wachtrij
  gebeld: number
  bezigMs: number
}

/** The same, for who wants to be in charge: each step is a piece. The setup must have been checked (`keurOpzet`). */
export function* speelNa(opzet: Opzet): Generator<Voortgang, Nabootsuitkomst, void> {
  const spel = begin(opzet)
  const van = opzet.opwarm + opzet.oproepen
  let teltVanafMs: number | undefined
  let laatsteMs = 0
  // Until nobody waits any more, or the longest waits would not be counted.
  for (let n = 1, volgende = spel.agenda.neem(); volgende !== undefined; n++, volgende = spel.agenda.neem()) {
    const { ms, wat } = volgende
    if (wat.soort === 'belt') {
      if (spel.gebeld === opzet.opwarm) teltVanafMs = ms
      laatsteMs = ms
    }
    gebeur(spel, wat, ms)
    if (n % STUK === 0) yield { gedaan: spel.gebeld, van }
  }
  const duurMs = Math.max(1, laatsteMs - (teltVanafMs ?? 0))
  const { lijn, publiek } = spel.tellingen
  return {
    wat: 'model, geen meting',
    lijn: lijn.beeld(),
    publiek: publiek.beeld(),
    samen: lijn.plus(publiek).beeld(),
    bezetting: spel.bezigMs / duurMs / opzet.medewerkers,
    nagebootsteUren: duurMs / 3_600_000,
  }
}

function begin(opzet: Opzet): Spel {
  const wereld = maakWereld(opzet)
  const spel: Spel = {
    opzet,
    wereld,
    toeval: toevalstromen(opzet.zaad),
    agenda: new Agenda(),
    tellingen: { lijn: new Telling(), publiek: new Telling() },
    stand: nieuweWachtrij('nabootsing', new Date(0), {
      plafond: wereld.plafond,
      behandelMs: opzet.behandelMinuten * 60_000,
      ...{ buurNaMs: NOOIT_MS, generalistNaMs: NOOIT_MS, terugbellenNaMs: NOOIT_MS },
    }),
    gebeld: 0,
    bezigMs: 0,
  }
  for (let n = 0; n < opzet.medewerkers; n++)
    vraag(spel, { soort: 'meld-aan', plek: `p${String(n).padStart(4, '0')}`, teams: wereld.teamsVan(n) }, 0)
  spel.agenda.zet(tot(spel.toeval.aankomst, 1 / opzet.perMinuut), { soort: 'belt' })
  return spel
}

function gebeur(spel: Spel, wat: Straks, nuMs: number): unknown {
  switch (wat.soort) {
    case 'belt':
      return belt(spel, nuMs)
    case 'klaar':
      return vraag(spel, { soort: 'rond-af', plek: wat.plek, daarna: 'vrij' }, nuMs)
    case 'geduld-op':
      // Refused when they were helped already.
      return vraag(spel, { soort: 'verlaat', beller: wat.beller }, nuMs)
  }
}

function belt(spel: Spel, nuMs: number): void {
  const { opzet, toeval, agenda, wereld } = spel
  const isLijn = toeval.klasse() < opzet.aandeelLijn
  const beller = `${spel.gebeld++}`
  if (spel.gebeld < opzet.opwarm + opzet.oproepen)
    agenda.zet(nuMs + tot(toeval.aankomst, 1 / opzet.perMinuut), { soort: 'belt' })
  const klasse = isLijn ? 'lijn' : 'publiek'
  if (opzet.geduldMinuten !== undefined)
    agenda.zet(nuMs + tot(toeval.geduld, opzet.geduldMinuten), { soort: 'geduld-op', beller })
  const onderwerp = wereld.vraagVan(isLijn, toeval.onderwerp())
  const isAan = vraag(spel, { soort: 'bel', beller, klasse, namens: 'inwoner', vraag: onderwerp }, nuMs)
  if (!isAan && telt(spel, beller)) spel.tellingen[klasse].weg(0)
}

/** True when it was done; what followed is counted, and put in the diary. */
function vraag(spel: Spel, opdracht: Opdracht, nuMs: number): boolean {
  const besluit = decide(spel.stand, opdracht, { nu: new Date(nuMs), teams: spel.wereld.teams })
  if (besluit.soort === 'geweigerd') return false
  spel.stand = besluit.stand
  for (const { inhoud } of besluit.voorvallen) {
    if (inhoud.soort === 'verbonden') {
      // Drawn when a call begins: in whatever order people are helped, the calls after each other are as long.
      const duurMs = tot(spel.toeval.duur, spel.opzet.behandelMinuten)
      spel.agenda.zet(nuMs + duurMs, { soort: 'klaar', plek: inhoud.plek })
      if (!telt(spel, inhoud.beller)) continue
      spel.bezigMs += duurMs
      spel.tellingen[inhoud.klasse].geholpen(inhoud.gewachtMs)
    } else if (inhoud.soort === 'weg' && telt(spel, inhoud.beller)) {
      spel.tellingen[inhoud.klasse].weg(inhoud.gewachtMs)
    }
  }
  return true
}

function telt({ opzet }: Spel, beller: string): boolean {
  return Number(beller) >= opzet.opwarm
}

/** In whole milliseconds, of a mean in minutes. */
function tot(kans: () => number, gemiddeldMinuten: number): number {
  return Math.round(exponentieel(kans, gemiddeldMinuten * 60_000))
}

import type { Brondag, Bronverloop } from './aansluiting-store.ts'
import type { BewaardeAansluiting } from './aansluitingen.ts'
import type { Berichtenstand } from './zaakbericht-store.ts'

/** `grijs`: nothing is asked, so nothing is known. Pages say it in words and by shape as well. */
export const kleuren = ['groen', 'oranje', 'rood', 'grijs'] as const
export type Kleur = (typeof kleuren)[number]

export const gezondheidsredenen = [
  'uit',
  'gesloten',
  'bezwaar',
  'nog-niet-gevraagd',
  'antwoordt-niet',
  'hapert',
  'berichten-mislukken',
  'abonnement-mislukt',
  'goed',
] as const
export type Gezondheidsreden = (typeof gezondheidsredenen)[number]

export interface Gezondheid {
  readonly kleur: Kleur
  readonly reden: Gezondheidsreden
  /** How many, where the reason is that something went wrong some times. */
  readonly n?: number
}

/** Named limits: failing for so long is red; so large a part of a day, of at least so many questions, is amber. */
const roodNaMs = 15 * 60_000
const hapertDeel = 0.05
const hapertVanaf = 20
/** Named limit: a message that was given up is news for so long. */
const gemistMs = 24 * 3_600_000

/** What is known of it beside its settings. */
export interface Bronteken {
  readonly loop?: Bronverloop | undefined
  /** Today. */
  readonly dag?: Brondag | undefined
  readonly berichten?: Berichtenstand | undefined
}

/** How a connection is doing, for who looks after it. */
export function gezondheidVan(
  { aansluiting, bezwaren }: BewaardeAansluiting,
  { loop, dag, berichten }: Bronteken,
  nu: Date,
): Gezondheid {
  if (aansluiting.stand === 'gesloten') return { kleur: 'grijs', reden: 'gesloten' }
  if (bezwaren.length > 0) return { kleur: 'rood', reden: 'bezwaar' }
  if (aansluiting.stand === 'uit') return { kleur: 'grijs', reden: 'uit' }
  const { laatstGoed, laatstMislukt } = loop ?? {}
  if (laatstGoed === undefined && laatstMislukt === undefined)
    return { kleur: 'grijs', reden: 'nog-niet-gevraagd' }
  const isMis = laatstMislukt !== undefined && (laatstGoed === undefined || laatstMislukt > laatstGoed)
  if (isMis) {
    const isLang = laatstGoed === undefined || nu.getTime() - laatstGoed.getTime() > roodNaMs
    return isLang ? { kleur: 'rood', reden: 'antwoordt-niet' } : { kleur: 'oranje', reden: 'hapert' }
  }
  if (dag !== undefined && dag.gevraagd >= hapertVanaf && dag.mislukt / dag.gevraagd > hapertDeel)
    return { kleur: 'oranje', reden: 'hapert' }
  // Who brings events by itself needs no subscription; what was found of an earlier one says nothing.
  if (!aansluiting.stuurtGebeurtenissen && berichten?.abonnement?.fout !== undefined)
    return { kleur: 'oranje', reden: 'abonnement-mislukt' }
  // That something may have been missed is also written down when a subscription is made: alone it is no fault.
  const { gemistOp, mislukt = 0 } = berichten ?? {}
  if (mislukt > 0 && gemistOp !== undefined && nu.getTime() - gemistOp.getTime() < gemistMs)
    return { kleur: 'oranje', reden: 'berichten-mislukken', n: mislukt }
  return { kleur: 'groen', reden: 'goed' }
}

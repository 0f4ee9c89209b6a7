import type { Brondag, Bronverloop } from './aansluiting-store.ts'
import type { BewaardeAansluiting } from './aansluitingen.ts'

/** `grijs`: nothing is asked, so nothing is known. Pages say it in words and by shape as well. */
export const kleuren = ['groen', 'oranje', 'rood', 'grijs'] as const
export type Kleur = (typeof kleuren)[number]

export const gezondheidsredenen = [
  'uit',
  'bezwaar',
  'nog-niet-gevraagd',
  'antwoordt-niet',
  'hapert',
  'berichten-mislukken',
  'goed',
] as const
export type Gezondheidsreden = (typeof gezondheidsredenen)[number]

export interface Gezondheid {
  readonly kleur: Kleur
  readonly reden: Gezondheidsreden
}

/** Named limits: failing for so long is red; so large a part of a day, of at least so many questions, is amber. */
const roodNaMs = 15 * 60_000
const hapertDeel = 0.05
const hapertVanaf = 20

/** How a connection is doing, for who looks after it. `dag` is today. */
export function gezondheidVan(
  { aansluiting, bezwaren }: BewaardeAansluiting,
  verloop: Bronverloop | undefined,
  dag: Brondag | undefined,
  nu: Date,
): Gezondheid {
  if (bezwaren.length > 0) return { kleur: 'rood', reden: 'bezwaar' }
  if (aansluiting.stand === 'uit') return { kleur: 'grijs', reden: 'uit' }
  const { laatstGoed, laatstMislukt } = verloop ?? {}
  if (laatstGoed === undefined && laatstMislukt === undefined)
    return { kleur: 'grijs', reden: 'nog-niet-gevraagd' }
  const isMis = laatstMislukt !== undefined && (laatstGoed === undefined || laatstMislukt > laatstGoed)
  if (isMis) {
    const isLang = laatstGoed === undefined || nu.getTime() - laatstGoed.getTime() > roodNaMs
    return isLang ? { kleur: 'rood', reden: 'antwoordt-niet' } : { kleur: 'oranje', reden: 'hapert' }
  }
  if (dag !== undefined && dag.gevraagd >= hapertVanaf && dag.mislukt / dag.gevraagd > hapertDeel)
    return { kleur: 'oranje', reden: 'hapert' }
  if (dag !== undefined && dag.berichtenMislukt > 0) return { kleur: 'oranje', reden: 'berichten-mislukken' }
  return { kleur: 'groen', reden: 'goed' }
}

import type { Regelingstand } from '../../../corpus/index.ts'
import type { RedactieBeeld } from './redactie-beeld.ts'

export const KEUZES = ['gebied', 'uitvoerder', 'vertrouwen', 'gemis'] as const
export type Keuze = (typeof KEUZES)[number]

export interface Filter {
  readonly keuzes: Readonly<Partial<Record<Keuze, string>>>
  /** From 1. */
  readonly bladzij: number
}

/** What somebody typed into the address counts only when it looks like an id. */
export function filterVan(zoek: URLSearchParams): Filter {
  const keuzes: Partial<Record<Keuze, string>> = {}
  for (const naam of KEUZES) {
    const waarde = zoek.get(naam) ?? ''
    if (/^[A-Za-z0-9-]{1,64}$/.test(waarde)) keuzes[naam] = waarde
  }
  const n = zoek.get('n') ?? ''
  return { keuzes, bladzij: /^[1-9]\d{0,2}$/.test(n) ? Number(n) : 1 }
}

/** For the same list in another language. */
export function zoekdeel(zoek: URLSearchParams): string {
  const { keuzes, bladzij } = filterVan(zoek)
  const uit = new URLSearchParams(keuzes)
  if (bladzij > 1) uit.set('n', String(bladzij))
  return uit.size === 0 ? '' : `?${uit}`
}

/** What somebody can look for among what is missing. */
export const GEMISSEN = ['cijfers', 'open', 'verlopen', 'onzeker', 'vertalingen', 'verband'] as const

export function heeftGemis({ verbanden }: RedactieBeeld, stand: Regelingstand, soort: string): boolean {
  const { gemis } = stand
  if (soort === 'verlopen') return gemis.verlopen !== undefined
  if (soort === 'verband') {
    const verband = verbanden.get(stand.id)
    return (verband?.alleenGebeurtenis.length ?? 0) + (verband?.alleenRegeling.length ?? 0) > 0
  }
  if (soort === 'cijfers' || soort === 'open' || soort === 'onzeker' || soort === 'vertalingen')
    return gemis[soort].length > 0
  return false
}

export function waardeVan({ nu }: Regelingstand, keuze: Exclude<Keuze, 'gemis'>): string {
  const { info } = nu.wet
  return info[keuze]
}

export function gekozen(beeld: RedactieBeeld, { keuzes }: Filter): readonly Regelingstand[] {
  return beeld.standen.filter((stand) =>
    KEUZES.every((naam) => {
      const wil = keuzes[naam]
      if (wil === undefined) return true
      return naam === 'gemis' ? heeftGemis(beeld, stand, wil) : waardeVan(stand, naam) === wil
    }),
  )
}

/** What somebody needs to be helped well. How, never why: nothing here says what somebody has. */
export const hulpsoorten = [
  'grote-letters',
  'bellen',
  'tolk',
  'rustige-ruimte',
  'iemand-mee',
  'meer-tijd',
] as const
export type Hulpsoort = (typeof hulpsoorten)[number]

/** Languages that people ask an interpreter for; a page says how one asks for another. */
export const tolktalen = [
  'ar',
  'en',
  'fa',
  'fr',
  'ngt',
  'pap',
  'pl',
  'ro',
  'so',
  'ti',
  'tr',
  'uk',
  'zh',
] as const
export type Tolktaal = (typeof tolktalen)[number]

export interface Hulpbehoefte {
  /** In the order of the list; at least one. */
  readonly soorten: readonly Hulpsoort[]
  /** With `tolk` alone. */
  readonly tolktaal?: Tolktaal
}

export type Hulpfout = 'niets' | 'taal'

/** What a form or a desk says, as far as it is in our lists; with an interpreter goes a language. */
export function maakHulpbehoefte(
  genoemd: readonly string[],
  taal: string | null,
): { readonly behoefte: Hulpbehoefte } | { readonly fout: Hulpfout } {
  const soorten = hulpsoorten.filter((soort) => genoemd.includes(soort))
  if (soorten.length === 0) return { fout: 'niets' }
  if (!soorten.includes('tolk')) return { behoefte: { soorten } }
  const tolktaal = tolktalen.find((een) => een === taal)
  return tolktaal === undefined ? { fout: 'taal' } : { behoefte: { soorten, tolktaal } }
}

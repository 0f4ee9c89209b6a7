import { z } from 'zod'

/** `{count, next, previous, results}`; the standard has no page size that a client may choose. */
export interface Pagina<T> {
  readonly count: number
  readonly next: string | null
  readonly previous: string | null
  readonly results: readonly T[]
}

/** Of what comes in: `next` is an address at somebody else's, to be checked before it is followed. */
export function paginaSchema<T extends z.ZodType>(rij: T) {
  return z.object({
    count: z.int().nonnegative(),
    next: z.url().nullish(),
    previous: z.url().nullish(),
    results: z.array(rij),
  })
}

/** As many as Open Zaak gives. */
export const rijenPerPagina = 100

/** `undefined` for a page that is not there: the reference then answers 404. An empty list has one page. */
export function maakPagina<T>(
  {
    adres,
    pagina,
    aantal,
    perPagina,
    plaats,
  }: {
    readonly adres: URL
    readonly pagina: number
    readonly aantal: number
    readonly perPagina: number
    /** Where the next page goes on, beside its number. */
    readonly plaats?: {
      readonly naam: string
      readonly volgende: string | undefined
      readonly kanTerug: boolean | undefined
    }
  },
  results: readonly T[],
): Pagina<T> | undefined {
  const laatste = Math.max(1, Math.ceil(aantal / perPagina))
  if (pagina > laatste) return undefined
  const naar = (nummer: number, na?: string): string => {
    const kopie = new URL(adres)
    if (plaats !== undefined) kopie.searchParams.delete(plaats.naam)
    if (plaats !== undefined && na !== undefined) kopie.searchParams.set(plaats.naam, na)
    // The first page has no number, as in the reference.
    if (nummer === 1) kopie.searchParams.delete('page')
    else kopie.searchParams.set('page', String(nummer))
    return kopie.href
  }
  return {
    count: aantal,
    next: pagina < laatste ? naar(pagina + 1, plaats?.volgende) : null,
    previous: pagina > 1 && plaats?.kanTerug !== false ? naar(pagina - 1) : null,
    results,
  }
}

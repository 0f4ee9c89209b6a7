import type { z } from 'zod'
import type { JsonObject } from '../opslag.ts'
import type { Onderdeel } from '../verzameling.ts'
import type { Schrijfcontext } from './kern.ts'

export interface Schrijfroute {
  readonly component: Onderdeel
  /** One of these. */
  readonly scopes: readonly string[]
  /** What stands in the request: JSON, JSON that may be absent, nothing, or a form with a file. */
  readonly lichaam: 'json' | 'misschien' | 'geen' | 'formulier'
  /** What the body may hold; the description is made of it. */
  readonly invoer?: z.ZodType
  readonly doe: Doe
}

type Doe = (context: Schrijfcontext, url: string) => Promise<JsonObject | undefined>
type Wijzig = (context: Schrijfcontext, url: string, isDeel: boolean) => Promise<JsonObject>
type Weg = (context: Schrijfcontext, url: string) => Promise<void>

/** Makers of routes of one component, so that a row of the table says only what differs. */
export function routesVan(component: Onderdeel) {
  const maak = (scopes: readonly string[], invoer: z.ZodType, doe: Doe): Schrijfroute => ({
    component,
    scopes,
    lichaam: 'json',
    invoer,
    doe,
  })
  return {
    maak,
    wijzig: (scopes: readonly string[], invoer: z.ZodType, doe: Wijzig) => ({
      PUT: maak(scopes, invoer, (context, url) => doe(context, url, false)),
      PATCH: maak(scopes, invoer, (context, url) => doe(context, url, true)),
    }),
    weg: (scopes: readonly string[], doe: Weg): Schrijfroute => ({
      component,
      scopes,
      lichaam: 'geen',
      doe: async (context, url) => {
        await doe(context, url)
        return undefined
      },
    }),
  }
}

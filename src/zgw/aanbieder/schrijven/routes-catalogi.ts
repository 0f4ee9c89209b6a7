import type { Soort } from '../verzamelingen.ts'
import { maakType, publiceer, verwijderType, wijzigType } from './catalogus.ts'
import { routesVan, type Schrijfroute } from './route.ts'
import { type Type, typesoorten } from './typesoorten.ts'

const schrijven = ['catalogi.schrijven', 'catalogi.geforceerd-schrijven']
const verwijderen = ['catalogi.schrijven', 'catalogi.geforceerd-verwijderen']
const { maak, wijzig, weg } = routesVan('ztc')

/** The same for every kind of type; a catalogue itself is made and no more. */
export const typeroutes: Partial<Record<Soort, Readonly<Record<string, Schrijfroute>>>> = Object.fromEntries(
  // The keys of the table are its kinds.
  (Object.keys(typesoorten) as Type[]).map((soort) => {
    const { invoer, isZelfstandig } = { isZelfstandig: undefined, ...typesoorten[soort] }
    // What stands on its own is always made as a concept: there is nothing to force.
    const maken = isZelfstandig === true || soort === 'catalogussen' ? ['catalogi.schrijven'] : schrijven
    const POST = maak(maken, invoer, (context) => maakType(context, soort))
    if (soort === 'catalogussen') return [soort, { POST }]
    return [
      soort,
      {
        POST,
        ...wijzig(schrijven, invoer, (context, url, isDeel) => wijzigType(context, soort, url, isDeel)),
        DELETE: weg(verwijderen, (context, url) => verwijderType(context, soort, url)),
      },
    ]
  }),
)

/** `POST …/{uuid}/publish` of what is made as a concept. */
export function publiceerroute(soort: Type): Schrijfroute {
  const { invoer } = typesoorten[soort]
  const route = maak(['catalogi.schrijven'], invoer, (context, url) => publiceer(context, soort, url))
  return { ...route, lichaam: 'geen' }
}

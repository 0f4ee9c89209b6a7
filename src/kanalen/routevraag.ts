import { type Berichtinhoud, organisatieVan } from './bericht.ts'
import { type Berichtsoort, kenmerkenVan } from './berichtsoort.ts'
import type { Routevraag } from './route.ts'
import { geldendVoor, type Waarover } from './voorkeur.ts'
import type { Voorkeurbeeld } from './voorkeuren.ts'

/** What the road of a message depends on. */
export function routevraagVan(
  { soort, inhoud }: { readonly soort: Berichtsoort; readonly inhoud: Berichtinhoud },
  { regels, verklaringen, adressen }: Voorkeurbeeld,
  nu: Date,
): Routevraag {
  const { groep, isProcedure } = kenmerkenVan(soort)
  const organisatie = organisatieVan(inhoud)
  const { verwijzing, oudAdres, alleenSnel, nutTot, belVoor } = inhoud
  const waarover: Waarover = {
    groep,
    ...(organisatie !== undefined && { organisatie }),
    ...(verwijzing?.soort === 'zaak' && { zaak: verwijzing }),
  }
  const geldend = geldendVoor(regels, waarover)
  return {
    waarover,
    isProcedure,
    geldend,
    verklaringen,
    adressen,
    ...(oudAdres !== undefined && { oudAdres }),
    ...(alleenSnel && { alleenSnel }),
    ...(alleenSnel && nutTot !== undefined && { nutTot: new Date(nutTot) }),
    ...(belVoor !== undefined && { belVoor: new Date(belVoor) }),
    nu,
  }
}

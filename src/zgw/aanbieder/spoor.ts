import { uuidUit } from './context.ts'
import type { Rij } from './opslag.ts'
import type { Schrijfcontext } from './schrijven/kern.ts'
import { toon } from './tonen.ts'
import type { Onderdeel } from './verzameling.ts'
import { type Soort, verzamelingVan } from './verzamelingen.ts'

/** In which trail a component writes; the catalogue and the applications have none in the standard. */
const sporen: Readonly<Partial<Record<Onderdeel, Soort>>> = {
  zrc: 'zaakspoor',
  drc: 'documentspoor',
  brc: 'besluitspoor',
}

const weergaven = {
  create: 'Object aangemaakt',
  update: 'Object bijgewerkt',
  partial_update: 'Object deels bijgewerkt',
  destroy: 'Object verwijderd',
} as const
type Actie = keyof typeof weergaven

const acties: Readonly<Record<string, { actie: Actie; resultaat: number }>> = {
  POST: { actie: 'create', resultaat: 201 },
  PUT: { actie: 'update', resultaat: 200 },
  PATCH: { actie: 'partial_update', resultaat: 200 },
  DELETE: { actie: 'destroy', resultaat: 204 },
}

export interface Wijziging {
  readonly soort: Soort
  readonly methode: string
  readonly oud: Rij | undefined
  readonly nieuw: Rij | undefined
}

/**
 * One line in the trail of the case, document or decision that something was written to: who did it, with which
 * application, and what it was before and after. A trail goes with what it is of.
 */
export async function noteer(context: Schrijfcontext, wijziging: Wijziging): Promise<void> {
  const { soort, methode, oud, nieuw } = wijziging
  const { component, resource, begrenzing } = verzamelingVan(soort)
  const spoor = sporen[component]
  const over = nieuw ?? oud
  const wat = acties[methode]
  if (spoor === undefined || over === undefined || wat === undefined) return
  const via = begrenzing?.via
  if (via === undefined && nieuw === undefined) return
  const hoofdObject = via === undefined ? over.url : String(over[via.veld])
  const { aangemeld, schrijver, adressen, nu, koppen } = context
  const uuid = context.uuid()
  await schrijver.zet(spoor, {
    url: adressen.van(spoor, uuid, uuidUit(hoofdObject)),
    uuid,
    bron: component,
    applicatieId: aangemeld.id.slice(0, 100),
    applicatieWeergave: (aangemeld.client.label ?? aangemeld.id).slice(0, 200),
    gebruikersId: aangemeld.gebruiker.slice(0, 255),
    gebruikersWeergave: aangemeld.weergave.slice(0, 255),
    actie: wat.actie,
    actieWeergave: weergaven[wat.actie],
    resultaat: wat.resultaat,
    hoofdObject,
    resource,
    resourceUrl: over.url,
    toelichting: koppen['x-audit-toelichting'] ?? '',
    resourceWeergave: naamVan(over).slice(0, 200),
    aanmaakdatum: nu.toISOString(),
    wijzigingen: {
      ...(oud === undefined ? {} : { oud: toon(verzamelingVan(soort), oud) }),
      ...(nieuw === undefined ? {} : { nieuw: toon(verzamelingVan(soort), nieuw) }),
    },
  })
}

/** How a person finds it again; what has no name has its number. */
function naamVan(rij: Rij): string {
  const naam = [rij.identificatie, rij.naam, rij.titel].find(
    (deel) => typeof deel === 'string' && deel !== '',
  )
  return typeof naam === 'string' ? naam : uuidUit(rij.url)
}

import type { Soort } from '../verzamelingen.ts'
import { applicatieInvoer, maakApplicatie, verwijderApplicatie, wijzigApplicatie } from './applicatie.ts'
import { besluitInvoer, maakBesluit, verwijderBesluit, wijzigBesluit } from './besluit.ts'
import { besluitdocumentInvoer, koppelBesluitdocument, ontkoppelBesluitdocument } from './besluitdocument.ts'
import { routesVan, type Schrijfroute } from './route.ts'
import { publiceerroute, typeroutes } from './routes-catalogi.ts'
import { documentroutes, slotroutes } from './routes-documenten.ts'
import { zaakroutes } from './routes-zaken.ts'

export type { Schrijfroute } from './route.ts'

const brc = routesVan('brc')
const ac = routesVan('ac')
const beheren = ['autorisaties.bijwerken']

/** What can be written, with what the files ask for it. The rest of the standard answers 405 here. */
export const schrijfroutes: Partial<Record<Soort, Readonly<Record<string, Schrijfroute>>>> = {
  ...typeroutes,
  ...zaakroutes,
  ...documentroutes,
  besluiten: {
    POST: brc.maak(['besluiten.aanmaken'], besluitInvoer, maakBesluit),
    ...brc.wijzig(['besluiten.bijwerken'], besluitInvoer, wijzigBesluit),
    DELETE: brc.weg(['besluiten.verwijderen'], verwijderBesluit),
  },
  besluitinformatieobjecten: {
    POST: brc.maak(['besluiten.aanmaken'], besluitdocumentInvoer, koppelBesluitdocument),
    DELETE: brc.weg(['besluiten.verwijderen'], ontkoppelBesluitdocument),
  },
  applicaties: {
    POST: ac.maak(beheren, applicatieInvoer, maakApplicatie),
    ...ac.wijzig(beheren, applicatieInvoer, wijzigApplicatie),
    DELETE: ac.weg(beheren, verwijderApplicatie),
  },
}

/** What is done with a list or with one resource besides reading and writing it. */
export interface Actie {
  readonly methode: 'GET' | 'POST'
  readonly opEen: boolean
  readonly schrijft?: Schrijfroute
}

const publish = (soort: Parameters<typeof publiceerroute>[0]) => ({
  publish: { methode: 'POST', opEen: true, schrijft: publiceerroute(soort) } as const,
})
const zoek = { methode: 'POST', opEen: false } as const

export const acties: Partial<Record<Soort, Readonly<Record<string, Actie>>>> = {
  zaken: { _zoek: zoek },
  enkelvoudiginformatieobjecten: {
    _zoek: zoek,
    download: { methode: 'GET', opEen: true },
    lock: { methode: 'POST', opEen: true, schrijft: slotroutes.lock },
    unlock: { methode: 'POST', opEen: true, schrijft: slotroutes.unlock },
  },
  zaaktypen: publish('zaaktypen'),
  besluittypen: publish('besluittypen'),
  informatieobjecttypen: publish('informatieobjecttypen'),
  applicaties: { consumer: { methode: 'GET', opEen: false } },
}

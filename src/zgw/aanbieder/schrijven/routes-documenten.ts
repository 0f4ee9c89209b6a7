import { deelInvoer, zetDeel } from './bestandsdeel.ts'
import { documentWijziging, maakDocument, verwijderDocument, wijzigDocument } from './document.ts'
import {
  gebruiksrechtInvoer,
  maakGebruiksrecht,
  verwijderGebruiksrecht,
  wijzigGebruiksrecht,
} from './gebruiksrecht.ts'
import { documentInvoer } from './invoer.ts'
import { routesVan } from './route.ts'
import { ontgrendel, slotInvoer, vergrendel } from './slot.ts'
import { maakSpiegel, spiegelInvoer, verwijderSpiegel } from './spiegel.ts'
import { maakVerzending, verwijderVerzending, verzendingInvoer, wijzigVerzending } from './verzending.ts'

const aanmaken = ['documenten.aanmaken']
const bijwerken = ['documenten.bijwerken']
const verwijderen = ['documenten.verwijderen']
const { maak, wijzig, weg } = routesVan('drc')

export const documentroutes = {
  enkelvoudiginformatieobjecten: {
    POST: maak(aanmaken, documentInvoer, maakDocument),
    ...wijzig([...bijwerken, 'documenten.geforceerd-bijwerken'], documentWijziging, wijzigDocument),
    DELETE: weg(verwijderen, verwijderDocument),
  },
  objectinformatieobjecten: {
    POST: maak(aanmaken, spiegelInvoer, maakSpiegel),
    DELETE: weg(verwijderen, verwijderSpiegel),
  },
  gebruiksrechten: {
    POST: maak(aanmaken, gebruiksrechtInvoer, maakGebruiksrecht),
    ...wijzig(bijwerken, gebruiksrechtInvoer, wijzigGebruiksrecht),
    DELETE: weg(verwijderen, verwijderGebruiksrecht),
  },
  // The file names no scopes here; these are the ones of the document that it is about.
  verzendingen: {
    POST: maak(aanmaken, verzendingInvoer, maakVerzending),
    ...wijzig(bijwerken, verzendingInvoer, wijzigVerzending),
    DELETE: weg(verwijderen, verwijderVerzending),
  },
  bestandsdelen: {
    PUT: { ...maak(bijwerken, deelInvoer, zetDeel), lichaam: 'formulier' },
  },
} as const

export const slotroutes = {
  lock: { ...maak(['documenten.lock'], slotInvoer, vergrendel), lichaam: 'misschien' },
  unlock: {
    ...maak(['documenten.lock', 'documenten.geforceerd-unlock'], slotInvoer, ontgrendel),
    lichaam: 'misschien',
  },
} as const

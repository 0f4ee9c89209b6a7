import {
  maakZaakeigenschap,
  verwijderZaakeigenschap,
  wijzigZaakeigenschap,
  zaakeigenschapInvoer,
} from './eigenschap.ts'
import { resultaatInvoer, rolInvoer, statusInvoer, zaakDocumentInvoer, zaakInvoer } from './invoer.ts'
import { klantcontactInvoer, maakKlantcontact } from './klantcontact.ts'
import { koppelDocument, ontkoppelDocument, wijzigKoppeling } from './koppeling.ts'
import { maakResultaat, verwijderResultaat, wijzigResultaat } from './resultaat.ts'
import { maakRol, verwijderRol } from './rol.ts'
import { routesVan } from './route.ts'
import { zetStatus } from './status.ts'
import { contactmomentInvoer, maakVerwijzing, verwijderVerwijzing, verzoekInvoer } from './verwijzing.ts'
import { maakZaak, verwijderZaak, wijzigZaak } from './zaak.ts'
import { maakZaakbesluit, verwijderZaakbesluit, zaakbesluitInvoer } from './zaakbesluit.ts'
import { maakZaakobject, verwijderZaakobject, wijzigZaakobject, zaakobjectInvoer } from './zaakobject.ts'

const bijwerken = ['zaken.bijwerken', 'zaken.geforceerd-bijwerken']
const koppelen = ['zaken.aanmaken', ...bijwerken]
const ontkoppelen = [...bijwerken, 'zaken.verwijderen']
const alleenBijwerken = ['zaken.bijwerken']
const { maak, wijzig, weg } = routesVan('zrc')

export const zaakroutes = {
  zaken: {
    POST: maak(['zaken.aanmaken'], zaakInvoer, maakZaak),
    ...wijzig(bijwerken, zaakInvoer, wijzigZaak),
    DELETE: weg(['zaken.verwijderen'], verwijderZaak),
  },
  statussen: {
    POST: maak(['zaken.aanmaken', 'zaken.statussen.toevoegen', 'zaken.heropenen'], statusInvoer, zetStatus),
  },
  rollen: { POST: maak(bijwerken, rolInvoer, maakRol), DELETE: weg(bijwerken, verwijderRol) },
  resultaten: {
    POST: maak(bijwerken, resultaatInvoer, maakResultaat),
    ...wijzig(bijwerken, resultaatInvoer, wijzigResultaat),
    DELETE: weg(bijwerken, verwijderResultaat),
  },
  zaakinformatieobjecten: {
    POST: maak(koppelen, zaakDocumentInvoer, koppelDocument),
    ...wijzig(bijwerken, zaakDocumentInvoer, wijzigKoppeling),
    DELETE: weg(ontkoppelen, ontkoppelDocument),
  },
  zaakobjecten: {
    POST: maak(koppelen, zaakobjectInvoer, maakZaakobject),
    ...wijzig(bijwerken, zaakobjectInvoer, wijzigZaakobject),
    DELETE: weg(ontkoppelen, verwijderZaakobject),
  },
  zaakeigenschappen: {
    POST: maak(bijwerken, zaakeigenschapInvoer, maakZaakeigenschap),
    ...wijzig(bijwerken, zaakeigenschapInvoer, wijzigZaakeigenschap),
    DELETE: weg(bijwerken, verwijderZaakeigenschap),
  },
  zaakbesluiten: {
    POST: maak(alleenBijwerken, zaakbesluitInvoer, maakZaakbesluit),
    DELETE: weg(alleenBijwerken, verwijderZaakbesluit),
  },
  zaakcontactmomenten: {
    POST: maak(alleenBijwerken, contactmomentInvoer, (context) =>
      maakVerwijzing(context, 'zaakcontactmomenten', contactmomentInvoer),
    ),
    DELETE: weg(alleenBijwerken, (context, url) => verwijderVerwijzing(context, 'zaakcontactmomenten', url)),
  },
  zaakverzoeken: {
    POST: maak(alleenBijwerken, verzoekInvoer, (context) =>
      maakVerwijzing(context, 'zaakverzoeken', verzoekInvoer),
    ),
    DELETE: weg(alleenBijwerken, (context, url) => verwijderVerwijzing(context, 'zaakverzoeken', url)),
  },
  klantcontacten: { POST: maak(bijwerken, klantcontactInvoer, maakKlantcontact) },
}

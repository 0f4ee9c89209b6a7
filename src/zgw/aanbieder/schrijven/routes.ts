import type { Rij } from '../opslag.ts'
import type { Component } from '../verzameling.ts'
import type { Soort } from '../verzamelingen.ts'
import { maakBesluit, verwijderBesluit, wijzigBesluit } from './besluit.ts'
import { maakType, publiceer, type Type, typesoorten, verwijderType, wijzigType } from './catalogus.ts'
import { koppelDocument, maakDocument, ontkoppelDocument, wijzigKoppeling } from './document.ts'
import { maakZaakeigenschap, verwijderZaakeigenschap, wijzigZaakeigenschap } from './eigenschap.ts'
import type { Schrijfcontext } from './kern.ts'
import { maakResultaat, verwijderResultaat, wijzigResultaat } from './resultaat.ts'
import { maakRol, verwijderRol } from './rol.ts'
import { zetStatus } from './status.ts'
import { maakZaak, verwijderZaak, wijzigZaak } from './zaak.ts'

export interface Schrijfroute {
  readonly component: Component
  /** One of these. */
  readonly scopes: readonly string[]
  readonly doe: (context: Schrijfcontext, url: string) => Promise<Rij | undefined>
}

const bijwerken = ['zaken.bijwerken', 'zaken.geforceerd-bijwerken']
const zrc = (scopes: readonly string[], doe: Schrijfroute['doe']): Schrijfroute => ({
  component: 'zrc',
  scopes,
  doe,
})
const brc = (scope: string, doe: Schrijfroute['doe']): Schrijfroute => ({
  component: 'brc',
  scopes: [scope],
  doe,
})
const weg =
  (doe: (context: Schrijfcontext, url: string) => Promise<void>) =>
  async (context: Schrijfcontext, url: string): Promise<undefined> => {
    await doe(context, url)
    return undefined
  }

const ztcSchrijven = ['catalogi.schrijven', 'catalogi.geforceerd-schrijven']
const ztcVerwijderen = ['catalogi.schrijven', 'catalogi.geforceerd-verwijderen']
const ztc = (scopes: readonly string[], doe: Schrijfroute['doe']): Schrijfroute => ({
  component: 'ztc',
  scopes,
  doe,
})

/** The same for every kind of type; a catalogue itself is made and no more. */
const typeroutes = Object.fromEntries(
  // The keys of the table are its kinds.
  (Object.keys(typesoorten) as Type[]).map((soort) => {
    const maak = { POST: ztc(ztcSchrijven, (context) => maakType(context, soort)) }
    if (soort === 'catalogussen') return [soort, maak]
    const rest = {
      PUT: ztc(ztcSchrijven, (context, url) => wijzigType(context, soort, url, false)),
      PATCH: ztc(ztcSchrijven, (context, url) => wijzigType(context, soort, url, true)),
      DELETE: ztc(
        ztcVerwijderen,
        weg((context, url) => verwijderType(context, soort, url)),
      ),
    }
    return [soort, { ...maak, ...rest }]
  }),
)

/** `POST …/{uuid}/publish` of what is made as a concept. */
export function publiceerroute(soort: Soort): Schrijfroute | undefined {
  if (soort !== 'zaaktypen' && soort !== 'besluittypen' && soort !== 'informatieobjecttypen') return undefined
  return ztc(['catalogi.schrijven'], (context, url) => publiceer(context, soort, url))
}

/** What can be written, with what the files ask for it. The rest of the standard answers 405 here. */
export const schrijfroutes: Partial<Record<Soort, Readonly<Record<string, Schrijfroute>>>> = {
  ...typeroutes,
  zaken: {
    POST: zrc(['zaken.aanmaken'], maakZaak),
    PUT: zrc(bijwerken, (context, url) => wijzigZaak(context, url, false)),
    PATCH: zrc(bijwerken, (context, url) => wijzigZaak(context, url, true)),
    DELETE: zrc(['zaken.verwijderen'], weg(verwijderZaak)),
  },
  statussen: {
    POST: zrc(['zaken.aanmaken', 'zaken.statussen.toevoegen', 'zaken.heropenen'], zetStatus),
  },
  rollen: { POST: zrc(bijwerken, maakRol), DELETE: zrc(bijwerken, weg(verwijderRol)) },
  resultaten: {
    POST: zrc(bijwerken, maakResultaat),
    PUT: zrc(bijwerken, (context, url) => wijzigResultaat(context, url, false)),
    PATCH: zrc(bijwerken, (context, url) => wijzigResultaat(context, url, true)),
    DELETE: zrc(bijwerken, weg(verwijderResultaat)),
  },
  zaakinformatieobjecten: {
    POST: zrc(['zaken.aanmaken', ...bijwerken], koppelDocument),
    PUT: zrc(bijwerken, (context, url) => wijzigKoppeling(context, url, false)),
    PATCH: zrc(bijwerken, (context, url) => wijzigKoppeling(context, url, true)),
    DELETE: zrc([...bijwerken, 'zaken.verwijderen'], weg(ontkoppelDocument)),
  },
  zaakeigenschappen: {
    POST: zrc(bijwerken, maakZaakeigenschap),
    PUT: zrc(bijwerken, (context, url) => wijzigZaakeigenschap(context, url, false)),
    PATCH: zrc(bijwerken, (context, url) => wijzigZaakeigenschap(context, url, true)),
    DELETE: zrc(bijwerken, weg(verwijderZaakeigenschap)),
  },
  besluiten: {
    POST: brc('besluiten.aanmaken', maakBesluit),
    PUT: brc('besluiten.bijwerken', (context, url) => wijzigBesluit(context, url, false)),
    PATCH: brc('besluiten.bijwerken', (context, url) => wijzigBesluit(context, url, true)),
    DELETE: brc('besluiten.verwijderen', weg(verwijderBesluit)),
  },
  enkelvoudiginformatieobjecten: {
    POST: { component: 'drc', scopes: ['documenten.aanmaken'], doe: maakDocument },
  },
}

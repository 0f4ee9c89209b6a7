import type { Begrenzing, Verzameling } from './verzameling.ts'

const leesScopes = ['documenten.lezen'] as const
const zelf: Begrenzing = { type: 'informatieobjecttype', niveau: 'vertrouwelijkheidaanduiding' }

export const documentVerzamelingen = {
  enkelvoudiginformatieobjecten: {
    component: 'drc',
    pad: 'enkelvoudiginformatieobjecten',
    leesScopes,
    filters: [
      { naam: 'identificatie', veld: 'identificatie', vorm: 'tekst' },
      { naam: 'bronorganisatie', veld: 'bronorganisatie', vorm: 'tekst' },
      { naam: 'trefwoorden', veld: 'trefwoorden', vorm: 'bevat' },
    ],
    isGepagineerd: true,
    heeftEtag: true,
    relaties: { informatieobjecttype: 'informatieobjecttypen' },
    begrenzing: zelf,
    detailvragen: ['versie', 'registratieOp', 'expand'],
  },
  objectinformatieobjecten: {
    component: 'drc',
    pad: 'objectinformatieobjecten',
    leesScopes,
    filters: [
      { naam: 'object', veld: 'object', vorm: 'adres' },
      { naam: 'informatieobject', veld: 'informatieobject', vorm: 'adres' },
    ],
    isGepagineerd: false,
    heeftEtag: true,
    begrenzing: { ...zelf, via: { veld: 'informatieobject', soort: 'enkelvoudiginformatieobjecten' } },
  },
} as const satisfies Readonly<Record<string, Verzameling>>

import { spoor, type Verzameling } from './verzameling.ts'

const leesScopes = ['besluiten.lezen'] as const

/** The 1.0.2 file knows no ETag and no HEAD here. */
export const besluitVerzamelingen = {
  besluiten: {
    component: 'brc',
    pad: 'besluiten',
    resource: 'besluit',
    leesScopes,
    filters: [
      { naam: 'identificatie', veld: 'identificatie', vorm: 'tekst' },
      { naam: 'verantwoordelijkeOrganisatie', veld: 'verantwoordelijkeOrganisatie', vorm: 'tekst' },
      { naam: 'besluittype', veld: 'besluittype', vorm: 'adres' },
      { naam: 'zaak', veld: 'zaak', vorm: 'adres' },
    ],
    isGepagineerd: true,
    heeftEtag: false,
    begrenzing: { type: 'besluittype' },
  },
  besluitinformatieobjecten: {
    component: 'brc',
    pad: 'besluitinformatieobjecten',
    resource: 'besluitinformatieobject',
    leesScopes,
    filters: [
      { naam: 'besluit', veld: 'besluit', vorm: 'adres' },
      { naam: 'informatieobject', veld: 'informatieobject', vorm: 'adres' },
    ],
    isGepagineerd: false,
    heeftEtag: false,
    begrenzing: { type: 'besluittype', via: { veld: 'besluit', soort: 'besluiten' } },
  },
  besluitspoor: {
    ...spoor,
    component: 'brc',
    pad: 'besluiten/*/audittrail',
    ouder: { soort: 'besluiten', veld: 'hoofdObject' },
    begrenzing: { type: 'besluittype', via: { veld: 'hoofdObject', soort: 'besluiten' } },
  },
} as const satisfies Readonly<Record<string, Verzameling>>

import { type Begrenzing, type Filter, spoor, type Verzameling } from './verzameling.ts'

const leesScopes = ['documenten.lezen'] as const
const zelf: Begrenzing = { type: 'informatieobjecttype', niveau: 'vertrouwelijkheidaanduiding' }
const viaDocument: Begrenzing = {
  ...zelf,
  via: { veld: 'informatieobject', soort: 'enkelvoudiginformatieobjecten' },
}
const gewoon = { component: 'drc', leesScopes, isGepagineerd: false, heeftEtag: true } as const
const opDocument: Filter = { naam: 'informatieobject', veld: 'informatieobject', vorm: 'adres' }
const relaties = { informatieobject: 'enkelvoudiginformatieobjecten' } as const

const momenten = (veld: string): Filter[] =>
  (['lt', 'lte', 'gt', 'gte'] as const).map((op) => ({ naam: `${veld}__${op}`, veld, vorm: 'moment', op }))

export const documentVerzamelingen = {
  enkelvoudiginformatieobjecten: {
    ...gewoon,
    pad: 'enkelvoudiginformatieobjecten',
    resource: 'enkelvoudiginformatieobject',
    kanUitvouwen: true,
    filters: [
      { naam: 'identificatie', veld: 'identificatie', vorm: 'tekst' },
      { naam: 'bronorganisatie', veld: 'bronorganisatie', vorm: 'tekst' },
      { naam: 'trefwoorden', veld: 'trefwoorden', vorm: 'bevat' },
    ],
    isGepagineerd: true,
    relaties: { informatieobjecttype: 'informatieobjecttypen' },
    begrenzing: zelf,
    detailvragen: ['versie', 'registratieOp', 'expand'],
  },
  objectinformatieobjecten: {
    ...gewoon,
    pad: 'objectinformatieobjecten',
    resource: 'objectinformatieobject',
    filters: [{ naam: 'object', veld: 'object', vorm: 'adres' }, opDocument],
    begrenzing: viaDocument,
  },
  gebruiksrechten: {
    ...gewoon,
    pad: 'gebruiksrechten',
    resource: 'gebruiksrechten',
    kanUitvouwen: true,
    filters: [opDocument, ...momenten('startdatum'), ...momenten('einddatum')],
    relaties,
    begrenzing: viaDocument,
    detailvragen: ['expand'],
  },
  verzendingen: {
    ...gewoon,
    pad: 'verzendingen',
    resource: 'verzending',
    kanUitvouwen: true,
    filters: [
      opDocument,
      { naam: 'aardRelatie', veld: 'aardRelatie', vorm: 'keuze', keuzes: ['afzender', 'geadresseerde'] },
      { naam: 'betrokkene', veld: 'betrokkene', vorm: 'adres' },
    ],
    isGepagineerd: true,
    relaties,
    begrenzing: viaDocument,
    detailvragen: ['expand'],
  },
  bestandsdelen: {
    ...gewoon,
    pad: 'bestandsdelen',
    resource: 'bestandsdeel',
    filters: [],
    heeftEtag: false,
    isOnleesbaar: true,
    verborgen: ['informatieobject'],
    begrenzing: viaDocument,
  },
  /** A document as it was; known by its address with the version. */
  documentversies: {
    ...gewoon,
    pad: 'documentversies',
    resource: 'documentversie',
    filters: [],
    isIntern: true,
  },
  /** Who is busy with a document: known by its address with `/lock`. Kept apart, so that no answer can hold it by accident. */
  documentsloten: {
    ...gewoon,
    pad: 'documentsloten',
    resource: 'documentslot',
    filters: [],
    isIntern: true,
  },
  documentspoor: {
    ...spoor,
    component: 'drc',
    pad: 'enkelvoudiginformatieobjecten/*/audittrail',
    ouder: { soort: 'enkelvoudiginformatieobjecten', veld: 'hoofdObject' },
    begrenzing: { ...zelf, via: { veld: 'hoofdObject', soort: 'enkelvoudiginformatieobjecten' } },
  },
} as const satisfies Readonly<Record<string, Verzameling>>

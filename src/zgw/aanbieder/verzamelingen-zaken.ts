import { betrokkeneTypen, rolomschrijvingen } from '../waarden.ts'
import { type Begrenzing, type Filter, spoor, type Verzameling } from './verzameling.ts'

const leesScopes = ['zaken.lezen'] as const
const zelf: Begrenzing = { type: 'zaaktype', niveau: 'vertrouwelijkheidaanduiding' }
const viaZaak: Begrenzing = { ...zelf, via: { veld: 'zaak', soort: 'zaken' } }
const opZaak: Filter = { naam: 'zaak', veld: 'zaak', vorm: 'adres' }

/** By whom somebody is known, per kind of party: the part of the parameter, and the field. */
const identificaties = [
  ['natuurlijkPersoon', 'natuurlijk_persoon', ['inpBsn', 'anpIdentificatie', 'inpA_nummer']],
  ['nietNatuurlijkPersoon', 'niet_natuurlijk_persoon', ['innNnpId', 'annIdentificatie']],
  ['vestiging', 'vestiging', ['vestigingsNummer']],
  ['organisatorischeEenheid', 'organisatorische_eenheid', ['identificatie']],
  ['medewerker', 'medewerker', ['identificatie']],
] as const

const rolIdentificaties = (begin: string): Filter[] =>
  identificaties.flatMap(([deel, type, velden]) =>
    velden.map(
      (veld): Filter => ({
        naam: `${begin}betrokkeneIdentificatie__${deel}__${veld}`,
        veld: `betrokkeneIdentificatie.${veld}`,
        vorm: 'rol',
        type,
      }),
    ),
  )

/** `startdatum`, `startdatum__gt`, … as far as the file names them. */
function dagen(veld: string, ...ops: readonly ('lt' | 'lte' | 'gt' | 'gte' | 'isnull')[]): Filter[] {
  return [
    { naam: veld, veld, vorm: 'dag', op: 'is' },
    ...ops.map((op): Filter => {
      const naam = `${veld}__${op}`
      return op === 'isnull' ? { naam, veld, vorm: 'isLeeg' } : { naam, veld, vorm: 'dag', op }
    }),
  ]
}

const nominaties = ['blijvend_bewaren', 'vernietigen']
const archiefstatussen = [
  'nog_te_archiveren',
  'gearchiveerd',
  'gearchiveerd_procestermijn_onbekend',
  'overgedragen',
]

const zaakfilters: readonly Filter[] = [
  { naam: 'identificatie', veld: 'identificatie', vorm: 'tekst' },
  { naam: 'bronorganisatie', veld: 'bronorganisatie', vorm: 'tekst' },
  { naam: 'bronorganisatie__in', veld: 'bronorganisatie', vorm: 'lijst' },
  { naam: 'zaaktype', veld: 'zaaktype', vorm: 'adres' },
  { naam: 'archiefnominatie', veld: 'archiefnominatie', vorm: 'keuze', keuzes: nominaties },
  { naam: 'archiefnominatie__in', veld: 'archiefnominatie', vorm: 'lijst' },
  ...dagen('archiefactiedatum', 'isnull', 'lt', 'gt'),
  { naam: 'archiefstatus', veld: 'archiefstatus', vorm: 'keuze', keuzes: archiefstatussen },
  { naam: 'archiefstatus__in', veld: 'archiefstatus', vorm: 'lijst' },
  ...dagen('startdatum', 'gt', 'gte', 'lt', 'lte'),
  ...dagen('registratiedatum', 'gt', 'lt'),
  ...dagen('einddatum', 'isnull', 'gt', 'lt'),
  ...dagen('einddatumGepland', 'gt', 'lt'),
  ...dagen('uiterlijkeEinddatumAfdoening', 'gt', 'lt'),
  { naam: 'rol__betrokkeneType', veld: 'betrokkeneType', vorm: 'rol', keuzes: betrokkeneTypen },
  { naam: 'rol__betrokkene', veld: 'betrokkene', vorm: 'rol' },
  {
    naam: 'rol__omschrijvingGeneriek',
    veld: 'omschrijvingGeneriek',
    vorm: 'rol',
    keuzes: rolomschrijvingen,
  },
  {
    naam: 'maximaleVertrouwelijkheidaanduiding',
    veld: 'vertrouwelijkheidaanduiding',
    vorm: 'maximum',
  },
  ...rolIdentificaties('rol__'),
]

/** `_zoek` takes the same, and these lists. */
export const zoekfilters: readonly Filter[] = [
  ...zaakfilters,
  { naam: 'uuid__in', veld: 'uuid', vorm: 'lijst' },
  { naam: 'zaaktype__in', veld: 'zaaktype', vorm: 'lijst' },
]

export const zaakVerzamelingen = {
  zaken: {
    component: 'zrc',
    pad: 'zaken',
    resource: 'zaak',
    kanUitvouwen: true,
    leesScopes,
    filters: zaakfilters,
    isGepagineerd: true,
    heeftEtag: true,
    ordening: [
      'startdatum',
      'einddatum',
      'publicatiedatum',
      'archiefactiedatum',
      'registratiedatum',
      'identificatie',
    ],
    // 1.5 expands these; `zaakinformatieobjecten` comes with 1.6.
    relaties: {
      zaaktype: 'zaaktypen',
      hoofdzaak: 'zaken',
      deelzaken: 'zaken',
      relevanteAndereZaken: 'zaken',
      eigenschappen: 'zaakeigenschappen',
      rollen: 'rollen',
      status: 'statussen',
      zaakobjecten: 'zaakobjecten',
      resultaat: 'resultaten',
    },
    begrenzing: zelf,
    detailvragen: ['expand'],
  },
  statussen: {
    component: 'zrc',
    pad: 'statussen',
    resource: 'status',
    leesScopes,
    filters: [
      opZaak,
      { naam: 'statustype', veld: 'statustype', vorm: 'adres' },
      { naam: 'indicatieLaatstGezetteStatus', veld: 'indicatieLaatstGezetteStatus', vorm: 'jaNee' },
    ],
    isGepagineerd: true,
    heeftEtag: true,
    relaties: { statustype: 'statustypen', gezetdoor: 'rollen', zaak: 'zaken' },
    begrenzing: viaZaak,
  },
  resultaten: {
    component: 'zrc',
    pad: 'resultaten',
    resource: 'resultaat',
    leesScopes,
    filters: [opZaak, { naam: 'resultaattype', veld: 'resultaattype', vorm: 'adres' }],
    isGepagineerd: true,
    heeftEtag: true,
    relaties: { resultaattype: 'resultaattypen', zaak: 'zaken' },
    begrenzing: viaZaak,
  },
  rollen: {
    component: 'zrc',
    pad: 'rollen',
    resource: 'rol',
    leesScopes,
    filters: [
      opZaak,
      { naam: 'betrokkene', veld: 'betrokkene', vorm: 'adres' },
      { naam: 'betrokkeneType', veld: 'betrokkeneType', vorm: 'keuze', keuzes: betrokkeneTypen },
      ...rolIdentificaties(''),
      { naam: 'roltype', veld: 'roltype', vorm: 'adres' },
      { naam: 'omschrijving', veld: 'omschrijving', vorm: 'tekst' },
      {
        naam: 'omschrijvingGeneriek',
        veld: 'omschrijvingGeneriek',
        vorm: 'keuze',
        keuzes: rolomschrijvingen,
      },
    ],
    isGepagineerd: true,
    heeftEtag: true,
    relaties: { roltype: 'roltypen', zaak: 'zaken', statussen: 'statussen' },
    begrenzing: viaZaak,
  },
  zaakinformatieobjecten: {
    component: 'zrc',
    pad: 'zaakinformatieobjecten',
    resource: 'zaakinformatieobject',
    leesScopes,
    filters: [opZaak, { naam: 'informatieobject', veld: 'informatieobject', vorm: 'adres' }],
    isGepagineerd: false,
    heeftEtag: true,
    begrenzing: viaZaak,
  },
  zaakobjecten: {
    component: 'zrc',
    pad: 'zaakobjecten',
    resource: 'zaakobject',
    leesScopes,
    filters: [
      opZaak,
      { naam: 'object', veld: 'object', vorm: 'adres' },
      { naam: 'objectType', veld: 'objectType', vorm: 'tekst' },
    ],
    isGepagineerd: true,
    heeftEtag: true,
    begrenzing: viaZaak,
  },
  zaakcontactmomenten: {
    component: 'zrc',
    pad: 'zaakcontactmomenten',
    resource: 'zaakcontactmoment',
    leesScopes,
    filters: [opZaak, { naam: 'contactmoment', veld: 'contactmoment', vorm: 'adres' }],
    isGepagineerd: false,
    heeftEtag: false,
    begrenzing: viaZaak,
  },
  zaakverzoeken: {
    component: 'zrc',
    pad: 'zaakverzoeken',
    resource: 'zaakverzoek',
    leesScopes,
    filters: [opZaak, { naam: 'verzoek', veld: 'verzoek', vorm: 'adres' }],
    isGepagineerd: false,
    heeftEtag: false,
    begrenzing: viaZaak,
  },
  klantcontacten: {
    component: 'zrc',
    pad: 'klantcontacten',
    resource: 'klantcontact',
    leesScopes,
    filters: [opZaak],
    isGepagineerd: true,
    heeftEtag: false,
    begrenzing: viaZaak,
  },
  zaakeigenschappen: {
    component: 'zrc',
    pad: 'zaken/*/zaakeigenschappen',
    resource: 'zaakeigenschap',
    ouder: { soort: 'zaken', veld: 'zaak' },
    leesScopes,
    filters: [],
    isGepagineerd: false,
    heeftEtag: true,
    relaties: { eigenschap: 'eigenschappen', zaak: 'zaken' },
    begrenzing: viaZaak,
  },
  zaakbesluiten: {
    component: 'zrc',
    pad: 'zaken/*/besluiten',
    resource: 'zaakbesluit',
    ouder: { soort: 'zaken', veld: 'zaak' },
    verborgen: ['zaak'],
    leesScopes,
    filters: [],
    isGepagineerd: false,
    heeftEtag: false,
    begrenzing: viaZaak,
  },
  zaakspoor: {
    ...spoor,
    component: 'zrc',
    pad: 'zaken/*/audittrail',
    ouder: { soort: 'zaken', veld: 'hoofdObject' },
    begrenzing: { ...zelf, via: { veld: 'hoofdObject', soort: 'zaken' } },
  },
} as const satisfies Readonly<Record<string, Verzameling>>

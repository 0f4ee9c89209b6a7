import { createHash } from 'node:crypto'
import type { Adressen, JsonObject, Rij, Soort } from '../../zgw/aanbieder/index.ts'
import { DELING_DAGEN, type Deelnemersrol, deelnemersrollen, type Stapstand } from '../begrippen.ts'

/** The kinds of case that there are: the chain case itself, and a step of one, as a part of it. */
export type Ketensoort = 'keten' | 'stap'
export type Ketenstand = Stapstand | 'open' | 'gesloten'

/** In this order; the last one of each closes it. A step that fell away is over as well, and says so by its date. */
export const standen = {
  keten: ['open', 'gesloten'],
  stap: ['gevraagd', 'aanvaard', 'bezig', 'geweigerd', 'vervallen', 'klaar'],
} as const satisfies Readonly<Record<Ketensoort, readonly Ketenstand[]>>

const standnamen: Readonly<Record<Ketenstand, string>> = {
  open: 'Open',
  gesloten: 'Gesloten',
  gevraagd: 'Gevraagd',
  aanvaard: 'Aanvaard',
  bezig: 'Bezig',
  geweigerd: 'Geweigerd',
  vervallen: 'Vervallen',
  klaar: 'Klaar',
}

/** Roles of people and organisations, with the generic description of the standard. */
export const rolnamen = {
  inwoner: ['Inwoner', 'initiator'],
  regie: ['Ketenregisseur', 'zaakcoordinator'],
  uitvoerder: ['Uitvoerder', 'behandelaar'],
  adviseur: ['Adviseur', 'adviseur'],
  hulpverlener: ['Hulpverlener', 'adviseur'],
  buitenstaander: ['Andere partij', 'belanghebbende'],
} as const satisfies Readonly<Record<Deelnemersrol | 'inwoner' | 'regie', readonly [string, string]>>
export type Ketenrol = keyof typeof rolnamen

export const documentnamen = {
  vraag: 'Vraag van de inwoner',
  uitkomst: 'Wat de inwoner wil bereiken',
  notitie: 'Notitie',
  document: 'Document',
  contactmoment: 'Gesprek',
  bericht: 'Bericht',
} as const
export type Ketendocument = keyof typeof documentnamen

export function isKetendocument(soort: string): soort is Ketendocument {
  return Object.hasOwn(documentnamen, soort)
}

/** From the day on which there were chain cases here. */
const sinds = '2026-01-01'
export const niveau = 'zaakvertrouwelijk'

/** The addresses of the catalogue: the same at every start. */
export class Ketentypen {
  readonly #adressen: Adressen

  constructor(adressen: Adressen) {
    this.#adressen = adressen
  }

  readonly catalogus = (): string => this.#op('catalogussen', 'ketenzaken')
  readonly zaaktype = (soort: Ketensoort): string => this.#op('zaaktypen', soort)
  readonly statustype = (soort: Ketensoort, stand: Ketenstand): string =>
    this.#op('statustypen', `${soort} ${stand}`)
  readonly roltype = (soort: Ketensoort, rol: Ketenrol): string => this.#op('roltypen', `${soort} ${rol}`)
  readonly documenttype = (soort: Ketendocument): string => this.#op('informatieobjecttypen', soort)
  readonly documentrelatie = (zaak: Ketensoort, soort: Ketendocument): string =>
    this.#op('zaaktype-informatieobjecttypen', `${zaak} ${soort}`)

  #op(soort: Soort, naam: string): string {
    const hex = createHash('sha256').update(`ketencatalogus ${soort} ${naam}`).digest('hex')
    const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
    return this.#adressen.van(soort, uuid)
  }
}

/** Every row of the catalogue. `rsin` is of who answers for it. */
export function catalogusrijen(typen: Ketentypen, rsin: string): readonly (readonly [Soort, Rij])[] {
  const soorten = ['keten', 'stap'] as const
  const documenten = Object.keys(documentnamen).filter(isKetendocument)
  return [
    [
      'catalogussen',
      {
        url: typen.catalogus(),
        domein: 'KETEN',
        rsin,
        contactpersoonBeheerNaam: 'Beheer',
        zaaktypen: soorten.map(typen.zaaktype),
        besluittypen: [],
        informatieobjecttypen: documenten.map(typen.documenttype),
        naam: 'Ketenzaken',
        versie: '1',
        begindatumVersie: sinds,
      },
    ],
    ...documenten.map((soort) => ['informatieobjecttypen', documenttype(typen, soort)] as const),
    ...soorten.flatMap((soort) => typenVan(typen, soort, rsin)),
  ]
}

function documenttype(typen: Ketentypen, soort: Ketendocument): Rij {
  return {
    url: typen.documenttype(soort),
    catalogus: typen.catalogus(),
    omschrijving: documentnamen[soort],
    vertrouwelijkheidaanduiding: niveau,
    beginGeldigheid: sinds,
    eindeGeldigheid: null,
    concept: false,
    zaaktypen: [],
    besluittypen: [],
    informatieobjectcategorie: 'Ketenzaken',
  }
}

function typenVan(typen: Ketentypen, soort: Ketensoort, rsin: string): (readonly [Soort, Rij])[] {
  const zaaktype = typen.zaaktype(soort)
  const deel = { zaaktype, zaaktypeIdentificatie: identificatie[soort], catalogus: typen.catalogus() }
  const rollen = ['inwoner', ...deelnemersrollen] as const
  const documenten = soort === 'keten' ? Object.keys(documentnamen).filter(isKetendocument) : []
  const rij: readonly Ketenstand[] = standen[soort]
  return [
    ['zaaktypen', zaaktyperij(typen, soort, rsin)],
    ...rij.map((stand, i) => ['statustypen', statustype(typen, soort, stand, i, deel)] as const),
    ...rollen.map(
      (rol) =>
        [
          'roltypen',
          {
            url: typen.roltype(soort, rol),
            ...deel,
            omschrijving: rolnamen[rol][0],
            omschrijvingGeneriek: rolnamen[rol][1],
          },
        ] as const,
    ),
    ...documenten.map(
      (document, i) =>
        [
          'zaaktype-informatieobjecttypen',
          {
            url: typen.documentrelatie(soort, document),
            ...deel,
            informatieobjecttype: documentnamen[document],
            volgnummer: i + 1,
            richting: 'intern',
            statustype: null,
          },
        ] as const,
    ),
  ]
}

const identificatie = { keten: 'KETENZAAK', stap: 'KETENSTAP' } as const
const naam = { keten: 'Ketenzaak', stap: 'Stap in een ketenzaak' } as const

function zaaktyperij(typen: Ketentypen, soort: Ketensoort, rsin: string): Rij {
  const rij: readonly Ketenstand[] = standen[soort]
  const documenten = soort === 'keten' ? Object.keys(documentnamen).filter(isKetendocument) : []
  return {
    url: typen.zaaktype(soort),
    identificatie: identificatie[soort],
    omschrijving: naam[soort],
    omschrijvingGeneriek: naam[soort],
    vertrouwelijkheidaanduiding: niveau,
    doel: 'Een vraag van een inwoner samen oplossen',
    aanleiding: 'Een vraag die bij meer organisaties hoort',
    toelichting: '',
    indicatieInternOfExtern: 'extern',
    handelingInitiator: 'Vragen',
    onderwerp: 'Vraag van een inwoner',
    handelingBehandelaar: 'Oplossen',
    // No law says how long: as long as somebody may take part before they are asked anew.
    doorlooptijd: `P${DELING_DAGEN}D`,
    servicenorm: null,
    opschortingEnAanhoudingMogelijk: false,
    verlengingMogelijk: false,
    verlengingstermijn: null,
    trefwoorden: [],
    publicatieIndicatie: false,
    publicatietekst: '',
    verantwoordingsrelatie: [],
    productenOfDiensten: [],
    referentieproces: { naam: naam[soort] },
    verantwoordelijke: rsin,
    catalogus: typen.catalogus(),
    zaakobjecttypen: [],
    statustypen: rij.map((stand) => typen.statustype(soort, stand)),
    resultaattypen: [],
    eigenschappen: [],
    informatieobjecttypen: documenten.map(typen.documenttype),
    roltypen: (Object.keys(rolnamen) as Ketenrol[]).map((rol) => typen.roltype(soort, rol)),
    besluittypen: [],
    deelzaaktypen: soort === 'keten' ? [typen.zaaktype('stap')] : [],
    gerelateerdeZaaktypen: [],
    beginGeldigheid: sinds,
    eindeGeldigheid: null,
    versiedatum: sinds,
    concept: false,
  }
}

function statustype(
  typen: Ketentypen,
  soort: Ketensoort,
  stand: Ketenstand,
  plaats: number,
  deel: JsonObject,
): Rij {
  return {
    url: typen.statustype(soort, stand),
    omschrijving: standnamen[stand],
    omschrijvingGeneriek: standnamen[stand],
    statustekst: '',
    ...deel,
    volgnummer: plaats + 1,
    isEindstatus: plaats === standen[soort].length - 1,
    informeren: false,
    doorlooptijd: null,
    toelichting: '',
    checklistitemStatustype: [],
    eigenschappen: [],
  }
}

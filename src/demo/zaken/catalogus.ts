import type { Adressen, JsonObject, Rij, Soort } from '../../zgw/aanbieder/index.ts'
import type { Zaakorganisatie } from './organisaties.ts'
import { uuidVan } from './sleutel.ts'
import { soortenVan } from './soorten/van.ts'
import type { Zaaksoort } from './soorten/zaaksoort.ts'

export type Geplaatst = readonly [soort: Soort, rij: Rij]

const sinds = '2020-01-01'
export const roltypen = {
  initiator: 'Aanvrager',
  belanghebbende: 'Belanghebbende',
  mede_initiator: 'Mede-aanvrager',
  behandelaar: 'Behandelaar',
} as const
export type Roltype = keyof typeof roltypen

/** Addresses of the types of one organisation: made of names, so that a case need not look them up. */
export class Typen {
  readonly #adressen: Adressen
  readonly #id: string
  readonly #gemaakt = new Map<string, string>()

  constructor(adressen: Adressen, id: string) {
    this.#adressen = adressen
    this.#id = id
  }

  readonly catalogus = () => this.#van('catalogussen', 'catalogus')
  readonly zaaktype = (soort: string) => this.#van('zaaktypen', soort)
  readonly statustype = (soort: string, nr: number) => this.#van('statustypen', `${soort}/${nr}`)
  readonly resultaattype = (soort: string, naam: string) => this.#van('resultaattypen', `${soort}/${naam}`)
  readonly roltype = (soort: string, rol: Roltype) => this.#van('roltypen', `${soort}/${rol}`)
  readonly besluittype = (soort: string) => this.#van('besluittypen', soort)
  readonly documenttype = (richting: 'in' | 'uit') => this.#van('informatieobjecttypen', richting)
  #van(verzameling: Soort, naam: string): string {
    const sleutel = `${this.#id}/${verzameling}/${naam}`
    const bestaand = this.#gemaakt.get(sleutel)
    if (bestaand !== undefined) return bestaand
    const url = this.#adressen.van(verzameling, uuidVan(sleutel))
    this.#gemaakt.set(sleutel, url)
    return url
  }
}

/** Everything that the catalogue of one organisation has. */
export function maakCatalogus(organisatie: Zaakorganisatie, typen: Typen): Geplaatst[] {
  const { rsin } = organisatie
  const soorten = soortenVan(organisatie)
  const catalogus: Rij = {
    url: typen.catalogus(),
    domein: 'ZAKEN',
    rsin,
    contactpersoonBeheerNaam: 'Functioneel beheer',
    naam: `Zaaktypen ${organisatie.naam}`,
    zaaktypen: soorten.map(({ id }) => typen.zaaktype(id)),
    besluittypen: soorten
      .filter(({ besluit }) => besluit !== undefined)
      .map(({ id }) => typen.besluittype(id)),
    informatieobjecttypen: [typen.documenttype('in'), typen.documenttype('uit')],
  }
  return [
    ['catalogussen', catalogus],
    ['informatieobjecttypen', documenttype(typen, 'in')],
    ['informatieobjecttypen', documenttype(typen, 'uit')],
    ...soorten.flatMap((soort) => typenVan(organisatie, soort, typen)),
  ]
}

function documenttype(typen: Typen, richting: 'in' | 'uit'): Rij {
  return {
    url: typen.documenttype(richting),
    catalogus: typen.catalogus(),
    omschrijving: richting === 'in' ? 'Stuk van de aanvrager' : 'Brief',
    vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
    beginGeldigheid: sinds,
    concept: false,
    zaaktypen: [],
    besluittypen: [],
    informatieobjectcategorie: richting === 'in' ? 'Bijlagen' : 'Correspondentie',
  }
}

function typenVan(organisatie: Zaakorganisatie, soort: Zaaksoort, typen: Typen): Geplaatst[] {
  const { gewoonten } = organisatie
  const zaaktype = typen.zaaktype(soort.id)
  const deel = {
    zaaktype,
    zaaktypeIdentificatie: identificatieVan(organisatie, soort),
    catalogus: typen.catalogus(),
  }
  const laatste = soort.stappen.length - 1
  return [
    ['zaaktypen', maakZaaktype(organisatie, soort, typen)],
    ...soort.stappen.map(
      ([omschrijving, tekst], i): Geplaatst => [
        'statustypen',
        {
          url: typen.statustype(soort.id, i),
          omschrijving,
          omschrijvingGeneriek: omschrijving,
          statustekst: gewoonten.zonderStatustekst === true ? '' : tekst,
          ...deel,
          volgnummer: i + 1,
          isEindstatus: i === laatste,
          informeren: i > 0 && soort.isIntern !== true,
          doorlooptijd: null,
          toelichting: '',
          checklistitemStatustype: [],
          eigenschappen: [],
        },
      ],
    ),
    ...soort.resultaten.map(
      (naam): Geplaatst => ['resultaattypen', maakResultaattype(soort, naam, typen, deel)],
    ),
    ...Object.entries(roltypen).map(
      ([rol, omschrijving]): Geplaatst => [
        'roltypen',
        // The keys of the table are the roles.
        { url: typen.roltype(soort.id, rol as Roltype), ...deel, omschrijving, omschrijvingGeneriek: rol },
      ],
    ),
    ...(soort.besluit === undefined
      ? []
      : [['besluittypen', maakBesluittype(soort, soort.besluit, typen)] as const]),
  ]
}

/** Every organisation has numbers of its own for the same thing. */
function identificatieVan({ id, gewoonten }: Zaakorganisatie, soort: Zaaksoort): string {
  if (gewoonten.isAmbtelijk !== true) return soort.id
  return `B${String(Number.parseInt(uuidVan(`${id}/${soort.id}`).slice(0, 4), 16) % 9000).padStart(4, '0')}`
}

function maakZaaktype(organisatie: Zaakorganisatie, soort: Zaaksoort, typen: Typen): Rij {
  const { id, naam, handeling, resultaten, stappen, besluit } = soort
  const isAmbtelijk = organisatie.gewoonten.isAmbtelijk === true
  return {
    url: typen.zaaktype(id),
    identificatie: identificatieVan(organisatie, soort),
    omschrijving: isAmbtelijk ? `Behandelen ${handeling.toLowerCase()} ${naam.toLowerCase()}` : naam,
    omschrijvingGeneriek: naam,
    vertrouwelijkheidaanduiding: soort.niveau ?? 'openbaar',
    doel: naam,
    aanleiding: soort.isOpgelegd === true ? 'De organisatie begint' : 'De aanvrager begint',
    toelichting: '',
    indicatieInternOfExtern: soort.isIntern === true ? 'intern' : 'extern',
    handelingInitiator: handeling,
    onderwerp: soort.onderwerp,
    handelingBehandelaar: 'Behandelen',
    doorlooptijd: soort.doorlooptijd,
    servicenorm: null,
    opschortingEnAanhoudingMogelijk: true,
    verlengingMogelijk: true,
    verlengingstermijn: 'P6W',
    trefwoorden: [soort.onderwerp],
    publicatieIndicatie: false,
    publicatietekst: '',
    verantwoordingsrelatie: [],
    productenOfDiensten: [],
    referentieproces: { naam },
    verantwoordelijke: organisatie.rsin,
    catalogus: typen.catalogus(),
    zaakobjecttypen: [],
    statustypen: stappen.map((_, i) => typen.statustype(id, i)),
    resultaattypen: resultaten.map((resultaat) => typen.resultaattype(id, resultaat)),
    eigenschappen: [],
    informatieobjecttypen: [typen.documenttype('in'), typen.documenttype('uit')],
    roltypen: Object.keys(roltypen).map((rol) => typen.roltype(id, rol as Roltype)),
    besluittypen: besluit === undefined ? [] : [typen.besluittype(id)],
    deelzaaktypen: [],
    gerelateerdeZaaktypen: [],
    beginGeldigheid: sinds,
    eindeGeldigheid: null,
    versiedatum: sinds,
    concept: false,
  }
}

function maakResultaattype(soort: Zaaksoort, naam: string, typen: Typen, deel: JsonObject): Rij {
  return {
    url: typen.resultaattype(soort.id, naam),
    ...deel,
    omschrijving: naam,
    resultaattypeomschrijving: `https://selectielijst.example/omschrijvingen/${uuidVan(naam)}`,
    omschrijvingGeneriek: naam,
    selectielijstklasse: `https://selectielijst.example/resultaten/${uuidVan(soort.id)}`,
    toelichting: '',
    archiefnominatie: 'vernietigen',
    archiefactietermijn: 'P5Y',
    brondatumArchiefprocedure: {
      afleidingswijze: 'afgehandeld',
      datumkenmerk: '',
      einddatumBekend: false,
      objecttype: '',
      registratie: '',
      procestermijn: null,
    },
    besluittypeOmschrijving: [],
    informatieobjecttypeOmschrijving: [],
  }
}

function maakBesluittype(soort: Zaaksoort, omschrijving: string, typen: Typen): Rij {
  return {
    url: typen.besluittype(soort.id),
    catalogus: typen.catalogus(),
    zaaktypen: [typen.zaaktype(soort.id)],
    omschrijving,
    omschrijvingGeneriek: omschrijving,
    besluitcategorie: '',
    reactietermijn: 'P6W',
    publicatieIndicatie: false,
    publicatietekst: '',
    publicatietermijn: null,
    toelichting: '',
    informatieobjecttypen: [typen.documenttype('uit')],
    beginGeldigheid: sinds,
    concept: false,
    resultaattypen: [],
    resultaattypenOmschrijving: [],
    vastgelegdIn: [],
  }
}

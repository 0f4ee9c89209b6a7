import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createTlsServer, type ServerOptions } from 'node:https'
import type { Zaakbron as Demobron } from '../../src/demo/zaken/zaken.ts'

/** A source of one page of text, that a test makes do what it should not. */
export interface Vijand {
  readonly bron: Pick<Demobron, 'organisatie' | 'urls' | 'client' | 'geheim'>
  readonly gezien: readonly Gezien[]
  /** Answers instead of the ordinary source; `true` when it did. */
  zet: (anders: Anders) => void
  /** The next request that comes in. */
  readonly volgende: () => Promise<void>
  readonly sluit: () => Promise<void>
}

export interface Gezien {
  readonly methode: string
  readonly url: string
  readonly koppen: IncomingMessage['headers']
  readonly lichaam: string
}

export type Anders = (verzoek: Gezien, antwoord: ServerResponse, bron: Wereld) => boolean

export const eigenBsn = '999990019'
export const anderBsn = '999990020'
export const rsin = '999800015'

export const uuids = {
  zaak: '11111111-1111-4111-8111-111111111111',
  ander: '22222222-2222-4222-8222-222222222222',
  type: '33333333-3333-4333-8333-333333333333',
  stap: '44444444-4444-4444-8444-444444444444',
  status: '55555555-5555-4555-8555-555555555555',
  rol: '66666666-6666-4666-8666-666666666666',
  catalogus: '77777777-7777-4777-8777-777777777777',
  document: '88888888-8888-4888-8888-888888888888',
  documenttype: '99999999-9999-4999-8999-999999999999',
  besluit: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
  besluittype: 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb',
  resultaat: 'cccccccc-cccc-4ccc-8ccc-cccccccccccc',
} as const

type Velden = Readonly<Record<string, unknown>>

/** The resources of one case, at this address. */
export class Wereld {
  readonly wortel: string
  constructor(wortel: string) {
    this.wortel = wortel
  }

  readonly zrc = (pad: string) => `${this.wortel}/zaken/api/v1/${pad}`
  readonly ztc = (pad: string) => `${this.wortel}/catalogi/api/v1/${pad}`
  readonly drc = (pad: string) => `${this.wortel}/documenten/api/v1/${pad}`
  readonly brc = (pad: string) => `${this.wortel}/besluiten/api/v1/${pad}`

  rol(zaak: string, bsn: string, anders: Velden = {}): Velden {
    return {
      url: this.zrc(`rollen/${uuids.rol}`),
      zaak: this.zrc(`zaken/${zaak}`),
      betrokkeneType: 'natuurlijk_persoon',
      omschrijvingGeneriek: 'initiator',
      betrokkeneIdentificatie: { inpBsn: bsn },
      ...anders,
    }
  }

  zaak(uuid: string, bsn = eigenBsn, anders: Velden = {}): Velden {
    const url = this.zrc(`zaken/${uuid}`)
    return {
      url,
      uuid,
      identificatie: 'Z-1',
      bronorganisatie: rsin,
      verantwoordelijkeOrganisatie: rsin,
      omschrijving: 'Parkeervergunning',
      zaaktype: this.ztc(`zaaktypen/${uuids.type}`),
      registratiedatum: '2026-02-01',
      startdatum: '2026-02-01',
      einddatum: null,
      vertrouwelijkheidaanduiding: 'openbaar',
      status: this.zrc(`statussen/${uuids.status}`),
      resultaat: null,
      archiefstatus: 'nog_te_archiveren',
      _expand: { zaaktype: this.type(), status: this.status(uuid), rollen: [this.rol(uuid, bsn)] },
      ...anders,
    }
  }

  type(anders: Velden = {}): Velden {
    return {
      url: this.ztc(`zaaktypen/${uuids.type}`),
      identificatie: 'PARKEREN',
      catalogus: this.ztc(`catalogussen/${uuids.catalogus}`),
      omschrijving: 'Parkeervergunning',
      indicatieInternOfExtern: 'extern',
      doorlooptijd: 'P8W',
      informatieobjecttypen: [this.ztc(`informatieobjecttypen/${uuids.documenttype}`)],
      ...anders,
    }
  }

  status(zaak: string, anders: Velden = {}): Velden {
    return {
      url: this.zrc(`statussen/${uuids.status}`),
      zaak: this.zrc(`zaken/${zaak}`),
      statustype: this.ztc(`statustypen/${uuids.stap}`),
      datumStatusGezet: '2026-02-01T10:00:00Z',
      ...anders,
    }
  }

  stap(anders: Velden = {}): Velden {
    const url = this.ztc(`statustypen/${uuids.stap}`)
    return { url, omschrijving: 'Ontvangen', volgnummer: 1, isEindstatus: false, ...anders }
  }

  document(anders: Velden = {}): Velden {
    return {
      url: this.drc(`enkelvoudiginformatieobjecten/${uuids.document}`),
      creatiedatum: '2026-02-01',
      titel: 'Brief',
      vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
      status: 'definitief',
      formaat: 'application/pdf',
      bestandsnaam: 'brief.pdf',
      bestandsomvang: 4,
      inhoud: this.drc(`enkelvoudiginformatieobjecten/${uuids.document}/download`),
      informatieobjecttype: this.ztc(`informatieobjecttypen/${uuids.documenttype}`),
      bestandsdelen: [],
      ...anders,
    }
  }

  besluit(zaak: string, anders: Velden = {}): Velden {
    return {
      url: this.brc(`besluiten/${uuids.besluit}`),
      zaak: this.zrc(`zaken/${zaak}`),
      besluittype: this.ztc(`besluittypen/${uuids.besluittype}`),
      datum: '2026-02-10',
      ingangsdatum: '2026-02-10',
      uiterlijkeReactiedatum: '2026-03-24',
      ...anders,
    }
  }

  koppeling(zaak: string): Velden {
    const informatieobject = this.drc(`enkelvoudiginformatieobjecten/${uuids.document}`)
    return { informatieobject, zaak: this.zrc(`zaken/${zaak}`) }
  }

  /** What an orderly source answers; `undefined` for what it does not have. */
  gewoon(methode: string, url: string): unknown {
    const pad = url.split('?')[0] ?? ''
    const zaak = uuids.zaak
    const lijsten: Readonly<Record<string, unknown>> = {
      'POST /zaken/api/v1/zaken/_zoek': pagina([this.zaak(zaak)]),
      'GET /zaken/api/v1/zaken': pagina([]),
      [`GET /zaken/api/v1/zaken/${zaak}`]: this.zaak(zaak),
      'GET /zaken/api/v1/rollen': pagina([this.rol(zaak, eigenBsn)]),
      'GET /zaken/api/v1/statussen': pagina([this.status(zaak)]),
      [`GET /zaken/api/v1/statussen/${uuids.status}`]: this.status(zaak),
      'GET /zaken/api/v1/zaakinformatieobjecten': [this.koppeling(zaak)],
      [`GET /catalogi/api/v1/zaaktypen/${uuids.type}`]: this.type(),
      'GET /catalogi/api/v1/statustypen': pagina([this.stap()]),
      'GET /catalogi/api/v1/zaaktype-informatieobjecttypen': pagina([]),
      'GET /catalogi/api/v1/catalogussen': pagina([this.catalogus()]),
      [`GET /catalogi/api/v1/catalogussen/${uuids.catalogus}`]: this.catalogus(),
      [`GET /catalogi/api/v1/besluittypen/${uuids.besluittype}`]: {
        url: this.ztc(`besluittypen/${uuids.besluittype}`),
        omschrijving: 'Verleend',
      },
      'GET /documenten/api/v1/enkelvoudiginformatieobjecten': pagina([]),
      [`GET /documenten/api/v1/enkelvoudiginformatieobjecten/${uuids.document}`]: this.document(),
      'GET /besluiten/api/v1/besluiten': pagina([this.besluit(zaak)]),
    }
    return lijsten[`${methode} ${pad}`]
  }

  catalogus(): Velden {
    return { url: this.ztc(`catalogussen/${uuids.catalogus}`), domein: 'ALG', rsin }
  }
}

export function pagina(results: readonly unknown[], next: string | null = null) {
  return { count: results.length, next, previous: null, results }
}

export function stuur(antwoord: ServerResponse, json: unknown, status = 200, koppen = {}): true {
  antwoord.writeHead(status, { 'content-type': 'application/json', ...koppen }).end(JSON.stringify(json))
  return true
}

export async function startVijand(tls?: ServerOptions): Promise<Vijand> {
  const gezien: Gezien[] = []
  const wachters: (() => void)[] = []
  let anders: Anders = () => false
  let wereld = new Wereld('')
  const luister: RequestListener = (vraag, antwoord) => {
    const delen: Buffer[] = []
    vraag.on('data', (deel: Buffer) => delen.push(deel))
    vraag.on('end', () => {
      const verzoek = {
        methode: vraag.method ?? '',
        url: vraag.url ?? '',
        koppen: vraag.headers,
        lichaam: Buffer.concat(delen).toString('latin1'),
      }
      gezien.push(verzoek)
      for (const wachter of wachters.splice(0)) wachter()
      if (anders(verzoek, antwoord, wereld)) return
      if (verzoek.url.includes('/download')) return void antwoord.end('%PDF')
      const gewoon = wereld.gewoon(verzoek.methode, verzoek.url)
      stuur(antwoord, gewoon ?? { code: 'not_found', status: 404 }, gewoon === undefined ? 404 : 200)
    })
  }
  const server = tls === undefined ? createServer(luister) : createTlsServer(tls, luister)
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  const adres = server.address()
  if (typeof adres !== 'object' || adres === null) throw new Error('luistert niet')
  const wortel = `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${adres.port}`
  wereld = new Wereld(wortel)
  const op = (naam: string) => new URL(`${wortel}/${naam}/api/v1`)
  return {
    bron: {
      organisatie: 'gemeente-GM9999',
      client: 'voordeur',
      geheim: 'geheim',
      urls: {
        zrc: op('zaken'),
        ztc: op('catalogi'),
        drc: op('documenten'),
        brc: op('besluiten'),
        nrc: op('notificaties'),
      },
    },
    gezien,
    zet: (nieuw) => {
      anders = nieuw
    },
    volgende: () => new Promise((klaar) => wachters.push(klaar)),
    sluit: () => {
      server.closeAllConnections()
      return new Promise((klaar) => server.close(() => klaar()))
    },
  }
}

/**
 * A case register that takes no time but the time it is told to take: answers stand ready, so that 28 of them can be
 * asked hundreds of times a second on one core. It speaks as the standard does, with what belongs to a case in the
 * same answer; every second one gives its list in two pages, so that two requests follow each other.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { duurkop } from './inwoner-meting.ts'

export interface Meetbron {
  readonly organisatie: string
  readonly rsin: string
  readonly basis: string
  /** `goed` as at the start, `dood` refuses to connect, `traag` takes six seconds. */
  readonly zet: (stand: 'goed' | 'dood' | 'traag') => Promise<void>
  readonly sluit: () => Promise<void>
}

/** So long each answer takes, and so much of it is not our own time. */
export const antwoordMs = 100
const traagMs = 6_000

export async function startBron(keus: {
  readonly organisatie: string
  readonly rsin: string
  readonly tweePaginas: boolean
  readonly heeft: (bsn: string) => boolean
}): Promise<Meetbron> {
  const { organisatie, rsin, tweePaginas, heeft } = keus
  let wachtMs = antwoordMs
  const klaar = new Map<string, readonly [string, string]>()
  let basis = ''
  const paginasVan = (bsn: string): readonly [string, string] => {
    const bekend = klaar.get(bsn)
    if (bekend !== undefined) return bekend
    const zaken = heeft(bsn) ? [1, 2, 3].map((nr) => maakZaak(basis, rsin, bsn, nr)) : []
    const next = tweePaginas && zaken.length > 0 ? `${basis}/zaken/api/v1/zaken/_zoek?page=2` : null
    const eerste = next === null ? zaken : zaken.slice(0, 2)
    const gemaakt = [pagina(eerste, zaken.length, next), pagina(zaken.slice(2), zaken.length, null)] as const
    klaar.set(bsn, gemaakt)
    return gemaakt
  }
  const antwoord = (pad: string, tekst: string): string => {
    if (pad.startsWith('/zaken/api/v1/zaken/_zoek')) {
      const [eerste, tweede] = paginasVan(/inpBsn":"(\d{9})"/.exec(tekst)?.[1] ?? '')
      return pad.endsWith('page=2') ? tweede : eerste
    }
    if (pad.includes('/statustypen')) return pagina([statustype(basis)], 1, null)
    if (pad.includes('/catalogussen/'))
      return JSON.stringify({ url: `${basis}${catalogusPad}`, domein: 'ZAKEN', rsin })
    return pagina([], 0, null)
  }
  const server: Server = createServer((vraag: IncomingMessage, uit: ServerResponse) => {
    const begin = performance.now()
    let tekst = ''
    vraag.setEncoding('utf8')
    vraag.on('data', (deel: string) => {
      tekst += deel
    })
    vraag.on('end', () => {
      setTimeout(() => {
        const duurde = (performance.now() - begin).toFixed(3)
        uit.writeHead(200, { 'content-type': 'application/json', [duurkop]: duurde })
        uit.end(antwoord(vraag.url ?? '', tekst))
      }, wachtMs)
    })
  })
  server.keepAliveTimeout = 60_000
  const luister = (poort: number) =>
    new Promise<void>((verder) => server.listen(poort, '127.0.0.1', () => verder()))
  const dicht = () =>
    new Promise<void>((verder) => {
      server.close(() => verder())
      server.closeAllConnections()
    })
  await luister(0)
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  basis = `http://127.0.0.1:${port}`
  return {
    organisatie,
    rsin,
    basis,
    zet: async (stand) => {
      wachtMs = stand === 'traag' ? traagMs : antwoordMs
      if (stand === 'dood') await dicht()
      else if (!server.listening) await luister(port)
    },
    sluit: async () => {
      if (server.listening) await dicht()
    },
  }
}

const uuid = (nr: number) => `00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`
const catalogusPad = `/catalogi/api/v1/catalogussen/${uuid(1)}`

function pagina(results: readonly unknown[], count: number, next: string | null): string {
  return JSON.stringify({ count, next, previous: null, results })
}

function statustype(basis: string) {
  return {
    url: `${basis}/catalogi/api/v1/statustypen/${uuid(3)}`,
    omschrijving: 'In behandeling',
    omschrijvingGeneriek: 'In behandeling',
    statustekst: 'Wij bekijken uw aanvraag.',
    zaaktype: `${basis}/catalogi/api/v1/zaaktypen/${uuid(2)}`,
    volgnummer: 2,
    isEindstatus: false,
  }
}

/** As large as a case of a real register with what belongs to it. */
function maakZaak(basis: string, rsin: string, bsn: string, nr: number) {
  const zrc = `${basis}/zaken/api/v1`
  const url = `${zrc}/zaken/${uuid(Number(bsn) * 10 + nr)}`
  const zaaktype = `${basis}/catalogi/api/v1/zaaktypen/${uuid(2)}`
  const status = `${zrc}/statussen/${uuid(nr)}`
  return {
    url,
    uuid: uuid(Number(bsn) * 10 + nr),
    identificatie: `ZAAK-2026-${bsn.slice(5)}${nr}`,
    bronorganisatie: rsin,
    verantwoordelijkeOrganisatie: rsin,
    omschrijving: 'Aanvraag parkeervergunning',
    toelichting: 'Ingediend via de website. '.repeat(10),
    zaaktype,
    registratiedatum: '2026-01-05',
    startdatum: '2026-01-05',
    einddatum: null,
    einddatumGepland: '2026-03-20',
    uiterlijkeEinddatumAfdoening: '2026-04-01',
    vertrouwelijkheidaanduiding: 'openbaar',
    verlenging: null,
    opschorting: { indicatie: false, reden: '' },
    hoofdzaak: null,
    deelzaken: [],
    relevanteAndereZaken: [],
    status,
    resultaat: null,
    zaakinformatieobjecten: [],
    archiefstatus: 'nog_te_archiveren',
    _expand: {
      zaaktype: {
        url: zaaktype,
        identificatie: 'B0001',
        omschrijving: 'Parkeervergunning',
        omschrijvingGeneriek: 'Parkeervergunning',
        catalogus: `${basis}${catalogusPad}`,
        indicatieInternOfExtern: 'extern',
        doorlooptijd: 'P8W',
        servicenorm: null,
        handelingInitiator: 'Aanvragen',
        besluittypen: [],
        informatieobjecttypen: [],
      },
      status: {
        url: status,
        zaak: url,
        statustype: statustype(basis).url,
        datumStatusGezet: '2026-01-12T09:00:00Z',
        statustoelichting: '',
        _expand: { statustype: statustype(basis) },
      },
      rollen: [
        {
          url: `${zrc}/rollen/${uuid(nr)}`,
          zaak: url,
          betrokkeneType: 'natuurlijk_persoon',
          omschrijving: 'Aanvrager',
          omschrijvingGeneriek: 'initiator',
          indicatieMachtiging: '',
          betrokkeneIdentificatie: { inpBsn: bsn, geslachtsnaam: 'Proef' },
        },
      ],
    },
  }
}

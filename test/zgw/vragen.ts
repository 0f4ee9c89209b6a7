import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createBevolking } from '../../src/demo/index.ts'
import { startZaken, type Zaakbron, type Zaakdiensten, type ZakenOpties } from '../../src/demo/zaken/zaken.ts'
import type { Wekker } from '../../src/platform/bron/index.ts'
import { crsKoppen, maakToken } from '../../src/zgw/index.ts'

/** The made-up organisations with a clock of the test, and a way to ask them as our portal does. */
export interface Zakentest extends Zaakdiensten {
  zetKlok: (tekst: string) => void
  readonly bron: (organisatie: string) => Zaakbron
  readonly bsnVan: (bekende: string) => string
  readonly vraag: (bron: Zaakbron, adres: string, meer?: Vraag) => Promise<Antwoord>
}

export interface Vraag {
  readonly methode?: string
  readonly json?: unknown
  readonly koppen?: Readonly<Record<string, string>>
}

export interface Antwoord {
  readonly status: number
  readonly koppen: Readonly<Record<string, string>>
  readonly inhoud: ReturnType<typeof JSON.parse>
  readonly bytes: Buffer
}

/** The same people for every test: they do not change. */
export const bevolking = createBevolking()
export const beheersleutel = 'beheer'

/** Whoever is slow takes no time here; what goes by itself each second waits until a test says so. */
const vlotteWekker: Wekker = (ms, fn) => {
  const isTik = ms === 1_000
  const klaar = isTik ? undefined : setImmediate(fn)
  return () => clearImmediate(klaar)
}

export async function startZakentest(opties: Partial<ZakenOpties> = {}): Promise<Zakentest> {
  let klok = new Date('2026-03-02T10:00:00Z')
  const nu = () => klok
  const diensten = await startZaken({
    bevolking,
    nu,
    sleutel: 'sleutel',
    beheersleutel,
    wekker: vlotteWekker,
    ...opties,
  })
  return {
    ...diensten,
    zetKlok: (tekst) => {
      klok = new Date(tekst)
    },
    bron: (organisatie) => vind(diensten.bronnen.find((een) => een.organisatie === organisatie)),
    bsnVan: (bekende) => vind(bevolking.bekenden.find(({ id }) => id === bekende)?.persoon.bsn),
    vraag: (bron, adres, meer = {}) => doe(bron, adres, meer, klok),
  }
}

/** `adres` is complete, or what stands behind the base of the cases: `/zaken?…`. */
async function doe(bron: Zaakbron, adres: string, meer: Vraag, nu: Date): Promise<Antwoord> {
  const { methode = meer.json === undefined ? 'GET' : 'POST', json, koppen } = meer
  const token = maakToken({ client: bron.client, geheim: bron.geheim }, nu)
  const antwoord = await fetch(adres.startsWith('http') ? adres : `${bron.urls.zrc}${adres}`, {
    method: methode,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...crsKoppen,
      ...koppen,
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  const bytes = Buffer.from(await antwoord.arrayBuffer())
  const isJson = /json/.test(antwoord.headers.get('content-type') ?? '')
  return {
    status: antwoord.status,
    koppen: Object.fromEntries(antwoord.headers),
    bytes,
    inhoud: isJson ? JSON.parse(bytes.toString('utf8')) : undefined,
  }
}

export const inpBsn = 'rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn'

/** A subscriber: keeps what it gets, and lets nobody in without the right header. */
export async function startOntvanger(auth: string, status = 204) {
  const berichten: ReturnType<typeof JSON.parse>[] = []
  const server: Server = createServer((vraag: IncomingMessage, antwoord: ServerResponse) => {
    const delen: Buffer[] = []
    vraag.on('data', (deel: Buffer) => delen.push(deel))
    vraag.on('end', () => {
      const mag = vraag.headers.authorization === auth
      if (mag) berichten.push(JSON.parse(Buffer.concat(delen).toString('utf8')))
      antwoord.writeHead(mag ? status : 403, { 'api-version': '1.0.0' }).end()
    })
  })
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  const adres = server.address()
  const poort = typeof adres === 'object' && adres !== null ? adres.port : 0
  return {
    url: `http://127.0.0.1:${poort}/berichten`,
    berichten,
    sluit: () => {
      server.closeAllConnections()
      return new Promise<void>((klaar) => server.close(() => klaar()))
    },
  }
}

function vind<T>(waarde: T | undefined): T {
  if (waarde === undefined) throw new Error('dat is er niet')
  return waarde
}

/** Names of the organisations that the corpus describes. */
export function kentCorpus(organisatie: string): boolean {
  try {
    return readFileSync(new URL(`../../corpus/organisaties/${organisatie}.yaml`, import.meta.url)).length > 0
  } catch {
    return false
  }
}

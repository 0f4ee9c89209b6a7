import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { systeemwekker, type Wekker } from '../../platform/bron/index.ts'
import { isStoring, type Storingsbord } from './storingsbord.ts'

export interface Verzoek {
  readonly methode: string
  /** Without the base path and without the query. */
  readonly pad: string
  /** What stands behind it, with the question mark; empty when there is nothing. */
  readonly vraag: string
  readonly koppen: IncomingMessage['headers']
  readonly tekst: string
  /** As parsed; `undefined` when it is no JSON. */
  readonly json: unknown
}

export interface Antwoord {
  readonly status: number
  readonly inhoud: unknown
  /** Sent as it is in the place of `inhoud`; its kind stands in the headers. */
  readonly lichaam?: string | Uint8Array
  /** Takes so long, also without a failure. */
  readonly naMs?: number
  readonly koppen?: Readonly<Record<string, string>>
  /** Whom it is about: their failure, if they have one, is put on. */
  readonly over?: readonly string[]
  /** The same answer about somebody else, for that failure. */
  readonly verwisseld?: () => unknown
}

type Doe = (verzoek: Verzoek) => Antwoord | Promise<Antwoord>

export interface DienstOpties {
  readonly naam: string
  /** For example `/haalcentraal/api/brp`; empty for a service that looks at the whole address. */
  readonly basisPad: string
  readonly adres?: string | undefined
  /** 0 lets the system choose. */
  readonly poort?: number | undefined
  /** Whoever has this one may use the service; `undefined` for a service that looks itself. */
  readonly sleutel: string | undefined
  /** Whoever has this one may put failures on and off. */
  readonly beheersleutel: string
  readonly bord: Storingsbord
  readonly wekker?: Wekker | undefined
  /** Every answer waits this long, as over a real distance. Default 0: at once. */
  readonly antwoordMs?: number | undefined
  readonly maxBytes?: number
  /** Routes below `/beheer/` that are this service's own. */
  readonly beheer?: (verzoek: Verzoek) => Antwoord | undefined
  readonly ongeautoriseerd: (pad: string) => Antwoord
}

export interface Dienst {
  /** With the base path, without a slash at the end. */
  readonly url: URL
  readonly beheerUrl: URL
  readonly sluit: () => Promise<void>
}

const maxBytes = 256 * 1024
/** A fault of our own, unlike one that was put on. */
const kapot = { status: 500, inhoud: { title: 'De dienst zelf is stuk.', status: 500, code: 'kapot' } }
const traagMs = 6_000
const hangMs = 30_000

/** A small HTTP service of another organisation, that can fail in every way that we must be able to bear. */
export async function startDienst(opties: DienstOpties, doe: Doe): Promise<Dienst> {
  const server = createServer((vraag, antwoord) => {
    leesLichaam(vraag, opties.maxBytes ?? maxBytes, (tekst) => {
      behandel(opties, doe, vraag, antwoord, tekst).catch(() => stuur(antwoord, kapot))
    })
  })
  const { adres = '127.0.0.1', poort = 0 } = opties
  await new Promise<void>((klaar, mis) => {
    server.once('error', mis)
    server.listen(poort, adres, klaar)
  })
  const herkomst = `http://${adres}:${poortVan(server)}`
  return {
    url: new URL(opties.basisPad, herkomst),
    beheerUrl: new URL('/beheer/', herkomst),
    sluit: () => {
      server.closeAllConnections()
      return new Promise((klaar) => server.close(() => klaar()))
    },
  }
}

async function behandel(
  opties: DienstOpties,
  doe: Doe,
  vraag: IncomingMessage,
  antwoord: ServerResponse,
  tekst: string,
): Promise<void> {
  const [volledig = '', ...rest] = (vraag.url ?? '').split('?')
  const verzoek = {
    methode: vraag.method ?? '',
    pad: volledig,
    vraag: rest.length === 0 ? '' : `?${rest.join('?')}`,
    koppen: vraag.headers,
    tekst,
    json: leesJson(tekst),
  }
  if (volledig.startsWith('/beheer/')) return stuur(antwoord, beheer(opties, verzoek))
  if (!volledig.startsWith(`${opties.basisPad}/`)) return stuur(antwoord, { status: 404, inhoud: {} })
  const binnen = { ...verzoek, pad: volledig.slice(opties.basisPad.length) }
  const gewoon = magErin(opties, vraag) ? await doe(binnen) : opties.ongeautoriseerd(volledig)
  metStoring(opties, antwoord, gewoon)
}

function metStoring(
  { bord, wekker = systeemwekker, antwoordMs = 0 }: DienstOpties,
  antwoord: ServerResponse,
  gewoon: Antwoord,
): void {
  const stop = (na: () => void) => antwoord.on('close', na)
  switch (bord.voor(gewoon.over ?? [])) {
    case 'weg':
      antwoord.socket?.destroy()
      return
    case 'traag':
      return void stop(wekker(traagMs, () => stuur(antwoord, gewoon)))
    case 'hangt':
      return void stop(wekker(hangMs, () => stuur(antwoord, gewoon)))
    case 'fout-500':
      return stuur(antwoord, {
        status: 500,
        inhoud: { title: 'Interne server fout.', status: 500, code: 'serverError' },
      })
    case 'onzin':
      antwoord
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html><body>Welkom op de nieuwe site</body></html>')
      return
    case 'verkeerde-soort':
      antwoord.writeHead(200, { 'content-type': 'text/html' }).end(JSON.stringify(gewoon.inhoud))
      return
    case 'half':
      return stuurHalf(antwoord, gewoon)
    case 'ander-persoon':
      return stuur(
        antwoord,
        gewoon.verwisseld === undefined ? gewoon : { ...gewoon, inhoud: gewoon.verwisseld() },
      )
    default: {
      const wachtMs = Math.max(antwoordMs, gewoon.naMs ?? 0)
      if (wachtMs === 0) return stuur(antwoord, gewoon)
      return void stop(wekker(wachtMs, () => stuur(antwoord, gewoon)))
    }
  }
}

/** `PUT /beheer/storing {"soort": "traag", "burgerservicenummer": "…"}`; `soort: null` ends it. */
function beheer(opties: DienstOpties, verzoek: Verzoek): Antwoord {
  const { bord, beheersleutel } = opties
  if (verzoek.koppen['x-beheersleutel'] !== beheersleutel) return { status: 401, inhoud: {} }
  const eigen = opties.beheer?.(verzoek)
  if (eigen !== undefined) return eigen
  if (verzoek.pad !== '/beheer/storing') return { status: 404, inhoud: {} }
  if (verzoek.methode === 'DELETE') bord.herstel()
  if (verzoek.methode === 'PUT') {
    const { soort, burgerservicenummer: bsn } = alsObject(verzoek.json)
    const isGoed = (soort === null || isStoring(soort)) && (bsn === undefined || typeof bsn === 'string')
    if (!isGoed) return { status: 400, inhoud: {} }
    bord.zet(soort ?? undefined, bsn)
  }
  return { status: 200, inhoud: bord.stand() }
}

/** An API key, or a bearer token with the same value. */
function magErin({ sleutel }: DienstOpties, { headers }: IncomingMessage): boolean {
  if (sleutel === undefined) return true
  return headers['x-api-key'] === sleutel || headers.authorization === `Bearer ${sleutel}`
}

function stuur(antwoord: ServerResponse, { status, inhoud, lichaam, koppen }: Antwoord): void {
  const bytes = lichaam ?? JSON.stringify(inhoud)
  const soort = status >= 400 ? 'application/problem+json' : 'application/json; charset=utf-8'
  const zonder = status === 204 || status === 304
  antwoord.writeHead(status, {
    ...(lichaam === undefined ? { 'content-type': soort } : {}),
    ...(zonder ? {} : { 'content-length': Buffer.byteLength(bytes) }),
    ...koppen,
  })
  antwoord.end(zonder ? '' : bytes)
}

function stuurHalf(antwoord: ServerResponse, { status, inhoud, lichaam }: Antwoord): void {
  const tekst = lichaam === undefined ? JSON.stringify(inhoud) : Buffer.from(lichaam).toString('utf8')
  antwoord.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(tekst),
  })
  antwoord.write(tekst.slice(0, Math.floor(tekst.length / 2)), () => antwoord.socket?.destroy())
}

function leesLichaam(vraag: IncomingMessage, maxBytes: number, klaar: (tekst: string) => void): void {
  const delen: Buffer[] = []
  let bytes = 0
  vraag.on('data', (deel: Buffer) => {
    bytes += deel.length
    if (bytes > maxBytes) vraag.destroy()
    else delen.push(deel)
  })
  vraag.on('end', () => klaar(Buffer.concat(delen).toString('utf8')))
  vraag.on('error', () => {})
}

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}

export function alsObject(waarde: unknown): Readonly<Record<string, unknown>> {
  // An object that is no list has string keys; what stands under them stays unknown.
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
    ? (waarde as Record<string, unknown>)
    : {}
}

function poortVan(server: Server): number {
  const adres = server.address()
  if (typeof adres !== 'object' || adres === null) throw new Error('de dienst luistert niet')
  return adres.port
}

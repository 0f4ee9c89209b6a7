import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { z } from 'zod'
import {
  Abonnementen,
  type Autorisatie,
  type Buiten,
  type Client,
  clientenUit,
  createAanbieder,
  Geheugen,
  gewonePaden,
  type ZgwAntwoord,
  type ZgwVerzoek,
} from '../../../src/zgw/aanbieder/index.ts'
import { maakToken } from '../../../src/zgw/index.ts'
import { hulpAntwoord } from './hulp.ts'

/**
 * The kernel as the public conformance collections expect a provider: all components on one port at 127.0.0.1, and
 * beside them what a collection calls besides: an issuer of tokens, the reference lists, and addresses that answer in a
 * known way. Docs: docs/zgw-aanbieder.md. Everything is in memory, and gone when it stops.
 */
export interface Bank {
  readonly poort: number
  /** The environment file of the collections. */
  readonly omgeving: object
  readonly sluit: () => Promise<void>
}

const nrcPad = '/notificaties/api/v1'
/** Of the test bench alone: it listens on loopback, and holds nothing of anybody. */
const vol = { id: 'zgw_api_tests', geheim: 'geheim-van-de-bank' } as const
const beperkt = { id: 'zgw_api_tests_limited', geheim: 'beperkt-geheim-van-de-bank' } as const

const uitgifteSchema = z.object({
  clientIds: z.array(z.string()).min(1),
  secret: z.string().min(1),
  label: z.string().default(''),
  heeftAlleAutorisaties: z.union([z.boolean(), z.stringbool()]).default(false),
  autorisaties: z.array(z.record(z.string(), z.json())).default([]),
})

export async function startBank(poort = 0): Promise<Bank> {
  const server = createServer()
  await new Promise<void>((klaar, mislukt) => {
    server.once('error', mislukt)
    server.listen(poort, '127.0.0.1', klaar)
  })
  const adres = server.address()
  const opPoort = typeof adres === 'object' && adres !== null ? adres.port : 0
  const wortel = `http://127.0.0.1:${opPoort}`
  bedien(server, wortel)
  return {
    poort: opPoort,
    omgeving: omgevingVan(wortel),
    sluit: () => {
      server.closeAllConnections()
      return new Promise<void>((klaar) => server.close(() => klaar()))
    },
  }
}

function bedien(server: Server, wortel: string): void {
  const opslag = new Geheugen()
  const geheimen = new Map<string, string>([
    [vol.id, vol.geheim],
    [beperkt.id, beperkt.geheim],
  ])
  const uitOpslag = clientenUit(opslag, (id) => geheimen.get(id))
  const clienten = async (id: string): Promise<Client | undefined> => {
    if (id === vol.id) return { geheim: geheimen.get(id) ?? vol.geheim, heeftAlleAutorisaties: true }
    return (
      (await uitOpslag(id)) ??
      (id === beperkt.id ? { geheim: beperkt.geheim, autorisaties: smal } : undefined)
    )
  }
  const gedeeld = { clienten, nu: () => new Date(), uuid: () => randomUUID() }
  const router = new Abonnementen({ ...gedeeld, basis: wortel + nrcPad, bezorg, zonderProef: true })
  const aanbieder = createAanbieder({
    ...gedeeld,
    wortel,
    opslag,
    buiten: kijkOpLoopback,
    meld: (bericht) => void router.verspreid(bericht),
  })
  server.on('request', (vraag, antwoord) => {
    beantwoord(vraag)
      .catch(() => ({ status: 500, koppen: {}, lichaam: '' }))
      .then(({ status, koppen, lichaam }) => antwoord.writeHead(status, koppen).end(lichaam))
  })
  const beantwoord = async (vraag: IncomingMessage): Promise<ZgwAntwoord> => {
    const verzoek = await alsVerzoek(vraag, wortel)
    if (verzoek.adres.pathname === '/tokens') return geefUit(verzoek)
    return hulpAntwoord(verzoek, wortel) ?? (await router.beantwoord(verzoek)) ?? (await aanbieder(verzoek))
  }
  /** Registers the client and signs for it: what a municipality does by hand. */
  const geefUit = async (verzoek: ZgwVerzoek): Promise<ZgwAntwoord> => {
    const gelezen = uitgifteSchema.safeParse(leesJson(verzoek.lichaam))
    if (!gelezen.success) return json(400, { detail: 'Stuur JSON met clientIds (een lijst) en secret.' })
    const { clientIds, secret, label, heeftAlleAutorisaties, autorisaties } = gelezen.data
    for (const id of clientIds) geheimen.set(id, secret)
    const { rijen } = await opslag.zoek('applicaties', {
      voorwaarden: [{ op: 'bevatEen', veld: 'clientIds', waarden: clientIds }],
    })
    for (const { url } of rijen) opslag.haalWeg('applicaties', url)
    opslag.leg('applicaties', {
      url: `${wortel}${gewonePaden.ac}/applicaties/${randomUUID()}`,
      clientIds,
      label: label || (clientIds[0] ?? ''),
      heeftAlleAutorisaties,
      autorisaties,
    })
    const token = maakToken({ client: clientIds[0] ?? '', geheim: secret, gebruiker: 'tester' }, new Date())
    return json(200, { authorization: `Bearer ${token}` })
  }
}

const smal: readonly Autorisatie[] = [
  { component: 'zrc', scopes: ['zaken.lezen'], maximum: 'openbaar' },
  { component: 'ztc', scopes: ['catalogi.lezen'] },
  { component: 'drc', scopes: ['documenten.lezen'] },
]

/** Only here, and only on this machine: a register that fetches what somebody wrote down can be sent anywhere. */
const kijkOpLoopback: Buiten = async (adres) => {
  if (new URL(adres).hostname !== '127.0.0.1') return undefined
  const antwoord = await fetch(adres, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
  if (antwoord?.ok !== true) return undefined
  const inhoud: unknown = await antwoord.json().catch(() => undefined)
  return { json: inhoud }
}

async function bezorg(url: string, auth: string | undefined, bericht: object): Promise<number | undefined> {
  if (new URL(url).hostname !== '127.0.0.1') return undefined
  const headers = {
    'content-type': 'application/json',
    ...(auth === undefined ? {} : { authorization: auth }),
  }
  const verzoek = {
    method: 'POST',
    headers,
    body: JSON.stringify(bericht),
    signal: AbortSignal.timeout(2_000),
  }
  const antwoord = await fetch(url, verzoek).catch(() => undefined)
  return antwoord?.status
}

async function alsVerzoek(vraag: IncomingMessage, wortel: string): Promise<ZgwVerzoek> {
  const delen: Buffer[] = []
  for await (const deel of vraag) delen.push(deel)
  const bytes = Buffer.concat(delen)
  const koppen = Object.fromEntries(
    Object.entries(vraag.headers).map(([naam, waarde]) => [naam, [waarde].flat().join(', ')]),
  )
  const adres = new URL(vraag.url ?? '/', wortel)
  return { methode: vraag.method ?? 'GET', adres, koppen, lichaam: bytes.toString('utf8'), bytes }
}

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}

const json = (status: number, inhoud: unknown): ZgwAntwoord => ({
  status,
  koppen: { 'content-type': 'application/json' },
  lichaam: JSON.stringify(inhoud),
})

function omgevingVan(wortel: string): object {
  const kaal = wortel.replace('http://', '')
  const waarden = {
    zrc_url: kaal + gewonePaden.zrc,
    ztc_url: kaal + gewonePaden.ztc,
    drc_url: kaal + gewonePaden.drc,
    brc_url: kaal + gewonePaden.brc,
    ac_url: kaal + gewonePaden.ac,
    nrc_url: kaal + nrcPad,
    referentielijst_url: `${wortel}/referentielijsten/api/v1`,
    mock_url: `${wortel}/mock`,
    'token-issuer_url': `${wortel}/tokens`,
    client_id: vol.id,
    secret: vol.geheim,
    client_id_limited: beperkt.id,
    secret_limited: beperkt.geheim,
  }
  const values = Object.entries(waarden).map(([key, value]) => ({ key, value, enabled: true }))
  return { name: 'Voordeur', values, _postman_variable_scope: 'environment' }
}

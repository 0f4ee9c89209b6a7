import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import Provider from 'oidc-provider'
import { maakGeheugen } from './geheugen.ts'
import type { Inloggever } from './gever.ts'
import { keuzepagina, paginastijl } from './pagina.ts'

export interface InlogOpties {
  readonly titel: string
  readonly gevers: readonly Inloggever[]
  /** Scopes with the claims of each. */
  readonly scopes: Readonly<Record<string, readonly string[]>>
  /** Names of levels, the lowest first. */
  readonly niveaus: readonly string[]
  /** What stands above the people who come last on the page. */
  readonly extraTitel?: string | undefined
  /** Default 0: the system chooses a free one. */
  readonly poort?: number | undefined
  /** Whether somebody may be sent back to this address. */
  readonly magTerug: (adres: URL) => boolean
}

export interface Inlog {
  readonly uitgever: URL
  readonly client: string
  readonly geheim: string
  readonly sluit: () => Promise<void>
}

const client = 'voordeur'

/** An OpenID Connect provider with a page to choose a person on. Speaks as a real one, only nobody proves anything. */
export async function startInlog(opties: InlogOpties): Promise<Inlog> {
  const server = createServer()
  await luister(server, opties.poort ?? 0)
  const uitgever = new URL(`http://localhost:${poortVan(server)}`)
  const geheim = randomBytes(24).toString('base64url')
  const provider = maakProvider(opties, uitgever, geheim)
  const gewoon = provider.callback()
  server.on('request', (vraag, antwoord) => {
    const pad = new URL(vraag.url ?? '/', uitgever).pathname
    // Browsers ask for one by themselves; «not there» would stand in their console.
    if (pad === '/favicon.ico') antwoord.writeHead(204).end()
    else if (pad === '/stijl.css') antwoord.writeHead(200, { 'content-type': 'text/css' }).end(paginastijl)
    else if (pad.startsWith('/kies/')) kies(provider, opties, vraag, antwoord).catch(() => mislukt(antwoord))
    else gewoon(vraag, antwoord)
  })
  return {
    uitgever,
    client,
    geheim,
    sluit: () => {
      server.closeAllConnections()
      return new Promise((klaar) => server.close(() => klaar()))
    },
  }
}

function maakProvider(opties: InlogOpties, uitgever: URL, geheim: string): Provider {
  const { gevers, scopes, niveaus, magTerug } = opties
  const sleutel = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
  const provider = new Provider(uitgever.href.replace(/\/$/, ''), {
    // Real time, as the library has it: its tokens are only of use for a minute.
    adapter: maakGeheugen(Date.now),
    // Logged in here is logged in for one login: whoever comes next chooses again.
    expiresWithSession: async () => false,
    clients: [
      {
        client_id: client,
        client_secret: geheim,
        redirect_uris: ['http://localhost/inloggen/terug'],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...sleutel, kty: 'EC', use: 'sig', alg: 'ES256', kid: 'demo' }] },
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    scopes: ['openid', ...Object.keys(scopes)],
    claims: { openid: ['sub'], ...Object.fromEntries(Object.entries(scopes).map(([s, c]) => [s, [...c]])) },
    acrValues: [...niveaus],
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: true },
      rpInitiatedLogout: { enabled: false },
    },
    interactions: { url: (_ctx, { uid }) => `/kies/${uid}` },
    findAccount: (_ctx, sub) => {
      const gever = gevers.find(({ id }) => id === sub)
      return gever && { accountId: sub, claims: () => ({ sub, ...gever.claims }) }
    },
    // Nothing to consent to: what is asked is the number, and choosing a person is giving it.
    loadExistingGrant: async (ctx) => {
      const { client: wie, session } = ctx.oidc
      if (wie === undefined || session?.accountId === undefined) return undefined
      const grant = new ctx.oidc.provider.Grant({ clientId: wie.clientId, accountId: session.accountId })
      grant.addOIDCScope(['openid', ...Object.keys(scopes)].join(' '))
      await grant.save()
      return grant
    },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AuthorizationCode: 60, AccessToken: 60, IdToken: 60 },
    renderError: (ctx, { error }) => {
      ctx.type = 'html'
      ctx.body = `<!doctype html><html lang="nl"><title>Inloggen</title><h1>Inloggen lukt niet</h1><p>${error.replace(/[^a-z_]/g, '')}</p>`
    },
  })
  // The library's own way to decide this per request: the port of the website is not known yet.
  provider.Client.prototype.redirectUriAllowed = (adres: string) =>
    URL.canParse(adres) && magTerug(new URL(adres))
  provider.use(async (ctx, verder) => {
    await verder()
    if (ctx.oidc?.route === 'resume') await ctx.oidc.session?.destroy()
  })
  return provider
}

/** The page, and what comes of the choice. */
async function kies(
  provider: Provider,
  { titel, gevers, niveaus, extraTitel }: InlogOpties,
  vraag: IncomingMessage,
  antwoord: ServerResponse,
): Promise<void> {
  const { params, uid } = await provider.interactionDetails(vraag, antwoord)
  const scope = String(params.scope ?? '').split(' ')
  const teKiezen = gevers.filter((gever) => scope.includes(gever.scope))
  if (vraag.method !== 'POST') {
    const gevraagd = String(params.acr_values ?? '').split(' ')[0] ?? ''
    antwoord
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(keuzepagina({ adres: `/kies/${uid}`, titel, gevers: teKiezen, niveaus, gevraagd, extraTitel }))
    return
  }
  const form = new URLSearchParams(await leesTekst(vraag))
  const gever = teKiezen.find(({ id }) => id === form.get('wie'))
  const acr = niveaus.find((niveau) => niveau === form.get('niveau'))
  const uitkomst =
    gever === undefined || acr === undefined
      ? { error: 'access_denied', error_description: 'niet ingelogd' }
      : { login: { accountId: gever.id, acr, remember: false } }
  await provider.interactionFinished(vraag, antwoord, uitkomst, { mergeWithLastSubmission: false })
}

async function leesTekst(vraag: IncomingMessage): Promise<string> {
  let tekst = ''
  for await (const deel of vraag) {
    tekst += String(deel)
    if (tekst.length > 10_000) throw new Error('te veel')
  }
  return tekst
}

function mislukt(antwoord: ServerResponse): void {
  if (antwoord.headersSent) antwoord.destroy()
  else
    antwoord
      .writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
      .end('Begin opnieuw met inloggen.')
}

function luister(server: Server, poort: number): Promise<void> {
  return new Promise((klaar, mis) => {
    server.once('error', mis)
    server.listen(poort, 'localhost', klaar)
  })
}

function poortVan(server: Server): number {
  const adres = server.address()
  if (typeof adres !== 'object' || adres === null) throw new Error('de inlogdienst luistert niet')
  return adres.port
}

import * as client from 'openid-client'

/** Who we are at one provider. */
export interface Gesprekspartner {
  /** The issuer, below which `.well-known/openid-configuration` stands. */
  readonly uitgever: URL
  readonly client: string
  readonly geheim: string
}

export interface Gespreksvraag {
  readonly terug: URL
  readonly scope: string
  /** Every name of a level that is good enough. */
  readonly acr: readonly string[]
}

/** What must be remembered between going and coming back. */
export interface Gespreksstaat {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface Antwoord {
  readonly claims: client.IDToken
  /** What the provider says only when it is asked; absent when it has no place to ask. */
  readonly meer: () => Promise<Readonly<Record<string, unknown>> | undefined>
}

type Mislukt = { readonly status: 'afgebroken' | 'geweigerd' | 'onbereikbaar' }

/** The code flow of OpenID Connect with one provider: for residents and for professionals the same. */
export interface Gesprek {
  start(
    vraag: Gespreksvraag,
  ): Promise<
    | { readonly status: 'ok'; readonly adres: URL; readonly staat: Gespreksstaat }
    | { readonly status: 'onbereikbaar' }
  >
  /** What fails inside `fn` counts as a failure of the conversation. */
  rond<T>(adres: URL, staat: Gespreksstaat, fn: (antwoord: Antwoord) => Promise<T>): Promise<T | Mislukt>
}

/** Named limit: so long may the provider take for one answer to us. */
const maxSeconden = 5

export function openGesprek(partner: Gesprekspartner, meld: (wat: string) => void): Gesprek {
  let ontdekt: Promise<client.Configuration> | undefined
  const configuratie = (): Promise<client.Configuration> => {
    // Found once; a provider that did not answer is asked again by the next person.
    ontdekt ??= ontdek(partner).catch((fout: unknown) => {
      ontdekt = undefined
      throw fout
    })
    return ontdekt
  }
  return {
    async start({ terug, scope, acr }) {
      const staat: Gespreksstaat = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      try {
        const config = await configuratie()
        const vraag = {
          redirect_uri: terug.href,
          scope: `openid ${scope}`,
          state: staat.state,
          nonce: staat.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(staat.verifier),
          code_challenge_method: 'S256',
          acr_values: acr.join(' '),
          // Who is logged in there is not always who sits here.
          prompt: 'login',
        }
        const kanPar = config.serverMetadata().pushed_authorization_request_endpoint !== undefined
        const adres = kanPar
          ? await client.buildAuthorizationUrlWithPAR(config, vraag)
          : client.buildAuthorizationUrl(config, vraag)
        return { status: 'ok', adres, staat }
      } catch (fout) {
        meld(codeVan(fout))
        return { status: 'onbereikbaar' }
      }
    },

    async rond(adres, staat, fn) {
      try {
        const antwoord = await wissel(await configuratie(), adres, staat)
        return antwoord === undefined ? { status: 'geweigerd' } : await fn(antwoord)
      } catch (fout) {
        const isAfgebroken =
          fout instanceof client.AuthorizationResponseError && fout.error === 'access_denied'
        if (isAfgebroken) return { status: 'afgebroken' }
        meld(codeVan(fout))
        return { status: isOnbereikbaar(fout) ? 'onbereikbaar' : 'geweigerd' }
      }
    },
  }
}

function ontdek({ uitgever, client: id, geheim }: Gesprekspartner): Promise<client.Configuration> {
  // Settings allow http on this computer alone.
  const execute = uitgever.protocol === 'http:' ? [client.allowInsecureRequests] : []
  return client.discovery(uitgever, id, {}, client.ClientSecretBasic(geheim), {
    execute,
    timeout: maxSeconden,
  })
}

/** Code for token. The library checks state, issuer, nonce, signature, audience and times; the rest we do. */
async function wissel(
  config: client.Configuration,
  adres: URL,
  { state, nonce, verifier }: Gespreksstaat,
): Promise<Antwoord | undefined> {
  const tokens = await client.authorizationCodeGrant(config, adres, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (claims === undefined) return undefined
  return {
    claims,
    meer: async () =>
      config.serverMetadata().userinfo_endpoint === undefined
        ? undefined
        : client.fetchUserInfo(config, tokens.access_token, claims.sub),
  }
}

function isOnbereikbaar(fout: unknown): boolean {
  const naam = fout instanceof Error ? fout.name : ''
  return naam === 'TimeoutError' || (naam === 'TypeError' && codeVan(fout) === 'TypeError')
}

/** A code and nothing of the message: a provider may have put anything in that. */
function codeVan(fout: unknown): string {
  if (fout instanceof client.ResponseBodyError || fout instanceof client.AuthorizationResponseError)
    return /^[a-z_]{1,60}$/.test(fout.error) ? fout.error : 'fout van de inlogdienst'
  if (!(fout instanceof Error)) return 'onbekend'
  return 'code' in fout && typeof fout.code === 'string' ? fout.code : fout.name
}

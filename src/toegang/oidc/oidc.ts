import * as client from 'openid-client'
import { type Identificatie, type PersoonId, parseIdentificatie } from '../../domain/index.ts'
import type { Inlogdienst, Inlogmiddel, Inlogstaat, Inloguitkomst } from '../inlogdienst.ts'
import { isNiveau } from '../wie.ts'
import { acrVanaf, niveauVan, type OidcInstelling } from './instelling.ts'

export interface OidcOnderdelen {
  readonly instelling: OidcInstelling
  /** The vault: where the number goes, and nowhere else. */
  readonly persoonBij: (identificatie: Identificatie) => Promise<PersoonId>
  readonly nu: () => Date
  /** For the log of the operator: what went wrong, never with whom. */
  readonly meld: (wat: string) => void
}

/** Named limit: so long may the provider take for one answer to us. */
const maxSeconden = 5

const nummersoort = { digid: 'bsn', eherkenning: 'kvk', eidas: 'eidas' } as const

/** Residents and companies through an OpenID Connect provider: a broker of DigiD, eHerkenning and eIDAS. */
export function oidcInlogdienst(onderdelen: OidcOnderdelen): Inlogdienst {
  const { instelling, meld } = onderdelen
  let ontdekt: Promise<client.Configuration> | undefined
  const configuratie = (): Promise<client.Configuration> => {
    // Found once; a provider that did not answer is asked again by the next person.
    ontdekt ??= ontdek(instelling).catch((fout: unknown) => {
      ontdekt = undefined
      throw fout
    })
    return ontdekt
  }
  return {
    async start({ middel, niveau, terug }) {
      const staat: Inlogstaat = {
        middel,
        niveau,
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      try {
        const config = await configuratie()
        const vraag = {
          redirect_uri: terug.href,
          scope: `openid ${instelling.middelen[middel].scope}`,
          state: staat.state,
          nonce: staat.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(staat.verifier),
          code_challenge_method: 'S256',
          acr_values: acrVanaf(instelling, niveau).join(' '),
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

    async rond(adres, staat) {
      try {
        return await wissel(await configuratie(), onderdelen, adres, staat)
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

function ontdek({ uitgever, client: id, geheim }: OidcInstelling): Promise<client.Configuration> {
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
  { instelling, persoonBij, nu }: OidcOnderdelen,
  adres: URL,
  { middel, niveau, state, nonce, verifier }: Inlogstaat,
): Promise<Inloguitkomst> {
  const tokens = await client.authorizationCodeGrant(config, adres, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (claims === undefined) return { status: 'geweigerd' }
  const gekregen = niveauVan(instelling, claims.acr)
  if (gekregen === undefined || !isNiveau(gekregen, niveau)) return { status: 'niveau-te-laag' }
  const nummer = leesNummer(instelling, middel, claims) ?? (await vraagNummer())
  if (nummer === undefined) return { status: 'geen-nummer' }
  // Both by the clock of the provider: how long ago it was.
  const geledenS = typeof claims.auth_time === 'number' ? Math.max(0, claims.iat - claims.auth_time) : 0
  return {
    status: 'ok',
    persoon: await persoonBij(nummer),
    herkenning: {
      middel,
      niveau: gekregen,
      bron: instelling.uitgever.href,
      op: new Date(nu().getTime() - geledenS * 1000),
    },
  }

  // Some providers give it in the token, others only when asked.
  async function vraagNummer(): Promise<Identificatie | undefined> {
    if (config.serverMetadata().userinfo_endpoint === undefined || claims === undefined) return undefined
    const meer = await client.fetchUserInfo(config, tokens.access_token, claims.sub)
    return leesNummer(instelling, middel, meer)
  }
}

function leesNummer(
  { middelen }: OidcInstelling,
  middel: Inlogmiddel,
  claims: Readonly<Record<string, unknown>>,
): Identificatie | undefined {
  return parseIdentificatie(nummersoort[middel], claims[middelen[middel].claim])
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

import * as client from 'openid-client'
import {
  type Identificatie,
  type PersoonId,
  parseIdentificatie,
  parseVestigingsnummer,
} from '../../domain/index.ts'
import {
  type Inlogdienst,
  type Inlogmiddel,
  type Inlogstaat,
  type Inloguitkomst,
  inlogmiddelen,
} from '../inlogdienst.ts'
import { type EigenBedrijf, isNiveau } from '../wie.ts'
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

const nummersoort = { digid: 'bsn', eherkenning: 'kvk', eidas: 'eidas', eiland: 'eilandnummer' } as const

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
    middelen: inlogmiddelen.filter((middel) => instelling.middelen[middel] !== undefined),
    async start({ middel, niveau, terug }) {
      const gevraagd = instelling.middelen[middel]
      if (gevraagd === undefined) return { status: 'onbereikbaar' }
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
          scope: `openid ${gevraagd.scope}`,
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
  const gegeven = isGenoeg(claims) ? claims : { ...claims, ...(await vraagMeer()) }
  const nummer = leesNummer(instelling, middel, gegeven)
  if (nummer === undefined) return { status: 'geen-nummer' }
  const handelende = middel === 'eherkenning' ? leesHandelende(instelling, gegeven) : undefined
  // Nobody acts for a company without being somebody: the record names both.
  if (middel === 'eherkenning' && handelende === undefined) return { status: 'geen-nummer' }
  const wie = await persoonBij(nummer)
  // Both by the clock of the provider: how long ago it was.
  const geledenS = typeof claims.auth_time === 'number' ? Math.max(0, claims.iat - claims.auth_time) : 0
  return {
    status: 'ok',
    persoon: handelende === undefined ? wie : await persoonBij(handelende),
    ...(handelende !== undefined && { bedrijf: leesBedrijf(instelling, wie, gegeven) }),
    herkenning: {
      middel,
      niveau: gekregen,
      bron: instelling.uitgever.href,
      op: new Date(nu().getTime() - geledenS * 1000),
    },
  }

  // Some providers give it in the token, others only when asked.
  async function vraagMeer(): Promise<Claims | undefined> {
    if (config.serverMetadata().userinfo_endpoint === undefined || claims === undefined) return undefined
    return client.fetchUserInfo(config, tokens.access_token, claims.sub)
  }

  function isGenoeg(zijn: Claims): boolean {
    if (leesNummer(instelling, middel, zijn) === undefined) return false
    return middel !== 'eherkenning' || leesHandelende(instelling, zijn) !== undefined
  }
}

type Claims = Readonly<Record<string, unknown>>

function leesHandelende({ bedrijf }: OidcInstelling, claims: Claims): Identificatie | undefined {
  return parseIdentificatie('eherkenning', claims[bedrijf.handelende])
}

/** Named limit: longer is no name of a company. */
const maxNaam = 200

function leesBedrijf({ bedrijf }: OidcInstelling, persoon: PersoonId, claims: Claims): EigenBedrijf {
  const naam = claims[bedrijf.naam]
  const beperkt = claims[bedrijf.vestiging]
  const vestiging = parseVestigingsnummer(beperkt)
  // A limit that we cannot read is a limit all the same, and never the whole company.
  if (beperkt !== undefined && beperkt !== null && vestiging === undefined)
    throw new Error('vestigingsnummer onleesbaar')
  return {
    persoon,
    ...(vestiging !== undefined && { vestiging }),
    ...(typeof naam === 'string' && naam.trim() !== '' && { naam: naam.trim().slice(0, maxNaam) }),
  }
}

function leesNummer(
  { middelen }: OidcInstelling,
  middel: Inlogmiddel,
  claims: Claims,
): Identificatie | undefined {
  const gevraagd = middelen[middel]
  return gevraagd && parseIdentificatie(nummersoort[middel], claims[gevraagd.claim])
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

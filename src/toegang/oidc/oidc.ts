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
import { type Antwoord, openGesprek } from './gesprek.ts'
import { acrVanaf, niveauVan, type OidcInstelling } from './instelling.ts'

export interface OidcOnderdelen {
  readonly instelling: OidcInstelling
  /** The vault: where the number goes, and nowhere else. */
  readonly persoonBij: (identificatie: Identificatie) => Promise<PersoonId>
  readonly nu: () => Date
  /** For the log of the operator: what went wrong, never with whom. */
  readonly meld: (wat: string) => void
}

const nummersoort = { digid: 'bsn', eherkenning: 'kvk', eidas: 'eidas', eiland: 'eilandnummer' } as const

/** Residents and companies through an OpenID Connect provider: a broker of DigiD, eHerkenning and eIDAS. */
export function oidcInlogdienst(onderdelen: OidcOnderdelen): Inlogdienst {
  const { instelling, meld } = onderdelen
  const gesprek = openGesprek(instelling, meld)
  return {
    middelen: inlogmiddelen.filter((middel) => instelling.middelen[middel] !== undefined),
    async start({ middel, niveau, terug }) {
      const gevraagd = instelling.middelen[middel]
      if (gevraagd === undefined) return { status: 'onbereikbaar' }
      const { scope } = gevraagd
      const gestart = await gesprek.start({ terug, scope, acr: acrVanaf(instelling, niveau) })
      return gestart.status === 'ok' ? { ...gestart, staat: { middel, niveau, ...gestart.staat } } : gestart
    },
    rond: (adres, staat) =>
      gesprek.rond<Inloguitkomst>(adres, staat, (antwoord) => wieIsHet(onderdelen, antwoord, staat)),
  }
}

async function wieIsHet(
  { instelling, persoonBij, nu }: OidcOnderdelen,
  { claims, meer }: Antwoord,
  { middel, niveau }: Inlogstaat,
): Promise<Inloguitkomst> {
  const gekregen = niveauVan(instelling, claims.acr)
  if (gekregen === undefined || !isNiveau(gekregen, niveau)) return { status: 'niveau-te-laag' }
  // Some providers give it in the token, others only when asked.
  const gegeven = isGenoeg(claims) ? claims : { ...claims, ...(await meer()) }
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

import { type Identificatie, type PersoonId, parseIdentificatie } from '../../domain/index.ts'
import type { Inlogdienst, Inlogmiddel, Inlogstaat, Inloguitkomst } from '../inlogdienst.ts'
import { isNiveau } from '../wie.ts'
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

const nummersoort = { digid: 'bsn', eherkenning: 'kvk', eidas: 'eidas' } as const

/** Residents and companies through an OpenID Connect provider: a broker of DigiD, eHerkenning and eIDAS. */
export function oidcInlogdienst(onderdelen: OidcOnderdelen): Inlogdienst {
  const { instelling, meld } = onderdelen
  const gesprek = openGesprek(instelling, meld)
  return {
    async start({ middel, niveau, terug }) {
      const { scope } = instelling.middelen[middel]
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
  const nummer =
    leesNummer(instelling, middel, claims) ?? leesNummer(instelling, middel, (await meer()) ?? {})
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
}

function leesNummer(
  { middelen }: OidcInstelling,
  middel: Inlogmiddel,
  claims: Readonly<Record<string, unknown>>,
): Identificatie | undefined {
  return parseIdentificatie(nummersoort[middel], claims[middelen[middel].claim])
}

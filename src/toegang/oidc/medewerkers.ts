import type { OrganisatieId } from '../../domain/index.ts'
import type { Medewerkeruitkomst, Organisatielogins } from '../organisatielogin.ts'
import type { Medewerkerrol } from '../rollen.ts'
import { type Antwoord, type Gesprek, type Gesprekspartner, openGesprek } from './gesprek.ts'

/** How one organisation lets its own people in. */
export interface Organisatielogin extends Gesprekspartner {
  readonly organisatie: OrganisatieId
  readonly scope: string
  /** Levels that are good enough, as the provider names them (`acr`). */
  readonly acr: readonly string[]
  /** In which claim each thing comes. */
  readonly claims: {
    readonly organisatie: string
    readonly rollen: string
    readonly medewerker: string
    readonly naam: string
  }
  /** What its provider writes for this organisation: a name, a number, an OIN. */
  readonly organisatiewaarde: string
  /** From what the provider calls a role to what we call it. Only these can be given. */
  readonly rollen: ReadonlyMap<string, Medewerkerrol>
}

/** Named limit: more roles than this are a mistake. */
const maxRollen = 20

/**
 * Professionals through the OpenID Connect providers of their own organisations. Which organisation it is about is
 * decided before anybody goes, and stands sealed in their browser: what comes back is checked against that one.
 */
export function oidcOrganisatielogins(
  logins: readonly Organisatielogin[],
  meld: (wat: string) => void,
): Organisatielogins {
  const deuren = new Map<OrganisatieId, { readonly login: Organisatielogin; readonly gesprek: Gesprek }>(
    logins.map((login) => [login.organisatie, { login, gesprek: openGesprek(login, meld) }]),
  )
  return {
    organisaties: logins.map(({ organisatie }) => organisatie),

    async start(organisatie, terug) {
      const deur = deuren.get(organisatie)
      if (deur === undefined) return { status: 'onbekend' }
      const { scope, acr } = deur.login
      const gestart = await deur.gesprek.start({ terug, scope, acr })
      return gestart.status === 'ok' ? { ...gestart, staat: { organisatie, ...gestart.staat } } : gestart
    },

    async rond(adres, staat) {
      const deur = deuren.get(staat.organisatie)
      if (deur === undefined) return { status: 'geweigerd' }
      return deur.gesprek.rond<Medewerkeruitkomst>(adres, staat, (antwoord) => wieIsHet(deur.login, antwoord))
    },
  }
}

async function wieIsHet(login: Organisatielogin, { claims, meer }: Antwoord): Promise<Medewerkeruitkomst> {
  const { organisatie, acr, claims: namen, rollen } = login
  if (typeof claims.acr !== 'string' || !acr.includes(claims.acr)) return { status: 'niveau-te-laag' }
  const isHeel = claims[namen.organisatie] !== undefined && claims[namen.rollen] !== undefined
  const alles = isHeel ? claims : { ...(await meer()), ...claims }
  if (alles[namen.organisatie] !== login.organisatiewaarde) return { status: 'andere-organisatie' }
  const gezegd = lijstVan(alles[namen.rollen])
  if (gezegd.length === 0) return { status: 'geen-rol' }
  const gekend = gezegd.flatMap((rol) => rollen.get(rol) ?? [])
  // Not the known ones alone: somebody at their organisation made a mistake, and has to see it.
  if (gekend.length !== gezegd.length) return { status: 'rol-onbekend' }
  const medewerker = alles[namen.medewerker]
  if (typeof medewerker !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(medewerker))
    return { status: 'geweigerd' }
  const naam = alles[namen.naam]
  return {
    status: 'ok',
    medewerker,
    naam: typeof naam === 'string' && naam !== '' ? naam.slice(0, 100) : undefined,
    organisatie,
    rollen: [...new Set(gekend)],
  }
}

/** A list, or names with spaces between them. */
function lijstVan(waarde: unknown): readonly string[] {
  const delen: readonly unknown[] =
    typeof waarde === 'string' ? waarde.split(/\s+/) : Array.isArray(waarde) ? waarde : []
  const teksten = delen.flatMap((deel) => (typeof deel === 'string' && deel !== '' ? [deel] : []))
  return teksten.length === delen.length || typeof waarde === 'string' ? teksten.slice(0, maxRollen) : []
}

import { z } from 'zod'
import { leesLijst, type Meld } from './config-bestand.ts'

/**
 * How professionals come in: one entry for each organisation, in a file that names no secret but says in which
 * variable of the environment each stands. What an organisation or a role is, `app-medewerkers.ts` checks.
 */
export interface Medewerkerinstelling {
  readonly organisatie: string
  readonly uitgever: URL
  readonly client: string
  readonly geheim: string
  readonly scope: string
  readonly niveaus: readonly string[]
  readonly claims: Readonly<Record<'organisatie' | 'rollen' | 'medewerker' | 'naam', string>>
  readonly organisatiewaarde: string
  readonly rollen: Readonly<Record<string, string>>
}

const woord = z.string().min(1).max(200)
const vorm = z.array(
  z.strictObject({
    organisatie: woord,
    uitgever: woord,
    client: woord,
    geheim_uit: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
    scope: woord.default('profile'),
    niveaus: z.array(woord).min(1),
    claims: z
      .strictObject({
        organisatie: woord.default('organisatie'),
        rollen: woord.default('rollen'),
        medewerker: woord.default('sub'),
        naam: woord.default('name'),
      })
      .prefault({}),
    organisatiewaarde: woord.optional(),
    rollen: z.record(woord, woord),
  }),
)

/** The file and the secrets it points to; every fault at once, and never a secret in one. */
export function leesMedewerkers(
  tekst: string | undefined,
  lees: (naam: string) => string | undefined,
  meld: Meld,
): readonly Medewerkerinstelling[] {
  const naam = 'VOORDEUR_MEDEWERKERS'
  if (tekst === undefined) return []
  return leesLijst(naam, tekst, vorm, ['organisatie'], meld).flatMap(
    ({ geheim_uit: uit, organisatiewaarde, uitgever, ...rest }) => {
      const geheim = lees(uit)
      const url = leesUitgever(uitgever)
      if (geheim === undefined) meld(naam, `het geheim van ${rest.organisatie} staat niet in ${uit}`)
      if (url === undefined) meld(naam, `de uitgever van ${rest.organisatie} moet beginnen met https://`)
      if (geheim === undefined || url === undefined) return []
      return [{ ...rest, uitgever: url, geheim, organisatiewaarde: organisatiewaarde ?? rest.organisatie }]
    },
  )
}

/** Over http on this computer alone. */
function leesUitgever(tekst: string): URL | undefined {
  const url = URL.canParse(tekst) ? new URL(tekst) : undefined
  const isHier = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isHier) ? url : undefined
}

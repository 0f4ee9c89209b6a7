import { z } from 'zod'
import { leesLijst, type Meld } from './config-bestand.ts'

/**
 * Other portals that may ask what a resident wants them to show: one entry each, in a file that names no secret but
 * says in which variable of the environment it stands.
 */
export interface Portaalinstelling {
  /** Stands with each consent; it never changes and is never given to another portal. */
  readonly id: string
  /** As residents know it. */
  readonly naam: string
  /** What its tokens call themselves (`iss`). */
  readonly client: string
  readonly geheim: string
}

/** Named limit, in characters: HS256 asks for a key of at least 256 bits (RFC 7518 §3.2). */
const kortsteGeheim = 32

const woord = z.string().trim().min(1).max(100)
const vorm = z.array(
  z.strictObject({
    id: z
      .string()
      .regex(
        /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
        'schrijf kleine letters en cijfers, met streepjes ertussen: mijn-stad',
      )
      .max(60),
    naam: woord,
    client: woord,
    geheim_uit: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]*$/, 'noem een omgevingsvariabele in hoofdletters: PORTAAL_MIJN_STAD_GEHEIM'),
  }),
)

/** The file and the secrets it points to; every fault at once, and never a secret in one. */
export function leesPortalen(
  tekst: string | undefined,
  lees: (naam: string) => string | undefined,
  meld: Meld,
): readonly Portaalinstelling[] {
  const naam = 'VOORDEUR_PORTALEN'
  if (tekst === undefined) return []
  return leesLijst(naam, tekst, vorm, ['id', 'client'], meld).flatMap(({ geheim_uit: uit, ...rest }) => {
    const geheim = lees(uit)
    if (geheim === undefined) meld(naam, `het geheim van ${rest.id} staat niet in ${uit}`)
    else if (geheim.length < kortsteGeheim)
      meld(naam, `het geheim in ${uit} moet minstens ${kortsteGeheim} tekens hebben`)
    return geheim === undefined ? [] : [{ ...rest, geheim }]
  })
}

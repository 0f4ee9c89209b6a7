/** A body that tells what happens in people's lives: a value that a file gives, checked here. */
import { z } from 'zod'
import { type OrganisatieId, parseOrganisatieId } from '../../domain/index.ts'
import { type Levensloopsoort, levensloopsoorten } from './gebeurtenis.ts'

export interface Levensloopbron {
  /** Its name in its key and in every event of it. */
  readonly bron: string
  /** Whose it is, as in corpus/organisaties; a resident reads this. */
  readonly organisatie: OrganisatieId
  /** What it may tell; another kind is counted and kept nowhere. */
  readonly soorten: readonly Levensloopsoort[]
  /** Where it is told whom to follow, and whom no longer (docs/levensloop.openapi.json). */
  readonly aanmelden: string
}

export interface Bronfout {
  readonly veld: string
  readonly waarom: string
}

export interface Bronomgeving {
  /** `undefined`: not in corpus/organisaties. */
  readonly isOverheid: (organisatie: OrganisatieId) => boolean | undefined
  readonly magAdres: (adres: URL) => boolean
}

const vorm = z.strictObject({
  bron: z.string(),
  organisatie: z.string(),
  soorten: z.array(z.string()).min(1),
  aanmelden: z.string(),
})

/** The same as in a key (levenslooptoken.ts). */
const bronvorm = /^[a-z0-9][a-z0-9-]{0,79}$/

/** Every fault at once, each with what to do. */
export function leesLevensloopbron(
  invoer: unknown,
  { isOverheid, magAdres }: Bronomgeving,
):
  | { readonly ok: true; readonly bron: Levensloopbron }
  | { readonly ok: false; readonly fouten: readonly Bronfout[] } {
  const gelezen = vorm.safeParse(invoer)
  if (!gelezen.success) {
    const fouten = gelezen.error.issues.map(({ path, code }) => ({
      veld: path.join('.') || 'bestand',
      waarom:
        code === 'unrecognized_keys'
          ? 'Hier staat een veld dat niet bestaat.'
          : 'Dit veld ontbreekt, of heeft een andere vorm. Zie docs/levensloop.md.',
    }))
    return { ok: false, fouten }
  }
  const { bron, aanmelden } = gelezen.data
  const organisatie = parseOrganisatieId(gelezen.data.organisatie)
  const overheid = organisatie && isOverheid(organisatie)
  const soorten = levensloopsoorten.filter((soort) => gelezen.data.soorten.includes(soort))
  const vreemd = gelezen.data.soorten.filter((soort) => !soorten.some((een) => een === soort))
  const fouten: readonly (readonly [boolean, string, string])[] = [
    [!bronvorm.test(bron), 'bron', 'Gebruik kleine letters, cijfers en streepjes, hoogstens 80.'],
    [
      overheid === undefined,
      'organisatie',
      'Deze organisatie staat niet in corpus/organisaties. Beschrijf haar daar eerst.',
    ],
    // Wabb art. 10: to say whom to follow we give a BSN, and that only to who may use it.
    [
      overheid === false,
      'organisatie',
      'Dit is geen overheid. Zij mag geen burgerservicenummer van ons krijgen (Wabb art. 10).',
    ],
    [
      vreemd.length > 0,
      'soorten',
      `Onbekend: ${vreemd.join(', ')}. Kies uit: ${levensloopsoorten.join(', ')}.`,
    ],
    [
      !isGoedAdres(aanmelden, magAdres),
      'aanmelden',
      'Geef een https-adres zonder gebruikersnaam of vraagteken, dat van buiten te bereiken is of in VOORDEUR_BRONNEN_NETWERK staat.',
    ],
  ]
  const mis = fouten.flatMap(([isFout, veld, waarom]) => (isFout ? [{ veld, waarom }] : []))
  if (mis.length > 0 || organisatie === undefined) return { ok: false, fouten: mis }
  return { ok: true, bron: { bron, organisatie, soorten, aanmelden: new URL(aanmelden).href } }
}

function isGoedAdres(tekst: string, magAdres: (adres: URL) => boolean): boolean {
  return URL.canParse(tekst) && magAdres(new URL(tekst))
}

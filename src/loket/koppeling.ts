import { z } from 'zod'
import { type OrganisatieId, parseOrganisatieId } from '../domain/index.ts'
import { isNegenElfproef } from '../zgw/index.ts'

/**
 * An organisation with which chain cases are exchanged: its number, and how its systems and ours know each other. Of an
 * organisation that works here itself only the number may stand here.
 */
export interface Koppeling {
  readonly organisatie: OrganisatieId
  /** `uit`: nobody comes in by it, and nothing goes out. */
  readonly stand: 'aan' | 'uit'
  readonly rsin?: string
  /** How they call themselves in their tokens. Absent: they do not come in. */
  readonly client?: string
  /** How they know us: what stands in our tokens. */
  readonly onszelf?: string
  /** Where they hear that something changed. */
  readonly meldadres?: string
  /** Where their own installation of this software has its chain door; cases of theirs can then be done here. */
  readonly keten?: string
  /** Which organisation that works here takes part in those cases. */
  readonly voor?: OrganisatieId
}

export interface Koppelfout {
  readonly veld: string
  readonly waarom: string
}

/** HS256 wants a key of at least 256 bits (RFC 7518 §3.2). */
export const MINSTENS_GEHEIM = 32
export const HOOGSTENS_GEHEIM = 1_000

const organisatie = z.string().transform((tekst, fout) => {
  const id = parseOrganisatieId(tekst)
  if (id !== undefined) return id
  fout.addIssue({ code: 'custom', message: 'dit is geen id van een organisatie' })
  return z.NEVER
})
const naam = z.string().regex(/^[A-Za-z0-9._-]{1,50}$/, 'letters, cijfers, punt, streepje; hoogstens 50')
const adres = z.url({ protocol: /^https?$/ }).max(1_000)

const vorm = z.strictObject({
  organisatie,
  stand: z.enum(['aan', 'uit']).default('aan'),
  rsin: z.string().refine(isNegenElfproef, 'dit is geen RSIN').optional(),
  client: naam.optional(),
  onszelf: naam.optional(),
  meldadres: adres.optional(),
  keten: adres.optional(),
  voor: organisatie.optional(),
})

export type GelezenKoppeling =
  | { readonly ok: true; readonly koppeling: Koppeling }
  | { readonly ok: false; readonly fouten: readonly Koppelfout[] }

/** From a file or the database; every fault at once. */
export function leesKoppeling(invoer: unknown): GelezenKoppeling {
  const gelezen = vorm.safeParse(invoer)
  if (!gelezen.success)
    return {
      ok: false,
      fouten: gelezen.error.issues.map(({ path, message }) => ({
        veld: path.join('.') || '-',
        waarom: message,
      })),
    }
  // What is absent has no key, in the type as well.
  return { ok: true, koppeling: JSON.parse(JSON.stringify(gelezen.data)) as Koppeling }
}

export interface Koppelomgeving {
  readonly anderen: readonly Koppeling[]
  readonly kentOrganisatie: (id: OrganisatieId) => boolean
  /** May we send to this address? */
  readonly magAdres: (adres: URL) => boolean
}

/** What is wrong with it beside the others, and in this installation. */
export function keurKoppeling(
  koppeling: Koppeling,
  { anderen, kentOrganisatie, magAdres }: Koppelomgeving,
): readonly Koppelfout[] {
  const { organisatie: id, client, onszelf, meldadres, keten, voor, rsin } = koppeling
  const fouten: Koppelfout[] = []
  const mis = (veld: string, waarom: string) => void fouten.push({ veld, waarom })
  for (const [veld, wie] of [
    ['organisatie', id],
    ['voor', voor],
  ] as const)
    if (wie !== undefined && !kentOrganisatie(wie)) mis(veld, 'deze organisatie kennen wij niet')
  const rest = anderen.filter(({ organisatie: ander }) => ander !== id)
  if (client !== undefined && rest.some((een) => een.client === client))
    mis('client', 'zo noemt een andere organisatie zich al')
  if (rsin !== undefined && rest.some((een) => een.rsin === rsin)) mis('rsin', 'dit is van een ander')
  // With one secret for both ways: what we send must never be taken for something of theirs.
  if (client !== undefined && client === onszelf) mis('onszelf', 'kies een andere naam dan hun client')
  for (const [veld, waar] of [
    ['meldadres', meldadres],
    ['keten', keten],
  ] as const) {
    if (waar === undefined) continue
    if (!magAdres(new URL(waar))) mis(veld, 'begin met https://; http mag alleen op deze computer')
    if (onszelf === undefined) mis('onszelf', `nodig bij ${veld}`)
  }
  if (keten !== undefined && client === undefined) mis('client', 'nodig bij keten')
  if (keten !== undefined && voor === undefined) mis('voor', 'nodig bij keten')
  return fouten
}

/** Whether there is anything to sign or to check. */
export function heeftGeheimNodig({ client, onszelf }: Koppeling): boolean {
  return client !== undefined || onszelf !== undefined
}

/** The number of government organisations: the RSIN with what Logius puts around it. */
export const oinVan = (rsin: string): string => `00000001${rsin}000`

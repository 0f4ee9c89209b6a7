import { createHash } from 'node:crypto'
import { maakUuid7, type PersoonId, type Toeval } from '../domain/index.ts'
import {
  type Ingelogd,
  isLevend,
  maxStilMinuten,
  maxStilMinutenMedewerker,
  type Sessie,
  type VoorKeuze,
} from './sessie.ts'
import type { SessieStore } from './sessie-store.ts'

export interface NieuweSessie {
  readonly wie: Ingelogd
  readonly voor: VoorKeuze
  readonly apparaat: string
  /** The token this browser had until now: it is of no use any more, whoever may have planted it. */
  readonly vorige?: string | undefined
}

/** Who is logged in where. Everything stands in the database: another node, or this one after a restart, knows it. */
export interface Sessies {
  /** Always a new token, so that nobody can log somebody else in to a session that they know. */
  begin(nieuw: NieuweSessie): Promise<{ readonly token: string; readonly sessie: Sessie }>
  /** Whose this token is, when the session still holds. Asked for each request; nothing is remembered here. */
  vind(token: string): Promise<Sessie | undefined>
  /** False when the session is over. */
  kies(token: string, voor: VoorKeuze): Promise<boolean>
  beeindig(token: string): Promise<void>
  /** What still holds, the last used first. */
  lijst(persoon: PersoonId): Promise<readonly Sessie[]>
  beeindigEen(persoon: PersoonId, id: string): Promise<boolean>
  /** All but the one in which this is asked. Gives how many. */
  beeindigAndere(persoon: PersoonId, eigen: string): Promise<number>
}

/** Named limits: 256 bits; so old may what we know of the last use be. */
const tokenBytes = 32
const schrijfMs = 30_000

export function openSessies({
  store,
  nu,
  toeval,
  stilMinutenMedewerker = maxStilMinutenMedewerker,
}: {
  readonly store: SessieStore
  readonly nu: () => Date
  readonly toeval: Toeval
  /** After so long without a click a professional is logged out. */
  readonly stilMinutenMedewerker?: number | undefined
}): Sessies {
  const stilVoor = ({ wie }: Sessie): number =>
    wie.soort === 'medewerker' ? stilMinutenMedewerker : maxStilMinuten
  return {
    async begin({ wie, voor, apparaat, vorige }) {
      const token = Buffer.from(toeval(tokenBytes)).toString('base64url')
      const op = nu()
      const id = maakUuid7(op, toeval)
      const sessie = { id, wie, voor, apparaat, begonnen: op, laatstGebruikt: op }
      await store.begin(hashVan(token), sessie, isToken(vorige) ? hashVan(vorige) : undefined)
      return { token, sessie }
    },

    async vind(token) {
      if (!isToken(token)) return undefined
      const hash = hashVan(token)
      const sessie = await store.vind(hash)
      const op = nu()
      if (sessie === undefined || !isLevend(sessie, op, stilVoor(sessie))) return undefined
      if (op.getTime() - sessie.laatstGebruikt.getTime() >= schrijfMs) await store.gebruikt(hash, op)
      return sessie
    },

    kies: async (token, voor) => isToken(token) && store.kies(hashVan(token), voor),

    beeindig: async (token) => {
      if (isToken(token)) await store.wis(hashVan(token))
    },

    async lijst(persoon) {
      const op = nu()
      return (await store.vanPersoon(persoon)).filter((sessie) => isLevend(sessie, op))
    },

    // What is no id comes from a form and is nobody's session.
    beeindigEen: async (persoon, id) =>
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) &&
      (await store.wisVanPersoon(persoon, { id })) > 0,

    beeindigAndere: (persoon, eigen) => store.wisVanPersoon(persoon, { behalve: eigen }),
  }
}

function isToken(token: string | undefined): token is string {
  return token !== undefined && /^[\w-]{43}$/.test(token)
}

// Plain: a random token of 256 bits cannot be guessed back from it.
function hashVan(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

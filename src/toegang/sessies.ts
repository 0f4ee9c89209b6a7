import { createHash } from 'node:crypto'
import type { Audit, Verwerkingsbewijs } from '../audit/index.ts'
import { isUuid, maakUuid7, type PersoonId, type Toeval } from '../domain/index.ts'
import { bewijsVanBegin, bewijsVanEinde } from './hulp.ts'
import {
  eindeVan,
  type Helper,
  type Ingelogd,
  isLevend,
  maxDuurMinuten,
  maxStilMinuten,
  maxStilMinutenMedewerker,
  type Sessie,
  type VoorKeuze,
} from './sessie.ts'
import type { BijEinde, SessieStore } from './sessie-store.ts'

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
  /** As `vind`, but it counts as no use: for what goes on by itself on a page that may be looked at by nobody. */
  leeft(token: string): Promise<Sessie | undefined>
  /** False when the session is over. With `was` only in its place: somebody may have chosen another meanwhile. */
  kies(token: string, voor: VoorKeuze, was?: VoorKeuze): Promise<boolean>
  /** Somebody sits beside them from now on: on the record of this person before it is so. */
  begintHulp(token: string, wie: Omit<Helper, 'sinds'>): Promise<boolean>
  stoptHulp(token: string): Promise<boolean>
  /** Help whose session ended by itself, written down; run it every minute. Gives how many. */
  sluitHulp(): Promise<number>
  /** All help that still goes on, with its sessions: before all sessions are ended at once. Gives how many. */
  sluitAlleHulp(): Promise<number>
  beeindig(token: string): Promise<void>
  /** What still holds, the last used first. */
  lijst(persoon: PersoonId, bewijs: Verwerkingsbewijs): Promise<readonly Sessie[]>
  beeindigEen(persoon: PersoonId, id: string): Promise<boolean>
  /** All but the one in which this is asked. Gives how many. */
  beeindigAndere(persoon: PersoonId, eigen: string): Promise<number>
}

/** Named limits: 256 bits; so old may what we know of the last use be. */
const tokenBytes = 32
const schrijfMs = 30_000

export function openSessies({
  store,
  audit,
  nu,
  toeval,
  stilMinutenMedewerker = maxStilMinutenMedewerker,
  meldEinde = () => {},
}: {
  readonly store: SessieStore
  readonly audit: Pick<Audit, 'verzegel'>
  readonly nu: () => Date
  readonly toeval: Toeval
  /** After so long without a click a professional is logged out. */
  readonly stilMinutenMedewerker?: number | undefined
  /** Hears the id of a session that ends here. */
  readonly meldEinde?: (sessie: string) => void
}): Sessies {
  const stilVoor = ({ wie }: Sessie): number =>
    wie.soort === 'medewerker' ? stilMinutenMedewerker : maxStilMinuten
  // Help ends with its session: now, or earlier when nobody clicked any more.
  const eindeVanHulp: BijEinde = (sessie) => {
    const [op, einde] = [nu(), eindeVan(sessie, stilVoor(sessie))]
    return bewijsVanEinde(audit, sessie, einde < op ? einde : op)
  }
  const bijEinde: BijEinde = (sessie) => {
    meldEinde(sessie.id)
    return eindeVanHulp(sessie)
  }
  const levend = async (token: string): Promise<Sessie | undefined> => {
    const sessie = isToken(token) ? await store.vind(hashVan(token)) : undefined
    return sessie !== undefined && isLevend(sessie, nu(), stilVoor(sessie)) ? sessie : undefined
  }
  return {
    async begin({ wie, voor, apparaat, vorige }) {
      const token = Buffer.from(toeval(tokenBytes)).toString('base64url')
      const op = nu()
      const id = maakUuid7(op, toeval)
      const sessie = { id, wie, voor, apparaat, begonnen: op, laatstGebruikt: op }
      await store.begin(hashVan(token), sessie, isToken(vorige) ? hashVan(vorige) : undefined, bijEinde)
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

    leeft: levend,

    kies: async (token, voor, was) => isToken(token) && store.kies(hashVan(token), voor, was),

    async begintHulp(token, wie) {
      const sessie = await levend(token)
      if (sessie === undefined) return false
      const helper: Helper = { ...wie, sinds: nu() }
      // Somebody else sat there until now: that ended.
      const bewijzen = [...eindeVanHulp(sessie), ...bewijsVanBegin(audit, sessie, helper)]
      return store.zetHelper(hashVan(token), helper, bewijzen)
    },

    async stoptHulp(token) {
      const sessie = await levend(token)
      if (sessie?.helper === undefined) return false
      return store.zetHelper(hashVan(token), undefined, eindeVanHulp(sessie))
    },

    sluitHulp: () => {
      const voor = (minuten: number): Date => new Date(nu().getTime() - minuten * 60_000)
      return store.wisMetHelper(
        { stilSinds: voor(maxStilMinuten), begonnenVoor: voor(maxDuurMinuten) },
        bijEinde,
      )
    },

    sluitAlleHulp: () => {
      // A day from now: the clock of another machine may be ahead of ours.
      const straks = new Date(nu().getTime() + 24 * 3_600_000)
      return store.wisMetHelper({ stilSinds: straks, begonnenVoor: straks }, bijEinde)
    },

    beeindig: async (token) => {
      if (isToken(token)) await store.wis(hashVan(token), bijEinde)
    },

    async lijst(persoon, bewijs) {
      const op = nu()
      return (await store.vanPersoon(persoon, bewijs)).filter((sessie) => isLevend(sessie, op))
    },

    // What is no id comes from a form and is nobody's session.
    beeindigEen: async (persoon, id) =>
      isUuid(id) && (await store.wisVanPersoon(persoon, { id }, bijEinde)) > 0,

    beeindigAndere: (persoon, eigen) => store.wisVanPersoon(persoon, { behalve: eigen }, bijEinde),
  }
}

function isToken(token: string | undefined): token is string {
  return token !== undefined && /^[\w-]{43}$/.test(token)
}

// Plain: a random token of 256 bits cannot be guessed back from it.
function hashVan(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

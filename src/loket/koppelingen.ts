import { type Audit, ontzegel, SleutelOntbreekt, type Sleutelring, verzegel } from '../audit/index.ts'
import type { OrganisatieId, Toeval } from '../domain/index.ts'
import {
  HOOGSTENS_GEHEIM,
  heeftGeheimNodig,
  type Koppelfout,
  type Koppeling,
  type Koppelomgeving,
  keurKoppeling,
  leesKoppeling,
  MINSTENS_GEHEIM,
} from './koppeling.ts'
import type { Koppelingrij, KoppelingStore } from './koppeling-store.ts'

/** One that is on, with its secret in the open: for who checks or signs a token, and for nobody else. */
export interface Ketenverbinding {
  readonly koppeling: Koppeling
  readonly geheim: string
}

export type KoppelingBewaard =
  | { readonly status: 'ok'; readonly versie: number; readonly isAnders: boolean }
  | { readonly status: 'ongeldig'; readonly fouten: readonly Koppelfout[] }
  | { readonly status: 'ingehaald' }

export interface Koppelingen {
  readonly alle: () => Promise<
    readonly { readonly koppeling: Koppeling; readonly versie: number; readonly heeftGeheim: boolean }[]
  >
  readonly bewaar: (invoer: unknown, geheim?: string) => Promise<KoppelingBewaard>
  readonly opClient: (client: string) => Promise<Ketenverbinding | undefined>
  readonly opOrganisatie: (organisatie: OrganisatieId) => Promise<Ketenverbinding | undefined>
  readonly verbindingen: () => Promise<readonly Ketenverbinding[]>
  readonly rsinVan: (organisatie: OrganisatieId) => Promise<string | undefined>
  /** A token that says it is used once: `false` when it was used. */
  readonly merkToken: KoppelingStore['merkToken']
  readonly wisselSleutel: () => Promise<number>
}

export interface Koppelingonderdelen extends Pick<Koppelomgeving, 'kentOrganisatie' | 'magAdres'> {
  readonly store: KoppelingStore
  readonly ring: Sleutelring
  readonly audit: Pick<Audit, 'verzegel'>
  readonly nu: () => Date
  readonly toeval: Toeval
}

const plek = (organisatie: OrganisatieId) => ({
  tabel: 'loket_koppeling_geheim',
  rij: organisatie,
  doel: 'geheim',
})

interface Gelezen {
  readonly rij: Koppelingrij
  readonly koppeling: Koppeling
}

/** Connections for chain cases: read anew each time, so that a change holds at once on every node. */
export function openKoppelingen(delen: Koppelingonderdelen): Koppelingen {
  const { store, ring, nu } = delen
  const lees = async (): Promise<readonly Gelezen[]> =>
    (await store.alle()).flatMap((rij) => {
      const gelezen = leesKoppeling(rij.instelling)
      return gelezen.ok ? [{ rij, koppeling: gelezen.koppeling }] : []
    })
  const verbindingen = async () =>
    (await lees()).flatMap(({ rij, koppeling }) => {
      const geheim = koppeling.stand === 'aan' ? openGeheim(ring, rij) : undefined
      return geheim === undefined ? [] : [{ koppeling, geheim }]
    })
  return {
    alle: async () =>
      (await lees()).map(({ rij, koppeling }) => ({
        koppeling,
        versie: rij.versie,
        heeftGeheim: rij.geheim !== undefined,
      })),
    bewaar: async (invoer, geheim) => bewaar(delen, await lees(), invoer, geheim),
    verbindingen,
    opClient: async (client) =>
      (await verbindingen()).find(({ koppeling }) => client !== '' && koppeling.client === client),
    opOrganisatie: async (organisatie) =>
      (await verbindingen()).find(({ koppeling }) => koppeling.organisatie === organisatie),
    rsinVan: async (organisatie) =>
      (await lees()).find(({ koppeling }) => koppeling.organisatie === organisatie)?.koppeling.rsin,
    merkToken: store.merkToken,
    async wisselSleutel() {
      let aantal = 0
      for (const { organisatie, geheim } of await store.alle()) {
        if (geheim === undefined || geheim.kid === ring.actief()) continue
        const tekst = ontzegel(ring, plek(organisatie), geheim)
        await store.herzegel(organisatie, verzegel(ring, plek(organisatie), tekst, { toeval: delen.toeval }))
        aantal++
      }
      return aantal
    },
  }

  async function bewaar(
    { audit, toeval, kentOrganisatie, magAdres }: Koppelingonderdelen,
    alle: readonly Gelezen[],
    invoer: unknown,
    geheim: string | undefined,
  ): Promise<KoppelingBewaard> {
    const gelezen = leesKoppeling(invoer)
    if (!gelezen.ok) return { status: 'ongeldig', fouten: gelezen.fouten }
    const { koppeling } = gelezen
    const { organisatie } = koppeling
    const oud = alle.find(({ rij }) => rij.organisatie === organisatie)
    const anderen = alle.map((een) => een.koppeling)
    const fouten = [
      ...keurKoppeling(koppeling, { anderen, kentOrganisatie, magAdres }),
      ...keurGeheim(koppeling, oud, geheim),
    ]
    if (fouten.length > 0) return { status: 'ongeldig', fouten }
    const was = oud && openGeheim(ring, oud.rij)
    const isNieuwGeheim = geheim !== undefined && geheim !== was && heeftGeheimNodig(koppeling)
    const moetWeg = oud?.rij.geheim !== undefined && !heeftGeheimNodig(koppeling)
    const wat = [
      ...(stabiel(oud?.koppeling) === stabiel(koppeling) ? [] : ['instelling']),
      ...(isNieuwGeheim || moetWeg ? ['geheim'] : []),
    ]
    const vanVersie = oud?.rij.versie ?? 0
    if (wat.length === 0) return { status: 'ok', versie: vanVersie, isAnders: false }
    const op = nu()
    const uitkomst = await store.bewaar(
      {
        organisatie,
        vanVersie,
        instelling: koppeling,
        ...(isNieuwGeheim && { geheim: verzegel(ring, plek(organisatie), geheim, { toeval }) }),
        ...(moetWeg && { geheim: null }),
        op,
      },
      audit.verzegel({
        onderwerp: `organisatie:${organisatie}`,
        soort: 'ketenkoppeling-gewijzigd',
        tijd: op,
        codes: { versie: vanVersie + 1, wat: wat.join(','), stand: koppeling.stand },
      }),
    )
    return uitkomst === 'ok'
      ? { status: 'ok', versie: vanVersie + 1, isAnders: true }
      : { status: 'ingehaald' }
  }
}

/** A secret that was given for one place goes to no other: whoever changes where it is sent gives it again. */
function keurGeheim(
  nieuw: Koppeling,
  oud: Gelezen | undefined,
  gegeven: string | undefined,
): readonly Koppelfout[] {
  if (!heeftGeheimNodig(nieuw)) return []
  if (gegeven !== undefined) {
    const past = gegeven.length >= MINSTENS_GEHEIM && gegeven.length <= HOOGSTENS_GEHEIM
    return past ? [] : [{ veld: 'geheim', waarom: `minstens ${MINSTENS_GEHEIM} tekens` }]
  }
  if (oud?.rij.geheim === undefined) return [{ veld: 'geheim', waarom: 'ontbreekt' }]
  return plaatsen(oud.koppeling) === plaatsen(nieuw)
    ? []
    : [{ veld: 'geheim', waarom: 'geef het opnieuw: het adres of een naam is anders' }]
}

function plaatsen({ client, onszelf, meldadres, keten }: Koppeling): string {
  const origins = [meldadres, keten].map((adres) => adres && new URL(adres).origin)
  return JSON.stringify([client, onszelf, ...origins])
}

/** `undefined` when there is none, or when a key of the ring is gone. */
function openGeheim(ring: Sleutelring, { organisatie, geheim }: Koppelingrij): string | undefined {
  if (geheim === undefined) return undefined
  try {
    return ontzegel(ring, plek(organisatie), geheim)
  } catch (fout) {
    if (fout instanceof SleutelOntbreekt) return undefined
    throw fout
  }
}

const stabiel = (waarde: Koppeling | undefined): string | undefined =>
  waarde && JSON.stringify(Object.entries(waarde).toSorted(([a], [b]) => (a < b ? -1 : 1)))

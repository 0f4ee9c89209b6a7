import { type Abonnement, wilHebben } from '../zgw/index.ts'
import type { ZaakberichtStore } from './zaakbericht-store.ts'
import type { BronId } from './zaakgegevens.ts'

export type Abonneeruitkomst =
  /** As it should be. */
  | { readonly status: 'goed'; readonly hoe: 'stond-er' | 'gemaakt' | 'hersteld' }
  /** It has no notification component: it sends CloudEvents, or nothing. */
  | { readonly status: 'geen-loket' }
  /** A code for the operator; nothing of an answer. */
  | { readonly status: 'fout'; readonly waarom: string }

/** The notification component of one organisation, as a subscriber sees it. */
export interface Abonneerloket {
  readonly bron: BronId
  readonly lijst: () => Promise<
    | { readonly status: 'ok'; readonly abonnementen: readonly BestaandAbonnement[] }
    | { readonly status: 'geen-loket' }
    | { readonly status: 'fout'; readonly waarom: string }
  >
  /** A new one without `url`. The component tries the address before it answers. */
  readonly zet: (
    abonnement: Abonnement,
    url: string | undefined,
  ) => Promise<{ readonly status: 'ok' } | { readonly status: 'fout'; readonly waarom: string }>
}

export type BestaandAbonnement = Omit<Abonnement, 'auth'> & {
  readonly url: string
  /** Some components do not tell it. */
  readonly auth?: string | undefined
}

/** Makes sure that this organisation tells us of every case. Ours is known by its address; others are left alone. */
export async function abonneer(loket: Abonneerloket, gewenst: Abonnement): Promise<Abonneeruitkomst> {
  const bestaand = await loket.lijst()
  if (bestaand.status !== 'ok') return bestaand
  const ons = bestaand.abonnementen.find(({ callbackUrl }) => callbackUrl === gewenst.callbackUrl)
  if (ons !== undefined && isZoals(ons, gewenst)) return { status: 'goed', hoe: 'stond-er' }
  const gezet = await loket.zet(gewenst, ons?.url)
  if (gezet.status === 'fout') return gezet
  return { status: 'goed', hoe: ons === undefined ? 'gemaakt' : 'hersteld' }
}

/** Named limit: so long may a subscription be gone before anybody looks. */
const controleMs = 3_600_000

export interface Abonnementcontrole {
  readonly loketten: readonly Abonneerloket[]
  readonly gewenst: (bron: BronId) => Abonnement
  readonly berichten: Pick<ZaakberichtStore, 'zetAbonnement' | 'neemControle'>
  readonly nu: () => Date
  readonly meldFout: (fout: unknown) => void
}

/** Whoever was not looked at for an hour, on whichever node. A failure of one is of no concern to another. */
export async function controleerAbonnementen(controle: Abonnementcontrole): Promise<void> {
  const { loketten, berichten, nu, meldFout } = controle
  const voor = new Date(nu().getTime() - controleMs)
  await Promise.all(
    loketten.map(async (loket) => {
      try {
        if (await berichten.neemControle(loket.bron, voor, nu())) await legAbonnementVast(loket, controle)
      } catch (fout) {
        meldFout(fout)
      }
    }),
  )
}

/** At connecting, or when an operator asks: now, and what came of it is kept for the operator. */
export async function legAbonnementVast(
  loket: Abonneerloket,
  {
    gewenst,
    berichten,
    nu,
  }: Pick<Abonnementcontrole, 'gewenst' | 'nu'> & {
    readonly berichten: Pick<ZaakberichtStore, 'zetAbonnement'>
  },
): Promise<Abonneeruitkomst> {
  const uitkomst = await abonneer(loket, gewenst(loket.bron))
  await berichten.zetAbonnement(loket.bron, standVan(uitkomst), nu())
  return uitkomst
}

function standVan(uitkomst: Abonneeruitkomst): { readonly fout?: string; readonly isGemist: boolean } {
  switch (uitkomst.status) {
    case 'goed':
      return { isGemist: uitkomst.hoe !== 'stond-er' }
    case 'geen-loket':
      return { fout: geenLoket, isGemist: false }
    case 'fout':
      return { fout: uitkomst.waarom.slice(0, 40), isGemist: true }
  }
}

/** As the operator reads it: not a fault as long as it tells us in another way. */
export const geenLoket = 'geen-loket'

/** Filters that let less through would let us miss cases in silence. */
function isZoals(ons: BestaandAbonnement, { auth, kanalen }: Abonnement): boolean {
  if (ons.auth !== undefined && ons.auth !== auth) return false
  const proef = { hoofdObject: '', resource: '', resourceUrl: '', actie: '', aanmaakdatum: '', kenmerken: {} }
  return kanalen.every(({ naam }) => wilHebben({ ...ons, auth }, { ...proef, kanaal: naam }))
}

/** Cases, from anybody and of any kind: of which of them we are told more is for their source to say. */
export function zakenabonnement(callbackUrl: URL, auth: string): Abonnement {
  return { callbackUrl: callbackUrl.href, auth, kanalen: [{ naam: 'zaken', filters: {} }] }
}

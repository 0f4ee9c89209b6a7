import { hkdfSync } from 'node:crypto'
import { parseOrganisatieId } from '../../domain/index.ts'
import type { Medewerkerstaat } from '../../toegang/index.ts'
import { type Taal, talen } from '../routes.ts'
import { ontsluit, SLEUTEL_BYTES, verpak } from './koekje.ts'
import { koekregel, leesKoekje } from './sessiekoekje.ts'

/** Other names than those of residents: what the one browser holds for the one is nothing to the other. */
const sessie = 'balie'
const onderweg = 'balie-inlog'

/** Named limit: so long may somebody be away to log in. */
const inlogSeconden = 600

export function baliesessieRegel(token: string, isHttps: boolean): string {
  return koekregel(sessie, token, isHttps)
}

export function zonderBaliesessieRegel(isHttps: boolean): string {
  return koekregel(sessie, '', isHttps, 0)
}

export function baliesessieUit(header: string | undefined, isHttps: boolean): string | undefined {
  return leesKoekje(header, sessie, isHttps)
}

export interface OnderwegNaarBalie {
  readonly staat: Medewerkerstaat
  readonly taal: Taal
}

export interface Koekjesbij {
  readonly sleutel: Buffer
  readonly nuSeconden: number
  readonly isHttps: boolean
}

export function balieInlogRegel(
  { staat, taal }: OnderwegNaarBalie,
  bij: Koekjesbij & { readonly iv: Buffer },
): string {
  const verpakt = verpak({ ...staat, taal }, sleutelVoor(bij.sleutel), bij.nuSeconden, bij.iv)
  const [deel] = verpakt.status === 'ok' ? verpakt.delen : []
  if (deel === undefined) throw new Error('wat een inlog onthoudt past in een koekje')
  return koekregel(onderweg, deel, bij.isHttps, inlogSeconden)
}

export function zonderBalieInlogRegel(isHttps: boolean): string {
  return koekregel(onderweg, '', isHttps, 0)
}

export function balieInlogUit(header: string | undefined, bij: Koekjesbij): OnderwegNaarBalie | undefined {
  const deel = leesKoekje(header, onderweg, bij.isHttps)
  if (deel === undefined || deel === '') return undefined
  const ontsloten = ontsluit([deel], sleutelVoor(bij.sleutel), bij.nuSeconden)
  if (ontsloten.status !== 'ok' || typeof ontsloten.inhoud !== 'object' || ontsloten.inhoud === null)
    return undefined
  // An object; what stands under its names is looked at one by one.
  const velden = ontsloten.inhoud as Readonly<Record<string, unknown>>
  const { state, nonce, verifier } = velden
  const organisatie = parseOrganisatieId(velden.organisatie)
  const taal = talen.find((een) => een === velden.taal)
  if (typeof state !== 'string' || typeof nonce !== 'string' || typeof verifier !== 'string') return undefined
  if (organisatie === undefined || taal === undefined) return undefined
  return { staat: { organisatie, state, nonce, verifier }, taal }
}

// A key of its own: what a resident remembers on the way is nothing here, whoever puts it there.
function sleutelVoor(sleutel: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', sleutel, 'voordeur', 'onderweg naar de balie', SLEUTEL_BYTES))
}

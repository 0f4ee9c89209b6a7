import { hkdfSync } from 'node:crypto'
import { type Inlogmiddel, type Inlogstaat, inlogmiddelen, niveaus } from '../../toegang/index.ts'
import { type Inlogmee, leesInlogmee } from '../inlogmee.ts'
import { type Routenaam, type Taal, talen } from '../routes.ts'
import { leesTerugnaam } from '../terugnaam.ts'
import { ontsluit, SLEUTEL_BYTES, verpak } from './koekje.ts'

/** On https with a name that the browser lets only this very host set, for all of it. */
function naamVan(naam: string, isHttps: boolean): string {
  return isHttps ? `__Host-voordeur-${naam}` : `voordeur-${naam}`
}

export function koekregel(naam: string, waarde: string, isHttps: boolean, seconden?: number): string {
  const duur = seconden === undefined ? '' : ` Max-Age=${seconden};`
  return `${naamVan(naam, isHttps)}=${waarde};${duur} Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`
}

export function leesKoekje(header: string | undefined, naam: string, isHttps: boolean): string | undefined {
  const gezocht = `${naamVan(naam, isHttps)}=`
  const gevonden = (header ?? '').split(';').find((paar) => paar.trim().startsWith(gezocht))
  return gevonden?.trim().slice(gezocht.length)
}

/** Ends with the browser; when the session itself ends is for the server to say. */
export function sessieRegel(token: string, isHttps: boolean): string {
  return koekregel('sessie', token, isHttps)
}

export function zonderSessieRegel(isHttps: boolean): string {
  return koekregel('sessie', '', isHttps, 0)
}

export function sessieUit(header: string | undefined, isHttps: boolean): string | undefined {
  return leesKoekje(header, 'sessie', isHttps)
}

/** What a browser must remember while its owner is at the login service. */
export interface OnderwegNaarInloggen {
  readonly staat: Inlogstaat
  readonly naar: Routenaam
  readonly mee: Inlogmee | undefined
  readonly taal: Taal
}

/** Named limit: so long may somebody be away to log in. */
const inlogSeconden = 600

export function inlogRegel(
  { staat, naar, mee, taal }: OnderwegNaarInloggen,
  bij: {
    readonly sleutel: Buffer
    readonly nuSeconden: number
    readonly iv: Buffer
    readonly isHttps: boolean
  },
): string {
  const inhoud = { ...staat, naar, ...mee, taal }
  const verpakt = verpak(inhoud, inlogsleutel(bij.sleutel), bij.nuSeconden, bij.iv)
  const [deel] = verpakt.status === 'ok' ? verpakt.delen : []
  if (deel === undefined) throw new Error('wat een inlog onthoudt past in een koekje')
  return koekregel('inlog', deel, bij.isHttps, inlogSeconden)
}

export function zonderInlogRegel(isHttps: boolean): string {
  return koekregel('inlog', '', isHttps, 0)
}

export function inlogUit(
  header: string | undefined,
  bij: { readonly sleutel: Buffer; readonly nuSeconden: number; readonly isHttps: boolean },
): OnderwegNaarInloggen | undefined {
  const deel = leesKoekje(header, 'inlog', bij.isHttps)
  if (deel === undefined || deel === '') return undefined
  const ontsloten = ontsluit([deel], inlogsleutel(bij.sleutel), bij.nuSeconden)
  return ontsloten.status === 'ok' ? leesOnderweg(ontsloten.inhoud) : undefined
}

function leesOnderweg(inhoud: unknown): OnderwegNaarInloggen | undefined {
  if (typeof inhoud !== 'object' || inhoud === null) return undefined
  // An object; what stands under its names is looked at one by one.
  const velden = inhoud as Readonly<Record<string, unknown>>
  const [state, nonce, verifier] = [velden.state, velden.nonce, velden.verifier]
  const middel = isMiddel(velden.middel) ? velden.middel : undefined
  const niveau = niveaus.find((een) => een === velden.niveau)
  const taal = talen.find((een) => een === velden.taal)
  const naar = (typeof velden.naar === 'string' ? leesTerugnaam(velden.naar) : undefined) ?? 'mijn'
  const mee = leesInlogmee(naar, (naam) => (typeof velden[naam] === 'string' ? velden[naam] : undefined))
  if (typeof state !== 'string' || typeof nonce !== 'string' || typeof verifier !== 'string') return undefined
  if (middel === undefined || niveau === undefined || taal === undefined) return undefined
  return { staat: { middel, niveau, state, nonce, verifier }, naar, mee, taal }
}

export function isMiddel(waarde: unknown): waarde is Inlogmiddel {
  return (inlogmiddelen as readonly unknown[]).includes(waarde)
}

// A key of its own: a cookie with answers is no cookie of a login, whoever puts it there.
function inlogsleutel(sleutel: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', sleutel, 'voordeur', 'onderweg naar inloggen', SLEUTEL_BYTES))
}

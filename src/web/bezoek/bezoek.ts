import { type GegevensPerGebeurtenis, leesGegevens, schrijfGegevens } from '../../gebeurtenissen/index.ts'
import { type BronId, bronIds } from '../../inwoner/index.ts'
import {
  type Antwoorden,
  GEEN_ANTWOORDEN,
  isWatAlsSoort,
  type Json,
  type WatAls,
} from '../../rechten/index.ts'
import { type Intakekaart, leesKaart, schrijfKaart } from './intakekaart.ts'
import { delenUit, ontsluit } from './koekje.ts'

/** What the cookie holds. */
export interface Inhoud {
  readonly antwoorden: Antwoorden
  readonly gebeurtenissen: GegevensPerGebeurtenis
  /** The change that this visitor is trying out, last one only. */
  readonly watAls?: WatAls | undefined
  /** Which answers came from a register, with the visitor's consent: pointers per source. */
  readonly uitBronnen: Readonly<Partial<Record<BronId, readonly string[]>>>
  /** Of whoever sits at an information point; only pages of professionals look at it. */
  readonly kaart?: Intakekaart | undefined
}

export const LEEG: Inhoud = { antwoorden: GEEN_ANTWOORDEN, gebeurtenissen: new Map(), uitBronnen: {} }

/** A visitor as a request shows them: their answers, or why there are none. */
export interface Bezoek extends Inhoud {
  readonly staat: 'geen' | 'ok' | 'verlopen' | 'onleesbaar'
}

export function leesBezoek(
  cookie: string | undefined,
  { sleutel, isHttps, nu }: { readonly sleutel: Buffer; readonly isHttps: boolean; readonly nu: Date },
): Bezoek {
  const ontsloten = ontsluit(delenUit(cookie, isHttps), sleutel, secondenVan(nu))
  if (ontsloten.status !== 'ok') return { ...LEEG, staat: ontsloten.status }
  const inhoud = leesInhoud(ontsloten.inhoud, nu)
  return inhoud ? { ...inhoud, staat: 'ok' } : { ...LEEG, staat: 'onleesbaar' }
}

export function secondenVan(moment: Date): number {
  return Math.floor(moment.getTime() / 1000)
}

/** What the cookie holds, back to answers. Our own key sealed it, yet an older version may have written it. */
export function leesInhoud(inhoud: unknown, nu?: Date): Inhoud | undefined {
  if (typeof inhoud !== 'object' || inhoud === null) return undefined
  const { h, o, v, g } = inhoud as { h?: unknown; o?: unknown; v?: unknown; g?: unknown }
  const gebeurtenissen = leesGegevens(g)
  if (!isHuishouden(h) || !isPaden(o) || !isPaden(v) || !gebeurtenissen) return undefined
  return {
    antwoorden: { huishouden: h, onbekend: o, volgorde: v },
    gebeurtenissen,
    watAls: leesWatAls(inhoud),
    uitBronnen: leesUitBronnen(inhoud),
    kaart: nu && leesKaart(inhoud, nu),
  }
}

export function schrijfInhoud({ antwoorden, gebeurtenissen, watAls, uitBronnen, kaart }: Inhoud): unknown {
  const { huishouden: h, onbekend: o, volgorde: v } = antwoorden
  return {
    h,
    o,
    v,
    ...(gebeurtenissen.size > 0 && { g: schrijfGegevens(gebeurtenissen) }),
    ...(watAls && { w: [watAls.soort, watAls.waarden] }),
    ...(kaart && { k: schrijfKaart(kaart) }),
    ...(Object.keys(uitBronnen).length > 0 && { r: uitBronnen }),
  }
}

/** A change that cannot be read is forgotten: the answers themselves matter more. */
function leesWatAls(inhoud: unknown): WatAls | undefined {
  const w = typeof inhoud === 'object' && inhoud !== null && 'w' in inhoud ? inhoud.w : undefined
  if (!Array.isArray(w)) return undefined
  const [soort, waarden]: unknown[] = w
  if (typeof soort !== 'string' || !isWatAlsSoort(soort) || !isHuishouden(waarden)) return undefined
  const plat = Object.entries(waarden).flatMap(([naam, x]): [string, string | number | boolean][] =>
    typeof x === 'string' || typeof x === 'number' || typeof x === 'boolean' ? [[naam, x]] : [],
  )
  return { soort, waarden: Object.fromEntries(plat) }
}

function leesUitBronnen(inhoud: unknown): Inhoud['uitBronnen'] {
  const r = typeof inhoud === 'object' && inhoud !== null && 'r' in inhoud ? inhoud.r : undefined
  if (typeof r !== 'object' || r === null) return {}
  const gelezen = bronIds.flatMap((bron) => {
    const paden: unknown = Reflect.get(r, bron)
    return isPaden(paden) ? [[bron, paden] as const] : []
  })
  return Object.fromEntries(gelezen)
}

function isHuishouden(waarde: unknown): waarde is { readonly [naam: string]: Json } {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

function isPaden(waarde: unknown): waarde is readonly string[] {
  return Array.isArray(waarde) && waarde.every((p) => typeof p === 'string' && p.startsWith('/huishouden/'))
}

/** What browsers say to each other to find one another. The server passes it on and looks at nothing in it. */

/** Named limit, in characters as they go over the wire: a notice of the database is at most 8000 bytes. */
export const HOOGSTENS_SEIN = 6_500

export type Sein =
  /** I am here; `plek` is this page as it was opened, and a new one means that everything begins anew. */
  | { readonly soort: 'hallo'; readonly plek: string }
  | {
      readonly soort: 'sdp'
      readonly plek: string
      readonly type: 'offer' | 'answer'
      readonly sdp: string
    }
  | {
      readonly soort: 'ijs'
      readonly plek: string
      readonly kandidaat: string
      readonly mid: string
    }
  /** The way there broke: let whoever offers begin again. */
  | { readonly soort: 'herstel'; readonly plek: string }
  /** Whether they hear the mixer: then nothing needs to come to them directly. */
  | { readonly soort: 'menger'; readonly plek: string; readonly isAan: boolean }

/** What a browser sends: to whom, or how it is with itself. */
export type Zegt =
  | { readonly soort: 'sein'; readonly aan: string; readonly sein: Sein }
  | { readonly soort: 'zet'; readonly isGedempt: boolean; readonly staatInWacht: boolean }
  /** An offer for the mixer; `weg` is this one way to it. */
  | { readonly soort: 'meng'; readonly weg: string; readonly sdp: string }

/** `undefined`: it is none of these, and whoever sends it is no page of ours. */
export function leesZegt(tekst: string): Zegt | undefined {
  if (tekst.length > HOOGSTENS_SEIN) return undefined
  let gelezen: unknown
  try {
    gelezen = JSON.parse(tekst)
  } catch {
    return undefined
  }
  if (!isVelden(gelezen)) return undefined
  if (gelezen.soort === 'zet') {
    const { isGedempt, staatInWacht } = gelezen
    return typeof isGedempt === 'boolean' && typeof staatInWacht === 'boolean'
      ? { soort: 'zet', isGedempt, staatInWacht }
      : undefined
  }
  if (gelezen.soort === 'meng') {
    const { weg, sdp } = gelezen
    return isNaam(weg) && isSdp(sdp) ? { soort: 'meng', weg, sdp } : undefined
  }
  const { soort, aan, sein } = gelezen
  if (soort !== 'sein' || !isNaam(aan)) return undefined
  const gekeurd = leesSein(sein)
  return gekeurd && { soort: 'sein', aan, sein: gekeurd }
}

/** Only the fields that are known go on: nothing rides along. */
function leesSein(waarde: unknown): Sein | undefined {
  if (!isVelden(waarde) || !isNaam(waarde.plek)) return undefined
  const { soort, plek, type, sdp, kandidaat, mid, isAan } = waarde
  if (soort === 'hallo' || soort === 'herstel') return { soort, plek }
  if (soort === 'sdp')
    return (type === 'offer' || type === 'answer') && isSdp(sdp) ? { soort, plek, type, sdp } : undefined
  if (soort === 'menger') return typeof isAan === 'boolean' ? { soort, plek, isAan } : undefined
  return soort === 'ijs' && isKort(kandidaat) && isKort(mid) ? { soort, plek, kandidaat, mid } : undefined
}

function isNaam(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && /^[\w-]{1,40}$/.test(waarde)
}

function isSdp(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && waarde.startsWith('v=0')
}

function isKort(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && waarde.length <= 1_000
}

function isVelden(waarde: unknown): waarde is Readonly<Record<string, unknown>> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

/** One live connection: what it follows, and what it is told. */
import type { WebSocket } from 'ws'

export interface Onderwerp {
  readonly soort: string
  readonly id: string
}

/** Who is at the door. Asked again and again, and never counted as use of their session. */
export interface Lid {
  /** The session: with it the connection ends. */
  readonly plek: string
  readonly leeft: () => Promise<boolean>
  /** The number at which it stands; `undefined`: there is no such thing, or not for them. */
  readonly volgt: (onderwerp: Onderwerp) => Promise<number | undefined>
}

/** Named limits: so many things on one page; so often may one connection ask; so much may wait to be sent. */
const hoogstensGevolgd = 5
const hoogstensVragen = 20
const hoogstensWachtBytes = 64 * 1024

/** Codes of closing: the session is over, and said what nobody says (RFC 6455 §7.4). A browser comes back after neither. */
export const SESSIE_VOORBIJ = 4401
const ONJUIST = 1008

export interface Volger {
  readonly lid: Lid
  /** Of what it ever asked, by `sleutelVan`. */
  readonly gevolgd: () => Iterable<string>
  /** `undefined`: it could not be read. */
  readonly zegt: (onderwerp: Onderwerp | undefined) => void
  readonly meld: (onderwerp: Onderwerp) => void
  readonly meldAlles: () => void
  readonly isEr: () => void
  readonly kijkNa: () => Promise<void>
  readonly sluit: () => void
}

/** `{"volg":{"soort":"ketenzaak","id":"…"}}`, and nothing else. */
export function leesVolg(tekst: string): Onderwerp | undefined {
  let gelezen: unknown
  try {
    gelezen = JSON.parse(tekst)
  } catch {
    return undefined
  }
  const volg = isVelden(gelezen) ? gelezen.volg : undefined
  if (!isVelden(volg)) return undefined
  const { soort, id } = volg
  const isGoed = typeof soort === 'string' && typeof id === 'string' && /^[a-z-]{1,30}$/.test(soort)
  return isGoed && /^[\w-]{1,60}$/.test(id) ? { soort, id } : undefined
}

export function maakVolger(lid: Lid, ws: WebSocket, meldFout: (fout: unknown) => void): Volger {
  const gevolgd = new Map<string, Onderwerp>()
  const gehoord = new Set<string>()
  /** What was said of it last: the same is not said again, or that something happened would be told to all. */
  const gezegd = new Map<string, number>()
  /** Is being looked at; `true`: it changed again meanwhile. */
  const bezig = new Map<string, boolean>()
  let vragen = 0
  let isStil = false
  const sluit = () => ws.close(SESSIE_VOORBIJ)
  const kijk = async (onderwerp: Onderwerp): Promise<void> => {
    const sleutel = sleutelVan(onderwerp)
    if (bezig.has(sleutel)) {
      bezig.set(sleutel, true)
      return
    }
    bezig.set(sleutel, false)
    try {
      // Asked each time: who could see it a moment ago may not any more.
      const nr = await lid.volgt(onderwerp)
      if (nr === undefined) gevolgd.delete(sleutel)
      if (nr !== undefined && gezegd.get(sleutel) === nr) return
      if (nr === undefined) gezegd.delete(sleutel)
      else gezegd.set(sleutel, nr)
      zend(ws, { ...onderwerp, ...(nr === undefined ? { weg: true } : { nr }) })
    } catch (fout) {
      meldFout(fout)
    } finally {
      const weer = bezig.get(sleutel) === true && gevolgd.has(sleutel)
      bezig.delete(sleutel)
      if (weer) void kijk(onderwerp)
    }
  }
  return {
    lid,
    gevolgd: () => gehoord,
    zegt: (onderwerp) => {
      const isTeVeel =
        ++vragen > hoogstensVragen ||
        (onderwerp !== undefined && gevolgd.size >= hoogstensGevolgd && !gevolgd.has(sleutelVan(onderwerp)))
      if (onderwerp === undefined || isTeVeel) return ws.close(ONJUIST)
      gevolgd.set(sleutelVan(onderwerp), onderwerp)
      gehoord.add(sleutelVan(onderwerp))
      gezegd.delete(sleutelVan(onderwerp))
      void kijk(onderwerp)
    },
    meld: (onderwerp) => {
      if (gevolgd.has(sleutelVan(onderwerp))) void kijk(onderwerp)
    },
    meldAlles: () => {
      for (const onderwerp of gevolgd.values()) void kijk(onderwerp)
    },
    isEr: () => {
      isStil = false
    },
    kijkNa: async () => {
      // Not a word since the last time: nobody is there any more.
      if (isStil) return ws.terminate()
      isStil = true
      ws.ping()
      try {
        if (!(await lid.leeft())) sluit()
      } catch (fout) {
        meldFout(fout)
      }
    },
    sluit,
  }
}

export const sleutelVan = ({ soort, id }: Onderwerp) => `${soort} ${id}`

/** Who does not take what is sent is let go: they come back, and hear how it stands then. */
function zend(ws: WebSocket, bericht: object): void {
  if (ws.readyState !== ws.OPEN) return
  if (ws.bufferedAmount > hoogstensWachtBytes) return ws.terminate()
  ws.send(JSON.stringify(bericht))
}

function isVelden(waarde: unknown): waarde is Readonly<Record<string, unknown>> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

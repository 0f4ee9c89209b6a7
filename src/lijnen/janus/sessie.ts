/**
 * One session of this program with Janus, over its HTTP interface (Janus "RESTful API"): a question is a POST, and what
 * happens later comes from a GET that waits for it. The session lives as long as somebody waits so.
 */
import { z } from 'zod'

export interface Mengerinstelling {
  /** Of the HTTP interface: `http://janus.intern:8088/janus`. */
  readonly url: URL
  /** `api_secret` of Janus; also what names and keys of rooms are made of. */
  readonly geheim: string
  /** `admin_key` of its AudioBridge, where only who knows it makes rooms. */
  readonly beheer: string | undefined
}

/** Named limits: an answer comes within this; a GET returns by itself after half a minute. */
const ANTWOORD_MS = 5_000
const wachtMs = 45_000

const jsep = z.object({ type: z.string(), sdp: z.string() })
const vorm = z.object({
  janus: z.string(),
  transaction: z.string().optional(),
  sender: z.number().optional(),
  data: z.object({ id: z.number() }).optional(),
  error: z.object({ code: z.number(), reason: z.string() }).optional(),
  plugindata: z.object({ data: z.record(z.string(), z.unknown()) }).optional(),
  jsep: jsep.optional(),
})
type Bericht = z.infer<typeof vorm>

export class Janusfout extends Error {}

/** One thing that somebody holds at Janus: a browser or a telephone in a room. */
export interface Greep {
  readonly vraag: (
    body: object,
    offer?: string,
  ) => Promise<{ readonly data: Readonly<Record<string, unknown>>; readonly sdp: string | undefined }>
  readonly weg: () => Promise<void>
}

export interface Janussessie {
  /** `kwijt`: Janus let it go, or is not there any more. */
  readonly pak: (kwijt: () => void) => Promise<Greep>
  readonly sluit: () => Promise<void>
}

interface Open {
  readonly id: number
  readonly stop: AbortController
  readonly wachtend: Map<string, (bericht: Bericht | undefined) => void>
  readonly grepen: Map<number, () => void>
}

export function openJanussessie(
  { url, geheim }: Mengerinstelling,
  toeval: () => string,
  antwoordMs = ANTWOORD_MS,
): Janussessie {
  let nu: Promise<Open> | undefined
  const adres = (...delen: readonly (string | number)[]) =>
    new URL([url.pathname.replace(/\/$/, ''), ...delen].join('/'), url)
  const post = async (naar: URL, transaction: string, vraag: object): Promise<Bericht> => {
    const antwoord = await fetch(naar, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...vraag, transaction, apisecret: geheim }),
      signal: AbortSignal.timeout(antwoordMs),
    })
    const bericht = vorm.parse(await antwoord.json())
    if (bericht.janus === 'error')
      throw new Janusfout(`janus ${bericht.error?.code} ${bericht.error?.reason}`)
    return bericht
  }
  const begin = async (): Promise<Open> => {
    const { data } = await post(adres(), toeval(), { janus: 'create' })
    if (data === undefined) throw new Janusfout('janus gaf geen sessie')
    const open: Open = { id: data.id, stop: new AbortController(), wachtend: new Map(), grepen: new Map() }
    // Why it ended does not matter: what hung on it is told, and the next question begins anew.
    const einde = luister(open).catch(() => {})
    void einde.then(() => {
      nu = undefined
      for (const klaar of open.wachtend.values()) klaar(undefined)
      for (const kwijt of open.grepen.values()) kwijt()
    })
    return open
  }
  const luister = async (open: Open): Promise<void> => {
    const vraag = adres(open.id)
    vraag.search = new URLSearchParams({ apisecret: geheim, maxev: '20' }).toString()
    while (!open.stop.signal.aborted) {
      const signal = AbortSignal.any([open.stop.signal, AbortSignal.timeout(wachtMs)])
      const antwoord = await fetch(vraag, { signal })
      const gelezen: unknown = await antwoord.json()
      for (const een of Array.isArray(gelezen) ? gelezen : [gelezen]) hoor(open, vorm.parse(een))
    }
  }
  const hoor = (open: Open, bericht: Bericht): void => {
    // The session is gone there, because nobody waited long enough or because Janus began anew.
    if (bericht.janus === 'error' || bericht.janus === 'timeout') throw new Janusfout('sessie weg')
    const { janus, sender, transaction } = bericht
    if (transaction !== undefined && janus === 'event') open.wachtend.get(transaction)?.(bericht)
    if (sender !== undefined && (janus === 'hangup' || janus === 'detached')) {
      const kwijt = open.grepen.get(sender)
      open.grepen.delete(sender)
      kwijt?.()
    }
  }
  const vraagAan = async (open: Open, greep: number, body: object, offer?: string) => {
    const transaction = toeval()
    const later = new Promise<Bericht | undefined>((klaar) => {
      open.wachtend.set(transaction, klaar)
      setTimeout(() => klaar(undefined), antwoordMs).unref()
    })
    try {
      const vraag = { janus: 'message', body, ...(offer && { jsep: { type: 'offer', sdp: offer } }) }
      const meteen = await post(adres(open.id, greep), transaction, vraag)
      const bericht = meteen.janus === 'ack' ? await later : meteen
      const data = bericht?.plugindata?.data
      if (data === undefined) throw new Janusfout('janus zweeg')
      return { data, sdp: bericht?.jsep?.sdp }
    } finally {
      open.wachtend.delete(transaction)
    }
  }
  return {
    pak: async (kwijt) => {
      nu ??= begin().catch((fout: unknown) => {
        nu = undefined
        throw fout
      })
      const open = await nu
      const plugin = { janus: 'attach', plugin: 'janus.plugin.audiobridge' }
      const { data } = await post(adres(open.id), toeval(), plugin)
      if (data === undefined) throw new Janusfout('janus gaf niets in handen')
      open.grepen.set(data.id, kwijt)
      return {
        vraag: (body, offer) => vraagAan(open, data.id, body, offer),
        weg: async () => {
          open.grepen.delete(data.id)
          if (!open.stop.signal.aborted) await post(adres(open.id, data.id), toeval(), { janus: 'detach' })
        },
      }
    },
    sluit: async () => {
      const open = await nu?.catch(() => undefined)
      if (open === undefined) return
      open.grepen.clear()
      open.stop.abort()
      await post(adres(open.id), toeval(), { janus: 'destroy' }).catch(() => {})
    },
  }
}

/** How the load of calls speaks with bench/lijnen-server.ts: wires, and commands over HTTP. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pauze } from 'node:timers/promises'
import { WebSocket } from 'ws'

export interface Gestart {
  readonly basis: string
  /** By number of who is present. */
  readonly plekken: readonly string[]
}

export interface Gedaan {
  readonly gesprek?: string
  readonly deelnemer?: string
  readonly beller?: string
  readonly isOpgenomen?: boolean
  readonly n?: number
  /** Of which they have the note before them. */
  readonly nagesprek?: string
  /** Of what the page shows. */
  readonly nr?: number
  /** Absent where it cannot be known. */
  readonly databankMs?: number
}

/** An open page: it hears that something changed, and fetches what. */
export interface Pagina {
  readonly sluit: () => void
}

interface Paginawerk {
  readonly volg: { readonly soort: string; readonly id: string }
  readonly haal: object
  /** What was fetched, after what was heard at that moment. */
  readonly zie: (beeld: Gedaan, op: number) => void
  readonly mis: (fout: unknown) => void
}

export class Lijn {
  readonly #basis: URL
  readonly #vrij: Leiding[] = []

  constructor(basis: string) {
    this.#basis = new URL(basis)
  }

  draad(pad: string): WebSocket {
    const naar = new URL(pad, this.#basis)
    naar.protocol = 'ws:'
    return new WebSocket(naar, { origin: this.#basis.origin, perMessageDeflate: false })
  }

  /** Resolves once it is followed. */
  async pagina(wie: number, { volg, haal, zie, mis }: Paginawerk): Promise<Pagina> {
    const ws = this.draad(`/levend?wie=${wie}`)
    const klaar = Promise.withResolvers<void>()
    /** The number of what it shows, and the newest that it heard of, and when. */
    let toont = -1
    let gehoord = { nr: -1, op: 0 }
    let isBezig = false
    const kijk = async (): Promise<void> => {
      isBezig = true
      while (gehoord.nr > toont) {
        const { nr, op } = gehoord
        const beeld = await this.doe(haal)
        toont = Math.max(nr, beeld.nr ?? 0)
        zie(beeld, op)
      }
      isBezig = false
    }
    const hoor = (nr: number): void => {
      if (nr > gehoord.nr) gehoord = { nr, op: performance.now() }
      if (!isBezig) kijk().catch(mis)
    }
    ws.on('open', () => ws.send(JSON.stringify({ volg })))
    ws.on('error', klaar.reject)
    ws.on('message', (data: Buffer) => {
      klaar.resolve()
      // As the server says it; without a number it is gone.
      const { nr } = JSON.parse(data.toString()) as { readonly nr?: number }
      if (nr !== undefined) hoor(nr)
    })
    await binnen(klaar.promise)
    return { sluit: () => ws.terminate() }
  }

  async doe(wat: object): Promise<Gedaan> {
    const gelezen = JSON.parse(await this.#vraag(JSON.stringify(wat))) as Gedaan & { status?: string }
    if (gelezen.status !== 'ok') throw new Error(JSON.stringify(gelezen))
    return gelezen
  }

  async #vraag(inhoud: string): Promise<string> {
    const leiding = this.#vrij.pop() ?? (await openLeiding(this.#basis))
    const tekst = await leiding.vraag(
      `POST /doe HTTP/1.1\r\nhost: ${this.#basis.host}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(inhoud)}\r\n\r\n${inhoud}`,
    )
    this.#vrij.push(leiding)
    return tekst
  }

  sluit(): void {
    for (const leiding of this.#vrij) leiding.sluit()
  }
}

interface Leiding {
  readonly vraag: (verzoek: string) => Promise<string>
  readonly sluit: () => void
}

/**
 * One question at a time over a connection that stays open. Written out, because the client of Node takes a multiple of
 * what a call costs the server, on the processors that they share.
 */
async function openLeiding({ hostname, port }: URL): Promise<Leiding> {
  const draad = connect(Number(port), hostname)
  await once(draad, 'connect')
  draad.setNoDelay(true)
  let wacht: PromiseWithResolvers<string> | undefined
  let binnengekomen = ''
  const mis = () => wacht?.reject(new Error('verbinding weg'))
  draad.setEncoding('utf8')
  draad.on('data', (stuk: string) => {
    binnengekomen += stuk
    const hoofd = binnengekomen.indexOf('\r\n\r\n')
    const lengte = /\r\ncontent-length: (\d+)/i.exec(binnengekomen.slice(0, hoofd))?.[1]
    const tekst = binnengekomen.slice(hoofd + 4)
    if (hoofd < 0 || Buffer.byteLength(tekst) < Number(lengte)) return
    binnengekomen = ''
    wacht?.resolve(tekst)
  })
  draad.on('error', mis)
  draad.on('close', mis)
  return {
    vraag: (verzoek) => {
      wacht = Promise.withResolvers()
      draad.write(verzoek)
      return wacht.promise
    },
    sluit: () => void draad.destroy(),
  }
}

/** Named limit: what is not there by then failed. */
export const GEDULD_MS = 10_000

export async function binnen<T>(belofte: Promise<T>): Promise<T> {
  const stop = new AbortController()
  const teLaat = pauze(GEDULD_MS, undefined, { signal: stop.signal }).then(() => {
    throw new Error('te laat')
  })
  try {
    return await Promise.race([belofte, teLaat])
  } finally {
    stop.abort()
    teLaat.catch(() => {})
  }
}

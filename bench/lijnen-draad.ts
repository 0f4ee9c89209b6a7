/** How the load of calls speaks with bench/lijnen-server.ts: wires, and commands over HTTP. */
import { Agent, request } from 'node:http'
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
  readonly isNawerk?: boolean
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
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 })

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

  doe(wat: object): Promise<Gedaan> {
    const inhoud = JSON.stringify(wat)
    return new Promise((klaar, mis) => {
      const vraag = request(
        new URL('/doe', this.#basis),
        {
          method: 'POST',
          agent: this.#agent,
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(inhoud) },
        },
        (antwoord) => {
          let tekst = ''
          antwoord.on('data', (stuk: Buffer) => {
            tekst += stuk.toString()
          })
          antwoord.on('end', () => {
            const gelezen = JSON.parse(tekst) as Gedaan & { status?: string }
            if (gelezen.status === 'ok') klaar(gelezen)
            else mis(new Error(tekst))
          })
        },
      )
      vraag.on('error', mis)
      vraag.end(inhoud)
    })
  }

  sluit(): void {
    this.#agent.destroy()
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

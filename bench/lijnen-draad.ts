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
  readonly isVrij?: boolean
  /** Absent where it cannot be known. */
  readonly databankMs?: number
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

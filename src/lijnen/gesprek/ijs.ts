import { createHmac } from 'node:crypto'

/** How browsers reach each other where the network between them is closed: through a TURN server. */
export interface Turninstelling {
  readonly urls: readonly string[]
  /** Shared with the TURN server (`static-auth-secret` of coturn); never leaves here. */
  readonly geheim: string
  /** Only through the server, never directly: for networks that let nothing else through. */
  readonly isAlleen: boolean
}

/** Named limit: with these words nobody begins at the TURN server any more after so long. */
export const TURN_MS = 10 * 60_000

/** As `RTCPeerConnection` takes it. */
export interface Ijs {
  readonly iceServers: readonly {
    readonly urls: readonly string[]
    readonly username: string
    readonly credential: string
  }[]
  readonly iceTransportPolicy: 'all' | 'relay'
}

/**
 * Words that hold for one taker of part, and for ten minutes: the TURN server reckons them after from the moment and the
 * secret (draft-uberti-behave-turn-rest-00 §2.2: HMAC-SHA1 of `<seconds>:<name>`, as coturn does).
 */
export function ijsVoor(turn: Turninstelling | undefined, deelnemer: string, nuMs: number): Ijs {
  if (turn === undefined) return { iceServers: [], iceTransportPolicy: 'all' }
  const username = `${Math.floor((nuMs + TURN_MS) / 1000)}:${deelnemer}`
  const credential = createHmac('sha1', turn.geheim).update(username).digest('base64')
  return {
    iceServers: [{ urls: turn.urls, username, credential }],
    iceTransportPolicy: turn.isAlleen ? 'relay' : 'all',
  }
}

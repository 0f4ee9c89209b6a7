/**
 * Live connections: a browser hears that something changed, and asks for it again with its own rights. What goes over
 * the wire is a kind, an id and a number; nothing of what it is about.
 *
 * A browser sends `{"volg":{"soort":"ketenzaak","id":"…"}}` and gets `{"soort":"ketenzaak","id":"…","nr":12}` at once and
 * at each change, or `"weg":true` when it may not, or not any more.
 */
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { WebSocket } from 'ws'
import type { Log } from '../log.ts'
import { Groepen } from './groepen.ts'
import { maakHartslag } from './hartslag.ts'
import { type Lid, leesVolg, maakVolger, type Onderwerp, sleutelVan, type Volger } from './levend-volger.ts'
import { addDraaddeur } from './opwaarderen.ts'

/** Named limits: of this node, of one session, and of what one connection may say. */
const hoogstensVerbindingen = 5_000
const hoogstensPerPlek = 8
const hoogstensBerichtBytes = 512
/** So often is looked whether somebody is still there, and whether their session is. */
const hartslagMs = 30_000

export interface LevendOpties {
  readonly pad: string
  /** How people reach us; absent: by the name they asked. */
  readonly url: URL | undefined
  readonly log: Log
  readonly wie: (verzoek: IncomingMessage) => Promise<Lid | undefined>
}

export interface Levend {
  /** Whoever follows it hears of it, when they still may. */
  readonly meld: (onderwerp: Onderwerp) => void
  /** Something may have been missed: everybody hears how it stands. */
  readonly meldAlles: () => void
  readonly sluitPlek: (plek: string) => void
  readonly aantal: () => number
}

/** Stands at one address; the rest of what upgrades is in `opwaarderen.ts`. */
export function openLevend(app: FastifyInstance, { pad, url, log, wie }: LevendOpties): Levend {
  const volgers = new Map<WebSocket, Volger>()
  const perPlek = new Groepen<Volger>()
  const perOnderwerp = new Groepen<Volger>()
  const hartslag = maakHartslag<Volger>(hartslagMs, (volger) => void volger.kijkNa())
  addDraaddeur(app, {
    ...{ pad, url, log, hoogstensBytes: hoogstensBerichtBytes },
    keur: async (verzoek) => {
      if (volgers.size >= hoogstensVerbindingen) return 503
      const lid = await wie(verzoek)
      if (lid === undefined) return 401
      return {
        nog: () => (perPlek.van(lid.plek).size >= hoogstensPerPlek ? 429 : undefined),
        ontvang: (ws) => ontvang(ws, lid),
      }
    },
  })
  const ontvang = (ws: WebSocket, lid: Lid): void => {
    const volger = maakVolger(lid, ws, (fout) => log.waarschuwing('levende verbinding', { fout }))
    volgers.set(ws, volger)
    perPlek.zetBij(lid.plek, volger)
    hartslag.zetBij(volger)
    ws.on('pong', volger.isEr)
    ws.on('error', () => ws.terminate())
    ws.on('close', () => {
      volgers.delete(ws)
      perPlek.haalWeg(lid.plek, volger)
      for (const sleutel of volger.gevolgd()) perOnderwerp.haalWeg(sleutel, volger)
      hartslag.haalWeg(volger)
    })
    ws.on('message', (data, isBinair) => {
      volger.zegt(isBinair ? undefined : leesVolg(data.toString()))
      // What it follows no more it passes over by itself.
      if (ws.readyState === ws.OPEN)
        for (const sleutel of volger.gevolgd()) perOnderwerp.zetBij(sleutel, volger)
    })
  }
  app.addHook('preClose', async () => {
    hartslag.stop()
    for (const ws of volgers.keys()) ws.terminate()
  })
  return {
    meld: (onderwerp) => {
      for (const volger of perOnderwerp.van(sleutelVan(onderwerp))) volger.meld(onderwerp)
    },
    meldAlles: () => {
      for (const volger of volgers.values()) volger.meldAlles()
    },
    sluitPlek: (plek) => {
      for (const volger of perPlek.van(plek)) volger.sluit()
    },
    aantal: () => volgers.size,
  }
}

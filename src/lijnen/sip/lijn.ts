/** The line to the telephone network: SIP over UDP to the border element of the operator (SBC), and to nobody else. */
import { createSocket, type Socket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import type { Telefoonlijn } from '../index.ts'
import { kop, leesBericht, schrijfAntwoord } from './bericht.ts'
import type { Aanmelding } from './digest.ts'
import { maakOproep, type Oproep } from './oproep.ts'

export interface Sipinstelling {
  readonly sbc: { readonly host: string; readonly poort: number }
  /** Where the operator reaches this node. */
  readonly hier: { readonly host: string; readonly poort: number }
  readonly nummer: string
  readonly aanmelding: Aanmelding | undefined
}

/** Named limit: so many telephones at once through this node. */
const hoogstens = 200
/** Named limit: so long it takes to say goodbye when the program ends. */
const afscheidMs = 500

export interface Siplijn {
  readonly lijn: Telefoonlijn
  readonly sluit: () => Promise<void>
}

export function openSiplijn(
  { sbc, hier, nummer: van, aanmelding }: Sipinstelling,
  { toeval, klacht }: { readonly toeval: () => string; readonly klacht: (fout: unknown) => void },
): Siplijn {
  const oproepen = new Map<string, Oproep>()
  /** Addresses of the operator; whatever comes from elsewhere is not looked at. */
  let adressen: readonly string[] = []
  const socket = createSocket('udp4')
  socket.on('error', klacht)
  socket.on('message', (inhoud, { address, port }) => {
    if (!adressen.includes(address)) return
    const bericht = leesBericht(inhoud.toString('utf8'))
    if (bericht === undefined) return
    const oproep = oproepen.get(kop(bericht, 'call-id') ?? '')
    if (oproep !== undefined) return oproep.ontvang(bericht)
    const { begin } = bericht
    if (begin.soort !== 'vraag' || begin.methode === 'ACK') return
    // Somebody who calls us: this line only dials. An OPTIONS asks whether we are there.
    const [code, reden] =
      begin.methode === 'OPTIONS' ? ([200, 'OK'] as const) : ([480, 'Temporarily Unavailable'] as const)
    socket.send(schrijfAntwoord(bericht, code, reden), port, address)
  })
  socket.bind(hier.poort)
  const bel: Telefoonlijn['bel'] = (nummer, hoort, hoor) => {
    if (oproepen.size >= hoogstens) {
      setImmediate(() => hoor('niet-bereikt'))
      return { hangOp: () => {} }
    }
    let naar = ''
    const oproep = maakOproep({
      ...{ nummer, van, aanmelding, hoort, toeval, hoor },
      ...{ sbc: `${sbc.host}:${sbc.poort}`, hier: `${hier.host}:${hier.poort}` },
      zend: (bericht) => socket.send(bericht, sbc.poort, naar, (fout) => fout && klacht(fout)),
      na: (ms, doe) => {
        const klok = setTimeout(doe, ms)
        klok.unref()
        return () => clearTimeout(klok)
      },
      klaar: () => void oproepen.delete(oproep.id),
    })
    oproepen.set(oproep.id, oproep)
    vindAdressen(sbc.host).then(
      (gevonden) => {
        adressen = gevonden
        naar = gevonden[0] ?? ''
        oproep.begin()
      },
      (fout: unknown) => {
        klacht(fout)
        oproepen.delete(oproep.id)
        hoor('niet-bereikt')
      },
    )
    return { hangOp: oproep.hangOp }
  }
  return {
    lijn: { bel },
    sluit: async () => {
      if (oproepen.size > 0) await new Promise((klaar) => setTimeout(klaar, afscheidMs))
      await sluitSocket(socket)
    },
  }
}

async function vindAdressen(host: string): Promise<readonly string[]> {
  return (await lookup(host, { family: 4, all: true })).map(({ address }) => address)
}

async function sluitSocket(socket: Socket): Promise<void> {
  const dicht = once(socket, 'close')
  socket.close()
  await dicht
}

/** The line to the telephone network: SIP over UDP to the border element of the operator (SBC), and to nobody else. */
import { randomBytes } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import type { Telefoonlijn } from '../index.ts'
import { type Afscheid, neemAfscheid } from './afscheid.ts'
import { kop, leesBericht, schrijfAntwoord } from './bericht.ts'
import type { Aanmelding } from './digest.ts'
import { openDraad, verzegelDraad } from './draad.ts'
import { maakOproep, type Oproep } from './oproep.ts'

export interface Sipinstelling {
  readonly sbc: { readonly host: string; readonly poort: number }
  /** Where the operator reaches this node. */
  readonly hier: { readonly host: string; readonly poort: number }
  readonly nummer: string
  readonly aanmelding: Aanmelding | undefined
  /** With what is sealed by which another node can hang up; the same on every node. */
  readonly geheim: string
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
  { sbc, hier, nummer: van, aanmelding, geheim }: Sipinstelling,
  { toeval, klacht }: { readonly toeval: () => string; readonly klacht: (fout: unknown) => void },
): Siplijn {
  const oproepen = new Map<string, Oproep | Afscheid>()
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
  const zend = (naar: string, bericht: string): void =>
    socket.send(bericht, sbc.poort, naar, (fout) => fout && klacht(fout))
  const na = (ms: number, doe: () => void) => {
    const klok = setTimeout(doe, ms)
    klok.unref()
    return () => clearTimeout(klok)
  }
  const hangOp: Telefoonlijn['hangOp'] = (lijn) => {
    const draad = openDraad(lijn, geheim)
    if (draad === undefined)
      return klacht(new Error('een telefoonlijn is niet te openen: is het geheim gewijzigd?'))
    // It hangs here, and whoever holds it hangs up.
    if (oproepen.has(draad.id)) return
    const afscheid = async () => {
      adressen = await vindAdressen(sbc.host)
      const naar = adressen[0] ?? ''
      const klaar = () => void oproepen.delete(draad.id)
      const delen = { hier: `${hier.host}:${hier.poort}`, aanmelding, toeval, na, klaar }
      oproepen.set(draad.id, neemAfscheid(draad, { ...delen, zend: (bericht) => zend(naar, bericht) }))
    }
    afscheid().catch(klacht)
  }
  const bel: Telefoonlijn['bel'] = (nummer, hoort, hoor) => {
    if (oproepen.size >= hoogstens) {
      setImmediate(() => hoor('niet-bereikt'))
      return { hangOp: () => {} }
    }
    let naar = ''
    const oproep = maakOproep({
      ...{ nummer, van, aanmelding, hoort, toeval },
      hoor: (nieuws, spreekt, draad) =>
        hoor(nieuws, spreekt, draad && verzegelDraad(draad, geheim, randomBytes(12))),
      ...{ sbc: `${sbc.host}:${sbc.poort}`, hier: `${hier.host}:${hier.poort}` },
      zend: (bericht) => zend(naar, bericht),
      na,
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
    lijn: { bel, hangOp },
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

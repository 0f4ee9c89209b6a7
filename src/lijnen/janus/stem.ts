/**
 * The sound of one telephone, passed on between the mixer and the operator (RFC 3550): the offer needs a place before
 * anybody knows where the telephone is, and the mixer wants to know at once where it speaks to. Both get this place.
 * What goes through it is not looked at and not kept.
 */
import { createSocket, type Socket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import type { Rtpplek } from '../index.ts'

/** Named limits: the UDP ports that the operator must let through, and so many telephones at once through this node. */
const eerstePoort = 42_000
const aantalPoorten = 400

export interface Stem {
  /** Where both of them speak to. */
  readonly hier: Rtpplek
  readonly metMenger: (plek: Rtpplek) => void
  readonly metTelefoon: (plek: Rtpplek) => void
  readonly weg: () => void
}

/** `host`: where the operator and the mixer reach this node. Throws when no port is free. */
export async function openStem(host: string, klacht: (fout: unknown) => void): Promise<Stem> {
  const { address: ip } = await lookup(host, { family: 4 })
  const { socket, poort } = await bind()
  socket.on('error', klacht)
  let menger: Rtpplek | undefined
  let telefoon: Rtpplek | undefined
  socket.on('message', (pakket, { address, port }) => {
    const isMenger = menger !== undefined && address === menger.ip && port === menger.poort
    // A border element may speak from another port than it listens at.
    const isTelefoon = !isMenger && address === telefoon?.ip
    const naar = isMenger ? telefoon : isTelefoon ? menger : undefined
    if (naar !== undefined) socket.send(pakket, naar.poort, naar.ip)
  })
  let isDicht = false
  return {
    hier: { ip, poort },
    metMenger: (plek) => {
      menger = plek
    },
    metTelefoon: (plek) => {
      telefoon = plek
    },
    weg: () => {
      if (!isDicht) socket.close()
      isDicht = true
    },
  }
}

/** Even ports only: the odd one beside it is that of the reports (RFC 3550 §11). */
async function bind(): Promise<{ readonly socket: Socket; readonly poort: number }> {
  const begin = Math.floor((Math.random() * aantalPoorten) / 2)
  for (let keer = 0; keer < aantalPoorten / 2; keer++) {
    const poort = eerstePoort + 2 * ((begin + keer) % (aantalPoorten / 2))
    const socket = createSocket('udp4')
    try {
      socket.bind(poort)
      await once(socket, 'listening')
      return { socket, poort }
    } catch {
      socket.close()
    }
  }
  throw new Error(`geen UDP-poort vrij van ${eerstePoort} tot ${eerstePoort + aantalPoorten}`)
}

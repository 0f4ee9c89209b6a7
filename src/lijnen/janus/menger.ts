/** Janus AudioBridge as the mixer of a call: a room of its own for each, made when the first comes in. */
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Menger } from '../index.ts'
import { type Greep, Janusfout, type Mengerinstelling, openJanussessie } from './sessie.ts'
import { openStem } from './stem.ts'

/** What AudioBridge says of a room that is there already, and of one that is not. */
const BESTAAT = 486
const BESTAAT_NIET = 485
/** A-law has one number everywhere (RFC 3551 §6). */
const PCMA = 8
/** Named limit, in Hz: of the voice in a browser, and more than enough for that of a telephone. */
const helderheid = 48_000

const toegetreden = z.object({
  audiobridge: z.literal('joined'),
  rtp: z.object({ ip: z.string(), port: z.number() }).optional(),
})

export interface Janusmenger {
  readonly menger: Menger
  readonly sluit: () => Promise<void>
}

/** `hier`: the host under which the mixer and the operator reach this node. */
export function openJanusmenger(
  instelling: Mengerinstelling,
  {
    hier,
    toeval,
    klacht,
  }: { readonly hier: string; readonly toeval: () => string; readonly klacht: (fout: unknown) => void },
): Janusmenger {
  const sessie = openJanussessie(instelling, toeval)
  const { beheer } = instelling
  const beheersleutel = { ...(beheer !== undefined && { admin_key: beheer }) }
  const doe = async (greep: Greep, body: object, ook?: number): Promise<unknown> => {
    const { data } = await greep.vraag(body)
    const { error_code: code } = data
    if (code !== undefined && code !== ook) throw new Janusfout(`audiobridge ${code}`)
    return data
  }
  /** In the room of that call; every node makes the same name and keys of it, and keeps none. */
  const treedBij = async (gesprek: string, kwijt: () => void) => {
    const kamer = kamerVan(instelling.geheim, gesprek)
    const greep = await sessie.pak(kwijt)
    try {
      const { room, pin, secret } = kamer
      const vorm = { is_private: true, permanent: false, record: false, allow_rtp_participants: true }
      const maak = { request: 'create', room, pin, secret, sampling_rate: helderheid, ...vorm }
      await doe(greep, { ...maak, ...beheersleutel }, BESTAAT)
    } catch (fout) {
      await greep.weg()
      throw fout
    }
    return { greep, kamer }
  }
  return {
    menger: {
      neemBrowser: async (gesprek, offer) => {
        const { greep, kamer } = await treedBij(gesprek, () => void greep.weg().catch(() => {}))
        try {
          const { data, sdp } = await greep.vraag(
            { request: 'join', room: kamer.room, pin: kamer.pin },
            offer,
          )
          if (!toegetreden.safeParse(data).success || sdp === undefined) throw new Janusfout('geen antwoord')
          return { sdp, weg: greep.weg }
        } catch (fout) {
          await greep.weg()
          throw fout
        }
      },
      neemTelefoon: async (gesprek, kwijt) => {
        const stem = await openStem(hier, klacht)
        const { greep, kamer } = await treedBij(gesprek, kwijt).catch((fout: unknown) => {
          stem.weg()
          throw fout
        })
        try {
          const { ip, poort } = stem.hier
          const join = { request: 'join', room: kamer.room, pin: kamer.pin, codec: 'pcma' }
          // It wants to know at once where it speaks to; told later it stays silent.
          const { rtp } = toegetreden.parse(
            await doe(greep, { ...join, rtp: { ip, port: poort, payload_type: PCMA } }),
          )
          if (rtp === undefined) throw new Janusfout('geen plek voor rtp')
          stem.metMenger({ ip: rtp.ip, poort: rtp.port })
          return {
            hoort: stem.hier,
            spreekTegen: async (plek) => stem.metTelefoon(plek),
            weg: async () => {
              stem.weg()
              await greep.weg()
            },
          }
        } catch (fout) {
          stem.weg()
          await greep.weg()
          throw fout
        }
      },
      ruimOp: async (gesprek) => {
        const { room, secret } = kamerVan(instelling.geheim, gesprek)
        const greep = await sessie.pak(() => {})
        try {
          await doe(greep, { request: 'destroy', room, secret, permanent: false }, BESTAAT_NIET)
        } finally {
          await greep.weg()
        }
      },
    },
    sluit: sessie.sluit,
  }
}

/** A room number that JSON carries exactly (48 bits), and two keys that nobody guesses. */
function kamerVan(geheim: string, gesprek: string) {
  const maak = (wat: string) =>
    createHmac('sha256', geheim).update(`voordeur menger ${wat}|${gesprek}`).digest()
  return {
    room: maak('kamer').readUIntBE(0, 6),
    pin: maak('pin').toString('base64url'),
    secret: maak('beheer').toString('base64url'),
  }
}

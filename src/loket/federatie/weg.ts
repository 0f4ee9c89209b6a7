import { type ZodType, z } from 'zod'
import type { OrganisatieId, Toeval } from '../../domain/index.ts'
import { type Bron, createBron, type MagNaar } from '../../platform/bron/index.ts'
import type { Klok, Log } from '../../platform/index.ts'
import { maakKetentoken } from '../ketentoken.ts'
import type { Ketenweg } from '../ketenweg.ts'
import { deurmerk } from './vormen.ts'

export function createKetenweg({
  klok,
  log,
  toeval,
  magNaar,
}: {
  readonly klok: Klok
  readonly log: Log
  readonly toeval: Toeval
  readonly magNaar: MagNaar
}): Ketenweg {
  const bronnen = new Map<string, Bron>()
  const bronNaar = (organisatie: OrganisatieId, adres: URL): Bron => {
    const basisUrl = new URL('.', adres)
    const sleutel = `${organisatie} ${basisUrl.href}`
    const bron =
      bronnen.get(sleutel) ??
      createBron(
        // Who we are differs for each message, and goes with it.
        { naam: `keten ${organisatie}`, basisUrl, aanmelden: async () => ({}), magNaar },
        { klok, log, toeval },
      )
    bronnen.set(sleutel, bron)
    return bron
  }
  return {
    async vraag(verbinding, { adres, handeling, json, soort = 'application/json', vorm, isKeten }) {
      const url = new URL(adres)
      const tekst = JSON.stringify(json)
      const token = maakKetentoken(verbinding, tekst, { nu: klok.nu(), toeval })
      const uitkomst = await bronNaar(verbinding.koppeling.organisatie, url).roep({
        handeling,
        methode: 'POST',
        pad: `${url.pathname.split('/').at(-1) ?? ''}${url.search}`,
        lichaam: { soort, bytes: Buffer.from(tekst, 'utf8') },
        // A token is used once: whoever sends again makes another.
        isHerhaalbaar: false,
        koppen: { authorization: `Bearer ${token}` },
        // A proxy that points elsewhere says 404 as well; only the door itself knows that something is not there.
        ookAntwoord: [404],
        lees: ({ http, koppen, lichaam }) => {
          if (isKeten && koppen[deurmerk.kop] !== deurmerk.waarde) return { soort: 'onleesbaar' }
          const inhoud = http === 204 || lichaam.length === 0 ? undefined : ontleed(lichaam)
          if (http === 404)
            return isKeten && isNietGevonden(inhoud)
              ? { soort: 'gelezen', inhoud: undefined }
              : { soort: 'onleesbaar' }
          const gelezen = vorm.safeParse(inhoud)
          return gelezen.success
            ? { soort: 'gelezen', inhoud: { gevonden: gelezen.data } }
            : { soort: 'onleesbaar' }
        },
      })
      if (uitkomst.status !== 'ok') return { status: 'weg' }
      return uitkomst.inhoud === undefined
        ? { status: 'niet-gevonden' }
        : { status: 'ok', inhoud: uitkomst.inhoud.gevonden }
    },
    sluit: () => {
      for (const bron of bronnen.values()) bron.sluit()
    },
  }
}

/** Of a receiver whose answer says nothing but that it arrived. */
export const welkAntwoordOok: ZodType<unknown> = z.unknown()

const isNietGevonden = (inhoud: unknown): boolean =>
  typeof inhoud === 'object' && inhoud !== null && 'code' in inhoud && inhoud.code === 'not_found'

function ontleed(lichaam: Buffer): unknown {
  try {
    return JSON.parse(lichaam.toString('utf8'))
  } catch {
    return undefined
  }
}

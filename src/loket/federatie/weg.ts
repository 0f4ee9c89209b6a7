import { type ZodType, z } from 'zod'
import type { OrganisatieId, Toeval } from '../../domain/index.ts'
import { type Bron, createBron, type MagNaar } from '../../platform/bron/index.ts'
import type { Klok, Log } from '../../platform/index.ts'
import { maakKetentoken } from '../ketentoken.ts'
import type { Ketenweg } from '../ketenweg.ts'
import { deurmerk } from './vormen.ts'

/** What the other side says when our clock and theirs differ more than it allows. */
const klokcodes = ['jwt-not-yet-valid', 'jwt-expired']

const weigering = z.object({ code: z.string().max(60) })

function leesWeigering(inhoud: unknown): { readonly code: string } {
  return weigering.safeParse(inhoud).data ?? { code: 'onbekend' }
}

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
      const uitkomst = await bronNaar(verbinding.koppeling.organisatie, url).roep<
        { readonly gevonden: z.infer<typeof vorm> } | { readonly code: string } | undefined
      >({
        handeling,
        methode: 'POST',
        pad: `${url.pathname.split('/').at(-1) ?? ''}${url.search}`,
        lichaam: { soort, bytes: Buffer.from(tekst, 'utf8') },
        // A token is used once: whoever sends again makes another.
        isHerhaalbaar: false,
        koppen: { authorization: `Bearer ${token}` },
        // A proxy that points elsewhere says 404 as well; only the door itself knows that something is not there. A
        // refusal says why, and who has to mend it is told.
        ookAntwoord: [403, 404],
        lees: ({ http, koppen, lichaam }) => {
          if (http === 403) return { soort: 'gelezen', inhoud: leesWeigering(ontleed(lichaam)) }
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
      if (uitkomst.status !== 'ok') {
        const isNietGevraagd = uitkomst.status === 'fout' && uitkomst.soort === 'onderbroken'
        return { status: 'weg', ...(isNietGevraagd && { isNietGevraagd: true }) }
      }
      if (uitkomst.inhoud === undefined) return { status: 'niet-gevonden' }
      if ('gevonden' in uitkomst.inhoud) return { status: 'ok', inhoud: uitkomst.inhoud.gevonden }
      const { code } = uitkomst.inhoud
      const { organisatie } = verbinding.koppeling
      bronNaar(organisatie, url).keurAf('geweigerd', 'geheel')
      log.waarschuwing('een ander weigert ons bericht', { organisatie, handeling, code })
      return { status: 'weg', om: klokcodes.includes(code) ? 'klok' : 'geweigerd' }
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

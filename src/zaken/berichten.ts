import type { Sleutelring } from '../audit/index.ts'
import { parseUuid } from '../domain/index.ts'
import { notificatieSchema, zaakgebeurtenisSchema } from '../zgw/index.ts'
import { afzenderVan } from './berichtsleutel.ts'
import { padBinnen } from './pad-binnen.ts'
import type { Postvak } from './postvak.ts'
import type { Ontvangst } from './zaakbericht-store.ts'
import type { BronId } from './zaakgegevens.ts'

export type Ontvangstbewijs =
  /** In the inbox, or nothing to be kept. It is ours now. */
  | { readonly status: 'ontvangen'; readonly hints: number }
  /** Not as the standard has it; where and why, without what was sent. */
  | { readonly status: 'ongeldig'; readonly plaats: string; readonly waarom: string }
  | { readonly status: 'vol' }

/** What organisations tell us about their cases, by either standard. */
export interface Zaakberichten {
  /** By the header they show; only connections that are on, or on trial. */
  readonly afzender: (authorization: string | undefined) => BronId | undefined
  /** Notificaties 1.0, as a NRC brings it. */
  readonly notificatie: (bron: BronId, bericht: unknown) => Promise<Ontvangstbewijs>
  /** CloudEvents of the kinds `nl.overheid.zaken.*`: all of them, or the first that is wrong. */
  readonly gebeurtenissen: (bron: BronId, gebeurtenissen: readonly unknown[]) => Promise<Ontvangstbewijs>
}

/** Where the cases of a connection are: nothing else that is named in a message is looked at. */
export interface Berichtbron {
  readonly id: BronId
  /** Base of its Zaken API: `https://zaken.example/zaken/api/v1`. */
  readonly zaken: URL
  /** The same, as the source itself calls it when we reach it by another road. */
  readonly noemtZich?: URL | undefined
  /** As in its settings. */
  readonly sleutelnummer?: number | undefined
  /** On trial what comes in is counted, so that somebody sees that it arrives, and no case is looked at. */
  readonly isAan: boolean
}

export function openZaakberichten({
  ring,
  bronnen,
  postvak,
  nu,
}: {
  readonly ring: Sleutelring
  readonly bronnen: () => readonly Berichtbron[]
  readonly postvak: Postvak
  readonly nu: () => Date
}): Zaakberichten {
  const neem = async (ontvangsten: readonly Ontvangst[]): Promise<Ontvangstbewijs> => {
    if ((await postvak.ontvang(ontvangsten)) === 'vol') return { status: 'vol' }
    return { status: 'ontvangen', hints: ontvangsten.filter(({ zaak }) => zaak !== undefined).length }
  }
  const luisterendVan = (bron: BronId) => bronnen().find(({ id, isAan }) => isAan && id === bron)
  return {
    afzender(authorization) {
      const lijst = bronnen()
      return afzenderVan(ring, authorization, (bron) => {
        const gevonden = lijst.find(({ id }) => id === bron)
        return gevonden && (gevonden.sleutelnummer ?? 0)
      })
    },

    async notificatie(bron, bericht) {
      const gelezen = notificatieSchema.safeParse(bericht)
      if (!gelezen.success) return ongeldig(gelezen.error.issues)
      const { kanaal, hoofdObject } = gelezen.data
      // A NRC tries an address out when somebody subscribes; that is no news.
      if (kanaal === 'test') return { status: 'ontvangen', hints: 0 }
      const { zaken, noemtZich } = luisterendVan(bron) ?? {}
      const zaak =
        kanaal === 'zaken'
          ? [zaken, noemtZich].map((basis) => basis && uuidIn(basis, hoofdObject)).find(Boolean)
          : undefined
      return neem([{ bron, op: nu(), ...(zaak !== undefined && { zaak }) }])
    },

    async gebeurtenissen(bron, gebeurtenissen) {
      const ontvangsten: Ontvangst[] = []
      for (const [i, gebeurtenis] of gebeurtenissen.entries()) {
        const gelezen = zaakgebeurtenisSchema.safeParse(gebeurtenis)
        if (!gelezen.success) return ongeldig(gelezen.error.issues, i)
        const { type, subject } = gelezen.data
        const isNieuws = luisterendVan(bron) !== undefined && !zonderNieuws.includes(type)
        ontvangsten.push({ bron, op: nu(), ...(isNieuws && { zaak: subject.toLowerCase() }) })
      }
      return neem(ontvangsten)
    },
  }
}

/** A resident opened it: says nothing about whose it is. */
const zonderNieuws: readonly string[] = ['nl.overheid.zaken.zaak-geopend']

/** `<base>/zaken/<uuid>` and nothing else. A NRC may serve registers that are not this connection. */
function uuidIn(basis: URL, adres: string): string | undefined {
  return parseUuid(/^zaken\/([^/?]+)\/?$/.exec(padBinnen(basis, adres) ?? '')?.[1])
}

function ongeldig(
  fouten: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  plaats?: number,
): Ontvangstbewijs {
  const pad = [...(plaats === undefined ? [] : [plaats]), ...(fouten[0]?.path ?? [])]
  return {
    status: 'ongeldig',
    plaats: pad.map((stap) => `/${String(stap)}`).join(''),
    waarom: fouten[0]?.message ?? '',
  }
}

/** Signals of arrears from creditors: read, refused or kept before anybody hears that they came. */
import type { Sleutelring } from '../../audit/index.ts'
import { maakUuid7, type Toeval } from '../../domain/index.ts'
import { datumOp } from '../../kalender/index.ts'
import { eersteVanMaand, wisVanaf, zone } from './bewaren.ts'
import type { Ontvangen, Telling, VroegsignaalRij, VroegsignaalStore } from './hulpaanbod-store.ts'
import { leesSignaal, type Signaalpartner, type Weigerreden } from './vroegsignaal.ts'
import { signaalsleutel, sluitSignaal } from './zegel.ts'

export interface Geweigerd {
  readonly id: string
  readonly reden: Weigerreden
  readonly veld?: string
}

export type Vroegontvangst =
  | {
      readonly status: 'ontvangen'
      readonly nieuw: number
      /** Kept before: nothing is done again. */
      readonly dubbel: number
      readonly ingetrokken: number
      /** Nothing of these is kept; the creditor reads what to do about each. */
      readonly geweigerd: readonly Geweigerd[]
    }
  /** No batch of ours at all, and where it is wrong; nothing of it is kept. */
  | { readonly status: 'ongeldig'; readonly plaats: string }
  | { readonly status: 'geen-partner' }

/** Named limit: so many in one batch. */
export const maxSignalen = 500

export interface VroegontvangstDelen {
  readonly store: Pick<VroegsignaalStore, 'partners' | 'ontvang'>
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
}

/**
 * What comes back says nothing about the person: whether they live there, or are known, is for nobody but the municipality.
 * @param bron Whose signature was checked.
 */
export function openVroegontvangst(delen: VroegontvangstDelen) {
  const { store, nu } = delen
  return {
    async ontvang(bron: string, gegeven: unknown): Promise<Vroegontvangst> {
      const partner = (await store.partners()).find((een) => een.bron === bron)
      if (partner === undefined) return { status: 'geen-partner' }
      const lijst: readonly unknown[] = Array.isArray(gegeven) ? gegeven : [gegeven]
      if (lijst.length > maxSignalen) return { status: 'ongeldig', plaats: '' }
      const op = nu()
      const signalen: VroegsignaalRij[] = []
      const weg: Buffer[] = []
      const geweigerd: Geweigerd[] = []
      for (const [i, een] of lijst.entries()) {
        const gelezen = leesSignaal(partner, een)
        if (gelezen === undefined) return { status: 'ongeldig', plaats: `/${i}` }
        if (gelezen.wat === 'geweigerd') {
          const { id, reden, veld } = gelezen
          geweigerd.push({ id, reden, ...(veld !== undefined && { veld }) })
        } else if (gelezen.wat === 'ingetrokken') weg.push(signaalsleutel(bron, gelezen.intrekt))
        else {
          if (gelezen.vervangt !== undefined) weg.push(signaalsleutel(bron, gelezen.vervangt))
          signalen.push(rijVan(delen, partner, op, gelezen))
        }
      }
      const uitkomst = await store.ontvang({
        ...{ bron, signalen, weg, op },
        tellingen: (wat) => tel(partner, op, wat, geweigerd.length),
      })
      return {
        status: 'ontvangen',
        nieuw: uitkomst.nieuw.length,
        dubbel: uitkomst.dubbel,
        ingetrokken: uitkomst.ingetrokken,
        geweigerd,
      }
    },
  }
}

function rijVan(
  { ring, toeval }: VroegontvangstDelen,
  { bron, organisatie }: Signaalpartner,
  op: Date,
  { id: hun, inhoud }: Extract<ReturnType<typeof leesSignaal>, { wat: 'achterstand' }>,
): VroegsignaalRij {
  const id = maakUuid7(op, toeval)
  const { kid, cijfer } = sluitSignaal({ ring, toeval }, id, inhoud)
  return {
    id,
    bron,
    sleutel: signaalsleutel(bron, hun),
    organisatie,
    soort: inhoud.soort,
    ontvangen: op,
    wisVanaf: wisVanaf('te-doen', datumOp(op, zone)),
    kid,
    cijfer,
  }
}

function tel(
  { organisatie, soort }: Signaalpartner,
  op: Date,
  { nieuw, ingetrokken }: Ontvangen,
  geweigerd: number,
): readonly Telling[] {
  const maand = eersteVanMaand(op)
  const rijen = [
    ['binnen', nieuw.length],
    ['geweigerd', geweigerd],
    ['ingetrokken', ingetrokken],
  ] as const
  return rijen.flatMap(([wat, aantal]) => (aantal === 0 ? [] : [{ organisatie, soort, maand, wat, aantal }]))
}

/** What goes in the one message: everything there is to tell somebody at this moment, or nothing. Pure. */

import type { Contactgronden } from '../../corpus/index.ts'
import type { Datum } from '../../kalender/index.ts'
import type { Berichtinhoud } from '../../kanalen/index.ts'
import { grondVan, type Ontvanger, planContact } from './contact.ts'
import type { Levensloopsoort } from './gebeurtenis.ts'
import type { Aanleiding, Signaal, Signaalsoort } from './signaal.ts'
import type { Tijdreden } from './tijdreden.ts'

/** One line of a message: what may have changed, or that what was told is not so after all. */
export interface Kansregel {
  readonly regeling: string
  readonly wat: Signaalsoort | 'hersteld'
}

export type Kansreden = Levensloopsoort | 'tijd' | 'wet' | Tijdreden

/** What a message is made of: about what, and why now. Never an amount: that is on their own page, with its doubts. */
export interface Kansnieuws {
  readonly regels: readonly Kansregel[]
  readonly waardoor: readonly Kansreden[]
  /** When they asked to be told. */
  readonly sinds: Datum
  /** Where they live, as far as known: whose municipality decides. */
  readonly gebied: string | undefined
}

/** In every language of the house. */
export type Kansopsteller = (nieuws: Kansnieuws) => Berichtinhoud

/** A signal that is kept, with whether a message or a person told them of it. */
export interface Kenbaar extends Signaal {
  readonly id: string
  readonly isVerteldDoorMens: boolean
}

export interface Vertelling {
  /** Everything in one message; empty: none goes out now. */
  readonly bericht: readonly Kenbaar[]
  /** A person looks first, or tells that it is not so after all. */
  readonly mens: readonly Kenbaar[]
  /** New things wait until this moment, to come together. */
  readonly wacht: Date | undefined
}

/** Named limit: after somebody heard of something new, the next waits so long, and comes in one message. */
export const rustMs = 24 * 3_600_000

export interface Vertelvraag {
  /** Open ones, and those that turned out not to be so after they were told. */
  readonly signalen: readonly Kenbaar[]
  readonly ontvanger: Ontvanger
  readonly gronden: Contactgronden
  /** When they last heard of something new. */
  readonly laatst: Date | undefined
  readonly nu: Date
}

/**
 * That something told is not so after all is told at once, and takes along what waits. Where that came in the place of
 * it, the new line says so by itself.
 */
export function vertel({ signalen, ontvanger, gronden, laatst, nu }: Vertelvraag): Vertelling {
  const plan = planContact(signalen, ontvanger, gronden)
  const nieuw = signalen.filter((een) => plan.bericht.some((ander) => ander === een))
  const gezien = signalen.filter((een) => plan.mens.some((ander) => ander === een))
  const terug = signalen.filter(({ stand }) => stand === 'hersteld')
  const door = (een: Kenbaar) =>
    een.isVerteldDoorMens || grondVan(gronden, een.regeling).wijze === 'alleen-mens'
  // What stopped the first message stops this one; only «not for me» and «I have it» say nothing about a mistake of ours.
  const magNiet = ontvanger.isOverleden || ontvanger.isAfgemeld
  const magNietPerBericht = magNiet || ontvanger.geheimhouding !== 'nee'
  const herstel = magNietPerBericht ? [] : terug.filter((een) => !door(een))
  const tot = laatst === undefined ? undefined : new Date(laatst.getTime() + rustMs)
  const wacht = tot !== undefined && tot > nu && nieuw.length > 0 && herstel.length === 0 ? tot : undefined
  return {
    bericht: wacht === undefined ? [...nieuw, ...herstel] : [],
    mens: [...gezien, ...(magNiet ? [] : terug.filter(door))],
    wacht,
  }
}

/** One line per scheme: what is so now, or that what was told is not so. */
export function nieuwsVan(
  bericht: readonly Kenbaar[],
  wie: Pick<Kansnieuws, 'sinds' | 'gebied'>,
): Kansnieuws {
  const opNaam = bericht.toSorted((a, b) => (a.regeling < b.regeling ? -1 : 1))
  const nieuw = opNaam.filter(({ stand }) => stand !== 'hersteld')
  const vervangen = new Set(nieuw.map(({ regeling }) => regeling))
  const terug = opNaam.filter(({ stand, regeling }) => stand === 'hersteld' && !vervangen.has(regeling))
  return {
    regels: [
      ...nieuw.map(({ regeling, soort }) => ({ regeling, wat: soort })),
      ...[...new Set(terug.map(({ regeling }) => regeling))].map(
        (regeling) => ({ regeling, wat: 'hersteld' }) as const,
      ),
    ],
    waardoor: [
      ...new Map(
        bericht
          .flatMap(({ aanleidingen }) => aanleidingen.map(redenUit))
          .map((een) => [JSON.stringify(een), een]),
      ).values(),
    ],
    ...wie,
  }
}

function redenUit(een: Aanleiding): Kansreden {
  return een.soort === 'tijd' ? (een.door ?? 'tijd') : een.soort
}

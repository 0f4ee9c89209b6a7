/**
 * Asks other pools along for who waits too long, and keeps those queues in step. Every step may be taken twice and by
 * any node: what must be so follows from the call as it stands written, and what a node left is mended each minute.
 */
import { type Oproep, type OproepStore, poolVan } from './dienst-store.ts'
import type { Beller, Plek, Wachtrij } from './wachtrij.ts'
import type { Wachtrijen } from './wachtrijen.ts'

export interface Elderszoeker {
  /** Puts them in the queues that are looked at by now as well. */
  readonly zoek: (pool: string, beller: Beller) => Promise<void>
  /** After something became of a call: who keeps a place for it, who rings for nobody else, who lets go. */
  readonly stemAf: (oproep: Oproep) => Promise<void>
  /** Another pool was ahead: `opnieuw` when that turns out to be over, otherwise they stand at their place again. */
  readonly geefTerug: (pool: string, plek: Plek, oproep: Oproep) => Promise<'opnieuw' | 'klaar'>
  /** Everything in that queue which a node that stopped may have left. */
  readonly herstel: (pool: string, stand: Wachtrij) => Promise<void>
}

export function createElderszoeker({
  wachtrijen,
  oproepen,
}: {
  readonly wachtrijen: Wachtrijen
  readonly oproepen: Pick<OproepStore, 'vind' | 'zoektOok' | 'maakLos'>
}): Elderszoeker {
  const zoek: Elderszoeker['zoek'] = async (pool, beller) => {
    const { id, klasse, namens, vraag, aankomstMs, stap, eigenPlek, ruimer = [], toezegging } = beller
    if (klasse !== 'lijn' || toezegging !== undefined) return
    for (const { pool: ander, vanafStap } of ruimer) {
      if (vanafStap > stap) continue
      // Written first: who finds the call there has to know whose it is.
      if (!(await oproepen.zoektOok(id, ander))) return
      await wachtrijen.doe(ander, {
        ...{ soort: 'bel', beller: id, klasse, namens, vraag },
        van: { pool, aankomstMs, stap },
        ...(eigenPlek !== undefined && { eigenPlek }),
      })
    }
  }

  const maakVrij = async (pool: string, beller: string): Promise<void> => {
    const plekken = (await wachtrijen.lees(pool))?.plekken
    const plek = plekken?.find(({ gesprek }) => gesprek?.beller.id === beller)?.id
    if (plek !== undefined) await wachtrijen.doe(pool, { soort: 'rond-af', plek, daarna: 'vrij', beller })
  }

  const stemAf: Elderszoeker['stemAf'] = async (van) => {
    if (van.ook.length === 0) return
    const oproep = (await oproepen.vind(van.beller)) ?? van
    const { beller, pool, ook, verbondenMs, opgenomenMs, afloop } = oproep
    const bij = verbondenMs === undefined ? undefined : poolVan(oproep)
    const isKlaar = afloop !== undefined || opgenomenMs !== undefined
    const thuis = await wachtrijen.lees(pool)
    const wacht = thuis?.wachtenden.find(({ id }) => id === beller)
    // Where they called a time was promised, or they are there no more.
    const blijftThuis = bij !== pool && (wacht === undefined || wacht.toezegging !== undefined)
    for (const een of new Set([pool, ...ook])) {
      if (een === bij) {
        // Hung up while it rang.
        if (afloop !== undefined && opgenomenMs === undefined) await maakVrij(een, beller)
        continue
      }
      if (isKlaar || (een !== pool && bij === undefined && blijftThuis))
        await wachtrijen.doe(een, { soort: 'laat-los', beller })
      else await wachtrijen.doe(een, { soort: 'zet-elders', beller, isElders: bij !== undefined })
    }
  }

  const geefTerug: Elderszoeker['geefTerug'] = async (pool, plek, oproep) => {
    const { beller, verbondenMs } = oproep
    const daar = (await wachtrijen.lees(poolVan(oproep)))?.plekken
    const isDaar = daar?.some(
      ({ gesprek }) => gesprek?.beller.id === beller && gesprek.beginMs === verbondenMs,
    )
    if (isDaar !== true && verbondenMs !== undefined) {
      await oproepen.maakLos(beller, verbondenMs)
      return 'opnieuw'
    }
    await wachtrijen.doe(pool, { soort: 'neem-terug', plek: plek.id, beller })
    await stemAf(oproep)
    return 'klaar'
  }

  return {
    zoek,
    stemAf,
    geefTerug,
    async herstel(pool, { wachtenden }) {
      for (const beller of wachtenden) {
        if (beller.klasse !== 'lijn') continue
        if (beller.van === undefined && beller.stap > 0) await zoek(pool, beller)
        if (beller.van === undefined && beller.isElders === undefined) continue
        const oproep = await oproepen.vind(beller.id)
        if (oproep !== undefined) await stemAf(oproep)
        else await wachtrijen.doe(pool, { soort: 'laat-los', beller: beller.id })
      }
    },
  }
}

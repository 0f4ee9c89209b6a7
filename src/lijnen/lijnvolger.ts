/**
 * From what the queue decided to calls, and from what became of those back to the queue. Every step may be taken twice
 * and by any node: a call has the id that was written first, and the queue refuses what is about a call that is over.
 */

import type { Audit } from '../audit/index.ts'
import type { Toeval } from '../domain/index.ts'
import {
  type Dienst,
  type DienstStore,
  type Lijnwerker,
  type Nieuweoproep,
  type Oproep,
  type Oproepafloop,
  type OproepStore,
  poolVan,
} from './dienst-store.ts'
import { BELLER_WEG_MS, LEVEND_MS, OPNEEM_MS } from './diensttermijnen.ts'
import { createElderszoeker } from './elderszoeker.ts'
import { type Belgesprek, type Deelnemer, isVanMedewerker, naTijd } from './gesprek/belgesprek.ts'
import type { Belantwoord, Gesprekken, InGesprek } from './gesprekken.ts'
import { dienstbewijs, nagekomenbewijs } from './lijnbewijs.ts'
import { CENTRALE_WEG_MS, isPubliek } from './publieklijn.ts'
import type { Voorval } from './voorval.ts'
import type { Plek, Wachtrij } from './wachtrij.ts'
import type { Gedaan, Wachtrijen } from './wachtrijen.ts'
import type { ZichtStore } from './zicht-store.ts'

export interface Volger {
  /** While somebody calls: when somebody is free at once, that they are put through is written with it. */
  readonly begin: (oproep: Nieuweoproep, bel: () => Promise<Gedaan>) => Promise<Gedaan>
  readonly na: (pool: string, voorvallen: readonly Voorval[], stand: Wachtrij) => Promise<void>
  /** After each change of a call: for whom it is news. `undefined`: it came of no line. */
  readonly naGesprek: (
    gesprek: Belgesprek,
  ) => Promise<{ readonly beller: string; readonly plek?: string } | undefined>
  readonly belTerug: (wie: Lijnwerker) => Promise<Belantwoord<InGesprek>>
  readonly verlaat: (oproep: Oproep) => Promise<void>
  readonly meldAf: (dienst: Dienst) => Promise<void>
  /** `gehoordMs`: nobody is gone who was not heard, as long as they could not say that they are there. */
  readonly ronde: (
    pool: string,
    hoe: { readonly isRondom: boolean; readonly gehoordMs: number },
  ) => Promise<void>
}

export interface Volgdelen {
  readonly wachtrijen: Wachtrijen
  readonly diensten: DienstStore
  readonly oproepen: OproepStore
  readonly gesprekken: Pick<Gesprekken, 'bel' | 'gaWeg'>
  readonly verzegel: Audit['verzegel']
  readonly vindGesprek: (id: string) => Promise<Belgesprek | undefined>
  readonly zicht: ZichtStore
  readonly nu: () => Date
  readonly toeval: Toeval
}

export function createVolger({
  wachtrijen,
  diensten,
  oproepen,
  gesprekken,
  vindGesprek,
  zicht,
  verzegel,
  nu,
  toeval,
}: Volgdelen): Volger {
  const nuMs = () => nu().getTime()
  /** Calls that begin here now: that it rings is no news for the queue that chose it. */
  const begonnen = new Set<string>()
  const elders = createElderszoeker({ wachtrijen, oproepen })

  /** Put through in the write by which they called. */
  const alVerbonden = new Map<string, Nieuweoproep>()

  /** Somebody is put through: it begins to ring, or somebody is asked to call back. */
  const verbind = async (pool: string, plek: Plek): Promise<void> => {
    if (plek.gesprek === undefined) return
    if (plek.gesprek.beller.klasse === 'publiek') return volgPubliek(pool, plek)
    const { beller, beginMs } = plek.gesprek
    const al = alVerbonden.get(beller.id)
    alVerbonden.delete(beller.id)
    const dienst = await diensten.bijPlek(plek.id)
    if (dienst === undefined) {
      if (al !== undefined) await oproepen.maakLos(beller.id, beginMs)
      return verlos(pool, plek)
    }
    const gesprek = al?.gesprek ?? Buffer.from(toeval(16)).toString('base64url')
    const oproep =
      al === undefined
        ? await oproepen.verbind(beller.id, { pool, gesprek, verbondenMs: beginMs })
        : { ...al, verbondenMs: beginMs, verbondenPool: pool, ook: [] }
    if (oproep?.gesprek === undefined) {
      await wachtrijen.doe(pool, { soort: 'rond-af', plek: plek.id, daarna: 'vrij', beller: beller.id })
      return
    }
    if (poolVan(oproep) !== pool) {
      if ((await elders.geefTerug(pool, plek, oproep)) === 'opnieuw') await verbind(pool, plek)
      return
    }
    await elders.stemAf(oproep)
    // Whoever calls back begins the call: nobody is rung for somebody who is not there yet.
    if (beller.toezegging !== undefined) return
    // Of an id that was made just now there is no call yet.
    if (oproep.gesprek !== gesprek && (await vindGesprek(oproep.gesprek)) !== undefined) return
    begonnen.add(oproep.gesprek)
    await gesprekken.bel(alsBeller(oproep), {
      ...{ organisatie: dienst.organisatie, medewerker: dienst.medewerker, id: oproep.gesprek },
    })
    begonnen.delete(oproep.gesprek)
  }

  /**
   * The telephone exchange puts the public through, and says how that went. Who hung up at that very moment is told of by it
   * no more: whoever was to answer comes free.
   */
  const volgPubliek = async (pool: string, { id: plek, gesprek }: Plek): Promise<void> => {
    const oproep = gesprek && (await oproepen.vind(gesprek.beller.id))
    if (oproep?.afloop === undefined) return
    const daarna = oproep.opgenomenMs === undefined ? 'vrij' : 'nawerk'
    await wachtrijen.doe(pool, { soort: 'rond-af', plek, daarna, beller: oproep.beller })
  }

  /** Nobody is there any more: the caller goes back to their place. */
  const verlos = async (pool: string, plek: Plek): Promise<void> => {
    const beller = plek.gesprek?.beller.id
    if (beller !== undefined) await wachtrijen.doe(pool, { soort: 'niet-opgenomen', plek: plek.id, beller })
    await wachtrijen.doe(pool, { soort: 'meld-af', plek: plek.id })
  }

  const nietOpgenomen = async (
    oproep: Oproep,
    plek: Plek,
    gesprek: Belgesprek | undefined,
  ): Promise<void> => {
    const { beller } = oproep
    const pool = poolVan(oproep)
    await wachtrijen.doe(pool, { soort: 'niet-opgenomen', plek: plek.id, beller })
    if (oproep.verbondenMs !== undefined) await oproepen.maakLos(beller, oproep.verbondenMs)
    const eigen = gesprek && deelnemerVan(gesprek, oproep)
    await elders.stemAf(oproep)
    if (gesprek && eigen) await gesprekken.gaWeg({ gesprek, deelnemer: eigen.id })
  }

  const rondAf = async (
    oproep: Oproep,
    plek: Plek,
    { daarna, afloop }: { readonly daarna: 'vrij' | 'nawerk'; readonly afloop: Oproepafloop },
  ): Promise<void> => {
    const { beller } = oproep
    const sluit = { beller, afloop, op: nu() }
    const opdracht = { soort: 'rond-af', plek: plek.id, daarna, beller } as const
    // It is over also when the queue knew that already.
    const gedaan = await wachtrijen.doe(poolVan(oproep), opdracht, { sluit })
    if (gedaan.soort !== 'ok') await oproepen.sluit(beller, afloop, sluit.op)
    await elders.stemAf(oproep)
  }

  /** What became of it so far, and what that means for the queue. */
  const volgGesprek = async (
    oproep: Oproep,
    plek: Plek,
    { gesprek, dienst: bekend }: { readonly gesprek: Belgesprek; readonly dienst: Dienst | undefined },
  ): Promise<void> => {
    const dienst = bekend?.plek === plek.id ? bekend : await diensten.bijPlek(plek.id)
    const neemt = dienst && deelnemerVan(gesprek, dienst)
    const belt = deelnemerVan(gesprek, oproep)
    if (dienst === undefined || neemt === undefined || belt === undefined) return
    const isTerug = plek.gesprek?.beller.toezegging !== undefined
    switch (neemt.stand) {
      case 'gaat-over':
        return isTeLaat(plek, neemt.sindsMs) ? nietOpgenomen(oproep, plek, gesprek) : undefined
      case 'in-gesprek':
        await neemtOp(oproep, plek, dienst, neemt.sindsMs)
        return elders.stemAf(oproep)
      case 'geweigerd':
      // Said of a telephone or a guest alone.
      case 'niet-bereikt':
      case 'weggehaald':
        return nietOpgenomen(oproep, plek, gesprek)
      case 'niet-opgenomen':
        // Who hung up while it rang has nobody to wait for.
        return belt.stand === 'weg'
          ? rondAf(oproep, plek, { daarna: 'vrij', afloop: 'verlaten' })
          : nietOpgenomen(oproep, plek, gesprek)
      case 'weg': {
        // They spoke, and hung up before it was seen that they answered.
        if (oproep.opgenomenMs === undefined) await neemtOp(oproep, plek, dienst, neemt.sindsMs)
        const isGesproken = !isTerug || belt.stand === 'in-gesprek' || belt.stand === 'weg'
        return rondAf(oproep, plek, {
          daarna: 'nawerk',
          afloop: isGesproken ? 'gesproken' : 'niet-bereikt',
        })
      }
      default:
        return neemt.stand satisfies never
    }
  }

  /** Somebody was heard, by which a promise is kept. */
  const neemtOp = (
    { beller }: Oproep,
    { id, gesprek }: Plek,
    { organisatie }: Dienst,
    opMs: number,
  ): Promise<void> => {
    const bewijs = gesprek && nagekomenbewijs(gesprek, organisatie, opMs)
    return oproepen.neemtOp(beller, id, { opMs, bewijzen: bewijs === undefined ? [] : [verzegel(bewijs)] })
  }

  /** `sindsMs`: it rang later than the queue chose, because a node stopped in between. */
  const isTeLaat = ({ gesprek }: Plek, sindsMs = 0) =>
    gesprek !== undefined && nuMs() >= Math.max(gesprek.beginMs, sindsMs) + OPNEEM_MS

  const kijkBij = async (pool: string, plek: Plek): Promise<void> => {
    if (plek.gesprek?.beller.klasse === 'publiek') return volgPubliek(pool, plek)
    const beller = plek.gesprek?.beller.id
    const oproep = beller === undefined ? undefined : await oproepen.vind(beller)
    if (oproep === undefined) return
    if (!isHier(oproep, pool, plek)) return verbind(pool, plek)
    const gesprek = oproep.gesprek === undefined ? undefined : await vindGesprek(oproep.gesprek)
    if (gesprek !== undefined)
      return volgGesprek(oproep, plek, { gesprek: naTijd(gesprek, nuMs()), dienst: undefined })
    // Whom they had to call back and did not. Anybody else it never rang at: it rings now.
    const moestTerug = plek.gesprek?.beller.toezegging !== undefined
    return moestTerug && isTeLaat(plek) ? nietOpgenomen(oproep, plek, undefined) : verbind(pool, plek)
  }

  const laatVerlopen = async (pool: string): Promise<void> => {
    for (const dienst of await diensten.verlopen(pool, nu())) {
      const plek = (await wachtrijen.lees(pool))?.plekken.find(({ id }) => id === dienst.plek)
      const oproep = plek?.gesprek && (await oproepen.vind(plek.gesprek.beller.id))
      const isInGesprek =
        plek !== undefined &&
        oproep?.opgenomenMs !== undefined &&
        (isPubliek(oproep) || isHier(oproep, pool, plek))
      // In a call one is there, whatever page is open.
      if (isInGesprek) await diensten.verleng(dienst.plek, new Date(nuMs() + LEVEND_MS))
      else await meldAf(dienst)
    }
  }

  const laatGaan = async (pool: string, gehoordMs: number): Promise<void> => {
    const stand = await wachtrijen.lees(pool)
    for (const oproep of await oproepen.openIn(pool)) {
      const wegMs = isPubliek(oproep) ? CENTRALE_WEG_MS : BELLER_WEG_MS
      if (oproep.geldigTotMs > nuMs() || gehoordMs < wegMs) continue
      const wacht = stand?.wachtenden.find(({ id }) => id === oproep.beller)
      const isBeloofd = stand?.afgesproken.some(({ id }) => id === oproep.beller) === true
      const bij = await plekVan(oproep)
      // Of an exchange that says nothing any more is not known whether anybody talks still.
      if (!isPubliek(oproep) && (isBeloofd || bij !== undefined || wacht?.toezegging !== undefined))
        await oproepen.verleng(oproep.beller, new Date(nuMs() + LEVEND_MS))
      else await verlaat(oproep)
    }
  }

  /** Where they are put through. */
  const plekVan = async (oproep: Oproep): Promise<Plek | undefined> =>
    (await wachtrijen.lees(poolVan(oproep)))?.plekken.find(
      ({ gesprek }) => gesprek?.beller.id === oproep.beller,
    )

  const verlaat = async (oproep: Oproep): Promise<void> => {
    const { pool, beller, gesprek: id, ook } = oproep
    const weg = await wachtrijen.doe(pool, { soort: 'verlaat', beller })
    if (weg.soort === 'druk') return
    const gesprek = id === undefined ? undefined : await vindGesprek(id)
    const eigen = gesprek && deelnemerVan(gesprek, oproep)
    const wachtNiet = weg.soort === 'geweigerd' || poolVan(oproep) !== pool
    if (wachtNiet && gesprek && eigen?.stand === 'in-gesprek')
      return gesprekken.gaWeg({ gesprek, deelnemer: eigen.id })
    const plek = await plekVan(oproep)
    const heeftGesproken = isPubliek(oproep) && oproep.opgenomenMs !== undefined
    const afloop = heeftGesproken ? 'gesproken' : 'verlaten'
    if (plek !== undefined)
      return rondAf(oproep, plek, { daarna: heeftGesproken ? 'nawerk' : 'vrij', afloop })
    await oproepen.sluit(beller, afloop, nu())
    if (ook.length > 0) await elders.stemAf(oproep)
  }

  const meldAf = async (dienst: Dienst): Promise<void> => {
    const { pool, plek: id } = dienst
    const plek = (await wachtrijen.lees(pool))?.plekken.find((een) => een.id === id)
    const oproep = plek?.gesprek && (await oproepen.vind(plek.gesprek.beller.id))
    if (plek && oproep && oproep.opgenomenMs === undefined && poolVan(oproep) === pool)
      await nietOpgenomen(
        oproep,
        plek,
        oproep.gesprek === undefined ? undefined : await vindGesprek(oproep.gesprek),
      )
    const weg = await wachtrijen.doe(pool, { soort: 'meld-af', plek: id })
    if (weg.soort !== 'druk') await diensten.eindig(id, verzegel(dienstbewijs(dienst, 'geeindigd', nu())))
  }

  /** What happened in one queue, for the others in which the caller stands. */
  const volgElders = async (pool: string, inhoud: Voorval['inhoud'], stand: Wachtrij): Promise<void> => {
    if (inhoud.soort === 'verruimd' || inhoud.soort === 'aangekomen') {
      const id = inhoud.soort === 'verruimd' ? inhoud.beller : inhoud.beller.id
      const beller = stand.wachtenden.find((een) => een.id === id)
      if (beller !== undefined && beller.stap > 0) await elders.zoek(pool, beller)
    }
    if (inhoud.soort !== 'toegezegd' && (inhoud.soort !== 'weg' || inhoud.waarom === 'elders')) return
    const oproep = await oproepen.vind(inhoud.beller)
    if (oproep !== undefined) await elders.stemAf(oproep)
  }

  return {
    async begin(oproep, bel) {
      const { beller } = oproep
      alVerbonden.set(beller, oproep)
      const gedaan = await bel()
      const isVerbonden =
        gedaan.soort === 'ok' && gedaan.stand.plekken.some((plek) => plek.gesprek?.beller.id === beller)
      if (!isVerbonden) alVerbonden.delete(beller)
      return gedaan
    },
    async na(pool, voorvallen, stand) {
      for (const { inhoud } of voorvallen) {
        if (inhoud.soort === 'verbonden') {
          const plek = stand.plekken.find(({ id }) => id === inhoud.plek)
          // Of what was decided at once only the last holds.
          if (plek?.gesprek?.beller.id === inhoud.beller) await verbind(pool, plek)
        }
        if (inhoud.soort === 'weg' && inhoud.waarom !== 'elders') {
          const afloop = inhoud.waarom === 'geen-tijd' ? 'geen-tijd' : 'verlaten'
          await oproepen.sluit(inhoud.beller, afloop, nu())
        }
        await volgElders(pool, inhoud, stand)
      }
    },
    async naGesprek(gesprek) {
      if (begonnen.delete(gesprek.id) && gesprek.nr === 1) return undefined
      const { oproep, wachtrij, dienst } = (await zicht.vanGesprek(gesprek.id)) ?? {}
      if (oproep === undefined) return undefined
      const { beller } = oproep
      if (oproep.afloop !== undefined) return { beller }
      const plek = wachtrij?.plekken.find((een) => een.gesprek?.beller.id === beller)
      if (plek !== undefined && plek.gesprek?.beginMs === oproep.verbondenMs)
        await volgGesprek(oproep, plek, { gesprek: naTijd(gesprek, nuMs()), dienst })
      // Whoever answered signed off in the middle of it.
      else if (plek === undefined && gesprek.beeindigdMs !== undefined && oproep.opgenomenMs !== undefined)
        await oproepen.sluit(beller, 'gesproken', nu())
      // When it ended their place changes in the queue, and that tells them by itself.
      const hoort = plek !== undefined && gesprek.beeindigdMs === undefined
      return { beller, ...(hoort && { plek: plek.id }) }
    },
    async belTerug(wie) {
      const niet = { status: 'geweigerd', reden: 'niet-gevonden' } as const
      const dienst = await diensten.vind(wie)
      const plek =
        dienst && (await wachtrijen.lees(dienst.pool))?.plekken.find(({ id }) => id === dienst.plek)
      const beller = plek?.gesprek?.beller
      const oproep = beller?.toezegging === undefined ? undefined : await oproepen.vind(beller.id)
      if (dienst === undefined || oproep?.gesprek === undefined) return niet
      return gesprekken.bel(alsBeller(dienst), {
        ...{ organisatie: oproep.organisatie, medewerker: oproep.medewerker, id: oproep.gesprek },
      })
    },
    verlaat,
    meldAf,
    async ronde(pool, { isRondom, gehoordMs }) {
      if (gehoordMs >= LEVEND_MS) await laatVerlopen(pool)
      await laatGaan(pool, gehoordMs)
      await wachtrijen.doe(pool, { soort: 'klok' })
      const stand = await wachtrijen.lees(pool)
      if (isRondom && stand !== undefined) await elders.herstel(pool, stand)
      for (const plek of stand?.plekken ?? [])
        if (plek.gesprek !== undefined && (isRondom || isTeLaat(plek))) await kijkBij(pool, plek)
    },
  }
}

/** Which chain case it is about stands with the caller, and in no call that rings at who may not see it. */
function alsBeller({ medewerker, organisatie, naam }: Lijnwerker) {
  return { medewerker, organisatie, naam, magZaak: async () => false }
}

function deelnemerVan({ deelnemers }: Belgesprek, wie: Lijnwerker): Deelnemer | undefined {
  return deelnemers.find((een) => isVanMedewerker(een, wie.organisatie, wie.medewerker))
}

/** It is this place of this pool that has the call. */
function isHier(oproep: Oproep, pool: string, { gesprek }: Plek): boolean {
  return oproep.verbondenMs === gesprek?.beginMs && poolVan(oproep) === pool
}

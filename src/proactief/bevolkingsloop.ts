/** The whole country in the background: one run at a time, with the time that is left, stopped and taken up again. */
import type { GeladenCorpus } from '../corpus/index.ts'
import { maakOpdrachtInBeurten } from './bevolking/doorrekening.ts'
import { perGemeente } from './bevolking/gemeentetelling.ts'
import { rekenDoor } from './bevolking/loop.ts'
import { loopmerk } from './bevolking/stukkenbestand.ts'
import type { Bevolkingsloop, BevolkingsloopStore, Loopbeurt, Loopvraag } from './bevolkingsloop-store.ts'
import { type Gebruiksbeeld, gebruiksbeeld } from './gebruikmodel.ts'

/** Named limits: so long may a run be silent before another node takes it; so many runs are listed. */
export const STIL_MS = 60_000
const HOOGSTENS = 10
const DAG_MS = 86_400_000

export interface Uitgekomen {
  readonly loop: Bevolkingsloop
  readonly merk: string
  readonly beeld: Gebruiksbeeld
}

export interface Bevolkingsloper {
  vraag(vraag: Omit<Loopvraag, 'id'>): Promise<'ok' | 'bezet'>
  stop(id: string): Promise<boolean>
  hervat(id: string): Promise<'ok' | 'bezet' | 'niet'>
  lijst(): Promise<readonly Bevolkingsloop[]>
  /** Of the newest run that is done. */
  laatste(): Promise<Uitgekomen | undefined>
  /** Takes a run, if there is one, and works it out; answers with how it ended. */
  werk(stop?: AbortSignal, bij?: (loop: Voortgang) => void): Promise<'niets' | 'klaar' | 'gestopt' | 'kwijt'>
}

export interface Voortgang {
  readonly gedaan: number
  readonly stukken: number
  readonly nogMs: number | undefined
}

export interface Loperbronnen {
  readonly store: BevolkingsloopStore
  readonly corpus: () => Pick<GeladenCorpus, 'engine'>
  readonly nu: () => Date
  readonly nieuwId: () => string
  readonly draden: number
}

export function openBevolkingsloper(bronnen: Loperbronnen): Bevolkingsloper {
  const { store, nu, nieuwId } = bronnen
  // An outcome never changes: what was worked out of it may be kept as long as it is the newest.
  let bewaard: { readonly merk: string; readonly zaad: number; readonly beeld: Gebruiksbeeld } | undefined
  return {
    vraag: (v) => store.vraag({ ...v, id: nieuwId() }, nu()),
    stop: (id) => store.stop(id, nu()),
    hervat: (id) => store.hervat(id, nu()),
    lijst: () => store.lijst(HOOGSTENS),
    async laatste() {
      const loop = (await store.lijst(HOOGSTENS)).find((l) => l.stand === 'klaar' && l.merk !== undefined)
      const merk = loop?.merk
      if (loop === undefined || merk === undefined) return undefined
      if (bewaard?.merk !== merk || bewaard.zaad !== loop.zaad) {
        const uitkomst = await store.uitkomst(merk)
        if (uitkomst === undefined) return undefined
        bewaard = { merk, zaad: loop.zaad, beeld: gebruiksbeeld(uitkomst, loop.zaad) }
      }
      return { loop, merk, beeld: bewaard.beeld }
    },
    async werk(stop, bij) {
      const op = nu()
      const beurt = await store.neem(op, new Date(op.getTime() - STIL_MS))
      if (beurt === undefined) return 'niets'
      try {
        return await werkUit(bronnen, beurt, stop, bij)
      } catch (fout) {
        await store.zet(beurt, 'mislukt', nu())
        throw fout
      }
    },
  }
}

async function werkUit(
  { store, corpus, nu, draden }: Loperbronnen,
  beurt: Loopbeurt,
  stop: AbortSignal | undefined,
  bij: ((loop: Voortgang) => void) | undefined,
): Promise<'klaar' | 'gestopt' | 'kwijt'> {
  const { datum, zaad, huishoudens } = beurt.loop
  const dag = Date.parse(`${datum}T00:00:00Z`) / DAG_MS
  const opdracht = await maakOpdrachtInBeurten(corpus().engine, dag, {
    ...{ datum, zaad },
    ...(huishoudens !== undefined && { huishoudens }),
  })
  const merk = loopmerk(opdracht)
  const einde = new AbortController()
  let einder: 'gestopt' | 'kwijt' = 'gestopt'
  const schrijf = async (geschreven: Promise<'ok' | 'stop' | 'kwijt'>): Promise<void> => {
    const uit = await geschreven
    if (uit === 'ok') return
    if (uit === 'kwijt') einder = 'kwijt'
    einde.abort()
  }
  await schrijf(store.begin(beurt, merk, opdracht.stukken.length, nu()))
  const al = await store.uitkomst(merk)
  if (al !== undefined && !einde.signal.aborted) {
    const uit = await store.rondAf(beurt, al, nu())
    return uit === 'kwijt' ? 'kwijt' : 'klaar'
  }
  let stand: Voortgang = { gedaan: 0, stukken: opdracht.stukken.length, nogMs: undefined }
  let bewaard = 0
  const uit = await rekenDoor(opdracht, {
    draden,
    stop: AbortSignal.any([einde.signal, ...(stop ? [stop] : [])]),
    store: {
      async gedaan() {
        const al = await store.gedaan(beurt)
        bewaard = al.length
        return al
      },
      bewaar: (stuk) => schrijf(store.bewaar(beurt, stuk, { ...stand, gedaan: ++bewaard }, nu())),
    },
    voortgang: ({ gedaan, stukken, nogMs }) => {
      stand = { gedaan, stukken, nogMs }
      bij?.(stand)
    },
  })
  if (!uit.heel) {
    // Of a node that closes, any other takes it up by itself.
    if (einder === 'gestopt') await store.zet(beurt, einde.signal.aborted ? 'gestopt' : 'wacht', nu())
    return einder
  }
  const klaar = await store.rondAf(beurt, perGemeente(opdracht, uit.uitkomsten), nu())
  return klaar === 'kwijt' ? 'kwijt' : 'klaar'
}

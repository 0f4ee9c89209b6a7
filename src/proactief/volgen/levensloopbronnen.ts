/** Which sources are connected, and what each still has to be told about whom to follow. */
import {
  type Audit,
  ontzegel,
  type Sleutelring,
  type Verwerkingsbewijs,
  verzegel,
} from '../../audit/index.ts'
import type { PersoonId, Toeval } from '../../domain/index.ts'
import type { MetBsn } from '../../inwoner/index.ts'
import type { Levensloopsoort } from './gebeurtenis.ts'
import {
  type Bronfout,
  type Bronomgeving,
  type Levensloopbron,
  leesLevensloopbron,
} from './levensloopbron.ts'
import type { Aanmelding, Levensloopbronrij, LevensloopbronStore } from './levensloopbron-store.ts'
import { naamBij, volgDoel } from './ontvangst.ts'

export type { MetBsn }

/** The way to what a source keeps of whom it follows. */
export interface Aanmeldweg {
  /** `geen-bsn`: the source cannot know them, and there is nothing to try again. */
  readonly volg: (
    naar: Aanmeldadres,
    wie: { readonly persoon: PersoonId; readonly naam: string; readonly soorten: readonly Levensloopsoort[] },
    bewijs: Verwerkingsbewijs,
  ) => Promise<'ok' | 'geen-bsn' | 'onbekend' | 'wacht'>
  readonly stop: (naar: Aanmeldadres, naam: string) => Promise<'ok' | 'wacht'>
}

export interface Aanmeldadres {
  readonly bron: string
  readonly adres: string
  readonly geheim: string | undefined
}

export interface LevensloopbronOnderdelen extends Bronomgeving {
  readonly store: LevensloopbronStore
  readonly audit: Pick<Audit, 'verzegel'>
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
}

export interface Levensloopbronnen {
  readonly alle: () => Promise<readonly Levensloopbron[]>
  readonly wachtend: LevensloopbronStore['wachtend']
  readonly zet: (
    invoer: unknown,
    geheim?: string,
  ) => Promise<
    { readonly status: 'ok' } | { readonly status: 'ongeldig'; readonly fouten: readonly Bronfout[] }
  >
  readonly sluit: (bron: string) => Promise<boolean>
  readonly wisselSleutel: () => Promise<number>
  /** One batch of those who take part and are not followed yet by a source that came later; 0: nothing was left, or it has enough to hear. */
  readonly vulAan: () => Promise<number>
  /** Tells sources what waits; gives how many were told. */
  readonly meldAan: (delen: Aanmelddelen) => Promise<number>
}

export interface Aanmelddelen {
  readonly weg: Aanmeldweg
  readonly audit: Pick<Audit, 'metVerwerking'>
  /** Between 0 and 1. */
  readonly loting: () => number
}

/** Named limits: so many at once; so long are they of one node; the first pause, and the longest. */
const perKeer = 50
const pachtMs = 60_000
const eersteMs = 5_000
const langsteMs = 3_600_000
/**
 * Named limits: so many get a name at once; so long after a source is connected, when every node knows of it: whoever
 * begins to take part from then on is followed from the start.
 */
const vulPerKeer = 500
const vulNaMs = 15_000

const plek = (bron: string) => ({ tabel: 'levensloop_bron', rij: bron, doel: 'geheim' })

export function openLevensloopbronnen(delen: LevensloopbronOnderdelen): Levensloopbronnen {
  const { store, ring, nu, toeval } = delen
  return {
    alle: async () => (await store.alle()).map(({ geheim: _, sinds: __, ...bron }) => bron),
    wachtend: store.wachtend,

    async zet(invoer, geheim) {
      const gelezen = leesLevensloopbron(invoer, delen)
      if (!gelezen.ok) return { status: 'ongeldig', fouten: gelezen.fouten }
      const { bron } = gelezen
      const zegel =
        geheim === undefined ? {} : { geheim: verzegel(ring, plek(bron.bron), geheim, { toeval }) }
      const op = nu()
      const vanaf = new Date(op.getTime() + vulNaMs)
      await store.zet(bron, { ...zegel, op, vanaf }, regelVan(delen, bron.bron, 'levensloopbron-gezet'))
      return { status: 'ok' }
    },

    sluit: (bron) => store.sluit(bron, regelVan(delen, bron, 'levensloopbron-gesloten')),

    async wisselSleutel() {
      let aantal = 0
      for (const { bron, geheim } of await store.alle()) {
        if (geheim === undefined || geheim.kid === ring.actief()) continue
        await store.herzegel(bron, verzegel(ring, plek(bron), ontzegel(ring, plek(bron), geheim), { toeval }))
        aantal++
      }
      return aantal
    },

    vulAan: () => store.vulAan(nu(), vulPerKeer, (bron, persoon) => naamMetBewijs(delen, bron, persoon)),

    meldAan: (met) => meldAan(delen, met),
  }
}

/** Its name stands on the chain of the installation: which sources speak to it is nobody's secret. */
function regelVan({ audit, nu }: LevensloopbronOnderdelen, bron: string, soort: string) {
  return audit.verzegel({ onderwerp: 'installatie:levensloop', soort, tijd: nu(), codes: { bron } })
}

/** On their own chain: that one more source follows them. */
function naamMetBewijs({ audit, ring, nu }: LevensloopbronOnderdelen, bron: string, persoon: PersoonId) {
  const bewijs = audit.verzegel({
    onderwerp: `persoon:${persoon}`,
    ...{ soort: 'bron-volgt', tijd: nu(), codes: { verwerking: volgDoel, bron } },
  })
  return { wie: naamBij(ring, bron, persoon), bewijs }
}

async function meldAan(delen: LevensloopbronOnderdelen, met: Aanmelddelen): Promise<number> {
  const { store, nu } = delen
  const begin = nu()
  const rijen = await store.pak(begin, new Date(begin.getTime() + pachtMs), perKeer)
  if (rijen.length === 0) return 0
  const bronnen = new Map((await store.alle()).map((rij) => [rij.bron, rij]))
  const uit = await Promise.allSettled(
    rijen.map(async (rij) => {
      const isKlaar = await eenAanmelding(delen, met, bronnen.get(rij.bron), rij)
      if (isKlaar) await store.klaar(rij.nr)
      else await store.later(rij.nr, volgendOp(rij.pogingen, nu(), met.loting()))
      return isKlaar
    }),
  )
  const mis = uit.find((een) => een.status === 'rejected')
  if (mis !== undefined) throw mis.reason
  return uit.filter((een) => een.status === 'fulfilled' && een.value).length
}

/** `true`: there is nothing more to tell. Who stopped meanwhile is told of to nobody. */
async function eenAanmelding(
  { ring }: LevensloopbronOnderdelen,
  { weg, audit }: Aanmelddelen,
  bron: Levensloopbronrij | undefined,
  { wat, persoon, wie: naam }: Aanmelding,
): Promise<boolean> {
  if (bron === undefined) return true
  const { geheim, soorten } = bron
  const naar = {
    bron: bron.bron,
    adres: bron.aanmelden,
    geheim: geheim && ontzegel(ring, plek(bron.bron), geheim),
  }
  if (wat === 'af') return (await weg.stop(naar, naam)) === 'ok'
  if (persoon === undefined) return true
  const verwerking = {
    ...{ doel: volgDoel, gegevens: ['aanmelding'], betrokkenen: [persoon] },
    door: { soort: 'taak', taak: 'volgen' },
  } as const
  const uitkomst = await audit.metVerwerking(verwerking, (bewijs) =>
    weg.volg(naar, { persoon, naam, soorten }, bewijs),
  )
  return uitkomst !== 'wacht'
}

/** Twice as long each time, half of it by chance. */
function volgendOp(pogingen: number, op: Date, lot: number): Date {
  const ms = Math.min(eersteMs * 2 ** Math.min(pogingen, 20), langsteMs)
  return new Date(op.getTime() + ms * (0.5 + lot / 2))
}

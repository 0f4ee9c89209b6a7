/** For tests: lines between organisations, on two nodes. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { type Bewijs, openSleutelring, verzegelBewijs } from '../audit/index.ts'
import {
  type Belwerker,
  createGesprekken,
  createLijn,
  type Lijnteam,
  type Lijnvraag,
  type Lijnwerker,
  openWachtrijen,
} from '../lijnen/index.ts'
import { belgesprekOpslag } from './belgesprekken.ts'
import { dienstOpslag, oproepOpslag, poolsOpTijd } from './lijndienst.ts'
import { gidsOpslag } from './lijngids.ts'
import { wachtrijOpslag } from './lijnwachtrij.ts'
import { zichtOpslag } from './lijnzicht.ts'
import { openProefdatabank } from './proefdatabank.ts'

export const alsWerker = (wie: Lijnwerker): Belwerker => ({ ...wie, magZaak: async () => false })

const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])
/** As the composition root does it, with a ring of this file alone. */
export const verzegel = (bewijs: Bewijs) => verzegelBewijs(ring, bewijs, randomBytes)

/** Two nodes on one database, each with connections of its own; `rust` waits for what follows from what was done. */
export async function lijnopstelling(
  t: Parameters<typeof openProefdatabank>[0],
  {
    teams,
    vraag,
    nu: begin,
  }: { readonly teams: readonly Lijnteam[]; readonly vraag: Lijnvraag; readonly nu: Date },
) {
  const proef = await openProefdatabank(t)
  const { alsRol } = proef
  const klok = { nu: begin }
  /** For how long everybody could say that they are there: always, unless a test says less. */
  const gehoord = { ms: Number.POSITIVE_INFINITY }
  const lopend = new Set<Promise<unknown>>()
  const volg = (wat: Promise<unknown>) => {
    const klaar = wat.finally(() => lopend.delete(klaar))
    lopend.add(klaar)
  }
  const rust = async () => {
    while (lopend.size > 0) await Promise.all(lopend)
  }
  const knoop = () => {
    const databank = alsRol('app')
    const store = wachtrijOpslag(databank)
    const calls = belgesprekOpslag(databank)
    const gids = gidsOpslag(databank)
    const nu = () => klok.nu
    const wachtrijen = openWachtrijen({
      ...{ store, gids, nu, verzegel },
      bij: (...wat) => volg(lijn.na(...wat)),
    })
    const gesprekken = createGesprekken({
      ...{ store: calls, nu, toeval: randomBytes, isHier: () => true },
      gewijzigd: (gesprek) => volg(lijn.naGesprek(gesprek)),
    })
    const [diensten, oproepen] = [dienstOpslag(databank), oproepOpslag(databank)]
    const lijn = createLijn({
      ...{ wachtrijen, gids, gesprekken, nu, verzegel, pools: store.pools, toeval: randomBytes },
      ...{ diensten, oproepen, poolsOpTijd: poolsOpTijd(databank), vindGesprek: calls.vind },
      zicht: zichtOpslag(databank),
      gehoordMs: () => gehoord.ms,
    })
    return { lijn, gesprekken, wachtrijen, gids, oproepen }
  }
  const [een, twee] = [knoop(), knoop()]
  for (const team of teams) await een.gids.bewaar('beheer', { team, vanVersie: 0 })
  return {
    ...{ een, twee, klok, gehoord, rust, alsRol, proef },
    later: async (seconden: number, hoe?: 'rondom') => {
      klok.nu = new Date(klok.nu.getTime() + seconden * 1000)
      await twee.lijn.klok(hoe)
      await rust()
    },
    dienst: async (
      { wie, ...wat }: { readonly wie: Lijnwerker; readonly pool: string; readonly teams: readonly string[] },
      lijn = een.lijn,
    ) => {
      const uit = await lijn.meldAan(wie, wat)
      assert.ok(uit.status === 'ok')
      await rust()
      return uit.uitkomst
    },
    bel: async (
      wie: Lijnwerker,
      { pool, namens = 'inwoner' }: { readonly pool: string; readonly namens?: 'inwoner' | 'zelf' },
      lijn = twee.lijn,
    ) => {
      const uit = await lijn.bel(wie, { pool, vraag, namens })
      assert.ok(uit.status === 'ok')
      await rust()
      return uit.uitkomst.beller
    },
    stand: async (wie: Lijnwerker, beller: string) => (await een.lijn.oproep(wie, beller))?.stand,
    rij: (pool: string) => een.wachtrijen.lees(pool),
  }
}

import { randomBytes } from 'node:crypto'
import type { Beldeel } from './app-bellen.ts'
import type { Levenddeel } from './app-levend.ts'
import type { OrganisatieId } from './domain/index.ts'
import {
  type Belgesprek,
  createLijn,
  createPublieklijn,
  type Lijn,
  maakGehoor,
  onthoudGids,
  openWachtrijen,
  type Publieklijn,
  type Voorval,
  type Wachtrij,
} from './lijnen/index.ts'
import { herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import {
  belgesprekOpslag,
  centraleOpslag,
  dienstOpslag,
  gidsOpslag,
  type Opslag,
  oproepOpslag,
  poolsOpTijd,
  wachtrijOpslag,
  zichtOpslag,
} from './store/index.ts'

import type { Toegang } from './toegang/index.ts'

/** The part of the composition root about lines in use: what time does in them, and who hears of it on every node. */
export interface Lijndeel {
  readonly lijn: Lijn
  readonly publieklijn: Publieklijn
  readonly naGesprek: (gesprek: Belgesprek) => Promise<void>
}

/** Named limits: so often is looked where time does something; so often everywhere, for lane hours and what was missed. */
const klokMs = 1_000
const rondomMs = 60_000
/** Named limit: a longer time between two looks, and whoever says each half minute that they are there may have missed one. */
const stilteMs = 20_000
/** Named limit: so many who wait hear at once that their place changed; the rest when they look. */
const hoogstensGemeld = 50

export function openLijndeel(
  { klok, log }: { readonly klok: Klok; readonly log: Log },
  {
    opslag: { databank },
    toegang,
    levend,
    gesprekken,
    organisaties,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly toegang: { readonly audit: Pick<Toegang['audit'], 'verzegel'> }
    readonly levend: Pick<Levenddeel, 'meld'>
    /** Made after this: calls tell the line what became of them. */
    readonly gesprekken: () => Beldeel['gesprekken']
    /** Of whom people can log in here: only their pools are asked along. */
    readonly organisaties: readonly OrganisatieId[]
  },
  levensloop: Levensloop,
): Lijndeel {
  const klacht = (wat: string) => (fout: unknown) => log.waarschuwing(wat, { fout })
  const store = wachtrijOpslag(databank)
  const gids = onthoudGids(gidsOpslag(databank), () => performance.now())
  const wachtrijen = openWachtrijen({
    ...{ store, gids, nu: klok.nu },
    verzegel: toegang.audit.verzegel,
    isHier: (organisatie) => organisaties.includes(organisatie),
    bij: (pool, voorvallen, stand) => {
      lijn
        .na(pool, voorvallen, stand)
        .catch(klacht('een lijn is niet bijgewerkt'))
        .finally(() => meld(voorvallen, stand))
    },
  })
  const lijn = createLijn({
    ...{ wachtrijen, gids, pools: store.pools, nu: klok.nu, toeval: randomBytes },
    verzegel: toegang.audit.verzegel,
    zicht: zichtOpslag(databank),
    diensten: dienstOpslag(databank),
    oproepen: oproepOpslag(databank),
    poolsOpTijd: poolsOpTijd(databank),
    gehoordMs: maakGehoor(() => performance.now(), stilteMs),
    gesprekken: {
      bel: (wie, naar) => gesprekken().bel(wie, naar),
      gaWeg: (wie) => gesprekken().gaWeg(wie),
    },
    vindGesprek: belgesprekOpslag(databank).vind,
  })
  const publieklijn = createPublieklijn({
    ...{ wachtrijen, gids, nu: klok.nu, verlaat: lijn.verlaat },
    bijOpgenomen: (plek) => meldPlek(plek),
    centrales: centraleOpslag(databank),
    diensten: dienstOpslag(databank),
    oproepen: oproepOpslag(databank),
  })
  const meldPlek = (id: string) => levend.meld({ soort: 'lijndienst', id })
  const meldBeller = (id: string) => levend.meld({ soort: 'lijnoproep', id })
  const meld = (voorvallen: readonly Voorval[], { wachtenden }: Wachtrij): void => {
    const [bellers, plekken] = [new Set<string>(), new Set<string>()]
    for (const { inhoud } of voorvallen) {
      if ('plek' in inhoud) plekken.add(inhoud.plek)
      if ('beller' in inhoud && inhoud.beller !== undefined)
        bellers.add(typeof inhoud.beller === 'string' ? inhoud.beller : inhoud.beller.id)
    }
    if (voorvallen.length > 0) for (const { id } of wachtenden.slice(0, hoogstensGemeld)) bellers.add(id)
    for (const id of plekken) meldPlek(id)
    for (const id of bellers) meldBeller(id)
  }
  const werk = [
    herhaal(klokMs, () => lijn.klok(), klacht('wachtrijen niet bekeken')),
    herhaal(rondomMs, () => lijn.klok('rondom'), klacht('wachtrijen niet bekeken')),
  ]
  levensloop.bijSluiten('lijnloop', async () => {
    await Promise.all(werk.map((stop) => stop()))
  })
  return {
    lijn,
    publieklijn,
    naGesprek: async (gesprek) => {
      const van = await lijn.naGesprek(gesprek)
      if (van === undefined) return
      meldBeller(van.beller)
      if (van.plek !== undefined) meldPlek(van.plek)
    },
  }
}

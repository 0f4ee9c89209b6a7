import type { Dienst, Lijnwerker, Oproep, PoolsOpTijd } from './dienst-store.ts'
import { BELLER_WEG_MS, GEZIEN_MS, KLIK_MS, LEVEND_MS, OPNEEM_MS } from './diensttermijnen.ts'
import type { Belantwoord, Belwerker, InGesprek } from './gesprekken.ts'
import { teamsIn } from './gids.ts'
import type { GidsStore } from './gids-store.ts'
import { voorIeder } from './ieder.ts'
import {
  type Dienstbeeld,
  dienstbeeld,
  type Gemist,
  gemistIn,
  type Oproepbeeld,
  oproepbeeld,
} from './lijnbeeld.ts'
import { dienstbewijs } from './lijnbewijs.ts'
import { type Lijngesprek, lijngesprekVan } from './lijngesprek.ts'
import { createVolger, type Volgdelen, type Volger } from './lijnvolger.ts'
import type { Weigering } from './opdracht.ts'
import type { Lijnvraag } from './passing.ts'
import { plaatsbeeld } from './vooruitzicht.ts'
import type { Voorval } from './voorval.ts'
import type { Namens, Plek, Plekstand, Toezegging, Wachtrij } from './wachtrij.ts'
import type { Dienstzicht } from './zicht-store.ts'

export type Levensteken = 'levend' | 'klik'

export interface Belvraag {
  readonly pool: string
  readonly vraag: Lijnvraag
  readonly namens: Namens
  readonly ketenzaak?: string | undefined
  /** They want a time of this pool, and no other one. */
  readonly alleenHier?: true | undefined
}

export type Lijnweigering = Weigering['reden'] | 'druk' | 'geen-lijn' | 'voorbij'
export type Lijnantwoord<T> =
  | { readonly status: 'ok'; readonly uitkomst: T }
  | { readonly status: 'geweigerd'; readonly reden: Lijnweigering }

export interface Lijn {
  readonly dienst: (wie: Lijnwerker) => Promise<Dienstbeeld | undefined>
  /** What teams of their organisation promised and nobody did; also for who is not on duty. */
  readonly gemist: (wie: Pick<Lijnwerker, 'organisatie'>) => Promise<readonly Gemist[]>
  /** Teams of one pool; those of another are not in this shift. */
  readonly meldAan: (
    wie: Lijnwerker,
    wat: { readonly pool: string; readonly teams: readonly string[] },
  ) => Promise<Lijnantwoord<Dienst>>
  readonly meldAf: (wie: Lijnwerker) => Promise<void>
  readonly zetStand: (
    wie: Lijnwerker,
    stand: Exclude<Plekstand, 'in-gesprek' | 'nawerk'>,
  ) => Promise<Lijnantwoord<void>>
  /** They are still there. Not for who is not signed on. */
  readonly leeft: (wie: Lijnwerker, plek: string, hoe: Levensteken) => Promise<void>
  /** To whom the queue gave them to call back. */
  readonly belTerug: (wie: Lijnwerker) => Promise<Belantwoord<InGesprek>>
  readonly bel: (wie: Lijnwerker, wat: Belvraag) => Promise<Lijnantwoord<{ readonly beller: string }>>
  readonly oproep: (wie: Lijnwerker, beller: string) => Promise<Oproepbeeld | undefined>
  /** What the call is about that came of a line, for who is in it. */
  readonly overGesprek: (wie: Pick<Belwerker, 'magZaak'>, gesprek: string) => Promise<Lijngesprek | undefined>
  readonly oproepen: (wie: Lijnwerker) => Promise<readonly Oproep[]>
  readonly leeftBeller: (wie: Lijnwerker, beller: string) => Promise<void>
  readonly kiesTerugbellen: (
    wie: Lijnwerker,
    beller: string,
    nietVoor?: Date,
  ) => Promise<Lijnantwoord<Toezegging>>
  readonly verlaat: (wie: Lijnwerker, beller: string) => Promise<void>
  readonly naGesprek: Volger['naGesprek']
  /** After each write of a queue, on the node that wrote it. */
  readonly na: (pool: string, voorvallen: readonly Voorval[], stand: Wachtrij) => Promise<void>
  /** What time does where it does something now; `rondom`: everywhere, for lane hours and for what was missed. */
  readonly klok: (hoe?: 'rondom') => Promise<void>
}

export interface Lijndelen extends Volgdelen {
  readonly gids: Pick<GidsStore, 'alle'>
  readonly poolsOpTijd: PoolsOpTijd
  /** For how long everybody could say that they are there (`gehoor.ts`). */
  readonly gehoordMs: () => number
  readonly pools: () => Promise<readonly string[]>
}

export function createLijn(delen: Lijndelen): Lijn {
  const { wachtrijen, gids, diensten, oproepen, zicht, nu, toeval } = delen
  const volger = createVolger(delen)
  const gezien = maakGezien()
  const nieuwId = () => Buffer.from(toeval(16)).toString('base64url')
  const na = (ms: number) => new Date(nu().getTime() + ms)
  const eigenOproep = async (wie: Lijnwerker, beller: string): Promise<Oproep | undefined> => {
    const oproep = await oproepen.vind(beller)
    return oproep && isVan(oproep, wie) ? oproep : undefined
  }
  /** A shift of which the queue knows nothing (any more) is begun again: between the two a node may have stopped. */
  const plekVan = async (dienst: Dienst): Promise<{ stand: Wachtrij; plek: Plek } | undefined> => {
    const { pool, plek: id, teams } = dienst
    const bekend = new Set(teamsIn(pool, await gids.alle()).keys())
    for (let keer = 0; keer < 2; keer++) {
      const stand = await wachtrijen.lees(pool)
      const plek = stand?.plekken.find((een) => een.id === id)
      if (stand !== undefined && plek !== undefined) return { stand, plek }
      const nogEr = teams.filter((team) => bekend.has(team))
      if (nogEr.length > 0) await wachtrijen.doe(pool, { soort: 'meld-aan', plek: id, teams: nogEr })
    }
    return undefined
  }
  return {
    async dienst(wie) {
      const { dienst, wachtrij, ...rest } = (await zicht.vanDienst(wie)) ?? {}
      if (dienst === undefined) return undefined
      const plek = wachtrij?.plekken.find(({ id }) => id === dienst.plek)
      if (wachtrij !== undefined && plek !== undefined)
        return dienstbeeld(dienst, { wachtrij, plek, ...bijPlek(plek, rest) })
      const weer = await plekVan(dienst)
      return weer && dienstbeeld(dienst, { wachtrij: weer.stand, plek: weer.plek })
    },
    async gemist({ organisatie }) {
      const eigen = (await gids.alle()).filter(({ team }) => team.organisatie === organisatie)
      const teams = new Set(eigen.map(({ team }) => team.id))
      const rijen = await Promise.all([...new Set(eigen.map(({ pool }) => pool))].map(wachtrijen.lees))
      return rijen.flatMap((stand) => (stand === undefined ? [] : gemistIn(stand, teams)))
    },
    async meldAan({ medewerker, organisatie, naam }, { pool, teams }) {
      const nuMs = nu().getTime()
      const eigen = [...teamsIn(pool, await gids.alle()).values()].filter(
        (team) => team.organisatie === organisatie && teams.includes(team.id),
      )
      if (eigen.length === 0) return geweigerd('niet-gevonden')
      const dienst: Dienst = {
        ...{ plek: nieuwId(), pool, organisatie, medewerker, teams: eigen.map(({ id }) => id) },
        ...(naam !== undefined && { naam }),
        ...{ begonnenMs: nuMs, geldigTotMs: nuMs + KLIK_MS },
      }
      const bewijs = (hoe: 'begonnen' | 'geeindigd') => delen.verzegel(dienstbewijs(dienst, hoe, nu()))
      if ((await diensten.begin(dienst, bewijs('begonnen'))) === 'bestaat-al') return geweigerd('bestaat-al')
      const { plek } = dienst
      const gedaan = await wachtrijen.doe(pool, { soort: 'meld-aan', plek, teams: dienst.teams })
      if (gedaan.soort === 'ok') return { status: 'ok', uitkomst: dienst }
      await diensten.eindig(plek, bewijs('geeindigd'))
      return geweigerd(gedaan.soort === 'druk' ? 'druk' : gedaan.weigering.reden)
    },
    async meldAf(wie) {
      const dienst = await diensten.vind(wie)
      if (dienst !== undefined) await volger.meldAf(dienst)
    },
    async zetStand(wie, stand) {
      const dienst = await diensten.vind(wie)
      if (dienst === undefined) return geweigerd('niet-gevonden')
      const gedaan = await wachtrijen.doe(dienst.pool, { soort: 'zet-stand', plek: dienst.plek, stand })
      return gedaan.soort === 'ok'
        ? { status: 'ok', uitkomst: undefined }
        : geweigerd(gedaan.soort === 'druk' ? 'druk' : gedaan.weigering.reden)
    },
    async leeft(wie, plek, hoe) {
      if (!gezien.isNieuws(`${hoe} ${plek} ${wieIs(wie)}`, nu())) return
      const dienst = await diensten.bijPlek(plek)
      if (dienst && isVan(dienst, wie))
        await diensten.verleng(plek, na(hoe === 'levend' ? LEVEND_MS : KLIK_MS))
    },
    belTerug: volger.belTerug,
    async bel(wie, { pool, vraag, namens, ketenzaak, alleenHier }) {
      const { medewerker, organisatie, naam } = wie
      const nuMs = nu().getTime()
      const beller = nieuwId()
      const oproep = {
        ...{ beller, pool, organisatie, medewerker, onderwerp: vraag.onderwerp, gesprek: nieuwId() },
        ...(naam !== undefined && { naam }),
        ...(ketenzaak !== undefined && { ketenzaak }),
        ...{ begonnenMs: nuMs, geldigTotMs: nuMs + BELLER_WEG_MS },
      }
      const eigenPlek = (await diensten.vind(wie))?.plek
      const opdracht = {
        ...({ soort: 'bel', beller, klasse: 'lijn', namens, vraag } as const),
        ...(eigenPlek !== undefined && { eigenPlek }),
        ...(alleenHier && { alleenHier }),
      }
      const gedaan = await volger.begin(oproep, () => wachtrijen.doe(pool, opdracht, { oproep }))
      if (gedaan.soort !== 'ok') return geweigerd(gedaan.soort === 'druk' ? 'druk' : gedaan.weigering.reden)
      gezien.isNieuws(`beller ${beller} ${wieIs(wie)}`, nu())
      if (!gedaan.voorvallen.some(({ inhoud }) => inhoud.soort === 'geen-lijn'))
        return { status: 'ok', uitkomst: { beller } }
      await oproepen.sluit(beller, 'geen-lijn', nu())
      return geweigerd('geen-lijn')
    },
    async oproep(wie, beller) {
      const { oproep, wachtrij, gesprek } = (await zicht.vanOproep(beller)) ?? {}
      if (oproep === undefined || !isVan(oproep, wie)) return undefined
      // Mostly they stand where they called, and nowhere else.
      const ook = [oproep.pool, ...oproep.ook].filter((pool) => pool !== wachtrij?.id)
      const [rijen, ...elders] = await Promise.all([gids.alle(), ...ook.map(wachtrijen.lees)])
      return oproepbeeld(oproep, {
        gesprek,
        standen: [wachtrij, ...elders].flatMap((stand) => stand ?? []),
        beeld: (thuis) => plaatsbeeld(thuis, beller, { nu: nu(), teams: teamsIn(oproep.pool, rijen) }),
      })
    },
    overGesprek: async (wie, gesprek) => lijngesprekVan(await oproepen.bijGesprek(gesprek), wie),
    oproepen: oproepen.van,
    async leeftBeller(wie, beller) {
      if (!gezien.isNieuws(`beller ${beller} ${wieIs(wie)}`, nu())) return
      if ((await eigenOproep(wie, beller)) !== undefined) await oproepen.verleng(beller, na(BELLER_WEG_MS))
    },
    async kiesTerugbellen(wie, beller, nietVoor) {
      const oproep = await eigenOproep(wie, beller)
      if (oproep === undefined || oproep.afloop !== undefined) return geweigerd('voorbij')
      const opdracht = { soort: 'kies-terugbellen', beller, ...(nietVoor && { nietVoor }) } as const
      const gedaan = await wachtrijen.doe(oproep.pool, opdracht)
      if (gedaan.soort !== 'ok') return geweigerd(gedaan.soort === 'druk' ? 'druk' : gedaan.weigering.reden)
      const toezegging = gedaan.stand.afgesproken.find(({ id }) => id === beller)?.toezegging
      return toezegging === undefined ? geweigerd('voorbij') : { status: 'ok', uitkomst: toezegging }
    },
    async verlaat(wie, beller) {
      const oproep = await eigenOproep(wie, beller)
      if (oproep !== undefined) await volger.verlaat(oproep)
    },
    naGesprek: volger.naGesprek,
    na: volger.na,
    async klok(hoe) {
      const isRondom = hoe === 'rondom'
      const pools = isRondom
        ? await delen.pools()
        : await delen.poolsOpTijd(nu(), new Date(nu().getTime() - OPNEEM_MS))
      const gehoordMs = delen.gehoordMs()
      await voorIeder(pools, (pool) => volger.ronde(pool, { isRondom, gehoordMs }))
    },
  }
}

/** What was read of a call is of who stands at that place, or of nobody. */
function bijPlek(
  { gesprek: van }: Plek,
  { oproep, gesprek }: Pick<Dienstzicht, 'oproep' | 'gesprek'>,
): Pick<Dienstzicht, 'oproep' | 'gesprek'> {
  if (oproep === undefined || oproep.beller !== van?.beller.id) return {}
  return { oproep, ...(gesprek !== undefined && gesprek.id === oproep.gesprek && { gesprek }) }
}

function geweigerd(reden: Lijnweigering): { readonly status: 'geweigerd'; readonly reden: Lijnweigering } {
  return { status: 'geweigerd', reden }
}

function wieIs({ organisatie, medewerker }: Lijnwerker): string {
  return `${organisatie} ${medewerker}`
}

/** Whoever was seen here a moment ago need not be written down again: a page says that it is there at each look. */
function maakGezien(): { readonly isNieuws: (wat: string, nu: Date) => boolean } {
  const laatst = new Map<string, number>()
  let geruimdMs = 0
  return {
    isNieuws: (wat, nu) => {
      const ms = nu.getTime()
      if (Math.abs(ms - geruimdMs) > GEZIEN_MS) {
        for (const [een, opMs] of laatst) if (Math.abs(ms - opMs) > GEZIEN_MS) laatst.delete(een)
        geruimdMs = ms
      }
      // A clock that was set back says nothing of when that was.
      const isGeweest = Math.abs(ms - (laatst.get(wat) ?? Infinity)) < GEZIEN_MS
      if (!isGeweest) laatst.set(wat, ms)
      return !isGeweest
    },
  }
}

function isVan(een: Lijnwerker, { organisatie, medewerker }: Lijnwerker): boolean {
  return een.organisatie === organisatie && een.medewerker === medewerker
}

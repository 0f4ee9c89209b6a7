/**
 * What a page about a line shows is a chain: a shift, its queue, who was put through there, the call that came of it. Where
 * each leads this node mostly knows from the last time. So all are asked for at once, and once more only where it led
 * elsewhere: what is given out is what stands in the database, never what was remembered.
 */
import { sql } from 'kysely'
import {
  type Belgesprek,
  type Dienst,
  type Dienstzicht,
  type Oproep,
  type Oproepzicht,
  poolVan,
  type ZichtStore,
} from '../lijnen/index.ts'
import { kenmerkVan } from './belgesprekken.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'
import { type Dienstrij, dienstUit, type Oproeprij, oproepOpslag, oproepUit } from './lijndienst.ts'
import { lijnstandenVan, ONBEKEND, type Standrij, standkolommen } from './lijnstanden.ts'
import { onthoudend, samen } from './samen.ts'

type Wie = Pick<Dienst, 'organisatie' | 'medewerker'>

/** Where to look, as far as is known. */
interface Sleutels extends Partial<Wie> {
  readonly pool?: string | undefined
  readonly beller?: string | undefined
  readonly gesprek?: string | undefined
}

type Gevonden = Partial<Dienstzicht & Oproepzicht>

/** Named limit: a shift leads to a queue, that to a caller, and that to a call; and all of it may change meanwhile. */
const HOOGSTENS_KEER = 6

export function zichtOpslag(databank: Databank): ZichtStore {
  const lees = lezer(databank)
  const standen = lijnstandenVan(databank)
  const { bijGesprek } = oproepOpslag(databank)
  /** Where things led last: of somebody at work, of a shift, of a caller, of a call. */
  const dienstVan = onthoudend<Pick<Dienst, 'pool' | 'plek'>>()
  const wieOp = onthoudend<Wie>()
  const oproepVan = onthoudend<Pick<Oproep, 'pool' | 'gesprek'>>()
  const bellerIn = onthoudend<string>()
  const onthoud = ({ dienst, oproep }: Gevonden): void => {
    if (dienst !== undefined) {
      const { organisatie, medewerker, pool, plek } = dienst
      dienstVan.zet(naamVan(dienst), { pool, plek })
      wieOp.zet(plek, { organisatie, medewerker })
    }
    if (oproep === undefined) return
    const { beller, gesprek } = oproep
    oproepVan.zet(beller, { pool: poolVan(oproep), ...(gesprek !== undefined && { gesprek }) })
    if (gesprek !== undefined) bellerIn.zet(gesprek, beller)
  }
  /** Until what was found leads where was looked. */
  const volg = async (begin: Sleutels, leidt: (gevonden?: Gevonden) => Sleutels): Promise<Gevonden> => {
    let sleutels = begin
    for (let keer = 1; ; keer++) {
      const gevonden = await lees(sleutels)
      onthoud(gevonden)
      const verder = leidt(gevonden)
      if (isDezelfde(sleutels, verder) || keer === HOOGSTENS_KEER) return gevonden
      sleutels = verder
    }
  }
  const vanOproep: ZichtStore['vanOproep'] = async (beller) => {
    const leidt = (nu?: Gevonden): Sleutels => {
      const { pool, gesprek } = oproepVan.van(beller) ?? {}
      const stand = nu?.wachtrij?.id === pool ? nu?.wachtrij : standen.bekend(pool)
      const plek = stand?.plekken.find((een) => een.gesprek?.beller.id === beller)
      return { ...(plek && wieOp.van(plek.id)), beller, pool, gesprek }
    }
    const { oproep, ...rest } = await volg(leidt(), leidt)
    return oproep && { oproep, ...rest }
  }
  return {
    vanDienst: async ({ organisatie, medewerker }) => {
      const wie = { organisatie, medewerker }
      const leidt = (nu?: Gevonden): Sleutels => {
        const { pool, plek } = nu === undefined ? (dienstVan.van(naamVan(wie)) ?? {}) : (nu.dienst ?? {})
        const stand = nu?.wachtrij?.id === pool ? nu?.wachtrij : standen.bekend(pool)
        const beller = stand?.plekken.find(({ id }) => id === plek)?.gesprek?.beller.id
        return { ...wie, pool, beller, gesprek: beller && oproepVan.van(beller)?.gesprek }
      }
      const { dienst, ...rest } = await volg(leidt(), leidt)
      return dienst && { dienst, ...rest }
    },
    vanOproep,
    vanGesprek: async (gesprek) => {
      const beller = bellerIn.van(gesprek) ?? (await bijGesprek(gesprek))?.beller
      const gevonden = beller === undefined ? undefined : await vanOproep(beller)
      return gevonden?.oproep.gesprek === gesprek ? gevonden : undefined
    },
  }
}

function lezer(databank: Databank): (sleutels: Sleutels) => Promise<Gevonden> {
  const { alsTaakMetHashes } = ingangen(databank)
  const standen = lijnstandenVan(databank)
  return samen((alle: readonly Sleutels[]) => {
    const bekend = alle.map(({ pool }) => standen.bekend(pool))
    const kolom = (naam: keyof Sleutels) => alle.map((een) => een[naam] ?? null)
    const gesprekken = alle.flatMap(({ gesprek }) => gesprek ?? [])
    return alsTaakMetHashes(
      'lijnen',
      gesprekken.map(kenmerkVan),
      async (tx) => {
        // Each by the key of its own table, as often as somebody asks.
        const { rows } =
          await sql<Rij>`select g.plaats::int, d.rij as dienst, o.rij as oproep, b.stand as gesprek,
            ${standkolommen}
          from unnest(${kolom('organisatie')}::text[], ${kolom('medewerker')}::text[], ${kolom('beller')}::text[],
            ${kolom('gesprek')}::text[], ${kolom('pool')}::text[], ${bekend.map((een) => een?.nr ?? ONBEKEND)}::bigint[])
            with ordinality as g (organisatie, medewerker, beller, gesprek, pool, nr, plaats)
          left join lateral (select to_json(l) as rij from lijn_dienst l
            where l.organisatie = g.organisatie and l.medewerker = g.medewerker limit 1) d on true
          left join lateral (select to_json(l) as rij from lijn_oproep l where l.beller = g.beller limit 1) o on true
          left join lateral (select * from lijn_wachtrij l where l.pool = g.pool limit 1) w on true
          left join lateral (select l.stand from belgesprek l where l.id = g.gesprek limit 1) b on true`.execute(
            tx,
          )
        const perPlaats = new Map(rows.map((rij) => [rij.plaats, rij]))
        return alle.map((_, i): Gevonden => {
          const { dienst, oproep, gesprek, ...rij } = perPlaats.get(i + 1) ?? leeg
          const wachtrij = standen.gelezen(rij, bekend[i])
          return {
            ...(dienst !== null && { dienst: dienstUit(dienst) }),
            ...(oproep !== null && { oproep: oproepUit(oproep) }),
            ...(wachtrij !== undefined && { wachtrij }),
            ...(gesprek !== null && { gesprek }),
          }
        })
      },
      'lezen',
    )
  })
}

interface Rij extends Standrij {
  readonly plaats: number
  readonly dienst: Dienstrij | null
  readonly oproep: Oproeprij | null
  readonly gesprek: Belgesprek | null
}

const leeg = { ...{ dienst: null, oproep: null, gesprek: null }, ...{ nr: null, stand: null, sinds: null } }

const namen = ['organisatie', 'medewerker', 'pool', 'beller', 'gesprek'] as const

function isDezelfde(een: Sleutels, ander: Sleutels): boolean {
  return namen.every((naam) => een[naam] === ander[naam])
}

function naamVan({ organisatie, medewerker }: Wie): string {
  return JSON.stringify([organisatie, medewerker])
}

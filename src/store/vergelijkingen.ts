import { type RawBuilder, sql } from 'kysely'
import { type OrganisatieId, parseOrganisatieId } from '../domain/index.ts'
import {
  HOOGSTENS_VERGELIJKINGEN,
  type Vergelijkbeurt,
  type Vergelijkgeschreven,
  type Vergelijking,
  type VergelijkStore,
  type Vergelijkstuk,
  type Vergelijkuitslag,
  type Vergelijkwens,
  vergelijkstanden,
} from '../proactief/index.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

const kolommen = sql`id, organisatie, regeling, naam, bestand, versie::text as versie, peildatum::text as peildatum,
  zaad, huishoudens, stand, gedaan, stukken, nog_ms, beurt, gevraagd`

/** What a changed law would do. Nothing here is about anybody; a text is for the organisation that wrote it alone. */
export function vergelijkOpslag(databank: Databank): VergelijkStore {
  const { alsTaak } = ingangen(databank)
  const als = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => alsTaak('vergelijken', fn)
  const nogMijn = ({ vergelijking, beurt }: Vergelijkbeurt): RawBuilder<unknown> =>
    sql`id = ${vergelijking.id} and beurt = ${beurt} and stand = 'loopt'`
  const van = (organisatie: OrganisatieId, id: string): RawBuilder<unknown> =>
    sql`organisatie = ${organisatie} and id = ${id}`
  const raakt = (doe: RawBuilder<unknown>): Promise<boolean> =>
    als(async (tx) => (await doe.execute(tx)).numAffectedRows === 1n)
  return {
    vraag: (v, hoogstens, nu) =>
      als(async (tx) => {
        const { rows } = await sql<{ readonly n: number }>`select count(*)::int as n from vergelijking
          where organisatie = ${v.organisatie} and stand in ('wacht', 'loopt')`.execute(tx)
        if ((rows[0]?.n ?? 0) >= hoogstens) return 'vol'
        // What was asked long ago makes room: a plan of then is of no use.
        await sql`delete from vergelijking where id in (select id from vergelijking
          where organisatie = ${v.organisatie} and stand not in ('wacht', 'loopt')
          order by gevraagd desc offset ${HOOGSTENS_VERGELIJKINGEN - 1 - hoogstens})`.execute(tx)
        const { wens } = v
        const [bestand, tekst, versie] =
          wens.soort === 'tekst' ? [wens.bestand, wens.tekst, null] : [null, null, wens.datum]
        await sql`insert into vergelijking (id, organisatie, regeling, naam, bestand, tekst, versie, peildatum, zaad,
            huishoudens, stand, gevraagd, bijgewerkt)
          values (${v.id}, ${v.organisatie}, ${v.regeling}, ${v.naam}, ${bestand}, ${tekst}, ${versie}::date,
            ${v.peildatum}::date, ${v.zaad}, ${v.huishoudens ?? null}, 'wacht', ${nu}, ${nu})`.execute(tx)
        return 'ok'
      }),

    lijst: (organisatie, hoogstens) =>
      als(async (tx) => {
        const { rows } = await sql<Rij>`select ${kolommen}, '' as tekst from vergelijking
          where organisatie = ${organisatie} order by gevraagd desc, id desc limit ${hoogstens}`.execute(tx)
        return rows.map(vergelijkingVan)
      }),

    vind: (organisatie, id) =>
      als(async (tx) => {
        const { rows } = await sql<Rij>`select ${kolommen}, tekst from vergelijking
          where ${van(organisatie, id)}`.execute(tx)
        return rows.map(vergelijkingVan)[0]
      }),

    uitslag: (organisatie, id) =>
      als(async (tx) => {
        const { rows } = await sql<{
          readonly uitslag: Vergelijkuitslag | null
        }>`select uitslag from vergelijking
          where ${van(organisatie, id)}`.execute(tx)
        return rows[0]?.uitslag ?? undefined
      }),

    stop: (organisatie, id, nu) =>
      // One that waits has nobody who could stop it.
      raakt(sql`update vergelijking set is_stop_gevraagd = stand = 'loopt',
          stand = case stand when 'wacht' then 'gestopt' else stand end,
          bijgewerkt = case stand when 'wacht' then ${nu} else bijgewerkt end
        where ${van(organisatie, id)} and stand in ('wacht', 'loopt')`),

    hervat: (organisatie, id, nu) =>
      raakt(sql`update vergelijking set stand = 'wacht', is_stop_gevraagd = false, bijgewerkt = ${nu}
        where ${van(organisatie, id)} and stand in ('gestopt', 'mislukt')`),

    wis: (organisatie, id) => raakt(sql`delete from vergelijking where ${van(organisatie, id)}`),

    neem: (nu, stil) =>
      als(async (tx) => {
        const { rows } =
          await sql<Rij>`update vergelijking set stand = 'loopt', beurt = beurt + 1, bijgewerkt = ${nu}
          where id = (select id from vergelijking v
            where (stand = 'loopt' and bijgewerkt < ${stil})
              or (stand = 'wacht' and not exists (select 1 from vergelijking where stand = 'loopt'))
            order by stand = 'wacht', gevraagd limit 1 for update skip locked)
          returning ${kolommen}, tekst`.execute(tx)
        return rows.map(
          (rij): Vergelijkbeurt => ({ vergelijking: vergelijkingVan(rij), beurt: rij.beurt }),
        )[0]
      }).catch(geenTwee),

    begin: (beurt, merk, stukken, nu) =>
      als(async (tx) => {
        await sql`delete from vergelijkstuk s using vergelijking v
          where s.vergelijking = v.id and v.id = ${beurt.vergelijking.id} and v.beurt = ${beurt.beurt}
            and v.merk is distinct from ${merk}`.execute(tx)
        return geschreven(
          tx,
          sql`update vergelijking set merk = ${merk}, stukken = ${stukken}, bijgewerkt = ${nu}
            where ${nogMijn(beurt)} returning is_stop_gevraagd`,
        )
      }),

    gedaan: ({ vergelijking }) =>
      als(async (tx) => {
        const { rows } = await sql<{ readonly uitkomst: Vergelijkstuk }>`select uitkomst from vergelijkstuk
          where vergelijking = ${vergelijking.id} order by nr`.execute(tx)
        return rows.map(({ uitkomst }) => uitkomst)
      }),

    bewaar: (beurt, uit, { gedaan, stukken, nogMs }, nu) =>
      als(async (tx) => {
        const uitslag = await geschreven(
          tx,
          sql`update vergelijking set gedaan = ${gedaan}, stukken = ${stukken},
              nog_ms = ${nogMs === undefined ? null : Math.round(nogMs)}, bijgewerkt = ${nu}
            where ${nogMijn(beurt)} returning is_stop_gevraagd`,
        )
        if (uitslag !== 'kwijt')
          await sql`insert into vergelijkstuk (vergelijking, nr, uitkomst)
            values (${beurt.vergelijking.id}, ${uit.nr}, ${JSON.stringify(uit)}::jsonb)
            on conflict do nothing`.execute(tx)
        return uitslag
      }),

    rondAf: (beurt, uitslag, nu) =>
      als(async (tx) => {
        const uit = await geschreven(
          tx,
          sql`update vergelijking set stand = 'klaar', gedaan = stukken, nog_ms = 0, bijgewerkt = ${nu},
              uitslag = ${JSON.stringify(uitslag)}::jsonb
            where ${nogMijn(beurt)} returning false as is_stop_gevraagd`,
        )
        if (uit !== 'kwijt')
          await sql`delete from vergelijkstuk where vergelijking = ${beurt.vergelijking.id}`.execute(tx)
        return uit
      }),

    zet: (beurt, stand, nu) =>
      als(async (tx) => {
        await sql`update vergelijking set stand = ${stand}, is_stop_gevraagd = false, bijgewerkt = ${nu}
          where ${nogMijn(beurt)}`.execute(tx)
      }),
  }
}

/** Another node took one at this very moment: then there is none for this one. */
function geenTwee(fout: unknown): undefined {
  if (fout instanceof Error && 'constraint' in fout && fout.constraint === 'vergelijking_een')
    return undefined
  throw fout
}

async function geschreven(tx: Tx, schrijf: RawBuilder<unknown>): Promise<Vergelijkgeschreven> {
  const { rows } = await schrijf.execute(tx)
  const [rij] = rows as readonly { readonly is_stop_gevraagd: boolean }[] // what `returning` says above
  if (rij === undefined) return 'kwijt'
  return rij.is_stop_gevraagd ? 'stop' : 'ok'
}

interface Rij {
  readonly id: string
  readonly organisatie: string
  readonly regeling: string
  readonly naam: string
  readonly bestand: string | null
  readonly tekst: string | null
  readonly versie: string | null
  readonly peildatum: string
  readonly zaad: number
  readonly huishoudens: number | null
  readonly stand: string
  readonly gedaan: number
  readonly stukken: number
  readonly nog_ms: number | null
  readonly beurt: number
  readonly gevraagd: Date
}

function vergelijkingVan(rij: Rij): Vergelijking {
  const { id, regeling, naam, bestand, tekst, versie, peildatum, zaad, gedaan, stukken, gevraagd } = rij
  const organisatie = parseOrganisatieId(rij.organisatie)
  const stand = vergelijkstanden.find((een) => een === rij.stand)
  const wens: Vergelijkwens | undefined =
    versie !== null
      ? { soort: 'versie', datum: versie }
      : bestand !== null
        ? { soort: 'tekst', bestand, tekst: tekst ?? '' }
        : undefined
  if (organisatie === undefined || stand === undefined || wens === undefined)
    throw new Error('in de databank staat iets anders dan een vergelijking')
  return {
    ...{ id, organisatie, regeling, naam, wens, peildatum, zaad, stand, gedaan, stukken, gevraagd },
    huishoudens: rij.huishoudens ?? undefined,
    nogMs: rij.nog_ms ?? undefined,
  }
}

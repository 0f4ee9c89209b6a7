/** The same households in a database: each scheme as one query, in DuckDB and in PostgreSQL. */
import { DuckDBInstance } from '@duckdb/node-api'
import { Client } from 'pg'
import type { Corpus } from '../src/engine/index.ts'
import {
  type Dialect,
  DUCKDB,
  type Kolom,
  kolomnaam,
  POSTGRESQL,
  schrijfSql,
  uitHuishoudens,
  type VolleKolommen,
} from '../src/engine/index.ts'
import { type Achterkant, DATUM } from './achterkanten.ts'

interface Databank {
  voer(sql: string): Promise<unknown>
  /** Rows of two whole numbers, the second may be missing. */
  lees(sql: string): Promise<readonly (readonly [number, number | null])[]>
}

export async function metDuckdb<T>(doe: (a: Achterkant) => Promise<T>): Promise<T> {
  const instantie = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '1GB' })
  const verbinding = await instantie.connect()
  const databank: Databank = {
    voer: (sql) => verbinding.run(sql),
    lees: async (sql) => {
      const rijen = (await verbinding.runAndReadAll(sql)).getRowsJS()
      return rijen.map(([h, w]) => [Number(h), w === null ? null : Number(w)])
    },
  }
  try {
    return await doe(achterkant(databank, DUCKDB))
  } finally {
    verbinding.closeSync()
    instantie.closeSync()
  }
}

/** DuckDB with these households in it: runs queries, and answers with nothing. One thread, as what it is measured against. */
export async function metDuckdbTabellen<T>(
  corpus: Corpus,
  k: VolleKolommen,
  doe: (voer: (sql: string) => Promise<unknown>) => Promise<T>,
): Promise<T> {
  const instantie = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '2GB' })
  const verbinding = await instantie.connect()
  const voer = (sql: string) => verbinding.run(sql)
  try {
    await laad({ voer, lees: async () => [] }, corpus, k)
    return await doe(voer)
  } finally {
    verbinding.closeSync()
    instantie.closeSync()
  }
}

export async function metPostgresql<T>(url: string, doe: (a: Achterkant) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const databank: Databank = {
    voer: (sql) => client.query(sql),
    lees: async (sql) => {
      const { rows } = await client.query<{ huishouden: string; waarde: string | null }>(sql)
      return rows.map((r) => [Number(r.huishouden), r.waarde === null ? null : Number(r.waarde)])
    },
  }
  try {
    return await doe(achterkant(databank, POSTGRESQL))
  } finally {
    await client.end()
  }
}

function achterkant(databank: Databank, d: Dialect): Achterkant {
  return async (corpus, plannen, huishoudens) => {
    const k = uitHuishoudens(corpus, DATUM, huishoudens)
    await laad(databank, corpus, k)
    const uit: Float64Array[] = []
    for (const p of plannen) {
      const rijen = await databank.lees(schrijfSql(p.rekenplan, d))
      const kolom = new Float64Array(k.aantal).fill(Number.NEGATIVE_INFINITY)
      for (const [h, w] of rijen) kolom[h] = w ?? Number.NaN
      uit.push(kolom)
    }
    return uit
  }
}

const ROLLEN = { aanvrager: 0, partner: 1, kind: 2, medebewoner: 3 } as const

/** The three tables, of whole numbers only; those of a session before are gone. */
async function laad(databank: Databank, corpus: Corpus, k: VolleKolommen): Promise<void> {
  const { feiten } = corpus.vocabulaire
  const feitkolommen = (kolommen: readonly (Kolom | undefined)[]) =>
    feiten.flatMap((f) => {
      const kolom = kolommen[f.slot]
      return kolom ? [{ naam: kolomnaam(f), van: (i: number) => kolom[i] ?? 0 }] : []
    })
  const gegeven = feiten.flatMap((f) => {
    const kolom = k.gegeven[f.slot]
    return kolom ? [{ naam: `gegeven_${f.slot}`, van: (i: number) => kolom[i] ?? 0 }] : []
  })
  const mensen = k.begin[k.aantal] ?? 0
  const [huishouden, nr, rol] = [new Int32Array(mensen), new Int32Array(mensen), new Int32Array(mensen)]
  for (let h = 0; h < k.aantal; h++) {
    const a = k.begin[h] ?? 0
    for (let i = a; i < (k.begin[h + 1] ?? 0); i++) {
      huishouden[i] = h
      nr[i] = i - a
      rol[i] =
        i === a
          ? ROLLEN.aanvrager
          : i < (k.kinderen[h] ?? 0)
            ? ROLLEN.partner
            : i < (k.medebewoners[h] ?? 0)
              ? ROLLEN.kind
              : ROLLEN.medebewoner
    }
  }
  const kindVan = new Int32Array(k.opvang[mensen] ?? 0)
  for (let i = 0; i < mensen; i++) kindVan.fill(i, k.opvang[i], k.opvang[i + 1])
  const vast = (naam: string, kolom: Int32Array) => ({ naam, van: (i: number) => kolom[i] ?? 0 })
  const eigenaar = (naam: string, kolom: Int32Array) => ({
    naam,
    van: (i: number) => kolom[kindVan[i] ?? 0] ?? 0,
  })
  await tabel(databank, 'huishouden', k.aantal, [
    { naam: 'huishouden', van: (i) => i },
    ...feitkolommen(k.woning),
  ])
  await tabel(databank, 'mens', mensen, [
    vast('huishouden', huishouden),
    vast('nr', nr),
    vast('rol', rol),
    ...feitkolommen(k.mens),
    ...gegeven,
  ])
  await tabel(databank, 'opvang', kindVan.length, [
    eigenaar('huishouden', huishouden),
    eigenaar('nr', nr),
    ...feitkolommen(k.opvangFeit),
  ])
}

async function tabel(
  databank: Databank,
  naam: string,
  aantal: number,
  kolommen: readonly { readonly naam: string; readonly van: (i: number) => number }[],
): Promise<void> {
  await databank.voer(`drop table if exists ${naam}`)
  await databank.voer(`create temp table ${naam} (${kolommen.map((c) => `${c.naam} bigint`).join(', ')})`)
  const STAP = 500
  for (let i = 0; i < aantal; i += STAP) {
    const rijen = Array.from(
      { length: Math.min(STAP, aantal - i) },
      (_, n) => `(${kolommen.map((c) => c.van(i + n)).join(',')})`,
    )
    await databank.voer(`insert into ${naam} values ${rijen.join(',')}`)
  }
}

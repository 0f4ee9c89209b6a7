import { sql } from 'kysely'
import type { Kid } from '../audit/index.ts'
import { parseOrganisatieId, parsePersoonId } from '../domain/index.ts'
import { type LevensloopbronStore, levensloopsoorten } from '../proactief/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

export function levensloopbronOpslag(databank: Databank): LevensloopbronStore {
  const als = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => ingangen(databank).alsTaak('levensloop', fn)
  return {
    alle: () =>
      als(async (tx) => {
        const { rows } = await sql<Rij>`select bron, organisatie, soorten, aanmelden, kid, cijfer, sinds
          from levensloop_bron order by bron`.execute(tx)
        return rows.map(rijVan)
      }),

    zet: ({ bron, organisatie, soorten, aanmelden }, { geheim, op }, bewijs) =>
      als(async (tx) => {
        await sql`insert into levensloop_bron (bron, organisatie, soorten, aanmelden, kid, cijfer, sinds)
          values (${bron}, ${organisatie}, ${[...soorten]}::text[], ${aanmelden}, ${geheim?.kid ?? null},
            ${geheim?.cijfer ?? null}, ${op})
          on conflict (bron) do update set organisatie = excluded.organisatie, soorten = excluded.soorten,
            aanmelden = excluded.aanmelden, kid = coalesce(excluded.kid, levensloop_bron.kid),
            cijfer = coalesce(excluded.cijfer, levensloop_bron.cijfer)`.execute(tx)
        await voegBewijsToe(tx, [bewijs])
      }),

    herzegel: (bron, { kid, cijfer }) =>
      als(async (tx) => {
        await sql`update levensloop_bron set kid = ${kid}, cijfer = ${cijfer} where bron = ${bron}`.execute(
          tx,
        )
      }),

    sluit: (bron, bewijs) =>
      als(async (tx) => {
        // First the source: then nothing waits to be told to it.
        const { numAffectedRows } = await sql`delete from levensloop_bron where bron = ${bron}`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await sql`delete from levensloop_abonnement where bron = ${bron}`.execute(tx)
        await sql`delete from levensloop_aanmelding where bron = ${bron}`.execute(tx)
        await voegBewijsToe(tx, [bewijs])
        return true
      }),

    pak: (nu, tot, aantal) =>
      als(async (tx) => {
        const { rows } = await sql<{
          readonly nr: number
          readonly bron: string
          readonly wie: string
          readonly persoon: string | null
          readonly wat: 'aan' | 'af'
          readonly pogingen: number
        }>`update levensloop_aanmelding a set bezig_tot = ${tot}, volgend = ${tot}, pogingen = pogingen + 1
          where a.nr in (select k.nr from levensloop_aanmelding k where k.volgend <= ${nu}
            and not exists (select 1 from levensloop_aanmelding e
              where e.bron = k.bron and e.wie = k.wie and e.nr < k.nr)
            order by k.nr limit ${aantal} for update skip locked)
          returning a.nr, a.bron, a.wie, a.persoon::text, a.wat, a.pogingen - 1 as pogingen`.execute(tx)
        return rows
          .toSorted((a, b) => a.nr - b.nr)
          .map(({ persoon, ...rij }) => ({
            ...rij,
            persoon: persoon === null ? undefined : parsePersoonId(persoon),
          }))
      }),

    later: (nr, volgend) =>
      als(async (tx) => {
        await sql`update levensloop_aanmelding set volgend = ${volgend}, bezig_tot = null
          where nr = ${nr}`.execute(tx)
      }),

    klaar: (nr) =>
      als(async (tx) => {
        await sql`delete from levensloop_aanmelding where nr = ${nr}`.execute(tx)
      }),

    wachtend: () =>
      als(async (tx) => {
        const { rows } = await sql<{ readonly bron: string; readonly aantal: number }>`
          select bron, count(*) as aantal from levensloop_aanmelding group by bron`.execute(tx)
        return new Map(rows.map(({ bron, aantal }) => [bron, aantal]))
      }),
  }
}

interface Rij {
  readonly bron: string
  readonly organisatie: string
  readonly soorten: readonly string[]
  readonly aanmelden: string
  readonly kid: Kid | null
  readonly cijfer: Buffer | null
  readonly sinds: Date
}

function rijVan({ bron, organisatie: naam, soorten, aanmelden, kid, cijfer, sinds }: Rij) {
  const organisatie = parseOrganisatieId(naam)
  if (organisatie === undefined) throw new Error('een bron van een organisatie die niet zo kan heten')
  return {
    bron,
    organisatie,
    // Of a kind that a later version knew and this one does not, nothing is taken in.
    soorten: levensloopsoorten.filter((soort) => soorten.includes(soort)),
    aanmelden,
    geheim: kid === null || cijfer === null ? undefined : { kid, cijfer },
    sinds,
  }
}

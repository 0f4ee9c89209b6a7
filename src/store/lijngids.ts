import { sql } from 'kysely'
import { parseDatum, parseOrganisatieId } from '../domain/index.ts'
import type { Gidskijker, Gidsrij, GidsStore, Gidsschrijver, Lijnteam } from '../lijnen/index.ts'
import { codeVan } from '../platform/index.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

/** Teams that take calls of colleagues. Whose rows somebody writes, row-level security holds. */
export function gidsOpslag(databank: Databank): GidsStore {
  const { alsMedewerker, alsTaak } = ingangen(databank)
  const als = <T>(wie: Gidsschrijver, fn: (tx: Tx) => Promise<T>): Promise<T> =>
    wie === 'beheer' ? alsTaak('lijnen', fn) : alsMedewerker(wie, fn)
  const raakEigen = (wie: Gidskijker, doe: (tx: Tx) => Promise<{ readonly numAffectedRows?: bigint }>) =>
    alsMedewerker(wie, async (tx) => (await doe(tx)).numAffectedRows === 1n)
  return {
    alle: () =>
      alsTaak(
        'lijnen',
        async (tx) => {
          const { rows } = await sql<Rij>`select id, organisatie, pool, versie, inhoud,
            bevestigd_op::text as bevestigd_op, gevraagd_op::text as gevraagd_op from lijnteam order by id`.execute(
            tx,
          )
          return rows.map(gidsrij)
        },
        'lezen',
      ),

    async bewaar(wie, { team, pool, vanVersie }) {
      const { id, organisatie, bevestigdOp, ...inhoud } = team
      try {
        return await als(wie, async (tx) => {
          const { rows } = await sql<{ organisatie: string; versie: number }>`select organisatie, versie
            from lijnteam where id = ${id}`.execute(tx)
          const al = rows[0]
          if (al !== undefined && al.organisatie !== organisatie) return 'van-ander'
          if (vanVersie !== undefined && vanVersie !== (al?.versie ?? 0)) return 'ingehaald'
          const json = JSON.stringify(inhoud)
          if (al === undefined) {
            await sql`insert into lijnteam (id, organisatie, pool, versie, inhoud, bevestigd_op)
              values (${id}, ${organisatie}, ${pool ?? organisatie}, 1, ${json}::jsonb, ${bevestigdOp}::date)`.execute(
              tx,
            )
            return 'ok'
          }
          const { numAffectedRows } =
            await sql`update lijnteam set versie = versie + 1, inhoud = ${json}::jsonb,
            pool = coalesce(${pool ?? null}, pool), bevestigd_op = ${bevestigdOp}::date, gevraagd_op = null
            where id = ${id} and versie = ${al.versie}`.execute(tx)
          return numAffectedRows === 1n ? 'ok' : 'ingehaald'
        })
      } catch (fout) {
        // 23505: two at the same moment made the same team.
        if (codeVan(fout) === '23505') return 'ingehaald'
        throw fout
      }
    },

    verwijder: (wie, id) =>
      raakEigen(wie, (tx) =>
        sql`delete from lijnteam where id = ${id} and organisatie = ${wie.organisatie}`.execute(tx),
      ),

    bevestig: (wie, id, op) =>
      raakEigen(wie, (tx) =>
        sql`update lijnteam set bevestigd_op = ${op}::date, gevraagd_op = null
          where id = ${id} and organisatie = ${wie.organisatie}`.execute(tx),
      ),

    vraagNa: (voor, vandaag) =>
      alsTaak('lijnen', async (tx) => {
        const { numAffectedRows } = await sql`update lijnteam set gevraagd_op = ${vandaag}::date
          where bevestigd_op < ${voor}::date and gevraagd_op is null`.execute(tx)
        return Number(numAffectedRows ?? 0n)
      }),
  }
}

interface Rij {
  readonly id: string
  readonly organisatie: string
  readonly pool: string
  readonly versie: number
  /** As `bewaar` wrote it, after it was checked. */
  readonly inhoud: Omit<Lijnteam, 'id' | 'organisatie' | 'bevestigdOp'>
  readonly bevestigd_op: string
  readonly gevraagd_op: string | null
}

function gidsrij({ id, pool, versie, inhoud, ...rij }: Rij): Gidsrij {
  const organisatie = parseOrganisatieId(rij.organisatie)
  const bevestigdOp = parseDatum(rij.bevestigd_op)
  const gevraagdOp = rij.gevraagd_op === null ? undefined : parseDatum(rij.gevraagd_op)
  if (organisatie === undefined || bevestigdOp === undefined)
    throw new Error('in de databank staat een lijnteam dat niet klopt')
  return {
    team: { ...inhoud, id, organisatie, bevestigdOp },
    pool,
    versie,
    ...(gevraagdOp && { gevraagdOp }),
  }
}

import { sql } from 'kysely'
import { type OrganisatieId, parseOrganisatieId } from '../domain/index.ts'
import type { Koppelingrij, KoppelingStore } from '../loket/koppeling-store.ts'
import { codeVan } from '../platform/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

export function koppelingOpslag(databank: Databank): KoppelingStore {
  const alsTaak = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> =>
    ingangen(databank).alsTaak('loket-koppelingen', fn)
  return {
    alle: () =>
      ingangen(databank).alsTaak(
        'loket-koppelingen',
        async (tx) => {
          const { rows } = await sql<Rij>`
            select distinct on (k.organisatie) k.organisatie, k.versie, k.instelling, g.kid, g.cijfer
            from loket_koppeling k left join loket_koppeling_geheim g using (organisatie)
            order by k.organisatie, k.versie desc`.execute(tx)
          return rows.map(rijVan)
        },
        'lezen',
      ),

    bewaar: async ({ organisatie, vanVersie, instelling, geheim, op }, bewijs) => {
      try {
        return await alsTaak(async (tx) => {
          const { rows } = await sql<{ versie: number }>`select coalesce(max(versie), 0) as versie
            from loket_koppeling where organisatie = ${organisatie}`.execute(tx)
          if (Number(rows[0]?.versie ?? 0) !== vanVersie) return 'ingehaald'
          await sql`insert into loket_koppeling (organisatie, versie, instelling, op) values (${organisatie},
            ${vanVersie + 1}, ${JSON.stringify(instelling)}::jsonb, ${op})`.execute(tx)
          if (geheim === null)
            await sql`delete from loket_koppeling_geheim where organisatie = ${organisatie}`.execute(tx)
          if (geheim)
            await sql`insert into loket_koppeling_geheim (organisatie, kid, cijfer)
              values (${organisatie}, ${geheim.kid}, ${geheim.cijfer}) on conflict (organisatie)
              do update set kid = excluded.kid, cijfer = excluded.cijfer`.execute(tx)
          await voegBewijsToe(tx, [bewijs])
          return 'ok'
        })
      } catch (fout) {
        // 23505: two at the same moment made the same version; the second one looks again.
        if (codeVan(fout) === '23505') return 'ingehaald'
        throw fout
      }
    },

    herzegel: (organisatie, { kid, cijfer }) =>
      alsTaak(async (tx) => {
        await sql`update loket_koppeling_geheim set kid = ${kid}, cijfer = ${cijfer}
          where organisatie = ${organisatie}`.execute(tx)
      }),

    merkToken: ({ organisatie, jti }, tot, nu) =>
      alsTaak(async (tx) => {
        await sql`delete from loket_token where tot < ${nu}`.execute(tx)
        const { rows } = await sql`insert into loket_token (organisatie, jti, tot)
          values (${organisatie}, ${jti}, ${tot}) on conflict do nothing returning 1`.execute(tx)
        return rows.length > 0
      }),
  }
}

interface Rij {
  readonly organisatie: string
  readonly versie: number
  readonly instelling: unknown
  readonly kid: string | null
  readonly cijfer: Buffer | null
}

function rijVan({ organisatie, versie, instelling, kid, cijfer }: Rij): Koppelingrij {
  return {
    organisatie: eis(organisatie),
    versie,
    instelling,
    geheim: kid === null || cijfer === null ? undefined : { kid, cijfer },
  }
}

function eis(id: string): OrganisatieId {
  const organisatie = parseOrganisatieId(id)
  if (organisatie === undefined) throw new Error('in de databank staat een koppeling die niet klopt')
  return organisatie
}

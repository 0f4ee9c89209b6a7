import { sql } from 'kysely'
import type { BewijsLezer } from '../audit/index.ts'
import {
  type AnkerRij,
  ankerVan,
  type InhoudRij,
  inhoudVan,
  type RegelRij,
  regelVan,
} from './bewijs-rijen.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

/** For the verifier: reads all evidence as the task `bewijs-controle`, which can see everything and change nothing. */
export function bewijsLezer(databank: Databank): BewijsLezer {
  const lees = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> =>
    ingangen(databank).alsTaak('bewijs-controle', fn)
  return {
    onderwerpen: () =>
      lees(async (tx) => {
        const { rows } = await sql<{ onderwerp: string }>`
          select onderwerp from bewijs_regel union select onderwerp from bewijs_keten
          union select onderwerp from bewijs_blad union select onderwerp from bewijs_inhoud
          order by onderwerp`.execute(tx)
        return rows.map(({ onderwerp }) => onderwerp)
      }),

    keten: (onderwerp) =>
      lees(async (tx) => {
        // One statement, one moment: nobody writes between the lines and the end.
        const { rows } = await sql<{ wat: string } & RegelRij & InhoudRij>`
          select 'regel' as wat, r.onderwerp, r.volgnummer, r.vorige, r.tijd, r.soort, r.codes, r.inhoud_hash, r.hash,
            null::uuid as persoon, null as verwerking, null as organisatie, null as kid, null::bytea as zout,
            null::bytea as cijfer from bewijs_regel r where r.onderwerp = ${onderwerp}
          union all select 'inhoud', onderwerp, volgnummer, null, tijd, null, null, null, null,
            persoon, verwerking, organisatie, kid, zout, cijfer from bewijs_inhoud where onderwerp = ${onderwerp}
          union all select 'kop', onderwerp, volgnummer, null, null, null, null, null, hash,
            null, null, null, null, null, null from bewijs_keten where onderwerp = ${onderwerp}
          union all select 'blad', onderwerp, volgnummer, null, null, null, null, null, hash,
            null, null, null, null, null, null from bewijs_blad where onderwerp = ${onderwerp}
          order by volgnummer`.execute(tx)
        const van = (wat: string) => rows.filter((rij) => rij.wat === wat)
        const inhouden = van('inhoud').flatMap((rij) => {
          const inhoud = inhoudVan(rij)
          return inhoud === undefined ? [] : [[rij.volgnummer, inhoud] as const]
        })
        const [kop] = van('kop')
        return {
          regels: van('regel').map(regelVan),
          inhouden: new Map(inhouden),
          kop: kop === undefined ? undefined : { volgnummer: kop.volgnummer, hash: kop.hash },
          bladen: new Map(van('blad').map(({ volgnummer, hash }) => [volgnummer, hash])),
        }
      }),

    ankers: () =>
      lees(async (tx) => {
        const { rows } = await sql<AnkerRij>`select * from bewijs_anker order by nummer`.execute(tx)
        return rows.map(ankerVan)
      }),

    bladen: (anker) =>
      lees(async (tx) => {
        const { rows } = await sql<{ onderwerp: string; volgnummer: number; hash: Buffer }>`
          select onderwerp, volgnummer, hash from bewijs_blad where anker = ${anker} order by plaats`.execute(
          tx,
        )
        return rows
      }),

    sleutels: () =>
      lees(async (tx) => {
        // From one key to the next along the index: `distinct` would read every line.
        const { rows } = await sql<{ kid: string }>`with recursive sleutel as (
            (select min(kid) as kid from bewijs_inhoud)
            union all
            select (select min(kid) from bewijs_inhoud where kid > s.kid) from sleutel s where s.kid is not null)
          select kid from sleutel where kid is not null`.execute(tx)
        return rows.map(({ kid }) => kid)
      }),
  }
}

import { sql } from 'kysely'
import { type Databank, inTransactie } from './databank.ts'

/** A text of the corpus with the path it stands at and its hash. */
export interface RegelingTekst {
  readonly bestand: string
  readonly sha256: string
  readonly tekst: string
}

export type Activering =
  | { readonly status: 'geactiveerd'; readonly nummer: number }
  /** Somebody published in between: check again against what is now in force. */
  | { readonly status: 'ingehaald'; readonly nummer: number }

/** Notices about publications; the payload is not used, the tables say what holds. */
export const regelingKanaal = 'voordeur_regeling'

// One publication at a time, so that numbers become visible in the order in which they were given.
const activeringSlot = 20_260_101

/** Published law files: append only, by hash. What holds for a path is its last activation. */
export function regelingOpslag(databank: Databank) {
  const nummer = (db: Databank): Promise<number> =>
    db
      .selectFrom('regeling_activering')
      .select(({ fn }) => fn.coalesce(fn.max('volgnummer'), sql<number>`0`).as('nummer'))
      .executeTakeFirstOrThrow()
      .then((rij) => rij.nummer)

  const bewaar = async (db: Databank, bestanden: readonly RegelingTekst[]): Promise<void> => {
    if (bestanden.length === 0) return
    const hashes = bestanden.map((b) => b.sha256)
    const rijen = await db
      .selectFrom('regeling_bestand')
      .select('sha256')
      .where('sha256', 'in', hashes)
      .execute()
    const bekend = new Set(rijen.map((rij) => rij.sha256))
    const nieuw = bestanden
      .filter((b) => !bekend.has(b.sha256))
      .map(({ bestand, sha256, tekst }) => ({ pad: bestand, sha256, inhoud: tekst }))
    if (nieuw.length === 0) return
    await db
      .insertInto('regeling_bestand')
      .values(nieuw)
      .onConflict((oc) => oc.doNothing())
      .execute()
  }

  const wijzig = (
    bestanden: readonly RegelingTekst[],
    status: 'actief' | 'ingetrokken',
    verwacht: number,
  ): Promise<Activering> =>
    inTransactie(databank, async (tx): Promise<Activering> => {
      await sql`select pg_advisory_xact_lock(${activeringSlot})`.execute(tx)
      const nu = await nummer(tx)
      if (nu !== verwacht) return { status: 'ingehaald', nummer: nu }
      await bewaar(tx, bestanden)
      await tx
        .insertInto('regeling_activering')
        .values(bestanden.map(({ bestand, sha256 }) => ({ pad: bestand, sha256, status })))
        .execute()
      // Delivered when the transaction is committed, not before.
      await sql`select pg_notify(${regelingKanaal}, '')`.execute(tx)
      return { status: 'geactiveerd', nummer: await nummer(tx) }
    })

  return {
    nummer: () => nummer(databank),

    /** Number and files as one: read from one snapshot. */
    async gepubliceerd(): Promise<{ nummer: number; bestanden: RegelingTekst[] }> {
      return databank
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (tx) => {
          const { rows } = await sql<RegelingTekst & { status: string }>`
            select distinct on (a.pad) a.pad as bestand, a.sha256, a.status, b.inhoud as tekst
            from regeling_activering a join regeling_bestand b using (pad, sha256)
            order by a.pad, a.volgnummer desc`.execute(tx)
          const bestanden = rows
            .filter((rij) => rij.status === 'actief')
            .map(({ bestand, sha256, tekst }) => ({ bestand, sha256, tekst }))
          return { nummer: await nummer(tx), bestanden }
        })
    },

    bewaar: (bestanden: readonly RegelingTekst[]) => bewaar(databank, bestanden),

    async laatste(paden: readonly string[]): Promise<RegelingTekst[]> {
      if (paden.length === 0) return []
      const { rows } = await sql<RegelingTekst>`
        select distinct on (pad) pad as bestand, sha256, inhoud as tekst from regeling_bestand
        where pad = any(${paden}::text[]) order by pad, geplaatst_op desc`.execute(databank)
      return rows
    },

    async teksten(hashes: readonly string[]): Promise<RegelingTekst[]> {
      if (hashes.length === 0) return []
      return databank
        .selectFrom('regeling_bestand')
        .select(['pad as bestand', 'sha256', 'inhoud as tekst'])
        .where('sha256', 'in', [...hashes])
        .execute()
    },

    /** What holds no longer: the last word on each path decides, and the text is the one that was withdrawn. */
    async ingetrokken(): Promise<RegelingTekst[]> {
      const rijen = await databank
        .selectFrom('regeling_activering as a')
        .innerJoin('regeling_bestand as b', (join) =>
          join.onRef('b.pad', '=', 'a.pad').onRef('b.sha256', '=', 'a.sha256'),
        )
        .distinctOn('a.pad')
        .select(['a.pad as bestand', 'a.sha256', 'a.status', 'b.inhoud as tekst'])
        .orderBy('a.pad')
        .orderBy('a.volgnummer', 'desc')
        .execute()
      return rijen.flatMap(({ status, bestand, sha256, tekst }) =>
        status === 'ingetrokken' ? [{ bestand, sha256, tekst }] : [],
      )
    },

    /**
     * Stores and activates all files or none. `verwacht` is the number against which they were checked:
     * after another publication the check no longer says anything.
     */
    activeer: (bestanden: readonly RegelingTekst[], verwacht: number) =>
      wijzig(bestanden, 'actief', verwacht),

    /** What was published at these paths holds no longer, all or none. The texts stay: receipts refer to them. */
    trekIn: (bestanden: readonly RegelingTekst[], verwacht: number) =>
      wijzig(bestanden, 'ingetrokken', verwacht),
  }
}

export type RegelingOpslag = ReturnType<typeof regelingOpslag>

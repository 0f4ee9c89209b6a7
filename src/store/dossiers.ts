import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { type PersoonId, parsePersoonId } from '../domain/index.ts'
import {
  afmeldDoel,
  type DossierRij,
  type DossierStore,
  type VolgvoorkeurRij,
  volgDoel,
} from '../proactief/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { wisOuder } from './wisdelen.ts'

export function dossierOpslag(databank: Databank): DossierStore {
  const { alsTaak, metBewijs } = ingangen(databank)
  const als = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => alsTaak('levensloop', fn)
  return {
    begin: ({ rij, namen, bewijzen }) =>
      als(async (tx) => {
        const { persoon, sinds, versie, zout, kid, cijfer } = rij
        // What was worked out with other answers says nothing about these.
        await wisGevolgen(tx, persoon)
        await sql`insert into levensloop_dossier (persoon, sinds, versie, zout, kid, cijfer, op)
          values (${persoon}, ${sinds}, ${versie}, ${zout}, ${kid}, ${cijfer}, ${sinds})`.execute(tx)
        await sql`insert into levensloop_abonnement (bron, wie, persoon, sinds)
          select n.bron, n.wie, ${persoon}, ${sinds}
          from unnest(${namen.map(({ bron }) => bron)}::text[], ${namen.map(({ wie }) => wie)}::text[]) as n (bron, wie)`.execute(
          tx,
        )
        await sql`update levensloop_voorkeur set afgemeld = null where persoon = ${persoon}`.execute(tx)
        await voegBewijsToe(tx, bewijzen)
      }),

    haal: (persoon, bewijs) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<
          Rij & { readonly op: Date; readonly is_opzij: boolean }
        >`select persoon::text, sinds, versie, zout, kid,
          cijfer, op, opzij is not null as is_opzij from levensloop_dossier where persoon = ${persoon}`.execute(
          tx,
        )
        const [rij] = rows
        return {
          dossier: rij && dossierVan(rij),
          voorkeur: (await leesVolgvoorkeuren(tx, [persoon])).get(persoon),
          kijkt: rij?.op,
          isOpzij: rij?.is_opzij === true,
        }
      }),

    wijzig: (rij, op, bewijzen) =>
      als(async (tx) => {
        const { persoon, versie, zout, kid, cijfer } = rij
        const { numAffectedRows } = await sql`update levensloop_dossier
          set versie = ${versie}, zout = ${zout}, kid = ${kid}, cijfer = ${cijfer}, op = least(op, ${op}),
            hand = null, bezig_tot = null, mislukt = 0, opzij = null
          where persoon = ${persoon} and versie = ${versie - 1}`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    wis: (persoon, afgemeld, bewijzen) =>
      als(async (tx) => {
        let aantal = await wisGevolgen(tx, persoon)
        // Also what is on its way: whoever stops hears nothing more (AVG art. 7 lid 3 and 21).
        await sql`select levensloop_berichten_terug(${persoon}::uuid)`.execute(tx)
        if (afgemeld !== undefined) {
          const { numAffectedRows } =
            await sql`insert into levensloop_voorkeur as v (persoon, afgemeld, gezet)
            values (${persoon}, ${afgemeld}, ${afgemeld})
            on conflict (persoon) do update set afgemeld = excluded.afgemeld, gezet = excluded.gezet
            where v.afgemeld is null`.execute(tx)
          aantal += numAffectedRows ?? 0n
        }
        if (aantal > 0n) await voegBewijsToe(tx, bewijzen)
        return aantal > 0n
      }),

    zetVoorkeur: (persoon, maak, bewijzen) =>
      als(async (tx) => {
        const rij = maak(await leesOmTeSchrijven(tx, persoon))
        if (rij === undefined) return
        await schrijfVoorkeur(tx, rij)
        await voegBewijsToe(tx, bewijzen)
      }),
  }
}

/**
 * Everything that came of taking part; what they want stays. The dossier first: whoever writes something about them waits
 * for it or is waited for, and writes nothing without one.
 */
async function wisGevolgen(tx: Tx, persoon: PersoonId): Promise<bigint> {
  let aantal = 0n
  for (const tabel of ['dossier', 'abonnement', 'melding', 'signaal']) {
    const { numAffectedRows } =
      await sql`delete from ${sql.id(`levensloop_${tabel}`)} where persoon = ${persoon}`.execute(tx)
    aantal += numAffectedRows ?? 0n
  }
  return aantal
}

/** Whoever works on them at this moment decided without what is written now: it writes nothing, and they come again. */
export async function neemUitHanden(tx: Tx, persoon: PersoonId): Promise<void> {
  await sql`update levensloop_dossier set hand = null, bezig_tot = null where persoon = ${persoon}`.execute(
    tx,
  )
}

/** Makes the row when there is none, so that two who write wait for each other. */
export async function leesOmTeSchrijven(tx: Tx, persoon: PersoonId): Promise<VolgvoorkeurRij | undefined> {
  await neemUitHanden(tx, persoon)
  await sql`insert into levensloop_voorkeur (persoon) values (${persoon}) on conflict do nothing`.execute(tx)
  await sql`select 1 from levensloop_voorkeur where persoon = ${persoon} for update`.execute(tx)
  return (await leesVolgvoorkeuren(tx, [persoon])).get(persoon)
}

export async function schrijfVoorkeur(
  tx: Tx,
  { persoon, afgemeld, nietVoorMij, gezet }: VolgvoorkeurRij,
): Promise<void> {
  await sql`update levensloop_voorkeur set afgemeld = ${afgemeld ?? null}, kid = ${nietVoorMij?.kid ?? null},
    cijfer = ${nietVoorMij?.cijfer ?? null}, gezet = ${gezet} where persoon = ${persoon}`.execute(tx)
}

export async function leesVolgvoorkeuren(
  tx: Tx,
  personen: readonly PersoonId[],
): Promise<ReadonlyMap<PersoonId, VolgvoorkeurRij>> {
  const { rows } = await sql<{
    readonly persoon: string
    readonly afgemeld: Date | null
    readonly kid: string | null
    readonly cijfer: Buffer | null
    readonly gezet: Date
  }>`select persoon::text, afgemeld, kid, cijfer, gezet from levensloop_voorkeur
    where persoon = any(${[...personen]}::uuid[])`.execute(tx)
  return new Map(
    rows.map(({ persoon: tekst, afgemeld, kid, cijfer, gezet }) => {
      const persoon = wieVan(tekst)
      const nietVoorMij = kid === null || cijfer === null ? undefined : { kid, cijfer }
      return [persoon, { persoon, afgemeld: afgemeld ?? undefined, nietVoorMij, gezet }]
    }),
  )
}

export interface Rij {
  readonly persoon: string
  readonly sinds: Date
  readonly versie: number
  readonly zout: Buffer
  readonly kid: string
  readonly cijfer: Buffer
}

export function dossierVan({ persoon, sinds, versie, zout, kid, cijfer }: Rij): DossierRij {
  return { persoon: wieVan(persoon), sinds, versie, zout, kid, cijfer }
}

export function wieVan(tekst: string): PersoonId {
  const persoon = parsePersoonId(tekst)
  if (persoon === undefined) throw new Error('een dossier van niemand')
  return persoon
}

/** A consent ends by itself when the retention period is over: then the answers go, and signals of that age. */
export function dossierOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: volgDoel,
    async ruimOp(grens) {
      const { alsTaak } = ingangen(bewaring)
      let weg = 0
      for (;;) {
        const { rows } = await alsTaak('bewaring', (tx) =>
          sql<{
            readonly persoon: string
          }>`select persoon::text from levensloop_dossier where sinds < ${grens}
            limit ${perKeer}`.execute(tx),
        )
        // Each in an act of their own: what happens to others meanwhile waits for nobody.
        for (const { persoon } of rows)
          if (await alsTaak('bewaring', (tx) => wisVerlopen(tx, wieVan(persoon), grens))) weg++
        if (rows.length < perKeer) break
      }
      return weg + (await wisOuder(bewaring, { tabel: 'levensloop_signaal', moment: 'ontstaan' }, grens))
    },
  }
}

/** Named limit: so many are looked up at once whose consent is over. */
const perKeer = 500

/** As when they stop. `false`: they said yes again meanwhile, or stopped. */
async function wisVerlopen(tx: Tx, persoon: PersoonId, grens: Date): Promise<boolean> {
  const { numAffectedRows } =
    await sql`delete from levensloop_dossier where persoon = ${persoon} and sinds < ${grens}`.execute(tx)
  if (numAffectedRows !== 1n) return false
  await wisGevolgen(tx, persoon)
  await sql`select levensloop_berichten_terug(${persoon}::uuid)`.execute(tx)
  return true
}

/**
 * What somebody does not want to hear, when its term is over; of who takes part it stays. A row in which nobody wants
 * anything any more goes at once.
 */
export function afmeldingOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: afmeldDoel,
    ruimOp: (grens) =>
      ingangen(bewaring).alsTaak('bewaring', async (tx) => {
        const { numAffectedRows } = await sql`delete from levensloop_voorkeur v
          where (v.afgemeld is null and v.kid is null)
            or (v.gezet < ${grens} and not exists (select 1 from levensloop_dossier d where d.persoon = v.persoon))`.execute(
          tx,
        )
        return Number(numAffectedRows ?? 0n)
      }),
  }
}

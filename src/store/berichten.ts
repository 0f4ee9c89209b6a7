import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { parsePersoonId } from '../domain/index.ts'
import type { BerichtRij, BerichtStore, GelezenRij, Plaatsing } from '../kanalen/bericht-store.ts'
import { berichtsoorten } from '../kanalen/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { een } from './zending-rijen.ts'

export function berichtOpslag(databank: Databank): BerichtStore {
  const { alsPersoon, alsTaakOver, metBewijs } = ingangen(databank)
  return {
    kent: (persoon, kenmerk) =>
      alsTaakOver('berichten', persoon, async (tx) => {
        const { rows } = await sql`select 1 from bericht
          where persoon = ${persoon} and kenmerk = ${kenmerk}`.execute(tx)
        return rows.length > 0
      }),

    bestaat: (persoon, id) =>
      alsTaakOver('berichten', persoon, async (tx) => {
        const { rows } = await sql`select 1 from bericht where id = ${id} and persoon = ${persoon}`.execute(
          tx,
        )
        return rows.length > 0
      }),

    plaats: (plaatsing) =>
      alsTaakOver('berichten', plaatsing.rij.persoon, async (tx) => {
        if (!(await schrijf(tx, plaatsing))) return false
        await voegBewijsToe(tx, plaatsing.bewijzen)
        return true
      }),

    lijst: (persoon, bewijs, hoogstens, lezer = persoon) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<Gelezen>`select b.*, ${alsLezer} from bericht b ${bijLezer(lezer)}
          where b.persoon = ${persoon} order by b.verstuurd desc, b.id desc limit ${hoogstens}`.execute(tx)
        return rows.map(gelezenVan)
      }),

    vind: (persoon, id, bewijs, lezer = persoon) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<Gelezen>`select b.*, ${alsLezer} from bericht b ${bijLezer(lezer)}
          where b.id = ${id} and b.persoon = ${persoon}`.execute(tx)
        return rows.map(gelezenVan)[0]
      }),

    merkGeopend: (persoon, id, op, bewijzen) =>
      alsPersoon(persoon, async (tx) => {
        const { numAffectedRows } = await sql`update bericht set geopend = ${op}
          where id = ${id} and geopend is null`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    ongelezen: (persoon, bewijs) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<{ aantal: number }>`select count(*)::int as aantal from bericht
          where persoon = ${persoon} and geopend is null`.execute(tx)
        return rows[0]?.aantal ?? 0
      }),

    markeer: (persoon, id, lezer, { isGelezen, isGearchiveerd }) =>
      alsPersoon(persoon, async (tx) => {
        const [gelezen, archief] = [isGelezen ?? null, isGearchiveerd ?? null]
        // What nobody marked is read when it was opened.
        const { numAffectedRows } = await sql`insert into bericht_lezer as l
            (bericht, persoon, lezer, is_gelezen, is_gearchiveerd)
          select id, persoon, ${lezer}, coalesce(${gelezen}::boolean, geopend is not null),
            coalesce(${archief}::boolean, false) from bericht where id = ${id} and persoon = ${persoon}
          on conflict (bericht, lezer) do update set is_gelezen = coalesce(${gelezen}::boolean, l.is_gelezen),
            is_gearchiveerd = coalesce(${archief}::boolean, l.is_gearchiveerd)`.execute(tx)
        return numAffectedRows === 1n
      }),

    bijlage: (persoon, id, nummer, bewijs) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<{ bericht: string; nummer: number; kid: string; cijfer: Buffer }>`
          select bericht, nummer, kid, cijfer from bericht_bijlage
          where bericht = ${id} and persoon = ${persoon} and nummer = ${nummer}`.execute(tx)
        return rows[0]
      }),
  }
}

/** With its way to whom it is for: the item of the inbox, from which everything else follows. */
async function schrijf(tx: Tx, { rij, bijlagen, organisatie, uiterlijk }: Plaatsing): Promise<boolean> {
  const { id, persoon, soort, kenmerk, verstuurd, corrigeert, kid, cijfer } = rij
  const { numAffectedRows } =
    await sql`insert into bericht (id, persoon, soort, kenmerk, verstuurd, corrigeert, kid, cijfer)
    values (${id}, ${persoon}, ${soort}, ${kenmerk}, ${verstuurd}, ${corrigeert ?? null}, ${kid}, ${cijfer})
    on conflict (persoon, kenmerk) do nothing`.execute(tx)
  if (numAffectedRows !== 1n) return false
  for (const bijlage of bijlagen)
    await sql`insert into bericht_bijlage (bericht, persoon, nummer, kid, cijfer)
      values (${id}, ${persoon}, ${bijlage.nummer}, ${bijlage.kid}, ${bijlage.cijfer})`.execute(tx)
  await sql`insert into zending (id, persoon, bericht, organisatie, kanaal, stand, gemaakt, volgende, uiterlijk)
    values (${id}, ${persoon}, ${id}, ${organisatie ?? null}, 'berichtenbox', 'gemaakt', ${verstuurd}, ${verstuurd},
      ${uiterlijk})`.execute(tx)
  return true
}

/** For who sends: of the messages that are in hand. */
export async function leesBerichten(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, BerichtRij>> {
  const { rows } = await sql<Rij>`select * from bericht where id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((rij) => [rij.id, rijVan(rij)]))
}

/** What goes when the retention period of messages is over. */
export function berichtOpruimer(bewaring: Databank): Opruimer {
  return { verwerking: 'bericht-sturen', ruimOp: (grens) => ruimBerichtenOp(bewaring, grens) }
}

/** As `bewaring`: messages from before this moment, with their files. Gives how many went. */
export async function ruimBerichtenOp(bewaring: Databank, grens: Date): Promise<number> {
  return ingangen(bewaring).alsTaak('bewaring', async (tx) => {
    const { numAffectedRows } = await sql`delete from bericht where verstuurd < ${grens}`.execute(tx)
    return Number(numAffectedRows ?? 0n)
  })
}

const alsLezer = sql`coalesce(l.is_gelezen, b.geopend is not null) as is_gelezen,
  coalesce(l.is_gearchiveerd, false) as is_gearchiveerd,
  (select c.id from bericht c where c.corrigeert = b.id and c.persoon = b.persoon
    order by c.verstuurd desc, c.id desc limit 1) as gecorrigeerd_door`

function bijLezer(lezer: string) {
  return sql`left join bericht_lezer l on l.bericht = b.id and l.lezer = ${lezer}`
}

interface Rij {
  readonly id: string
  readonly persoon: string
  readonly soort: string
  readonly kenmerk: Buffer
  readonly verstuurd: Date
  readonly geopend: Date | null
  readonly corrigeert: string | null
  readonly kid: string
  readonly cijfer: Buffer
}

interface Gelezen extends Rij {
  readonly gecorrigeerd_door: string | null
  readonly is_gelezen: boolean
  readonly is_gearchiveerd: boolean
}

function gelezenVan(rij: Gelezen): GelezenRij {
  const { is_gelezen: isGelezen, is_gearchiveerd: isGearchiveerd, gecorrigeerd_door: door } = rij
  return { ...rijVan(rij), gecorrigeerdDoor: door ?? undefined, isGelezen, isGearchiveerd }
}

function rijVan(rij: Rij): BerichtRij {
  const { id, persoon, kenmerk, verstuurd, geopend, corrigeert, kid, cijfer } = rij
  const wie = parsePersoonId(persoon)
  if (wie === undefined) throw new Error('een bericht aan niemand')
  return {
    id,
    persoon: wie,
    soort: een(berichtsoorten, rij.soort),
    kenmerk,
    verstuurd,
    geopend: geopend ?? undefined,
    corrigeert: corrigeert ?? undefined,
    kid,
    cijfer,
  }
}

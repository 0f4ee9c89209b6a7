import { sql } from 'kysely'
import type { Opruimer, VerzegeldBewijs } from '../audit/index.ts'
import { parsePersoonId } from '../domain/index.ts'
import type { BerichtRij, BerichtStore, GelezenRij, Plaatsing } from '../kanalen/bericht-store.ts'
import { berichtsoorten } from '../kanalen/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, metZoekhashes, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { een } from './zending-rijen.ts'

export function berichtOpslag(databank: Databank): BerichtStore {
  const { alsPersoon, alsTaakMetHashes, alsTaakOver, metBewijs } = ingangen(databank)
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

    bekend: (kenmerken) =>
      alsTaakMetHashes('berichten', kenmerken, async (tx) => {
        const { rows } = await sql<{ kenmerk: Buffer }>`select kenmerk from bericht
          where kenmerk = any(${[...kenmerken]}::bytea[])`.execute(tx)
        return new Set(rows.map(({ kenmerk }) => kenmerk.toString('hex')))
      }),

    plaats: (plaatsingen) => {
      const kenmerken = plaatsingen.map(({ rij }) => rij.kenmerk)
      return alsTaakMetHashes('berichten', kenmerken, async (tx) => {
        const nieuw = await schrijf(tx, plaatsingen)
        await voegBewijsVanNieuwe(tx, plaatsingen, nieuw)
        return nieuw
      })
    },

    lijst: (persoon, bewijs, hoogstens, lezer = persoon, { isGearchiveerd, alleenNieuw = false, na } = {}) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const waar = [
          sql`b.persoon = ${persoon}`,
          ...(isGearchiveerd === undefined ? [] : [sql`${gearchiveerd} = ${isGearchiveerd}`]),
          ...(alleenNieuw ? [sql`not ${gelezen}`] : []),
          ...(na === undefined
            ? []
            : [sql`(b.verstuurd, b.id) < (select verstuurd, id from bericht where id = ${na})`]),
        ]
        const { rows } = await sql<Gelezen>`select b.*, ${alsLezer} from bericht b ${bijLezer(lezer)}
          where ${sql.join(waar, sql` and `)} order by b.verstuurd desc, b.id desc limit ${hoogstens}`.execute(
          tx,
        )
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

    merkGelezen: ({ persoon, lezer }, id, bewijzen) =>
      alsPersoon(persoon, async (tx) => {
        const { numAffectedRows } = await sql`insert into bericht_lezer as l (bericht, persoon, lezer)
          select id, persoon, ${lezer} from bericht where id = ${id} and persoon = ${persoon}
          on conflict (bericht, lezer) do update set is_gelezen = true where not l.is_gelezen`.execute(tx)
        if (numAffectedRows === 1n) await voegBewijsToe(tx, bewijzen)
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

/**
 * As the last of a transaction that somebody else began, and with what it tells of or not at all: from here on that one
 * sees what whoever sends sees. A second connection in there would wait for others that do the same. `ook`: evidence of
 * what it tells of, at the end of the same chains before theirs, written whether the message was sent before or not.
 */
export async function plaatsAlsLaatste(
  tx: Tx,
  plaatsingen: readonly Plaatsing[],
  ook: readonly VerzegeldBewijs[] = [],
): Promise<void> {
  if (plaatsingen.length === 0) return void (await voegBewijsToe(tx, ook))
  await sql`select set_config('voordeur.soort', 'taak', true), set_config('voordeur.taak', 'berichten', true),
    set_config('voordeur.persoon', '', true), set_config('voordeur.medewerker', '', true),
    set_config('voordeur.organisatie', '', true)`.execute(tx)
  const kenmerken = plaatsingen.map(({ rij }) => rij.kenmerk)
  await metZoekhashes(tx, kenmerken)
  await voegBewijsVanNieuwe(tx, plaatsingen, await schrijf(tx, plaatsingen), ook)
}

async function voegBewijsVanNieuwe(
  tx: Tx,
  plaatsingen: readonly Plaatsing[],
  nieuw: ReadonlySet<string>,
  ook: readonly VerzegeldBewijs[] = [],
): Promise<void> {
  await voegBewijsToe(tx, [
    ...ook,
    ...plaatsingen.flatMap(({ rij, bewijzen }) => (nieuw.has(rij.id) ? bewijzen : [])),
  ])
}

/** With its way to whom it is for: the item of the inbox, from which everything else follows. */
async function schrijf(tx: Tx, plaatsingen: readonly Plaatsing[]): Promise<ReadonlySet<string>> {
  const rijen = plaatsingen.map(({ rij }) => rij)
  const kolom = <T>(van: (rij: BerichtRij) => T) => rijen.map(van)
  // In one order for everybody: who sends the same messages elsewhere waits for us, and not we for them.
  const { rows } = await sql<{ id: string }>`
    insert into bericht (id, persoon, soort, kenmerk, verstuurd, corrigeert, kid, cijfer)
    select * from unnest(${kolom(({ id }) => id)}::uuid[], ${kolom(({ persoon }) => persoon)}::uuid[],
      ${kolom(({ soort }) => soort)}::text[], ${kolom(({ kenmerk }) => kenmerk)}::bytea[],
      ${kolom(({ verstuurd }) => verstuurd)}::timestamptz[], ${kolom(({ corrigeert }) => corrigeert ?? null)}::uuid[],
      ${kolom(({ kid }) => kid)}::text[], ${kolom(({ cijfer }) => cijfer)}::bytea[])
      as n (id, persoon, soort, kenmerk, verstuurd, corrigeert, kid, cijfer) order by kenmerk
    on conflict (persoon, kenmerk) do nothing returning id`.execute(tx)
  const nieuw = new Set(rows.map(({ id }) => id))
  const geplaatst = plaatsingen.filter(({ rij }) => nieuw.has(rij.id))
  for (const { rij, bijlagen } of geplaatst)
    for (const { nummer, kid, cijfer } of bijlagen)
      await sql`insert into bericht_bijlage (bericht, persoon, nummer, kid, cijfer)
        values (${rij.id}, ${rij.persoon}, ${nummer}, ${kid}, ${cijfer})`.execute(tx)
  await sql`insert into zending (id, persoon, bericht, organisatie, kanaal, stand, gemaakt, volgende, uiterlijk)
    select id, persoon, id, organisatie, 'berichtenbox', 'gemaakt', verstuurd, verstuurd, uiterlijk
    from unnest(${geplaatst.map(({ rij }) => rij.id)}::uuid[], ${geplaatst.map(({ rij }) => rij.persoon)}::uuid[],
      ${geplaatst.map(({ organisatie }) => organisatie ?? null)}::text[],
      ${geplaatst.map(({ rij }) => rij.verstuurd)}::timestamptz[],
      ${geplaatst.map(({ uiterlijk }) => uiterlijk)}::timestamptz[])
      as n (id, persoon, organisatie, verstuurd, uiterlijk)`.execute(tx)
  return nieuw
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

const gelezen = sql`coalesce(l.is_gelezen, b.geopend is not null)`
const gearchiveerd = sql`coalesce(l.is_gearchiveerd, false)`
const alsLezer = sql`${gelezen} as is_gelezen, ${gearchiveerd} as is_gearchiveerd,
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

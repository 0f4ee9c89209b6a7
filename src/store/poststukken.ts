import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { eisZoekbewijs, type Verwerkingsbewijs } from '../audit/index.ts'
import { type OrganisatieId, parsePersoonId } from '../domain/index.ts'
import {
  type BijlageRij,
  type DoorzendRij,
  type GepakteRij,
  isAfgewezen,
  type KennisRij,
  type Postlezer,
  type Poststukplaatsing,
  type PoststukRij,
  type PoststukStore,
  type Postvraag,
  type VolledigeRij,
} from '../ontvangst/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { eisOrganisatie } from './eis-organisatie.ts'
import {
  type Doorzendrij,
  type Kennisrij,
  kennisVan,
  type Regel,
  type Rij,
  stukVan,
  type Werkrij,
} from './poststuk-rijen.ts'

export function poststukOpslag(databank: Databank): PoststukStore {
  const { alsTaak, alsTaakMetHashes, alsMedewerker, metBewijs } = ingangen(databank)
  /** Of the person of a ground, or of nobody who is known: then the proof is one that is about nobody. */
  const alsLezer = async <T>(
    { persoon, ...wie }: Postlezer,
    bewijs: Verwerkingsbewijs,
    fn: (tx: Tx) => Promise<T>,
  ): Promise<T> => {
    if (persoon !== undefined) return metBewijs(bewijs).alsMedewerker({ ...wie, persoon }, fn)
    eisZoekbewijs(bewijs)
    return alsMedewerker(wie, fn)
  }
  return {
    plaats: (plaatsingen) => {
      const kenmerken = plaatsingen.map(({ rij }) => rij.kenmerk)
      return alsTaakMetHashes('post', kenmerken, async (tx) => {
        const nieuw = await voegToe(tx, plaatsingen)
        const herhaald = plaatsingen.flatMap(({ rij }) => (nieuw.has(rij.id) ? [] : [rij.kenmerk]))
        const eerder =
          herhaald.length === 0
            ? []
            : await lees(tx, sql`kenmerk = any(${herhaald}::bytea[])`, herhaald.length)
        return plaatsingen.map(({ rij, kennis }) => {
          // What was just written need not be read back: many of these come in a second.
          if (nieuw.has(rij.id))
            return { isNieuw: true, volledig: { rij, kennis: [kennis], doorgezonden: [] } }
          const volledig = eerder.find((een) => een.rij.kenmerk.equals(rij.kenmerk))
          if (volledig === undefined) throw new Error('een poststuk is weg dat net geschreven werd')
          return { isNieuw: false, volledig }
        })
      })
    },

    meld: (rij, { kennis, doorzending, bewijzen }) =>
      alsTaakMetHashes('post', [rij.kenmerk], async (tx) => {
        // Whoever forwards it at the same moment waits here, and then it is somewhere else.
        const { rows } = await sql<{ bij: string }>`select bij from poststuk where id = ${rij.id}
          for update`.execute(tx)
        const { rows: eerder } = await sql<Pick<Kennisrij, 'soort' | 'kenmerk'>>`
          select soort, kenmerk from poststuk_kennisgeving where poststuk = ${rij.id} order by op`.execute(tx)
        const { kenmerk } = kennis
        if (kenmerk !== undefined && eerder.some((een) => een.kenmerk?.equals(kenmerk))) return 'ok'
        if (rows[0]?.bij !== rij.bij) return 'al-weg'
        if (isAfgewezen({ gebeurd: eerder }) !== (kennis.soort === 'toch-aangenomen')) return 'al-gemeld'
        await voegKennisToe(tx, [kennis])
        if (doorzending !== undefined) await verplaats(tx, rij, kennis, doorzending)
        await voegBewijsToe(tx, bewijzen)
        return 'ok'
      }),

    lijst: (persoon, bewijs, hoogstens) =>
      metBewijs(bewijs).alsPersoon(persoon, (tx) => lees(tx, sql`persoon = ${persoon}`, hoogstens)),

    vind: (persoon, id, bewijs) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => (await lees(tx, sql`id = ${id}`, 1))[0]),

    bijlage: (persoon, id, volgnummer, bewijs) =>
      metBewijs(bewijs).alsPersoon(persoon, (tx) => leesBijlage(tx, id, volgnummer)),

    verkeer: (persoon, bewijs) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<Regel>`select volgnummer, tijd, soort, codes, encode(hash, 'hex') as hash
          from bewijs_regel where onderwerp = ${`persoon:${persoon}`}
            and soort not in ('verwerking', 'afgerond', 'gewist')
          order by volgnummer desc limit ${maxVerkeer}`.execute(tx)
        return rows
      }),

    bij: (lezer, bewijs, vraag, hoogstens) =>
      alsLezer(lezer, bewijs, (tx) => leesBij(tx, lezer.organisatie, vraag, hoogstens)),

    vindBij: (lezer, id, bewijs) =>
      alsLezer(lezer, bewijs, async (tx) => (await lees(tx, sql`id = ${id}`, 1))[0]),

    bijlageBij: (lezer, id, volgnummer, bewijs) =>
      alsLezer(lezer, bewijs, (tx) => leesBijlage(tx, id, volgnummer)),

    async afzenderVan({ medewerker, organisatie }, id, bewijs) {
      eisZoekbewijs(bewijs)
      const { rows } = await alsMedewerker({ medewerker, organisatie }, (tx) =>
        sql<{ persoon: string | null }>`select persoon from post_afzender(${id})`.execute(tx),
      )
      return rows[0] && (parsePersoonId(rows[0].persoon ?? '') ?? 'onbekend')
    },

    doorgezonden: ({ medewerker, organisatie }, nummer) =>
      alsMedewerker({ medewerker, organisatie }, async (tx) => {
        const { rows } = await sql<{ naar: string; op: Date }>`select naar, op from poststuk_doorzending
          where nummer = ${nummer} and van = ${organisatie} and naar <> van order by op desc limit ${maxDoor}`.execute(
          tx,
        )
        return rows.map(({ naar, op }) => ({ naar: eisOrganisatie(naar), op }))
      }),

    werklijst: ({ medewerker, organisatie }, { na, nummer }, hoogstens) =>
      alsMedewerker({ medewerker, organisatie }, async (tx) => {
        const { rows } = await sql<Werkrij>`select * from post_werklijst(${nummer ?? null}::text,
          ${na?.ontvangen ?? null}::timestamptz, ${na?.id ?? null}::uuid, ${hoogstens}::integer)`.execute(tx)
        return rows.map(({ is_bekend, te_bezorgen, gereed, ...rij }) => ({
          ...rij,
          isBekend: is_bekend,
          teBezorgen: te_bezorgen,
          gereed: gereed ?? undefined,
        }))
      }),

    zetGereed: (rij, gereed, bewijzen) =>
      alsTaakMetHashes('post', [rij.kenmerk], async (tx) => {
        const { rows } = await sql<{ bij: string; gereed: Date | null }>`select bij, gereed from poststuk
          where id = ${rij.id} for update`.execute(tx)
        if (rows[0]?.bij !== rij.bij) return 'al-weg'
        // Two at once say the same: it is written once.
        if ((rows[0].gereed === null) === (gereed === undefined)) return 'ok'
        const { rows: open } = await sql`select 1 from poststuk_kennisgeving
          where poststuk = ${rij.id} and hoe = 'adres' and bezorgd is null limit 1`.execute(tx)
        if (gereed !== undefined && open.length > 0) return 'nog-te-melden'
        await sql`update poststuk set gereed = ${gereed ?? null} where id = ${rij.id}`.execute(tx)
        await voegBewijsToe(tx, bewijzen)
        return 'ok'
      }),

    merkBezorgd: (lezer, kennisgeving, op, bewijzen) =>
      alsMedewerker(lezer, async (tx) => {
        const { numAffectedRows } = await sql`update poststuk_kennisgeving set bezorgd = ${op}
          where id = ${kennisgeving} and hoe = 'adres' and bezorgd is null`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    pak: ({ hoe, nu, tot, hoogstens }) =>
      alsTaak('post-bezorgen', async (tx) => {
        const { rows } = await sql<Kennisrij & GepakteRij>`
          update poststuk_kennisgeving k set bezig_tot = ${tot}, greep = k.greep + 1,
            ongewis = k.ongewis + (k.bezig_tot is not null)::int from (
            select id from poststuk_kennisgeving
            where hoe = ${hoe} and bezorgd is null and (bezig_tot is null or bezig_tot <= ${nu})
              and (volgende is null or volgende <= ${nu})
            order by op limit ${hoogstens} for update skip locked) gekozen
          where k.id = gekozen.id returning k.*`.execute(tx)
        return rows.map((rij) => {
          const { greep, pogingen, ongewis } = rij
          return { ...kennisVan(rij), greep, pogingen, ongewis }
        })
      }),

    stelUit: ({ id, pogingen, ongewis }, volgende) =>
      alsTaak('post-bezorgen', async (tx) => {
        await sql`update poststuk_kennisgeving set bezig_tot = null, volgende = ${volgende}, pogingen = ${pogingen},
          ongewis = ${ongewis} where id = ${id} and bezorgd is null`.execute(tx)
      }),

    klaar: (kennisgevingen, op, bewijzen = []) =>
      alsTaak('post-bezorgen', async (tx) => {
        const { numAffectedRows } =
          await sql`update poststuk_kennisgeving set bezorgd = greatest(op, ${op}), bezig_tot = null
          where id = any(${[...kennisgevingen]}::uuid[]) and bezorgd is null`.execute(tx)
        // Done by another meanwhile, who wrote it down.
        if (numAffectedRows !== 0n) await voegBewijsToe(tx, bewijzen)
      }),

    naarAdres: (kennisgeving, bewijzen) =>
      alsTaak('post-bezorgen', async (tx) => {
        const { rows } = await sql<Kennisrij>`
          update poststuk_kennisgeving set hoe = 'adres', bezig_tot = null, bezorgd = null
          where id = ${kennisgeving} and hoe = 'email' returning *`.execute(tx)
        for (const rij of rows) await voegBewijsToe(tx, bewijzen(kennisVan(rij)))
        return rows.length > 0
      }),
  }
}

/** Named limit: so often does nothing go to and fro. */
const maxDoor = 10

/** Named limit: more lines than this fit in no file that somebody reads. */
const maxVerkeer = 10_000

/** In one order for everybody: who has the same items elsewhere waits for us, and not we for them. Gives what is new. */
async function voegToe(tx: Tx, plaatsingen: readonly Poststukplaatsing[]): Promise<ReadonlySet<string>> {
  const kolom = <T>(van: (rij: PoststukRij) => T) => plaatsingen.map(({ rij }) => van(rij))
  const { rows } = await sql<{ id: string }>`
    insert into poststuk (id, nummer, kenmerk, persoon, door, organisatie, bij, bij_sinds, soort, weg, ontvangen,
      vastgelegd, kid, cijfer)
    select id, nummer, kenmerk, persoon, door, organisatie, bij, vastgelegd, soort, weg, ontvangen, vastgelegd, kid,
      cijfer
    from unnest(${kolom(({ id }) => id)}::uuid[], ${kolom(({ nummer }) => nummer)}::text[],
      ${kolom(({ kenmerk }) => kenmerk)}::bytea[], ${kolom(({ persoon }) => persoon ?? null)}::uuid[],
      ${kolom(({ door }) => door ?? null)}::uuid[], ${kolom(({ organisatie }) => organisatie)}::text[],
      ${kolom(({ bij }) => bij)}::text[], ${kolom(({ soort }) => soort)}::text[],
      ${kolom(({ weg }) => weg)}::text[], ${kolom(({ ontvangen }) => ontvangen)}::timestamptz[],
      ${kolom(({ vastgelegd }) => vastgelegd)}::timestamptz[], ${kolom(({ kid }) => kid)}::text[],
      ${kolom(({ cijfer }) => cijfer)}::bytea[])
      as n (id, nummer, kenmerk, persoon, door, organisatie, bij, soort, weg, ontvangen, vastgelegd, kid, cijfer)
    order by kenmerk on conflict (kenmerk) do nothing returning id`.execute(tx)
  const nieuw = new Set(rows.map(({ id }) => id))
  const geplaatst = plaatsingen.filter(({ rij }) => nieuw.has(rij.id))
  for (const { rij, bijlagen } of geplaatst)
    for (const { volgnummer, kid, cijfer } of bijlagen)
      await sql`insert into poststuk_bijlage (poststuk, volgnummer, kid, cijfer)
        values (${rij.id}, ${volgnummer}, ${kid}, ${cijfer})`.execute(tx)
  await voegKennisToe(
    tx,
    geplaatst.map(({ kennis }) => kennis),
  )
  await voegBewijsToe(
    tx,
    geplaatst.flatMap(({ bewijzen }) => bewijzen),
  )
  return nieuw
}

async function voegKennisToe(tx: Tx, kennis: readonly KennisRij[]): Promise<void> {
  if (kennis.length === 0) return
  const kolom = <T>(van: (rij: KennisRij) => T) => kennis.map(van)
  await sql`insert into poststuk_kennisgeving (id, poststuk, persoon, soort, hoe, op, bezorgd, kid, cijfer, kenmerk)
    select * from unnest(${kolom(({ id }) => id)}::uuid[], ${kolom(({ poststuk }) => poststuk)}::uuid[],
      ${kolom(({ persoon }) => persoon ?? null)}::uuid[], ${kolom(({ soort }) => soort)}::text[],
      ${kolom(({ hoe }) => hoe)}::text[], ${kolom(({ op }) => op)}::timestamptz[],
      ${kolom(({ bezorgd }) => bezorgd ?? null)}::timestamptz[], ${kolom(({ kid }) => kid)}::text[],
      ${kolom(({ cijfer }) => cijfer)}::bytea[], ${kolom(({ kenmerk }) => kenmerk ?? null)}::bytea[])`.execute(
    tx,
  )
}

/** Inside the same body nothing moves; that it was passed on and told is written all the same (Awb 2:24). */
async function verplaats(
  tx: Tx,
  { id, nummer }: PoststukRij,
  { op }: KennisRij,
  { van, naar, kennisgeving, blijft = false }: DoorzendRij,
) {
  await sql`insert into poststuk_doorzending (poststuk, van, naar, op, kennisgeving, nummer)
    values (${id}, ${van}, ${naar}, ${op}, ${kennisgeving}, ${nummer})`.execute(tx)
  if (van === naar) return
  const daar = blijft ? sql`` : sql`bij = ${naar}, bij_sinds = ${op},`
  await sql`update poststuk set ${daar} gereed = null where id = ${id}`.execute(tx)
}

/** What waits longest first, or the latest; by the place of the last one that was seen, and never by counting rows. */
function leesBij(
  tx: Tx,
  organisatie: OrganisatieId,
  { stand = 'open', na, nummer }: Postvraag,
  hoogstens: number,
): Promise<readonly VolledigeRij[]> {
  const isOpen = stand === 'open' && nummer === undefined
  const nog = sql`(gereed is null or exists (select 1 from poststuk_kennisgeving k
    where k.poststuk = poststuk.id and k.hoe = 'adres' and k.bezorgd is null))`
  const achter = sql`(ontvangen, id) ${isOpen ? sql`>` : sql`<`} (${na?.ontvangen}, ${na?.id}::uuid)`
  const waar = [
    sql`bij = ${organisatie}`,
    ...(isOpen ? [nog] : []),
    ...(nummer === undefined ? [] : [sql`nummer = ${nummer}`]),
    ...(na === undefined ? [] : [achter]),
  ]
  return lees(tx, sql`${sql.join(waar, sql` and `)}`, hoogstens, isOpen ? sql`asc` : sql`desc`)
}

async function lees(
  tx: Tx,
  waar: ReturnType<typeof sql>,
  hoogstens: number,
  richting = sql`desc`,
): Promise<readonly VolledigeRij[]> {
  const { rows } = await sql<Rij>`select * from poststuk where ${waar}
    order by ontvangen ${richting}, id ${richting} limit ${hoogstens}`.execute(tx)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const kennis = await sql<Kennisrij>`select * from poststuk_kennisgeving
    where poststuk = any(${ids}::uuid[])`.execute(tx)
  const doorgezonden = await sql<Doorzendrij>`select * from poststuk_doorzending
    where poststuk = any(${ids}::uuid[])`.execute(tx)
  return rows.map((rij) => ({
    rij: stukVan(rij),
    kennis: kennis.rows.filter(({ poststuk }) => poststuk === rij.id).map(kennisVan),
    doorgezonden: doorgezonden.rows
      .filter(({ poststuk }) => poststuk === rij.id)
      .map(({ van, naar, kennisgeving }) => ({
        van: eisOrganisatie(van),
        naar: eisOrganisatie(naar),
        kennisgeving,
      })),
  }))
}

async function leesBijlage(tx: Tx, id: string, volgnummer: number): Promise<BijlageRij | undefined> {
  const { rows } = await sql<BijlageRij>`select volgnummer, kid, cijfer from poststuk_bijlage
    where poststuk = ${id} and volgnummer = ${volgnummer}`.execute(tx)
  return rows[0]
}

/** What goes when the retention period is over; attachments and notices go along. */
export function poststukOpruimer(bewaring: Databank): Opruimer {
  return { verwerking: 'post-ontvangen', ruimOp: (grens) => ruimPoststukkenOp(bewaring, grens) }
}

/** As `bewaring`: what was received before this moment. Gives how many went. */
export async function ruimPoststukkenOp(bewaring: Databank, grens: Date): Promise<number> {
  return ingangen(bewaring).alsTaak('bewaring', async (tx) => {
    const { numAffectedRows } = await sql`delete from poststuk where ontvangen < ${grens}`.execute(tx)
    return Number(numAffectedRows ?? 0n)
  })
}

import { sql } from 'kysely'
import type {
  Anker,
  BewaringStore,
  BewijsStore,
  Blad,
  Geschreven,
  InzageFilter,
  Inzagekeuzes,
  InzageRij,
  KopLezer,
  Verwerkingsbewijs,
  VerzegeldBewijs,
  Zekerheid,
} from '../audit/index.ts'
import type { PersoonId } from '../domain/index.ts'
import {
  type AnkerRij,
  ankerVan,
  type InhoudRij,
  inhoudVan,
  type RegelRij,
  regelVan,
} from './bewijs-rijen.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

// One anchor at a time; who comes second has nothing to do.
const ankerSlot = 20_261_125

export interface BewijsDatabanken {
  /** As `app`. */
  readonly databank: Databank
  /** As `bewijs`. */
  readonly bewijs: Databank
}

export function bewijsOpslag({ databank, bewijs }: BewijsDatabanken): BewijsStore & KopLezer {
  return {
    schrijf: (regels, zekerheid) => voegBewijsToe(bewijs, regels, zekerheid),
    leesInzage: (persoon, bewijsVan, filter) => leesInzage(databank, persoon, bewijsVan, filter),
    leesKeuzes: (persoon, bewijsVan) => leesKeuzes(databank, persoon, bewijsVan),
    leesKop: (persoon, bewijsVan) => leesKop(databank, persoon, bewijsVan),
    veranker: (maak, max) => veranker(bewijs, maak, max),
  }
}

/**
 * Puts lines at the end of their chains. In a transaction of `app` the act and its evidence are written together;
 * on a connection of `bewijs` the line stands before anything else happens.
 */
export async function voegBewijsToe(
  db: Databank,
  regels: readonly VerzegeldBewijs[],
  zekerheid: Zekerheid = 'blijvend',
): Promise<readonly Geschreven[]> {
  if (regels.length === 0) return []
  const { rows } = await sql<{ o: string; n: number }>`
    select o, n${zekerheid === 'spoedig' ? sql`, set_config('synchronous_commit', 'off', true)` : sql``}
    from bewijs_voeg_toe(${JSON.stringify(regels.map(bewijsjson))}::jsonb)`.execute(db)
  return rows.map(({ o, n }) => ({ onderwerp: o, volgnummer: n }))
}

/** A line as `bewijs_voeg_toe` takes it. */
export function bewijsjson({ onderwerp, soort, tijd, codes, inhoudHash, inhoud }: VerzegeldBewijs) {
  return {
    onderwerp,
    soort,
    tijd,
    codes,
    inhoud_hash: inhoudHash?.toString('hex'),
    persoon: inhoud?.persoon,
    verwerking: inhoud?.verwerking,
    organisatie: inhoud?.organisatie,
    kid: inhoud?.kid,
    zout: inhoud?.zout.toString('hex'),
    cijfer: inhoud?.cijfer.toString('hex'),
  }
}

async function leesInzage(
  databank: Databank,
  persoon: PersoonId,
  bewijs: Verwerkingsbewijs,
  filter: InzageFilter,
): Promise<readonly InzageRij[]> {
  const onderwerp = `persoon:${persoon}`
  const { verwerking, organisatie, zonderOrganisatie = false, vanaf, tot, voorVolgnummer, max } = filter
  // Of an erased line the organisation is gone too: it shows only where no organisation is asked for.
  const { rows } = await ingangen(databank)
    .metBewijs(bewijs)
    .alsPersoon(persoon, (tx) =>
      sql<RegelRij & InhoudRij & { afloop: string | null; afloop_tijd: Date | null }>`
      select r.*, i.persoon, i.verwerking, i.organisatie, i.kid, i.zout, i.cijfer,
        a.codes as afloop, a.tijd as afloop_tijd
      from bewijs_regel r
      left join bewijs_inhoud i using (onderwerp, volgnummer)
      left join lateral (
        select codes, tijd from bewijs_regel
        where onderwerp = r.onderwerp and volgnummer > r.volgnummer and soort = 'afgerond'
          and codes::jsonb ->> 'span' = r.codes::jsonb ->> 'span'
        order by volgnummer limit 1) a on true
      where r.onderwerp = ${onderwerp} and r.soort = 'verwerking'
        and (${verwerking ?? null}::text is null or r.codes::jsonb ->> 'verwerking' = ${verwerking ?? null})
        and (${organisatie ?? null}::text is null or i.organisatie = ${organisatie ?? null})
        and (not ${zonderOrganisatie}::boolean or (i.persoon is not null and i.organisatie is null))
        and (${vanaf ?? null}::timestamptz is null or r.tijd >= ${vanaf ?? null})
        and (${tot ?? null}::timestamptz is null or r.tijd < ${tot ?? null})
        and (${voorVolgnummer ?? null}::bigint is null or r.volgnummer < ${voorVolgnummer ?? null})
      order by r.volgnummer desc limit ${max}`.execute(tx),
    )
  return rows.map((rij) => ({
    regel: regelVan(rij),
    inhoud: inhoudVan(rij),
    afloop:
      rij.afloop === null || rij.afloop_tijd === null
        ? undefined
        : { codes: rij.afloop, tijd: rij.afloop_tijd },
  }))
}

async function leesKeuzes(
  databank: Databank,
  persoon: PersoonId,
  bewijs: Verwerkingsbewijs,
): Promise<Inzagekeuzes> {
  const onderwerp = `persoon:${persoon}`
  const { rows } = await ingangen(databank)
    .metBewijs(bewijs)
    .alsPersoon(persoon, (tx) =>
      sql<{ soort: keyof Inzagekeuzes; naam: string }>`
      select soort, naam from (
        select 'verwerkingen' as soort, codes::jsonb ->> 'verwerking' as naam, volgnummer from bewijs_regel
          where onderwerp = ${onderwerp} and soort = 'verwerking'
        union all
        select 'organisaties', organisatie, volgnummer from bewijs_inhoud
          where onderwerp = ${onderwerp} and organisatie is not null) k
      group by soort, naam order by min(volgnummer)`.execute(tx),
    )
  const van = (soort: keyof Inzagekeuzes) => rows.filter((rij) => rij.soort === soort).map(({ naam }) => naam)
  return { verwerkingen: van('verwerkingen'), organisaties: van('organisaties') }
}

async function leesKop(databank: Databank, persoon: PersoonId, bewijs: Verwerkingsbewijs) {
  const { rows } = await ingangen(databank)
    .metBewijs(bewijs)
    .alsPersoon(persoon, (tx) =>
      sql<{ volgnummer: number; hash: Buffer }>`select volgnummer, hash from bewijs_regel
      where onderwerp = ${`persoon:${persoon}`} order by volgnummer desc limit 1`.execute(tx),
    )
  return rows[0]
}

async function veranker(
  bewijs: Databank,
  maak: (vorig: Anker | undefined, bladen: readonly Blad[]) => Anker,
  max: number,
): Promise<Anker | undefined> {
  return ingangen(bewijs).alsTaak('bewijs', async (tx) => {
    const slot = await sql<{ vrij: boolean }>`select pg_try_advisory_xact_lock(${ankerSlot}) as vrij`.execute(
      tx,
    )
    if (slot.rows[0]?.vrij !== true) return undefined
    // Of each chain there is one line at least. Asked in one, all lines there ever were are sorted for these few.
    const { rows: bladen } = await sql<Blad>`
      with keten as materialized (
        select onderwerp, volgnummer, verankerd from bewijs_keten where is_open and volgnummer > verankerd
        order by onderwerp limit ${max})
      select r.onderwerp, r.volgnummer, r.hash from keten k cross join lateral (
        select onderwerp, volgnummer, hash from bewijs_regel where onderwerp = k.onderwerp and volgnummer > k.verankerd
          and volgnummer <= k.volgnummer order by volgnummer limit ${max}) r
      order by r.onderwerp, r.volgnummer limit ${max}`.execute(tx)
    if (bladen.length === 0) return undefined
    const vorig = await sql<AnkerRij>`select * from bewijs_anker order by nummer desc limit 1`.execute(tx)
    const rij = vorig.rows[0]
    const anker = maak(rij === undefined ? undefined : ankerVan(rij), bladen)
    const { nummer, tijd, aantal, wortel, vorige, hash, kid, handtekening } = anker
    await sql`insert into bewijs_anker (nummer, tijd, aantal, wortel, vorige, hash, kid, handtekening)
      values (${nummer}, ${tijd}, ${aantal}, ${wortel}, ${vorige}, ${hash}, ${kid}, ${handtekening})`.execute(
      tx,
    )
    await sql`insert into bewijs_blad (anker, plaats, onderwerp, volgnummer, hash)
      select ${nummer}, plaats, onderwerp, volgnummer, hash from unnest(
        ${bladen.map((b) => b.onderwerp)}::text[], ${bladen.map((b) => b.volgnummer)}::bigint[],
        ${bladen.map((b) => b.hash)}::bytea[]) with ordinality as b (onderwerp, volgnummer, hash, plaats)`.execute(
      tx,
    )
    // Ordered, so that it never waits on a writer who waits on it.
    const tot = new Map(bladen.map((blad) => [blad.onderwerp, blad.volgnummer]))
    await sql`update bewijs_keten k set verankerd = t.tot, is_open = k.volgnummer > t.tot from (
        select k.onderwerp, b.tot from bewijs_keten k join unnest(
          ${[...tot.keys()]}::text[], ${[...tot.values()]}::bigint[]) as b (onderwerp, tot) using (onderwerp)
        order by k.onderwerp for update of k) t
      where k.onderwerp = t.onderwerp`.execute(tx)
    return anker
  })
}

/** As `bewaring`. */
export function bewaringOpslag(bewaring: Databank): BewaringStore {
  return {
    wisInhoud: ({ verwerking, grens, max, maakRegel }) =>
      ingangen(bewaring).alsTaak('bewaring', async (tx) => {
        const { rows } = await sql<{ onderwerp: string; volgnummer: number }>`
          delete from bewijs_inhoud i using (
            select onderwerp, volgnummer from bewijs_inhoud
            where verwerking = ${verwerking} and tijd < ${grens}
            order by onderwerp, volgnummer limit ${max}) w
          where i.onderwerp = w.onderwerp and i.volgnummer = w.volgnummer
          returning i.onderwerp, i.volgnummer`.execute(tx)
        const regels = [...Map.groupBy(rows, ({ onderwerp }) => onderwerp)].map(([onderwerp, van]) =>
          maakRegel(
            onderwerp,
            van.map(({ volgnummer }) => volgnummer).sort((a, b) => a - b),
          ),
        )
        await voegBewijsToe(tx, regels)
        return rows.length
      }),
  }
}

import { sql } from 'kysely'
import { type Datum, parseDatum, parseOrganisatieId, parsePersoonId } from '../domain/index.ts'
import type { Aanbod, AanbodStand } from '../toegang/aanbod.ts'
import type {
  AanbodStore,
  Afloop,
  Gevonden,
  Machtigingnieuws,
  Poging,
  Probeersel,
} from '../toegang/aanbod-store.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, metZoekhashes, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import {
  eisRij,
  leesMaatregelen,
  type MachtigingRij,
  machtigingVan,
  schrijfMachtiging,
} from './machtigingen.ts'

export function aanbodOpslag(databank: Databank): AanbodStore {
  const { alsPersoon, alsTaak, metBewijs } = ingangen(databank)
  return {
    maak: (aanbod, code, bewijzen) =>
      alsPersoon(aanbod.gever, async (tx) => {
        const { id, gever, organisatie, diensten, geldigVanaf, geldigTot, gemaakt, verloopt } = aanbod
        const { numAffectedRows } = await sql`insert into machtiging_aanbod
            (id, gever, organisatie, diensten, vanaf, tot, gemaakt, verloopt, code, stand)
          values (${id}, ${gever}, ${organisatie}, ${[...diensten]}::text[], ${geldigVanaf}, ${geldigTot}, ${gemaakt},
            ${verloopt}, ${code}, 'open') on conflict do nothing`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    maatregelen: (persoon) => alsPersoon(persoon, (tx) => leesMaatregelen(tx, persoon)),

    alle: (gever, bewijs) =>
      metBewijs(bewijs).alsPersoon(gever, async (tx) => {
        const { rows } = await sql<Rij>`select * from machtiging_aanbod where gever = ${gever}
          order by gemaakt desc, id desc`.execute(tx)
        return rows.map(aanbodVan)
      }),

    trekIn: (gever, id, op, bewijzen) =>
      alsPersoon(gever, async (tx) => {
        const { numAffectedRows } = await sql`update machtiging_aanbod
          set stand = 'ingetrokken', code = null, afgesloten = ${op}
          where id = ${id} and gever = ${gever} and stand = 'open'`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    probeer: (persoon, bewijs, poging, doe) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        // One try at a time for one person: two at once would both be counted as the last that is allowed.
        await sql`select pg_advisory_xact_lock(hashtextextended(${`machtiging-code ${persoon}`}, 0))`.execute(
          tx,
        )
        if (await isTeVaak(tx, persoon, poging)) return { status: 'te-vaak' }
        const uitkomst = await zoekEnDoe(tx, poging, persoon, doe)
        if (uitkomst.status === 'onbekend')
          await sql`insert into machtiging_poging values (${persoon}, ${poging.nu})`.execute(tx)
        return uitkomst
      }),

    sluitVerlopen: (nu, maxBekeken, bewijzenVan) =>
      alsTaak('machtigingen', async (tx) => {
        const { rows } = await sql<Rij>`update machtiging_aanbod
          set stand = 'verlopen', code = null, afgesloten = ${nu}
          where stand = 'open' and (verloopt <= ${nu} or bekeken >= ${maxBekeken}) returning *`.execute(tx)
        await voegBewijsToe(tx, rows.map(aanbodVan).flatMap(bewijzenVan))
        return rows.length
      }),

    boekVoorbij: (vandaag, op, bewijzenVan) =>
      alsTaak('machtigingen', async (tx) => {
        const { rows } = await sql<MachtigingRij>`update machtiging set voorbij_geboekt = ${op}
          where tot <= ${vandaag}::date and ingetrokken is null and voorbij_geboekt is null returning *`.execute(
          tx,
        )
        await voegBewijsToe(tx, rows.map(machtigingVan).flatMap(bewijzenVan))
        return rows.length
      }),

    vertel: (vandaag, op, doe) =>
      alsTaak('machtigingen', async (tx) => {
        const fouten: unknown[] = []
        const teVertellen = await leesTeVertellen(tx, vandaag)
        for (const rij of teVertellen) {
          try {
            await doe(machtigingVan(rij), rij.nieuws)
          } catch (fout) {
            fouten.push(fout)
            continue
          }
          await sql`insert into machtiging_verteld values (${rij.id}, ${rij.nieuws}, ${op})`.execute(tx)
        }
        return { gedaan: teVertellen.length - fouten.length, fouten }
      }),

    vergeetPogingen: (voor) =>
      alsTaak('machtigingen', async (tx) => {
        await sql`delete from machtiging_poging where tijd < ${voor}`.execute(tx)
      }),
  }
}

/** Named limits: so many in one act; so long before its end somebody can still give another. */
const perRonde = 20
const vooraf = `interval '30 days'`

/**
 * Of a court the court tells itself. That it ends is told when that is not what was just told with giving it. In no
 * order: twenty that fail keep no other waiting for ever.
 */
async function leesTeVertellen(
  tx: Tx,
  vandaag: Datum,
): Promise<readonly (MachtigingRij & { readonly nieuws: Machtigingnieuws })[]> {
  const { rows: slot } = await sql<{ mag: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('machtigingen vertellen', 0)) as mag`.execute(tx)
  if (slot[0]?.mag !== true) return []
  const { rows } = await sql<MachtigingRij & { readonly nieuws: Machtigingnieuws }>`
    select * from machtiging m cross join lateral (select case
        when m.ingetrokken is not null then 'ingetrokken'
        when m.tot <= ${vandaag}::date + ${sql.raw(vooraf)} and m.vastgelegd < m.tot - ${sql.raw(vooraf)} then 'loopt-af'
        else 'gegeven' end as nieuws) n
    where m.soort = 'machtiging' and m.tot > ${vandaag}::date
      and not exists (select 1 from machtiging_verteld v where v.machtiging = m.id and v.wat = n.nieuws)
    order by random() limit ${perRonde}`.execute(tx)
  return rows
}

/** As `bewaring`: offers that were closed before this moment. Gives how many went. */
export async function ruimAanbiedingenOp(bewaring: Databank, grens: Date): Promise<number> {
  return ingangen(bewaring).alsTaak('bewaring', async (tx) => {
    const { numAffectedRows } = await sql`delete from machtiging_aanbod where afgesloten < ${grens}`.execute(
      tx,
    )
    return Number(numAffectedRows ?? 0n)
  })
}

async function isTeVaak(tx: Tx, persoon: string, { grenzen }: Poging): Promise<boolean> {
  for (const { sinds, max } of grenzen) {
    const { rows } = await sql<{ n: string }>`select count(*) as n from machtiging_poging
      where persoon = ${persoon} and tijd > ${sinds}`.execute(tx)
    if (Number(rows[0]?.n ?? 0) >= max) return true
  }
  return false
}

/** The row is locked until the end: whoever comes with the same code meanwhile finds nothing after it. */
async function zoekEnDoe(
  tx: Tx,
  { codes, nu, maxBekeken }: Poging,
  persoon: string,
  doe: (gevonden: Gevonden) => Afloop,
): Promise<Probeersel> {
  await metZoekhashes(tx, codes)
  const { rows } = await sql<Rij>`select * from machtiging_aanbod
    where code = any (${codes.map((code) => code)}::bytea[]) and stand = 'open' and gever <> ${persoon}
      and verloopt > ${nu} and bekeken < ${maxBekeken} for update`.execute(tx)
  const [rij] = rows
  if (rij === undefined) return { status: 'onbekend' }
  const gevonden = { aanbod: aanbodVan(rij), maatregelen: await leesMaatregelen(tx, rij.gever) }
  const afloop = doe(gevonden)
  if (afloop.soort === 'niets') return { status: 'onbekend' }
  await schrijf(tx, rij.id, persoon, afloop)
  return { status: 'gevonden', gevonden }
}

async function schrijf(
  tx: Tx,
  id: string,
  persoon: string,
  afloop: Exclude<Afloop, { soort: 'niets' }>,
): Promise<void> {
  if (afloop.soort === 'bekeken') {
    await sql`update machtiging_aanbod set bekeken = bekeken + 1 where id = ${id}`.execute(tx)
    return
  }
  if (afloop.soort === 'aangenomen') await schrijfMachtiging(tx, afloop.machtiging)
  const op = afloop.soort === 'aangenomen' ? afloop.machtiging.vastgelegd : afloop.op
  await sql`update machtiging_aanbod
    set stand = ${afloop.soort}, code = null, door = ${persoon}, afgesloten = ${op} where id = ${id}`.execute(
    tx,
  )
  await voegBewijsToe(tx, afloop.bewijzen)
}

interface Rij {
  readonly id: string
  readonly gever: string
  readonly organisatie: string
  readonly diensten: readonly string[]
  readonly vanaf: string
  readonly tot: string
  readonly gemaakt: Date
  readonly verloopt: Date
  readonly stand: AanbodStand
  readonly door: string | null
  readonly afgesloten: Date | null
}

function aanbodVan(rij: Rij): Aanbod {
  const { id, diensten, gemaakt, verloopt, stand } = rij
  return {
    id,
    gever: eisRij(rij.gever, parsePersoonId),
    organisatie: eisRij(rij.organisatie, parseOrganisatieId),
    diensten,
    geldigVanaf: eisRij(rij.vanaf, parseDatum),
    geldigTot: eisRij(rij.tot, parseDatum),
    gemaakt,
    verloopt,
    stand,
    door: rij.door === null ? undefined : eisRij(rij.door, parsePersoonId),
    afgesloten: rij.afgesloten ?? undefined,
  }
}

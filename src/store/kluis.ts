import { sql } from 'kysely'
import { type PersoonId, parsePersoonId } from '../domain/index.ts'
import type { KluisRij, KluisStore, VindOfMaak } from '../toegang/kluis-store.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, metZoekhashes, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

// Held shared by who looks somebody up or makes somebody, and alone by who changes the list of keys.
const sleutelSlot = 20_261_126

/** The vault in PostgreSQL. Each transaction can see one person, or the rows of one look-up, and no other. */
export function kluisOpslag(databank: Databank): KluisStore {
  const { alsTaak, alsTaakOver } = ingangen(databank)
  return {
    sleutels: async () => sleutelsVan(databank),

    neemInGebruik: (kid) =>
      alsTaak('sleutels-wissel', async (tx) => {
        await sql`select pg_advisory_xact_lock(${sleutelSlot})`.execute(tx)
        await sql`insert into kluis_sleutel (kid) values (${kid}) on conflict do nothing`.execute(tx)
      }),

    neemUitGebruik: (kid) =>
      alsTaak('sleutels-wissel', async (tx) => {
        await sql`select pg_advisory_xact_lock(${sleutelSlot})`.execute(tx)
        const { numAffectedRows } = await sql`delete from kluis_sleutel where kid = ${kid} and not exists (
          select 1 from kluis_identificatie i where i.kid = ${kid} or i.zoek_kid = ${kid})`.execute(tx)
        return numAffectedRows === 1n
      }),

    vindOfMaak: (opdrachten) =>
      alsTaak('kluis', async (tx) => {
        const { gezochten, actief } = await zoekwaarden(tx, opdrachten)
        const bekend = await vindPersonen(tx, gezochten)
        const nieuw = gezochten.filter((een) => wieHeeft(bekend, een) === undefined)
        if (nieuw.length > 0) for (const paar of await maakPersonen(tx, nieuw, actief)) bekend.set(...paar)
        return gezochten.map((een) => {
          const persoon = wieHeeft(bekend, een)
          if (persoon === undefined) throw new Error('in de kluis werd niemand gevonden en niemand gemaakt')
          return persoon
        })
      }),

    vind: (soort, hash) =>
      alsTaak('kluis', async (tx) => {
        const kids = await gedeeld(tx)
        if (kids.length === 0) return undefined
        const { gezochten } = await zoekwaarden(tx, [{ soort, hash }])
        const bekend = await vindPersonen(tx, gezochten)
        return gezochten.map((een) => wieHeeft(bekend, een))[0]
      }),

    vanPersoon: (persoon) =>
      alsTaakOver(
        'kluis',
        persoon,
        (tx) => leesRijen(tx, sql`where persoon = ${persoon} order by id`),
        'lezen',
      ),

    teWisselen: (kid, na, max) =>
      alsTaak('sleutels-wissel', (tx) =>
        leesRijen(
          tx,
          sql`where (kid <> ${kid} or zoek_kid <> ${kid}) and (${na ?? null}::uuid is null or id > ${na ?? null})
            order by id limit ${max}`,
        ),
      ),

    wissel: (rijen) =>
      alsTaak('sleutels-wissel', async (tx) => {
        let aantal = 0n
        for (const { oud, nieuw } of rijen) {
          const { numAffectedRows } = await sql`update kluis_identificatie
            set zoek_kid = ${nieuw.zoekKid}, zoek = ${nieuw.zoek}, kid = ${nieuw.kid}, cijfer = ${nieuw.cijfer}
            where id = ${oud.id} and kid = ${oud.kid} and zoek_kid = ${oud.zoekKid}`.execute(tx)
          aantal += numAffectedRows ?? 0n
        }
        return Number(aantal)
      }),

    verbind: ({ een, ander, sinds, reden }, bewijzen) =>
      alsTaakOver('kluis', een, async (tx) => {
        const { numAffectedRows } = await sql`insert into kluis_verband (een, ander, sinds, reden)
          values (${een}, ${ander}, ${sinds}, ${reden}) on conflict do nothing`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    verbonden: (persoon) =>
      alsTaakOver('kluis', persoon, async (tx) => {
        const { rows } = await sql<{
          ander: string
        }>`select case een when ${persoon} then ander else een end as ander
          from kluis_verband where ${persoon} in (een, ander) order by 1`.execute(tx)
        return rows.map(({ ander }) => persoonVan(ander))
      }),
  }
}

async function sleutelsVan(db: Databank): Promise<readonly string[]> {
  const { rows } = await sql<{ kid: string }>`select kid from kluis_sleutel order by volgnummer`.execute(db)
  return rows.map(({ kid }) => kid)
}

/** The keys in use, which stay what they are until this transaction ends. */
async function gedeeld(tx: Tx): Promise<readonly string[]> {
  await sql`select pg_advisory_xact_lock_shared(${sleutelSlot})`.execute(tx)
  return sleutelsVan(tx)
}

/** Look-ups of one identifier, under each key in use, the oldest first. */
interface Gezocht extends Pick<VindOfMaak, 'soort'> {
  readonly hashes: readonly Buffer[]
}

async function zoekwaarden<T extends Pick<VindOfMaak, 'soort' | 'hash'>>(tx: Tx, vragen: readonly T[]) {
  const kids = await gedeeld(tx)
  const actief = kids.at(-1)
  if (actief === undefined) throw new Error('er is geen sleutel in gebruik')
  // Throws when the ring of this process misses a key: then "not found" would mean nothing.
  const gezochten = vragen.map((vraag) => ({ ...vraag, hashes: kids.map(vraag.hash) }))
  await metZoekhashes(
    tx,
    gezochten.flatMap(({ hashes }) => hashes),
  )
  return { gezochten, actief }
}

/** By kind and look-up. */
type Bekend = Map<string, PersoonId>

function sleutelVan(soort: string, hash: Buffer): string {
  return `${soort}|${hash.toString('hex')}`
}

function wieHeeft(bekend: Bekend, { soort, hashes }: Gezocht): PersoonId | undefined {
  return hashes.map((hash) => bekend.get(sleutelVan(soort, hash))).find((persoon) => persoon !== undefined)
}

async function vindPersonen(tx: Tx, gezochten: readonly Gezocht[]): Promise<Bekend> {
  const hashes = gezochten.flatMap((een) => een.hashes)
  const { rows } = await sql<{ soort: string; zoek: Buffer; persoon: string }>`
    select soort, zoek, persoon from kluis_identificatie
    where zoek_kid in (select kid from kluis_sleutel) and zoek = any(${hashes}::bytea[])`.execute(tx)
  return new Map(rows.map(({ soort, zoek, persoon }) => [sleutelVan(soort, zoek), persoonVan(persoon)]))
}

/**
 * Two who look for the same person wait for each other, on the look-up under the oldest key in use; then one of them
 * finds what the other made. Locks in one order, so that two households with the same people never wait for ever.
 */
async function maakPersonen(
  tx: Tx,
  gezochten: readonly (Gezocht & Pick<VindOfMaak, 'maak'>)[],
  actief: string,
): Promise<Bekend> {
  const sloten = gezochten.map(({ hashes }) => hashes[0]?.readBigInt64BE(0) ?? 0n)
  for (const slot of [...new Set(sloten)].sort((a, b) => (a < b ? -1 : 1)))
    await sql`select pg_advisory_xact_lock(${String(slot)}::bigint)`.execute(tx)
  const bekend = await vindPersonen(tx, gezochten)
  const rijen: (KluisRij & { readonly tijd: Date })[] = []
  for (const een of gezochten) {
    if (wieHeeft(bekend, een) !== undefined) continue
    const { rij, tijd } = een.maak(actief)
    rijen.push({ ...rij, tijd })
    for (const hash of een.hashes) bekend.set(sleutelVan(een.soort, hash), rij.persoon)
  }
  if (rijen.length === 0) return bekend
  const persoon = rijen.map((rij) => rij.persoon)
  const tijd = rijen.map((rij) => rij.tijd)
  await sql`insert into kluis_persoon (persoon, gemaakt)
    select * from unnest(${persoon}::uuid[], ${tijd}::timestamptz[])`.execute(tx)
  await sql`insert into kluis_identificatie (id, persoon, soort, zoek_kid, zoek, kid, cijfer, gemaakt)
    select * from unnest(${rijen.map(({ id }) => id)}::uuid[], ${persoon}::uuid[],
      ${rijen.map(({ soort }) => soort)}::text[], ${rijen.map(({ zoekKid }) => zoekKid)}::text[],
      ${rijen.map(({ zoek }) => zoek)}::bytea[], ${rijen.map(({ kid }) => kid)}::text[],
      ${rijen.map(({ cijfer }) => cijfer)}::bytea[], ${tijd}::timestamptz[])`.execute(tx)
  return bekend
}

async function leesRijen(tx: Tx, waar: ReturnType<typeof sql>): Promise<readonly KluisRij[]> {
  const { rows } = await sql<{
    id: string
    persoon: string
    soort: KluisRij['soort']
    zoek_kid: string
    zoek: Buffer
    kid: string
    cijfer: Buffer
  }>`select id, persoon, soort, zoek_kid, zoek, kid, cijfer from kluis_identificatie ${waar}`.execute(tx)
  return rows.map(({ zoek_kid, persoon, ...rij }) => ({
    ...rij,
    zoekKid: zoek_kid,
    persoon: persoonVan(persoon),
  }))
}

function persoonVan(waarde: string): PersoonId {
  const persoon = parsePersoonId(waarde)
  if (persoon === undefined) throw new Error('in de databank staat een persoon zonder geldige id')
  return persoon
}

import { sql } from 'kysely'
import type { Opruimer, VerzegeldBewijs } from '../audit/index.ts'
import { type PersoonId, parseOrganisatieId, parsePersoonId } from '../domain/index.ts'
import type { Plaatsing } from '../kanalen/bericht-store.ts'
import { berichtgroepen, elektronischeKanalen, type Vastlegger, type Verklaring } from '../kanalen/index.ts'
import type {
  AdresRij,
  Regelrij,
  Rijwijziging,
  Voorkeurhouder,
  Voorkeurrijen,
  VoorkeurStore,
} from '../kanalen/voorkeur-store.ts'
import { plaatsAlsLaatste } from './berichten.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { eisRij } from './machtigingen.ts'
import { een } from './zending-rijen.ts'

export function voorkeurOpslag(databank: Databank): VoorkeurStore {
  const door = ingangen(databank)
  const als = <T>({ persoon, door: wie }: Voorkeurhouder, fn: (tx: Tx) => Promise<T>): Promise<T> =>
    wie.soort === 'zelf' ? door.alsPersoon(persoon, fn) : door.alsMedewerker({ ...wie, persoon }, fn)
  return {
    haal: ({ persoon, door: wie }, bewijs) => {
      const met = door.metBewijs(bewijs)
      const lees = async (tx: Tx) => (await leesVoorkeuren(tx, [persoon])).get(persoon) ?? niets
      return wie.soort === 'zelf'
        ? met.alsPersoon(persoon, lees)
        : met.alsMedewerker({ ...wie, persoon }, lees)
    },

    wijzig: ({ persoon, door: wie }, beslis, bewijs) => {
      const met = door.metBewijs(bewijs)
      const wijzig = async (tx: Tx) => {
        await eenTegelijk(tx, persoon)
        const wijziging = beslis((await leesVoorkeuren(tx, [persoon])).get(persoon) ?? niets)
        if (wijziging !== undefined) await schrijf(tx, persoon, wijziging)
      }
      return wie.soort === 'zelf'
        ? met.alsPersoon(persoon, wijzig)
        : met.alsMedewerker({ ...wie, persoon }, wijzig)
    },

    voegAdresToe: (houder, rij, hoogstens, bewijzen, melding) =>
      als(houder, async (tx) => {
        const { id, persoon, soort, kid, cijfer, vanaf } = rij
        const [medewerker, bij, wijze] = wieVan(rij.door)
        await eenTegelijk(tx, persoon)
        const { rows } = await sql<{ aantal: number }>`select count(*) as aantal from contactadres
          where persoon = ${persoon} and soort = ${soort}`.execute(tx)
        if ((rows[0]?.aantal ?? 0) >= hoogstens) return false
        await sql`insert into contactadres (id, persoon, soort, kid, cijfer, vanaf, medewerker, bij, wijze)
          values (${id}, ${persoon}, ${soort}, ${kid}, ${cijfer}, ${vanaf}, ${medewerker}, ${bij}, ${wijze})`.execute(
          tx,
        )
        await rondAf(tx, bewijzen, melding)
        return true
      }),

    wisAdres: (houder, id, bewijzen, melding) =>
      als(houder, async (tx) => {
        const { numAffectedRows } = await sql`delete from contactadres
          where id = ${id} and persoon = ${houder.persoon}`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await rondAf(tx, bewijzen, melding)
        return true
      }),

    zetCode: (houder, id, { hash, tot, zending }) =>
      als(houder, async (tx) => {
        const { numAffectedRows } = await sql`update contactadres
          set code = ${hash}, code_tot = ${tot}, code_pogingen = 0, code_zending = ${zending}, code_mislukt = null
          where id = ${id} and persoon = ${houder.persoon} and soort <> 'post'`.execute(tx)
        return numAffectedRows === 1n
      }),

    codeMislukt: (houder, id, zending, op) =>
      als(houder, async (tx) => {
        await sql`update contactadres set code_mislukt = ${op}
          where id = ${id} and persoon = ${houder.persoon} and code_zending = ${zending}`.execute(tx)
      }),

    probeerCode: (houder, id, poging, bewijzen, melding) =>
      als(houder, async (tx) => {
        const uitkomst = await probeer(tx, houder.persoon, id, poging)
        if (uitkomst !== 'bevestigd') return uitkomst
        await rondAf(tx, bewijzen, melding)
        return uitkomst
      }),
  }
}

async function rondAf(
  tx: Tx,
  bewijzen: readonly VerzegeldBewijs[],
  melding: Plaatsing | undefined,
): Promise<void> {
  await voegBewijsToe(tx, bewijzen)
  if (melding !== undefined) await plaatsAlsLaatste(tx, [melding])
}

async function schrijf(tx: Tx, persoon: PersoonId, wijziging: Rijwijziging): Promise<void> {
  const { regels, wis, verklaringen, trekIn, op, bewijzen } = wijziging
  for (const { sleutel, kid, cijfer, belt } of regels)
    await sql`insert into contactvoorkeur (persoon, sleutel, gekozen, kid, cijfer, belt)
      values (${persoon}, ${sleutel}, ${op}, ${kid}, ${cijfer}, ${belt}) on conflict (persoon, sleutel)
      do update set gekozen = excluded.gekozen, kid = excluded.kid, cijfer = excluded.cijfer,
        belt = excluded.belt`.execute(tx)
  if (wis.length > 0)
    await sql`delete from contactvoorkeur
      where persoon = ${persoon} and sleutel = any(${[...wis]}::bytea[])`.execute(tx)
  if (trekIn.length > 0)
    await sql`update bereikbaarheid set ingetrokken = greatest(${op}, vanaf)
      where id = any(${[...trekIn]}::uuid[]) and persoon = ${persoon} and ingetrokken is null`.execute(tx)
  for (const { id, kanaal, groep, organisatie, vanaf, door } of verklaringen) {
    const [medewerker, bij, wijze] = wieVan(door)
    await sql`insert into bereikbaarheid
        (id, persoon, kanaal, groep, organisatie, vanaf, medewerker, bij, wijze)
      values (${id}, ${persoon}, ${kanaal}, ${groep ?? null}, ${organisatie ?? null}, ${vanaf}, ${medewerker},
        ${bij}, ${wijze})`.execute(tx)
  }
  await voegBewijsToe(tx, bewijzen)
}

/** The row is locked until the end: who tries two codes at once tries them one after the other. */
async function probeer(
  tx: Tx,
  persoon: PersoonId,
  id: string,
  { hashes, op, hoogstens }: Parameters<VoorkeurStore['probeerCode']>[2],
): ReturnType<VoorkeurStore['probeerCode']> {
  const { rows } = await sql<{ code: Buffer | null; code_tot: Date | null; code_pogingen: number }>`
    select code, code_tot, code_pogingen from contactadres
    where id = ${id} and persoon = ${persoon} for update`.execute(tx)
  const [rij] = rows
  if (!rij?.code || rij.code_tot === null || rij.code_tot <= op) return 'verlopen'
  if (rij.code_pogingen >= hoogstens) return 'te-vaak'
  if (!hashes.some((hash) => rij.code?.equals(hash))) {
    await sql`update contactadres set code_pogingen = code_pogingen + 1 where id = ${id}`.execute(tx)
    return 'onjuist'
  }
  await sql`update contactadres set bevestigd = ${op}, mislukt = 0, code = null, code_tot = null,
      code_zending = null, code_mislukt = null where id = ${id}`.execute(tx)
  return 'bevestigd'
}

/** Counting and adding are one act for each person. */
async function eenTegelijk(tx: Tx, persoon: PersoonId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`contactvoorkeur ${persoon}`}, 0))`.execute(tx)
}

const niets: Voorkeurrijen = { regels: [], verklaringen: [], adressen: [] }

/** Of each of these people what this context lets one see. */
export async function leesVoorkeuren(
  tx: Tx,
  wie: readonly PersoonId[],
): Promise<ReadonlyMap<PersoonId, Voorkeurrijen>> {
  const regels = await sql<Regel>`select persoon, sleutel, kid, cijfer from contactvoorkeur
    where persoon = any(${[...wie]}::uuid[])`.execute(tx)
  const verklaringen = await sql<Verklaringrij>`select * from bereikbaarheid
    where persoon = any(${[...wie]}::uuid[]) order by vanaf desc, id desc`.execute(tx)
  const adressen =
    await sql<Adresrij>`select id, persoon, soort, kid, cijfer, vanaf, bevestigd, mislukt, code_mislukt,
      medewerker, bij, wijze from contactadres where persoon = any(${[...wie]}::uuid[]) order by vanaf, id`.execute(
      tx,
    )
  const van = <T extends { readonly persoon: PersoonId }>(rijen: readonly T[]) =>
    Map.groupBy(rijen, ({ persoon }) => persoon)
  const [perRegel, perVerklaring, perAdres] = [
    van(regels.rows.map(regelVan)),
    van(verklaringen.rows.map(verklaringVan)),
    van(adressen.rows.map(adresVan)),
  ]
  return new Map(
    wie.map((persoon) => [
      persoon,
      {
        regels: perRegel.get(persoon) ?? [],
        verklaringen: perVerklaring.get(persoon) ?? [],
        adressen: perAdres.get(persoon) ?? [],
      },
    ]),
  )
}

/**
 * What goes when it holds no more: statements that were taken back, addresses that nobody ever confirmed. A number on
 * which somebody wants to be called needs no code, and stays as long as they want that.
 */
export function voorkeurOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: 'contactvoorkeuren',
    ruimOp: (grens) =>
      ingangen(bewaring).alsTaak('bewaring', async (tx) => {
        const weg = [
          await sql`delete from bereikbaarheid where ingetrokken < ${grens}`.execute(tx),
          await sql`delete from contactadres
            where vanaf < ${grens} and soort <> 'post' and bevestigd is null and not (soort = 'telefoon'
              and exists (select 1 from contactvoorkeur v where v.persoon = contactadres.persoon and v.belt))`.execute(
            tx,
          ),
        ]
        return weg.reduce((som, { numAffectedRows }) => som + Number(numAffectedRows ?? 0n), 0)
      }),
  }
}

interface Regel {
  readonly persoon: string
  readonly sleutel: Buffer
  readonly kid: string
  readonly cijfer: Buffer
}

interface Doorrij {
  readonly medewerker: string | null
  readonly bij: string | null
  readonly wijze: string | null
}

interface Verklaringrij extends Doorrij {
  readonly id: string
  readonly persoon: string
  readonly kanaal: string
  readonly groep: string | null
  readonly organisatie: string | null
  readonly vanaf: Date
  readonly ingetrokken: Date | null
}

interface Adresrij extends Doorrij {
  readonly id: string
  readonly persoon: string
  readonly soort: string
  readonly kid: string
  readonly cijfer: Buffer
  readonly vanaf: Date
  readonly bevestigd: Date | null
  readonly mislukt: number
  readonly code_mislukt: Date | null
}

function regelVan({ persoon, ...rest }: Regel): Regelrij {
  return { persoon: eisRij(persoon, parsePersoonId), ...rest }
}

function verklaringVan(rij: Verklaringrij): Verklaring {
  return {
    id: rij.id,
    persoon: eisRij(rij.persoon, parsePersoonId),
    kanaal: een(elektronischeKanalen, rij.kanaal),
    ...(rij.groep !== null && { groep: een(berichtgroepen, rij.groep) }),
    ...(rij.organisatie !== null && { organisatie: eisRij(rij.organisatie, parseOrganisatieId) }),
    vanaf: rij.vanaf,
    door: doorVan(rij),
    ...(rij.ingetrokken !== null && { ingetrokken: rij.ingetrokken }),
  }
}

function adresVan(rij: Adresrij): AdresRij {
  const { id, kid, cijfer, vanaf, mislukt } = rij
  return {
    id,
    persoon: eisRij(rij.persoon, parsePersoonId),
    soort: een(['email', 'telefoon', 'post'] as const, rij.soort),
    kid,
    cijfer,
    vanaf,
    door: doorVan(rij),
    bevestigd: rij.bevestigd ?? undefined,
    mislukt,
    codeMislukt: rij.code_mislukt ?? undefined,
  }
}

function doorVan({ medewerker, bij, wijze }: Doorrij): Vastlegger {
  if (medewerker === null || bij === null || wijze === null) return { soort: 'zelf' }
  return {
    soort: 'medewerker',
    medewerker,
    organisatie: eisRij(bij, parseOrganisatieId),
    wijze: een(['balie', 'telefoon', 'brief'] as const, wijze),
  }
}

function wieVan(door: Vastlegger): readonly [string | null, string | null, string | null] {
  return door.soort === 'zelf' ? [null, null, null] : [door.medewerker, door.organisatie, door.wijze]
}

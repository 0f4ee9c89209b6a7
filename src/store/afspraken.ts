import { sql } from 'kysely'
import {
  type AfspraakRij,
  type AfspraakStore,
  type AfspraakVrager,
  afspraakDoel,
  afspraakstanden,
  herinnerMs,
  makers,
  type Tijdvak,
  type Vertelronde,
} from '../afspraken/index.ts'
import type { Opruimer } from '../audit/index.ts'
import { parseOrganisatieId, parsePersoonId } from '../domain/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type MetBewijs, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

export function afspraakOpslag(databank: Databank): AfspraakStore {
  const { metBewijs, alsTaak, ...door } = ingangen(databank)
  const als = <T>(
    vrager: AfspraakVrager,
    fn: (tx: Tx) => Promise<T>,
    { alsPersoon, alsMedewerker }: Pick<MetBewijs, 'alsPersoon' | 'alsMedewerker'> = door,
  ): Promise<T> => (vrager.soort === 'persoon' ? alsPersoon(vrager.persoon, fn) : alsMedewerker(vrager, fn))
  return {
    async bezet(team, { begin, einde }) {
      const { rows } = await sql<Tijdvak>`select begin, einde from afspraak_plek
        where team = ${team} and begin < ${einde} and einde > ${begin}`.execute(databank)
      return rows
    },

    plaats: (vrager, rij, { capaciteit, maxOpen }, bewijs, bewijzen) =>
      als(
        vrager,
        async (tx) => {
          await slotOp(tx, rij.team)
          const eerder = await vindKenmerk(tx, rij)
          if (eerder !== undefined) return { status: 'was-er-al', rij: eerder } as const
          if ((await telOpen(tx, rij)) >= maxOpen) return { status: 'te-veel' } as const
          const plek = await vrijePlek(tx, rij.team, rij, capaciteit)
          if (plek === undefined) return { status: 'vol' } as const
          if (!(await voegToe(tx, rij, plek))) {
            const toch = await vindKenmerk(tx, rij)
            return toch
              ? ({ status: 'was-er-al', rij: toch } as const)
              : ({ status: 'nummer-bezet' } as const)
          }
          await bezetPlek(tx, rij.team, rij, plek)
          await voegBewijsToe(tx, bewijzen)
          return { status: 'ok', rij } as const
        },
        metBewijs(bewijs),
      ),

    verzet: (vrager, id, { capaciteit, nu, herinnerd, herinnerVanaf, ...vak }, bewijzen) =>
      als(vrager, async (tx) => {
        const team = await teamVan(tx, id)
        if (team === undefined) return 'niet-gevonden'
        await slotOp(tx, team)
        const oud = await openRij(tx, id, nu)
        if (oud === undefined) return 'niet-gevonden'
        if (oud.begin.getTime() === vak.begin.getTime()) return 'was-al-zo'
        await geefTerug(tx, oud)
        const plek = await vrijePlek(tx, team, vak, capaciteit)
        if (plek === undefined) {
          // Nothing was changed for anybody: the old place is theirs still.
          await bezetPlek(tx, team, oud, oud.plek)
          return 'vol'
        }
        await bezetPlek(tx, team, vak, plek)
        await sql`update afspraak set begin = ${vak.begin}, einde = ${vak.einde}, plek = ${plek},
          herinnerd = ${herinnerd ?? null}, herinner_vanaf = ${herinnerVanaf}, ${opnieuw(vrager)}
          where id = ${id}`.execute(tx)
        await voegBewijsToe(tx, bewijzen)
        return 'ok'
      }),

    zegAf: (vrager, id, nu, bewijzen) =>
      als(vrager, async (tx) => {
        const team = await teamVan(tx, id)
        if (team === undefined) return 'niet-gevonden'
        await slotOp(tx, team)
        const oud = await openRij(tx, id, nu)
        if (oud === undefined) return (await isAfgezegd(tx, id)) ? 'was-al-zo' : 'niet-gevonden'
        await geefTerug(tx, oud)
        await sql`update afspraak set stand = 'afgezegd', ${opnieuw(vrager)} where id = ${id}`.execute(tx)
        await voegBewijsToe(tx, bewijzen)
        return 'ok'
      }),

    lijst: (vrager, bewijs, hoogstens) =>
      als(
        vrager,
        async (tx) => {
          const { rows } = await sql<Rij>`select * from afspraak where persoon = ${vrager.persoon}
            order by begin desc, id limit ${hoogstens}`.execute(tx)
          return rows.map(rijVan).reverse()
        },
        metBewijs(bewijs),
      ),

    vind: (vrager, id, bewijs) =>
      als(
        vrager,
        async (tx) => {
          const { rows } = await sql<Rij>`select * from afspraak where id = ${id}`.execute(tx)
          return rows.map(rijVan)[0]
        },
        metBewijs(bewijs),
      ),

    vertel: (ronde, doe) =>
      alsTaak('afspraken', async (tx) => {
        const rijen = await neem(tx, ronde)
        const { nu } = ronde
        const kolom = sql.ref(kolomVan[ronde.wat])
        const fouten: unknown[] = []
        for (const rij of rijen) {
          const { id, persoon, organisatie, team, vorm, stand, keer, begin, einde } = rij
          const { herinnerVanaf, verteld, gewijzigdDoor } = rij
          try {
            await doe({
              ...{ id, persoon, organisatie, team, vorm, stand, keer, begin, einde },
              ...{ herinnerVanaf, verteld, gewijzigdDoor },
            })
            await sql`update afspraak set ${kolom} = ${nu}, mislukt = null where id = ${id}`.execute(tx)
          } catch (fout) {
            fouten.push(fout)
            await sql`update afspraak set mislukt = ${nu} where id = ${id}`.execute(tx)
          }
        }
        return { gedaan: rijen.length - fouten.length, fouten }
      }),
  }
}

const kolomVan = { bevestiging: 'bevestigd', herinnering: 'herinnerd' } as const

/** Something else was agreed: that is told anew. What was told of before, or may have been, is kept beside it. */
const opnieuw = ({ soort }: AfspraakVrager) => sql`keer = keer + 1, bevestigd = null, mislukt = null,
  gewijzigd_door = ${soort}, verteld = case when bevestigd is not null or mislukt is not null then begin else verteld end`

/** What was never tried first, so that what goes on failing keeps no other waiting. */
async function neem(tx: Tx, { wat, nu, herkans, hoogstens }: Vertelronde): Promise<readonly AfspraakRij[]> {
  const openStaat =
    wat === 'bevestiging'
      ? sql`bevestigd is null`
      : sql`stand = 'gemaakt' and herinnerd is null
          and coalesce(herinner_vanaf, begin - interval '4 days') <= ${nu}`
  const { rows } = await sql<Rij>`select * from afspraak where ${openStaat}
    and begin > ${nu} and (mislukt is null or mislukt <= ${herkans})
    order by mislukt nulls first, begin, id limit ${hoogstens} for update skip locked`.execute(tx)
  return rows.map(rijVan)
}

/** What goes when the retention period is over, counted from the end of the appointment. */
export function afspraakOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: afspraakDoel,
    ruimOp: (grens) =>
      ingangen(bewaring).alsTaak('bewaring', async (tx) => {
        const { numAffectedRows } = await sql`delete from afspraak where einde < ${grens}`.execute(tx)
        const naamloos = await sql`delete from afspraak_naamloos where einde < ${grens}`.execute(tx)
        await sql`delete from belafspraak where gemaakt < ${grens}`.execute(tx)
        await sql`delete from afspraak_plek where einde < ${grens}`.execute(tx)
        return Number(numAffectedRows ?? 0n) + Number(naamloos.numAffectedRows ?? 0n)
      }),
  }
}

/** One at a time per team, until the end of the transaction: what is counted below stays true. */
export async function slotOp(tx: Tx, team: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`afspraak ${team}`}, 0))`.execute(tx)
}

/** The lowest place that nobody has at any moment of it; none when as many are there as there is room for. */
export async function vrijePlek(
  tx: Tx,
  team: string,
  { begin, einde }: Tijdvak,
  capaciteit: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ plek: number }>`select plek from afspraak_plek
    where team = ${team} and begin < ${einde} and einde > ${begin}`.execute(tx)
  if (rows.length >= capaciteit) return undefined
  const bezet = new Set(rows.map(({ plek }) => plek))
  return Array.from({ length: capaciteit }, (_, i) => i + 1).find((plek) => !bezet.has(plek))
}

export async function bezetPlek(
  tx: Tx,
  team: string,
  { begin, einde }: Tijdvak,
  plek: number,
): Promise<void> {
  await sql`insert into afspraak_plek (team, begin, plek, einde)
    values (${team}, ${begin}, ${plek}, ${einde})`.execute(tx)
}

export async function geefTerug(
  tx: Tx,
  { team, begin, plek }: Pick<Rij, 'team' | 'begin' | 'plek'>,
): Promise<void> {
  await sql`delete from afspraak_plek where team = ${team} and begin = ${begin} and plek = ${plek}`.execute(
    tx,
  )
}

async function voegToe(tx: Tx, rij: AfspraakRij, plek: number): Promise<boolean> {
  const { id, nummer, persoon, organisatie, team, vorm, begin, einde, stand, door, kenmerk, gemaakt } = rij
  const { numAffectedRows } =
    await sql`insert into afspraak (id, nummer, persoon, organisatie, team, vorm, begin,
      einde, plek, stand, door, kenmerk, gemaakt, herinnerd, herinner_vanaf, kid, cijfer)
    values (${id}, ${nummer}, ${persoon}, ${organisatie}, ${team}, ${vorm}, ${begin}, ${einde}, ${plek}, ${stand},
      ${door}, ${kenmerk}, ${gemaakt}, ${rij.herinnerd ?? null}, ${rij.herinnerVanaf}, ${rij.kid}, ${rij.cijfer})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

async function vindKenmerk(
  tx: Tx,
  { persoon, kenmerk }: Pick<AfspraakRij, 'persoon' | 'kenmerk'>,
): Promise<AfspraakRij | undefined> {
  const { rows } = await sql<Rij>`select * from afspraak
    where persoon = ${persoon} and kenmerk = ${kenmerk}`.execute(tx)
  return rows.map(rijVan)[0]
}

async function telOpen(tx: Tx, { persoon, gemaakt }: AfspraakRij): Promise<number> {
  const { rows } = await sql<{ aantal: number }>`select count(*)::int as aantal from afspraak
    where persoon = ${persoon} and stand = 'gemaakt' and begin > ${gemaakt}`.execute(tx)
  return rows[0]?.aantal ?? 0
}

async function teamVan(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ team: string }>`select team from afspraak where id = ${id}`.execute(tx)
  return rows[0]?.team
}

/** One that is still to come. */
async function openRij(tx: Tx, id: string, nu: Date): Promise<Rij | undefined> {
  const { rows } = await sql<Rij>`select * from afspraak
    where id = ${id} and stand = 'gemaakt' and begin > ${nu} for update`.execute(tx)
  return rows[0]
}

async function isAfgezegd(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from afspraak where id = ${id} and stand = 'afgezegd'`.execute(tx)
  return rows.length > 0
}

interface Rij
  extends Omit<
    AfspraakRij,
    'persoon' | 'organisatie' | 'herinnerd' | 'herinnerVanaf' | 'verteld' | 'gewijzigdDoor'
  > {
  readonly gewijzigd_door: AfspraakVrager['soort'] | null
  /** Of before there was one: four days ahead. */
  readonly herinner_vanaf: Date | null
  readonly verteld: Date | null
  readonly herinnerd: Date | null
  readonly persoon: string
  readonly organisatie: string
  readonly plek: number
  readonly bevestigd: Date | null
  readonly mislukt: Date | null
}

function rijVan(van: Rij): AfspraakRij {
  const { plek: _, bevestigd: __, mislukt: ___, herinner_vanaf, gewijzigd_door, ...rij } = van
  const [persoon, organisatie] = [parsePersoonId(rij.persoon), parseOrganisatieId(rij.organisatie)]
  if (persoon === undefined || organisatie === undefined) throw new Error('een afspraak van niemand')
  if (!makers.includes(rij.door) || !afspraakstanden.includes(rij.stand))
    throw new Error('een afspraak met een onbekende stand')
  const herinnerVanaf = herinner_vanaf ?? new Date(rij.begin.getTime() - herinnerMs)
  return {
    ...rij,
    persoon,
    organisatie,
    herinnerd: rij.herinnerd ?? undefined,
    herinnerVanaf,
    verteld: rij.verteld ?? undefined,
    gewijzigdDoor: gewijzigd_door ?? undefined,
  }
}

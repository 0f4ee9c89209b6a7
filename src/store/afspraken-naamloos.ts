import { sql } from 'kysely'
import { afspraakstanden, type NaamlozeAfspraak, type NaamlozeStore } from '../afspraken/index.ts'
import { parseOrganisatieId } from '../domain/index.ts'
import { bezetPlek, geefTerug, slotOp, vrijePlek } from './afspraken.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

const kolommen = sql`nummer, organisatie, team, vorm, begin, einde, plek, onderwerp, tolk, stand, van`

/** Appointments of nobody, in the same places as those of people; which ones somebody sees, row-level security holds. */
export function naamlozeOpslag(databank: Databank): NaamlozeStore {
  const { alsMedewerker } = ingangen(databank)
  return {
    plaats: (kijker, afspraak, { capaciteit, kenmerk }) =>
      alsMedewerker(kijker, async (tx) => {
        await slotOp(tx, afspraak.team)
        const eerder = await vindKenmerk(tx, kenmerk)
        if (eerder !== undefined) return eerder
        const plek = await vrijePlek(tx, afspraak.team, afspraak, capaciteit)
        if (plek === undefined) return 'vol'
        const { nummer, organisatie, team, vorm, begin, einde, onderwerp, tolk, stand, van } = afspraak
        const { numAffectedRows } = await sql`insert into afspraak_naamloos
          (nummer, organisatie, team, vorm, begin, einde, plek, onderwerp, tolk, stand, van, kenmerk)
          values (${nummer}, ${organisatie}, ${team}, ${vorm}, ${begin}, ${einde}, ${plek}, ${onderwerp},
            ${tolk ?? null}, ${stand}, ${van}, ${kenmerk}) on conflict do nothing`.execute(tx)
        if (numAffectedRows !== 1n) return 'nummer-bezet'
        await bezetPlek(tx, team, afspraak, plek)
        return afspraak
      }),

    lijst: (kijker, vanaf, hoogstens) =>
      alsMedewerker(kijker, async (tx) => {
        const { rows } = await sql<Rij>`select ${kolommen} from afspraak_naamloos
          where organisatie = ${kijker.organisatie} and einde > ${vanaf} and stand = 'gemaakt'
          order by begin, nummer limit ${hoogstens}`.execute(tx)
        return rows.map(afspraakVan)
      }),

    zegAf: (kijker, nummer, nu) =>
      alsMedewerker(kijker, async (tx) => {
        const team = (
          await sql<{ team: string }>`select team from afspraak_naamloos where nummer = ${nummer}`.execute(tx)
        ).rows[0]?.team
        if (team === undefined) return false
        await slotOp(tx, team)
        const { rows } = await sql<Rij>`update afspraak_naamloos set stand = 'afgezegd'
          where nummer = ${nummer} and stand = 'gemaakt' and begin > ${nu} returning ${kolommen}`.execute(tx)
        const [rij] = rows
        if (rij !== undefined) await geefTerug(tx, rij)
        return rij !== undefined
      }),
  }
}

async function vindKenmerk(tx: Tx, kenmerk: Buffer): Promise<NaamlozeAfspraak | undefined> {
  const { rows } =
    await sql<Rij>`select ${kolommen} from afspraak_naamloos where kenmerk = ${kenmerk}`.execute(tx)
  return rows.map(afspraakVan)[0]
}

interface Rij extends Omit<NaamlozeAfspraak, 'tolk' | 'organisatie' | 'van'> {
  readonly organisatie: string
  readonly van: string
  readonly tolk: NonNullable<NaamlozeAfspraak['tolk']> | null
  readonly plek: number
}

function afspraakVan({ plek: _, tolk, ...rij }: Rij): NaamlozeAfspraak {
  const [organisatie, van] = [parseOrganisatieId(rij.organisatie), parseOrganisatieId(rij.van)]
  if (organisatie === undefined || van === undefined) throw new Error('een afspraak van geen organisatie')
  if (!afspraakstanden.includes(rij.stand)) throw new Error('een afspraak met een onbekende stand')
  return { ...rij, organisatie, van, ...(tolk !== null && { tolk }) }
}

import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { type Datum, parseDatum, parseOrganisatieId } from '../domain/index.ts'
import {
  isBladdeel,
  isMeldingstand,
  isMeldreden,
  type Kennismelding,
  type MeldingStore,
} from '../kennis/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

const kolommen = sql`id, blad, deel, reden, tekst, eigenaar, van, gemeld::text as gemeld, stand, antwoord,
  afgehandeld::text as afgehandeld`

/** Reports about what colleagues read; which of them somebody sees, row-level security holds. */
export function kennismeldingOpslag(databank: Databank): MeldingStore {
  const { alsMedewerker } = ingangen(databank)
  return {
    bewaar: (kijker, { id, blad, deel, reden, tekst, eigenaar, van, gemeld, stand }) =>
      alsMedewerker(kijker, async (tx) => {
        const eigen = eigenaar === 'installatie' ? '' : eigenaar
        await sql`insert into kennismelding (id, blad, deel, reden, tekst, eigenaar, van, gemeld, stand)
          values (${id}, ${blad}, ${deel}, ${reden}, ${tekst ?? null}, ${eigen}, ${van}, ${gemeld}::date, ${stand})`.execute(
          tx,
        )
      }),

    lijst: (kijker, hoogstens) =>
      alsMedewerker(kijker, async (tx) => {
        const { rows } = await sql<Rij>`select ${kolommen} from kennismelding
          where van = ${kijker.organisatie} or eigenaar in ('', ${kijker.organisatie})
          order by (stand = 'open') desc, gemeld desc, id desc limit ${hoogstens}`.execute(tx)
        return rows.flatMap(melding)
      }),

    vanBlad: (kijker, blad, hoogstens) =>
      alsMedewerker(kijker, async (tx) => {
        const { rows } = await sql<Rij>`select ${kolommen} from kennismelding
          where blad = ${blad} and stand <> 'open' order by afgehandeld desc, id desc limit ${hoogstens}`.execute(
          tx,
        )
        return rows.flatMap(melding)
      }),

    handelAf: (kijker, id, { stand, antwoord, op }) =>
      alsMedewerker(kijker, async (tx) => {
        const { numAffectedRows } = await sql`update kennismelding
          set stand = ${stand}, antwoord = ${antwoord}, afgehandeld = ${op}::date
          where id = ${id} and stand = 'open' and eigenaar in ('', ${kijker.organisatie})`.execute(tx)
        return numAffectedRows === 1n
      }),
  }
}

interface Rij {
  readonly id: string
  readonly blad: string
  readonly deel: string
  readonly reden: string
  readonly tekst: string | null
  readonly eigenaar: string
  readonly van: string
  readonly gemeld: string
  readonly stand: string
  readonly antwoord: string | null
  readonly afgehandeld: string | null
}

/** What an older version of ours wrote, and this one does not know, says nothing here. */
function melding({ id, blad, deel, reden, tekst, stand, antwoord, ...rij }: Rij): Kennismelding[] {
  const van = parseOrganisatieId(rij.van)
  const eigenaar = rij.eigenaar === '' ? 'installatie' : parseOrganisatieId(rij.eigenaar)
  if (!isBladdeel(deel) || !isMeldreden(reden) || !isMeldingstand(stand)) return []
  if (van === undefined || eigenaar === undefined) return []
  return [
    {
      id,
      blad,
      deel,
      reden,
      ...(tekst !== null && { tekst }),
      eigenaar,
      van,
      gemeld: dagVan(rij.gemeld),
      stand,
      ...(antwoord !== null && { antwoord }),
      ...(rij.afgehandeld !== null && { afgehandeld: dagVan(rij.afgehandeld) }),
    },
  ]
}

function dagVan(tekst: string): Datum {
  const dag = parseDatum(tekst)
  if (dag === undefined) throw new Error('in de databank staat iets anders dan een dag')
  return dag
}

/** Counted from the day it was answered; what waits for an answer stays. */
export function kennismeldingOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: 'kennis-melden',
    ruimOp: (grens) =>
      ingangen(bewaring).alsTaak('bewaring', async (tx) => {
        const { numAffectedRows } = await sql`delete from kennismelding
          where afgehandeld < ${grens.toISOString().slice(0, 10)}::date`.execute(tx)
        return Number(numAffectedRows ?? 0n)
      }),
  }
}

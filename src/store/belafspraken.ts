import { sql } from 'kysely'
import type { Tijdvak } from '../afspraken/index.ts'
import { parseOrganisatieId } from '../domain/index.ts'
import type { Belafspraak, BelafspraakStore, NieuweBelafspraak } from '../lijnen/index.ts'
import { bezetPlek, geefTerug, slotOp, vrijePlek } from './afspraken.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

/** Times agreed between organisations; which ones somebody sees, row-level security holds. */
export function belafspraakOpslag(databank: Databank): BelafspraakStore {
  const { alsMedewerker } = ingangen(databank)
  return {
    plaats: (wie, rij, { plek: plaats, capaciteit, bewijzen }) =>
      alsMedewerker(wie, async (tx) => {
        await slotOp(tx, plaats)
        const { rows } = await sql`select 1 from belafspraak where id = ${rij.id}`.execute(tx)
        if (rows.length > 0) return 'ok'
        const plek = await vrijePlek(tx, plaats, rij, capaciteit)
        if (plek === undefined) return 'vol'
        await voegToe(tx, rij, { plek })
        await bezetPlek(tx, plaats, rij, plek)
        await voegBewijsToe(tx, bewijzen)
        return 'ok'
      }),

    verbind: (wie, rij, kenmerk) => alsMedewerker(wie, (tx) => voegToe(tx, rij, { kenmerk })),

    verzet: (wie, id, { plek: plaats, capaciteit, nu, bewijzen, ...vak }) =>
      alsMedewerker(wie, async (tx) => {
        await slotOp(tx, plaats)
        const oud = await openRij(tx, id, nu)
        if (oud === undefined) return 'niet-gevonden'
        await geefTerug(tx, { team: plaats, ...oud })
        const plek = await vrijePlek(tx, plaats, vak, capaciteit)
        if (plek === undefined) {
          // Nothing was changed for anybody: the old place is theirs still.
          await bezetPlek(tx, plaats, oud, oud.plek)
          return 'vol'
        }
        await bezetPlek(tx, plaats, vak, plek)
        await sql`update belafspraak set begin = ${vak.begin}, einde = ${vak.einde}, plek = ${plek}
          where id = ${id}`.execute(tx)
        await voegBewijsToe(tx, bewijzen)
        return 'ok'
      }),

    zegAf: (wie, id, { plek: plaats, nu, bewijzen }) =>
      alsMedewerker(wie, async (tx) => {
        await slotOp(tx, plaats)
        const oud = await openRij(tx, id, nu)
        if (oud === undefined) return false
        await geefTerug(tx, { team: plaats, ...oud })
        await sql`update belafspraak set stand = 'afgezegd' where id = ${id}`.execute(tx)
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    gezien: (wie, id, { begin, stand, bewijzen }) =>
      alsMedewerker(wie, async (tx) => {
        await sql`insert into belafspraak_gezien (belafspraak, organisatie, begin, stand)
          select id, ${wie.organisatie}, ${begin}, ${stand} from belafspraak where id = ${id}
          on conflict (belafspraak, organisatie) do update set begin = excluded.begin, stand = excluded.stand`.execute(
          tx,
        )
        await voegBewijsToe(tx, bewijzen ?? [])
      }),

    lijst: (wie, vanaf, hoogstens) =>
      alsMedewerker(
        wie,
        async (tx) => {
          const { rows } = await sql<Rij>`select ${velden} from ${bron}
            where ${einde} > ${vanaf} order by begin, id limit ${hoogstens}`.execute(tx)
          return rows.map(belafspraakVan)
        },
        { wijze: 'lezen' },
      ),

    vind: (wie, id) =>
      alsMedewerker(
        wie,
        async (tx) => {
          const { rows } = await sql<Rij>`select ${velden} from ${bron}
            where b.id = ${id} and ${einde} is not null`.execute(tx)
          return rows.map(belafspraakVan)[0]
        },
        { wijze: 'lezen' },
      ),
  }
}

// Where the resident takes part their own appointment says when; before that was made there is none.
const bron = sql`belafspraak b left join belafspraak_tijden() a on a.kenmerk = b.kenmerk
  left join belafspraak_gezien g on g.belafspraak = b.id`
const einde = sql`coalesce(a.einde, b.einde)`
const velden = sql`b.id, b.team, b.organisatie, b.van, b.ketenzaak, a.afspraak,
  coalesce(a.begin, b.begin) as begin, ${einde} as einde, coalesce(a.stand, b.stand) as stand, g.begin as gezien_begin, g.stand as gezien_stand`

async function voegToe(
  tx: Tx,
  { id, team, organisatie, van, medewerker, ketenzaak, begin, einde: tot, gemaakt }: NieuweBelafspraak,
  met: { readonly plek: number } | { readonly kenmerk: Buffer },
): Promise<void> {
  const eigen =
    'plek' in met
      ? { kenmerk: null, begin, tot, plek: met.plek, stand: 'gemaakt' }
      : { kenmerk: met.kenmerk, begin: null, tot: null, plek: null, stand: null }
  await sql`insert into belafspraak
    (id, team, organisatie, van, medewerker, ketenzaak, kenmerk, begin, einde, plek, stand, gemaakt)
    values (${id}, ${team}, ${organisatie}, ${van}, ${medewerker}, ${ketenzaak ?? null}, ${eigen.kenmerk},
      ${eigen.begin}, ${eigen.tot}, ${eigen.plek}, ${eigen.stand}, ${gemaakt}) on conflict (id) do nothing`.execute(
    tx,
  )
}

/** One that is still to come, of nobody who is known. */
async function openRij(tx: Tx, id: string, nu: Date): Promise<(Tijdvak & { plek: number }) | undefined> {
  const { rows } = await sql<Tijdvak & { plek: number }>`select begin, einde, plek from belafspraak
    where id = ${id} and stand = 'gemaakt' and begin > ${nu} for update`.execute(tx)
  return rows[0]
}

interface Rij extends Omit<Belafspraak, 'organisatie' | 'van' | 'ketenzaak' | 'afspraak' | 'nieuws'> {
  readonly organisatie: string
  readonly van: string
  readonly ketenzaak: string | null
  readonly afspraak: string | null
  readonly gezien_begin: Date | null
  readonly gezien_stand: string | null
}

function belafspraakVan({ ketenzaak, afspraak, gezien_begin, gezien_stand, ...rij }: Rij): Belafspraak {
  const [organisatie, van] = [parseOrganisatieId(rij.organisatie), parseOrganisatieId(rij.van)]
  if (organisatie === undefined || van === undefined) throw new Error('een afspraak van geen organisatie')
  const nieuws = nieuwsVan(rij, gezien_begin, gezien_stand)
  return {
    ...{ ...rij, organisatie, van },
    ...(ketenzaak !== null && { ketenzaak }),
    ...(afspraak !== null && { afspraak }),
    ...(nieuws && { nieuws }),
  }
}

/** Of what somebody made and took back before the other saw it, nothing has to be said. */
function nieuwsVan(
  { begin, stand }: Pick<Rij, 'begin' | 'stand'>,
  gezienBegin: Date | null,
  gezienStand: string | null,
): Belafspraak['nieuws'] {
  if (gezienBegin === null) return stand === 'gemaakt' ? { soort: 'nieuw' } : undefined
  if (stand === 'afgezegd') return gezienStand === stand ? undefined : { soort: 'afgezegd' }
  return gezienBegin.getTime() === begin.getTime() ? undefined : { soort: 'verzet', was: gezienBegin }
}

import { sql } from 'kysely'
import { parseOrganisatieId } from '../domain/index.ts'
import { type Storing, type StoringStore, storingkanalen } from '../ontvangst/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

export function storingOpslag(databank: Databank): StoringStore {
  const { alsMedewerker } = ingangen(databank)
  const velden = sql`id, organisatie, kanaal, begin, einde, aankondiging, gemeld, ingetrokken`
  return {
    bewaar: (wie, { id, organisatie, kanaal, begin, einde, aankondiging, gemeld }, bewijzen) =>
      alsMedewerker(wie, async (tx) => {
        await sql`insert into storing (id, organisatie, kanaal, begin, einde, aankondiging, gemeld, medewerker)
          values (${id}, ${organisatie}, ${kanaal}, ${begin}, ${einde ?? null}, ${aankondiging ?? null}, ${gemeld},
            ${wie.medewerker})`.execute(tx)
        await voegBewijsToe(tx, bewijzen)
      }),

    beeindig: (wie, id, einde, bewijzen) =>
      alsMedewerker(wie, async (tx) => {
        const { numAffectedRows } = await sql`update storing set einde = ${einde}
          where id = ${id} and (einde is null or einde > ${einde}) and ingetrokken is null`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    trekIn: (wie, id, { op, waarom }, bewijzen) =>
      alsMedewerker(wie, async (tx) => {
        const { numAffectedRows } = await sql`update storing set ingetrokken = ${op},
            ingetrokken_door = ${wie.medewerker}, ingetrokken_waarom = ${waarom}
          where id = ${id} and ingetrokken is null`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    async van(organisatie, hoogstens) {
      const { rows } = await sql<Rij>`select ${velden} from storing where organisatie = ${organisatie}
        order by begin desc, id desc limit ${hoogstens}`.execute(databank)
      return rows.map(storingVan)
    },

    async lopend(nu, voor, hoogstens) {
      const { rows } = await sql<Rij>`select ${velden} from storing
        where (einde is null or einde > ${nu}) and begin <= ${voor} and ingetrokken is null order by begin, id limit ${hoogstens}`.execute(
        databank,
      )
      return rows.map(storingVan)
    },

    async vind(id) {
      const { rows } = await sql<Rij>`select ${velden} from storing where id = ${id}`.execute(databank)
      return rows.map(storingVan)[0]
    },
  }
}

interface Rij {
  readonly id: string
  readonly organisatie: string
  readonly kanaal: string
  readonly begin: Date
  readonly einde: Date | null
  readonly aankondiging: string | null
  readonly gemeld: Date
  readonly ingetrokken: Date | null
}

function storingVan({ id, begin, einde, aankondiging, gemeld, ingetrokken, ...rij }: Rij): Storing {
  const organisatie = parseOrganisatieId(rij.organisatie)
  const kanaal = storingkanalen.find((een) => een === rij.kanaal)
  if (organisatie === undefined || kanaal === undefined)
    throw new Error('in de databank staat iets anders dan een storing')
  return {
    id,
    organisatie,
    kanaal,
    begin,
    ...(einde !== null && { einde }),
    ...(aankondiging !== null && { aankondiging }),
    gemeld,
    ...(ingetrokken !== null && { ingetrokken }),
  }
}

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import type { Notitierij, NotitieStore } from '../lijnen/index.ts'
import { ingangen as maakIngangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

/** Named limit: more notes of one case than anybody reads at once. */
const hoogstens = 50

/** Notes of calls; which of them somebody reaches, row-level security holds. */
export function gespreksnotitieOpslag(databank: Databank): NotitieStore {
  const { alsTaakMetHashes } = maakIngangen(databank)
  const lees = <T>(kenmerken: readonly Buffer[], vraag: (tx: Tx) => Promise<T>) =>
    alsTaakMetHashes('gesprekken', kenmerken, vraag, 'lezen')
  const bij = (kenmerk: Buffer) =>
    lees([kenmerk], async (tx) => {
      const { rows } = await sql<Rij>`select ${velden} from gespreksnotitie
        where kenmerken @> array[${kenmerk.toString('hex')}]
        order by begonnen, gesprek limit ${hoogstens}`.execute(tx)
      return rows.map(rijVan)
    })
  return {
    vind: async (gesprek) => (await bij(kenmerkVan('gesprek', gesprek)))[0],
    vanZaak: (ketenzaak) => bij(kenmerkVan('zaak', ketenzaak)),
    vindBijIngang: async (ingang) => (await bij(Buffer.from(ingang, 'hex')))[0],
    geschreven: (gesprekken) =>
      lees(
        gesprekken.map((een) => kenmerkVan('gesprek', een)),
        async (tx) => {
          const { rows } = await sql<{ gesprek: string }>`select gesprek from gespreksnotitie
            where gesprek = any(${gesprekken}::text[])`.execute(tx)
          return new Set(rows.map(({ gesprek }) => gesprek))
        },
      ),
    bewaar: (rij) => {
      const { gesprek, nr, kid, cijfer, ketenzaak = null, ingangen, begonnen } = rij
      const eigen = kenmerkVan('gesprek', gesprek)
      const kenmerken = [
        eigen.toString('hex'),
        ...ingangen,
        ...(ketenzaak === null ? [] : [kenmerkVan('zaak', ketenzaak).toString('hex')]),
      ]
      return alsTaakMetHashes(
        'gesprekken',
        [eigen],
        async (tx) => {
          const uitslag =
            nr === 1
              ? await sql`insert into gespreksnotitie
                  (gesprek, nr, kid, cijfer, kenmerken, ketenzaak, ingangen, begonnen)
                  values (${gesprek}, 1, ${kid}, ${cijfer}, ${kenmerken}, ${ketenzaak}, ${ingangen}, ${begonnen})
                  on conflict do nothing`.execute(tx)
              : await sql`update gespreksnotitie set nr = ${nr}, kid = ${kid}, cijfer = ${cijfer},
                  kenmerken = ${kenmerken}, ketenzaak = ${ketenzaak}, ingangen = ${ingangen}
                  where gesprek = ${gesprek} and nr = ${nr - 1}`.execute(tx)
          return uitslag.numAffectedRows === 1n ? 'ok' : 'ingehaald'
        },
        'ineens',
      )
    },
  }
}

const velden = sql.raw('gesprek, nr, kid, cijfer, ketenzaak, ingangen, begonnen')

interface Rij extends Omit<Notitierij, 'ketenzaak'> {
  readonly ketenzaak: string | null
}

function rijVan({ ketenzaak, ...rij }: Rij): Notitierij {
  return { ...rij, ...(ketenzaak !== null && { ketenzaak }) }
}

function kenmerkVan(soort: 'gesprek' | 'zaak', id: string): Buffer {
  return createHash('sha256').update(`voordeur gespreksnotitie ${soort}|${id}`).digest()
}

/** Counted from when the call began. */
export function gespreksnotitieOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: 'gespreksnotitie',
    ruimOp: (grens) =>
      maakIngangen(bewaring).alsTaak('bewaring', async (tx) => {
        const { numAffectedRows } = await sql`delete from gespreksnotitie where begonnen < ${grens}`.execute(
          tx,
        )
        return Number(numAffectedRows ?? 0n)
      }),
  }
}

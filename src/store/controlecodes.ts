import { sql } from 'kysely'
import type { Coderij, CodeStore, SleutellogStore, Sleutelregel } from '../afzender/index.ts'
import type { Opruimer } from '../audit/index.ts'
import { parseDatum, parseOrganisatieId } from '../domain/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

export function controlecodeOpslag(databank: Databank): CodeStore {
  const { alsTaak } = ingangen(databank)
  return {
    plaats: ({ hash, kid, organisatie, datum, onderwerp, bericht = null, gemaakt }) =>
      alsTaak('controlecodes', async (tx) => {
        const { numAffectedRows } = await sql`
          insert into controlecode (hash, kid, organisatie, datum, onderwerp, bericht, gemaakt)
          values (${hash}, ${kid}, ${organisatie}, ${datum}, ${onderwerp}, ${bericht}, ${gemaakt})
          on conflict do nothing`.execute(tx)
        if (numAffectedRows === 1n) return 'geplaatst'
        const { rows } =
          await sql`select 1 from controlecode where hash = ${hash} and organisatie = ${organisatie}
          and datum = ${datum} and onderwerp = ${onderwerp} and bericht is not distinct from ${bericht}::uuid`.execute(
            tx,
          )
        return rows.length > 0 ? 'was-er-al' : 'bezet'
      }),

    vind: (hashes) =>
      alsTaak('controlecodes', async (tx) => {
        const { rows } = await sql<Rij>`
          select hash, kid, organisatie, datum::text as datum, onderwerp, bericht, gemaakt, ingetrokken
          from controlecode where hash = any(${[...hashes]}::bytea[])`.execute(tx)
        const [rij] = rows
        return rij === undefined || rij.ingetrokken !== null ? undefined : rijVan(rij)
      }),

    trekIn: (hashes, op) =>
      alsTaak('controlecodes', async (tx) => {
        const { numAffectedRows } = await sql`update controlecode set ingetrokken = ${op}
          where hash = any(${[...hashes]}::bytea[]) and ingetrokken is null`.execute(tx)
        return numAffectedRows === 1n
      }),
  }
}

export function sleutellogOpslag(databank: Databank): SleutellogStore {
  const { alsTaak } = ingangen(databank)
  return {
    regels: () =>
      alsTaak('controlecodes', async (tx) => {
        const { rows } = await sql<Sleutelrij>`
          select nummer, organisatie, kid, x, sinds, vorige, hash from afzendersleutel order by nummer`.execute(
          tx,
        )
        return rows.map(sleutelVan)
      }),

    voegToe: ({ nummer, organisatie, jwk, sinds, vorige, hash }) =>
      alsTaak('controlecodes', async (tx) => {
        const { numAffectedRows } = await sql`
          insert into afzendersleutel (nummer, organisatie, kid, x, sinds, vorige, hash)
          values (${nummer}, ${organisatie}, ${jwk.kid}, ${jwk.x}, ${sinds}, ${vorige}, ${hash})
          on conflict do nothing`.execute(tx)
        return numAffectedRows === 1n
      }),
  }
}

/** What goes when the retention period is over. */
export function controlecodeOpruimer(bewaring: Databank): Opruimer {
  return { verwerking: 'controlecode', ruimOp: (grens) => ruimControlecodesOp(bewaring, grens) }
}

/** As `bewaring`: codes made before this moment. Gives how many went. */
export async function ruimControlecodesOp(bewaring: Databank, grens: Date): Promise<number> {
  return ingangen(bewaring).alsTaak('bewaring', async (tx) => {
    const { numAffectedRows } = await sql`delete from controlecode where gemaakt < ${grens}`.execute(tx)
    return Number(numAffectedRows ?? 0n)
  })
}

interface Rij extends Omit<Coderij, 'organisatie' | 'datum' | 'bericht'> {
  readonly organisatie: string
  readonly datum: string
  readonly bericht: string | null
  readonly ingetrokken: Date | null
}

function rijVan({ organisatie, datum, bericht, ingetrokken: _, ...rest }: Rij): Coderij {
  const [id, dag] = [parseOrganisatieId(organisatie), parseDatum(datum)]
  if (id === undefined || dag === undefined) throw new Error('in de databank staat iets anders dan een code')
  return { ...rest, organisatie: id, datum: dag, bericht: bericht ?? undefined }
}

interface Sleutelrij extends Pick<Sleutelregel, 'nummer' | 'sinds' | 'vorige' | 'hash'> {
  readonly organisatie: string
  readonly kid: string
  readonly x: string
}

function sleutelVan({ organisatie, kid, x, ...rest }: Sleutelrij): Sleutelregel {
  const id = parseOrganisatieId(organisatie)
  if (id === undefined) throw new Error('in de databank staat iets anders dan een sleutel')
  return { ...rest, organisatie: id, jwk: { kty: 'OKP', crv: 'Ed25519', x, kid } }
}

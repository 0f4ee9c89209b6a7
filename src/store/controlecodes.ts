import { sql } from 'kysely'
import type { Berichtcoderij, Coderij, CodeStore, SleutellogStore, Sleutelregel } from '../afzender/index.ts'
import type { Opruimer } from '../audit/index.ts'
import { parseDatum, parseOrganisatieId } from '../domain/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

export function controlecodeOpslag(databank: Databank): CodeStore {
  const { alsTaak } = ingangen(databank)
  return {
    perBericht: (rijen) =>
      alsTaak('controlecodes', async (tx) => {
        const kolom = <T>(van: (rij: Berichtcoderij) => T) => rijen.map(van)
        const berichten = kolom(({ bericht }) => bericht)
        // What is written here the second part does not see yet, and the first gives nothing that was there already.
        const { rows } = await sql<{ bericht: string; hash: Buffer; kid: string }>`
          with nieuw as (insert into controlecode (hash, kid, organisatie, datum, onderwerp, bericht, gemaakt)
            select * from unnest(${kolom(({ hash }) => hash)}::bytea[], ${kolom(({ kid }) => kid)}::text[],
              ${kolom(({ organisatie }) => organisatie)}::text[], ${kolom(({ datum }) => datum)}::date[],
              ${kolom(({ onderwerp }) => onderwerp)}::text[], ${berichten}::uuid[],
              ${kolom(({ gemaakt }) => gemaakt)}::timestamptz[])
              as n (hash, kid, organisatie, datum, onderwerp, bericht, gemaakt) order by bericht
            on conflict do nothing returning bericht, hash, kid)
          select * from nieuw union all
          select bericht, hash, kid from controlecode where bericht = any(${berichten}::uuid[])`.execute(tx)
        return new Map(rows.map(({ bericht, hash, kid }) => [bericht, { hash, kid }]))
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

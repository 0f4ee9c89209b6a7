import { type RawBuilder, sql } from 'kysely'
import {
  type OrganisatieId,
  type PersoonId,
  parseOrganisatieId,
  parsePersoonId,
  parseVestigingsnummer,
  type Vestigingsnummer,
} from '../domain/index.ts'
import type { BijEinde, Helper, Middel, Niveau, Sessie, SessieStore, VoorKeuze } from '../toegang/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx, type Wijze } from './context.ts'
import type { Databank } from './databank.ts'

/** Sessions in PostgreSQL. Who brings a token sees that row and no other. */
export function sessieOpslag(databank: Databank): SessieStore {
  const { alsPersoon, alsTaak, alsTaakMetHashes, metBewijs } = ingangen(databank)
  const metHash = <T>(hashes: readonly Buffer[], fn: (tx: Tx) => Promise<T>, wijze?: Wijze): Promise<T> =>
    alsTaakMetHashes('sessies', hashes, fn, wijze)
  return {
    begin: (hash, { id, wie, voor, apparaat, begonnen, laatstGebruikt }, vorige, bijEinde) =>
      metHash(vorige === undefined ? [hash] : [hash, vorige], async (tx) => {
        if (vorige !== undefined) await wisMet(tx, sql`hash = ${vorige}`, bijEinde)
        const persoon = wie.soort === 'inwoner' ? wie.persoon : null
        await sql`insert into sessie (hash, id, soort, persoon, wie, voor, apparaat, begonnen, laatst_gebruikt)
          values (${hash}, ${id}, ${wie.soort}, ${persoon}, ${JSON.stringify(wie)}::jsonb,
            ${JSON.stringify(voor)}::jsonb, ${apparaat}, ${begonnen}, ${laatstGebruikt})`.execute(tx)
      }),

    vind: (hash) =>
      metHash(
        [hash],
        async (tx) => {
          const { rows } = await sql<Rij>`select * from sessie where hash = ${hash}`.execute(tx)
          return rows.map(sessieVan)[0]
        },
        'lezen',
      ),

    gebruikt: (hash, op) =>
      metHash([hash], async (tx) => {
        // A page does not wait for the disk for this: what a crash of the database forgets ends a session a little sooner.
        await sql`update sessie set laatst_gebruikt = ${op}
          where hash = ${hash} and laatst_gebruikt < ${op}
          returning set_config('synchronous_commit', 'off', true)`.execute(tx)
      }),

    kies: (hash, voor, was) =>
      metHash([hash], async (tx) => {
        const { numAffectedRows } = await sql`update sessie set voor = ${JSON.stringify(voor)}::jsonb
          where hash = ${hash} ${was === undefined ? sql`` : sql`and voor = ${JSON.stringify(was)}::jsonb`}`.execute(
          tx,
        )
        return numAffectedRows === 1n
      }),

    zetHelper: (hash, helper, bewijzen) =>
      metHash([hash], async (tx) => {
        const waarde = helper === undefined ? null : JSON.stringify(helper)
        const { numAffectedRows } = await sql`update sessie set helper = ${waarde}::jsonb
          where hash = ${hash}`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    wis: (hash, bijEinde) =>
      metHash([hash], async (tx) => {
        await wisMet(tx, sql`hash = ${hash}`, bijEinde)
      }),

    vanPersoon: (persoon, bewijs) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<Rij>`select * from sessie
          where persoon = ${persoon} order by laatst_gebruikt desc, id desc`.execute(tx)
        return rows.map(sessieVan)
      }),

    wisVanPersoon: (persoon, keuze, bijEinde) =>
      alsPersoon(persoon, (tx) => {
        const welke = 'id' in keuze ? sql`id = ${keuze.id}` : sql`id <> ${keuze.behalve}`
        return wisMet(tx, sql`persoon = ${persoon} and ${welke}`, bijEinde)
      }),

    wisMetHelper: ({ stilSinds, begonnenVoor }, bijEinde) =>
      alsTaak('hulp', (tx) =>
        wisMet(
          tx,
          sql`helper is not null and (laatst_gebruikt <= ${stilSinds} or begonnen <= ${begonnenVoor})`,
          bijEinde,
        ),
      ),
  }
}

/** Gone, and what that means written down, in one transaction. */
async function wisMet(tx: Tx, welke: RawBuilder<unknown>, bijEinde: BijEinde): Promise<number> {
  const { rows } = await sql<Rij>`delete from sessie where ${welke} returning *`.execute(tx)
  const bewijzen = rows.map(sessieVan).flatMap(bijEinde)
  if (bewijzen.length > 0) await voegBewijsToe(tx, bewijzen)
  return rows.length
}

/** As `bewaring`: sessions that were last used before this moment. Gives how many went. */
export async function ruimSessiesOp(bewaring: Databank, grens: Date): Promise<number> {
  return ingangen(bewaring).alsTaak('bewaring', async (tx) => {
    const { numAffectedRows } = await sql`delete from sessie where laatst_gebruikt < ${grens}`.execute(tx)
    return Number(numAffectedRows ?? 0n)
  })
}

/** As `bewaring`: all of them, whenever they were used. Gives how many. */
export async function beeindigAlleSessies(bewaring: Databank): Promise<number> {
  return ingangen(bewaring).alsTaak('bewaring', async (tx) => {
    const { numAffectedRows } = await sql`delete from sessie`.execute(tx)
    return Number(numAffectedRows ?? 0n)
  })
}

/** What stands in `wie`, as JSON: moments are texts there. */
type WieJson =
  | {
      readonly soort: 'inwoner'
      readonly persoon: string
      readonly herkenning: {
        readonly middel: Middel
        readonly niveau: Niveau
        readonly bron: string
        readonly op: string
      }
      readonly bedrijf?: { readonly persoon: string; readonly vestiging?: string; readonly naam?: string }
      readonly metHelper?: boolean
    }
  | {
      readonly soort: 'medewerker'
      readonly medewerker: string
      readonly organisatie: string
      readonly rollen: readonly string[]
      readonly doelen: readonly string[]
      readonly naam?: string
    }

interface Rij {
  readonly id: string
  /** Only `begin` above writes these two. */
  readonly wie: WieJson
  readonly voor: VoorKeuze
  readonly apparaat: string
  readonly begonnen: Date
  readonly laatst_gebruikt: Date
  readonly helper: (Omit<Helper, 'sinds'> & { readonly sinds: string }) | null
}

function sessieVan({
  id,
  wie,
  voor,
  apparaat,
  begonnen,
  laatst_gebruikt: laatstGebruikt,
  helper,
}: Rij): Sessie {
  const sessie = { id, wie: wieVan(wie), voor, apparaat, begonnen, laatstGebruikt }
  return helper === null ? sessie : { ...sessie, helper: { ...helper, sinds: new Date(helper.sinds) } }
}

function wieVan(wie: WieJson): Sessie['wie'] {
  if (wie.soort === 'medewerker') {
    return { ...wie, organisatie: eis<OrganisatieId>(parseOrganisatieId(wie.organisatie)) }
  }
  const { persoon, herkenning, bedrijf, ...rest } = wie
  return {
    ...rest,
    persoon: eis<PersoonId>(parsePersoonId(persoon)),
    herkenning: { ...herkenning, op: new Date(herkenning.op) },
    ...(bedrijf && { bedrijf: bedrijfVan(bedrijf) }),
  }
}

function bedrijfVan({ persoon, vestiging, naam }: { persoon: string; vestiging?: string; naam?: string }) {
  return {
    persoon: eis<PersoonId>(parsePersoonId(persoon)),
    ...(vestiging !== undefined && { vestiging: eis<Vestigingsnummer>(parseVestigingsnummer(vestiging)) }),
    ...(naam !== undefined && { naam }),
  }
}

function eis<T>(waarde: T | undefined): T {
  if (waarde === undefined) throw new Error('in de databank staat een sessie die niet klopt')
  return waarde
}

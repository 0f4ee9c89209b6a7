import { sql, type Transaction } from 'kysely'
import { eisBewijs, type Verwerkingsbewijs } from '../audit/index.ts'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Databank } from './databank.ts'
import type { Schema } from './schema.ts'
import { type Opdracht, type Vooraf, voorafTekst } from './verbinding.ts'

export type Tx = Transaction<Schema>

/** What runs without a person who asked for it. A policy names the tasks that may see a table. */
export type Taak =
  | 'kluis'
  | 'sleutels-wissel'
  | 'bewijs'
  | 'bewijs-controle'
  | 'bewaring'
  | 'terugmelden'
  | 'sessies'
  | 'machtigingen'
  | 'hulp'
  | 'zaakbronnen'
  /** Of the index of cases: the rows of the pseudonyms that it names, and no other. */
  | 'zaakindex'
  /** All rows of that index; what organisations said that changed. */
  | 'zaakindex-bijhouden'
  | 'zaakberichten'
  | 'berichten'
  /** What is on its way, and of a person what is in hand. */
  | 'verzenden'
  | 'zaaksignalen'
  | 'controlecodes'
  /** What was imported of a register of domain names. */
  | 'afzenders'
  /** Who is to be reminded of an appointment. */
  | 'afspraken'
  /** Whether somebody said yes to another portal. */
  | 'portalen'
  /** What people send in: the one item that it names; and the notices that still have to reach an inbox. */
  | 'post'
  | 'post-bezorgen'
  /** Chain cases: the one case that it names; the row with one hash; which cases time changes something in. */
  | 'loket'
  | 'loket-ingang'
  | 'loket-ronde'
  /** With whom chain cases are exchanged; who is to be told; what lies at another installation. */
  | 'loket-koppelingen'
  | 'loket-melden'
  /** What goes to registers of contacts. */
  | 'loket-klantwerk'
  | 'loket-elders'
  /** Calls: the one that it names, or that a code or key opens. */
  | 'gesprekken'
  /** Which calls time changes something in. */
  | 'gesprekken-ronde'
  /** How steps of journeys go; about nobody. */
  | 'ervaring'
  /** The guide of direct lines and its queues; about teams and shifts, and nobody's case. */
  | 'lijnen'
  /** Who takes part in what sources say that happened, and what they said. */
  | 'levensloop'
  /** What creditors tell of arrears, until is known whom it is about and what comes of it. */
  | 'vroegsignalering'
  /** Runs over a made-up population; about nobody. */
  | 'bevolking'

export interface AlsMedewerker {
  readonly medewerker: string
  readonly organisatie: OrganisatieId
  /** Whose rows, after the ground was stated; without it no rows about persons at all. */
  readonly persoon?: PersoonId
}

/** What else a way in is told: how it goes to the database, and which chain cases are asked for. */
export interface Nader {
  readonly wijze?: Wijze
  readonly ketenzaken?: readonly string[]
}

/**
 * The only ways to rows about people. Each is one transaction, with the context for that transaction alone: on
 * commit and on abort PostgreSQL forgets it, so that the next one on the same connection starts with nothing.
 */
export interface Ingangen {
  /**
   * For rows that are given out: opens for nobody but whom the proof is about, and only while their line is open. The
   * other entrances are for writing, and for what access itself is decided on (test/tidy/leeslijst.ts).
   */
  metBewijs(bewijs: Verwerkingsbewijs): MetBewijs
  alsPersoon<T>(persoon: PersoonId, fn: (tx: Tx) => Promise<T>, nader?: Wijze | Nader): Promise<T>
  alsMedewerker<T>(wie: AlsMedewerker, fn: (tx: Tx) => Promise<T>, nader?: Nader): Promise<T>
  alsTaak<T>(taak: Taak, fn: (tx: Tx) => Promise<T>, wijze?: Wijze): Promise<T>
  /** A task that may see the rows with one of these hashes, and no other. */
  alsTaakMetHashes<T>(
    taak: Taak,
    hashes: readonly Buffer[],
    fn: (tx: Tx) => Promise<T>,
    wijze?: Wijze,
  ): Promise<T>
  /** A task that may see the rows of one person, and no other. */
  alsTaakOver<T>(taak: Taak, persoon: PersoonId, fn: (tx: Tx) => Promise<T>, wijze?: Wijze): Promise<T>
}

/**
 * `lezen`: the database takes no writing, and each statement is its own transaction: one message there, one back. For
 * what is read in one statement, or may change between two. `ineens`: the same for one statement that writes.
 */
export type Wijze = 'lezen' | 'ineens' | 'schrijven'

export interface MetBewijs {
  alsPersoon: Ingangen['alsPersoon']
  alsMedewerker<T>(wie: Required<AlsMedewerker>, fn: (tx: Tx) => Promise<T>, nader?: Nader): Promise<T>
  /** About several people at once; the line stands with each of them. */
  alsTaakOverHen<T>(taak: Taak, wie: readonly PersoonId[], fn: (tx: Tx) => Promise<T>): Promise<T>
}

export function ingangen(databank: Databank): Ingangen {
  const alsPersoon: Ingangen['alsPersoon'] = (persoon, fn, nader) => {
    const { wijze, ...rest } = typeof nader === 'string' ? { wijze: nader } : naderVan(nader)
    return metContext(databank, { soort: 'persoon', persoon, ...rest }, fn, wijze)
  }
  const alsMedewerker: Ingangen['alsMedewerker'] = (wie, fn, nader) => {
    const { wijze, ...rest } = naderVan(nader)
    return metContext(databank, { soort: 'medewerker', ...wie, ...rest }, fn, wijze)
  }
  return {
    metBewijs: (bewijs) => ({
      async alsPersoon(persoon, fn, nader) {
        eisBewijs(bewijs, persoon)
        return alsPersoon(persoon, fn, nader)
      },
      async alsMedewerker(wie, fn, nader) {
        eisBewijs(bewijs, wie.persoon)
        return alsMedewerker(wie, fn, nader)
      },
      async alsTaakOverHen(taak, wie, fn) {
        for (const persoon of wie) eisBewijs(bewijs, persoon)
        return metContext(databank, { soort: 'taak', taak }, fn)
      },
    }),
    alsPersoon,
    alsMedewerker,
    alsTaak: (taak, fn, wijze) => metContext(databank, { soort: 'taak', taak }, fn, wijze),
    alsTaakMetHashes: (taak, hashes, fn, wijze) =>
      metContext(databank, { soort: 'taak', taak, zoek: hexVan(hashes) }, fn, wijze),
    alsTaakOver: (taak, persoon, fn, wijze) =>
      metContext(databank, { soort: 'taak', taak, persoon }, fn, wijze),
  }
}

interface Context {
  readonly soort: 'persoon' | 'medewerker' | 'taak'
  readonly persoon?: PersoonId
  readonly medewerker?: string
  readonly organisatie?: OrganisatieId
  readonly taak?: Taak
  readonly zoek?: string
}

/** Begin, context and the first statement go to the database in one message (`verbinding.ts`). */
function metContext<T>(
  databank: Databank,
  context: Context,
  fn: (tx: Tx) => Promise<T>,
  wijze: Wijze = 'schrijven',
): Promise<T> {
  if (wijze !== 'schrijven') return elkMetContext(databank, context, fn, wijze)
  return databank.connection().execute(async (verbinding) => {
    try {
      await leg(verbinding, { hoe: 'eens', opdrachten: [begin, contextOpdracht(context)] })
      // One connection, between `begin` and `commit`: that is what a transaction is.
      const uitkomst = await fn(verbinding as Tx)
      await sql`commit`.execute(verbinding)
      return uitkomst
    } catch (fout) {
      // When this fails too the connection is broken, and what went wrong first says more.
      await sql`rollback`.execute(verbinding).catch(() => {})
      throw fout
    }
  })
}

/** Each statement is a transaction of its own with the context in it, and needs no end. */
function elkMetContext<T>(
  databank: Databank,
  context: Context,
  fn: (tx: Tx) => Promise<T>,
  wijze: Exclude<Wijze, 'schrijven'>,
): Promise<T> {
  return databank.connection().execute(async (verbinding) => {
    try {
      const vooraf = wijze === 'lezen' ? [alleenLezen] : []
      await leg(verbinding, { hoe: 'elk', opdrachten: [contextOpdracht(context, vooraf)] })
      return await fn(verbinding as Tx)
    } finally {
      await leg(verbinding, { hoe: 'niets', opdrachten: [] })
    }
  })
}

function leg(verbinding: Databank, vooraf: Vooraf) {
  return sql.raw(voorafTekst(vooraf)).execute(verbinding)
}

const begin: Opdracht = { tekst: 'begin', waarden: [] }
const alleenLezen = `set_config('transaction_read_only', 'on', true)`

/** All of them, each time: nothing may be left over from a setting of the connection itself. */
function contextOpdracht(
  { soort, persoon, medewerker, organisatie, taak, zoek }: Context,
  ook: readonly string[] = [],
): Opdracht {
  const waarden = { soort, persoon, medewerker, organisatie, taak, zoek }
  const delen = Object.keys(waarden).map((naam, i) => `set_config('voordeur.${naam}', $${i + 1}, true)`)
  return {
    tekst: `select ${[...ook, ...delen].join(', ')}`,
    waarden: Object.values(waarden).map((waarde) => waarde ?? ''),
  }
}

/** Inside the task of the vault, once the keys in use are known: which look-ups it may see. */
export async function metZoekhashes(tx: Tx, hashes: readonly Buffer[]): Promise<void> {
  await sql`select set_config('voordeur.zoek', ${hexVan(hashes)}, true)`.execute(tx)
}

function naderVan({ wijze, ketenzaken = [] }: Nader = {}): Pick<Context, 'zoek'> & Pick<Nader, 'wijze'> {
  return {
    ...(wijze && { wijze }),
    ...(ketenzaken.length > 0 && { zoek: ketenzaken.map((id) => id.replaceAll('-', '')).join(',') }),
  }
}

function hexVan(hashes: readonly Buffer[]): string {
  return hashes.map((hash) => hash.toString('hex')).join(',')
}

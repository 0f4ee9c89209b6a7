import { sql } from 'kysely'
import { eisBewijs, type Opruimer } from '../audit/index.ts'
import { type OrganisatieId, type PersoonId, parseDatum } from '../domain/index.ts'
import {
  type EigenKetenzaak,
  type Gezienvraag,
  type Ketenlezer,
  type KetenzaakStore,
  ketenDoel,
  NOG_NIEMAND,
  type Tekstrij,
  type Voorval,
  type Werkregel,
} from '../loket/index.ts'
import { ingangen, type Nader, type Tx, type Wijze } from './context.ts'
import type { Databank } from './databank.ts'
import { eisOrganisatie } from './eis-organisatie.ts'
import { jsonVan } from './ketenrijen.ts'

export function ketenzaakOpslag(databank: Databank): KetenzaakStore {
  const { alsPersoon, alsMedewerker, alsTaak, alsTaakMetHashes, metBewijs } = ingangen(databank)
  const alsZaak = <R>(ketenzaak: string, fn: (tx: Tx) => Promise<R>, wijze?: Wijze) =>
    alsTaakMetHashes('loket', [Buffer.from(ketenzaak.replaceAll('-', ''), 'hex')], fn, wijze)
  const leesAls = <R>(lezer: Ketenlezer, ketenzaak: string, fn: (tx: Tx) => Promise<R>): Promise<R> =>
    lezer.soort === 'persoon'
      ? alsPersoon(lezer.persoon, fn, leesZaak(ketenzaak))
      : lezer.soort === 'medewerker'
        ? alsMedewerker(lezer, fn, leesZaak(ketenzaak))
        : alsZaak(ketenzaak, fn, 'lezen')
  return {
    laad: (lezer, ketenzaak, opdracht) =>
      leesAls(lezer, ketenzaak, (tx) => leesVoorvallen(tx, ketenzaak, opdracht)),

    voegToe: (toevoeging) =>
      alsZaak(
        toevoeging.ketenzaak,
        async (tx) => {
          const alles = JSON.stringify(jsonVan(toevoeging))
          const { rows } = await sql<{ ok: boolean }>`select loket_schrijf(${alles}::jsonb) as ok`.execute(tx)
          if (rows[0]?.ok !== true) return 'ingehaald'
          const { wis, ketenzaak } = toevoeging
          if (wis.length > 0)
            await sql`delete from loket_tekst where ketenzaak = ${ketenzaak} and id = any (${[...wis]}::uuid[])`.execute(
              tx,
            )
          return 'ok'
        },
        // One message, but where words go: then both, or neither.
        toevoeging.wis.length > 0 ? 'schrijven' : 'ineens',
      ),

    async teksten(lezer, { ketenzaak, persoon }, ids, bewijs) {
      eisBewijs(bewijs, persoon)
      const lees = (tx: Tx) => leesTeksten(tx, ketenzaak, ids)
      const nader = leesZaak(ketenzaak)
      if (lezer.soort === 'persoon') return metBewijs(bewijs).alsPersoon(persoon, lees, nader)
      if (lezer.soort === 'medewerker')
        return metBewijs(bewijs).alsMedewerker({ ...lezer, persoon }, lees, nader)
      return alsZaak(ketenzaak, lees, 'lezen')
    },

    tekstenZonderPersoon: (lezer, ketenzaak, ids) =>
      leesAls(lezer, ketenzaak, async (tx) => {
        // Of somebody who is known there is no way to their words without a line on their record.
        return (await isVanNiemand(tx, ketenzaak)) ? leesTeksten(tx, ketenzaak, ids) : []
      }),

    merkGezien: (ketenzaak, { wie, dag, onderdelen }) =>
      alsZaak(
        ketenzaak,
        async (tx) => {
          await sql`insert into loket_gezien as g (ketenzaak, wie, dag, onderdelen)
            select ${ketenzaak}, ${wie}, ${dag}, ${[...onderdelen]}::text[] where not exists (
              select from loket_gezien where ketenzaak = ${ketenzaak} and wie = ${wie} and dag = ${dag}
                and onderdelen @> ${[...onderdelen]}::text[])
            on conflict (ketenzaak, wie, dag) do update
              set onderdelen = array(select distinct unnest(g.onderdelen || excluded.onderdelen) order by 1)
              where not g.onderdelen @> excluded.onderdelen`.execute(tx)
        },
        'ineens',
      ),

    wieZag: (persoon, ketenzaak, bewijs, welke) =>
      metBewijs(bewijs).alsPersoon(persoon, (tx) => leesGezien(tx, ketenzaak, welke), leesZaak(ketenzaak)),

    wieZagZonderPersoon: (ketenzaak, welke) =>
      alsZaak(
        ketenzaak,
        async (tx) => ((await isVanNiemand(tx, ketenzaak)) ? leesGezien(tx, ketenzaak, welke) : []),
        'lezen',
      ),

    eigen: (persoon, bewijs, hoogstens) =>
      metBewijs(bewijs).alsPersoon(persoon, (tx) => leesVan(tx, persoon, hoogstens), 'lezen'),

    vanPersoon: (lezer, persoon, bewijs, hoogstens) =>
      metBewijs(bewijs).alsMedewerker({ ...lezer, persoon }, (tx) => leesVan(tx, persoon, hoogstens), {
        wijze: 'lezen',
      }),

    async vindNummer(lezer, nummer) {
      const vind = async (tx: Tx) => {
        const { rows } = await sql<{
          id: string
        }>`select id from loket_zaak where nummer = ${nummer}`.execute(tx)
        return rows[0]?.id
      }
      if (lezer.soort === 'persoon') return alsPersoon(lezer.persoon, vind, 'lezen')
      return lezer.soort === 'medewerker'
        ? alsMedewerker(lezer, vind, { wijze: 'lezen' })
        : alsTaak('loket-ronde', vind, 'lezen')
    },

    werkvoorraad: ({ functies, ...wie }, hoogstens) =>
      alsMedewerker(
        wie,
        async (tx) => {
          const { rows } = await sql<Werkrij>`
            select * from loket_werk(${[...functies]}::text[], ${hoogstens})`.execute(tx)
          return rows.map(werkregelVan)
        },
        { wijze: 'lezen' },
      ),

    vindIngang: (soort, hash) =>
      alsTaakMetHashes(
        'loket-ingang',
        [Buffer.from(hash, 'hex')],
        async (tx) => {
          const { rows } = await sql<{ ketenzaak: string; deelnemer: string; tot: Date }>`
            select ketenzaak, deelnemer, tot from loket_ingang
            where hash = ${Buffer.from(hash, 'hex')} and soort = ${soort}`.execute(tx)
          return rows[0]
        },
        'lezen',
      ),

    teBekijken: (nu, hoogstens, zonder) =>
      alsTaak(
        'loket-ronde',
        async (tx) => {
          const { rows } = await sql<{ id: string }>`select id from loket_zaak where volgend <= ${nu}
            and not id = any (${[...zonder]}::uuid[]) order by volgend limit ${hoogstens}`.execute(tx)
          return rows.map(({ id }) => id)
        },
        'lezen',
      ),

    async duren(sleutels) {
      if (sleutels.length === 0) return []
      const { rows } = await alsTaak(
        'loket-ronde',
        (tx) =>
          sql<{ organisatie: string; sjabloon: string; dagen: number; aantal: number }>`
          select d.* from loket_duur d join (
            select distinct * from unnest(${sleutels.map(({ organisatie }) => organisatie)}::text[],
              ${sleutels.map(({ sjabloon }) => sjabloon)}::text[]) as s (organisatie, sjabloon)) s
            using (organisatie, sjabloon)`.execute(tx),
        'lezen',
      )
      return sleutels.map((sleutel) => ({
        ...sleutel,
        tellingen: rows
          .filter((rij) => rij.organisatie === sleutel.organisatie && rij.sjabloon === sleutel.sjabloon)
          .map(({ dagen, aantal }) => ({ dagen, aantal })),
      }))
    },

    meld: (op, { hoogstens, zonder }, doe) =>
      alsTaak('loket-ronde', async (tx) => {
        const { rows } = await sql<Voorvalrij & { ketenzaak: string }>`select * from loket_voorval
          where gemeld is null and not ketenzaak = any (${[...zonder]}::uuid[]) order by op, ketenzaak, nr limit ${hoogstens} for update skip locked`.execute(
          tx,
        )
        if (rows.length === 0) return 0
        const verteld = await doe(rows.map((rij) => ({ ketenzaak: rij.ketenzaak, voorval: voorvalVan(rij) })))
        await sql`update loket_voorval v set gemeld = ${op} from unnest(${verteld.map(({ ketenzaak }) => ketenzaak)}::uuid[],
          ${verteld.map(({ voorval }) => voorval.nr)}::int[]) as w (ketenzaak, nr)
          where v.ketenzaak = w.ketenzaak and v.nr = w.nr`.execute(tx)
        return verteld.length
      }),
  }
}

async function leesVan(tx: Tx, persoon: PersoonId, hoogstens: number): Promise<readonly EigenKetenzaak[]> {
  const { rows } = await sql<Eigenrij>`
    select id, nummer, stand, geopend, organisatie, termijn, bij from loket_zaak
    where persoon = ${persoon} order by geopend desc limit ${hoogstens}`.execute(tx)
  return rows.map(eigenVan)
}

const leesZaak = (ketenzaak: string): Nader => ({ wijze: 'lezen', ketenzaken: [ketenzaak] })

async function leesVoorvallen(tx: Tx, ketenzaak: string, opdracht: string | undefined) {
  const { rows } = await sql<Voorvalrij & { kid: string | null; merk: Buffer | null }>`
    select * from loket_lees(${ketenzaak}::uuid, ${opdracht ?? null}::uuid)`.execute(tx)
  const eerder = rows.find(({ merk }) => merk !== null)
  return {
    voorvallen: rows.map(voorvalVan),
    eerder: eerder?.kid && eerder.merk ? { kid: eerder.kid, merk: eerder.merk } : undefined,
  }
}

async function isVanNiemand(tx: Tx, ketenzaak: string): Promise<boolean> {
  const { rows } = await sql`select 1 from loket_zaak where id = ${ketenzaak} and persoon is null`.execute(tx)
  return rows.length > 0
}

async function leesGezien(tx: Tx, ketenzaak: string, { hoogstens, voor }: Gezienvraag) {
  const { rows } = await sql<{ wie: string; dag: string; onderdelen: string[] }>`
    select wie, dag, onderdelen from loket_gezien where ketenzaak = ${ketenzaak}
      and (${voor ?? null}::date is null or dag < ${voor ?? null}::date)
    order by dag desc, wie limit ${hoogstens}`.execute(tx)
  return rows.map(({ dag, ...rij }) => ({ ...rij, dag: dagVan(dag) }))
}

async function leesTeksten(tx: Tx, ketenzaak: string, ids: readonly string[]): Promise<readonly Tekstrij[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Tekstrij>`
    select * from loket_lees_woorden(${ketenzaak}::uuid, ${[...ids]}::uuid[])`.execute(tx)
  return rows
}

/**
 * What goes when the retention period is over, counted from the day of closing. An open case stays. Of one that nobody
 * took and that closed by itself the words go at once: nobody works with them, and nobody can be asked.
 */
export function ketenzaakOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: ketenDoel,
    ruimOp: (grens) =>
      ingangen(bewaring).alsTaak('bewaring', async (tx) => {
        await sql`delete from loket_tekst t using loket_zaak z where z.id = t.ketenzaak and z.gesloten is not null
          and z.medewerker = ${NOG_NIEMAND} and z.persoon is null`.execute(tx)
        const { numAffectedRows } = await sql`delete from loket_zaak where gesloten < ${grens}`.execute(tx)
        return Number(numAffectedRows ?? 0n)
      }),
  }
}

interface Voorvalrij {
  readonly nr: number
  readonly op: Date
  readonly door: Voorval['door']
  readonly opdracht: string
  readonly inhoud: Voorval['inhoud']
}

interface Eigenrij {
  readonly id: string
  readonly nummer: string
  readonly stand: 'open' | 'gesloten'
  readonly geopend: Date
  readonly organisatie: string
  readonly termijn: string | null
  readonly bij: string | null
}

export interface Werkrij {
  readonly ketenzaak: string
  readonly nummer: string
  readonly soort: Werkregel['soort']
  readonly stap: string | null
  readonly stand: string
  readonly termijn: string | null
  readonly bij: string | null
}

/** Written by us as an event; what JSON has no word for is an end (`tot`), which is a moment again. */
function voorvalVan({ nr, op, door, opdracht, inhoud }: Voorvalrij): Voorval {
  if (!('tot' in inhoud)) return { nr, op, door, opdracht, inhoud }
  return { nr, op, door, opdracht, inhoud: { ...inhoud, tot: new Date(inhoud.tot) } }
}

function eigenVan({ id, nummer, stand, geopend, organisatie, termijn, bij }: Eigenrij): EigenKetenzaak {
  return {
    ...{ ketenzaak: id, nummer, stand, geopend, regie: eisOrganisatie(organisatie) },
    ...(termijn !== null && { termijn: dagVan(termijn) }),
    ...(bij !== null && { bij: bijVan(bij) }),
  }
}

export function werkregelVan({ ketenzaak, nummer, soort, stap, stand, termijn, bij }: Werkrij): Werkregel {
  return {
    ...{ ketenzaak, nummer, soort, stand },
    ...(stap !== null && { stap }),
    ...(termijn !== null && { termijn: dagVan(termijn) }),
    ...(bij !== null && { bij: bijVan(bij) }),
  }
}

function bijVan(bij: string): OrganisatieId | 'inwoner' | 'partij' {
  return bij === 'inwoner' || bij === 'partij' ? bij : eisOrganisatie(bij)
}

function dagVan(tekst: string) {
  const dag = parseDatum(tekst)
  if (dag === undefined) throw new Error('in de databank staat iets anders dan een dag')
  return dag
}

import { sql } from 'kysely'
import { eisBewijs, type Opruimer } from '../audit/index.ts'
import { type OrganisatieId, parseDatum, parseOrganisatieId } from '../domain/index.ts'
import {
  type Ketenlezer,
  type KetenzaakStore,
  ketenDoel,
  type Opdrachtmerk,
  type Tekstrij,
  type Toevoeging,
  type Voorval,
  type Werkregel,
} from '../loket/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { schrijfRijen } from './ketenrijen.ts'

export function ketenzaakOpslag(databank: Databank): KetenzaakStore {
  const { alsPersoon, alsMedewerker, alsTaak, alsTaakMetHashes, metBewijs } = ingangen(databank)
  const alsZaak = <R>(ketenzaak: string, fn: (tx: Tx) => Promise<R>) =>
    alsTaakMetHashes('loket', [Buffer.from(ketenzaak.replaceAll('-', ''), 'hex')], fn)
  const als = <R>(lezer: Ketenlezer, ketenzaak: string, fn: (tx: Tx) => Promise<R>): Promise<R> =>
    lezer.soort === 'persoon'
      ? alsPersoon(lezer.persoon, fn)
      : lezer.soort === 'medewerker'
        ? alsMedewerker(lezer, fn)
        : alsZaak(ketenzaak, fn)
  return {
    laad: (lezer, ketenzaak, opdracht) =>
      als(lezer, ketenzaak, async (tx) => ({
        voorvallen: await leesVoorvallen(tx, ketenzaak),
        eerder: opdracht === undefined ? undefined : await leesMerk(tx, ketenzaak, opdracht),
      })),

    voegToe: (toevoeging) =>
      alsZaak(toevoeging.ketenzaak, async (tx) => {
        if (!(await schrijfZaak(tx, toevoeging))) return 'ingehaald'
        await schrijfVoorvallen(tx, toevoeging)
        await schrijfTeksten(tx, toevoeging)
        await schrijfRijen(tx, toevoeging)
        await telDuren(tx, toevoeging)
        await voegBewijsToe(tx, toevoeging.bewijzen)
        return 'ok'
      }),

    async teksten(lezer, { ketenzaak, persoon }, ids, bewijs) {
      eisBewijs(bewijs, persoon)
      const lees = (tx: Tx) => leesTeksten(tx, ketenzaak, ids)
      if (lezer.soort === 'persoon') return metBewijs(bewijs).alsPersoon(persoon, lees)
      if (lezer.soort === 'medewerker') return metBewijs(bewijs).alsMedewerker({ ...lezer, persoon }, lees)
      return alsZaak(ketenzaak, lees)
    },

    tekstenZonderPersoon: (lezer, ketenzaak, ids) =>
      als(lezer, ketenzaak, async (tx) => {
        // Of somebody who is known there is no way to their words without a line on their record.
        const { rows } =
          await sql`select 1 from loket_zaak where id = ${ketenzaak} and persoon is null`.execute(tx)
        return rows.length === 0 ? [] : leesTeksten(tx, ketenzaak, ids)
      }),

    merkGezien: (ketenzaak, { wie, dag, onderdelen }) =>
      alsZaak(ketenzaak, async (tx) => {
        await sql`insert into loket_gezien as g (ketenzaak, wie, dag, onderdelen)
          values (${ketenzaak}, ${wie}, ${dag}, ${[...onderdelen]}::text[])
          on conflict (ketenzaak, wie, dag) do update
            set onderdelen = array(select distinct unnest(g.onderdelen || excluded.onderdelen) order by 1)
            where not g.onderdelen @> excluded.onderdelen`.execute(tx)
      }),

    wieZag: (persoon, ketenzaak, bewijs, hoogstens) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<{ wie: string; dag: string; onderdelen: string[] }>`
          select wie, dag, onderdelen from loket_gezien where ketenzaak = ${ketenzaak}
          order by dag desc, wie limit ${hoogstens}`.execute(tx)
        return rows.map(({ dag, ...rij }) => ({ ...rij, dag: dagVan(dag) }))
      }),

    eigen: (persoon, bewijs, hoogstens) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<Eigenrij>`
          select id, nummer, stand, geopend, organisatie, termijn, bij from loket_zaak
          where persoon = ${persoon} order by geopend desc limit ${hoogstens}`.execute(tx)
        return rows.map(({ id, nummer, stand, geopend, organisatie, termijn, bij }) => ({
          ...{ ketenzaak: id, nummer, stand, geopend, regie: orgVan(organisatie) },
          ...(termijn !== null && { termijn: dagVan(termijn) }),
          ...(bij !== null && { bij: bijVan(bij) }),
        }))
      }),

    werkvoorraad: ({ functies, ...wie }, hoogstens) =>
      alsMedewerker(wie, async (tx) => {
        const { rows } = await sql<Werkrij>`select w.*, z.nummer from (
            (select id as ketenzaak, 'regie' as soort, null::text as stap, stand, termijn, bij from loket_zaak
              where organisatie = ${wie.organisatie} and stand = 'open' order by termijn, id limit ${hoogstens})
            union all
            (select ketenzaak, 'stap', id::text, stand, termijn, null from loket_stap
              where organisatie = ${wie.organisatie} and stand in ('gevraagd', 'aanvaard', 'bezig')
              order by termijn, ketenzaak limit ${hoogstens})
            union all
            (select ketenzaak, soort, null, coalesce(functie, 'gevraagd'), (tot at time zone 'Europe/Amsterdam')::date,
              null from loket_oproep where organisatie = ${wie.organisatie}
              and (functie is null or functie = any (${[...functies]}::text[])) order by tot limit ${hoogstens})
          ) w join loket_zaak z on z.id = w.ketenzaak and z.stand = 'open'
          order by w.termijn nulls last, w.ketenzaak, w.stap nulls first limit ${hoogstens}`.execute(tx)
        return rows.map(werkregelVan)
      }),

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

    teBekijken: (nu, hoogstens) =>
      alsTaak('loket-ronde', async (tx) => {
        const { rows } = await sql<{ id: string }>`select id from loket_zaak where volgend <= ${nu}
          order by volgend limit ${hoogstens}`.execute(tx)
        return rows.map(({ id }) => id)
      }),

    async duren(sleutels) {
      if (sleutels.length === 0) return []
      const { rows } = await alsTaak('loket-ronde', (tx) =>
        sql<{ organisatie: string; sjabloon: string; dagen: number; aantal: number }>`
        select d.* from loket_duur d join unnest(${sleutels.map(({ organisatie }) => organisatie)}::text[],
          ${sleutels.map(({ sjabloon }) => sjabloon)}::text[]) as s (organisatie, sjabloon)
          using (organisatie, sjabloon)`.execute(tx),
      )
      return sleutels.map((sleutel) => ({
        ...sleutel,
        tellingen: rows
          .filter((rij) => rij.organisatie === sleutel.organisatie && rij.sjabloon === sleutel.sjabloon)
          .map(({ dagen, aantal }) => ({ dagen, aantal })),
      }))
    },

    meld: (op, hoogstens, doe) =>
      alsTaak('loket-ronde', async (tx) => {
        const { rows } = await sql<Voorvalrij & { ketenzaak: string }>`select * from loket_voorval
          where gemeld is null order by op, ketenzaak, nr limit ${hoogstens} for update skip locked`.execute(
          tx,
        )
        if (rows.length === 0) return 0
        await doe(rows.map((rij) => ({ ketenzaak: rij.ketenzaak, voorval: voorvalVan(rij) })))
        await sql`update loket_voorval v set gemeld = ${op} from unnest(${rows.map(({ ketenzaak }) => ketenzaak)}::uuid[],
          ${rows.map(({ nr }) => nr)}::int[]) as w (ketenzaak, nr)
          where v.ketenzaak = w.ketenzaak and v.nr = w.nr`.execute(tx)
        return rows.length
      }),
  }
}

/** The row of the case is the lock: who names the number that it has, writes the next events. */
async function schrijfZaak(tx: Tx, { na, zaak }: Toevoeging): Promise<boolean> {
  const { id, nummer, persoon = null, organisatie, medewerker, stand, nr, geopend } = zaak
  const { gesloten = null, termijn = null, bij = null, volgend = null } = zaak
  const { numAffectedRows } =
    na === 0
      ? await sql`insert into loket_zaak (id, nummer, persoon, organisatie, medewerker, stand, nr, geopend, gesloten,
          termijn, bij, volgend) values (${id}, ${nummer}, ${persoon}, ${organisatie}, ${medewerker}, ${stand}, ${nr},
          ${geopend}, ${gesloten}, ${termijn}, ${bij}, ${volgend}) on conflict do nothing`.execute(tx)
      : await sql`update loket_zaak set persoon = ${persoon}, organisatie = ${organisatie}, medewerker = ${medewerker},
          stand = ${stand}, nr = ${nr}, gesloten = ${gesloten}, termijn = ${termijn}, bij = ${bij}, volgend = ${volgend}
          where id = ${id} and nr = ${na}`.execute(tx)
  return numAffectedRows === 1n
}

async function schrijfVoorvallen(tx: Tx, { ketenzaak, voorvallen, opdracht }: Toevoeging): Promise<void> {
  const json = voorvallen.map(({ nr, op, door, inhoud }) => ({ nr, op, soort: inhoud.soort, door, inhoud }))
  await sql`insert into loket_voorval (ketenzaak, nr, soort, op, door, opdracht, inhoud)
    select ${ketenzaak}, nr, soort, op, door, ${opdracht.id}, inhoud from jsonb_to_recordset(${JSON.stringify(json)}::jsonb)
      as v (nr integer, soort text, op timestamptz, door jsonb, inhoud jsonb)`.execute(tx)
  await sql`insert into loket_opdracht (ketenzaak, id, kid, merk)
    values (${ketenzaak}, ${opdracht.id}, ${opdracht.kid}, ${opdracht.merk})`.execute(tx)
}

async function schrijfTeksten(tx: Tx, { ketenzaak, teksten }: Toevoeging): Promise<void> {
  if (teksten.length === 0) return
  await sql`insert into loket_tekst (id, ketenzaak, kid, cijfer)
    select id, ${ketenzaak}, kid, cijfer from unnest(${teksten.map(({ id }) => id)}::uuid[],
      ${teksten.map(({ kid }) => kid)}::text[], ${teksten.map(({ cijfer }) => cijfer)}::bytea[])
      as t (id, kid, cijfer)`.execute(tx)
}

/** In one order, so that two who finish steps at once never wait for each other. */
async function telDuren(tx: Tx, { duren }: Toevoeging): Promise<void> {
  const rij = duren.toSorted((a, b) =>
    `${a.organisatie} ${a.sjabloon} ${a.dagen}`.localeCompare(`${b.organisatie} ${b.sjabloon} ${b.dagen}`),
  )
  for (const { organisatie, sjabloon, dagen } of rij)
    await sql`insert into loket_duur as d (organisatie, sjabloon, dagen, aantal)
      values (${organisatie}, ${sjabloon}, ${dagen}, 1)
      on conflict (organisatie, sjabloon, dagen) do update set aantal = d.aantal + 1`.execute(tx)
}

async function leesVoorvallen(tx: Tx, ketenzaak: string): Promise<readonly Voorval[]> {
  const { rows } = await sql<Voorvalrij>`select nr, op, door, opdracht, inhoud from loket_voorval
    where ketenzaak = ${ketenzaak} order by nr`.execute(tx)
  return rows.map(voorvalVan)
}

async function leesMerk(tx: Tx, ketenzaak: string, id: string): Promise<Opdrachtmerk | undefined> {
  const { rows } = await sql<{ kid: string; merk: Buffer }>`select kid, merk from loket_opdracht
    where ketenzaak = ${ketenzaak} and id = ${id}`.execute(tx)
  return rows[0]
}

async function leesTeksten(tx: Tx, ketenzaak: string, ids: readonly string[]): Promise<readonly Tekstrij[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Tekstrij>`select id, kid, cijfer from loket_tekst
    where ketenzaak = ${ketenzaak} and id = any (${[...ids]}::uuid[])`.execute(tx)
  return rows
}

/** What goes when the retention period is over, counted from the day of closing. An open case stays. */
export function ketenzaakOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: ketenDoel,
    ruimOp: (grens) =>
      ingangen(bewaring).alsTaak('bewaring', async (tx) => {
        const { numAffectedRows } = await sql`delete from loket_zaak where gesloten < ${grens}`.execute(tx)
        return Number(numAffectedRows ?? 0n)
      }),
  }
}

/** As `bewaring`: words that must go sooner than their case. Gives how many went. */
export async function wisKetenteksten(bewaring: Databank, ids: readonly string[]): Promise<number> {
  return ingangen(bewaring).alsTaak('bewaring', async (tx) => {
    const { numAffectedRows } =
      await sql`delete from loket_tekst where id = any (${[...ids]}::uuid[])`.execute(tx)
    return Number(numAffectedRows ?? 0n)
  })
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

interface Werkrij {
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

function werkregelVan({ ketenzaak, nummer, soort, stap, stand, termijn, bij }: Werkrij): Werkregel {
  return {
    ...{ ketenzaak, nummer, soort, stand },
    ...(stap !== null && { stap }),
    ...(termijn !== null && { termijn: dagVan(termijn) }),
    ...(bij !== null && { bij: bijVan(bij) }),
  }
}

function bijVan(bij: string): OrganisatieId | 'inwoner' | 'partij' {
  return bij === 'inwoner' || bij === 'partij' ? bij : orgVan(bij)
}

function dagVan(tekst: string) {
  const dag = parseDatum(tekst)
  if (dag === undefined) throw new Error('in de databank staat iets anders dan een dag')
  return dag
}

function orgVan(tekst: string): OrganisatieId {
  const organisatie = parseOrganisatieId(tekst)
  if (organisatie === undefined) throw new Error('in de databank staat iets anders dan een organisatie')
  return organisatie
}

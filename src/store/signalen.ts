import { sql } from 'kysely'
import { eisZoekbewijs } from '../audit/index.ts'
import { type PersoonId, parseOrganisatieId } from '../domain/index.ts'
import {
  type Bureaureden,
  type Bureauregel,
  type SignaalRij,
  type SignaalStore,
  type Signaalwijziging,
  signaalstanden,
} from '../proactief/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { leesOmTeSchrijven, neemUitHanden, schrijfVoorkeur, wieVan } from './dossiers.ts'

export function signaalOpslag(databank: Databank): SignaalStore {
  const { alsTaak, alsMedewerker, metBewijs } = ingangen(databank)
  const als = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => alsTaak('levensloop', fn)
  return {
    van: (persoon, bewijs, hoogstens) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<Signaalkolommen>`select * from levensloop_signaal
          where persoon = ${persoon} order by ontstaan desc, id desc limit ${hoogstens}`.execute(tx)
        return rows.map(signaalVan)
      }),

    beantwoord: (persoon, id, besluit) =>
      als(async (tx) => {
        const voorkeur = await leesOmTeSchrijven(tx, persoon)
        const rij = await opSlot(tx, persoon, id)
        const besloten = rij && besluit(rij, voorkeur)
        if (besloten === undefined) return false
        await wijzigSignaal(tx, id, besloten.wijziging)
        if (besloten.voorkeur !== undefined) await schrijfVoorkeur(tx, besloten.voorkeur)
        await voegBewijsToe(tx, besloten.bewijzen)
        return true
      }),

    bureaulijst: (wie, na, hoogstens) =>
      alsMedewerker({ medewerker: wie.medewerker, organisatie: wie.organisatie }, async (tx) => {
        const { rows } = await sql<Bureauregel>`select * from levensloop_bureaulijst(
          ${na?.sinds ?? null}::timestamptz, ${na?.id ?? null}::uuid, ${hoogstens}::integer)`.execute(tx)
        return rows
      }),

    async bureauWie({ medewerker, organisatie }, id, bewijs) {
      eisZoekbewijs(bewijs)
      const { rows } = await alsMedewerker({ medewerker, organisatie }, (tx) =>
        sql<{ persoon: string }>`select persoon::text from levensloop_bureau_wie(${id})`.execute(tx),
      )
      return rows[0] && wieVan(rows[0].persoon)
    },

    bureauOpen: ({ medewerker, organisatie, persoon }, id, bewijs) =>
      metBewijs(bewijs).alsMedewerker({ medewerker, organisatie, persoon }, async (tx) => {
        const { rows } =
          await sql<Signaalkolommen>`select * from levensloop_signaal where id = ${id}`.execute(tx)
        return rows.map(signaalVan)[0]
      }),

    bureauRond: ({ organisatie, persoon }, id, besluit) =>
      als(async (tx) => {
        await neemUitHanden(tx, persoon)
        const rij = await opSlot(tx, persoon, id)
        const besloten = rij?.organisatie === organisatie ? besluit(rij) : undefined
        if (besloten === undefined) return false
        await wijzigSignaal(tx, id, besloten.wijziging)
        await voegBewijsToe(tx, besloten.bewijzen)
        return true
      }),
  }
}

async function opSlot(tx: Tx, persoon: PersoonId, id: string): Promise<SignaalRij | undefined> {
  const { rows } = await sql<Signaalkolommen>`select * from levensloop_signaal
    where id = ${id} and persoon = ${persoon} for update`.execute(tx)
  return rows.map(signaalVan)[0]
}

async function wijzigSignaal(tx: Tx, id: string, wordt: Signaalwijziging): Promise<void> {
  const { stand, verteld, hersteld, beantwoord, bureau, kid, cijfer } = wordt
  await sql`update levensloop_signaal set stand = ${stand}, verteld_op = ${verteld?.op ?? null},
    verteld_bericht = ${verteld?.bericht ?? null}, hersteld_op = ${hersteld?.op ?? null},
    hersteld_bericht = ${hersteld?.bericht ?? null}, beantwoord = ${beantwoord ?? null},
    bureau_sinds = ${bureau?.sinds ?? null},
    bureau_reden = ${bureau?.reden ?? null}, bureau_pogingen = ${bureau?.pogingen ?? 0},
    bureau_af = ${bureau?.af ?? null}, bureau_uitkomst = ${bureau?.uitkomst ?? null}, kid = ${kid}, cijfer = ${cijfer} where id = ${id}`.execute(
    tx,
  )
}

export interface Signaalkolommen {
  readonly id: string
  readonly persoon: string
  readonly stand: string
  readonly ontstaan: Date
  readonly verteld_op: Date | null
  readonly verteld_bericht: string | null
  readonly hersteld_op: Date | null
  readonly hersteld_bericht: string | null
  readonly beantwoord: Date | null
  readonly organisatie: string | null
  readonly bureau_sinds: Date | null
  /** The table allows no other. */
  readonly bureau_reden: Bureaureden | null
  readonly bureau_pogingen: number
  readonly bureau_af: Date | null
  /** The table allows no other. */
  readonly bureau_uitkomst: 'verteld' | 'niet-nodig' | null
  readonly kid: string
  readonly cijfer: Buffer
}

export function signaalVan(rij: Signaalkolommen): SignaalRij {
  const stand = signaalstanden.find((een) => een === rij.stand)
  if (stand === undefined) throw new Error(`een signaal met een stand die er niet is: ${rij.stand}`)
  const verteld = (op: Date | null, bericht: string | null) =>
    op === null || bericht === null ? undefined : { op, bericht }
  const { bureau_sinds: sinds, bureau_reden: reden } = rij
  return {
    id: rij.id,
    persoon: wieVan(rij.persoon),
    stand,
    ontstaan: rij.ontstaan,
    verteld: verteld(rij.verteld_op, rij.verteld_bericht),
    hersteld: verteld(rij.hersteld_op, rij.hersteld_bericht),
    beantwoord: rij.beantwoord ?? undefined,
    organisatie: rij.organisatie === null ? undefined : parseOrganisatieId(rij.organisatie),
    bureau:
      sinds === null || reden === null
        ? undefined
        : {
            ...{ sinds, reden, pogingen: rij.bureau_pogingen, af: rij.bureau_af ?? undefined },
            uitkomst: rij.bureau_uitkomst ?? undefined,
          },
    kid: rij.kid,
    cijfer: rij.cijfer,
  }
}

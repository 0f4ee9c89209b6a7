import { sql } from 'kysely'
import { eisZoekbewijs } from '../audit/index.ts'
import { parseDatum, parseOrganisatieId, parsePersoonId } from '../domain/index.ts'
import {
  type Aanbodvrager,
  type HulpaanbodStore,
  signaalsoortnamen,
  type Telling,
  telbaar,
} from '../proactief/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import {
  type Aanbodkolommen,
  aanbodVan,
  aanbodvelden,
  leesStand,
  type Signaalkolommen,
  schrijfAanbod,
  signaalVan,
  signaalvelden,
  telBij,
} from './hulpaanbod-rijen.ts'

/** Named limit: more stand on no page. */
const maxLijst = 50

/** Offers of help for who they are about, and for the professional who stated why they look. */
export function hulpaanbodOpslag(databank: Databank): HulpaanbodStore {
  const { alsPersoon, alsMedewerker, metBewijs, alsTaak } = ingangen(databank)
  const als = <T>(vrager: Aanbodvrager, fn: (tx: Tx) => Promise<T>): Promise<T> =>
    vrager.soort === 'persoon' ? alsPersoon(vrager.persoon, fn) : alsMedewerker(vrager, fn)
  const lees = <T>(
    vrager: Aanbodvrager,
    bewijs: Parameters<typeof metBewijs>[0],
    fn: (tx: Tx) => Promise<T>,
  ): Promise<T> => {
    const door = metBewijs(bewijs)
    return vrager.soort === 'persoon' ? door.alsPersoon(vrager.persoon, fn) : door.alsMedewerker(vrager, fn)
  }
  return {
    werklijst: ({ medewerker, organisatie }, hoogstens) =>
      alsMedewerker({ medewerker, organisatie }, async (tx) => {
        const { rows } = await sql<Werkrij>`select id::text, stand, aanleiding, soorten, uiterlijk::text,
          gesprek_uiterlijk::text from hulpaanbod_werklijst(${hoogstens})`.execute(tx)
        return rows.flatMap((rij) => {
          const uiterlijk = parseDatum(rij.uiterlijk)
          const gesprekUiterlijk = parseDatum(rij.gesprek_uiterlijk)
          if (uiterlijk === undefined) return []
          return [
            {
              id: rij.id,
              ...leesStand(rij),
              uiterlijk,
              ...(gesprekUiterlijk !== undefined && { gesprekUiterlijk }),
            },
          ]
        })
      }),

    apart: ({ medewerker, organisatie }, hoogstens) =>
      alsMedewerker({ medewerker, organisatie }, async (tx) => {
        const { rows } = await sql<Uitzoekrij>`select id::text, soort, reden, ontvangen, uiterlijk::text
          from vroegsignaal_apart_lijst(${hoogstens})`.execute(tx)
        return rows.flatMap(({ id, soort: naam, reden, ontvangen, uiterlijk }) => {
          const soort = signaalsoortnamen.find((een) => een === naam)
          return soort === undefined
            ? []
            : [{ id, soort, reden, ontvangen, uiterlijk: parseDatum(uiterlijk) }]
        })
      }),

    async apartEen({ medewerker, organisatie }, id, bewijs) {
      eisZoekbewijs(bewijs)
      const { rows } = await alsMedewerker({ medewerker, organisatie }, (tx) =>
        sql<Signaalkolommen>`select ${signaalvelden} from vroegsignaal_apart_een(${id}) s`.execute(tx),
      )
      return rows.map(signaalVan)[0]
    },

    apartVan: ({ medewerker, organisatie }, id, persoon, bewijs) =>
      metBewijs(bewijs).alsMedewerker({ medewerker, organisatie, persoon }, async (tx) => {
        const { rows } =
          await sql<Signaalkolommen>`select ${signaalvelden} from vroegsignaal_apart_een(${id}) s`.execute(tx)
        return rows.map(signaalVan)[0]
      }),

    async wie({ medewerker, organisatie }, id, bewijs) {
      eisZoekbewijs(bewijs)
      const { rows } = await alsMedewerker({ medewerker, organisatie }, (tx) =>
        sql<{ readonly persoon: string }>`select persoon::text from hulpaanbod_wie(${id})`.execute(tx),
      )
      return parsePersoonId(rows[0]?.persoon ?? '')
    },

    haal: (vrager, id, bewijs) =>
      lees(vrager, bewijs, async (tx) => {
        const { rows } = await sql<Aanbodkolommen>`select ${aanbodvelden} from hulpaanbod h
          where h.id = ${id} and h.persoon = ${vrager.persoon}`.execute(tx)
        return rows.map(aanbodVan)[0]
      }),

    lijst: (vrager, bewijs) =>
      lees(vrager, bewijs, async (tx) => {
        const { rows } = await sql<Aanbodkolommen>`select ${aanbodvelden} from hulpaanbod h
          where h.persoon = ${vrager.persoon} order by h.gemaakt desc, h.id desc limit ${maxLijst}`.execute(
          tx,
        )
        return rows.map(aanbodVan)
      }),

    signalen: (vrager, id, bewijs) =>
      lees(vrager, bewijs, async (tx) => {
        const { rows } = await sql<Signaalkolommen>`select ${signaalvelden} from vroegsignaal s
          where s.aanbod = ${id} and s.persoon = ${vrager.persoon} and not s.is_weg
          order by s.ontvangen, s.id limit ${maxLijst}`.execute(tx)
        return rows.map(signaalVan)
      }),

    zet: (vrager, rij, { bewijzen, tellingen, wisSignalen }) =>
      als(vrager, async (tx) => {
        if (!(await schrijfAanbod(tx, rij))) return false
        if (wisSignalen) {
          await sql`insert into vroegsignaal_vervallen (bron, sleutel, sinds)
            select bron, sleutel, ontvangen from vroegsignaal where aanbod = ${rij.id} on conflict do nothing`.execute(
            tx,
          )
          await sql`delete from vroegsignaal where aanbod = ${rij.id}`.execute(tx)
        } else
          await sql`update vroegsignaal set wis_vanaf = ${rij.wisVanaf} where aanbod = ${rij.id}`.execute(tx)
        await telBij(tx, tellingen)
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    tellingen: (organisatie, vanaf) =>
      alsTaak('vroegsignalering', async (tx) => {
        const { rows } = await sql<Telrij>`select organisatie, soort, maand::text, wat, aantal
          from vroegsignaal_telling where organisatie = ${organisatie} and maand >= ${vanaf}`.execute(tx)
        return rows.flatMap(tellingVan)
      }),

    namen: () =>
      alsTaak('vroegsignalering', async (tx) => {
        const { rows } = await sql<{ readonly bron: string; readonly naam: string }>`select bron, naam
          from vroegsignaal_partner`.execute(tx)
        return new Map(rows.map(({ bron, naam }) => [bron, naam]))
      }),
  }
}

interface Werkrij {
  readonly id: string
  readonly stand: string
  readonly aanleiding: string
  readonly soorten: readonly string[]
  readonly uiterlijk: string
  readonly gesprek_uiterlijk: string | null
}

interface Uitzoekrij {
  readonly id: string
  readonly soort: string
  readonly reden: string
  readonly ontvangen: Date
  readonly uiterlijk: string | null
}

interface Telrij {
  readonly organisatie: string
  readonly soort: string
  readonly maand: string
  readonly wat: string
  readonly aantal: number
}

function tellingVan(rij: Telrij): readonly Telling[] {
  const organisatie = parseOrganisatieId(rij.organisatie)
  const maand = parseDatum(rij.maand)
  const soort = signaalsoortnamen.find((een) => een === rij.soort)
  const wat = telbaar.find((een) => een === rij.wat)
  if (organisatie === undefined || maand === undefined || soort === undefined || wat === undefined) return []
  return [{ organisatie, soort, maand, wat, aantal: rij.aantal }]
}

import { parseCents } from '../../src/domain/index.ts'
import type {
  Gegeven,
  Inkomensgegevens,
  Persoonsgegevens,
  RegisterUitkomst,
} from '../../src/inwoner/index.ts'
import { datum, jaarVan } from '../../src/kalender/index.ts'
import type { Volgfeiten } from '../../src/proactief/index.ts'

/** For tests: what the register of persons says of somebody who lives alone, unless something else is given. */
export function inschrijving(
  op: Date,
  {
    kinderen = [],
    gebied = 'GM0363',
    partner,
    ...anders
  }: Partial<Pick<Persoonsgegevens, 'geheimhouding' | 'isOverleden'>> & {
    /** Born on these days, and living here. */
    readonly kinderen?: readonly string[]
    readonly gebied?: string
    /** Born on this day; married, and living here. */
    readonly partner?: string
  } = {},
): RegisterUitkomst<Persoonsgegevens> {
  const gegeven = <T>(waarde: T): Gegeven<T> => ({
    ...{ waarde, bron: 'brp', datum: undefined, opgehaaldOp: op, isInOnderzoek: false },
  })
  const dag = (tekst: string) => ({ van: datum(tekst), tot: datum(tekst) })
  const naam = {
    ...{ voornamen: undefined, voorvoegsel: undefined, geslachtsnaam: undefined, aanschrijfnaam: undefined },
  }
  return {
    status: 'ok',
    op,
    gegevens: {
      naam: gegeven(naam),
      geboortedatum: gegeven(undefined),
      adres: gegeven({ regel1: undefined, regel2: undefined, gebied }),
      partner: gegeven(
        partner === undefined
          ? null
          : { naam, geboren: dag(partner), soort: 'huwelijk', sinds: undefined, isZelfdeAdres: true },
      ),
      kinderen: gegeven(
        kinderen.map((geboren) => ({
          naam,
          geboren: dag(geboren),
          isZelfdeAdres: true,
          alsOuder: undefined,
        })),
      ),
      medebewoners: gegeven([]),
      geheimhouding: 'nee',
      isOnderCuratele: false,
      isOverleden: false,
      ...anders,
    },
  }
}

/** For tests: what the register of incomes says, in cents for the year of this day, and for its month. */
export function inkomen(
  op: Date,
  jaarbedrag: number,
  maandbedrag?: number,
): RegisterUitkomst<Inkomensgegevens> {
  const bedrag = parseCents(jaarbedrag)
  const perMaand = maandbedrag === undefined ? undefined : parseCents(maandbedrag)
  const dag = datum(op.toISOString().slice(0, 10))
  const jaar = jaarVan(dag)
  if (bedrag === undefined) throw new Error('geen bedrag')
  return {
    status: 'ok',
    op,
    gegevens: {
      valuta: 'EUR',
      toetsingsinkomens: [
        {
          ...{ bron: 'inkomen', datum: undefined, opgehaaldOp: op, isInOnderzoek: false },
          waarde: { jaar, bedrag, status: 'verwacht' },
        },
      ],
      vermogen: undefined,
      nettoMaandinkomen:
        perMaand === undefined
          ? undefined
          : { waarde: perMaand, bron: 'inkomen', datum: dag, opgehaaldOp: op, isInOnderzoek: false },
      bronnen: [],
    },
  }
}

/** For tests: lives alone in Amsterdam, and has too much for anything. */
export const proefhuishouden: Volgfeiten['huishouden'] = {
  aanvrager: {
    ...{ geboortedatum: '1990-05-01', zorgverzekerd: true, vermogen: 0, toetsingsinkomen: 6_000_000 },
    netto_maandinkomen: 350_000,
  },
  partner: null,
  kinderen: [],
  medebewoners: [],
  woning: { soort: 'huur', zelfstandig: true, kale_huur: 70_000, servicekosten: 0, gemeente: 'GM0363' },
}

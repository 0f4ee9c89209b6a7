/** For tests: a chain over a municipality, the SVB and DUO, on a real database, with a clock that somebody moves. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { openProefaudit, proeforganisatie, proefregister } from '../audit/proefaudit.ts'
import { type Datum, type OrganisatieId, type PersoonId, parseDatum } from '../domain/index.ts'
import {
  createConcepten,
  createLoket,
  type Ketenbericht,
  type KetenzaakStore,
  type Loketvrager,
  type Opdracht,
} from '../loket/index.ts'
import { codeVan } from '../platform/index.ts'
import type { Subject } from '../toegang/index.ts'
import { bewijsOpslag } from './bewijs.ts'
import { conceptOpslag } from './concepten.ts'
import { ketenwerkOpslag } from './ketenwerk.ts'
import { ketenzaakOpslag } from './ketenzaken.ts'
import type { Proefdatabank } from './proefdatabank.ts'

export const gemeente = proeforganisatie('gemeente-GM0363')
export const svb = proeforganisatie('svb')
export const duo = proeforganisatie('duo')
export const eiland = proeforganisatie('eiland-bonaire')
const rollen = ['balie', 'behandelaar', 'coordinator', 'doorbreker']
/** The one activity under which chain cases are kept. */
export const ketenregister = proefregister([
  {
    id: 'ketenzaak',
    versie: 1,
    gegevens: ['ketenvraag', 'ketenplan', 'ketenberichten', 'naam', 'geboortedatum', 'adres', 'contactadres'],
    betrokkenen: ['inwoner'],
    door: ['inwoner', 'medewerker', 'taak'],
    rollen,
    bewaren: { regel: 'B', termijn: 'P5Y' },
  },
  {
    id: 'bericht-sturen',
    versie: 1,
    gegevens: ['bericht'],
    betrokkenen: ['inwoner'],
    door: ['taak'],
    rollen: [],
    bewaren: { regel: 'B', termijn: 'P5Y' },
  },
])
export function datum(tekst: string): Datum {
  const dag = parseDatum(tekst)
  assert.ok(dag)
  return dag
}

export const w = (woorden: string) => ({ woorden })

export function openProefloket(
  proef: Proefdatabank,
  /** What goes wrong in a database, said by a test. */
  anders: (store: KetenzaakStore) => Partial<KetenzaakStore> = () => ({}),
  /** Who listens, and may fail. */
  meldt: (berichten: readonly Ketenbericht[]) => void = () => {},
) {
  const { databank, alsRol } = proef
  const { audit, ring, klok, persoon } = openProefaudit(
    bewijsOpslag({ databank, bewijs: alsRol('bewijs') }),
    ketenregister,
  )
  const opslag = ketenzaakOpslag(databank)
  const store: KetenzaakStore = { ...opslag, ...anders(opslag) }
  const verstuurd: Ketenbericht[] = []
  const fouten: (readonly [string, string | undefined])[] = []
  const loket = createLoket({
    store,
    werk: ketenwerkOpslag(databank),
    audit,
    ring,
    concepten: createConcepten({
      ...{ store: conceptOpslag(databank), ring },
      ...{ nu: () => klok.nu, toeval: randomBytes },
    }),
    register: () => ketenregister,
    isOverheid: (organisatie) => organisatie !== 'een-bank',
    ontvangers: () => [gemeente, svb],
    meld: async (berichten) => {
      meldt(berichten)
      verstuurd.push(...berichten)
    },
    source: 'https://voordeur.example/ketenzaken',
    zoneVan: (organisatie) => (organisatie === eiland ? 'America/Kralendijk' : 'Europe/Amsterdam'),
    nu: () => klok.nu,
    toeval: randomBytes,
    meldFout: (ketenzaak, fout) => void fouten.push([ketenzaak, codeVan(fout)]),
  })
  const ik = persoon()
  const als = (subject: Subject): Loketvrager => ({ subject, voor: { soort: 'zelf' } })
  const medewerker = (
    organisatie: OrganisatieId,
    heeft: readonly string[] = ['behandelaar'],
    over?: PersoonId,
  ) =>
    als({
      soort: 'medewerker',
      medewerker: 'm-1',
      organisatie,
      rollen: heeft,
      doelen: ['ketenzaak'],
      ...(over && { grond: { doel: 'inwoner-helpen', persoon: over, gesteldOp: klok.nu } }),
    })
  const inwoner = (wie: PersoonId = ik) =>
    als({
      soort: 'inwoner',
      persoon: wie,
      herkenning: { middel: 'digid', niveau: 'substantieel', bron: 'https://x.example', op: klok.nu },
    })
  const bij = {
    gemeente: medewerker(gemeente, ['balie'], ik),
    svb: medewerker(svb),
    duo: medewerker(duo),
  }
  const nieuw = loket.nieuwId
  /** A case about `ik`, with a step for the SVB that the municipality waits for. */
  const open = async (anders: Partial<Extract<Opdracht, { soort: 'open' }>> = {}) => {
    const [ketenzaak, eerst, daarna] = [nieuw(), nieuw(), nieuw()]
    const stap = {
      eigenaar: { soort: 'organisatie', organisatie: svb },
      wachtOp: [],
    } as const
    const uitslag = await loket.open(
      bij.gemeente,
      { id: nieuw(), ketenzaak },
      {
        soort: 'open',
        ingang: 'balie',
        vraag: w('Mijn AOW is gestopt'),
        uitkomst: w('Weer elke maand geld'),
        betrokkene: { soort: 'persoon', persoon: ik, hoe: 'ingelogd' },
        aanspreekpunt: w('Fatma, 14 020'),
        stappen: [
          {
            ...stap,
            stap: eerst,
            titel: { soort: 'vrij', tekst: w('Herstel de AOW') },
            termijn: datum('2026-03-20'),
          },
          {
            stap: daarna,
            titel: { soort: 'sjabloon', gebeurtenis: 'met-pensioen', stap: 'toeslag' },
            eigenaar: { soort: 'organisatie', organisatie: gemeente },
            termijn: datum('2026-03-31'),
            wachtOp: [eerst],
          },
        ],
        ...anders,
      },
    )
    assert.deepEqual(uitslag.status, 'ok', JSON.stringify(uitslag))
    return { ketenzaak, eerst, daarna, nr: 'nr' in uitslag ? uitslag.nr : 0 }
  }
  return {
    als,
    audit,
    bij,
    databank,
    fouten,
    ik,
    inwoner,
    klok,
    loket,
    medewerker,
    nieuw,
    open,
    persoon,
    register: () => ketenregister,
    ring,
    store,
    verstuurd,
  }
}

import { parseOrganisatieId, parsePersoonId } from '../domain/index.ts'
import {
  type Hersteltaak,
  herstelsoorten,
  type OpenHersteltaak,
  verzendkanalen,
  type Zending,
  type Zendingstand,
  zendingstanden,
} from '../kanalen/index.ts'
import { eisRij } from './machtigingen.ts'

export interface Zendingrij {
  readonly id: string
  readonly persoon: string
  readonly bericht: string
  readonly organisatie: string | null
  readonly kanaal: string
  readonly beurt: number
  readonly stand: string
  readonly greep: number
  readonly pogingen: number
  readonly ongewis: number
  readonly gemaakt: Date
  readonly volgende: Date
  readonly uiterlijk: Date | null
  readonly daarna: readonly string[]
  readonly verzonden: Date | null
  readonly kenmerk: string | null
  readonly reden: string | null
  readonly op_verzoek: boolean
  readonly adres: string | null
  readonly alleen_snel: boolean
}

export function zendingVan(rij: Zendingrij): Zending {
  const { id, bericht, beurt, greep, pogingen, ongewis, gemaakt, volgende } = rij
  return {
    id,
    persoon: eisRij(rij.persoon, parsePersoonId),
    bericht,
    ...(rij.organisatie !== null && { organisatie: eisRij(rij.organisatie, parseOrganisatieId) }),
    kanaal: een(verzendkanalen, rij.kanaal),
    beurt,
    stand: een<Zendingstand>(zendingstanden, rij.stand),
    greep,
    pogingen,
    ongewis,
    gemaakt,
    volgende,
    ...(rij.uiterlijk !== null && { uiterlijk: rij.uiterlijk }),
    daarna: rij.daarna.map((kanaal) => een(verzendkanalen, kanaal)),
    ...(rij.verzonden !== null && { verzonden: rij.verzonden }),
    ...(rij.kenmerk !== null && { kenmerk: rij.kenmerk }),
    ...(rij.reden !== null && { reden: rij.reden }),
    ...(rij.op_verzoek && { opVerzoek: true }),
    ...(rij.adres !== null && { adres: rij.adres }),
    ...(rij.alleen_snel && { alleenSnel: true }),
  }
}

export interface Hersteltaakrij extends Werkrij {
  readonly persoon: string
  readonly bericht: string
  readonly organisatie: string | null
  readonly zending: string | null
}

/** What a list shows. */
export interface Werkrij {
  readonly id: string
  readonly soort: string
  readonly reden: string
  readonly gemaakt: Date
  readonly uiterlijk: Date
  readonly pogingen: number
  readonly geprobeerd: Date | null
}

export function werkVan({
  id,
  reden,
  gemaakt,
  uiterlijk,
  pogingen,
  geprobeerd,
  ...rij
}: Werkrij): Hersteltaak {
  return {
    ...{ id, soort: een(herstelsoorten, rij.soort), reden, gemaakt, uiterlijk, pogingen },
    ...(geprobeerd !== null && { geprobeerd }),
  }
}

export function hersteltaakVan(rij: Hersteltaakrij): OpenHersteltaak {
  return {
    ...werkVan(rij),
    persoon: eisRij(rij.persoon, parsePersoonId),
    bericht: rij.bericht,
    ...(rij.zending !== null && { zending: rij.zending }),
    ...(rij.organisatie !== null && { organisatie: eisRij(rij.organisatie, parseOrganisatieId) }),
  }
}

/** What stands in the table is one of the words that the table allows. */
export function een<T extends string>(woorden: readonly T[], woord: string): T {
  const gevonden = woorden.find((kandidaat) => kandidaat === woord)
  if (gevonden === undefined) throw new Error(`een onbekend woord in de databank: ${woord}`)
  return gevonden
}

/** What a chain learns of its cases: counts per kind of chain, pair of organisations and month. About nobody. */
import type { Datum } from '../domain/index.ts'
import { dagenTussen, datumOp } from '../kalender/index.ts'
import { isGemist, type Ketenzaak } from './ketenzaak.ts'
import type { Voorval, Voorvalinhoud } from './voorval.ts'
import { inNederland, type ZoneVan, zoneBij } from './zone.ts'

/**
 * `wacht`: a step was finished, after so many days in which it could be done. `verteld`: so often they told their story.
 * The others happened, and have no days.
 */
export const leersoorten = [
  'geopend',
  'wacht',
  'gemist',
  'geweigerd',
  'overdracht',
  'doorgestuurd',
  'niet-opgelost',
  'heropend',
  'verteld',
  'opgelost-ja',
  'opgelost-deels',
  'opgelost-nee',
] as const
export type Leersoort = (typeof leersoorten)[number]

/** No life event was chosen. */
export const ZONDER_KETEN = 'vrij'

export interface Leertelling {
  /** Its first day: nothing finer is kept. */
  readonly maand: Datum
  /** The life event. */
  readonly keten: string
  /** The owner of the case. */
  readonly van: string
  /** Whose turn it was: an organisation, `inwoner` or `partij`; of what is of the case itself its owner. */
  readonly naar: string
  readonly soort: Leersoort
  readonly dagen: number
}

/** Named limit: what took longer says nothing about the step. */
const langste = 3_660

/** What is counted of the events of one command. The same events count the same, whoever did them and to whom. */
export function leringVan(
  voor: Ketenzaak | undefined,
  na: Ketenzaak,
  voorvallen: readonly Voorval[],
  zoneVan: ZoneVan = inNederland,
): readonly Leertelling[] {
  const [eerste] = voorvallen
  if (eerste === undefined) return []
  const van = (voor ?? na).regie.organisatie
  const zone = zoneVan(van)
  const plek = {
    maand: maandVan(datumOp(eerste.op, zone)),
    keten: na.gebeurtenis ?? ZONDER_KETEN,
    van,
  }
  const tel = (soort: Leersoort, naar: string = van, dagen = 0): Leertelling => ({
    ...plek,
    naar,
    soort,
    dagen,
  })
  const gebeurd = voorvallen.flatMap(({ op, inhoud }) => vanVoorval(inhoud, op))
  // By how it stands and not by which event says so: one miss counts once, however far it escalates.
  const gemist = [...na.stappen.values()].flatMap((stap) =>
    isGemist(na, stap.stap, stap.termijn) && !(voor && isGemist(voor, stap.stap, stap.termijn))
      ? [tel('gemist', bijWie(na, stap.stap))]
      : [],
  )
  return [...gebeurd, ...gemist]

  function vanVoorval(inhoud: Voorvalinhoud, op: Date): readonly Leertelling[] {
    switch (inhoud.soort) {
      case 'geopend':
      case 'niet-opgelost':
        return [tel(inhoud.soort)]
      case 'sluiting-betwist':
        return [tel('heropend')]
      case 'overdracht-aanvaard':
        return [tel('overdracht', inhoud.regie.organisatie)]
      case 'doorgestuurd':
        return [tel('doorgestuurd', inhoud.naar)]
      case 'nabevraagd':
        return [tel(`opgelost-${inhoud.opgelost}`), tel('verteld', van, inhoud.keerVerteld)]
      case 'stap-stand':
        if (inhoud.naar === 'geweigerd') return [tel('geweigerd', bijWie(na, inhoud.stap))]
        return inhoud.naar === 'klaar' ? wacht(inhoud.stap, op) : []
      default:
        return []
    }
  }

  function wacht(id: string, op: Date): readonly Leertelling[] {
    const stap = na.stappen.get(id)
    if (stap === undefined) return []
    const bij = zoneBij(zoneVan, stap.eigenaar, van)
    const dagen = dagenTussen(datumOp(stap.vrijSinds ?? stap.gevraagd, bij), datumOp(op, bij))
    return dagen < 0 || dagen > langste ? [] : [tel('wacht', bijWie(na, id), dagen)]
  }
}

function bijWie({ stappen }: Ketenzaak, id: string): string {
  const eigenaar = stappen.get(id)?.eigenaar
  return eigenaar?.soort === 'organisatie' ? eigenaar.organisatie : (eigenaar?.soort ?? 'partij')
}

// The first of the month that a day lies in is a day.
const maandVan = (dag: Datum): Datum => `${dag.slice(0, 7)}-01` as Datum

import type { Levensgebeurtenis } from '../../../corpus/index.ts'
import {
  type Gegevens,
  maakStappenplan,
  passendeGegevens,
  type Stappenplan,
} from '../../../gebeurtenissen/index.ts'
import { type Datum, datum } from '../../../kalender/index.ts'
import { PAD_WATERSCHAP, waardeOp } from '../../../rechten/index.ts'
import type { Context } from '../../ui/context.ts'
import type { Verzoek } from '../../verzoek.ts'
import type { Beeld } from '../rechten/beeld.ts'

/** One event for one visitor: what they told, and the steps that follow from it. */
export interface PlanBeeld {
  readonly context: Context
  readonly beeld: Beeld
  readonly gebeurtenis: Levensgebeurtenis
  readonly gegevens: Gegevens
  readonly plan: Stappenplan
  readonly vandaag: Datum
  /** Which law the steps follow as long as the place is not known. */
  readonly land: 'nederland' | 'caribisch'
  /** Something was filled in for this event. */
  readonly isIngevuld: boolean
}

/** Undefined when the corpus has no event of this name. */
export function maakPlanBeeld({ context, beeld, bezoek, delen }: Verzoek): PlanBeeld | undefined {
  const gebeurtenis = beeld.gebeurtenissen.get(delen.gebeurtenis ?? '')
  if (gebeurtenis === undefined) return undefined
  const gegevens = passendeGegevens(gebeurtenis, bezoek.gebeurtenissen.get(gebeurtenis.id))
  const vandaag = datum(beeld.datum)
  const land = context.taal === 'pap' ? 'caribisch' : 'nederland'
  const genoemd = waardeOp(beeld.antwoorden, PAD_WATERSCHAP)
  const plan = maakStappenplan({
    gebeurtenis,
    gegevens,
    plaats: beeld.plaats,
    ...(typeof genoemd === 'string' && { waterschap: genoemd }),
    organisaties: beeld.organisaties,
    vandaag,
    landBijGeenPlaats: land,
  })
  const isIngevuld = bezoek.gebeurtenissen.has(gebeurtenis.id)
  return { context, beeld, gebeurtenis, gegevens, plan, vandaag, land, isIngevuld }
}

import type { Datum, PersoonId } from '../domain/index.ts'
import type { GelezenFeiten } from '../engine/index.ts'
import { type Ontbrekend, ontbreektIn, type Registers } from './eigen-gegevens.ts'
import { alleenGelezen } from './gegevens-voor-feiten.ts'
import { type Huishoudfeiten, huishoudfeiten } from './huishoudfeiten.ts'
import type { BronId, Verwerk } from './kluistoegang.ts'
import type { RegisterUitkomst } from './register.ts'

export interface HuishoudenVoorRechten extends Huishoudfeiten {
  /** How each source that may be used answered. */
  readonly bronnen: Readonly<Partial<Record<BronId, RegisterUitkomst<unknown>['status']>>>
  readonly ontbreekt: readonly Ontbrekend[]
}

export interface RechtenVraag {
  readonly persoon: PersoonId
  /** The sources for which this person said yes. Another is not asked. */
  readonly toestemming: ReadonlySet<BronId>
  /** The day on which the rights are worked out. */
  readonly op: Datum
  /** The place, when the person filled it in. */
  readonly gebied?: string
  /** For whom acts for some schemes alone: what those read is filled in, the rest is left where it is. */
  readonly voor?: readonly GelezenFeiten[]
}

/** Facts to fill the questions with, from the sources that may be used. Keeps nothing. */
export async function huishoudenVoorRechten(
  registers: Registers,
  vraag: RechtenVraag,
  verwerk: Verwerk,
): Promise<HuishoudenVoorRechten> {
  const { persoon, toestemming } = vraag
  const [brp, inkomen] = await Promise.all([
    toestemming.has('brp')
      ? verwerk('brp', (bewijs) => registers.brp.raadpleeg(persoon, bewijs))
      : Promise.resolve(undefined),
    toestemming.has('inkomen')
      ? verwerk('inkomen', (bewijs) => registers.inkomen.raadpleeg(persoon, bewijs))
      : Promise.resolve(undefined),
  ])
  const alles = huishoudfeiten(
    {
      brp: brp?.status === 'ok' ? brp.gegevens : undefined,
      inkomen: inkomen?.status === 'ok' ? inkomen.gegevens : undefined,
    },
    vraag.op,
    vraag.gebied,
  )
  const feiten = vraag.voor === undefined ? alles : alleenGelezen(alles, vraag.voor)
  const gevraagd = { ...(brp && { brp }), ...(inkomen && { inkomen }) }
  return {
    huishouden: feiten.huishouden,
    herkomst: feiten.herkomst,
    bronnen: { ...(brp && { brp: brp.status }), ...(inkomen && { inkomen: inkomen.status }) },
    ontbreekt: ontbreektIn(gevraagd),
  }
}

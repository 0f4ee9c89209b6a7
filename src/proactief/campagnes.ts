/** Campaigns of an organisation: planned, changed until somebody counted, taken away or ended, and kept for a term. */
import type { OrganisatieId } from '../domain/index.ts'
import { datumOp, plusMaanden } from '../kalender/index.ts'
import {
  type Campagne,
  type Campagnefout,
  type Campagneplan,
  type Campagnetelling,
  isBegonnen,
  keurPlan,
  keurTelling,
  LEGE_TELLING,
  type Plankennis,
} from './campagne.ts'

export interface Campagnekijker {
  readonly medewerker: string
  readonly organisatie: OrganisatieId
}

/** Of the organisation of who asks, and no other. */
export interface CampagneStore {
  bewaar(kijker: Campagnekijker, campagne: Campagne): Promise<void>
  /** Those made on this day or later: older ones are to be erased, and nobody sees them any more. */
  lijst(kijker: Campagnekijker, vanaf: string, hoogstens: number): Promise<readonly Campagne[]>
  een(kijker: Campagnekijker, vanaf: string, id: string): Promise<Campagne | undefined>
  /** `false` when somebody else wrote meanwhile, or when it ended. */
  tel(kijker: Campagnekijker, id: string, vanVersie: number, tellingen: Campagnetelling): Promise<boolean>
  /** As `tel`; also `false` when somebody counted. */
  wijzig(kijker: Campagnekijker, id: string, vanVersie: number, plan: Campagneplan): Promise<boolean>
  /** As `wijzig`. */
  wis(kijker: Campagnekijker, id: string, vanVersie: number): Promise<boolean>
  stop(kijker: Campagnekijker, id: string, vanVersie: number, op: string): Promise<boolean>
}

const HOOGSTENS_CAMPAGNES = 100
/** In the register of processing activities, whose term is the same: then they are erased. */
export const campagneDoel = 'campagne-meten'
/** Named limit: so many months a campaign is kept. Counts of nobody; a choice of ours, long enough to compare years. */
export const BEWAARMAANDEN = 60

type Gevolg = 'ok' | 'niet' | 'intussen'

export interface Campagnes {
  maak(
    kijker: Campagnekijker,
    plan: Campagneplan,
    kennis: Plankennis,
  ): Promise<{ readonly id: string } | { readonly fouten: readonly Campagnefout[] }>
  lijst(kijker: Campagnekijker): Promise<readonly Campagne[]>
  een(kijker: Campagnekijker, id: string): Promise<Campagne | undefined>
  tel(
    kijker: Campagnekijker,
    id: string,
    vanVersie: number,
    tellingen: Campagnetelling,
  ): Promise<Gevolg | { readonly fouten: readonly Campagnefout[] }>
  /** Only before anything was counted: after it, another plan would be another campaign. The lot is drawn anew. */
  wijzig(
    kijker: Campagnekijker,
    id: string,
    vanVersie: number,
    plan: Campagneplan,
    kennis: Plankennis,
  ): Promise<Gevolg | { readonly fouten: readonly Campagnefout[] }>
  /** Before anything was counted it is gone; after it, it ends and what was counted stays: also what disappoints. */
  trekIn(kijker: Campagnekijker, id: string, vanVersie: number): Promise<Gevolg | 'gestopt'>
}

export function openCampagnes({
  store,
  nu,
  nieuwId,
}: {
  readonly store: CampagneStore
  readonly nu: () => Date
  readonly nieuwId: () => string
}): Campagnes {
  const vandaag = () => datumOp(nu(), 'Europe/Amsterdam')
  const vanaf = () => plusMaanden(vandaag(), -BEWAARMAANDEN)
  return {
    async maak(kijker, plan, kennis) {
      const fouten = keurPlan(plan, kennis)
      if (fouten.length > 0) return { fouten }
      const id = nieuwId()
      const { organisatie } = kijker
      await store.bewaar(kijker, {
        ...{ id, organisatie, plan, gemaakt: vandaag() },
        tellingen: LEGE_TELLING,
        versie: 1,
      })
      return { id }
    },
    lijst: (kijker) => store.lijst(kijker, vanaf(), HOOGSTENS_CAMPAGNES),
    een: (kijker, id) => store.een(kijker, vanaf(), id),
    async tel(kijker, id, vanVersie, tellingen) {
      const campagne = await store.een(kijker, vanaf(), id)
      if (campagne === undefined || campagne.gestopt !== undefined) return 'niet'
      const fouten = keurTelling(campagne.plan, tellingen)
      if (fouten.length > 0) return { fouten }
      return (await store.tel(kijker, id, vanVersie, tellingen)) ? 'ok' : 'intussen'
    },
    async wijzig(kijker, id, vanVersie, plan, kennis) {
      const campagne = await store.een(kijker, vanaf(), id)
      if (campagne === undefined || isBegonnen(campagne) || campagne.gestopt !== undefined) return 'niet'
      const fouten = keurPlan(plan, kennis)
      if (fouten.length > 0) return { fouten }
      return (await store.wijzig(kijker, id, vanVersie, plan)) ? 'ok' : 'intussen'
    },
    async trekIn(kijker, id, vanVersie) {
      const campagne = await store.een(kijker, vanaf(), id)
      if (campagne === undefined || campagne.gestopt !== undefined) return 'niet'
      if (!isBegonnen(campagne)) return (await store.wis(kijker, id, vanVersie)) ? 'ok' : 'intussen'
      return (await store.stop(kijker, id, vanVersie, vandaag())) ? 'gestopt' : 'intussen'
    },
  }
}

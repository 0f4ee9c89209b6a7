import type { PersoonId } from '../../../domain/index.ts'
import type { Vastlegger } from '../../../kanalen/index.ts'
import { PlatformError } from '../../../platform/index.ts'
import type { GesteldeGrond } from '../../../toegang/index.ts'
import type { Routenaam } from '../../routes.ts'
import { medewerker, vanGrond } from '../../toegangseis.ts'
import type { Verzoek } from '../../verzoek.ts'
import type { BalieBronnen } from './bronnen.ts'
import type { Werker } from './werker.ts'

/** A page of a professional, where the table of access let somebody in. Without one it is not shown. */
export function eisWerker({ balie, werker }: Pick<Verzoek, 'balie' | 'werker'>): {
  readonly balie: BalieBronnen
  readonly werker: Werker
} {
  if (balie === undefined || werker === undefined) throw new PlatformError('niet-ingelogd')
  return { balie, werker }
}

/**
 * The ground of this request. A form says under which ground it was made: in another window they may have gone on
 * to somebody else meanwhile, and nothing may land on the wrong person.
 */
export function eisGrond(verzoek: Pick<Verzoek, 'balie' | 'werker' | 'form' | 'isForm'>): {
  readonly balie: BalieBronnen
  readonly werker: Werker
  readonly grond: GesteldeGrond
} {
  const { balie, werker } = eisWerker(verzoek)
  const { grond } = werker
  if (grond === undefined) throw new PlatformError('grond-ontbreekt')
  if (verzoek.isForm && verzoek.form.get('grond') !== grond.id) throw new PlatformError('grond-ontbreekt')
  return { balie, werker, grond }
}

export function eisPersoon({ persoon }: GesteldeGrond): PersoonId {
  if (persoon === undefined) throw new PlatformError('grond-ontbreekt')
  return persoon
}

/** Where somebody goes on who said what they came to do. */
export function paginaVoor({ doel }: Pick<GesteldeGrond, 'doel'>): Routenaam {
  if (doel === 'machtiging-registreren') return 'balieMachtiging'
  if (doel === 'hulp-onthouden') return 'balieHulp'
  if (doel === 'vroegsignalering') return 'balieVroeg'
  if (doel === 'rechten-volgen') return 'balieVolgen'
  return doel === 'contactvoorkeuren' ? 'balieKanalen' : 'balieInwoner'
}

/** How somebody said something there. Work on a case is no way in which somebody says something. */
export function wijzeVan({
  reden,
}: Pick<GesteldeGrond, 'reden'>): Extract<Vastlegger, { soort: 'medewerker' }>['wijze'] | undefined {
  return reden === 'zaak' ? undefined : reden
}

export const grondStellen = medewerker('stellen', 'grond')
export const inkomenZien = medewerker('bekijken', 'inkomen', vanGrond)
export const machtigingZien = medewerker('bekijken', 'machtiging', vanGrond)
export const bronnenZien = medewerker('bekijken', 'bron')
export const toezichtZien = medewerker('bekijken', 'toezicht')
export const afsprakenZien = medewerker('bekijken', 'afspraak', vanGrond)
export const hulpbehoefteZien = medewerker('bekijken', 'hulpbehoefte', vanGrond)
export const zakenZien = medewerker('bekijken', 'zaak', vanGrond)
export const poststukZien = medewerker('bekijken', 'poststuk', vanGrond)
export const poststukRegistreren = medewerker('registreren', 'poststuk', vanGrond)
export const postvakZien = medewerker('bekijken', 'postvak')
export const herstelVanOns = medewerker('beheren', 'herstelwerk')
export const vroegsignaalwerkZien = medewerker('bekijken', 'vroegsignaalwerk')
export const herstelwerkZien = medewerker('bekijken', 'herstelwerk')
export const storingenZien = medewerker('bekijken', 'storing')
export const ervaringNoteren = medewerker('registreren', 'ervaring')
export const ervaringZien = medewerker('bekijken', 'ervaring')
export const wetZien = medewerker('bekijken', 'wetswijziging')
export const intakeZien = medewerker('bekijken', 'intakekaart')
export const intakeDoorgeven = medewerker('geven', 'intakekaart')
export const naamloosZien = medewerker('bekijken', 'naamloze-afspraak')
export const signalenZien = medewerker('bekijken', 'zaaksignaal')
export const gebruikZien = medewerker('bekijken', 'niet-gebruik')
export const campagnesZien = medewerker('bekijken', 'campagne')
export const lijncijfersZien = medewerker('bekijken', 'lijncijfers')
export const lijnteamsBijhouden = medewerker('beheren', 'lijnteam')
export const lijnBemannen = medewerker('stellen', 'lijndienst')
export const collegaBellen = medewerker('stellen', 'lijngesprek')
export const veranderingenwerkZien = medewerker('bekijken', 'veranderingenwerk')
export const veranderingZien = medewerker('bekijken', 'verandering', vanGrond)
export const ketenzaakOpenen = medewerker('stellen', 'ketenzaak', 'ketenzaak')
export const ketenwerkZien = medewerker('bekijken', 'ketenwerk')

import type { Gebeurd } from './loket.ts'
import type { Voorval } from './voorval.ts'
import { zichtdader } from './zicht.ts'

/** One event as a line: when, what kind, which organisation, and about which thing of the case. */
export function gebeurd({ nr, op, door, inhoud }: Voorval): Gebeurd {
  const over = overVan(inhoud)
  return {
    ...{ nr, op, soort: inhoud.soort, van: zichtdader(door) },
    ...(over !== undefined && { over }),
    ...(inhoud.soort === 'gedeeld' && { met: inhoud.deelnemer }),
    ...(inhoud.soort === 'overdracht-aangeboden' && { aan: inhoud.aan }),
    ...(inhoud.soort === 'stap-stand' && { stand: inhoud.naar }),
  }
}

export function overVan(inhoud: Voorval['inhoud']): string | undefined {
  if ('stap' in inhoud) return inhoud.stap
  if ('onderdeel' in inhoud) return inhoud.onderdeel
  if ('deling' in inhoud) return inhoud.deling
  if ('overdracht' in inhoud) return inhoud.overdracht
  if ('opschaling' in inhoud) return inhoud.opschaling
  if ('doorzending' in inhoud) return inhoud.doorzending
  if ('verzoek' in inhoud) return inhoud.verzoek
  return 'deelnemer' in inhoud ? inhoud.deelnemer : undefined
}

import type { OrganisatieId } from '../domain/index.ts'
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

/** All of it, in order: who went away again keeps a name in what happened before. */
export function verloopVan(voorvallen: readonly Voorval[]): readonly Gebeurd[] {
  const organisaties = new Map<string, OrganisatieId>()
  const delingen = new Map<string, string>()
  return voorvallen.map((voorval) => {
    const { inhoud } = voorval
    if (inhoud.soort === 'deelnemer-erbij' && inhoud.wie.soort === 'organisatie')
      organisaties.set(inhoud.deelnemer, inhoud.wie.organisatie)
    if (inhoud.soort === 'gedeeld') delingen.set(inhoud.deling, inhoud.deelnemer)
    const deelnemer =
      'deelnemer' in inhoud ? inhoud.deelnemer : 'deling' in inhoud ? delingen.get(inhoud.deling) : undefined
    const wie = deelnemer === undefined ? undefined : organisaties.get(deelnemer)
    return { ...gebeurd(voorval), ...(wie !== undefined && { wie }) }
  })
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

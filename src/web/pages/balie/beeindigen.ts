import { handelendeMet, magAanBalieIntrekken } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisGrond, eisPersoon } from './eis.ts'
import { antwoord } from './machtiging.ts'
import { vragerVan } from './werker.ts'

const doel = 'machtiging-registreren'

/**
 * Whoever gave a mandate on paper ends it where it was recorded, for the very next request of whoever had it. Only
 * while they stand at the desk: by telephone or letter nobody sees who asks. On the record of both.
 */
export async function beeindig(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, werker, grond } = eisGrond(verzoek)
  // The page offers it at the desk alone.
  if (grond.reden !== 'balie') return { soort: 'niet-gevonden' }
  const vrager = { soort: 'medewerker', ...vragerVan(werker), persoon: eisPersoon(grond) } as const
  const { audit, machtigingen } = balie.toegang
  const id = verzoek.form.get('id') ?? ''
  const verwerking = { doel, gegevens: ['machtiging'], door: handelendeMet(grond) }
  const machtiging = await audit.metVerwerking({ ...verwerking, betrokkenen: [vrager.persoon] }, () =>
    machtigingen.vind(vrager, id),
  )
  if (machtiging === undefined || !magAanBalieIntrekken(machtiging, vrager)) return { soort: 'niet-gevonden' }
  if (verzoek.form.get('aanwezig') !== 'ja') return antwoord(verzoek, ['aanwezig'])
  const betrokkenen = [machtiging.gever, machtiging.gemachtigde]
  const uitkomst = await audit.metVerwerking({ ...verwerking, betrokkenen }, () =>
    machtigingen.trekIn(vrager, id),
  )
  if (uitkomst !== 'ok') return { soort: 'niet-gevonden' }
  return { soort: 'ga-naar', adres: adres(verzoek.context.taal, 'balieMachtiging', { gedaan: 'beeindigd' }) }
}

import { PlatformError } from '../../../platform/index.ts'
import { inwoner } from '../../toegangseis.ts'
import type { Verzoek } from '../../verzoek.ts'
import type { MijnBronnen } from './bronnen.ts'
import type { Wie } from './wie.ts'

/** A page of a resident, where the table of access let somebody in. Without one it is not shown, whatever happened. */
export function eisWie({ mijn, wie }: Pick<Verzoek, 'mijn' | 'wie'>): {
  readonly mijn: MijnBronnen
  readonly wie: Wie
} {
  if (mijn === undefined || wie === undefined) throw new PlatformError('niet-ingelogd')
  return { mijn, wie }
}

export const gegevensZien = inwoner('bekijken', 'eigen-gegevens', 'eigen-gegevens-tonen')
export const inkomenZien = inwoner('bekijken', 'inkomen', 'inkomen-tonen')
export const onjuistMelden = inwoner('melden-onjuist', 'correctie', 'terugmelding')
export const inzageZien = inwoner('bekijken', 'inzagelog', 'inzage-tonen')
export const verstuurdZien = inwoner('bekijken', 'poststuk', 'post-tonen')
export const postVersturen = inwoner('toevoegen', 'poststuk', 'post-ontvangen')
export const berichtenLezen = inwoner('bekijken', 'bericht', 'berichten-tonen')
export const berichtDoorsturen = inwoner('geven', 'bericht', 'bericht-doorsturen')
export const kanalenZien = inwoner('bekijken', 'contactvoorkeur', 'contactvoorkeuren')
export const kanalenKiezen = inwoner('invullen', 'contactvoorkeur', 'contactvoorkeuren')
export const kanalenVerklaren = inwoner('toestemmen', 'contactvoorkeur', 'contactvoorkeuren')
export const toestemmingZien = inwoner('bekijken', 'toestemming', 'rechten-invullen')
export const machtigingZien = inwoner('bekijken', 'machtiging', 'machtiging-registreren')
export const machtigingGeven = inwoner('geven', 'machtiging', 'machtiging-registreren')
export const zaakindexZien = inwoner('bekijken', 'zaakindex', 'zaken-index')
export const zaakToevoegen = inwoner('toevoegen', 'zaakdocument', 'zaken-document')
export const portalenZien = inwoner('bekijken', 'toestemming', 'portaal-kiezen')
export const portaalToestemmen = inwoner('toestemmen', 'toestemming', 'portaal-kiezen')
export const zaakAntwoorden = inwoner('antwoorden', 'zaak', 'zaken-antwoorden')
export const afsprakenZien = inwoner('bekijken', 'afspraak', 'afspraken')
export const hulpOnthouden = inwoner('toestemmen', 'hulpbehoefte', 'hulp-onthouden')
export const hulpbehoefteZien = inwoner('bekijken', 'hulpbehoefte', 'hulp-onthouden')
export const hulpaanbodZien = inwoner('bekijken', 'hulpaanbod', 'vroegsignalering')
export const zakenZien = inwoner('bekijken', 'zaak', 'zaken-tonen')
export const volgenToestemmen = inwoner('toestemmen', 'toestemming', 'rechten-volgen')
export const volgenZien = inwoner('bekijken', 'toestemming', 'rechten-volgen')
export const veranderingenZien = inwoner('bekijken', 'verandering', 'rechten-volgen')
export const ketenzakenZien = inwoner('bekijken', 'ketenzaak', 'ketenzaak')

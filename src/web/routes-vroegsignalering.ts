/** Offers of help after arrears, of residents and at the desk; `routes.ts` takes them in. */
import { get, post, type Route } from './route.ts'
import { inwoner, medewerker, vanGrond } from './toegangseis.ts'

const werk = medewerker('bekijken', 'vroegsignaalwerk')
const aanbieden = (handeling: 'bekijken' | 'registreren') => medewerker(handeling, 'hulpaanbod', vanGrond)
const uitzoeken = (handeling: 'bekijken' | 'registreren') => medewerker(handeling, 'vroegsignaal', vanGrond)
const kiezen = (handeling: 'bekijken' | 'antwoorden') => inwoner(handeling, 'hulpaanbod', 'vroegsignalering')

export const vroegroutes = {
  balieVroeg: get('/balie/hulpaanbod', werk),
  // Which one is opened comes by POST, with the reason.
  balieVroegOpen: post('/balie/hulpaanbod/openen', werk),
  balieVroegCijfers: get('/balie/hulpaanbod/cijfers', werk),
  // First the reason; then one signal of nobody yet.
  balieVroegUitzoek: post('/balie/hulpaanbod/uitzoeken', werk),
  balieVroegSignaal: get('/balie/hulpaanbod/uitzoeken/:signaal', uitzoeken('bekijken')),
  balieVroegSignaalDoe: post('/balie/hulpaanbod/uitzoeken/:signaal', uitzoeken('registreren')),
  balieAanbod: get('/balie/hulpaanbod/:aanbod', aanbieden('bekijken')),
  balieAanbodDoe: post('/balie/hulpaanbod/:aanbod', aanbieden('registreren')),
  hulpaanbod: get('/mijn/hulpaanbod', kiezen('bekijken')),
  hulpaanbodEen: get('/mijn/hulpaanbod/:aanbod', kiezen('bekijken')),
  hulpaanbodKies: post('/mijn/hulpaanbod/:aanbod', kiezen('antwoorden')),
} as const satisfies Record<string, Route>

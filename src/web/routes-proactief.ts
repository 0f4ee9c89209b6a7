/** Being kept informed, and what changed in somebody's rights; `routes.ts` takes them in. */
import { get, post, type Route } from './route.ts'
import { inwoner, medewerker, vanGrond } from './toegangseis.ts'

const volgen = (handeling: 'bekijken' | 'toestemmen' | 'toestemming-intrekken') =>
  inwoner(handeling, 'toestemming', 'rechten-volgen')
const verandering = (handeling: 'bekijken' | 'antwoorden') =>
  inwoner(handeling, 'verandering', 'rechten-volgen')
const balieVolgen = (handeling: 'bekijken' | 'registreren') =>
  medewerker(handeling, 'toestemming', 'rechten-volgen')
/** Which one it is about is asked with a reason; that there is one says nothing of anybody. */
const lijst = medewerker('bekijken', 'veranderingenwerk')
const openVerandering = (handeling: 'bekijken' | 'registreren') =>
  medewerker(handeling, 'verandering', vanGrond)

export const proactiefroutes = {
  volgen: get('/mijn/volgen', volgen('bekijken')),
  volgenGeef: post('/mijn/volgen', volgen('toestemmen')),
  /** Stopping, and everything else that takes something back. */
  volgenStop: post('/mijn/volgen/stoppen', volgen('toestemming-intrekken')),
  veranderingen: get('/mijn/veranderingen', verandering('bekijken')),
  veranderingenZeg: post('/mijn/veranderingen', verandering('antwoorden')),
  verandering: get('/mijn/veranderingen/:signaal', verandering('bekijken')),
  veranderingPapier: get('/mijn/veranderingen/:signaal/papier', verandering('bekijken')),
  veranderingPapierStuur: post('/mijn/veranderingen/:signaal/papier', verandering('antwoorden')),
  balieVolgen: get('/balie/volgen', balieVolgen('bekijken')),
  balieVolgenZet: post('/balie/volgen', balieVolgen('registreren')),
  balieVeranderingen: get('/balie/veranderingen', lijst),
  // Which one is opened comes by POST, with the reason.
  balieVeranderingOpen: post('/balie/veranderingen/openen', lijst),
  balieVerandering: get('/balie/veranderingen/:signaal', openVerandering('bekijken')),
  balieVeranderingDoe: post('/balie/veranderingen/:signaal', openVerandering('registreren')),
  balieInwonerVeranderingen: get('/balie/inwoner/veranderingen', openVerandering('bekijken')),
} as const satisfies Record<string, Route>

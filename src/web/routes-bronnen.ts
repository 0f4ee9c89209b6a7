/** Connections to organisations; `routes.ts` takes them in. */
import { get, post, type Route } from './route.ts'
import { medewerker } from './toegangseis.ts'

/** Of which organisation the connection is, the page asks again: an address is no proof. */
const bron = (handeling: 'bekijken' | 'beheren' | 'aansluiten') => medewerker(handeling, 'bron')

export const bronroutes = {
  balieBronnen: get('/balie/bronnen', bron('bekijken')),
  balieBronNieuw: get('/balie/bronnen/nieuw', bron('aansluiten')),
  balieBronMaak: post('/balie/bronnen/nieuw', bron('aansluiten')),
  balieBron: get('/balie/bronnen/:bron', bron('bekijken')),
  balieBronInstellen: get('/balie/bronnen/:bron/instellen', bron('beheren')),
  balieBronStel: post('/balie/bronnen/:bron/instellen', bron('beheren')),
  balieBronSluiten: get('/balie/bronnen/:bron/sluiten', bron('aansluiten')),
  balieBronSluit: post('/balie/bronnen/:bron/sluiten', bron('aansluiten')),
  balieBronSleutel: post('/balie/bronnen/:bron/sleutel', bron('beheren')),
  balieBronRegels: get('/balie/bronnen/:bron/regels', bron('beheren')),
  balieBronRegel: post('/balie/bronnen/:bron/regels', bron('beheren')),
  balieBronVoorbeeld: post('/balie/bronnen/:bron/voorbeeld', bron('beheren')),
  balieBronProef: get('/balie/bronnen/:bron/test', bron('beheren')),
  balieBronTest: post('/balie/bronnen/:bron/test', bron('beheren')),
} as const satisfies Record<string, Route>

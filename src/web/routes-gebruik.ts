/** Use and non-use of schemes, for who makes policy; `routes.ts` takes them in. */
import { get, post, type Route } from './route.ts'
import { medewerker } from './toegangseis.ts'

const zien = medewerker('bekijken', 'niet-gebruik')
const stellen = medewerker('stellen', 'niet-gebruik')
const campagne = (handeling: 'bekijken' | 'beheren') => medewerker(handeling, 'campagne')

export const gebruikroutes = {
  balieGebruik: get('/balie/niet-gebruik', zien),
  balieGebruikLoop: post('/balie/niet-gebruik', medewerker('beheren', 'niet-gebruik')),
  balieGebruikCsv: get('/balie/niet-gebruik/cijfers.csv', zien),
  balieLijstvraag: get('/balie/niet-gebruik/lijst', stellen),
  balieLijstvraagStel: post('/balie/niet-gebruik/lijst', stellen),
  balieGebruikRegeling: get('/balie/niet-gebruik/regelingen/:regeling', zien),
  balieCampagnes: get('/balie/campagnes', campagne('bekijken')),
  balieCampagneNieuw: get('/balie/campagnes/nieuw', campagne('beheren')),
  balieCampagneMaak: post('/balie/campagnes/nieuw', campagne('beheren')),
  balieCampagne: get('/balie/campagnes/:campagne', campagne('bekijken')),
  balieCampagneTel: post('/balie/campagnes/:campagne', campagne('beheren')),
  balieCampagneWijzig: get('/balie/campagnes/:campagne/wijzigen', campagne('beheren')),
  balieCampagneVerander: post('/balie/campagnes/:campagne/wijzigen', campagne('beheren')),
  balieCampagneTrekIn: post('/balie/campagnes/:campagne/intrekken', campagne('beheren')),
  balieCampagneLoting: get('/balie/campagnes/:campagne/loting.csv', campagne('bekijken')),
} as const satisfies Record<string, Route>

/** Direct lines between organisations; `routes.ts` takes them in. */
import { get, post, type Route } from './route.ts'
import { medewerker } from './toegangseis.ts'

const zoeken = medewerker('bekijken', 'lijn')
const bijhouden = medewerker('beheren', 'lijnteam')

export const lijnroutes = {
  balieLijnen: get('/balie/lijnen', zoeken),
  /** In the words of whoever asks, so in no address. */
  balieLijnenZoek: post('/balie/lijnen', zoeken),
  /** Numbers of nobody, in the address. */
  balieLijnmodel: get('/balie/lijnen/model', zoeken),
  balieLijnteams: get('/balie/lijnen/beheer', bijhouden),
  balieLijnteamNieuw: get('/balie/lijnen/beheer/nieuw', bijhouden),
  balieLijnteam: get('/balie/lijnen/beheer/:team', bijhouden),
  balieLijnteamDoe: post('/balie/lijnen/beheer', bijhouden),
} as const satisfies Record<string, Route>

/** Direct lines between organisations; `routes.ts` takes them in. */
import { get, post, type Route } from './route.ts'
import { medewerker } from './toegangseis.ts'

const zoeken = medewerker('bekijken', 'lijn')
/** That they answer for a team of their own organisation; of which, the use case asks. */
const bemannen = medewerker('stellen', 'lijndienst')
const bellen = medewerker('stellen', 'lijngesprek')
const cijfers = medewerker('bekijken', 'lijncijfers')
const bijhouden = medewerker('beheren', 'lijnteam')

export const lijnroutes = {
  balieLijnen: get('/balie/lijnen', zoeken),
  /** In the words of whoever asks, so in no address. */
  balieLijnenZoek: post('/balie/lijnen', zoeken),
  /** Numbers of nobody, in the address. */
  balieLijnmodel: get('/balie/lijnen/model', zoeken),
  balieLijnBel: post('/balie/lijnen/bel', bellen),
  balieOproep: get('/balie/lijnen/oproep/:gesprek', bellen),
  balieOproepDoe: post('/balie/lijnen/oproep/:gesprek', bellen),
  balieDienst: get('/balie/lijnen/dienst', bemannen),
  balieDienstDoe: post('/balie/lijnen/dienst', bemannen),
  /** What a page says of it while somebody is on another one. */
  balieLijnStrook: get('/balie/lijnen/strook', bellen),
  balieLijncijfers: get('/balie/lijnen/cijfers', cijfers),
  balieLijncijfersCsv: get('/balie/lijnen/cijfers.csv', cijfers),
  balieLijnteams: get('/balie/lijnen/beheer', bijhouden),
  balieLijnteamNieuw: get('/balie/lijnen/beheer/nieuw', bijhouden),
  balieLijnteam: get('/balie/lijnen/beheer/:team', bijhouden),
  balieLijnteamDoe: post('/balie/lijnen/beheer', bijhouden),
} as const satisfies Record<string, Route>

/** Addresses of calls: of professionals, and of whoever they bring in with a code; `routes.ts` takes them in. */
import { get, post, type Route } from './route.ts'
import { medewerker } from './toegangseis.ts'

/** That somebody calls colleagues at all; of which call and which case it is, the use case asks. */
const bellen = medewerker('stellen', 'lijngesprek')

export const belroutes = {
  balieBellen: get('/balie/lijnen/gesprekken', bellen),
  balieBellenBel: post('/balie/lijnen/gesprekken', bellen),
  balieGesprek: get('/balie/lijnen/gesprek/:gesprek', bellen),
  balieGesprekDoe: post('/balie/lijnen/gesprek/:gesprek', bellen),
  /** Times agreed with another organisation. */
  balieBelafspraken: get('/balie/lijnen/afspraken', bellen),
  balieBelafspraakNieuw: get('/balie/lijnen/afspraken/nieuw', bellen),
  balieBelafspraakMaak: post('/balie/lijnen/afspraken/nieuw', bellen),
  balieBelafspraak: get('/balie/lijnen/afspraken/:afspraak', bellen),
  balieBelafspraakDoe: post('/balie/lijnen/afspraken/:afspraak', bellen),
  /** What is written down after it. */
  balieNotitie: get('/balie/lijnen/gesprek/:gesprek/notitie', bellen),
  balieNotitieSchrijf: post('/balie/lijnen/gesprek/:gesprek/notitie', bellen),
  balieNotitiePlan: post('/balie/lijnen/plan/:ketenzaak', bellen),
  balieNotitiePrint: get('/balie/lijnen/gesprek/:gesprek/notitie/print', bellen),
  /** A code stands in no address: in a link it comes after the `#`, which no browser sends. */
  gesprek: get('/gesprek'),
  gesprekDoe: post('/gesprek'),
  /** With the key of their browser, after the call. */
  gesprekNa: get('/gesprek/na'),
} as const satisfies Record<string, Route>

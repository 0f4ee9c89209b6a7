/** Addresses of who works out what a changed law would do; `routes.ts` takes them in. */
import { get, post, type Route } from './route.ts'
import { medewerker } from './toegangseis.ts'

const zien = medewerker('bekijken', 'wetswijziging')
const stellen = medewerker('stellen', 'wetswijziging')

export const wetroutes = {
  balieWet: get('/balie/wetswijziging', zien),
  /** A file that somebody wrote: its faults, or a comparison. */
  balieWetBestand: post('/balie/wetswijziging', stellen),
  /** Figures of one scheme, and its other versions. */
  balieWetRegeling: get('/balie/wetswijziging/regeling/:regeling', stellen),
  balieWetRegelingStuur: post('/balie/wetswijziging/regeling/:regeling', stellen),
  balieWetUitslag: get('/balie/wetswijziging/:vergelijking', zien),
  /** Stop, go on, throw away. */
  balieWetDoe: post('/balie/wetswijziging/:vergelijking', stellen),
  balieWetGroepen: get('/balie/wetswijziging/:vergelijking/groepen.csv', zien),
  balieWetInkomens: get('/balie/wetswijziging/:vergelijking/inkomens.csv', zien),
} as const satisfies Record<string, Route>

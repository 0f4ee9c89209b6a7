/** Addresses of chain cases: of professionals, of the resident, and of an outside party that was invited. */
import { get, post, type Route } from './route.ts'
import { genodigde, inwoner, medewerker } from './toegangseis.ts'

/** That there is work for their organisation; of which case it is, the use case asks again. */
const ketenwerk = medewerker('bekijken', 'ketenwerk')
const openen = medewerker('stellen', 'ketenzaak', 'ketenzaak')
const eigen = (handeling: 'bekijken' | 'toevoegen') => inwoner(handeling, 'ketenzaak', 'ketenzaak')

export const loketroutes = {
  balieLoket: get('/balie/loket', ketenwerk),
  balieLoketNieuw: get('/balie/loket/nieuw', openen),
  balieLoketOpen: post('/balie/loket/nieuw', openen),
  /** Whoever looks after a service: counts, of nobody. */
  /** What a professional says of how it went for whom they helped: of the step, and of nobody. */
  balieGelukt: get('/balie/gelukt', medewerker('registreren', 'ervaring')),
  balieGeluktNoteer: post('/balie/gelukt', medewerker('registreren', 'ervaring')),
  balieErvaring: get('/balie/ervaring', medewerker('bekijken', 'ervaring')),
  balieErvaringCsv: get('/balie/ervaring/ervaring.csv', medewerker('bekijken', 'ervaring')),
  balieLering: get('/balie/loket/leren', medewerker('bekijken', 'ervaring')),
  /** The number of a case stands in no address. */
  balieLoketVind: post('/balie/loket', ketenwerk),
  balieKetenWie: get('/balie/loket/:ketenzaak/wie', ketenwerk),
  balieKetenzaak: get('/balie/loket/:ketenzaak', ketenwerk),
  balieKetenPrint: get('/balie/loket/:ketenzaak/print', ketenwerk),
  balieKetenPdf: get('/balie/loket/:ketenzaak/plan.pdf', ketenwerk),
  balieKetenStuk: get('/balie/loket/:ketenzaak/stuk', ketenwerk),
  balieKetenGezien: get('/balie/loket/:ketenzaak/gezien', ketenwerk),
  balieKetenVorm: get('/balie/loket/:ketenzaak/doe/:vorm', ketenwerk),
  balieKetenDoe: post('/balie/loket/:ketenzaak/doe/:vorm', ketenwerk),
  loket: get('/mijn/loket', eigen('bekijken')),
  ketenzaak: get('/mijn/loket/:ketenzaak', eigen('bekijken')),
  ketenPrint: get('/mijn/loket/:ketenzaak/print', eigen('bekijken')),
  ketenPdf: get('/mijn/loket/:ketenzaak/plan.pdf', eigen('bekijken')),
  ketenStuk: get('/mijn/loket/:ketenzaak/stuk', eigen('bekijken')),
  ketenVorm: get('/mijn/loket/:ketenzaak/doe/:vorm', eigen('toevoegen')),
  ketenDoe: post('/mijn/loket/:ketenzaak/doe/:vorm', eigen('toevoegen')),
  meewerken: get('/meewerken'),
  /** A code stands in no address. */
  meewerkenCode: post('/meewerken'),
  meewerkenStap: get('/meewerken/stap', genodigde('bekijken', 'ketenzaak')),
  meewerkenDoe: post('/meewerken/stap', genodigde('toevoegen', 'ketenzaak')),
  meewerkenUit: post('/meewerken/uit'),
} as const satisfies Record<string, Route>

/** Appointments, of residents and at the desk; `routes.ts` takes them in. */
import { get, post, type Route } from './route.ts'
import { inwoner, medewerker, vanGrond } from './toegangseis.ts'

const afspreken = (handeling: 'bekijken' | 'afspreken') => inwoner(handeling, 'afspraak', 'afspraken')
const afsprekenBijGrond = (handeling: 'bekijken' | 'afspreken') => medewerker(handeling, 'afspraak', vanGrond)

export const afspraakroutes = {
  afspraken: get('/mijn/afspraken', afspreken('bekijken')),
  afspraakNieuw: get('/mijn/afspraken/nieuw', afspreken('afspreken')),
  afspraakMaak: post('/mijn/afspraken/nieuw', afspreken('afspreken')),
  afspraak: get('/mijn/afspraken/:afspraak', afspreken('bekijken')),
  afspraakAgenda: get('/mijn/afspraken/:afspraak/afspraak.ics', afspreken('bekijken')),
  afspraakVerzet: post('/mijn/afspraken/:afspraak/verzetten', afspreken('afspreken')),
  afspraakZegAf: post('/mijn/afspraken/:afspraak/afzeggen', afspreken('afspreken')),
  balieAfspraken: get('/balie/afspraken', afsprekenBijGrond('bekijken')),
  balieAfspraakNieuw: get('/balie/afspraken/nieuw', afsprekenBijGrond('afspreken')),
  balieAfspraakMaak: post('/balie/afspraken/nieuw', afsprekenBijGrond('afspreken')),
  balieAfspraak: get('/balie/afspraken/:afspraak', afsprekenBijGrond('bekijken')),
  balieAfspraakVerzet: post('/balie/afspraken/:afspraak/verzetten', afsprekenBijGrond('afspreken')),
  balieAfspraakZegAf: post('/balie/afspraken/:afspraak/afzeggen', afsprekenBijGrond('afspreken')),
} as const satisfies Record<string, Route>

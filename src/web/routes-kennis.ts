/** What professionals know of each other's schemes, and whoever walks in at an information point; `routes.ts` takes them in. */
import { get, post, type Route } from './route.ts'
import { wetroutes } from './routes-wet.ts'
import { medewerker } from './toegangseis.ts'

const kennis = medewerker('bekijken', 'kennis')
const melden = medewerker('melden-onjuist', 'kennis')
const intake = (handeling: 'bekijken' | 'invullen' | 'geven') => medewerker(handeling, 'intakekaart')
const afspreken = medewerker('afspreken', 'naamloze-afspraak')

export const kennisroutes = {
  ...wetroutes,
  balieKennis: get('/balie/kennis', kennis),
  /** What a colleague looks for may be what somebody just told them: it stands in no address. */
  balieKennisZoek: post('/balie/kennis', kennis),
  balieKennisRegeling: get('/balie/kennis/regelingen/:regeling', kennis),
  balieKennisGebeurtenis: get('/balie/kennis/gebeurtenissen/:gebeurtenis', kennis),
  balieKloptNiet: get('/balie/kennis/klopt-niet', melden),
  balieKloptNietStuur: post('/balie/kennis/klopt-niet', melden),
  balieKennismeldingen: get('/balie/kennis/meldingen', kennis),
  balieKennismeldingDoe: post('/balie/kennis/meldingen', medewerker('beheren', 'kennismelding')),
  balieIntake: get('/balie/intake', intake('bekijken')),
  balieIntakeZet: post('/balie/intake', intake('invullen')),
  balieIntakeAfspraak: get('/balie/intake/afspraak', afspreken),
  balieIntakeAfspraakMaak: post('/balie/intake/afspraak', afspreken),
  balieIntakeKeten: get('/balie/intake/ketenzaak', intake('geven')),
  balieIntakeKetenMaak: post('/balie/intake/ketenzaak', intake('geven')),
  balieIntakePrint: get('/balie/intake/print', intake('bekijken')),
  balieIntakeKlaar: post('/balie/intake/klaar', intake('invullen')),
  balieNaamloos: get('/balie/zonder-naam', medewerker('bekijken', 'naamloze-afspraak')),
  balieNaamloosZegAf: post('/balie/zonder-naam', medewerker('beeindigen', 'naamloze-afspraak')),
} as const satisfies Record<string, Route>

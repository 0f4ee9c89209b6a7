/** Which function answers which address about being kept informed; `behandelaars.ts` takes them in. */
import * as balieVeranderingen from './pages/proactief/balie-veranderingen.ts'
import * as balieVolgen from './pages/proactief/balie-volgen.ts'
import * as papier from './pages/proactief/papier.ts'
import * as veranderingen from './pages/proactief/veranderingen.ts'
import * as volgen from './pages/proactief/volgen.ts'
import type { proactiefroutes } from './routes-proactief.ts'
import type { Antwoord, Verzoek } from './verzoek.ts'

export const proactiefbehandelaars = {
  volgen: volgen.toon,
  volgenGeef: volgen.geef,
  volgenStop: volgen.stop,
  veranderingen: veranderingen.toon,
  veranderingenZeg: veranderingen.zeg,
  verandering: veranderingen.toonEen,
  veranderingPapier: papier.toon,
  veranderingPapierStuur: papier.stuur,
  balieVolgen: balieVolgen.toon,
  balieVolgenZet: balieVolgen.zet,
  balieVeranderingen: balieVeranderingen.toon,
  balieVeranderingOpen: balieVeranderingen.openen,
  balieVerandering: balieVeranderingen.toonEen,
  balieVeranderingDoe: balieVeranderingen.doe,
  balieInwonerVeranderingen: balieVeranderingen.vanInwoner,
} as const satisfies Readonly<
  Record<keyof typeof proactiefroutes, (verzoek: Verzoek) => Antwoord | Promise<Antwoord>>
>

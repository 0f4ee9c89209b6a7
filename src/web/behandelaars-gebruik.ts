/** What the pages about use and non-use do; `behandelaars.ts` takes them in. */
import * as campagne from './pages/gebruik/campagne.ts'
import * as campagnes from './pages/gebruik/campagnes.ts'
import * as lijstvraag from './pages/gebruik/lijst.ts'
import * as gebruik from './pages/gebruik/overzicht.ts'
import * as gebruikRegeling from './pages/gebruik/regeling.ts'

export const gebruikbehandelaars = {
  balieGebruik: gebruik.toon,
  balieGebruikLoop: gebruik.doe,
  balieGebruikCsv: gebruik.csv,
  balieGebruikRegeling: gebruikRegeling.toon,
  balieLijstvraag: lijstvraag.toon,
  balieLijstvraagStel: lijstvraag.stel,
  balieCampagnes: campagnes.toon,
  balieCampagneNieuw: campagnes.nieuw,
  balieCampagneMaak: campagnes.maak,
  balieCampagne: campagne.toon,
  balieCampagneTel: campagne.tel,
  balieCampagneWijzig: campagnes.wijzig,
  balieCampagneVerander: campagnes.verander,
  balieCampagneTrekIn: campagne.trekIn,
  balieCampagneLoting: campagne.loting,
}

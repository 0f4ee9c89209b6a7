import type { Opruimer } from '../audit/index.ts'
import { afspraakOpruimer } from './afspraken.ts'
import { belgesprekOpruimer } from './belgesprekken.ts'
import { berichtOpruimer } from './berichten.ts'
import { campagneOpruimer } from './campagnes.ts'
import { controlecodeOpruimer } from './controlecodes.ts'
import type { Databank } from './databank.ts'
import { afmeldingOpruimer, dossierOpruimer } from './dossiers.ts'
import { ervaringOpruimers } from './ervaring.ts'
import { gespreksnotitieOpruimer } from './gespreksnotities.ts'
import { hulpbehoefteOpruimer } from './hulpbehoeften.ts'
import { kennismeldingOpruimer } from './kennismeldingen.ts'
import { ketenzaakOpruimer } from './ketenzaken.ts'
import { levensloopOpruimer } from './levensloop.ts'
import { lijndienstOpruimer } from './lijndienst.ts'
import { lijnvoorvalOpruimer } from './lijnwachtrij.ts'
import { portaalOpruimer } from './portalen.ts'
import { poststukOpruimer } from './poststukken.ts'
import { terugmeldingOpruimer } from './terugmeldingen.ts'
import { voorkeurOpruimer } from './voorkeuren.ts'
import { vroegsignaalOpruimer } from './vroegsignalen.ts'
import { zaakindexOpruimers } from './zaakindex.ts'
import { zaaksignaalOpruimer } from './zaaksignalen.ts'
import { zendingOpruimer } from './zendingen.ts'

/** What features keep about people, each with the retention period of its own activity. */
export function opruimersVan(bewaring: Databank): readonly Opruimer[] {
  return [
    terugmeldingOpruimer(bewaring),
    berichtOpruimer(bewaring),
    zendingOpruimer(bewaring),
    voorkeurOpruimer(bewaring),
    zaaksignaalOpruimer(bewaring),
    portaalOpruimer(bewaring),
    poststukOpruimer(bewaring),
    controlecodeOpruimer(bewaring),
    afspraakOpruimer(bewaring),
    hulpbehoefteOpruimer(bewaring),
    ketenzaakOpruimer(bewaring),
    kennismeldingOpruimer(bewaring),
    belgesprekOpruimer(bewaring),
    lijnvoorvalOpruimer(bewaring),
    lijndienstOpruimer(bewaring),
    gespreksnotitieOpruimer(bewaring),
    levensloopOpruimer(bewaring),
    dossierOpruimer(bewaring),
    afmeldingOpruimer(bewaring),
    vroegsignaalOpruimer(bewaring),
    campagneOpruimer(bewaring),
    ...zaakindexOpruimers(bewaring),
    ...ervaringOpruimers(bewaring),
  ]
}

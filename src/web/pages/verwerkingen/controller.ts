import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { lijstPagina } from './lijst-pagina.ts'
import { verwerkingPagina } from './verwerking-pagina.ts'

/** The register of processing activities (AVG art. 30), open to everybody. */
export function lijst({ context, bronnen }: Verzoek): Antwoord {
  return { soort: 'pagina', pagina: lijstPagina(context, [...bronnen.geheel().verwerkingen.values()]) }
}

/** Lines in the log point here, with the version that held then; of an older one we show what holds now, and say so. */
export function verwerking({ context, bronnen, delen }: Verzoek): Antwoord {
  const gevonden = bronnen.geheel().verwerkingen.get(delen.verwerking ?? '')
  const versie = Number(delen.versie)
  if (gevonden === undefined || !Number.isInteger(versie) || versie < 1 || versie > gevonden.versie)
    return { soort: 'niet-gevonden' }
  return { soort: 'pagina', pagina: verwerkingPagina(context, gevonden, versie) }
}

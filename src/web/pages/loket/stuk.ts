/** A file of a case, for who may read it; always kept beside the page, never shown as one of ours. */
import { bestandsnaam } from '../../../loket/index.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisLoket, type Kant, vragerVan } from './scherm.ts'

export const stuk =
  (kant: Exclude<Kant, 'partij'>) =>
  async (verzoek: Verzoek): Promise<Antwoord> => {
    const { ketenzaak = '' } = verzoek.delen
    const onderdeel = verzoek.zoek.get('over') ?? ''
    const bestand = await eisLoket(verzoek).bestand?.(vragerVan(verzoek, kant), ketenzaak, onderdeel)
    if (bestand === undefined) return { soort: 'niet-gevonden' }
    const { soort: type, inhoud } = bestand
    // What it is called says nothing of anybody: a name may stay behind on somebody's desk.
    return { soort: 'bestand', inhoud: Buffer.from(inhoud), type, naam: bestandsnaam(type) }
  }

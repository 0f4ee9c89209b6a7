import { emailmelding, meldingwoorden, type Opsteller, smsmelding } from '../kanalen/index.ts'
import { adres } from './routes.ts'
import { maakSpraak } from './ui/spraak.ts'

/**
 * The notices by e-mail and SMS: from whom, of what kind, whether something is asked and by when (Awb 2:10). Nothing of
 * the subject or the person; the control code as text, never in a link. Other ways say what the message says.
 * @param site What somebody types to log in: `voordeur.example`. Never a link.
 */
export function maakMeldingopsteller(
  teksten: Parameters<typeof maakSpraak>[0],
  {
    site,
    naamVan,
    telefoonVan,
  }: {
    readonly site: string
    readonly naamVan: (organisatie: string | undefined) => string
    /** As it is known; of whom it is not, the notice names the other ways. */
    readonly telefoonVan: (organisatie: string | undefined) => string | undefined
  },
): Opsteller {
  const spraken = maakSpraak(teksten)
  return async ({ bericht, kanaal, taal, code }) => {
    if (kanaal !== 'email' && kanaal !== 'sms') return undefined
    const { van, soort, uiterlijk } = meldingwoorden(bericht)
    const echt = code && { code: code.geschreven, adres: `${site}${adres(taal, 'echt')}` }
    const telefoon = telefoonVan(van)
    const melding = {
      ...{ soort, afzender: naamVan(van), site },
      ...(uiterlijk !== undefined && { uiterlijk }),
      ...(telefoon !== undefined && { telefoon }),
      ...(echt && { controlecode: echt }),
    }
    return kanaal === 'email' ? emailmelding(spraken[taal], melding) : smsmelding(spraken[taal], melding)
  }
}

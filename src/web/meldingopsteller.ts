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
  { site, naamVan }: { readonly site: string; readonly naamVan: (organisatie: string | undefined) => string },
): Opsteller {
  const spraken = maakSpraak(teksten)
  return async ({ bericht, kanaal, taal, code }) => {
    if (kanaal !== 'email' && kanaal !== 'sms') return undefined
    const { van, soort, uiterlijk } = meldingwoorden(bericht)
    const echt = code && { code: code.geschreven, adres: `${site}${adres(taal, 'echt')}` }
    const melding = {
      ...{ soort, afzender: naamVan(van), site },
      ...(uiterlijk !== undefined && { uiterlijk }),
      ...(echt && { controlecode: echt }),
    }
    return kanaal === 'email' ? emailmelding(spraken[taal], melding) : smsmelding(spraken[taal], melding)
  }
}

import { codeMinuten, type Opgemaakt } from '../kanalen/index.ts'
import type { Taal } from './routes.ts'
import { maakSpraak } from './ui/spraak.ts'

/** The words around a code that proves an address: the code first, since that is what one sees of a message. */
export function maakCodeopsteller(
  teksten: Parameters<typeof maakSpraak>[0],
): (code: string, kanaal: 'email' | 'sms', taal: Taal) => Opgemaakt {
  const spraken = maakSpraak(teksten)
  return (code, _kanaal, taal) => {
    const { t } = spraken[taal]
    return {
      soort: 'tekst',
      onderwerp: t('adrescode.onderwerp', { code }),
      tekst: t('adrescode.tekst', { code, minuten: codeMinuten }),
    }
  }
}

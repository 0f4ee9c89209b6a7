import { datum } from '../kalender/index.ts'
import type { Waardenaam } from './berichtsjabloon.ts'
import type { Waarde } from './berichttekst.ts'

/** Values to look at a text with: made up, and about nobody. */
export const voorbeeldwaarden: Readonly<Record<Waardenaam, Waarde>> = {
  antwoord: {
    tekst: {
      nl: 'Ja, u mag de papieren ook aan het loket brengen.',
      en: 'Yes, you may also bring the papers to the desk.',
      pap: 'Sí, bo por trese e papelnan na e balia tambe.',
    },
  },
  dag: { dag: datum('2026-03-17') },
  datum: { dag: datum('2026-03-03') },
  kanaal: { tekst: { nl: 'e-mail', en: 'e-mail', pap: 'e-mail' } },
  komen: {
    tekst: {
      nl: 'Kom op 17 maart 2026 om 10.30 naar Coolsingel 40, Rotterdam.',
      en: 'Come to Coolsingel 40, Rotterdam on 17 March 2026 at 10.30.',
      pap: 'Bini dia 17 di mart 2026, 10.30 or, na Coolsingel 40, Rotterdam.',
    },
  },
  naar: 'Waterschap Hollandse Delta',
  nummer: 'V-2026-004211',
  organisatie: 'Gemeente Rotterdam',
  reden: {
    tekst: {
      nl: 'het bestand is te groot',
      en: 'the file is too large',
      pap: 'e file ta muchu grandi',
    },
  },
  site: 'voordeur.example',
  status: {
    tekst: {
      nl: 'wij behandelen uw aanvraag',
      en: 'we are dealing with it',
      pap: 'nos ta trahando riba dje',
    },
  },
  taak: {
    tekst: {
      nl: 'stuur uw huurcontract',
      en: 'send your tenancy agreement',
      pap: 'manda bo kontrakt di hür',
    },
  },
  tijd: '10.30',
  titel: { tekst: { nl: 'bijzondere bijstand', en: 'special assistance', pap: 'ayudo spesial' } },
  van: 'Mevrouw De Vries',
  wat: {
    tekst: {
      nl: 'uw loonstrook van februari',
      en: 'your payslip of February',
      pap: 'bo slep di pago di febrüari',
    },
  },
}

/** The plan as a document (PDF/UA): to keep, to print, and for a screen reader to read out. */
import { tabelPdf } from '../../pdf/tabel-pdf.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { leesPlan } from './plan.ts'
import { belzin, doezin, erbij, vooraf, wanneer, zelfDoen } from './plan-tekst.ts'
import type { Kant } from './scherm.ts'
import { dagVan, eigenaarnaam, stapnummer, staptitel } from './woorden.ts'
import { stapAanZet } from './zin.ts'

export const pdf =
  (kant: Exclude<Kant, 'partij'>) =>
  async (verzoek: Verzoek): Promise<Antwoord> => {
    const scherm = await leesPlan(verzoek, kant)
    if (scherm === undefined) return { soort: 'niet-gevonden' }
    const { taal, spraak } = verzoek.context
    const { t, datum } = spraak
    const { zicht } = scherm.beeld
    const stappen = zicht.stappen.filter(({ stand }) => stand !== 'vervallen')
    const zelf = zelfDoen(scherm).map((stap) => doezin(scherm, stap))
    const inhoud = await tabelPdf({
      taal,
      titel: t('loket.papier.kop', {
        nummer: zicht.nummer,
        dag: datum(dagVan(verzoek.nu)).replaceAll(' ', '\u00a0'),
      }),
      gemaakt: verzoek.nu,
      isBrief: true,
      ...(zelf.length > 0 && { vak: { kop: t('loket.mijn.doen'), regels: zelf } }),
      inleiding: [
        `${belzin(scherm)} ${zicht.stand === 'open' ? t('loket.papier.niet_opgelost') : ''}`.trim(),
        ...vooraf(scherm),
        ...(stappen.length === 0 ? [t('loket.planpost.zonder')] : []),
      ],
      kolommen: [
        { kop: t('loket.planpost.kolom.stap'), deel: 5 },
        { kop: t('loket.planpost.kolom.wie'), deel: 3 },
        { kop: t('loket.planpost.kolom.wanneer'), deel: 4 },
      ],
      rijen: stappen.map((stap) => [
        [`${stapnummer(scherm, stap.stap)}. ${staptitel(scherm, stap).tekst}`, ...erbij(scherm, stap)].join(
          '. ',
        ),
        eigenaarnaam(scherm, stapAanZet(scherm, stap)),
        wanneer(scherm, stap),
      ]),
      slot: [t('loket.papier.inzien')],
      voet: (n, van) => t('loket.planpost.voet', { n, van }),
    })
    // The number of the case is in the document; a name of a file may stay behind on somebody's desk.
    return { soort: 'bestand', inhoud, type: 'application/pdf', naam: 'plan.pdf' }
  }

import { soortVan } from '../../../toegang/index.ts'
import { kanaalpaginas } from '../kanalen/controller.ts'
import type { Kanaalscherm } from '../kanalen/scherm.ts'
import { meelezersVan } from './bericht-doorsturen.ts'
import { eisWie, kanalenKiezen } from './eis.ts'
import { mijnPagina } from './kader.ts'
import { metRegel } from './verwerk.ts'
import { mag } from './wie.ts'

const wat = { doel: 'contactvoorkeuren', gegevens: ['contactvoorkeur', 'contactadres'] }

/** How somebody wants to be reached, said by themselves. Who was appointed by a court sees it (Awb 2:8). */
export const { toon, soorten, organisaties, zaak, wensen, print, kies, verklaar, terug, zetWensen } =
  kanaalpaginas(async (verzoek): Promise<Kanaalscherm> => {
    const { mijn, wie } = eisWie(verzoek)
    return {
      verzoek,
      kant: 'mijn',
      houder: { persoon: wie.persoon, door: { soort: 'zelf' } },
      bronnen: mijn.kanalen,
      als: (fn) => metRegel(mijn, wie, wat, fn),
      verborgen: undefined,
      kanVastleggen: mag(mijn, wie, kanalenKiezen, verzoek.nu),
      // Mandates are for themselves to give.
      meelezers: soortVan(wie.voor) === 'zelf' ? () => meelezersVan(verzoek, 'welke-ook') : undefined,
      pagina: ({ isOnder = false, ...delen }) =>
        mijnPagina(verzoek.context, {
          ...delen,
          terug: isOnder ? 'kanalen' : 'mijn',
          stijl: ['machtiging.css', 'kanalen.css'],
        }),
    }
  })

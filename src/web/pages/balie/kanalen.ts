import { type BeperkteGegevens, beperkTot, type RegisterUitkomst } from '../../../inwoner/index.ts'
import type { Vastlegger } from '../../../kanalen/index.ts'
import { handelendeMet } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Verzoek } from '../../verzoek.ts'
import { kanaalpaginas } from '../kanalen/controller.ts'
import type { Kanaalscherm } from '../kanalen/scherm.ts'
import { eisGrond, eisPersoon, wijzeVan } from './eis.ts'
import { naamUit } from './inwoner-pagina.ts'
import { baliePagina, grondveld } from './kader.ts'

const doel = 'contactvoorkeuren'
const gegevens = ['contactvoorkeur', 'contactadres']

/** The same for somebody at the desk or on the phone; their record says who wrote it down and why. */
export const { toon, soorten, organisaties, wensen, print, kies, verklaar, terug, zetWensen } = kanaalpaginas(
  async (verzoek): Promise<Kanaalscherm> => {
    const { balie, grond } = eisGrond(verzoek)
    const persoon = eisPersoon(grond)
    const wijze = wijzeVan(grond)
    const { medewerker, organisatie } = grond
    // Without a way in which they said it nothing is written; what is there may still be seen.
    const door: Vastlegger = { soort: 'medewerker', medewerker, organisatie, wijze: wijze ?? 'brief' }
    const naam = naamUit(verzoek, await naamVan(verzoek))
    const { t } = verzoek.context.spraak
    return {
      verzoek,
      kant: 'balie',
      houder: { persoon, door },
      bronnen: balie.kanalen,
      als: (fn) =>
        balie.toegang.audit.metVerwerking(
          { doel, gegevens, betrokkenen: [persoon], door: handelendeMet(grond) },
          fn,
        ),
      verborgen: grondveld(grond),
      kanVastleggen: wijze !== undefined,
      meelezers: undefined,
      pagina: ({ isOnder = false, ...delen }) =>
        baliePagina(verzoek, {
          ...delen,
          naam,
          stijl: ['machtiging.css', 'kanalen.css'],
          ...(isOnder && {
            terug: { adres: adres(verzoek.context.taal, 'balieKanalen'), tekst: t('kanalen.terug_naar') },
          }),
        }),
    }
  },
)

/** The name in the line on top of a page about somebody; `undefined`: the ground is about nobody yet. */
export async function grondnaam(verzoek: Verzoek): Promise<string | undefined> {
  if (verzoek.werker?.grond?.persoon === undefined) return undefined
  return naamUit(verzoek, await naamVan({ ...verzoek, isForm: false }))
}

/** Whose it is, for the line on top. */
export async function naamVan(verzoek: Verzoek): Promise<RegisterUitkomst<BeperkteGegevens>> {
  const { balie, grond } = eisGrond(verzoek)
  const persoon = eisPersoon(grond)
  const door = handelendeMet(grond)
  return balie.toegang.audit.metVerwerking(
    { doel: grond.doel, gegevens: ['naam'], betrokkenen: [persoon], door },
    async (bewijs) => {
      const antwoord = await balie.registers.brp.raadpleeg(persoon, bewijs)
      return antwoord.status === 'ok'
        ? { ...antwoord, gegevens: beperkTot(antwoord.gegevens, ['naam']) }
        : antwoord
    },
  )
}

import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import { beperkTot } from '../../../inwoner/index.ts'
import { handelendeMet, hulpdoelen } from '../../../toegang/index.ts'
import type { Medewerkereis } from '../../toegangseis.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import {
  afsprakenZien,
  eisGrond,
  eisPersoon,
  hulpbehoefteZien,
  inkomenZien,
  ketenzaakOpenen,
  machtigingZien,
  poststukZien,
  veranderingZien,
  zakenZien,
} from './eis.ts'
import { inwonerPagina } from './inwoner-pagina.ts'
import { beslisVoorWerker, vragerVan } from './werker.ts'

/** Kinds of data by where they come from; the register of processing activities says which a purpose has. */
const uitBrp = [
  'naam',
  'geboortedatum',
  'adres',
  'geheim-adres',
  'huishouden',
  'partner',
  'kinderen',
  'vertegenwoordiging',
]
const uitInkomen = ['inkomen', 'maandinkomen', 'vermogen']

/** What the purpose allows and nothing else: the rest is not asked, not fetched and not on the record. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, werker, grond } = eisGrond(verzoek)
  const persoon = eisPersoon(grond)
  const soorten = balie.verwerkingen().get(grond.doel)?.gegevens ?? []
  const mag = (eis: Medewerkereis): boolean => beslisVoorWerker(balie, werker, eis, verzoek.nu).mag
  /** Absent when the purpose has none of these kinds, or the table of access says no. */
  const haal = <T>(
    kan: readonly string[],
    magOok: boolean,
    fn: (bewijs: Verwerkingsbewijs) => Promise<T>,
  ): Promise<T | undefined> => {
    const gegevens = kan.filter((soort) => soorten.includes(soort))
    if (gegevens.length === 0 || !magOok) return Promise.resolve(undefined)
    const verwerking = { doel: grond.doel, gegevens, betrokkenen: [persoon], door: handelendeMet(grond) }
    return balie.toegang.audit.metVerwerking(verwerking, fn)
  }
  const { hulpbehoeften } = balie
  const naarKeten = verzoek.loket !== undefined && mag(ketenzaakOpenen)
  const [brp, inkomen, machtigingen, hulpbehoefte, ketenzaken = []] = await Promise.all([
    haal(uitBrp, true, (bewijs) => balie.registers.brp.raadpleeg(persoon, bewijs)),
    haal(uitInkomen, mag(inkomenZien), (bewijs) => balie.registers.inkomen.raadpleeg(persoon, bewijs)),
    haal(['machtiging'], mag(machtigingZien), (bewijs) =>
      balie.toegang.machtigingen.alle({ soort: 'medewerker', ...vragerVan(werker), persoon }, bewijs),
    ),
    haal(['hulpbehoefte'], hulpbehoeften !== undefined && mag(hulpbehoefteZien), async (bewijs) =>
      hulpbehoeften?.haal({ soort: 'medewerker', ...vragerVan(werker), persoon }, bewijs),
    ),
    naarKeten
      ? verzoek.loket?.loket.vanGeholpene({ subject: werker.subject, voor: { soort: 'zelf' } })
      : undefined,
  ])
  const naarPost = verzoek.poststukken !== undefined && mag(poststukZien)
  const naarZaken = balie.zaken !== undefined && mag(zakenZien)
  const naarAfspraken = balie.afspraken !== undefined && mag(afsprakenZien)
  const naarVeranderingen = verzoek.proactief !== undefined && mag(veranderingZien)
  const naarHulp = hulpbehoeften !== undefined && hulpdoelen(werker.subject).includes('hulp-onthouden')
  const beperkt = brp?.status === 'ok' ? { ...brp, gegevens: beperkTot(brp.gegevens, soorten) } : brp
  return {
    soort: 'pagina',
    pagina: inwonerPagina(verzoek, {
      brp: beperkt,
      inkomen,
      machtigingen,
      naarZaken,
      naarPost,
      naarAfspraken,
      naarVeranderingen,
      naarHulp,
      naarKeten,
      ketenzaken,
      hulpbehoefte,
    }),
  }
}

import type { PersoonId } from '../../../domain/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWie } from './eis.ts'
import { volledigeNaam } from './naam.ts'
import { handelende, type Wie } from './wie.ts'

/** Named limit: more names than this are not asked at once. */
const maxNamen = 20

/** As the one who is logged in, whoever they act for. */
export function zelfVan(wie: Wie): Wie {
  return { ...wie, voor: { soort: 'zelf' }, persoon: wie.subject.persoon, naam: undefined }
}

/**
 * What the register of persons calls the other side of a mandate. Both agreed to know of each other; that a name was
 * asked stands on the record of whose name it is. Who is not in the register, or when it does not answer, is absent.
 */
export async function namenVan(
  verzoek: Verzoek,
  personen: readonly PersoonId[],
): Promise<ReadonlyMap<PersoonId, string>> {
  const { mijn, wie } = eisWie(verzoek)
  const door = handelende(zelfVan(wie))
  const vraag = (persoon: PersoonId) =>
    mijn.toegang.audit.metVerwerking(
      { doel: 'machtiging-registreren', gegevens: ['naam'], betrokkenen: [persoon], door },
      (bewijs) => mijn.registers.brp.raadpleeg(persoon, bewijs),
    )
  const uniek = [...new Set(personen)].slice(0, maxNamen)
  const antwoorden = await Promise.all(uniek.map(async (persoon) => [persoon, await vraag(persoon)] as const))
  return new Map(
    antwoorden.flatMap(([persoon, antwoord]) =>
      antwoord.status === 'ok'
        ? [[persoon, volledigeNaam(antwoord.gegevens.naam.waarde)] as const].filter(([, naam]) => naam !== '')
        : [],
    ),
  )
}

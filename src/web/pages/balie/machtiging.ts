import type { PersoonId } from '../../../domain/index.ts'
import { type BeperkteGegevens, beperkTot, type RegisterUitkomst } from '../../../inwoner/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import {
  type GesteldeGrond,
  handelendeMet,
  type Machtiging,
  type NieuweMachtiging,
} from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { geefOordeel } from '../mijn/zelf-geven.ts'
import { eisGrond, eisPersoon } from './eis.ts'
import { bekendeNaam } from './inwoner-pagina.ts'
import { type PapierFoutcode, papierPagina, teBeeindigen } from './machtiging-pagina.ts'
import { isAlVastgelegd, keuzesVoor, leesPapier } from './papier.ts'
import { vragerVan } from './werker.ts'

const doel = 'machtiging-registreren'
/** Named limit: more names than this are not asked at once. */
const maxNamen = 20

/** What is recorded already, and the paper that lies on the desk. */
export function toon(verzoek: Verzoek): Promise<Antwoord> {
  return antwoord(verzoek, [])
}

/** On the record of both, with who did it and why; the mandate itself keeps the desk and the number of the paper. */
export async function geef(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, werker, grond } = eisGrond(verzoek)
  const [gever, gemachtigde] = [eisPersoon(grond), grond.ander]
  const vandaag = datumOp(verzoek.nu, 'Europe/Amsterdam')
  const gelezen = leesPapier(verzoek.form, keuzesVoor(verzoek.beeld, grond.organisatie), vandaag)
  if ('fouten' in gelezen || gemachtigde === undefined)
    return antwoord(verzoek, 'fouten' in gelezen ? gelezen.fouten : ['overig'])
  const oordeel = await vraagOordeel(verzoek)
  if (oordeel !== 'mag') return antwoord(verzoek, [oordeel])
  const { organisatie, diensten, vanaf, tot, kenmerk } = gelezen.papier
  const { medewerker } = werker.subject
  const nieuw: NieuweMachtiging = {
    soort: 'machtiging',
    gever,
    gemachtigde,
    organisatie,
    diensten,
    geldigVanaf: vanaf,
    geldigTot: tot,
    wijze: { soort: 'papier', bij: grond.organisatie, medewerker, kenmerk },
  }
  const { audit, machtigingen } = balie.toegang
  const verwerking = {
    doel,
    gegevens: ['machtiging'],
    betrokkenen: [gever, gemachtigde],
    door: handelendeMet(grond),
  }
  const vrager = { soort: 'medewerker', ...vragerVan(werker), persoon: gever } as const
  const uitkomst = await audit.metVerwerking(verwerking, async (bewijs) =>
    isAlVastgelegd(await machtigingen.alle(vrager, bewijs), nieuw)
      ? ({ status: 'ok' } as const)
      : machtigingen.geef(vrager, nieuw, vandaag),
  )
  if (uitkomst.status === 'ongeldig') {
    const [fout] = uitkomst.fouten
    const isBekend = fout === 'periode-leeg' || fout === 'periode-voorbij' || fout === 'niet-zelf-te-geven'
    return antwoord(verzoek, [isBekend ? fout : 'overig'])
  }
  if (uitkomst.status !== 'ok') return antwoord(verzoek, ['overig'])
  return { soort: 'ga-naar', adres: adres(verzoek.context.taal, 'balieMachtiging', { gedaan: 'vastgelegd' }) }
}

/** As for who gives a mandate by a code: what a court took from them is not given on paper either. */
async function vraagOordeel(verzoek: Verzoek) {
  const { balie, grond } = eisGrond(verzoek)
  const gever = eisPersoon(grond)
  const verwerking = {
    doel,
    gegevens: ['vertegenwoordiging'],
    betrokkenen: [gever],
    door: handelendeMet(grond),
  }
  return balie.toegang.audit.metVerwerking(verwerking, async (bewijs) =>
    geefOordeel(await balie.registers.brp.raadpleeg(gever, bewijs)),
  )
}

/** The page with what is recorded. Whose mandate may end here is called by name, so that the right one ends. */
export async function antwoord(verzoek: Verzoek, fouten: readonly PapierFoutcode[]): Promise<Antwoord> {
  const { balie, werker, grond } = eisGrond(verzoek)
  const persoon = eisPersoon(grond)
  const { audit, machtigingen } = balie.toegang
  const door = handelendeMet(grond)
  const naamVan = (wie: PersoonId): Promise<RegisterUitkomst<BeperkteGegevens>> =>
    audit.metVerwerking({ doel, gegevens: ['naam'], betrokkenen: [wie], door }, async (bewijs) => {
      const antwoord = await balie.registers.brp.raadpleeg(wie, bewijs)
      return antwoord.status === 'ok'
        ? { ...antwoord, gegevens: beperkTot(antwoord.gegevens, ['naam']) }
        : antwoord
    })
  const [gever, krijger, lopend] = await Promise.all([
    naamVan(persoon),
    grond.ander === undefined ? Promise.resolve(undefined) : naamVan(grond.ander),
    audit.metVerwerking({ doel, gegevens: ['machtiging'], betrokkenen: [persoon], door }, (bewijs) =>
      machtigingen.alle({ soort: 'medewerker', ...vragerVan(werker), persoon }, bewijs),
    ),
  ])
  const keuzes = keuzesVoor(verzoek.beeld, grond.organisatie)
  const eindbaar = teBeeindigen(verzoek, lopend)
  const namen = await leesNamen(grond, eindbaar, naamVan)
  const gedaan = gedaanUit(verzoek.zoek, ['vastgelegd', 'beeindigd'])
  const pagina = papierPagina(verzoek, { gever, krijger, lopend, namen, keuzes, fouten, gedaan })
  return { soort: 'pagina', pagina, status: fouten.length > 0 ? 400 : 200 }
}

/**
 * What they are called whose mandate may end here. Only for who can end one: the giver stands at the desk. Whom the
 * register does not name is not in it, and stands under the number of the paper.
 */
export async function leesNamen(
  { reden }: Pick<GesteldeGrond, 'reden'>,
  eindbaar: readonly Pick<Machtiging, 'gemachtigde'>[],
  naamVan: (wie: PersoonId) => Promise<RegisterUitkomst<BeperkteGegevens>>,
): Promise<ReadonlyMap<PersoonId, string>> {
  if (reden !== 'balie') return new Map()
  const krijgers = [...new Set(eindbaar.map(({ gemachtigde }) => gemachtigde))].slice(0, maxNamen)
  const namen = await Promise.all(
    krijgers.map(async (wie) => [wie, bekendeNaam(await naamVan(wie))] as const),
  )
  return new Map(namen.flatMap(([wie, naam]) => (naam === undefined ? [] : [[wie, naam] as const])))
}

import { isMeerderjarig, type Kind } from '../../../inwoner/index.ts'
import { datumOp, plusJaren } from '../../../kalender/index.ts'
import { PlatformError } from '../../../platform/index.ts'
import type { VoorKeuze } from '../../../toegang/index.ts'
import type { MijnBronnen } from './bronnen.ts'
import { gegevensZien } from './eis.ts'
import { volledigeNaam } from './naam.ts'
import { zelfVan } from './namen.ts'
import { metRegel, toonDoelen, verwerkVoor } from './verwerk.ts'
import { mag, metKeuze, type Wie } from './wie.ts'

export type Kindkeuze = Extract<VoorKeuze, { soort: 'kind' }> & { readonly naam: string }

/** Whom the register says, at this moment, that `ik` may act for as a parent. `undefined`: it did not answer. */
export async function leesKinderen(
  mijn: MijnBronnen,
  ik: Wie,
  nu: Date,
): Promise<readonly Kindkeuze[] | undefined> {
  if (!mag(mijn, ik, gegevensZien, nu)) return []
  const gegevens = ['naam', 'geboortedatum', 'kinderen']
  const doelen = { ...toonDoelen, brp: { ...toonDoelen.brp, gegevens } }
  const verwerk = verwerkVoor(mijn, ik, doelen)
  const antwoord = await verwerk('brp', (bewijs) => mijn.registers.brp.raadpleeg(ik.persoon, bewijs))
  if (antwoord.status === 'fout') return undefined
  if (antwoord.status !== 'ok' || antwoord.gegevens.kinderen.isInOnderzoek) return []
  return antwoord.gegevens.kinderen.waarde.flatMap((kind) => kindkeuze(kind, nu))
}

/** Under eighteen for certain, and under the custody of who asks. */
function kindkeuze({ naam, geboren, alsOuder }: Kind, nu: Date): readonly Kindkeuze[] {
  const vandaag = datumOp(nu, 'Europe/Amsterdam')
  if (alsOuder === undefined || geboren === undefined || isMeerderjarig(geboren, vandaag) !== false) return []
  // The first day that it can be: a child of which only the year is known comes of age at its beginning.
  const meerderjarigOp = plusJaren(geboren.van, 18)
  const twaalfOp = plusJaren(geboren.van, 12)
  const gezagOp = nu.toISOString()
  return [{ soort: 'kind', persoon: alsOuder, meerderjarigOp, twaalfOp, gezagOp, naam: volledigeNaam(naam) }]
}

/**
 * Asks the register again whether they still have custody of the child they act for. When it no longer says so, or
 * does not answer, nothing of the child is shown; for whom they act stays as it was, until they choose.
 */
export async function vernieuwGezag(mijn: MijnBronnen, wie: Wie, nu: Date): Promise<Wie> {
  const was = wie.sessie.voor
  const kinderen = await leesKinderen(mijn, zelfVan(wie), nu)
  if (kinderen === undefined) throw new PlatformError('gezag-onbekend')
  const keuze = was.soort === 'kind' ? kinderen.find(({ persoon }) => persoon === was.persoon) : undefined
  if (keuze === undefined) throw new PlatformError('gezag-voorbij')
  // In another window they may have chosen another meanwhile; that choice stays.
  await mijn.toegang.sessies.kies(wie.token, keuze, was)
  return metKeuze(wie, keuze)
}

/**
 * Asks the register about the child itself whether its data are secret, on the record of the child. Only for what needs
 * it, and anew after each time that custody was asked. Who is not in the register is of unknown secrecy; a register that
 * does not answer says nothing of that kind, and then nothing is shown.
 */
export async function vraagGeheimhouding(mijn: MijnBronnen, wie: Wie, nu: Date): Promise<Wie> {
  const was = wie.sessie.voor
  // Of whom we are not sure enough who they are, nothing is asked.
  if (was.soort !== 'kind' || !mag(mijn, wie, gegevensZien, nu)) return wie
  const wat = { doel: 'zaken-tonen', gegevens: ['geheimhouding'] }
  const antwoord = await metRegel(mijn, wie, wat, (bewijs) =>
    mijn.registers.brp.raadpleeg(wie.persoon, bewijs),
  )
  if (antwoord.status === 'fout') throw new PlatformError('gezag-onbekend')
  const geheimhouding = antwoord.status === 'ok' ? antwoord.gegevens.geheimhouding : 'onbekend'
  const keuze = { ...was, geheimhouding }
  await mijn.toegang.sessies.kies(wie.token, keuze, was)
  return metKeuze(wie, keuze)
}

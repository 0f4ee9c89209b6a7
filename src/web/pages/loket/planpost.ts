/** The plan of a chain case as a message: by the way the resident chose, and on paper for who chose nothing. */
import type { PersoonId } from '../../../domain/index.ts'
import type { Tekst } from '../../../engine/index.ts'
import { type NieuwBericht, stelBerichtOp } from '../../../kanalen/index.ts'
import { PlatformError } from '../../../platform/index.ts'
import { talen } from '../../routes.ts'
import type { LoketBronnen } from './bronnen.ts'
import { doezin, stapzin, vooraf, zelfDoen } from './plan-tekst.ts'
import type { Ketenscherm } from './scherm.ts'
import { aanspreekpunt, organisatienaam } from './woorden.ts'

/** The plan as it is now; twice for the same command is once. */
export async function stuurPlan(
  { spraken, berichten }: Pick<LoketBronnen, 'spraken' | 'berichten'>,
  scherm: Ketenscherm,
  { aan, opdracht }: { readonly aan: PersoonId; readonly opdracht: string },
): Promise<void> {
  if (berichten === undefined) throw new PlatformError('niet-gevonden')
  const bericht = planbericht(spraken, scherm)
  await berichten.stuur({ ...bericht, persoon: aan, kenmerk: `ketenplan ${opdracht}` })
}

function planbericht(
  spraken: LoketBronnen['spraken'],
  scherm: Ketenscherm,
): Pick<NieuwBericht, 'soort' | 'inhoud'> {
  const inTalen = (zeg: (scherm: Ketenscherm) => string): Tekst =>
    Object.fromEntries(
      talen.map((taal) => {
        const context = { ...scherm.verzoek.context, taal, spraak: spraken[taal] }
        // Always as the resident reads it, whoever sends it.
        return [taal, zeg({ ...scherm, kant: 'mijn', verzoek: { ...scherm.verzoek, context } })]
      }),
    )
  const { zicht } = scherm.beeld
  const { organisatie } = zicht.regie
  const { onderwerp, alineas } = stelBerichtOp(spraken, 'ketenplan', {
    nummer: zicht.nummer,
    organisatie: organisatienaam(scherm.verzoek, organisatie).tekst,
    van: { tekst: inTalen(aanspreekpunt) },
  })
  const [aanhef, wat, ...slot] = alineas
  // What nobody has to do any more is not in a letter that says what happens now.
  const stappen = zicht.stappen.filter(({ stand }) => stand !== 'vervallen')
  const zelf = zelfDoen(scherm)
  const [eerste] = zelf.map(({ termijn }) => termijn).toSorted()
  const aantalVooraf = vooraf(scherm).length
  return {
    soort: 'ketenplan',
    inhoud: {
      onderwerp,
      ...(zelf.length > 0 && { doen: inTalen((een) => zelf.map((stap) => doezin(een, stap)).join('\n')) }),
      ...(eerste !== undefined && { uiterlijk: eerste }),
      alineas: [
        ...[aanhef, wat].filter((een) => een !== undefined),
        ...Array.from({ length: aantalVooraf }, (_, i) => inTalen((een) => vooraf(een)[i] ?? '')),
        ...(stappen.length === 0
          ? [inTalen(({ verzoek }) => verzoek.context.spraak.t('loket.planpost.zonder'))]
          : stappen.map((stap) => inTalen((een) => stapzin(een, stap)))),
        ...slot,
      ],
      van: organisatie,
      verwijzing: { soort: 'ketenzaak', id: zicht.id },
    },
  }
}

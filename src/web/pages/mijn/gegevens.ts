import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWie, inkomenZien, onjuistMelden } from './eis.ts'
import { gegevensPagina } from './gegevens-pagina.ts'
import { toonDoelen, verwerkVoor } from './verwerk.ts'
import { mag } from './wie.ts'

/** Both registers at once; one that fails costs its own part. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const verwerk = verwerkVoor(mijn, wie, toonDoelen)
  const magInkomen = mag(mijn, wie, inkomenZien, verzoek.nu)
  const [brp, inkomen] = await Promise.all([
    verwerk('brp', (bewijs) => mijn.registers.brp.raadpleeg(wie.persoon, bewijs)),
    magInkomen
      ? verwerk('inkomen', (bewijs) => mijn.registers.inkomen.raadpleeg(wie.persoon, bewijs))
      : Promise.resolve(undefined),
  ])
  const beeld = { brp, inkomen, kanMelden: mag(mijn, wie, onjuistMelden, verzoek.nu) }
  return { soort: 'pagina', pagina: gegevensPagina(verzoek, beeld) }
}

import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWie, inkomenZien, onjuistMelden } from './eis.ts'
import { gegevensPagina } from './gegevens-pagina.ts'
import { metRegel, toonDoelen, verwerkVoor } from './verwerk.ts'
import { mag, magHeen } from './wie.ts'

/** Both registers at once; one that fails costs its own part. A company stands in neither. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const verwerk = verwerkVoor(mijn, wie, toonDoelen)
  const isMens = wie.voor.soort !== 'bedrijf'
  const magInkomen = mag(mijn, wie, inkomenZien, verzoek.nu)
  const [nummers, brp, inkomen] = await Promise.all([
    metRegel(mijn, wie, { doel: 'eigen-gegevens-tonen', gegevens: ['nummer'] }, (bewijs) =>
      mijn.toegang.kluis.toonNummers(wie.persoon, bewijs),
    ),
    isMens ? verwerk('brp', (bewijs) => mijn.registers.brp.raadpleeg(wie.persoon, bewijs)) : undefined,
    isMens && magInkomen
      ? verwerk('inkomen', (bewijs) => mijn.registers.inkomen.raadpleeg(wie.persoon, bewijs))
      : undefined,
  ])
  const beeld = { nummers, brp, inkomen, kanMelden: magHeen(mijn, wie, onjuistMelden, verzoek.nu) }
  return { soort: 'pagina', pagina: gegevensPagina(verzoek, beeld) }
}

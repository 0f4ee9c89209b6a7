import { type Gegevensoort, soortenVan } from '../../../inwoner/index.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWie, inkomenZien, inzageZien, onjuistMelden } from './eis.ts'
import { gegevensPagina } from './gegevens-pagina.ts'
import { verborgenVoor } from './geheim.ts'
import { reikwijdteVan } from './reikwijdte.ts'
import { alleenVoor, metRegel, toonDoelen, verwerkVoor } from './verwerk.ts'
import { mag, magHeen } from './wie.ts'

/**
 * Both registers at once; one that fails costs its own part. A company stands in neither. For who has a mandate only
 * what its service reads is asked: the rest is not in the question, not on the record and not on the page.
 */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const reikwijdte = reikwijdteVan(verzoek.beeld, wie)
  const doelen = reikwijdte ? alleenVoor(toonDoelen, soortenVan(reikwijdte.gegevens)) : toonDoelen
  const verwerk = verwerkVoor(mijn, wie, doelen)
  const isMens = wie.voor.soort !== 'bedrijf'
  const magInkomen = mag(mijn, wie, inkomenZien, verzoek.nu) && doelen.inkomen.gegevens.length > 0
  const [nummers, brp, inkomen] = await Promise.all([
    reikwijdte === undefined
      ? metRegel(mijn, wie, { doel: 'eigen-gegevens-tonen', gegevens: ['nummer'] }, (bewijs) =>
          mijn.toegang.kluis.toonNummers(wie.persoon, bewijs),
        )
      : [],
    isMens ? verwerk('brp', (bewijs) => mijn.registers.brp.raadpleeg(wie.persoon, bewijs)) : undefined,
    isMens && magInkomen
      ? verwerk('inkomen', (bewijs) => mijn.registers.inkomen.raadpleeg(wie.persoon, bewijs))
      : undefined,
  ])
  const kanMelden = magHeen(mijn, wie, onjuistMelden, verzoek.nu)
  const kanInzien = mag(mijn, wie, inzageZien, verzoek.nu)
  const verborgen = brp?.status === 'ok' ? verborgenVoor(wie, brp.gegevens) : new Set<Gegevensoort>()
  const beeld = { nummers, brp, inkomen, kanMelden, kanInzien, reikwijdte, verborgen }
  return { soort: 'pagina', pagina: gegevensPagina(verzoek, beeld) }
}

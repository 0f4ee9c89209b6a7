/**
 * `voordeur keten zet <bestand.json>`: with whom chain cases are exchanged. The file names no secret but says in
 * `geheim_uit` in which variable of the environment it stands. It says all of the connection; the secret may stay away
 * while the addresses are the same.
 */
import { leesInstelling } from './instelling-met-geheim.ts'
import { metKoppelingen } from './ketenkoppelingen.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = async ([getypt = ''], wereld) => {
  const gelezen = leesInstelling(getypt, wereld, 'Hier hoort één koppeling te staan, tussen { en }.')
  if (gelezen === undefined) return 2
  return metKoppelingen(wereld, async (koppelingen) => {
    const uitkomst = await koppelingen.bewaar(gelezen.invoer, gelezen.geheim)
    if (uitkomst.status === 'ingehaald') {
      wereld.fout('Een ander wijzigde deze koppeling intussen. Probeer het opnieuw.')
      return 1
    }
    if (uitkomst.status === 'ongeldig') {
      for (const { veld, waarom } of uitkomst.fouten) wereld.fout(`${veld}: ${waarom}`)
      return 1
    }
    wereld.uit(
      uitkomst.isAnders ? `Bewaard als versie ${uitkomst.versie}. Dit geldt meteen.` : 'Er is niets anders.',
    )
    return 0
  })
}

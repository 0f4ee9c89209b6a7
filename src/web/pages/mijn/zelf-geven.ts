import type { Persoonsgegevens, RegisterUitkomst } from '../../../inwoner/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWie } from './eis.ts'
import { handelende, type Wie } from './wie.ts'

export type GeefOordeel = 'mag' | 'niet-zelf-te-geven' | 'bron-stil'

/**
 * Does the register of persons say that a court took this from them? Beside what was registered here. Without an
 * answer nothing is given: a mandate that should not have been there is worse than one that comes an hour later.
 */
export function geefOordeel(
  antwoord: RegisterUitkomst<Pick<Persoonsgegevens, 'isOnderCuratele'>>,
): GeefOordeel {
  switch (antwoord.status) {
    case 'ok':
      return antwoord.gegevens.isOnderCuratele ? 'niet-zelf-te-geven' : 'mag'
    case 'fout':
      return 'bron-stil'
    // Who is not in this register is in another one, or in none: then what was registered here decides.
    case 'onbekend':
    case 'geen-bsn':
      return 'mag'
  }
}

export async function vraagGeefOordeel(verzoek: Verzoek, zelf: Wie): Promise<GeefOordeel> {
  const { mijn } = eisWie(verzoek)
  const { persoon } = zelf
  const verwerking = {
    doel: 'machtiging-registreren',
    gegevens: ['vertegenwoordiging'],
    betrokkenen: [persoon],
    door: handelende(zelf),
  }
  const antwoord = await mijn.toegang.audit.metVerwerking(verwerking, (bewijs) =>
    mijn.registers.brp.raadpleeg(persoon, bewijs),
  )
  return geefOordeel(antwoord)
}

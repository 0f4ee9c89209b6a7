import type { Geheimhouding } from '../domain/index.ts'
import type { Persoonsgegevens } from './persoonsregister.ts'

/** What a purpose lets somebody see of what the register said. What is absent was not for this purpose. */
export interface BeperkteGegevens
  extends Partial<
    Pick<Persoonsgegevens, 'naam' | 'geboortedatum' | 'adres' | 'partner' | 'kinderen' | 'medebewoners'>
  > {
  readonly geheimhouding: Geheimhouding
  /** The address is there and this purpose does not show it. */
  readonly isAdresVerborgen: boolean
  readonly isOverleden: boolean
  readonly isOnderCuratele: boolean
}

/**
 * Takes away what the purpose does not cover: `soorten` are kinds of data as the register of processing activities
 * names them. A secret address is a kind of its own; so is who lives there.
 */
export function beperkTot(gegevens: Persoonsgegevens, soorten: readonly string[]): BeperkteGegevens {
  const { naam, geboortedatum, adres, partner, kinderen, medebewoners, ...vlaggen } = gegevens
  const heeft = (soort: string): boolean => soorten.includes(soort)
  const isAdresVerborgen = gegevens.geheimhouding === 'ja' && heeft('adres') && !heeft('geheim-adres')
  const { geheimhouding, isOverleden } = vlaggen
  const isOnderCuratele = vlaggen.isOnderCuratele && heeft('vertegenwoordiging')
  return {
    geheimhouding,
    isOverleden,
    isOnderCuratele,
    isAdresVerborgen,
    ...(heeft('naam') && { naam }),
    ...(heeft('geboortedatum') && { geboortedatum }),
    ...(heeft('adres') && !isAdresVerborgen && { adres }),
    ...(heeft('partner') && { partner }),
    ...(heeft('kinderen') && { kinderen }),
    ...(heeft('huishouden') && !isAdresVerborgen && { medebewoners }),
  }
}

import { openBronnenVanLevensloop } from '../app-levensloop.ts'
import type { Levensloopbronnen } from '../proactief/index.ts'
import type { Eindcode, Wereld } from './opdracht.ts'
import { type MetToegang, metToegang } from './toegang.ts'

/** Opens the sources that tell what happens for one command, and closes what it opened. */
export function metLevensloopbronnen(
  wereld: Wereld,
  fn: (bronnen: Levensloopbronnen, delen: MetToegang) => Promise<Eindcode>,
): Promise<Eindcode> {
  return metToegang(wereld, (delen) => fn(openBronnenVanLevensloop(delen, delen), delen))
}

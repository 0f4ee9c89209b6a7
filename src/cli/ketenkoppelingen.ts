import { openKetenkoppelingen } from '../app-keten.ts'
import type { Koppelingen } from '../loket/index.ts'
import type { Eindcode, Wereld } from './opdracht.ts'
import { metToegang } from './toegang.ts'

/** Opens the connections for chain cases for one command, and closes what it opened. */
export function metKoppelingen(
  wereld: Wereld,
  fn: (koppelingen: Koppelingen) => Promise<Eindcode>,
): Promise<Eindcode> {
  return metToegang(wereld, ({ config, klok, ...delen }) => fn(openKetenkoppelingen({ config, klok }, delen)))
}

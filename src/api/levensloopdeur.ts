/** The door for sources that tell what happened in people's lives. */
import type { Levensloopuitkomst } from '../proactief/index.ts'

export interface Levensloopdeur {
  /** Who signed these bytes; `undefined`: nobody that we know, or that is connected now. */
  readonly bron: (authorization: string | undefined, tekst: string) => string | undefined
  readonly ontvang: (bron: string, gebeurtenissen: unknown) => Promise<Levensloopuitkomst>
}

/** A sentence from a law file in the visitor's language, or in Dutch when the author wrote only that. */
import type { Vertalingen } from '../../../engine/index.ts'
import type { Spraak } from '../../ui/spraak.ts'

export interface Zin {
  readonly tekst: string
  /** `nl` when the text is Dutch and the page is not. */
  readonly lang: 'nl' | undefined
}

export function inTaal(spraak: Spraak, nl: string, vertalingen: Vertalingen | undefined): Zin {
  if (spraak.taal === 'nl') return { tekst: nl, lang: undefined }
  const vertaald = vertalingen?.[spraak.taal]
  return vertaald === undefined ? { tekst: nl, lang: 'nl' } : { tekst: vertaald, lang: undefined }
}

/** Names and sources of figures stand in the files in Dutch alone. */
export function nederlands(spraak: Spraak, tekst: string): Zin {
  return inTaal(spraak, tekst, undefined)
}

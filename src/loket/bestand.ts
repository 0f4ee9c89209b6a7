/** A file in a case: sealed as words are, and read alone when somebody opens it, never with the page. */
import type { Woorden } from './woorden.ts'

/** Named limit, in bytes. */
export const HOOGSTENS_BESTAND = 3 * 1024 * 1024
/** What opens everywhere and runs nothing; each with what stands at its beginning, and how its name ends. */
const soorten = {
  'application/pdf': { begin: Buffer.from('%PDF-'), einde: 'pdf' },
  'image/jpeg': { begin: Buffer.from([0xff, 0xd8, 0xff]), einde: 'jpg' },
  'image/png': { begin: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), einde: 'png' },
} as const
export type Bestandssoort = keyof typeof soorten
export const bestandssoorten = Object.keys(soorten) as readonly Bestandssoort[]

/** `inhoud`: base64, or where it stands. */
export interface Bestand<W> {
  readonly soort: Bestandssoort
  readonly omvang: number
  readonly inhoud: W
}

export function leesBestandssoort(tekst: string): Bestandssoort | undefined {
  return bestandssoorten.find((een) => een === tekst.toLowerCase())
}

export const bestandsnaam = (soort: Bestandssoort): string => `document.${soorten[soort].einde}`

/** `undefined`: it is not what it says it is. */
export function maakBestand(soort: Bestandssoort, bytes: Uint8Array): Bestand<Woorden> | undefined {
  const { begin } = soorten[soort]
  const inhoud = Buffer.from(bytes)
  if (!inhoud.subarray(0, begin.length).equals(begin)) return undefined
  return { soort, omvang: inhoud.length, inhoud: { woorden: inhoud.toString('base64') } }
}

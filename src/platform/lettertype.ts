import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'

const vanPakket = createRequire(import.meta.url).resolve

export interface Letters {
  readonly gewoon: Buffer
  readonly vet: Buffer
  /** The letters of Central and Eastern Europe, that names on an envelope have; same weights. */
  readonly uitgebreid: { readonly gewoon: Buffer; readonly vet: Buffer }
}

/** The letter of the website, in the two weights that a document uses. Read at the first document. */
export function letters(): Letters {
  gelezen ??= {
    gewoon: lees('latin', 400),
    vet: lees('latin', 700),
    uitgebreid: { gewoon: lees('latin-ext', 400), vet: lees('latin-ext', 700) },
  }
  return gelezen
}

let gelezen: Letters | undefined

function lees(deel: 'latin' | 'latin-ext', gewicht: 400 | 700): Buffer {
  const map = '@fontsource/atkinson-hyperlegible-next/files'
  const naam = `${map}/atkinson-hyperlegible-next-${deel}-${gewicht}-normal.woff`
  return uitWoff(readFileSync(vanPakket(naam)))
}

const woffKop = 44
const woffRegel = 20
const sfntKop = 12
const sfntRegel = 16

/**
 * WOFF 1.0 (W3C) as the font that is packed in it. pdfkit reads WOFF too, but unpacks a table again for each letter:
 * seconds for a page.
 */
export function uitWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('dit lettertype is geen WOFF')
  const aantal = woff.readUInt16BE(12)
  const kop = Buffer.alloc(sfntKop + sfntRegel * aantal)
  woff.copy(kop, 0, 4, 8)
  const macht = Math.floor(Math.log2(aantal))
  kop.writeUInt16BE(aantal, 4)
  kop.writeUInt16BE(sfntRegel * 2 ** macht, 6)
  kop.writeUInt16BE(macht, 8)
  kop.writeUInt16BE(sfntRegel * (aantal - 2 ** macht), 10)
  const delen = [kop]
  let plek = kop.length
  for (let i = 0; i < aantal; i++) {
    const van = woffKop + woffRegel * i
    const [begin, klein, lengte, som] = [4, 8, 12, 16].map((n) => woff.readUInt32BE(van + n))
    if (begin === undefined || klein === undefined || lengte === undefined || som === undefined) break
    const ruw = woff.subarray(begin, begin + klein)
    const tabel = Buffer.alloc(Math.ceil(lengte / 4) * 4)
    ;(klein < lengte ? inflateSync(ruw) : ruw).copy(tabel)
    const regel = sfntKop + sfntRegel * i
    woff.copy(kop, regel, van, van + 4)
    kop.writeUInt32BE(som, regel + 4)
    kop.writeUInt32BE(plek, regel + 8)
    kop.writeUInt32BE(lengte, regel + 12)
    delen.push(tabel)
    plek += tabel.length
  }
  return Buffer.concat(delen)
}

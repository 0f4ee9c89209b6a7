/** For tests: a PDF of Typst read back, as a screen reader does it. */
import { constants, inflateSync } from 'node:zlib'

export interface GelezenPdf {
  readonly bron: string
  /** In the order of the tags, which is that of reading out: kind of element and its words. */
  readonly delen: readonly (readonly [string, string])[]
  readonly bladzijden: number
}

/** The last byte of what is packed may look like the end of a line. */
const tolerant = { finishFlush: constants.Z_SYNC_FLUSH }

/** Reads a PDF of Typst back: the tree of tags, and the words that hang on it, through the tables of the fonts. */
export function leesPdf(pdf: Buffer): GelezenPdf {
  const bron = pdf
    .toString('latin1')
    .replace(/stream\r?\n([\s\S]*?)\r?\nendstream/g, (geheel, inhoud: string) => {
      try {
        return `stream\n${inflateSync(Buffer.from(inhoud, 'latin1'), tolerant).toString('latin1')}\nendstream`
      } catch {
        return geheel
      }
    })
  const objecten = new Map<number, string>()
  for (const [, nr = '', tekst = ''] of bron.matchAll(/(?:^|\n)(\d+) 0 obj\n?([\s\S]*?)\nendobj/g))
    objecten.set(Number(nr), tekst)
  const object = (nr: number): string => objecten.get(nr) ?? ''
  const verwijst = (tekst: string, naam: string): number =>
    Number(new RegExp(`/${naam} (\\d+) 0 R`).exec(tekst)?.[1] ?? -1)
  const perBlad = new Map<number, ReadonlyMap<number, string>>()
  const bladen = [...objecten].filter(([, tekst]) => /\/Type \/Page\b(?!s)/.test(tekst))
  for (const [nr, blad] of bladen) perBlad.set(nr, gemerkt(blad, object, verwijst))
  const delen: [string, string][] = []
  const loop = (nr: number): string => {
    const element = object(nr)
    const soort = /\/S \/(\w+)/.exec(element)?.[1] ?? ''
    const blad = perBlad.get(verwijst(element, 'Pg'))
    const plek = delen.push([soort, '']) - 1
    const kinderen = /\/K \[([\s\S]*?)\]\s*(?:\n\s*\/|$|\n?>>)/.exec(element)?.[1] ?? ''
    let tekst = ''
    for (const [, mcrBlad, mcr, verwijzing, mcid] of kinderen.matchAll(
      /<<[^>]*?\/Pg (\d+) 0 R[^>]*?\/MCID (\d+)[^>]*>>|(\d+) 0 R|(\d+)/g,
    )) {
      if (mcr !== undefined) tekst += perBlad.get(Number(mcrBlad))?.get(Number(mcr)) ?? ''
      else if (verwijzing !== undefined) tekst += loop(Number(verwijzing))
      else if (mcid !== undefined) tekst += blad?.get(Number(mcid)) ?? ''
    }
    delen[plek] = [soort, tekst]
    return tekst
  }
  const boom = [...objecten.values()].find((tekst) => /\/Type \/StructTreeRoot/.test(tekst)) ?? ''
  loop(Number(/\/K \[?(\d+) 0 R/.exec(boom)?.[1] ?? -1))
  return { bron, delen, bladzijden: bladen.length }
}

/** The words of a page per mark (MCID). What has no mark is decoration. */
function gemerkt(
  blad: string,
  object: (nr: number) => string,
  verwijst: (tekst: string, naam: string) => number,
): ReadonlyMap<number, string> {
  const letters = new Map<string, ReadonlyMap<number, string>>()
  const bronnen = object(verwijst(blad, 'Resources')) || blad
  const fonts = /\/Font <<([\s\S]*?)>>/.exec(bronnen)?.[1] ?? object(verwijst(bronnen, 'Font'))
  for (const [, naam = '', nr = ''] of fonts.matchAll(/\/(\w+) (\d+) 0 R/g))
    letters.set(naam, tabelVan(object(verwijst(object(Number(nr)), 'ToUnicode'))))
  const uit = new Map<number, string>()
  let mcid = -1
  let tabel: ReadonlyMap<number, string> = new Map()
  const stapel: number[] = []
  for (const [, merk, eind, font, lijst] of inHex(object(verwijst(blad, 'Contents'))).matchAll(
    /(\/\w+(?: <<[\s\S]*?>>)? B[DM]C)|(\bEMC\b)|\/(\w+) [\d.]+ Tf|(\[[^\]]*\]|<[0-9a-f]*>)\s*T[Jj]/g,
  )) {
    if (merk !== undefined) {
      stapel.push(mcid)
      mcid = Number(/\/MCID (\d+)/.exec(merk)?.[1] ?? -1)
    } else if (eind !== undefined) mcid = stapel.pop() ?? -1
    else if (font !== undefined) tabel = letters.get(font) ?? new Map()
    else if (lijst !== undefined && mcid >= 0) uit.set(mcid, (uit.get(mcid) ?? '') + ontcijfer(lijst, tabel))
  }
  return uit
}

function ontcijfer(lijst: string, tabel: ReadonlyMap<number, string>): string {
  const hex = [...lijst.matchAll(/<([0-9a-f]*)>/gi)].map(([, deel = '']) => deel).join('')
  return (hex.match(/.{4}/g) ?? []).map((gid) => tabel.get(Number.parseInt(gid, 16)) ?? '\ufffd').join('')
}

/** Strings between brackets as hexadecimal: brackets inside them may stand as they are, as long as they pair. */
function inHex(inhoud: string): string {
  const kort: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  let uit = ''
  let tekst = ''
  let diep = 0
  for (let i = 0; i < inhoud.length; i += 1) {
    const teken = inhoud[i] ?? ''
    const achtste = teken === '\\' ? /^[0-7]{1,3}/.exec(inhoud.slice(i + 1, i + 4))?.[0] : undefined
    if (diep > 0 && achtste !== undefined) {
      tekst += String.fromCharCode(Number.parseInt(achtste, 8))
      i += achtste.length
    } else if (diep > 0 && teken === '\\') {
      const volgend = inhoud[i + 1] ?? ''
      tekst += kort[volgend] ?? volgend
      i += 1
    } else if (teken === '(' && diep++ === 0) tekst = ''
    else if (teken === ')' && --diep === 0) uit += `<${Buffer.from(tekst, 'latin1').toString('hex')}>`
    else if (diep > 0) tekst += teken
    else uit += teken
  }
  return uit
}

function tabelVan(cmap: string): ReadonlyMap<number, string> {
  const tekst = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  const uit = new Map<number, string>()
  for (const [, deel = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, van = '', naar = ''] of deel.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g))
      uit.set(Number.parseInt(van, 16), tekst(naar))
  return uit
}

import { afstand } from './afstand.ts'
import type { Domeiningang } from './ingang.ts'

/** What there is to compare of a name: without its ending, hyphens and dots, as it looks. */
export interface Kern {
  readonly beeld: string
  readonly ingang: Domeiningang
}

export interface Kernen {
  /** Whole names as they look. */
  readonly heel: ReadonlyMap<string, Domeiningang>
  /** Whole names written as one word, ending and all: `svbnl`. */
  readonly alsWoord: ReadonlyMap<string, Domeiningang>
  /** Cores as they look. */
  readonly perBeeld: ReadonlyMap<string, Domeiningang>
  /** The nearest core within a few letters. */
  readonly dichtbij: (beeld: string, einde: string) => Domeiningang | undefined
  /** The longest core that stands somewhere in a name. */
  readonly in: (beeld: string) => Domeiningang | undefined
}

/** Named limits: from so many letters on, a core may differ by one or two, or stand inside another word. */
const minEenLetter = 4
const minTweeLetters = 8
const minInWoord = 6

/** The ending, and what comes before it. */
export function zonderEinde(domein: string): { readonly kern: string; readonly einde: string } {
  const plaats = domein.lastIndexOf('.')
  return { kern: domein.slice(0, plaats), einde: domein.slice(plaats + 1) }
}

/** Hyphens and dots say little to who reads quickly. */
export function aaneen(naam: string): string {
  return naam.replace(/[-.]/g, '')
}

export function maakKernen(ingangen: readonly Domeiningang[], beeldVan: (naam: string) => string): Kernen {
  const heel = new Map<string, Domeiningang>()
  const alsWoord = new Map<string, Domeiningang>()
  const perBeeld = new Map<string, Domeiningang>()
  // Bodies of the whole country come first: who imitates means them more often than a place of the same name.
  for (const ingang of ingangen.toSorted((a, b) => Number(a.isPlaatselijk) - Number(b.isPlaatselijk))) {
    const { domein } = ingang
    if (!heel.has(beeldVan(domein))) heel.set(beeldVan(domein), ingang)
    const woord = beeldVan(aaneen(domein))
    if (!alsWoord.has(woord)) alsWoord.set(woord, ingang)
    const beeld = beeldVan(aaneen(zonderEinde(domein).kern))
    if (beeld !== '' && !perBeeld.has(beeld)) perBeeld.set(beeld, ingang)
  }
  return { heel, alsWoord, perBeeld, dichtbij: maakDichtbij(perBeeld), in: maakIn(perBeeld) }
}

/**
 * First by length and by which letters occur, which are two numbers per core; the distance itself is only counted for
 * what is left. So fifty thousand names take well under a millisecond.
 */
function maakDichtbij(perBeeld: ReadonlyMap<string, Domeiningang>): Kernen['dichtbij'] {
  const rijen = [...perBeeld]
  const lengtes = Uint8Array.from(rijen, ([beeld]) => Math.min(beeld.length, 255))
  const letters = Uint32Array.from(rijen, ([beeld]) => lettersIn(beeld))
  return (beeld, einde) => {
    const hoogstens = beeld.length >= minTweeLetters ? 2 : beeld.length >= minEenLetter ? 1 : 0
    if (hoogstens === 0) return undefined
    const eigen = lettersIn(beeld)
    let beste: Domeiningang | undefined
    let kleinste = hoogstens + 1
    for (let i = 0; i < rijen.length; i++) {
      const lengte = lengtes[i] ?? 0
      if (Math.abs(lengte - beeld.length) > hoogstens || lengte < minEenLetter) continue
      if (bits((letters[i] ?? 0) ^ eigen) > 2 * hoogstens) continue
      const [ander, ingang] = rijen[i] ?? ['', undefined]
      // The name of a place differs little from many other names; elsewhere than in its own ending that says nothing.
      if (ingang === undefined || (ingang.isPlaatselijk && zonderEinde(ingang.domein).einde !== einde))
        continue
      const hier = afstand(beeld, ander, Math.min(hoogstens, lengte >= minTweeLetters ? 2 : 1))
      if (hier < kleinste && hier <= (lengte >= minTweeLetters ? 2 : 1)) {
        kleinste = hier
        beste = ingang
      }
    }
    return beste
  }
}

function maakIn(perBeeld: ReadonlyMap<string, Domeiningang>): Kernen['in'] {
  const langste = Math.max(0, ...[...perBeeld.keys()].map((beeld) => beeld.length))
  return (beeld) => {
    for (let lengte = Math.min(langste, beeld.length); lengte >= minInWoord; lengte--)
      for (let begin = 0; begin + lengte <= beeld.length; begin++) {
        const ingang = perBeeld.get(beeld.slice(begin, begin + lengte))
        if (ingang !== undefined) return ingang
      }
    return undefined
  }
}

/** Which letters and digits occur, a bit for each; what is neither shares the last ones. */
function lettersIn(beeld: string): number {
  let uit = 0
  for (let i = 0; i < beeld.length; i++) {
    const punt = beeld.charCodeAt(i) - 97
    uit |= 1 << (punt >= 0 && punt < 26 ? punt : 26 + (beeld.charCodeAt(i) % 6))
  }
  return uit >>> 0
}

function bits(getal: number): number {
  let n = getal - ((getal >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

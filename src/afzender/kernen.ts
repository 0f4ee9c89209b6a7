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
  const perLengte = new Map(
    [...Map.groupBy(perBeeld, ([beeld]) => beeld.length)]
      .filter(([lengte]) => lengte >= minEenLetter)
      .map(([lengte, rijen]) => [
        lengte,
        { rijen, letters: Uint32Array.from(rijen, ([een]) => lettersIn(een)) },
      ]),
  )
  const ruimte = (lengte: number) => (lengte >= minTweeLetters ? 2 : lengte >= minEenLetter ? 1 : 0)
  return (beeld, einde) => {
    const eigen = lettersIn(beeld)
    const hoogstens = ruimte(beeld.length)
    let beste: Domeiningang | undefined
    let kleinste = hoogstens + 1
    for (let lengte = beeld.length - hoogstens; lengte <= beeld.length + hoogstens; lengte++) {
      const groep = perLengte.get(lengte)
      if (groep === undefined) continue
      const { rijen, letters } = groep
      for (let i = 0; i < letters.length; i++) {
        // What is not nearer than what was found is not counted; a letter more or less shows in at most two bits.
        const mag = Math.min(kleinste - 1, ruimte(lengte))
        if (mag < 1) break
        if (bits((letters[i] ?? 0) ^ eigen) > 2 * mag) continue
        const [ander, ingang] = rijen[i] ?? ['', undefined]
        // The name of a place differs little from many other names; elsewhere than in its own ending that says nothing.
        if (ingang === undefined || (ingang.isPlaatselijk && zonderEinde(ingang.domein).einde !== einde))
          continue
        const hier = afstand(beeld, ander, mag)
        if (hier > mag) continue
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

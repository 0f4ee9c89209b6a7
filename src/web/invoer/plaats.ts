import type { GebiedInfo } from '../../engine/index.ts'
import { letterverschil } from '../../zoeken/index.ts'

/** A place by its name as people write it. Case, accents, hyphens and `'s-` do not matter. */
export type PlaatsUitslag =
  | { readonly status: 'ok'; readonly code: string }
  | { readonly status: 'leeg' }
  | { readonly status: 'meer' | 'onbekend'; readonly voorstellen: readonly GebiedInfo[] }

/** Names that everybody uses and the register does not. */
const ANDERE_NAMEN: Readonly<Record<string, string>> = {
  'den haag': 's gravenhage',
  'the hague': 's gravenhage',
  'den bosch': 's hertogenbosch',
  boneiru: 'bonaire',
  statia: 'sint eustatius',
  'st eustatius': 'sint eustatius',
  ljouwert: 'leeuwarden',
}
const HOOGSTENS_VOORSTELLEN = 6
const HOOGSTENS_TEKENS = 60

export function woonplaatsen(gebieden: ReadonlyMap<string, GebiedInfo>): readonly GebiedInfo[] {
  return [...gebieden.values()]
    .filter((g) => g.soort === 'gemeente' || g.soort === 'eiland')
    .sort((a, b) => sorteernaam(a.naam).localeCompare(sorteernaam(b.naam), 'nl'))
}

export function leesPlaats(tekst: string, plaatsen: readonly GebiedInfo[]): PlaatsUitslag {
  const gezocht = vorm(tekst.slice(0, HOOGSTENS_TEKENS))
  if (gezocht === '') return { status: 'leeg' }
  const naam = ANDERE_NAMEN[gezocht] ?? gezocht.replace(/^gemeente /, '')
  const gelijk = plaatsen.filter((p) => vorm(p.naam) === naam)
  const enige = gelijk[0]
  if (gelijk.length === 1 && enige) return { status: 'ok', code: enige.code }
  // Bergen (L.) and Bergen (NH.): the same name twice is a question back.
  const zelfde = plaatsen.filter((p) => kaal(p.naam) === naam)
  if (zelfde.length === 1 && zelfde[0]) return { status: 'ok', code: zelfde[0].code }
  if (zelfde.length > 1) return { status: 'meer', voorstellen: zelfde }
  return { status: 'onbekend', voorstellen: lijkenOp(naam, plaatsen) }
}

function lijkenOp(naam: string, plaatsen: readonly GebiedInfo[]): readonly GebiedInfo[] {
  return plaatsen
    .map((plaats) => ({ plaats, afstand: afstandTot(naam, vorm(plaats.naam)) }))
    .filter(({ afstand }) => afstand <= Math.max(1, Math.floor(naam.length / 3)))
    .sort((a, b) => a.afstand - b.afstand)
    .slice(0, HOOGSTENS_VOORSTELLEN)
    .map(({ plaats }) => plaats)
}

/** 0 when one begins with the other, else how many letters differ. */
function afstandTot(a: string, b: string): number {
  if (a.length >= 3 && b.startsWith(a)) return 0
  if (a.length >= 4 && b.includes(a)) return 1
  return letterverschil(a, b, HOOGSTENS_TEKENS)
}

function vorm(naam: string): string {
  return naam
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function kaal(naam: string): string {
  return vorm(naam.replace(/\(.*\)/, ''))
}

/** 's-Gravenhage stands under the G, as on every Dutch list. */
function sorteernaam(naam: string): string {
  return naam.replace(/^'[st][- ]/, '')
}

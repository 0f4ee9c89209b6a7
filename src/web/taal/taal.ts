/** Plain language, as far as a program can see it: it guards causes and proves nothing about a reader. */

export type Ernst = 'fout' | 'let-op'
export interface Bevinding {
  readonly ernst: Ernst
  readonly regel: string
  readonly zin: string
}

export interface Taalregels {
  /** Words to avoid, in small letters. */
  readonly moeilijk: readonly string[]
  readonly hoogstensWoorden: number
  readonly lieverWoorden: number
}

/** Sentences of a text; what stands between braces (values, plurals) counts as one word. */
export function zinnen(tekst: string): readonly string[] {
  return zonderIcu(tekst)
    .split(/(?<=[.?!:;])\s+/)
    .map((zin) => zin.trim())
    .filter((zin) => zin !== '')
}

export function woorden(zin: string): readonly string[] {
  return zin.split(/[^\p{L}\p{N}’'-]+/u).filter((woord) => woord !== '')
}

export function controleerZin(zin: string, regels: Taalregels): readonly Bevinding[] {
  const klein = ` ${zin.toLowerCase()} `
  const bevindingen: Bevinding[] = []
  const meld = (ernst: Ernst, regel: string): void => {
    bevindingen.push({ ernst, regel, zin })
  }
  const lengte = woorden(zin).length
  if (lengte > regels.hoogstensWoorden) meld('fout', `${lengte} woorden`)
  else if (lengte > regels.lieverWoorden) meld('let-op', `${lengte} woorden`)
  for (const woord of vindMoeilijk(klein, regels.moeilijk)) meld('fout', `liever niet: ${woord}`)
  if (/(?<!\p{L})helaas(?!\p{L})/u.test(klein)) meld('fout', 'helaas')
  if (zin.includes('!')) meld('fout', 'uitroepteken')
  if (/(?<!\p{L})(bijv|d\.m\.v|m\.b\.t|t\.a\.v|i\.v\.m|o\.a|evt|nr|incl|etc|tel)\./u.test(klein))
    meld('fout', 'afkorting')
  if (/(?<!\p{L})(je|jij|jou|jouw|jullie)(?!\p{L})/u.test(klein)) meld('fout', 'je naast u')
  if (isLijdend(klein)) meld('let-op', 'lijdende vorm')
  return bevindingen
}

/** Which of these words stand in a sentence in small letters. */
export function vindMoeilijk(klein: string, moeilijk: readonly string[]): readonly string[] {
  // Most sentences have none: the plain search is many times as fast as an expression for each word.
  return moeilijk.filter(
    (woord) => klein.includes(woord) && new RegExp(`(?<!\\p{L})${woord}(?!\\p{L})`, 'u').test(klein),
  )
}

/** A guess: a form of `worden` with a participle within eight words. */
export function isLijdend(klein: string): boolean {
  return /(?<!\p{L})(wordt|worden|werd|werden)(?!\p{L})(?:\P{L}+\p{L}+){0,7}?\P{L}+(?:ge|be|ver|ont|her)\p{L}+(?:d|t|en)(?!\p{L})/u.test(
    klein,
  )
}

/** `{n, plural, one {# vraag} other {# vragen}}` becomes one of its branches; `{naam}` one word. */
function zonderIcu(tekst: string): string {
  let uit = tekst
  for (let ronde = 0; ronde < 5 && /\{[^{}]*\}/.test(uit); ronde += 1) {
    uit = uit
      .replace(/\{\w+, plural,(?:[^{}]|\{[^{}]*\})*other \{([^{}]*)\}\s*\}/g, '$1')
      .replace(/\{\w+\}/g, 'X')
  }
  return uit.replaceAll('#', '3')
}

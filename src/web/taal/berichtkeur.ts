import type { Taal } from '../routes.ts'
import { lettergrepen } from './lettergrepen.ts'
import { moeilijkeWoorden } from './moeilijke-woorden.ts'
import { type Bevinding, controleerZin, woorden, zinnen } from './taal.ts'

export interface Keurtekst {
  readonly onderwerp: string
  /** What the reader must do: held to shorter sentences. */
  readonly doen?: string
  readonly alineas: readonly string[]
}

/** Proposals of the language guide (docs/taal.md), not law. Papiamentu and English need more, smaller words. */
const grenzen = {
  nl: { zin: 20, liever: 15, doen: 12 },
  en: { zin: 25, liever: 20, doen: 15 },
  pap: { zin: 25, liever: 20, doen: 15 },
} as const
const ALINEA_WOORDEN = 100
/** A word of so many syllables deserves a look; shorter ones of four («aanvraagformulier») are too many to name. */
const LANG_WOORD = 6

/** Long words that have no shorter one: names from the law, each explained where it stands. */
export const uitzonderingen: readonly string[] = ['ingebrekestelling']

/**
 * Whether a message is as plain as a program can see: an aid for whoever writes, and no proof that somebody
 * understands it. Hard words, long words and the passive are known for Dutch alone.
 */
export function keurBericht({ onderwerp, doen, alineas }: Keurtekst, taal: Taal): readonly Bevinding[] {
  const { zin: hoogstens, liever, doen: kort } = grenzen[taal]
  const bevindingen: Bevinding[] = []
  const meld = (ernst: Bevinding['ernst'], regel: string, zin: string): void => {
    bevindingen.push({ ernst, regel, zin })
  }
  for (const zin of [onderwerp, ...(doen === undefined ? [] : [doen]), ...alineas].flatMap(zinnen)) {
    const lengte = woorden(zin).length
    if (taal === 'nl')
      bevindingen.push(
        ...controleerZin(zin, {
          moeilijk: moeilijkeWoorden(),
          hoogstensWoorden: hoogstens,
          lieverWoorden: liever,
        }),
      )
    else if (lengte > liever) meld(lengte > hoogstens ? 'fout' : 'let-op', `${lengte} woorden`, zin)
    for (const woord of taal === 'nl' ? langeWoorden(zin) : []) meld('let-op', `lang woord: ${woord}`, zin)
  }
  for (const zin of doen === undefined ? [] : zinnen(doen)) {
    const lengte = woorden(zin).length
    if (lengte > kort) meld('fout', `${lengte} woorden om iets te doen`, zin)
  }
  for (const alinea of alineas) {
    const lengte = woorden(alinea).length
    if (lengte > ALINEA_WOORDEN) meld('fout', `${lengte} woorden in een alinea`, alinea)
  }
  return bevindingen
}

/** Without names: a capital inside a sentence is one, and nobody can choose a shorter. */
function langeWoorden(zin: string): readonly string[] {
  return woorden(zin).filter(
    (woord) =>
      !/^\p{Lu}/u.test(woord) && !uitzonderingen.includes(woord) && lettergrepen(woord) >= LANG_WOORD,
  )
}
